// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/preview_faces.h"
#include "session/rendering.h"

#include "archive/known_posts.h"
#include "post/blog_config.h"
#include "post/site_index.h"
#include "rst/engine.h"
#include "rst/settings.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <string_view>

namespace session {

using EnginePtr = std::shared_ptr<const rst::Engine>;

/// Which hints about the words are among the problems.
struct Prose {
    bool isChecked = true;
    QStringList unwanted = {}; // rules that are left out: "prose.http"

    friend bool operator==(const Prose &, const Prose &) = default;
};

/// A text that is to be rendered, and where it belongs.
struct RenderRequest {
    int revision = 0;
    QString text = {};
    QString path = {}; // of the post; empty for a new one
    std::shared_ptr<const post::BlogConfig> blog = std::make_shared<post::BlogConfig>();
    post::SiteIndexPtr site = {}; // of the blog; null where it is not known, or not yet
    Prose prose = {};
    QStringList held = {}; // names of pictures that are in no file yet, and not missing
    rst::CodeColours codeColours = {};
    PreviewFace face = PreviewFace::Page;
    /// The other posts of its blog, which have something to say about it; null where they are not known.
    std::shared_ptr<const archive::KnownPosts> known = {};
    RenderingPtr before = {}; // of an earlier text of the same post: for what is broken now
};

/// Publishes a request's text as its site has it, and makes the settings that its HTML is to be written with.
[[nodiscard]] rst::Publication publishRequest(const RenderRequest &request, std::string_view source,
                                              rst::Settings &settings, const rst::Engine &engine);

/// Renders a text: everything a Rendering holds, as a function of its arguments alone. Safe on any thread.
[[nodiscard]] RenderingPtr renderPost(const RenderRequest &request, const rst::Engine &engine);

/// Renders texts one after the other on the thread pool. Only the latest counts: a text that still waits when the next
/// one comes is never rendered.
class PostRenderer : public QObject
{
    Q_OBJECT

public:
    explicit PostRenderer(QObject *parent = nullptr);
    ~PostRenderer() override;

    void request(RenderRequest request);

    /// The engine that reads the texts. Never null, never changes.
    [[nodiscard]] const EnginePtr &engine() const { return m_engine; }
    /// Whether a rendering is under way or waits.
    [[nodiscard]] bool isBusy() const { return m_rendering || m_waiting.has_value(); }

Q_SIGNALS:
    void rendered(const session::RenderingPtr &rendering);

private:
    void startNext();
    void finish(const RenderingPtr &rendering);

    EnginePtr m_engine;
    std::optional<RenderRequest> m_waiting;
    bool m_rendering = false;
};

} // namespace session

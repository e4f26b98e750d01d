// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/known_labels.h"
#include "session/rendering.h"
#include "session/text_positions.h"

#include "post/site_index.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace rst {
class Engine;
}

namespace session {

class PostSession;

/// What stands at the cursor, by the markup before it.
enum class CompletionKind : std::uint8_t {
    None,
    Directive,
    Option,
    Role,
    Target,
    Footnote,
    Substitution,
    Document, // of the blog
    Label,
    Anything, // a document or a label
    Language,
    Picture,
    Tag,
    Author,
    Location,
    Category,
};

/// Where something can be completed, and with what.
struct CompletionContext {
    CompletionKind kind = CompletionKind::None;
    TextRange range = {};   // of what is typed so far, and is replaced
    QString typed = {};     // the text of the range
    QString directive = {}; // whose option it is
    QString closing = {};   // what ends the markup behind the name of a document or label
};

/// One thing to put in.
struct Proposal {
    QString name = {};      // as listed
    QString insertion = {}; // what takes the place of the context's range
    QString help = {};      // in own words; empty where the name says it all
};

/// Where names come from.
struct CompletionSources {
    const Rendering *rendering = nullptr; // the latest one; may be older than the text, or null
    const rst::Engine *engine = nullptr;
    const KnownLabels *labels = nullptr;
    post::SiteIndexPtr site = {}; // null where it is not known
    std::string docname = {};     // of the post in it
    QString postFolder = {};      // for pictures; empty for a post without a file
    QString rootFolder = {};      // canonical; what lies outside is not offered
};

/// The sources of an open post, without labels; its rendering may be older than the text.
[[nodiscard]] CompletionSources completionSources(const PostSession &session);

/// The file or folder that a name written in the post means, canonical; one that begins with "/" begins at the blog's folder.
/// Empty for what is not there, or outside of the blog.
[[nodiscard]] QString pathInBlog(const QString &name, const CompletionSources &sources);

/// What the text before `position` asks for: reads the cursor's line, and those above as far as a directive goes.
[[nodiscard]] CompletionContext completionContext(const QString &text, int position);

/// What fits a context, the best first.
[[nodiscard]] std::vector<Proposal> proposalsFor(const CompletionContext &context, const CompletionSources &sources);

} // namespace session

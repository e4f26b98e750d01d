// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_file.h"
#include "session/post_renderer.h"
#include "session/rendering.h"

#include "publish/line_merge.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <utility>

namespace session {

/// A text that is in git although the post's file, if there is one, does not hold it.
struct CommittedText {
    QString commit = {}; // its id
    QString branch = {};
    QString text = {}; // as the commit has it: the editor's, in canonical form
    QString path = {}; // where the post's file lies once the branch is checked out
};

/// The open post: which file it belongs to, its text's latest revision, and what was rendered from it.
///
/// The text's home is the editor's QTextDocument; here is a shared copy of it for each revision. Everything else is
/// derived from it and arrives with rendered(), the latest revision last.
class PostSession : public QObject
{
    Q_OBJECT

public:
    explicit PostSession(QObject *parent = nullptr);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] FileFormat format() const { return m_format; }
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] int revision() const { return m_revision; }
    [[nodiscard]] const post::BlogConfig &blog() const { return *m_blog; }
    [[nodiscard]] std::shared_ptr<const post::BlogConfig> sharedBlog() const { return m_blog; }
    /// The latest rendering; null before the first.
    [[nodiscard]] const RenderingPtr &rendering() const { return m_rendering; }
    [[nodiscard]] const EnginePtr &engine() const { return m_renderer.engine(); }
    /// What the next rendering is made of.
    [[nodiscard]] RenderRequest request() const;
    /// The blog's other posts, and what its pages know of one another, from the next rendering on; null where that is not
    /// known.
    void setKnownBlog(std::shared_ptr<const archive::KnownPosts> known, post::SiteIndexPtr site);
    [[nodiscard]] const post::SiteIndexPtr &site() const { return m_site; }
    /// Whether hints about the words are among the problems, from the next rendering on.
    void setProse(const Prose &prose);
    /// The names of pictures that are in no file yet: they are not told of as missing.
    void setHeldPictures(const QStringList &names);
    /// Whether the rendering is of the text as it stands, so that its places are places in the text.
    [[nodiscard]] bool isCurrent() const;
    /// Whether it is also the last one: none is on its way that knows more of the blog, or is wanted otherwise.
    [[nodiscard]] bool isSettled() const;
    /// The post's title, or its file's name, or a word for a post without either.
    [[nodiscard]] QString displayName() const;

    /// Begins with another post. The editor is to show its text, which comes back through setText().
    void start(const LoadedPost &post);
    /// A post without a file is meant for the blog of this folder. Nothing happens to one that has a file.
    void setHome(const QString &home);
    /// How code is coloured from now on; called on another thread.
    void setCodeColours(rst::CodeColours colours) { m_codeColours = std::move(colours); }
    /// What is rendered for the preview from now on, and now if there is a text.
    void setFace(PreviewFace face);
    [[nodiscard]] PreviewFace face() const { return m_face; }
    /// A new revision of the text.
    void setText(const QString &text);
    /// Renders the text even if it is too large to be rendered at every key.
    void renderNow();
    /// Waits with rendering while a long text comes in piece by piece: nobody looks at its parts.
    void holdRendering(bool isHeld);

    /// The post, whose text was just written to a file by somebody else, goes on in it.
    void adopt(const LoadedPost &written);
    /// Writes the text to `path`, which becomes the post's file; the error is one sentence.
    [[nodiscard]] std::expected<void, QString> saveAs(const QString &path);

    /// Of what was last read from the file or written to it; empty for a new post.
    [[nodiscard]] QByteArray fileHash() const { return m_path.isEmpty() ? QByteArray() : m_fileHash; }
    /// What the file holds now, if somebody else has changed it since it was read or written.
    [[nodiscard]] std::optional<LoadedPost> outsideChange() const;
    /// The text with the outside change in it: merged line by line, from the text that was last read or written. Where both
    /// changed the same lines, both stand in it between marks.
    [[nodiscard]] publish::LineMerge mergedWith(const LoadedPost &outside) const;
    /// The text's owner has seen the outside change: it is what comes next is compared with, and is not told again.
    void acceptOutsideChange(const LoadedPost &outside);
    /// Waits with telling of outside changes, for something of our own is at the file, and may yet take back what it did.
    void holdOutsideChanges(bool isHeld);

    /// The text was committed as it stands, but not into the post's own file. Holds until the file is read or written.
    void noteCommitted(CommittedText committed) { m_committed = std::move(committed); }
    void forgetCommitted() { m_committed.reset(); }
    [[nodiscard]] const std::optional<CommittedText> &committed() const { return m_committed; }

Q_SIGNALS:
    void rendered(const session::RenderingPtr &rendering);
    void pathChanged(const QString &path);
    /// The open post has another file now than it had: it was saved under another name, or its file got one. `from` is
    /// empty for a post that had none.
    void moved(const QString &from, const QString &to);
    /// The file on the disk is no longer what was read or written.
    void changedOutside();

private:
    void keep(const session::RenderingPtr &rendering);
    /// Once more, if the text was rendered or is just being so.
    void renderAgain();
    void setPath(const QString &path, const QString &home = {});
    void watch();
    void checkFile();

    PostRenderer m_renderer;
    QFileSystemWatcher m_watcher;
    QString m_path;
    std::shared_ptr<const post::BlogConfig> m_blog = std::make_shared<post::BlogConfig>();
    post::SiteIndexPtr m_site;
    rst::CodeColours m_codeColours;
    PreviewFace m_face = PreviewFace::Page;
    FileFormat m_format;
    QByteArray m_fileHash; // of the bytes on the disk as we know them
    QString m_fileText;    // the text in them
    QTimer m_fileTimer;    // who writes a file in pieces is given the time for it
    QString m_text;
    Prose m_prose;
    QStringList m_held;
    std::shared_ptr<const archive::KnownPosts> m_known;
    int m_revision = 0;
    bool m_isHeld = false;
    bool m_isFileHeld = false;
    std::optional<CommittedText> m_committed;
    int m_firstRevision = 1; // of this post
    RenderingPtr m_rendering;
};

} // namespace session

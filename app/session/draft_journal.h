// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/embedded_pictures.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFuture>
#include <QList>
#include <QLockFile>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace session {

/// A text that is not saved, and the file that it belongs to.
struct Draft {
    QString path = {}; // empty for a new post
    QString text = {};
    QByteArray madeOf = {}; // fileHash() of the file when it was read or saved last; empty for a new post
    /// Pictures that are in no file yet. Those that the text does not name are not kept.
    NamedPictures pictures = {};
};

/// A draft that a session left behind when it ended without notice.
struct LeftDraft {
    Draft draft = {};
    QDateTime written = {};
    QString journal = {};      // the file that holds it
    QStringList pictures = {}; // names of those that lie beside it, which the draft here is without
};

/// Where the journals lie: in the user's own folder for data, never in a blog.
[[nodiscard]] QString draftFolder();

/// The drafts that no running program looks after, the latest first. Journals that cannot be read are left alone.
[[nodiscard]] QList<LeftDraft> leftDrafts(const QString &folder);

/// The name of the draft's file, or the title that a new post begins with; empty for one without a title.
[[nodiscard]] QString nameOf(const Draft &draft);

/// Whether the file was changed since: the draft was made of another text than it holds now.
[[nodiscard]] bool isOutdated(const Draft &draft);

/// A post's file has another name: the drafts of it that were left are for that one now.
void renameInLeftDrafts(const QString &folder, const QString &from, const QString &to);

/// Reads the pictures of a draft. Slow; for a worker.
[[nodiscard]] NamedPictures picturesOf(const LeftDraft &draft);

/// Takes a draft's journal away, and its pictures.
void discardDraft(const LeftDraft &draft);

/// Keeps the unsaved text of one window safe from a crash: on the disk, synced, at most a second after it was typed.
///
/// A journal holds the latest text alone, so it is never larger than the post. It is written on a thread of the pool,
/// beside the former one, which it then replaces: a power cut leaves one of the two, whole. Pictures that the text names and
/// that are in no file yet lie beside it (kept_pictures.h), and come before the text that names them and go after it.
class DraftJournal : public QObject
{
    Q_OBJECT

public:
    explicit DraftJournal(const QString &folder, QObject *parent = nullptr);
    ~DraftJournal() override;

    /// The text as it is now. What came before and was not written yet is never written.
    void record(const Draft &draft);
    /// The text is saved, or its author has given it up.
    void forget();
    /// The pictures of a draft that was left will be recorded here; they need not be written again.
    void takePictures(const LeftDraft &left);
    /// Writes now what waits, and waits for it; for tests and for the end.
    void flush();

Q_SIGNALS:
    /// The journal cannot be written, so a crash would lose text; once until it works again.
    void failed(const QString &sentence);

private:
    struct Written {
        QString problem = {};    // why not all of it is written; empty: it is
        bool isTooLarge = false; // some pictures are
    };

    void lookAfter();
    void write();
    [[nodiscard]] static Written written(const QString &path, const Draft &draft);
    void finish(const Written &outcome);
    void remove();
    [[nodiscard]] std::chrono::milliseconds untilDue() const;
    [[nodiscard]] QString path() const;

    QString m_folder;
    QString m_name;
    std::unique_ptr<QLockFile> m_lock; // tells other programs that this journal is looked after
    QTimer m_timer;
    std::optional<Draft> m_waiting;
    QElapsedTimer m_age; // of what waits: since its first key
    QFuture<Written> m_writing;
    bool m_isWriting = false;
    bool m_isForgotten = false; // while it was being written
    bool m_hasFailed = false;
    bool m_hasLeftOut = false; // pictures that are too large
};

} // namespace session

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QObject>
#include <QString>

#include <cstdint>
#include <expected>
#include <functional>

namespace session {

/// A former state of a post.
struct Snapshot {
    enum class Occasion : std::uint8_t { Opened, Writing, Saved, Replaced };

    QString file = {}; // that holds it
    QDateTime taken = {};
    Occasion occasion = Occasion::Saved;
    qint64 size = 0; // of the file
};

/// Where histories lie: in the user's own folder for data, never in a blog.
[[nodiscard]] QString historyFolder();

/// A post's snapshots, the latest first.
[[nodiscard]] QList<Snapshot> snapshotsOf(const QString &folder, const QString &postPath);

/// The snapshot's text; the error is one sentence.
[[nodiscard]] std::expected<QString, QString> snapshotText(const Snapshot &snapshot);

/// Those of a history, given with the latest first, that need not be kept: of the last hour all are kept, then one an hour
/// for two days, one a day for three months, one a month for ever; never more than 200, nor more than 16 MB.
[[nodiscard]] QList<Snapshot> superfluous(const QList<Snapshot> &history, const QDateTime &now);

/// Keeps former states of posts, each in a compressed file of its own, written whole and on a thread of the pool.
class PostHistory : public QObject
{
    Q_OBJECT

public:
    explicit PostHistory(const QString &folder, QObject *parent = nullptr);
    ~PostHistory() override;

    /// Keeps the text, unless the post's latest snapshot is the same. A post without a path has no history.
    void keep(const QString &postPath, const QString &text, Snapshot::Occasion occasion);
    /// The post goes on in another file, or has a copy there, and its former states go with it. Where the first file is no
    /// more, nothing is left of them under its name.
    void carry(const QString &from, const QString &to);
    /// Waits for what is being written.
    void flush();

private:
    /// One after the other, so that each state is compared with the one before it.
    void run(const std::function<void()> &work);

    QString m_folder;
    QFuture<void> m_writing;
};

} // namespace session

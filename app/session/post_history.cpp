// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/post_history.h"

#include "publish/atomic_file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QThreadPool>
#include <QTimeZone>
#include <QtConcurrentRun>
#include <QtEndian>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace session {

namespace {

constexpr QLatin1StringView snapshotSuffix(".snapshot");
constexpr QLatin1StringView timeFormat("yyyyMMdd'T'HHmmsszzz");
constexpr QLatin1StringView occasionNames[] = {"opened"_L1, "writing"_L1, "saved"_L1, "replaced"_L1};
constexpr qsizetype mostSnapshots = 200;
constexpr qint64 mostBytes = 16 * 1024 * 1024;
constexpr qsizetype largestText = 16 * 1024 * 1024;

struct HistorySentences {
    Q_DECLARE_TR_FUNCTIONS(session::PostHistory)
};

/// The post's own path, without links. A file that is no more had its own in the folder where it was.
QString canonicalPath(const QString &postPath)
{
    const QFileInfo file(postPath);
    if (const QString canonical = file.canonicalFilePath(); !canonical.isEmpty())
        return canonical;
    const QString home = QFileInfo(file.path()).canonicalFilePath();
    return home.isEmpty() ? postPath : QDir(home).filePath(file.fileName());
}

/// A folder for each post, named after its path; links to it lead to one history.
QString folderOf(const QString &folder, const QString &postPath)
{
    const QByteArray path = canonicalPath(postPath).toUtf8();
    const QByteArray name = QCryptographicHash::hash(path, QCryptographicHash::Blake2b_160).toHex();
    return folder + u'/' + QString::fromLatin1(name);
}

/// 20260302T101500123-saved.snapshot
std::optional<Snapshot> snapshotOf(const QFileInfo &file)
{
    const QStringList parts = file.completeBaseName().split(u'-');
    if (parts.size() != 2)
        return std::nullopt;
    const auto *occasion = std::ranges::find(occasionNames, parts[1]);
    QDateTime taken = QDateTime::fromString(parts[0], timeFormat);
    if (occasion == std::end(occasionNames) || !taken.isValid())
        return std::nullopt;
    taken.setTimeZone(QTimeZone::UTC);
    return Snapshot{.file = file.filePath(),
                    .taken = taken,
                    .occasion = Snapshot::Occasion(occasion - std::begin(occasionNames)),
                    .size = file.size()};
}

QList<Snapshot> snapshotsIn(const QString &folder)
{
    QList<Snapshot> found;
    for (const QFileInfo &file :
         QDir(folder).entryInfoList({u"*"_s + snapshotSuffix}, QDir::Files, QDir::Name | QDir::Reversed)) {
        if (const auto snapshot = snapshotOf(file))
            found.append(*snapshot);
    }
    return found;
}

void thinOut(const QString &folder, const QDateTime &now)
{
    for (const Snapshot &snapshot : superfluous(snapshotsIn(folder), now))
        QFile::remove(snapshot.file);
}

void writeSnapshot(const QString &root, const QString &postPath, const QString &text, Snapshot::Occasion occasion)
{
    const QString folder = folderOf(root, postPath);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<Snapshot> history = snapshotsIn(folder);
    if (!history.isEmpty() && snapshotText(history.front()) == text)
        return;
    if (!QDir().mkpath(folder))
        return;
    QFile::setPermissions(root, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QByteArray bytes = qCompress(text.toUtf8());
    const QString file =
        folder + u'/' + now.toString(timeFormat) + u'-' + occasionNames[std::size_t(occasion)] + snapshotSuffix;
    if (!publish::replaceFile(QFile::encodeName(file).toStdString(), {bytes.constData(), std::size_t(bytes.size())},
                              0600))
        return; // what is on the disk already stays
    thinOut(folder, now);
}

/// Copied first and taken away then: whenever that ends, nothing is lost. What the other file had before stays, too.
void carryHistory(const QString &root, const QString &from, const QString &to)
{
    const QString source = folderOf(root, from);
    const QString target = folderOf(root, to);
    const QList<Snapshot> history = snapshotsIn(source);
    if (source == target || history.isEmpty() || !QDir().mkpath(target))
        return;
    bool isWhole = true;
    for (const Snapshot &snapshot : history) {
        const QString copy = QDir(target).filePath(QFileInfo(snapshot.file).fileName());
        isWhole = (QFile::exists(copy) || QFile::copy(snapshot.file, copy)) && isWhole;
    }
    if (isWhole && !QFileInfo::exists(from))
        QDir(source).removeRecursively();
    thinOut(target, QDateTime::currentDateTimeUtc());
}

} // namespace

QString historyFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/history"_s;
}

QList<Snapshot> snapshotsOf(const QString &folder, const QString &postPath)
{
    return postPath.isEmpty() ? QList<Snapshot>() : snapshotsIn(folderOf(folder, postPath));
}

std::expected<QString, QString> snapshotText(const Snapshot &snapshot)
{
    QFile file(snapshot.file);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const QByteArray bytes = isOpen ? file.read(2 * mostBytes) : QByteArray();
    // qUncompress() makes room for as many bytes as the first four say.
    const qsizetype size = bytes.size() < 4 ? -1 : qsizetype(qFromBigEndian<quint32>(bytes.constData()));
    if (size == 0)
        return QString();
    const QByteArray text = size > 0 && size <= 4 * largestText ? qUncompress(bytes) : QByteArray();
    if (text.isEmpty())
        return std::unexpected(HistorySentences::tr("This state of the post cannot be read any more."));
    return QString::fromUtf8(text);
}

QList<Snapshot> superfluous(const QList<Snapshot> &history, const QDateTime &now)
{
    QList<Snapshot> left;
    std::set<std::tuple<int, qint64>> kept; // one of each stretch of time: the latest
    qint64 bytes = 0;
    qsizetype count = 0;
    for (const Snapshot &snapshot : history) {
        const qint64 age = snapshot.taken.secsTo(now);
        const QDate day = snapshot.taken.date();
        const std::tuple<int, qint64> stretch =
            age < 3600             ? std::tuple(0, snapshot.taken.toMSecsSinceEpoch())
            : age < 2 * 24 * 3600  ? std::tuple(1, snapshot.taken.toSecsSinceEpoch() / 3600)
            : age < 92 * 24 * 3600 ? std::tuple(2, day.toJulianDay())
                                   : std::tuple(3, qint64(day.year()) * 12 + day.month());
        const bool fits = count < mostSnapshots && (count == 0 || bytes + snapshot.size <= mostBytes);
        if (!fits || !kept.insert(stretch).second) {
            left.append(snapshot);
            continue;
        }
        ++count;
        bytes += snapshot.size;
    }
    return left;
}

PostHistory::PostHistory(const QString &folder, QObject *parent) : QObject(parent), m_folder(folder)
{
}

PostHistory::~PostHistory()
{
    flush();
}

void PostHistory::keep(const QString &postPath, const QString &text, Snapshot::Occasion occasion)
{
    if (postPath.isEmpty() || text.size() > largestText)
        return;
    run([folder = m_folder, postPath, text, occasion] { writeSnapshot(folder, postPath, text, occasion); });
}

void PostHistory::carry(const QString &from, const QString &to)
{
    if (!from.isEmpty() && !to.isEmpty())
        run([folder = m_folder, from, to] { carryHistory(folder, from, to); });
}

void PostHistory::run(const std::function<void()> &work)
{
    m_writing = m_writing.isRunning() ? m_writing.then(QtFuture::Launch::Async, work) : QtConcurrent::run(work);
}

void PostHistory::flush()
{
    m_writing.waitForFinished();
}

} // namespace session

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/draft_journal.h"

#include "publish/atomic_file.h"
#include "rst/engine.h"
#include "session/kept_pictures.h"
#include "session/post_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QUuid>
#include <QtConcurrentRun>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace session {

namespace {

constexpr auto delay = 500ms;   // with the time that writing takes, less than a second
constexpr auto retryDelay = 3s; // after a failure
constexpr qint64 largestJournal = 128 * 1024 * 1024;
constexpr QLatin1StringView suffix(".draft");

/// One line of JSON about the draft, then its text as it is.
QByteArray journalBytes(const Draft &draft, const QStringList &pictures, const QDateTime &written)
{
    QJsonObject head{{u"path"_s, draft.path},
                     {u"madeOf"_s, QString::fromLatin1(draft.madeOf.toHex())},
                     {u"written"_s, written.toUTC().toString(Qt::ISODateWithMs)}};
    if (!pictures.isEmpty())
        head.insert(u"pictures"_s, QJsonArray::fromStringList(pictures));
    return QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n' + draft.text.toUtf8();
}

QString problemOf(int error)
{
    return error == ENOSPC ? DraftJournal::tr("the disk is full") : qt_error_string(error);
}

/// Empty when it worked. Whatever becomes of pictures, the text is written.
QString writeJournal(const QString &path, const Draft &draft, const QStringList &pictures, const QDateTime &written)
{
    const QByteArray bytes = journalBytes(draft, pictures, written);
    if (bytes.size() > largestJournal)
        return DraftJournal::tr("the text is too large");
    const std::filesystem::path file(QFile::encodeName(path).toStdString());
    const auto done = publish::replaceFile(file, {bytes.constData(), std::size_t(bytes.size())}, 0600);
    return done ? QString() : problemOf(done.error());
}

std::optional<LeftDraft> readJournal(const QString &path)
{
    QFile file(path);
    if (file.size() > largestJournal || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject head = QJsonDocument::fromJson(file.readLine()).object();
    const QDateTime written = QDateTime::fromString(head.value(u"written"_s).toString(), Qt::ISODateWithMs);
    if (!written.isValid())
        return std::nullopt;
    return LeftDraft{.draft = {head.value(u"path"_s).toString(), QString::fromUtf8(file.readAll()),
                               QByteArray::fromHex(head.value(u"madeOf"_s).toString().toLatin1())},
                     .written = written,
                     .journal = path,
                     .pictures =
                         keptNames(keptPicturesFolder(path), head.value(u"pictures"_s).toVariant().toStringList())};
}

QString lockPath(const QString &journal)
{
    return journal.chopped(suffix.size()) + u".lock"_s;
}

/// A program may end between the pictures and the text that names them, or before it has taken them away.
void clearLeftPictures(const QString &folder)
{
    for (const QString &pictures : keptPicturesFolders(folder)) {
        const QString journal = journalOfKeptPictures(pictures);
        QLockFile lock(lockPath(journal));
        lock.setStaleLockTime(0ms);
        if ((!QFileInfo::exists(journal) || keptPicturesFolder(journal) != pictures) && lock.tryLock(0ms))
            discardKeptPictures(pictures);
    }
}

} // namespace

QString draftFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/drafts"_s;
}

QList<LeftDraft> leftDrafts(const QString &folder)
{
    QList<LeftDraft> drafts;
    clearLeftPictures(folder);
    for (const QFileInfo &file : QDir(folder).entryInfoList({u"*"_s + suffix}, QDir::Files)) {
        QLockFile lock(lockPath(file.filePath()));
        lock.setStaleLockTime(0ms); // a lock is stale when its program is gone, not when it is old
        if (!lock.tryLock(0ms))
            continue;
        if (auto draft = readJournal(file.filePath()))
            drafts.append(*std::move(draft));
    }
    std::ranges::sort(drafts, std::ranges::greater(), &LeftDraft::written);
    return drafts;
}

QString nameOf(const Draft &draft)
{
    if (!draft.path.isEmpty())
        return QFileInfo(draft.path).fileName();
    constexpr qsizetype enough = 4000; // characters, in which a title stands or nowhere
    const rst::Document document = rst::Engine(rst::Dialect::Sphinx)
                                       .publish(draft.text.first(std::min(draft.text.size(), enough)).toStdString())
                                       .document;
    const rst::NodeRef root = document[rst::Document::root()];
    for (rst::NodeRef node = root; node; node = node.following(root)) {
        if (node.is(rst::NodeKind::Title))
            return QString::fromStdString(node.asText());
    }
    return {};
}

bool isOutdated(const Draft &draft)
{
    const auto saved = loadPost(draft.path);
    return saved && !draft.madeOf.isEmpty() && fileHash(saved->text, saved->format) != draft.madeOf;
}

void renameInLeftDrafts(const QString &folder, const QString &from, const QString &to)
{
    for (LeftDraft &left : leftDrafts(folder)) {
        if (left.draft.path != from)
            continue;
        left.draft.path = to;
        (void)writeJournal(left.journal, left.draft, left.pictures,
                           left.written); // where that fails, the draft is offered as it was
    }
}

NamedPictures picturesOf(const LeftDraft &draft)
{
    return readKeptPictures(keptPicturesFolder(draft.journal), draft.pictures);
}

void discardDraft(const LeftDraft &draft)
{
    QFile::remove(draft.journal);
    discardKeptPictures(keptPicturesFolder(draft.journal));
}

DraftJournal::DraftJournal(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_name(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DraftJournal::write);
}

DraftJournal::~DraftJournal()
{
    flush();
}

void DraftJournal::record(const Draft &draft)
{
    if (!m_waiting)
        m_age.start();
    m_waiting = draft;
    m_isForgotten = false;
    if (!m_timer.isActive() && !m_isWriting)
        m_timer.start(m_hasFailed ? retryDelay : delay);
}

void DraftJournal::forget()
{
    m_timer.stop();
    m_waiting.reset();
    m_isForgotten = m_isWriting;
    if (!m_isWriting)
        remove();
}

void DraftJournal::remove()
{
    QFile::remove(path());
    discardKeptPictures(keptPicturesFolder(path()));
}

void DraftJournal::takePictures(const LeftDraft &left)
{
    if (left.pictures.isEmpty())
        return;
    lookAfter();
    shareKeptPictures(keptPicturesFolder(left.journal), keptPicturesFolder(path()), left.pictures);
}

void DraftJournal::flush()
{
    m_timer.stop();
    m_writing.waitForFinished();
    if (m_isForgotten)
        remove();
    if (m_waiting) {
        lookAfter();
        finish(written(path(), *std::exchange(m_waiting, std::nullopt)));
    }
}

/// With the first text, so that windows without changes leave nothing on the disk.
void DraftJournal::lookAfter()
{
    if (m_lock)
        return;
    QDir().mkpath(m_folder);
    if (!QFileInfo(m_folder).isDir())
        return; // which writing will say
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_lock = std::make_unique<QLockFile>(lockPath(path()));
    m_lock->setStaleLockTime(0ms);
    (void)m_lock->tryLock(0ms);
}

void DraftJournal::write()
{
    if (!m_waiting || m_isWriting)
        return;
    lookAfter();
    m_isWriting = true;
    const Draft draft = *std::exchange(m_waiting, std::nullopt);
    m_writing = QtConcurrent::run([path = path(), draft] { return written(path, draft); });
    m_writing.then(this, [this, draft](const Written &outcome) {
        m_isWriting = false;
        finish(outcome);
        if (std::exchange(m_isForgotten, false)) {
            remove();
            return;
        }
        if (!outcome.problem.isEmpty() && !m_waiting)
            m_waiting = draft; // there may be room again, though nothing more is typed
        if (m_waiting)
            m_timer.start(m_hasFailed ? retryDelay : untilDue());
    });
}

/// Safe on any thread.
DraftJournal::Written DraftJournal::written(const QString &path, const Draft &draft)
{
    const QString folder = keptPicturesFolder(path);
    const KeptPictures kept = keepPictures(folder, namedIn(draft.text, draft.pictures));
    QString problem = writeJournal(path, draft, kept.names, QDateTime::currentDateTimeUtc());
    if (problem.isEmpty()) {
        dropOtherPictures(folder, kept.names);
        if (kept.error != 0)
            problem = problemOf(kept.error);
    }
    return {.problem = problem, .isTooLarge = kept.isTooLarge};
}

/// How long the oldest key that is not written may still wait.
std::chrono::milliseconds DraftJournal::untilDue() const
{
    const std::chrono::milliseconds age(m_age.elapsed());
    return std::max<std::chrono::milliseconds>(0ms, delay - age);
}

void DraftJournal::finish(const Written &outcome)
{
    const bool hasFailed = !outcome.problem.isEmpty();
    if (hasFailed && !std::exchange(m_hasFailed, true))
        Q_EMIT failed(tr("What you type is not kept safe from a crash: %1. Save often.").arg(outcome.problem));
    else if (outcome.isTooLarge && !std::exchange(m_hasLeftOut, true))
        Q_EMIT failed(tr("The pictures of this post are too large to be kept safe from a crash. Save it soon."));
    m_hasFailed = hasFailed;
    m_hasLeftOut = outcome.isTooLarge;
}

QString DraftJournal::path() const
{
    return m_folder + u'/' + m_name + suffix;
}

} // namespace session

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/draft_journal.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>
#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace session {

namespace {

constexpr auto delay = 700ms; // with the time that writing takes, less than a second
constexpr qint64 largestJournal = 128 * 1024 * 1024;
constexpr QLatin1StringView suffix(".draft");

/// One line of JSON about the draft, then its text as it is.
QByteArray journalBytes(const Draft &draft)
{
    const QJsonObject head{{u"path"_s, draft.path},
                           {u"written"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)}};
    return QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n' + draft.text.toUtf8();
}

/// Empty when it worked. QSaveFile syncs the file before it takes its name.
QString writeJournal(const QString &path, const Draft &draft)
{
    QSaveFile file(path);
    const QByteArray bytes = journalBytes(draft);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return file.errorString();
    return {};
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
    return LeftDraft{.draft = {head.value(u"path"_s).toString(), QString::fromUtf8(file.readAll())},
                     .written = written,
                     .journal = path};
}

QString lockPath(const QString &journal)
{
    return journal.chopped(suffix.size()) + u".lock"_s;
}

} // namespace

QString draftFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/drafts"_s;
}

QList<LeftDraft> leftDrafts(const QString &folder)
{
    QList<LeftDraft> drafts;
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

void discardDraft(const LeftDraft &draft)
{
    QFile::remove(draft.journal);
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
    m_waiting = draft;
    m_isForgotten = false;
    if (!m_timer.isActive() && !m_isWriting)
        m_timer.start(delay);
}

void DraftJournal::forget()
{
    m_timer.stop();
    m_waiting.reset();
    m_isForgotten = m_isWriting;
    if (!m_isWriting)
        QFile::remove(path());
}

void DraftJournal::flush()
{
    m_timer.stop();
    m_writing.waitForFinished();
    if (m_isForgotten)
        QFile::remove(path());
    if (m_waiting) {
        lookAfter();
        finish(writeJournal(path(), *std::exchange(m_waiting, std::nullopt)));
    }
}

/// With the first text, so that windows without changes leave nothing on the disk.
void DraftJournal::lookAfter()
{
    if (m_lock)
        return;
    QDir().mkpath(m_folder);
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
    m_writing = QtConcurrent::run(
        [path = path(), draft = *std::exchange(m_waiting, std::nullopt)] { return writeJournal(path, draft); });
    m_writing.then(this, [this](const QString &error) {
        m_isWriting = false;
        finish(error);
        if (std::exchange(m_isForgotten, false))
            QFile::remove(path());
        else if (m_waiting)
            m_timer.start(delay);
    });
}

void DraftJournal::finish(const QString &error)
{
    const bool hasFailed = !error.isEmpty();
    if (hasFailed && !std::exchange(m_hasFailed, true))
        Q_EMIT failed(tr("What you type is not kept safe from a crash: %1. Save often.").arg(error));
    m_hasFailed = hasFailed;
}

QString DraftJournal::path() const
{
    return m_folder + u'/' + m_name + suffix;
}

} // namespace session

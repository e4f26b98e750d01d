// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/kept_pictures.h"

#include "publish/atomic_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThreadPool>

#include <cerrno>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace session {

namespace {

constexpr qint64 mostBytes = 200'000'000; // of the pictures of one draft
constexpr QLatin1StringView draftSuffix(".draft");
constexpr QLatin1StringView folderSuffix(".pictures");
constexpr QLatin1StringView goneSuffix(".gone");

std::filesystem::path filePath(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

/// Whether a file of this name lies in the folder itself and is seen there.
bool isPlainName(const QString &name)
{
    return !name.isEmpty() && !name.startsWith(u'.') && !name.contains(u'/') && !name.contains(QChar::Null);
}

/// A folder of ours: a link may lead out of that of the drafts.
bool isFolder(const QString &path)
{
    const QFileInfo info(path);
    return info.isDir() && !info.isSymLink();
}

bool makeFolder(const QString &path)
{
    if (QFileInfo(path).isSymLink())
        QFile::remove(path);
    return isFolder(path) || QDir().mkdir(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void remove(const QString &folder)
{
    if (QFileInfo(folder).isSymLink())
        QFile::remove(folder);
    else
        QDir(folder).removeRecursively();
}

} // namespace

QString keptPicturesFolder(const QString &journal)
{
    return journal.chopped(draftSuffix.size()) + folderSuffix;
}

KeptPictures keepPictures(const QString &folder, const NamedPictures &pictures)
{
    KeptPictures kept;
    if (pictures.isEmpty())
        return kept;
    if (!makeFolder(folder)) {
        kept.error = EACCES;
        return kept;
    }
    qint64 total = 0;
    for (const auto &[name, bytes] : pictures.asKeyValueRange()) {
        if (!isPlainName(name))
            continue;
        if (total + bytes.size() > mostBytes) {
            kept.isTooLarge = true;
            continue;
        }
        const QString path = folder + u'/' + name;
        const QFileInfo there(path);
        const bool isThere = there.isFile() && !there.isSymLink() && there.size() == bytes.size();
        if (!isThere) { // a name is made of what is in the picture
            QFile::remove(path);
            const auto written =
                publish::replaceFile(filePath(path), {bytes.constData(), std::size_t(bytes.size())}, 0600);
            if (!written) {
                kept.error = written.error();
                continue;
            }
        }
        total += bytes.size();
        kept.names.append(name);
    }
    return kept;
}

void dropOtherPictures(const QString &folder, const QStringList &names)
{
    if (!isFolder(folder))
        return;
    if (names.isEmpty()) {
        remove(folder);
        return;
    }
    for (const QString &name : QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System)) {
        if (!names.contains(name))
            QFile::remove(folder + u'/' + name);
    }
}

QStringList keptNames(const QString &folder, const QStringList &names)
{
    QStringList there;
    if (!isFolder(folder))
        return there;
    qint64 total = 0;
    for (const QString &name : names) {
        const QFileInfo file(folder + u'/' + name);
        if (!isPlainName(name) || !file.isFile() || file.isSymLink() || total + file.size() > mostBytes)
            continue;
        total += file.size();
        there.append(name);
    }
    return there;
}

NamedPictures readKeptPictures(const QString &folder, const QStringList &names)
{
    NamedPictures pictures;
    for (const QString &name : keptNames(folder, names)) {
        if (QFile file(folder + u'/' + name); file.open(QIODevice::ReadOnly))
            pictures.insert(name, file.read(mostBytes));
    }
    return pictures;
}

void shareKeptPictures(const QString &from, const QString &to, const QStringList &names)
{
    const QStringList shared = keptNames(from, names);
    if (shared.isEmpty() || !makeFolder(to))
        return;
    for (const QString &name : shared) {
        std::error_code error; // then they are written anew
        std::filesystem::create_hard_link(filePath(from + u'/' + name), filePath(to + u'/' + name), error);
    }
}

void discardKeptPictures(const QString &folder)
{
    if (!QFileInfo::exists(folder) && !QFileInfo(folder).isSymLink())
        return;
    // It has another name first: files of megabytes take their time to go, and the next draft may come before that.
    const QString gone = folder + goneSuffix;
    if (QFileInfo(folder).isSymLink() || !QFile::rename(folder, gone))
        remove(folder);
    else
        QThreadPool::globalInstance()->start([gone] { remove(gone); });
}

QStringList keptPicturesFolders(const QString &drafts)
{
    QStringList folders;
    for (const QFileInfo &folder :
         QDir(drafts).entryInfoList({u"*"_s + folderSuffix, u"*"_s + folderSuffix + goneSuffix}, QDir::Dirs))
        folders.append(folder.filePath());
    return folders;
}

QString journalOfKeptPictures(const QString &folder)
{
    return folder.first(folder.lastIndexOf(folderSuffix)) + draftSuffix;
}

} // namespace session

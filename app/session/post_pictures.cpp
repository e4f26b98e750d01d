// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/post_pictures.h"

#include "post/slug.h"
#include "publish/file_changes.h"
#include "publish/picture_home.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace session {

namespace {

constexpr int mostPictures = 1000;

struct PictureWords {
    Q_DECLARE_TR_FUNCTIONS(session::PostPictures)
};

const QStringList &endings()
{
    static const QStringList known = {u"png"_s, u"jpg"_s, u"jpeg"_s, u"gif"_s, u"svg"_s, u"webp"_s, u"avif"_s};
    return known;
}

/// A name for the web: lower case, hyphens, no blanks.
QString stemFor(const QString &name, const PicturePlace &place)
{
    const QString given = QFileInfo(name).completeBaseName();
    const QString own = given.isEmpty() ? QString() : QString::fromStdString(post::slugOf(given.toStdString()));
    return !own.isEmpty() ? own : !place.stem.isEmpty() ? place.stem : u"picture"_s;
}

} // namespace

bool isPictureFile(const QString &path)
{
    return endings().contains(QFileInfo(path).suffix().toLower());
}

QStringList pictureFilePatterns()
{
    QStringList patterns;
    for (const QString &ending : endings())
        patterns.append(u"*."_s + ending);
    return patterns;
}

PicturePlace picturePlace(const QString &postPath, const post::BlogConfig &blog, int year)
{
    const publish::PictureHome home = publish::pictureHome(postPath.toStdString(), blog, year);
    return {.folder = QString::fromStdString(home.folder.string()),
            .prefix = QString::fromStdString(home.prefix),
            .stem = QString::fromStdString(home.stem),
            .root = QString::fromStdString(home.root.string()),
            .beside = QFileInfo(postPath).absolutePath()};
}

std::expected<QString, QString> storePicture(const QByteArray &bytes, const QString &name, const PicturePlace &place)
{
    const QDir folder(place.folder);
    const QString stem = stemFor(name, place);
    if (!place.prefix.isEmpty() && !folder.mkpath(u"."_s))
        return std::unexpected(PictureWords::tr("The folder “%1” for pictures cannot be made.").arg(place.folder));
    const std::string ending = '.' + QFileInfo(name).suffix().toLower().toStdString();
    for (int number = 1; number < mostPictures; ++number) {
        const QString candidate = QString::fromStdString(publish::pictureName(stem.toStdString(), number, ending));
        QFile file(folder.filePath(candidate));
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
            if (file.exists()) {
                if (!publish::isAnother(file.filesystemFileName(), bytes.toStdString()))
                    return place.prefix + candidate;
                continue;
            }
            return std::unexpected(PictureWords::tr("The picture cannot be stored in “%1”: %2")
                                       .arg(folder.absolutePath(), file.errorString()));
        }
        if (file.write(bytes) == bytes.size() && file.flush())
            return place.prefix + candidate;
        const QString error = file.errorString();
        file.remove();
        return std::unexpected(PictureWords::tr("The picture cannot be written: %1").arg(error));
    }
    return std::unexpected(PictureWords::tr("There are too many pictures named “%1” already.").arg(stem));
}

std::expected<QString, QString> storePictureFile(const QString &path, const PicturePlace &place)
{
    if (const auto name = nameInPlace(path, place))
        return *name;
    const auto bytes = readPicture(path);
    return bytes ? storePicture(*bytes, QFileInfo(path).fileName(), place) : std::unexpected(bytes.error());
}

std::optional<QString> nameInPlace(const QString &path, const PicturePlace &place)
{
    if (QFileInfo(path).absolutePath() == place.beside)
        return QFileInfo(path).fileName();
    const QString canonical = QFileInfo(path).canonicalFilePath();
    if (!place.root.isEmpty() && canonical.startsWith(place.root + u'/'))
        return canonical.sliced(place.root.size());
    return std::nullopt;
}

std::expected<QByteArray, QString> readPicture(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(PictureWords::tr("The picture “%1” cannot be read: %2").arg(path, file.errorString()));
    if (file.size() > publish::largestPicture)
        return std::unexpected(PictureWords::tr("The picture “%1” is too large for a page: over 64 MB.").arg(path));
    return file.readAll();
}

bool isPictureThere(const QString &address, const QString &postPath, const QString &root)
{
    if (address.contains("://"_L1) || address.startsWith("data:"_L1))
        return true; // who knows
    const bool isFromRoot = address.startsWith(u'/') && !root.isEmpty();
    return QFileInfo(isFromRoot ? root + address : QFileInfo(postPath).dir().filePath(address)).isFile();
}

} // namespace session

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/post_pictures.h"

#include "post/slug.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace session {

namespace {

constexpr qint64 largestPicture = 64 * 1024 * 1024;
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
QString stemFor(const QString &name, const QString &postPath)
{
    const QString given = QFileInfo(name).completeBaseName();
    const QString own = given.isEmpty() ? QString() : QString::fromStdString(post::slugOf(given.toStdString()));
    const QString ofPost = QFileInfo(postPath).completeBaseName();
    return !own.isEmpty() ? own : !ofPost.isEmpty() ? ofPost : u"picture"_s;
}

} // namespace

bool isPictureFile(const QString &path)
{
    return endings().contains(QFileInfo(path).suffix().toLower());
}

std::expected<QString, QString> storePicture(const QByteArray &bytes, const QString &name, const QString &postPath)
{
    const QDir folder(QFileInfo(postPath).absolutePath());
    const QString stem = stemFor(name, postPath);
    const QString ending = QFileInfo(name).suffix().toLower();
    for (int number = 1; number < mostPictures; ++number) {
        const QString candidate =
            number == 1 ? u"%1.%2"_s.arg(stem, ending) : u"%1-%2.%3"_s.arg(stem).arg(number).arg(ending);
        QFile file(folder.filePath(candidate));
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
            if (file.exists())
                continue;
            return std::unexpected(PictureWords::tr("The picture cannot be stored in “%1”: %2")
                                       .arg(folder.absolutePath(), file.errorString()));
        }
        if (file.write(bytes) == bytes.size() && file.flush())
            return candidate;
        const QString error = file.errorString();
        file.remove();
        return std::unexpected(PictureWords::tr("The picture cannot be written: %1").arg(error));
    }
    return std::unexpected(PictureWords::tr("There are too many pictures named “%1” already.").arg(stem));
}

std::expected<QString, QString> storePictureFile(const QString &path, const QString &postPath)
{
    if (QFileInfo(path).absolutePath() == QFileInfo(postPath).absolutePath())
        return QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(PictureWords::tr("The picture “%1” cannot be read: %2").arg(path, file.errorString()));
    if (file.size() > largestPicture)
        return std::unexpected(PictureWords::tr("The picture “%1” is too large for a page: over 64 MB.").arg(path));
    return storePicture(file.readAll(), QFileInfo(path).fileName(), postPath);
}

QString figureOf(const QString &name)
{
    return u".. figure:: %1\n   :alt: ¦describe the picture¦\n"_s.arg(name);
}

} // namespace session

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/blog.h"

#include "post/picture_size.h"
#include "post/sphinx_settings.h"

#include <QFile>
#include <QFileInfo>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace session {

namespace {

constexpr qint64 largestInclusion = 4 * 1024 * 1024;

/// The file that a post names, if it lies in the folder, links followed; an absolute name begins at the folder.
QString fileInside(const QString &root, const QString &name)
{
    const QString canonical = QFileInfo(root + u'/' + name).canonicalFilePath();
    // A post that lies in somebody's home shows nothing of what is hidden there.
    const bool isShown = canonical.startsWith(root + u'/') && !canonical.sliced(root.size()).contains(u"/."_s);
    return isShown ? canonical : QString();
}

std::expected<std::string, std::string> readInside(const QString &root, std::string_view name)
{
    const QString path = fileInside(root, QString::fromUtf8(name.data(), qsizetype(name.size())));
    QFile file(path);
    if (path.isEmpty() || !QFileInfo(path).isFile() || file.size() > largestInclusion ||
        !file.open(QIODevice::ReadOnly))
        return std::unexpected("No such file or directory: '" + std::string(name) + "'.");
    return file.readAll().toStdString();
}

} // namespace

post::BlogConfig blogOf(const QString &postPath)
{
    if (postPath.isEmpty())
        return {};
    return post::findBlogConfig(std::filesystem::path(postPath.toStdString())).value_or(post::BlogConfig{});
}

QString sourceFolder(const QString &postPath, const post::BlogConfig &blog)
{
    if (postPath.isEmpty())
        return {};
    const QString root = QString::fromStdString(blog.root.string());
    return QFileInfo(root.isEmpty() ? QFileInfo(postPath).absolutePath() : root).canonicalFilePath();
}

rst::Settings renderSettings(const QString &postPath, const post::BlogConfig &blog, rst::Dialect dialect)
{
    const std::filesystem::path file(postPath.toStdString());
    rst::Settings settings = post::sphinxSettings(blog, post::today(), file);
    settings.dialect = dialect;
    settings.sphinx.keepPlaceholders = true;
    if (postPath.isEmpty())
        return settings;
    settings.sourcePath = postPath.toStdString();
    const QString root = sourceFolder(postPath, blog);
    if (!blog.root.empty() || root.isEmpty())
        return settings;
    // A post that belongs to no blog may show what lies beside it.
    settings.readFile = [root](std::string_view name) { return readInside(root, name); };
    settings.sphinx.hasFile = [root](std::string_view name) {
        return !fileInside(root, QString::fromUtf8(name.data(), qsizetype(name.size()))).isEmpty();
    };
    settings.sphinx.imageSize = [root](std::string_view name) -> std::optional<std::pair<unsigned, unsigned>> {
        const QString picture = fileInside(root, QString::fromUtf8(name.data(), qsizetype(name.size())));
        return picture.isEmpty() ? std::nullopt : post::pictureSize(picture.toStdString());
    };
    return settings;
}

} // namespace session

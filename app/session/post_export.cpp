// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/post_export.h"

#include <QDir>
#include <QFileInfo>

namespace session {

QString exportFolder(const QString &postPath, const post::BlogConfig &blog)
{
    if (!blog.root.empty())
        return QString::fromStdString(blog.postsFolder().string());
    if (postPath.isEmpty())
        return QDir::homePath();
    const QDir folder = QFileInfo(postPath).absoluteDir();
    bool isYear = false;
    const int year = folder.dirName().toInt(&isYear);
    return isYear && year >= 1000 && year <= 9999 ? QFileInfo(folder.absolutePath()).absolutePath()
                                                  : folder.absolutePath();
}

publish::ExportPlan planPostExport(const ExportRequest &request)
{
    const rst::Engine engine(rst::Dialect::Sphinx);
    const QString folder = request.folder.isEmpty() ? exportFolder(request.path, *request.blog) : request.folder;
    return publish::planExport(request.text.toStdString(), engine, *request.blog,
                               {.source = request.path.toStdString(),
                                .folder = folder.toStdString(),
                                .slug = request.slug.trimmed().toStdString()});
}

} // namespace session

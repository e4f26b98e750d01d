// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/export_pictures.h"

#include "network/embedded_image.h"
#include "publish/file_changes.h"
#include "publish/picture_fetch.h"
#include "publish/pictures.h"

#include <algorithm>

namespace session {

QStringList pictureHostsOf(const RenderingPtr &post)
{
    QStringList hosts;
    for (const publish::Picture &picture : publish::picturesOf(post->document)) {
        const QString host = QString::fromStdString(network::hostOf(picture.uri));
        if (picture.isRemote && !host.isEmpty() && !hosts.contains(host))
            hosts.append(host);
    }
    return hosts;
}

bool holdsPictures(const RenderingPtr &post)
{
    return std::ranges::any_of(publish::picturesOf(post->document), network::isEmbeddedImage, &publish::Picture::uri);
}

QString pictureFolderOf(const ExportRequest &request, const publish::ExportPlan &plan)
{
    return QString::fromStdString((request.blog->pictures / plan.path.parent_path().filename()).generic_string());
}

BroughtPictures bringPictures(const ExportRequest &request, const publish::ExportPlan &plan,
                              const std::stop_token &stop)
{
    const rst::Engine engine(rst::Dialect::Sphinx);
    const publish::LocalisedPost post =
        publish::localisePictures(request.text.toStdString(), engine, *request.blog, plan.path.stem().string(),
                                  plan.path.parent_path().filename().string(), request.reach, stop);
    BroughtPictures brought{.text = request.text};
    for (const std::string &problem : post.problems)
        brought.problems.append(QString::fromStdString(problem));
    publish::FileChanges changes;
    for (const publish::FileContent &file : post.files) {
        if (const auto written = changes.write(file.path, *file.bytes); !written) {
            changes.takeBack();
            brought.problems.append(QString::fromStdString(written.error()));
            return brought;
        }
    }
    brought.text = QString::fromStdString(post.text);
    brought.brought = int(post.files.size());
    return brought;
}

} // namespace session

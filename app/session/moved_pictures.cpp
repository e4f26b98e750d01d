// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/moved_pictures.h"

#include "post/post_metadata.h"
#include "publish/companion_pictures.h"
#include "rst/engine.h"

namespace session {

MovedPictures copyPicturesAlong(const PostMove &move)
{
    const rst::Engine engine(rst::Dialect::Sphinx);
    const std::string source = move.text.toStdString();
    const publish::HeldPictures none;
    const publish::CompanionPictures companions = publish::companionPictures({.source = source,
                                                                              .engine = engine,
                                                                              .config = *move.blog,
                                                                              .today = post::today(),
                                                                              .from = move.from.toStdString(),
                                                                              .to = move.to.toStdString(),
                                                                              .held = none});
    MovedPictures moved{.text = QString::fromStdString(companions.text)};
    for (const publish::FileContent &file : companions.files()) {
        if (const auto written = moved.changes.write(file.path, *file.bytes); !written) {
            moved.changes.takeBack();
            return {.text = move.text, .left = {QString::fromStdString(written.error())}};
        }
    }
    for (const publish::CompanionPicture &picture : companions.pictures)
        (picture.isDone ? moved.copied : moved.left).append(QString::fromStdString(picture.told));
    return moved;
}

} // namespace session

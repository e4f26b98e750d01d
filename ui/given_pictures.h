// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/editor/pasted_content.h"

#include "session/embedded_pictures.h"
#include "session/post_pictures.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace ui {

/// A picture that the post is to show: as the clipboard has it, or a file's path.
using GivenPicture = std::variant<PastedPicture, QString>;

/// What became of pictures.
struct TakenPictures {
    QStringList names = {};            // as the text is to have them, in their order
    session::NamedPictures held = {};  // those of them that are in no file of the post's yet
    QMap<QString, QString> files = {}; // of those, by name: the paths of their own files
    QStringList errors = {};           // a sentence for each picture that cannot be had
};

/// Stores pictures in the post's place, or reads them where the post has none yet. Slow, and safe on any thread.
[[nodiscard]] TakenPictures takePictures(const QList<GivenPicture> &pictures,
                                         const std::optional<session::PicturePlace> &place);

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/metadata_values.h"
#include "session/post_pictures.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <vector>

namespace session {

/// The files of pictures by the names that a text has for them.
using NamedPictures = QMap<QString, QByteArray>;

/// A text whose pictures do not stand in it.
struct TextWithPictures {
    QString text = {};
    NamedPictures pictures = {};
};

/// Takes out of a text the pictures that it holds itself, in "data:" addresses of directives, as office programs copy them:
/// lines of megabytes, which no editor is made for. Each gets a name that no other picture has. What is long and no picture
/// is cut short. Safe on any thread.
[[nodiscard]] TextWithPictures takenOut(const QString &rst);

/// Those pictures that directives of a text show.
[[nodiscard]] NamedPictures namedIn(const QString &text, const NamedPictures &pictures);

/// What became of pictures that were to be stored.
struct StoredPictures {
    QMap<QString, QString> names = {}; // of their files, by those that they had
    NamedPictures left = {};           // that could not be stored
    QStringList problems = {};         // a sentence for each of them
};

/// Stores pictures in their place, under the post's name.
[[nodiscard]] StoredPictures stored(const NamedPictures &pictures, const PicturePlace &place);

/// The changes of a text in which pictures get other names, where directives have the ones they had.
[[nodiscard]] std::vector<TextChange> renamedPictures(const QString &text, const QMap<QString, QString> &names);

} // namespace session

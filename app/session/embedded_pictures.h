// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/metadata_values.h"
#include "session/post_pictures.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace session {

/// The files of pictures by the names that a text has for them.
using NamedPictures = QMap<QString, QByteArray>;

/// A text whose pictures do not stand in it.
struct TextWithPictures {
    QString text = {};
    NamedPictures pictures = {};
    QStringList problems = {}; // a sentence for each picture that is lost
};

/// Takes out of a text the pictures that it holds itself, in "data:" addresses of directives, as office programs copy them:
/// lines of megabytes, which no editor is made for. Each gets a heldName(). What is long and no picture, or too large for one,
/// is cut short, which is among the problems. Safe on any thread.
[[nodiscard]] TextWithPictures takenOut(const QString &rst);

/// The name that a text has for a picture without a file, which no other picture has. `name` is that of its file elsewhere, or
/// no more than an ending.
[[nodiscard]] QString heldName(const QByteArray &bytes, const QString &name);

/// Those pictures that directives of a text show.
[[nodiscard]] NamedPictures namedIn(const QString &text, const NamedPictures &pictures);

/// What became of pictures that were to be stored.
struct StoredPictures {
    QMap<QString, QString> names = {}; // of their files, by those that they had
    NamedPictures left = {};           // that could not be stored
    QStringList problems = {};         // a sentence for each of them
};

/// Stores the pictures that the text names in their place, in its order, under the names that their files had elsewhere, or the
/// post's name. One whose own file, by its name among `files`, lies in the post's folder or blog already is only named.
[[nodiscard]] StoredPictures stored(const TextWithPictures &post, const PicturePlace &place,
                                    const QMap<QString, QString> &files = {});

/// The changes of a text in which pictures get other names, where directives have the ones they had.
[[nodiscard]] std::vector<TextChange> renamedPictures(const QString &text, const QMap<QString, QString> &names);

} // namespace session

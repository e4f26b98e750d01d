// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/blog_config.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <expected>
#include <optional>

namespace session {

/// Whether a file is a picture that a post can show, by its name.
[[nodiscard]] bool isPictureFile(const QString &path);

/// "*.png" and the others, for a dialog that chooses one.
[[nodiscard]] QStringList pictureFilePatterns();

/// Where the pictures of a post are kept, and how the post writes their names: publish::PictureHome.
struct PicturePlace {
    QString folder = {};
    QString prefix = {}; // before a file's name: "/_static/2026/", or nothing beside the post
    QString stem = {};   // of a picture without a name of its own
    QString root = {};   // of the blog, canonical; empty for a post of none
    QString beside = {}; // the post's own folder
};

/// As publish::pictureHome() says it, which the export goes by as well.
[[nodiscard]] PicturePlace picturePlace(const QString &postPath, const post::BlogConfig &blog, int year);

/// Stores a picture in its place, under a name made of its own (or of the post's, where it has none) that no other picture
/// has there. Returns the name as the post writes it; the error is one sentence. Nothing there is ever overwritten.
[[nodiscard]] std::expected<QString, QString> storePicture(const QByteArray &bytes, const QString &name,
                                                           const PicturePlace &place);

/// The same for a file, which stays where it is; one that lies in the post's folder or elsewhere in the blog is
/// only named.
[[nodiscard]] std::expected<QString, QString> storePictureFile(const QString &path, const PicturePlace &place);

/// How a post names a file that lies in its folder or elsewhere in its blog; nothing for any other.
[[nodiscard]] std::optional<QString> nameInPlace(const QString &path, const PicturePlace &place);

/// What a picture's file holds, unless that is too much for a page; the error is one sentence.
[[nodiscard]] std::expected<QByteArray, QString> readPicture(const QString &path);

/// Whether a picture's address, as the post writes it, leads to a file; one in the network is taken for one that does.
[[nodiscard]] bool isPictureThere(const QString &address, const QString &postPath, const QString &root);

} // namespace session

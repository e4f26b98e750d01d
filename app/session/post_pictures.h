// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <expected>

namespace session {

/// Whether a file is a picture that a post can show, by its name.
[[nodiscard]] bool isPictureFile(const QString &path);

/// Stores a picture beside a post, under a name made of its own (or of the post's, where it has none) that nothing else
/// has there. Returns the name as the post writes it; the error is one sentence. Nothing there is ever overwritten.
[[nodiscard]] std::expected<QString, QString> storePicture(const QByteArray &bytes, const QString &name,
                                                           const QString &postPath);

/// The same for a file, which stays where it is; one that lies in the post's folder already is only named.
[[nodiscard]] std::expected<QString, QString> storePictureFile(const QString &path, const QString &postPath);

/// The block that shows a picture, its description still to be written at `|`.
[[nodiscard]] QString figureOf(const QString &name);

} // namespace session

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/given_pictures.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>

#include <expected>

namespace ui {

namespace {

struct GivenWords {
    Q_DECLARE_TR_FUNCTIONS(ui::GivenPictures)
};

/// The picture's file: as it was copied, or else as PNG.
std::expected<QByteArray, QString> bytesOf(const GivenPicture &given)
{
    if (const auto *path = std::get_if<QString>(&given))
        return session::readPicture(*path);
    const auto &pasted = std::get<PastedPicture>(given);
    if (!pasted.bytes.isEmpty())
        return pasted.bytes;
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    if (!pasted.picture.save(&buffer, "PNG"))
        return std::unexpected(GivenWords::tr("The picture in the clipboard cannot be read."));
    return png;
}

QString nameOf(const GivenPicture &given)
{
    const auto *path = std::get_if<QString>(&given);
    return path ? QFileInfo(*path).fileName() : std::get<PastedPicture>(given).name;
}

std::expected<QString, QString> stored(const GivenPicture &given, const session::PicturePlace &place)
{
    if (const auto *path = std::get_if<QString>(&given))
        return session::storePictureFile(*path, place);
    const auto bytes = bytesOf(given);
    return bytes ? session::storePicture(*bytes, nameOf(given), place) : std::unexpected(bytes.error());
}

/// Under the name that the text has for it until it is stored.
std::expected<QString, QString> held(const GivenPicture &given, TakenPictures &taken)
{
    const auto bytes = bytesOf(given);
    if (!bytes)
        return std::unexpected(bytes.error());
    const QString name = session::heldName(*bytes, nameOf(given));
    taken.held.insert(name, *bytes);
    if (const auto *path = std::get_if<QString>(&given))
        taken.files.insert(name, QFileInfo(*path).absoluteFilePath());
    return name;
}

} // namespace

TakenPictures takePictures(const QList<GivenPicture> &pictures, const std::optional<session::PicturePlace> &place)
{
    TakenPictures taken;
    for (const GivenPicture &picture : pictures) {
        const auto name = place ? stored(picture, *place) : held(picture, taken);
        name ? taken.names.append(*name) : taken.errors.append(name.error());
    }
    return taken;
}

} // namespace ui

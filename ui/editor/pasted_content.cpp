// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/pasted_content.h"

#include "session/post_pictures.h"

#include <QMimeData>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

PastedPicture pastedPicture(const QMimeData &source)
{
    for (const QString &ending : {u"png"_s, u"jpeg"_s, u"gif"_s, u"webp"_s}) {
        if (const QByteArray bytes = source.data(u"image/"_s + ending); !bytes.isEmpty())
            return {.bytes = bytes, .name = u"."_s + ending};
    }
    return {.picture = source.imageData().value<QImage>(), .name = u".png"_s};
}

/// The pictures that are copied, as files; none if anything else is copied with them.
QStringList pictureFiles(const QMimeData &source)
{
    QStringList paths;
    for (const QUrl &url : source.urls()) {
        if (!url.isLocalFile() || !session::isPictureFile(url.toLocalFile()))
            return {};
        paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

PastedContent pastedContent(const QMimeData &source)
{
    if (const QStringList paths = pictureFiles(source); !paths.isEmpty())
        return PastedFiles{paths};
    if (source.hasImage() && !source.hasText())
        return pastedPicture(source);
    return PastedText{.html = source.hasHtml() ? source.html() : QString(), .plain = source.text()};
}

} // namespace ui

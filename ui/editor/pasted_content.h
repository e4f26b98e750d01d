// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>
#include <QStringList>

#include <variant>

class QMimeData;

namespace ui {

/// Pictures that a file manager copied or drags.
struct PastedFiles {
    QStringList paths = {};
};

/// A picture itself; `bytes` is its file if that was copied. The name has no stem.
struct PastedPicture {
    QImage picture = {};
    QByteArray bytes = {};
    QString name = {};
};

/// Words, as HTML too if that was copied.
struct PastedText {
    QString html = {};
    QString plain = {};
};

using PastedContent = std::variant<PastedText, PastedPicture, PastedFiles>;

/// What is wanted of all that the clipboard, or what is dragged, has to offer.
[[nodiscard]] PastedContent pastedContent(const QMimeData &source);

} // namespace ui

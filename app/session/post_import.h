// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/embedded_pictures.h"

#include <QString>
#include <QStringList>

#include <expected>
#include <vector>

namespace session {

/// A post that was read from another format.
struct ImportedText {
    QString title = {};
    QString date = {};           // YYYY-MM-DD; empty: a draft
    QString text = {};           // reStructuredText, with its metadata
    NamedPictures pictures = {}; // which it names, and the file held itself
    QStringList problems = {};   // a sentence for each picture that it held, and that is lost
};

struct ImportedFile {
    std::vector<ImportedText> posts = {}; // in the file's order
    QString note = {};                    // why not all was read; mostly empty
};

/// Whether the file's name is one of Markdown, HTML or a Blogger export.
[[nodiscard]] bool isImportable(const QString &path);
/// The same as one of the kinds of files that a dialog offers: their name, and the endings in brackets.
[[nodiscard]] QString importableFiles();

/// Makes posts of a Markdown or HTML file, or of a Blogger export, which has many; nothing is written. The error is one
/// sentence. A function of the file alone, safe on any thread.
[[nodiscard]] std::expected<ImportedFile, QString> importFile(const QString &path);

} // namespace session

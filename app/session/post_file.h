// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <expected>

namespace session {

enum class LineEnding : std::uint8_t { Lf, CrLf };

/// How a post's text is laid down in its file; kept from opening to saving.
struct FileFormat {
    LineEnding lineEnding = LineEnding::Lf;
    bool hasByteOrderMark = false;
};

/// A post as read from its file.
struct LoadedPost {
    QString path = {};
    QString text = {}; // lines end with `\n`
    FileFormat format = {};
    QString note = {}; // one sentence about what the reader should know, or empty
    QString home = {}; // without a path: the blog's folder that it is meant for; empty for none
};

/// Why a file was not opened.
struct LoadFailure {
    enum class Reason : std::uint8_t { Missing, Folder, Forbidden, Special, TooLarge, Binary, NotUtf8, Unreadable };

    Reason reason = Reason::Unreadable;
    QString sentence = {}; // for the message bar
};

/// Texts longer than this (in UTF-16 units) are shown without highlighting and are rendered only when asked.
inline constexpr qsizetype largeTextLength = 4'000'000;

/// Reads a file that should hold a post. Never changes it.
[[nodiscard]] std::expected<LoadedPost, LoadFailure> loadPost(const QString &path);

/// Reads a file that is not UTF-8 as Windows-1252, in which every byte means something.
[[nodiscard]] std::expected<LoadedPost, LoadFailure> loadPostAsWindows1252(const QString &path);

/// Writes the post: the file holds the old text or the new one, never a part (publish::replaceFile()). The error is one
/// sentence; the old file is then untouched.
[[nodiscard]] std::expected<void, QString> savePost(const QString &path, const QString &text, FileFormat format);

/// What tells a file's contents from others.
[[nodiscard]] QByteArray fileHash(const QString &text, FileFormat format);

/// The bytes that savePost() writes.
[[nodiscard]] QByteArray fileBytes(const QString &text, FileFormat format);

} // namespace session

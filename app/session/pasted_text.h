// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/text_positions.h"

#include <QString>

#include <cstdint>

namespace session {

/// What a clipboard's text is written in.
enum class PastedFormat : std::uint8_t { Plain, Markdown, Html };

/// Whether a plain text is Markdown: it has marks that reStructuredText does not know.
[[nodiscard]] PastedFormat formatOfPlainText(const QString &text);

/// The text as reStructuredText, as the readers and the writer make it, with clean addresses. What is one paragraph comes
/// without a line end, so that it fits into a line. Safe on any thread.
[[nodiscard]] QString pastedRst(const QString &text, PastedFormat format);

/// Pasted blocks with the blank lines that part them from the lines around, at the selection of a text that they replace. What
/// is one line goes into the line as it is.
[[nodiscard]] QString partedBlocks(const QString &rst, const QString &text, TextRange selection);

/// An address without what follows readers about: parameters such as utm_source and fbclid are taken off, and where it
/// only leads on to another address, that one is given.
[[nodiscard]] QString cleanAddress(const QString &address);

/// A text with each of its addresses cleaned.
[[nodiscard]] QString withCleanAddresses(const QString &text);

} // namespace session

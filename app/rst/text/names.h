// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace rst {

/// A reference name in its normal form: white space collapsed, lower case
/// (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#reference-names).
[[nodiscard]] std::string fullyNormalizeName(std::string_view name);

/// White space collapsed to single spaces, ends trimmed, case kept.
[[nodiscard]] std::string whitespaceNormalizeName(std::string_view name);

/// Whether whitespaceNormalizeName() leaves the name as it is. True only where that is seen at a glance: of ASCII text.
[[nodiscard]] bool hasPlainSpace(std::string_view name) noexcept;

/// Whether fullyNormalizeName() leaves the name as it is; true only of ASCII text.
[[nodiscard]] bool isNormalizedName(std::string_view name) noexcept;

/// An identifier made of a name (docutils' `nodes.make_id`): lower case ASCII letters, digits and
/// single hyphens, beginning with a letter; empty where nothing is left.
[[nodiscard]] std::string makeId(std::string_view name);

/// Letters without their marks, in ASCII where they have such a form (`Zażółć` is `Zazolc`); what has none is left out.
[[nodiscard]] std::string asciiFolded(std::string_view text);

/// The text decomposed, look-alikes replaced (Unicode's NFKD).
[[nodiscard]] std::string compatibilityDecomposed(std::string_view text);

} // namespace rst

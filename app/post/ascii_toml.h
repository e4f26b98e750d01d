// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace post {

/// TOML with each byte beyond ASCII written as a word of ASCII, for a reader that must see no other characters: toml++ 3.4
/// runs into undefined behaviour over letters that stand outside of texts and comments. In those, where alone TOML has
/// a place for them (https://toml.io/en/v1.0.0#keys), the words are as good as any; elsewhere they are the same fault.
class AsciiToml
{
public:
    /// `toml` is valid UTF-8; a byte order mark is left out.
    explicit AsciiToml(std::string_view toml);

    [[nodiscard]] const std::string &text() const noexcept { return m_text; }
    /// A text of it, a key or a value, as it was written.
    [[nodiscard]] std::string original(std::string_view text) const;

private:
    std::string m_mark; // what the words begin with, and what is nowhere else
    std::string m_text;
};

} // namespace post

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace post {

/// A place in a Python file that moves over names, texts and whole statements without knowing what they mean.
/// https://docs.python.org/3/reference/lexical_analysis.html
class PythonScanner
{
public:
    explicit PythonScanner(std::string_view source) noexcept : m_source(source) {}

    [[nodiscard]] bool atEnd() const noexcept { return m_at >= m_source.size(); }
    [[nodiscard]] char peek() const noexcept { return atEnd() ? '\0' : m_source[m_at]; }
    [[nodiscard]] bool follows(std::string_view text) const noexcept { return m_source.substr(m_at).starts_with(text); }
    [[nodiscard]] bool isAtText() const noexcept { return peek() == '\'' || peek() == '"'; }
    [[nodiscard]] bool isAtName() const noexcept;
    [[nodiscard]] bool isAtNumber() const noexcept;
    void skip(std::size_t count) noexcept { m_at += count; }
    bool take(char c) noexcept
    {
        const bool found = peek() == c && !atEnd();
        m_at += found ? 1 : 0;
        return found;
    }

    [[nodiscard]] std::size_t place() const noexcept { return m_at; }
    void goTo(std::size_t place) noexcept { m_at = place; }

    /// Over blanks, comments and joined lines; within brackets line ends, too.
    void skipSpace(bool inBrackets) noexcept;
    /// Behind the end of the logical line: texts and brackets may hold line ends.
    void skipLine();
    /// Behind the end of a statement; whether another one follows on its line, after a semicolon.
    bool skipStatement();
    void skipText();
    std::string_view takeName() noexcept;
    /// The characters of a number, be it one or not.
    std::string_view takeNumber() noexcept;
    /// One text with its prefix; nothing for bytes and for texts with values in them.
    std::optional<std::string> takeText();

private:
    bool skipBehind(std::string_view ends);
    bool takeEscape(std::string &text);
    bool takeNamedCharacter(std::string &text);

    std::string_view m_source;
    std::size_t m_at = 0;
};

} // namespace post

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "repair/marked_text.h"
#include "repair/rule.h"

#include <optional>
#include <string>
#include <string_view>

namespace repair {

inline constexpr std::size_t longestLink = 8000; // text and address; no search goes farther

/// Whether a paragraph ends in the text: none of a link, and no code, goes on behind it.
[[nodiscard]] bool hasBlankLine(std::string_view text);
/// Without the marks of quotations that stand behind its line ends.
[[nodiscard]] std::string withoutQuoteMarks(std::string_view text);
/// Without the backslashes before its punctuation.
[[nodiscard]] std::string withoutEscapes(std::string_view text);

/// A link as the importer wrote it.
struct ParsedLink {
    std::string_view text = {};
    std::string_view url = {};
    std::size_t begin = 0; // of the text
    std::size_t end = 0;   // behind the whole
};

/// The scan over a body, once from its beginning to its end: what it understands (links, pictures, code, escapes) becomes an
/// object, and a mark in the text.
class ObjectScan
{
public:
    ObjectScan(std::string_view text, Objects &objects, const RuleContext &context)
        : m_text(text)
        , m_objects(objects)
        , m_context(context)
    {
    }

    std::string run();

private:
    bool takeEscape();
    bool takeAutolink();
    bool takeBackquote();
    bool takeLinkedCode();
    bool takeLinkWithCode();
    bool takeCode(bool mayHoldAngle);
    bool takeLink();
    bool takePicture(const ParsedLink &link);
    bool takePlainPicture();
    bool takeMarkdownLink();
    [[nodiscard]] std::optional<ParsedLink> linkAt(std::size_t at) const;
    /// Where the next unescaped closing parenthesis stands, no paragraph's end before it.
    [[nodiscard]] std::size_t closingParenthesis(std::size_t from) const;
    [[nodiscard]] std::string cleanUrl(std::string_view url);
    /// Where `what` stands next, not too far away.
    [[nodiscard]] std::size_t find(std::string_view what) const
    {
        const std::size_t found = m_text.substr(m_at, longestLink).find(what);
        return found == std::string_view::npos ? std::string_view::npos : m_at + found;
    }
    void addLink(std::string_view text, std::string url);
    void partFromWord();
    void add(Object object)
    {
        m_out += markFor(m_objects.size());
        m_objects.push_back(std::move(object));
    }
    [[nodiscard]] bool startsWith(std::size_t at, std::string_view what) const
    {
        return m_text.substr(at).starts_with(what);
    }

    std::string_view m_text;
    Objects &m_objects;
    const RuleContext &m_context;
    std::size_t m_at = 0;
    std::string m_out;
};

} // namespace repair

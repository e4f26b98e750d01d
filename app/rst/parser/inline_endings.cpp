// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/parser/inline_chars.h"
#include "rst/parser/inline_parser.h"
#include "rst/parser/inline_run.h"

#include <algorithm>

// End-strings: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup-recognition-rules

namespace rst {

namespace {

[[nodiscard]] std::size_t underscoresAt(std::string_view text, std::size_t at) noexcept
{
    std::size_t count = 0;
    while (count < 2 && at + count < text.size() && text[at + count] == '_')
        ++count;
    return count;
}

/// `:name:` at `text[at]`, or 0.
[[nodiscard]] std::size_t roleSizeAt(std::string_view text, std::size_t at) noexcept
{
    if (at >= text.size() || text[at] != ':')
        return 0;
    const std::size_t name = simpleNameLength(text.substr(at + 1));
    const std::size_t colon = at + 1 + name;
    return name != 0 && colon < text.size() && text[colon] == ':' ? name + 2 : 0;
}

} // namespace

/// The end-string for a start-string that ends at `from`, at least one character after it.
std::optional<InlineRun::Mark> InlineRun::findEnd(Ending ending, std::size_t from)
{
    if (endStringSize(ending, from) != 0)
        return std::nullopt; // nothing in between
    return nextEnd(ending, from);
}

std::optional<InlineRun::Mark> InlineRun::nextEnd(Ending ending, std::size_t from)
{
    KnownEnd &known = m_knownEnds[std::size_t(ending)];
    if (known.from <= from && (!known.next || known.next->begin >= from))
        return known.next;

    const char first = ending == Ending::Emphasis || ending == Ending::Strong ? '*'
                       : ending == Ending::Substitution                       ? '|'
                                                                              : '`';
    known = {.from = from, .next = std::nullopt};
    for (std::size_t at = m_text.find(first, from); at != std::string_view::npos; at = m_text.find(first, at + 1)) {
        if (!isPrecededForEnd(ending, at))
            continue;
        if (const std::size_t size = endStringSize(ending, at)) {
            known.next = Mark{at, at + size};
            break;
        }
    }
    return known.next;
}

/// The size of the end-string at `at` together with what may stand after it; 0 where there is none.
std::size_t InlineRun::endStringSize(Ending ending, std::size_t at) const noexcept
{
    const auto sizeOf = [this, at](std::string_view endString) -> std::size_t {
        const bool isHere =
            m_text.substr(at).starts_with(endString) && isFollowedForMarkup(m_text, at + endString.size());
        return isHere ? endString.size() : 0;
    };
    switch (ending) {
    case Ending::Emphasis: return sizeOf("*");
    case Ending::Strong: return sizeOf("**");
    case Ending::Literal: return sizeOf("``");
    case Ending::Target: return sizeOf("`");
    case Ending::Substitution: {
        if (!m_text.substr(at).starts_with('|'))
            return 0;
        const std::size_t size = 1 + underscoresAt(m_text, at + 1);
        return isFollowedForMarkup(m_text, at + size) ? size : 0;
    }
    case Ending::Interpreted: {
        if (!m_text.substr(at).starts_with('`'))
            return 0;
        // A role and underscores, as far as the text after them allows; else the backquote alone.
        for (const std::size_t role : {roleSizeAt(m_text, at + 1), std::size_t{0}}) {
            const std::size_t size = 1 + role + underscoresAt(m_text, at + 1 + role);
            if (isFollowedForMarkup(m_text, at + size))
                return size;
        }
        return 0;
    }
    }
    return 0;
}

bool InlineRun::isPrecededForEnd(Ending ending, std::size_t at) const noexcept
{
    if (at == 0)
        return true;
    const bool isAfterSpace = isSpaceBefore(m_text, at);
    const bool isAfterEscape = m_text[at - 1] == '\0';
    switch (ending) {
    case Ending::Literal: return !isAfterSpace;
    case Ending::Interpreted: {
        // An escaped white space may end interpreted text.
        if (!isAfterSpace)
            return !isAfterEscape;
        const std::size_t space = at - decodeBefore(m_text, at).size;
        return space > 0 && m_text[space - 1] == '\0';
    }
    default: return !isAfterSpace && !isAfterEscape;
    }
}

} // namespace rst

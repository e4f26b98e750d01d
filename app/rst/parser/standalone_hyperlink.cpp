// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/parser/standalone_hyperlink.h"

#include "rst/parser/inline_chars.h"

#include <algorithm>

// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#standalone-hyperlinks
//
// A hyperlink has an anchor: the colon after its scheme, or the @ of an address. No scheme and no local part contains
// an anchor, so going from anchor to anchor and looking back from each finds the first hyperlink, and reads no
// character more than a few times.

namespace rst {

namespace {

constexpr std::size_t nowhere = std::string_view::npos;

class HyperlinkScanner
{
public:
    HyperlinkScanner(std::string_view text, std::size_t begin, std::size_t end) noexcept
        : m_text(text.substr(0, end))
        , m_begin(begin)
    {
    }

    [[nodiscard]] std::optional<StandaloneHyperlink> find() noexcept;
    [[nodiscard]] std::optional<StandaloneHyperlink> atBegin() noexcept;

private:
    [[nodiscard]] std::optional<StandaloneHyperlink> uriAt(std::size_t colon) noexcept;
    [[nodiscard]] std::size_t schemeBegin(std::size_t colon) const noexcept;
    [[nodiscard]] std::size_t uriEnd(std::size_t from) noexcept;
    [[nodiscard]] std::size_t queryEnd(std::size_t from) noexcept;
    [[nodiscard]] std::size_t lastEnd(std::size_t from, std::size_t runEnd) noexcept;
    [[nodiscard]] std::optional<StandaloneHyperlink> emailAt(std::size_t at) const noexcept;
    [[nodiscard]] std::size_t localBegin(std::size_t at) const noexcept;
    [[nodiscard]] std::size_t hostEnd(std::size_t from) const noexcept;

    [[nodiscard]] bool is(std::size_t at, InlineClass wanted) const noexcept
    {
        return at < m_text.size() && isInlineClass(m_text[at], wanted);
    }
    [[nodiscard]] bool has(std::size_t at, char c) const noexcept { return at < m_text.size() && m_text[at] == c; }
    /// Whether a hyperlink may start here, for what stands before.
    [[nodiscard]] bool mayBegin(std::size_t at) const noexcept
    {
        return at == m_begin || isPrecededForMarkup(m_text, at);
    }
    [[nodiscard]] bool mayEnd(std::size_t at) const noexcept { return isFollowedForMarkup(m_text, at); }
    /// Whether the character may be a URI's last: punctuation only where a `>` follows.
    [[nodiscard]] bool isLast(std::size_t at) const noexcept
    {
        return is(at, InlineClass::UriLast) || (is(at, InlineClass::Uri) && has(at + 1, '>'));
    }
    /// The end of the run of URI characters that includes `from`.
    [[nodiscard]] std::size_t uriRunEnd(std::size_t from) noexcept
    {
        if (from < m_runBegin || from > m_runEnd) {
            m_runBegin = from;
            m_runEnd = from;
            while (is(m_runEnd, InlineClass::Uri))
                ++m_runEnd;
        }
        return m_runEnd;
    }

    std::string_view m_text;
    std::size_t m_begin;
    // The run of URI characters seen last, and whether it is known to have no end of a URI after a first failure.
    std::size_t m_runBegin = 1;
    std::size_t m_runEnd = 0;
    std::size_t m_endlessRun = nowhere; // the end of a run in which a search for a URI's end has failed
};

std::optional<StandaloneHyperlink> HyperlinkScanner::find() noexcept
{
    std::size_t colon = m_text.find(':', m_begin);
    std::size_t at = m_text.find('@', m_begin);
    while (colon != nowhere || at != nowhere) {
        if (colon < at) {
            if (const auto uri = uriAt(colon))
                return uri;
            colon = m_text.find(':', colon + 1);
        } else {
            if (const auto email = emailAt(at))
                return email;
            at = m_text.find('@', at + 1);
        }
    }
    return std::nullopt;
}

std::optional<StandaloneHyperlink> HyperlinkScanner::atBegin() noexcept
{
    std::size_t anchor = m_begin;
    while (is(anchor, InlineClass::Scheme))
        ++anchor;
    std::optional<StandaloneHyperlink> found;
    if (has(anchor, ':')) {
        found = uriAt(anchor);
    } else {
        while (is(anchor, InlineClass::Email) || has(anchor, '.'))
            ++anchor;
        if (has(anchor, '@'))
            found = emailAt(anchor);
    }
    return found && found->begin == m_begin ? found : std::nullopt;
}

std::optional<StandaloneHyperlink> HyperlinkScanner::uriAt(std::size_t colon) noexcept
{
    if (!is(colon + 1, InlineClass::Uri))
        return std::nullopt;
    const std::size_t begin = schemeBegin(colon);
    if (begin == nowhere)
        return std::nullopt;
    const std::size_t end = uriEnd(colon + 1);
    if (end == nowhere)
        return std::nullopt;
    return StandaloneHyperlink{.begin = begin, .end = end, .scheme = m_text.substr(begin, colon - begin)};
}

/// The first place from which a scheme reaches to the colon.
std::size_t HyperlinkScanner::schemeBegin(std::size_t colon) const noexcept
{
    std::size_t result = nowhere;
    for (std::size_t at = colon; at > m_begin && is(at - 1, InlineClass::Scheme); --at) {
        if (is(at - 1, InlineClass::Letter) && mayBegin(at - 1))
            result = at - 1;
    }
    return result;
}

/// The end of a URI whose part after the scheme begins at `from`: a path, then perhaps a query and a fragment, each as
/// long as it can be.
std::size_t HyperlinkScanner::uriEnd(std::size_t from) noexcept
{
    const std::size_t runEnd = uriRunEnd(from);
    if (runEnd == from)
        return nowhere;
    if (isLast(runEnd - 1)) {
        if (has(runEnd, '?')) {
            const std::size_t end = queryEnd(runEnd + 1);
            return end == nowhere ? runEnd : end; // a question mark may follow a URI
        }
        if (has(runEnd, '#')) {
            const std::size_t fragment = runEnd + 1;
            if (const std::size_t end = lastEnd(fragment, uriRunEnd(fragment)); end != nowhere)
                return end;
        }
    }
    return lastEnd(from, runEnd);
}

std::size_t HyperlinkScanner::queryEnd(std::size_t from) noexcept
{
    const std::size_t runEnd = uriRunEnd(from);
    if (runEnd > from && isLast(runEnd - 1) && has(runEnd, '#')) {
        const std::size_t fragment = runEnd + 1;
        if (const std::size_t end = lastEnd(fragment, uriRunEnd(fragment)); end != nowhere)
            return end;
    }
    return lastEnd(from, runEnd);
}

/// The last place in a run where a URI may end.
std::size_t HyperlinkScanner::lastEnd(std::size_t from, std::size_t runEnd) noexcept
{
    if (runEnd == m_endlessRun)
        return nowhere;
    for (std::size_t end = runEnd; end > from; --end) {
        if (isLast(end - 1) && mayEnd(end))
            return end;
    }
    m_endlessRun = runEnd;
    return nowhere;
}

std::optional<StandaloneHyperlink> HyperlinkScanner::emailAt(std::size_t at) const noexcept
{
    const std::size_t begin = localBegin(at);
    if (begin == nowhere)
        return std::nullopt;
    const std::size_t end = hostEnd(at + 1);
    if (end == nowhere)
        return std::nullopt;
    return StandaloneHyperlink{.begin = begin, .end = end};
}

/// The first place from which the part before the @ is well formed: single dots, and none at its ends.
std::size_t HyperlinkScanner::localBegin(std::size_t at) const noexcept
{
    if (at == m_begin || m_text[at - 1] == '\0' || m_text[at - 1] == '.')
        return nowhere;
    std::size_t result = nowhere;
    for (std::size_t here = at; here > m_begin; --here) {
        const char c = m_text[here - 1];
        if (c == '.' ? m_text[here] == '.' : !isInlineClass(c, InlineClass::Email))
            break;
        if (c != '.' && mayBegin(here - 1))
            result = here - 1;
    }
    return result;
}

std::size_t HyperlinkScanner::hostEnd(std::size_t from) const noexcept
{
    if (!is(from, InlineClass::Email))
        return nowhere;
    std::size_t last = from + 1;
    while (is(last, InlineClass::Email) || has(last, '.'))
        ++last;
    for (; last > from; --last) {
        if (isLast(last) && mayEnd(last + 1))
            return last + 1;
    }
    return nowhere;
}

} // namespace

std::optional<StandaloneHyperlink> findStandaloneHyperlink(std::string_view text, std::size_t begin,
                                                           std::size_t end) noexcept
{
    return HyperlinkScanner(text, begin, end).find();
}

std::optional<StandaloneHyperlink> standaloneHyperlinkAt(std::string_view text, std::size_t begin,
                                                         std::size_t end) noexcept
{
    return HyperlinkScanner(text, begin, end).atBegin();
}

bool isEmailAddress(std::string_view text) noexcept
{
    const std::size_t at = text.find('@');
    if (at == nowhere || at == 0 || text[at - 1] == '.' || text[0] == '.' || text.size() < at + 3)
        return false;
    const auto isPart = [](std::string_view part) {
        return std::ranges::all_of(part, [](char c) { return c == '.' || isInlineClass(c, InlineClass::Email); });
    };
    const std::string_view host = text.substr(at + 1);
    return isPart(text.substr(0, at)) && !text.substr(0, at).contains("..") &&
           isInlineClass(host[0], InlineClass::Email) && isPart(host.substr(0, host.size() - 1)) &&
           isInlineClass(host.back(), InlineClass::UriLast);
}

} // namespace rst

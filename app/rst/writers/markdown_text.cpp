// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/writers/markdown_text.h"

#include "rst/parser/inline_chars.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <format>

namespace rst {

namespace {

/// Whether `&` at `at` begins what may be an entity.
bool beginsEntity(std::string_view text, std::size_t at)
{
    constexpr std::size_t longest = 40;
    const std::string_view rest = text.substr(at + 1, longest);
    const std::size_t end = rest.find_first_not_of("#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    return end != rest.npos && end > 0 && rest[end] == ';';
}

/// Whether `:` or `.` at `at` would make an address of text: http://…, www.…
bool makesAutolink(std::string_view text, std::size_t at)
{
    const auto endsIn = [&](std::string_view word) {
        return at >= word.size() && toLowerAscii(text.substr(at - word.size(), word.size())) == word;
    };
    if (text[at] == ':')
        return text.substr(at).starts_with("://") && (endsIn("http") || endsIn("https") || endsIn("ftp"));
    return endsIn("www");
}

std::size_t longestRun(std::string_view text, char of)
{
    std::size_t longest = 0, run = 0;
    for (const char c : text) {
        run = c == of ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

} // namespace

bool isMarkdownPunctuation(char c) noexcept
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

std::string escapedMarkdown(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const char next = at + 1 < text.size() ? text[at + 1] : '\n';
        bool isEscaped = false;
        switch (c) {
        case '\\': isEscaped = isMarkdownPunctuation(next) || next == '\n'; break;
        case '*':
        case '`':
        case '~':
        case '[':
        case ']': isEscaped = true; break;
        case '_': isEscaped = alphanumericBefore(text, at) == 0 || alphanumericAt(text, at + 1) == 0; break;
        case '<':
            isEscaped = next == '/' || next == '!' || next == '?' || next == '\n' || alphanumericAt(text, at + 1);
            break;
        case '&': isEscaped = beginsEntity(text, at); break;
        case ':':
        case '.': isEscaped = makesAutolink(text, at); break;
        default: break;
        }
        if (isEscaped)
            out += '\\';
        out += c;
    }
    return out;
}

std::string escapedUnlinkedMarkdown(std::string_view text)
{
    std::string out;
    std::size_t begin = 0;
    for (std::size_t at = text.find('@'); at != text.npos; at = text.find('@', at + 1)) {
        const auto isLocal = [](char c) {
            return isInlineClass(c, InlineClass::Alphanumeric) || c == '.' || c == '+' || c == '-' || c == '_';
        };
        if (at == 0 || !isLocal(text[at - 1]) || at + 1 == text.size() || !isLocal(text[at + 1]))
            continue;
        out += escapedMarkdown(text.substr(begin, at - begin));
        out += "<!-- -->";
        begin = at;
    }
    return out += escapedMarkdown(text.substr(begin));
}

// https://spec.commonmark.org/0.31.2/#code-spans
std::string markdownCodeSpan(std::string_view text)
{
    std::string content(text);
    std::ranges::replace(content, '\n', ' ');
    std::size_t ticks = 1;
    // The shortest fence that is no run within.
    for (const std::size_t most = longestRun(content, '`'); ticks <= most; ++ticks) {
        const std::string fence(ticks, '`');
        bool isTaken = false;
        for (std::size_t at = content.find('`'); at != content.npos; at = content.find('`', at)) {
            const std::size_t end = std::min(content.find_first_not_of('`', at), content.size());
            isTaken = isTaken || end - at == ticks;
            at = end;
        }
        if (!isTaken)
            break;
    }
    const bool needsBlanks =
        content.starts_with('`') || content.ends_with('`') || (content.starts_with(' ') && content.ends_with(' '));
    const std::string fence(ticks, '`');
    return needsBlanks ? std::format("{0} {1} {0}", fence, content) : fence + content + fence;
}

// https://spec.commonmark.org/0.31.2/#link-destination
std::string markdownDestination(std::string_view uri)
{
    const bool isBare = !uri.empty() && uri.find_first_of(" ()<>\\\t") == uri.npos;
    std::string out = isBare ? "" : "<";
    for (std::size_t at = 0; at < uri.size(); ++at) {
        const char c = uri[at];
        if (c == '\n' || c == '\r')
            continue;
        if (c == '&' && beginsEntity(uri, at)) {
            out += "&amp;";
            continue;
        }
        if (c == '<' || c == '>' || c == '\\')
            out += '\\';
        out += c;
    }
    return isBare ? out : out + '>';
}

namespace {

/// An e-mail address that CommonMark takes for a link between angle brackets; some that it would take, too, are not.
bool isMailAutolink(std::string_view text)
{
    const std::size_t sign = text.find('@');
    const auto isOf = [](std::string_view part, std::string_view marks) {
        return !part.empty() && std::ranges::all_of(part, [marks](char c) {
            return isAsciiByte(c) && (isInlineClass(c, InlineClass::Alphanumeric) || marks.contains(c));
        });
    };
    const std::string_view local = text.substr(0, sign);
    if (sign == text.npos || !isOf(local, ".-_+") || local.contains("..") || local.contains("-.") ||
        local.contains(".-"))
        return false;
    for (std::size_t begin = sign + 1; begin <= text.size();) {
        const std::size_t end = std::min(text.find('.', begin), text.size());
        const std::string_view label = text.substr(begin, end - begin);
        constexpr std::size_t longest = 63;
        if (!isOf(label, "-") || label.size() > longest || label.starts_with('-') || label.ends_with('-'))
            return false;
        begin = end + 1;
    }
    return true;
}

} // namespace

// https://spec.commonmark.org/0.31.2/#autolinks
bool isMarkdownAutolink(std::string_view uri, std::string_view text)
{
    const bool isMail = uri.starts_with("mailto:") && uri.substr(7) == text && text.contains('@');
    if (!isMail && uri != text)
        return false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>' || c == '\\' || c == '`' || c == 0x7f ||
            (c == '&' && beginsEntity(text, at)))
            return false;
    }
    if (isMail)
        return isMailAutolink(text);
    const std::size_t colon = text.find(':');
    return colon != text.npos && colon >= 2 && colon <= 32 && isInlineClass(text[0], InlineClass::Letter) &&
           std::ranges::all_of(text.substr(0, colon),
                               [](char c) { return isAsciiByte(c) && isInlineClass(c, InlineClass::Scheme); });
}

std::string asMarkdownParagraph(std::string_view text)
{
    std::string out;
    bool isFirst = true;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = trimmedRight(text.substr(begin, end - begin));
        const std::size_t word = std::min(line.find_first_of(" \t"), line.size());
        if (!isFirst)
            out += '\n';
        std::size_t escapeAt = line.npos;
        if (!line.empty()) {
            const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
            const std::string_view marker = line.substr(0, word);
            if (line[0] == '>' || marker == "-" || marker == "+" || marker == "*" ||
                line.find_first_not_of("=") == line.npos ||
                (marker.size() <= 6 && marker.find_first_not_of('#') == marker.npos) ||
                line.find_first_not_of("-:| \t") == line.npos)
                escapeAt = 0;
            else if (digits > 0 && digits < 10 && digits + 1 == word && (line[digits] == '.' || line[digits] == ')'))
                escapeAt = digits;
        }
        if (escapeAt != line.npos && line[escapeAt] != '\\') {
            out += line.substr(0, escapeAt);
            out += '\\';
            out += line.substr(escapeAt);
        } else {
            out += line;
        }
        isFirst = false;
        begin = end + 1;
    }
    return out;
}

} // namespace rst

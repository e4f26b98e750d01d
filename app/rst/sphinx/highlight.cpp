// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/sphinx/highlight.h"

#include "rst/text/unicode.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <vector>

namespace rst {
namespace {

constexpr std::string_view lexerNames[] = {
#define RST_LEXER(name) name,
#include "rst/sphinx/lexer_names.def"
};
static_assert(std::ranges::is_sorted(lexerNames));

/// Languages whose lexers Sphinx tells to keep blank lines at the ends.
bool keepsBlankLines(std::string_view language) noexcept
{
    constexpr std::string_view keeping[] = {"none", "python", "pycon",   "rest",    "c",
                                            "py",   "py3",    "python3", "default", "pycon3"};
    return std::ranges::contains(keeping, language);
}

std::string_view withoutBlankEnds(std::string_view code)
{
    const std::size_t begin = std::min(code.find_first_not_of('\n'), code.size());
    code.remove_prefix(begin);
    return code.substr(0, code.find_last_not_of('\n') + 1);
}

/// Sorted numbers in a text.
std::vector<std::int64_t> numbersIn(std::string_view text)
{
    std::vector<std::int64_t> numbers;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        std::int64_t number = 0;
        if (std::from_chars(word.data(), word.data() + word.size(), number).ec == std::errc())
            numbers.push_back(number);
        text.remove_prefix(std::min(word.size() + 1, text.size()));
    }
    std::ranges::sort(numbers);
    return numbers;
}

} // namespace

bool isKnownLexer(std::string_view name) noexcept
{
    const std::string lower = toLower(name);
    return std::ranges::binary_search(lexerNames, std::string_view(lower)) || name == "none" || name == "default" ||
           name == "guess" || name == "pycon3";
}

std::span<const std::string_view> knownLexers() noexcept
{
    return lexerNames;
}

void appendEscapedCode(std::string &to, std::string_view text)
{
    for (const char c : text) {
        switch (c) {
        case '&': to += "&amp;"; break;
        case '<': to += "&lt;"; break;
        case '>': to += "&gt;"; break;
        case '"': to += "&quot;"; break;
        case '\'': to += "&#39;"; break;
        default: to += c;
        }
    }
}

std::string highlightedCode(std::string_view code, std::string_view language, const CodeLayout &layout,
                            const CodeColours &colours)
{
    std::string text(keepsBlankLines(language) ? code : withoutBlankEnds(code));
    if (!text.ends_with('\n'))
        text += '\n';
    const auto count = std::ranges::count(text, '\n');
    std::vector<std::string> coloured = colours ? colours(text, language) : std::vector<std::string>();
    const bool isColoured = std::ssize(coloured) == count;
    const std::size_t width = std::to_string(layout.firstLine + count - 1).size();
    const std::vector<std::int64_t> emphasized = numbersIn(layout.emphasizedLines);

    const bool isTable = layout.isTable && layout.hasLineNumbers;
    std::string html = "<div class=\"highlight\">";
    if (isTable) {
        html += "<table class=\"highlighttable\"><tr><td class=\"linenos\"><div class=\"linenodiv\"><pre>";
        for (std::int64_t line = 0; line < count; ++line)
            html += std::format("{}<span class=\"normal\">{:>{}}</span>", line > 0 ? "\n" : "", layout.firstLine + line,
                                width);
        html += "</pre></div></td><td class=\"code\"><div>";
    }
    html += "<pre><span></span>";
    std::int64_t number = 1;
    for (std::string_view rest = text; !rest.empty(); ++number) {
        const std::string_view line = rest.substr(0, rest.find('\n') + 1);
        rest.remove_prefix(line.size());
        const bool isEmphasized = std::ranges::binary_search(emphasized, number);
        if (isEmphasized)
            html += "<span class=\"hll\">";
        if (layout.hasLineNumbers && !isTable)
            html += std::format("<span class=\"linenos\">{:>{}}</span>", layout.firstLine + number - 1, width);
        if (isColoured)
            html += coloured[std::size_t(number - 1)] + '\n';
        else
            appendEscapedCode(html, line);
        if (isEmphasized)
            html += "</span>";
    }
    return html + (isTable ? "</pre></div></td></tr></table></div>\n" : "</pre></div>\n");
}

std::string withoutDoctestFlags(std::string_view code)
{
    constexpr std::string_view blankMark = "<BLANKLINE>";
    std::string result;
    while (!code.empty()) {
        std::string_view line = code.substr(0, code.find('\n'));
        const bool endsLine = line.size() < code.size();
        code.remove_prefix(line.size() + (endsLine ? 1 : 0));
        if (const std::string_view text = trimmedLeft(line); text.starts_with(blankMark))
            line = text.substr(blankMark.size());
        for (std::size_t hash = line.find('#'); hash != line.npos; hash = line.find('#', hash + 1)) {
            const std::string_view flag = trimmedLeft(line.substr(hash + 1));
            if (flag.starts_with("doctest:") && flag.size() > 8) {
                line = line.substr(0, hash);
                break;
            }
        }
        result += line;
        if (endsLine)
            result += '\n';
    }
    return result;
}

bool isPythonConsole(std::string_view code, std::string_view language) noexcept
{
    constexpr std::string_view python[] = {"py", "python", "py3", "python3", "default"};
    if (language == "pycon" || language == "pycon3")
        return true;
    return std::ranges::contains(python, language) && code.starts_with(">>>");
}

} // namespace rst

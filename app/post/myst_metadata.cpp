// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/myst_metadata.h"

#include "post/source_lines.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <format>
#include <vector>

namespace post {

namespace {

std::string quotedScalar(std::string_view text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += '\\';
        result += c;
    }
    return result + '"';
}

/// Text that stays as it is typed.
std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (std::string_view("\\*`|_\"'-.").contains(c))
            result += '\\';
        result += c;
    }
    return result;
}

/// A YAML scalar without its quotation marks and its comment.
std::string scalarOf(std::string_view text)
{
    text = rst::trimmed(text);
    if (text.starts_with('\'') || text.starts_with('"')) {
        const char quote = text.front();
        std::string result;
        for (std::size_t i = 1; i < text.size(); ++i) {
            const bool isDoubled = quote == '\'' && text.substr(i).starts_with("''"); // stands for one
            if (text[i] == quote && !isDoubled)
                break;
            if (isDoubled || (quote == '"' && text[i] == '\\' && i + 1 < text.size()))
                ++i;
            result += text[i];
        }
        return result;
    }
    const std::size_t comment = text.find(" #");
    return std::string(rst::trimmedRight(text.substr(0, comment)));
}

/// What follows a key: a scalar, or a list in brackets, which MyST hands on as JSON.
std::string valueOf(std::string_view text)
{
    text = rst::trimmed(text);
    if (!text.starts_with('[') || !text.contains(']'))
        return scalarOf(text);
    std::string list;
    for (std::string_view rest = text.substr(1, text.rfind(']') - 1); !rest.empty();) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        list += (list.empty() ? "" : ", ") + quotedScalar(scalarOf(rest.substr(0, comma)));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return "[" + list + "]";
}

/// Inline Markdown as text that reStructuredText takes for text: links by their words, code and marks plain.
std::string plainText(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '[' || (c == '!' && text.substr(i).starts_with("!["))) {
            const std::size_t begin = i + (c == '!' ? 2 : 1);
            const std::size_t close = text.find("](", begin);
            const std::size_t end = close == text.npos ? text.npos : text.find(')', close);
            if (end != text.npos && close - begin < 1000) {
                if (c == '[')
                    result += plainText(text.substr(begin, close - begin));
                i = end;
                continue;
            }
        }
        if (c == '`' || c == '*')
            continue;
        if (c == '_' || c == '|' || c == '\\')
            result += '\\';
        result += c;
    }
    return result;
}

/// The marks that open a fence: three or more backquotes, tildes or colons.
std::string_view fenceOf(std::string_view line)
{
    if (line.empty() || !std::string_view("`~:").contains(line.front()))
        return {};
    const std::size_t size = std::min(line.find_first_not_of(line.front()), line.size());
    return size >= 3 ? line.substr(0, size) : std::string_view();
}

class MystReader
{
public:
    explicit MystReader(std::string_view markdown)
    {
        for (const SourceLine &line : sourceLines(markdown))
            m_lines.push_back(line.text.of(markdown));
    }

    std::string read()
    {
        readFrontMatter();
        while (m_at < m_lines.size())
            readLine();
        return std::move(m_text);
    }

private:
    void readFrontMatter();
    void readLine();
    void readFence(std::string_view fence);

    std::vector<std::string_view> m_lines;
    std::size_t m_at = 0;
    std::string m_text;
};

void MystReader::readFrontMatter()
{
    if (m_lines.empty() || rst::trimmedRight(m_lines.front()) != "---")
        return;
    const auto end = std::ranges::find_if(m_lines.begin() + 1, m_lines.end(), [](std::string_view line) {
        return rst::trimmedRight(line) == "---" || rst::trimmedRight(line) == "...";
    });
    if (end == m_lines.end())
        return; // a dividing line, and no block
    const auto count = std::size_t(end - m_lines.begin());
    for (m_at = 1; m_at < count; ++m_at) {
        const std::string_view line = m_lines[m_at];
        const std::size_t colon = line.find(':');
        if (line.empty() || line.front() == ' ' || line.front() == '#' || line.front() == '-' || colon == line.npos)
            continue;
        const std::string name = scalarOf(line.substr(0, colon));
        std::string value = valueOf(line.substr(colon + 1));
        const bool isBlock = value == "|" || value == ">" || value == "|-" || value == ">-";
        if (isBlock)
            value.clear();
        std::string list;
        for (std::size_t next = m_at + 1; next < count && (isBlock || value.empty()); ++next) {
            const std::string_view below = rst::trimmed(m_lines[next]);
            const bool isItem = below.starts_with("- ");
            if (!isItem && (m_lines[next].empty() || m_lines[next].front() != ' '))
                break;
            if (isItem && !isBlock)
                list += (list.empty() ? "" : ", ") + quotedScalar(scalarOf(below.substr(2)));
            else if (isBlock)
                list += (list.empty() ? "" : " ") + std::string(below);
        }
        if (!list.empty())
            value = isBlock ? list : "[" + list + "]";
        // What docutils does not know as bibliographic, MyST hands on as a literal: no marks, no typographic quotes.
        const bool isText = name == "author" || name == "authors" || name == "date";
        m_text += std::format(":{}: {}\n", name, isText ? value : escaped(value));
    }
    m_text += '\n';
    m_at = count + 1;
}

void MystReader::readLine()
{
    const std::string_view line = m_lines[m_at];
    if (const std::string_view fence = fenceOf(rst::trimmedLeft(line)); !fence.empty())
        return readFence(fence);
    ++m_at;
    const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
    if (level == 0 || level > 6 || level == line.size() || line[level] != ' ') {
        m_text += plainText(line) + '\n';
        return;
    }
    std::string_view title = rst::trimmed(line.substr(level));
    while (title.ends_with('#'))
        title.remove_suffix(1);
    const std::string text = plainText(rst::trimmed(title));
    m_text += std::format("\n{}\n{}\n\n", text,
                          std::string(std::max<std::size_t>(rst::columnWidth(text), 4), "=-~^\"+"[level - 1]));
}

/// A directive in a fence becomes one; other fences hold code.
void MystReader::readFence(std::string_view fence)
{
    const std::string_view head = rst::trimmed(rst::trimmedLeft(m_lines[m_at]).substr(fence.size()));
    const std::size_t brace = head.find('}');
    const bool isDirective = head.starts_with('{') && brace != head.npos;
    m_text += isDirective
                  ? std::format("\n.. {}:: {}\n", head.substr(1, brace - 1), rst::trimmed(head.substr(brace + 1)))
                  : "\n::\n\n";
    bool hasContent = !isDirective;
    for (++m_at; m_at < m_lines.size(); ++m_at) {
        const std::string_view line = m_lines[m_at];
        if (rst::trimmed(line).starts_with(fence) &&
            rst::trimmed(line).find_first_not_of(fence.front()) == fence.npos) {
            ++m_at;
            break;
        }
        if (!hasContent && !rst::trimmed(line).starts_with(':')) {
            hasContent = true;
            m_text += '\n';
        }
        m_text += line.empty()
                      ? "\n"
                      : std::format("   {}\n", isDirective && hasContent ? plainText(line) : std::string(line));
    }
    m_text += '\n';
}

} // namespace

bool isMarkdownName(std::string_view path) noexcept
{
    return path.ends_with(".md") || path.ends_with(".markdown") || path.ends_with(".mdown");
}

std::string mystAsRst(std::string_view markdown)
{
    return MystReader(markdown).read();
}

} // namespace post

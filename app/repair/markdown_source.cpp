// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/markdown_source.h"

#include "repair/legacy_post.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <format>
#include <ranges>
#include <utility>

namespace repair {

namespace {

std::string escapedUrl(std::string_view url)
{
    std::string out;
    for (const char c : url) {
        if (c == '<' || c == '>' || c == '\\' || c == '&')
            out += '\\';
        out += c;
    }
    return out;
}

std::string codeSpan(std::string_view code)
{
    std::size_t longest = 0, run = 0;
    for (const char c : code) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    return std::format("{} {} {}", fence, code, fence);
}

/// Whether readers see it, rather than how what they see is set.
bool isSeen(char c)
{
    switch (c) {
    case ' ':
    case '\n':
    case mark::LineBreak:
    case mark::StrongBegin:
    case mark::StrongEnd:
    case mark::EmphasisBegin:
    case mark::EmphasisEnd: return false;
    default: return true;
    }
}

/// A break before a block's first word or after its last one parts nothing, and in Markdown it would be a backslash.
std::string withoutOuterBreaks(std::string_view text)
{
    const auto first = std::ranges::find_if(text, isSeen);
    const auto last = std::ranges::find_if(text | std::views::reverse, isSeen).base();
    std::string out;
    for (auto at = text.begin(); at != text.end(); ++at) {
        if (*at != mark::LineBreak || (first < at && at < last))
            out += *at;
    }
    return out;
}

/// The rows of a caption: its lines, where no mark goes from one into another.
std::vector<std::string_view> rowsOf(std::string_view caption)
{
    const std::size_t at = caption.find(mark::LineBreak);
    const std::string_view first = caption.substr(0, at);
    const auto isPaired = [first](char begin, char end) {
        return std::ranges::count(first, begin) == std::ranges::count(first, end);
    };
    if (at == std::string_view::npos || !isPaired(mark::StrongBegin, mark::StrongEnd) ||
        !isPaired(mark::EmphasisBegin, mark::EmphasisEnd))
        return {caption};
    return {first, caption.substr(at + 1)};
}

class MarkdownSource
{
public:
    explicit MarkdownSource(const Objects &objects) : m_objects(objects) {}

    std::string write(const std::vector<Block> &blocks)
    {
        for (const Block &block : blocks)
            writeBlock(block);
        return std::move(m_out);
    }

private:
    void writeBlock(const Block &block);
    void writeItem(const Block &item);
    void writeTable(const Block &table);
    void writeCode(const Object &object);
    void lines(std::string_view text);
    [[nodiscard]] std::string inlineText(std::string_view text) const;
    [[nodiscard]] std::string cell(std::string_view text) const;
    void writeObject(std::string &out, const Object &object) const;

    const Objects &m_objects;
    std::string m_out;
    std::string m_prefix; // of quotations
    bool m_isInTable = false;
    std::vector<std::size_t> m_itemWidths; // of the markers of the items that are open
};

void MarkdownSource::lines(std::string_view text)
{
    for (const std::string_view line : linesOf(text))
        ((m_out += m_prefix) += line) += '\n';
}

void MarkdownSource::writeBlock(const Block &block)
{
    if (block.kind == Block::Kind::QuoteEnd) {
        m_prefix.resize(m_prefix.size() - 2);
        m_itemWidths.clear();
        // A comment parts this quotation from the next.
        lines("\n");
        return;
    }
    (m_out += m_prefix) += '\n';
    if (block.kind != Block::Kind::Item)
        m_itemWidths.clear();
    switch (block.kind) {
    case Block::Kind::Paragraph: lines(inlineText(withoutOuterBreaks(block.text))); break;
    case Block::Kind::Heading: lines(std::string(block.level, '#') + " " + cell(block.text)); break;
    case Block::Kind::Item: writeItem(block); break;
    case Block::Kind::Rule: lines("***"); break;
    case Block::Kind::Object: writeCode(m_objects[block.object]); break;
    case Block::Kind::Table: writeTable(block); break;
    case Block::Kind::Figure:
        lines(std::format("| {} |\n| --- |", cell(block.picture)));
        for (const std::string_view row : rowsOf(block.text))
            lines(std::format("| {} |", cell(row)));
        break;
    case Block::Kind::QuoteBegin: m_prefix += "> "; break;
    case Block::Kind::QuoteEnd: break;
    }
}

void MarkdownSource::writeItem(const Block &item)
{
    if (m_itemWidths.size() > item.level)
        m_itemWidths.resize(item.level);
    std::string indent;
    for (const std::size_t width : m_itemWidths)
        indent.append(width, ' ');
    const std::string marker = item.isOrdered ? item.number + ". " : "* ";
    const std::string text = inlineText(withoutOuterBreaks(item.text));
    bool isFirst = true;
    for (const std::string_view line : linesOf(text)) {
        (m_out += m_prefix) += indent;
        m_out += isFirst ? marker : std::string(marker.size(), ' ');
        (m_out += line) += '\n';
        isFirst = false;
    }
    m_itemWidths.push_back(marker.size());
}

void MarkdownSource::writeTable(const Block &table)
{
    m_isInTable = true;
    bool isHead = true;
    for (const std::vector<std::string> &row : table.rows) {
        std::string line = "|";
        for (const std::string &text : row)
            line += std::format(" {} |", cell(text));
        lines(line);
        if (std::exchange(isHead, false)) {
            line = "|";
            for (std::size_t i = 0; i < row.size(); ++i)
                line += " --- |";
            lines(line);
        }
    }
    m_isInTable = false;
}

void MarkdownSource::writeCode(const Object &object)
{
    std::string fence = "~~~";
    while (object.text.contains(fence))
        fence += '~';
    const std::string_view language =
        object.kind == Object::Kind::Verbatim ? verbatimLanguage : std::string_view(object.language);
    lines(std::format("{} {}\n{}\n{}", fence, language, object.text, fence));
}

std::string MarkdownSource::cell(std::string_view text) const
{
    std::string line = inlineText(text);
    // A row is one line, and the line breaks of objects' texts are blanks like any other.
    for (std::size_t at = line.find("\\\n"); at != line.npos; at = line.find("\\\n", at))
        line.erase(at, 1);
    std::ranges::replace(line, '\n', ' ');
    return line;
}

void MarkdownSource::writeObject(std::string &out, const Object &object) const
{
    switch (object.kind) {
    case Object::Kind::Link: out += std::format("[{}](<{}>)", inlineText(object.text), escapedUrl(object.url)); break;
    case Object::Kind::Picture: {
        const std::string picture = std::format("![{}](<{}>)", inlineText(object.text), escapedUrl(object.url));
        out += object.href.empty() ? picture : std::format("[{}](<{}>)", picture, escapedUrl(object.href));
        break;
    }
    case Object::Kind::Code: {
        // Bars part cells even in code.
        std::string code = codeSpan(object.text);
        for (std::size_t at = m_isInTable ? code.find('|') : code.npos; at != code.npos; at = code.find('|', at + 2))
            code.insert(at, "\\");
        out += code;
        break;
    }
    case Object::Kind::Autolink:
        out += std::format("[{}](<{}>)", inlineText(object.text), escapedUrl(object.url));
        break;
    default: break;
    }
}

std::string MarkdownSource::inlineText(std::string_view text) const
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool isLineStart = out.empty() || out.ends_with('\n');
        switch (c) {
        case mark::Object:
            writeObject(out, m_objects[objectAt(text, at)]);
            at += objectDigits;
            break;
        case mark::LineBreak: out += "\\\n"; break;
        case mark::StrongBegin: out += "<strong>"; break;
        case mark::StrongEnd: out += "</strong>"; break;
        case mark::EmphasisBegin: out += "<em>"; break;
        case mark::EmphasisEnd: out += "</em>"; break;
        case mark::Escape: break; // the character behind it is escaped where it must be
        case '.':
        case ')': {
            // "1." at a line's start would be a list.
            std::size_t begin = out.size();
            while (begin > 0 && out[begin - 1] >= '0' && out[begin - 1] <= '9')
                --begin;
            if (begin < out.size() && (begin == 0 || out[begin - 1] == '\n'))
                out += '\\';
            out += c;
            break;
        }
        case '-':
        case '+':
        case '=':
            if (isLineStart)
                out += '\\';
            out += c;
            break;
        case '\\':
        case '`':
        case '*':
        case '_':
        case '[':
        case ']':
        case '<':
        case '>':
        case '&':
        case '#':
        case '|':
        case '~':
        case '!':
            out += '\\';
            out += c;
            break;
        default: out += c; break;
        }
    }
    // No line may end in what CommonMark takes for a break.
    return out;
}

} // namespace

std::string writeMarkdown(const std::vector<Block> &blocks, const Objects &objects)
{
    return MarkdownSource(objects).write(blocks);
}

} // namespace repair

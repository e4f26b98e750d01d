// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/rules/blocks.h"

#include "repair/legacy_post.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace repair {

namespace {

constexpr unsigned deepestQuote = 20;

struct ItemStart {
    std::size_t indent = 0;
    bool isOrdered = false;
    std::string_view number = {};
    std::string_view text = {};
};

/// Items are indented by two at least; html2text escapes what only looks like one.
std::optional<ItemStart> itemStart(std::string_view line)
{
    const std::size_t first = line.find_first_not_of(' ');
    if (first == std::string_view::npos || first < 2)
        return std::nullopt;
    if (line.substr(first).starts_with("* "))
        return ItemStart{.indent = first, .text = line.substr(first + 2)};
    std::size_t end = first;
    while (end < line.size() && line[end] >= '0' && line[end] <= '9')
        ++end;
    if (end == first || end - first > 9 || !line.substr(end).starts_with(". "))
        return std::nullopt;
    return ItemStart{
        .indent = first, .isOrdered = true, .number = line.substr(first, end - first), .text = line.substr(end + 2)};
}

bool isQuoteLine(std::string_view line)
{
    return line.starts_with('>') && !line.starts_with(">>>");
}

bool isHardBreak(std::string_view line)
{
    return line.ends_with("  ");
}

bool isInParentheses(std::string_view line)
{
    const std::string_view text = rst::trimmed(line);
    return text.starts_with('(') && text.ends_with(')');
}

bool isTableRule(std::string_view line)
{
    return line.starts_with("---|") && line.find_first_not_of("-| ") == std::string_view::npos;
}

bool isLayoutRule(std::string_view line)
{
    return rst::trimmed(line) == "---";
}

bool isRule(std::string_view line)
{
    return rst::trimmed(line) == "* * *";
}

/// Nothing but marks of pictures, as they are in `objects`.
bool isPictures(std::string_view text, const Objects &objects)
{
    bool has = false;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == mark::Object && objects[objectAt(text, at)].kind == Object::Kind::Picture) {
            has = true;
            at += objectDigits + 1;
        } else if (std::string_view(" *_\n\x04").contains(text[at])) {
            ++at;
        } else {
            return false;
        }
    }
    return has;
}

class BlockReader
{
public:
    BlockReader(Objects &objects, const RuleContext &context) : m_objects(objects), m_context(context) {}

    void read(const std::vector<std::string_view> &lines, unsigned quotes);
    std::vector<Block> take() { return std::move(m_blocks); }

private:
    void readQuote(const std::vector<std::string_view> &lines, std::size_t &at, unsigned quotes);
    void readItem(const std::vector<std::string_view> &lines, std::size_t &at, const ItemStart &start);
    void readTable(const std::vector<std::string_view> &lines, std::size_t &at);
    void readCaption(const std::vector<std::string_view> &lines, std::size_t &at);
    bool readTraceback(const std::vector<std::string_view> &lines, std::size_t &at);
    bool readPrompts(const std::vector<std::string_view> &lines, std::size_t &at);
    [[nodiscard]] bool beginsBlock(std::string_view line) const;
    void addLine(std::string_view line);
    void endParagraph();

    Objects &m_objects;
    const RuleContext &m_context;
    std::vector<Block> m_blocks;
    std::vector<std::size_t> m_indents; // of the list items that are open
    std::string m_paragraph;
    unsigned m_quotes = 0; // around what is being read
    bool m_breaks = false; // the paragraph's last line ended in a break
};

bool BlockReader::beginsBlock(std::string_view line) const
{
    return isBlankLine(line) || line.starts_with(mark::Heading) || line.starts_with(mark::Block) || isRule(line) ||
           isLayoutRule(line) || isTableRule(line) || isQuoteLine(line) || itemStart(line);
}

void BlockReader::addLine(std::string_view line)
{
    if (!m_paragraph.empty())
        m_paragraph += m_breaks ? mark::LineBreak : '\n';
    if (!m_paragraph.empty() && m_breaks && m_context.may(RuleId::Breaks))
        m_context.did(RuleId::Breaks);
    m_breaks = isHardBreak(line);
    m_paragraph += rst::trimmed(line);
}

void BlockReader::endParagraph()
{
    if (!m_paragraph.empty())
        m_blocks.push_back({.kind = Block::Kind::Paragraph, .text = std::exchange(m_paragraph, {})});
    m_breaks = false;
}

void BlockReader::read(const std::vector<std::string_view> &lines, unsigned quotes)
{
    m_quotes = quotes;
    std::size_t at = 0;
    while (at < lines.size()) {
        const std::string_view line = lines[at];
        const auto item = m_context.may(RuleId::Lists) ? itemStart(line) : std::nullopt;
        if (isBlankLine(line)) {
            endParagraph();
            ++at;
            continue;
        }
        if (item) {
            endParagraph();
            readItem(lines, at, *item);
            continue;
        }
        if (line.starts_with(mark::Heading) || line.starts_with(mark::Block)) {
            endParagraph();
            m_indents.clear();
            if (line.front() == mark::Block) {
                m_blocks.push_back({.kind = Block::Kind::Object, .object = objectAt(line, 0)});
            } else {
                m_blocks.push_back({.kind = Block::Kind::Heading,
                                    .text = std::string(rst::trimmed(line.substr(2))),
                                    .level = unsigned(line[1] - '0')});
                // The wrapped rest, without whatever link it held.
                while (at + 1 < lines.size() && !isBlankLine(lines[at + 1]))
                    (m_blocks.back().text += ' ') += rst::trimmed(lines[++at]);
            }
            ++at;
            continue;
        }
        if (isQuoteLine(line) && quotes < deepestQuote && m_context.may(RuleId::Quotes)) {
            endParagraph();
            readQuote(lines, at, quotes);
            continue;
        }
        if (isRule(line) && m_context.may(RuleId::Rules)) {
            endParagraph();
            m_indents.clear();
            m_blocks.push_back({.kind = Block::Kind::Rule});
            ++at;
            continue;
        }
        if (isLayoutRule(line) && m_context.may(RuleId::Layout)) {
            readCaption(lines, at);
            continue;
        }
        if (isTableRule(line) && m_context.may(RuleId::Tables)) {
            readTable(lines, at);
            continue;
        }
        if (m_paragraph.empty())
            m_indents.clear();
        if (m_paragraph.empty() && (readPrompts(lines, at) || readTraceback(lines, at)))
            continue;
        // A quotation's markup within a heading line of its own: "## x".
        if (m_paragraph.empty() && quotes > 0 && line.starts_with("#") && line.find_first_not_of('#') < 7 &&
            line[line.find_first_not_of('#')] == ' ') {
            const std::size_t level = line.find_first_not_of('#');
            m_blocks.push_back({.kind = Block::Kind::Heading,
                                .text = std::string(rst::trimmed(line.substr(level))),
                                .level = unsigned(level)});
            ++at;
            continue;
        }
        addLine(line);
        ++at;
    }
    endParagraph();
}

void BlockReader::readQuote(const std::vector<std::string_view> &lines, std::size_t &at, unsigned quotes)
{
    std::vector<std::string_view> inner;
    // A line that goes on with a paragraph of a quotation within a quotation may lack the inner mark.
    const auto goesOn = [&](std::string_view line) {
        return quotes > 0 && !inner.empty() && !beginsBlock(inner.back()) && !beginsBlock(line);
    };
    for (; at < lines.size() && (isQuoteLine(lines[at]) || goesOn(lines[at])); ++at) {
        if (!isQuoteLine(lines[at])) {
            inner.push_back(lines[at]);
            continue;
        }
        std::string_view line = lines[at].substr(1);
        if (line.starts_with(' '))
            line.remove_prefix(1);
        inner.push_back(line);
    }
    m_indents.clear();
    m_context.did(RuleId::Quotes);
    m_blocks.push_back({.kind = Block::Kind::QuoteBegin});
    read(inner, quotes + 1);
    m_quotes = quotes;
    m_blocks.push_back({.kind = Block::Kind::QuoteEnd});
    m_indents.clear();
}

void BlockReader::readItem(const std::vector<std::string_view> &lines, std::size_t &at, const ItemStart &start)
{
    while (!m_indents.empty() && m_indents.back() >= start.indent + (m_indents.back() == start.indent ? 1 : 0))
        m_indents.pop_back();
    if (m_indents.empty() || m_indents.back() < start.indent)
        m_indents.push_back(start.indent);
    m_paragraph.clear();
    m_breaks = false;
    addLine(start.text);
    const bool startsInBold = rst::trimmed(start.text).starts_with('*');
    for (++at; at < lines.size() && !beginsBlock(lines[at]); ++at) {
        // Wrapped items, which begin in bold, go on indented, and those in quotations do not; a break goes on anywhere.
        const bool isIndented = lines[at].starts_with("  ");
        if (!isIndented && !m_breaks && !startsInBold && m_quotes == 0)
            break;
        addLine(lines[at]);
    }
    Block item = {.kind = Block::Kind::Item,
                  .text = std::exchange(m_paragraph, {}),
                  .level = unsigned(m_indents.size() - 1),
                  .isOrdered = start.isOrdered,
                  .number = std::string(start.number)};
    m_breaks = false;
    if (item.text.empty() ||
        std::ranges::all_of(item.text, [](char c) { return c == '*' || c == ' ' || c == mark::LineBreak; }))
        return;
    m_context.did(RuleId::Lists);
    m_blocks.push_back(std::move(item));
}

/// The rows of a table; its head is the text before.
void BlockReader::readTable(const std::vector<std::string_view> &lines, std::size_t &at)
{
    const std::string_view rule = rst::trimmed(lines[at]);
    const std::size_t columns = std::size_t(std::ranges::count(rule, '|')) + 1;
    const auto split = [columns](std::string_view row) {
        std::vector<std::string> cells;
        for (std::size_t begin = 0; begin <= row.size();) {
            std::size_t end = begin;
            while (end < row.size() && row[end] != '|')
                end += row[end] == mark::Escape ? 2u : 1u;
            end = std::min(end, row.size());
            cells.emplace_back(rst::trimmed(row.substr(begin, end - begin)));
            begin = end + 1;
        }
        while (cells.size() > columns) {
            (cells[cells.size() - 2] += " | ") += cells.back();
            cells.pop_back();
        }
        cells.resize(columns);
        return cells;
    };
    // What stands before the last break of the paragraph is none of the table's.
    std::string head = std::exchange(m_paragraph, {});
    if (const std::size_t stop = head.rfind(mark::LineBreak); stop != std::string_view::npos) {
        m_blocks.push_back({.kind = Block::Kind::Paragraph, .text = head.substr(0, stop)});
        head.erase(0, stop + 1);
    }
    Block table = {.kind = Block::Kind::Table};
    table.rows.push_back(split(inOneLine(head)));
    m_breaks = false;
    std::string row;
    for (++at; at < lines.size() && !isBlankLine(lines[at]) && !isQuoteLine(lines[at]); ++at) {
        (row += row.empty() ? "" : " ") += rst::trimmed(lines[at]);
        if (isHardBreak(lines[at]))
            table.rows.push_back(split(std::exchange(row, {})));
    }
    if (!row.empty())
        table.rows.push_back(split(row));
    m_context.did(RuleId::Tables);
    m_blocks.push_back(std::move(table));
}

/// `---` alone: the row of a layout table before it, often a picture, and the one behind it, its caption.
void BlockReader::readCaption(const std::vector<std::string_view> &lines, std::size_t &at)
{
    m_context.did(RuleId::Layout);
    ++at;
    std::string above = std::exchange(m_paragraph, {});
    m_breaks = false;
    std::string pictures;
    std::size_t begin = above.rfind(mark::LineBreak);
    begin = begin == std::string_view::npos ? 0 : begin + 1;
    if (isPictures(std::string_view(above).substr(begin), m_objects) && m_context.may(RuleId::Captions)) {
        pictures = above.substr(begin);
        above.resize(begin);
    }
    if (!above.empty())
        m_blocks.push_back({.kind = Block::Kind::Paragraph, .text = std::move(above)});
    if (pictures.empty())
        return;
    std::string caption;
    std::string_view parting;
    while (at < lines.size() && !beginsBlock(lines[at])) {
        const std::string_view line = lines[at++];
        (caption += parting) += rst::trimmed(line);
        parting = "\n";
        if (!isHardBreak(line))
            continue;
        // The break may be the row's end. What stands in parentheses behind it, a credit, is the picture's all the same, and
        // so is one more line that is broken, where the sentence before it has not ended.
        const bool isOpen = !caption.contains(mark::LineBreak) && !caption.ends_with('.');
        if (at == lines.size() || !(isInParentheses(lines[at]) || (isOpen && isHardBreak(lines[at]))))
            break;
        if (!isInParentheses(lines[at]))
            parting = std::string_view(&mark::LineBreak, 1);
    }
    if (!caption.empty())
        m_context.did(RuleId::Captions);
    m_blocks.push_back({.kind = Block::Kind::Figure, .text = std::move(caption), .picture = std::move(pictures)});
}

bool BlockReader::readPrompts(const std::vector<std::string_view> &lines, std::size_t &at)
{
    if (!lines[at].starts_with(">>> ") || !m_context.may(RuleId::Prompts))
        return false;
    std::string code;
    std::size_t end = at;
    for (; end < lines.size() && !isBlankLine(lines[end]); ++end) {
        if (lines[end].contains(mark::Object))
            return false;
        (code += code.empty() ? "" : "\n") += rst::trimmedRight(lines[end]);
    }
    std::erase(code, mark::Escape);
    m_context.did(RuleId::Prompts);
    m_blocks.push_back({.kind = Block::Kind::Object, .object = m_objects.size()});
    m_objects.push_back({.kind = Object::Kind::CodeBlock, .text = std::move(code), .language = "pycon"});
    at = end;
    return true;
}

/// What Python prints of an error: its first two lines are always these. Its lines were broken; one that was not had been wrapped.
bool BlockReader::readTraceback(const std::vector<std::string_view> &lines, std::size_t &at)
{
    const bool isTraceback = lines[at].starts_with("Traceback (most recent call last):") && at + 1 < lines.size() &&
                             lines[at + 1].starts_with("  File \"");
    if (!isTraceback || !m_context.may(RuleId::Tracebacks))
        return false;
    std::string code;
    bool isBroken = true;
    std::size_t end = at;
    for (; end < lines.size() && !isBlankLine(lines[end]); ++end) {
        if (lines[end].contains(mark::Object))
            return false;
        const std::string_view line = isBroken ? rst::trimmedRight(lines[end]) : rst::trimmed(lines[end]);
        (code += code.empty() ? "" : isBroken ? "\n" : " ") += line;
        isBroken = lines[end].ends_with("  ");
    }
    std::erase(code, mark::Escape);
    m_context.did(RuleId::Tracebacks);
    m_blocks.push_back({.kind = Block::Kind::Object, .object = m_objects.size()});
    m_objects.push_back({.kind = Object::Kind::CodeBlock, .text = std::move(code), .language = "pytb"});
    at = end;
    return true;
}

} // namespace

std::vector<Block> readBlocks(std::string_view text, Objects &objects, const RuleContext &context)
{
    BlockReader reader(objects, context);
    reader.read(linesOf(text), 0);
    return reader.take();
}

} // namespace repair

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/rules/blocks.h"

#include "repair/legacy_post.h"
#include "repair/rules/block_lines.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace repair {

namespace {

constexpr unsigned deepestQuote = 20;

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
    bool readMarkedBlock(const std::vector<std::string_view> &lines, std::size_t &at);
    bool readLayout(const std::vector<std::string_view> &lines, std::size_t &at);
    void readHeading(const std::vector<std::string_view> &lines, std::size_t &at);
    bool readQuotedHeading(std::string_view line);
    void readQuote(const std::vector<std::string_view> &lines, std::size_t &at);
    void readItem(const std::vector<std::string_view> &lines, std::size_t &at, const ItemStart &start);
    void readTable(const std::vector<std::string_view> &lines, std::size_t &at);
    void readCaption(const std::vector<std::string_view> &lines, std::size_t &at);
    bool readTraceback(const std::vector<std::string_view> &lines, std::size_t &at);
    bool readPrompts(const std::vector<std::string_view> &lines, std::size_t &at);
    struct CodeRule {
        RuleId rule;
        std::string_view language;
        bool isWrapped; // its long lines were
    };
    bool readCode(const std::vector<std::string_view> &lines, std::size_t &at, const CodeRule &rule);
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
        if (readMarkedBlock(lines, at) || readLayout(lines, at))
            continue;
        if (m_paragraph.empty()) {
            m_indents.clear();
            if (readPrompts(lines, at) || readTraceback(lines, at) || readQuotedHeading(lines[at])) {
                ++at;
                continue;
            }
        }
        addLine(lines[at++]);
    }
    endParagraph();
}

/// Blocks that end the paragraph before them: whether one begins at the line.
bool BlockReader::readMarkedBlock(const std::vector<std::string_view> &lines, std::size_t &at)
{
    const std::string_view line = lines[at];
    const auto item = m_context.may(RuleId::Lists) ? itemStart(line) : std::nullopt;
    const bool isObject = line.starts_with(mark::Block);
    const bool isHeading = line.starts_with(mark::Heading);
    const bool isQuote = isQuoteLine(line) && m_quotes < deepestQuote && m_context.may(RuleId::Quotes);
    const bool isParting = isRule(line) && m_context.may(RuleId::Rules);
    if (!isBlankLine(line) && !item && !isObject && !isHeading && !isQuote && !isParting)
        return false;
    endParagraph();
    if (item) {
        readItem(lines, at, *item);
        return true;
    }
    if (isQuote) {
        readQuote(lines, at);
        return true;
    }
    if (isHeading)
        readHeading(lines, at);
    else if (isObject)
        m_blocks.push_back({.kind = Block::Kind::Object, .object = objectAt(line, 0)});
    else if (isParting)
        m_blocks.push_back({.kind = Block::Kind::Rule});
    if (isHeading || isObject || isParting)
        m_indents.clear();
    ++at;
    return true;
}

/// Tables, and what is left of them: whether the line is of one. The text before it is part of it.
bool BlockReader::readLayout(const std::vector<std::string_view> &lines, std::size_t &at)
{
    if (isLayoutRule(lines[at]) && m_context.may(RuleId::Layout)) {
        readCaption(lines, at);
        return true;
    }
    if (isTableRule(lines[at]) && m_context.may(RuleId::Tables)) {
        readTable(lines, at);
        return true;
    }
    return false;
}

void BlockReader::readHeading(const std::vector<std::string_view> &lines, std::size_t &at)
{
    m_blocks.push_back({.kind = Block::Kind::Heading,
                        .text = std::string(rst::trimmed(lines[at].substr(2))),
                        .level = unsigned(lines[at][1] - '0')});
    // The wrapped rest, without whatever link it held.
    while (at + 1 < lines.size() && !isBlankLine(lines[at + 1]))
        (m_blocks.back().text += ' ') += rst::trimmed(lines[++at]);
}

/// A quotation's markup within a heading line of its own: "## x".
bool BlockReader::readQuotedHeading(std::string_view line)
{
    const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
    if (m_quotes == 0 || level == 0 || level > 6 || level == line.size() || line[level] != ' ')
        return false;
    m_blocks.push_back({.kind = Block::Kind::Heading,
                        .text = std::string(rst::trimmed(line.substr(level))),
                        .level = unsigned(level)});
    return true;
}

void BlockReader::readQuote(const std::vector<std::string_view> &lines, std::size_t &at)
{
    const unsigned quotes = m_quotes;
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
    return lines[at].starts_with(">>> ") &&
           readCode(lines, at, {.rule = RuleId::Prompts, .language = "pycon", .isWrapped = false});
}

/// What Python prints of an error: its first two lines are always these.
bool BlockReader::readTraceback(const std::vector<std::string_view> &lines, std::size_t &at)
{
    return lines[at].starts_with("Traceback (most recent call last):") && at + 1 < lines.size() &&
           lines[at + 1].starts_with("  File \"") &&
           readCode(lines, at, {.rule = RuleId::Tracebacks, .language = "pytb", .isWrapped = true});
}

/// The lines to the next blank one, unless a link or a picture is among them; `at` is the last of them then. Where the lines of
/// code were broken, one that was not had been wrapped.
bool BlockReader::readCode(const std::vector<std::string_view> &lines, std::size_t &at, const CodeRule &rule)
{
    if (!m_context.may(rule.rule))
        return false;
    std::string code;
    bool isBroken = true;
    std::size_t end = at;
    for (; end < lines.size() && !isBlankLine(lines[end]); ++end) {
        if (lines[end].contains(mark::Object))
            return false;
        const std::string_view line = isBroken ? rst::trimmedRight(lines[end]) : rst::trimmed(lines[end]);
        (code += code.empty() ? "" : isBroken ? "\n" : " ") += line;
        isBroken = !rule.isWrapped || isHardBreak(lines[end]);
    }
    std::erase(code, mark::Escape);
    m_context.did(rule.rule);
    m_blocks.push_back({.kind = Block::Kind::Object, .object = m_objects.size()});
    m_objects.push_back(
        {.kind = Object::Kind::CodeBlock, .text = std::move(code), .language = std::string(rule.language)});
    at = end - 1;
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

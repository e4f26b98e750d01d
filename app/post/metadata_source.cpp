// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// A walk over the lines that follows the blocks of reStructuredText just far enough to tell a directive from text that looks
// like one. The tree cannot serve here: docutils refuses a directive with a wrong option, and that is when its author most
// needs to see and mend it.

#include "post/metadata_source.h"

#include "post/field_marker.h"
#include "rst/text/unicode.h"

#include <algorithm>

namespace post {

namespace {

bool isNameCharacter(char c) noexcept
{
    const auto byte = static_cast<unsigned char>(c);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || byte >= 0x80 || c == '-' ||
           c == '_' || c == '+' || c == '.' || c == ':';
}

/// `.. name::` at the start of a block.
struct DirectiveStart {
    ByteRange name = {};
    std::size_t end = 0; // behind the colons
};

bool isExplicitMarkup(std::string_view text)
{
    return text == ".." || text.starts_with(".. ") || text.starts_with("..\t");
}

/// The directive that starts in a line of explicit markup; nothing for other explicit markup.
/// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#directives
std::optional<DirectiveStart> directiveStart(std::string_view source, const SourceLine &line)
{
    const std::string_view text = line.trimmed().of(source);
    if (!isExplicitMarkup(text) || text.size() < 3)
        return std::nullopt;
    const std::size_t nameBegin = text.find_first_not_of(" \t", 2);
    const std::size_t colons = text.find("::", nameBegin);
    if (nameBegin == text.npos || colons == text.npos)
        return std::nullopt;
    const std::string_view name =
        text.substr(nameBegin, text.find_first_of(" \t", nameBegin) - nameBegin).substr(0, colons - nameBegin);
    const std::size_t nameEnd = nameBegin + name.size();
    const bool isName =
        !name.empty() && std::ranges::all_of(name, isNameCharacter) && !name.starts_with('_') && !name.starts_with(':');
    const bool onlyBlank = nameEnd == colons || (colons == nameEnd + 1 && text[nameEnd] == ' ');
    const bool endsWell = colons + 2 == text.size() || text[colons + 2] == ' ' || text[colons + 2] == '\t';
    if (!isName || !onlyBlank || !endsWell)
        return std::nullopt;
    return DirectiveStart{.name = {line.first + nameBegin, line.first + nameEnd}, .end = line.first + colons + 2};
}

/// Directives whose content is not parsed as a block of its own.
bool hidesItsContent(std::string_view name)
{
    static constexpr std::string_view literal[] = {
        "code",      "code-block",     "sourcecode", "raw",          "math",     "parsed-literal", "csv-table",
        "highlight", "literalinclude", "meta",       "image",        "toctree",  "include",        "replace",
        "unicode",   "date",           "role",       "default-role", "contents", "sectnum",        "title",
        "postlist",  "doctest",        "testcode",   "graphviz",     "mermaid",  "productionlist"};
    return std::ranges::find(literal, name) != std::end(literal);
}

bool isAdornment(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [&](char c) { return c == text[0]; }) &&
           std::string_view("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~").contains(text[0]);
}

/// The length of a list marker with its blanks; 0 where the text is no list item.
std::size_t listMarker(std::string_view text)
{
    std::size_t marker = 0;
    if (text.starts_with("* ") || text.starts_with("- ") || text.starts_with("+ ")) {
        marker = 1;
    } else {
        const std::size_t word = std::min(text.find(' '), text.size());
        std::string_view number = text.substr(0, word);
        if (number.starts_with('('))
            number.remove_prefix(1);
        if (number.size() < 2 || number.size() > 5 || (!number.ends_with('.') && !number.ends_with(')')))
            return 0;
        number.remove_suffix(1);
        const bool counts = number == "#" || std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; }) ||
                            (number.size() == 1 && ((number[0] | 0x20) >= 'a' && (number[0] | 0x20) <= 'z'));
        if (!counts)
            return 0;
        marker = word;
    }
    const std::size_t end = text.find_first_not_of(' ', marker);
    return end == text.npos ? marker + 1 : end;
}

/// Walks over the lines once.
class Scan
{
public:
    explicit Scan(std::string_view source) : m_source(source), m_lines(sourceLines(source)) {}

    [[nodiscard]] MetadataSource run();

private:
    [[nodiscard]] std::string_view textOf(std::size_t line) const { return m_lines[line].trimmed().of(m_source); }
    [[nodiscard]] bool isBlankOrEnd(std::size_t line) const
    {
        return line >= m_lines.size() || m_lines[line].isBlank();
    }
    [[nodiscard]] bool startsBlock(std::size_t line) const;
    [[nodiscard]] std::size_t endOfBlock(std::size_t line) const;
    [[nodiscard]] std::size_t readExplicitMarkup(std::size_t line);
    [[nodiscard]] MetadataBlock readDirective(std::size_t line, const DirectiveStart &start,
                                              std::size_t &headEnd) const;
    void readOptions(MetadataBlock &block, std::size_t line, std::size_t end) const;
    [[nodiscard]] std::size_t optionEnd(std::size_t line, std::size_t end) const;
    [[nodiscard]] std::string joinedText(std::size_t line, std::size_t end, std::size_t from) const;
    void readFrontMatter();
    [[nodiscard]] std::size_t leadingSpace(ByteRange range) const
    {
        const std::string_view text = range.of(m_source);
        return text.size() - rst::trimmedLeft(text).size();
    }
    [[nodiscard]] std::string whiteSpaceBefore(std::size_t line) const
    {
        return std::string(m_source.substr(m_lines[line].text.begin, m_lines[line].first - m_lines[line].text.begin));
    }

    std::string_view m_source;
    std::vector<SourceLine> m_lines;
    MetadataSource m_result;
    std::optional<std::size_t> m_hiddenBeyond; // the column beyond which lines are literal or comments
};

MetadataSource Scan::run()
{
    m_result.insertAt = m_lines.empty() ? m_source.size() : m_lines.front().text.begin;
    readFrontMatter();
    for (std::size_t line = 0; line < m_lines.size();) {
        const SourceLine &current = m_lines[line];
        if (current.isBlank() || (m_hiddenBeyond && current.column > *m_hiddenBeyond)) {
            ++line;
            continue;
        }
        m_hiddenBeyond.reset();
        const std::string_view text = textOf(line);
        if (isExplicitMarkup(text) && startsBlock(line)) {
            line = readExplicitMarkup(line);
            continue;
        }
        if (text.ends_with("::") && isBlankOrEnd(line + 1))
            m_hiddenBeyond = current.column + listMarker(text); // a literal block follows
        ++line;
    }
    return std::move(m_result);
}

/// Whether a line begins a block, instead of going on with the paragraph above it.
bool Scan::startsBlock(std::size_t line) const
{
    if (line == 0 || m_lines[line - 1].isBlank())
        return true;
    const SourceLine &before = m_lines[line - 1];
    const std::string_view text = textOf(line - 1);
    if (before.column > m_lines[line].column)
        return true; // what was indented has ended
    if (before.column < m_lines[line].column)
        return isExplicitMarkup(text);
    return isExplicitMarkup(text) || (isAdornment(text) && (text.size() >= 4 || line == 1)) ||
           fieldMarkerLength(text) > 0 || listMarker(text) > 0;
}

/// The line behind the indented block below `line`.
std::size_t Scan::endOfBlock(std::size_t line) const
{
    std::size_t end = line + 1;
    for (std::size_t at = end; at < m_lines.size(); ++at) {
        if (m_lines[at].isBlank())
            continue;
        if (m_lines[at].column <= m_lines[line].column)
            break;
        end = at + 1;
    }
    return end;
}

/// Notes a directive and hides what is not parsed as blocks; gives the line to go on with.
std::size_t Scan::readExplicitMarkup(std::size_t line)
{
    const SourceLine &first = m_lines[line];
    const std::string_view text = textOf(line);
    const auto start = directiveStart(m_source, first);
    if (start) {
        const std::string name = rst::toLowerAscii(start->name.of(m_source));
        if (name == "post") {
            std::size_t headEnd = line + 1;
            m_result.directives.push_back(readDirective(line, *start, headEnd));
            return headEnd;
        }
        if (hidesItsContent(name))
            m_hiddenBeyond = first.column;
        return line + 1;
    }
    const std::string_view rest = text.substr(std::min<std::size_t>(text.size(), 3));
    const bool isNote = rest.starts_with('['); // a footnote or citation: its body is blocks
    const bool isEmptyComment = rest.empty() && isBlankOrEnd(line + 1);
    if (!isNote && !isEmptyComment)
        m_hiddenBeyond = first.column;
    return line + 1;
}

/// Text of lines from `from` on, without the white space around each.
std::string Scan::joinedText(std::size_t line, std::size_t end, std::size_t from) const
{
    std::string text;
    for (; line < end; ++line) {
        const ByteRange trimmed = m_lines[line].trimmed();
        const std::size_t begin = std::max(trimmed.begin, from);
        const std::string_view part =
            begin < trimmed.end ? rst::trimmedLeft(m_source.substr(begin, trimmed.end - begin)) : "";
        if (part.empty())
            continue;
        if (!text.empty())
            text += ' ';
        text += part;
    }
    return text;
}

/// The line behind an option's or field's value: what follows is less indented than the value.
std::size_t Scan::optionEnd(std::size_t line, std::size_t end) const
{
    std::size_t next = line + 1;
    while (next < end && m_lines[next].column > m_lines[line].column)
        ++next;
    return next;
}

void Scan::readOptions(MetadataBlock &block, std::size_t line, std::size_t end) const
{
    const bool isDirective = block.kind == MetadataBlock::Kind::Directive;
    while (line < end) {
        const SourceLine &first = m_lines[line];
        const std::size_t marker = fieldMarkerLength(textOf(line));
        if (marker == 0) {
            if (!block.strayText)
                block.strayText = first.trimmed();
            ++line;
            continue;
        }
        const std::size_t next =
            isDirective ? optionEnd(line, end) : end; // a field comes alone, and may have paragraphs
        SourceOption option;
        option.nameRange = {first.first + 1, first.first + marker - 1};
        option.name =
            isDirective ? rst::toLowerAscii(option.nameRange.of(m_source)) : std::string(option.nameRange.of(m_source));
        option.lines = {first.text.begin, m_lines[next - 1].next};
        option.value = joinedText(line, next, first.first + marker);
        option.valueRange = {first.first + marker, m_lines[next - 1].trimmed().end};
        option.valueRange.begin += leadingSpace(option.valueRange);
        if (option.value.empty())
            option.valueRange = {first.first + marker, first.first + marker};
        block.options.push_back(std::move(option));
        line = next;
    }
}

/// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#directives: the arguments, then the options, up to the
/// first blank line; then the content. The first line may be empty.
MetadataBlock Scan::readDirective(std::size_t line, const DirectiveStart &start, std::size_t &headEnd) const
{
    const SourceLine &first = m_lines[line];
    const std::size_t blockEnd = endOfBlock(line);
    const bool firstHasText = first.trimmed().end > start.end;
    headEnd = line + 1;
    while (headEnd < blockEnd && !m_lines[headEnd].isBlank())
        ++headEnd;

    MetadataBlock block;
    block.nameRange = start.name;
    block.range = {first.first, m_lines[blockEnd - 1].trimmed().end};
    std::size_t optionLine = line + 1;
    while (optionLine < headEnd && fieldMarkerLength(textOf(optionLine)) == 0)
        ++optionLine;
    block.dateText = joinedText(line, optionLine, start.end);
    block.argument = {start.end, start.end};
    block.argumentLines = optionLine - line - (firstHasText ? 0 : 1);
    if (!block.dateText.empty()) {
        block.argument.end = m_lines[optionLine - 1].trimmed().end;
        block.argument.begin += leadingSpace(block.argument);
    }
    readOptions(block, optionLine, headEnd);
    block.optionsBegin = optionLine < m_lines.size() ? m_lines[optionLine].text.begin : m_source.size();
    block.optionsEnd = headEnd < m_lines.size() ? m_lines[headEnd].text.begin : m_source.size();
    if (optionLine == headEnd)
        block.optionsBegin = block.optionsEnd;

    std::size_t contentLine = headEnd;
    while (contentLine < blockEnd && m_lines[contentLine].isBlank())
        ++contentLine;
    if (contentLine < blockEnd)
        block.contents = {m_lines[contentLine].text.begin, m_lines[blockEnd - 1].text.end};

    if (optionLine < headEnd)
        block.optionIndent = whiteSpaceBefore(optionLine);
    else if (line + 1 < headEnd)
        block.optionIndent = whiteSpaceBefore(line + 1);
    else if (contentLine < blockEnd)
        block.optionIndent = whiteSpaceBefore(contentLine);
    else
        block.optionIndent = whiteSpaceBefore(line) + "   ";
    return block;
}

/// The field list that is the first thing of the document, comments and blank lines apart.
void Scan::readFrontMatter()
{
    std::size_t line = 0;
    while (line < m_lines.size()) {
        if (m_lines[line].isBlank()) {
            ++line;
            continue;
        }
        const std::string_view text = textOf(line);
        const bool isComment = m_lines[line].column == 0 && isExplicitMarkup(text) &&
                               !directiveStart(m_source, m_lines[line]) &&
                               !text.substr(std::min<std::size_t>(text.size(), 3)).starts_with('[') &&
                               !text.starts_with(".. _") && !text.starts_with(".. |");
        if (!isComment)
            break;
        line = endOfBlock(line);
    }
    if (line == m_lines.size() || m_lines[line].column != 0 || fieldMarkerLength(textOf(line)) == 0)
        return;
    MetadataBlock block = {.kind = MetadataBlock::Kind::FrontMatter};
    std::size_t end = line;
    std::size_t blockEnd = line;
    while (end < m_lines.size()) {
        if (!m_lines[end].isBlank()) {
            if (m_lines[end].column == 0 && fieldMarkerLength(textOf(end)) == 0)
                break;
            blockEnd = end + 1;
        }
        ++end;
    }
    block.range = {m_lines[line].first, m_lines[blockEnd - 1].trimmed().end};
    for (std::size_t at = line; at < blockEnd;) { // fields may have blank lines between them
        std::size_t next = at + 1;
        while (next < blockEnd && (m_lines[next].isBlank() || m_lines[next].column > 0))
            ++next;
        std::size_t fieldEnd = next;
        while (m_lines[fieldEnd - 1].isBlank())
            --fieldEnd;
        readOptions(block, at, fieldEnd);
        at = next;
    }
    block.optionsBegin = m_lines[line].text.begin;
    block.optionsEnd = m_lines[blockEnd - 1].next;
    if (const SourceOption *date = block.option("date"))
        block.dateText = date->value;
    m_result.insertAt = block.optionsEnd;
    m_result.frontMatter = std::move(block);
}

} // namespace

const SourceOption *MetadataBlock::option(std::string_view name) const noexcept
{
    const auto found = std::ranges::find(options, name, &SourceOption::name);
    return found == options.end() ? nullptr : &*found;
}

const MetadataBlock *MetadataSource::block() const noexcept
{
    if (!directives.empty())
        return &directives.front();
    return frontMatter && frontMatter->option("blogpost") != nullptr ? &*frontMatter : nullptr;
}

MetadataSource findMetadata(std::string_view source)
{
    return Scan(source).run();
}

} // namespace post

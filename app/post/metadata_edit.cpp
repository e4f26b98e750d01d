// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/metadata_edit.h"

#include "post/field_marker.h"
#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <algorithm>
#include <format>

namespace post {

namespace {

/// The value on one line: white space and line ends become single blanks, as they do when the value is read.
std::string onOneLine(std::string_view value)
{
    std::string text;
    bool blank = false;
    for (std::size_t at = 0; at < value.size();) {
        const rst::CodePoint point = rst::decodeAt(value, at);
        if (rst::isSpace(point.value) || point.value == 0) {
            blank = !text.empty();
        } else {
            if (blank)
                text += ' ';
            blank = false;
            text += value.substr(at, point.size);
        }
        at += point.size;
    }
    return text;
}

bool isOptionName(std::string_view name)
{
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
}

std::string optionLine(std::string_view indent, std::string_view name, std::string_view value)
{
    return value.empty() ? std::format("{}:{}:", indent, name) : std::format("{}:{}: {}", indent, name, value);
}

/// Whether the last line has no line end.
bool endsOpen(const std::vector<SourceLine> &lines)
{
    return !lines.empty() && lines.back().next == lines.back().text.end;
}

/// Makes the edits for one block.
class BlockEditor
{
public:
    BlockEditor(std::string_view source, const std::vector<SourceLine> &lines, const MetadataBlock &block,
                const BlogConfig &config)
        : m_source(source)
        , m_lines(lines)
        , m_block(block)
        , m_config(config)
    {
    }

    [[nodiscard]] std::expected<std::vector<TextEdit>, std::string> setDate(const std::string &value) const;
    [[nodiscard]] std::vector<TextEdit> removeDate() const;
    [[nodiscard]] std::vector<TextEdit> setOption(std::string_view name, const std::string &value) const;
    [[nodiscard]] std::vector<TextEdit> removeOption(std::string_view name) const;

private:
    struct Place {
        std::size_t at = 0;
        std::string indent = {};
    };
    [[nodiscard]] Place placeFor(std::string_view name) const;
    [[nodiscard]] std::size_t rankOf(std::string_view name) const;

    std::string_view m_source;
    const std::vector<SourceLine> &m_lines;
    const MetadataBlock &m_block;
    const BlogConfig &m_config;
};

std::expected<std::vector<TextEdit>, std::string> BlockEditor::setDate(const std::string &value) const
{
    if (m_block.argumentLines > 1)
        return std::unexpected("The text below “.. post::” runs into its date; put an empty line between them first.");
    if (!m_block.argument.isEmpty())
        return std::vector{TextEdit{m_block.argument.begin, m_block.argument.end, value}};
    // Blanks after the colons are part of the place for a date.
    std::size_t end = m_block.argument.begin;
    while (end < m_source.size() && (m_source[end] == ' ' || m_source[end] == '\t'))
        ++end;
    return std::vector{TextEdit{m_block.argument.begin, end, ' ' + value}};
}

std::vector<TextEdit> BlockEditor::removeDate() const
{
    if (m_block.argument.isEmpty())
        return {};
    // From the colons on: a date on a line of its own must not leave an empty line, which would end the options.
    const std::size_t colons = m_block.nameRange.end + m_source.substr(m_block.nameRange.end).find("::") + 2;
    return {{colons, m_block.argument.end, {}}};
}

/// The place of an option in the house's order; those it does not name come last, in their own order.
std::size_t BlockEditor::rankOf(std::string_view name) const
{
    if (m_block.kind == MetadataBlock::Kind::FrontMatter && (name == "blogpost" || name == "date"))
        return 0;
    return 1 + std::size_t(std::ranges::find(m_config.optionOrder, name) - m_config.optionOrder.begin());
}

/// Where the line of a new option goes, behind the last option that comes before it in the house's order; and the white
/// space before it, which is its neighbour's.
BlockEditor::Place BlockEditor::placeFor(std::string_view name) const
{
    if (m_block.options.empty())
        return {m_block.optionsBegin, m_block.optionIndent};
    const auto indentOf = [this](const SourceOption &option) {
        return std::string(m_source.substr(option.lines.begin, option.nameRange.begin - 1 - option.lines.begin));
    };
    Place place = {m_block.options.front().lines.begin, indentOf(m_block.options.front())};
    for (const SourceOption &option : m_block.options) {
        if (rankOf(option.name) <= rankOf(name))
            place = {option.lines.end, indentOf(option)};
    }
    return place;
}

std::vector<TextEdit> BlockEditor::setOption(std::string_view name, const std::string &value) const
{
    if (const SourceOption *option = m_block.option(name)) {
        if (option->value == value)
            return {};
        // An empty value has no bytes of its own: it stands, or comes to stand, behind the colon.
        const std::size_t colon = option->nameRange.end + 1;
        if (value.empty())
            return {{colon, option->valueRange.end, {}}};
        if (!option->value.empty())
            return {{option->valueRange.begin, option->valueRange.end, value}};
        std::size_t end = colon;
        while (end < m_source.size() && (m_source[end] == ' ' || m_source[end] == '\t'))
            ++end;
        return {{colon, end, ' ' + value}};
    }
    const auto [place, indent] = placeFor(name);
    const std::string line = optionLine(indent, name, value);
    const bool isOpen = place == m_source.size() && endsOpen(m_lines);
    const std::string lineEnd(lineEndAt(m_source, m_lines, place));
    return {{place, place, isOpen ? lineEnd + line : line + lineEnd}};
}

std::vector<TextEdit> BlockEditor::removeOption(std::string_view name) const
{
    std::vector<TextEdit> edits;
    for (const SourceOption &option : m_block.options) {
        if (option.name == name)
            edits.push_back({option.lines.begin, option.lines.end, {}});
    }
    return edits;
}

/// A directive for a post that has none, with an empty line between it and what is around it.
TextEdit newDirective(const std::vector<SourceLine> &lines, const MetadataSource &metadata,
                      const MetadataChange &change, const std::string &value, const std::string &lineEnd)
{
    const bool isDate = change.name == "date";
    const auto following =
        std::ranges::find_if(lines, [&](const SourceLine &line) { return line.text.begin >= metadata.insertAt; });
    const auto nextText =
        std::ranges::find_if(following, lines.end(), [](const SourceLine &line) { return !line.isBlank(); });

    std::string text;
    if (metadata.frontMatter)
        text = (endsOpen(lines) && following == lines.end() ? lineEnd : std::string()) + lineEnd;
    text += (isDate && !value.empty() ? ".. post:: " + value : std::string(".. post::")) + lineEnd;
    if (!isDate)
        text += optionLine("   ", change.name, value) + lineEnd;
    if (nextText != lines.end() && nextText->column > 0)
        text += lineEnd + ".." + lineEnd; // keeps an indented block from becoming the directive's content
    if (following != lines.end() && !following->isBlank())
        text += lineEnd;
    return {metadata.insertAt, metadata.insertAt, text};
}

} // namespace

std::string applied(std::string_view source, const std::vector<TextEdit> &edits)
{
    std::string result;
    std::size_t at = 0;
    for (const TextEdit &edit : edits) {
        result += source.substr(at, edit.begin - at);
        result += edit.replacement;
        at = edit.end;
    }
    return result += source.substr(at);
}

std::optional<std::string> metadataValue(const MetadataBlock &block, std::string_view name)
{
    if (name == "date" && block.kind == MetadataBlock::Kind::Directive)
        return block.dateText.empty() ? std::nullopt : std::optional(block.dateText);
    const SourceOption *option = block.option(name);
    return option != nullptr ? std::optional(option->value) : std::nullopt;
}

std::expected<MetadataEdit, std::string> editMetadata(std::string_view source, const MetadataChange &change,
                                                      const BlogConfig &config)
{
    if (!isOptionName(change.name))
        return std::unexpected(std::format("“{}” cannot be the name of an option.", change.name));
    const MetadataSource metadata = findMetadata(source);
    const std::vector<SourceLine> lines = sourceLines(source);
    const std::string value = onOneLine(change.value.value_or(""));
    if (change.name == "date" && fieldMarkerLength(value) > 0)
        return std::unexpected(std::format("“{}” is no date.", value));
    const MetadataBlock *block = metadata.block();
    MetadataEdit result;
    if (block == nullptr) {
        if (change.value) // an empty date makes a draft
            result.edits.push_back(
                newDirective(lines, metadata, change, value, std::string(lineEndAt(source, lines, metadata.insertAt))));
        return result;
    }
    if (metadata.directives.size() > 1)
        result.notice = "This text has more than one “post” directive; the first one was changed.";

    const BlockEditor editor(source, lines, *block, config);
    const bool isDate = change.name == "date" && block->kind == MetadataBlock::Kind::Directive;
    if (metadataValue(*block, change.name) == (isDate && value.empty() ? std::nullopt
                                               : change.value          ? std::optional(value)
                                                                       : std::nullopt))
        return result;
    if (isDate && !value.empty()) {
        auto edits = editor.setDate(value);
        if (!edits)
            return std::unexpected(edits.error());
        result.edits = std::move(*edits);
    } else if (isDate) {
        result.edits = editor.removeDate();
    } else if (change.value) {
        result.edits = editor.setOption(change.name, value);
    } else {
        result.edits = editor.removeOption(change.name);
    }
    return result;
}

} // namespace post

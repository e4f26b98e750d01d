// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// A directive's arguments, options and content: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#directives

#include "rst/directives/directive.h"

#include "rst/parser/block_parser.h"
#include "rst/parser/machine_scope.h"
#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <algorithm>
#include <format>

namespace rst {

namespace {

[[nodiscard]] Lines withoutBlankEnd(Lines lines) noexcept
{
    while (!lines.empty() && lines.back().text.empty())
        lines = lines.first(lines.size() - 1);
    return lines;
}

} // namespace

// Body.parse_directive_block
BlockParser::BlockError BlockParser::parseDirectiveBlock(DirectiveContext &directive, const DirectiveSpec &spec,
                                                         IndentedBlock block)
{
    Lines lines = block.lines;
    std::uint32_t firstLine = block.firstLine;
    if (!lines.empty() && lines.front().text.empty()) {
        lines = lines.subspan(1);
        ++firstLine;
    }
    lines = withoutBlankEnd(lines);
    const bool takesArguments = spec.requiredArguments != 0 || spec.optionalArguments != 0;
    const bool takesOptions = !spec.options.empty();
    Lines arguments;
    directive.content = lines;
    directive.contentLine = firstLine;
    if (!lines.empty() && (takesArguments || takesOptions)) {
        const auto blank = std::ranges::find_if(lines, [](const Line &line) { return line.text.empty(); });
        const auto size = std::size_t(blank - lines.begin());
        arguments = lines.first(size);
        directive.content = lines.subspan(std::min(size + 1, lines.size()));
        directive.contentLine = firstLine + std::uint32_t(size) + 1;
    }
    const Lines beforeBlank = arguments;
    if (takesOptions) {
        const auto marker =
            std::ranges::find_if(arguments, [](const Line &line) { return fieldMarkerLength(line.text) != 0; });
        const auto size = std::size_t(marker - arguments.begin());
        if (size != arguments.size()) {
            if (BlockError error = parseDirectiveOptions(directive, spec, arguments.subspan(size)))
                return error;
        }
        arguments = arguments.first(size);
    }
    if (!arguments.empty() && !takesArguments) {
        // No arguments: the lines belong to the content, less those of options between them and a blank line.
        const Lines rest = lines.subspan(beforeBlank.size());
        if (arguments.size() == beforeBlank.size()) {
            directive.content = lines;
        } else {
            const std::span<Line> content = m_context.lines.allocate(arguments.size() + rest.size());
            std::ranges::copy(rest, std::ranges::copy(arguments, content.begin()).out);
            directive.content = content;
        }
        directive.contentLine = firstLine;
        arguments = {};
    }
    while (!directive.content.empty() && directive.content.front().text.empty()) {
        directive.content = directive.content.subspan(1);
        ++directive.contentLine;
    }
    if (takesArguments) {
        if (BlockError error = parseDirectiveArguments(directive, spec, arguments))
            return error;
    }
    if (!directive.content.empty() && !spec.hasContent)
        return "no content permitted";
    return std::nullopt;
}

namespace {

/// Takes the first word off a text, and the white space before it; empty where there is none.
[[nodiscard]] std::string_view takeWord(std::string_view &text) noexcept
{
    text = trimmedLeft(text);
    std::size_t end = 0;
    while (end < text.size()) {
        const CodePoint character = decodeAt(text, end);
        if (isSpace(character.value))
            break;
        end += character.size;
    }
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end);
    return word;
}

} // namespace

// Body.parse_directive_arguments
BlockParser::BlockError BlockParser::parseDirectiveArguments(DirectiveContext &directive, const DirectiveSpec &spec,
                                                             Lines block)
{
    const std::size_t most = std::size_t{spec.requiredArguments} + spec.optionalArguments;
    const std::string_view text = joined(m_context.document, block).text;
    directive.argumentLines = block;
    std::size_t count = 0;
    std::string_view lastRest = text; // from the last argument that there may be
    for (std::string_view rest = text; !(trimmedLeft(rest)).empty(); ++count) {
        if (count + 1 == most)
            lastRest = trimmedLeft(rest);
        const std::string_view word = takeWord(rest);
        if (count < most)
            directive.arguments.push_back(word);
    }
    if (count < spec.requiredArguments)
        return std::format("{} argument(s) required, {} supplied", spec.requiredArguments, count);
    if (count <= most)
        return std::nullopt;
    if (!spec.finalArgumentWhitespace)
        return std::format("maximum {} argument(s) allowed, {} supplied", most, count);
    directive.arguments.back() = lastRest;
    return std::nullopt;
}

namespace {

/// A field of an option block, before it is known to be an option.
struct OptionField {
    std::string name = {};
    std::optional<std::string> text = {};
    Span nameSpan = {};
    Span valueSpan = {};
    bool isOneParagraph = true;
};

[[nodiscard]] bool isPlainOptionName(std::string_view name) noexcept
{
    return std::ranges::all_of(name, [](char c) { return isAsciiLetter(c) || isAsciiDigit(c) || c == '-'; });
}

/// utils.extract_options: the error of the first field that cannot be an option.
[[nodiscard]] std::optional<std::string> checkFields(const std::vector<OptionField> &fields)
{
    for (const OptionField &field : fields) {
        std::string_view rest = field.name;
        const std::string_view word = takeWord(rest);
        if (word.empty() || !takeWord(rest).empty())
            return "invalid option data: extension option field name may not contain multiple words";
        if (!field.isOneParagraph)
            return std::format("invalid option data: extension option field body may contain\n"
                               "a single paragraph only (option \"{}\")",
                               field.name);
    }
    return std::nullopt;
}

/// utils.assemble_option_dict for one option.
[[nodiscard]] std::optional<std::string> addOption(DirectiveContext &directive, const DirectiveSpec &spec,
                                                   const OptionField &field)
{
    const auto known = std::ranges::find(spec.options, field.name, &OptionSpec::name);
    if (known == spec.options.end())
        return std::format("unknown option: \"{}\"", field.name);
    // A value that a substitution definition presets is not among the options given.
    const auto given = std::ranges::find(directive.options, field.name, &Option::name);
    if (given != directive.options.end() && !given->nameSpan.isEmpty())
        return std::format("invalid option data: duplicate option \"{}\"", field.name);
    std::expected<OptionValue, std::string> value = known->convert(field.text ? &*field.text : nullptr);
    if (!value) {
        const std::string quoted = field.text ? pythonRepr(*field.text) : "None";
        return std::format("invalid option value: (option: \"{}\"; value: {})\n{}", field.name, quoted, value.error());
    }
    Option option{
        .name = known->name, .value = std::move(*value), .nameSpan = field.nameSpan, .valueSpan = field.valueSpan};
    if (given != directive.options.end())
        *given = std::move(option);
    else
        directive.options.push_back(std::move(option));
    return std::nullopt;
}

} // namespace

// Body.parse_directive_options, Body.parse_extension_options, with the state `ExtensionOptions`.
BlockParser::BlockError BlockParser::parseDirectiveOptions(DirectiveContext &directive, const DirectiveSpec &spec,
                                                           Lines block)
{
    Document &document = m_context.document;
    const SourceMap &sources = document.sources();
    std::vector<OptionField> fields;
    Block lines(block, 1); // docutils counts the lines of the option block alone
    BlockMachine machine{.block = lines};
    while (nextLine(machine)) {
        const std::size_t markerEnd = fieldMarkerLength(machine.text());
        if (markerEnd == 0)
            return "invalid option block";
        const LineArena::Scope scope(m_context.lines);
        const std::string_view marker = machine.text().substr(0, markerEnd);
        const std::string_view name = marker.substr(1, marker.rfind(':') - 1);
        OptionField &field = fields.emplace_back();
        field.nameSpan = sources.spanOf(name);
        if (isPlainOptionName(name)) {
            field.name = toLower(name);
        } else { // inline markup may stand in it
            const NodeId holder = document.create(NodeKind::FieldName);
            field.isOneParagraph = inlineText({.text = name}, machine.lineNumber(), holder).empty();
            field.name = toLower(document[holder].asText());
        }
        const Lines body = trimmedBlank(firstKnownIndentedBlock(machine, {markerEnd}).lines);
        if (!body.empty()) {
            field.text = joinedText(body);
            field.valueSpan = spanOf(sources, body);
        }
    }
    if (BlockError error = checkFields(fields))
        return error;
    for (const OptionField &field : fields) {
        if (BlockError error = addOption(directive, spec, field))
            return error;
    }
    return std::nullopt;
}

} // namespace rst

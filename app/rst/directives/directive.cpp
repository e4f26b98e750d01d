// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/directives/directive.h"

#include "rst/text/names.h"
#include "rst/text/unicode.h"

#include <algorithm>

namespace rst {

const Option *DirectiveContext::option(std::string_view optionName) const noexcept
{
    const auto found = std::ranges::find(options, optionName, &Option::name);
    return found == options.end() ? nullptr : &*found;
}

std::int64_t DirectiveContext::number(std::string_view optionName, std::int64_t fallback) const noexcept
{
    const Option *given = option(optionName);
    const std::int64_t *value = given == nullptr ? nullptr : std::get_if<std::int64_t>(&given->value);
    return value == nullptr ? fallback : *value;
}

std::string DirectiveContext::text(std::string_view optionName) const
{
    const Option *given = option(optionName);
    if (given == nullptr)
        return {};
    if (const std::string *text = std::get_if<std::string>(&given->value))
        return *text;
    if (const std::int64_t *number = std::get_if<std::int64_t>(&given->value))
        return std::to_string(*number);
    std::string joinedWords;
    if (const auto *words = std::get_if<std::vector<std::string>>(&given->value)) {
        for (const std::string &word : *words)
            joinedWords.append(joinedWords.empty() ? "" : " ").append(word);
    }
    return joinedWords;
}

NodeId DirectiveContext::append(NodeKind kind)
{
    return document().append(parent, kind, span, sourceLine);
}

bool DirectiveContext::mayHoldSections() const
{
    return sectionTitles == SectionTitles::Allowed || document()[parent].is(NodeKind::Sidebar);
}

bool DirectiveContext::requireContent()
{
    if (!content.empty())
        return true;
    report<DiagnosticKind::DirectiveContentExpected>(nameSpan, nameAsWritten);
    return false;
}

void DirectiveContext::addClasses(NodeId node, AttributeName list)
{
    const Option *given = option("class");
    const auto *classes = given == nullptr ? nullptr : std::get_if<std::vector<std::string>>(&given->value);
    if (classes == nullptr)
        return;
    addClasses(node, *classes, list);
}

void DirectiveContext::addClasses(NodeId node, std::span<const std::string> classes, AttributeName list)
{
    std::vector<std::string_view> items;
    for (const std::string &item : classes)
        items.push_back(document().store(item));
    document().addAttributes(node, list, items);
}

void DirectiveContext::addPresetAlt(NodeId node)
{
    if (hasOption("alt"))
        document().setAttribute(node, AttributeName::Alt, document().store(text("alt")));
}

void DirectiveContext::addName(NodeId node)
{
    const Option *given = option("name");
    const std::string *text = given == nullptr ? nullptr : std::get_if<std::string>(&given->value);
    if (text == nullptr)
        return;
    document().addAttribute(node, AttributeName::Names, document().store(fullyNormalizeName(*text)));
    // docutils names most elements before they have a line; messages about the name then take the reader's line.
    const NodeRef element = document()[node];
    const std::uint32_t elementLine = element.line();
    if (!element.is(NodeKind::Image) && !element.is(NodeKind::MathBlock) && !element.is(NodeKind::LiteralBlock) &&
        !element.is(NodeKind::Figure)) // that Sphinx names when it is whole
        document().setLine(node, 0);
    targets().noteExplicitTarget(node, node);
    document().setLine(node, elementLine);
}

NodeId DirectiveContext::appendTitle(NodeId into, NodeKind kind)
{
    const NodeId title = document().append(into, kind, argumentSpan(0), line);
    for (const NodeId message : parser.inlineText(argumentText(0), line, title))
        document().append(into, message);
    return title;
}

std::string_view DirectiveContext::blockText() const
{
    return joined(document(), block).text;
}

std::string_view DirectiveContext::contentText() const
{
    return joined(document(), content).text;
}

InlineText DirectiveContext::argumentText(std::size_t index) const
{
    const std::string_view text = argument(index);
    if (arguments.size() != 1 || argumentLines.empty())
        return {.text = text};
    const std::span<Line> lines = context.lines.allocate(argumentLines.size());
    std::ranges::copy(argumentLines, lines.begin());
    lines.front().text = trimmedLeft(lines.front().text);
    const InlineText whole = joined(document(), lines);
    return whole.text == text ? whole : InlineText{.text = text};
}

namespace {

/// Takes the first line off a text.
[[nodiscard]] std::string_view takeLine(std::string_view &text) noexcept
{
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

} // namespace

InlineText DirectiveContext::optionText(const Option &given) const
{
    const std::string_view text = document().store(std::get<std::string>(given.value));
    if (given.valueSpan.isEmpty())
        return {.text = text};
    // Each line of the text is the end of a line of the source: indentation is what it lacks.
    std::string_view source = document().sources().textOf(given.valueSpan);
    const std::span<Line> lines = context.lines.allocate(std::size_t(std::ranges::count(text, '\n')) + 1);
    std::uint32_t number = document().sources().locate(given.valueSpan.begin).line;
    std::string_view rest = text;
    for (Line &optionLine : lines) {
        const std::string_view wanted = takeLine(rest);
        const std::string_view found = trimmedRight(takeLine(source));
        if (!found.ends_with(wanted))
            return {.text = text};
        optionLine = {.text = found.substr(found.size() - wanted.size()), .number = number++};
    }
    return {.text = text, .lines = lines};
}

Span DirectiveContext::argumentSpan(std::size_t index) const
{
    const Span inSource = document().sources().spanOf(argument(index));
    if (!inSource.isEmpty())
        return inSource;
    return argumentLines.empty() ? span : spanOf(document().sources(), argumentLines);
}

void DirectiveTable::addAlias(std::string_view name, std::string_view canonical)
{
    m_aliases.push_back({.name = name, .canonical = canonical});
}

void DirectiveTable::finish()
{
    // Of equal names the last one added counts: it comes first after a stable sort of the reversed list.
    std::ranges::reverse(m_specs);
    std::ranges::stable_sort(m_specs, {}, &DirectiveSpec::name);
    const auto hidden = std::ranges::unique(m_specs, {}, &DirectiveSpec::name);
    m_specs.erase(hidden.begin(), hidden.end());
    std::ranges::reverse(m_aliases);
    std::ranges::stable_sort(m_aliases, {}, &Alias::name);
    const auto hiddenAliases = std::ranges::unique(m_aliases, {}, &Alias::name);
    m_aliases.erase(hiddenAliases.begin(), hiddenAliases.end());
}

const DirectiveSpec *DirectiveTable::find(std::string_view name) const noexcept
{
    const auto specOf = [&](std::string_view wanted) -> const DirectiveSpec * {
        const auto found = std::ranges::lower_bound(m_specs, wanted, {}, &DirectiveSpec::name);
        return found != m_specs.end() && found->name == wanted ? &*found : nullptr;
    };
    if (const DirectiveSpec *spec =
            specOf(name)) // a dialect may have its own directive under a name that leads elsewhere
        return spec;
    const auto alias = std::ranges::lower_bound(m_aliases, name, {}, &Alias::name);
    return alias != m_aliases.end() && alias->name == name ? specOf(alias->canonical) : nullptr;
}

std::vector<std::string_view> DirectiveTable::names() const
{
    std::vector<std::string_view> all;
    all.reserve(m_specs.size() + m_aliases.size());
    for (const DirectiveSpec &spec : m_specs)
        all.push_back(spec.name);
    for (const Alias &alias : m_aliases)
        all.push_back(alias.name);
    std::ranges::sort(all);
    const auto repeated = std::ranges::unique(all);
    all.erase(repeated.begin(), repeated.end());
    return all;
}

} // namespace rst

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/directives/table_directive.h"

#include <algorithm>

namespace rst {

options::Result tableAlignment(const std::string *text)
{
    return options::choice(text, {"left", "center", "right"});
}

options::Result autoOrWidths(const std::string *text)
{
    if (text != nullptr && *text == "auto")
        return *text;
    return options::positiveIntList(text);
}

TableDirective::TableDirective(DirectiveContext &directive) : m_directive(directive)
{
    const Option *widths = directive.option("widths");
    if (widths == nullptr)
        return;
    const std::string *word = std::get_if<std::string>(&widths->value);
    const std::vector<std::int64_t> *numbers = givenWidths();
    if (word != nullptr && *word == "auto")
        m_widths = ColumnWidths::Auto;
    else if (word != nullptr || (numbers != nullptr && !numbers->empty()))
        m_widths = ColumnWidths::Given;
}

void TableDirective::makeTitle()
{
    if (m_directive.arguments.empty())
        return;
    m_title = m_directive.document().create(NodeKind::Title, m_directive.argumentSpan(0), m_directive.line);
    m_messages = m_directive.parser.inlineText(m_directive.argumentText(0), m_directive.line, m_title);
}

const std::vector<std::int64_t> *TableDirective::givenWidths() const noexcept
{
    const Option *widths = m_directive.option("widths");
    return widths == nullptr ? nullptr : std::get_if<std::vector<std::int64_t>>(&widths->value);
}

Span TableDirective::optionSpan(std::string_view name) const
{
    const Option *option = m_directive.option(name);
    return option == nullptr ? m_directive.nameSpan : option->valueSpan;
}

std::optional<std::vector<std::int64_t>> TableDirective::columnWidths(std::size_t count)
{
    if (const std::vector<std::int64_t> *given = givenWidths()) {
        if (given->size() == count)
            return *given;
        m_directive.report<DiagnosticKind::TableWidthsMismatch>(optionSpan("widths"), m_directive.nameAsWritten, count);
        return std::nullopt;
    }
    if (count == 0) {
        m_directive.report<DiagnosticKind::TableWithoutColumns>(m_directive.nameSpan);
        return std::nullopt;
    }
    return std::vector<std::int64_t>(count, std::int64_t(100 / count));
}

bool TableDirective::checkDimensions(std::span<const std::size_t> rowLengths)
{
    const std::string_view name = m_directive.nameAsWritten;
    const auto header = std::size_t(headerRows());
    const auto stubs = std::size_t(stubColumns());
    if (rowLengths.size() < header) {
        m_directive.report<DiagnosticKind::TableTooFewRows>(optionSpan("header-rows"), header, rowLengths.size(), name);
        return false;
    }
    if (rowLengths.size() == header && header > 0) {
        m_directive.report<DiagnosticKind::TableWithoutBody>(optionSpan("header-rows"), rowLengths.size(), name);
        return false;
    }
    const auto tooShort = std::ranges::find_if(
        rowLengths, [stubs](std::size_t length) { return length < stubs || (length == stubs && stubs > 0); });
    if (tooShort == rowLengths.end())
        return true;
    if (*tooShort < stubs)
        m_directive.report<DiagnosticKind::TableTooFewColumns>(optionSpan("stub-columns"), stubs, *tooShort, name);
    else
        m_directive.report<DiagnosticKind::TableOnlyStubs>(optionSpan("stub-columns"), *tooShort, name);
    return false;
}

void TableDirective::addWidthsClass(NodeId table)
{
    if (m_widths != ColumnWidths::Unspecified) {
        m_directive.document().addAttribute(table, AttributeName::Classes,
                                            m_widths == ColumnWidths::Auto ? "colwidths-auto" : "colwidths-given");
    }
}

void TableDirective::finish(NodeId table)
{
    Document &document = m_directive.document();
    if (m_directive.hasOption("align"))
        document.setAttribute(table, AttributeName::Align, document.store(m_directive.text("align")));
    if (m_directive.hasOption("width"))
        document.setAttribute(table, AttributeName::Width, document.store(m_directive.text("width")));
    m_directive.add(table);
    m_directive.addName(table);
    if (m_title != NodeId::None)
        document.prepend(table, m_title);
    for (const NodeId message : m_messages)
        m_directive.add(message);
}

} // namespace rst

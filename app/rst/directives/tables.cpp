// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/directives/directive_groups.h"
#include "rst/directives/table_directive.h"

#include <algorithm>

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#table
// https://docutils.sourceforge.io/docs/ref/rst/directives.html#list-table
namespace rst {

namespace {

options::Result autoGridOrWidths(const std::string *text)
{
    if (text != nullptr && *text == "grid")
        return *text;
    return autoOrWidths(text);
}

constexpr OptionSpec tableOptions[] = {
    {"class", options::classOption}, {"name", options::unchanged},
    {"align", tableAlignment},       {"width", options::lengthOrPercentageOrUnitless},
    {"widths", autoGridOrWidths},
};

constexpr OptionSpec listTableOptions[] = {
    {"header-rows", options::nonnegativeInt},
    {"stub-columns", options::nonnegativeInt},
    {"width", options::lengthOrPercentageOrUnitless},
    {"widths", autoOrWidths},
    {"class", options::classOption},
    {"name", options::unchanged},
    {"align", tableAlignment},
};

/// Replaces the widths of a table's columns; false where their numbers differ, which is reported.
[[nodiscard]] bool setColumnWidths(TableDirective &tableDirective, Document &document, NodeRef table)
{
    const NodeRef group = table.firstChild();
    const auto widths = tableDirective.columnWidths(std::size_t(group.number(AttributeName::Cols)));
    if (!widths)
        return false;
    auto width = widths->begin();
    for (NodeRef column = group.firstChild(); column.is(NodeKind::Colspec) && width != widths->end();
         column = column.next())
        document.setAttribute(column.id(), AttributeName::Colwidth, *width++);
    return true;
}

/// A title and options for a table drawn in the content.
void runTable(DirectiveContext &directive)
{
    if (directive.content.empty()) {
        directive.report<DiagnosticKind::DirectiveContentMissing>(directive.nameSpan, directive.nameAsWritten);
        return;
    }
    Document &document = directive.document();
    TableDirective tableDirective(directive);
    tableDirective.makeTitle();
    const NodeId content = document.create(NodeKind::Container);
    directive.parseContent(content);
    const NodeRef table = document[content].firstChild();
    if (!table.is(NodeKind::Table) || table.next()) {
        directive.report<DiagnosticKind::TableDirectiveContentInvalid>(spanOf(document.sources(), directive.content),
                                                                       directive.nameAsWritten);
        return;
    }
    if (tableDirective.givenWidths() != nullptr && !setColumnWidths(tableDirective, document, table))
        return;
    document.detach(table.id());
    directive.addClasses(table.id());
    tableDirective.addWidthsClass(table.id());
    tableDirective.finish(table.id());
}

/// A table written as a list of lists.
class ListTable
{
public:
    explicit ListTable(DirectiveContext &directive)
        : m_directive(directive)
        , m_document(directive.document())
        , m_tableDirective(directive)
    {
    }

    void run()
    {
        m_tableDirective.makeTitle();
        const NodeId content = m_document.create(NodeKind::Container);
        m_directive.parseContent(content);
        const NodeRef list = m_document[content].firstChild();
        if (!list.is(NodeKind::BulletList) || list.next()) {
            m_directive.report<DiagnosticKind::ListTableNotOneList>(spanOf(m_document.sources(), m_directive.content),
                                                                    m_directive.nameAsWritten);
            return;
        }
        if (!checkRows(list))
            return;
        const auto widths = m_tableDirective.columnWidths(m_rowLengths.empty() ? 0 : m_rowLengths.front());
        if (!widths || !m_tableDirective.checkDimensions(m_rowLengths))
            return;
        const NodeId table = build(list, *widths);
        m_tableDirective.addWidthsClass(table);
        m_directive.addClasses(table);
        m_tableDirective.finish(table);
    }

private:
    /// Whether every item of the list holds just a list, all of them of the same length; reports it if not.
    [[nodiscard]] bool checkRows(NodeRef list)
    {
        const std::string_view name = m_directive.nameAsWritten;
        for (NodeRef item = list.firstChild(); item; item = item.next()) {
            const std::size_t row = m_rowLengths.size() + 1;
            const NodeRef cells = item.firstChild();
            if (!cells.is(NodeKind::BulletList) || cells.next()) {
                m_directive.report<DiagnosticKind::ListTableRowWithoutList>(item.span(), name, row);
                return false;
            }
            m_rowLengths.push_back(cells.childCount());
            if (m_rowLengths.back() != m_rowLengths.front()) {
                m_directive.report<DiagnosticKind::ListTableNotUniform>(item.span(), name, row, m_rowLengths.back(),
                                                                        m_rowLengths.front());
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] NodeId build(NodeRef list, std::span<const std::int64_t> widths)
    {
        const NodeId table = m_document.create(NodeKind::Table, m_directive.span);
        const NodeId group = m_document.append(table, NodeKind::Tgroup, list.span());
        m_document.setAttribute(group, AttributeName::Cols, std::int64_t(widths.size()));
        std::int64_t stubs = m_tableDirective.stubColumns();
        for (const std::int64_t width : widths) {
            const NodeId column = m_document.append(group, NodeKind::Colspec);
            m_document.setAttribute(column, AttributeName::Colwidth, width);
            if (stubs-- > 0)
                m_document.setAttribute(column, AttributeName::Stub, std::int64_t(1));
        }
        std::int64_t headers = m_tableDirective.headerRows();
        NodeId part = m_document.append(group, headers > 0 ? NodeKind::Thead : NodeKind::Tbody);
        bool isBody = headers == 0;
        while (const NodeRef item = list.firstChild()) {
            if (!isBody && headers-- == 0) {
                part = m_document.append(group, NodeKind::Tbody);
                isBody = true;
            }
            m_document.detach(item.id());
            m_document.append(part, item.id());
            makeRow(item);
        }
        return table;
    }

    /// OPTIMIZATION: the items become the row and its entries, instead of standing in memory beside them.
    void makeRow(NodeRef item)
    {
        m_document.unwrap(item.firstChild().id());
        m_document.recast(item.id(), NodeKind::Row);
        for (const NodeRef cell : item.children())
            m_document.recast(cell.id(), NodeKind::Entry);
    }

    DirectiveContext &m_directive;
    Document &m_document;
    TableDirective m_tableDirective;
    std::vector<std::size_t> m_rowLengths = {};
};

void runListTable(DirectiveContext &directive)
{
    if (directive.content.empty())
        directive.report<DiagnosticKind::ListTableEmpty>(directive.nameSpan, directive.nameAsWritten);
    else
        ListTable(directive).run();
}

constexpr DirectiveSpec tablesSpecs[] = {
    {.name = "table",
     .optionalArguments = 1,
     .finalArgumentWhitespace = true,
     .hasContent = true,
     .options = tableOptions,
     .run = runTable},
    {.name = "list-table",
     .optionalArguments = 1,
     .finalArgumentWhitespace = true,
     .hasContent = true,
     .options = listTableOptions,
     .run = runListTable},
};

} // namespace

std::span<const DirectiveSpec> tableDirectives() noexcept
{
    return tablesSpecs;
}

} // namespace rst

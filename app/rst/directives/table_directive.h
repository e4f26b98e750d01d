// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/directives/directive.h"
#include "rst/directives/option_converters.h"
#include "rst/parser/table.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace rst {

/// What the table directives have in common (docutils' class `Table`).
class TableDirective
{
public:
    explicit TableDirective(DirectiveContext &directive);

    /// Parses the directive's argument as the table's title; its messages wait for finish().
    void makeTitle();

    /// What `:widths:` says.
    [[nodiscard]] ColumnWidths widths() const noexcept { return m_widths; }
    /// The numbers in `:widths:`; null where there are none.
    [[nodiscard]] const std::vector<std::int64_t> *givenWidths() const noexcept;
    /// The widths of `count` columns, as given or all equal; nothing where they are not to be had, which is reported.
    [[nodiscard]] std::optional<std::vector<std::int64_t>> columnWidths(std::size_t count);

    /// Whether `header-rows` and `stub-columns` leave a body, the table having rows of these lengths; reports it if not.
    [[nodiscard]] bool checkDimensions(std::span<const std::size_t> rowLengths);
    [[nodiscard]] std::int64_t headerRows() const { return m_directive.number("header-rows"); }
    [[nodiscard]] std::int64_t stubColumns() const { return m_directive.number("stub-columns"); }

    /// Adds the class that says who gave the columns' widths.
    void addWidthsClass(NodeId table);
    /// Gives the table its title and the attributes that options set, except for classes, and puts it into the result.
    void finish(NodeId table);

private:
    [[nodiscard]] Span optionSpan(std::string_view name) const;

    DirectiveContext &m_directive;
    ColumnWidths m_widths = ColumnWidths::Unspecified;
    NodeId m_title = NodeId::None;
    std::vector<NodeId> m_messages = {};
};

[[nodiscard]] options::Result tableAlignment(const std::string *text);
[[nodiscard]] options::Result autoOrWidths(const std::string *text);

} // namespace rst

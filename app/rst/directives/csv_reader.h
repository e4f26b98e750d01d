// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/parser/parse_context.h"
#include "rst/parser/table.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rst {

/// How CSV is written: Python's `csv.Dialect`, as docutils sets it up.
struct CsvDialect {
    std::string delimiter = ",";
    std::string quote = "\"";
    std::optional<std::string> escape = {}; // instead of doubled quotes
    bool skipsInitialSpace = true;

    /// What Python says against the dialect, if anything.
    [[nodiscard]] std::optional<std::string> problem() const;
};

/// Rows of cells, some rows possibly shorter than others.
struct CsvRows {
    std::vector<ParsedTable::Row> rows = {};
    std::vector<TableCell> cells = {};
    std::size_t columnCount = 0; // of the longest row
};

/// Reads CSV as Python's `csv.reader` does in strict mode (https://docs.python.org/3/library/csv.html), and cuts the cells
/// into lines, numbered from 1 in each cell. The error is the text of Python's `csv.Error`.
[[nodiscard]] std::expected<CsvRows, std::string> readCsv(ParseContext &context, Lines lines,
                                                          const CsvDialect &dialect);

} // namespace rst

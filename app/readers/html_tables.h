// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <vector>

struct GumboInternalNode;

namespace readers {

/// A cell that starts in a row, and over how many columns and rows of the drawn table it goes.
struct TableCell {
    const GumboInternalNode *node = nullptr;
    std::size_t columns = 1;
    std::size_t rows = 1;
};

struct TableRow {
    const GumboInternalNode *node = nullptr;
    std::vector<TableCell> cells = {};
    std::size_t missing = 0; // places at its end that no cell takes
};

/// A table as it is drawn. Rows and columns in which no cell starts are left out, since nothing shows where they end.
struct TableLayout {
    std::size_t columns = 0;
    std::size_t headRows = 0; // the first rows, where they are a head; never all of them
    std::vector<TableRow> rows = {};
    const GumboInternalNode *caption = nullptr;
    bool isData = false; // and not there to put things side by side
};

/// Places the cells. https://html.spec.whatwg.org/multipage/tables.html#forming-a-table
[[nodiscard]] TableLayout tableLayout(const GumboInternalNode *table);

} // namespace readers

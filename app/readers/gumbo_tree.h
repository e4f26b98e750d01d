// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

struct GumboInternalOutput;
struct GumboInternalNode;

namespace readers {

/// A parsed page, freed with this object. Only the readers' own sources see gumbo.
class GumboTree
{
public:
    explicit GumboTree(std::string_view html);
    ~GumboTree();
    GumboTree(const GumboTree &) = delete;
    GumboTree &operator=(const GumboTree &) = delete;

    [[nodiscard]] const GumboInternalNode *root() const;

private:
    std::string m_html; // gumbo keeps views of it
    GumboInternalOutput *m_output = nullptr;
};

/// The value of an element's attribute, or nothing.
[[nodiscard]] std::string_view attributeOf(const GumboInternalNode *element, const char *name);

/// All text below a node, scripts and styles left out; a line break is one.
[[nodiscard]] std::string textOf(const GumboInternalNode *node);

struct TableShape {
    std::size_t columns = 0; // of the widest row
    bool isRegular = true;   // every cell is one column and one row
    bool hasHead = false;    // the first row of several is nothing but headings
    bool hasPictures = false;
    bool hasTables = false;
};

[[nodiscard]] TableShape tableShape(const GumboInternalNode *table);

} // namespace readers

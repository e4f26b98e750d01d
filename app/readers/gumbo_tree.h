// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <functional>
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

/// Calls `visit` for every node below `root`, itself included, in document order; it says whether to go on below.
void everyNode(const GumboInternalNode *root, const std::function<bool(const GumboInternalNode *)> &visit);

/// Whether a node is an element with this one of gumbo's tags (a `GumboTag`).
[[nodiscard]] bool isElement(const GumboInternalNode *node, int tag) noexcept;

/// The value of an element's attribute, or nothing.
[[nodiscard]] std::string_view attributeOf(const GumboInternalNode *element, const char *name);

/// All text below a node, scripts and styles left out; a line break is one.
[[nodiscard]] std::string textOf(const GumboInternalNode *node);

} // namespace readers

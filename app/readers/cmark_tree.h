// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "readers/markdown_reader.h"
#include "rst/document/node.h"

#include <string>
#include <string_view>

struct cmark_node;

namespace readers {

/// A parsed Markdown text, freed with this object. Only the readers' own sources see cmark.
class CmarkTree
{
public:
    CmarkTree(std::string_view text, const MarkdownOptions &options);
    ~CmarkTree();
    CmarkTree(const CmarkTree &) = delete;
    CmarkTree &operator=(const CmarkTree &) = delete;

    [[nodiscard]] cmark_node *root() const { return m_root; }

private:
    cmark_node *m_root;
};

/// cmark's texts may be null.
[[nodiscard]] std::string_view viewOf(const char *text);

[[nodiscard]] bool isInline(cmark_node *node);

/// What a footnote is called in reStructuredText.
struct FootnoteLabel {
    std::string name = {};
    std::string shown = {}; // the number
    bool isNumber = false;  // the name, which is shown, then

    [[nodiscard]] std::string id() const { return "footnote-" + name; }
};

/// A number stays one, and what cannot be a name becomes one.
[[nodiscard]] FootnoteLabel footnoteLabel(cmark_node *definition);

/// A quotation that GitHub shows as an admonition: `> [!NOTE]` in a line of its own.
/// https://docs.github.com/en/get-started/writing-on-github (Alerts)
struct Alert {
    rst::NodeKind kind = rst::NodeKind::BlockQuote;
    const cmark_node *mark = nullptr; // the text that says so
};

/// A block quote without such a mark stays one.
[[nodiscard]] Alert alertOf(cmark_node *quote);

} // namespace readers

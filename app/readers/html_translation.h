// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "readers/html_shapes.h"
#include "readers/html_tables.h"
#include "readers/tree_builder.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct GumboInternalNode;

namespace readers {

/// Takes HTML into a tree that is being built. Follows gumbo's tree, which may be as deep as gumbo allows, without recursion.
class HtmlTranslation
{
public:
    explicit HtmlTranslation(TreeBuilder &builder) : m_builder(builder) {}

    /// Adds what is below `root` to what the builder has, without the elements that are to be left out.
    void run(const GumboInternalNode *root, std::vector<const GumboInternalNode *> leftOut = {});

private:
    enum class Step { Enter, Leave };

    // html_translation.cpp: what flows within lines.
    void enter(const GumboInternalNode *node);
    void enterInline(const GumboInternalNode *node);
    void leave(const GumboInternalNode *node);
    void leaveInline(const GumboInternalNode *node);
    void children(const GumboInternalNode *node);
    void text(std::string_view text);
    void openParagraph();
    void endParagraph();
    void lineBreak() { ++m_breaks; }
    void embed(std::string_view source);

    // html_translation_blocks.cpp
    void enterBlock(const GumboInternalNode *node);
    void leaveBlock(const GumboInternalNode *node);
    void code(const GumboInternalNode *pre);
    void beginList(const GumboInternalNode *list);
    void numberList(const Numbering &numbering);
    void endList();
    void beginWordItem(const WordItem &item);
    void endWordItem();
    [[nodiscard]] bool isDefined(const GumboInternalNode *node) const;
    void beginTerm();
    void beginDefinition();
    void endDefinition();
    void enterFigure(const GumboInternalNode *node, const FigureParts &parts);
    void enterTable(const GumboInternalNode *node);
    void beginCell();
    void endRow();
    /// All text from here on is one element, whatever blocks it stands in.
    void beginElement() { m_isElement = true; }
    void endElement(rst::NodeKind kind);

    TreeBuilder &m_builder;
    std::vector<const GumboInternalNode *> m_leftOut;
    std::vector<std::pair<const GumboInternalNode *, Step>> m_stack;
    bool m_isOpen = false;      // a paragraph
    bool m_isElement = false;   // which is a term or a caption
    bool m_endsInBlank = false; // the paragraph so far
    std::size_t m_breaks = 0;
    std::vector<rst::NodeKind> m_styles;                // that are open, over paragraphs too
    std::vector<std::optional<rst::NodeKind>> m_inline; // what each inline element that is open began
    bool m_isHeading = false;                           // which is strong by itself
    std::vector<std::string> m_links;
    std::vector<bool> m_lists;                     // of those that are open, whether an item was opened around them
    const GumboInternalNode *m_wordItem = nullptr; // the item of Word that is open
    std::size_t m_wordLevel = 0;                   // its level; 0 for none

    struct Definitions {
        bool isList = false; // and not paragraphs
        bool isOpen = false; // what a term means
    };
    std::vector<Definitions> m_definitions;
    std::vector<const GumboInternalNode *> m_figures; // that are open

    /// The table that is drawn; within it there is no other.
    struct Table {
        TableLayout layout = {};
        std::size_t row = 0;
        std::size_t cell = 0;
    };
    std::optional<Table> m_table;
};

} // namespace readers

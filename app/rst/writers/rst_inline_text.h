// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"
#include "rst/writers/rst_names.h"

#include <string>
#include <string_view>

namespace rst {

/// The inline markup of a text element as one text; lines are separated by \n.
class RstInlineText
{
public:
    /// Where a role's name stands: a field's name cannot hold one before the text.
    enum class Roles { Before, Behind };

    explicit RstInlineText(const RstNames &names, Roles roles = Roles::Before) : m_names(names), m_roles(roles) {}

    /// What stands in `element`, escaped so that it reads back.
    [[nodiscard]] std::string write(NodeRef element);

private:
    enum class Inside { Plain, Emphasis, Backquotes };

    /// How a run of text is marked: as an element of this kind, by a role that the document defines, or not (`Text`).
    struct Style {
        NodeKind kind = NodeKind::Text;
        std::string_view role = {};
    };

    /// A substitution and the node behind those that it stands for.
    struct Substitution {
        std::string_view name = {};
        NodeRef end = {};
    };

    [[nodiscard]] bool isGenerated(NodeRef node) const;
    [[nodiscard]] bool isStyle(NodeRef node) const;
    [[nodiscard]] Style styleOf(NodeRef text, NodeRef top) const;
    [[nodiscard]] Substitution substitutionAt(NodeRef node) const;
    void writeNode(NodeRef node, NodeRef top);
    void writeText(std::string_view text, Style style);
    [[nodiscard]] static std::string_view roleFor(Style style);
    void writeRole(std::string_view role, std::string_view content);
    void writeLiteral(NodeRef literal);
    void writePlain(std::string_view text);
    void writeReference(NodeRef reference);
    void writeNamelessReference(NodeRef reference, const std::string &text);
    void writeFootnoteReference(NodeRef reference);
    void writeTarget(NodeRef target);
    void writeMarkup(std::string_view open, std::string_view content, std::string_view close);
    bool writeBareHyperlink(NodeRef reference, std::string_view text);
    [[nodiscard]] static std::string escaped(std::string_view text, Inside inside);

    const RstNames &m_names;
    Roles m_roles;
    std::string m_out;
    bool m_endsInMarkup = false; // what comes next must be separated from it
};

/// An address as it may stand between angle brackets.
[[nodiscard]] std::string embeddedUri(std::string_view uri);

} // namespace rst

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace rst {

/// What the inline writer has to know of the whole document.
struct RstNames {
    /// Names that `target` elements of the document define, to tell a link by name from one with its address in it.
    std::unordered_map<std::string, std::string> targets = {};
    /// Labels of footnotes that number themselves, by the footnotes' ids: "#", "#name", "*".
    std::unordered_map<std::string, std::string> footnotes = {};
    /// Substitutions by what they stand for, as pseudo-XML.
    std::unordered_map<std::string, std::string> substitutions = {};
};

/// The inline markup of a text element as one text; lines are separated by \n.
class RstInlineText
{
public:
    explicit RstInlineText(const RstNames &names) : m_names(names) {}

    /// What stands in `element`, escaped so that it reads back.
    [[nodiscard]] std::string write(NodeRef element);

private:
    enum class Inside { Plain, Emphasis, Backquotes };

    void writeNode(NodeRef node, NodeRef top);
    void writeText(std::string_view text, NodeKind style);
    void writePlain(std::string_view text);
    void writeReference(NodeRef reference);
    void writeFootnoteReference(NodeRef reference);
    void writeTarget(NodeRef target);
    void writeMarkup(std::string_view open, std::string_view content, std::string_view close);
    [[nodiscard]] static std::string escaped(std::string_view text, Inside inside);
    [[nodiscard]] bool isBareHyperlink(NodeRef reference, std::string_view text) const;

    const RstNames &m_names;
    std::string m_out;
    bool m_endsInMarkup = false; // what comes next must be separated from it
};

/// The label of a footnote that numbers itself; empty for any other.
[[nodiscard]] std::string automaticLabel(NodeRef footnote);

/// An address as it may stand between angle brackets.
[[nodiscard]] std::string embeddedUri(std::string_view uri);

} // namespace rst

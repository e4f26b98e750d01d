// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"
#include "rst/writers/rst_roles.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace rst {

/// What the canonical writer has to know of the whole document. Views are into the document.
struct RstNames {
    /// The names that can be referred to, with the address of those that have one: to tell a link by name from one with its
    /// address in it.
    std::unordered_map<std::string_view, std::string_view> addresses = {};
    /// The name behind an identifier.
    std::unordered_map<std::string_view, std::string_view> ids = {};
    /// Names of targets that gave theirs to the element behind them.
    std::unordered_map<NodeId, std::string_view> targets = {};
    /// For targets that must be written as another's name, although their address is known, that name.
    std::unordered_map<NodeId, std::string_view> indirections = {};
    /// Names that elements have from themselves, not from targets before them: those of the option "name".
    std::unordered_map<NodeId, std::string_view> elements = {};
    /// Labels of footnotes that number themselves, by the footnotes' ids: "#", "#name", "*".
    std::unordered_map<std::string_view, std::string> footnotes = {};
    /// Substitutions by what they stand for, as pseudo-XML.
    std::unordered_map<std::string, std::string_view> substitutions = {};
    /// The most nodes that a substitution stands for.
    std::size_t longestSubstitution = 0;
    /// The classes of what leads to the notes that "target-notes" made.
    std::string targetNoteClasses = {};
    /// Roles that the document has to define.
    RstRoles roles = {};

    explicit RstNames(const Document &document);

private:
    void addTargets(NodeRef root);
    void addSubstitutions(NodeRef root);
    void findTargetNotes(NodeRef root);
};

/// Whether the directive "target-notes" made the footnote that `reference` leads to.
[[nodiscard]] bool leadsToTargetNote(NodeRef reference, const RstNames &names);

/// The items of a list attribute, with blanks between them; those that are wanted, or all.
[[nodiscard]] std::string joinedItems(NodeRef node, AttributeName list, bool (*isWanted)(std::string_view) = nullptr);

/// The nodes below `parent` as pseudo-XML, `count` of them from `first` on.
[[nodiscard]] std::string substitutionText(NodeRef first, std::size_t count);

/// The label of a footnote that numbers itself; empty for any other.
[[nodiscard]] std::string automaticLabel(NodeRef footnote);

} // namespace rst

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/diagnostics/reporter.h"
#include "rst/document/document.h"
#include "rst/references/name_map.h"

#include <memory_resource>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rst {

/// Who gave a name to its target: markup that says so (a footnote label, `.. _name:`), or a section title.
enum class TargetOrigin : bool { Implicit, Explicit };

/// The names and ids of a document and who refers to them: the dictionaries that docutils keeps on its
/// `document` node (`nodes.document.note_*`), under the same names.
///
/// Ids are given in document order while parsing, which is what their numbers depend on.
class TargetTable
{
    // OPTIMIZATION: the tables get their memory from here and give it back all at once.
    std::pmr::monotonic_buffer_resource m_memory;

public:
    using References = std::pmr::vector<NodeId>;
    using ReferencesByName = NameMap<References>;

    /// `autoIdPrefix` is docutils' setting: `%` (the element's tag name) or, as in Sphinx, `id`.
    TargetTable(Document &document, Reporter &reporter, std::string autoIdPrefix = "%");

    // Ids and names.
    /// Gives the element an id, if it has none, and registers all its ids (docutils' `set_id`). `messageParent` takes
    /// the message about an id used twice. The id given, or the last one present.
    std::string_view setId(NodeId node, NodeId messageParent = NodeId::None, std::string_view suggestedPrefix = {});
    /// An explicit target: gives an id and enters its names; docutils' `note_explicit_target`. Messages about names
    /// used twice become children of `messageParent`, or are only reported where it is None.
    void noteExplicitTarget(NodeId target, NodeId messageParent = NodeId::None);
    /// An implicit target, such as a section (`note_implicit_target`).
    void noteImplicitTarget(NodeId target, NodeId messageParent = NodeId::None);

    // References and targets that wait for a transform.
    void noteRefname(NodeId reference); // by its attribute `refname`
    void noteRefid(NodeId node);        // by its attribute `refid`
    void noteIndirectTarget(NodeId target);
    void noteAnonymousTarget(NodeId target) { noteWithId(anonymousTargets, target); }
    void noteAnonymousReference(NodeId reference) { anonymousReferences.push_back(reference); }
    void noteAutofootnote(NodeId footnote) { noteWithId(autofootnotes, footnote); }
    void noteAutofootnoteReference(NodeId reference) { noteWithId(autofootnoteReferences, reference); }
    void noteSymbolFootnote(NodeId footnote) { noteWithId(symbolFootnotes, footnote); }
    void noteSymbolFootnoteReference(NodeId reference) { noteWithId(symbolFootnoteReferences, reference); }
    void noteFootnote(NodeId footnote) { noteWithId(footnotes, footnote); }
    void noteFootnoteReference(NodeId reference) { noteLabelReference(footnoteReferences, reference); }
    void noteCitation(NodeId citation) { citations.push_back(citation); }
    void noteCitationReference(NodeId reference) { noteLabelReference(citationReferences, reference); }
    /// Enters a definition; a second one for a name is an ERROR whose message becomes a child of `messageParent`.
    void noteSubstitutionDefinition(NodeId definition, std::string_view name, NodeId messageParent = NodeId::None);

    /// The line and the text that a message about a node shows: those of the node, or of its nearest ancestor that
    /// has any (docutils' `base_node`); the reader's line where the node is nowhere yet.
    [[nodiscard]] Place placeOf(NodeId node) const;

    /// The element registered under an id, or None.
    [[nodiscard]] NodeId byId(std::string_view id) const;
    /// Registers an id anew, for the element that has it now.
    void moveId(std::string_view id, NodeId node) { m_ids[id] = node; }
    void removeId(std::string_view id) { m_ids[id] = NodeId::None; }
    /// Notes that the element with this name or id is referred to, and the target that handed it the name or id
    /// (docutils' `note_referenced_by`).
    void noteReferencedByName(NodeId node, std::string_view name);
    void noteReferencedById(NodeId node, std::string_view id);
    /// Whether a name is known, and the id it leads to: empty where two targets share the name.
    struct NameEntry {
        std::string_view id = {}; // docutils' None is the empty view
        TargetOrigin origin = TargetOrigin::Implicit;
    };
    [[nodiscard]] const NameEntry *byName(std::string_view name) const;
    /// All names, in the order in which they came.
    [[nodiscard]] const auto &nameEntries() const noexcept { return m_nameids; }
    void setNameEntry(std::string_view name, NameEntry entry) { m_nameids[name] = entry; }
    /// The definition of a substitution: exact name first, then whatever its letters' case; or None.
    [[nodiscard]] NodeId substitution(std::string_view name) const;

    // What transforms work through, in document order.
    std::vector<NodeId> indirectTargets;
    std::vector<NodeId> anonymousTargets;
    std::vector<NodeId> anonymousReferences;
    std::vector<NodeId> autofootnotes;
    std::vector<NodeId> autofootnoteReferences;
    std::vector<NodeId> symbolFootnotes;
    std::vector<NodeId> symbolFootnoteReferences;
    std::vector<NodeId> footnotes;
    std::vector<NodeId> citations;
    ReferencesByName refnames{&m_memory}; // references by the name they want
    ReferencesByName refids{&m_memory};
    ReferencesByName footnoteReferences{&m_memory};
    ReferencesByName citationReferences{&m_memory};
    NameMap<NodeId> substitutionDefinitions{&m_memory};
    // Targets that handed a name or an id on to the element after them (docutils' `expect_referenced_by_name` and `_id`).
    NameMap<NodeId> propagatedNames{&m_memory};
    NameMap<NodeId> propagatedIds{&m_memory};
    std::uint32_t autofootnoteStart = 1;
    std::uint32_t symbolFootnoteStart = 0;

private:
    void noteWithId(std::vector<NodeId> &list, NodeId node); // gives it an id
    void noteLabelReference(ReferencesByName &table, NodeId reference);
    void setNameIdMap(NodeId node, std::string_view id, NodeId messageParent, TargetOrigin origin);
    void setDuplicateNameId(NodeId node, std::string_view id, std::string_view name, NodeId messageParent,
                            TargetOrigin origin);
    /// Where a message about an element belongs that docutils has put nowhere yet, so that no line around it counts.
    [[nodiscard]] Place placeOfNew(NodeId node) const;
    void dropName(NodeId node, std::string_view name);
    [[nodiscard]] std::vector<std::string_view> itemsOf(NodeId node, AttributeName name) const;
    [[nodiscard]] std::string_view unusedId(NodeId node, std::string_view suggestedPrefix);
    [[nodiscard]] std::string_view numberedId(std::string prefix);
    void giveMessage(NodeId systemMessage, std::string_view backref, NodeId messageParent);

    Document &m_document;
    Reporter &m_reporter;
    std::string m_autoIdPrefix;
    NameMap<NodeId> m_ids{&m_memory};
    NameMap<NameEntry> m_nameids{&m_memory};
    std::unordered_map<std::string, std::uint32_t> m_idCounters;           // one per prefix
    std::unordered_map<std::string, std::string_view> m_substitutionNames; // lower case -> as written
};

} // namespace rst

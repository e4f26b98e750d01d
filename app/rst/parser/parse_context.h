// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/diagnostics/reporter.h"
#include "rst/document/document.h"
#include "rst/parser/lines.h"
#include "rst/references/target_table.h"
#include "rst/settings.h"

#include <string>
#include <vector>

namespace rst {

class BlockParser;
class DirectiveTable;
class InlineParser;
class RoleTable;
class SphinxEnvironment;

/// What all parts of one parse share (docutils' `memo` and `document`): every member outlives the parse.
struct ParseContext {
    Document &document;
    Reporter &reporter;
    TargetTable &targets;
    const Settings &settings;
    LineArena &lines;
    const DirectiveTable &directives;
    RoleTable &roles;                // the standard ones, and those that the document defines
    InlineParser *inlines = nullptr; // set by parseDocument(), which owns both parsers
    BlockParser *blocks = nullptr;
    SphinxEnvironment *sphinx = nullptr; // null in the docutils dialect
    /// A subtree as pseudo-XML, for a message that shows it; the engine knows the writer.
    std::string (*describe)(NodeRef) = nullptr;
    /// The element whose blocks are being parsed (docutils' `RSTState.parent`); the block parser keeps it. Messages about
    /// names used twice go to its end at once, before the element whose inline markup is being parsed is appended.
    NodeId blockParent = Document::root();
    // What directives keep from one use to the next.
    NodeId lastMeta = NodeId::None; // the last known of the elements at the document's start behind which `meta` goes
    std::vector<std::string> includedClips =
        {}; // for each of BlockParser::includedPaths(), which part of the file it is
};

} // namespace rst

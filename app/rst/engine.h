// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/diagnostics/diagnostic.h"
#include "rst/directives/directive.h"
#include "rst/document/document.h"
#include "rst/roles/role.h"
#include "rst/settings.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rst {

/// A place of a document that others may refer to: by its label (without a title only in links with a text of their own),
/// or, where it has a type, by the name of what is described or defined there.
struct LabelledPlace {
    std::string type = {}; // `term`, `confval`, `citation` ...; empty for a label
    std::string label = {};
    std::string id = {};
    std::string title = {};
};

/// What the engine makes of a source: its tree and what there is to say about it. A value; shares nothing.
struct Publication {
    Document document;
    std::vector<Diagnostic> diagnostics;    // in docutils' order of issue
    std::vector<LabelledPlace> labels = {}; // of the Sphinx dialect: what other documents find here
};

/// Reads reStructuredText as docutils does: parse, then transform. Start reading here.
///
/// Immutable after construction and therefore shared by threads at will. Opens no file and keeps no state between runs.
class Engine
{
public:
    explicit Engine(Dialect dialect = Dialect::Docutils);

    /// Never fails: whatever is wrong with `source` is in the diagnostics (and, as docutils does, in the tree).
    /// `source` should be UTF-8; invalid bytes count as U+FFFD. `settings.dialect` must be the engine's.
    [[nodiscard]] Publication publish(std::string_view source, const Settings &settings) const;
    /// With default settings of the engine's dialect.
    [[nodiscard]] Publication publish(std::string_view source) const;

    [[nodiscard]] Dialect dialect() const noexcept { return m_dialect; }
    [[nodiscard]] const DirectiveTable &directives() const noexcept { return m_directives; }
    [[nodiscard]] const RoleTable &roles() const noexcept { return m_roles; }

private:
    Dialect m_dialect;
    DirectiveTable m_directives;
    RoleTable m_roles;
};

} // namespace rst

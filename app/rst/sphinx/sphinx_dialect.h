// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/directives/directive.h"
#include "rst/roles/role.h"
#include "rst/transforms/transform.h"

#include <span>
#include <string_view>
#include <vector>

namespace rst {

/// docutils' directives with Sphinx' and ABlog's in their place or beside them; finish() is still to be called.
[[nodiscard]] DirectiveTable sphinxDirectives();
/// Adds what the extensions of a site's `conf.py` define, as far as it is known here; nothing for most names.
void addExtensionDirectives(DirectiveTable &table, std::span<const std::string> extensions);
void addExtensionRoles(RoleTable &table, std::span<const std::string> extensions);
/// Whether addExtensionDirectives() would add anything.
[[nodiscard]] bool haveExtensionDirectives(std::span<const std::string> extensions);

/// The tag of a site that shows on its pages what is left to do: its setting `todo_include_todos`.
inline constexpr std::string_view showsTodos = "todo_include_todos";

/// docutils' roles with Sphinx' in their place or beside them.
[[nodiscard]] RoleTable sphinxRoles();
/// Adds the roles that a site's settings define (extlinks, extensions).
void addSettingsRoles(RoleTable &table, const SphinxSettings &settings);

/// The page of a label and its name.
[[nodiscard]] SitePage labelPage(const AblogSettings &settings, LabelKind kind, std::string_view label);

/// What runs after the parser in the Sphinx dialect: docutils' reader transforms, Sphinx' own among them, and then what
/// Sphinx does before it writes a page.
[[nodiscard]] std::span<const Transform> sphinxTransforms();

// The groups of directives and roles; each stands in the file of its name.
[[nodiscard]] std::span<const DirectiveSpec> sphinxAdmonitionDirectives() noexcept;
[[nodiscard]] std::span<const DirectiveSpec> sphinxTodoDirectives() noexcept; // of the extension sphinx.ext.todo
[[nodiscard]] std::span<const DirectiveSpec> sphinxCodeDirectives() noexcept;
[[nodiscard]] std::span<const DirectiveSpec> sphinxIncludeDirectives() noexcept;
[[nodiscard]] std::span<const DirectiveSpec> sphinxLayoutDirectives() noexcept;
[[nodiscard]] std::span<const DirectiveSpec> sphinxIndexDirectives() noexcept;
[[nodiscard]] std::span<const DirectiveSpec> sphinxMathDirectives() noexcept;
[[nodiscard]] std::span<const DirectiveSpec> sphinxPythonDirectives() noexcept;
[[nodiscard]] std::span<const DirectiveSpec> sphinxStandardDirectives() noexcept;
[[nodiscard]] std::span<const DirectiveSpec> sphinxRestructuredTextDirectives() noexcept;
[[nodiscard]] std::span<const DirectiveSpec> sphinxGrammarDirectives() noexcept;
[[nodiscard]] std::span<const DirectiveSpec> ablogDirectives() noexcept;
void addCrossReferenceRoles(RoleTable &table);
/// The roles of `sphinx.ext.intersphinx`: `external:` and a role of a domain.
void addExternalRoles(RoleTable &table);
void addMarkupRoles(RoleTable &table);
void addIndexRoles(RoleTable &table);

} // namespace rst

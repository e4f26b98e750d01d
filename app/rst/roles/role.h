// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/directives/directive.h"
#include "rst/parser/parse_context.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rst {

struct Role;

/// A use of a role: `:name:`text`` (docutils' role function arguments).
class RoleContext
{
public:
    const Role &role;
    std::string_view name = {};    // as written
    std::string_view rawtext = {}; // the whole markup
    std::string_view text = {};    // the interpreted text, escapes still in it
    Span span = {};                // of the whole markup
    Span textSpan = {};
    std::uint32_t line = 0;
    NodeId parent = NodeId::None;  // nodes go to its end
    std::vector<NodeId> &messages; // detached system_messages go here
    ParseContext &context;

    [[nodiscard]] Document &document() const noexcept { return context.document; }
    [[nodiscard]] Reporter &reporter() const noexcept { return context.reporter; }
    [[nodiscard]] TargetTable &targets() const noexcept { return context.targets; }
    [[nodiscard]] Place place() const noexcept { return {line, span}; }
    /// The text without its escapes.
    [[nodiscard]] std::string_view unescapedText() const;
    /// Appends an element that holds the unescaped text, with the role's classes.
    NodeId appendElement(NodeKind kind);
    /// Appends the problematic element for the whole markup and keeps its message.
    void fail(NodeId systemMessage);
};

/// What a role does, and what the `role` directive may say about one made from it.
struct Role {
    std::string name = {}; // as looked up, lower case
    void (*run)(RoleContext &) = nullptr;
    std::span<const OptionSpec> options = {}; // that the `role` directive accepts
    bool hasContent = false;                  // docutils' role_fn.content
    bool isListed = true;                     // whether docutils' English role names include it
    bool isOfDomain = false;                  // one of Sphinx' domains has it: no document can define another
    std::string base = {};                    // the standard role it was made from; its own name for a standard one
    // Set by the `role` directive.
    std::vector<std::string> classes = {};
    std::optional<std::string> format = {}; // raw; may be given and empty
    std::string language = {};              // code
};

/// The roles by name: a dialect's own and those that the document defines.
class RoleTable
{
public:
    /// A table for one document: the roles of `dialect`, which must outlive it, and what is added here.
    [[nodiscard]] static RoleTable forDocument(const RoleTable &dialect)
    {
        RoleTable table;
        table.m_dialect = &dialect;
        return table;
    }

    /// A role of the dialect. A later one hides an earlier one of the same name.
    void add(Role role) { m_roles.insert_or_assign(role.name, std::move(role)); }
    /// Makes `name` another name of the dialect's role `canonical`.
    void addAlias(std::string name, std::string canonical)
    {
        m_aliases.insert_or_assign(std::move(name), std::move(canonical));
    }
    /// A role that the document defines. It hides the dialect's role of the same name, but not that role's aliases.
    void define(Role role) { m_defined.insert_or_assign(role.name, std::move(role)); }
    /// The role of this name in lower case, aliases included, or null. Valid until a role of the same name is defined.
    [[nodiscard]] const Role *find(const std::string &name) const;
    /// The role for interpreted text without a name: `title-reference` unless `default-role` changed it.
    [[nodiscard]] const Role *defaultRole() const;
    /// Makes the role that has this name now the default one; an empty name: back to the dialect's own.
    void setDefaultRole(const std::string &name);
    /// All names, sorted: what completion offers.
    [[nodiscard]] std::vector<std::string> names() const;

private:
    [[nodiscard]] const Role *findOwn(const std::string &name) const;
    [[nodiscard]] const Role *findAliased(const std::string &name) const;

    const RoleTable *m_dialect = nullptr;
    std::unordered_map<std::string, Role> m_roles;
    std::unordered_map<std::string, std::string> m_aliases;
    std::unordered_map<std::string, Role> m_defined;
    std::optional<Role> m_default;
};

/// The role of this name as written, or null; the default role for an empty name. Where the name is not in docutils'
/// English list, an INFO saying so is added to `messages` (docutils' `roles.role`).
[[nodiscard]] const Role *lookUpRole(ParseContext &context, std::string_view name, Place place,
                                     std::vector<NodeId> &messages);

/// docutils' own roles (parsers/rst/roles.py); see standard_roles.cpp.
[[nodiscard]] RoleTable standardRoles();

/// The directives `role` and `default-role`; see role_directives.cpp.
[[nodiscard]] std::span<const DirectiveSpec> roleDirectives();

} // namespace rst

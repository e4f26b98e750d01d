// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Roles that say what a text is: a command, a key, a menu (`sphinx.roles`,
// https://www.sphinx-doc.org/en/master/usage/restructuredtext/roles.html).

#include "rst/parser/inline_parser.h"
#include "rst/sphinx/reference_role.h"
#include "rst/sphinx/sphinx_dialect.h"
#include "rst/sphinx/sphinx_environment.h"
#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <algorithm>
#include <string>

namespace rst {
namespace {

/// The role's name as the class that its element gets (`self.name`: lower case); of the default role its own.
std::string_view classOf(RoleContext &context)
{
    return context.document().store(context.name.empty() ? context.role.name : toLower(context.name));
}

// Roles that are an element with a class of their name (`generic_docroles`).
struct GenericRole {
    std::string_view name = {};
    NodeKind kind = {};
};
constexpr GenericRole genericRoles[] = {
    {"command", NodeKind::LiteralStrong},
    {"dfn", NodeKind::Emphasis},
    {"kbd", NodeKind::Literal},
    {"mailheader", NodeKind::LiteralEmphasis},
    {"makevar", NodeKind::LiteralStrong},
    {"mimetype", NodeKind::LiteralEmphasis},
    {"newsgroup", NodeKind::LiteralEmphasis},
    {"program", NodeKind::LiteralStrong},
    {"regexp", NodeKind::Literal},
};

void runSphinxGenericRole(RoleContext &context)
{
    const auto *const found = std::ranges::find(genericRoles, std::string_view(context.role.base), &GenericRole::name);
    Document &document = context.document();
    const NodeId node = document.append(context.parent, found->kind, context.span, context.line);
    if (context.role.classes.empty())
        document.addAttribute(node, AttributeName::Classes, found->name);
    for (const std::string &word : context.role.classes)
        document.addAttribute(node, AttributeName::Classes, document.store(word));
    document.appendText(node, context.unescapedText(), context.textSpan);
}

/// Where an accelerator is marked: an ampersand that is not doubled, before a character.
std::size_t findAccelerator(std::string_view text, std::size_t from)
{
    for (std::size_t i = from; i < text.size(); ++i) {
        if (text[i] != '&' || (i > 0 && text[i - 1] == '&') || i + 1 == text.size() || text[i + 1] == '&')
            continue;
        if (!isSpace(decodeAt(text, i + 1).value))
            return i;
    }
    return text.npos;
}

/// Text with its accelerator key marked: `&Save`.
void appendLabel(RoleContext &context, std::string_view text)
{
    Document &document = context.document();
    const NodeId label = document.append(context.parent, NodeKind::InlineElement, context.span, context.line);
    document.addAttribute(label, AttributeName::Classes, classOf(context));
    std::size_t mark = findAccelerator(text, 0);
    document.appendText(label, document.store(text.substr(0, mark)), context.textSpan);
    while (mark != text.npos) {
        const std::size_t next = findAccelerator(text, mark + 1);
        std::string part(text.substr(mark + 1, next == text.npos ? next : next - mark - 1));
        for (std::size_t at = part.find("&&"); at != std::string::npos; at = part.find("&&", at + 1))
            part.erase(at, 1);
        const std::size_t size = decodeAt(part, 0).size;
        const NodeId key = document.append(label, NodeKind::InlineElement, context.span, context.line);
        document.addAttribute(key, AttributeName::Classes, "accelerator");
        document.appendText(key, document.store(part.substr(0, size)));
        document.appendText(label, document.store(part.substr(size)));
        mark = next;
    }
}

void runGuilabel(RoleContext &context)
{
    appendLabel(context, context.unescapedText());
}

void runMenuselection(RoleContext &context)
{
    std::string text(context.unescapedText());
    for (std::size_t at = text.find("-->"); at != std::string::npos; at = text.find("-->", at))
        text.replace(at, 3, "‣");
    appendLabel(context, text);
}

/// Code with placeholders in braces: `:file:`, `:samp:` (`EmphasizedLiteral.parse`).
class PlaceholderParser
{
public:
    PlaceholderParser(Document &document, NodeId literal) noexcept : m_document(document), m_literal(literal) {}

    void parse(std::string_view text)
    {
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            const char next = i + 1 < text.size() ? text[i + 1] : '\0';
            if (c == '\\' && (next == '\\' || next == '{' || next == '}')) {
                current() += next;
                ++i;
            } else if (c == '{') {
                open();
            } else if (c == '}') {
                close();
            } else {
                current() += c;
            }
        }
        const std::string rest = m_isOpen ? m_before + '{' + m_inside : m_before;
        m_document.appendText(m_literal, m_document.store(rest));
    }

private:
    std::string &current() noexcept { return m_isOpen ? m_inside : m_before; }

    void open()
    {
        if (m_isOpen)
            m_inside += '{';
        m_isOpen = true;
    }

    void close()
    {
        if (m_isOpen && !m_inside.empty()) {
            m_document.appendText(m_literal, m_document.store(m_before));
            const NodeId emphasis = m_document.append(m_literal, NodeKind::Emphasis);
            m_document.appendText(emphasis, m_document.store(m_inside));
            m_before.clear();
        } else {
            m_before += m_isOpen ? "{}" : "}";
        }
        m_inside.clear();
        m_isOpen = false;
    }

    Document &m_document;
    NodeId m_literal;
    std::string m_before;
    std::string m_inside;
    bool m_isOpen = false;
};

void runEmphasizedLiteral(RoleContext &context)
{
    Document &document = context.document();
    const NodeId literal = document.append(context.parent, NodeKind::Literal, context.span, context.line);
    document.addAttribute(literal, AttributeName::Classes, classOf(context));
    PlaceholderParser(document, literal).parse(context.unescapedText());
}

/// `HTML (Hyper Text Markup Language)`
void runAbbreviation(RoleContext &context)
{
    Document &document = context.document();
    const std::string_view text = context.unescapedText();
    const NodeId abbreviation = document.append(context.parent, NodeKind::Abbreviation, context.span, context.line);
    for (const std::string &word : context.role.classes)
        document.addAttribute(abbreviation, AttributeName::Classes, document.store(word));
    const std::size_t bracket = text.ends_with(')') ? text.find('(') : text.npos;
    if (bracket == text.npos) {
        document.appendText(abbreviation, text, context.textSpan);
        return;
    }
    document.setAttribute(abbreviation, AttributeName::Explanation,
                          text.substr(bracket + 1, text.size() - bracket - 2));
    document.appendText(abbreviation, trimmed(text.substr(0, bracket)), context.textSpan);
}

void runManpage(RoleContext &context)
{
    Document &document = context.document();
    const ReferenceText given = referenceTextOf(context);
    const NodeId manpage = document.append(context.parent, NodeKind::Manpage, context.span, context.line);
    document.addAttribute(manpage, AttributeName::Classes, classOf(context));
    document.appendText(manpage, given.isDisabled ? given.title.substr(1) : given.title, context.textSpan);
}

/// Inline code, highlighted where a role made of this one names a language (`code_role`).
void runSphinxCodeRole(RoleContext &context)
{
    Document &document = context.document();
    const NodeId literal = document.append(context.parent, NodeKind::Literal, context.span, context.line);
    const std::string_view language = document.store(context.role.language);
    const auto addClass = [&](std::string_view word) { document.addAttribute(literal, AttributeName::Classes, word); };
    addClass("code");
    if (!language.empty())
        addClass("highlight");
    for (const std::string &word : context.role.classes)
        addClass(document.store(word));
    if (!language.empty() && language != "code" && language != "highlight" &&
        !std::ranges::contains(context.role.classes, std::string(language)))
        addClass(language);
    if (!language.empty())
        document.setAttribute(literal, AttributeName::Language, language);
    document.appendText(literal, context.unescapedText(), context.textSpan);
}

} // namespace

void addMarkupRoles(RoleTable &table)
{
    const auto add = [&](std::string_view name, void (*run)(RoleContext &)) {
        table.add({.name = std::string(name), .run = run, .base = std::string(name)});
    };
    for (const GenericRole &role : genericRoles)
        add(role.name, runSphinxGenericRole);
    add("guilabel", runGuilabel);
    add("menuselection", runMenuselection);
    add("file", runEmphasizedLiteral);
    add("samp", runEmphasizedLiteral);
    add("abbr", runAbbreviation);
    add("manpage", runManpage);

    // The standard role keeps its options: `class` and `language` of the `role` directive.
    Role code;
    if (const Role *const standard = table.find("code"))
        code = *standard;
    code.name = code.base = "code";
    code.run = runSphinxCodeRole;
    table.add(std::move(code));
}

} // namespace rst

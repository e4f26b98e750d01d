// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/sphinx/doc_fields.h"

#include "rst/sphinx/site_words.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rst {
namespace {

enum class Group : std::uint8_t { Parameters, Variables, Exceptions, Returns, ReturnType };
constexpr std::array labels{SiteWord::Parameters, SiteWord::Variables, SiteWord::Raises, SiteWord::Returns,
                            SiteWord::ReturnType};

struct FieldName {
    std::string_view name = {};
    Group group = {};
    bool isType = false; // says the type of a parameter that another field describes
};
constexpr FieldName fieldNames[] = {
    {"param", Group::Parameters},        {"parameter", Group::Parameters},
    {"arg", Group::Parameters},          {"argument", Group::Parameters},
    {"keyword", Group::Parameters},      {"kwarg", Group::Parameters},
    {"kwparam", Group::Parameters},      {"paramtype", Group::Parameters, true},
    {"type", Group::Parameters, true},   {"var", Group::Variables},
    {"ivar", Group::Variables},          {"cvar", Group::Variables},
    {"vartype", Group::Variables, true}, {"raises", Group::Exceptions},
    {"raise", Group::Exceptions},        {"exception", Group::Exceptions},
    {"except", Group::Exceptions},       {"returns", Group::Returns},
    {"return", Group::Returns},          {"rtype", Group::ReturnType},
};

bool isGrouped(Group group) noexcept
{
    return group == Group::Parameters || group == Group::Variables || group == Group::Exceptions;
}

bool isTyped(Group group) noexcept
{
    return group == Group::Parameters || group == Group::Variables;
}

struct Item {
    std::string argument = {};
    NodeId content = NodeId::None; // the element whose children describe it
};

/// A field of the result: one that stays as it is, or all of a group.
struct Entry {
    NodeId field = NodeId::None;
    Group group = {};
    std::vector<Item> items = {};
};

/// A field that no domain knows begins with a capital letter.
void capitalise(Document &document, NodeRef name)
{
    std::string title(trimmed(name.asText()));
    if (!title.empty() && title[0] >= 'a' && title[0] <= 'z')
        title[0] = char(title[0] - 'a' + 'A');
    const NodeId text = document.createText(document.store(title));
    if (const NodeRef old = name.firstChild())
        document.replace(old.id(), text);
}

/// A part of a type, `list[int] or None`.
struct TypePart {
    std::size_t begin = 0;
    std::size_t size = 0;
};

/// What stands between the first two names of a type: brackets, commas, bars, `or` and `of`, dots, with the blanks around.
TypePart firstDelimiter(std::string_view type)
{
    constexpr std::string_view blanks = " \t\n", signs = "[](),|";
    const auto blanksAt = [&](std::size_t at) {
        return std::min(type.find_first_not_of(blanks, at), type.size()) - at;
    };
    const auto wordAt = [&](std::size_t at) { // with the blank that ends it
        return type.substr(at).starts_with("or") || type.substr(at).starts_with("of") ? 2 + blanksAt(at + 2) : 0;
    };
    for (std::size_t at = 0; at < type.size(); ++at) {
        const std::size_t before = blanksAt(at);
        const std::size_t sign = at + before;
        if (type.substr(at).starts_with("..."))
            return {.begin = at, .size = 3};
        if (sign < type.size() && signs.contains(type[sign])) {
            std::size_t end = sign + 1;
            const std::size_t word = end + blanksAt(end);
            if (const std::size_t size = type[sign] == '|' ? 0 : wordAt(word); size > 2)
                end = word + size;
            return {.begin = at, .size = end + blanksAt(end) - at};
        }
        if (const std::size_t size = before > 0 ? wordAt(sign) : 0; size > 2)
            return {.begin = at, .size = before + size};
    }
    return {.begin = type.size()};
}

std::vector<NodeId> fieldListsIn(const Document &document, NodeId content)
{
    std::vector<NodeId> lists;
    for (const NodeRef child : document[content].children()) {
        if (child.is(NodeKind::FieldList))
            lists.push_back(child.id());
    }
    return lists;
}

class DocFields
{
public:
    DocFields(Document &document, NodeId list, std::string_view language) noexcept
        : m_document(document)
        , m_list(list)
        , m_language(language)
    {
    }

    void transform()
    {
        std::vector<NodeId> fields;
        for (const NodeRef field : m_document[m_list].children()) {
            if (field.is(NodeKind::Field))
                fields.push_back(field.id());
        }
        for (const NodeId field : fields)
            take(field);
        for (const NodeId field : fields)
            m_document.detach(field);
        for (const Entry &entry : m_entries)
            m_document.append(m_list, entry.field != NodeId::None ? entry.field : makeField(entry));
    }

private:
    void take(NodeId field);
    NodeId makeField(const Entry &entry);
    void appendType(NodeId parent, std::string_view type);
    void fillItem(NodeId paragraph, Group group, const Item &item);
    NodeId appendText(NodeId parent, NodeKind kind, std::string_view text)
    {
        const NodeId node = m_document.append(parent, kind);
        m_document.appendText(node, m_document.store(text));
        return node;
    }

    Document &m_document;
    NodeId m_list;
    std::string_view m_language;
    std::vector<Entry> m_entries;
    std::map<std::pair<Group, std::string>, NodeId> m_types; // the element whose children are the type
};

/// The element that holds a field's inline content, where it is one paragraph; else its body.
NodeId contentOf(const Document &document, NodeId body)
{
    const NodeRef first = document[body].firstChild();
    return first && !first.next() && first.is(NodeKind::Paragraph) ? first.id() : body;
}

void DocFields::take(NodeId field)
{
    const NodeRef nameNode = m_document[field].firstChild();
    const NodeRef body = m_document[field].lastChild();
    const std::string name = nameNode.asText();
    const std::string_view whole = trimmed(name);
    const std::size_t blank = whole.find_first_of(" \t\n");
    const std::string_view kind = whole.substr(0, blank);
    if (kind == "meta") // for the index alone (`filter_meta_fields`)
        return;
    std::string_view argument = blank == whole.npos ? std::string_view() : trimmedLeft(whole.substr(blank));
    const auto *const known = std::ranges::find(fieldNames, kind, &FieldName::name);
    const bool takesArgument = known != std::end(fieldNames) && isGrouped(known->group);
    if (known == std::end(fieldNames) || takesArgument == argument.empty()) {
        capitalise(m_document, nameNode);
        m_entries.push_back({.field = field});
        return;
    }
    const NodeId content = contentOf(m_document, body.id());
    if (known->isType) {
        m_types[{known->group, std::string(argument)}] = content;
        return;
    }
    if (isTyped(known->group)) {
        if (const std::size_t last = argument.find_last_of(" \t"); last != argument.npos) {
            const std::string own(argument.substr(last + 1));
            const NodeId type = m_document.create(NodeKind::InlineElement);
            appendType(type, trimmedRight(argument.substr(0, last)));
            m_types[{known->group, own}] = type;
            argument = argument.substr(last + 1);
        }
    }
    const auto existing = std::ranges::find_if(m_entries, [&](const Entry &entry) {
        return entry.field == NodeId::None && entry.group == known->group && isGrouped(known->group);
    });
    Entry &entry = existing == m_entries.end() ? m_entries.emplace_back(Entry{.group = known->group}) : *existing;
    entry.items.push_back({.argument = std::string(argument), .content = content});
}

/// The names of a type, and what stands between them, each as an element of its own (`PyXrefMixin.make_xrefs`).
void DocFields::appendType(NodeId parent, std::string_view type)
{
    while (!type.empty()) {
        const TypePart part = firstDelimiter(type);
        for (const std::string_view text : {type.substr(0, part.begin), type.substr(part.begin, part.size)}) {
            if (!text.empty())
                appendText(parent, NodeKind::LiteralEmphasis, text);
        }
        type.remove_prefix(part.begin + part.size);
    }
}

/// `name (type) -- description`
void DocFields::fillItem(NodeId paragraph, Group group, const Item &item)
{
    appendText(paragraph, NodeKind::LiteralStrong, item.argument);
    if (const auto type = m_types.find({group, item.argument});
        type != m_types.end() && m_document[type->second].hasChildren()) {
        m_document.appendText(paragraph, " (");
        const NodeRef only = m_document[type->second].firstChild();
        if (!only.next() && only.is(NodeKind::Text))
            appendType(paragraph, only.text());
        else
            m_document.moveChildren(type->second, paragraph);
        m_document.appendText(paragraph, ")");
    }
    if (group != Group::Exceptions && trimmed(m_document[item.content].asText()).empty())
        return;
    m_document.appendText(paragraph, " -- ");
    m_document.moveChildren(item.content, paragraph);
}

NodeId DocFields::makeField(const Entry &entry)
{
    const NodeId field = m_document.create(NodeKind::Field);
    appendText(field, NodeKind::FieldName, siteWord(labels[std::size_t(entry.group)], m_language));
    const NodeId body = m_document.append(field, NodeKind::FieldBody);
    if (isGrouped(entry.group) && entry.items.size() > 1) {
        const NodeId list = m_document.append(body, NodeKind::BulletList);
        for (const Item &item : entry.items)
            fillItem(m_document.append(m_document.append(list, NodeKind::ListItem), NodeKind::Paragraph), entry.group,
                     item);
        return field;
    }
    const NodeId paragraph = m_document.append(body, NodeKind::Paragraph);
    if (isGrouped(entry.group))
        fillItem(paragraph, entry.group, entry.items.front());
    else
        m_document.moveChildren(entry.items.front().content, paragraph);
    return field;
}

} // namespace

void transformDocFields(Document &document, NodeId content, std::string_view language)
{
    for (const NodeId list : fieldListsIn(document, content))
        DocFields(document, list, language).transform();
}

void capitaliseFields(Document &document, NodeId content)
{
    for (const NodeId list : fieldListsIn(document, content)) {
        for (const NodeRef field : document[list].children()) {
            if (field.is(NodeKind::Field))
                capitalise(document, field.firstChild());
        }
    }
}

} // namespace rst

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Posts without a directive (`ablog.post.CheckFrontMatter`): fields at the top of the page say what its options would.

#include "rst/sphinx/sphinx_transforms.h"
#include "rst/text/unicode.h"
#include "rst/transforms/tree_editing.h"

#include <algorithm>
#include <format>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rst::sphinx {
namespace {

struct Field {
    std::string name = {};
    std::string value = {};
};
using Fields = std::vector<Field>;

/// The text without the characters at its begin and end: Python's `str.strip(c)`.
std::string_view stripped(std::string_view text, char c)
{
    while (text.starts_with(c))
        text.remove_prefix(1);
    while (text.ends_with(c))
        text.remove_suffix(1);
    return text;
}

/// A YAML list as it looks in a field, `[a, "b"]`, becomes a comma list.
std::string tagsOf(std::string_view written)
{
    std::string_view list = trimmed(written);
    while (list.starts_with('['))
        list.remove_prefix(1);
    while (list.ends_with(']'))
        list.remove_suffix(1);
    std::string tags;
    for (const std::string_view item : commaItems(list))
        (tags += ',') += stripped(stripped(item, '"'), '\'');
    return tags.substr(1);
}

/// What ABlog takes for the metadata of the page: all fields before its title, in their order.
Fields fieldsOf(const Document &document, NodeRef docinfo)
{
    Fields fields;
    const auto set = [&](std::string_view name, std::string value) {
        const auto known = std::ranges::find(fields, name, &Field::name);
        if (known != fields.end())
            known->value = std::move(value);
        else
            fields.push_back({.name = std::string(name), .value = std::move(value)});
    };
    for (const NodeId field : transforms::findAll(document, docinfo.id(), NodeKind::Field))
        set(document[field].firstChild().asText(), document[field].lastChild().asText());
    // docutils has made elements of these two.
    if (const auto authors = transforms::findAll(document, docinfo.id(), NodeKind::Author); !authors.empty())
        set("author", document[authors.front()].asText());
    if (const auto dates = transforms::findAll(document, docinfo.id(), NodeKind::Date); !dates.empty())
        set("date", document[dates.front()].asText());
    if (const auto tags = std::ranges::find(fields, "tags", &Field::name); tags != fields.end())
        tags->value = tagsOf(tags->value);
    return fields;
}

} // namespace

/// A field list before the title that says `blogpost` makes a post of the page without a directive.
void applyFrontMatterPost(TransformContext &context)
{
    Document &document = context.document;
    const std::vector<NodeId> docinfos = transforms::findAll(document, NodeKind::Docinfo);
    const std::vector<NodeId> sections = transforms::findAll(document, NodeKind::Section);
    if (docinfos.empty() || sections.empty())
        return;
    const NodeRef docinfo = document[docinfos.front()];
    const Fields fields = fieldsOf(document, docinfo);
    const bool isMarked = std::ranges::contains(fields, "blogpost", &Field::name);
    if (!isMarked && !context.settings.sphinx.ablog.matchesPostPattern)
        return;

    constexpr std::string_view known[] = {"tags",       "author",        "category",      "location", "language",
                                          "redirect",   "title",         "image",         "excerpt",  "exclude",
                                          "nocomments", "external_link", "canonical_link"};
    const NodeId post = document.append(sections.front(), NodeKind::Post, docinfo.span(), lineOf(docinfo));
    for (const auto &[name, value] : fields) {
        if (name == "date")
            document.setAttribute(post, AttributeName::Content, document.store(trimmed(value)));
        if (!std::ranges::contains(known, name) || (name == "excerpt" && trimmed(value) == "0"))
            continue;
        const std::string entry = std::format("{}{}{}", name, '\0', trimmed(value));
        document.addAttribute(post, AttributeName::OptionList, document.store(entry));
    }
    document.setAttribute(post, AttributeName::ObjectType, "front-matter");
}

} // namespace rst::sphinx

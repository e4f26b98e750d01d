// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// The bibliographic field `Authors`, and names that begin with an initial: docutils' `DocInfo.extract_authors` and
// `check_compound_biblio_field` (transforms/frontmatter.py).
// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#bibliographic-fields

#include "rst/transforms/authors.h"

#include "rst/text/unicode.h"
#include "rst/transforms/tree_editing.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rst::transforms {

namespace {

bool isBlank(char character)
{
    return character == ' ' || character == '\n' || character == '\t';
}

/// Appends a text node with a NUL before each character that the source escapes, as docutils' Text has it. What the parser
/// made of escapes is found again by reading the source alongside.
void appendMarkedText(std::string &to, const Document &document, NodeRef node)
{
    const std::string_view text = node.text();
    const NodeRef parent = node.parent();
    if (node.span().isEmpty() || parent.is(NodeKind::Literal) || parent.is(NodeKind::Math) ||
        parent.is(NodeKind::Raw)) {
        to += text; // nothing is escaped there
        return;
    }
    const std::string_view source = document.sources().textOf(node.span());
    std::size_t at = 0;
    std::size_t i = 0;
    while (at < source.size()) {
        if (source[at] == '\\') {
            to += '\0';
            if (++at == source.size())
                break;
            to += source[at];
            if (!isBlank(source[at++]))
                ++i;
        } else if (i < text.size() && source[at] == text[i]) {
            to += text[i++];
            ++at;
        } else {
            ++at; // the indentation of a line
        }
    }
    to += text.substr(std::min(i, text.size()));
}

/// The text without its NULs, and without the blanks that are escaped (docutils' `unescape()`).
std::string withoutMarks(std::string_view marked)
{
    std::string text;
    for (std::size_t i = 0; i < marked.size(); ++i) {
        if (marked[i] != '\0')
            text += marked[i];
        else if (i + 1 < marked.size() && isBlank(marked[i + 1]))
            ++i;
    }
    return text;
}

std::vector<std::string_view> splitUnlessEscaped(std::string_view marked, char separator)
{
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < marked.size(); ++i) {
        if (marked[i] == separator && (i == 0 || marked[i - 1] != '\0')) {
            parts.push_back(marked.substr(begin, i - begin));
            begin = i + 1;
        }
    }
    parts.push_back(marked.substr(begin));
    return parts;
}

// DocInfo.authors_from_one_paragraph
NodeId authorsFromParagraph(Document &document, NodeRef body)
{
    std::string text;
    for (NodeRef node = body; node; node = node.following(body)) {
        if (node.is(NodeKind::Text))
            appendMarkedText(text, document, node);
    }
    std::vector<std::string_view> names = splitUnlessEscaped(text, ';');
    if (names.size() == 1)
        names = splitUnlessEscaped(text, ',');

    NodeId authors = NodeId::None;
    for (std::string_view name : names) {
        name = trimmed(name);
        if (name.empty())
            continue;
        if (authors == NodeId::None)
            authors = document.create(NodeKind::Authors, body.span());
        const NodeId author = document.append(authors, NodeKind::Author, body.span());
        document.appendText(author, document.store(withoutMarks(name)), body.span());
    }
    return authors;
}

NodeId authorsFrom(Document &document, const std::vector<NodeId> &paragraphs)
{
    NodeId authors = NodeId::None;
    for (const NodeId paragraph : paragraphs) {
        if (!document[paragraph].hasChildren())
            continue;
        if (authors == NodeId::None)
            authors = document.create(NodeKind::Authors);
        const NodeId author = document.append(authors, NodeKind::Author, document[paragraph].span());
        document.moveChildren(paragraph, author);
    }
    return authors;
}

/// The paragraph of every item of the list, or nothing where an item is something else (`authors_from_bullet_list`).
std::optional<std::vector<NodeId>> paragraphsOfItems(NodeRef list)
{
    std::vector<NodeId> paragraphs;
    for (const NodeRef item : list.children()) {
        if (item.is(NodeKind::Comment))
            continue;
        const NodeRef paragraph = item.firstChild();
        if (!paragraph.is(NodeKind::Paragraph) || paragraph.next())
            return std::nullopt;
        paragraphs.push_back(paragraph.id());
    }
    return paragraphs;
}

} // namespace

NodeId extractAuthors(Document &document, NodeId fieldBody)
{
    const NodeRef body = document[fieldBody];
    const NodeRef first = body.firstChild();
    if (!first.next()) {
        if (first.is(NodeKind::Paragraph))
            return authorsFromParagraph(document, body);
        if (!first.is(NodeKind::BulletList))
            return NodeId::None;
        const auto paragraphs = paragraphsOfItems(first);
        return paragraphs ? authorsFrom(document, *paragraphs) : NodeId::None;
    }
    std::vector<NodeId> paragraphs;
    for (const NodeRef child : body.children()) {
        if (child.is(NodeKind::Paragraph))
            paragraphs.push_back(child.id());
        else if (!child.is(NodeKind::Comment))
            return NodeId::None;
    }
    return authorsFrom(document, paragraphs);
}

namespace {

/// Whether nothing but messages, say about a list that does not start at one, stands behind `node`.
bool isFollowedByMessagesOnly(NodeRef node)
{
    for (NodeRef next = node.next(); next; next = next.next()) {
        if (!next.is(NodeKind::SystemMessage))
            return false;
    }
    return true;
}

} // namespace

bool restoreInitial(Document &document, NodeId fieldBody)
{
    const NodeRef body = document[fieldBody];
    NodeRef inner = body.firstChild();
    while (inner.is(NodeKind::EnumeratedList) || inner.is(NodeKind::ListItem)) // "J. R. R. Xampl" makes three lists
        inner = inner.firstChild();
    if (!inner.is(NodeKind::Paragraph) || inner.next())
        return false;
    const Span whole{body.firstChild().span().begin, inner.span().end};
    if (whole.begin >= inner.span().begin || inner.span().isEmpty())
        return false;
    if (document.sources().textOf(body.span()).contains('\n'))
        return false;
    const std::string_view source = document.sources().textOf(whole);
    for (NodeRef node = inner; node != body; node = node.parent()) {
        const bool hasMessagesOnly = node.is(NodeKind::EnumeratedList) && isFollowedByMessagesOnly(node);
        if (node.previous() || (node.next() && !hasMessagesOnly))
            return false;
    }
    // The paragraph again, with the initials in its first text.
    const std::string_view initials = source.substr(0, inner.span().begin - whole.begin);
    std::string text(initials);
    const NodeRef firstText = inner.firstChild();
    if (firstText.is(NodeKind::Text)) {
        text += firstText.text();
        document.setText(firstText.id(), document.store(text));
        document.setSpan(firstText.id(), {whole.begin, firstText.span().end});
    } else {
        document.prepend(inner.id(), document.createText(document.store(text), {whole.begin, inner.span().begin}));
    }
    document.detach(inner.id());
    document.setSpan(inner.id(), whole);
    for (const NodeId child : childrenOf(document, fieldBody))
        document.detach(child);
    document.append(fieldBody, inner.id());
    return true;
}

} // namespace rst::transforms

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/directives/directive_groups.h"
#include "rst/directives/option_converters.h"
#include "rst/parser/inline_parser.h"
#include "rst/parser/line_patterns.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <expected>
#include <format>
#include <optional>

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#metadata
namespace rst {

namespace {

struct NameAndValue {
    std::string_view name = {};
    std::string_view value = {};
};

/// `name=value` or `name="value"`; else docutils' words for what is wrong (`utils.extract_name_value`).
[[nodiscard]] std::expected<NameAndValue, std::string> nameAndValue(std::string_view token)
{
    const std::size_t equals = token.find('=');
    if (equals == std::string_view::npos)
        return std::unexpected("missing \"=\"");
    const std::string_view name = token.substr(0, equals);
    std::string_view value = token.substr(equals + 1);
    if (name.empty())
        return std::unexpected("missing attribute name before \"=\"");
    if (value.empty())
        return std::unexpected(std::format("missing value after \"{}=\"", name));
    const char quote = value.front();
    if (quote != '"' && quote != '\'')
        return NameAndValue{.name = name, .value = value};
    const std::size_t end = value.find(quote, 1);
    if (end == std::string_view::npos)
        return std::unexpected(std::format("attribute \"{}\" missing end quote ({})", name, quote));
    if (end + 1 < value.size())
        return std::unexpected(std::format("attribute \"{}\" end quote ({}) not followed by whitespace", name, quote));
    return NameAndValue{.name = name, .value = value.substr(1, end - 1)};
}

/// Where meta elements of the document's start end; docutils puts further ones behind them, but before them as long as
/// nothing else follows.
class MetaPlace
{
public:
    MetaPlace(Document &document, NodeId &lastKnown) : m_document(document), m_last(lastKnown)
    {
        NodeRef node = m_last == NodeId::None ? document[Document::root()].firstChild() : document[m_last].next();
        while (node && (node.isA(Category::Titular) || node.is(NodeKind::Meta))) {
            m_last = node.id();
            node = node.next();
        }
        m_before = node ? node.id() : NodeId::None;
    }

    /// Moves all children of `container` there.
    void insertChildrenOf(NodeId container)
    {
        const NodeRef first = m_document[Document::root()].firstChild();
        const NodeId before = m_before != NodeId::None ? m_before : first.id();
        while (const NodeRef child = m_document[container].firstChild()) {
            const NodeId node = child.id();
            m_document.detach(node);
            if (before == NodeId::None)
                m_document.append(Document::root(), node);
            else
                m_document.insertBefore(before, node);
        }
    }

private:
    Document &m_document;
    NodeId &m_last;
    NodeId m_before = NodeId::None;
};

class MetaReader
{
public:
    MetaReader(DirectiveContext &directive, NodeId into)
        : m_directive(directive)
        , m_document(directive.document())
        , m_into(into)
    {
    }

    /// Reads the fields; false where something else stands among them.
    [[nodiscard]] bool read()
    {
        const Lines content = m_directive.content;
        for (std::size_t i = 0; i < content.size();) {
            if (content[i].text.empty()) {
                ++i;
                continue;
            }
            const std::size_t markerEnd = fieldMarkerLength(content[i].text);
            if (markerEnd == 0)
                return false;
            std::size_t end = i + 1;
            while (end < content.size() && (content[end].text.empty() || content[end].text.starts_with(' ')))
                ++end;
            readField(content.subspan(i, end - i), markerEnd);
            i = end;
        }
        return true;
    }

private:
    void readField(Lines field, std::size_t markerEnd)
    {
        const std::string_view firstLine = field.front().text;
        const std::string_view marker = firstLine.substr(1, firstLine.rfind(':', markerEnd - 1) - 1);
        const std::string_view name = unescaped(m_document, marker);
        const std::string content = contentOf(field, markerEnd);
        // The message has the line of docutils' outermost reader, and quotes the line at which its reader of fields stands.
        const Place place{m_directive.reporter().currentLine(), m_document.sources().spanOf(firstLine)};
        if (m_isEmpty) {
            const NodeId message = m_directive.reporter().report<DiagnosticKind::MetaWithoutContent>(place, name);
            m_directive.reporter().quote(message, field.back().text);
            m_document.append(m_into, message);
            return;
        }
        const NodeId meta =
            m_document.create(NodeKind::Meta, spanOf(m_document.sources(), field), field.front().number);
        m_document.setAttribute(meta, AttributeName::Content, unescaped(m_document, m_document.store(content)));
        const std::vector<std::string_view> tokens = options::wordsOf(name);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const std::expected<NameAndValue, std::string> attribute = nameAndValue(tokens[i]);
            if (attribute) {
                setAttribute(meta, *attribute);
            } else if (i == 0) {
                m_document.setAttribute(meta, AttributeName::Name, tokens[i]);
            } else {
                const NodeId message = m_directive.reporter().report<DiagnosticKind::MetaAttributeInvalid>(
                    place, tokens[i], attribute.error());
                m_directive.reporter().quote(message, field.back().text);
                m_document.append(m_into, message);
                return;
            }
        }
        m_document.append(m_into, meta);
    }

    /// The field's lines in one, those after the first without the indentation that they share. Blank lines count.
    [[nodiscard]] std::string contentOf(Lines field, std::size_t markerEnd)
    {
        std::size_t indent = std::string_view::npos;
        for (const Line &line : field.subspan(1)) {
            if (!line.text.empty())
                indent = std::min(indent, indentOf(line.text));
        }
        std::string content(field.front().text.substr(markerEnd));
        m_isEmpty = content.empty();
        for (const Line &line : field.subspan(1)) {
            const std::string_view text = line.text.substr(std::min(indent, line.text.size()));
            if (m_isEmpty && text.empty())
                continue;
            content.append(m_isEmpty ? "" : " ").append(text);
            m_isEmpty = false;
        }
        return content;
    }

    void setAttribute(NodeId meta, const NameAndValue &attribute)
    {
        const std::string name = toLower(attribute.name);
        for (std::size_t i = 0; i <= std::size_t(AttributeName::XmlSpace); ++i) {
            if (attributeText(AttributeName(i)) == name) {
                m_document.setAttribute(meta, AttributeName(i), attribute.value);
                return;
            }
        }
        const std::string key = name + '\0';
        for (const std::string_view item : m_document[meta].items(AttributeName::OtherAttributes)) {
            if (item.starts_with(key)) {
                m_document.removeAttributeItem(meta, AttributeName::OtherAttributes, item);
                break;
            }
        }
        m_document.addAttribute(meta, AttributeName::OtherAttributes,
                                m_document.store(key + std::string(attribute.value)));
    }

    DirectiveContext &m_directive;
    Document &m_document;
    NodeId m_into;
    bool m_isEmpty = false;
};

void runMeta(DirectiveContext &directive)
{
    if (!directive.requireContent())
        return;
    Document &document = directive.document();
    const NodeId elements = document.create(NodeKind::Container);
    if (!MetaReader(directive, elements).read()) {
        const NodeId message =
            directive.reporter().report<DiagnosticKind::MetaInvalid>({directive.line, directive.nameSpan});
        directive.reporter().quote(message, directive.blockText());
        document.append(elements, message);
    }
    MetaPlace(document, directive.context.lastMeta).insertChildrenOf(elements);
}

constexpr DirectiveSpec htmlSpecs[] = {
    {.name = "meta", .hasContent = true, .run = runMeta},
};

} // namespace

std::span<const DirectiveSpec> htmlDirectives() noexcept
{
    return htmlSpecs;
}

} // namespace rst

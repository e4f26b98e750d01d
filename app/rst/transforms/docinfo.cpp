// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/text/names.h"
#include "rst/text/unicode.h"
#include "rst/transforms/authors.h"
#include "rst/transforms/rcs_keywords.h"
#include "rst/transforms/standard_transforms.h"
#include "rst/transforms/tree_editing.h"

#include <array>
#include <optional>
#include <string>

namespace rst::transforms {

namespace {

struct BibliographicField {
    std::string_view name = {};
    NodeKind kind = NodeKind::Field;
    std::string_view label = {}; // of a topic
};

constexpr std::array bibliographicFields{
    BibliographicField{"author", NodeKind::Author},
    BibliographicField{"authors", NodeKind::Authors},
    BibliographicField{"organization", NodeKind::Organization},
    BibliographicField{"address", NodeKind::Address},
    BibliographicField{"contact", NodeKind::Contact},
    BibliographicField{"version", NodeKind::Version},
    BibliographicField{"revision", NodeKind::Revision},
    BibliographicField{"status", NodeKind::Status},
    BibliographicField{"date", NodeKind::Date},
    BibliographicField{"copyright", NodeKind::Copyright},
    BibliographicField{"dedication", NodeKind::Topic, "Dedication"},
    BibliographicField{"abstract", NodeKind::Topic, "Abstract"},
};

const BibliographicField *findField(std::string_view name)
{
    for (const BibliographicField &field : bibliographicFields) {
        if (field.name == name)
            return &field;
    }
    return nullptr;
}

/// Makes the bibliographic elements of a field list, one field after the other.
class Bibliography
{
public:
    explicit Bibliography(TransformContext &context)
        : m_context(context)
        , m_document(context.document)
        , m_docinfo(m_document.create(NodeKind::Docinfo))
    {
    }

    void add(NodeId field);
    /// The elements made: docinfo, dedication, abstract, in this order.
    [[nodiscard]] std::vector<NodeId> elements() const;

private:
    [[nodiscard]] bool extract(const BibliographicField &kind, std::string_view name, NodeId field, NodeId body);
    [[nodiscard]] bool extractText(const BibliographicField &kind, std::string_view name, NodeId field, NodeId body);
    [[nodiscard]] bool extractTopic(const BibliographicField &kind, std::string_view name, NodeId field, NodeId body);
    [[nodiscard]] bool isSingleParagraph(std::string_view name, NodeId field, NodeId body);
    void keepAsField(std::string_view name, NodeId field, NodeId body);

    TransformContext &m_context;
    Document &m_document;
    NodeId m_docinfo;
    NodeId m_dedication = NodeId::None;
    NodeId m_abstract = NodeId::None;
};

void Bibliography::add(NodeId field)
{
    const NodeRef node = m_document[field];
    if (!node.hasChildren())
        return;
    const NodeRef nameText = node.firstChild().firstChild(); // docutils looks at the first inline node alone
    const std::string name = nameText ? nameText.asText() : std::string();
    const NodeId body = node.lastChild().id();
    const BibliographicField *kind = node.childCount() == 2 ? findField(fullyNormalizeName(name)) : nullptr;
    if (kind == nullptr || !extract(*kind, name, field, body))
        keepAsField(name, field, body);
}

bool Bibliography::extract(const BibliographicField &kind, std::string_view name, NodeId field, NodeId body)
{
    const Place place = m_context.targets.placeOf(field);
    if (!m_document[body].hasChildren()) {
        m_document.append(body, m_context.reporter.report<DiagnosticKind::BibliographicFieldEmpty>(place, name));
        return false;
    }
    if (kind.kind == NodeKind::Topic)
        return extractTopic(kind, name, field, body);
    if (kind.kind != NodeKind::Authors)
        return extractText(kind, name, field, body);
    if (const NodeId authors = extractAuthors(m_document, body); authors != NodeId::None) {
        m_document.append(m_docinfo, authors);
        return true;
    }
    m_document.append(body, m_context.reporter.report<DiagnosticKind::AuthorsNotExtracted>(place, name));
    return false;
}

bool Bibliography::extractText(const BibliographicField &kind, std::string_view name, NodeId field, NodeId body)
{
    if (!isSingleParagraph(name, field, body))
        return false;
    const NodeRef paragraph = m_document[body].firstChild();
    cleanRcsKeywords(m_document, paragraph.id());
    const NodeId element = m_document.append(m_docinfo, kind.kind, paragraph.span()); // new, and so without a line
    if (kind.kind == NodeKind::Address)
        m_document.setAttribute(element, AttributeName::XmlSpace, "preserve");
    m_document.moveChildren(paragraph.id(), element);
    return true;
}

bool Bibliography::extractTopic(const BibliographicField &kind, std::string_view name, NodeId field, NodeId body)
{
    NodeId &topic = kind.name == "dedication" ? m_dedication : m_abstract;
    if (topic != NodeId::None) {
        const Place place = m_context.targets.placeOf(field);
        m_document.append(body, m_context.reporter.report<DiagnosticKind::BibliographicFieldRepeated>(place, name));
        return false;
    }
    topic = m_document.create(NodeKind::Topic, m_document[field].span());
    m_document.addAttribute(topic, AttributeName::Classes, kind.name);
    const NodeId title = m_document.append(topic, NodeKind::Title);
    m_document.appendText(title, kind.label);
    m_document.moveChildren(body, topic);
    return true;
}

bool Bibliography::isSingleParagraph(std::string_view name, NodeId field, NodeId body)
{
    const NodeRef node = m_document[body];
    if (node.firstChild().is(NodeKind::Paragraph) && !node.firstChild().next())
        return true;
    if (node.firstChild().is(NodeKind::EnumeratedList) && restoreInitial(m_document, body))
        return true;
    std::string content;
    for (const NodeRef child : node.children())
        content.append(content.empty() ? "<" : ", <").append(child.tag()).append(">");
    content = node.firstChild().next() ? '[' + content + ']' : "a " + content;
    const Place place = m_context.targets.placeOf(field);
    m_document.append(body,
                      m_context.reporter.report<DiagnosticKind::BibliographicFieldNotParagraph>(place, name, content));
    return false;
}

/// A field that has no element of its own is marked with its name.
void Bibliography::keepAsField(std::string_view name, NodeId field, NodeId body)
{
    if (const NodeRef child = m_document[body].firstChild(); child.is(NodeKind::Paragraph) && !child.next())
        cleanRcsKeywords(m_document, child.id());
    if (const std::string className = makeId(fullyNormalizeName(name)); !className.empty())
        m_document.addAttribute(field, AttributeName::Classes, m_document.store(className));
    m_document.detach(field);
    m_document.append(m_docinfo, field);
}

std::vector<NodeId> Bibliography::elements() const
{
    std::vector<NodeId> result;
    if (m_document[m_docinfo].hasChildren())
        result.push_back(m_docinfo);
    for (const NodeId topic : {m_dedication, m_abstract}) {
        if (topic != NodeId::None)
            result.push_back(topic);
    }
    return result;
}

} // namespace

/// A field list before everything else is the document's bibliography
/// (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#bibliographic-fields).
void applyDocInfo(TransformContext &context)
{
    Document &document = context.document;
    if (!context.settings.docInfo)
        return;
    NodeRef candidate = document[Document::root()].firstChild();
    while (candidate.isA(Category::PreBibliographic))
        candidate = candidate.next();
    if (!candidate.is(NodeKind::FieldList))
        return;

    Bibliography bibliography(context);
    for (const NodeId field : childrenOf(document, candidate.id()))
        bibliography.add(field);

    NodeRef before = document[Document::root()].firstChild();
    while (before.isA(Category::Titular | Category::Decorative) || before.is(NodeKind::Meta))
        before = before.next();
    for (const NodeId element : bibliography.elements())
        document.insertBefore(before.id(), element);
    document.detach(candidate.id());
}

} // namespace rst::transforms

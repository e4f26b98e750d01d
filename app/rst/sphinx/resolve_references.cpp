// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Follows the pending cross-references (`ReferencesResolver` and the domains' `resolve_xref`). What leads nowhere keeps its
// text, and most of it a warning.

#include "rst/sphinx/caption_numbers.h"
#include "rst/sphinx/python_names.h"
#include "rst/sphinx/reference_resolver.h"
#include "rst/sphinx/site_numbers.h"
#include "rst/text/names.h"
#include "rst/text/unicode.h"
#include "rst/transforms/tree_editing.h"

#include <algorithm>
#include <format>
#include <optional>
#include <vector>

namespace rst::sphinx {

/// A copy of the element that shows the reference's text.
NodeId ReferenceResolver::contentOf()
{
    const NodeRef content = m_pending.firstChild();
    return content ? m_document.copy(content.id()) : m_document.create(NodeKind::InlineElement);
}

// make_refnode
NodeId ReferenceResolver::makeReference(std::string_view docname, std::string_view id, NodeId content,
                                        std::string_view tip)
{
    const NodeId reference = m_document.create(NodeKind::Reference, m_pending.span(), m_pending.line());
    m_document.setAttribute(reference, AttributeName::Internal, "True");
    if (docname == m_page && !id.empty()) {
        m_document.setAttribute(reference, AttributeName::Refid, m_document.store(id));
    } else {
        std::string uri = relativeUri(m_settings.uriStyle, m_page, docname);
        if (!id.empty())
            uri += std::format("#{}", id);
        m_document.setAttribute(reference, AttributeName::Refuri, m_document.store(uri));
    }
    if (!tip.empty())
        m_document.setAttribute(reference, AttributeName::Reftitle, m_document.store(tip));
    m_document.append(reference, content);
    return reference;
}

NodeId ReferenceResolver::makeTitled(std::string_view docname, std::string_view id, std::string_view title,
                                     std::string_view first, std::string_view second)
{
    const NodeId content = m_document.create(NodeKind::InlineElement, m_pending.span());
    for (const std::string_view word : {first, second}) {
        if (!word.empty())
            m_document.addAttribute(content, AttributeName::Classes, word);
    }
    m_document.appendText(content, m_document.store(title));
    return makeReference(docname, id, content);
}

/// An object here, or else in another document.
std::optional<Destination> ReferenceResolver::described(std::string_view type, std::string_view name) const
{
    const auto own = m_environment.objects.find(SphinxEnvironment::ObjectKey{std::string(type), std::string(name)});
    if (own != m_environment.objects.end())
        return Destination{m_settings.docname, std::string(own->second), {}};
    return elsewhere(type, name);
}

std::optional<Destination> ReferenceResolver::elsewhere(std::string_view type, std::string_view name) const
{
    const auto found = m_settings.findObject ? m_settings.findObject(type, name) : std::nullopt;
    return found ? std::optional(Destination{found->docname, found->id, found->title}) : std::nullopt;
}

ReferenceResolver::Found ReferenceResolver::makeReferenceTo(const std::optional<Destination> &destination)
{
    return destination ? Found(makeReference(destination->docname, destination->id, contentOf())) : std::nullopt;
}

/// The number of an equation where those of figures are on; one that has another name besides has none for references.
std::string ReferenceResolver::equationNumber(std::string_view docname, std::string_view id) const
{
    if (docname != m_settings.docname) {
        const auto *const known = m_settings.numbers ? m_settings.numbers->find(docname, id) : nullptr;
        return known == nullptr ? std::string() : known->number;
    }
    const NodeId equation = m_context.targets.byId(id);
    const NodeRef node = equation == NodeId::None ? NodeRef() : m_document[equation];
    return node && node.attribute(AttributeName::Ids) == id ? std::string(node.attribute(AttributeName::CaptionNumber))
                                                            : std::string();
}

ReferenceResolver::Found ReferenceResolver::followEquation(std::string_view target)
{
    Destination place{.docname = m_settings.docname};
    if (const auto equation = m_environment.equations.find(std::string(target));
        equation != m_environment.equations.end())
        place.title = std::to_string(equation->second);
    else if (const auto other = elsewhere("equation", target))
        place = *other;
    else
        return std::nullopt;
    const std::string id = makeId(std::format("equation-{}", target));
    if (m_settings.captionNumbers.isOn)
        place.title = equationNumber(place.docname, id);
    const NodeId number = m_document.createText(m_document.store(std::format("({})", place.title)));
    return makeReference(place.docname, id, number);
}

ReferenceResolver::Found ReferenceResolver::followCitation()
{
    const auto found = m_environment.citations.find(std::string(m_target));
    if (found == m_environment.citations.end())
        return makeReferenceTo(elsewhere("citation", m_target));
    return makeReference(m_settings.docname, found->second, contentOf());
}

/// The object that the name means where it stands.
ReferenceResolver::Found ReferenceResolver::followPython()
{
    const std::string_view around = m_pending.attribute(AttributeName::PyContext);
    const std::size_t cut = std::min(around.find('\0'), around.size());
    const PythonReference reference{.name = m_target,
                                    .role = m_domain == "py" ? m_type : "obj",
                                    .module = around.substr(0, cut),
                                    .className = around.substr(std::min(cut + 1, around.size())),
                                    .isSpecific = m_pending.hasAttribute(AttributeName::Refspecific)};
    for (const std::string &name : pythonNames(reference, m_environment)) {
        if (const auto found = described("py", name))
            return makeReference(found->docname, found->id, contentOf(), name);
    }
    return std::nullopt;
}

ReferenceResolver::Found ReferenceResolver::followAny()
{
    struct Result {
        std::string role = {};
        NodeId node = NodeId::None;
    };
    std::vector<Result> results;
    const auto add = [&](std::string_view role, const Found &found) {
        if (found)
            results.push_back({std::string(role), *found});
    };
    const std::string lower = toLower(m_target);
    add("doc", followDocument(m_target));
    add("std:ref", followLabel(lower));
    add("std:option", followOption(m_target));
    add("std:term", followObject("term", lower));
    for (const std::string_view type : {"token", "confval", "envvar"})
        add(std::format("std:{}", type), followObject(type, m_target));
    add("citation:ref", followCitation());
    add("math:eq", followEquation(m_target));
    if (const Found python = followPython()) {
        const std::string_view name = m_document[*python].attribute(AttributeName::Reftitle);
        add(std::format("py:{}", pythonRole(name, m_environment)), python);
    }
    if (results.empty())
        return std::nullopt;
    if (results.size() > 1) {
        std::string candidates;
        for (const Result &result : results) {
            const NodeRef node = m_document[result.node];
            const std::string title = node.hasAttribute(AttributeName::Reftitle)
                                          ? std::string(node.attribute(AttributeName::Reftitle))
                                          : node.asText();
            candidates += std::format("{}:{}:`{}`", candidates.empty() ? "" : " or ", result.role, title);
        }
        warn<DiagnosticKind::SphinxAmbiguousAny>(m_context.reporter, placeOf(m_pending), {}, pythonRepr(m_target),
                                                 candidates);
    }
    // The content shows of what kind the target is.
    const NodeRef content = m_document[results.front().node].firstChild();
    if (content && !content.is(NodeKind::Text) && content.hasAttribute(AttributeName::Classes)) {
        std::string role = results.front().role;
        m_document.addAttribute(content.id(), AttributeName::Classes, m_document.store(role.substr(0, role.find(':'))));
        std::ranges::replace(role, ':', '-');
        m_document.addAttribute(content.id(), AttributeName::Classes, m_document.store(role));
    }
    return results.front().node;
}

ReferenceResolver::Found ReferenceResolver::followDomain()
{
    if (m_domain == "std")
        return followStandard(m_type, m_target);
    if (m_domain == "math")
        return followEquation(m_target);
    if (m_domain == "py")
        return followPython();
    if (m_domain == "rst") {
        const bool isDirective = m_type == "dir";
        const Found found = followObject(isDirective ? "rst:directive" : "rst:role", m_target);
        if (found)
            m_document.setAttribute(
                *found, AttributeName::Reftitle,
                m_document.store(std::format("{} {}", m_target, isDirective ? "directive" : "role")));
        return found;
    }
    if (m_domain == "citation")
        return followCitation();
    return m_type == "any" ? followAny() : std::nullopt;
}

/// ABlog's own pages, by whatever role (`ablog.blog.missing_reference`).
ReferenceResolver::Found ReferenceResolver::followBlogPage()
{
    SitePage page;
    if (const auto found = m_environment.pages.find(std::string(m_target)); found != m_environment.pages.end()) {
        page = found->second;
    } else {
        const auto other = m_settings.findPage ? m_settings.findPage(m_target) : std::nullopt;
        if (!other)
            return std::nullopt;
        page = *other;
    }
    NodeId content = NodeId::None;
    if (m_isExplicit) {
        content = contentOf();
    } else {
        content = m_document.create(NodeKind::Emphasis, m_pending.span());
        m_document.appendText(content, m_document.store(page.title));
    }
    const NodeId reference = makeReference(page.docname, {}, content, page.title);
    if (page.isFeed) {
        std::string_view base = m_settings.ablog.baseUrl;
        while (base.ends_with('/'))
            base.remove_suffix(1);
        m_document.setAttribute(reference, AttributeName::Refuri,
                                m_document.store(std::format("{}/{}", base, page.docname)));
        m_document.removeAttribute(reference, AttributeName::Internal);
    }
    return reference;
}

void ReferenceResolver::warnMissing()
{
    if (!m_pending.hasAttribute(AttributeName::Refwarn))
        return;
    if (!m_settings.knowsSite && !(m_type == "ref" && labelled(m_target, false)))
        return;
    Reporter &reporter = m_context.reporter;
    const Place place = placeOf(m_pending);
    const std::string target = pythonRepr(m_target);
    if (m_domain == "citation")
        warn<DiagnosticKind::SphinxUnknownCitation>(reporter, place, "ref.ref", m_target);
    else if (m_domain == "math")
        warn<DiagnosticKind::SphinxUnknownEquation>(reporter, place, "ref.eq", m_target);
    else if (m_type == "ref" && !labelled(m_target, false))
        warn<DiagnosticKind::SphinxUndefinedLabel>(reporter, place, "ref.ref", target);
    else if (m_type == "ref")
        warn<DiagnosticKind::SphinxLabelWithoutTitle>(reporter, place, "ref.ref", target);
    else if (m_type == "numref")
        warn<DiagnosticKind::SphinxUndefinedLabel>(reporter, place, "ref.numref", target);
    else if (m_type == "doc")
        warn<DiagnosticKind::SphinxUnknownDocument>(reporter, place, "ref.doc", target);
    else if (m_type == "term")
        warn<DiagnosticKind::SphinxUnknownTerm>(reporter, place, "ref.term", target);
    else if (m_type == "keyword")
        warn<DiagnosticKind::SphinxUnknownKeyword>(reporter, place, "ref.keyword", target);
    else if (m_type == "option")
        warn<DiagnosticKind::SphinxUnknownOption>(reporter, place, "ref.option", target);
    else
        warn<DiagnosticKind::SphinxUnknownTarget>(reporter, place, m_type == "any" ? "ref.any" : "ref.confval",
                                                  pythonRepr(m_type), m_target);
}

void ReferenceResolver::resolve()
{
    Found found = followDomain();
    if (!found)
        found = followBlogPage();
    if (!found) {
        warnMissing();
        found = contentOf();
    }
    transforms::replaceSelf(m_document, m_pending.id(), *found);
}

void applyReferences(TransformContext &context)
{
    numberCaptions(context);
    for (const NodeId pending : transforms::findAll(context.document, NodeKind::PendingXref))
        ReferenceResolver(context, pending).resolve();
}

} // namespace rst::sphinx

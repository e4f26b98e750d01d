// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Follows the pending cross-references (`ReferencesResolver` and the domains' `resolve_xref`). What leads nowhere keeps its
// text, and most of it a warning.

#include "rst/sphinx/caption_numbers.h"
#include "rst/sphinx/sphinx_transforms.h"
#include "rst/text/names.h"
#include "rst/text/unicode.h"
#include "rst/transforms/tree_editing.h"

#include <algorithm>
#include <format>
#include <optional>
#include <vector>

namespace rst::sphinx {
namespace {

/// Where a label leads: an id in this document, or a place in another one.
struct Destination {
    std::string docname = {};
    std::string id = {};
    std::string title = {};
};

/// One pending cross-reference, and what may take its place.
class Resolver
{
public:
    Resolver(TransformContext &context, NodeId pending)
        : m_context(context)
        , m_document(context.document)
        , m_environment(*context.sphinx)
        , m_settings(context.settings.sphinx)
        , m_page(m_settings.ablog.shownElsewhere ? m_settings.ablog.shownElsewhere->page : m_settings.docname)
        , m_pending(context.document[pending])
        , m_domain(m_pending.attribute(AttributeName::Refdomain))
        , m_type(m_pending.attribute(AttributeName::Reftype))
        , m_target(m_pending.attribute(AttributeName::Reftarget))
        , m_isExplicit(m_pending.hasAttribute(AttributeName::Refexplicit))
    {
    }

    void resolve();

private:
    using Found = std::optional<NodeId>;

    Found followDomain();
    Found followStandard(std::string_view type, std::string_view target);
    Found followLabel(std::string_view target);
    Found followDocument(std::string_view target);
    Found followNumbered(std::string_view target);
    Found followOption(std::string_view target);
    Found followTerm(std::string_view target);
    Found followObject(std::string_view type, std::string_view target);
    Found followPython();
    Found followEquation(std::string_view target);
    Found followCitation();
    Found followAny();
    Found followBlogPage();
    void warnMissing();

    std::optional<Destination> labelled(std::string_view label, bool needsTitle) const;
    std::optional<Destination> described(std::string_view type, std::string_view name) const;
    std::optional<Destination> elsewhere(std::string_view type, std::string_view name) const;
    Found makeReferenceTo(const std::optional<Destination> &destination);
    NodeId contentOf();
    NodeId makeReference(std::string_view docname, std::string_view id, NodeId content, std::string_view tip = {});
    NodeId makeTitled(std::string_view docname, std::string_view id, std::string_view title, std::string_view first,
                      std::string_view second);

    TransformContext &m_context;
    Document &m_document;
    SphinxEnvironment &m_environment;
    const SphinxSettings &m_settings;
    const std::string &m_page; // where the reference stands, which is not the document's own page for a list of posts
    NodeRef m_pending;
    std::string_view m_domain;
    std::string_view m_type;
    std::string_view m_target;
    bool m_isExplicit;
};

/// A copy of the element that shows the reference's text.
NodeId Resolver::contentOf()
{
    const NodeRef content = m_pending.firstChild();
    return content ? m_document.copy(content.id()) : m_document.create(NodeKind::InlineElement);
}

// make_refnode
NodeId Resolver::makeReference(std::string_view docname, std::string_view id, NodeId content, std::string_view tip)
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

NodeId Resolver::makeTitled(std::string_view docname, std::string_view id, std::string_view title,
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

std::optional<Destination> Resolver::labelled(std::string_view label, bool needsTitle) const
{
    const std::string key(label);
    if (const auto found = m_environment.labels.find(key); found != m_environment.labels.end())
        return Destination{m_settings.docname, std::string(found->second.id), std::string(found->second.title)};
    if (!needsTitle) {
        if (const auto found = m_environment.anonymousLabels.find(key); found != m_environment.anonymousLabels.end())
            return Destination{m_settings.docname, std::string(found->second), {}};
    }
    if (m_settings.findLabel) {
        if (const auto found = m_settings.findLabel(label); found && (!needsTitle || !found->title.empty()))
            return Destination{found->docname, found->id, found->title};
    }
    if (label == "genindex")
        return Destination{"genindex", {}, "Index"};
    if (label == "modindex")
        return Destination{"py-modindex", {}, "Module Index"};
    if (label == "search")
        return Destination{"search", {}, "Search Page"};
    return std::nullopt;
}

/// An object here, or else in another document.
std::optional<Destination> Resolver::described(std::string_view type, std::string_view name) const
{
    const auto own = m_environment.objects.find(SphinxEnvironment::ObjectKey{std::string(type), std::string(name)});
    if (own != m_environment.objects.end())
        return Destination{m_settings.docname, std::string(own->second), {}};
    return elsewhere(type, name);
}

std::optional<Destination> Resolver::elsewhere(std::string_view type, std::string_view name) const
{
    const auto found = m_settings.findObject ? m_settings.findObject(type, name) : std::nullopt;
    return found ? std::optional(Destination{found->docname, found->id, found->title}) : std::nullopt;
}

Resolver::Found Resolver::makeReferenceTo(const std::optional<Destination> &destination)
{
    return destination ? Found(makeReference(destination->docname, destination->id, contentOf())) : std::nullopt;
}

Resolver::Found Resolver::followLabel(std::string_view target)
{
    const auto found = labelled(target, !m_isExplicit);
    if (!found)
        return std::nullopt;
    const std::string title = m_isExplicit ? m_pending.asText() : found->title;
    return makeTitled(found->docname, found->id, title, "std", "std-ref");
}

Resolver::Found Resolver::followDocument(std::string_view target)
{
    const std::string docname = joinDocname(m_page, target);
    std::string title;
    if (docname == m_settings.docname) {
        title = m_document[Document::root()].attribute(AttributeName::DocumentTitle);
    } else {
        const auto found = m_settings.findDocument ? m_settings.findDocument(docname) : std::nullopt;
        if (!found)
            return std::nullopt;
        title = found->title;
    }
    return makeTitled(docname, {}, m_isExplicit ? m_pending.asText() : title, "doc", {});
}

Resolver::Found Resolver::followNumbered(std::string_view target)
{
    const auto found = labelled(target, false);
    if (!found)
        return std::nullopt;
    if (found->docname != m_settings.docname) // whose numbers are not known
        return makeTitled(found->docname, found->id, m_pending.asText(), "std", "std-numref");
    const NodeId id = m_context.targets.byId(found->id);
    if (id == NodeId::None)
        return std::nullopt;
    const NodeRef node = m_document[id];
    const CaptionNumbers &numbers = m_settings.captionNumbers;
    const std::string *format = captionFormat(numbers, node);
    if (format == nullptr)
        return std::nullopt;
    if (!numbers.isOn && !node.is(NodeKind::Section)) {
        warn<DiagnosticKind::SphinxNumfigDisabled>(m_context.reporter, placeOf(m_pending), {});
        return contentOf();
    }
    const std::string_view number = node.attribute(AttributeName::CaptionNumber);
    if (number.empty()) {
        warn<DiagnosticKind::SphinxNoNumber>(m_context.reporter, placeOf(m_pending), {}, found->id);
        return contentOf();
    }
    const std::string title = m_isExplicit ? m_pending.asText() : *format;
    const auto text = numberedTitle(title, found->title, number);
    if (!text) {
        warn<DiagnosticKind::SphinxNumfigFormat>(m_context.reporter, placeOf(m_pending), {}, title);
        return contentOf();
    }
    return makeTitled(found->docname, found->id, *text, "std", "std-numref");
}

Resolver::Found Resolver::followOption(std::string_view target)
{
    const std::string program(m_pending.attribute(AttributeName::Program));
    const auto find = [&](const std::string &owner, std::string_view option) -> std::optional<Destination> {
        const auto found = m_environment.programOptions.find(SphinxEnvironment::ObjectKey{owner, std::string(option)});
        return found == m_environment.programOptions.end()
                   ? elsewhere(typeOfOption(owner), option)
                   : std::optional(Destination{m_settings.docname, std::string(found->second), {}});
    };
    target = trimmed(target);
    std::optional<Destination> place = find(program, target);
    for (const std::string_view separator : {"=", "[=", " "}) {
        if (!place && target.contains(separator))
            place = find(program, target.substr(0, target.find(separator)));
    }
    std::string commands;
    for (std::string_view rest = target; !place && rest.contains(' ');) {
        const std::size_t blank = rest.find(' ');
        commands += (commands.empty() ? "" : "-") + std::string(rest.substr(0, blank));
        rest = trimmedLeft(rest.substr(blank));
        place = find(commands, rest);
    }
    return makeReferenceTo(place);
}

Resolver::Found Resolver::followObject(std::string_view type, std::string_view target)
{
    return makeReferenceTo(described(type, target));
}

Resolver::Found Resolver::followTerm(std::string_view target)
{
    if (const Found found = followObject("term", target))
        return found;
    const std::string folded = toLower(target);
    const auto term = m_environment.terms.find(folded);
    if (term == m_environment.terms.end())
        return makeReferenceTo(elsewhere(foldedTerm, folded));
    return makeReference(m_settings.docname, term->second, contentOf());
}

Resolver::Found Resolver::followEquation(std::string_view target)
{
    Destination place{.docname = m_settings.docname};
    if (const auto equation = m_environment.equations.find(std::string(target));
        equation != m_environment.equations.end())
        place.title = std::to_string(equation->second);
    else if (const auto other = elsewhere("equation", target))
        place = *other;
    else
        return std::nullopt;
    const NodeId number = m_document.createText(m_document.store(std::format("({})", place.title)));
    return makeReference(place.docname, makeId(std::format("equation-{}", target)), number);
}

Resolver::Found Resolver::followCitation()
{
    const auto found = m_environment.citations.find(std::string(m_target));
    if (found == m_environment.citations.end())
        return makeReferenceTo(elsewhere("citation", m_target));
    return makeReference(m_settings.docname, found->second, contentOf());
}

Resolver::Found Resolver::followStandard(std::string_view type, std::string_view target)
{
    if (type == "ref")
        return followLabel(target);
    if (type == "doc")
        return followDocument(target);
    if (type == "numref")
        return followNumbered(target);
    if (type == "option")
        return followOption(target);
    if (type == "term")
        return followTerm(target);
    if (type == "keyword") {
        const auto found = labelled(target, true);
        return found ? Found(makeReference(found->docname, found->id, contentOf())) : std::nullopt;
    }
    return followObject(type, target);
}

/// The object of this name; where it is given without a path, also one whose path ends with it.
Resolver::Found Resolver::followPython()
{
    const auto found = described("py", m_target);
    if (!found)
        return std::nullopt;
    return makeReference(found->docname, found->id, contentOf(), m_target);
}

Resolver::Found Resolver::followAny()
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
    add("py:obj", followPython());
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

Resolver::Found Resolver::followDomain()
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
Resolver::Found Resolver::followBlogPage()
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

void Resolver::warnMissing()
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

void Resolver::resolve()
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

} // namespace

void applyReferences(TransformContext &context)
{
    numberCaptions(context);
    for (const NodeId pending : transforms::findAll(context.document, NodeKind::PendingXref))
        Resolver(context, pending).resolve();
}

} // namespace rst::sphinx

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/sphinx/sphinx_transforms.h"

#include <optional>
#include <string>
#include <string_view>

namespace rst::sphinx {

/// Where a label leads: an id in this document, or a place in another one.
struct Destination {
    std::string docname = {};
    std::string id = {};
    std::string title = {};
};

/// One pending cross-reference, and what may take its place.
class ReferenceResolver
{
public:
    ReferenceResolver(TransformContext &context, NodeId pending)
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
    // The standard domain (standard_domain_references.cpp).
    Found followStandard(std::string_view type, std::string_view target);
    Found followLabel(std::string_view target);
    Found followDocument(std::string_view target);
    Found followNumbered(std::string_view target);
    Found followOption(std::string_view target);
    Found followTerm(std::string_view target);
    Found followObject(std::string_view type, std::string_view target);
    // The others (resolve_references.cpp).
    Found followPython();
    Found followEquation(std::string_view target);
    Found followCitation();
    Found followAny();
    Found followBlogPage();
    void warnMissing();

    struct Numbered {
        bool isSection = false;
        std::string format = {};
        std::string number = {};
        bool isCounted = false;
    };
    std::string equationNumber(std::string_view docname, std::string_view id) const;
    std::optional<Numbered> numberedAt(const Destination &place) const;
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

} // namespace rst::sphinx

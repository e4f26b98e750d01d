// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/parser/domain_names.h"

#include <algorithm>

namespace rst {
namespace {

constexpr std::string_view knownDomains[] = {"c",  "changeset", "citation", "cpp", "index",
                                             "js", "math",      "py",       "rst", "std"};
constexpr std::string_view directivesOfStandardDomain[] = {"cmdoption", "confval",        "envvar", "glossary",
                                                           "option",    "productionlist", "program"};
constexpr std::string_view rolesOfStandardDomain[] = {"confval", "doc", "envvar", "keyword", "numref",
                                                      "option",  "ref", "term",   "token"};

} // namespace

std::string nameInStandardDomain(ParseContext &context, DomainElement element, std::string_view name, Span span)
{
    const std::size_t colon = name.find(':');
    if (context.sphinx == nullptr || colon == name.npos)
        return {};
    const std::string_view domain = name.substr(0, colon);
    const std::string_view own = name.substr(colon + 1);
    if (!std::ranges::contains(knownDomains, domain))
        context.reporter.report<DiagnosticKind::SphinxUnknownDomain>({0, span}, domain, own);
    const bool isStandard = element == DomainElement::Directive ? std::ranges::contains(directivesOfStandardDomain, own)
                                                                : std::ranges::contains(rolesOfStandardDomain, own);
    return isStandard ? std::string(own) : std::string();
}

} // namespace rst

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/writers/html_writer.h"

namespace rst {

std::string_view HtmlWriter::labelOf(NodeKind kind) const
{
    switch (kind) {
    case NodeKind::Author: return "Author";
    case NodeKind::Authors: return "Authors";
    case NodeKind::Organization: return "Organization";
    case NodeKind::Address: return "Address";
    case NodeKind::Contact: return "Contact";
    case NodeKind::Version: return "Version";
    case NodeKind::Revision: return "Revision";
    case NodeKind::Status: return "Status";
    case NodeKind::Date: return "Date";
    case NodeKind::Copyright: return "Copyright";
    case NodeKind::Attention: return "Attention!";
    case NodeKind::Caution: return "Caution!";
    case NodeKind::Danger: return "!DANGER!";
    case NodeKind::Error: return "Error";
    case NodeKind::Hint: return "Hint";
    case NodeKind::Important: return "Important";
    case NodeKind::Note: return "Note";
    case NodeKind::Tip: return "Tip";
    case NodeKind::Warning: return "Warning";
    default: return {};
    }
}

Walk HtmlWriter::visitDocinfo(NodeRef docinfo)
{
    m_starts.push_back(m_body.size());
    tag("dl", docinfo).classesFirst("docinfo").classesFirst(isCompactable(docinfo) ? "simple" : "").write("\n");
    return intoTag("dl", "\n");
}

void HtmlWriter::startDocinfoItem(NodeRef node)
{
    m_body += "<dt class=\"";
    m_body += node.tag();
    m_body += "\">";
    m_body += labelOf(node.kind());
    m_body += "<span class=\"colon\">:</span></dt>\n";
    tag("dd", node).classesLast(node.tag()).write();
}

Walk HtmlWriter::docinfoItem(NodeRef node)
{
    startDocinfoItem(node);
    return intoTag("dd", "\n");
}

Walk HtmlWriter::visitAuthor(NodeRef author)
{
    const bool isOneOfSeveral = author.parent().is(NodeKind::Authors);
    if (!isOneOfSeveral)
        startDocinfoItem(author);
    raw("<p>");
    return into(isOneOfSeveral ? "</p>\n" : "</p></dd>\n");
}

Walk HtmlWriter::visitAuthors(NodeRef authors)
{
    return docinfoItem(authors);
}

Walk HtmlWriter::visitOrganization(NodeRef organization)
{
    return docinfoItem(organization);
}

Walk HtmlWriter::visitAddress(NodeRef address)
{
    startDocinfoItem(address);
    tag("pre", address).classesLast("address").write();
    return into("\n</pre>\n</dd>\n");
}

Walk HtmlWriter::visitContact(NodeRef contact)
{
    return docinfoItem(contact);
}

Walk HtmlWriter::visitVersion(NodeRef version)
{
    return docinfoItem(version);
}

Walk HtmlWriter::visitRevision(NodeRef revision)
{
    return docinfoItem(revision);
}

Walk HtmlWriter::visitStatus(NodeRef status)
{
    return docinfoItem(status);
}

Walk HtmlWriter::visitDate(NodeRef date)
{
    return docinfoItem(date);
}

Walk HtmlWriter::visitCopyright(NodeRef copyright)
{
    return docinfoItem(copyright);
}

} // namespace rst

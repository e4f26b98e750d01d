// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/mail_text.h"

#include "rst/document/node_ref.h"
#include "rst/text/utf8.h"

#include <algorithm>
#include <format>
#include <set>

namespace publish {

namespace {

using rst::AttributeName;
using rst::NodeKind;
using rst::NodeRef;

constexpr std::size_t lineWidth = 72; // columns, as RFC 3676 advises

std::size_t widthOf(std::string_view text)
{
    return rst::countCodePoints(text);
}

/// What stands before the lines of a block.
struct Prefix {
    std::string first = {};
    std::string rest = {};
};

class MailWriter
{
public:
    MailWriter(const rst::Document &document, const std::string &siteUrl)
        : m_root(document[rst::Document::root()])
        , m_siteUrl(siteUrl)
    {
    }

    MailText write()
    {
        for (NodeRef node = m_root; node;)
            node = writeNode(node);
        writeLinks();
        m_mail.losses.assign(m_losses.begin(), m_losses.end());
        return std::move(m_mail);
    }

private:
    /// Writes what a node is, and gives the next one to look at.
    NodeRef writeNode(NodeRef node)
    {
        if (isHidden(node))
            return node.followingPast(m_root);
        switch (node.kind()) {
        case NodeKind::LiteralBlock:
        case NodeKind::DoctestBlock:
        case NodeKind::MathBlock: writeFixed(node); return node.followingPast(m_root);
        case NodeKind::Row: writeRow(node); return node.followingPast(m_root);
        case NodeKind::Transition: writeBlock(node, "* * *"); return node.followingPast(m_root);
        case NodeKind::Table: m_losses.insert("Tables are lines with bars between the cells."); break;
        case NodeKind::Image: writeBlock(node, pictureText(node)); return node.followingPast(m_root);
        default: break;
        }
        if (node.isA(rst::Category::Admonition) && !node.is(NodeKind::Admonition))
            writeBlock(node, titleOf(node.tag()) + ":");
        if (!node.isA(rst::Category::TextElement) || node.isA(rst::Category::Inline))
            return node.following(m_root);
        std::string text = inlineText(node);
        if (node.is(NodeKind::Label))
            text = '[' + text + ']';
        if (node.is(NodeKind::Attribution))
            text.insert(0, "-- ");
        if (!text.empty())
            writeBlock(node, text);
        return node.followingPast(m_root);
    }

    static bool isHidden(NodeRef node)
    {
        return (node.isA(rst::Category::Invisible) && !node.is(NodeKind::Text)) || node.is(NodeKind::SystemMessage) ||
               node.is(NodeKind::Raw) || node.is(NodeKind::Meta) || node.is(NodeKind::Colspec);
    }

    static std::string titleOf(std::string_view tag)
    {
        std::string title(tag);
        if (!title.empty() && title[0] >= 'a' && title[0] <= 'z')
            title[0] = char(title[0] - 'a' + 'A');
        return title;
    }

    std::string absolute(std::string_view uri) const
    {
        if (uri.contains("://") || uri.starts_with("mailto:") || m_siteUrl.empty() || !uri.starts_with('/'))
            return std::string(uri);
        return (m_siteUrl.ends_with('/') ? m_siteUrl.substr(0, m_siteUrl.size() - 1) : m_siteUrl) + std::string(uri);
    }

    std::string pictureText(NodeRef image)
    {
        m_losses.insert("Pictures are their descriptions and addresses.");
        const std::string_view alt = image.attribute(AttributeName::Alt);
        const std::string uri = absolute(image.attribute(AttributeName::Uri));
        return alt.empty() ? std::format("[Picture: {} ]", uri) : std::format("[Picture: {} – {} ]", alt, uri);
    }

    /// The number of a link in the list at the end.
    std::size_t numberOf(const std::string &uri)
    {
        const auto found = std::ranges::find(m_links, uri);
        if (found != m_links.end())
            return std::size_t(found - m_links.begin()) + 1;
        m_links.push_back(uri);
        return m_links.size();
    }

    std::string inlineText(NodeRef block)
    {
        std::string text;
        std::vector<std::pair<NodeRef, std::string>> ends; // elements that are open, and what to write after them
        for (NodeRef node = block; node; node = isHidden(node) ? node.followingPast(block) : node.following(block)) {
            closeEnds(node, block, ends, text);
            if (isHidden(node))
                continue;
            if (node.is(NodeKind::Text))
                text += node.text();
            else if (node.is(NodeKind::Image))
                text += pictureText(node);
            else if (node.is(NodeKind::Strong))
                text += '*', ends.emplace_back(node, "*");
            else if (node.is(NodeKind::Emphasis) || node.is(NodeKind::TitleReference))
                text += '_', ends.emplace_back(node, "_");
            else if (node.is(NodeKind::FootnoteReference) || node.is(NodeKind::CitationReference))
                text += " [note ", ends.emplace_back(node, "]");
            else if (node.is(NodeKind::Reference))
                startLink(node, ends, text);
        }
        closeEnds({}, block, ends, text);
        return text;
    }

    /// Whether what is written behind an address could be read as more of it.
    static bool runsOn(NodeRef link)
    {
        const NodeRef next = link.next();
        if (!next)
            return link.parent().isA(rst::Category::Inline); // whose mark comes
        if (!next.is(NodeKind::Text) && !next.is(NodeKind::Problematic))
            return true;
        // Signs that end a sentence are not taken for a part of it, unless the word goes on behind them.
        const std::string words = next.asText();
        const std::size_t behind = words.find_first_not_of(".,;:!?)]'\"");
        return behind != std::string::npos && !std::string_view(" \n\t>").contains(words[behind]);
    }

    void startLink(NodeRef link, std::vector<std::pair<NodeRef, std::string>> &ends, std::string &text)
    {
        const std::string_view uri = link.attribute(AttributeName::Refuri);
        const std::string words = link.asText();
        if (uri.empty())
            return;
        if (uri == words || uri == "mailto:" + words) {
            // Text beside it would be taken for a part of the address (RFC 3986, appendix C).
            if (runsOn(link) || (!text.empty() && !std::string_view(" \n\t([{<'\"").contains(text.back())))
                text += '<', ends.emplace_back(link, ">");
            return;
        }
        ends.emplace_back(link, std::format(" [{}]", numberOf(absolute(uri))));
    }

    /// Ends the elements that `next` is not in.
    static void closeEnds(NodeRef next, NodeRef block, std::vector<std::pair<NodeRef, std::string>> &ends,
                          std::string &text)
    {
        const auto holds = [&](NodeRef element) {
            for (NodeRef at = next; at; at = at.parent()) {
                if (at == element)
                    return true;
                if (at == block)
                    break;
            }
            return false;
        };
        while (!ends.empty() && !holds(ends.back().first)) {
            text += ends.back().second;
            ends.pop_back();
        }
    }

    /// Lists and quotes around a block, as what its lines begin with.
    [[nodiscard]] Prefix prefixOf(NodeRef block) const
    {
        Prefix prefix;
        bool isFirst = true; // nothing of the ancestor stands before the block
        for (NodeRef node = block; node && node != m_root; node = node.parent()) {
            const NodeRef parent = node.parent();
            if (!parent)
                break;
            if (node.is(NodeKind::ListItem)) {
                const std::string marker = markerOf(node);
                prefix.first.insert(0, isFirst ? marker : std::string(widthOf(marker), ' '));
                prefix.rest.insert(0, std::string(widthOf(marker), ' '));
            } else if (node.is(NodeKind::BlockQuote) || node.is(NodeKind::Definition) ||
                       node.is(NodeKind::Description) || node.is(NodeKind::FieldBody) ||
                       node.isA(rst::Category::Admonition)) {
                if (node != block) {
                    prefix.first.insert(0, "    ");
                    prefix.rest.insert(0, "    ");
                }
            }
            isFirst = isFirst && parent.firstChild() == node;
        }
        return prefix;
    }

    static std::string markerOf(NodeRef item)
    {
        const NodeRef list = item.parent();
        if (!list.is(NodeKind::EnumeratedList))
            return "- ";
        std::int64_t number = list.number(AttributeName::Start, 1);
        for (NodeRef at = item.previous(); at; at = at.previous())
            ++number;
        return std::format("{}. ", number);
    }

    void separate(NodeRef node)
    {
        // Items of a list and lines of a block stand close together.
        const bool isClose =
            node.is(NodeKind::Line) || node.is(NodeKind::Row) ||
            (node.parent().is(NodeKind::ListItem) && node.parent().firstChild() == node && node.parent().previous());
        const bool isStart = m_mail.text.empty();
        if (!isStart && !(isClose && m_wasClose == node.kind()))
            m_mail.text += '\n';
        m_wasClose = node.kind();
    }

    void writeBlock(NodeRef node, std::string_view text)
    {
        separate(node);
        const Prefix prefix = prefixOf(node);
        std::string line = prefix.first;
        bool isEmpty = true;
        while (!text.empty()) {
            const std::size_t start = std::min(text.find_first_not_of(" \n\t"), text.size());
            text.remove_prefix(start);
            const std::string_view word = text.substr(0, std::min(text.find_first_of(" \n\t"), text.size()));
            text.remove_prefix(word.size());
            if (word.empty())
                break;
            if (!isEmpty && widthOf(line) + 1 + widthOf(word) > lineWidth) {
                m_mail.text += line + '\n';
                line = prefix.rest;
                isEmpty = true;
            }
            line += (isEmpty ? "" : " ") + std::string(word);
            isEmpty = false;
        }
        m_mail.text += line + '\n';
        if (node.is(NodeKind::Title) && prefix.first.empty())
            m_mail.text += std::string(std::min(widthOf(line), lineWidth),
                                       node.parent() == m_root || isPostTitle(node) ? '=' : '-') +
                           '\n';
    }

    [[nodiscard]] bool isPostTitle(NodeRef title) const { return title.parent().parent() == m_root; }

    void writeFixed(NodeRef node)
    {
        separate(node);
        const Prefix prefix = prefixOf(node);
        const std::string text = node.asText();
        for (std::string_view rest = text; !rest.empty();) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            if (end > 0)
                m_mail.text += prefix.rest + "    " + std::string(rest.substr(0, end));
            m_mail.text += '\n';
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }

    void writeRow(NodeRef row)
    {
        separate(row);
        std::string line = prefixOf(row).rest;
        for (const NodeRef cell : row.children()) {
            std::string text;
            for (const NodeRef part : cell.children())
                text += (text.empty() ? "" : " ") + inlineText(part);
            std::ranges::replace(text, '\n', ' ');
            line += (cell == row.firstChild() ? "" : " | ") + text;
        }
        m_mail.text += line + '\n';
    }

    void writeLinks()
    {
        if (m_links.empty())
            return;
        m_mail.text += '\n';
        for (std::size_t i = 0; i < m_links.size(); ++i)
            m_mail.text += std::format("[{}] {}\n", i + 1, m_links[i]);
    }

    NodeRef m_root;
    const std::string &m_siteUrl;
    MailText m_mail;
    std::vector<std::string> m_links;
    std::set<std::string> m_losses;
    NodeKind m_wasClose = NodeKind::Document;
};

} // namespace

MailText writeMailText(const rst::Document &document, const std::string &siteUrl)
{
    return MailWriter(document, siteUrl).write();
}

} // namespace publish

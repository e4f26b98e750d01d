// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/copied_link.h"

#include "session/pasted_text.h"

#include "readers/html_reader.h"
#include "rst/document/node_ref.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace session {

namespace {

constexpr qsizetype longestCopy = 100'000; // a link is short; a page is no link

bool isAddress(const QString &words)
{
    if (words.contains(u' ') || words.contains(u'\n'))
        return false;
    const QUrl url(words, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1 || url.scheme() == "mailto"_L1);
}

QString textBelow(rst::NodeRef top)
{
    QString text;
    for (rst::NodeRef node = top; node; node = node.following(top)) {
        if (node.is(rst::NodeKind::Text))
            text += QString::fromUtf8(node.text().data(), qsizetype(node.text().size()));
    }
    return text.simplified();
}

CopiedLink linkOfPage(const QString &html)
{
    const rst::Document page = readers::readHtml(html.toStdString());
    const rst::NodeRef root(page, rst::Document::root());
    CopiedLink link;
    for (rst::NodeRef node = root; node; node = node.following(root)) {
        if (!node.is(rst::NodeKind::Reference))
            continue;
        if (!link.address.isEmpty())
            return {};
        const std::string_view uri = node.attribute(rst::AttributeName::Refuri);
        link = {textBelow(node), QString::fromUtf8(uri.data(), qsizetype(uri.size()))};
        if (!isAddress(link.address))
            return {};
    }
    return link;
}

CopiedLink linkAsCopied(const QString &text, const QString &html)
{
    const QString bare = text.trimmed();
    if (bare.size() > longestCopy || html.size() > longestCopy)
        return {};
    if (isAddress(bare) && html.isEmpty())
        return {{}, bare};
    static const QRegularExpression markdown(u"^\\[([^\\]\\n]+)\\]\\((\\S+)\\)$"_s);
    if (const auto match = markdown.match(bare); match.hasMatch() && isAddress(match.captured(2)))
        return {match.captured(1), match.captured(2)};
    const QString last = bare.section(u'\n', -1).trimmed();
    if (bare.count(u'\n') == 1 && isAddress(last))
        return {bare.section(u'\n', 0, 0).trimmed(), last};
    CopiedLink link = html.isEmpty() ? CopiedLink() : linkOfPage(html);
    if (link.address.isEmpty() && isAddress(bare))
        link = {{}, bare};
    if (link.title == link.address)
        link.title.clear();
    return link;
}

} // namespace

CopiedLink copiedLink(const QString &text, const QString &html)
{
    CopiedLink link = linkAsCopied(text, html);
    link.address = cleanAddress(link.address);
    return link;
}

} // namespace session

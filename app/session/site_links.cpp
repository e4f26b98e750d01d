// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/site_links.h"

#include "session/preview_blocks.h"

#include "rst/document/node_ref.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace session {

std::optional<SitePlace> placeOnSite(const QUrl &link, const QString &postPath, const post::SiteIndex &site)
{
    QString page = link.path(QUrl::FullyDecoded);
    if (!link.scheme().isEmpty() || !link.host().isEmpty() || !page.endsWith(".html"_L1) || page.startsWith(u'/'))
        return std::nullopt;
    page.chop(5);
    const QDir root(QString::fromStdString(site.config().root.string()));
    const QString canonicalRoot = root.canonicalPath();
    const QString folder = QFileInfo(postPath).canonicalPath();
    const QString docname = QDir(canonicalRoot).relativeFilePath(QDir::cleanPath(folder + u'/' + page));
    if (site.titleOf(docname.toStdString()) == nullptr)
        return std::nullopt;
    for (const QString &ending : {u".rst"_s, u".md"_s}) {
        if (const QString file = root.filePath(docname + ending); QFileInfo(file).isFile())
            return SitePlace{.path = file, .id = link.fragment(QUrl::FullyDecoded)};
    }
    return std::nullopt;
}

std::optional<TextRange> textOfId(const Rendering &rendering, const QString &id)
{
    const std::string wanted = id.toStdString();
    const rst::NodeRef root = rendering.document[rst::Document::root()];
    for (rst::NodeRef node = root; node; node = node.following(root)) {
        if (!node.hasItem(rst::AttributeName::Ids, wanted))
            continue;
        // A section begins with its title.
        const rst::NodeRef shown = node.is(rst::NodeKind::Section) && node.firstChild() ? node.firstChild() : node;
        const TextRange range = textRange(rendering.document, shown.span(), TextPositions(rendering.source));
        return TextRange{range.begin, range.begin};
    }
    return std::nullopt;
}

} // namespace session

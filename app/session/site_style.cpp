// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/site_style.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace session {

namespace {

/// Where `ablog build`, Sphinx' makefile and others put the pages.
constexpr QLatin1StringView outputFolders[] = {
    QLatin1StringView("_website"),      QLatin1StringView("_build/html"),      QLatin1StringView("_build/dirhtml"),
    QLatin1StringView("build/html"),    QLatin1StringView("docs/_build/html"), QLatin1StringView("../_build/html"),
    QLatin1StringView("../build/html"), QLatin1StringView("../_website"),
};

/// A stylesheet's path below the folder; empty for one that is elsewhere.
QString pathInside(const QString &folder, const QString &link)
{
    const QString name = link.section(u'?', 0, 0).section(u'#', 0, 0);
    if (name.isEmpty() || name.contains(u':') || name.startsWith(u"//"))
        return {};
    const QString path = QFileInfo(folder + u'/' + name).canonicalFilePath();
    return path.startsWith(folder + u'/') && path.endsWith(".css"_L1) ? path.sliced(folder.size() + 1) : QString();
}

QStringList sheetsOf(const QString &folder, const QString &html)
{
    constexpr qsizetype most = 20;
    static const QRegularExpression link(u"<link\\b[^>]*>"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression isSheet(u"\\brel\\s*=\\s*[\"']?stylesheet\\b"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression address(u"\\bhref\\s*=\\s*[\"']([^\"']+)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    QStringList sheets;
    for (auto found = link.globalMatch(html); found.hasNext() && sheets.size() < most;) {
        const QString tag = found.next().captured();
        if (!isSheet.match(tag).hasMatch())
            continue;
        const QString path = pathInside(folder, address.match(tag).captured(1));
        if (!path.isEmpty() && !sheets.contains(path))
            sheets.append(path);
    }
    return sheets;
}

} // namespace

SiteStyle findSiteStyle(const QString &root)
{
    constexpr qint64 longestHead = 256 * 1024;
    if (root.isEmpty())
        return {};
    for (const QLatin1StringView name : outputFolders) {
        const QString folder = QFileInfo(root + u'/' + name).canonicalFilePath();
        QFile page(folder + u"/index.html"_s);
        if (folder.isEmpty() || !page.open(QIODevice::ReadOnly))
            continue;
        const QStringList sheets = sheetsOf(folder, QString::fromUtf8(page.read(longestHead)));
        if (!sheets.isEmpty())
            return {.folder = folder, .sheets = sheets};
    }
    return {};
}

} // namespace session

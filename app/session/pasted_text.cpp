// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/pasted_text.h"

#include "readers/html_reader.h"
#include "readers/markdown_reader.h"
#include "rst/writers/rst_writer.h"

#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {

namespace {

constexpr int mostRedirections = 4; // one within the other

/// Parameters that say by which way a reader came.
bool isTracking(const QString &name)
{
    static const QStringList names = {u"fbclid"_s,  u"gclid"_s,      u"dclid"_s,       u"msclkid"_s, u"yclid"_s,
                                      u"igshid"_s,  u"mc_cid"_s,     u"mc_eid"_s,      u"_hsenc"_s,  u"_hsmi"_s,
                                      u"mkt_tok"_s, u"oly_enc_id"_s, u"oly_anon_id"_s, u"vero_id"_s};
    return name.startsWith(u"utm_"_s) || names.contains(name);
}

/// The address that a redirection leads on to; empty for any other.
QString redirection(const QUrl &url)
{
    const QString host = url.host();
    const QUrlQuery query(url);
    const auto parameter = [&query](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    QString target;
    if (url.path() == "/url"_L1 && (host == "google.com"_L1 || host.startsWith(u"www.google."_s)))
        target = query.hasQueryItem(u"q"_s) ? parameter(u"q"_s) : parameter(u"url"_s);
    else if ((host == "l.facebook.com"_L1 || host == "lm.facebook.com"_L1) && url.path() == "/l.php"_L1)
        target = parameter(u"u"_s);
    else if (host.endsWith(u".safelinks.protection.outlook.com"_s))
        target = parameter(u"url"_s);
    else if (host.endsWith(u"youtube.com"_s) && url.path() == "/redirect"_L1)
        target = parameter(u"q"_s);
    const QUrl next(target, QUrl::StrictMode);
    const bool isAddress = next.isValid() && (next.scheme() == "https"_L1 || next.scheme() == "http"_L1);
    return isAddress ? target : QString();
}

bool endsAddress(QChar c)
{
    return c.isSpace() || QStringView(u"<>\"`|\\^{}").contains(c);
}

} // namespace

PastedFormat formatOfPlainText(const QString &text)
{
    for (const QStringView line : QStringView(text).split(u'\n')) {
        const QStringView trimmed = line.trimmed();
        if (trimmed.startsWith(u".. ")) // what has directives is reStructuredText already
            return PastedFormat::Plain;
        const auto hashes = std::ranges::find_if(trimmed, [](QChar c) { return c != u'#'; }) - trimmed.begin();
        if (hashes > 0 && hashes <= 6 && hashes < trimmed.size() && trimmed[hashes] == u' ' && line[0] == u'#')
            return PastedFormat::Markdown;
        if (trimmed.startsWith(u"```") || trimmed.startsWith(u"~~~ "))
            return PastedFormat::Markdown;
        const auto link = trimmed.indexOf(u"](http");
        if (link > 0 && trimmed.indexOf(u')', link) > link)
            return PastedFormat::Markdown;
    }
    return PastedFormat::Plain;
}

QString pastedRst(const QString &text, PastedFormat format)
{
    if (format == PastedFormat::Plain)
        return withCleanAddresses(text);
    const std::string source = text.toStdString();
    const rst::Document document =
        format == PastedFormat::Html ? readers::readHtml(source) : readers::readMarkdown(source, {.footnotes = true});
    // Below the post's title, which somebody else writes.
    QString rst = QString::fromStdString(rst::writeRst(document, {.depth = 1}));
    while (rst.endsWith(u'\n'))
        rst.chop(1);
    if (rst.contains(u'\n'))
        rst += u'\n';
    return withCleanAddresses(rst);
}

QString partedBlocks(const QString &rst, const QString &text, TextRange selection)
{
    if (!rst.contains(u'\n'))
        return rst;
    const QStringView before = QStringView(text).first(selection.begin);
    const QStringView after = QStringView(text).sliced(selection.end);
    const auto lineBegin = before.lastIndexOf(u'\n') + 1;
    QString parted = rst;
    if (!before.sliced(lineBegin).trimmed().isEmpty())
        parted.prepend(u"\n\n"_s);
    else if (const auto above = before.first(std::max(lineBegin - 1, qsizetype(0)));
             lineBegin > 0 && !above.sliced(above.lastIndexOf(u'\n') + 1).trimmed().isEmpty())
        parted.prepend(u'\n');
    if (!after.isEmpty() && !after.startsWith(u'\n')) // the rest of the line begins one of its own
        parted += u'\n';
    else if (after.size() > 1 && after[1] != u'\n' && !parted.endsWith(u"\n"_s))
        parted += u'\n';
    return parted;
}

QString cleanAddress(const QString &address)
{
    QString clean = address;
    for (int i = 0; i < mostRedirections; ++i) {
        const QString next = redirection(QUrl(clean, QUrl::StrictMode));
        if (next.isEmpty())
            break;
        clean = next;
    }
    const auto mark = clean.indexOf(u'?');
    if (mark < 0)
        return clean;
    const auto fragment = clean.indexOf(u'#', mark);
    const QString rest = fragment < 0 ? QString() : clean.sliced(fragment);
    QStringList kept = clean.sliced(mark + 1, (fragment < 0 ? clean.size() : fragment) - mark - 1).split(u'&');
    kept.removeIf([](const QString &item) { return isTracking(item.section(u'=', 0, 0)); });
    return clean.first(mark) + (kept.isEmpty() ? QString() : u'?' + kept.join(u'&')) + rest;
}

QString withCleanAddresses(const QString &text)
{
    QString cleaned;
    qsizetype done = 0;
    for (qsizetype at = text.indexOf(u"http"_s); at >= 0; at = text.indexOf(u"http"_s, at)) {
        const QStringView rest = QStringView(text).sliced(at);
        if (!rest.startsWith(u"http://") && !rest.startsWith(u"https://")) {
            at += 4;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && !endsAddress(text[end]))
            ++end;
        while (end > at && QStringView(u".,;:!?)'*_").contains(text[end - 1]))
            --end;
        cleaned += QStringView(text).sliced(done, at - done);
        cleaned += cleanAddress(text.sliced(at, end - at));
        done = at = end;
    }
    return cleaned + text.sliced(done);
}

} // namespace session

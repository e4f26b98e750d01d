// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/post_remarks.h"

#include "ui/panels/message_bar.h"

#include <QDesktopServices>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// A mail may have a subject and words, and never a file of the disk.
QUrl withoutAttachments(QUrl mail)
{
    QUrlQuery query(mail);
    for (const auto &[name, value] : query.queryItems()) {
        if (name.compare("subject"_L1, Qt::CaseInsensitive) != 0 && name.compare("body"_L1, Qt::CaseInsensitive) != 0)
            query.removeAllQueryItems(name);
    }
    mail.setQuery(query);
    return mail;
}

QString shortened(const QString &address)
{
    constexpr qsizetype most = 160;
    return address.size() <= most ? address : address.first(most) + u'…';
}

} // namespace

PostRemarks::PostRemarks(MessageBar *messages, QObject *parent) : QObject(parent), m_messages(messages)
{
}

PostRemarks::Remark PostRemarks::remarkFor(const session::Rendering &rendering)
{
    if (!rendering.metadata.hasPost)
        return {MessageBar::Kind::Warning,
                tr("This text has no “post” directive, so the blog would not list it."),
                {u"makePost"_s, tr("Make it a post"), [this] { Q_EMIT postRequested(); }}};
    const auto worst = std::ranges::find_if(rendering.problems, [](const session::Problem &problem) {
        return problem.severity >= session::Severity::Warning && problem.formal.isEmpty(); // ours, not docutils'
    });
    if (worst != rendering.problems.end())
        return {MessageBar::Kind::Warning,
                worst->plain,
                {u"showProblem"_s, tr("Show it"), [this, range = worst->range] { Q_EMIT textRequested(range); }}};
    const auto leftovers =
        std::ranges::count(rendering.problems, session::Severity::LooksWrong, &session::Problem::severity);
    if (leftovers > 0)
        return {MessageBar::Kind::Note,
                tr("The import from Blogger left %n mark(s) in this post that readers see.", nullptr, int(leftovers)),
                {u"repair"_s, tr("Repair…"), [this] { Q_EMIT repairRequested(); }}};
    return {};
}

void PostRemarks::remarkOn(const session::Rendering &rendering)
{
    const bool isFresh = std::exchange(m_isFresh, false);
    if (isFresh)
        m_told.clear();
    if (rendering.source.empty() || (!isFresh && m_told.isEmpty()))
        return;
    const Remark remark = remarkFor(rendering);
    if (isFresh) {
        if (!m_messages->sentence().isEmpty() || remark.sentence.isEmpty())
            return;
        m_messages->tell(remark.kind, remark.sentence, {remark.remedy});
        m_told = remark.sentence;
    } else if (remark.sentence != m_told) { // it is mended, by whatever means
        if (m_messages->sentence() == std::exchange(m_told, QString()))
            m_messages->dismiss();
    }
}

void PostRemarks::tellLink(const QUrl &wanted)
{
    const QUrl link = wanted.scheme() == "mailto"_L1 ? withoutAttachments(wanted) : wanted;
    const bool leadsOutside = link.scheme() == "http"_L1 || link.scheme() == "https"_L1 || link.scheme() == "mailto"_L1;
    const QString shown = shortened(link.toString(QUrl::FullyEncoded)); // lest letters look like others
    if (!leadsOutside) {
        m_messages->tell(MessageBar::Kind::Note,
                         link.scheme().isEmpty()
                             ? tr("This link leads to “%1” on the site.").arg(shortened(link.toDisplayString()))
                             : tr("This link (%1) is of a kind that is not opened.").arg(shown));
        return;
    }
    if (link.scheme() == "mailto"_L1) {
        m_messages->tell(MessageBar::Kind::Note,
                         tr("This link writes a mail to %1").arg(shortened(link.path(QUrl::FullyDecoded))),
                         {{u"openLink"_s, tr("Open it outside"), [link] { QDesktopServices::openUrl(link); }}});
        return;
    }
    const bool hidesItsHost = !link.userInfo().isEmpty() || link.host().size() > 100;
    m_messages->tell(MessageBar::Kind::Note,
                     hidesItsHost ? tr("This link leads to the host %1: %2").arg(link.host(QUrl::FullyEncoded), shown)
                                  : tr("This link leads to %1").arg(shown),
                     {{u"openLink"_s, tr("Open it outside"), [link] { QDesktopServices::openUrl(link); }}});
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/post_remarks.h"

#include "ui/panels/message_bar.h"

#include <QDesktopServices>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

PostRemarks::PostRemarks(MessageBar *messages, QObject *parent) : QObject(parent), m_messages(messages)
{
}

void PostRemarks::remarkOn(const session::Rendering &rendering)
{
    if (!std::exchange(m_isFresh, false) || !m_messages->sentence().isEmpty() || rendering.source.empty())
        return;
    if (!rendering.metadata.hasPost) {
        m_messages->tell(MessageBar::Kind::Warning,
                         tr("This text has no “post” directive, so the blog would not list it."),
                         {{u"makePost"_s, tr("Make it a post"), [this] { Q_EMIT postRequested(); }}});
        return;
    }
    const auto worst = std::ranges::find_if(rendering.problems, [](const session::Problem &problem) {
        return problem.severity >= session::Severity::Warning && problem.formal.isEmpty(); // ours, not docutils'
    });
    if (worst != rendering.problems.end()) {
        m_messages->tell(
            MessageBar::Kind::Warning, worst->plain,
            {{u"showProblem"_s, tr("Show it"), [this, range = worst->range] { Q_EMIT textRequested(range); }}});
        return;
    }
    const auto leftovers =
        std::ranges::count(rendering.problems, session::Severity::LooksWrong, &session::Problem::severity);
    if (leftovers > 0) {
        m_messages->tell(
            MessageBar::Kind::Note,
            tr("The import from Blogger left %n mark(s) in this post that readers see.", nullptr, int(leftovers)),
            {{u"repair"_s, tr("Repair…"), [this] { Q_EMIT repairRequested(); }}});
    }
}

void PostRemarks::tellLink(const QUrl &link)
{
    const bool leadsOutside = link.scheme() == "http"_L1 || link.scheme() == "https"_L1 || link.scheme() == "mailto"_L1;
    if (!leadsOutside) {
        m_messages->tell(MessageBar::Kind::Note,
                         tr("This link leads to “%1” on the site.").arg(link.toDisplayString()));
        return;
    }
    m_messages->tell(MessageBar::Kind::Note, tr("This link leads to %1").arg(link.toDisplayString()),
                     {{u"openLink"_s, tr("Open it outside"), [link] { QDesktopServices::openUrl(link); }}});
}

} // namespace ui

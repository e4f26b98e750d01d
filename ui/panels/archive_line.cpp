// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/panels/archive_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

ArchiveLine::ArchiveLine(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
    , m_repair(new QPushButton(tr("Repair…"), this))
    , m_progress(new QProgressBar(this))
    , m_stop(new QPushButton(tr("Stop"), this))
{
    m_sentence->setObjectName(u"start.archive"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    auto *browse = new QPushButton(tr("Browse"), this);
    browse->setObjectName(u"start.browse"_s);
    browse->setAccessibleName(tr("Browse the archive"));
    m_repair->setObjectName(u"start.repair"_s);
    m_repair->setAccessibleName(tr("Repair what an import damaged"));
    m_progress->setObjectName(u"start.survey"_s);
    m_progress->setAccessibleName(tr("Posts looked at"));
    m_progress->setFormat(tr("Looking for damage: %v of %m"));
    m_progress->hide();
    m_stop->setObjectName(u"start.stopSurvey"_s);
    m_stop->setAccessibleName(tr("Stop looking for damage"));
    m_stop->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_sentence, 1);
    row->addWidget(m_progress, 1); // in the sentence's place: there is no room for both
    row->addWidget(browse);
    row->addWidget(m_repair);
    row->addWidget(m_stop);
    connect(browse, &QPushButton::clicked, this, &ArchiveLine::browseRequested);
    connect(m_repair, &QPushButton::clicked, this, &ArchiveLine::repairRequested);
    connect(m_stop, &QPushButton::clicked, this, &ArchiveLine::stopRequested);
    hide();
}

void ArchiveLine::setPosts(const std::vector<archive::ArchivedPost> &posts)
{
    using archive::ArchivedPost;
    const auto drafts = std::ranges::count(posts, archive::PostState::Draft, &ArchivedPost::state);
    const auto troubled =
        std::ranges::count_if(posts, [](const ArchivedPost &post) { return post.errors + post.warnings > 0; });
    const auto damaged = std::ranges::count_if(posts, [](const ArchivedPost &post) { return post.looksWrong > 0; });
    QStringList parts{tr("%n document(s)", nullptr, int(posts.size()))};
    if (drafts > 0)
        parts.append(tr("%n draft(s)", nullptr, int(drafts)));
    if (troubled > 0)
        parts.append(tr("%n with errors or warnings", nullptr, int(troubled)));
    if (damaged > 0)
        parts.append(tr("%n that readers stumble over", nullptr, int(damaged)));
    m_sentence->setText(parts.join(u" · "_s));
    m_isDamaged = damaged > 0;
    m_repair->setVisible(m_isDamaged && m_progress->isHidden());
    setVisible(!posts.empty());
}

void ArchiveLine::showSurvey(int done, int total)
{
    const bool isLooking = total > 0;
    const bool hadFocus = m_repair->hasFocus() || m_stop->hasFocus();
    m_progress->setMaximum(std::max(total, 1));
    m_progress->setValue(done);
    m_sentence->setVisible(!isLooking);
    m_progress->setVisible(isLooking);
    m_stop->setVisible(isLooking);
    m_repair->setVisible(m_isDamaged && !isLooking);
    if (hadFocus)
        (isLooking ? m_stop : m_repair)->setFocus();
}

} // namespace ui

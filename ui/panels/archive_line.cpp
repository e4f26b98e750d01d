// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/panels/archive_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

ArchiveLine::ArchiveLine(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
    , m_repair(new QPushButton(tr("Repair…"), this))
{
    m_sentence->setObjectName(u"start.archive"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    auto *browse = new QPushButton(tr("Browse"), this);
    browse->setObjectName(u"start.browse"_s);
    browse->setAccessibleName(tr("Browse the archive"));
    m_repair->setObjectName(u"start.repair"_s);
    m_repair->setAccessibleName(tr("Repair what an import damaged"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_sentence, 1);
    row->addWidget(browse);
    row->addWidget(m_repair);
    connect(browse, &QPushButton::clicked, this, &ArchiveLine::browseRequested);
    connect(m_repair, &QPushButton::clicked, this, &ArchiveLine::repairRequested);
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
    m_repair->setVisible(damaged > 0);
    setVisible(!posts.empty());
}

} // namespace ui

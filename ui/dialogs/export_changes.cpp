// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/dialogs/export_changes.h"

#include "ui/dialogs/difference_colours.h"
#include "ui/preview/preview_view.h"
#include "ui/section_title.h"

#include "session/blog.h"

#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int mostFilesShown = 4; // before the list scrolls

/// A page with a heading above it.
QWidget *pageBox(const QString &title, QWidget *page)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    auto *label = new QLabel(title, box);
    label->setContentsMargins(6, 6, 6, 0);
    column->addWidget(label);
    column->addWidget(page, 1);
    return box;
}

QString changeWord(publish::FileChange::Kind kind)
{
    switch (kind) {
    case publish::FileChange::Kind::Added: return ExportChanges::tr("new");
    case publish::FileChange::Kind::Modified: return ExportChanges::tr("changed");
    case publish::FileChange::Kind::Same: return ExportChanges::tr("unchanged");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

ExportChanges::ExportChanges(const QString &postPath, std::shared_ptr<const post::BlogConfig> blog, QWidget *parent)
    : QWidget(parent)
    , m_postPath(postPath)
    , m_blog(std::move(blog))
    , m_title(sectionTitle({}, this))
    , m_files(new QListWidget(this))
    , m_views(new QTabWidget(this))
    , m_difference(makeDifferenceView(u"export.difference"_s, tr("What will be written"), this))
    , m_pageBefore(new PreviewView(this))
    , m_pageAfter(new PreviewView(this))
    , m_boxBefore(pageBox(tr("Before"), m_pageBefore))
    , m_pages(makePages())
    , m_card(new PreviewView(this))
    , m_feed(new PreviewView(this))
{
    layOut();
    connect(m_views, &QTabWidget::currentChanged, this, &ExportChanges::showCurrent);
}

QWidget *ExportChanges::makePages()
{
    m_pageBefore->setObjectName(u"export.before"_s);
    m_pageBefore->setAccessibleName(tr("The page before"));
    m_pageAfter->setObjectName(u"export.after"_s);
    m_pageAfter->setAccessibleName(tr("The page after"));
    auto *pages = new QSplitter(this);
    pages->addWidget(m_boxBefore);
    pages->addWidget(pageBox(tr("After"), m_pageAfter));
    pages->setChildrenCollapsible(false);
    pages->setSizes({1000, 1000});
    return pages;
}

void ExportChanges::layOut()
{
    m_title->setObjectName(u"export.changesTitle"_s);
    m_files->setObjectName(u"export.files"_s);
    m_files->setAccessibleName(tr("Files that change"));
    m_files->setSelectionMode(QAbstractItemView::NoSelection);
    m_views->setObjectName(u"export.views"_s);
    m_views->setAccessibleName(tr("What will change"));
    m_views->addTab(m_difference, tr("Te&xt"));
    m_views->addTab(m_pages, tr("Pa&ges"));
    addFace(m_card, u"export.card"_s, tr("C&ard"), tr("What lists of posts will show of it"));
    addFace(m_feed, u"export.feed"_s, tr("Fee&d"), tr("What the feed will show of it"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_title);
    column->addWidget(m_files);
    column->addWidget(m_views, 1);
}

void ExportChanges::addFace(PreviewView *view, const QString &name, const QString &label, const QString &about)
{
    view->setObjectName(name);
    view->setAccessibleName(about);
    m_views->setTabToolTip(m_views->addTab(view, label), about);
}

void ExportChanges::show(const session::ExportPreview &preview)
{
    const bool isNew = !preview.changes.before;
    const bool isSame = preview.changes.before && *preview.changes.before == preview.plan.bytes;
    m_title->setText(isNew ? tr("What will be written")
                     : preview.referenceName.isEmpty()
                         ? tr("What will change")
                         : tr("What will change, compared with %1").arg(preview.referenceName));
    m_difference->setPlainText(isSame ? tr("Nothing.") : QString::fromStdString(preview.changes.difference));
    listFiles(preview);
    m_before = preview.before;
    m_after = preview.after;
    m_cardFace = preview.card;
    m_feedFace = preview.feed;
    m_views->setTabVisible(m_views->indexOf(m_card), m_cardFace != nullptr);
    m_views->setTabVisible(m_views->indexOf(m_feed), m_feedFace != nullptr);
    showCurrent();
}

void ExportChanges::listFiles(const session::ExportPreview &preview)
{
    m_files->clear();
    for (const publish::FileChange &file : preview.changes.files) {
        const QString path = QString::fromStdString(file.path);
        const QString size = file.addedLines + file.removedLines > 0
                                 ? u"+%1 −%2"_s.arg(file.addedLines).arg(file.removedLines)
                                 : QLocale().formattedDataSize(qint64(file.size));
        m_files->addItem(tr("%1 · %2 · %3").arg(path, changeWord(file.kind), size));
    }
    if (preview.repository && preview.state.changedFiles > 0)
        m_files->addItem(
            tr("Nothing else. Your other changed files (%1) stay as they are.").arg(preview.state.changedFiles));
    else if (preview.repository)
        m_files->addItem(tr("Nothing else."));
    m_files->setVisible(m_files->count() > 0);
    const int rows = std::min(m_files->count(), mostFilesShown);
    if (rows > 0)
        m_files->setFixedHeight(rows * m_files->sizeHintForRow(0) + 2 * m_files->frameWidth() + 2);
}

void ExportChanges::showCurrent()
{
    const QWidget *current = m_views->currentWidget();
    if (current == m_pages && m_after)
        showPages();
    else if (current == m_card && m_cardFace)
        showIn(m_card, m_cardFace);
    else if (current == m_feed && m_feedFace)
        showIn(m_feed, m_feedFace);
}

void ExportChanges::showPages()
{
    m_boxBefore->setVisible(m_before != nullptr); // a new post has all the room
    if (m_before)
        showIn(m_pageBefore, m_before);
    showIn(m_pageAfter, m_after);
}

/// The web engine comes to life when somebody wants to see it.
void ExportChanges::showIn(PreviewView *view, const session::RenderingPtr &rendering)
{
    view->setFolder(session::sourceFolder(m_postPath, *m_blog));
    view->start();
    view->show(rendering, std::nullopt);
}

} // namespace ui

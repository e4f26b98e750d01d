// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/dialogs/drift_dialog.h"

#include "ui/dialogs/dialog_size.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

DriftDialog::DriftDialog(const QString &post, QWidget *parent)
    : QDialog(parent)
    , m_post(post)
    , m_words(new QLabel(this))
    , m_posts(new QTreeWidget(this))
    , m_progress(new QProgressBar(this))
    , m_checkPost(new QPushButton(tr("Check This &Post"), this))
    , m_checkBlog(new QPushButton(tr("Check All Posts of the &Blog"), this))
    , m_stop(new QPushButton(tr("&Stop"), this))
{
    setObjectName(u"drift"_s);
    setWindowTitle(tr("Compare with the Site's Build"));
    setAttribute(Qt::WA_DeleteOnClose);
    layOut();
    connect(m_checkPost, &QPushButton::clicked, this, [this] { start(m_post); });
    connect(m_checkBlog, &QPushButton::clicked, this, [this] { start(QFileInfo(m_post).absolutePath()); });
    connect(m_stop, &QPushButton::clicked, this, &DriftDialog::stop);
    connect(&m_watcher, &QFutureWatcher<DriftResult>::finished, this, &DriftDialog::showResult);
    connect(m_posts, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        const QTreeWidgetItem *row = item->parent() ? item->parent() : item;
        Q_EMIT openRequested(row->data(0, Qt::UserRole).toString());
    });
    setRunning(false);
}

DriftDialog::~DriftDialog()
{
    stop();
    m_watcher.waitForFinished(); // the process it waits for ends at once
}

void DriftDialog::layOut()
{
    m_words->setObjectName(u"drift.words"_s);
    m_words->setWordWrap(true);
    m_words->setText(
        tr("This builds the blog with its own sphinx-build in a temporary folder, and lists every post whose "
           "article differs from what Broadside shows. The build runs the blog's conf.py; nothing is "
           "written into the blog. What is not saved yet is not compared."));
    m_posts->setObjectName(u"drift.posts"_s);
    m_posts->setAccessibleName(tr("Posts that differ"));
    m_posts->setHeaderLabels({tr("Post"), tr("Differing elements")});
    m_posts->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_posts->header()->setStretchLastSection(false);
    m_posts->setUniformRowHeights(true);
    m_progress->setObjectName(u"drift.progress"_s);
    m_progress->setAccessibleName(tr("Progress of the comparison"));
    m_checkPost->setObjectName(u"drift.checkPost"_s);
    m_checkBlog->setObjectName(u"drift.checkBlog"_s);
    m_stop->setObjectName(u"drift.stop"_s);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_checkPost, QDialogButtonBox::ActionRole);
    buttons->addButton(m_checkBlog, QDialogButtonBox::ActionRole);
    buttons->addButton(m_stop, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_words);
    column->addWidget(m_posts, 1);
    column->addWidget(m_progress);
    column->addWidget(buttons);
    resizeWithinScreen(this, {760, 520});
}

void DriftDialog::start(const QString &path)
{
    if (isRunning())
        return;
    m_posts->clear();
    m_stopSource = std::stop_source();
    setRunning(true);
    m_words->setText(tr("The site is being built. That takes as long as it always does."));
    const auto progress = [this](std::size_t done, std::size_t all) {
        QMetaObject::invokeMethod(this, [this, done, all] { showProgress(int(done), int(all)); }, Qt::QueuedConnection);
    };
    publish::DriftOptions options{.stop = m_stopSource.get_token(), .progress = progress};
    m_watcher.setFuture(QtConcurrent::run(
        [file = path.toStdString(), options = std::move(options)] { return publish::checkDrift(file, options); }));
}

void DriftDialog::stop()
{
    m_stopSource.request_stop();
}

void DriftDialog::setRunning(bool isRunning)
{
    m_progress->setVisible(isRunning);
    m_progress->setRange(0, 0);
    m_stop->setVisible(isRunning);
    m_checkPost->setVisible(!isRunning);
    m_checkBlog->setVisible(!isRunning);
    m_checkPost->setEnabled(!m_post.isEmpty());
    m_checkBlog->setEnabled(!m_post.isEmpty());
}

void DriftDialog::showProgress(int done, int all)
{
    m_progress->setRange(0, all);
    m_progress->setValue(done);
    m_words->setText(tr("The articles are being compared."));
}

void DriftDialog::showResult()
{
    setRunning(false);
    const DriftResult result = m_watcher.result();
    if (!result) {
        m_words->setText(QString::fromStdString(result.error()));
        return;
    }
    const auto differing = int(std::ranges::count_if(*result, &publish::Drift::differs));
    for (const publish::Drift &drift : *result) {
        if (drift.differs())
            addPost(drift);
    }
    const int all = int(result->size());
    m_words->setText(differing == 0 ? tr("Nothing differs in %n post(s).", nullptr, all)
                                    : tr("%1 of %n post(s) differ. Lines with − are the site's, lines with + are "
                                         "Broadside's.",
                                         nullptr, all)
                                          .arg(differing));
    if (m_posts->topLevelItemCount() == 1)
        m_posts->topLevelItem(0)->setExpanded(true);
}

void DriftDialog::addPost(const publish::Drift &drift)
{
    constexpr std::size_t mostShown = 500; // of one post
    auto *post = new QTreeWidgetItem(m_posts);
    const QString docname = QString::fromStdString(drift.docname);
    const QString title = QString::fromStdString(drift.title);
    post->setText(0, title.isEmpty() ? docname : u"%1 — %2"_s.arg(title, docname));
    post->setText(1, drift.isMissing ? tr("no such page") : QString::number(drift.lines.size()));
    post->setData(0, Qt::UserRole, QString::fromStdString(drift.file.string()));
    for (std::size_t i = 0; i < std::min(mostShown, drift.lines.size()); ++i) {
        QString line = QString::fromStdString(drift.lines[i]);
        if (line.startsWith(u'-'))
            line[0] = u'−';
        auto *entry = new QTreeWidgetItem(post, {line});
        entry->setFirstColumnSpanned(true);
        entry->setToolTip(0, line);
    }
}

} // namespace ui

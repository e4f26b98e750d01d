// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/dialogs/repair_archive_dialog.h"

#include "ui/dialogs/burn_down.h"
#include "ui/dialogs/dialog_size.h"
#include "ui/dialogs/difference_colours.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int pathRole = Qt::UserRole;

/// The year of a post by its folder's name or its file's.
QString yearOf(const QString &path)
{
    const QFileInfo file(path);
    for (const QString &name :
         {file.dir().dirName(), file.fileName().first(std::min<qsizetype>(4, file.fileName().size()))}) {
        bool isNumber = false;
        const int year = name.toInt(&isNumber);
        if (isNumber && name.size() == 4 && year > 1900)
            return name;
    }
    return u"—"_s;
}

} // namespace

RepairArchiveDialog::RepairArchiveDialog(RepairArchiveView view, QWidget *parent)
    : QDialog(parent)
    , m_view(std::move(view))
    , m_sentence(new QLabel(this))
    , m_burnDown(new BurnDown(this))
    , m_posts(new QTreeWidget(this))
    , m_difference(makeDifferenceView(u"repairArchive.difference"_s, tr("What would change in this post"), this))
    , m_open(new QPushButton(tr("&Open"), this))
    , m_unskip(new QPushButton(tr("Do Not &Skip"), this))
    , m_repair(new QPushButton(this))
    , m_takeBack(new QPushButton(tr("&Take It All Back"), this))
{
    if (m_view.rule)
        std::ranges::stable_sort(m_view.damage.posts, std::greater(),
                                 [this](const session::DamagedPost &post) { return post.countOf(*m_view.rule); });
    setObjectName(u"repairArchiveDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_view.rule ? tr("The Same Rule in All Posts") : tr("Damaged Posts"));
    layOut();
    fill();
    connect(m_posts, &QTreeWidget::currentItemChanged, this, [this] {
        showDifference();
        updateButtons();
    });
    connect(m_posts, &QTreeWidget::itemChanged, this, &RepairArchiveDialog::updateButtons);
    connect(m_posts, &QTreeWidget::itemActivated, this, &RepairArchiveDialog::openCurrent);
    connect(m_open, &QPushButton::clicked, this, &RepairArchiveDialog::openCurrent);
    connect(m_repair, &QPushButton::clicked, this, &RepairArchiveDialog::repairTicked);
    connect(m_takeBack, &QPushButton::clicked, this, &RepairArchiveDialog::takeBack);
    connect(m_unskip, &QPushButton::clicked, this, [this] {
        const QString path = currentPath();
        m_view.skipped.remove(path);
        Q_EMIT unskipped(path);
        fill();
    });
    m_posts->setCurrentItem(m_posts->topLevelItem(0));
    updateButtons();
}

void RepairArchiveDialog::layOut()
{
    m_sentence->setObjectName(u"repairArchive.sentence"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_posts->setObjectName(u"repairArchive.posts"_s);
    m_posts->setAccessibleName(tr("Damaged posts, the worst first"));
    m_posts->setRootIsDecorated(false);
    m_posts->setUniformRowHeights(true);
    m_posts->setHeaderLabels({m_view.rule ? tr("Times") : tr("Damage"), tr("Year"), tr("Post"), tr("Skipped because")});
    m_posts->setColumnHidden(3, m_view.rule.has_value());
    m_posts->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_posts->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_posts->header()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_posts->header()->setStretchLastSection(false);
    m_posts->header()->setSectionResizeMode(3, QHeaderView::ResizeToContents);
    m_open->setObjectName(u"repairArchive.open"_s);
    m_unskip->setObjectName(u"repairArchive.unskip"_s);
    m_repair->setObjectName(u"repairArchive.repair"_s);
    m_takeBack->setObjectName(u"repairArchive.takeBack"_s);
    m_burnDown->setVisible(!m_view.rule);
    (m_view.rule ? m_repair : m_open)->setDefault(true);

    auto *sides = new QSplitter(this);
    sides->addWidget(m_posts);
    sides->addWidget(m_difference);
    sides->setChildrenCollapsible(false);
    sides->setSizes({560, 560});
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    for (QPushButton *button : {m_unskip, m_takeBack, m_open, m_repair})
        buttons->addButton(button, QDialogButtonBox::ActionRole);
    m_repair->setVisible(m_view.rule.has_value());
    m_takeBack->setVisible(m_view.rule.has_value());
    m_unskip->setVisible(!m_view.rule);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->setContentsMargins(18, 18, 18, 14);
    column->addWidget(m_sentence);
    column->addWidget(m_burnDown);
    column->addWidget(sides, 1);
    column->addWidget(buttons);
    resizeWithinScreen(this, {1160, 720});
}

void RepairArchiveDialog::fill()
{
    const QSignalBlocker blocker(m_posts);
    m_posts->clear();
    qsizetype skipped = 0;
    for (const session::DamagedPost &post : std::as_const(m_view.damage.posts)) {
        const bool isSkipped = m_view.skipped.contains(post.path);
        skipped += isSkipped ? 1 : 0;
        const std::size_t count = m_view.rule ? post.countOf(*m_view.rule) : post.damage;
        if (m_view.rule && (count == 0 || isSkipped || post.path == m_view.besides))
            continue;
        const QString title = post.title.isEmpty() ? QFileInfo(post.path).fileName() : post.title;
        auto *item = new QTreeWidgetItem(
            m_posts, {QString::number(count), yearOf(post.path), title, m_view.skipped.value(post.path)});
        item->setData(0, pathRole, post.path);
        item->setTextAlignment(0, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(2, post.path);
        if (m_view.rule)
            item->setCheckState(2, Qt::Checked);
    }
    if (m_view.rule) {
        const std::string_view sentence = repair::rule(*m_view.rule).sentence;
        m_sentence->setText(
            tr("“%1” These posts have it. Those that are ticked are repaired with the rules that are switched on "
               "in the repair view, each only if no word is lost.")
                .arg(QString::fromUtf8(sentence.data(), qsizetype(sentence.size()))));
        return;
    }
    m_sentence->setText(tr("%1 of %2 posts of the import are repaired, %3 are skipped, %4 are left.")
                            .arg(m_view.damage.repaired.size())
                            .arg(m_view.damage.repaired.size() + m_view.damage.posts.size())
                            .arg(skipped)
                            .arg(m_view.damage.posts.size() - skipped));
    showBurnDown();
}

void RepairArchiveDialog::showBurnDown()
{
    QMap<QString, YearOfPosts> years;
    for (const QString &path : std::as_const(m_view.damage.repaired))
        ++years[yearOf(path)].repaired;
    for (const session::DamagedPost &post : std::as_const(m_view.damage.posts)) {
        YearOfPosts &year = years[yearOf(post.path)];
        ++(m_view.skipped.contains(post.path) ? year.skipped : year.damaged);
    }
    for (auto year = years.begin(); year != years.end(); ++year)
        year->year = year.key();
    m_burnDown->show(years.values());
}

QString RepairArchiveDialog::currentPath() const
{
    const QTreeWidgetItem *item = m_posts->currentItem();
    return item == nullptr ? QString() : item->data(0, pathRole).toString();
}

QStringList RepairArchiveDialog::ticked() const
{
    QStringList paths;
    for (int row = 0; row < m_posts->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = m_posts->topLevelItem(row);
        if (item->checkState(2) == Qt::Checked)
            paths.append(item->data(0, pathRole).toString());
    }
    return paths;
}

void RepairArchiveDialog::showDifference()
{
    const QString path = currentPath();
    if (path.isEmpty())
        return;
    QtConcurrent::run([path, rules = m_view.rules, twins = m_view.twins] {
        return session::repairDifference(path, rules, twins);
    }).then(this, [this, number = ++m_latest](const QString &difference) {
        if (number == m_latest)
            m_difference->setPlainText(difference.isEmpty() ? tr("Nothing changes.") : difference);
    });
}

void RepairArchiveDialog::repairTicked()
{
    m_isBusy = true;
    m_sentence->setText(tr("Repairing %n post(s)…", nullptr, int(ticked().size())));
    updateButtons();
    QtConcurrent::run([paths = ticked(), rules = m_view.rules, twins = m_view.twins] {
        return session::repairPosts(paths, rules, twins);
    }).then(this, [this](const session::RepairedPosts &done) {
        m_isBusy = false;
        m_changes = done.changes;
        QString words = tr("%n post(s) repaired.", nullptr, int(done.written.size()));
        if (!done.problems.isEmpty())
            words +=
                u' ' + tr("%n left as they are: %1", nullptr, int(done.problems.size())).arg(done.problems.first());
        m_sentence->setText(words);
        updateButtons();
        showDifference();
        Q_EMIT archiveChanged();
    });
}

void RepairArchiveDialog::takeBack()
{
    m_changes->takeBack();
    m_changes.reset();
    m_sentence->setText(tr("All these posts are as they were."));
    updateButtons();
    showDifference();
    Q_EMIT archiveChanged();
}

void RepairArchiveDialog::openCurrent()
{
    const QString path = currentPath();
    if (path.isEmpty() || m_isBusy)
        return;
    accept();
    Q_EMIT postWanted(path);
}

void RepairArchiveDialog::updateButtons()
{
    const QString path = currentPath();
    m_open->setEnabled(!path.isEmpty() && !m_isBusy);
    m_unskip->setEnabled(m_view.skipped.contains(path));
    const qsizetype count = m_view.rule ? ticked().size() : 0;
    m_repair->setText(tr("&Repair %n Post(s)", nullptr, int(count)));
    m_repair->setEnabled(count > 0 && !m_isBusy && !m_changes);
    m_takeBack->setEnabled(m_changes != nullptr && !m_isBusy);
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/dialogs/export_destination.h"

#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// What an entry of the list of branches stands for.
enum class BranchChoice : std::uint8_t { CheckedOut, New, Existing };

constexpr int choiceRole = Qt::UserRole;
constexpr int branchRole = Qt::UserRole + 1;

/// A path as people write it.
QString shownPath(const std::filesystem::path &path)
{
    QString text = QString::fromStdString(path.string());
    if (text.startsWith(QDir::homePath() + u'/'))
        text.replace(0, QDir::homePath().size(), u"~"_s);
    return text;
}

} // namespace

ExportDestination::ExportDestination(QWidget *parent)
    : QWidget(parent)
    , m_targets(new QComboBox(this))
    , m_path(new QLabel(this))
    , m_pathRemark(new QLabel(this))
    , m_slug(new QLineEdit(this))
    , m_folder(new QPushButton(tr("&Folder…"), this))
    , m_repository(new QLabel(this))
    , m_branches(new QComboBox(this))
    , m_newBranch(new QLineEdit(this))
    , m_fetch(new QCheckBox(tr("&Update first"), this))
{
    layOut();
    connect(m_targets, &QComboBox::currentIndexChanged, this, &ExportDestination::targetChanged);
    connect(m_slug, &QLineEdit::editingFinished, this, &ExportDestination::slugChanged);
    connect(m_folder, &QPushButton::clicked, this, &ExportDestination::folderWanted);
    connect(m_branches, &QComboBox::activated, this, &ExportDestination::chooseBranch);
    connect(m_newBranch, &QLineEdit::textEdited, this, [this] { m_isNamed = true; });
    connect(m_newBranch, &QLineEdit::textChanged, this, &ExportDestination::branchChanged);
}

void ExportDestination::addRow(QGridLayout *grid, int row, const QString &label, QWidget *field)
{
    auto *name = new QLabel(label, this);
    name->setBuddy(field);
    grid->addWidget(name, row, 0);
    grid->addWidget(field, row, 1);
}

void ExportDestination::layOut()
{
    m_targets->setObjectName(u"export.target"_s);
    m_targets->addItem(tr("ABlog (reStructuredText)"), int(publish::Target::Ablog));
    m_targets->addItem(tr("Astro or Keystatic (Markdown)"), int(publish::Target::Astro));
    m_targets->addItem(tr("ABlog (MyST Markdown)"), int(publish::Target::Myst));
    m_targets->addItem(tr("A page that stands alone (HTML)"), int(publish::Target::Html));
    m_targets->addItem(tr("E-mail (plain text)"), int(publish::Target::Email));
    m_path->setObjectName(u"export.path"_s);
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_path->setWordWrap(true);
    m_pathRemark->setObjectName(u"export.pathRemark"_s);
    m_pathRemark->setForegroundRole(QPalette::PlaceholderText);
    m_slug->setObjectName(u"export.slug"_s);
    m_slug->setPlaceholderText(tr("made from the title"));
    m_folder->setObjectName(u"export.folder"_s);
    m_folder->setAutoDefault(false);
    m_repository->setObjectName(u"export.repository"_s);
    m_repository->setWordWrap(true);
    m_branches->setObjectName(u"export.branches"_s);
    m_branches->setAccessibleName(tr("Branch"));
    m_newBranch->setObjectName(u"export.newBranch"_s);
    m_newBranch->setAccessibleName(tr("Name of the new branch"));
    m_fetch->setObjectName(u"export.fetch"_s);
    m_fetch->setToolTip(tr("Fetches the remote branch that the new one begins from"));
    m_fetch->setChecked(true);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setColumnStretch(1, 1);
    addRow(grid, 0, tr("&Target"), m_targets);
    addRow(grid, 1, tr("File"), m_path);
    grid->addWidget(m_folder, 1, 2, Qt::AlignTop);
    grid->addWidget(m_pathRemark, 2, 1);
    addRow(grid, 3, tr("&Name in the address"), m_slug);
    addRow(grid, 4, tr("Repository"), m_repository);
    auto *branch = new QHBoxLayout;
    branch->addWidget(m_branches, 1);
    branch->addWidget(m_newBranch, 1);
    branch->addWidget(m_fetch);
    auto *name = new QLabel(tr("&Branch"), this);
    name->setBuddy(m_branches);
    grid->addWidget(name, 5, 0);
    grid->addLayout(branch, 5, 1, 1, 2);
}

void ExportDestination::show(const session::ExportPreview &preview)
{
    m_path->setText(QString::fromStdString(preview.plan.path.string()));
    showRepository(preview);
    fillBranches(preview);
    if (!m_isNamed && m_newBranch->text() != QString::fromStdString(preview.proposal.newBranch)) {
        const QSignalBlocker blocker(m_newBranch);
        m_newBranch->setText(QString::fromStdString(preview.proposal.newBranch));
    }
    m_pathRemark->setText(remarkOn(preview));
}

/// What becomes of the file that is there now.
QString ExportDestination::remarkOn(const session::ExportPreview &preview) const
{
    const publish::ExportPlan &plan = preview.plan;
    if (!plan.existing)
        return preview.repository && preview.changes.before
                   ? tr("A new file here; %1 has it already").arg(preview.referenceName)
                   : tr("A new file");
    if (plan.changesNothing())
        return tr("This file is there, and just the same");
    return branch().isEmpty() ? tr("This file is there, and will be replaced")
                              : tr("This file is there; a commit on another branch leaves it as it is");
}

void ExportDestination::showRepository(const session::ExportPreview &preview)
{
    const publish::RepositoryState &state = preview.state;
    if (!preview.repository) {
        m_repository->setText(preview.repositoryProblem);
        return;
    }
    QStringList parts = {shownPath(preview.repository->top)};
    if (!state.branch.empty())
        parts.append(tr("on %1").arg(QString::fromStdString(state.branch)));
    else
        parts.append(tr("no branch checked out"));
    if (state.ahead > 0)
        parts.append(tr("%n commit(s) not pushed", nullptr, int(state.ahead)));
    if (state.behind > 0)
        parts.append(
            tr("%n commit(s) behind %1", nullptr, int(state.behind)).arg(QString::fromStdString(state.upstream)));
    m_repository->setText(parts.join(u" · "_s));
}

void ExportDestination::fillBranches(const session::ExportPreview &preview)
{
    const QString repository =
        preview.repository ? QString::fromStdString(preview.repository->top.string()) : QString();
    for (QWidget *widget :
         {static_cast<QWidget *>(m_branches), static_cast<QWidget *>(m_newBranch), static_cast<QWidget *>(m_fetch)})
        widget->setEnabled(!repository.isEmpty());
    if (repository == m_shownRepository)
        return;
    m_shownRepository = repository;
    m_branches->clear();
    const publish::RepositoryState &state = preview.state;
    const publish::CommitProposal &proposal = preview.proposal;
    m_base = QString::fromStdString(proposal.newBase);
    const auto add = [this](const QString &label, BranchChoice choice, const std::string &branch) {
        m_branches->addItem(label);
        m_branches->setItemData(m_branches->count() - 1, int(choice), choiceRole);
        m_branches->setItemData(m_branches->count() - 1, QString::fromStdString(branch), branchRole);
    };
    if (!state.branch.empty())
        add(tr("%1, which is checked out").arg(QString::fromStdString(state.branch)), BranchChoice::CheckedOut,
            state.branch);
    if (!m_base.isEmpty())
        add(tr("A new branch from %1").arg(m_base), BranchChoice::New, {});
    for (const std::string &branch : state.branches) {
        if (branch != state.branch)
            add(QString::fromStdString(branch), BranchChoice::Existing, branch);
    }
    int row = 0;
    if (!proposal.base.empty())
        row = m_branches->findData(int(BranchChoice::New), choiceRole);
    else if (!proposal.branch.empty())
        row = m_branches->findData(QString::fromStdString(proposal.branch), branchRole);
    m_branches->setCurrentIndex(std::max(row, 0));
    m_newBranch->setVisible(!base().isEmpty());
    m_fetch->setVisible(!base().isEmpty() && base() == QString::fromStdString(state.base));
}

void ExportDestination::chooseBranch()
{
    m_newBranch->setVisible(!base().isEmpty());
    m_fetch->setVisible(!base().isEmpty() && base().contains(u'/'));
    if (!base().isEmpty())
        m_newBranch->setFocus();
    Q_EMIT branchChanged();
}

publish::Target ExportDestination::target() const
{
    return publish::Target(m_targets->currentData().toInt());
}

QString ExportDestination::slug() const
{
    return m_slug->text();
}

QString ExportDestination::branch() const
{
    switch (BranchChoice(m_branches->currentData(choiceRole).toInt())) {
    case BranchChoice::CheckedOut: return {};
    case BranchChoice::New: return m_newBranch->text().trimmed();
    case BranchChoice::Existing: return m_branches->currentData(branchRole).toString();
    }
    Q_UNREACHABLE_RETURN({});
}

QString ExportDestination::base() const
{
    const QVariant choice = m_branches->currentData(choiceRole);
    return choice.isValid() && BranchChoice(choice.toInt()) == BranchChoice::New ? m_base : QString();
}

bool ExportDestination::fetchesBase() const
{
    return m_fetch->isVisible() && m_fetch->isChecked();
}

QString ExportDestination::reference() const
{
    if (m_branches->count() == 0)
        return {};
    return !base().isEmpty() ? base() : branch().isEmpty() ? u"HEAD"_s : branch();
}

} // namespace ui

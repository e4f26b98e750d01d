// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/dialogs/export_dialog.h"

#include "ui/dialogs/difference_colours.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

QIcon checkIcon(publish::Check::State state, const QPalette &palette)
{
    switch (state) {
    case publish::Check::State::Passed: return themeIcon("checkmark"_L1);
    case publish::Check::State::Warning: return severityIcon(session::Severity::Warning, palette);
    case publish::Check::State::Failed: return severityIcon(session::Severity::Error, palette);
    }
    Q_UNREACHABLE_RETURN({});
}

QString checkWord(publish::Check::State state)
{
    switch (state) {
    case publish::Check::State::Passed: return ExportDialog::tr("good");
    case publish::Check::State::Warning: return ExportDialog::tr("doubtful");
    case publish::Check::State::Failed: return ExportDialog::tr("not good");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

ExportDialog::ExportDialog(session::ExportRequest request, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_request(std::move(request))
    , m_path(new QLabel(this))
    , m_pathRemark(new QLabel(this))
    , m_slug(new QLineEdit(this))
    , m_folder(new QPushButton(tr("&Folder…"), this))
    , m_checks(new QListWidget(this))
    , m_difference(new QPlainTextEdit(this))
    , m_differenceTitle(heading({}, this))
    , m_overrule(new QCheckBox(this))
    , m_trouble(new QLabel(this))
    , m_export(new QPushButton(themeIcon("document-export"_L1), tr("&Export"), this))
{
    setObjectName(u"exportDialog"_s);
    setWindowTitle(tr("Export — %1").arg(title));
    layOut();
    connect(m_slug, &QLineEdit::editingFinished, this, &ExportDialog::replan);
    connect(m_folder, &QPushButton::clicked, this, &ExportDialog::chooseFolder);
    connect(m_overrule, &QCheckBox::toggled, this, &ExportDialog::updateButton);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::write);
    replan();
}

void ExportDialog::layOut()
{
    m_path->setObjectName(u"export.path"_s);
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_path->setWordWrap(true);
    m_pathRemark->setObjectName(u"export.pathRemark"_s);
    m_pathRemark->setForegroundRole(QPalette::PlaceholderText);
    m_slug->setObjectName(u"export.slug"_s);
    m_slug->setPlaceholderText(tr("made from the title"));
    m_folder->setObjectName(u"export.folder"_s);
    m_folder->setAutoDefault(false);
    m_checks->setObjectName(u"export.checks"_s);
    m_checks->setAccessibleName(tr("Checks"));
    m_checks->setWordWrap(true);
    m_checks->setSelectionMode(QAbstractItemView::NoSelection);
    m_difference->setObjectName(u"export.difference"_s);
    m_difference->setAccessibleName(tr("What will be written"));
    m_difference->setReadOnly(true);
    m_difference->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_difference->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    new DifferenceColours(m_difference->document(), palette());
    m_overrule->setObjectName(u"export.overrule"_s);
    m_trouble->setObjectName(u"export.trouble"_s);
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    m_export->setObjectName(u"export.write"_s);
    m_export->setDefault(true);

    auto *where = new QGridLayout;
    where->setColumnStretch(1, 1);
    where->addWidget(heading(tr("File"), this), 0, 0, Qt::AlignTop);
    where->addWidget(m_path, 0, 1);
    where->addWidget(m_folder, 0, 2, Qt::AlignTop);
    where->addWidget(m_pathRemark, 1, 1);
    auto *slugLabel = new QLabel(tr("&Name in the address"), this);
    slugLabel->setBuddy(m_slug);
    where->addWidget(slugLabel, 2, 0);
    where->addWidget(m_slug, 2, 1, 1, 2);

    auto *left = new QWidget(this);
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins({});
    leftColumn->addWidget(heading(tr("Checks"), left));
    leftColumn->addWidget(m_checks);
    auto *right = new QWidget(this);
    auto *rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins({});
    rightColumn->addWidget(m_differenceTitle);
    rightColumn->addWidget(m_difference);
    auto *sides = new QSplitter(this);
    sides->addWidget(left);
    sides->addWidget(right);
    sides->setChildrenCollapsible(false);
    sides->setSizes({380, 560});

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_export, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->setContentsMargins(18, 18, 18, 14);
    column->addLayout(where);
    column->addWidget(sides, 1);
    column->addWidget(m_trouble);
    auto *last = new QHBoxLayout;
    last->addWidget(m_overrule, 1);
    last->addWidget(buttons);
    column->addLayout(last);
    resize(980, 620);
}

void ExportDialog::replan()
{
    m_request.slug = m_slug->text();
    m_isPlanned = false;
    updateButton();
    QtConcurrent::run([request = m_request] {
        return session::planPostExport(request);
    }).then(this, [this, number = ++m_planNumber](const publish::ExportPlan &plan) {
        if (number == m_planNumber)
            show(plan);
    });
}

void ExportDialog::show(const publish::ExportPlan &plan)
{
    m_plan = plan;
    m_isPlanned = true;
    m_path->setText(QString::fromStdString(plan.path.string()));
    if (!plan.existing)
        m_pathRemark->setText(tr("A new file"));
    else
        m_pathRemark->setText(plan.changesNothing() ? tr("This file is there, and just the same")
                                                    : tr("This file is there, and will be replaced"));
    m_trouble->hide();
    showChecks();
    showDifference();
    updateButton();
}

void ExportDialog::showChecks()
{
    m_checks->clear();
    int doubtful = 0;
    for (const publish::Check &check : m_plan.checks) {
        const QString text = QString::fromStdString(check.text);
        auto *item = new QListWidgetItem(checkIcon(check.state, palette()), text, m_checks);
        item->setData(Qt::AccessibleTextRole, checkWord(check.state) + u": "_s + text);
        item->setToolTip(checkWord(check.state));
        doubtful += check.state != publish::Check::State::Passed;
    }
    m_overrule->setChecked(false);
    m_overrule->setVisible(doubtful > 0 && !m_plan.isBlocked());
    m_overrule->setText(doubtful == 1 ? tr("I know about this one, export all the same")
                                      : tr("I know about these %1, export all the same").arg(doubtful));
}

void ExportDialog::showDifference()
{
    m_differenceTitle->setText(m_plan.existing ? tr("What will change") : tr("What will be written"));
    m_difference->setPlainText(m_plan.changesNothing() ? tr("Nothing.") : QString::fromStdString(m_plan.difference));
}

void ExportDialog::updateButton()
{
    const bool isAccepted = m_overrule->isHidden() || m_overrule->isChecked();
    m_export->setEnabled(m_isPlanned && isAccepted && !m_plan.isBlocked());
}

void ExportDialog::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Export Into"), m_request.folder);
    dialog->setObjectName(u"export.folderDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_request.folder = folder;
        replan();
    });
    dialog->open();
}

void ExportDialog::write()
{
    const auto written = publish::writeExport(m_plan);
    if (!written) {
        m_trouble->setText(QString::fromStdString(written.error()));
        m_trouble->show();
        return;
    }
    Q_EMIT exported(QString::fromStdString(m_plan.path.string()));
    accept();
}

} // namespace ui

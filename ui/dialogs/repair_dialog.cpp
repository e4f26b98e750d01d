// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/dialogs/repair_dialog.h"

#include "ui/dialogs/dialog_size.h"
#include "ui/dialogs/repair_findings.h"
#include "ui/dialogs/repair_views.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace ui {

RepairDialog::RepairDialog(session::RepairRequest request, const QString &title, const QString &skipped,
                           QWidget *parent)
    : QDialog(parent)
    , m_request(std::move(request))
    , m_position(new QLabel(this))
    , m_remark(new QLabel(this))
    , m_findings(new RepairFindings(this))
    , m_views(new RepairViews(m_request, this))
    , m_proof(new QLabel(this))
    , m_sameRule(new QPushButton(tr("Same &Rule in All Posts…"), this))
    , m_reason(new QComboBox(this))
    , m_apply(new QPushButton(themeIcon("dialog-ok-apply"_L1), tr("&Apply"), this))
    , m_applyAndNext(new QPushButton(tr("Apply and &Next"), this))
    , m_skip(new QPushButton(tr("&Skip…"), this))
{
    setObjectName(u"repairDialog"_s);
    setWindowTitle(tr("Repair — %1").arg(title));
    layOut();
    connectParts();
    if (!skipped.isEmpty())
        tell(tr("You have skipped this post: %1.").arg(skipped));
    tryRepair();
}

void RepairDialog::connectParts()
{
    connect(m_findings, &RepairFindings::rulesChanged, this, &RepairDialog::tryRepair);
    connect(m_findings, &RepairFindings::findingChosen, this, [this] {
        m_views->mark(m_findings->currentPlaces());
        updateButtons();
    });
    connect(m_findings, &RepairFindings::placeChosen, m_views, &RepairViews::goTo);
    connect(m_sameRule, &QPushButton::clicked, this, [this] {
        if (const auto rule = m_findings->currentRule())
            Q_EMIT ruleWanted(*rule);
    });
    connect(m_apply, &QPushButton::clicked, this, &RepairDialog::apply);
    connect(m_applyAndNext, &QPushButton::clicked, this, [this] {
        apply();
        Q_EMIT nextWanted();
    });
    connect(m_skip, &QPushButton::clicked, this, [this] {
        m_reasonRow->show();
        m_reason->lineEdit()->selectAll();
        m_reason->setFocus();
    });
}

void RepairDialog::layOut()
{
    m_proof->setObjectName(u"repair.proof"_s);
    m_proof->setWordWrap(true);
    m_proof->setTextFormat(Qt::PlainText);
    m_apply->setObjectName(u"repair.apply"_s);
    m_apply->setDefault(true);
    m_applyAndNext->setObjectName(u"repair.applyAndNext"_s);
    // Beside the letter of its label, which a shortcut of its own would take away.
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, m_applyAndNext,
            &QPushButton::click);
    m_applyAndNext->setToolTip(tr("Apply, save, and go to the next damaged post (Ctrl+Return)"));
    m_skip->setObjectName(u"repair.skip"_s);
    m_skip->setToolTip(tr("Leave this post as it is, say why, and go to the next damaged one"));
    m_sameRule->setObjectName(u"repair.sameRule"_s);
    m_sameRule->setToolTip(tr("Show all posts where this finding is, and repair them in one go"));
    for (QPushButton *button : {m_sameRule, m_skip, m_applyAndNext})
        button->setAutoDefault(false);

    auto *findings = new QWidget(this);
    auto *list = new QVBoxLayout(findings);
    list->setContentsMargins({});
    auto *label = new QLabel(tr("&Findings"), findings);
    label->setBuddy(m_findings);
    list->addWidget(label);
    list->addWidget(m_findings, 1);
    list->addWidget(m_sameRule);
    auto *sides = new QSplitter(this);
    sides->addWidget(findings);
    sides->addWidget(m_views);
    sides->setChildrenCollapsible(false);
    sides->setSizes({330, 970});

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_skip, QDialogButtonBox::ActionRole);
    buttons->addButton(m_applyAndNext, QDialogButtonBox::ActionRole);
    buttons->addButton(m_apply, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->setContentsMargins(18, 14, 18, 14);
    column->addWidget(makeHead());
    column->addWidget(sides, 1);
    column->addWidget(makeReason());
    auto *last = new QHBoxLayout;
    last->addWidget(m_proof, 1);
    last->addWidget(buttons);
    column->addLayout(last);
    resizeWithinScreen(this, {1300, 800});
    updateButtons();
}

QWidget *RepairDialog::makeHead()
{
    auto *head = new QWidget(this);
    m_position->setObjectName(u"repair.position"_s);
    m_position->setTextFormat(Qt::PlainText);
    m_remark->setObjectName(u"repair.remark"_s);
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setWordWrap(true);
    auto *copies = new QPushButton(tr("&Copies…"), head);
    copies->setObjectName(u"repair.copies"_s);
    copies->setToolTip(tr("Choose copies of the posts, which give back what the import lost"));
    auto *menu = new QMenu(copies);
    menu->addAction(tr("&Folder of Markdown…"), this, &RepairDialog::twinFolderWanted);
    menu->addAction(tr("Blogger &Export or Markdown File…"), this, &RepairDialog::twinFileWanted);
    menu->addSeparator();
    menu->addAction(tr("Use &No Copies"), this, &RepairDialog::twinsDropped);
    copies->setMenu(menu);
    auto *archive = new QPushButton(tr("Archi&ve…"), head);
    archive->setObjectName(u"repair.archive"_s);
    archive->setToolTip(tr("All damaged posts, the worst first, and how far their repair is"));
    connect(archive, &QPushButton::clicked, this, &RepairDialog::archiveWanted);
    for (QPushButton *button : {copies, archive})
        button->setAutoDefault(false);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    row->addWidget(m_remark, 1);
    row->addWidget(m_position);
    row->addWidget(copies);
    row->addWidget(archive);
    return head;
}

/// Asks why the post is skipped; hidden until then.
QWidget *RepairDialog::makeReason()
{
    m_reasonRow = new QWidget(this);
    m_reasonRow->setObjectName(u"repair.reasonRow"_s);
    m_reason->setObjectName(u"repair.reason"_s);
    m_reason->setEditable(true);
    m_reason->addItems({tr("it is better mended by hand"), tr("something is wrong that no finding names"),
                        tr("nobody reads it any more")});
    auto *label = new QLabel(tr("Skip it, &because"), m_reasonRow);
    label->setBuddy(m_reason);
    auto *button = new QPushButton(tr("S&kip This Post"), m_reasonRow);
    button->setObjectName(u"repair.skipNow"_s);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, &RepairDialog::skip);
    auto *row = new QHBoxLayout(m_reasonRow);
    row->setContentsMargins({});
    row->addWidget(label);
    row->addWidget(m_reason, 1);
    row->addWidget(button);
    m_reasonRow->hide();
    return m_reasonRow;
}

repair::RuleSet RepairDialog::rules() const
{
    return m_findings->rules();
}

void RepairDialog::setProgress(const RepairProgress &progress)
{
    m_progress = progress;
    QString words =
        progress.left > 0 ? tr("%n more damaged post(s), the worst next", nullptr, int(progress.left)) : QString();
    if (progress.repaired > 0)
        words += (words.isEmpty() ? QString() : u" · "_s) + tr("%n repaired", nullptr, int(progress.repaired));
    if (progress.skipped > 0)
        words += (words.isEmpty() ? QString() : u" · "_s) + tr("%n skipped", nullptr, int(progress.skipped));
    m_position->setText(words);
    updateButtons();
}

void RepairDialog::setTwins(const session::TwinsPtr &twins)
{
    m_request.twins = twins;
    m_findings->begin();
    tryRepair();
}

void RepairDialog::tell(const QString &sentence)
{
    m_remark->setText(sentence);
}

void RepairDialog::tryRepair()
{
    m_isTried = false;
    m_request.rules = m_findings->rules();
    updateButtons();
    QtConcurrent::run([request = m_request] {
        return session::previewRepair(request);
    }).then(this, [this, number = ++m_tryNumber](const session::RepairPreview &preview) {
        if (number == m_tryNumber)
            show(preview);
    });
}

void RepairDialog::show(const session::RepairPreview &preview)
{
    m_preview = preview;
    m_isTried = true;
    m_views->show(preview);
    m_proof->setText(preview.repair.state == repair::Repair::State::NotLegacy
                         ? tr("This is no post of the import, or it was repaired before. It is left alone.")
                         : session::proofLine(preview.repair));
    if (const QString twin = session::twinLine(preview); !twin.isEmpty())
        tell(tr("Copy: %1").arg(twin));
    m_findings->show(preview.findings);
    m_views->mark(m_findings->currentPlaces());
    updateButtons();
}

void RepairDialog::apply()
{
    Q_EMIT applied(m_preview.text);
    accept();
}

void RepairDialog::skip()
{
    QString reason = m_reason->currentText().trimmed();
    while (reason.endsWith(u'.'))
        reason.chop(1);
    Q_EMIT skipped(reason.isEmpty() ? m_reason->itemText(0) : reason);
    accept();
    Q_EMIT nextWanted();
}

void RepairDialog::updateButtons()
{
    using State = repair::Repair::State;
    const bool isRepaired = m_isTried && m_preview.repair.state == State::Repaired;
    m_apply->setEnabled(isRepaired);
    m_applyAndNext->setEnabled(isRepaired && m_progress.left > 0);
    m_skip->setEnabled(m_isTried && m_preview.repair.state != State::NotLegacy && !m_request.path.isEmpty());
    m_sameRule->setEnabled(m_findings->currentRule().has_value() && m_progress.left > 0);
}

} // namespace ui

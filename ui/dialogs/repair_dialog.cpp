// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/dialogs/repair_dialog.h"

#include "ui/dialogs/difference_colours.h"
#include "ui/preview/preview_view.h"
#include "ui/theme.h"

#include "session/blog.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFontDatabase>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int ruleRole = Qt::UserRole;

QString confidenceWord(repair::Confidence confidence)
{
    switch (confidence) {
    case repair::Confidence::Certain: return RepairDialog::tr("certain");
    case repair::Confidence::Likely: return RepairDialog::tr("likely");
    case repair::Confidence::Ask: return RepairDialog::tr("please look");
    }
    Q_UNREACHABLE_RETURN({});
}

/// A view with a heading above it.
QWidget *titled(const QString &title, QWidget *view)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->setSpacing(4);
    auto *label = new QLabel(title, box);
    label->setContentsMargins(6, 6, 6, 0);
    column->addWidget(label);
    column->addWidget(view, 1);
    return box;
}

} // namespace

RepairDialog::RepairDialog(session::RepairRequest request, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_request(std::move(request))
    , m_findings(new QListWidget(this))
    , m_views(new QTabWidget(this))
    , m_before(new PreviewView(this))
    , m_after(new PreviewView(this))
    , m_difference(new QPlainTextEdit(this))
    , m_proof(new QLabel(this))
    , m_apply(new QPushButton(themeIcon("dialog-ok-apply"_L1), tr("&Apply"), this))
    , m_applyAndNext(new QPushButton(tr("Apply and &Next"), this))
    , m_skip(new QPushButton(tr("&Skip"), this))
{
    setObjectName(u"repairDialog"_s);
    setWindowTitle(tr("Repair — %1").arg(title));
    layOut();
    connect(m_findings, &QListWidget::itemChanged, this, &RepairDialog::chooseRules);
    connect(m_apply, &QPushButton::clicked, this, &RepairDialog::apply);
    connect(m_applyAndNext, &QPushButton::clicked, this, [this] {
        apply();
        goOn();
    });
    connect(m_skip, &QPushButton::clicked, this, &RepairDialog::goOn);
    tryRepair();
}

void RepairDialog::layOut()
{
    m_findings->setObjectName(u"repair.findings"_s);
    m_findings->setAccessibleName(tr("Findings"));
    m_findings->setWordWrap(true);
    m_findings->setSpacing(3);
    m_difference->setObjectName(u"repair.difference"_s);
    m_difference->setAccessibleName(tr("Difference of the texts"));
    m_difference->setReadOnly(true);
    m_difference->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_difference->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    new DifferenceColours(m_difference->document(), palette());
    m_proof->setObjectName(u"repair.proof"_s);
    m_proof->setWordWrap(true);
    m_proof->setTextFormat(Qt::PlainText);
    m_apply->setObjectName(u"repair.apply"_s);
    m_apply->setDefault(true);
    m_applyAndNext->setObjectName(u"repair.applyAndNext"_s);
    m_applyAndNext->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_applyAndNext->setToolTip(tr("Apply, save, and go to the next damaged post (Ctrl+Return)"));
    m_skip->setObjectName(u"repair.skip"_s);
    m_skip->setToolTip(tr("Leave this post as it is, and go to the next damaged one"));

    m_views->addTab(makePages(), tr("&Pages"));
    m_views->addTab(m_difference, tr("&Text"));
    auto *sides = new QSplitter(this);
    sides->addWidget(titled(tr("Findings"), m_findings));
    sides->addWidget(m_views);
    sides->setChildrenCollapsible(false);
    sides->setSizes({300, 980});

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_skip, QDialogButtonBox::ActionRole);
    buttons->addButton(m_applyAndNext, QDialogButtonBox::ActionRole);
    buttons->addButton(m_apply, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->setContentsMargins(18, 18, 18, 14);
    column->addWidget(sides, 1);
    auto *last = new QHBoxLayout;
    last->addWidget(m_proof, 1);
    last->addWidget(buttons);
    column->addLayout(last);
    resize(1300, 760);
    updateButtons();
}

QWidget *RepairDialog::makePages()
{
    m_before->setObjectName(u"repair.before"_s);
    m_before->setAccessibleName(tr("The page before"));
    m_after->setObjectName(u"repair.after"_s);
    m_after->setAccessibleName(tr("The page after"));
    for (PreviewView *view : {m_before, m_after}) {
        const QString folder = m_request.path.isEmpty() ? QString() : QFileInfo(m_request.path).absolutePath();
        view->setFolder(session::sourceFolder(m_request.path, *m_request.blog), folder);
    }
    auto *pages = new QSplitter(this);
    pages->addWidget(titled(tr("Before, as readers see it"), m_before));
    pages->addWidget(titled(tr("After"), m_after));
    pages->setChildrenCollapsible(false);
    pages->setSizes({1000, 1000});
    return pages;
}

void RepairDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    QTimer::singleShot(0, m_before, &PreviewView::start);
    QTimer::singleShot(0, m_after, &PreviewView::start);
}

void RepairDialog::setOthers(qsizetype count)
{
    m_others = count;
    updateButtons();
}

void RepairDialog::tryRepair()
{
    m_isTried = false;
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
    m_before->show(preview.before, std::nullopt);
    m_after->show(preview.after, std::nullopt);
    m_difference->setPlainText(preview.difference.isEmpty() ? tr("Nothing changes.") : preview.difference);
    m_proof->setText(preview.repair.state == repair::Repair::State::NotLegacy
                         ? tr("This is no post of the import, or it was repaired before. It is left alone.")
                         : session::proofLine(preview.repair));
    if (!m_isListed)
        listFindings();
    updateButtons();
}

/// The findings of the first try, which had all rules; later ones have fewer, but the list stays.
void RepairDialog::listFindings()
{
    m_isListed = true;
    const QSignalBlocker blocker(m_findings);
    bool hasDoubts = false;
    for (const repair::Finding &finding : m_preview.repair.findings) {
        if (finding.count == 0)
            continue;
        const repair::Rule &rule = repair::rule(finding.rule);
        const QString sentence = QString::fromUtf8(rule.sentence.data(), qsizetype(rule.sentence.size()));
        auto *item = new QListWidgetItem(
            tr("%1 (%2×, %3)").arg(sentence).arg(finding.count).arg(confidenceWord(rule.confidence)), m_findings);
        item->setData(ruleRole, int(finding.rule));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        const bool isDoubtful = rule.confidence == repair::Confidence::Ask;
        item->setCheckState(isDoubtful ? Qt::Unchecked : Qt::Checked);
        hasDoubts = hasDoubts || isDoubtful;
    }
    if (hasDoubts) // what is doubtful waits for somebody to switch it on
        chooseRules();
}

void RepairDialog::chooseRules()
{
    m_request.rules = repair::RuleSet::all();
    for (int row = 0; row < m_findings->count(); ++row) {
        const QListWidgetItem *item = m_findings->item(row);
        if (item->checkState() == Qt::Unchecked)
            m_request.rules.remove(repair::RuleId(item->data(ruleRole).toInt()));
    }
    tryRepair();
}

void RepairDialog::apply()
{
    Q_EMIT applied(m_preview.text);
    accept();
}

void RepairDialog::goOn()
{
    accept();
    Q_EMIT nextWanted();
}

void RepairDialog::updateButtons()
{
    const bool isRepaired = m_isTried && m_preview.repair.state == repair::Repair::State::Repaired;
    m_apply->setEnabled(isRepaired);
    m_applyAndNext->setEnabled(isRepaired && m_others > 0);
    m_skip->setEnabled(m_others > 0);
    m_skip->setText(m_others > 0 ? tr("&Skip (%1 more)").arg(m_others) : tr("&Skip"));
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/dialogs/export_dialog.h"

#include "ui/dialogs/dialog_size.h"
#include "ui/dialogs/export_changes.h"
#include "ui/dialogs/export_checks.h"
#include "ui/dialogs/export_destination.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString pathOf(const publish::ExportPlan &plan)
{
    return QString::fromStdString(plan.path.string());
}

} // namespace

ExportDialog::ExportDialog(session::ExportRequest request, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_request(std::move(request))
    , m_area(new QScrollArea(this))
    , m_destination(new ExportDestination(this))
    , m_checks(new ExportChecks(this))
    , m_changes(new ExportChanges(m_request.path, m_request.blog, this))
    , m_embargo(new QCheckBox(this))
    , m_message(new QPlainTextEdit(this))
    , m_hooks(new QLabel(this))
    , m_trouble(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_copy(new QPushButton(themeIcon("document-export"_L1), tr("C&opy files only"), this))
    , m_commit(new QPushButton(themeIcon("vcs-commit"_L1), tr("Comm&it"), this))
    , m_push(new QPushButton(themeIcon("vcs-push"_L1), tr("Commit, push and open &pull request"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(u"exportDialog"_s);
    setWindowTitle(tr("Export — %1").arg(title));
    layOut();
    connect(m_destination, &ExportDestination::targetChanged, this, &ExportDialog::replan);
    connect(m_destination, &ExportDestination::slugChanged, this, &ExportDialog::replan);
    connect(m_destination, &ExportDestination::branchChanged, this, &ExportDialog::replan);
    connect(m_destination, &ExportDestination::folderWanted, this, &ExportDialog::chooseFolder);
    connect(m_checks, &ExportChecks::acceptanceChanged, this, &ExportDialog::updateButtons);
    connect(m_embargo, &QCheckBox::toggled, this, &ExportDialog::updateButtons);
    connect(m_message, &QPlainTextEdit::textChanged, this, &ExportDialog::updateButtons);
    connect(m_copy, &QPushButton::clicked, this, &ExportDialog::copyFiles);
    connect(m_commit, &QPushButton::clicked, this, [this] { commit(Push::No); });
    connect(m_push, &QPushButton::clicked, this, [this] { commit(Push::Yes); });
    connect(m_cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_checks, &ExportChecks::placeWanted, this, [this](std::size_t begin, std::size_t end) {
        Q_EMIT placeWanted(begin, end);
        reject();
    });
    connect(m_checks, &ExportChecks::textChanged, this, [this](const QString &text) {
        m_request.text = text;
        Q_EMIT textChanged(text);
        replan();
    });
    replan();
}

ExportDialog::~ExportDialog()
{
    m_stop.request_stop();
}

void ExportDialog::layOut()
{
    m_embargo->setObjectName(u"export.embargo"_s);
    m_message->setObjectName(u"export.message"_s);
    m_message->setAccessibleName(tr("Commit message"));
    m_message->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_message->setTabChangesFocus(true);
    m_message->setFixedHeight(3 * m_message->fontMetrics().lineSpacing() + 12);
    m_hooks->setObjectName(u"export.hooks"_s);
    m_hooks->setForegroundRole(QPalette::PlaceholderText);
    m_hooks->setWordWrap(true);
    m_trouble->setObjectName(u"export.trouble"_s);
    m_trouble->setWordWrap(true);
    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_trouble->hide();
    m_progress->setObjectName(u"export.progress"_s);
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("git is at work"));
    m_progress->hide();
    m_embargo->hide();

    auto *sides = new QSplitter(this);
    sides->addWidget(m_checks);
    sides->addWidget(m_changes);
    sides->setChildrenCollapsible(false);
    sides->setSizes({380, 640});
    sides->setMinimumHeight(200); // below that, less is seen in them than by scrolling

    // On a low screen the page scrolls, and its buttons stay where they are.
    auto *page = new QWidget(m_area);
    auto *column = new QVBoxLayout(page);
    column->setSpacing(12);
    column->setContentsMargins(18, 18, 18, 0);
    column->addWidget(m_destination);
    column->addWidget(sides, 1);
    auto *message = new QHBoxLayout;
    auto *messageLabel = new QLabel(tr("&Message"), this);
    messageLabel->setBuddy(m_message);
    message->addWidget(messageLabel, 0, Qt::AlignTop);
    message->addWidget(m_message, 1);
    column->addLayout(message);
    column->addWidget(m_hooks);
    column->addWidget(m_embargo);
    column->addWidget(m_trouble);
    m_area->setObjectName(u"export.page"_s);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidget(page);
    auto *rows = new QVBoxLayout(this);
    rows->setSpacing(12);
    rows->setContentsMargins(0, 0, 0, 14);
    rows->addWidget(m_area, 1);
    rows->addLayout(layOutButtons());
    resizeWithinScreen(this, {1080, 760});
    updateButtons();
}

QLayout *ExportDialog::layOutButtons()
{
    m_copy->setObjectName(u"export.write"_s);
    m_commit->setObjectName(u"export.commit"_s);
    // Beside the letter of its label, which a shortcut of its own would take away.
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, m_commit,
            &QPushButton::click);
    m_commit->setToolTip(tr("Ctrl+Return"));
    m_push->setObjectName(u"export.push"_s);
    m_cancel->setObjectName(u"export.cancel"_s);
    auto *last = new QHBoxLayout;
    last->setContentsMargins(18, 0, 18, 0);
    last->addWidget(m_progress);
    last->addStretch(1);
    for (QPushButton *button : {m_copy, m_commit, m_push, m_cancel}) {
        button->setAutoDefault(false);
        last->addWidget(button);
    }
    return last;
}

void ExportDialog::replan()
{
    m_request.target = m_destination->target();
    m_request.slug = m_destination->slug();
    m_request.reference = m_destination->reference();
    m_isPlanned = false;
    m_trouble->hide();
    m_checks->setReady(false);
    updateButtons();
    QtConcurrent::run([request = m_request] {
        return session::previewExport(request);
    }).then(this, [this, number = ++m_planNumber](const session::ExportPreview &preview) {
        if (number == m_planNumber)
            show(preview);
    });
}

void ExportDialog::show(const session::ExportPreview &preview)
{
    m_preview = preview;
    m_isPlanned = true;
    m_destination->show(preview);
    m_changes->show(preview);
    m_checks->show(m_request, preview);
    showCommit();
    updateButtons();
}

void ExportDialog::showCommit()
{
    const publish::RepositoryState &state = m_preview.state;
    if (!m_isMessageTyped || m_message->toPlainText().isEmpty()) {
        const QSignalBlocker blocker(m_message);
        m_message->setPlainText(QString::fromStdString(m_preview.proposal.message).trimmed());
        m_message->document()->setModified(false);
    }
    QStringList hooks;
    for (const std::string &hook : state.hooks)
        hooks.append(QString::fromStdString(hook));
    const QString obstacle = m_preview.repository && m_destination->branch().isEmpty()
                                 ? QString::fromStdString(state.obstacle())
                                 : QString::fromStdString(state.identityProblem);
    m_hooks->setVisible(!hooks.isEmpty() || !obstacle.isEmpty());
    m_hooks->setText(!obstacle.isEmpty() ? obstacle
                                         : tr("Hooks of the repository will run: %1").arg(hooks.join(u", "_s)));
    const bool isUnderEmbargo =
        m_preview.proposal.embargo == publish::Embargo::Holds && m_preview.repository && !state.remote.empty();
    m_embargo->setVisible(isUnderEmbargo);
    m_embargo->setText(tr("The post is dated %1, and whoever sees the remote can read it today. I &want to push it")
                           .arg(session::dayOf(m_preview.plan)));
}

void ExportDialog::updateButtons()
{
    m_isMessageTyped = m_isMessageTyped || m_message->document()->isModified();
    const bool isReady = m_isPlanned && m_checks->isAccepted() && !m_preview.plan.isBlocked() && !m_isRunning;
    const bool isHere = m_destination->branch().isEmpty() && m_destination->base().isEmpty();
    const bool hasBranch = isHere ? m_preview.state.obstacle().empty()
                                  : !m_destination->branch().isEmpty() && m_preview.state.identityProblem.empty();
    const bool hasMessage = !m_message->toPlainText().trimmed().isEmpty();
    const bool canCommit = isReady && m_preview.repository && hasBranch && hasMessage;
    m_copy->setEnabled(isReady);
    m_commit->setEnabled(canCommit);
    m_push->setEnabled(canCommit && !m_preview.state.remote.empty() &&
                       (m_embargo->isHidden() || m_embargo->isChecked()));
    m_push->setToolTip(m_preview.state.remote.empty() && m_isPlanned ? tr("There is no remote to push to") : QString());
    m_message->setEnabled(m_preview.repository.has_value() && !m_isRunning);
    m_destination->setEnabled(!m_isRunning);
    m_progress->setVisible(m_isRunning);
    m_cancel->setText(m_isRunning ? tr("Stop") : tr("Cancel"));
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

void ExportDialog::copyFiles()
{
    m_isRunning = true;
    m_trouble->hide();
    updateButtons();
    QtConcurrent::run([plan = m_preview.plan] {
        return publish::writeExport(plan);
    }).then(this, [this](const std::expected<void, std::string> &written) {
        m_isRunning = false;
        updateButtons();
        if (!written)
            return tellTrouble(QString::fromStdString(written.error()));
        Q_EMIT exported(pathOf(m_preview.plan), m_preview.plan.target);
        accept();
    });
}

void ExportDialog::commit(Push push)
{
    const publish::Embargo embargo = m_preview.proposal.embargo == publish::Embargo::None ? publish::Embargo::None
                                     : m_embargo->isVisible() && m_embargo->isChecked()   ? publish::Embargo::Overruled
                                                                                          : publish::Embargo::Holds;
    m_stop = std::stop_source();
    const publish::CommitOrder order = {.repository = *m_preview.repository,
                                        .plan = m_preview.plan,
                                        .branch = m_destination->branch().toStdString(),
                                        .base = m_destination->base().toStdString(),
                                        .before = m_preview.changes.before,
                                        .message = m_message->toPlainText().trimmed().toStdString() + '\n',
                                        .fetchesBase = m_destination->fetchesBase(),
                                        .pushes = push == Push::Yes,
                                        .embargo = embargo,
                                        .forge = publish::forgeNamed(m_request.blog->git.forge),
                                        .stop = m_stop.get_token()};
    m_isRunning = true;
    m_trouble->hide();
    updateButtons();
    QtConcurrent::run([order] {
        return publish::commitExport(order);
    }).then(this, [this, push](const std::expected<publish::CommitOutcome, std::string> &outcome) {
        finish(outcome, push);
    });
}

void ExportDialog::finish(const std::expected<publish::CommitOutcome, std::string> &outcome, Push push)
{
    m_isRunning = false;
    updateButtons();
    if (!outcome)
        return tellTrouble(QString::fromStdString(outcome.error()));
    const publish::ExportPlan &plan = m_preview.plan;
    const bool isSource = plan.target == publish::Target::Ablog;
    Q_EMIT committed({.repository = *m_preview.repository,
                      .outcome = *outcome,
                      .wasPushed = push == Push::Yes && outcome->pushProblem.empty(),
                      .target = plan.target,
                      .path = outcome->commit.isCheckedOut ? pathOf(plan) : QString(),
                      .place = pathOf(plan),
                      .text = m_request.text,
                      .canonical = isSource ? QString::fromStdString(plan.bytes) : QString()});
    accept();
}

void ExportDialog::tellTrouble(const QString &sentence)
{
    constexpr qsizetype most = 1200; // a hook can print very much; what it says at last tells most
    replan();                        // what stood in the way may have changed what is shown
    m_trouble->setText(sentence.size() <= most ? sentence.trimmed() : u"…"_s + sentence.trimmed().right(most));
    m_trouble->show();
    QMetaObject::invokeMethod(this, [this] { m_area->ensureWidgetVisible(m_trouble); }, Qt::QueuedConnection);
}

void ExportDialog::reject()
{
    if (m_isRunning)
        m_stop.request_stop();
    else
        QDialog::reject();
}

} // namespace ui

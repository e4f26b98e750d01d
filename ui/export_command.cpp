// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/export_command.h"

#include "ui/dialogs/dialog_size.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/held_pictures.h"
#include "ui/panels/message_bar.h"
#include "ui/theme.h"

#include <QAction>
#include <QDesktopServices>
#include <QDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace ui {

ExportCommand::ExportCommand(session::PostSession *session, const HeldPictures *held, MessageBar *messages,
                             QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_held(held)
    , m_messages(messages)
    , m_window(window)
    , m_export(new QAction(themeIcon("document-export"_L1), tr("&Export…"), window))
{
    m_export->setObjectName(u"file.export"_s);
    m_export->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    window->addAction(m_export);
    connect(m_export, &QAction::triggered, this, &ExportCommand::open);
}

void ExportCommand::open()
{
    Q_EMIT textNeeded();
    auto *dialog = new ExportDialog(request(), m_session->displayName(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // A commit writes the post's file before it is sure of itself, and puts it back where a hook refuses.
    m_session->holdOutsideChanges(true);
    connect(dialog, &QDialog::finished, this, [this] { m_session->holdOutsideChanges(false); });
    connect(dialog, &ExportDialog::exported, this, &ExportCommand::tell);
    connect(dialog, &ExportDialog::committed, this, &ExportCommand::tellCommit);
    connect(dialog, &ExportDialog::textChanged, this, &ExportCommand::textChanged);
    connect(dialog, &ExportDialog::placeWanted, this, [this](std::size_t begin, std::size_t end) {
        const std::string source = m_session->text().toStdString();
        Q_EMIT placeWanted(session::TextPositions(source).rangeOf(begin, end));
    });
    dialog->open();
}

std::expected<QString, QString> ExportCommand::exportTo(const QString &folder)
{
    Q_EMIT textNeeded();
    session::ExportRequest wanted = request();
    wanted.folder = folder;
    const publish::ExportPlan plan = session::planPostExport(wanted);
    if (const auto written = publish::writeExport(plan); !written)
        return std::unexpected(QString::fromStdString(written.error()));
    return QString::fromStdString(plan.path.string());
}

session::ExportRequest ExportCommand::request() const
{
    return {.text = m_session->text(),
            .path = m_session->path(),
            .committed = m_session->committed() ? m_session->committed()->text : m_committed,
            .blog = m_session->sharedBlog(),
            .site = m_session->site(),
            .known = m_session->request().known,
            .held = m_held->named(),
            .reach = m_reach};
}

bool ExportCommand::goesOn(const QString &path, publish::Target target)
{
    const bool isPost = target == publish::Target::Ablog && !path.isEmpty();
    // A post that had no file has one now. Were it left aside, the blog would seem to have another post of this name.
    const bool isOwnFile = isPost && (m_session->path().isEmpty() || path == m_session->path());
    if (isOwnFile)
        goOn(path);
    else if (isPost)
        Q_EMIT writtenTo(path);
    return isOwnFile;
}

void ExportCommand::goOn(const QString &path)
{
    const auto loaded = session::loadPost(path);
    if (!loaded) {
        m_messages->tell(MessageBar::Kind::Warning, loaded.error().sentence);
        return;
    }
    Q_EMIT textChanged(loaded->text);
    m_session->adopt(*loaded);
    Q_EMIT adopted();
}

void ExportCommand::tell(const QString &path, publish::Target target)
{
    (void)goesOn(path, target);
    const QUrl folder = QUrl::fromLocalFile(QFileInfo(path).absolutePath());
    m_messages->tell(MessageBar::Kind::Note, tr("Exported, ready to commit: %1").arg(path),
                     {{u"openFolder"_s, tr("Show the folder"), [folder] { QDesktopServices::openUrl(folder); }}});
}

void ExportCommand::tellCommit(const CommittedPost &post)
{
    const publish::CommitOutcome &outcome = post.outcome;
    const QString branch = QString::fromStdString(outcome.commit.branch);
    const QString commit = QString::fromStdString(outcome.commit.id.substr(0, 10));
    if (!post.canonical.isEmpty())
        m_committed = post.canonical;
    if (!goesOn(post.path, post.target) && !post.canonical.isEmpty() && post.text == m_session->text())
        Q_EMIT committed({.commit = QString::fromStdString(outcome.commit.id),
                          .branch = branch,
                          .text = post.canonical,
                          .path = post.place});
    QStringList sentences = {post.wasPushed ? tr("Committed on %1 and pushed (%2).").arg(branch, commit)
                                            : tr("Committed on %1 (%2).").arg(branch, commit)};
    if (!outcome.commit.isCheckedOut)
        sentences.append(tr("Your own files stay as they are."));
    for (const std::string &problem : {outcome.fetchProblem, outcome.pushProblem}) {
        if (!problem.empty())
            sentences.append(QString::fromStdString(problem));
    }
    QList<Remedy> remedies;
    if (!post.wasPushed) {
        remedies.append({u"takeBack"_s, tr("Take it back"), [this, post] { takeBack(post); }});
    }
    if (!outcome.pullRequest.empty()) {
        const QUrl page(QString::fromStdString(outcome.pullRequest));
        QDesktopServices::openUrl(page);
        remedies.append({u"pullRequest"_s, tr("Open a pull request"), [page] { QDesktopServices::openUrl(page); }});
    }
    const QString words = QString::fromStdString(outcome.said).trimmed();
    if (!words.isEmpty())
        remedies.append({u"words"_s, tr("What git said"), [this, words] { showWords(words); }});
    const bool isWhole = outcome.fetchProblem.empty() && outcome.pushProblem.empty();
    m_messages->tell(isWhole ? MessageBar::Kind::Note : MessageBar::Kind::Warning, sentences.join(u' '), remedies);
}

void ExportCommand::takeBack(const CommittedPost &post)
{
    QtConcurrent::run([repository = post.repository, commit = post.outcome.commit]() mutable {
        return publish::undoCommit(repository, commit);
    }).then(this, [this, post](const std::expected<void, std::string> &done) {
        if (!done) {
            m_messages->tell(MessageBar::Kind::Warning, QString::fromStdString(done.error()));
            return;
        }
        Q_EMIT tookBack(QString::fromStdString(post.outcome.commit.id), post.path, post.place);
        m_messages->tell(MessageBar::Kind::Note, tr("The commit was taken back. Your text is as it was."));
    });
}

void ExportCommand::showWords(const QString &words)
{
    auto *dialog = new QDialog(m_window);
    dialog->setObjectName(u"gitWords"_s);
    dialog->setWindowTitle(tr("What git said"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *text = new QPlainTextEdit(words, dialog);
    text->setReadOnly(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(text);
    resizeWithinScreen(dialog, {720, 360});
    dialog->open();
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/repair_command.h"

#include "ui/dialogs/repair_archive_dialog.h"
#include "ui/dialogs/repair_dialog.h"
#include "ui/editor/rst_editor.h"
#include "ui/theme.h"

#include "session/post_export.h"

#include <QAction>
#include <QFileDialog>
#include <QFutureWatcher>
#include <QPromise>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

RepairCommand::RepairCommand(session::PostSession *session, RstEditor *editor, session::Settings *settings,
                             QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_editor(editor)
    , m_settings(settings)
    , m_window(window)
    , m_repair(new QAction(themeIcon("tools-wizard"_L1), tr("&Repair…"), window))
{
    setObjectName(u"repairCommand"_s);
    m_repair->setObjectName(u"post.repair"_s);
    m_repair->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    window->addAction(m_repair);
    connect(m_repair, &QAction::triggered, this, &RepairCommand::open);
}

RepairCommand::~RepairCommand()
{
    m_survey.request_stop();
}

void RepairCommand::open()
{
    Q_EMIT textNeeded();
    m_dialog = new RepairDialog(
        {.text = m_session->text(), .path = m_session->path(), .blog = m_session->sharedBlog(), .twins = m_twins},
        m_session->displayName(), m_settings->skippedRepairs.value(m_session->path()), m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connectDialog();
    m_dialog->open();
    surveyIfNeeded();
    if (m_twinPath != m_settings->twinPath)
        useTwins(m_settings->twinPath);
}

void RepairCommand::connectDialog()
{
    connect(m_dialog, &RepairDialog::applied, this, [this](const QString &text) {
        m_editor->change(text);
        m_settings->skippedRepairs.remove(m_session->path());
        m_damage.posts.removeIf([this](const auto &post) { return post.path == m_session->path(); });
        m_damage.repaired.append(m_session->path());
    });
    connect(m_dialog, &RepairDialog::nextWanted, this, &RepairCommand::goOn);
    connect(m_dialog, &RepairDialog::skipped, this,
            [this](const QString &reason) { m_settings->skippedRepairs.insert(m_session->path(), reason); });
    connect(m_dialog, &RepairDialog::twinFolderWanted, this, [this] { chooseTwins(true); });
    connect(m_dialog, &RepairDialog::twinFileWanted, this, [this] { chooseTwins(false); });
    connect(m_dialog, &RepairDialog::twinsDropped, this, [this] { useTwins({}); });
    connect(m_dialog, &RepairDialog::archiveWanted, this, [this] { showArchive(std::nullopt); });
    connect(m_dialog, &RepairDialog::ruleWanted, this, [this](repair::RuleId rule) { showArchive(rule); });
}

void RepairCommand::chooseTwins(bool isFolder)
{
    const QString title = tr("Copies of the Posts");
    const QString path =
        isFolder ? QFileDialog::getExistingDirectory(m_dialog, title, m_settings->lastFolder)
                 : QFileDialog::getOpenFileName(m_dialog, title, m_settings->lastFolder,
                                                tr("Blogger exports and Markdown (*.xml *.atom *.md *.markdown)"));
    if (!path.isEmpty())
        useTwins(path);
}

void RepairCommand::useTwins(const QString &path)
{
    m_settings->twinPath = path;
    m_twinPath = path;
    if (path.isEmpty()) {
        takeTwins({});
        return;
    }
    if (m_dialog)
        m_dialog->tell(tr("Reading the copies in %1…").arg(path));
    QtConcurrent::run([path] {
        return session::readTwins(path);
    }).then(this, [this, path](const session::ReadTwins &read) {
        if (path == m_twinPath)
            takeTwins(read);
    });
}

void RepairCommand::takeTwins(const session::ReadTwins &read)
{
    m_twins = read.twins;
    if (!m_dialog)
        return;
    if (!read.problem.isEmpty())
        m_dialog->tell(read.problem);
    else if (m_twins)
        m_dialog->tell(tr("%n copies read; there is none of this post.", nullptr, int(m_twins->size())));
    else
        m_dialog->tell({});
    m_dialog->setTwins(m_twins);
}

/// Once for each folder: the damaged posts are found while the user looks at the first one.
void RepairCommand::surveyIfNeeded()
{
    const QString &path = m_session->path();
    const QString folder = path.isEmpty() ? QString() : session::exportFolder(path, m_session->blog());
    if (folder == m_folder)
        showProgress();
    else if (!folder.isEmpty())
        survey(folder);
}

void RepairCommand::openArchive(const QString &folder)
{
    survey(folder, [this] { showArchive(std::nullopt); });
}

void RepairCommand::stopSurvey()
{
    m_survey.request_stop();
    m_folder.clear(); // what was found is not all
    Q_EMIT surveyProgressed(0, 0);
}

void RepairCommand::survey(const QString &folder, const std::function<void()> &found)
{
    if (m_folder != folder)
        m_damage = {};
    m_folder = folder;
    m_survey.request_stop();
    m_survey = std::stop_source();
    const std::stop_token stop = m_survey.get_token();
    auto *watcher = new QFutureWatcher<session::ArchiveDamage>(this);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this, [this, watcher, stop](int done) {
        if (!stop.stop_requested())
            Q_EMIT surveyProgressed(done, watcher->progressMaximum());
    });
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, stop, folder, found] {
        if (!stop.stop_requested())
            takeSurvey(folder, watcher->result(), found);
        watcher->deleteLater();
    });
    watcher->setFuture(QtConcurrent::run([folder, stop](QPromise<session::ArchiveDamage> &promise) {
        promise.addResult(session::surveyArchive(folder, stop, [&promise](int done, int total) {
            if (done == 0)
                promise.setProgressRange(0, total);
            promise.setProgressValue(done);
        }));
    }));
}

void RepairCommand::takeSurvey(const QString &folder, const session::ArchiveDamage &damage,
                               const std::function<void()> &found)
{
    if (folder != m_folder)
        return;
    m_damage = damage;
    Q_EMIT surveyProgressed(0, 0);
    showProgress();
    if (found)
        found();
}

void RepairCommand::showProgress()
{
    if (!m_dialog)
        return;
    RepairProgress progress = {.repaired = m_damage.repaired.size()};
    for (const session::DamagedPost &post : std::as_const(m_damage.posts)) {
        if (m_settings->skippedRepairs.contains(post.path))
            ++progress.skipped;
        else if (post.path != m_session->path())
            ++progress.left;
    }
    m_dialog->setProgress(progress);
}

void RepairCommand::showArchive(std::optional<repair::RuleId> rule)
{
    repair::RuleSet rules = m_dialog ? m_dialog->rules() : repair::RuleSet::all();
    if (rule)
        rules.add(*rule);
    auto *archive = new RepairArchiveDialog({.damage = m_damage,
                                             .skipped = m_settings->skippedRepairs,
                                             .rule = rule,
                                             .rules = rules,
                                             .twins = m_twins,
                                             .besides = m_session->path()},
                                            m_dialog ? static_cast<QWidget *>(m_dialog) : m_window);
    connect(archive, &RepairArchiveDialog::postWanted, this, [this](const QString &path) {
        if (m_dialog)
            m_dialog->reject();
        openPost(path);
    });
    connect(archive, &RepairArchiveDialog::unskipped, this, [this](const QString &path) {
        m_settings->skippedRepairs.remove(path);
        showProgress();
    });
    connect(archive, &RepairArchiveDialog::archiveChanged, this, [this] { survey(m_folder); });
    archive->open();
}

QString RepairCommand::nextPost() const
{
    const auto next = std::ranges::find_if(m_damage.posts, [this](const session::DamagedPost &post) {
        return post.path != m_session->path() && !m_settings->skippedRepairs.contains(post.path);
    });
    return next == m_damage.posts.end() ? QString() : next->path;
}

void RepairCommand::goOn()
{
    const QString next = nextPost();
    if (next.isEmpty())
        return;
    if (m_editor->document()->isModified())
        Q_EMIT saveNeeded();
    openPost(next);
}

void RepairCommand::openPost(const QString &path)
{
    Q_EMIT openNeeded(path);
    if (m_session->path() == path)
        open();
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/export_command.h"

#include "ui/dialogs/export_dialog.h"
#include "ui/panels/message_bar.h"
#include "ui/theme.h"

#include <QAction>
#include <QDesktopServices>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace ui {

ExportCommand::ExportCommand(session::PostSession *session, MessageBar *messages, QWidget *window)
    : QObject(window)
    , m_session(session)
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
    connect(dialog, &ExportDialog::exported, this, &ExportCommand::tell);
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
    return {.text = m_session->text(), .path = m_session->path(), .blog = m_session->sharedBlog()};
}

void ExportCommand::tell(const QString &path)
{
    const QUrl folder = QUrl::fromLocalFile(QFileInfo(path).absolutePath());
    m_messages->tell(MessageBar::Kind::Note, tr("Exported, ready to commit: %1").arg(path),
                     {{u"openFolder"_s, tr("Show the folder"), [folder] { QDesktopServices::openUrl(folder); }}});
}

} // namespace ui

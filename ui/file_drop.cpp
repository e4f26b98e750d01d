// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/file_drop.h"

#include "ui/editor/pasted_content.h"
#include "ui/editor/rst_editor.h"

#include "session/post_import.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>

namespace ui {

namespace {

bool isWelcome(const QMimeData &dragged)
{
    const QList<QUrl> urls = dragged.urls();
    return (urls.size() == 1 && urls.front().isLocalFile()) || !pictureFiles(dragged).isEmpty();
}

} // namespace

FileDrop::FileDrop(RstEditor *editor, QWidget *window) : QObject(window), m_editor(editor), m_window(window)
{
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool FileDrop::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event); // a drag that enters is one, too
    if (!isWelcome(*drop->mimeData())) {
        drop->ignore();
        return true;
    }
    drop->acceptProposedAction();
    if (event->type() == QEvent::Drop)
        take(*drop->mimeData(), drop->position().toPoint());
    return true;
}

void FileDrop::take(const QMimeData &dropped, const QPoint &place)
{
    if (const QStringList pictures = pictureFiles(dropped); !pictures.isEmpty()) {
        takePictures(pictures, place);
        return;
    }
    const QString path = dropped.urls().front().toLocalFile();
    if (session::isImportable(path))
        Q_EMIT importDropped(path);
    else
        Q_EMIT fileDropped(path);
}

void FileDrop::takePictures(const QStringList &paths, const QPoint &place)
{
    if (!m_editor->isVisible())
        Q_EMIT postNeeded();
    const QWidget *text = m_editor->viewport();
    if (const QPoint inText = text->mapFrom(m_window, place); text->isVisible() && text->rect().contains(inText))
        m_editor->setTextCursor(m_editor->cursorForPosition(inText));
    Q_EMIT picturesDropped(paths);
}

} // namespace ui

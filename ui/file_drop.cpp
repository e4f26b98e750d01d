// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/file_drop.h"

#include "ui/editor/pasted_content.h"
#include "ui/editor/rst_editor.h"

#include "session/post_import.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qsizetype mostFiles =
    10; // each takes a window, and whoever drops a folder's whole content does not mean that

bool isText(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    return ending == u"rst"_s || ending == u"txt"_s || session::isImportable(path);
}

/// One file, whatever it is, or several that are texts; nothing, where there is anything else.
QStringList textFiles(const QMimeData &dragged)
{
    const QList<QUrl> urls = dragged.urls();
    QStringList paths;
    for (const QUrl &url : urls) {
        if (!url.isLocalFile() || (urls.size() > 1 && !isText(url.toLocalFile())))
            return {};
        paths.append(url.toLocalFile());
    }
    return paths;
}

bool isWelcome(const QMimeData &dragged)
{
    return !textFiles(dragged).isEmpty() || !pictureFiles(dragged).isEmpty();
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
    const QStringList paths = textFiles(dropped);
    if (paths.size() <= mostFiles)
        Q_EMIT filesDropped(paths);
    else
        Q_EMIT refused(
            tr("That are %1 files, and each would take a window. Drop %2 at most.").arg(paths.size()).arg(mostFiles));
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

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/file_drop.h"

#include "ui/editor/rst_editor.h"

#include "session/post_import.h"
#include "session/post_pictures.h"

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

struct DraggedFiles {
    QStringList pictures = {};
    QStringList texts = {};
};

/// Pictures and texts, or one file, whatever it is; nothing, where there is anything else.
DraggedFiles filesOf(const QMimeData &dragged)
{
    const QList<QUrl> urls = dragged.urls();
    DraggedFiles files;
    for (const QUrl &url : urls) {
        const QString path = url.toLocalFile(); // empty for an address of the web
        if (session::isPictureFile(path))
            files.pictures.append(path);
        else if (!path.isEmpty() && (urls.size() == 1 || isText(path)))
            files.texts.append(path);
        else
            return {};
    }
    return files;
}

bool isWelcome(const QMimeData &dragged)
{
    const DraggedFiles files = filesOf(dragged);
    return !files.texts.isEmpty() || !files.pictures.isEmpty();
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
    const auto [pictures, texts] = filesOf(dropped);
    if (texts.size() > mostFiles) {
        Q_EMIT refused(
            tr("Those are %1 files, and each would take a window. Drop %2 at most.").arg(texts.size()).arg(mostFiles));
        return;
    }
    if (pictures.isEmpty()) {
        Q_EMIT filesDropped(texts);
        return;
    }
    takePictures(pictures, place);
    if (!texts.isEmpty())
        Q_EMIT windowsNeeded(texts); // this one shows the post that the pictures are for
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

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QStringList>

class QMimeData;
class QPoint;
class QWidget;

namespace ui {

class RstEditor;

/// Files that are dropped onto the window: one file, whatever it is, or posts and what can be imported, a few at once, and
/// pictures, as many as there are. Pictures come where they are dropped, if that is in the text.
class FileDrop : public QObject
{
    Q_OBJECT

public:
    FileDrop(RstEditor *editor, QWidget *window);

Q_SIGNALS:
    /// Pictures are for a post, and none is open.
    void postNeeded();
    /// The cursor is where they are to be shown.
    void picturesDropped(const QStringList &paths);
    void filesDropped(const QStringList &paths);
    /// These files came with pictures, which are for the post that is open.
    void windowsNeeded(const QStringList &paths);
    /// These files are not opened, and why.
    void refused(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(const QMimeData &dropped, const QPoint &place);
    void takePictures(const QStringList &paths, const QPoint &place);

    RstEditor *m_editor;
    QWidget *m_window;
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QString>
#include <QTextCursor>

#include <functional>

namespace ui {

class RstEditor;

/// Puts texts in place of selections; a long one piece by piece, so that the window answers meanwhile. It is one step of
/// the undo stack all the same; until it is all there, nothing else can be typed.
class LargeInsertion : public QObject
{
    Q_OBJECT

public:
    explicit LargeInsertion(RstEditor *editor);

    /// `finished` is run when the text is there, and never if another post takes the editor before.
    void insert(const QTextCursor &cursor, const QString &text, const std::function<void()> &finished);

Q_SIGNALS:
    /// A long text begins to come in, or has come in.
    void underWay(bool isUnderWay);

private:
    void insertPiece();
    void insertNext(qsizetype end);
    void cancel();

    RstEditor *m_editor;
    QTextCursor m_cursor;
    QString m_text; // empty while nothing is under way
    qsizetype m_inserted = 0;
    std::function<void()> m_finished;
};

} // namespace ui

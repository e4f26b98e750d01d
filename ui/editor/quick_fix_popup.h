// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/quick_fix_search.h"

#include <QFrame>

#include <vector>

class QLabel;
class QListWidget;

namespace ui {

/// The fixes for a place: the problem, what can be done, and below it the lines as they are and as they would be.
/// Arrows choose, Return does it, Escape leaves. Deletes itself when it closes.
class QuickFixPopup : public QFrame
{
    Q_OBJECT

public:
    QuickFixPopup(const std::vector<session::OfferedFix> &fixes, const QString &text, QWidget *parent);

    /// Below a place of the screen, or where there is room.
    void showAt(QPoint place);

Q_SIGNALS:
    void chosen(const session::QuickFix &fix);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showEffect(int row);
    void choose(int row);

    std::vector<session::OfferedFix> m_fixes;
    QString m_text;
    QLabel *m_problem;
    QListWidget *m_list;
    QLabel *m_effect;
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

#include <optional>

class QPlainTextEdit;

namespace ui {

/// Keeps lines where their reader sees them when a message above the text, or the form, comes, goes or grows: the text is
/// scrolled by as much as its view has moved. A line that has the cursor stays in view.
class SteadyView : public QObject
{
    Q_OBJECT

public:
    explicit SteadyView(QPlainTextEdit *text);

    /// Whether it is this that scrolls the text now, and no reader.
    [[nodiscard]] bool isScrolling() const { return m_isScrolling; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void settle();

    QPlainTextEdit *m_text;
    std::optional<int> m_top; // in the window, as last seen
    bool m_showsCursor = false;
    bool m_isMoving = false;
    bool m_isScrolling = false;
};

} // namespace ui

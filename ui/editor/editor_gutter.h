// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QTextBlock;

namespace ui {

class RstEditor;

/// Line numbers at the left of the text, the icons of lines that have problems, and the marks of what can be folded.
class EditorGutter : public QWidget
{
    Q_OBJECT

public:
    explicit EditorGutter(RstEditor *editor);

    [[nodiscard]] QSize sizeHint() const override;
    /// Follows the text's viewport.
    void follow(const QRect &changed, int scrolledBy);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] int iconSpace() const;
    [[nodiscard]] int foldSpace() const;
    void paintFold(QPainter &painter, const QTextBlock &block, int top) const;

    RstEditor *m_editor;
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

namespace ui {

class RstEditor;

/// Line numbers at the left of the text, and the icons of lines that have problems.
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

    RstEditor *m_editor;
};

} // namespace ui

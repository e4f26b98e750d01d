// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QLabel>

namespace ui {

/// A line that takes the room there is: what does not fit ends in an ellipsis, and the tool tip has all of it.
class ElidedLabel : public QLabel
{
public:
    explicit ElidedLabel(QWidget *parent) : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }

    void setLine(const QString &line)
    {
        if (line == m_line)
            return;
        m_line = line;
        setAccessibleName(line);
        elide();
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QLabel::resizeEvent(event);
        elide();
    }

private:
    void elide()
    {
        setText(fontMetrics().elidedText(m_line, Qt::ElideRight, contentsRect().width()));
        setToolTip(text() == m_line ? QString() : m_line.toHtmlEscaped());
    }

    QString m_line;
};

} // namespace ui

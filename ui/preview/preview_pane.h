// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QLabel;

namespace ui {

class PreviewView;

/// The preview with the line above it that says what it shows, and that it reaches nobody.
class PreviewPane : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPane(QWidget *parent = nullptr);

    [[nodiscard]] PreviewView *view() const { return m_view; }
    /// Says that the preview is not of the text as it stands, as with a very large post; empty for nothing to say.
    void setRemark(const QString &remark);

private:
    QLabel *m_remark;
    PreviewView *m_view;
};

} // namespace ui

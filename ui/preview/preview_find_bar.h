// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace ui {

class PreviewView;

/// Finds words in the preview.
class PreviewFindBar : public QWidget
{
    Q_OBJECT

public:
    PreviewFindBar(PreviewView *view, QWidget *parent);

    /// Shows itself, with the keyboard in its field.
    void start();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void find(bool backwards);
    void ask(bool backwards, int request, int asked);

    PreviewView *m_view;
    QLineEdit *m_words;
    QLabel *m_count;
    int m_request = 0; // of which an answer counts
};

} // namespace ui

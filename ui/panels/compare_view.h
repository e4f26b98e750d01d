// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_difference.h"

#include <QTabWidget>

class QLabel;
class QPlainTextEdit;

namespace ui {

class PreviewView;

/// Two states of a post to be compared.
struct Comparison {
    QString earlier = {};
    session::RenderRequest later = {};
};

/// The difference between two states of a post: as readers see it, and as text. It is made on a thread of the pool.
class CompareView : public QTabWidget
{
    Q_OBJECT

public:
    explicit CompareView(QWidget *parent = nullptr);

    void compare(const Comparison &comparison);

Q_SIGNALS:
    /// In one sentence, how much there is to see.
    void compared(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void show(const session::PostDifference &difference);

    PreviewView *m_page;
    QPlainTextEdit *m_text;
    int m_latest = 0; // comparison; a result for another comes too late
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_repair.h"

#include <QTabWidget>

class QPlainTextEdit;

namespace ui {

class PreviewView;
class TwinView;

/// A post before and after its repair: as pages, as texts, as their difference, and beside its copy.
class RepairViews : public QTabWidget
{
    Q_OBJECT

public:
    explicit RepairViews(const session::RepairRequest &request, QWidget *parent = nullptr);

    void show(const session::RepairPreview &preview);
    /// Marks places in both texts.
    void mark(const QList<session::RepairPlace> &places);
    /// Scrolls pages and texts to a place.
    void goTo(const session::RepairPlace &place);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makePages(const session::RepairRequest &request);
    [[nodiscard]] QWidget *makeTexts();

    session::RenderingPtr m_beforePage, m_afterPage;
    PreviewView *m_before;
    PreviewView *m_after;
    QPlainTextEdit *m_beforeText;
    QPlainTextEdit *m_afterText;
    QPlainTextEdit *m_difference;
    TwinView *m_twin;
};

} // namespace ui

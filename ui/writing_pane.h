// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

namespace ui {

class FindBar;
class MetadataForm;
class RstEditor;
class SteadyView;

/// Where a post is written: its form, its text, and the strip that finds and replaces.
class WritingPane : public QWidget
{
    Q_OBJECT

public:
    explicit WritingPane(QWidget *parent = nullptr);

    [[nodiscard]] MetadataForm *form() const { return m_form; }
    [[nodiscard]] RstEditor *editor() const { return m_editor; }
    [[nodiscard]] const SteadyView *steadyView() const { return m_steady; }
    [[nodiscard]] FindBar *findBar() const { return m_findBar; }

    /// Whether the user wants the form open, though there may be no room for it now.
    [[nodiscard]] bool wantsForm() const;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void giveRoom();
    void foldForm(bool isFolded);

    MetadataForm *m_form;
    RstEditor *m_editor;
    SteadyView *m_steady;
    FindBar *m_findBar;
    bool m_isFoldedForRoom = false; // the form, until there is more room or the user opens it
};

} // namespace ui

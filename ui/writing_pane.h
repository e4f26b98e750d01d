// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

namespace ui {

class FindBar;
class MetadataForm;
class RstEditor;

/// Where a post is written: its form, its text, and the strip that finds and replaces.
class WritingPane : public QWidget
{
    Q_OBJECT

public:
    explicit WritingPane(QWidget *parent = nullptr);

    [[nodiscard]] MetadataForm *form() const { return m_form; }
    [[nodiscard]] RstEditor *editor() const { return m_editor; }
    [[nodiscard]] FindBar *findBar() const { return m_findBar; }

private:
    MetadataForm *m_form;
    RstEditor *m_editor;
    FindBar *m_findBar;
};

} // namespace ui

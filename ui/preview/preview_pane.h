// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace ui {

class PreviewFindBar;
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
    /// What the preview can show otherwise, offered at its title.
    void setMenu(QMenu *menu);
    void setTitle(const QString &title);
    /// The hosts that pictures may come from; none of them means that the network is not touched.
    void setAllowedHosts(const QStringList &hosts);
    [[nodiscard]] PreviewFindBar *findBar() const { return m_findBar; }

private:
    QToolButton *m_title;
    QLabel *m_remark;
    QLabel *m_network;
    PreviewView *m_view;
    PreviewFindBar *m_findBar;
};

} // namespace ui

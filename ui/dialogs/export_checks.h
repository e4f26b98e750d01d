// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_export.h"

#include <QWidget>

#include <stop_token>

class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace ui {

/// The checklist of an export: each check with its mark, what is known only when servers are asked, and the one place where
/// doubts are overruled.
class ExportChecks : public QWidget
{
    Q_OBJECT

public:
    explicit ExportChecks(QWidget *parent = nullptr);
    ~ExportChecks() override;

    void show(const session::ExportRequest &request, const session::ExportPreview &preview);
    /// Whether nothing is doubtful, or the user knows about it.
    [[nodiscard]] bool isAccepted() const;
    /// Whether something may be asked now.
    void setReady(bool isReady);

Q_SIGNALS:
    void acceptanceChanged();
    /// The user wants to see the place in the text that a check is about, a range of bytes.
    void placeWanted(std::size_t begin, std::size_t end);
    /// The text shows pictures from other places now.
    void textChanged(const QString &text);

private:
    void layOut();
    void showChecks();
    void activate(int row);
    void checkLinks();
    void takeLinks(const std::vector<publish::Check> &checks);
    void askForPictures();
    void bringPictures();
    void updateButtons();

    session::ExportRequest m_request;
    session::ExportPreview m_preview;
    std::vector<publish::Check> m_shown;
    std::stop_source m_stop;
    int m_number = 0; // of what is shown
    bool m_isReady = false;
    bool m_isAsking = false;
    QListWidget *m_checks;
    QPushButton *m_links;
    QPushButton *m_pictures;
    QLabel *m_asking;
    QCheckBox *m_overrule;
};

} // namespace ui

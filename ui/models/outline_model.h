// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/rendering.h"

#include <QStandardItemModel>

namespace ui {

/// The headings of the open post, as a tree.
class OutlineModel : public QStandardItemModel
{
    Q_OBJECT

public:
    enum Role { BeginRole = Qt::UserRole, EndRole };

    explicit OutlineModel(QObject *parent = nullptr);

    /// Does nothing if the headings are those already shown; moved ones keep their rows.
    void setOutline(const std::vector<session::OutlineEntry> &outline);
    [[nodiscard]] session::TextRange rangeOf(const QModelIndex &index) const;
    /// The heading under which a position of the text stands.
    [[nodiscard]] QModelIndex indexAt(int position) const;

private:
    QList<QStandardItem *> m_rows; // in the order of the text
    std::vector<session::OutlineEntry> m_outline;
};

} // namespace ui

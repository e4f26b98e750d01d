// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/problems.h"

#include <QAbstractTableModel>
#include <QPalette>

#include <vector>

namespace ui {

/// The problems of the open post, one a row.
class ProblemsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { SeverityColumn, PlaceColumn, MessageColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setProblems(std::vector<session::Problem> problems);
    [[nodiscard]] const std::vector<session::Problem> &problems() const { return m_problems; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void problemsChanged();

private:
    void tellOfMoved(const std::vector<int> &rows);

    std::vector<session::Problem> m_problems;
};

} // namespace ui

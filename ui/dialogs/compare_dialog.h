// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/panels/compare_view.h"
#include "ui/panels/message_bar.h"

#include <QDialog>

namespace ui {

/// Shows what differs between two states of a post, with what can be done about it. It deletes itself.
class CompareDialog : public QDialog
{
    Q_OBJECT

public:
    /// `direction` says which state is the earlier one. A remedy closes the dialog as accepted; closing it, as rejected.
    CompareDialog(const QString &title, const QString &direction, const Comparison &comparison,
                  const QList<Remedy> &remedies, QWidget *parent);
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/dialogs/compare_dialog.h"

#include "ui/dialogs/dialog_size.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

CompareDialog::CompareDialog(const QString &title, const QString &direction, const Comparison &comparison,
                             const QList<Remedy> &remedies, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"compareDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    auto *view = new CompareView(this);
    auto *sentence = new QLabel(direction, this);
    sentence->setObjectName(u"compare.sentence"_s);
    sentence->setTextFormat(Qt::PlainText);
    connect(view, &CompareView::compared, sentence,
            [sentence, direction](const QString &words) { sentence->setText(direction + u". "_s + words); });

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (const Remedy &remedy : remedies) {
        auto *button = buttons->addButton(remedy.label, QDialogButtonBox::ActionRole);
        button->setObjectName(u"compare."_s + remedy.name);
        connect(button, &QPushButton::clicked, this, [this, run = remedy.run] {
            accept();
            run();
        });
    }
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->setContentsMargins(18, 18, 18, 14);
    column->addWidget(sentence);
    column->addWidget(view, 1);
    column->addWidget(buttons);
    resizeWithinScreen(this, {980, 760});
    view->compare(comparison);
}

} // namespace ui

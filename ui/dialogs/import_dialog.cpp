// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/dialogs/import_dialog.h"

#include "ui/dialogs/dialog_size.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

ImportDialog::ImportDialog(std::vector<session::ImportedText> posts, QWidget *parent)
    : QDialog(parent)
    , m_posts(std::move(posts))
    , m_filter(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_open(new QPushButton(tr("&Open as a New Post"), this))
{
    setObjectName(u"importDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import — %n post(s)", nullptr, int(m_posts.size())));
    m_filter->setObjectName(u"import.filter"_s);
    m_filter->setAccessibleName(tr("Words of a title, or a date"));
    m_filter->setPlaceholderText(tr("Words of a title, or a date"));
    m_filter->setClearButtonEnabled(true);
    m_list->setObjectName(u"import.posts"_s);
    m_list->setAccessibleName(tr("Posts"));
    m_list->setUniformItemSizes(true);
    for (const session::ImportedText &post : m_posts)
        m_list->addItem(u"%1   %2"_s.arg(post.date.isEmpty() ? tr("draft") : post.date,
                                         post.title.isEmpty() ? tr("Untitled") : post.title));
    m_open->setObjectName(u"import.open"_s);
    m_open->setDefault(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_open, QDialogButtonBox::AcceptRole);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->setContentsMargins(18, 18, 18, 14);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    resizeWithinScreen(this, {640, 480});

    connect(m_filter, &QLineEdit::textChanged, this, &ImportDialog::filter);
    connect(m_list, &QListWidget::itemActivated, this, &ImportDialog::choose);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { m_open->setEnabled(row >= 0); });
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    filter({});
    m_filter->setFocus();
}

/// Shows the posts that have all the words, and goes to the first.
void ImportDialog::filter(const QString &words)
{
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const bool isShown = std::ranges::all_of(
            wanted, [item](const QString &word) { return item->text().contains(word, Qt::CaseInsensitive); });
        item->setHidden(!isShown);
        if (isShown && first < 0)
            first = row;
    }
    m_list->setCurrentRow(first);
    m_open->setEnabled(first >= 0);
}

void ImportDialog::choose()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    accept();
    Q_EMIT chosen(m_posts[std::size_t(row)]);
}

} // namespace ui

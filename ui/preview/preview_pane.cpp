// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/preview/preview_pane.h"

#include "ui/preview/preview_view.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

PreviewPane::PreviewPane(QWidget *parent) : QWidget(parent), m_remark(new QLabel(this)), m_view(new PreviewView(this))
{
    setFocusProxy(m_view);
    auto *title = new QLabel(tr("Page"), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    m_remark->setObjectName(u"preview.remark"_s);
    m_remark->setForegroundRole(QPalette::PlaceholderText);
    auto *network = new QLabel(tr("Network: off"), this);
    network->setObjectName(u"preview.network"_s);
    network->setForegroundRole(QPalette::PlaceholderText);
    network->setToolTip(tr("The preview loads nothing from the network, and runs no scripts of the post."));

    auto *head = new QHBoxLayout;
    head->setContentsMargins(14, 6, 14, 6);
    head->addWidget(title);
    head->addWidget(m_remark, 1);
    head->addWidget(network);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_view, 1);
}

void PreviewPane::setRemark(const QString &remark)
{
    m_remark->setText(remark);
}

} // namespace ui

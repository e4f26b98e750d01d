// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/preview/preview_pane.h"

#include "ui/preview/preview_find_bar.h"
#include "ui/preview/preview_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

PreviewPane::PreviewPane(QWidget *parent)
    : QWidget(parent)
    , m_title(new QToolButton(this))
    , m_remark(new QLabel(this))
    , m_network(new QLabel(this))
    , m_view(new PreviewView(this))
    , m_findBar(new PreviewFindBar(m_view, this))
{
    setFocusProxy(m_view);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setObjectName(u"preview.title"_s);
    m_title->setFont(bold);
    m_title->setAutoRaise(true);
    m_title->setPopupMode(QToolButton::InstantPopup);
    m_title->setToolTip(tr("What the preview shows, and how wide"));
    setTitle(tr("Page"));
    m_remark->setObjectName(u"preview.remark"_s);
    m_remark->setForegroundRole(QPalette::PlaceholderText);
    m_network->setObjectName(u"preview.network"_s);
    m_network->setForegroundRole(QPalette::PlaceholderText);
    setAllowedHosts({});

    auto *head = new QHBoxLayout;
    head->setContentsMargins(10, 3, 14, 3);
    head->addWidget(m_title);
    head->addWidget(m_remark, 1);
    head->addWidget(m_network);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    column->addWidget(m_findBar);
}

void PreviewPane::setRemark(const QString &remark)
{
    m_remark->setText(remark);
}

void PreviewPane::setMenu(QMenu *menu)
{
    m_title->setMenu(menu);
}

void PreviewPane::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setAccessibleName(tr("The preview shows: %1").arg(title));
}

void PreviewPane::setAllowedHosts(const QStringList &hosts)
{
    if (hosts.isEmpty()) {
        m_network->setText(tr("Network: off"));
        m_network->setToolTip(tr("The preview loads nothing from the network, and runs no scripts of the post."));
        return;
    }
    m_network->setText(hosts.size() == 1 ? tr("Network: pictures of %1").arg(hosts.front())
                                         : tr("Network: pictures of %n hosts", nullptr, int(hosts.size())));
    m_network->setToolTip(tr("Loaded from the network, because you allowed it: pictures of %1. Nothing else is.")
                              .arg(hosts.join(u", "_s)));
}

} // namespace ui

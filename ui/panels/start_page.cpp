// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/panels/start_page.h"

#include "ui/plain_words.h"
#include "ui/theme.h"

#include <QCommandLinkButton>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QCommandLinkButton *choice(const QString &name, QLatin1StringView icon, const QString &title,
                           const QString &description, QWidget *parent)
{
    auto *button = new QCommandLinkButton(title, description, parent);
    button->setObjectName(u"start."_s + name);
    button->setIcon(themeIcon(icon));
    button->setIconSize({32, 32});
    button->setAccessibleName(title);
    button->setAccessibleDescription(description);
    return button;
}

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_recentTitle(new QLabel(tr("Continue"), this))
    , m_recent(new QListWidget(this))
{
    setObjectName(u"startPage"_s);
    auto *title = new QLabel(tr("What would you like to announce?"), this);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.9);
    title->setFont(large);
    QFont middle = font();
    middle.setBold(true);
    m_recentTitle->setFont(middle);

    auto *newPost =
        choice(u"new"_s, "document-new"_L1, tr("New post"), tr("An empty post, dated when you say so"), this);
    auto *open = choice(u"open"_s, "document-open"_L1, tr("Open a post…"), tr("A .rst file of your blog"), this);
    auto *example = choice(u"example"_s, "help-hint"_L1, tr("Look at an example"),
                           tr("A finished announcement, to try things on"), this);
    connect(newPost, &QAbstractButton::clicked, this, &StartPage::newPostRequested);
    connect(open, &QAbstractButton::clicked, this, &StartPage::openRequested);
    connect(example, &QAbstractButton::clicked, this, &StartPage::exampleRequested);

    m_recent->setObjectName(u"start.recent"_s);
    m_recent->setAccessibleName(tr("Recent posts"));
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setAlternatingRowColors(false);
    m_recent->setSpacing(1);
    m_recent->setMinimumHeight(120);
    m_recent->viewport()->setAutoFillBackground(false);
    const auto openItem = [this](const QListWidgetItem *item) {
        Q_EMIT recentRequested(item->data(Qt::UserRole).toString());
    };
    connect(m_recent, &QListWidget::itemClicked, this, openItem);
    connect(m_recent, &QListWidget::itemActivated, this, openItem);

    auto *hint = new QLabel(tr("You can also drop a post anywhere on this window."), this);
    hint->setForegroundRole(QPalette::PlaceholderText);

    auto *column = new QGridLayout;
    column->setHorizontalSpacing(18);
    column->setVerticalSpacing(14);
    column->addWidget(title, 0, 0, 1, 3);
    column->addWidget(newPost, 1, 0);
    column->addWidget(open, 1, 1);
    column->addWidget(example, 1, 2);
    column->addWidget(m_recentTitle, 2, 0, 1, 3);
    column->addWidget(m_recent, 3, 0, 1, 3);
    column->addWidget(hint, 4, 0, 1, 3);
    column->setRowMinimumHeight(2, 34);

    auto *page = new QGridLayout(this);
    page->addLayout(column, 1, 1);
    page->setRowStretch(0, 2);
    page->setRowStretch(1, 5);
    page->setRowStretch(2, 2);
    page->setColumnStretch(0, 1);
    page->setColumnStretch(1, 4);
    page->setColumnStretch(2, 1);
    page->setContentsMargins(24, 24, 24, 24);
    setFocusProxy(newPost);
}

void StartPage::setRecentPosts(const QList<session::RecentPost> &posts)
{
    m_recent->clear();
    for (const session::RecentPost &post : posts) {
        const QFileInfo file(post.path);
        if (!file.exists())
            continue;
        const QString when = QLocale().toString(post.opened.toLocalTime(), QLocale::ShortFormat);
        const QString title = post.title.isEmpty() ? file.fileName() : post.title;
        auto *item = new QListWidgetItem(u"%1\n%2 — %3"_s.arg(title, file.fileName(), when), m_recent);
        item->setData(Qt::UserRole, post.path);
        item->setToolTip(plainToolTip(post.path));
    }
    m_recentTitle->setVisible(m_recent->count() > 0);
    m_recent->setVisible(m_recent->count() > 0);
}

} // namespace ui

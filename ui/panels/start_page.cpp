// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/panels/start_page.h"

#include "ui/panels/archive_line.h"
#include "ui/plain_words.h"
#include "ui/section_title.h"
#include "ui/theme.h"

#include "session/text_statistics.h"

#include <QCommandLinkButton>
#include <QFileInfo>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int cardsInRow = 3;
constexpr int widestColumn = 900; // pixels; longer lines are hard to read

/// An icon for the templates that everybody has; the blog's own share one.
QLatin1StringView iconOf(const QString &name)
{
    static const QHash<QString, QLatin1StringView> icons = {
        {u"plain"_s, "document-new"_L1},         {u"election"_s, "view-list-details"_L1},
        {u"grants"_s, "view-financial-list"_L1}, {u"release"_s, "package-x-generic"_L1},
        {u"colleague"_s, "user-identity"_L1},    {u"event"_s, "view-calendar"_L1}};
    return icons.value(name, "document-edit"_L1);
}

/// Fusion draws no focus on a flat button, and who has but a keyboard must see where it is.
template <class Button>
class FlatButton : public Button
{
public:
    using Button::Button;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        Button::paintEvent(event);
        if (!this->hasFocus())
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(this->palette().color(QPalette::Highlight), 2));
        painter.drawRoundedRect(this->rect().adjusted(1, 1, -1, -1), 3, 3);
    }
};

QCommandLinkButton *card(const StartTemplate &kind, QWidget *parent)
{
    auto *button = new FlatButton<QCommandLinkButton>(kind.label, kind.about, parent);
    // The first one is the one that most people want; tests know it by a shorter name.
    button->setObjectName(kind.name == "plain"_L1 ? u"start.new"_s : u"start.new."_s + kind.name);
    button->setIcon(themeIcon(iconOf(kind.name)));
    button->setIconSize({32, 32});
    button->setAccessibleName(kind.label);
    button->setAccessibleDescription(kind.about);
    return button;
}

QPushButton *choice(const QString &name, QLatin1StringView icon, const QString &text, QWidget *parent)
{
    auto *button = new FlatButton<QPushButton>(themeIcon(icon), text, parent);
    button->setObjectName(u"start."_s + name);
    button->setFlat(true);
    return button;
}

} // namespace

StartPage::StartPage(QWidget *parent)
    : QScrollArea(parent)
    , m_recentTitle(sectionTitle(tr("Continue"), this))
    , m_recent(new QListWidget(this))
    , m_draftsTitle(sectionTitle(tr("Recovered"), this))
    , m_drafts(new QWidget(this))
    , m_templates(new QWidget(this))
    , m_archiveTitle(sectionTitle(tr("Archive"), this))
    , m_archive(new ArchiveLine(this))
{
    setObjectName(u"startPage"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    m_drafts->setLayout(new QVBoxLayout);
    m_drafts->layout()->setContentsMargins({});
    m_drafts->hide();
    m_draftsTitle->hide();
    m_archiveTitle->hide();
    m_templates->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_templates->setLayout(new QGridLayout);
    m_templates->layout()->setContentsMargins({});

    m_recent->setObjectName(u"start.recent"_s);
    m_recent->setAccessibleName(tr("Recent posts"));
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setAlternatingRowColors(false);
    m_recent->setSpacing(1);
    m_recent->viewport()->setAutoFillBackground(false);
    const auto openItem = [this](const QListWidgetItem *item) {
        Q_EMIT recentRequested(item->data(Qt::UserRole).toString());
    };
    connect(m_recent, &QListWidget::itemClicked, this, openItem);
    connect(m_recent, &QListWidget::itemActivated, this, openItem);
    layOut();
}

void StartPage::layOut()
{
    auto *page = new QWidget(this);
    auto *title = new QLabel(tr("What would you like to announce?"), page);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.9);
    title->setFont(large);

    auto *choices = new QHBoxLayout;
    auto *blog = choice(u"blog"_s, "folder-open"_L1, tr("Choose blog folder…"), page);
    auto *open = choice(u"open"_s, "document-open"_L1, tr("Open a post…"), page);
    auto *paste = choice(u"paste"_s, "edit-paste"_L1, tr("Paste from clipboard"), page);
    auto *example = choice(u"example"_s, "help-hint"_L1, tr("Look at an example"), page);
    for (QPushButton *button : {open, paste, blog, example})
        choices->addWidget(button);
    choices->addStretch();
    connect(blog, &QAbstractButton::clicked, this, &StartPage::blogRequested);
    connect(open, &QAbstractButton::clicked, this, &StartPage::openRequested);
    connect(paste, &QAbstractButton::clicked, this, &StartPage::pasteRequested);
    connect(example, &QAbstractButton::clicked, this, &StartPage::exampleRequested);
    auto *hint = new QLabel(
        tr("You can also drop posts, files to import, or pictures for a new post, anywhere on this window."), page);
    hint->setForegroundRole(QPalette::PlaceholderText);

    auto *inner = new QWidget(page);
    inner->setMaximumWidth(widestColumn);
    auto *column = new QVBoxLayout(inner);
    column->setSpacing(10);
    column->addWidget(title);
    column->addSpacing(6);
    column->addWidget(m_templates);
    column->addSpacing(6);
    column->addWidget(m_draftsTitle);
    column->addWidget(m_drafts);
    column->addWidget(m_recentTitle);
    column->addWidget(m_recent, 4);
    column->addWidget(m_archiveTitle);
    column->addWidget(m_archive);
    column->addLayout(choices);
    column->addWidget(hint);
    column->addStretch(1);
    auto *rows = new QGridLayout(page);
    rows->addWidget(inner, 1, 1);
    rows->setRowStretch(0, 1);
    rows->setRowStretch(1, 6);
    rows->setRowStretch(2, 1);
    rows->setColumnStretch(0, 1);
    rows->setColumnStretch(1, 8);
    rows->setColumnStretch(2, 1);
    setWidget(page);
}

void StartPage::setTemplates(const QList<StartTemplate> &templates)
{
    const bool hadFocus = m_templates->isAncestorOf(focusWidget());
    qDeleteAll(m_templates->findChildren<QCommandLinkButton *>());
    auto *grid = static_cast<QGridLayout *>(m_templates->layout());
    for (int i = 0; i < templates.size(); ++i) {
        auto *button = card(templates[i], m_templates);
        button->installEventFilter(this);
        grid->addWidget(button, i / cardsInRow, i % cardsInRow);
        connect(button, &QAbstractButton::clicked, this,
                [this, name = templates[i].name] { Q_EMIT templateRequested(name); });
    }
    orderTabs();
    if (hadFocus)
        focusFirst();
}

void StartPage::focusFirst()
{
    // No proxy of the page's focus: Qt gives the focus to that whenever Tab comes to the page itself, and nothing behind it
    // in the chain would ever be reached.
    if (auto *first = m_templates->findChild<QCommandLinkButton *>())
        first->setFocus();
}

/// As it is seen. What is made anew would come last.
void StartPage::orderTabs()
{
    QList<QWidget *> order;
    const auto addButtons = [&order](const QWidget *part) {
        for (auto *button : part->findChildren<QPushButton *>())
            order.append(button);
    };
    addButtons(m_templates);
    addButtons(m_drafts);
    order.append(m_recent);
    addButtons(m_archive);
    for (const QString &name : {u"start.open"_s, u"start.paste"_s, u"start.blog"_s, u"start.example"_s})
        order.append(findChild<QPushButton *>(name));
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

/// Up and down go by rows, as the cards are seen; Qt goes through them one by one. Above and below them, its way goes on.
bool StartPage::eventFilter(QObject *watched, QEvent *event)
{
    const int key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event)->key() : 0;
    if ((key != Qt::Key_Up && key != Qt::Key_Down) || watched->parent() != m_templates)
        return QScrollArea::eventFilter(watched, event);
    const auto *grid = static_cast<QGridLayout *>(m_templates->layout());
    const auto cardAt = [grid](int index) { return grid->itemAtPosition(index / cardsInRow, index % cardsInRow); };
    int index = 0;
    while (cardAt(index) && cardAt(index)->widget() != watched)
        ++index;
    const int wanted = index + (key == Qt::Key_Down ? cardsInRow : -cardsInRow);
    if (wanted >= 0 && cardAt(wanted))
        cardAt(wanted)->widget()->setFocus(key == Qt::Key_Down ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    else
        leaveCards(key == Qt::Key_Down);
    return true;
}

/// From the last one, or the first, the next is none of them.
void StartPage::leaveCards(bool isDown)
{
    const auto *grid = static_cast<QGridLayout *>(m_templates->layout());
    grid->itemAt(isDown ? grid->count() - 1 : 0)->widget()->setFocus();
    focusNextPrevChild(isDown);
}

void StartPage::setArchive(const std::vector<archive::ArchivedPost> &posts)
{
    m_archive->setPosts(posts);
    m_archiveTitle->setVisible(!posts.empty());
}

void StartPage::setRecentPosts(const QList<session::RecentPost> &posts)
{
    m_recent->clear();
    QList<session::RecentPost> present;
    const QDateTime now = QDateTime::currentDateTime();
    for (const session::RecentPost &post : posts) {
        const QFileInfo file(post.path);
        const bool isOnBranch = session::isOnBranchOnly(post);
        if (!file.exists() && !isOnBranch)
            continue;
        present.append(post);
        const QString title = post.title.isEmpty() ? file.fileName() : post.title;
        const QString place =
            isOnBranch ? tr("%1 on the branch %2").arg(file.fileName(), post.branch) : file.fileName();
        auto *item = new QListWidgetItem(
            u"%1\n%2 · %3"_s.arg(title, place, session::ageInWords(post.opened.toLocalTime(), now)), m_recent);
        item->setData(Qt::UserRole, post.path);
        item->setToolTip(plainToolTip(post.path));
    }
    m_recentTitle->setVisible(!present.isEmpty());
    m_recent->setVisible(!present.isEmpty());
    fitRecent();
    if (present.isEmpty())
        return;
    session::summariesOf(present).then(this, [this, fill = ++m_fill](const QList<session::PostSummary> &summaries) {
        if (fill == m_fill)
            showSummaries(summaries);
    });
}

void StartPage::showSummaries(const QList<session::PostSummary> &summaries)
{
    for (int row = 0; row < std::min(int(summaries.size()), m_recent->count()); ++row) {
        const session::PostSummary &summary = summaries[row];
        QListWidgetItem *item = m_recent->item(row);
        item->setHidden(summary.isGone);
        if (summary.title.isEmpty() || item->data(Qt::UserRole) != summary.path)
            continue;
        const QString below = item->text().section(u'\n', 1);
        item->setText(u"%1\n%2 · %3"_s.arg(summary.title, session::stateInWords(summary, QDate::currentDate()), below));
    }
    fitRecent();
}

/// A few posts leave no hole below them, though many may have all the room there is.
void StartPage::fitRecent()
{
    int height = 2 * m_recent->frameWidth();
    for (int row = 0; row < m_recent->count(); ++row) {
        if (!m_recent->item(row)->isHidden())
            height += m_recent->sizeHintForRow(row) + 2 * m_recent->spacing();
    }
    m_recent->setMaximumHeight(height);
}

void StartPage::setDrafts(const QList<session::LeftDraft> &drafts)
{
    for (QWidget *row : m_drafts->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        row->setParent(nullptr); // one of its buttons may have been pressed just now
        row->deleteLater();
    }
    for (const session::LeftDraft &left : drafts) {
        auto *row = new QWidget(m_drafts);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins({});
        const QString known = session::nameOf(left.draft);
        const QString name = known.isEmpty() ? tr("A new post") : known;
        const QString age = session::ageInWords(left.written.toLocalTime(), QDateTime::currentDateTime());
        auto *label =
            new QLabel(tr("%1, %2 words, from %3").arg(name).arg(session::wordsIn(left.draft.text)).arg(age), row);
        label->setObjectName(u"start.draft.label"_s);
        if (session::isOutdated(left.draft))
            label->setText(label->text() + u". "_s + tr("The file has changed since."));
        label->setTextFormat(Qt::PlainText);
        auto *open = new QPushButton(tr("Open"), row);
        open->setObjectName(u"start.draft.open"_s);
        open->setAccessibleName(tr("Open the recovered text of %1").arg(name));
        auto *difference = new QPushButton(tr("Difference…"), row);
        difference->setObjectName(u"start.draft.difference"_s);
        difference->setAccessibleName(tr("Show what the recovered text of %1 changes").arg(name));
        auto *discard = new QPushButton(tr("Discard"), row);
        discard->setObjectName(u"start.draft.discard"_s);
        discard->setAccessibleName(tr("Discard the recovered text of %1").arg(name));
        line->addWidget(label);
        line->addStretch();
        line->addWidget(open);
        line->addWidget(difference);
        line->addWidget(discard);
        connect(difference, &QAbstractButton::clicked, this, [this, left] { Q_EMIT differenceRequested(left); });
        connect(open, &QAbstractButton::clicked, this, [this, left] { Q_EMIT draftRequested(left); });
        connect(discard, &QAbstractButton::clicked, this, [this, left] { Q_EMIT draftDiscarded(left); });
        m_drafts->layout()->addWidget(row);
    }
    m_drafts->setVisible(!drafts.isEmpty());
    m_draftsTitle->setVisible(!drafts.isEmpty());
    orderTabs();
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/preview/preview_find_bar.h"

#include "ui/preview/preview_view.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QTimer>
#include <QToolButton>

#include <chrono>

using namespace Qt::StringLiterals;

namespace ui {

PreviewFindBar::PreviewFindBar(PreviewView *view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_words(new QLineEdit(this))
    , m_count(new QLabel(this))
{
    setObjectName(u"previewFind"_s);
    m_words->setObjectName(u"previewFind.words"_s);
    m_words->setPlaceholderText(tr("Find in the preview"));
    m_words->setAccessibleName(tr("Find in the preview"));
    m_words->setClearButtonEnabled(true);
    m_count->setObjectName(u"previewFind.count"_s);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 4, 10, 4);
    row->addWidget(m_words, 1);
    row->addWidget(m_count);
    const auto addButton = [this, row](const QString &name, QLatin1StringView icon, const QString &words) {
        auto *button = new QToolButton(this);
        button->setObjectName(name);
        button->setIcon(themeIcon(icon));
        button->setToolTip(words);
        button->setAccessibleName(words);
        button->setAutoRaise(true);
        row->addWidget(button);
        return button;
    };
    const auto *previous = addButton(u"previewFind.previous"_s, "go-up"_L1, tr("Previous place"));
    const auto *next = addButton(u"previewFind.next"_s, "go-down"_L1, tr("Next place"));
    const auto *close = addButton(u"previewFind.close"_s, "dialog-close"_L1, tr("Close"));
    connect(previous, &QToolButton::clicked, this, [this] { find(true); });
    connect(next, &QToolButton::clicked, this, [this] { find(false); });
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_words, &QLineEdit::textChanged, this, [this] { find(false); });
    setVisible(false);
}

void PreviewFindBar::start()
{
    show();
    m_words->setFocus();
    m_words->selectAll();
    find(false);
}

void PreviewFindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        hide();
        m_view->setFocus();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter: find(event->modifiers().testFlag(Qt::ShiftModifier)); break;
    default: QWidget::keyPressEvent(event);
    }
}

void PreviewFindBar::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    ++m_request; // what was asked before is not asked again
    m_view->find({}, false, [](int, int) {});
}

void PreviewFindBar::find(bool backwards)
{
    ask(backwards, ++m_request, 0);
}

/// The web engine finds nothing for a moment after a page was exchanged, and says so. It answers a request that another
/// overtook with "nothing" as well.
void PreviewFindBar::ask(bool backwards, int request, int asked)
{
    using namespace std::chrono_literals;
    constexpr int mostTimes = 3;
    const QString words = m_words->text();
    m_view->find(words, backwards, [bar = QPointer(this), words, backwards, request, asked](int which, int count) {
        if (!bar || bar->m_request != request) // late
            return;
        if (count == 0 && !words.isEmpty() && asked + 1 < mostTimes) {
            QTimer::singleShot(150ms, bar, [bar, backwards, request, asked] {
                if (bar->m_request == request)
                    bar->ask(backwards, request, asked + 1);
            });
            return;
        }
        bar->m_count->setText(words.isEmpty() ? QString()
                              : count == 0    ? tr("not found")
                                              : tr("%1 of %2").arg(which).arg(count));
    });
}

} // namespace ui

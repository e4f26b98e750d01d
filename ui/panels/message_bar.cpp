// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/panels/message_bar.h"

#include "ui/panels/message_layout.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

session::Severity severityOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Note: return session::Severity::Info;
    case MessageBar::Kind::Warning: return session::Severity::Warning;
    case MessageBar::Kind::Error: return session::Severity::Error;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_close(new QToolButton(this))
{
    setObjectName(u"messageBar"_s);
    setAccessibleName(tr("Message"));
    m_sentence->setObjectName(u"messageBar.sentence"_s);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setObjectName(u"messageBar.close"_s);
    m_close->setIcon(themeIcon("window-close"_L1));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);

    auto *parts = new MessageLayout(m_icon, m_sentence, m_close, this);
    parts->setContentsMargins(15, 6, 6, 6);
    parts->setSpacing(8);
    hide();
}

void MessageBar::tell(Kind kind, const QString &sentence, const QList<Remedy> &remedies)
{
    m_kind = kind;
    m_sentence->setText(sentence);
    for (QPushButton *button : std::exchange(m_remedies, {})) {
        layout()->removeWidget(button);
        button->hide();
        button->deleteLater(); // it may be the sender
    }
    for (const Remedy &remedy : remedies) {
        auto *button = new QPushButton(remedy.label, this);
        button->setObjectName(u"messageBar."_s + remedy.name);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, run = remedy.run] {
            dismiss();
            run();
        });
        layout()->addWidget(button);
        m_remedies.append(button);
    }
    for (int i = 1; i < m_remedies.size(); ++i)
        setTabOrder(m_remedies[i - 1], m_remedies[i]);
    if (!m_remedies.isEmpty()) // what is done about it comes before closing it, as it is seen
        setTabOrder(m_remedies.last(), m_close);
    showKind();
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::dismiss()
{
    hide();
    if (parentWidget() && isAncestorOf(focusWidget()))
        parentWidget()->setFocus();
}

QString MessageBar::sentence() const
{
    return isHidden() ? QString() : m_sentence->text();
}

QSize MessageBar::minimumSizeHint() const
{
    const QSize least = layout()->minimumSize();
    // It is as wide as what it stands in; its own width is of no account before it is laid out, and a window that once grew for
    // a narrow bar would stay so high.
    const int wide = std::max(parentWidget() ? parentWidget()->width() : width(), least.width());
    return {least.width(), std::max(least.height(), layout()->heightForWidth(wide))};
}

void MessageBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showKind();
}

// Painted, not a style sheet: a sheet keeps the palette of its day for what stands in the bar, and from light to dark its
// sentence would stay dark.
void MessageBar::paintEvent(QPaintEvent *)
{
    constexpr int edge = 3;
    QColor tint = coloursOf(palette()).of(severityOf(m_kind));
    QPainter painter(this);
    painter.fillRect(0, 0, edge, height(), tint);
    tint.setAlphaF(isDark(palette()) ? 0.16f : 0.10f);
    painter.fillRect(edge, 0, width() - edge, height(), tint);
}

void MessageBar::showKind()
{
    m_icon->setPixmap(severityIcon(severityOf(m_kind), palette()).pixmap(18, 18));
    update();
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/panels/label_field.h"

#include "ui/plain_words.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QAbstractListModel>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyleOptionFrame>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int gap = 4;
constexpr int chipPadding = 4;
constexpr int narrowestInput = 44;
constexpr int toEnd = 1000; // labels to go by, which no field has

/// Labels as they are completed, and as they are listed: with their numbers.
class KnownLabelModel : public QAbstractListModel
{
public:
    KnownLabelModel(std::vector<session::KnownLabel> labels, QObject *parent)
        : QAbstractListModel(parent)
        , m_labels(std::move(labels))
    {
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_labels.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const session::KnownLabel &known = m_labels[std::size_t(index.row())];
        if (role == Qt::EditRole || (role == Qt::DisplayRole && known.posts == 0))
            return known.label;
        return role == Qt::DisplayRole ? u"%1  (%2)"_s.arg(known.label).arg(known.posts) : QVariant();
    }

private:
    std::vector<session::KnownLabel> m_labels;
};

} // namespace

/// One label; a click removes it. Tab passes it by, for a field with ten labels is still one field: the arrow keys lead here.
class LabelField::Chip : public QAbstractButton
{
public:
    Chip(const QString &label, QWidget *parent) : QAbstractButton(parent)
    {
        setText(label);
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::ClickFocus);
        setToolTip(plainToolTip(LabelField::tr("Remove “%1”").arg(label)));
        setAccessibleName(LabelField::tr("%1, press to remove").arg(label));
    }

    /// What the arrow keys do: `step` is told by how many labels to go.
    void setStep(std::function<void(int)> step) { m_step = std::move(step); }

    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics metrics = fontMetrics();
        return {metrics.horizontalAdvance(text()) + metrics.height() + 14, metrics.height() + 4};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QColor fill = palette().color(QPalette::Highlight);
        fill.setAlphaF(underMouse() || hasFocus() ? 0.30f : 0.16f);
        painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Highlight), 1.4) : QPen(Qt::NoPen));
        painter.setBrush(fill);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.7, 0.7, -0.7, -0.7), 4, 4);

        const int cross = fontMetrics().height() / 2;
        const QRect label = rect().adjusted(7, 0, -cross - 12, 0);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(text(), Qt::ElideRight, label.width()));
        const QRectF box(width() - cross - 7, (height() - cross) / 2.0 + 1, cross - 1, cross - 1);
        painter.setPen(QPen(coloursOf(palette()).faintText, 1.3));
        painter.drawLine(box.topLeft(), box.bottomRight());
        painter.drawLine(box.topRight(), box.bottomLeft());
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        switch (event->key()) {
        case Qt::Key_Left: m_step(-1); break;
        case Qt::Key_Right: m_step(1); break;
        case Qt::Key_Home: m_step(-toEnd); break;
        case Qt::Key_End: m_step(toEnd); break;
        case Qt::Key_Delete:
        case Qt::Key_Backspace: click(); break;
        default: QAbstractButton::keyPressEvent(event);
        }
    }

private:
    std::function<void(int)> m_step;
};

LabelField::LabelField(QWidget *parent) : QWidget(parent), m_input(new QLineEdit(this))
{
    m_input->setFrame(false);
    m_input->setAttribute(Qt::WA_MacShowFocusRect, false);
    m_input->setTextMargins(0, 0, 0, 0);
    QPalette clear = m_input->palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    m_input->setPalette(clear);
    m_input->installEventFilter(this);
    setFocusProxy(m_input);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    connect(m_input, &QLineEdit::returnPressed, this, &LabelField::takeTyped);
    connect(m_input, &QLineEdit::editingFinished, this, &LabelField::takeTyped);
    connect(m_input, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.contains(u','))
            takeTyped();
    });
}

void LabelField::setLabels(const QStringList &labels)
{
    if (labels == m_labels)
        return;
    m_labels = labels;
    rebuild();
}

void LabelField::setSuggestions(const std::vector<session::KnownLabel> &known)
{
    if (known == m_known)
        return;
    m_known = known;
    auto *completer = new QCompleter(m_input);
    completer->setModel(new KnownLabelModel(known, completer));
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    connect(
        completer, qOverload<const QString &>(&QCompleter::activated), this,
        [this](const QString &label) {
            m_input->setText(label);
            takeTyped();
        },
        Qt::QueuedConnection);
    m_input->setCompleter(completer);
}

void LabelField::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    m_input->setPlaceholderText(m_labels.isEmpty() ? text : QString());
    m_input->setAccessibleName(accessibleName().isEmpty() ? text : accessibleName());
}

int LabelField::rowHeight() const
{
    return fontMetrics().height() + 4;
}

int LabelField::heightForWidth(int width) const
{
    return placesIn(width).last().bottom() + 1 + chipPadding;
}

QSize LabelField::sizeHint() const
{
    constexpr int usualWidth = 260;
    return {usualWidth, heightForWidth(usualWidth)};
}

QSize LabelField::minimumSizeHint() const
{
    return {108, rowHeight() + 2 * chipPadding};
}

void LabelField::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void LabelField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hasFocus = m_input->hasFocus();
    painter.setPen(QPen(hasFocus ? palette().color(QPalette::Highlight) : coloursOf(palette()).border, 1));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

void LabelField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        QPalette clear = palette();
        clear.setColor(QPalette::Base, Qt::transparent);
        m_input->setPalette(clear);
        place();
        updateGeometry();
    }
}

bool LabelField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() == QEvent::KeyPress && m_input->text().isEmpty() && !m_labels.isEmpty()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Backspace) {
            const QString last = m_labels.last();
            remove(m_labels.size() - 1);
            m_input->setText(last);
            return true;
        }
        if (key == Qt::Key_Left) {
            m_chips.last()->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LabelField::stepFrom(qsizetype index, int step)
{
    const qsizetype next = std::max(index + step, qsizetype(0));
    if (next < m_chips.size())
        m_chips[next]->setFocus();
    else
        m_input->setFocus();
}

void LabelField::takeTyped()
{
    QStringList added;
    for (const QString &part : m_input->text().split(u',')) {
        if (const QString label = part.simplified();
            !label.isEmpty() && !m_labels.contains(label) && !added.contains(label))
            added.append(label);
    }
    m_input->clear();
    if (added.isEmpty())
        return;
    m_labels += added;
    rebuild();
    Q_EMIT labelsEdited(m_labels);
}

void LabelField::remove(qsizetype index)
{
    m_labels.removeAt(index);
    rebuild();
    m_input->setFocus();
    Q_EMIT labelsEdited(m_labels);
}

void LabelField::rebuild()
{
    for (Chip *chip : std::as_const(m_chips)) {
        chip->hide();
        chip->deleteLater(); // it may be the sender
    }
    m_chips.clear();
    for (const QString &label : std::as_const(m_labels)) {
        auto *chip = new Chip(label, this);
        connect(chip, &QAbstractButton::clicked, this, [this, chip] { remove(m_chips.indexOf(chip)); });
        chip->setStep([this, chip](int step) { stepFrom(m_chips.indexOf(chip), step); });
        m_chips.append(chip);
        chip->show();
    }
    orderTabs();
    setPlaceholder(m_placeholder);
    place();
    updateGeometry();
}

/// New chips stand at the end of the window's chain of focus. They are fetched to the input, not the input to them, else
/// Tab would leave out the fields between.
void LabelField::orderTabs()
{
    QWidget *before = m_input;
    for (Chip *chip : std::as_const(m_chips)) {
        setTabOrder(before, chip);
        before = chip;
    }
    if (before != m_input)
        setTabOrder(before, m_input); // which comes last, as it stands there
}

QList<QRect> LabelField::placesIn(int width) const
{
    QList<QRect> places;
    int x = chipPadding;
    int y = chipPadding;
    const int right = width - chipPadding;
    const auto advance = [&](int wanted) {
        if (x > chipPadding && x + wanted > right) {
            x = chipPadding;
            y += rowHeight() + gap;
        }
    };
    for (const Chip *chip : std::as_const(m_chips)) {
        // A long label has a row for itself. One that no row holds is in its tool tip, and leaves room to type beside it.
        int wide = chip->sizeHint().width();
        if (wide > right - chipPadding)
            wide = std::max(narrowestInput, right - chipPadding - narrowestInput - gap);
        advance(wide);
        places.append({x, y, wide, rowHeight()});
        x += wide + gap;
    }
    advance(narrowestInput);
    places.append({x, y, right - x, rowHeight()});
    return places;
}

void LabelField::place()
{
    const QList<QRect> places = placesIn(width());
    for (qsizetype i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setGeometry(places[i]);
    m_input->setGeometry(places.last());
}

} // namespace ui

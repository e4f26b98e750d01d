// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/quick_fix_popup.h"

#include "ui/theme.h"

#include <QFontDatabase>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int popupWidth = 520;
constexpr qsizetype mostLines = 5;       // of the text that are shown, before and after
constexpr qsizetype mostCharacters = 90; // of a line

/// Whole lines of the text around a fix' first change, and what they become.
struct Effect {
    QStringList before;
    QStringList after;
};

/// Long texts that differ in a few lines are shown from these on.
void leaveOutAlike(QStringList &before, QStringList &after)
{
    if (std::max(before.size(), after.size()) <= mostLines)
        return;
    while (!before.isEmpty() && !after.isEmpty() && before.last() == after.last()) {
        before.removeLast();
        after.removeLast();
    }
    while (!before.isEmpty() && !after.isEmpty() && before.first() == after.first()) {
        before.removeFirst();
        after.removeFirst();
    }
}

QStringList shownLines(QStringList lines)
{
    if (lines.size() > mostLines)
        lines = lines.first(mostLines) + QStringList(u"…"_s);
    for (QString &line : lines) {
        if (line.size() > mostCharacters)
            line = line.first(mostCharacters) + u'…';
    }
    return lines;
}

Effect effectOf(const QString &text, const session::QuickFix &fix)
{
    const auto size = text.size();
    const qsizetype first = fix.changes.front().range.begin;
    qsizetype begin = first == 0 ? 0 : text.lastIndexOf(u'\n', first - 1) + 1;
    qsizetype end = begin;
    std::vector<session::TextChange> shown; // those that stand close together
    for (session::TextChange change : fix.changes) {
        if (!shown.empty() && change.range.begin > end + 200)
            break;
        const auto lineEnd = text.indexOf(u'\n', change.range.end);
        end = lineEnd < 0 ? size : lineEnd;
        change.range = {int(change.range.begin - begin), int(change.range.end - begin)};
        shown.push_back(change);
    }
    const QString passage = text.sliced(begin, end - begin);
    QStringList before = passage.split(u'\n');
    QStringList after = session::changedText(passage, shown).split(u'\n');
    leaveOutAlike(before, after);
    return {shownLines(before), shownLines(after)};
}

QString htmlOf(const QStringList &lines, QChar sign, const QColor &colour)
{
    QString html;
    for (const QString &line : lines)
        html += u"<div style='color:%1'><b>%2</b> %3</div>"_s.arg(
            colour.name(), sign, line.toHtmlEscaped().replace(u"  "_s, u"&nbsp;&nbsp;"_s));
    return html;
}

} // namespace

QuickFixPopup::QuickFixPopup(const std::vector<session::OfferedFix> &fixes, const QString &text, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_fixes(fixes)
    , m_text(text)
    , m_problem(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_effect(new QLabel(this))
{
    setObjectName(u"quickFix"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setFixedWidth(popupWidth);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setForegroundRole(QPalette::PlaceholderText);
    m_list->setObjectName(u"quickFix.list"_s);
    m_list->setAccessibleName(tr("Fixes"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_effect->setObjectName(u"quickFix.effect"_s);
    m_effect->setAccessibleName(tr("What it changes"));
    m_effect->setTextFormat(Qt::RichText);
    m_effect->setWordWrap(true);
    m_effect->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(10, 8, 10, 10);
    rows->setSpacing(6);
    rows->addWidget(m_problem);
    rows->addWidget(m_list);
    rows->addWidget(m_effect);

    for (const session::OfferedFix &offered : fixes)
        m_list->addItem(offered.fix.sentence);
    m_list->setFixedHeight(m_list->sizeHintForRow(0) * std::min(m_list->count(), 8) + 4);
    m_list->setFocus();
    setFocusProxy(m_list);
    connect(m_list, &QListWidget::currentRowChanged, this, &QuickFixPopup::showEffect);
    connect(m_list, &QListWidget::itemClicked, this, [this] { choose(m_list->currentRow()); });
    connect(m_list, &QListWidget::itemActivated, this, [this] { choose(m_list->currentRow()); });
    m_list->setCurrentRow(0);
}

void QuickFixPopup::showAt(QPoint place)
{
    adjustSize();
    const QRect room = parentWidget()->screen()->availableGeometry();
    place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - width())));
    if (place.y() + height() > room.bottom())
        place.setY(std::max(room.top(), place.y() - height() - parentWidget()->fontMetrics().height() - 6));
    move(place);
    show();
    m_list->setFocus();
}

void QuickFixPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose(m_list->currentRow());
    else
        QFrame::keyPressEvent(event);
}

void QuickFixPopup::showEffect(int row)
{
    if (row < 0)
        return;
    const session::OfferedFix &offered = m_fixes[std::size_t(row)];
    const Effect effect = effectOf(m_text, offered.fix);
    const Colours colours = coloursOf(palette());
    m_problem->setText(offered.problem.plain);
    m_effect->setText(htmlOf(effect.before, u'−', colours.error) + htmlOf(effect.after, u'+', colours.good));
    adjustSize();
}

void QuickFixPopup::choose(int row)
{
    if (row < 0)
        return;
    const session::QuickFix fix = m_fixes[std::size_t(row)].fix;
    close();
    Q_EMIT chosen(fix);
}

} // namespace ui

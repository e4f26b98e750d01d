// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/dialogs/repair_views.h"

#include "ui/dialogs/difference_colours.h"
#include "ui/dialogs/twin_view.h"
#include "ui/preview/preview_view.h"
#include "ui/theme.h"

#include "session/blog.h"
#include "session/preview_places.h"

#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTextBlock>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// A view with a heading above it.
QWidget *titled(const QString &title, QWidget *view)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->setSpacing(4);
    auto *label = new QLabel(title, box);
    label->setContentsMargins(6, 6, 6, 0);
    column->addWidget(label);
    column->addWidget(view, 1);
    return box;
}

QPlainTextEdit *makeText(const QString &name, const QString &accessibleName)
{
    auto *text = new QPlainTextEdit;
    text->setObjectName(name);
    text->setAccessibleName(accessibleName);
    text->setReadOnly(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    return text;
}

QSplitter *sideBySide(QWidget *left, QWidget *right)
{
    auto *sides = new QSplitter;
    sides->addWidget(left);
    sides->addWidget(right);
    sides->setChildrenCollapsible(false);
    sides->setSizes({1000, 1000});
    return sides;
}

QTextCursor cursorOver(QPlainTextEdit *text, session::TextRange range)
{
    const int last = text->document()->characterCount() - 1;
    QTextCursor cursor(text->document());
    cursor.setPosition(std::clamp(range.begin, 0, last));
    cursor.setPosition(std::clamp(range.end, 0, last), QTextCursor::KeepAnchor);
    return cursor;
}

void select(QPlainTextEdit *text, session::TextRange range)
{
    QTextCursor cursor = cursorOver(text, range);
    if (!cursor.hasSelection()) // something stands there in the other text only
        cursor.select(QTextCursor::WordUnderCursor);
    text->setTextCursor(cursor);
    text->centerCursor();
}

void markIn(QPlainTextEdit *text, const QList<session::TextRange> &ranges)
{
    QList<QTextEdit::ExtraSelection> marks;
    QColor colour = text->palette().color(QPalette::Highlight);
    colour.setAlpha(70);
    for (const session::TextRange range : ranges) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = cursorOver(text, range);
        mark.format.setBackground(colour);
        marks.append(mark);
    }
    text->setExtraSelections(marks);
}

void scrollPage(PreviewView *view, const session::RenderingPtr &page, int position)
{
    if (!page || page->blocks.empty())
        return;
    const session::BlockPlace place = session::blockPlaceAt(*page, position);
    view->scrollTo({.block = int(place.block), .part = place.part, .share = 0.3});
}

} // namespace

RepairViews::RepairViews(const session::RepairRequest &request, QWidget *parent)
    : QTabWidget(parent)
    , m_before(new PreviewView(this))
    , m_after(new PreviewView(this))
    , m_beforeText(makeText(u"repair.beforeText"_s, tr("The text before")))
    , m_afterText(makeText(u"repair.afterText"_s, tr("The text after")))
    , m_difference(makeDifferenceView(u"repair.difference"_s, tr("Difference of the texts"), this))
    , m_twin(new TwinView(this))
{
    setObjectName(u"repair.views"_s);
    addTab(makePages(request), tr("&Pages"));
    addTab(makeTexts(), tr("&Texts"));
    addTab(m_difference, tr("&Difference"));
    addTab(m_twin, tr("Cop&y"));
    connect(m_twin, &TwinView::placeChosen, this, [this](session::TextRange after) {
        setCurrentIndex(1);
        select(m_afterText, after);
        m_afterText->setFocus();
    });
}

QWidget *RepairViews::makePages(const session::RepairRequest &request)
{
    m_before->setObjectName(u"repair.before"_s);
    m_before->setAccessibleName(tr("The page before"));
    m_after->setObjectName(u"repair.after"_s);
    m_after->setAccessibleName(tr("The page after"));
    for (PreviewView *view : {m_before, m_after})
        view->setFolder(session::sourceFolder(request.path, *request.blog));
    return sideBySide(titled(tr("Before, as readers see it"), m_before), titled(tr("After"), m_after));
}

QWidget *RepairViews::makeTexts()
{
    return sideBySide(titled(tr("Before"), m_beforeText), titled(tr("After"), m_afterText));
}

void RepairViews::showEvent(QShowEvent *event)
{
    QTabWidget::showEvent(event);
    QTimer::singleShot(0, m_before, &PreviewView::start);
    QTimer::singleShot(0, m_after, &PreviewView::start);
}

void RepairViews::show(const session::RepairPreview &preview)
{
    m_beforePage = preview.before;
    m_afterPage = preview.after;
    m_before->show(preview.before, std::nullopt);
    m_after->show(preview.after, std::nullopt);
    const QString before = QString::fromStdString(preview.before->source);
    if (m_beforeText->toPlainText() != before)
        m_beforeText->setPlainText(before);
    m_afterText->setPlainText(preview.text);
    m_difference->setPlainText(preview.difference.isEmpty() ? tr("Nothing changes.") : preview.difference);
    m_twin->show(preview);
    setTabText(3, m_twin->differences() > 0 ? tr("Cop&y (%1)").arg(m_twin->differences()) : tr("Cop&y"));
}

void RepairViews::mark(const QList<session::RepairPlace> &places)
{
    QList<session::TextRange> before, after;
    for (const session::RepairPlace &place : places) {
        before.append(place.before);
        after.append(place.after);
    }
    markIn(m_beforeText, before);
    markIn(m_afterText, after);
}

void RepairViews::goTo(const session::RepairPlace &place)
{
    select(m_beforeText, place.before);
    select(m_afterText, place.after);
    scrollPage(m_before, m_beforePage, place.before.begin);
    scrollPage(m_after, m_afterPage, place.after.begin);
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/rst_editor.h"

#include "ui/editor/editor_gutter.h"
#include "ui/editor/long_words.h"
#include "ui/editor/syntax_theme.h"
#include "ui/editor/text_folding.h"
#include "ui/editor/text_marks.h"
#include "ui/editor/title_underline.h"
#include "ui/editor/typing_keys.h"
#include "ui/editor/writing_modes.h"
#include "ui/theme.h"

#include "session/post_file.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QHelpEvent>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <ranges>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// What a selection or a document holds, with `\n` between lines.
QString withLineFeeds(QString rawText)
{
    return rawText.replace(QChar::ParagraphSeparator, u'\n');
}

/// Where in the changed text the last change ends.
int endOfLast(const std::vector<session::TextChange> &changes)
{
    int longer = 0;
    for (const session::TextChange &change : changes)
        longer += int(change.replacement.size()) - (change.range.end - change.range.begin);
    return changes.back().range.end + longer;
}

bool bringsFiles(const QDropEvent *event)
{
    return event->mimeData()->hasUrls();
}

} // namespace

RstEditor::RstEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_gutter(new EditorGutter(this))
    , m_syntax(std::make_unique<SyntaxTheme>(document()))
    , m_modes(new WritingModes(this))
    , m_folding(new TextFolding(this))
    , m_marks(new TextMarks(this))
    , m_keys(new TypingKeys(this))
    , m_zoomIn(addAction(themeIcon("zoom-in"_L1), tr("Zoom &In"), QKeySequence::ZoomIn, this,
                         [this] { setZoom(m_zoom + 1); }))
    , m_zoomOut(addAction(themeIcon("zoom-out"_L1), tr("Zoom &Out"), QKeySequence::ZoomOut, this,
                          [this] { setZoom(m_zoom - 1); }))
    , m_zoomReset(addAction(themeIcon("zoom-original"_L1), tr("&Normal Size"), QKeySequence(Qt::CTRL | Qt::Key_0), this,
                            [this] { setZoom(0); }))
    , m_wrap(addAction(tr("&Wrap Lines")))
{
    setObjectName(u"editor"_s);
    setAccessibleName(tr("Text of the post"));
    setAccessibleDescription(tr("The post's reStructuredText"));
    setFrameShape(QFrame::NoFrame);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setCenterOnScroll(false);
    setCursorWidth(2);
    document()->setDocumentMargin(8);
    setPlaceholderText(tr("Write your announcement here."));
    setMinimumHeight(2 * fontMetrics().lineSpacing()); // a low screen leaves no more beside bars

    m_zoomIn->setObjectName(u"editor.zoomIn"_s);
    m_zoomOut->setObjectName(u"editor.zoomOut"_s);
    m_zoomReset->setObjectName(u"editor.zoomReset"_s);
    m_wrap->setObjectName(u"editor.wrap"_s);
    m_wrap->setCheckable(true);
    m_wrap->setChecked(true);
    connect(m_wrap, &QAction::toggled, this,
            [this](bool wraps) { setLineWrapMode(wraps ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap); });

    new LongWords(this);
    m_underline = new TitleUnderline(this); // before the text is told to anybody
    connect(this, &QPlainTextEdit::textChanged, this, &RstEditor::noticeEdit);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &RstEditor::updateMargins);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, &EditorGutter::follow);
    connect(m_marks, &TextMarks::updated, m_gutter, qOverload<>(&QWidget::update));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &RstEditor::viewMoved);
    applyTheme();
    updateMargins();
    document()->setModified(false); // its margin counts as a change
}

RstEditor::~RstEditor()
{
    const QSignalBlocker blocker(document()); // the highlighter takes its colours back, which counts as a change
    m_syntax.reset();
}

QString RstEditor::text() const
{
    if (m_told && m_revision == document()->revision())
        return *m_told;
    return withLineFeeds(document()->toRawText());
}

void RstEditor::start(const QString &text)
{
    Q_EMIT started();
    m_marks->clear();
    m_folding->clear();
    m_syntax->setEnabled(false); // what it still has to colour is of the text before
    {
        const QSignalBlocker blocker(this); // setPlainText() tells of an empty text first
        setPlainText(text);
    }
    Q_EMIT undoAvailable(document()->isUndoAvailable()); // nobody has heard that the steps of the text before are gone
    Q_EMIT redoAvailable(document()->isRedoAvailable());
    m_syntax->setEnabled(text.size() <= session::largeTextLength);
    document()->setModified(false);
    moveCursor(QTextCursor::Start);
    updateMargins();
    m_marks->update();
    m_revision = -1;
    noticeEdit();
}

void RstEditor::replace(const std::vector<session::TextChange> &changes)
{
    if (changes.empty())
        return;
    QTextCursor cursor(document());
    cursor.setPosition(textCursor().position()); // where undo puts it again
    cursor.beginEditBlock();
    for (const session::TextChange &change : changes | std::views::reverse) { // those before keep their places
        cursor.setPosition(change.range.begin);
        cursor.setPosition(change.range.end, QTextCursor::KeepAnchor);
        cursor.insertText(change.replacement);
    }
    cursor.endEditBlock();
}

void RstEditor::apply(const session::MarkupEdit &edit)
{
    replace(edit.changes);
    const int last = document()->characterCount() - 1;
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(edit.selection.begin, last));
    cursor.setPosition(std::min(edit.selection.end, last), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    if (!edit.changes.empty())
        showThrough(endOfLast(edit.changes));
}

void RstEditor::showThrough(int position)
{
    QTextCursor end(document());
    end.setPosition(std::min(position, document()->characterCount() - 1));
    const int line = fontMetrics().lineSpacing();
    const int missing = cursorRect(end).bottom() - viewport()->height();
    const int room = cursorRect().top(); // the cursor itself stays in view
    if (missing > 0 && room > 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() +
                                      std::min((missing + line - 1) / line, room / line));
}

session::TextRange RstEditor::selection() const
{
    const QTextCursor cursor = textCursor();
    return {cursor.selectionStart(), cursor.selectionEnd()};
}

void RstEditor::change(const QString &wanted)
{
    const QString present = text();
    const auto [presentHead, wantedHead] = std::ranges::mismatch(present, wanted);
    const auto head = presentHead - present.begin();
    qsizetype tail = 0;
    const qsizetype most = std::min(present.size(), wanted.size()) - head;
    while (tail < most && present[present.size() - 1 - tail] == wanted[wanted.size() - 1 - tail])
        ++tail;
    if (present.size() == wanted.size() && tail == most && head == present.size())
        return;
    replace({{{int(head), int(present.size() - tail)}, wanted.sliced(head, wanted.size() - tail - head)}});
}

QPoint RstEditor::placeBelowCursor() const
{
    return viewport()->mapToGlobal(cursorRect().bottomLeft());
}

void RstEditor::tellAtCursor(const QString &sentence)
{
    QToolTip::showText(placeBelowCursor(), sentence, this);
}

void RstEditor::goTo(session::TextRange range)
{
    const int last = document()->characterCount() - 1;
    QTextCursor cursor(document());
    cursor.setPosition(std::min(range.end, last));
    cursor.setPosition(std::min(range.begin, last), QTextCursor::KeepAnchor);
    const bool wasVisible = viewport()->rect().contains(cursorRect(cursor));
    setTextCursor(cursor);
    if (!wasVisible)
        centerCursor();
}

session::TextRange RstEditor::visibleRange() const
{
    return {firstVisibleBlock().position(),
            cursorForPosition(QPoint(viewport()->width(), viewport()->height())).position()};
}

ViewPlace RstEditor::viewPlace() const
{
    const QScrollBar *bar = verticalScrollBar();
    const double share = bar->maximum() > 0 ? double(bar->value()) / bar->maximum() : 0;
    const QPoint place(0, int(share * (viewport()->height() - 1)));
    return {cursorForPosition(place).position(), share};
}

void RstEditor::scrollTo(const ViewPlace &place, ScrollDirection direction)
{
    QScrollBar *bar = verticalScrollBar();
    if (place.share == 0 || place.share == 1) { // both ends
        bar->setValue(place.share == 0 ? 0 : bar->maximum());
        return;
    }
    // By lines, as the scroll bar counts: text far from the view has no place in pixels yet.
    QTextCursor cursor(document());
    cursor.setPosition(std::clamp(place.position, 0, document()->characterCount() - 1));
    const QTextLine line = cursor.block().layout()->lineForTextPosition(cursor.positionInBlock());
    const double rows = double(viewport()->height()) / fontMetrics().lineSpacing();
    const double above = place.share * rows;
    const int wanted =
        int(std::lround(cursor.block().firstLineNumber() + (line.isValid() ? line.lineNumber() : 0) - above));
    const int distance = wanted - bar->value();
    if (distance * int(direction) >= 0 || std::abs(distance) > rows)
        bar->setValue(wanted);
}

void RstEditor::setZoom(int points)
{
    m_zoom = std::clamp(points, -6, 30);
    QFont zoomed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    zoomed.setPointSizeF(std::max(5.0, zoomed.pointSizeF() + m_zoom));
    setFont(zoomed);
    updateMargins();
}

bool RstEditor::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QPoint inViewport = viewport()->mapFrom(this, help->pos());
    const QTextCursor place = cursorForPosition(inViewport);
    const bool isOnText = inViewport.x() <= cursorRect(place).right() + fontMetrics().averageCharWidth();
    if (viewport()->rect().contains(inViewport) && isOnText)
        Q_EMIT helpWanted(place.position(), help->globalPos(), m_marks->problems().explanationAt(place.position()));
    else
        QToolTip::hideText();
    return true;
}

void RstEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        applyTheme();
}

void RstEditor::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isAtMouse = event->reason() == QContextMenuEvent::Mouse;
    const QPoint inViewport = viewport()->mapFromGlobal(event->globalPos());
    const int position = isAtMouse ? cursorForPosition(inViewport).position() : textCursor().position();
    QMenu *menu = createStandardContextMenu();
    menu->setObjectName(u"editor.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Q_EMIT contextMenuWanted(menu, position);
    menu->popup(isAtMouse ? event->globalPos() : placeBelowCursor());
}

void RstEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    updateMargins();
    m_marks->update();
}

// Files are the window's business; text is ours.
void RstEditor::dragEnterEvent(QDragEnterEvent *event)
{
    bringsFiles(event) ? event->ignore() : QPlainTextEdit::dragEnterEvent(event);
}

void RstEditor::dragMoveEvent(QDragMoveEvent *event)
{
    bringsFiles(event) ? event->ignore() : QPlainTextEdit::dragMoveEvent(event);
}

void RstEditor::dropEvent(QDropEvent *event)
{
    bringsFiles(event) ? event->ignore() : QPlainTextEdit::dropEvent(event);
}

void RstEditor::keyPressEvent(QKeyEvent *event)
{
    if (m_keys->take(*event))
        return;
    QTextCursor step = m_underline->beginStep(*event);
    QPlainTextEdit::keyPressEvent(event);
    if (!step.isNull())
        step.endEditBlock();
}

void RstEditor::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    m_folding->paintEnds(event->rect());
}

void RstEditor::mousePressEvent(QMouseEvent *event)
{
    QPlainTextEdit::mousePressEvent(event);
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::ControlModifier)
        Q_EMIT followed(cursorForPosition(event->pos()).position());
}

void RstEditor::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() != Qt::ControlModifier) {
        QPlainTextEdit::wheelEvent(event);
        return;
    }
    if (event->angleDelta().y() != 0)
        setZoom(m_zoom + (event->angleDelta().y() > 0 ? 1 : -1));
}

QMimeData *RstEditor::createMimeDataFromSelection() const
{
    auto *copied = new QMimeData;
    copied->setText(withLineFeeds(textCursor().selectedText()));
    return copied;
}

bool RstEditor::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasImage() || QPlainTextEdit::canInsertFromMimeData(source);
}

void RstEditor::insertFromMimeData(const QMimeData *source)
{
    Q_EMIT pasted(pastedContent(*source));
}

void RstEditor::noticeEdit()
{
    if (document()->revision() == m_revision) // only colours changed
        return;
    m_revision = document()->revision();
    m_told = withLineFeeds(document()->toRawText());
    Q_EMIT edited();
    m_told.reset();
}

void RstEditor::updateMargins()
{
    const int width = m_gutter->sizeHint().width();
    setViewportMargins(width, 0, 0, 0);
    const QRect inside = contentsRect();
    m_gutter->setGeometry(inside.left(), inside.top(), width, inside.height());
}

void RstEditor::applyTheme()
{
    m_syntax->apply(palette());
    m_marks->update();
}

} // namespace ui

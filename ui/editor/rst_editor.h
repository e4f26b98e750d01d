// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/editor/pasted_content.h"
#include "ui/scroll_direction.h"

#include "session/markup_edits.h"
#include "session/metadata_values.h"
#include "session/text_positions.h"

#include <QPlainTextEdit>

#include <memory>
#include <optional>
#include <vector>

class QAction;
class QMenu;

namespace ui {

class EditorGutter;
class SyntaxTheme;
class TextFolding;
class TextMarks;
class TitleUnderline;
class TypingKeys;
class WritingModes;

/// A place in a scrolled view: what stands at a share of its height. At the top of a text the share is 0, at its end 1,
/// so that two views in step agree at both ends.
struct ViewPlace {
    int position = 0; // in the text
    double share = 0;
};

/// The text of the post. Its QTextDocument is where the program's state lives.
class RstEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit RstEditor(QWidget *parent = nullptr);
    ~RstEditor() override;

    /// The whole text; lines end with `\n`, everything else is as it was read. (toPlainText() changes no-break spaces.)
    [[nodiscard]] QString text() const;
    /// Another post: a new text with nothing to undo.
    void start(const QString &text);
    /// Makes changes, given in the order of the text, as one step of the undo stack; the cursor stays on the text it was on.
    void replace(const std::vector<session::TextChange> &changes);
    /// Does what a command found to do, as one step of the undo stack, selects what it says, and shows all of it.
    void apply(const session::MarkupEdit &edit);
    [[nodiscard]] session::TextRange selection() const;
    /// Makes the text `text` by replacing what differs, as one step of the undo stack.
    void change(const QString &text);

    void goTo(session::TextRange range);
    /// Below the cursor, on the screen: where what is about it is shown.
    [[nodiscard]] QPoint placeBelowCursor() const;
    /// Says a sentence there, until something is typed or the mouse moves.
    void tellAtCursor(const QString &sentence);
    /// What is in view, from the begin of its first line.
    [[nodiscard]] session::TextRange visibleRange() const;
    [[nodiscard]] ViewPlace viewPlace() const;
    /// Does not go against the direction, unless the place is far away.
    void scrollTo(const ViewPlace &place, ScrollDirection direction);

    void setZoom(int points);
    [[nodiscard]] int zoom() const { return m_zoom; }

    [[nodiscard]] QAction *zoomInAction() const { return m_zoomIn; }
    [[nodiscard]] QAction *zoomOutAction() const { return m_zoomOut; }
    [[nodiscard]] QAction *zoomResetAction() const { return m_zoomReset; }
    [[nodiscard]] QAction *wrapAction() const { return m_wrap; }
    [[nodiscard]] const WritingModes &modes() const { return *m_modes; }
    [[nodiscard]] TextFolding &folding() const { return *m_folding; }
    [[nodiscard]] TextMarks &marks() const { return *m_marks; }

Q_SIGNALS:
    /// Something was pasted or dropped; it is not inserted yet.
    void pasted(const ui::PastedContent &content);
    /// The mouse rests at a place of the text; it is told what the problems there are, and may be told more.
    void helpWanted(int position, const QPoint &global, const QString &problems);
    /// A place of the text was clicked with Ctrl held.
    void followed(int position);
    /// A menu for a place of the text is about to be shown.
    void contextMenuWanted(QMenu *menu, int position);
    /// Another post is shown.
    void started();
    /// The text is another one now; formats alone do not count.
    void edited();
    /// The user scrolled, or the cursor moved the view.
    void viewMoved();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    friend class EditorGutter;

    void noticeEdit();
    void updateMargins();
    void showThrough(int position);
    void applyTheme();

    EditorGutter *m_gutter;
    TitleUnderline *m_underline;
    std::unique_ptr<SyntaxTheme> m_syntax;
    WritingModes *m_modes;
    TextFolding *m_folding;
    TextMarks *m_marks;
    TypingKeys *m_keys;
    QAction *m_zoomIn;
    QAction *m_zoomOut;
    QAction *m_zoomReset;
    QAction *m_wrap;
    int m_revision = -1; // of the document, at the last edited()
    /// The text, while those are told of an edit who all ask for it: of a long one each copy takes some milliseconds.
    std::optional<QString> m_told = {};
    int m_zoom = 0;
};

} // namespace ui

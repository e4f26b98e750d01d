// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/known_labels.h"
#include "session/metadata_values.h"

#include <QWidget>

#include <optional>

class QAction;
class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace ui {

class ArchiveAdvice;
class DateField;
class ElidedLabel;
class FittingArea;
class LabelField;

/// The post's metadata as a strip above the text: one line of summary that opens into a form.
///
/// A lens on the text and nothing of its own: it shows what the text says and asks for changes, which come back through
/// setValues() once the text has them.
class MetadataForm : public QWidget
{
    Q_OBJECT

public:
    explicit MetadataForm(QWidget *parent = nullptr);

    /// Shows other values. A field that the user is typing into keeps what is typed.
    void setValues(const session::MetadataValues &values);
    void setSuggestions(const session::KnownLabels &known);
    /// The lines below the fields, about the blog's other posts.
    [[nodiscard]] ArchiveAdvice *advice() const { return m_advice; }
    /// Forgets the values, for another post.
    void clear();
    /// Asks for the change that is typed but not yet finished.
    void commit();

    void setExpanded(bool isExpanded);
    [[nodiscard]] bool isExpanded() const { return m_isExpanded; }
    [[nodiscard]] QAction *expandAction() const { return m_expand; }
    /// It takes no more height than that; fields that have no place in it are scrolled to.
    void setRoom(int height);

Q_SIGNALS:
    /// The user wants an option (or session::dateField) to have this value; nothing for no such option.
    void fieldEdited(const QString &name, const std::optional<QString> &value);
    /// The user wants a `post` directive in a text that has none.
    void postRequested();
    void undoRequested();
    void redoRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct TextRow {
        QString name = {};
        QLineEdit *field = nullptr;
    };
    struct LabelRow {
        QString name = {};
        LabelField *field = nullptr;
    };
    struct FlagRow {
        QString name = {};
        QCheckBox *field = nullptr;
    };

    void layOut();
    LabelField *addLabels(QGridLayout *grid, int row, int column, int columnSpan, const QString &name,
                          const QString &label);
    QLineEdit *addText(QGridLayout *grid, int row, int column, const QString &name, const QString &label,
                       const QString &hint);
    void addFlag(QGridLayout *grid, int row, const QString &name, const QString &label);
    void commitText(const TextRow &row);
    void showMore(bool isShown);
    void showSummary();

    session::MetadataValues m_values;
    bool m_isKnown = false; // whether there are values yet
    bool m_isExpanded = true;
    QAction *m_expand;
    QToolButton *m_arrow;
    ElidedLabel *m_summary;
    ArchiveAdvice *m_advice;
    QPushButton *m_make;
    FittingArea *m_area;
    QWidget *m_fields;
    QWidget *m_moreFields;
    QPushButton *m_more;
    DateField *m_date;
    ElidedLabel *m_meaning;
    QList<TextRow> m_texts;
    QList<LabelRow> m_labels;
    QList<FlagRow> m_flags;
};

} // namespace ui

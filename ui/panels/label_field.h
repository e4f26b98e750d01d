// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/known_labels.h"

#include <QStringList>
#include <QWidget>

class QCompleter;
class QLineEdit;

namespace ui {

/// A list of labels (tags, authors) as chips with a place to type the next one. Comma, Return and leaving the field end
/// a label; Backspace in an empty place takes the last one back for editing.
class LabelField : public QWidget
{
    Q_OBJECT

public:
    explicit LabelField(QWidget *parent = nullptr);

    [[nodiscard]] const QStringList &labels() const { return m_labels; }
    /// Shows other labels; tells nobody.
    void setLabels(const QStringList &labels);
    /// Offers these while one types, with the number of posts that have them.
    void setSuggestions(const std::vector<session::KnownLabel> &known);
    void setPlaceholder(const QString &text);
    /// Makes a label of what is typed.
    void commit() { takeTyped(); }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user added, removed or changed a label.
    void labelsEdited(const QStringList &labels);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Chip;

    void takeTyped();
    void remove(qsizetype index);
    void rebuild();
    void orderTabs();
    void stepFrom(qsizetype index, int step);
    /// Where the labels and the place to type stand in a field that is so wide, in their order.
    [[nodiscard]] QList<QRect> placesIn(int width) const;
    void place();
    [[nodiscard]] int rowHeight() const;

    QStringList m_labels;
    QString m_placeholder;
    QList<Chip *> m_chips;
    std::vector<session::KnownLabel> m_known;
    QLineEdit *m_input;
};

} // namespace ui

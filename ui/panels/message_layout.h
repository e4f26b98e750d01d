// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace ui {

/// Lays a message out: an icon, a sentence, the button that closes it, and buttons of what can be done about it. These stand
/// beside the sentence where it has room for two lines then, and else below it, in as many rows as they take.
class MessageLayout : public QLayout
{
public:
    /// The icon, the sentence and the button that closes it; the others are added with addWidget().
    MessageLayout(QWidget *icon, QWidget *sentence, QWidget *close, QWidget *parent);

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] QSize sizeHint() const override;
    void setGeometry(const QRect &area) override;

private:
    enum Part : std::uint8_t { Icon, Sentence, Close, FirstRemedy };
    enum class Places : bool { No, Yes };

    [[nodiscard]] QLayoutItem &part(Part part) const { return *m_items[part]; }
    [[nodiscard]] int remediesWidth() const;
    [[nodiscard]] bool fitsBeside(int width) const;
    int arrange(const QRect &area, Places places) const;
    int arrangeBeside(const QRect &inside, Places places) const;
    int arrangeBelow(const QRect &inside, Places places) const;
    void arrangeFirstRow(const QRect &inside, int width, int height, Places places) const;
    void place(QLayoutItem &item, const QRect &area, Places places) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace ui

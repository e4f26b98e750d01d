// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace ui {

/// The posts of the import of one year.
struct YearOfPosts {
    QString year = {};
    int repaired = 0;
    int skipped = 0;
    int damaged = 0;

    [[nodiscard]] int all() const { return repaired + skipped + damaged; }
};

/// How much of an archive is repaired, as a column for each year: what is done below, what is left above.
class BurnDown : public QWidget
{
    Q_OBJECT

public:
    explicit BurnDown(QWidget *parent = nullptr);

    void show(const QList<YearOfPosts> &years);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRectF columnOf(qsizetype index) const;
    [[nodiscard]] static QString wordsOf(const YearOfPosts &year);

    QList<YearOfPosts> m_years;
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/dialogs/shortcut_overlay.h"

#include "ui/action_catalogue.h"
#include "ui/theme.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMainWindow>
#include <QScreen>
#include <QScrollArea>

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int columnCount = 3;

/// The actions of one menu that have keys, as rows of a table.
struct Group {
    QString menu;
    QStringList rows;
};

std::vector<Group> groupsOf(const QMainWindow &window, const QColor &faint)
{
    std::vector<Group> groups;
    for (const ListedAction &listed : listedActions(window)) {
        if (!listed.action || listed.action->shortcut().isEmpty())
            continue;
        const QString menu = listed.menu.section(u" › "_s, 0, 0);
        auto group = std::ranges::find(groups, menu, &Group::menu);
        if (group == groups.end())
            group = groups.insert(groups.end(), {menu, {}});
        group->rows.append(
            u"<tr><td style=\"padding:2px 10px 2px 0\">%1</td><td align=right style=\"color:%3\">%2</td></tr>"_s.arg(
                listed.text.toHtmlEscaped(),
                listed.action->shortcut().toString(QKeySequence::NativeText).toHtmlEscaped(), faint.name()));
    }
    return groups;
}

/// In rows: a title is as high as two.
qsizetype heightOf(const Group &group)
{
    return group.rows.size() + 2;
}

/// The column of each group: the first that has room for it. Nothing where a group finds none.
std::vector<std::size_t> columnsOf(const std::vector<Group> &groups, qsizetype room)
{
    std::vector<std::size_t> columns;
    std::array<qsizetype, columnCount> filled = {};
    for (const Group &group : groups) {
        const auto column =
            std::ranges::find_if(filled, [&](qsizetype rows) { return rows + heightOf(group) <= room; });
        if (column == filled.end())
            return {};
        *column += heightOf(group);
        columns.push_back(std::size_t(column - filled.begin()));
    }
    return columns;
}

/// As low as the columns can be.
std::vector<std::size_t> lowestColumnsOf(const std::vector<Group> &groups)
{
    std::vector<std::size_t> columns;
    for (qsizetype room = 1; columns.size() < groups.size(); ++room)
        columns = columnsOf(groups, room);
    return columns;
}

} // namespace

ShortcutOverlay::ShortcutOverlay(QMainWindow *window) : QDialog(window)
{
    setObjectName(u"shortcuts"_s);
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    const std::vector<Group> groups = groupsOf(*window, coloursOf(palette()).faintText);
    auto *page = new QWidget(this);
    auto *columns = new QHBoxLayout(page);
    columns->setSpacing(32);
    QStringList texts(columnCount);
    const std::vector<std::size_t> places = lowestColumnsOf(groups);
    for (std::size_t i = 0; i < groups.size(); ++i)
        texts[qsizetype(places[i])] += u"<h3>%1</h3><table width=\"100%\">%2</table>"_s.arg(
            groups[i].menu.toHtmlEscaped(), groups[i].rows.join(QString()));
    for (const QString &text : texts) {
        auto *label = new QLabel(text, page);
        label->setTextFormat(Qt::RichText);
        label->setAlignment(Qt::AlignTop);
        columns->addWidget(label, 1);
    }
    auto *area = new QScrollArea(this);
    area->setObjectName(u"shortcuts.page"_s);
    area->setAccessibleName(tr("Keys of all actions"));
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *rowsOfDialog = new QVBoxLayout(this);
    rowsOfDialog->addWidget(area, 1);
    rowsOfDialog->addWidget(buttons);
    page->layout()->activate();
    area->setMinimumWidth(page->sizeHint().width() + 40); // beside a scroll bar
    const QSize room = window->screen()->availableSize() * 0.9;
    resize(QSize(page->sizeHint() + QSize(120, 100)).boundedTo(room));
}

} // namespace ui

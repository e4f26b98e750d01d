// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/dialogs/repair_findings.h"

#include <QHeaderView>
#include <QResizeEvent>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int findingRule = Qt::UserRole;

QString wordOf(repair::Confidence confidence)
{
    switch (confidence) {
    case repair::Confidence::Certain: return RepairFindings::tr("certain");
    case repair::Confidence::Likely: return RepairFindings::tr("likely");
    case repair::Confidence::Ask: return RepairFindings::tr("please look");
    }
    Q_UNREACHABLE_RETURN({});
}

/// Draws sentences over as many lines as they need, which a tree does not do by itself, and places in one line.
class FindingDelegate : public QStyledItemDelegate
{
public:
    explicit FindingDelegate(RepairFindings *findings) : QStyledItemDelegate(findings), m_findings(findings) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize plain = QStyledItemDelegate::sizeHint(option, index);
        if (index.parent().isValid())
            return plain;
        // The arrow and the box to tick stand before the text.
        const int width = m_findings->viewport()->width() - m_findings->indentation() - 2 * plain.height();
        const QRect text = option.fontMetrics.boundingRect(QRect(0, 0, std::max(width, 80), 10'000), Qt::TextWordWrap,
                                                           index.data().toString());
        return {plain.width(), std::max(plain.height(), text.height() + 8)};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.parent().isValid()) {
            option->features &= ~QStyleOptionViewItem::WrapText;
            option->textElideMode = Qt::ElideRight;
        }
    }

private:
    RepairFindings *m_findings;
};

QTreeWidgetItem *topOf(QTreeWidgetItem *item)
{
    return item->parent() != nullptr ? item->parent() : item;
}

repair::RuleId ruleOf(const QTreeWidgetItem *item)
{
    return repair::RuleId(item->data(0, findingRule).toInt());
}

} // namespace

RepairFindings::RepairFindings(QWidget *parent) : QTreeWidget(parent)
{
    setObjectName(u"repair.findings"_s);
    setAccessibleName(tr("Findings"));
    setHeaderHidden(true);
    setColumnCount(1);
    setWordWrap(true);
    setTextElideMode(Qt::ElideNone);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setIndentation(16);
    setItemDelegate(new FindingDelegate(this));
    connect(this, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) { choose(item); });
    connect(this, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem *item) {
        if (item->checkState(0) == Qt::Checked)
            m_rules.add(ruleOf(item));
        else
            m_rules.remove(ruleOf(item));
        Q_EMIT rulesChanged();
    });
}

void RepairFindings::resizeEvent(QResizeEvent *event)
{
    QTreeWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        scheduleDelayedItemsLayout();
}

void RepairFindings::begin()
{
    const QSignalBlocker blocker(this);
    clear();
    m_findings.clear();
}

void RepairFindings::show(const QList<session::RepairFinding> &findings)
{
    bool hasDoubts = false;
    {
        const QSignalBlocker blocker(this);
        for (const session::RepairFinding &finding : findings) {
            const auto known = std::ranges::find(m_findings, finding.rule, &session::RepairFinding::rule);
            if (known == m_findings.end())
                m_findings.append(finding);
            else
                *known = finding;
            if (!m_known.has(finding.rule)) {
                m_known.add(finding.rule);
                // What is doubtful waits for somebody to switch it on, where that makes a difference.
                if (repair::rule(finding.rule).confidence == repair::Confidence::Ask && finding.hasEffect) {
                    m_rules.remove(finding.rule);
                    hasDoubts = true;
                }
            }
            fill(itemOf(finding.rule), finding);
        }
    }
    if (hasDoubts)
        Q_EMIT rulesChanged();
}

QTreeWidgetItem *RepairFindings::itemOf(repair::RuleId rule)
{
    int row = 0;
    for (; row < topLevelItemCount() && ruleOf(topLevelItem(row)) <= rule; ++row) {
        if (ruleOf(topLevelItem(row)) == rule)
            return topLevelItem(row);
    }
    auto *item = new QTreeWidgetItem;
    item->setData(0, findingRule, int(rule));
    insertTopLevelItem(row, item);
    return item;
}

void RepairFindings::fill(QTreeWidgetItem *item, const session::RepairFinding &finding)
{
    const repair::Rule &rule = repair::rule(finding.rule);
    const QString sentence = QString::fromUtf8(rule.sentence.data(), qsizetype(rule.sentence.size()));
    item->setText(0, tr("%1 (%2×, %3)").arg(sentence).arg(finding.count).arg(wordOf(rule.confidence)));
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (finding.hasEffect) {
        flags |= Qt::ItemIsUserCheckable;
        item->setCheckState(0, m_rules.has(finding.rule) ? Qt::Checked : Qt::Unchecked);
    } else {
        item->setToolTip(0, tr("This comes with other findings and cannot be switched off alone."));
    }
    item->setFlags(flags);
    while (item->childCount() > finding.places.size())
        delete item->takeChild(item->childCount() - 1);
    for (int i = 0; i < finding.places.size(); ++i) {
        QTreeWidgetItem *child = i < item->childCount() ? item->child(i) : new QTreeWidgetItem(item);
        child->setData(0, findingRule, int(finding.rule));
        child->setText(0, tr("Line %1: %2").arg(finding.places[i].line).arg(finding.places[i].excerpt));
        child->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    }
}

const session::RepairFinding *RepairFindings::findingOf(const QTreeWidgetItem *item) const
{
    const auto finding = std::ranges::find(m_findings, ruleOf(item), &session::RepairFinding::rule);
    return finding == m_findings.end() ? nullptr : &*finding;
}

repair::RuleSet RepairFindings::rules() const
{
    return m_rules;
}

std::optional<repair::RuleId> RepairFindings::currentRule() const
{
    return currentItem() == nullptr ? std::nullopt : std::optional(ruleOf(currentItem()));
}

QList<session::RepairPlace> RepairFindings::currentPlaces() const
{
    const session::RepairFinding *finding = currentItem() == nullptr ? nullptr : findingOf(currentItem());
    return finding == nullptr ? QList<session::RepairPlace>() : finding->places;
}

void RepairFindings::choose(QTreeWidgetItem *item)
{
    Q_EMIT findingChosen();
    if (item == nullptr)
        return;
    const session::RepairFinding *finding = findingOf(item);
    const int place = item->parent() == nullptr ? 0 : topOf(item)->indexOfChild(item);
    if (finding != nullptr && place < finding->places.size())
        Q_EMIT placeChosen(finding->places[place]);
}

} // namespace ui

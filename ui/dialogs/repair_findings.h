// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_repair.h"

#include <QTreeWidget>

namespace ui {

/// What a repair found, rule by rule, each to switch on and off, with the places below it.
class RepairFindings : public QTreeWidget
{
    Q_OBJECT

public:
    explicit RepairFindings(QWidget *parent = nullptr);

    /// Shows the findings of a try. Rules that are switched off, and so found nothing, stay in the list.
    void show(const QList<session::RepairFinding> &findings);
    /// Forgets what was found, but not what is switched off: other findings may come.
    void begin();

    /// All rules but those that are switched off.
    [[nodiscard]] repair::RuleSet rules() const;
    /// The rule of the current line, or of the place in it; nothing where no line is current.
    [[nodiscard]] std::optional<repair::RuleId> currentRule() const;
    /// Its places.
    [[nodiscard]] QList<session::RepairPlace> currentPlaces() const;

Q_SIGNALS:
    void rulesChanged();
    /// The user looks at a finding or at one of its places: the first one, then. findingChosen() also where none is left.
    void placeChosen(const session::RepairPlace &place);
    void findingChosen();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void choose(QTreeWidgetItem *item);
    [[nodiscard]] QTreeWidgetItem *itemOf(repair::RuleId rule);
    void fill(QTreeWidgetItem *item, const session::RepairFinding &finding);
    [[nodiscard]] const session::RepairFinding *findingOf(const QTreeWidgetItem *item) const;

    QList<session::RepairFinding> m_findings;
    repair::RuleSet m_rules = repair::RuleSet::all();
    repair::RuleSet m_known; // rules that were shown once: what the user said of them counts
};

} // namespace ui

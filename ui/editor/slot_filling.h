// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QString>
#include <QTextCursor>

namespace ui {

class RstEditor;

/// The way through the slots of a template, and the descriptions of new pictures, with Tab. What is typed into a slot goes
/// into all others of its name: the last day of an election stands in several places, and is to be the same in all.
class SlotFilling : public QObject
{
    Q_OBJECT

public:
    explicit SlotFilling(RstEditor *editor);

    /// Goes to the slot after the cursor; false where there is none and none was being filled in.
    bool goOn();

private:
    void begin();
    void fillOthers();
    [[nodiscard]] bool isWithin() const;

    RstEditor *m_editor;
    QString m_slot; // that is being filled in, with its marks; empty if none is
    QTextCursor m_begin;
    QTextCursor m_end;
};

} // namespace ui

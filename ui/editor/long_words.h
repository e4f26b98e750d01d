// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

class QPlainTextEdit;

namespace ui {

/// Breaks lines between words, as it should be, until a word is so long that this takes longer than a user waits: Qt
/// measures the rest of a word again for each line that it breaks it into. While there is such a word, lines end anywhere.
class LongWords : public QObject
{
    Q_OBJECT

public:
    explicit LongWords(QPlainTextEdit *editor);

private:
    void look(int position, int removed, int added);

    QPlainTextEdit *m_editor;
};

} // namespace ui

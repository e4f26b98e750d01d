// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_session.h"

#include <QStatusBar>

class QLabel;

namespace ui {

/// The window's lowest line: state of the file, words, problems, encoding, and where the cursor is.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setRendering(const session::Rendering &rendering);
    /// The selected text, whose words are counted; empty for none.
    void setSelection(const QString &selected);
    void setFormat(session::FileFormat format);
    /// In which language spelling is checked, in a word and in a sentence; empty where it is not.
    void setSpelling(const QString &word, const QString &sentence);
    void setPosition(int line, int column);
    /// `branch` is the one that alone holds the text, if that is so.
    void setSaved(bool isSaved, bool hasFile, const QString &branch);
    void setLink(const QString &link);

private:
    void showWords();

    int m_count = 0;     // words of the post
    int m_selected = -1; // words of the selection; -1 for none
    QLabel *m_state;
    QLabel *m_words;
    QLabel *m_spelling;
    QLabel *m_format;
    QLabel *m_position;
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/status_line.h"

#include "session/text_statistics.h"

#include <QLabel>

using namespace Qt::StringLiterals;

namespace ui {

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    , m_state(new QLabel(this))
    , m_words(new QLabel(this))
    , m_spelling(new QLabel(this))
    , m_format(new QLabel(this))
    , m_position(new QLabel(this))
{
    setSizeGripEnabled(false);
    m_state->setObjectName(u"status.state"_s);
    m_words->setObjectName(u"status.words"_s);
    m_spelling->setObjectName(u"status.spelling"_s);
    m_format->setObjectName(u"status.format"_s);
    m_position->setObjectName(u"status.position"_s);
    for (QLabel *label : {m_state, m_words, m_spelling, m_format, m_position}) {
        label->setContentsMargins(8, 0, 8, 0);
        addPermanentWidget(label);
    }
    m_spelling->hide();
}

void StatusLine::setRendering(const session::Rendering &rendering)
{
    m_count = rendering.words;
    showWords();
}

void StatusLine::setSelection(const QString &selected)
{
    m_selected = selected.isEmpty() ? -1 : session::wordsIn(selected);
    showWords();
}

void StatusLine::showWords()
{
    const auto counted = [](int words) { return words == 1 ? tr("1 word") : tr("%1 words").arg(words); };
    if (m_selected >= 0) {
        m_words->setText(tr("%1 of %2 selected").arg(m_selected).arg(counted(m_count)));
        return;
    }
    const int minutes = session::readingMinutes(m_count);
    m_words->setText(counted(m_count) + u" · "_s +
                     (minutes < 1 ? tr("under a minute") : tr("%1 min", "reading time").arg(minutes)));
}

void StatusLine::setFormat(session::FileFormat format)
{
    const QString ends = format.lineEnding == session::LineEnding::CrLf ? u"CR LF"_s : u"LF"_s;
    m_format->setText(ends + (format.hasByteOrderMark ? u" UTF-8 BOM"_s : u" UTF-8"_s));
}

void StatusLine::setSpelling(const QString &word, const QString &sentence)
{
    m_spelling->setText(word);
    m_spelling->setToolTip(sentence);
    m_spelling->setAccessibleDescription(sentence);
    m_spelling->setVisible(!word.isEmpty());
}

void StatusLine::setPosition(int line, int column)
{
    m_position->setText(tr("Line %1, column %2").arg(line).arg(column));
}

void StatusLine::setSaved(bool isSaved, bool hasFile, const QString &branch)
{
    m_state->setText(!isSaved            ? tr("Not saved")
                     : !branch.isEmpty() ? tr("Committed on %1").arg(branch)
                     : hasFile           ? tr("Saved")
                                         : tr("New"));
}

void StatusLine::setLink(const QString &link)
{
    link.isEmpty() ? clearMessage() : showMessage(link);
}

} // namespace ui

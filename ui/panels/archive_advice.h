// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_neighbours.h"
#include "session/problems.h"

#include <QLabel>

namespace ui {

/// What the blog's other posts say about this one, in a line at the head of the form: names that are written otherwise
/// there, what is taken already, and the posts beside this one. It is one line whatever they say, for the text below must
/// not move while somebody types; what has no room is in the tool tip, and comes when what is before it was settled.
class ArchiveAdvice : public QLabel
{
    Q_OBJECT

public:
    explicit ArchiveAdvice(QWidget *parent = nullptr);

    /// Takes from all problems those that the archive found.
    void setProblems(const std::vector<session::Problem> &problems);
    void setNeighbours(const session::PostNeighbours &neighbours);
    void clear();

Q_SIGNALS:
    /// The user takes what is proposed for a place of the text.
    void replacementWanted(session::TextRange range, const QString &replacement);
    /// The user wants to see a place of the text.
    void placeWanted(session::TextRange range);
    void postWanted(const QString &path);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// A sentence with one link; all of it is plain text but `address`.
    struct Advice {
        QString before;
        QString link;
        QString after;
        QString address;

        [[nodiscard]] QString plain() const { return before + link + after; }
        [[nodiscard]] QString html() const;
    };

    void compose();
    void follow(const QString &link);
    void addFindings(QList<Advice> &all) const;
    void addNeighbours(QList<Advice> &all);
    [[nodiscard]] Advice adviceOf(const session::NamedPost &post, const QString &sentence);
    [[nodiscard]] Advice fitted(Advice advice) const;

    std::vector<session::Problem> m_problems;
    session::PostNeighbours m_neighbours;
    QStringList m_paths; // that links lead to
};

} // namespace ui

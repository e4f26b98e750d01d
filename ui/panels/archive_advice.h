// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_neighbours.h"
#include "session/problems.h"

#include <QLabel>

namespace ui {

/// What the blog's other posts say about this one, in a few lines below the form: names that are written otherwise there,
/// what is taken already, and the posts beside this one. Not there where they say nothing.
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
    void compose();
    void follow(const QString &link);
    [[nodiscard]] QStringList findingLines() const;
    [[nodiscard]] QStringList neighbourLines();
    [[nodiscard]] int widthOf(const QString &html) const;
    [[nodiscard]] QString postLink(const session::NamedPost &post);

    std::vector<session::Problem> m_problems;
    session::PostNeighbours m_neighbours;
    QStringList m_paths; // that links lead to
};

} // namespace ui

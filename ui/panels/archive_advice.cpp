// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/panels/archive_advice.h"

#include <QFontMetrics>
#include <QResizeEvent>
#include <QTextDocumentFragment>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr std::size_t mostFindings = 3; // the others stand in the list of problems
constexpr qsizetype longestTitle = 40;

constexpr QLatin1StringView replaceLink("replace:");
constexpr QLatin1StringView placeLink("place:");
constexpr QLatin1StringView postAddress("post:");

QString adviceLink(QLatin1StringView kind, qsizetype index, const QString &words)
{
    return u"<a href=\"%1%2\">%3</a>"_s.arg(kind).arg(index).arg(words.toHtmlEscaped());
}

} // namespace

ArchiveAdvice::ArchiveAdvice(QWidget *parent) : QLabel(parent)
{
    setObjectName(u"form.advice"_s);
    setAccessibleName(tr("What the blog's other posts say"));
    setTextFormat(Qt::RichText); // all that comes from posts is escaped
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setForegroundRole(QPalette::PlaceholderText);
    setWordWrap(true);
    hide();
    connect(this, &QLabel::linkActivated, this, &ArchiveAdvice::follow);
}

void ArchiveAdvice::setProblems(const std::vector<session::Problem> &problems)
{
    m_problems.clear();
    std::ranges::copy_if(problems, std::back_inserter(m_problems),
                         [](const session::Problem &problem) { return problem.rule.starts_with("archive."); });
    compose();
}

void ArchiveAdvice::setNeighbours(const session::PostNeighbours &neighbours)
{
    m_neighbours = neighbours;
    compose();
}

void ArchiveAdvice::clear()
{
    m_problems.clear();
    setNeighbours({});
}

void ArchiveAdvice::compose()
{
    m_paths.clear();
    const QString lines = (findingLines() + neighbourLines()).join("<br>"_L1);
    if (lines != text())
        setText(lines); // and keep the place of the keyboard where nothing changes
    setVisible(!lines.isEmpty());
}

void ArchiveAdvice::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        compose();
}

QStringList ArchiveAdvice::findingLines() const
{
    QStringList lines;
    for (std::size_t i = 0; i < std::min(m_problems.size(), mostFindings); ++i) {
        const session::Problem &problem = m_problems[i];
        const QString link = problem.replacement
                                 ? adviceLink(replaceLink, qsizetype(i), tr("Write “%1”").arg(*problem.replacement))
                                 : adviceLink(placeLink, qsizetype(i), tr("Show it"));
        lines.append(problem.plain.toHtmlEscaped() + u' ' + link);
    }
    if (m_problems.size() > mostFindings)
        lines.append(
            tr("%n more of this kind in the list of problems.", nullptr, int(m_problems.size() - mostFindings)));
    return lines;
}

QString ArchiveAdvice::postLink(const session::NamedPost &post)
{
    m_paths.append(post.path);
    const QString title =
        post.title.size() > longestTitle ? post.title.first(longestTitle - 1).trimmed() + u'…' : post.title;
    return adviceLink(postAddress, m_paths.size() - 1, title) + u' ' +
           (post.day.isEmpty() ? tr("(draft)") : u'(' + post.day.first(4) + u')');
}

int ArchiveAdvice::widthOf(const QString &html) const
{
    return fontMetrics().horizontalAdvance(QTextDocumentFragment::fromHtml(html).toPlainText());
}

QStringList ArchiveAdvice::neighbourLines()
{
    QStringList series;
    if (m_neighbours.previous)
        series.append(tr("Before this one in its series: %1").arg(postLink(*m_neighbours.previous)));
    if (m_neighbours.next)
        series.append(tr("After it: %1").arg(postLink(*m_neighbours.next)));
    QStringList similar;
    int room = contentsRect().width() - widthOf(tr("Similar: %1"));
    for (const session::NamedPost &post : m_neighbours.similar) {
        const QString link = postLink(post);
        room -= widthOf(link + u" · "_s);
        if (room < 0 && !similar.isEmpty())
            break; // one line, whatever is found: the text below must not jump at every word
        similar.append(link);
    }
    QStringList lines;
    if (!series.isEmpty())
        lines.append(series.join(u" · "_s));
    if (!similar.isEmpty())
        lines.append(tr("Similar: %1").arg(similar.join(u" · "_s)));
    return lines;
}

void ArchiveAdvice::follow(const QString &link)
{
    const qsizetype colon = link.indexOf(u':');
    const auto index = std::size_t(QStringView(link).sliced(colon + 1).toULongLong());
    if (link.startsWith(postAddress)) {
        if (index < std::size_t(m_paths.size()))
            Q_EMIT postWanted(m_paths[qsizetype(index)]);
    } else if (index < m_problems.size()) {
        const session::Problem problem = m_problems[index]; // the answer may bring others
        if (problem.replacement)
            Q_EMIT replacementWanted(problem.range, *problem.replacement);
        else
            Q_EMIT placeWanted(problem.range);
    }
}

} // namespace ui

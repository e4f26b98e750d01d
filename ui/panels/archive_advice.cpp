// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/panels/archive_advice.h"

#include "ui/plain_words.h"

#include <QFontMetrics>
#include <QResizeEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qsizetype longestTitle = 40;
constexpr QStringView between = u" · ";

constexpr QLatin1StringView replaceLink("replace:");
constexpr QLatin1StringView placeLink("place:");
constexpr QLatin1StringView postAddress("post:");

} // namespace

ArchiveAdvice::ArchiveAdvice(QWidget *parent) : QLabel(parent)
{
    setObjectName(u"form.advice"_s);
    setAccessibleName(tr("What the blog's other posts say"));
    setTextFormat(Qt::RichText); // all that comes from posts is escaped
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setForegroundRole(QPalette::PlaceholderText);
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
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

QString ArchiveAdvice::Advice::html() const
{
    return before.toHtmlEscaped() + u"<a href=\"%1\">"_s.arg(address) + link.toHtmlEscaped() + u"</a>"_s +
           after.toHtmlEscaped();
}

void ArchiveAdvice::compose()
{
    m_paths.clear();
    QList<Advice> advices;
    addFindings(advices);
    addNeighbours(advices);

    QString line;
    QStringList lines;
    int room = contentsRect().width();
    bool isFull = false;
    for (const Advice &advice : std::as_const(advices)) {
        lines.append(advice.plain());
        const Advice shown = line.isEmpty() ? fitted(advice) : advice;
        if (!line.isEmpty())
            room -= fontMetrics().horizontalAdvance(between.toString());
        room -= fontMetrics().horizontalAdvance(shown.plain());
        isFull = isFull || (room < 0 && !line.isEmpty());
        if (isFull)
            continue;
        if (!line.isEmpty())
            line += between;
        line += shown.html();
    }
    if (line != text())
        setText(line); // and keep the place of the keyboard where nothing changes
    if (const QString all = lines.join(u'\n'); all != accessibleDescription()) { // it is composed at every key
        setToolTip(plainToolTip(all));
        setAccessibleDescription(all);
    }
}

void ArchiveAdvice::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        compose();
}

void ArchiveAdvice::addFindings(QList<Advice> &all) const
{
    for (std::size_t i = 0; i < m_problems.size(); ++i) {
        const session::Problem &problem = m_problems[i];
        const bool isMended = problem.replacement.has_value();
        all.append({.before = problem.plain + u' ',
                    .link = isMended ? tr("Write “%1”").arg(*problem.replacement) : tr("Show it"),
                    .after = {},
                    .address = (isMended ? replaceLink : placeLink) + QString::number(i)});
    }
}

/// What a sentence with "%1" says of a post.
ArchiveAdvice::Advice ArchiveAdvice::adviceOf(const session::NamedPost &post, const QString &sentence)
{
    m_paths.append(post.path);
    const QString title =
        post.title.size() > longestTitle ? post.title.first(longestTitle - 1).trimmed() + u'…' : post.title;
    const qsizetype place = sentence.indexOf("%1"_L1);
    return {.before = sentence.first(place),
            .link = title,
            .after = sentence.sliced(place + 2) + u' ' +
                     (post.day.isEmpty() ? tr("(draft)") : u'(' + post.day.first(4) + u')'),
            .address = postAddress + QString::number(m_paths.size() - 1)};
}

void ArchiveAdvice::addNeighbours(QList<Advice> &all)
{
    if (m_neighbours.previous)
        all.append(adviceOf(*m_neighbours.previous, tr("Before this one in its series: %1")));
    if (m_neighbours.next)
        all.append(adviceOf(*m_neighbours.next, tr("After it: %1")));
    for (const session::NamedPost &post : m_neighbours.similar)
        all.append(adviceOf(post, &post == &m_neighbours.similar.front() ? tr("Similar: %1") : u"%1"_s));
}

/// The advice with its words shortened to the room of the line, its link whole: a title where the link is one, else what
/// is said before the link.
ArchiveAdvice::Advice ArchiveAdvice::fitted(Advice advice) const
{
    QString &words = advice.address.startsWith(postAddress) ? advice.link : advice.before;
    const int others = fontMetrics().horizontalAdvance(advice.plain()) - fontMetrics().horizontalAdvance(words);
    words = fontMetrics().elidedText(words, Qt::ElideRight, std::max(0, contentsRect().width() - others));
    return advice;
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

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/models/archive_model.h"

#include "ui/theme.h"

#include "archive/label_names.h"

#include <QCollator>
#include <QGuiApplication>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString archiveText(const std::string &text)
{
    return QString::fromStdString(text);
}

QString stateWord(archive::PostState state)
{
    switch (state) {
    case archive::PostState::Draft: return ArchiveModel::tr("draft");
    case archive::PostState::Scheduled: return ArchiveModel::tr("scheduled");
    case archive::PostState::Published: return ArchiveModel::tr("published");
    case archive::PostState::Page: return ArchiveModel::tr("page");
    }
    return {};
}

/// The mark tells the state by its shape: a draft is open, what waits is half full.
QString markOf(archive::PostState state)
{
    switch (state) {
    case archive::PostState::Draft: return u"○ "_s;
    case archive::PostState::Scheduled: return u"◐ "_s;
    case archive::PostState::Published:
    case archive::PostState::Page: break;
    }
    return {};
}

QString titleOf(const archive::ArchivedPost &post)
{
    return archiveText(post.title.empty() ? post.slug : post.title);
}

int problemsOf(const archive::ArchivedPost &post)
{
    return post.errors + post.warnings + post.looksWrong;
}

int numberOf(const archive::ArchivedPost &post, int column)
{
    switch (column) {
    case ArchiveModel::ProblemsColumn: return problemsOf(post);
    case ArchiveModel::PicturesColumn: return post.pictures;
    case ArchiveModel::MissingColumn: return post.missingAlternatives;
    default: return 0;
    }
}

} // namespace

void ArchiveModel::setPosts(session::KnownPostsPtr posts)
{
    if (m_hasHits) { // what is shown is the search's
        m_all = std::move(posts);
        return;
    }
    beginResetModel();
    m_groups.clear();
    m_all = std::move(posts);
    endResetModel();
    regroup();
}

void ArchiveModel::setGrouping(Grouping grouping)
{
    m_grouping = grouping;
    if (!m_hasHits)
        regroup();
}

void ArchiveModel::setHits(const std::vector<archive::SearchHit> &hits)
{
    beginResetModel();
    m_hasHits = true;
    m_found.clear();
    m_snippets.clear();
    m_groups.assign(1, {});
    for (const archive::SearchHit &hit : hits) {
        m_groups.front().posts.push_back(m_found.size());
        m_found.push_back(hit.post);
        QString snippet = archiveText(hit.snippet);
        snippet.remove(QLatin1Char(archive::snippetBegin)).remove(QLatin1Char(archive::snippetEnd));
        // Found in the title, which stands above already.
        if (snippet.startsWith(archiveText(hit.post.title)))
            snippet = archiveText(hit.post.excerpt);
        m_snippets.push_back(snippet.simplified());
    }
    endResetModel();
}

void ArchiveModel::clearHits()
{
    if (!m_hasHits)
        return;
    beginResetModel();
    m_hasHits = false;
    m_groups.clear();
    m_snippets.clear();
    endResetModel();
    regroup();
}

void ArchiveModel::regroup()
{
    beginResetModel();
    m_groups.clear();
    switch (m_grouping) {
    case Grouping::Year: {
        addGroup(tr("Drafts"), archive::PostState::Draft);
        addGroup(tr("Scheduled"), archive::PostState::Scheduled);
        std::map<int, std::vector<std::size_t>, std::greater<>> years;
        for (std::size_t i = 0; i < shown().size(); ++i) {
            if (shown()[i].state == archive::PostState::Published)
                years[shown()[i].year()].push_back(i);
        }
        for (auto &[year, posts] : years)
            m_groups.push_back({QString::number(year), std::move(posts)});
        addGroup(tr("Other pages"), archive::PostState::Page);
        break;
    }
    case Grouping::Tag: addLabelGroups(archive::LabelKind::Tag); break;
    case Grouping::Author: addLabelGroups(archive::LabelKind::Author); break;
    case Grouping::Series: addLabelGroups(archive::LabelKind::Series); break;
    case Grouping::None:
        m_groups.assign(1, {});
        for (std::size_t i = 0; i < shown().size(); ++i)
            m_groups.front().posts.push_back(i);
        break;
    }
    sortGroups();
    endResetModel();
}

void ArchiveModel::addGroup(const QString &title, archive::PostState state)
{
    Group group{.title = title};
    for (std::size_t i = 0; i < shown().size(); ++i) {
        if (shown()[i].state == state)
            group.posts.push_back(i);
    }
    if (!group.posts.empty())
        m_groups.push_back(std::move(group));
}

void ArchiveModel::addLabelGroups(archive::LabelKind kind)
{
    std::map<std::string, std::vector<std::size_t>> labels;
    for (std::size_t i = 0; i < shown().size(); ++i) {
        for (std::string &label : archive::labelsOf(shown()[i], kind))
            labels[std::move(label)].push_back(i);
    }
    for (auto &[label, posts] : labels) {
        // One post is no series.
        if (kind != archive::LabelKind::Series || posts.size() > 1)
            m_groups.push_back({archiveText(label), std::move(posts)});
    }
    std::ranges::stable_sort(m_groups, std::ranges::greater{}, [](const Group &group) { return group.posts.size(); });
}

void ArchiveModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_order = order;
    if (!m_hasHits)
        regroup();
}

void ArchiveModel::sortGroups()
{
    if (m_sortColumn < 0)
        return;
    const QCollator collator;
    const auto isLess = [&](std::size_t left, std::size_t right) {
        const archive::ArchivedPost &a = shown()[left], &b = shown()[right];
        if (m_sortColumn == TitleColumn)
            return collator.compare(titleOf(a), titleOf(b)) < 0;
        if (m_sortColumn == DateColumn)
            return a.date < b.date;
        return numberOf(a, m_sortColumn) < numberOf(b, m_sortColumn);
    };
    for (Group &group : m_groups) {
        if (m_order == Qt::AscendingOrder)
            std::ranges::stable_sort(group.posts, isLess);
        else
            std::ranges::stable_sort(group.posts,
                                     [&](std::size_t left, std::size_t right) { return isLess(right, left); });
    }
}

const archive::ArchivedPost *ArchiveModel::postAt(const QModelIndex &index) const
{
    if (!index.isValid() || (!isFlat() && index.internalId() == 0))
        return nullptr;
    const Group &group = m_groups[isFlat() ? 0 : index.internalId() - 1];
    return &shown()[group.posts[std::size_t(index.row())]];
}

QModelIndex ArchiveModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    // A post keeps the number of its group, from 1.
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex ArchiveModel::parent(const QModelIndex &index) const
{
    return !index.isValid() || index.internalId() == 0 ? QModelIndex()
                                                       : createIndex(int(index.internalId()) - 1, 0, quintptr(0));
}

int ArchiveModel::rowCount(const QModelIndex &parent) const
{
    if (isFlat())
        return parent.isValid() || m_groups.empty() ? 0 : int(m_groups.front().posts.size());
    if (!parent.isValid())
        return int(m_groups.size());
    return parent.internalId() == 0 && parent.column() == 0 ? int(m_groups[std::size_t(parent.row())].posts.size()) : 0;
}

int ArchiveModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString ArchiveModel::snippetAt(const QModelIndex &index) const
{
    const archive::ArchivedPost *post = m_hasHits ? postAt(index) : nullptr;
    return post ? m_snippets[std::size_t(post - shown().data())] : QString();
}

QString ArchiveModel::textOf(const archive::ArchivedPost &post, int column)
{
    if (column == DateColumn)
        return archiveText(post.date.substr(0, 10));
    if (column != TitleColumn)
        return numberOf(post, column) == 0 ? QString() : QString::number(numberOf(post, column));
    return markOf(post.state) + titleOf(post);
}

QVariant ArchiveModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const archive::ArchivedPost *post = postAt(index);
    if (!post) {
        const Group &group = m_groups[std::size_t(index.row())];
        if (role == Qt::DisplayRole && index.column() == TitleColumn)
            return u"%1  (%2)"_s.arg(group.title).arg(group.posts.size());
        return {};
    }
    switch (role) {
    case Qt::DisplayRole: return textOf(*post, index.column());
    case Qt::ToolTipRole:
        return u"%1\n%2 · %3\n%4"_s.arg(titleOf(*post), archiveText(post->date.empty() ? post->dateText : post->date),
                                        stateWord(post->state), archiveText(post->path));
    case Qt::AccessibleTextRole:
        if (index.column() == TitleColumn)
            return tr("%1, %2, %3, problems: %4. %5")
                .arg(titleOf(*post), stateWord(post->state), archiveText(post->date))
                .arg(problemsOf(*post))
                .arg(snippetAt(index));
        return {};
    case Qt::DecorationRole:
        if (index.column() != ProblemsColumn || problemsOf(*post) == 0)
            return {};
        return severityIconOfRow(post->errors > 0     ? session::Severity::Error
                                 : post->warnings > 0 ? session::Severity::Warning
                                                      : session::Severity::LooksWrong,
                                 QGuiApplication::palette());
    case Qt::TextAlignmentRole:
        return int((index.column() >= ProblemsColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant ArchiveModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TitleColumn: return tr("Title");
    case DateColumn: return tr("Date");
    case ProblemsColumn: return tr("Problems");
    case PicturesColumn: return tr("Pictures");
    case MissingColumn: return tr("Without alt text");
    default: return {};
    }
}

} // namespace ui

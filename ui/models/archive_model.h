// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/blog_archive.h"

#include <QAbstractItemModel>

#include <cstdint>
#include <vector>

namespace ui {

/// The posts of a blog in groups, or what a search found, as two levels: groups and their posts.
class ArchiveModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { TitleColumn, DateColumn, ProblemsColumn, PicturesColumn, MissingColumn, ColumnCount };
    enum class Grouping : std::uint8_t { Year, Tag, Author, Series, None };

    explicit ArchiveModel(QObject *parent = nullptr) : QAbstractItemModel(parent) {}

    void setPosts(session::KnownPostsPtr posts);
    void setGrouping(Grouping grouping);
    [[nodiscard]] Grouping grouping() const { return m_grouping; }
    /// Shows what a search found instead, in its order.
    void setHits(const std::vector<archive::SearchHit> &hits);
    void clearHits();
    /// The words around what a search found at an index; empty without a search.
    [[nodiscard]] QString snippetAt(const QModelIndex &index) const;
    [[nodiscard]] bool hasHits() const { return m_hasHits; }

    /// The post at an index; null at a group.
    [[nodiscard]] const archive::ArchivedPost *postAt(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    struct Group {
        QString title = {};
        std::vector<std::size_t> posts = {}; // indexes of shown()
    };

    void regroup();
    void addGroup(const QString &title, archive::PostState state);
    void addLabelGroups(archive::LabelKind kind);
    void sortGroups();
    /// All posts, or those found.
    [[nodiscard]] const std::vector<archive::ArchivedPost> &shown() const
    {
        return m_hasHits ? m_found : m_all->posts();
    }
    [[nodiscard]] bool isFlat() const { return m_hasHits || m_grouping == Grouping::None; }
    [[nodiscard]] static QString textOf(const archive::ArchivedPost &post, int column);

    session::KnownPostsPtr m_all = std::make_shared<const archive::KnownPosts>(); // shared: there may be very many
    std::vector<archive::ArchivedPost> m_found;                                   // by a search
    std::vector<QString> m_snippets;                                              // beside them
    std::vector<Group> m_groups;
    Grouping m_grouping = Grouping::Year;
    bool m_hasHits = false;
    int m_sortColumn = -1; // as the archive has them
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace ui

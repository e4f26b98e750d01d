// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/known_labels.h"

#include "archive/label_names.h"

#include <algorithm>

namespace session {

QStringList KnownLabels::names() const
{
    QStringList all;
    for (const auto *labels : {&tags, &authors, &locations, &categories, &languages}) {
        for (const KnownLabel &label : *labels)
            all.append(label.label);
    }
    return all;
}

KnownLabels knownLabels(const post::BlogConfig &blog, const archive::KnownPosts &posts)
{
    const auto collect = [&](archive::LabelKind kind, std::vector<std::string> named) {
        const auto option = std::ranges::find(archive::labelOptions, kind, &archive::LabelOption::kind);
        for (const rst::NamedLabel &label : blog.site.namedLabels) {
            if (label.kind == option->pages)
                named.push_back(label.label);
        }
        std::vector<KnownLabel> labels;
        for (const archive::LabelCount &count : posts.labels(kind))
            labels.push_back({QString::fromStdString(count.label), count.posts});
        for (const std::string &name : named) {
            if (const QString label = QString::fromStdString(name);
                !std::ranges::contains(labels, label, &KnownLabel::label))
                labels.push_back({label, 0});
        }
        return labels;
    };
    return {.tags = collect(archive::LabelKind::Tag, {}),
            .authors = collect(archive::LabelKind::Author, blog.authors.empty() ? blog.defaultAuthor : blog.authors),
            .locations = collect(archive::LabelKind::Location, blog.locations),
            .categories = collect(archive::LabelKind::Category, blog.categories),
            .languages = collect(archive::LabelKind::Language, blog.defaultLanguage)};
}

} // namespace session

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/date_meaning.h"
#include "session/text_positions.h"

#include "post/blog_config.h"

#include <QDate>
#include <QMap>
#include <QString>

#include <expected>
#include <optional>
#include <string_view>
#include <vector>

namespace session {

/// The post's metadata as the form shows it: the text of every option, by its name in reStructuredText.
struct MetadataValues {
    bool hasPost = false;    // whether the text says that it is a post
    QString date = {};       // as written; empty for a draft
    QDate day = {};          // what it means, if anything
    QString dateFormat = {}; // of the blog
    DateState dateState = DateState::Draft;
    QString meaning = {};                // in words: what the site will do, and when
    QMap<QString, QString> options = {}; // a flag's text is empty
    TextRange range = {};                // of the directive or the fields; empty where there are none

    friend bool operator==(const MetadataValues &, const MetadataValues &) = default;
};

/// What the source says about the post, and what the site will make of it on the day `today`.
[[nodiscard]] MetadataValues metadataValues(std::string_view source, const TextPositions &positions,
                                            const post::BlogConfig &blog, const post::DateTime &today);

/// One change of the text.
struct TextChange {
    TextRange range = {};
    QString replacement = {};
};

/// The smallest changes, in the order of the text, that give an option (or the date) another value; no value takes the
/// option away. The error is one sentence.
[[nodiscard]] std::expected<std::vector<TextChange>, QString> metadataChanges(const QString &text, const QString &name,
                                                                              const std::optional<QString> &value,
                                                                              const post::BlogConfig &blog);

/// The form's name for the date, which is no option.
inline constexpr QLatin1StringView dateField("date");

} // namespace session

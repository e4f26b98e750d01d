// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/references/target_table.h"
#include "rst/settings.h"
#include "rst/sphinx/unique_file_names.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace rst {

/// What Sphinx keeps about one document while it reads it (its build environment and its domains), for one run.
class SphinxEnvironment
{
public:
    explicit SphinxEnvironment(const Settings &settings);

    /// 0, 1, 2 ... for each key (`env.new_serialno`).
    [[nodiscard]] std::uint32_t newSerial(std::string_view key) { return m_serials[std::string(key)]++; }

    /// An id made of `prefix` and `term` that no element has yet (`sphinx.util.nodes.make_id`).
    [[nodiscard]] std::string_view makeId(Document &document, const TargetTable &targets, std::string_view prefix,
                                          std::string_view term);

    /// Of `highlight`, for the directives after it.
    std::string highlightLanguage;
    UniqueFileNames images;                         // the files of pictures, as the site's image folder has them
    std::unordered_set<std::string> imageAddresses; // of those
    std::string program;                            // of `program`
    std::string pyModule;                           // of `py:module`
    std::vector<std::string> pyClasses;             // around this place, innermost last

    std::map<std::string, std::string, std::less<>> pyTypes; // `method`, `attribute` ... of objects, by name

    /// What is described or defined here, by type and name (`StandardDomain.objects`, `PythonDomain.objects`).
    using ObjectKey = std::pair<std::string, std::string>;
    std::map<ObjectKey, std::string_view, std::less<>> objects;
    std::unordered_map<std::string, std::string_view> terms;           // by lower-case name
    std::map<ObjectKey, std::string_view, std::less<>> programOptions; // by program and option
    std::unordered_map<std::string, std::uint32_t> equations;          // label -> number
    std::unordered_map<std::string, std::string_view> citations;       // label -> id
    std::unordered_set<std::string> citedLabels;
    /// Pages that ABlog makes because of this document, by label.
    std::unordered_map<std::string, SitePage> pages;

    struct Label {
        std::string_view id = {};
        std::string_view title = {};
    };
    std::unordered_map<std::string, Label> labels;                     // with a title
    std::unordered_map<std::string, std::string_view> anonymousLabels; // all

private:
    std::unordered_map<std::string, std::uint32_t> m_serials;
};

namespace sphinx {

// Types of what a document defines, as other documents ask for it, besides those of SphinxEnvironment::objects.
inline constexpr std::string_view pictureFile = "picture";   // a file by its path, in the order of the document
inline constexpr std::string_view outlineItem = "outline";   // see writtenItem(), in the order of the document
inline constexpr std::string_view foldedTerm = "term/lower"; // a term by its lower-case name
[[nodiscard]] inline std::string typeOfOption(std::string_view program)
{
    return "option/" + std::string(program);
}

} // namespace sphinx

/// An identifier that keeps capitals, dots and underscores (`sphinx.util.nodes._make_id`).
[[nodiscard]] std::string makeSphinxId(std::string_view text);

/// `make_id` of ABlog's pages: Unicode letters stay (`ablog.blog.slugify`).
[[nodiscard]] std::string slugify(std::string_view text);

/// Every run of white space as one blank; ends are kept (`ws_re.sub(' ', text)`).
[[nodiscard]] std::string collapsedSpaces(std::string_view text);

/// A path with what may not stand in a URI written as bytes (Python's `urllib.parse.quote`).
[[nodiscard]] std::string percentEncoded(std::string_view path);

/// The address of a page relative to another one, as Sphinx' html and dirhtml builders make it; empty for the page itself.
[[nodiscard]] std::string relativeUri(UriStyle style, std::string_view from, std::string_view to);

/// Where a path written in a document leads, relative to the source folder (`env.relfn2path`).
[[nodiscard]] std::string pathInSources(std::string_view docname, std::string_view path);

/// The document that a name written in another one means (`docname_join`).
[[nodiscard]] std::string joinDocname(std::string_view base, std::string_view name);

} // namespace rst

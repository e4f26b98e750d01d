// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/sphinx/sphinx_settings.h"

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rst {

/// Whose language the source is in: plain docutils, or Sphinx with ABlog.
enum class Dialect : std::uint8_t { Docutils, Sphinx };

/// Reads a file for `include`, `literalinclude`, `raw` and `csv-table`. The caller decides what may be read:
/// the engine itself opens nothing. `path` is as written in the source; the error is one clear sentence.
using FileReader = std::function<std::expected<std::string, std::string>(std::string_view path)>;

/// One run's settings; names and defaults are docutils'
/// (https://docutils.sourceforge.io/docs/user/config.html), as the conformance corpus gives them.
struct Settings {
    Dialect dialect = Dialect::Docutils;
    std::string sourcePath = "<string>";
    FileReader readFile = {}; // empty: file_insertion_enabled is off
    bool rawEnabled = true;
    unsigned tabWidth = 8;
    std::int64_t sourceDateEpoch =
        -1; // what the directive `date` calls now, in seconds since 1970 (UTC); -1 for the clock
    std::size_t lineLengthLimit = 10'000;
    /// How many messages a run gives before it says that there are more. docutils knows no limit; a post has a handful, the
    /// worst of the documents we compare with 350, and each costs as much memory as a page of text.
    std::size_t messageLimit = 5'000;
    bool pepReferences = false;
    bool rfcReferences = false;
    std::string pepBaseUrl = "https://peps.python.org/";
    std::string rfcBaseUrl = "https://tools.ietf.org/html/";
    bool docTitle = true;                                   // doctitle_xform
    bool docInfo = true;                                    // docinfo_xform
    bool sectionSubtitles = false;                          // sectsubtitle_xform
    bool stripComments = false;                             // strip_comments
    std::vector<std::string> stripClasses = {};             // strip_classes
    std::vector<std::string> stripElementsWithClasses = {}; // strip_elements_with_classes
    bool generator = false;                                 // names docutils in the footer
    std::string sourceUrl = {};                             // source_url, linked from the footer
    std::string datestamp = {};                             // a format of strftime(), for the footer
    SphinxSettings sphinx = {};
};

} // namespace rst

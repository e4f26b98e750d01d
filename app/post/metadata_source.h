// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/source_lines.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace post {

/// One option of a `post` directive, or one field of the front matter, where it stands.
struct SourceOption {
    std::string name = {};     // lower case for an option; as written for a field
    std::string value = {};    // its lines trimmed and joined by one blank; empty for a flag
    ByteRange lines = {};      // whole lines, line ends included
    ByteRange nameRange = {};  // between the colons
    ByteRange valueRange = {}; // empty behind the second colon where there is no value
};

/// A place that holds a post's metadata: a `post` directive, or the field list before the title.
struct MetadataBlock {
    enum class Kind { Directive, FrontMatter } kind = Kind::Directive;
    ByteRange range = {};      // from the first character to the end of the last line that is not blank
    ByteRange nameRange = {};  // `post`
    std::string dateText = {}; // the argument, its lines joined by one blank
    ByteRange argument = {};   // of a directive; empty behind the colons where there is none
    std::size_t argumentLines = 0;
    std::vector<SourceOption> options = {};
    ByteRange contents = {};                 // of a directive; empty where there is none
    std::string optionIndent = {};           // the white space that stands, or would stand, before an option
    std::size_t optionsBegin = 0;            // where the first option stands or would stand: the begin of a line
    std::size_t optionsEnd = 0;              // behind the last option's line, or as optionsBegin
    std::optional<ByteRange> strayText = {}; // text among the options, which makes docutils refuse the directive

    [[nodiscard]] const SourceOption *option(std::string_view name) const noexcept;
};

/// Where the metadata of a post stands in its source.
struct MetadataSource {
    std::vector<MetadataBlock> directives = {};
    std::optional<MetadataBlock> frontMatter = {}; // the field list before the title, whatever it is for
    std::size_t insertAt = 0;                      // where a directive would be put

    /// The block that says that this is a post: the first directive, or a front matter with `blogpost`.
    [[nodiscard]] const MetadataBlock *block() const noexcept;
};

/// Finds the `post` directives and the front matter of any bytes, by the rules of reStructuredText's blocks: text in
/// comments, literal blocks and paragraphs is none. Works for broken directives, too, which leave no node in the tree.
[[nodiscard]] MetadataSource findMetadata(std::string_view source);

} // namespace post

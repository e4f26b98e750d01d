// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"
#include "rst/writers/writer.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

/// What a document says, for the law of writers: trees of two sources are compared by it.
namespace said {

/// The columns before the text of the line at `begin`.
inline std::size_t indentAt(std::string_view text, std::size_t begin)
{
    const std::size_t end = std::min(text.find_first_not_of(' ', begin), text.size());
    return end - std::min(begin, text.size());
}

/// A tag without what depends on how a thing is written: identifiers, widths that a drawing gives, blanks in attributes.
inline std::string essence(std::string line)
{
    const std::size_t indent = indentAt(line, 0);
    for (std::size_t at = indent; (at = line.find(' ', at)) != line.npos;) {
        if (at + 1 < line.size() && (line[at + 1] == ' ' || line[at + 1] == '"'))
            line.erase(at, 1);
        else
            ++at;
    }
    for (const std::string_view attribute : {" ids=\"", " backrefs=\"", " refid=\"", " colwidth=\""}) {
        if (const std::size_t at = line.find(attribute); at != line.npos)
            line.erase(at, line.find('"', at + attribute.size()) + 1 - at);
    }
    return line;
}

inline void appendWords(std::string &to, std::string_view text)
{
    for (std::size_t at = 0; (at = text.find_first_not_of(' ', at)) != text.npos;) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        (to += ' ') += text.substr(at, end - at);
        at = end;
    }
}

/// The tree as pseudo-XML without docutils' messages and without empty comments, which keep apart what would be
/// one, and empty paragraphs, which say nothing. Blanks
/// and line ends within a text are alike, and texts side by side are one, but where blanks are preserved.
inline std::string tree(const rst::Document &document)
{
    const std::string tree = rst::writePseudoXml(document);
    std::string kept;
    std::optional<std::size_t> dropBelow, preserveBelow;
    for (std::size_t begin = 0; begin < tree.size();) {
        const std::size_t end = std::min(tree.find('\n', begin), tree.size());
        const std::string_view line = std::string_view(tree).substr(begin, end - begin);
        const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
        begin = end + 1;
        const bool isBlank = indent == line.size();
        if (dropBelow && (indent > *dropBelow || isBlank))
            continue;
        dropBelow.reset();
        if (preserveBelow && indent <= *preserveBelow && !isBlank)
            preserveBelow.reset();
        const std::string_view rest = line.substr(indent);
        if (rest.starts_with("<system_message ") || rest.starts_with("<section classes=\"system-messages\"")) {
            dropBelow = indent;
            continue;
        }
        if ((rest == "<comment xml:space=\"preserve\">" || rest == "<paragraph>") && indentAt(tree, begin) <= indent)
            continue;
        const bool isTag = rest.starts_with('<');
        if (!preserveBelow && !isTag) {
            appendWords(kept, rest);
            continue;
        }
        if (rest.contains(" xml:space=\"preserve\""))
            preserveBelow = indent;
        (kept += '\n') += (isTag ? essence(std::string(line)) : std::string(line));
    }
    return kept;
}

} // namespace said

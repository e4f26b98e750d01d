// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/template_slots.h"

#include <format>

namespace post {

std::vector<ByteRange> templateSlots(std::string_view source)
{
    std::vector<ByteRange> found;
    for (std::size_t at = source.find(slotBegin); at != std::string_view::npos;) {
        const std::size_t words = at + slotBegin.size();
        const std::string_view line = source.substr(words, source.find('\n', words) - words);
        const std::size_t length = line.find(slotEnd);
        const std::size_t next = source.find(slotBegin, words);
        if (length != std::string_view::npos && length > 0 && words + length < next) {
            found.push_back({at, words + length + slotEnd.size()});
        }
        at = next;
    }
    return found;
}

std::vector<Finding> slotFindings(std::string_view source)
{
    std::vector<Finding> findings;
    for (const ByteRange slot : templateSlots(source)) {
        const std::string_view marked = slot.of(source);
        findings.push_back(
            {.severity = Severity::Error,
             .rule = "template.slot",
             .range = slot,
             .text = std::format("“{}” is still to be filled in.",
                                 marked.substr(slotBegin.size(), marked.size() - slotBegin.size() - slotEnd.size()))});
    }
    return findings;
}

} // namespace post

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/metadata_findings.h"

#include "post/ablog_traps.h"
#include "post/field_marker.h"
#include "post/metadata_source.h"
#include "post/template_slots.h"

#include <algorithm>
#include <format>

namespace post {

namespace {

constexpr std::string_view knownOptions[] = {"tags",       "author",         "category",     "location", "language",
                                             "redirect",   "title",          "excerpt",      "image",    "exclude",
                                             "nocomments", "canonical_link", "external_link"};

class Findings
{
public:
    void add(Severity severity, std::string_view rule, ByteRange range, std::string text)
    {
        m_findings.push_back({severity, rule, range, std::move(text)});
    }
    [[nodiscard]] std::vector<Finding> take() &&
    {
        std::ranges::stable_sort(m_findings, {}, [](const Finding &finding) { return finding.range.begin; });
        return std::move(m_findings);
    }

private:
    std::vector<Finding> m_findings;
};

void checkDate(Findings &findings, std::string_view text, ByteRange range, const BlogConfig &config,
               const DateTime &today)
{
    const ParsedDate date = parseDate(text, config.dateFormat, today);
    switch (date.outcome) {
    case DateOutcome::Absent:
    case DateOutcome::Exact: break;
    case DateOutcome::Rejected:
        findings.add(Severity::Error, "post.date", range,
                     std::format("“{}” is no date, and the site cannot be built with it.", text));
        break;
    case DateOutcome::WithZone:
        findings.add(Severity::Error, "post.date-zone", range,
                     "A date with a time zone stops the site's build. Leave the zone out.");
        break;
    case DateOutcome::DependsOnToday:
        findings.add(Severity::Warning, "post.date-incomplete", range,
                     std::format("This date lacks a part, which is taken from the day of the build: today it means {}.",
                                 formatDate(date.value, "%-d %B %Y")));
        break;
    }
}

void checkOptions(Findings &findings, const MetadataBlock &block)
{
    for (const SourceOption &option : block.options) {
        if (block.kind == MetadataBlock::Kind::Directive &&
            std::ranges::find(knownOptions, option.name) == std::end(knownOptions)) {
            findings.add(Severity::Error, "post.option", option.nameRange,
                         std::format("“post” has no option “{}”; with it this page is no post.", option.name));
        }
        const bool isList = std::ranges::find(knownOptions, option.name) - knownOptions < 5; // tags to language
        if (!isList)
            continue;
        const std::vector<std::string> labels = commaList(option.value);
        if (std::ranges::find(labels, "") != labels.end()) {
            findings.add(Severity::Warning, "post.empty-label",
                         option.valueRange.isEmpty() ? option.nameRange : option.valueRange,
                         std::format("“{}” has an empty label, which gets a page without a name.", option.name));
        }
    }
    if (block.strayText)
        findings.add(
            Severity::Error, "post.stray-text", *block.strayText,
            "Text among the options makes the directive an error, and this page no post. Put an empty line before it.");
}

/// Options that stand below an empty line are text of the page: it shows them as a list of fields.
void checkContents(Findings &findings, const MetadataBlock &block, std::string_view source)
{
    std::string_view line = block.contents.of(source);
    line = line.substr(0, line.find('\n'));
    const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
    const std::size_t marker = fieldMarkerLength(line.substr(begin));
    if (marker == 0)
        return;
    const std::string_view name = line.substr(begin + 1, marker - 2);
    if (std::ranges::find(knownOptions, name) == std::end(knownOptions))
        return;
    const std::size_t at = block.contents.begin + begin + 1;
    findings.add(
        Severity::Warning, "post.option-apart", {at, at + name.size()},
        std::format("“{}” stands below an empty line: there it is text of the page, and no option of “post”.", name));
}

} // namespace

std::vector<Finding> metadataFindings(std::string_view source, const rst::Document &document, const BlogConfig &config,
                                      const DateTime &today)
{
    return metadataFindings(source, document, readPosts(document, config, today), config, today);
}

std::vector<Finding> metadataFindings(std::string_view source, const rst::Document &document,
                                      std::span<const PostMetadata> posts, const BlogConfig &config,
                                      const DateTime &today)
{
    Findings findings;
    const MetadataSource metadata = findMetadata(source);
    for (const MetadataBlock &block : metadata.directives) {
        checkDate(findings, block.dateText, block.argument, config, today);
        checkOptions(findings, block);
        checkContents(findings, block, source);
    }
    const bool hasPostMatter = metadata.frontMatter && metadata.frontMatter->option("blogpost") != nullptr;
    if (hasPostMatter) {
        if (const SourceOption *date = metadata.frontMatter->option("date"))
            checkDate(findings, date->value, date->valueRange, config, today);
        checkOptions(findings, *metadata.frontMatter);
        if (!metadata.directives.empty())
            findings.add(Severity::Warning, "post.twice", metadata.directives.front().nameRange,
                         "This page is a post by its first lines and by “post” as well; it is listed twice.");
    }
    for (std::size_t i = 1; i < metadata.directives.size(); ++i)
        findings.add(Severity::Warning, "post.several", metadata.directives[i].nameRange,
                     "This is another post on the same page: each counts for the section it stands in.");
    for (Finding &trap : ablogTraps(document, metadata, posts, config, today))
        findings.add(trap.severity, trap.rule, trap.range, std::move(trap.text));
    for (Finding &slot : slotFindings(source))
        findings.add(slot.severity, slot.rule, slot.range, std::move(slot.text));
    if (metadata.block() != nullptr) {
        const bool lacksTitle = std::ranges::any_of(posts, [](const PostMetadata &post) { return post.title.empty(); });
        if (lacksTitle)
            findings.add(Severity::Error, "post.title", metadata.block()->nameRange,
                         "The post has no heading and no “title”; the site cannot be built with it.");
    }
    return std::move(findings).take();
}

} // namespace post

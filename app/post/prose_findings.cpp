// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/prose_findings.h"

#include "post/prose_words.h"
#include "rst/document/node_ref.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <cstdlib>
#include <format>

namespace post {

namespace {

using rst::NodeKind;
using rst::NodeRef;

constexpr std::string_view meantTwice[] = {"had", "that", "very", "so", "no", "really", "bye", "ha", "blah"};
constexpr std::string_view emptyLinks[] = {"click here", "here", "this link", "link", "this page"};
constexpr int plausibleDays = 200; // between a post and a date in it that has no year
constexpr int soon = 120;          // days; a date that was so near a year ago may be left over

bool isPlain(NodeRef node)
{
    switch (node.kind()) {
    case NodeKind::LiteralBlock:
    case NodeKind::DoctestBlock:
    case NodeKind::MathBlock:
    case NodeKind::Literal:
    case NodeKind::Math:
    case NodeKind::Comment:
    case NodeKind::Raw:
    case NodeKind::Placeholder:
    case NodeKind::SystemMessage: return false;
    default: return true;
    }
}

/// Days from the first of January 1970, in the calendar that is in use now.
int dayNumber(const DateTime &date)
{
    int days = dayOfYear(date) - 1;
    days += 365 * (date.year - 1970);
    const auto leapsBefore = [](int year) { return (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400; };
    return days + leapsBefore(date.year) - leapsBefore(1970);
}

class ProseScan
{
public:
    ProseScan(std::string_view source, const rst::Document &document, const DateTime &day)
        : m_source(source)
        , m_document(document)
        , m_day(day)
    {
    }

    [[nodiscard]] std::vector<Finding> run() &&;

private:
    [[nodiscard]] ByteRange rangeOf(NodeRef node) const;
    void scanText(NodeRef text);
    void scanDoubled(const Words &words);
    void scanDates(const Words &words);
    bool checkDay(const WrittenDate &written);
    void checkWeekday(const Words &words, const WrittenDate &written);
    void checkYear(const WrittenDate &written);
    void scanQuarters(NodeRef text, const Words &words);
    void scanReference(NodeRef reference);
    void scanImage(NodeRef image);
    void add(std::string_view rule, ByteRange range, std::string text, std::optional<std::string> replacement = {})
    {
        m_findings.push_back({Severity::Hint, rule, range, std::move(text), std::move(replacement)});
    }

    std::string_view m_source;
    const rst::Document &m_document;
    DateTime m_day;
    std::string m_titleQuarter;
    std::vector<Finding> m_findings;
};

ByteRange ProseScan::rangeOf(NodeRef node) const
{
    if (node.span().isEmpty())
        return {};
    const auto begin = m_document.sources().locate(node.span().begin);
    const auto end = m_document.sources().locate(node.span().end);
    if (begin.file != 0 || end.file != 0 || end.byte > m_source.size() || begin.byte >= end.byte)
        return {};
    return {begin.byte, end.byte};
}

std::vector<Finding> ProseScan::run() &&
{
    const NodeRef root = m_document[rst::Document::root()];
    for (NodeRef node = root; node;) {
        if (!isPlain(node)) {
            node = node.followingPast(root);
            continue;
        }
        if (node.is(NodeKind::Text))
            scanText(node);
        else if (node.is(NodeKind::Reference))
            scanReference(node);
        else if (node.is(NodeKind::Image))
            scanImage(node);
        node = node.following(root);
    }
    std::ranges::stable_sort(m_findings, {}, [](const Finding &finding) { return finding.range.begin; });
    return std::move(m_findings);
}

void ProseScan::scanText(NodeRef text)
{
    const ByteRange range = rangeOf(text);
    if (range.isEmpty())
        return;
    const Words words = wordsIn(m_source, range);
    scanDoubled(words);
    scanDates(words);
    scanQuarters(text, words);
}

void ProseScan::scanDoubled(const Words &words)
{
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::string_view first = words[i - 1].of(m_source), second = words[i].of(m_source);
        const bool isWord = second.size() > 1 && second.front() >= 'a' && second.front() <= 'z';
        if (!isWord || first.size() != second.size() || rst::toLowerAscii(first) != second ||
            std::ranges::contains(meantTwice, second))
            continue;
        const std::string_view gap = m_source.substr(words[i - 1].end, words[i].begin - words[i - 1].end);
        if (gap.find_first_not_of(" \t\n") != gap.npos)
            continue;
        ByteRange extra = {words[i - 1].end, words[i].end};
        if (gap.contains('\n') && words[i].end < m_source.size() && m_source[words[i].end] == ' ')
            extra = {words[i].begin, words[i].end + 1}; // the line's end stays
        add("prose.doubled", extra, std::format("“{}” stands here twice.", second), "");
    }
}

void ProseScan::scanDates(const Words &words)
{
    for (const WrittenDate &written : datesIn(m_source, words)) {
        if (checkDay(written)) {
            if (written.weekday)
                checkWeekday(words, written);
            if (written.year)
                checkYear(written);
        }
    }
}

/// Whether there is such a day. What neither a weekday nor a year makes a date may be something else.
bool ProseScan::checkDay(const WrittenDate &written)
{
    constexpr int leapYear = 2024; // for 29 February where no year is given
    if (isValid({.year = written.year.value_or(leapYear), .month = written.month, .day = written.day}))
        return true;
    if (written.weekday || written.year)
        add("prose.weekday", written.range,
            std::format("There is no {} {}{}.", written.day, monthName(written.month - 1),
                        written.year ? std::format(" {}", *written.year) : std::string()));
    return false;
}

void ProseScan::checkWeekday(const Words &words, const WrittenDate &written)
{
    std::vector<int> weekdays; // that the date may have
    for (int year = written.year.value_or(m_day.year - 1); year <= written.year.value_or(m_day.year + 1); ++year) {
        const DateTime date = {.year = year, .month = written.month, .day = written.day};
        if (isValid(date) && (written.year || std::abs(dayNumber(date) - dayNumber(m_day)) <= plausibleDays))
            weekdays.push_back(weekdayOf(date));
    }
    if (weekdays.empty() || std::ranges::contains(weekdays, *written.weekday))
        return;
    const ByteRange word = words[written.weekdayWord];
    const std::string_view right = weekdayName(weekdays.front());
    const bool isFull = word.of(m_source).size() > 4;
    std::optional<std::string> replacement;
    if (weekdays.size() == 1)
        replacement = isFull ? std::string(right) : std::string(right.substr(0, 3));
    add("prose.weekday", word,
        std::format("{} {} is a {}, not a {}.", written.day, monthName(written.month - 1), right,
                    weekdayName(*written.weekday)),
        replacement);
}

/// A day that would be near if it had the post's year: a text that was taken over from last year's.
void ProseScan::checkYear(const WrittenDate &written)
{
    const DateTime date = {.year = *written.year + 1, .month = written.month, .day = written.day};
    if (*written.year >= m_day.year || !isValid(date))
        return;
    const int ahead = dayNumber(date) - dayNumber(m_day);
    if (ahead >= 0 && ahead <= soon)
        add("prose.leftover", written.range,
            std::format("This day was a year ago. Is {} left over from last year’s post?", *written.year));
}

void ProseScan::scanQuarters(NodeRef text, const Words &words)
{
    const bool isTitle = text.parent().is(NodeKind::Title);
    for (const ByteRange &range : words) {
        const std::string_view word = range.of(m_source);
        if (word.size() != 2 || word[0] != 'Q' || word[1] < '1' || word[1] > '4')
            continue;
        if (isTitle && m_titleQuarter.empty())
            m_titleQuarter = word;
        else if (!m_titleQuarter.empty() && word != m_titleQuarter)
            add("prose.leftover", range,
                std::format("The title speaks of {}. Is {} left over from another post?", m_titleQuarter, word));
    }
}

void ProseScan::scanReference(NodeRef reference)
{
    const ByteRange range = rangeOf(reference);
    if (range.isEmpty())
        return;
    const std::string words = rst::toLowerAscii(reference.asText());
    if (std::ranges::contains(emptyLinks, words))
        add("prose.link", range,
            std::format("“{}” does not say where the link leads; many readers only see the link’s words.", words));
    constexpr std::string_view scheme = "http://";
    const std::size_t at = range.of(m_source).find(scheme);
    if (at == std::string_view::npos || !reference.attribute(rst::AttributeName::Refuri).starts_with(scheme))
        return;
    const std::string_view host = m_source.substr(range.begin + at + scheme.size());
    if (!host.starts_with("localhost") && !host.starts_with("127."))
        add("prose.http", {range.begin + at, range.begin + at + 4}, "This link is not encrypted.", "https");
}

void ProseScan::scanImage(NodeRef image)
{
    const ByteRange range = rangeOf(image);
    const std::string_view alt = image.attribute(rst::AttributeName::Alt);
    if (range.isEmpty() || !m_source.substr(range.begin).starts_with(".."))
        return;
    const std::size_t lineEnd = std::min(m_source.find('\n', range.begin), range.end);
    if (alt == unwrittenDescription)
        add("prose.alt", {range.begin, lineEnd}, "This picture’s description (“:alt:”) is still to be written.");
    if (!alt.empty())
        return;
    add("prose.alt", {range.begin, lineEnd}, "This picture has no description for those who cannot see it (“:alt:”).");
}

} // namespace

std::vector<Finding> proseFindings(std::string_view source, const rst::Document &document,
                                   std::span<const PostMetadata> posts, const DateTime &today)
{
    DateTime day = today;
    for (const PostMetadata &post : posts) {
        if (post.date.outcome == DateOutcome::Exact) {
            day = post.date.value;
            break;
        }
    }
    return ProseScan(source, document, day).run();
}

} // namespace post

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/prose_findings.h"

#include "post/prose_language.h"
#include "post/prose_words.h"
#include "rst/document/node_ref.h"
#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <algorithm>
#include <cstdlib>
#include <format>

namespace post {

namespace {

using rst::NodeKind;
using rst::NodeRef;

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

/// The first three letters.
std::string_view shortName(std::string_view name)
{
    std::size_t end = 0;
    for (int i = 0; i < 3 && end < name.size(); ++i)
        end += rst::decodeAt(name, end).size;
    return name.substr(0, end);
}

/// A name of a day in the manner of what it replaces: as short, and with a capital letter where that has one.
std::string likeWritten(std::string_view written, std::string_view itsName, std::string_view name)
{
    std::string text(written.size() < itsName.size() ? shortName(name) : name);
    if (written.front() >= 'A' && written.front() <= 'Z' && text.front() >= 'a' && text.front() <= 'z')
        text.front() = char(text.front() - 'a' + 'A');
    return text;
}

class ProseScan
{
public:
    ProseScan(std::string_view source, const rst::Document &document, const DateTime &day,
              const ProseLanguage *language)
        : m_source(source)
        , m_document(document)
        , m_day(day)
        , m_language(language)
    {
    }

    [[nodiscard]] std::vector<Finding> run() &&;

private:
    [[nodiscard]] ByteRange rangeOf(NodeRef node) const;
    void scanText(NodeRef text);
    void scanDoubled(const Words &words);
    void scanDates(const Words &words);
    bool checkDay(const WrittenDate &written);
    void checkWeekday(const WrittenDate &written);
    [[nodiscard]] const std::string &monthOf(const WrittenDate &written) const
    {
        return m_language->months[std::size_t(written.month - 1)];
    }
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
    const ProseLanguage *m_language; // none where nothing is known of it
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
    if (m_language != nullptr) {
        scanDoubled(words);
        scanDates(words);
    }
    scanQuarters(text, words);
}

void ProseScan::scanDoubled(const Words &words)
{
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::string_view first = words[i - 1].of(m_source), second = words[i].of(m_source);
        const bool isWord = second.size() > 1 && second.front() >= 'a' && second.front() <= 'z';
        if (!isWord || first.size() != second.size() || rst::toLowerAscii(first) != second ||
            std::ranges::contains(m_language->meantTwice, second))
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
    for (const WrittenDate &written : datesIn(m_source, words, *m_language)) {
        if (checkDay(written)) {
            if (written.weekday)
                checkWeekday(written);
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
            std::format("There is no {} {}{}.", written.day, monthOf(written),
                        written.year ? std::format(" {}", *written.year) : std::string()));
    return false;
}

void ProseScan::checkWeekday(const WrittenDate &written)
{
    std::vector<int> weekdays; // that the date may have
    for (int year = written.year.value_or(m_day.year - 1); year <= written.year.value_or(m_day.year + 1); ++year) {
        const DateTime date = {.year = year, .month = written.month, .day = written.day};
        if (isValid(date) && (written.year || std::abs(dayNumber(date) - dayNumber(m_day)) <= plausibleDays))
            weekdays.push_back(weekdayOf(date));
    }
    if (weekdays.empty() || std::ranges::contains(weekdays, *written.weekday))
        return;
    const std::string &right = m_language->weekdays[std::size_t(weekdays.front())];
    const std::string &wrong = m_language->weekdays[std::size_t(*written.weekday)];
    std::optional<std::string> replacement;
    if (weekdays.size() == 1)
        replacement = likeWritten(written.weekdayRange.of(m_source), wrong, right);
    add("prose.weekday", written.weekdayRange,
        std::format("{} {} is a {}, not a {}.", written.day, monthOf(written), right, wrong), replacement);
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
    if (m_language != nullptr && std::ranges::contains(m_language->emptyLinks, words))
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
                                   std::span<const PostMetadata> posts, const BlogConfig &blog, const DateTime &today)
{
    DateTime day = today;
    for (const PostMetadata &post : posts) {
        if (post.date.outcome == DateOutcome::Exact) {
            day = post.date.value;
            break;
        }
    }
    return ProseScan(source, document, day, proseLanguage(languageOf(posts, blog))).run();
}

} // namespace post

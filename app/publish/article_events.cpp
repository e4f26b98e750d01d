// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/article_events.h"

#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace publish {

namespace {

struct Event {
    enum class Kind { Start, End, Text } kind = Kind::Text;
    std::string name = {}; // of the tag; of Text the text itself
    std::vector<std::pair<std::string, std::string>> attributes = {};

    [[nodiscard]] std::string_view attribute(std::string_view wanted) const
    {
        const auto found = std::ranges::find(attributes, wanted, &std::pair<std::string, std::string>::first);
        return found == attributes.end() ? std::string_view() : std::string_view(found->second);
    }
    [[nodiscard]] bool hasClass(std::string_view wanted) const
    {
        for (std::string_view rest = attribute("class"); !rest.empty();) {
            const std::size_t end = rest.find(' ');
            if (rest.substr(0, end) == wanted)
                return true;
            rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
        }
        return false;
    }
};

constexpr std::string_view voidTags[] = {"area",  "base", "br",   "col",    "embed", "hr", "img",
                                         "input", "link", "meta", "source", "track", "wbr"};
constexpr std::string_view inlineTags[] = {"a",      "abbr", "b",   "cite",  "code", "del", "dfn",    "em",    "i",
                                           "img",    "ins",  "kbd", "label", "q",    "s",   "samp",   "small", "span",
                                           "strong", "sub",  "sup", "time",  "u",    "var", "object", "svg",   "wbr"};

bool isSpace(char c) noexcept
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isInline(std::string_view tag)
{
    return std::ranges::contains(inlineTags, tag);
}

/// Text with its character references replaced; names beyond those that writers use stay.
std::string decoded(std::string_view text)
{
    constexpr std::pair<std::string_view, std::string_view> names[] = {
        {"amp;", "&"}, {"lt;", "<"}, {"gt;", ">"}, {"quot;", "\""}, {"apos;", "'"}, {"nbsp;", "\xc2\xa0"}};
    std::string result;
    while (!text.empty()) {
        const std::size_t ampersand = std::min(text.find('&'), text.size());
        result += text.substr(0, ampersand);
        text.remove_prefix(ampersand);
        if (text.empty())
            break;
        text.remove_prefix(1);
        const auto *const name =
            std::ranges::find_if(names, [&](const auto &entry) { return text.starts_with(entry.first); });
        const bool isHex = text.starts_with("#x") || text.starts_with("#X");
        const std::string_view digits = text.starts_with('#') ? text.substr(isHex ? 2 : 1, 8) : std::string_view();
        std::uint32_t value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, isHex ? 16 : 10);
        if (name != std::end(names)) {
            result += name->second;
            text.remove_prefix(name->first.size());
        } else if (!digits.empty() && error == std::errc() && *end == ';' && value <= 0x10ffff) {
            rst::appendUtf8(result, value);
            text.remove_prefix(std::size_t(end - text.data()) + 1);
        } else {
            result += '&';
        }
    }
    return result;
}

/// Words of a text, sorted, once each, joined by blanks.
std::string sortedWords(std::string_view text, char separator)
{
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t end =
            std::min(separator == ' ' ? text.find_first_of(" \t\n\r") : text.find(separator), text.size());
        if (const std::string_view word = rst::trimmed(text.substr(0, end)); !word.empty())
            words.emplace_back(word);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    std::ranges::sort(words);
    const auto doubles = std::ranges::unique(words);
    words.erase(doubles.begin(), doubles.end());
    std::string result;
    for (const std::string &word : words)
        result += (result.empty() ? "" : separator == ' ' ? " " : "; ") + word;
    return result;
}

/// Cuts HTML into events. Lenient: writers made it, not people.
class Cutter
{
public:
    explicit Cutter(std::string_view html) : m_html(html) {}

    std::vector<Event> cut()
    {
        while (m_at < m_html.size()) {
            if (m_html.substr(m_at).starts_with("<!--")) {
                m_at = endOf("-->", m_at + 4);
            } else if (m_html[m_at] == '<' && m_at + 1 < m_html.size() && isTagStart(m_html[m_at + 1])) {
                takeTag();
            } else {
                const std::size_t end = std::min(m_html.find('<', m_at + 1), m_html.size());
                m_events.push_back({.name = decoded(m_html.substr(m_at, end - m_at))});
                m_at = end;
            }
        }
        return std::move(m_events);
    }

private:
    static bool isTagStart(char c) noexcept
    {
        return c == '/' || c == '!' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    [[nodiscard]] std::size_t endOf(std::string_view mark, std::size_t from) const
    {
        const std::size_t found = m_html.find(mark, from);
        return found == m_html.npos ? m_html.size() : found + mark.size();
    }
    void takeTag();
    void takeAttributes(Event &event);

    std::string_view m_html;
    std::size_t m_at = 0;
    std::vector<Event> m_events;
};

void Cutter::takeAttributes(Event &event)
{
    while (m_at < m_html.size() && m_html[m_at] != '>') {
        if (isSpace(m_html[m_at]) || m_html[m_at] == '/') {
            ++m_at;
            continue;
        }
        const std::size_t nameEnd = std::min(m_html.find_first_of("=> \t\r\n/", m_at + 1), m_html.size());
        std::string name = rst::toLower(m_html.substr(m_at, nameEnd - m_at));
        m_at = nameEnd;
        std::string value;
        if (m_at < m_html.size() && m_html[m_at] == '=') {
            ++m_at;
            const char quote = m_at < m_html.size() ? m_html[m_at] : '\0';
            const bool isQuoted = quote == '"' || quote == '\'';
            const std::size_t begin = m_at + (isQuoted ? 1 : 0);
            const std::size_t end =
                std::min(isQuoted ? m_html.find(quote, begin) : m_html.find_first_of("> \t\r\n", begin), m_html.size());
            value = decoded(m_html.substr(std::min(begin, end), end - std::min(begin, end)));
            m_at = std::min(end + (isQuoted ? 1 : 0), m_html.size());
        }
        if (name == "class")
            value = sortedWords(value, ' ');
        else if (name == "style")
            value = sortedWords(value, ';');
        if (name != "class" || !value.empty())
            event.attributes.emplace_back(std::move(name), std::move(value));
    }
    std::ranges::sort(event.attributes);
    m_at = std::min(m_at + 1, m_html.size());
}

void Cutter::takeTag()
{
    if (m_html[m_at + 1] == '!') {
        m_at = endOf(">", m_at);
        return;
    }
    const bool isEnd = m_html[m_at + 1] == '/';
    const std::size_t begin = m_at + (isEnd ? 2 : 1);
    const std::size_t end = std::min(m_html.find_first_of("> \t\r\n/", begin), m_html.size());
    Event event{.kind = isEnd ? Event::Kind::End : Event::Kind::Start,
                .name = rst::toLower(m_html.substr(begin, end - begin))};
    m_at = end;
    takeAttributes(event);
    const bool isVoid = std::ranges::contains(voidTags, event.name);
    if (isEnd && isVoid)
        return;
    const std::string name = event.name;
    m_events.push_back(std::move(event));
    if (isVoid)
        m_events.push_back({.kind = Event::Kind::End, .name = name});
    if (!isEnd && (name == "script" || name == "style")) { // whose text is no HTML
        const std::size_t close = m_html.find("</" + name, m_at);
        m_at = std::min(close, m_html.size());
    }
}

/// The events within the element that starts at an index.
std::span<const Event> insideOf(const std::vector<Event> &events, std::size_t start)
{
    std::size_t depth = 0;
    for (std::size_t i = start; i < events.size(); ++i) {
        if (events[i].name != events[start].name || events[i].kind == Event::Kind::Text)
            continue;
        depth += events[i].kind == Event::Kind::Start ? 1 : std::size_t(-1);
        if (depth == 0)
            return std::span(events).subspan(start + 1, i - start - 1);
    }
    return std::span(events).subspan(start + 1);
}

/// Of a page its article; else all of it.
std::span<const Event> articleOf(const std::vector<Event> &events)
{
    const auto is = [](std::string_view tag, std::string_view className) {
        return [tag, className](const Event &event) {
            return event.kind == Event::Kind::Start && event.name == tag &&
                   (className.empty() || event.hasClass(className));
        };
    };
    if (std::ranges::none_of(events, is("body", "")))
        return events;
    for (const auto &[tag, className] :
         {std::pair<std::string_view, std::string_view>{"article", ""}, {"div", "body"}, {"main", ""}, {"body", ""}}) {
        const auto found = std::ranges::find_if(events, is(tag, className));
        if (found != events.end())
            return insideOf(events, std::size_t(found - events.begin()));
    }
    return events;
}

/// Leaves out what does not count.
class Filter
{
public:
    explicit Filter(std::span<const Event> events) : m_events(events) {}

    std::vector<Event> run()
    {
        for (const Event &event : m_events)
            take(event);
        return std::move(m_kept);
    }

private:
    struct Open {
        std::string_view name = {};
        bool isLeftOut = false; // with all that is in it
        bool isHidden = false;  // the tags alone
        bool isCode = false;
    };

    void take(const Event &event)
    {
        const Open around = m_open.empty() ? Open() : m_open.back();
        if (event.kind == Event::Kind::Start) {
            Open open{.name = event.name,
                      .isLeftOut = around.isLeftOut || isLeftOut(event),
                      .isCode = around.isCode || event.hasClass("highlight")};
            open.isHidden =
                around.isCode && event.name == "span" && !event.hasClass("hll") && !event.hasClass("linenos");
            m_open.push_back(open);
            if (!open.isLeftOut && !open.isHidden)
                m_kept.push_back(event);
        } else if (event.kind == Event::Kind::End) {
            if (m_open.empty() || m_open.back().name != event.name)
                return; // closes nothing
            m_open.pop_back();
            if (!around.isLeftOut && !around.isHidden)
                m_kept.push_back(event);
        } else if (!around.isLeftOut) {
            if (!m_kept.empty() && m_kept.back().kind == Event::Kind::Text)
                m_kept.back().name += event.name;
            else
                m_kept.push_back(event);
        }
    }

    static bool isLeftOut(const Event &event)
    {
        return event.name == "script" || event.name == "style" || (event.name == "a" && event.hasClass("headerlink")) ||
               event.hasClass("ablog__blog_comments") || event.hasClass("clearer");
    }

    std::span<const Event> m_events;
    std::vector<Event> m_kept;
    std::vector<Open> m_open;
};

std::string collapsed(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (!isSpace(c))
            result += c;
        else if (result.empty() || result.back() != ' ')
            result += ' ';
    }
    return result;
}

/// A text as a browser shows it between its neighbours; empty where it shows nothing.
std::string shownText(const std::vector<Event> &events, std::size_t at, bool isPreformatted)
{
    std::string text = events[at].name;
    const Event *before = at > 0 ? &events[at - 1] : nullptr;
    const Event *after = at + 1 < events.size() ? &events[at + 1] : nullptr;
    if (isPreformatted) {
        if (before != nullptr && before->kind == Event::Kind::Start && before->name == "pre" && text.starts_with('\n'))
            text.erase(0, 1);
        while (after != nullptr && after->kind == Event::Kind::End && after->name == "pre" && text.ends_with('\n'))
            text.pop_back();
        return text;
    }
    text = collapsed(text);
    if ((before == nullptr || !isInline(before->name)) && text.starts_with(' '))
        text.erase(0, 1);
    if ((after == nullptr || !isInline(after->name)) && text.ends_with(' '))
        text.pop_back();
    return text;
}

std::string lineOf(const Event &event)
{
    if (event.kind == Event::Kind::End)
        return "</" + event.name + ">";
    std::string line = "<" + event.name;
    for (const auto &[name, value] : event.attributes)
        line += " " + name + "=\"" + value + "\"";
    return line + ">";
}

} // namespace

std::string articleEvents(std::string_view html)
{
    const std::vector<Event> all = Cutter(html).cut();
    const std::vector<Event> events = Filter(articleOf(all)).run();
    std::string lines;
    std::size_t preformatted = 0;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Event &event = events[i];
        if (event.kind == Event::Kind::Text) {
            std::string text = shownText(events, i, preformatted > 0);
            if (text.empty())
                continue;
            for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at))
                text.replace(at, 1, "↵");
            lines += text + '\n';
            continue;
        }
        if (event.name == "pre")
            preformatted += event.kind == Event::Kind::Start ? 1 : std::size_t(preformatted > 0 ? -1 : 0);
        lines += lineOf(event) + '\n';
    }
    return lines;
}

} // namespace publish

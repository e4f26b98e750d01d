// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "readers/html_shapes.h"

#include "readers/address.h"
#include "readers/gumbo_tree.h"
#include "readers/html_elements.h"
#include "rst/sphinx/highlight.h"
#include "rst/text/unicode.h"

#include <gumbo.h>

#include <algorithm>
#include <charconv>
#include <vector>

namespace readers {

namespace {

bool isText(const GumboNode *node)
{
    return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA;
}

std::vector<std::string_view> classesOf(const GumboNode *element)
{
    std::vector<std::string_view> classes;
    std::string_view rest = attributeOf(element, "class");
    while (!(rest = rst::trimmed(rest)).empty()) {
        classes.push_back(rest.substr(0, rest.find_first_of(" \t\n\f\r")));
        rest.remove_prefix(classes.back().size());
    }
    return classes;
}

bool hasClass(const GumboNode *element, std::string_view name)
{
    return std::ranges::contains(classesOf(element), name);
}

bool isBlank(const GumboNode *node)
{
    return rst::trimmed(textOf(node)).empty();
}

/// Whether all below an element flows within lines.
bool isLines(const GumboNode *element)
{
    bool isLines = true;
    everyNode(element, [&](const GumboNode *here) {
        if (here != element && here->type == GUMBO_NODE_ELEMENT) {
            const GumboTag tag = here->v.element.tag;
            isLines = isLines && tag != GUMBO_TAG_IMG &&
                      (isInline(tag) || isLiteral(tag) || tag == GUMBO_TAG_BR || tag == GUMBO_TAG_P ||
                       tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_CENTER);
        }
        return isLines;
    });
    return isLines;
}

/// A name of a language as sites write it in a class; empty for one that Pygments does not colour.
std::string languageNamed(std::string_view name)
{
    std::string language = rst::toLowerAscii(name);
    const bool isColoured = language != "text" && language != "default" && rst::isKnownLexer(language);
    return isColoured ? language : std::string();
}

/// The language that an element's classes name by one of these beginnings.
std::string languageBehind(const GumboNode *element, std::initializer_list<std::string_view> beginnings)
{
    for (const std::string_view name : classesOf(element)) {
        for (const std::string_view beginning : beginnings) {
            if (name.starts_with(beginning) && name.size() > beginning.size())
                return languageNamed(name.substr(beginning.size()));
        }
    }
    return {};
}

/// `brush: python; gutter: false`
std::string languageOfBrush(const GumboNode *pre)
{
    const std::string_view classes = attributeOf(pre, "class");
    constexpr std::string_view brush = "brush:";
    const std::size_t at = classes.find(brush);
    if (at == classes.npos)
        return {};
    const std::string_view rest = rst::trimmed(classes.substr(at + brush.size()));
    return languageNamed(rest.substr(0, rest.find_first_of("; \t\n")));
}

} // namespace

std::optional<FigureParts> figureParts(const GumboNode *element)
{
    const bool isTable = isElement(element, GUMBO_TAG_TABLE) && hasClass(element, "tr-caption-container");
    if (!isTable && !isElement(element, GUMBO_TAG_FIGURE))
        return std::nullopt;
    FigureParts parts;
    bool isOne = true;
    everyNode(element, [&](const GumboNode *here) {
        if (isText(here))
            isOne = isOne && rst::trimmed(here->v.text.text).empty();
        if (here->type != GUMBO_NODE_ELEMENT)
            return true;
        const bool isCaption = isTable ? isElement(here, GUMBO_TAG_TD) && hasClass(here, "tr-caption")
                                       : isElement(here, GUMBO_TAG_FIGCAPTION);
        if (isCaption) {
            isOne = isOne && parts.caption == nullptr;
            parts.caption = here;
            return false;
        }
        if (isElement(here, GUMBO_TAG_IMG)) {
            isOne = isOne && parts.picture == nullptr;
            parts.picture = here;
            if (isElement(here->parent, GUMBO_TAG_A))
                parts.link = here->parent;
        } else if (here->v.element.tag == GUMBO_TAG_IFRAME || here->v.element.tag == GUMBO_TAG_EMBED) {
            isOne = false;
        }
        return true;
    });
    if (!isOne || parts.picture == nullptr || parts.caption == nullptr || isBlank(parts.caption) ||
        !isLines(parts.caption))
        return std::nullopt;
    const std::string_view address = attributeOf(parts.picture, "src");
    return address.empty() || runsScript(address) ? std::nullopt : std::optional(parts);
}

bool isDefinitionList(const GumboNode *list)
{
    bool wantsTerm = true; // or may have one
    bool hasTerm = false;
    const GumboVector &children = list->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
        const auto *child = static_cast<const GumboNode *>(children.data[i]);
        if (isElement(child, GUMBO_TAG_DT)) {
            if (!wantsTerm || isBlank(child) || !isLines(child))
                return false;
            wantsTerm = false;
            hasTerm = true;
        } else if (isElement(child, GUMBO_TAG_DD)) {
            if (!hasTerm || isBlank(child))
                return false;
            wantsTerm = true;
        } else if (child->type == GUMBO_NODE_ELEMENT || (isText(child) && !isBlank(child))) {
            return false;
        }
    }
    return hasTerm && wantsTerm;
}

bool isWordMark(const GumboNode *element)
{
    return attributeOf(element, "style").contains("mso-list:Ignore");
}

std::optional<WordItem> wordItem(const GumboNode *element)
{
    constexpr std::string_view property = "mso-list:", level = "level";
    const std::string_view style = attributeOf(element, "style");
    const std::size_t at = isElement(element, GUMBO_TAG_P) ? style.find(property) : style.npos;
    if (at == style.npos)
        return std::nullopt;
    const std::string_view list = style.substr(at, style.find(';', at) - at);
    const std::size_t digit = list.find(level);
    if (digit == list.npos)
        return std::nullopt;
    WordItem item;
    const std::string_view number = list.substr(digit + level.size());
    std::from_chars(number.data(), number.data() + number.size(), item.level);
    constexpr std::size_t deepest = 9; // that Word has
    item.level = std::clamp<std::size_t>(item.level, 1, deepest);
    std::string mark;
    everyNode(element, [&](const GumboNode *here) {
        if (mark.empty() && here->type == GUMBO_NODE_ELEMENT && isWordMark(here))
            mark = textOf(here);
        return mark.empty();
    });
    const std::string_view written = rst::trimmed(mark);
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), item.number);
    if (error != std::errc() || item.number < 1 || end == written.data() + written.size())
        item.number = 0;
    return item;
}

std::string codeLanguage(const GumboNode *pre)
{
    std::string language = languageOfBrush(pre);
    if (language.empty())
        language = languageBehind(pre, {"language-", "lang-"});
    const GumboVector &children = pre->v.element.children;
    for (unsigned i = 0; i < children.length && language.empty(); ++i) {
        const auto *child = static_cast<const GumboNode *>(children.data[i]);
        if (isElement(child, GUMBO_TAG_CODE))
            language = languageBehind(child, {"language-", "lang-"});
    }
    const GumboNode *around = pre->parent;
    for (int i = 0; i < 2 && language.empty() && around != nullptr && around->type == GUMBO_NODE_ELEMENT; ++i) {
        language = languageBehind(around, {"highlight-source-", "highlight-", "language-"});
        around = around->parent;
    }
    return language;
}

std::string filmPage(std::string_view address)
{
    std::string_view rest = address;
    for (const std::string_view scheme : {"https:", "http:"}) {
        if (rest.starts_with(scheme))
            rest.remove_prefix(scheme.size());
    }
    struct Player {
        std::string_view beginning;
        std::string_view page;
    };
    constexpr Player players[] = {{"//www.youtube.com/embed/", "https://www.youtube.com/watch?v="},
                                  {"//youtube.com/embed/", "https://www.youtube.com/watch?v="},
                                  {"//www.youtube-nocookie.com/embed/", "https://www.youtube.com/watch?v="},
                                  {"//www.youtube.com/v/", "https://www.youtube.com/watch?v="},
                                  {"//player.vimeo.com/video/", "https://vimeo.com/"}};
    for (const Player &player : players) {
        if (!rest.starts_with(player.beginning))
            continue;
        const std::string_view name = rest.substr(
            player.beginning.size(), rest.find_first_of("?&#/", player.beginning.size()) - player.beginning.size());
        if (!name.empty() && name != "videoseries")
            return std::string(player.page) + std::string(name);
    }
    return std::string(address);
}

} // namespace readers

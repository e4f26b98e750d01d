// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/sphinx/sphinx_environment.h"

#include "rst/text/names.h"
#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <format>

namespace rst {
namespace {

/// The parts of a path between its slashes.
std::vector<std::string_view> segmentsOf(std::string_view path)
{
    std::vector<std::string_view> segments;
    for (;;) {
        const std::size_t slash = path.find('/');
        segments.push_back(path.substr(0, slash));
        if (slash == path.npos)
            return segments;
        path.remove_prefix(slash + 1);
    }
}

/// The path without empty, `.` and `..` parts, as far as there are folders to leave (Python's `posixpath.normpath`).
std::string normalizedPath(std::string_view path)
{
    std::vector<std::string_view> kept;
    for (const std::string_view segment : segmentsOf(path)) {
        if (segment.empty() || segment == ".")
            continue;
        if (segment == ".." && !kept.empty() && kept.back() != "..")
            kept.pop_back();
        else
            kept.push_back(segment);
    }
    std::string result;
    for (const std::string_view segment : kept) {
        if (!result.empty())
            result += '/';
        result += segment;
    }
    return result.empty() ? "." : result;
}

std::string_view folderOf(std::string_view docname)
{
    const std::size_t slash = docname.rfind('/');
    return slash == docname.npos ? std::string_view() : docname.substr(0, slash + 1);
}

std::string targetUri(UriStyle style, std::string_view docname)
{
    if (style == UriStyle::Html)
        return percentEncoded(docname) + ".html";
    if (docname == "index")
        return {};
    if (docname.ends_with("/index"))
        return percentEncoded(docname.substr(0, docname.size() - 5));
    return percentEncoded(docname) + '/';
}

} // namespace

std::string percentEncoded(std::string_view path)
{
    constexpr std::string_view unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~/";
    std::string result;
    for (const char c : path) {
        if (unreserved.contains(c))
            result += c;
        else
            result += std::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return result;
}

SphinxEnvironment::SphinxEnvironment(const Settings &settings)
    : highlightLanguage(settings.sphinx.highlightLanguage)
    , images(settings.sphinx.siteImages)
{
}

std::string_view SphinxEnvironment::makeId(Document &document, const TargetTable &targets, std::string_view prefix,
                                           std::string_view term)
{
    const auto isTaken = [&](const std::string &id) { return targets.byId(id) != NodeId::None; };
    std::string id;
    if (!term.empty()) {
        id = makeSphinxId(prefix.empty() ? std::string(term) : std::format("{}-{}", prefix, term));
        if (id == prefix)
            id.clear();
    }
    while (id.empty() || isTaken(id))
        id = prefix.empty() ? std::format("id{}", newSerial(prefix)) : std::format("{}-{}", prefix, newSerial(prefix));
    return document.store(id);
}

std::string makeSphinxId(std::string_view text)
{
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto isInner = [&](char c) { return isLetter(c) || (c >= '0' && c <= '9') || c == '.' || c == '_'; };
    std::string id;
    bool isHyphenDue = false;
    for (const char c : asciiFolded(text)) {
        if (!isInner(c)) {
            isHyphenDue = true;
        } else if (!id.empty() || isLetter(c)) {
            if (isHyphenDue && !id.empty())
                id += '-';
            isHyphenDue = false;
            id += c;
        }
    }
    return id;
}

std::string slugify(std::string_view text)
{
    const std::string decomposed = compatibilityDecomposed(text);
    std::string kept;
    for (std::size_t at = 0; at < decomposed.size();) {
        const CodePoint next = decodeAt(decomposed, at);
        if (isAlphanumeric(next.value) || isSpace(next.value) || next.value == U'_' || next.value == U'-')
            appendUtf8(kept, next.value);
        at += next.size;
    }
    const std::string lower = toLower(trimmed(kept));
    std::string slug;
    bool isHyphenDue = false;
    for (std::size_t at = 0; at < lower.size();) {
        const CodePoint next = decodeAt(lower, at);
        at += next.size;
        if (isSpace(next.value) || next.value == U'-') {
            isHyphenDue = true;
            continue;
        }
        if (isHyphenDue)
            slug += '-';
        isHyphenDue = false;
        appendUtf8(slug, next.value);
    }
    return isHyphenDue ? slug + '-' : slug;
}

std::string collapsedSpaces(std::string_view text)
{
    std::string result;
    bool wasSpace = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint next = decodeAt(text, at);
        const bool isBlank = isSpace(next.value);
        if (!isBlank)
            result += text.substr(at, next.size);
        else if (!wasSpace)
            result += ' ';
        wasSpace = isBlank;
        at += next.size;
    }
    return result;
}

std::string relativeUri(UriStyle style, std::string_view from, std::string_view to)
{
    const std::string fromUri = targetUri(style, from);
    const std::string toUri = targetUri(style, to);
    if (fromUri == toUri)
        return {};
    std::vector<std::string_view> base = segmentsOf(fromUri);
    std::vector<std::string_view> target = segmentsOf(toUri);
    std::size_t common = 0;
    while (common + 1 < base.size() && common + 1 < target.size() && base[common] == target[common])
        ++common;
    base.erase(base.begin(), base.begin() + std::ptrdiff_t(common));
    target.erase(target.begin(), target.begin() + std::ptrdiff_t(common));
    if (base == target)
        return {};
    if (base.size() == 1 && target.size() == 1 && target.front().empty())
        return "./";
    std::string result;
    for (std::size_t up = 1; up < base.size(); ++up)
        result += "../";
    for (std::size_t i = 0; i < target.size(); ++i) {
        if (i > 0)
            result += '/';
        result += target[i];
    }
    return result;
}

std::string pathInSources(std::string_view docname, std::string_view path)
{
    if (path.starts_with('/'))
        return normalizedPath(path.substr(1));
    return normalizedPath(std::string(folderOf(docname)) + std::string(path));
}

std::string joinDocname(std::string_view base, std::string_view name)
{
    // An absolute path has no folder above its root.
    const std::string joined =
        normalizedPath(name.starts_with('/') ? std::string(name) : std::string(folderOf(base)) + std::string(name));
    std::string_view result = joined;
    while (result.starts_with("../"))
        result.remove_prefix(3);
    return result == "." || result == ".." ? std::string() : std::string(result);
}

} // namespace rst

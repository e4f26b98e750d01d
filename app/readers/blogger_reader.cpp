// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "readers/blogger_reader.h"

#include <expat.h>

#include <array>
#include <format>
#include <memory>

namespace readers {

namespace {

/// No text of an entry is longer; what is, is cut and said.
constexpr std::size_t longestText = 16u * 1024 * 1024;
constexpr char separator = '\n'; // between namespace and name
constexpr std::string_view atom = "http://www.w3.org/2005/Atom\n";

struct ExpatParserDeleter {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using ParserPtr = std::unique_ptr<XML_ParserStruct, ExpatParserDeleter>;

/// What the parser's callbacks fill.
class EntryBuilder
{
public:
    EntryBuilder(XML_Parser parser, const std::function<void(BloggerEntry &&)> &take) : m_parser(parser), m_take(take)
    {
    }

    void start(std::string_view name, const XML_Char **attributes);
    void end(std::string_view name);
    void text(std::string_view text)
    {
        if (m_target != nullptr && m_target->size() + text.size() <= longestText)
            *m_target += text;
    }
    void refuse()
    {
        m_isRefused = true;
        XML_StopParser(m_parser, XML_FALSE);
    }

    BloggerSummary summary;
    [[nodiscard]] bool isRefused() const { return m_isRefused; }

private:
    void finishEntry();
    void category(std::string_view scheme, std::string_view term);

    XML_Parser m_parser;
    const std::function<void(BloggerEntry &&)> &m_take;
    BloggerEntry m_entry;
    std::string m_kind;   // post, page, comment, template, settings
    std::string m_status; // of the newer format
    std::string m_draft;
    std::string *m_target = nullptr;
    bool m_isInEntry = false;
    bool m_isInAuthor = false;
    bool m_isRefused = false;
};

std::string_view attribute(const XML_Char **attributes, std::string_view name)
{
    for (; *attributes != nullptr; attributes += 2) {
        if (name == attributes[0])
            return attributes[1];
    }
    return {};
}

std::string_view localName(std::string_view name)
{
    return name.substr(name.find(separator) + 1);
}

void EntryBuilder::category(std::string_view scheme, std::string_view term)
{
    if (scheme.ends_with("#kind"))
        m_kind = term.substr(term.rfind('#') + 1);
    else if (!term.empty())
        m_entry.labels.emplace_back(term);
}

void EntryBuilder::start(std::string_view name, const XML_Char **attributes)
{
    const std::string_view local = localName(name);
    if (name.starts_with(atom) && local == "entry") {
        m_entry = {};
        m_kind.clear();
        m_status.clear();
        m_draft.clear();
        m_isInEntry = true;
        return;
    }
    if (!m_isInEntry)
        return;
    m_target = nullptr;
    if (local == "title")
        m_target = &m_entry.title;
    else if (local == "published")
        m_target = &m_entry.published;
    else if (local == "content" || (local == "summary" && m_entry.html.empty()))
        m_target = &m_entry.html;
    else if (local == "author")
        m_isInAuthor = true;
    else if (local == "name" && m_isInAuthor)
        m_target = &m_entry.author;
    else if (local == "draft")
        m_target = &m_draft;
    else if (local == "type" && !name.starts_with(atom))
        m_target = &m_kind; // blogger:type
    else if (local == "status" && !name.starts_with(atom))
        m_target = &m_status;
    else if (local == "filename" && !name.starts_with(atom))
        m_target = &m_entry.url;
    else if (local == "in-reply-to")
        m_kind = "comment";
    else if (local == "category")
        category(attribute(attributes, "scheme"), attribute(attributes, "term"));
    else if (local == "link" && attribute(attributes, "rel") == "alternate")
        m_entry.url = attribute(attributes, "href");
}

void EntryBuilder::end(std::string_view name)
{
    m_target = nullptr;
    if (localName(name) == "author")
        m_isInAuthor = false;
    else if (name.starts_with(atom) && localName(name) == "entry" && m_isInEntry)
        finishEntry();
}

void EntryBuilder::finishEntry()
{
    m_isInEntry = false;
    for (char &c : m_kind)
        c = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    m_entry.isDraft = m_draft == "yes" || m_status == "DRAFT" || m_status == "SCHEDULED";
    m_entry.isPage = m_kind == "page";
    if (m_kind == "comment") {
        ++summary.comments;
        return;
    }
    if (m_kind != "post" && m_kind != "page" && !m_kind.empty())
        return;
    summary.posts += !m_entry.isPage;
    summary.pages += m_entry.isPage;
    summary.drafts += m_entry.isDraft;
    m_take(std::move(m_entry));
    m_entry = {};
}

void startElement(void *data, const XML_Char *name, const XML_Char **attributes)
{
    static_cast<EntryBuilder *>(data)->start(name, attributes);
}

void endElement(void *data, const XML_Char *name)
{
    static_cast<EntryBuilder *>(data)->end(name);
}

void characters(void *data, const XML_Char *text, int size)
{
    static_cast<EntryBuilder *>(data)->text(std::string_view(text, std::size_t(size)));
}

void entityDeclaration(void *data, const XML_Char *, int, const XML_Char *, int, const XML_Char *, const XML_Char *,
                       const XML_Char *, const XML_Char *)
{
    static_cast<EntryBuilder *>(data)->refuse();
}

// Where the parser stopped, from 1. The first name is that of expat before 2.9.
std::uint64_t lineOf(XML_Parser parser)
{
#if XML_MAJOR_VERSION == 2 && XML_MINOR_VERSION < 9
    return XML_GetCurrentLineNumber(parser);
#else
    return XML_GetCurrentLineNumber64(parser);
#endif
}

} // namespace

BloggerSummary readBlogger(const ByteSource &source, const std::function<void(BloggerEntry &&)> &take)
{
    const ParserPtr parser(XML_ParserCreateNS(nullptr, separator));
    EntryBuilder builder(parser.get(), take);
    XML_SetUserData(parser.get(), &builder);
    XML_SetElementHandler(parser.get(), startElement, endElement);
    XML_SetCharacterDataHandler(parser.get(), characters);
    XML_SetEntityDeclHandler(parser.get(), entityDeclaration);
    std::array<char, 64 * 1024> buffer;
    for (bool isLast = false; !isLast;) {
        const std::size_t size = source(buffer);
        isLast = size == 0;
        if (XML_Parse(parser.get(), buffer.data(), int(size), isLast) != XML_STATUS_ERROR)
            continue;
        const auto line = lineOf(parser.get());
        if (builder.isRefused())
            builder.summary.problem = std::format(
                "Line {} defines an entity, which no export of Blogger does; nothing behind it was read.", line);
        else if (isLast)
            builder.summary.problem = std::format(
                "The export ends in the middle, at line {}. What was complete before it has been read.", line);
        else
            builder.summary.problem = std::format("Line {} is no XML ({}); nothing behind it was read.", line,
                                                  XML_ErrorString(XML_GetErrorCode(parser.get())));
        break;
    }
    return std::move(builder.summary);
}

} // namespace readers

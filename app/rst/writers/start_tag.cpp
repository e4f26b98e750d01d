// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/text/unicode.h"
#include "rst/writers/html_writer.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <span>

namespace rst {

template <class T, std::size_t capacity>
void StartTag::Few<T, capacity>::add(const T &item)
{
    assert(size < capacity);
    items[size++] = item;
}

StartTag::StartTag(HtmlWriter &writer, std::string_view name, NodeRef node) noexcept
    : m_writer(writer)
    , m_name(name)
    , m_node(node)
{
}

StartTag &StartTag::classesFirst(std::string_view word)
{
    m_first.add(word);
    return *this;
}

StartTag &StartTag::classesLast(std::string_view word)
{
    m_last.add(word);
    return *this;
}

StartTag &StartTag::classesOf(NodeRef other)
{
    m_classSource = other;
    return *this;
}

StartTag &StartTag::withoutClass(std::string_view word)
{
    m_without = word;
    return *this;
}

StartTag &StartTag::idsOf(NodeRef other)
{
    m_idSource = other;
    return *this;
}

StartTag &StartTag::attribute(std::string_view name, std::string_view value)
{
    m_attributes.add({.name = name, .value = value});
    return *this;
}

StartTag &StartTag::attribute(std::string_view name, std::int64_t value)
{
    const auto result = std::to_chars(m_number.data(), m_number.data() + m_number.size(), value);
    return attribute(name, std::string_view(m_number.data(), result.ptr));
}

void StartTag::write(std::string_view suffix)
{
    finish(Form::Open, suffix);
}

void StartTag::writeEmpty(std::string_view suffix)
{
    finish(Form::Empty, suffix);
}

void StartTag::addClass(std::string_view word)
{
    std::vector<std::string_view> &classes = m_writer.m_classScratch;
    if (!trimmed(word).empty() && std::ranges::find(classes, word) == classes.end())
        classes.push_back(word);
}

void StartTag::gatherClasses()
{
    m_writer.m_classScratch.clear();
    for (std::size_t i = 0; i < m_first.size; ++i)
        addClass(m_first.items[i]);
    if (m_classSource) {
        for (const std::string_view word : m_classSource.items(AttributeName::Classes))
            addClass(word);
    }
    if (m_node.is(NodeKind::Text))
        return;
    bool isLeftOut = m_without.empty();
    const auto addOwn = [&](std::string_view word) {
        constexpr std::string_view language = "language-";
        if (!word.starts_with(language))
            addClass(word);
        else if (m_language.empty())
            m_language = word.substr(language.size());
    };
    if (m_node) { // some tags belong to no element
        for (const std::string_view word : m_node.items(AttributeName::Classes)) {
            if (!isLeftOut && word == m_without)
                isLeftOut = true; // once
            else
                addOwn(word);
        }
    }
    for (std::size_t i = 0; i < m_last.size; ++i)
        addOwn(m_last.items[i]);
    if (m_node.is(NodeKind::Table)) // classes that are for the writer only
        std::erase_if(m_writer.m_classScratch, [](std::string_view word) {
            return word == "colwidths-auto" || word == "colwidths-given" || word == "colwidths-grid";
        });
}

/// The class words as one text, in `joined` where there are several.
std::string_view StartTag::classes(std::string &joined)
{
    gatherClasses();
    const std::vector<std::string_view> &words = m_writer.m_classScratch;
    if (words.size() < 2)
        return words.empty() ? std::string_view() : words.front();
    for (const std::string_view word : words) {
        if (!joined.empty())
            joined += ' ';
        joined += word;
    }
    return joined;
}

void StartTag::writeAttribute(const Entry &entry)
{
    m_writer.m_body += ' ';
    m_writer.m_body += entry.name;
    m_writer.m_body += "=\"";
    m_writer.appendAttributeValue(m_writer.m_body, entry.value);
    m_writer.m_body += '"';
}

/// Attributes stand in the order of their names.
void StartTag::writeAttributes(std::string_view classes, std::string_view firstId)
{
    const std::array own{Entry{.name = "class", .value = classes}, Entry{.name = "id", .value = firstId},
                         Entry{.name = "lang", .value = m_language}};
    const auto others = std::span(m_attributes.items).first(m_attributes.size);
    std::ranges::sort(others, {}, &Entry::name);
    auto other = others.begin();
    for (const Entry &entry : own) {
        for (; other != others.end() && other->name < entry.name; ++other)
            writeAttribute(*other);
        if (!entry.value.empty())
            writeAttribute(entry);
    }
    for (; other != others.end(); ++other)
        writeAttribute(*other);
}

void StartTag::finish(Form form, std::string_view suffix)
{
    std::string joined;
    const std::string_view classWords = classes(joined);
    std::vector<std::string_view> ids;
    if (m_node) {
        for (const std::string_view id : m_node.items(AttributeName::Ids))
            ids.push_back(id);
    }
    if (m_idSource) {
        for (const std::string_view id : m_idSource.items(AttributeName::Ids))
            ids.push_back(id);
    }
    // An element has one id in HTML; the others go to empty elements, within it where that may be.
    const auto writeFurtherIds = [&] {
        for (std::size_t i = 1; i < ids.size(); ++i) {
            m_writer.m_body += "<span id=\"";
            m_writer.m_body += ids[i];
            m_writer.m_body += "\"></span>";
        }
    };
    const bool isBefore = form == Form::Empty || m_node.isA(Category::Sequential) || m_node.is(NodeKind::Docinfo) ||
                          m_node.is(NodeKind::Table);
    if (isBefore)
        writeFurtherIds();
    m_writer.m_body += '<';
    m_writer.m_body += m_name;
    writeAttributes(classWords, ids.empty() ? std::string_view() : ids.front());
    m_writer.m_body += form == Form::Empty ? " />" : ">";
    m_writer.m_body += suffix;
    if (!isBefore)
        writeFurtherIds();
}

} // namespace rst

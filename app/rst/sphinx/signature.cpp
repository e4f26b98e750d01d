// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/sphinx/signature.h"

#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <algorithm>
#include <vector>

namespace rst {
namespace {

/// A parameter's default as Python writes it: texts in single quotes (`ast_unparse`).
///
/// DEVIATION: other values stay as they are typed.
std::string pythonDefault(std::string_view value)
{
    const bool isText = value.size() >= 2 && value.starts_with('"') && value.ends_with('"') &&
                        value.substr(1, value.size() - 2).find_first_of("\"\\") == value.npos;
    return isText ? pythonRepr(value.substr(1, value.size() - 2)) : std::string(value);
}

/// How many bytes of word characters, and of dots where allowed, a text begins with.
std::size_t wordSize(std::string_view text, bool takesDots)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint next = decodeAt(text, at);
        if (!isAlphanumeric(next.value) && next.value != U'_' && !(takesDots && next.value == U'.'))
            break;
        at += next.size;
    }
    return at;
}

/// The parts of a text between the commas that stand in no bracket and in no string.
std::vector<std::string_view> splitAtCommas(std::string_view text)
{
    std::vector<std::string_view> parts;
    int depth = 0;
    char quote = '\0';
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != '\0') {
            if (c == '\\')
                ++i;
            else if (c == quote)
                quote = '\0';
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '(' || c == '[' || c == '{') {
            ++depth;
        } else if (c == ')' || c == ']' || c == '}') {
            --depth;
        } else if (c == ',' && depth == 0) {
            parts.push_back(trimmed(text.substr(begin, i - begin)));
            begin = i + 1;
        }
    }
    if (const std::string_view last = trimmed(text.substr(begin)); !last.empty())
        parts.push_back(last);
    return parts;
}

/// Where a character stands outside brackets and strings; npos if nowhere.
std::size_t findOutside(std::string_view text, char wanted)
{
    int depth = 0;
    char quote = '\0';
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != '\0')
            quote = c == quote ? '\0' : quote;
        else if (c == wanted && depth == 0)
            return i;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '(' || c == '[' || c == '{')
            ++depth;
        else if (c == ')' || c == ']' || c == '}')
            --depth;
    }
    return text.npos;
}

} // namespace

std::optional<PythonSignature> parsePythonSignature(std::string_view text)
{
    PythonSignature result;
    const std::string_view path = text.substr(0, wordSize(text, true));
    const std::size_t dot = path.rfind('.');
    result.prefix = dot == path.npos ? std::string_view() : path.substr(0, dot + 1);
    result.name = path.substr(result.prefix.size());
    std::string_view rest = trimmedLeft(text.substr(path.size()));
    if (result.name.empty())
        return std::nullopt;
    if (rest.starts_with('[') && rest.contains(']')) // type parameters are not shown
        rest = trimmedLeft(rest.substr(rest.rfind(']', rest.find('(')) + 1));
    if (rest.empty())
        return result;
    if (!rest.starts_with('('))
        return std::nullopt;
    result.hasArguments = true;
    const std::size_t arrow = rest.rfind("->");
    const std::size_t close = rest.rfind(')', arrow);
    if (close == rest.npos)
        return std::nullopt;
    result.arguments = trimmed(rest.substr(1, close - 1));
    rest = trimmedLeft(rest.substr(close + 1));
    if (rest.starts_with("->"))
        result.returns = trimmed(rest.substr(2));
    else if (!rest.empty())
        return std::nullopt;
    return result;
}

Signature::Signature(Document &document, NodeId description, Span span, std::uint32_t line)
    : m_document(document)
    , m_term(document.append(description, NodeKind::Term, span, line))
{
    document.setAttribute(m_term, AttributeName::ObjectType, "desc_signature");
    document.setAttribute(m_term, AttributeName::NotSmartquotable, "True");
    document.addAttribute(m_term, AttributeName::Classes, "sig");
    document.addAttribute(m_term, AttributeName::Classes, "sig-object");
}

NodeId Signature::addSpan(NodeId parent, std::string_view classes, std::string_view text)
{
    const NodeId span = m_document.append(parent, NodeKind::InlineElement);
    const std::size_t blank = classes.find(' ');
    m_document.addAttribute(span, AttributeName::Classes, classes.substr(0, blank));
    if (blank != classes.npos)
        m_document.addAttribute(span, AttributeName::Classes, classes.substr(blank + 1));
    m_document.appendText(span, m_document.store(text));
    return span;
}

void Signature::addMarkup(NodeId parent, std::string_view markup)
{
    const NodeId raw = m_document.append(parent, NodeKind::Raw);
    m_document.setAttribute(raw, AttributeName::Format, "html");
    m_document.appendText(raw, markup);
}

void Signature::addPrefix(std::string_view keyword)
{
    const NodeId annotation = m_document.append(m_term, NodeKind::Emphasis);
    m_document.addAttribute(annotation, AttributeName::Classes, "property");
    for (std::string_view rest = keyword; !rest.empty();) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        m_document.appendText(annotation, m_document.store(word));
        addSpan(annotation, "w", " ");
        rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    }
}

void Signature::addAnnotation(std::string_view text)
{
    const NodeId annotation = m_document.append(m_term, NodeKind::Emphasis);
    m_document.addAttribute(annotation, AttributeName::Classes, "property");
    addSpan(annotation, "w", " ");
    m_document.appendText(annotation, m_document.store(text));
}

void Signature::addPropertyType(std::string_view type)
{
    const NodeId annotation = m_document.append(m_term, NodeKind::Emphasis);
    m_document.addAttribute(annotation, AttributeName::Classes, "property");
    addSpan(annotation, "p", ":");
    addSpan(annotation, "w", " ");
    addPythonType(annotation, type);
}

void Signature::addPropertyValue(std::string_view value)
{
    const NodeId annotation = m_document.append(m_term, NodeKind::Emphasis);
    m_document.addAttribute(annotation, AttributeName::Classes, "property");
    addSpan(annotation, "w", " ");
    addSpan(annotation, "p", "=");
    addSpan(annotation, "w", " ");
    m_document.appendText(annotation, m_document.store(value));
}

// Names stand alone, as they would be linked; punctuation and literals have classes.
void Signature::addPythonType(NodeId parent, std::string_view type)
{
    for (std::size_t i = 0; i < type.size();) {
        const std::string_view rest = type.substr(i);
        const char c = rest.front();
        std::size_t size = 1;
        if (c == ' ') {
            // written where it belongs, below
        } else if (rest.starts_with("...")) {
            size = 3;
            addSpan(parent, "p", "...");
        } else if (c == '|') {
            addSpan(parent, "w", " ");
            addSpan(parent, "p", "|");
            addSpan(parent, "w", " ");
        } else if (c == ',') {
            addSpan(parent, "p", ",");
            addSpan(parent, "w", " ");
        } else if (c == '"' || c == '\'') {
            const std::size_t end = rest.find(c, 1);
            size = end == rest.npos ? rest.size() : end + 1;
            addSpan(parent, "s", rest.substr(0, size));
        } else if (const std::size_t word = wordSize(rest, true); word > 0) {
            size = word;
            const std::string_view name = rest.substr(0, word);
            if (name == "True" || name == "False")
                addSpan(parent, "k", name);
            else if (c >= '0' && c <= '9')
                addSpan(parent, "m", name);
            else
                m_document.appendText(parent, m_document.store(name));
        } else {
            addSpan(parent, "p", rest.substr(0, 1));
        }
        i += size;
    }
}

void Signature::addPythonParameter(std::string_view parameter)
{
    const NodeId node = m_document.append(m_term, NodeKind::Emphasis);
    m_document.addAttribute(node, AttributeName::Classes, "sig-param");
    const std::size_t stars = std::min(parameter.find_first_not_of('*'), parameter.size());
    if (stars > 0 || parameter == "/") {
        const std::size_t size = std::max<std::size_t>(stars, parameter == "/" ? 1 : 0);
        addSpan(node, "o", parameter.substr(0, size));
        parameter.remove_prefix(size);
    }
    if (parameter.empty())
        return;
    const std::size_t equals = findOutside(parameter, '=');
    const std::size_t colon = findOutside(parameter.substr(0, equals), ':');
    addSpan(node, "n", trimmed(parameter.substr(0, std::min(colon, equals))));
    if (colon != parameter.npos) {
        addSpan(node, "p", ":");
        addSpan(node, "w", " ");
        const NodeId type = addSpan(node, "n", {});
        addPythonType(type,
                      trimmed(parameter.substr(colon + 1, equals == parameter.npos ? equals : equals - colon - 1)));
    }
    if (equals == parameter.npos)
        return;
    if (colon != parameter.npos)
        addSpan(node, "w", " ");
    addSpan(node, "o", "=");
    if (colon != parameter.npos)
        addSpan(node, "w", " ");
    addSpan(node, "default_value", m_document.store(pythonDefault(trimmed(parameter.substr(equals + 1)))));
}

void Signature::addPythonParameters(std::string_view list)
{
    addMarkup(m_term, "<span class=\"sig-paren\">(</span>");
    bool isFirst = true;
    for (const std::string_view parameter : splitAtCommas(list)) {
        if (!isFirst)
            addMarkup(m_term, ", ");
        isFirst = false;
        addPythonParameter(parameter);
    }
    addMarkup(m_term, "<span class=\"sig-paren\">)</span>");
}

void Signature::addPythonReturn(std::string_view type)
{
    addMarkup(m_term, " <span class=\"sig-return\"><span class=\"sig-return-icon\">&#x2192;</span> "
                      "<span class=\"sig-return-typehint\">");
    addPythonType(m_term, type);
    addMarkup(m_term, "</span></span>");
}

} // namespace rst

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"

#include <optional>
#include <string>
#include <string_view>

namespace rst {

/// Writes the line that names what is described: a function with its parameters, an option (`addnodes.desc_signature`).
///
/// It is kept as the term of a definition list, whose text no transform may touch.
class Signature
{
public:
    /// A new last signature of `description`.
    Signature(Document &document, NodeId description, Span span, std::uint32_t line);

    [[nodiscard]] NodeId node() const noexcept { return m_term; }
    void addName(std::string_view text) { addSpan(m_term, "sig-name descname", text); }
    /// What stands before the name, or what follows an option's: dim.
    void addAddedName(std::string_view text) { addSpan(m_term, "sig-prename descclassname", text); }
    /// `class `, `property ` and so on before the name.
    void addPrefix(std::string_view keyword);
    /// ` = value` and the like behind the name.
    void addAnnotation(std::string_view text);
    /// `: type` and ` = value` behind the name of an attribute.
    void addPropertyType(std::string_view type);
    void addPropertyValue(std::string_view value);
    /// A list of Python parameters, without its parentheses (`_parse_arglist`).
    void addPythonParameters(std::string_view list);
    void addEmptyParameters()
    {
        addMarkup(m_term, "<span class=\"sig-paren\">(</span><span class=\"sig-paren\">)</span>");
    }
    /// What a function gives back.
    void addPythonReturn(std::string_view type);

private:
    NodeId addSpan(NodeId parent, std::string_view classes, std::string_view text);
    void addMarkup(NodeId parent, std::string_view markup);
    void addPythonType(NodeId parent, std::string_view type);
    void addPythonParameter(std::string_view parameter);

    Document &m_document;
    NodeId m_term;
};

/// The parts of the line that describes a Python object (`py_sig_re`).
struct PythonSignature {
    std::string_view prefix = {}; // with its last dot
    std::string_view name = {};
    bool hasArguments = false;
    std::string_view arguments = {};
    std::string_view returns = {};
};
[[nodiscard]] std::optional<PythonSignature> parsePythonSignature(std::string_view text);

} // namespace rst

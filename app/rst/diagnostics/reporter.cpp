// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/diagnostics/reporter.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace rst {

std::string_view levelName(Level level) noexcept
{
    constexpr std::array<std::string_view, 5> names{"", "INFO", "WARNING", "ERROR", "SEVERE"};
    return names[std::size_t(level)];
}

Level levelOf(DiagnosticKind kind) noexcept
{
    constexpr std::array levels{
#define RST_DIAGNOSTIC(Kind, level, format) Level::level,
#include "rst/diagnostics/diagnostic_kinds.def"
    };
    return levels[std::size_t(kind)];
}

Reporter::Reporter(Document &document, std::string sourcePath)
    : m_document(document)
    , m_sourcePath(document.store(sourcePath))
{
}

std::string Reporter::formatted(std::string_view format, std::format_args args)
{
    return std::vformat(format, args);
}

NodeId Reporter::add(DiagnosticKind kind, Level level, Place place, std::string message)
{
    const NodeId node = m_document.create(NodeKind::SystemMessage, place.span, place.line);
    m_document.setAttribute(node, AttributeName::Level, std::int64_t(level));
    if (place.line != 0)
        m_document.setAttribute(node, AttributeName::Line, std::int64_t(place.line));
    m_document.setAttribute(node, AttributeName::Source, m_sourcePath);
    m_document.setAttribute(node, AttributeName::Type, levelName(level));
    const NodeId paragraph = m_document.append(node, NodeKind::Paragraph);
    m_document.appendText(paragraph, m_document.store(message));

    m_diagnostics.push_back(
        {.kind = kind, .level = level, .line = place.line, .span = place.span, .message = std::move(message)});
    m_messages.push_back(node);
    return node;
}

void Reporter::quote(NodeId systemMessage, std::string_view source)
{
    const std::string_view stored = m_document.store(source);
    const NodeId block = m_document.append(systemMessage, NodeKind::LiteralBlock);
    m_document.setAttribute(block, AttributeName::XmlSpace, "preserve");
    m_document.appendText(block, stored);
    diagnosticOf(systemMessage).detail = source;
}

Diagnostic &Reporter::diagnosticOf(NodeId systemMessage)
{
    const auto found = std::ranges::lower_bound(m_messages, systemMessage);
    assert(found != m_messages.end() && *found == systemMessage);
    return m_diagnostics[std::size_t(found - m_messages.begin())];
}

} // namespace rst

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

Reporter::Reporter(Document &document, std::string_view sourcePath, std::size_t limit)
    : m_document(document)
    , m_sourcePath(document.store(sourcePath))
    , m_limit(limit)
{
}

std::string Reporter::formatted(std::string_view format, std::format_args args)
{
    return std::vformat(format, args);
}

NodeId Reporter::add(DiagnosticKind kind, Level level, Place place, std::string message)
{
    if (m_messages.size() == m_limit) { // takes the place of the first message that is too many
        kind = DiagnosticKind::TooManyMessages;
        level = levelOf(kind);
        message = std::format(formatOf(DiagnosticKind::TooManyMessages), m_limit);
    }
    const NodeId node = m_document.create(NodeKind::SystemMessage, place.span, place.line);
    m_document.setAttribute(node, AttributeName::Level, std::int64_t(level));
    if (place.line != 0)
        m_document.setAttribute(node, AttributeName::Line, std::int64_t(place.line));
    m_document.setAttribute(node, AttributeName::Source, pathOf(place));
    m_document.setAttribute(node, AttributeName::Type, levelName(level));
    const NodeId paragraph = m_document.append(node, NodeKind::Paragraph);
    m_document.appendText(paragraph, m_document.store(message));

    m_diagnostics.push_back(
        {.kind = kind, .level = level, .line = place.line, .span = place.span, .message = std::move(message)});
    m_messages.push_back(node);
    return node;
}

/// The file that the message is about, which may be an included one.
std::string_view Reporter::pathOf(Place place) const
{
    const SourceMap &sources = m_document.sources();
    if (place.span.end == 0 || sources.fileCount() < 2)
        return m_sourcePath;
    const std::uint32_t file = sources.fileOf(place.span.begin);
    return file == 0 ? m_sourcePath : sources.path(file);
}

void Reporter::quote(NodeId systemMessage, std::string_view source)
{
    if (systemMessage == NodeId::None)
        return;
    const std::string_view stored = m_document.store(source);
    const NodeId block = m_document.append(systemMessage, NodeKind::LiteralBlock);
    m_document.setAttribute(block, AttributeName::XmlSpace, "preserve");
    m_document.appendText(block, stored);
    diagnosticOf(systemMessage).detail = source;
}

void Reporter::addLabel(NodeId systemMessage, Label label)
{
    if (systemMessage != NodeId::None)
        diagnosticOf(systemMessage).labels.push_back(std::move(label));
}

void Reporter::setSubtype(NodeId systemMessage, std::string_view subtype)
{
    if (systemMessage != NodeId::None)
        diagnosticOf(systemMessage).subtype = subtype;
}

Diagnostic &Reporter::diagnosticOf(NodeId systemMessage)
{
    const auto found = std::ranges::lower_bound(m_messages, systemMessage);
    assert(found != m_messages.end() && *found == systemMessage);
    return m_diagnostics[std::size_t(found - m_messages.begin())];
}

} // namespace rst

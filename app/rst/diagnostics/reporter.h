// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/diagnostics/diagnostic.h"
#include "rst/document/document.h"

#include <format>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rst {

/// The format string of a kind of message, from diagnostic_kinds.def.
[[nodiscard]] consteval std::string_view formatOf(DiagnosticKind kind)
{
    constexpr std::string_view formats[] = {
#define RST_DIAGNOSTIC(Kind, level, format) format,
#include "rst/diagnostics/diagnostic_kinds.def"
    };
    return formats[std::size_t(kind)];
}

[[nodiscard]] Level levelOf(DiagnosticKind kind) noexcept;

/// Where a message belongs: docutils' line number (0 for none) and the text to underline.
struct Place {
    std::uint32_t line = 0;
    Span span = {};
};

/// Collects the messages of a run in the order in which docutils issues them, and makes the
/// `system_message` element of each (https://docutils.sourceforge.io/docs/ref/doctree.html#system-message).
///
/// The element is detached: the caller puts it where docutils would, or drops it.
///
/// DEVIATION: it stops at a limit, with a last message that says so. From then on report() gives NodeId::None, for which
/// Document's functions do nothing, and what would become `problematic` stays text.
class Reporter
{
public:
    Reporter(Document &document, std::string_view sourcePath, std::size_t limit);

    /// Gives a message and its detached `system_message`; None past the limit.
    template <DiagnosticKind kind, class... Args>
    NodeId report(Place place, Args &&...args)
    {
        constexpr std::format_string<const std::remove_cvref_t<Args> &...> format{formatOf(kind)};
        if (isFull())
            return NodeId::None;
        return add(kind, levelOf(kind), place, formatted(format.get(), std::make_format_args(std::as_const(args)...)));
    }

    /// The same for a message whose level depends on the case.
    template <DiagnosticKind kind, class... Args>
    NodeId reportAs(Level level, Place place, Args &&...args)
    {
        constexpr std::format_string<const std::remove_cvref_t<Args> &...> format{formatOf(kind)};
        if (isFull())
            return NodeId::None;
        return add(kind, level, place, formatted(format.get(), std::make_format_args(std::as_const(args)...)));
    }

    /// Quotes `source` (docutils' block_text) below the message as a literal block, and keeps it as the diagnostic's detail.
    void quote(NodeId systemMessage, std::string_view source);

    /// Adds another place that the message speaks of.
    void addLabel(NodeId systemMessage, Label label);
    void setSubtype(NodeId systemMessage, std::string_view subtype);

    /// The line that the outermost state machine has reached: docutils' `reporter.get_source_and_line()`, which gives
    /// a line to messages about what has none yet. The block parser keeps it; it does not move inside of nested blocks.
    [[nodiscard]] std::uint32_t currentLine() const noexcept { return m_currentLine; }
    void setCurrentLine(std::uint32_t line) noexcept { m_currentLine = line; }

    [[nodiscard]] const std::vector<Diagnostic> &diagnostics() const noexcept { return m_diagnostics; }
    /// The system_message of each of the diagnostics, in the same order.
    [[nodiscard]] const std::vector<NodeId> &systemMessages() const noexcept { return m_messages; }
    [[nodiscard]] std::vector<Diagnostic> take() && { return std::move(m_diagnostics); }

private:
    [[nodiscard]] bool isFull() const noexcept { return m_messages.size() > m_limit; }
    /// The diagnostic that a system_message made by this reporter stands for.
    [[nodiscard]] Diagnostic &diagnosticOf(NodeId systemMessage);
    [[nodiscard]] std::string_view pathOf(Place place) const;
    NodeId add(DiagnosticKind kind, Level level, Place place, std::string message);
    /// std::format() made once: instantiated in every source, it was more than half of the engine's compile time.
    [[nodiscard]] static std::string formatted(std::string_view format, std::format_args args);

    Document &m_document;
    std::string_view m_sourcePath;
    std::size_t m_limit;
    std::uint32_t m_currentLine = 0;
    std::vector<Diagnostic> m_diagnostics;
    std::vector<NodeId> m_messages; // the system_message of each diagnostic; ascending
};

} // namespace rst

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/parser/block_parser.h"
#include "rst/parser/parse_context.h"

#include <cstdint>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace rst {

/// The converted value of an option: nothing for a flag, text, a number, or a list of words or numbers.
using OptionValue =
    std::variant<std::monostate, std::string, std::int64_t, std::vector<std::string>, std::vector<std::int64_t>>;

/// Checks and converts an option's text; the error is the Python exception's text that docutils' message quotes
/// (docutils' `directives.unchanged`, `length_or_unitless` and so on). The argument is null where the option has no text.
using OptionConverter = std::expected<OptionValue, std::string> (*)(const std::string *text);

struct OptionSpec {
    std::string_view name = {};
    OptionConverter convert = nullptr;
};

/// An option as given.
struct Option {
    std::string_view name = {};
    OptionValue value = {};
    Span nameSpan = {};
    Span valueSpan = {};
};

/// A directive at work: what it was given, and where its result goes (docutils' `Directive`).
class DirectiveContext
{
public:
    std::string_view name = {}; // canonical, lower case
    std::string_view nameAsWritten = {};
    std::vector<std::string_view> arguments = {}; // lines of an argument are joined by \n
    std::vector<Option> options = {};
    Lines content = {};
    std::uint32_t line = 0;        // docutils' `lineno`: of the directive's first line
    std::uint32_t sourceLine = 0;  // the number that this line has in its file (`get_source_and_line()`)
    std::uint32_t contentLine = 0; // docutils' `content_offset` + 1: of the content's first line
    Lines block = {};              // the whole directive's lines
    Span span = {};                // the whole directive
    Span nameSpan = {};
    std::span<const Line> argumentLines = {}; // of all arguments, for their positions
    NodeId parent = NodeId::None;             // the element into which results go
    bool isInSubstitutionDefinition = false;
    SectionTitles sectionTitles = SectionTitles::NotAllowed; // match_titles of the surrounding block
    BlockParser &parser;
    ParseContext &context;

    [[nodiscard]] Document &document() const noexcept { return context.document; }
    [[nodiscard]] Reporter &reporter() const noexcept { return context.reporter; }
    [[nodiscard]] TargetTable &targets() const noexcept { return context.targets; }
    [[nodiscard]] Place place() const noexcept { return {line, span}; }
    [[nodiscard]] std::string_view argument(std::size_t index) const
    {
        return index < arguments.size() ? arguments[index] : std::string_view();
    }

    /// The option's entry, or null.
    [[nodiscard]] const Option *option(std::string_view optionName) const noexcept;
    [[nodiscard]] bool hasOption(std::string_view optionName) const noexcept { return option(optionName) != nullptr; }
    /// The option's number, or `fallback`.
    [[nodiscard]] std::int64_t number(std::string_view optionName, std::int64_t fallback = 0) const noexcept;
    /// The option's text or words joined by blanks; empty where it is absent.
    [[nodiscard]] std::string text(std::string_view optionName) const;

    /// A new element of the result, appended to `parent`, with the directive's span.
    NodeId append(NodeKind kind);
    /// Appends an element made elsewhere.
    void add(NodeId node) { document().append(parent, node); }

    /// Gives a message about the directive, which quotes it, and puts it into the result (docutils' `DirectiveError`).
    template <DiagnosticKind kind, class... Args>
    NodeId report(Span offending, Args &&...args)
    {
        const NodeId message = context.reporter.report<kind>(Place{line, offending}, std::forward<Args>(args)...);
        if (message != NodeId::None)
            context.reporter.quote(message, blockText());
        add(message);
        return message;
    }
    /// Whether the directive has content; says so where it has none (docutils' `assert_has_content`).
    bool requireContent();

    /// Whether the directive stands where sections may, or in a sidebar.
    [[nodiscard]] bool mayHoldSections() const;

    /// Adds the option `class` (or `classes`) to a list of the node. Where docutils does not do so itself, do not call it.
    void addClasses(NodeId node, AttributeName list = AttributeName::Classes);
    void addClasses(NodeId node, std::span<const std::string> classes, AttributeName list = AttributeName::Classes);
    /// Sets the option `alt`, which a substitution definition presets, on an element whose directive does not know it but
    /// passes all its options on.
    void addPresetAlt(NodeId node);
    /// Registers the option `name` as an explicit target (docutils' `add_name`).
    void addName(NodeId node);

    /// An argument for the inline parser, with its source.
    [[nodiscard]] InlineText argumentText(std::size_t index) const;
    /// An option's text for the inline parser, with its source.
    [[nodiscard]] InlineText optionText(const Option &given) const;
    /// The source of an argument.
    [[nodiscard]] Span argumentSpan(std::size_t index) const;
    /// Parses the content into an element (`nested_parse(self.content, self.content_offset, node)`).
    void parseContent(NodeId into) { parser.nestedParse(content, into, SectionTitles::NotAllowed, contentLine); }

    /// Parses the first argument as inline markup into a new element of `into`; messages go behind it.
    NodeId appendTitle(NodeId into, NodeKind kind);

    /// The whole directive (docutils' `block_text`), for messages that quote it. Stored anew with every call: ask only for it
    /// where it is needed, or nested directives take up space for every level.
    [[nodiscard]] std::string_view blockText() const;
    /// The content as one text, lines joined by `\n`, stored in the document.
    [[nodiscard]] std::string_view contentText() const;
};

/// What a directive accepts and what it does.
struct DirectiveSpec {
    std::string_view name = {};
    std::uint8_t requiredArguments = 0;
    std::uint8_t optionalArguments = 0;
    bool finalArgumentWhitespace = false; // the last argument takes the rest, blanks and lines included
    bool hasContent = false;
    std::span<const OptionSpec> options = {};
    void (*run)(DirectiveContext &) = nullptr;
};

/// The directives of a dialect by name, with the names that lead to them (`code-block` is `code`).
class DirectiveTable
{
public:
    void add(const DirectiveSpec &spec) { m_specs.push_back(spec); }
    void add(std::span<const DirectiveSpec> specs) { m_specs.insert(m_specs.end(), specs.begin(), specs.end()); }
    /// Makes `name` another name of the directive `canonical`.
    void addAlias(std::string_view name, std::string_view canonical);
    /// A later entry hides an earlier one of the same name. Sorts; call once, before find().
    void finish();
    /// The directive of this name in lower case, or null.
    [[nodiscard]] const DirectiveSpec *find(std::string_view name) const noexcept;
    /// All names, sorted: what completion and "did you mean" offer.
    [[nodiscard]] std::vector<std::string_view> names() const;

private:
    struct Alias {
        std::string_view name = {};
        std::string_view canonical = {};
    };
    std::vector<DirectiveSpec> m_specs;
    std::vector<Alias> m_aliases;
};

/// docutils' own directives (parsers/rst/directives); see standard_directives.cpp.
[[nodiscard]] DirectiveTable standardDirectives();

} // namespace rst

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// https://www.sphinx-doc.org/en/master/usage/restructuredtext/directives.html#directive-literalinclude

#include "rst/directives/file_access.h"
#include "rst/directives/option_converters.h"
#include "rst/sphinx/code_block_options.h"
#include "rst/sphinx/sphinx_dialect.h"
#include "rst/sphinx/sphinx_environment.h"
#include "rst/sphinx/unified_diff.h"
#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <algorithm>
#include <format>

namespace rst {
namespace {

/// The option "lines" may name the same lines over and over; more text than this is none that a page shows.
constexpr std::size_t mostPickedText = 16'000'000;

constexpr OptionSpec literalincludeOptions[] = {
    {"dedent", code_blocks::optionalInt},
    {"linenos", options::flag},
    {"lineno-start", options::integer},
    {"lineno-match", options::flag},
    {"tab-width", options::integer},
    {"language", options::unchangedRequired},
    {"force", options::flag},
    {"encoding", options::encoding},
    {"pyobject", options::unchangedRequired},
    {"lines", options::unchangedRequired},
    {"start-after", options::unchangedRequired},
    {"end-before", options::unchangedRequired},
    {"start-at", options::unchangedRequired},
    {"end-at", options::unchangedRequired},
    {"prepend", options::unchangedRequired},
    {"append", options::unchangedRequired},
    {"emphasize-lines", options::unchangedRequired},
    {"caption", options::unchanged},
    {"class", options::classOption},
    {"name", options::unchanged},
    {"diff", options::unchangedRequired},
};

/// Options that exclude each other.
constexpr std::pair<std::string_view, std::string_view> exclusive[] = {
    {"lineno-match", "lineno-start"},
    {"lineno-match", "append"},
    {"lineno-match", "prepend"},
    {"start-after", "start-at"},
    {"end-before", "end-at"},
    {"diff", "pyobject"},
    {"diff", "lineno-start"},
    {"diff", "lineno-match"},
    {"diff", "lines"},
    {"diff", "start-after"},
    {"diff", "end-before"},
    {"diff", "start-at"},
    {"diff", "end-at"},
};

using Failure = std::expected<void, std::string>;

/// Takes from a file the lines that the options ask for (`LiteralIncludeReader`).
class FileExcerpt
{
public:
    explicit FileExcerpt(DirectiveContext &directive)
        : m_directive(directive)
        , m_path(pathInSources(directive.context.settings.sphinx.docname, directive.argument(0)))
        , m_start(directive.number("lineno-start", 1))
    {
    }

    [[nodiscard]] std::expected<std::string, std::string> read();
    [[nodiscard]] std::int64_t firstLine() const noexcept { return m_start; }
    [[nodiscard]] std::int64_t lineCount() const noexcept { return std::int64_t(m_lines.size()); }

private:
    [[nodiscard]] std::expected<std::vector<std::string>, std::string> linesOf(std::string_view name) const;
    Failure load();
    [[nodiscard]] std::expected<std::string, std::string> difference();
    Failure cutStart();
    Failure cutEnd();
    Failure pickLines();
    Failure cutPythonObject();
    std::size_t lineWith(std::string_view pattern) const;

    DirectiveContext &m_directive;
    std::string m_path;
    std::int64_t m_start;
    std::vector<std::string> m_lines; // with their line ends
};

std::string withoutTabs(std::string_view text, std::int64_t width)
{
    std::string result;
    std::int64_t column = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint next = decodeAt(text, at);
        if (next.value == U'\t') {
            const std::int64_t blanks = width > 0 ? width - column % width : 0;
            result.append(std::size_t(blanks), ' ');
            column += blanks;
        } else {
            result += text.substr(at, next.size);
            column = next.value == U'\n' ? 0 : column + 1;
        }
        at += next.size;
    }
    return result;
}

std::expected<std::vector<std::string>, std::string> FileExcerpt::linesOf(std::string_view name) const
{
    const FileReader &read = m_directive.context.settings.readFile;
    const std::string path = pathInSources(m_directive.context.settings.sphinx.docname, name);
    auto contents = read ? read(name) : std::expected<std::string, std::string>(std::unexpected(""));
    if (!contents)
        return std::unexpected(std::format("Include file {} not found or reading it failed", pythonRepr(path)));
    const std::string encoding = m_directive.text("encoding");
    contents = decodedFile(*std::move(contents), encoding);
    if (!contents) {
        return std::unexpected(
            std::format("Encoding {} used for reading included file {} seems to be wrong, try giving an "
                        ":encoding: option",
                        pythonRepr(encoding.empty() ? "utf-8-sig" : encoding), pythonRepr(path)));
    }
    const std::string text =
        m_directive.hasOption("tab-width") ? withoutTabs(*contents, m_directive.number("tab-width")) : *contents;
    std::vector<std::string> lines;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t size = std::min(rest.find('\n'), rest.size() - 1) + 1;
        lines.emplace_back(rest.substr(0, size));
        rest.remove_prefix(size);
    }
    return lines;
}

Failure FileExcerpt::load()
{
    auto lines = linesOf(m_directive.argument(0));
    if (!lines)
        return std::unexpected(lines.error());
    m_lines = *std::move(lines);
    return {};
}

/// What has become of the file that the option `diff` names; its other options are of no account then.
std::expected<std::string, std::string> FileExcerpt::difference()
{
    const SphinxSettings &settings = m_directive.context.settings.sphinx;
    const std::string old = m_directive.text("diff");
    const auto from = linesOf(old);
    if (!from)
        return std::unexpected(from.error());
    const auto nameOf = [&settings](std::string_view path) {
        return std::format("{}/{}", settings.sourceFolder, pathInSources(settings.docname, path));
    };
    return unifiedDiff(*from, m_lines, nameOf(old), nameOf(m_directive.argument(0)));
}

/// The lines of a class or function at the top of a Python file: from its decorators to the end of its body.
Failure FileExcerpt::cutPythonObject()
{
    const std::string wanted = m_directive.text("pyobject");
    if (wanted.empty())
        return {};
    const auto indentOf = [](std::string_view line) { return line.find_first_not_of(" \t\n"); };
    std::size_t first = 0;
    std::size_t end = m_lines.size();
    std::size_t margin = 0;
    for (std::string_view rest = wanted; !rest.empty();) {
        const std::string_view name = rest.substr(0, rest.find('.'));
        rest.remove_prefix(std::min(name.size() + 1, rest.size()));
        std::size_t found = first;
        for (; found < end; ++found) {
            std::string_view line = m_lines[found];
            const std::size_t indent = indentOf(line);
            if (indent == line.npos || indent < margin)
                continue;
            line.remove_prefix(indent);
            if (line.starts_with("async "))
                line = trimmedLeft(line.substr(6));
            const bool isDefinition = line.starts_with("def ") || line.starts_with("class ");
            line = isDefinition ? trimmedLeft(line.substr(line.find(' '))) : std::string_view();
            if (line.starts_with(name) &&
                (line.size() == name.size() || !isAlphanumeric(decodeAt(line, name.size()).value)))
                break;
        }
        if (found == end)
            return std::unexpected(
                std::format("Object named {} not found in include file {}", pythonRepr(wanted), pythonRepr(m_path)));
        const std::size_t indent = indentOf(m_lines[found]);
        std::size_t bodyEnd = found + 1;
        for (std::size_t i = bodyEnd; i < end; ++i) {
            const std::size_t own = indentOf(m_lines[i]);
            if (own == std::string::npos)
                continue;
            if (own <= indent && m_lines[i][own] != ')')
                break;
            bodyEnd = i + 1;
        }
        while (found > first && indentOf(m_lines[found - 1]) == indent && m_lines[found - 1][indent] == '@')
            --found;
        first = found;
        end = bodyEnd;
        margin = indent + 1;
    }
    m_lines.erase(m_lines.begin() + std::ptrdiff_t(end), m_lines.end());
    m_lines.erase(m_lines.begin(), m_lines.begin() + std::ptrdiff_t(first));
    if (m_directive.hasOption("lineno-match"))
        m_start = std::int64_t(first) + 1;
    return {};
}

std::size_t FileExcerpt::lineWith(std::string_view pattern) const
{
    const auto found = std::ranges::find_if(m_lines, [&](const std::string &line) { return line.contains(pattern); });
    return std::size_t(found - m_lines.begin());
}

Failure FileExcerpt::cutStart()
{
    const bool isAfter = !m_directive.hasOption("start-at");
    const std::string pattern = m_directive.text(isAfter ? "start-after" : "start-at");
    if (pattern.empty())
        return {};
    const std::size_t found = lineWith(pattern);
    if (found == m_lines.size())
        return std::unexpected(std::format("{} pattern not found: {}", isAfter ? "start-after" : "start-at", pattern));
    const std::size_t first = isAfter ? found + 1 : found;
    if (m_directive.hasOption("lineno-match"))
        m_start += std::int64_t(first);
    m_lines.erase(m_lines.begin(), m_lines.begin() + std::ptrdiff_t(first));
    return {};
}

Failure FileExcerpt::cutEnd()
{
    const bool isBefore = !m_directive.hasOption("end-at");
    const std::string pattern = m_directive.text(isBefore ? "end-before" : "end-at");
    if (pattern.empty())
        return {};
    for (std::size_t i = isBefore ? 1 : 0; i < m_lines.size(); ++i) { // `end-before` does not look at the first line
        if (m_lines[i].contains(pattern)) {
            m_lines.resize(isBefore ? i : i + 1);
            return {};
        }
    }
    return std::unexpected(std::format("{} pattern not found: {}", isBefore ? "end-before" : "end-at", pattern));
}

Failure FileExcerpt::pickLines()
{
    const std::string specification = m_directive.text("lines");
    if (specification.empty())
        return {};
    const auto numbers = code_blocks::lineNumbers(specification, lineCount());
    if (!numbers)
        return std::unexpected(numbers.error());
    if (m_directive.hasOption("lineno-match")) {
        const auto isGap = [this](auto a, auto b) { return b != a + 1 && a <= lineCount(); };
        const bool isDisjoint = std::ranges::adjacent_find(*numbers, isGap) != numbers->end();
        if (isDisjoint)
            return std::unexpected("Cannot use \"lineno-match\" with a disjoint set of \"lines\"");
        m_start += numbers->front() - 1;
    }
    std::vector<std::string> picked;
    std::size_t size = 0;
    for (const std::int64_t number : *numbers) {
        if (number < 1 || number > lineCount())
            continue;
        picked.push_back(m_lines[std::size_t(number - 1)]);
        size += picked.back().size();
        if (size > mostPickedText) {
            return std::unexpected(std::format("Line spec {}: too much text pulled from include file {}",
                                               pythonRepr(specification.substr(0, 40)), pythonRepr(m_path)));
        }
    }
    if (picked.empty()) {
        return std::unexpected(std::format("Line spec {}: no lines pulled from include file {}",
                                           pythonRepr(specification), pythonRepr(m_path)));
    }
    m_lines = std::move(picked);
    return {};
}

std::expected<std::string, std::string> FileExcerpt::read()
{
    for (const auto &[one, other] : exclusive) {
        if (m_directive.hasOption(one) && m_directive.hasOption(other))
            return std::unexpected(std::format("Cannot use both \"{}\" and \"{}\" options", one, other));
    }
    if (m_directive.hasOption("diff")) {
        if (const Failure done = load(); !done)
            return std::unexpected(done.error());
        return difference();
    }
    for (const auto step : {&FileExcerpt::load, &FileExcerpt::cutPythonObject, &FileExcerpt::cutStart,
                            &FileExcerpt::cutEnd, &FileExcerpt::pickLines}) {
        if (const Failure done = (this->*step)(); !done)
            return std::unexpected(done.error());
    }
    std::string text;
    for (const std::string &line : m_lines)
        text += line;
    if (const Option *dedent = m_directive.option("dedent")) {
        const auto *const columns = std::get_if<std::int64_t>(&dedent->value);
        text = code_blocks::dedented(m_directive, text, columns ? std::optional(*columns) : std::nullopt);
    }
    if (const std::string prepend = m_directive.text("prepend"); !prepend.empty())
        text.insert(0, prepend + '\n');
    if (const std::string append = m_directive.text("append"); !append.empty())
        text += append + '\n';
    return text;
}

void runLiteralinclude(DirectiveContext &directive)
{
    Document &document = directive.document();
    FileExcerpt excerpt(directive);
    const auto text = excerpt.read();
    if (!text) {
        directive.add(directive.reporter().report<DiagnosticKind::SphinxDirectiveFailed>(
            {directive.line, directive.argumentSpan(0)}, text.error()));
        return;
    }
    NodeId literal = document.create(NodeKind::LiteralBlock, directive.span, directive.sourceLine);
    document.setAttribute(literal, AttributeName::XmlSpace, "preserve");
    document.setAttribute(literal, AttributeName::Source, directive.argument(0));
    document.appendText(literal, document.store(*text));
    if (directive.hasOption("force"))
        document.setAttribute(literal, AttributeName::Force, "True");
    if (directive.hasOption("diff"))
        document.setAttribute(literal, AttributeName::Language, "udiff");
    else if (directive.hasOption("language"))
        document.setAttribute(literal, AttributeName::Language, document.store(directive.text("language")));
    if (directive.hasOption("linenos") || directive.hasOption("lineno-start") || directive.hasOption("lineno-match"))
        document.setAttribute(literal, AttributeName::Linenos, "True");
    document.setAttribute(literal, AttributeName::LinenoStart, excerpt.firstLine());
    directive.addClasses(literal);
    if (!code_blocks::emphasizeLines(directive, literal, excerpt.lineCount()))
        return;
    if (directive.hasOption("caption")) {
        const std::string given = directive.text("caption");
        literal = code_blocks::withCaption(directive, literal,
                                           given.empty() ? directive.argument(0) : std::string_view(given));
        if (literal == NodeId::None)
            return;
    }
    directive.addName(literal);
    directive.add(literal);
}

constexpr DirectiveSpec sphinxLiteralincludeDirectiveSpecs[] = {
    {.name = "literalinclude",
     .requiredArguments = 1,
     .finalArgumentWhitespace = true,
     .options = literalincludeOptions,
     .run = runLiteralinclude},
};

} // namespace

std::span<const DirectiveSpec> sphinxIncludeDirectives() noexcept
{
    return sphinxLiteralincludeDirectiveSpecs;
}

} // namespace rst

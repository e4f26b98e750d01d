// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/directives/code.h"
#include "rst/directives/directive_groups.h"
#include "rst/directives/file_access.h"
#include "rst/directives/option_converters.h"
#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <algorithm>
#include <format>

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#include
// https://docutils.sourceforge.io/docs/ref/rst/directives.html#raw
namespace rst {

namespace {

constexpr OptionSpec includeOptions[] = {
    {"literal", options::flag},
    {"code", options::unchanged},
    {"encoding", options::encoding},
    {"parser", options::parserName},
    {"tab-width", options::integer},
    {"start-line", options::integer},
    {"end-line", options::integer},
    {"start-after", options::unchangedRequired},
    {"end-before", options::unchangedRequired},
    {"number-lines", options::unchanged},
    {"class", options::classOption},
    {"name", options::unchanged},
};

constexpr OptionSpec rawOptions[] = {
    {"file", options::path},
    {"url", options::uri},
    {"encoding", options::encoding},
    {"class", options::classOption},
};

/// Python's `text.expandtabs(tabWidth)`.
[[nodiscard]] std::string withoutTabs(std::string_view text, std::size_t tabWidth)
{
    std::string expanded;
    std::size_t column = 0;
    for (const char c : text) {
        if (c == '\t') {
            const std::size_t blanks = tabWidth == 0 ? 0 : tabWidth - column % tabWidth;
            expanded.append(blanks, ' ');
            column += blanks;
            continue;
        }
        expanded.push_back(c);
        if (c == '\n')
            column = 0;
        else if ((static_cast<unsigned char>(c) & 0xc0) != 0x80)
            ++column;
    }
    return expanded;
}

/// The part of a file that the options of `include` ask for.
class Clip
{
public:
    explicit Clip(std::string_view text) noexcept : m_all(text), m_text(text) {}

    /// Keeps the lines from `start` to before `end`, which count from the end where they are negative.
    void keepLines(std::int64_t start, std::optional<std::int64_t> end)
    {
        const auto lineCount =
            std::int64_t(std::ranges::count(m_text, '\n') + (m_text.empty() || m_text.ends_with('\n') ? 0 : 1));
        const auto resolved = [lineCount](std::int64_t index) {
            return std::clamp(index < 0 ? index + lineCount : index, std::int64_t(0), lineCount);
        };
        const std::size_t begin = lineBegin(resolved(start));
        const std::size_t stop = end ? lineBegin(resolved(*end)) : m_text.size();
        m_text = m_text.substr(begin, std::max(stop, begin) - begin);
    }

    /// False where the text is not there.
    [[nodiscard]] bool keepAfter(std::string_view marker)
    {
        const std::size_t found = m_text.find(marker);
        if (found == std::string_view::npos)
            return false;
        m_text.remove_prefix(found + marker.size());
        return true;
    }

    [[nodiscard]] bool keepBefore(std::string_view marker)
    {
        const std::size_t found = m_text.find(marker);
        if (found == std::string_view::npos)
            return false;
        m_text = m_text.substr(0, found);
        return true;
    }

    [[nodiscard]] std::string_view text() const noexcept { return m_text; }
    /// The line of the file in which the part begins.
    [[nodiscard]] std::uint32_t firstLine() const noexcept
    {
        return std::uint32_t(1 + std::count(m_all.data(), m_text.data(), '\n'));
    }

private:
    [[nodiscard]] std::size_t lineBegin(std::int64_t line) const noexcept
    {
        std::size_t at = 0;
        for (; line > 0 && at < m_text.size(); --line)
            at = std::min(m_text.find('\n', at), m_text.size() - 1) + 1;
        return at;
    }

    std::string_view m_all;
    std::string_view m_text;
};

class Include
{
public:
    explicit Include(DirectiveContext &directive) : m_directive(directive), m_document(directive.document()) {}

    void run()
    {
        const std::optional<IncludedFile> file =
            readIncludedFile(m_directive, options::pathFrom(m_directive.argument(0)), m_directive.argumentSpan(0));
        if (!file)
            return;
        Clip clip(file->text);
        if (!cut(clip))
            return;
        const std::int64_t tabWidth = m_directive.number("tab-width", m_directive.context.settings.tabWidth);
        const Lines lines =
            m_document.sources().addPart(file->path, clip.text(), clip.firstLine(),
                                         unsigned(std::clamp(tabWidth, std::int64_t(0), std::int64_t(1000))));
        const std::size_t limit = m_directive.context.settings.lineLengthLimit;
        const auto tooLong = std::ranges::find_if(lines, [limit](const Line &line) {
            return line.text.size() > limit && countCodePoints(line.text) > limit;
        });
        if (tooLong != lines.end()) {
            m_directive.report<DiagnosticKind::IncludeLineTooLong>(m_directive.argumentSpan(0), file->path,
                                                                   tooLong - lines.begin() + 1);
        } else if (m_directive.hasOption("literal")) {
            includeLiterally(file->path,
                             tabWidth >= 0 ? withoutTabs(clip.text(), std::size_t(tabWidth)) : std::string(clip.text()),
                             lines.size());
        } else if (m_directive.hasOption("code")) {
            includeCode(file->path, lines);
        } else if (!isCircular(file->path)) {
            includeSource(file->path, lines);
        }
    }

private:
    /// Cuts out the part that the options ask for; false where it is not there, which is reported.
    [[nodiscard]] bool cut(Clip &clip)
    {
        const std::int64_t start = m_directive.number("start-line");
        const bool hasEnd = m_directive.hasOption("end-line");
        if (start != 0 || hasEnd)
            clip.keepLines(start, hasEnd ? std::optional(m_directive.number("end-line")) : std::nullopt);
        if (!clip.keepAfter(m_directive.text("start-after")))
            return reportNotFound("start-after");
        const std::string before = m_directive.text("end-before");
        if (!before.empty() && !clip.keepBefore(before))
            return reportNotFound("end-before");
        return true;
    }

    [[nodiscard]] bool reportNotFound(std::string_view option)
    {
        m_directive.report<DiagnosticKind::IncludeTextNotFound>(m_directive.option(option)->valueSpan, option,
                                                                m_directive.nameAsWritten);
        return false;
    }

    void includeLiterally(const std::string &path, std::string text, std::size_t lineCount)
    {
        if (m_directive.hasOption("number-lines") && text.ends_with('\n'))
            text.pop_back();
        const NodeId block = m_document.create(NodeKind::LiteralBlock, m_directive.span, 1);
        m_document.setAttribute(block, AttributeName::Source, m_document.store(path));
        m_document.setAttribute(block, AttributeName::XmlSpace, "preserve");
        m_directive.addClasses(block);
        m_directive.addName(block);
        if (fillLiteralBlock(m_directive, block, m_document.store(text), m_directive.span, lineCount))
            m_directive.add(block);
    }

    void includeCode(const std::string &path, Lines lines)
    {
        if (lines.empty()) {
            m_directive.report<DiagnosticKind::DirectiveContentExpected>(m_directive.nameSpan,
                                                                         m_directive.nameAsWritten);
            return;
        }
        appendCodeBlock(m_directive, {.language = m_document.store(m_directive.text("code")),
                                      .text = joined(m_document, lines).text,
                                      .span = m_directive.span,
                                      .lineCount = lines.size(),
                                      .path = m_document.store(path)});
    }

    /// What distinguishes two inclusions of one file: the same part again would include itself for ever.
    [[nodiscard]] std::string clipKey() const
    {
        std::string key;
        for (const std::string_view option : {"start-line", "end-line", "start-after", "end-before"}) {
            key += m_directive.hasOption(option) ? m_directive.text(option) : std::string();
            key += '\n';
        }
        return key;
    }

    [[nodiscard]] bool isCircular(const std::string &path)
    {
        const std::vector<std::string> &paths = m_directive.parser.includedPaths();
        std::vector<std::string> &clips = m_directive.context.includedClips;
        clips.resize(paths.size());
        const std::string key = clipKey();
        const std::string &documentPath = m_directive.context.settings.sourcePath;
        bool isKnown = path == documentPath && key == "\n\n\n\n";
        for (std::size_t i = 0; i < paths.size(); ++i)
            isKnown = isKnown || (paths[i] == path && clips[i] == key);
        if (!isKnown && paths.size() < maximumInclusions) {
            clips.push_back(key);
            return false;
        }
        std::string chain = path;
        for (auto including = paths.rbegin(); including != paths.rend(); ++including)
            chain.append("\n> ").append(*including);
        chain.append("\n> ").append(documentPath);
        m_directive.report<DiagnosticKind::IncludeCircular>(m_directive.argumentSpan(0), m_directive.nameAsWritten,
                                                            chain);
        return true;
    }

    /// Has the parser read the lines next. docutils numbers them from the first one included.
    void includeSource(const std::string &path, Lines lines)
    {
        // DEVIATION: docutils has `:parser: rst` read the file as a document of its own.
        if (m_directive.text("parser") == "null")
            return;
        std::vector<Line> numbered(lines.begin(), lines.end());
        for (std::size_t i = 0; i < numbered.size(); ++i)
            numbered[i].number = std::uint32_t(i + 1);
        m_directive.parser.insertInput(numbered, path);
    }

    static constexpr std::size_t maximumInclusions = 100; // of a file that includes ever different parts of itself

    DirectiveContext &m_directive;
    Document &m_document;
};

void runInclude(DirectiveContext &directive)
{
    if (directive.context.settings.readFile)
        Include(directive).run();
    else
        directive.report<DiagnosticKind::DirectiveDisabled>(directive.nameSpan, directive.nameAsWritten);
}

void appendRaw(DirectiveContext &directive, std::string_view text, Span span, std::string_view path)
{
    Document &document = directive.document();
    const NodeId raw = document.append(directive.parent, NodeKind::Raw, span, directive.line);
    std::string format;
    for (const std::string_view word : options::wordsOf(directive.argument(0)))
        format.append(format.empty() ? "" : " ").append(toLower(word));
    document.setAttribute(raw, AttributeName::Format, document.store(format));
    document.setAttribute(raw, AttributeName::XmlSpace, "preserve");
    if (!path.empty())
        document.setAttribute(raw, AttributeName::Source, document.store(path));
    directive.addClasses(raw);
    document.appendText(raw, text, span);
}

/// Passes its content on to the writer of a format.
void runRaw(DirectiveContext &directive)
{
    const Settings &settings = directive.context.settings;
    const Option *file = directive.option("file");
    const Option *url = directive.option("url");
    if (!settings.rawEnabled || (!settings.readFile && (file != nullptr || url != nullptr))) {
        directive.report<DiagnosticKind::DirectiveDisabled>(directive.nameSpan, directive.nameAsWritten);
    } else if (!directive.content.empty()) {
        if (file != nullptr || url != nullptr)
            directive.report<DiagnosticKind::FileAndContent>((file != nullptr ? file : url)->nameSpan,
                                                             directive.nameAsWritten);
        else
            appendRaw(directive, directive.contentText(), spanOf(directive.document().sources(), directive.content),
                      {});
    } else if (file != nullptr && url != nullptr) {
        directive.report<DiagnosticKind::FileAndUrl>(url->nameSpan, directive.nameAsWritten);
    } else if (file != nullptr) {
        if (const auto included = readIncludedFile(directive, directive.text("file"), file->valueSpan))
            appendRaw(directive, directive.document().store(included->text), directive.span, included->path);
    } else if (url != nullptr) {
        reportUrl(directive, *url);
    } else {
        static_cast<void>(directive.requireContent()); // says that there is none
    }
}

constexpr DirectiveSpec filesSpecs[] = {
    {.name = "include",
     .requiredArguments = 1,
     .finalArgumentWhitespace = true,
     .options = includeOptions,
     .run = runInclude},
    {.name = "raw",
     .requiredArguments = 1,
     .finalArgumentWhitespace = true,
     .hasContent = true,
     .options = rawOptions,
     .run = runRaw},
};

} // namespace

std::span<const DirectiveSpec> fileDirectives() noexcept
{
    return filesSpecs;
}

} // namespace rst

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/legacy_findings.h"

#include "post/source_lines.h"
#include "post/source_range.h"

#include "rst/text/utf8.h"

#include <algorithm>
#include <format>
#include <optional>

namespace post {

namespace {

using rst::NodeKind;
using rst::NodeRef;

bool isWord(char c) noexcept
{
    const auto byte = static_cast<unsigned char>(c);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || byte >= 0x80;
}

bool isVerbatim(NodeRef node)
{
    switch (node.kind()) {
    case NodeKind::LiteralBlock:
    case NodeKind::DoctestBlock:
    case NodeKind::MathBlock:
    case NodeKind::Literal:
    case NodeKind::Math:
    case NodeKind::Comment:
    case NodeKind::Raw: return true;
    default: return false;
    }
}

bool isParagraph(NodeRef node)
{
    return node.kind() == NodeKind::Paragraph;
}

/// The parts of the source that nodes of a sort were made of; ascending and, where none of them nests, apart.
std::vector<ByteRange> rangesOf(const rst::Document &document, bool (&isWanted)(NodeRef))
{
    std::vector<ByteRange> ranges;
    const NodeRef root = document[rst::Document::root()];
    for (NodeRef node = root; node; node = node.following(root)) {
        if (!isWanted(node) || node.span().isEmpty())
            continue;
        if (const auto range = sourceRange(document, node.span()))
            ranges.push_back(*range);
    }
    std::ranges::sort(ranges, {}, &ByteRange::begin);
    return ranges;
}

class LegacyScan
{
public:
    LegacyScan(std::string_view source, const rst::Document &document)
        : m_source(source)
        , m_document(document)
        , m_lines(sourceLines(source))
        , m_verbatim(rangesOf(document, isVerbatim)) // as they stand they are shown, or hidden
    {
    }

    [[nodiscard]] std::vector<Finding> run() &&
    {
        for (std::size_t line = 0; line < m_lines.size(); ++line)
            scanLine(line);
        for (std::size_t at = 0; at < m_source.size(); ++at)
            scanAt(at);
        std::ranges::stable_sort(m_findings, {}, [](const Finding &finding) { return finding.range.begin; });
        return std::move(m_findings);
    }

private:
    void scanLine(std::size_t line);
    void scanUnderline(std::size_t line);
    void scanAt(std::size_t at);
    void scanPicture(std::size_t at);
    void scanEmphasis(std::size_t at);
    void scanEntity(std::size_t at);

    [[nodiscard]] bool startsWith(std::size_t at, std::string_view text) const
    {
        return m_source.substr(at).starts_with(text);
    }
    /// The range that a place is in, or an empty one.
    [[nodiscard]] static ByteRange rangeAt(const std::vector<ByteRange> &ranges, std::size_t at)
    {
        const auto after = std::ranges::upper_bound(ranges, at, {}, &ByteRange::begin);
        // Such ranges do not nest, but one may repeat another's begin.
        return after != ranges.begin() && at < std::prev(after)->end ? *std::prev(after) : ByteRange();
    }
    void add(std::string_view rule, std::size_t begin, std::size_t end, std::string text)
    {
        if (rangeAt(m_verbatim, begin).isEmpty())
            m_findings.push_back({Severity::LooksWrong, rule, {begin, end}, std::move(text)});
    }

    std::string_view m_source;
    const rst::Document &m_document;
    std::vector<SourceLine> m_lines;
    std::vector<ByteRange> m_verbatim;
    std::optional<std::vector<ByteRange>> m_paragraphs; // once a line asks for them, which few posts have
    std::vector<Finding> m_findings;
};

/// What takes a whole line.
void LegacyScan::scanLine(std::size_t line)
{
    const SourceLine &current = m_lines[line];
    const std::string_view raw = current.text.of(m_source);
    const std::string_view text = current.trimmed().of(m_source);
    if (current.isBlank()) {
        if (raw == "  ")
            add("legacy.break", current.text.begin, current.text.end,
                "An empty line that the old blog had is lost here: two blanks mean nothing.");
        return;
    }
    const std::string_view trail = m_source.substr(current.last, current.text.end - current.last);
    const bool nextGoesOn =
        line + 1 < m_lines.size() && (!m_lines[line + 1].isBlank() || m_lines[line + 1].text.of(m_source) == "  ");
    if (trail == "  " && nextGoesOn)
        add("legacy.break", current.last, current.text.end,
            "A line break of the old blog is lost here: the next line joins this one.");
    if (text == "* * *" || text == "> * * *")
        add("legacy.rule", current.first, current.last, "Readers see three stars where a dividing line was.");
    if (text.starts_with("> ") || text == ">")
        add("legacy.quote", current.first, current.first + 1, "A quotation mark-up of Markdown: readers see “>”.");
    if (text.starts_with("---|") && text.find_first_not_of("-| ") == text.npos)
        add("legacy.table", current.first, current.last, "A table of Markdown: readers see bars and dashes.");
    scanUnderline(line);
}

/// A line of a paragraph that began with #, for which the importer took it for a heading.
void LegacyScan::scanUnderline(std::size_t line)
{
    const SourceLine &current = m_lines[line];
    const std::string_view text = current.trimmed().of(m_source);
    const char mark = text.front();
    if (line < 2 || text.size() < 4 || (mark != '=' && mark != '-') || text.find_first_not_of(mark) != text.npos)
        return;
    const SourceLine &underlined = m_lines[line - 1];
    if (m_lines[line - 2].isBlank() || rst::countCodePoints(underlined.text.of(m_source)) != text.size())
        return;
    if (!m_paragraphs)
        m_paragraphs = rangesOf(m_document, isParagraph);
    const ByteRange paragraph = rangeAt(*m_paragraphs, current.first);
    if (!paragraph.isEmpty() && paragraph.begin < underlined.text.begin)
        add("legacy.heading", current.first, current.last,
            "The line above began with #, which was taken for a heading: readers see the line that underlines it.");
}

void LegacyScan::scanAt(std::size_t at)
{
    switch (m_source[at]) {
    case '!': scanPicture(at); break;
    case ']':
        if (startsWith(at, "](http"))
            add("legacy.link", at, std::min(m_source.find_first_of(")\n", at), m_source.size()),
                "The rest of a Markdown link: readers see its address in brackets.");
        break;
    case '_': scanEmphasis(at); break;
    case '&': scanEntity(at); break;
    case '>':
        if (startsWith(at, ">`_)") && at > 0 && m_source[at - 1] == '\\')
            add("legacy.url", at - 1, at + 4, "The address was cut at its bracket.");
        break;
    default: break;
    }
}

/// "`![alt <src>`_", "!`alt <src>`_" or "![](src)".
void LegacyScan::scanPicture(std::size_t at)
{
    constexpr std::string_view message = "This picture is Markdown left over from Blogger; readers see “![”.";
    const bool startsWord = at == 0 || !isWord(m_source[at - 1]);
    if (startsWith(at, "![")) {
        const bool isInLink = at > 0 && m_source[at - 1] == '`';
        const std::size_t close =
            m_source.substr(0, std::min(m_source.size(), at + 500)).find(isInLink ? "<" : "](", at);
        if (close != m_source.npos)
            add("legacy.picture", isInLink ? at - 1 : at, close, std::string(message));
    } else if (startsWith(at, "!`") && startsWord) {
        const std::string_view rest = m_source.substr(at + 2, 500);
        const std::size_t address = rest.find("<http");
        if (address != rest.npos && rest.substr(0, address).find('`') == rest.npos)
            add("legacy.picture", at, at + 2, std::string(message));
    }
}

/// `_word_` or `_some words_` on one line, with blanks or marks around it.
void LegacyScan::scanEmphasis(std::size_t at)
{
    const auto isOutside = [](char c) { return std::string_view(" \n\r\t.,;:!?()\"'*").contains(c); };
    if (at + 2 >= m_source.size() || !isWord(m_source[at + 1]) || (at > 0 && !isOutside(m_source[at - 1])))
        return;
    if (at >= 3 && m_source.substr(at - 3, 3) == ".. ")
        return; // a target
    const std::size_t close = m_source.find_first_of("_\n`<|", at + 1);
    if (close == m_source.npos || m_source[close] != '_' || close - at > 200)
        return;
    const char before = m_source[close - 1];
    const bool endsWord = isWord(before) || std::string_view(".,!?)").contains(before);
    if (endsWord && (close + 1 == m_source.size() || isOutside(m_source[close + 1])))
        add("legacy.emphasis", at, close + 1, "Emphasis of Markdown: readers see the underscores, or a broken link.");
}

void LegacyScan::scanEntity(std::size_t at)
{
    static constexpr std::string_view entities[] = {"&nbsp;",  "&amp;",   "&lt;",    "&gt;",    "&quot;",
                                                    "&#39;",   "&rsquo;", "&lsquo;", "&rdquo;", "&ldquo;",
                                                    "&mdash;", "&ndash;", "&hellip;"};
    for (const std::string_view entity : entities) {
        if (startsWith(at, entity))
            add("legacy.entity", at, at + entity.size(), std::format("HTML left over: readers see “{}”.", entity));
    }
}

} // namespace

std::vector<Finding> legacyFindings(std::string_view source, const rst::Document &document)
{
    return LegacyScan(source, document).run();
}

} // namespace post

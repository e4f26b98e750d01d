// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/rules/headings.h"

#include "repair/legacy_post.h"
#include "rst/text/utf8.h"

#include <algorithm>

namespace repair {

namespace {

constexpr std::string_view adornments = "=-~^\""; // of levels 1 to 5
constexpr std::size_t wrapWidth = 78;             // html2text's

std::size_t countOf(std::string_view text, std::string_view what)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + what.size()))
        ++count;
    return count;
}

std::string_view trimmedBlanks(std::string_view text)
{
    while (text.ends_with(' '))
        text.remove_suffix(1);
    while (text.starts_with(' '))
        text.remove_prefix(1);
    return text;
}

/// The level of the heading that the importer made of these two lines, or 0. It drew the line as long as the Markdown title
/// was; links became longer by two characters since, and bold text shorter.
unsigned headingLevel(std::string_view title, std::string_view underline)
{
    if (underline.empty() || isBlankLine(title) || underline.find_first_not_of(underline.front()) != underline.npos)
        return 0;
    const std::size_t level = adornments.find(underline.front());
    if (level == adornments.npos)
        return 0;
    const std::size_t longest = rst::countCodePoints(title) -
                                std::min(rst::countCodePoints(title), 2 * countOf(title, ">`_")) + countOf(title, "*");
    const std::size_t shortest = longest - countOf(title, "*");
    return underline.size() >= shortest && underline.size() <= longest ? unsigned(level + 1) : 0;
}

/// Whether the text's first word is several, put together as in a hashtag: "GirlsWhoCode".
bool beginsWithJoinedWords(std::string_view text)
{
    const auto isCapital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const std::string_view word = text.substr(0, text.find(' '));
    std::size_t count = 0;
    for (std::size_t at = 0; at < word.size(); ++at)
        count += isCapital(word[at]) && at + 1 < word.size() && !isCapital(word[at + 1]);
    return count > 1 && isCapital(word.front());
}

bool isListItem(std::string_view line)
{
    const std::size_t first = line.find_first_not_of(' ');
    if (first == line.npos || first < 2)
        return false;
    if (line.substr(first).starts_with("* "))
        return true;
    std::size_t digits = first;
    while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9')
        ++digits;
    return digits > first && line.substr(digits).starts_with(". ");
}

std::string_view languageOf(std::string_view code)
{
    if (code.contains(">>> ") || code.contains("In [1]:"))
        return "pycon";
    if (code.contains("Traceback (most recent call last)"))
        return "pytb";
    if (code.starts_with("$ ") || code.contains("\n$ "))
        return "console";
    for (const std::string_view word : {"import ", "def ", "class ", "print(", "from "}) {
        if (code.starts_with(word) || code.contains("\n" + std::string(word)) ||
            code.contains("    " + std::string(word)))
            return "python";
    }
    return "text";
}

/// Reads a body line by line.
class LineMarks
{
public:
    LineMarks(std::string_view body, Objects &objects, const RuleContext &context)
        : m_lines(linesOf(body))
        , m_objects(objects)
        , m_context(context)
    {
    }

    std::string run()
    {
        while (m_at < m_lines.size()) {
            const std::string_view line = m_lines[m_at];
            if (isBlankLine(line) && !isCodeLine(line))
                add(line);
            else if (!takeHandWritten() && !takeFence() && !takeCode() && !takeHeading())
                takeLine();
        }
        return std::move(m_out);
    }

private:
    [[nodiscard]] bool isAfterBlank() const { return m_at == 0 || isBlankLine(m_lines[m_at - 1]); }
    [[nodiscard]] static bool isCodeLine(std::string_view line) { return line.starts_with("    "); }
    void add(std::string_view line)
    {
        (m_out += line) += '\n';
        ++m_at;
    }
    void addBlock(Object object)
    {
        if (!m_out.ends_with("\n\n"))
            m_out += '\n';
        m_out += markFor(m_objects.size(), mark::Block);
        m_out += "\n\n";
        m_objects.push_back(std::move(object));
    }

    bool takeHandWritten();
    bool takeFence();
    bool takeCode();
    bool takeHeading();
    void takeLine();
    [[nodiscard]] std::size_t blockEnd(std::size_t from) const
    {
        while (from < m_lines.size() && !isBlankLine(m_lines[from]))
            ++from;
        return from;
    }

    std::vector<std::string_view> m_lines;
    Objects &m_objects;
    const RuleContext &m_context;
    std::size_t m_at = 0;
    bool m_isInList = false;
    std::string m_out;
};

/// Blocks in reStructuredText stay as they are, and so does what is indented below a directive.
bool LineMarks::takeHandWritten()
{
    if (!isAfterBlank())
        return false;
    std::size_t end = m_at, next = m_at;
    while (next < m_lines.size()) {
        const std::size_t stop = blockEnd(next);
        const std::vector<std::string_view> block(m_lines.begin() + std::ptrdiff_t(next),
                                                  m_lines.begin() + std::ptrdiff_t(stop));
        const bool isBelow = end > m_at && m_lines[next].starts_with("   ") && m_lines[m_at].starts_with("..");
        if (!isBelow && !isHandWritten(block))
            break;
        end = stop;
        next = stop;
        while (next < m_lines.size() && isBlankLine(m_lines[next]))
            ++next;
    }
    if (end == m_at)
        return false;
    std::string text;
    for (std::size_t i = m_at; i < end; ++i)
        (text += m_lines[i]) += i + 1 < end ? "\n" : "";
    m_at = end;
    m_isInList = false;
    addBlock({.kind = Object::Kind::Verbatim, .text = std::move(text)});
    return true;
}

/// Code between two lines of three backquotes, as somebody typed it into Blogger.
bool LineMarks::takeFence()
{
    const auto isFence = [](std::string_view line) { return trimmedBlanks(line) == "```"; };
    if (!isFence(m_lines[m_at]) || !m_context.may(RuleId::CodeBlocks))
        return false;
    std::size_t end = m_at + 1;
    while (end < m_lines.size() && end - m_at < 500 && !isFence(m_lines[end]))
        ++end;
    if (end >= m_lines.size() || !isFence(m_lines[end]))
        return false;
    std::string code;
    for (std::size_t i = m_at + 1; i < end; ++i) {
        std::string_view line = m_lines[i];
        while (line.ends_with(' '))
            line.remove_suffix(1);
        (code += line) += '\n';
    }
    while (code.ends_with('\n'))
        code.pop_back();
    m_at = end + 1;
    m_context.did(RuleId::CodeBlocks);
    const std::string_view language = languageOf(code);
    addBlock({.kind = Object::Kind::CodeBlock, .text = std::move(code), .language = std::string(language)});
    return true;
}

/// Four blanks after a blank line; in a list only where the blank line has them, too.
bool LineMarks::takeCode()
{
    const std::string_view line = m_lines[m_at];
    if (!isCodeLine(line) || !isAfterBlank() || isListItem(line) || (m_isInList && !isBlankLine(line)))
        return false;
    std::size_t end = m_at, last = m_at;
    while (end < m_lines.size() && (isCodeLine(m_lines[end]) || isBlankLine(m_lines[end]))) {
        if (!isBlankLine(m_lines[end]))
            last = end + 1;
        ++end;
    }
    std::string code;
    for (std::size_t i = m_at; i < last; ++i)
        (code += isCodeLine(m_lines[i]) ? m_lines[i].substr(4) : std::string_view()) += '\n';
    while (code.ends_with('\n'))
        code.pop_back();
    const std::size_t first = code.find_first_not_of("\n");
    if (first == code.npos) {
        add(""); // four blanks and nothing more
        return true;
    }
    code.erase(0, code.rfind('\n', code.find_first_not_of(" \n")) + 1);
    // Prose with links was indented for its looks.
    if (code.contains(">`_") || !m_context.may(RuleId::CodeBlocks)) {
        for (; m_at < last;)
            add(trimmedBlanks(m_lines[m_at]));
        return true;
    }
    m_at = last;
    const std::string_view language = languageOf(code);
    m_context.did(RuleId::CodeBlocks);
    addBlock({.kind = Object::Kind::CodeBlock, .text = std::move(code), .language = std::string(language)});
    return true;
}

bool LineMarks::takeHeading()
{
    if (m_at + 1 >= m_lines.size())
        return false;
    const std::string_view title = m_lines[m_at];
    const unsigned level = headingLevel(title, m_lines[m_at + 1]);
    if (level == 0)
        return false;
    const bool hasRest = m_at + 2 < m_lines.size() && !isBlankLine(m_lines[m_at + 2]);
    const std::string_view next = hasRest ? m_lines[m_at + 2] : std::string_view();
    const bool wouldHaveFitted =
        rst::countCodePoints(title) + next.substr(0, next.find(' ')).size() + level + 1 < wrapWidth;
    const bool isComment = hasRest && level == 1 && title.ends_with("  ") && wouldHaveFitted;
    // No heading runs over three lines.
    const bool isHashtag =
        hasRest && level == 1 && blockEnd(m_at + 2) - m_at > 3 && beginsWithJoinedWords(trimmedBlanks(title));
    if (!isAfterBlank() || isComment || isHashtag) {
        const bool isBelowPicture = m_at > 0 && trimmedBlanks(m_lines[m_at - 1]) == "---"; // a caption with a hashtag
        if (!m_context.may(RuleId::HashLines))
            return false;
        m_context.did(RuleId::HashLines);
        m_out += std::string(level, '#');
        if (isComment && !isBelowPicture)
            m_out += ' ';
        (m_out += title) += '\n';
        m_at += 2;
        return true;
    }
    if (!m_context.may(RuleId::Headings))
        return false;
    m_context.did(RuleId::Headings);
    if (!m_out.ends_with("\n\n"))
        m_out += '\n';
    ((m_out += mark::Heading) += char('0' + level)) += trimmedBlanks(title);
    m_at += 2;
    if (hasRest) {
        m_context.did(RuleId::HeadingRest);
        m_context.ledger.show(RuleId::HeadingRest, trimmedBlanks(m_lines[m_at]));
    }
    // The rest may be the rest of a link, with a line end in its address: it stays until links are read.
    for (; m_at < m_lines.size() && !isBlankLine(m_lines[m_at]); ++m_at)
        (m_out += '\n') += trimmedBlanks(m_lines[m_at]);
    m_out += "\n\n";
    m_isInList = false;
    return true;
}

void LineMarks::takeLine()
{
    const std::string_view line = m_lines[m_at];
    if (isListItem(line))
        m_isInList = true;
    else if (isAfterBlank() && !line.starts_with(' '))
        m_isInList = false;
    add(line);
}

} // namespace

std::string markLines(std::string_view body, Objects &objects, const RuleContext &context)
{
    return LineMarks(body, objects, context).run();
}

} // namespace repair

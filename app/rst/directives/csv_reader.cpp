// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/directives/csv_reader.h"

#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <algorithm>
#include <format>

namespace rst {

std::optional<std::string> CsvDialect::problem() const
{
    const auto isOneCharacter = [](std::string_view text) {
        return !text.empty() && decodeAt(text, 0).size == text.size();
    };
    if (!isOneCharacter(delimiter))
        return "\"delimiter\" must be a 1-character string";
    if (escape && !isOneCharacter(*escape))
        return "\"escapechar\" must be a 1-character string";
    if (!isOneCharacter(quote))
        return "\"quotechar\" must be a 1-character string";
    const auto isBad = [this](std::string_view text) {
        return text == "\n" || text == "\r" || (text == " " && skipsInitialSpace);
    };
    if (delimiter != " " && isBad(delimiter))
        return "bad delimiter value";
    if (escape && isBad(*escape))
        return "bad escapechar value";
    if (isBad(quote))
        return "bad quotechar value";
    if (delimiter == escape)
        return "bad delimiter or escapechar value";
    if (delimiter == quote)
        return "bad delimiter or quotechar value";
    if (quote == escape)
        return "bad escapechar or quotechar value";
    return std::nullopt;
}

namespace {

constexpr std::size_t fieldLimit = 131'072; // csv.field_size_limit()

/// A cell as it grows: finished lines, and the line at work. A line stays a view of the source as long as all of its
/// characters stand there one behind another.
class CellText
{
public:
    explicit CellText(ParseContext &context) noexcept : m_context(context) {}

    /// Where the next character stands, unless a part of the line is there already.
    void placeAt(std::string_view character) noexcept
    {
        if (m_text.empty())
            m_text = character.substr(0, 0);
    }

    void add(std::string_view character)
    {
        ++m_length;
        if (!m_own.empty()) {
            m_own.append(character);
        } else if (m_text.empty()) {
            m_text = character;
        } else if (m_text.data() + m_text.size() == character.data()) {
            m_text = {m_text.data(), m_text.size() + character.size()};
        } else {
            m_own = std::string(m_text).append(character);
        }
    }

    void addNewline()
    {
        ++m_length;
        finishLine();
    }

    [[nodiscard]] std::size_t length() const noexcept { return m_length; }

    /// The cell's lines; then begins the next cell.
    [[nodiscard]] std::span<Line> take()
    {
        if (!m_text.empty() || !m_own.empty())
            finishLine();
        const std::span<Line> lines = m_context.lines.allocate(m_lines.size());
        std::ranges::copy(m_lines, lines.begin());
        m_lines.clear();
        m_text = {};
        m_length = 0;
        return lines;
    }

private:
    void finishLine()
    {
        std::string_view text = m_text;
        const auto number = std::uint32_t(m_lines.size() + 1);
        if (!m_own.empty()) { // a quoted or escaped character: the text stands nowhere, and gets a place of its own
            const std::span<const Line> lines =
                m_context.document.sources().addPart(std::string(m_path), m_own, number);
            text = lines.empty() ? std::string_view() : lines.front().text;
            m_own.clear();
        }
        m_lines.push_back({.text = trimmedRight(text), .number = number});
        m_text = {};
    }

    ParseContext &m_context;
    std::string_view m_path = m_context.settings.sourcePath;
    std::string_view m_text = {};
    std::string m_own = {};
    std::vector<Line> m_lines = {};
    std::size_t m_length = 0;
};

/// The state machine of Python's module `_csv`, less its quoting styles.
class CsvReader
{
public:
    CsvReader(ParseContext &context, const CsvDialect &dialect) : m_dialect(dialect), m_cell(context) {}

    [[nodiscard]] std::expected<CsvRows, std::string> read(Lines lines)
    {
        for (const Line &line : lines) {
            for (std::size_t at = 0; at < line.text.size();) {
                const std::string_view character = line.text.substr(at, decodeAt(line.text, at).size);
                if (!process(character))
                    return std::unexpected(std::move(m_error));
                at += character.size();
            }
            processLineEnd(line.text.substr(line.text.size()));
        }
        if (m_cell.length() != 0 || m_state == State::InQuotedField)
            return std::unexpected("unexpected end of data");
        return std::move(m_rows);
    }

private:
    enum class State : std::uint8_t {
        StartRecord,
        StartField,
        EscapedCharacter,
        AfterEscapedLineEnd,
        InField,
        InQuotedField,
        EscapeInQuotedField,
        QuoteInQuotedField,
    };

    [[nodiscard]] bool isEscape(std::string_view character) const noexcept
    {
        return m_dialect.escape && character == *m_dialect.escape;
    }

    /// False on an error.
    [[nodiscard]] bool process(std::string_view character)
    {
        switch (m_state) {
        case State::StartRecord:
        case State::StartField: startField(character); return true;
        case State::EscapedCharacter: m_state = State::InField; return add(character);
        case State::AfterEscapedLineEnd:
        case State::InField: return processInField(character);
        case State::InQuotedField: return processInQuotedField(character);
        case State::EscapeInQuotedField: m_state = State::InQuotedField; return add(character);
        case State::QuoteInQuotedField: return processAfterQuote(character);
        }
        return true;
    }

    void startField(std::string_view character)
    {
        m_state = State::StartField;
        if (character == m_dialect.quote) {
            m_state = State::InQuotedField;
        } else if (isEscape(character)) {
            m_state = State::EscapedCharacter;
        } else if (character == " " && m_dialect.skipsInitialSpace) {
            return;
        } else if (character == m_dialect.delimiter) {
            saveField();
        } else {
            m_state = State::InField;
            m_cell.add(character);
        }
    }

    [[nodiscard]] bool processInField(std::string_view character)
    {
        m_state = State::InField;
        if (isEscape(character))
            m_state = State::EscapedCharacter;
        else if (character == m_dialect.delimiter)
            saveField();
        else
            return add(character);
        return true;
    }

    [[nodiscard]] bool processInQuotedField(std::string_view character)
    {
        if (isEscape(character))
            m_state = State::EscapeInQuotedField;
        else if (character == m_dialect.quote)
            m_state = m_dialect.escape ? State::InField : State::QuoteInQuotedField;
        else
            return add(character);
        return true;
    }

    [[nodiscard]] bool processAfterQuote(std::string_view character)
    {
        if (character == m_dialect.quote) {
            m_state = State::InQuotedField;
            return add(character);
        }
        if (character == m_dialect.delimiter) {
            saveField();
            return true;
        }
        m_error = std::format("'{}' expected after '{}'", m_dialect.delimiter, m_dialect.quote);
        return false;
    }

    void processLineEnd(std::string_view place)
    {
        switch (m_state) {
        case State::StartRecord: endRecord(); break;
        case State::StartField:
        case State::InField:
        case State::QuoteInQuotedField:
            saveField();
            endRecord();
            break;
        case State::AfterEscapedLineEnd:
            m_state = State::InField;
            processLineEnd(place);
            break;
        case State::EscapedCharacter:
            m_cell.placeAt(place);
            m_cell.addNewline();
            m_state = State::AfterEscapedLineEnd;
            break;
        case State::EscapeInQuotedField:
        case State::InQuotedField:
            m_cell.placeAt(place);
            m_cell.addNewline();
            m_state = State::InQuotedField;
            break;
        }
    }

    [[nodiscard]] bool add(std::string_view character)
    {
        if (m_cell.length() >= fieldLimit) {
            m_error = std::format("field larger than field limit ({})", fieldLimit);
            return false;
        }
        m_cell.add(character);
        return true;
    }

    void saveField()
    {
        m_rows.cells.push_back({.lines = m_cell.take()});
        m_state = State::StartField;
    }

    void endRecord()
    {
        const auto first = m_rows.rows.empty() ? 0 : m_rows.rows.back().firstCell + m_rows.rows.back().cellCount;
        const auto count = std::uint32_t(m_rows.cells.size()) - first;
        m_rows.rows.push_back({.firstCell = first, .cellCount = count});
        m_rows.columnCount = std::max<std::size_t>(m_rows.columnCount, count);
        m_state = State::StartRecord;
    }

    const CsvDialect &m_dialect;
    CellText m_cell;
    CsvRows m_rows = {};
    State m_state = State::StartRecord;
    std::string m_error = {};
};

} // namespace

std::expected<CsvRows, std::string> readCsv(ParseContext &context, Lines lines, const CsvDialect &dialect)
{
    return CsvReader(context, dialect).read(lines);
}

} // namespace rst

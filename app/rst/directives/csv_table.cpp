// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/directives/csv_reader.h"
#include "rst/directives/directive_groups.h"
#include "rst/directives/file_access.h"
#include "rst/directives/table_directive.h"

#include <algorithm>

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#csv-table
namespace rst {

namespace {

constexpr OptionSpec csvTableOptions[] = {
    {"header-rows", options::nonnegativeInt},
    {"stub-columns", options::nonnegativeInt},
    {"header", options::unchanged},
    {"width", options::lengthOrPercentageOrUnitless},
    {"widths", autoOrWidths},
    {"file", options::path},
    {"url", options::uri},
    {"encoding", options::encoding},
    {"class", options::classOption},
    {"name", options::unchanged},
    {"align", tableAlignment},
    {"delim", options::singleCharOrWhitespaceOrUnicode},
    {"keepspace", options::flag},
    {"quote", options::singleCharOrUnicode},
    {"escape", options::singleCharOrUnicode},
};

/// Short rows are filled up with empty cells: one long row and many short ones could make a table far larger than its
/// source. More empty cells than this are refused.
constexpr std::size_t maximumFilledCells = 1'000'000;

class CsvTable
{
public:
    explicit CsvTable(DirectiveContext &directive)
        : m_directive(directive)
        , m_tableDirective(directive)
        , m_scope(directive.context.lines)
    {
    }

    void run()
    {
        if (!m_directive.context.settings.readFile && (m_directive.hasOption("file") || m_directive.hasOption("url"))) {
            m_directive.report<DiagnosticKind::CsvTableFilesDisabled>(m_directive.nameSpan, name());
            return;
        }
        m_tableDirective.makeTitle();
        const std::optional<Lines> data = csvData();
        if (!data || !readRows(*data))
            return;
        std::vector<std::size_t> lengths;
        lengths.reserve(m_body.rows.size());
        for (const ParsedTable::Row &row : m_body.rows)
            lengths.push_back(row.cellCount);
        if (!m_tableDirective.checkDimensions(lengths))
            return;
        const auto widths = m_tableDirective.columnWidths(std::max(m_head.columnCount, m_body.columnCount));
        if (!widths || !fill(*widths))
            return;
        const NodeId table = buildTable(m_directive.context, m_table, m_directive.contentLine - 1, m_directive.span,
                                        m_tableDirective.stubColumns(), m_tableDirective.widths());
        m_directive.addClasses(table);
        m_tableDirective.finish(table);
    }

private:
    [[nodiscard]] std::string_view name() const noexcept { return m_directive.nameAsWritten; }

    /// The lines of the content or of the file named by an option; nothing where there are none, which is reported.
    [[nodiscard]] std::optional<Lines> csvData()
    {
        const Option *file = m_directive.option("file");
        const Option *url = m_directive.option("url");
        if (!m_directive.content.empty()) {
            if (file == nullptr && url == nullptr)
                return m_directive.content;
            m_directive.report<DiagnosticKind::FileAndContent>((file != nullptr ? file : url)->nameSpan, name());
        } else if (file != nullptr && url != nullptr) {
            m_directive.report<DiagnosticKind::FileAndUrl>(url->nameSpan, name());
        } else if (file != nullptr) {
            const std::optional<IncludedFile> included =
                readIncludedFile(m_directive, m_directive.text("file"), file->valueSpan, ErrorStyle::Message);
            if (included)
                return m_directive.document().sources().addPart(included->path, included->text, 1);
        } else if (url != nullptr) {
            reportUrl(m_directive, *url, ErrorStyle::Message);
        } else {
            m_directive.report<DiagnosticKind::CsvTableEmpty>(m_directive.nameSpan, name());
        }
        return std::nullopt;
    }

    [[nodiscard]] CsvDialect dialect() const
    {
        CsvDialect dialect;
        if (m_directive.hasOption("delim"))
            dialect.delimiter = m_directive.text("delim");
        if (m_directive.hasOption("keepspace"))
            dialect.skipsInitialSpace = false;
        if (m_directive.hasOption("quote"))
            dialect.quote = m_directive.text("quote");
        if (m_directive.hasOption("escape"))
            dialect.escape = m_directive.text("escape");
        return dialect;
    }

    [[nodiscard]] bool readRows(Lines data)
    {
        const CsvDialect csvDialect = dialect();
        std::optional<std::string> problem = csvDialect.problem();
        if (!problem && m_directive.hasOption("header"))
            problem = read(headerLines(), csvDialect, m_head);
        if (!problem)
            problem = read(data, csvDialect, m_body);
        if (problem)
            m_directive.report<DiagnosticKind::CsvDataInvalid>(m_directive.nameSpan, name(), *problem);
        return !problem;
    }

    [[nodiscard]] std::optional<std::string> read(Lines lines, const CsvDialect &csvDialect, CsvRows &rows)
    {
        std::expected<CsvRows, std::string> result = readCsv(m_directive.context, lines, csvDialect);
        if (!result)
            return std::move(result.error());
        rows = std::move(*result);
        return std::nullopt;
    }

    /// The lines of the option `header`: from the source where that has them just so.
    [[nodiscard]] Lines headerLines()
    {
        const Option &header = *m_directive.option("header");
        const std::string &text = std::get<std::string>(header.value);
        if (text.empty())
            return m_directive.document().sources().addPart(std::string(m_directive.context.settings.sourcePath), "\n",
                                                            1);
        const InlineText inSource = m_directive.optionText(header);
        if (!inSource.lines.empty())
            return inSource.lines;
        return m_directive.document().sources().addPart(std::string(m_directive.context.settings.sourcePath), text,
                                                        m_directive.line);
    }

    /// Makes all rows equally long.
    [[nodiscard]] bool fill(std::span<const std::int64_t> widths)
    {
        const std::size_t columns = widths.size();
        const std::size_t rows = m_head.rows.size() + m_body.rows.size();
        if (rows * columns > maximumFilledCells && rows * columns / 8 > m_head.cells.size() + m_body.cells.size()) {
            m_directive.report<DiagnosticKind::TableTooLarge>(m_directive.nameSpan, rows, columns, name());
            return false;
        }
        for (const std::int64_t width : widths)
            m_table.columnWidths.push_back(std::uint32_t(width));
        m_table.headRowCount = m_head.rows.size() + std::size_t(m_tableDirective.headerRows());
        // OPTIMIZATION: where nothing is to be filled, the rows are the table's.
        const auto isFull = [columns](const ParsedTable::Row &row) { return row.cellCount == columns; };
        if (m_head.rows.empty() && std::ranges::all_of(m_body.rows, isFull)) {
            m_table.rows = std::move(m_body.rows);
            m_table.cells = std::move(m_body.cells);
            return true;
        }
        m_table.cells.reserve(rows * columns);
        for (const CsvRows *part : {&m_head, &m_body}) {
            for (const ParsedTable::Row &row : part->rows) {
                m_table.rows.push_back(
                    {.firstCell = std::uint32_t(m_table.cells.size()), .cellCount = std::uint32_t(columns)});
                const std::span<const TableCell> cells = std::span(part->cells).subspan(row.firstCell, row.cellCount);
                m_table.cells.insert(m_table.cells.end(), cells.begin(), cells.end());
                m_table.cells.resize(m_table.rows.size() * columns);
            }
        }
        m_head = {};
        m_body = {};
        return true;
    }

    DirectiveContext &m_directive;
    TableDirective m_tableDirective;
    LineArena::Scope m_scope;
    CsvRows m_head = {};
    CsvRows m_body = {};
    ParsedTable m_table = {};
};

void runCsvTable(DirectiveContext &directive)
{
    CsvTable(directive).run();
}

constexpr DirectiveSpec csvTableSpecs[] = {
    {.name = "csv-table",
     .optionalArguments = 1,
     .finalArgumentWhitespace = true,
     .hasContent = true,
     .options = csvTableOptions,
     .run = runCsvTable},
};

} // namespace

std::span<const DirectiveSpec> csvTableDirectives() noexcept
{
    return csvTableSpecs;
}

} // namespace rst

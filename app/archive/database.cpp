// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/database.h"

#include <sqlite3.h>

#include <format>

namespace archive {

namespace {

constexpr int busyMilliseconds = 5000;
constexpr int instructionsBetweenAsking = 2000;

/// The remedy that goes with a result code, after SQLite's own words.
std::string_view adviceFor(int code)
{
    switch (code & 0xff) {
    case SQLITE_FULL: return " Free some space on the disk of your cache folder.";
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM: return " Check that you may write to your cache folder.";
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return " Another program is using the index; try again.";
    case SQLITE_IOERR: return " Check the disk of your cache folder.";
    default: return "";
    }
}

DatabaseError errorOf(sqlite3 *connection, int code)
{
    const char *words = connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
    return {.code = connection ? sqlite3_extended_errcode(connection) : code,
            .sentence = std::format("The index of posts failed: {}.{}", words, adviceFor(code))};
}

} // namespace

bool DatabaseError::isCorrupt() const noexcept
{
    return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB || (code & 0xff) == SQLITE_SCHEMA;
}

bool DatabaseError::isInterrupted() const noexcept
{
    return (code & 0xff) == SQLITE_INTERRUPT;
}

void Statement::Finalize::operator()(sqlite3_stmt *statement) const noexcept
{
    sqlite3_finalize(statement);
}

Statement &Statement::bind(int index, std::string_view text)
{
    // SQLITE_TRANSIENT: SQLite copies the text.
    sqlite3_bind_text64(m_statement.get(), index, text.data() ? text.data() : "", text.size(),
                        reinterpret_cast<sqlite3_destructor_type>(std::intptr_t(-1)), SQLITE_UTF8);
    return *this;
}

Statement &Statement::bind(int index, std::int64_t number)
{
    sqlite3_bind_int64(m_statement.get(), index, number);
    return *this;
}

DatabaseResult<bool> Statement::step()
{
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return std::unexpected(errorOf(sqlite3_db_handle(m_statement.get()), code));
}

DatabaseResult<void> Statement::run()
{
    const auto stepped = step();
    reset();
    if (!stepped)
        return std::unexpected(stepped.error());
    return {};
}

void Statement::reset() noexcept
{
    sqlite3_reset(m_statement.get());
}

std::int64_t Statement::number(int column) const noexcept
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const noexcept
{
    return sqlite3_column_double(m_statement.get(), column);
}

std::string Statement::text(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    return text ? std::string(text, std::size_t(sqlite3_column_bytes(m_statement.get(), column))) : std::string();
}

void Database::Close::operator()(sqlite3 *connection) const noexcept
{
    sqlite3_close_v2(connection);
}

DatabaseResult<Database> Database::open(const std::string &name)
{
    sqlite3 *connection = nullptr;
    const int code =
        sqlite3_open_v2(name.c_str(), &connection,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database;
    database.m_connection.reset(connection);
    if (code != SQLITE_OK)
        return std::unexpected(errorOf(connection, code));
    sqlite3_extended_result_codes(connection, 1);
    sqlite3_busy_timeout(connection, busyMilliseconds);
    return database;
}

DatabaseResult<void> Database::execute(const char *sql)
{
    const int code = sqlite3_exec(m_connection.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return std::unexpected(errorOf(m_connection.get(), code));
    return {};
}

DatabaseResult<Statement> Database::prepare(std::string_view sql)
{
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v2(m_connection.get(), sql.data(), int(sql.size()), &statement, nullptr);
    if (code != SQLITE_OK)
        return std::unexpected(errorOf(m_connection.get(), code));
    return Statement(statement);
}

DatabaseResult<std::int64_t> Database::number(std::string_view sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return std::unexpected(statement.error());
    const auto row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    return *row ? statement->number(0) : 0;
}

std::int64_t Database::lastInsertedRow() const noexcept
{
    return sqlite3_last_insert_rowid(m_connection.get());
}

int Database::changes() const noexcept
{
    return sqlite3_changes(m_connection.get());
}

void Database::stopWhen(std::function<bool()> isStopped)
{
    if (!isStopped) {
        sqlite3_progress_handler(m_connection.get(), 0, nullptr, nullptr);
        m_isStopped.reset();
        return;
    }
    m_isStopped = std::make_unique<std::function<bool()>>(std::move(isStopped));
    sqlite3_progress_handler(
        m_connection.get(), instructionsBetweenAsking,
        [](void *asked) { return (*static_cast<std::function<bool()> *>(asked))() ? 1 : 0; }, m_isStopped.get());
}

Transaction::~Transaction()
{
    if (m_isOpen)
        (void)m_database.execute("ROLLBACK");
}

DatabaseResult<void> Transaction::begin()
{
    auto done = m_database.execute("BEGIN IMMEDIATE");
    m_isOpen = done.has_value();
    return done;
}

DatabaseResult<void> Transaction::commit()
{
    auto done = m_database.execute("COMMIT");
    m_isOpen = !done;
    return done;
}

} // namespace archive

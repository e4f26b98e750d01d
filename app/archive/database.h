// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace archive {

/// What SQLite could not do: its extended result code (https://www.sqlite.org/rescode.html) and words for the user.
struct DatabaseError {
    int code = 0;
    std::string sentence = {};

    /// Whether the file itself is at fault: it is no database, or a damaged one.
    [[nodiscard]] bool isCorrupt() const noexcept;
    [[nodiscard]] bool isInterrupted() const noexcept;
};

template <class T>
using DatabaseResult = std::expected<T, DatabaseError>;

/// A prepared statement. Values are bound by position from 1, columns are read by position from 0, as in SQLite.
class Statement
{
public:
    Statement() = default;
    explicit Statement(sqlite3_stmt *statement) noexcept : m_statement(statement) {}

    Statement &bind(int index, std::string_view text);
    Statement &bind(int index, std::int64_t number);
    /// Goes to the next row; false after the last one.
    [[nodiscard]] DatabaseResult<bool> step();
    /// Runs a statement without rows and makes it ready to be bound again.
    [[nodiscard]] DatabaseResult<void> run();
    void reset() noexcept;

    [[nodiscard]] std::int64_t number(int column) const noexcept;
    [[nodiscard]] double real(int column) const noexcept;
    [[nodiscard]] std::string text(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const noexcept;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// A connection to an SQLite database. Used by one thread at a time.
class Database
{
public:
    /// Opens a file, which is made where it is not there, or SQLite's own name for a database in memory.
    [[nodiscard]] static DatabaseResult<Database> open(const std::string &name);

    [[nodiscard]] DatabaseResult<void> execute(const char *sql);
    [[nodiscard]] DatabaseResult<Statement> prepare(std::string_view sql);
    [[nodiscard]] DatabaseResult<std::int64_t> number(std::string_view sql);
    [[nodiscard]] std::int64_t lastInsertedRow() const noexcept;
    [[nodiscard]] int changes() const noexcept;

    /// Asked now and then while a statement runs: true stops it with an error that isInterrupted().
    void stopWhen(std::function<bool()> isStopped);

private:
    struct Close {
        void operator()(sqlite3 *connection) const noexcept;
    };
    std::unique_ptr<sqlite3, Close> m_connection;
    std::unique_ptr<std::function<bool()>> m_isStopped; // stays in its place when the connection moves
};

/// What happens as a whole or not at all: what was not committed when it ends is taken back.
class Transaction
{
public:
    explicit Transaction(Database &database) : m_database(database) {}
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    ~Transaction();

    [[nodiscard]] DatabaseResult<void> begin();
    [[nodiscard]] DatabaseResult<void> commit();

private:
    Database &m_database;
    bool m_isOpen = false;
};

} // namespace archive

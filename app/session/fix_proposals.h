// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/quick_fixes.h"

#include "rst/engine.h"

#include <QCoreApplication>

#include <string>
#include <string_view>
#include <vector>

namespace session {

struct FixWords {
    Q_DECLARE_TR_FUNCTIONS(session::QuickFixes)
};

/// A change of a source in bytes.
struct ByteEdit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string replacement = {};
};

/// Collects what might mend one problem. Everything in it counts bytes and lines; see quick_fixes.h.
class FixProposals
{
public:
    FixProposals(const Rendering &rendering, const Problem &problem, const rst::Engine &engine);

    const Problem &problem;
    const std::vector<Problem> &problems; // all of the text
    const rst::Document &document;
    const rst::Engine &engine;
    std::string_view source;
    TextPositions positions;
    std::size_t begin = 0; // of the problem
    std::size_t end = 0;
    int line = 1; // that the problem begins in

    /// The part of the source that the problem speaks of.
    [[nodiscard]] std::string_view marked() const { return source.substr(begin, end - begin); }
    /// A line without its end, or nothing for one that is not there.
    [[nodiscard]] std::string_view textOf(int number) const;
    [[nodiscard]] bool isBlank(int number) const;
    /// What the message quotes: its `index`th part in double quotes.
    [[nodiscard]] std::string quoted(std::size_t index = 0) const;

    /// Takes edits in the order of the source.
    void add(QLatin1StringView rule, const QString &sentence, const std::vector<ByteEdit> &edits);
    /// Says that the last one leaves something to fill in: `length` bytes at `offset` of its first edit's replacement.
    void selectInLast(std::size_t offset, std::size_t length);

    [[nodiscard]] std::vector<QuickFix> take() && { return std::move(m_fixes); }

private:
    std::vector<QuickFix> m_fixes;
    std::string m_lastReplacement;
    std::size_t m_lastBegin = 0;
};

// The groups; each looks whether the problem is one of its own.
void proposeHeadingFixes(FixProposals &fixes);    // underlines, overlines, levels, dividing lines
void proposeBlockFixes(FixProposals &fixes);      // blank lines, literal blocks, directives and their options
void proposeDefinitionFixes(FixProposals &fixes); // targets, substitutions, roles, content of directives, tables
void proposeInlineFixes(FixProposals &fixes);     // inline markup, links, names
void proposeFindingFixes(FixProposals &fixes);    // leftovers of the old blog, prose

/// The names that are nearest to a misspelt one, best first; none that is too far to be meant.
[[nodiscard]] std::vector<std::string> nearestNames(std::string_view name, const std::vector<std::string> &names);

[[nodiscard]] inline QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace session

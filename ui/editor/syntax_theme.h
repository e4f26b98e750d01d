// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <KSyntaxHighlighting/Theme>

#include <QPalette>

#include <memory>

class QTextDocument;

namespace ui {

/// The theme that goes with a palette. For the GUI thread: all that is coloured there shares one repository, which takes some
/// milliseconds to read.
[[nodiscard]] KSyntaxHighlighting::Theme highlightingTheme(const QPalette &palette);

/// Colours a document as reStructuredText, in a theme that goes with the palette (an adapter for KSyntaxHighlighting).
class SyntaxTheme
{
public:
    explicit SyntaxTheme(QTextDocument *document);
    ~SyntaxTheme();

    void apply(const QPalette &palette);
    /// Off for texts so large that colouring them takes seconds.
    void setEnabled(bool enabled);

private:
    class LineHighlighter;

    QTextDocument *m_document;
    std::unique_ptr<LineHighlighter> m_highlighter;
};

} // namespace ui

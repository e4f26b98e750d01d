// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>

#include <QPalette>

#include <memory>

class QTextDocument;

namespace ui {

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
    KSyntaxHighlighting::Repository m_repository;
    QTextDocument *m_document;
    std::unique_ptr<KSyntaxHighlighting::SyntaxHighlighter> m_highlighter;
};

} // namespace ui

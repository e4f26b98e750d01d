// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/syntax_theme.h"

#include "ui/theme.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>

#include <QCoreApplication>
#include <QEvent>
#include <QSignalBlocker>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

KSyntaxHighlighting::Repository &repository()
{
    static KSyntaxHighlighting::Repository shared;
    return shared;
}

/// Colours lines, but for those so long that it would take seconds each time they change.
class LineHighlighter : public KSyntaxHighlighting::SyntaxHighlighter
{
public:
    using SyntaxHighlighter::SyntaxHighlighter;

protected:
    void highlightBlock(const QString &text) override
    {
        constexpr qsizetype longest = 10'000;
        if (text.size() <= longest)
            SyntaxHighlighter::highlightBlock(text);
    }
};

} // namespace

KSyntaxHighlighting::Theme highlightingTheme(const QPalette &palette)
{
    return repository().theme(isDark(palette) ? u"Breeze Dark"_s : u"Breeze Light"_s);
}

SyntaxTheme::SyntaxTheme(QTextDocument *document)
    : m_document(document)
    , m_highlighter(std::make_unique<LineHighlighter>(document))
{
    m_highlighter->setDefinition(repository().definitionForName(u"reStructuredText"_s));
}

SyntaxTheme::~SyntaxTheme() = default;

void SyntaxTheme::apply(const QPalette &palette)
{
    const KSyntaxHighlighting::Theme theme = highlightingTheme(palette);
    if (m_highlighter->theme().name() == theme.name())
        return;
    m_highlighter->setTheme(theme);
    m_highlighter->rehighlight();
}

void SyntaxTheme::setEnabled(bool enabled)
{
    if (enabled == (m_highlighter->document() != nullptr))
        return;
    if (!enabled) {
        const QSignalBlocker blocker(m_document); // colours taken back count as a change
        m_highlighter->setDocument(nullptr);
        // The highlighter goes on with the next line in a call of its own, by the line's index. In another text that index
        // may lie outside, which Qt does not check.
        QCoreApplication::removePostedEvents(m_highlighter.get(), QEvent::MetaCall);
        return;
    }
    m_highlighter->setDocument(m_document);
}

} // namespace ui

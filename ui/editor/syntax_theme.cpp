// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/syntax_theme.h"

#include "ui/theme.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>

#include <QCoreApplication>
#include <QEvent>
#include <QHash>
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

} // namespace

/// Colours lines, but for those so long that it would take seconds each time they change, in colours that can be read on
/// the ground.
class SyntaxTheme::LineHighlighter : public KSyntaxHighlighting::SyntaxHighlighter
{
public:
    using SyntaxHighlighter::SyntaxHighlighter;

    [[nodiscard]] const QColor &ground() const { return m_ground; }
    void setGround(const QColor &ground)
    {
        m_ground = ground;
        m_readable.clear();
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        SyntaxHighlighter::applyFormat(offset, length, format);
        QTextCharFormat shown = QSyntaxHighlighter::format(offset);
        if (length == 0 || shown.foreground().style() == Qt::NoBrush)
            return;
        shown.setForeground(readableColour(shown.foreground().color()));
        setFormat(offset, length, shown);
    }

    void highlightBlock(const QString &text) override
    {
        constexpr qsizetype longest = 10'000;
        if (text.size() <= longest)
            SyntaxHighlighter::highlightBlock(text);
    }

private:
    QColor readableColour(const QColor &colour)
    {
        auto known = m_readable.find(colour.rgb());
        if (known == m_readable.end())
            known = m_readable.insert(colour.rgb(), readable(colour, m_ground));
        return *known;
    }

    QColor m_ground = Qt::white;
    QHash<QRgb, QColor> m_readable; // of the few that a theme has
};

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

SyntaxTheme::~SyntaxTheme() = default; // which knows what the highlighter is

void SyntaxTheme::apply(const QPalette &palette)
{
    const KSyntaxHighlighting::Theme theme = highlightingTheme(palette);
    const QColor ground = palette.color(QPalette::Base);
    if (m_highlighter->theme().name() == theme.name() && m_highlighter->ground() == ground)
        return;
    m_highlighter->setGround(ground);
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

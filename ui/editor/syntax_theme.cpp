// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/syntax_theme.h"

#include "ui/theme.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Theme>

#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace ui {

SyntaxTheme::SyntaxTheme(QTextDocument *document)
    : m_document(document)
    , m_highlighter(std::make_unique<KSyntaxHighlighting::SyntaxHighlighter>(document))
{
    m_highlighter->setDefinition(m_repository.definitionForName(u"reStructuredText"_s));
}

SyntaxTheme::~SyntaxTheme() = default;

void SyntaxTheme::apply(const QPalette &palette)
{
    const QString name = isDark(palette) ? u"Breeze Dark"_s : u"Breeze Light"_s;
    if (m_highlighter->theme().name() == name)
        return;
    m_highlighter->setTheme(m_repository.theme(name));
    m_highlighter->rehighlight();
}

void SyntaxTheme::setEnabled(bool enabled)
{
    if (enabled == (m_highlighter->document() != nullptr))
        return;
    m_highlighter->setDocument(enabled ? m_document : nullptr);
}

} // namespace ui

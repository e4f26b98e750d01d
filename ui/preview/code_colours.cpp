// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/preview/code_colours.h"

#include "ui/editor/syntax_theme.h"
#include "ui/theme.h"

#include "rst/sphinx/highlight.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

#include <QHash>
#include <QMutex>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using KSyntaxHighlighting::Theme;

/// Styles of KSyntaxHighlighting and the classes of Pygments that mean the same.
constexpr std::pair<Theme::TextStyle, QLatin1StringView> styleClasses[] = {
    {Theme::Keyword, "k"_L1},         {Theme::Function, "nf"_L1},      {Theme::Variable, "nv"_L1},
    {Theme::ControlFlow, "kr"_L1},    {Theme::Operator, "o"_L1},       {Theme::BuiltIn, "nb"_L1},
    {Theme::Extension, "nc"_L1},      {Theme::Preprocessor, "cp"_L1},  {Theme::Attribute, "na"_L1},
    {Theme::Char, "sc"_L1},           {Theme::SpecialChar, "se"_L1},   {Theme::String, "s"_L1},
    {Theme::VerbatimString, "s2"_L1}, {Theme::SpecialString, "sr"_L1}, {Theme::Import, "kn"_L1},
    {Theme::DataType, "kt"_L1},       {Theme::DecVal, "mi"_L1},        {Theme::BaseN, "mh"_L1},
    {Theme::Float, "mf"_L1},          {Theme::Constant, "kc"_L1},      {Theme::Comment, "c1"_L1},
    {Theme::Documentation, "sd"_L1},  {Theme::Annotation, "nd"_L1},    {Theme::CommentVar, "nl"_L1},
    {Theme::RegionMarker, "gu"_L1},   {Theme::Information, "gi"_L1},   {Theme::Warning, "gd"_L1},
    {Theme::Alert, "gs"_L1},          {Theme::Error, "err"_L1},
};

QLatin1StringView classOf(Theme::TextStyle style)
{
    const auto *const found =
        std::ranges::find(styleClasses, style, &std::pair<Theme::TextStyle, QLatin1StringView>::first);
    return found == std::end(styleClasses) ? QLatin1StringView() : found->second;
}

void appendEscapedCode(std::string &to, QStringView text)
{
    const QByteArray bytes = text.toUtf8();
    rst::appendEscapedCode(to, {bytes.data(), std::size_t(bytes.size())});
}

/// One line after the other, as HTML.
class LineColours : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    using AbstractHighlighter::setDefinition;

    void addLine(QStringView line, std::string &html)
    {
        m_line = line;
        m_html = &html;
        m_done = 0;
        m_state = highlightLine(line, m_state);
        appendEscapedCode(html, line.sliced(m_done));
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        const QLatin1StringView name = format.isValid() ? classOf(format.textStyle()) : QLatin1StringView();
        if (name.isEmpty() || length <= 0 || offset < m_done)
            return;
        appendEscapedCode(*m_html, m_line.sliced(m_done, offset - m_done));
        m_html->append("<span class=\"").append(name.data(), std::size_t(name.size())).append("\">");
        appendEscapedCode(*m_html, m_line.sliced(offset, length));
        m_html->append("</span>");
        m_done = offset + length;
    }

private:
    KSyntaxHighlighting::State m_state;
    QStringView m_line;
    std::string *m_html = nullptr;
    qsizetype m_done = 0;
};

/// Names of Pygments' lexers that KSyntaxHighlighting does not know as such.
constexpr std::pair<QLatin1StringView, QLatin1StringView> definitionNames[] = {
    {"default"_L1, "Python"_L1},
    {"py"_L1, "Python"_L1},
    {"py3"_L1, "Python"_L1},
    {"python3"_L1, "Python"_L1},
    {"pycon"_L1, "Python"_L1},
    {"pycon3"_L1, "Python"_L1},
    {"console"_L1, "Bash"_L1},
    {"shell-session"_L1, "Bash"_L1},
    {"shell"_L1, "Bash"_L1},
    {"sh"_L1, "Bash"_L1},
    {"zsh"_L1, "Zsh"_L1},
    {"js"_L1, "JavaScript"_L1},
    {"ts"_L1, "TypeScript"_L1},
    {"cpp"_L1, "C++"_L1},
    {"rst"_L1, "reStructuredText"_L1},
    {"rest"_L1, "reStructuredText"_L1},
    {"restructuredtext"_L1, "reStructuredText"_L1},
    {"md"_L1, "Markdown"_L1},
    {"make"_L1, "Makefile"_L1},
    {"elisp"_L1, "Common Lisp"_L1},
    {"emacs-lisp"_L1, "Common Lisp"_L1},
    {"yml"_L1, "YAML"_L1},
    {"ini"_L1, "INI Files"_L1},
    {"cfg"_L1, "INI Files"_L1},
    {"docker"_L1, "Dockerfile"_L1},
    {"jinja"_L1, "Jinja"_L1},
    {"udiff"_L1, "Diff"_L1},
    {"nasm"_L1, "Intel x86 (NASM)"_L1},
    {"ps1"_L1, "PowerShell"_L1},
    {"rb"_L1, "Ruby"_L1},
    {"rs"_L1, "Rust"_L1},
    {"hs"_L1, "Haskell"_L1},
    {"vim"_L1, "VimL"_L1},
};

/// Whether a line of a session is typed after a prompt, and how long that is; 0 for what the program answers.
qsizetype promptLength(QStringView line, bool isPython)
{
    if (isPython)
        return line.startsWith(u">>> ") || line.startsWith(u"... ") ? 4 : line == u">>>" || line == u"..." ? 3 : 0;
    if (line.startsWith(u"$ ") || line.startsWith(u"# ") || line.startsWith(u"% "))
        return 2;
    const qsizetype dollar = line.indexOf(u"$ "); // [name@host folder]$ command
    const bool hasHost = dollar > 0 && line.first(dollar).contains(u'@') && !line.first(dollar).contains(u' ');
    return hasHost || (line.startsWith(u'[') && dollar > 0 && line.first(dollar).endsWith(u']')) ? dollar + 2 : 0;
}

/// Code without a language is Python where Python could read it, as Sphinx has it. What it could not shows in marks that
/// Python does not use, or in a quotation mark that opens nothing.
bool looksLikePython(QStringView code)
{
    for (const QStringView line : code.split(u'\n')) {
        if (line.contains(u'$') || line.contains(u'?') || line.contains(u'`'))
            return false;
        if (line.contains(u'#') || line.contains(u"\"\"\"") || line.contains(u"'''"))
            continue;
        if (line.count(u'"') % 2 != 0 || line.count(u'\'') % 2 != 0)
            return false;
    }
    return true;
}

/// What makeCodeColours() gives away.
class Colourer
{
public:
    std::vector<std::string> colour(std::string_view code, std::string_view language)
    {
        constexpr std::size_t longest = 256 * 1024;
        if (code.size() > longest || language == "none" || language == "text")
            return {};
        QByteArray key(language.data(), qsizetype(language.size()));
        key.append('\0').append(code.data(), qsizetype(code.size()));
        const QMutexLocker lock(&m_mutex);
        if (const auto found = m_recent.constFind(key); found != m_recent.constEnd())
            return *found;
        std::vector<std::string> lines = m_older.contains(key) ? m_older.take(key) : make(code, language);
        constexpr qsizetype most = 8'000'000; // bytes of code
        if (m_recentSize > most) {
            m_older = std::exchange(m_recent, {});
            m_recentSize = 0;
        }
        m_recentSize += key.size();
        m_recent.insert(key, lines);
        return lines;
    }

private:
    std::vector<std::string> make(std::string_view code, std::string_view language)
    {
        const QString name = QString::fromUtf8(language.data(), qsizetype(language.size())).toLower();
        const QString text = QString::fromUtf8(code.data(), qsizetype(code.size()));
        const KSyntaxHighlighting::Definition definition = definitionOf(name);
        if (!definition.isValid() || (name == "default"_L1 && !looksLikePython(text)))
            return {};
        const bool isPython = definition.name() == "Python"_L1;
        const bool isSession = name == "console"_L1 || name == "shell-session"_L1 || name == "pycon"_L1 ||
                               name == "pycon3"_L1 || (isPython && text.startsWith(u">>>"));
        LineColours colours;
        colours.setDefinition(definition);
        std::vector<std::string> lines;
        const QStringView all = QStringView(text).chopped(text.endsWith(u'\n') ? 1 : 0);
        for (const QStringView line : all.split(u'\n')) {
            constexpr qsizetype longest = 4000;
            std::string &html = lines.emplace_back();
            if (line.size() > longest)
                appendEscapedCode(html, line);
            else if (isSession)
                addSessionLine(colours, line, promptLength(line, isPython), html);
            else
                colours.addLine(line, html);
        }
        return lines;
    }

    static void addSessionLine(LineColours &colours, QStringView line, qsizetype prompt, std::string &html)
    {
        html += prompt > 0 ? "<span class=\"gp\">" : "<span class=\"go\">";
        appendEscapedCode(html, prompt > 0 ? line.first(prompt) : line);
        html += "</span>";
        if (prompt > 0)
            colours.addLine(line.sliced(prompt), html);
    }

    KSyntaxHighlighting::Definition definitionOf(const QString &name)
    {
        if (!m_repository)
            m_repository = std::make_unique<KSyntaxHighlighting::Repository>();
        const auto *const known =
            std::ranges::find(definitionNames, name, &std::pair<QLatin1StringView, QLatin1StringView>::first);
        const QString wanted = known == std::end(definitionNames) ? name : QString(known->second);
        const KSyntaxHighlighting::Definition definition = m_repository->definitionForName(wanted);
        return definition.isValid() ? definition : m_repository->definitionForFileName(u"code."_s + name);
    }

    QMutex m_mutex;
    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository; // with the first code: it takes time to read
    QHash<QByteArray, std::vector<std::string>> m_recent;
    QHash<QByteArray, std::vector<std::string>> m_older;
    qsizetype m_recentSize = 0;
};

} // namespace

rst::CodeColours makeCodeColours()
{
    return [colourer = std::make_shared<Colourer>()](std::string_view code, std::string_view language) {
        return colourer->colour(code, language);
    };
}

QString codeStyleSheet(const QPalette &palette)
{
    const Theme theme = highlightingTheme(palette);
    const QColor ground = palette.color(QPalette::Base);
    QString sheet;
    for (const auto &[style, name] : styleClasses) {
        QString rule;
        if (const QRgb colour = theme.textColor(style); colour != 0 && colour != theme.textColor(Theme::Normal))
            rule += u"color:%1;"_s.arg(readable(QColor(colour), ground).name());
        if (theme.isBold(style))
            rule += u"font-weight:600;"_s;
        if (theme.isItalic(style))
            rule += u"font-style:italic;"_s;
        if (!rule.isEmpty())
            sheet += u".highlight .%1{%2}\n"_s.arg(name, rule);
    }
    return sheet;
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/place_tips.h"

#include "ui/editor/rst_editor.h"
#include "ui/editor/text_marks.h"
#include "ui/spelling_commands.h"
#include "ui/theme.h"

#include "session/place_help.h"

#include <QAction>
#include <QBuffer>
#include <QImageReader>
#include <QTextDocumentFragment>
#include <QToolTip>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize thumbnailSize(280, 200);

/// A small PNG of a picture's file; empty for what is no picture, or too large a one for Qt's limits.
QByteArray thumbnail(const QString &path)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid())
        return {};
    if (size.width() > thumbnailSize.width() || size.height() > thumbnailSize.height())
        reader.setScaledSize(size.scaled(thumbnailSize, Qt::KeepAspectRatio));
    const QImage picture = reader.read();
    QBuffer bytes;
    if (picture.isNull() || !bytes.open(QIODevice::WriteOnly) || !picture.save(&bytes, "PNG"))
        return {};
    return bytes.data();
}

/// What is said of a place, line by line, and markup as markup looks.
QString paragraphs(const QString &plain)
{
    QString html;
    for (const QString &line : plain.split(u'\n', Qt::SkipEmptyParts)) {
        const bool isMarkup = line.startsWith(".. "_L1) || line.startsWith(u':');
        html += (isMarkup ? u"<p><code>%1</code></p>"_s : u"<p>%1</p>"_s).arg(line.toHtmlEscaped());
    }
    return html;
}

/// Paragraphs that keep less distance than a page's. Qt makes tips narrow, which breaks short sentences and addresses.
QString tipOf(const QString &html)
{
    if (html.isEmpty())
        return {};
    constexpr qsizetype shortLine = 72; // characters
    const QStringList lines = QTextDocumentFragment::fromHtml(html).toPlainText().split(u'\n');
    const bool isShort = std::ranges::all_of(lines, [](const QString &line) { return line.size() <= shortLine; });
    const QString wrapping = isShort ? u" white-space: nowrap;"_s : QString();
    return u"<style>p { margin: 3px 0;%1 }</style>"_s.arg(wrapping) + html;
}

} // namespace

PlaceTips::PlaceTips(session::PostSession *session, RstEditor *editor, const SpellingCommands *spelling,
                     QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_editor(editor)
    , m_spelling(spelling)
    , m_help(new QAction(themeIcon("help-contextual"_L1), tr("Help with &This Place"), window))
{
    m_help->setObjectName(u"help.place"_s);
    m_help->setShortcut(QKeySequence(Qt::Key_F1));
    m_help->setToolTip(tr("Explains the markup at the cursor, where a link leads, what is wrong"));
    window->addAction(m_help);
    connect(m_help, &QAction::triggered, this, &PlaceTips::showAtCursor);
    connect(editor, &RstEditor::helpWanted, this, &PlaceTips::show);
}

bool PlaceTips::show(int position, const QPoint &global, const QString &problems)
{
    const int tip = ++m_tips;
    session::CompletionSources sources = session::completionSources(*m_session);
    if (!m_session->isCurrent())
        sources.rendering = nullptr;
    const session::PlaceHelp help = session::placeHelp(m_editor->text(), position, sources);
    const QString text = tipOf(problems + m_spelling->explanationAt(position) + paragraphs(help.text));
    // The tip that is there stays: if it were hidden first, the same one would not be shown again.
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(global, text, m_editor);
    if (!help.picture.isEmpty())
        showPicture(tip, global, text, help.picture);
    return !text.isEmpty() || !help.picture.isEmpty();
}

void PlaceTips::showPicture(int tip, const QPoint &global, const QString &text, const QString &picture)
{
    QtConcurrent::run(&thumbnail, picture).then(this, [this, tip, global, text](const QByteArray &png) {
        if (tip != m_tips || png.isEmpty() || (!text.isEmpty() && !QToolTip::isVisible()))
            return;
        const QString address = u"data:image/png;base64,"_s + QString::fromLatin1(png.toBase64());
        QToolTip::showText(global, text + u"<p><img src=\"%1\"></p>"_s.arg(address), m_editor);
    });
}

void PlaceTips::showAtCursor()
{
    const int position = m_editor->textCursor().position();
    if (!show(position, m_editor->placeBelowCursor(), m_editor->marks().problems().explanationAt(position)))
        m_editor->tellAtCursor(tr("There is nothing to say about this place."));
}

} // namespace ui

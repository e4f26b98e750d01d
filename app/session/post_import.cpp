// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/post_import.h"

#include "session/post_file.h"

#include "readers/blogger_reader.h"
#include "readers/front_matter.h"
#include "readers/html_page.h"
#include "readers/html_reader.h"
#include "readers/html_tag.h"
#include "readers/markdown_reader.h"
#include "readers/post_source.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {

namespace {

struct ImportSentences {
    Q_DECLARE_TR_FUNCTIONS(session::PostImport)
};

/// More text than anybody chooses from.
constexpr std::size_t mostImportedBytes = 256'000'000;

enum class ImportFormat { None, Markdown, Html, Blogger };

ImportFormat importFormatOf(const QString &path)
{
    const QString extension = QFileInfo(path).suffix().toLower();
    if (extension == u"md"_s || extension == u"markdown"_s)
        return ImportFormat::Markdown;
    if (extension == u"html"_s || extension == u"htm"_s)
        return ImportFormat::Html;
    return extension == u"atom"_s || extension == u"xml"_s ? ImportFormat::Blogger : ImportFormat::None;
}

ImportedText importedText(readers::ImportedPost post, rst::Document body)
{
    readers::settleTitle(post, body);
    const TextWithPictures taken = takenOut(QString::fromStdString(readers::postSource(post, body)));
    return {.title = QString::fromStdString(post.title),
            .date = QString::fromStdString(post.date),
            .text = taken.text,
            .pictures = taken.pictures,
            .problems = taken.problems};
}

std::expected<ImportedFile, QString> importBloggerFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(ImportSentences::tr("“%1” cannot be read: %2.").arg(path, file.errorString()));
    ImportedFile result;
    std::size_t bytes = 0, leftOut = 0;
    const auto read = [&file](std::span<char> buffer) {
        return std::size_t(std::max<qint64>(file.read(buffer.data(), qint64(buffer.size())), 0));
    };
    const readers::BloggerSummary summary = readers::readBlogger(read, [&](readers::BloggerEntry &&entry) {
        bytes += entry.html.size();
        if (bytes > mostImportedBytes) {
            ++leftOut;
            return;
        }
        result.posts.push_back(importedText(readers::importedPost(entry), readers::readHtml(entry.html)));
    });
    if (!summary.problem.empty())
        result.note = QString::fromStdString(summary.problem);
    else if (leftOut > 0)
        result.note =
            ImportSentences::tr("%1 further posts are left out; “broadside-cli import blogger” takes them all.")
                .arg(leftOut);
    if (result.posts.empty())
        return std::unexpected(result.note.isEmpty() ? ImportSentences::tr("There is no post in “%1”.").arg(path)
                                                     : result.note);
    return result;
}

} // namespace

bool isImportable(const QString &path)
{
    return importFormatOf(path) != ImportFormat::None;
}

QString importableFiles()
{
    return ImportSentences::tr("Markdown, HTML, Blogger (*.md *.markdown *.html *.htm *.xml *.atom)");
}

std::expected<ImportedFile, QString> importFile(const QString &path)
{
    const ImportFormat format = importFormatOf(path);
    if (format == ImportFormat::None)
        return std::unexpected(ImportSentences::tr("“%1” is no Markdown, HTML or Blogger export by its name.")
                                   .arg(QFileInfo(path).fileName()));
    if (format == ImportFormat::Blogger)
        return importBloggerFile(path);
    const auto loaded = loadPost(path);
    if (!loaded)
        return std::unexpected(loaded.error().sentence);
    const std::string source = loaded->text.toStdString();
    const QFileInfo file(path);
    const QString name = file.completeBaseName() == u"index"_s ? file.dir().dirName() : file.completeBaseName();
    ImportedFile result;
    if (format == ImportFormat::Html) {
        readers::HtmlPage page = readers::readPage(source, name.toStdString());
        result.posts.push_back(importedText(std::move(page.post), std::move(page.body)));
        return result;
    }
    const readers::SplitMarkdown split = readers::splitFrontMatter(source);
    result.note = QString::fromStdString(split.front.problem);
    result.posts.push_back(importedText(readers::importedPost(split.front, name.toStdString()),
                                        readers::readMarkdown(split.body, {.footnotes = true})));
    return result;
}

} // namespace session

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/post_file.h"

#include "publish/atomic_file.h"
#include "rst/text/utf8.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <cerrno>
#include <filesystem>

namespace session {

namespace {

/// Nothing that anybody would call a post is larger, and an editor that takes minutes to open it helps nobody.
constexpr qint64 largestFile = 64 * 1024 * 1024;
constexpr char byteOrderMark[] = "\xEF\xBB\xBF";

struct FileSentences {
    Q_DECLARE_TR_FUNCTIONS(session::PostFile)
};

std::unexpected<LoadFailure> failure(LoadFailure::Reason reason, QString sentence)
{
    return std::unexpected(LoadFailure{reason, std::move(sentence)});
}

std::expected<QByteArray, LoadFailure> readBytes(const QString &path)
{
    using enum LoadFailure::Reason;
    const QFileInfo info(path);
    const QString name = info.fileName().isEmpty() ? path : info.fileName();
    if (info.isDir())
        return failure(Folder, FileSentences::tr("“%1” is a folder. Choose a post in it.").arg(name));
    if (!info.exists())
        return failure(Missing, FileSentences::tr("There is no file “%1”.").arg(QDir::toNativeSeparators(path)));
    if (!info.isFile())
        return failure(Special, FileSentences::tr("“%1” is a device or a pipe, not a file with a post.").arg(name));
    if (info.size() > largestFile) {
        return failure(TooLarge, FileSentences::tr("“%1” has %2. That is no post, so it was not opened.")
                                     .arg(name, QLocale().formattedDataSize(info.size())));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        if (file.error() == QFileDevice::PermissionsError || !info.isReadable())
            return failure(Forbidden, FileSentences::tr("You are not allowed to read “%1”.").arg(name));
        return failure(Unreadable, FileSentences::tr("“%1” could not be read: %2.").arg(name, file.errorString()));
    }
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failure(Unreadable, FileSentences::tr("“%1” could not be read: %2.").arg(name, file.errorString()));
    if (bytes.contains('\0'))
        return failure(Binary,
                       FileSentences::tr("“%1” is not a text: it holds zero bytes. It was not opened.").arg(name));
    return bytes;
}

/// Line and character of a byte, 1-based. What stands before it must be UTF-8.
std::pair<qsizetype, qsizetype> placeOf(QByteArrayView bytes, qsizetype byte)
{
    const QByteArrayView before = bytes.first(byte);
    const qsizetype lineBegin = before.lastIndexOf('\n') + 1;
    return {before.count('\n') + 1, QString::fromUtf8(before.sliced(lineBegin)).size() + 1};
}

/// Takes the line ends apart from the text, and says so where they do not all come back when saving.
void normaliseLineEnds(LoadedPost &post)
{
    QString &text = post.text;
    const qsizetype pairs = text.count(QLatin1StringView("\r\n"));
    const qsizetype feeds = text.count(u'\n');
    const qsizetype returns = text.count(u'\r');
    const QString name = QFileInfo(post.path).fileName();
    if (returns > 0) {
        post.format.lineEnding = pairs == feeds && pairs == returns ? LineEnding::CrLf : LineEnding::Lf;
        text.replace(QLatin1StringView("\r\n"), QLatin1StringView("\n")).replace(u'\r', u'\n');
        if (post.format.lineEnding == LineEnding::Lf)
            post.note =
                FileSentences::tr("“%1” mixes kinds of line ends. Saving will make them all alike (LF).").arg(name);
    }
    // QTextDocument keeps these four for itself: as ends of paragraphs.
    bool hasSeparators = false;
    for (QChar &c : text) {
        if (c == QChar::ParagraphSeparator || c == QChar(0xFDD0) || c == QChar(0xFDD1)) {
            c = u'\n';
            hasSeparators = true;
        }
    }
    if (hasSeparators)
        post.note = FileSentences::tr("“%1” holds Unicode paragraph separators. They became line ends.").arg(name);
}

LoadedPost postOf(const QString &path, QString text)
{
    LoadedPost post{.path = path, .text = std::move(text)};
    normaliseLineEnds(post);
    const QString name = QFileInfo(path).fileName();
    if (post.text.size() > largeTextLength) {
        post.note =
            FileSentences::tr("“%1” is very large (%2). Colours are off, and the preview and the problems are made "
                              "when you press F5.")
                .arg(name, QLocale().formattedDataSize(QFileInfo(path).size()));
    } else if (post.text.trimmed().isEmpty()) {
        post.note = FileSentences::tr("“%1” is empty. A title and a date would make it a post.").arg(name);
    }
    return post;
}

/// What went wrong with writing, and what helps. `number` is an errno value.
QString saveProblem(const QString &name, int number)
{
    switch (number) {
    case EISDIR: return FileSentences::tr("“%1” is a folder. Choose a name for the file.").arg(name);
    case ENODEV: return FileSentences::tr("“%1” is a device or a pipe. Choose another name.").arg(name);
    case ENOSPC:
        return FileSentences::tr("“%1” was not saved: the disk is full. The file on it is as it was, and your text is "
                                 "still here.")
            .arg(name);
    case EDQUOT:
        return FileSentences::tr("“%1” was not saved: your share of the disk is used up. The file is as it was, and "
                                 "your text is still here.")
            .arg(name);
    case EACCES:
    case EPERM:
    case EROFS:
        return FileSentences::tr("“%1” was not saved: you may not write there. Your text is still here; Save As keeps "
                                 "it somewhere else.")
            .arg(name);
    case ENOENT:
    case ENOTDIR:
        return FileSentences::tr("“%1” was not saved: its folder is gone. Your text is still here; Save As keeps it "
                                 "somewhere else.")
            .arg(name);
    case EIO:
        return FileSentences::tr("“%1” was not saved: the disk failed. Your text is still here; Save As keeps it on "
                                 "another disk.")
            .arg(name);
    default:
        return FileSentences::tr("“%1” was not saved: %2. The file on the disk is as it was, and your text is still "
                                 "here.")
            .arg(name, qt_error_string(number));
    }
}

} // namespace

std::expected<LoadedPost, LoadFailure> loadPost(const QString &path)
{
    const std::expected<QByteArray, LoadFailure> bytes = readBytes(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (const auto bad = rst::firstInvalidUtf8({bytes->constData(), std::size_t(bytes->size())})) {
        const auto [line, character] = placeOf(*bytes, qsizetype(*bad));
        return failure(LoadFailure::Reason::NotUtf8, FileSentences::tr("“%1” is not UTF-8: see line %2, character %3.")
                                                         .arg(QFileInfo(path).fileName())
                                                         .arg(line)
                                                         .arg(character));
    }
    LoadedPost post = postOf(path, QString::fromUtf8(*bytes)); // which leaves a byte order mark out
    post.format.hasByteOrderMark = bytes->startsWith(byteOrderMark);
    return post;
}

std::expected<LoadedPost, LoadFailure> loadPostAsWindows1252(const QString &path)
{
    const std::expected<QByteArray, LoadFailure> bytes = readBytes(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    // Windows-1252 is Latin-1 but for 0x80 to 0x9F; five of those mean nothing and stay control characters.
    static constexpr char16_t high[] =
        u"\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D"
        u"\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A"
        u"\u0153\u009D\u017E\u0178";
    QString text = QString::fromLatin1(*bytes);
    for (QChar &c : text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xA0)
            c = QChar(high[c.unicode() - 0x80]);
    }
    LoadedPost post = postOf(path, std::move(text));
    post.note =
        FileSentences::tr("“%1” was read as Windows-1252. Saving writes it as UTF-8.").arg(QFileInfo(path).fileName());
    return post;
}

QByteArray fileHash(const QString &text, FileFormat format)
{
    return QCryptographicHash::hash(fileBytes(text, format), QCryptographicHash::Blake2b_256);
}

QByteArray fileBytes(const QString &text, FileFormat format)
{
    QByteArray bytes = text.toUtf8();
    if (format.lineEnding == LineEnding::CrLf)
        bytes.replace("\n", "\r\n");
    if (format.hasByteOrderMark)
        bytes.prepend(byteOrderMark);
    return bytes;
}

std::expected<void, QString> savePost(const QString &path, const QString &text, FileFormat format)
{
    const QByteArray bytes = fileBytes(text, format);
    const std::filesystem::path file(QFile::encodeName(path).toStdString());
    if (const auto written = publish::replaceFile(file, {bytes.constData(), std::size_t(bytes.size())}); !written)
        return std::unexpected(saveProblem(QFileInfo(path).fileName(), written.error()));
    return {};
}

} // namespace session

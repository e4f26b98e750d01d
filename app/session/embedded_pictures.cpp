// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/embedded_pictures.h"

#include "network/embedded_image.h"
#include "post/slug.h"
#include "publish/picture_home.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <functional>
#include <optional>

using namespace Qt::StringLiterals;

namespace session {

namespace {

struct EmbeddedWords {
    Q_DECLARE_TR_FUNCTIONS(session::EmbeddedPictures)
};

constexpr QLatin1StringView directiveMarker(":: ");
constexpr qsizetype longestLeft = 2'000; // characters of an address that is no picture

/// The address of a directive whose marker is at `at`.
QStringView addressBehind(QStringView text, qsizetype at)
{
    const QStringView rest = text.sliced(at + directiveMarker.size());
    const auto end = std::ranges::find_if(rest, [](QChar c) { return c.isSpace(); });
    return rest.first(end - rest.begin());
}

/// Runs `seen` for what may be a directive's address, with the place where it begins.
void forEachAddress(const QString &text, const std::function<void(QStringView address, qsizetype begin)> &seen)
{
    for (qsizetype at = text.indexOf(directiveMarker); at >= 0;
         at = text.indexOf(directiveMarker, at + directiveMarker.size()))
        seen(addressBehind(text, at), at + directiveMarker.size());
}

/// The pictures that directives of a text show, each once.
QStringList namesInOrder(const QString &text, const NamedPictures &pictures)
{
    QStringList names;
    forEachAddress(text, [&](QStringView address, qsizetype) {
        const QString name = address.size() > longestLeft ? QString() : address.toString();
        if (pictures.contains(name) && !names.contains(name))
            names.append(name);
    });
    return names;
}

/// A picture's own file, where that needs no other beside it.
std::optional<QString> nameOfOwnFile(const QString &path, const QByteArray &bytes, const PicturePlace &place)
{
    const auto name = path.isEmpty() ? std::nullopt : nameInPlace(path, place);
    QFile file(path);
    const bool isSame =
        name && file.size() == bytes.size() && file.open(QIODevice::ReadOnly) && file.readAll() == bytes;
    return isSame ? name : std::nullopt; // else somebody has changed it since
}

} // namespace

QString heldName(const QByteArray &bytes, const QString &name)
{
    const QByteArray sum = QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toHex();
    const QFileInfo file(name);
    const std::string own = file.completeBaseName().toStdString();
    const std::string ending = file.suffix().isEmpty() ? std::string() : '.' + file.suffix().toLower().toStdString();
    return QString::fromStdString(
        publish::heldPictureName(own.empty() ? own : post::slugOf(own), sum.toStdString(), ending));
}

TextWithPictures takenOut(const QString &rst)
{
    TextWithPictures result;
    QHash<QStringView, QString> names; // by address
    qsizetype done = 0;
    const QString begin = directiveMarker + u"data:image/"_s;
    for (qsizetype at = rst.indexOf(begin); at >= 0; at = rst.indexOf(begin, done)) {
        const QStringView address = addressBehind(rst, at);
        if (!names.contains(address)) {
            const std::string written = address.toUtf8().toStdString();
            QString name = address.toString();
            if (const auto image = network::embeddedImage(written)) {
                const QByteArray bytes = QByteArray::fromStdString(image->bytes);
                name = heldName(bytes, QString::fromUtf8(image->ending));
                result.pictures.insert(name, bytes);
            } else if (name.size() > longestLeft) {
                name = QString::fromStdString(network::shortAddress(written));
                result.problems.append(QString::fromStdString(image.error()) + u' ' +
                                       EmbeddedWords::tr("It is left out, and only its place is kept in the text."));
            }
            names.insert(address, name);
        }
        const qsizetype addressBegin = at + directiveMarker.size();
        result.text.append(QStringView(rst).sliced(done, addressBegin - done)).append(names.value(address));
        done = addressBegin + address.size();
    }
    result.text.append(QStringView(rst).sliced(done));
    return result;
}

StoredPictures stored(const TextWithPictures &post, const PicturePlace &place, const QMap<QString, QString> &files)
{
    StoredPictures result;
    for (const QString &name : namesInOrder(post.text, post.pictures)) {
        const QByteArray bytes = post.pictures.value(name);
        if (const auto own = nameOfOwnFile(files.value(name), bytes, place)) {
            result.names.insert(name, *own);
            continue;
        }
        const QString own = QString::fromStdString(publish::ownStemOfHeld(name.toStdString()));
        if (const auto file = storePicture(bytes, own + name.sliced(name.lastIndexOf(u'.')), place)) {
            result.names.insert(name, *file);
        } else {
            result.left.insert(name, bytes);
            result.problems.append(file.error());
        }
    }
    return result;
}

NamedPictures namedIn(const QString &text, const NamedPictures &pictures)
{
    NamedPictures named;
    if (pictures.isEmpty())
        return named;
    for (const QString &name : namesInOrder(text, pictures))
        named.insert(name, pictures.value(name));
    return named;
}

std::vector<TextChange> renamedPictures(const QString &text, const QMap<QString, QString> &names)
{
    std::vector<TextChange> changes;
    forEachAddress(text, [&](QStringView address, qsizetype begin) {
        if (const auto name = names.find(address.toString()); name != names.end())
            changes.push_back({{int(begin), int(begin + address.size())}, *name});
    });
    return changes;
}

} // namespace session

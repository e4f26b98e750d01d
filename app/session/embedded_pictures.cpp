// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/embedded_pictures.h"

#include "network/embedded_image.h"

#include <QCryptographicHash>
#include <QHash>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace session {

namespace {

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

/// By what is in it, so that names from several texts go together.
QString nameOf(const QByteArray &bytes, std::string_view ending)
{
    const QByteArray sum = QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toHex().first(10);
    return u"picture-"_s + QString::fromLatin1(sum) + QString::fromUtf8(ending);
}

} // namespace

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
                name = nameOf(bytes, image->ending);
                result.pictures.insert(name, bytes);
            } else if (name.size() > longestLeft) {
                name = QString::fromStdString(network::shortAddress(written));
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

StoredPictures stored(const NamedPictures &pictures, const PicturePlace &place)
{
    StoredPictures result;
    for (const auto &[name, bytes] : pictures.asKeyValueRange()) {
        // Its name says nothing: the file is called as the post is.
        if (const auto file = storePicture(bytes, name.sliced(name.lastIndexOf(u'.')), place)) {
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
    forEachAddress(text, [&](QStringView address, qsizetype) {
        if (const auto picture = pictures.find(address.toString()); picture != pictures.end())
            named.insert(picture.key(), *picture);
    });
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

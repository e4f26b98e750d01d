// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "hostile_posts.h"

#include <QFile>
#include <QMap>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

struct Entry {
    QByteArray name = {};
    QByteArray text = {};
};

/// posts.txt, by kind.
QMap<QByteArray, QList<Entry>> entries()
{
    QFile file(QStringLiteral(BROADSIDE_SOURCE_DIR "/tests/hostile/posts.txt"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("posts.txt cannot be read.");
    QMap<QByteArray, QList<Entry>> found;
    Entry *entry = nullptr;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("== ")) {
            const qsizetype colon = line.indexOf(": ");
            QList<Entry> &kind = found[line.sliced(3, colon - 3)];
            kind.append({.name = line.sliced(colon + 2)});
            entry = &kind.back();
        } else if (entry != nullptr) {
            entry->text += line + '\n';
        }
    }
    return found;
}

QByteArray filledIn(QByteArray text, const Targets &targets)
{
    const QByteArray host = "127.0.0.1:" + QByteArray::number(targets.port);
    const std::pair<QByteArrayView, QByteArray> values[] = {
        {"{run}", "document.documentElement.dataset.obeyed='yes'"},
        {"{http}", "http://" + host},
        {"{host}", host},
        {"{port}", QByteArray::number(targets.port)},
        {"{canary}", targets.canary.toUtf8()},
        {"{up}", "../../outside/canary.txt"},
        {"{self}", "post.rst"},
        {"{esc}", "\x1b"},
        {"{csi}", "\xc2\x9b"},
        {"{osc}", "\xc2\x9d"},
        {"{bel}", "\x07"},
    };
    for (const auto &[name, value] : values)
        text.replace(name, value);
    return text;
}

QByteArray indented(const QByteArray &text, qsizetype columns)
{
    QByteArray result;
    for (const QByteArray &line : text.trimmed().split('\n'))
        result += QByteArray(columns, ' ') + line + '\n';
    return result;
}

/// The places where raw HTML stands in a post other than by itself.
QByteArray nested(const QByteArray &html, qsizetype place)
{
    switch (place % 4) {
    case 0: return "* A list\n\n  #. In a list\n\n     .. raw:: html\n\n" + indented(html, 8);
    case 1: return ".. list-table::\n\n   * - .. raw:: html\n\n" + indented(html, 10);
    case 2: return ".. note::\n\n   .. container:: c\n\n      .. raw:: html\n\n" + indented(html, 9);
    default:
        return "Term\n   .. figure:: pictures/ok.png\n\n      Caption\n\n      .. raw:: html\n\n" + indented(html, 9);
    }
}

QByteArray post(const QByteArray &body)
{
    return ".. post:: 2026-03-02\n   :tags: news\n\nA Post\n======\n\nBefore.\n\n" + body + "\nAfter.\n";
}

} // namespace

QList<HostilePost> hostilePosts(const Targets &targets)
{
    const auto known = entries();
    QList<HostilePost> posts;
    const auto add = [&](const QString &name, const QByteArray &body) {
        posts.append({.name = name, .source = post(filledIn(body, targets))});
    };
    qsizetype place = 0;
    for (const Entry &entry : known["html"]) {
        add(QString::fromUtf8(entry.name), ".. raw:: html\n\n" + indented(entry.text, 3));
        add(QString::fromUtf8(entry.name) + u", nested"_s, nested(entry.text, place++));
    }
    for (const Entry &entry : known["rst"])
        add(QString::fromUtf8(entry.name + ", in reStructuredText"), entry.text);
    for (const Entry &path : known["path"]) {
        for (const Entry &read : known["read"]) {
            add(QString::fromUtf8(read.name + ": a file " + path.name),
                QByteArray(read.text).replace("{path}", path.text.trimmed()));
        }
    }
    return posts;
}

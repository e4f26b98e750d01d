// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

/// Where the harm that a hostile post wants to do would be noticed.
struct Targets {
    quint16 port = 0;    // of the loopback server
    QString canary = {}; // a file outside the blog
};

struct HostilePost {
    QString name = {}; // what it tries
    QByteArray source = {};
};

/// The posts of posts.txt, with all their variants.
[[nodiscard]] QList<HostilePost> hostilePosts(const Targets &targets);

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QSet>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace ui {

/// Which pictures of the network the user has allowed: single ones, hosts until the program ends, and hosts that are
/// remembered for a blog. Everything else stays a placeholder.
class PictureConsent
{
public:
    void allow(const QUrl &picture) { m_pictures.insert(picture); }
    void allowHost(const QString &host) { m_hosts.insert(host); }
    void setRemembered(const QStringList &hosts) { m_remembered = QSet<QString>(hosts.begin(), hosts.end()); }

    [[nodiscard]] bool allows(const QUrl &url) const
    {
        const bool isWeb = url.scheme() == QLatin1StringView("https") || url.scheme() == QLatin1StringView("http");
        return isWeb && (m_pictures.contains(url) || m_hosts.contains(url.host()) || m_remembered.contains(url.host()));
    }
    /// Hosts of which something may be loaded, sorted.
    [[nodiscard]] QStringList hosts() const
    {
        QSet<QString> all = m_hosts + m_remembered;
        for (const QUrl &picture : m_pictures)
            all.insert(picture.host());
        QStringList sorted(all.begin(), all.end());
        sorted.sort();
        return sorted;
    }
    [[nodiscard]] QStringList pictures() const
    {
        QStringList all;
        for (const QUrl &picture : m_pictures)
            all.append(picture.toString(QUrl::FullyEncoded));
        return all;
    }
    [[nodiscard]] QStringList wholeHosts() const
    {
        const QSet<QString> all = m_hosts + m_remembered;
        return QStringList(all.begin(), all.end());
    }

private:
    QSet<QUrl> m_pictures;
    QSet<QString> m_hosts;
    QSet<QString> m_remembered;
};

} // namespace ui

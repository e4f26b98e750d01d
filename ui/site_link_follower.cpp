// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/site_link_follower.h"

#include "session/site_links.h"

#include <utility>

namespace ui {

SiteLinkFollower::SiteLinkFollower(session::PostSession *session, QObject *parent) : QObject(parent), m_session(session)
{
}

void SiteLinkFollower::follow(const QUrl &link)
{
    const post::SiteIndexPtr site = m_session->site();
    const auto place = site ? session::placeOnSite(link, m_session->path(), *site) : std::nullopt;
    if (!place) {
        Q_EMIT leftSite(link);
        return;
    }
    m_path = place->path;
    m_id = place->id;
    Q_EMIT openNeeded(place->path);
}

void SiteLinkFollower::arrive()
{
    if (m_id.isEmpty() || m_session->path() != m_path)
        return;
    if (const auto range = session::textOfId(*m_session->rendering(), std::exchange(m_id, QString())))
        Q_EMIT textRequested(*range);
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_session.h"

#include <QObject>
#include <QUrl>

namespace ui {

/// Goes where links lead: to another document of the blog, which is opened, or to whoever knows what to do with the others.
class SiteLinkFollower : public QObject
{
    Q_OBJECT

public:
    SiteLinkFollower(session::PostSession *session, QObject *parent);

    void follow(const QUrl &link);
    /// Goes to the place in the document that was opened for its sake, once its text has been read.
    void arrive();

Q_SIGNALS:
    void openNeeded(const QString &path);
    void textRequested(session::TextRange range);
    void leftSite(const QUrl &link);

private:
    session::PostSession *m_session;
    QString m_path; // of the document that is on its way
    QString m_id;
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/embedded_pictures.h"

#include <QString>
#include <QStringList>

namespace session {

// The pictures of a draft that are in no file yet, beside its journal: in a folder of their own within that of the drafts, one
// file each, which is written once, however often the text is.

/// The folder of a journal's pictures.
[[nodiscard]] QString keptPicturesFolder(const QString &journal);

/// What was written of pictures.
struct KeptPictures {
    QStringList names = {};  // of those that are there now
    int error = 0;           // an errno value: why not all of them are
    bool isTooLarge = false; // together they are more than is kept
};

/// Writes the pictures that are not there yet, each whole or not at all. Slow; for a worker.
[[nodiscard]] KeptPictures keepPictures(const QString &folder, const NamedPictures &pictures);
/// Takes away all but these.
void dropOtherPictures(const QString &folder, const QStringList &names);
/// Which of the names, that a journal has, are those of pictures in its folder and of nothing else.
[[nodiscard]] QStringList keptNames(const QString &folder, const QStringList &names);
/// Reads them. Slow; for a worker.
[[nodiscard]] NamedPictures readKeptPictures(const QString &folder, const QStringList &names);
/// Gives another journal the same pictures without copying them, where the disk can do that.
void shareKeptPictures(const QString &from, const QString &to, const QStringList &names);
/// Takes the folder away; the files follow on a worker.
void discardKeptPictures(const QString &folder);

/// The folders of pictures in that of the drafts, whatever became of their journals.
[[nodiscard]] QStringList keptPicturesFolders(const QString &drafts);
/// The journal that a folder of pictures belongs to.
[[nodiscard]] QString journalOfKeptPictures(const QString &folder);

} // namespace session

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/post_repair.h"

#include "session/post_file.h"

#include "publish/line_diff.h"

#include <QCoreApplication>
#include <QDirIterator>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace session {

namespace {

struct RepairSentences {
    Q_DECLARE_TR_FUNCTIONS(session::PostRepair)
};

/// No blog has more posts; a folder that has is somebody's home.
constexpr int mostPosts = 20'000;

std::size_t damageOf(const repair::Repair &repair)
{
    std::size_t damage = 0;
    for (const repair::Finding &finding : repair.findings)
        damage += finding.count;
    return damage;
}

QString change(std::size_t before, std::size_t after)
{
    return before == after ? QString::number(after) : RepairSentences::tr("%1 → %2").arg(before).arg(after);
}

QString joined(const std::vector<std::string> &words)
{
    constexpr std::size_t most = 12;
    QStringList shown;
    for (std::size_t i = 0; i < std::min(words.size(), most); ++i)
        shown.append(QString::fromStdString(words[i]));
    if (words.size() > most)
        shown.append(u"…"_s);
    return shown.join(u", "_s);
}

} // namespace

RepairPreview previewRepair(const RepairRequest &request)
{
    const rst::Engine engine(rst::Dialect::Sphinx);
    const std::string source = request.text.toStdString();
    RepairPreview preview;
    preview.repair = repair::repairPost(source, engine, request.rules);
    preview.text = QString::fromStdString(preview.repair.text);
    preview.before =
        renderPost({.revision = 1, .text = request.text, .path = request.path, .blog = request.blog}, engine);
    preview.after =
        renderPost({.revision = 1, .text = preview.text, .path = request.path, .blog = request.blog}, engine);
    const std::string name = request.path.isEmpty() ? "post.rst" : request.path.toStdString();
    preview.difference = QString::fromStdString(publish::unifiedDiff(source, preview.repair.text, name, name));
    return preview;
}

QString proofLine(const repair::Repair &repair)
{
    if (!repair.proof.lost.empty())
        return RepairSentences::tr("Blocked: readers would lose words that no finding tells of (%1).")
            .arg(joined(repair.proof.lost));
    if (!repair.proof.gained.empty())
        return RepairSentences::tr("Blocked: readers would get words that no finding tells of (%1).")
            .arg(joined(repair.proof.gained));
    return RepairSentences::tr("No word is lost · problems %1 · links %2 · pictures %3")
        .arg(change(repair.before.messages, repair.after.messages), change(repair.before.links, repair.after.links),
             change(repair.before.pictures, repair.after.pictures));
}

QStringList damagedPosts(const QString &folder, const std::stop_token &stop)
{
    const rst::Engine engine(rst::Dialect::Sphinx);
    std::vector<std::pair<std::size_t, QString>> damaged;
    QDirIterator files(folder, {u"*.rst"_s}, QDir::Files | QDir::Readable, QDirIterator::Subdirectories);
    for (int i = 0; i < mostPosts && files.hasNext() && !stop.stop_requested(); ++i) {
        const QString path = files.next();
        const auto post = loadPost(path);
        if (!post)
            continue;
        const repair::Repair repair = repair::repairPost(post->text.toStdString(), engine);
        if (repair.state == repair::Repair::State::Repaired)
            damaged.emplace_back(damageOf(repair), path);
    }
    std::ranges::sort(damaged, [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    QStringList paths;
    for (const auto &[damage, path] : damaged)
        paths.append(path);
    return paths;
}

} // namespace session

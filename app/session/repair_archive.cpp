// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/repair_archive.h"

#include "publish/atomic_file.h"
#include "publish/line_diff.h"
#include "repair/legacy_post.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QtConcurrentMap>

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;

namespace session {

namespace {

struct ArchiveRepairSentences {
    Q_DECLARE_TR_FUNCTIONS(session::RepairArchive)
};

/// No blog has more posts; a folder that has is somebody's home.
constexpr int mostPosts = 20'000;

/// One file, looked at.
struct SurveyedPost {
    DamagedPost post = {};
    bool isRepaired = false;
    QString problem = {};
};

SurveyedPost survey(const QString &path, const rst::Engine &engine)
{
    SurveyedPost result = {.post = {.path = path}};
    const auto source = publish::readFile(path.toStdString());
    if (!source) {
        result.problem = QString::fromStdString(source.error());
        return result;
    }
    const auto legacy = repair::findLegacyPost(*source);
    result.isRepaired = !legacy && repair::isRepairedPost(*source);
    if (!legacy)
        return result;
    result.post.title = QString::fromUtf8(legacy->title.data(), qsizetype(legacy->title.size()));
    const repair::Repair repair = repair::repairPost(*source, engine);
    if (repair.state != repair::Repair::State::Repaired)
        return result;
    result.post.findings = repair.findings;
    for (const repair::Finding &finding : repair.findings)
        result.post.damage += finding.count;
    return result;
}

struct TriedRepair {
    std::string source = {};
    repair::Repair repair = {};
};

std::expected<TriedRepair, std::string> tryRepair(const QString &path, const rst::Engine &engine,
                                                  const repair::RuleSet &rules, const TwinsPtr &twins)
{
    auto source = publish::readFile(path.toStdString());
    if (!source)
        return std::unexpected(source.error());
    TriedRepair tried = {.source = std::move(*source)};
    tried.repair = repair::repairPost(tried.source, engine, rules, twins ? twins->find(tried.source) : nullptr);
    return tried;
}

} // namespace

std::size_t DamagedPost::countOf(repair::RuleId rule) const
{
    const auto found = std::ranges::find(findings, rule, &repair::Finding::rule);
    return found == findings.end() ? 0 : found->count;
}

ArchiveDamage surveyArchive(const QString &folder, const std::stop_token &stop, const SurveyProgress &progress)
{
    QStringList paths;
    QDirIterator files(folder, {u"*.rst"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext() && paths.size() < mostPosts && !stop.stop_requested())
        paths.append(files.next());
    const rst::Engine engine(rst::Dialect::Sphinx);
    if (progress)
        progress(0, int(paths.size()));
    std::atomic<int> done = 0;
    const QList<SurveyedPost> surveyed =
        QtConcurrent::blockingMapped<QList<SurveyedPost>>(paths, [&](const QString &path) {
            if (stop.stop_requested())
                return SurveyedPost();
            SurveyedPost looked = survey(path, engine);
            if (const int count = ++done; progress)
                progress(count, int(paths.size()));
            return looked;
        });
    ArchiveDamage damage;
    for (const SurveyedPost &one : surveyed) {
        if (!one.problem.isEmpty())
            damage.problems.append(one.problem);
        else if (one.isRepaired)
            damage.repaired.append(one.post.path);
        else if (one.post.damage > 0)
            damage.posts.append(one.post);
    }
    std::ranges::sort(damage.posts, [](const DamagedPost &a, const DamagedPost &b) {
        return a.damage != b.damage ? a.damage > b.damage : a.path < b.path;
    });
    return damage;
}

RepairedPosts repairPosts(const QStringList &paths, const repair::RuleSet &rules, const TwinsPtr &twins)
{
    const rst::Engine engine(rst::Dialect::Sphinx);
    RepairedPosts result = {.changes = std::make_shared<publish::FileChanges>()};
    for (const QString &path : paths) {
        const auto tried = tryRepair(path, engine, rules, twins);
        if (!tried) {
            result.problems.append(QString::fromStdString(tried.error()));
            continue;
        }
        if (tried->repair.state == repair::Repair::State::Blocked)
            result.problems.append(
                ArchiveRepairSentences::tr("%1 is left as it is. %2").arg(path, proofLine(tried->repair)));
        if (tried->repair.state != repair::Repair::State::Repaired)
            continue;
        if (const auto written = result.changes->write(path.toStdString(), tried->repair.text); !written)
            result.problems.append(QString::fromStdString(written.error()));
        else
            result.written.append(path);
    }
    return result;
}

QString repairDifference(const QString &path, const repair::RuleSet &rules, const TwinsPtr &twins)
{
    const auto tried = tryRepair(path, rst::Engine(rst::Dialect::Sphinx), rules, twins);
    if (!tried)
        return QString::fromStdString(tried.error());
    if (tried->repair.state == repair::Repair::State::Blocked)
        return proofLine(tried->repair);
    const std::string name = path.toStdString();
    return QString::fromStdString(publish::unifiedDiff(tried->source, tried->repair.text, name, name));
}

} // namespace session

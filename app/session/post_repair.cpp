// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/post_repair.h"

#include "publish/line_diff.h"
#include "repair/places.h"
#include "repair/twin_files.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {

namespace {

struct RepairSentences {
    Q_DECLARE_TR_FUNCTIONS(session::PostRepair)
};

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

QString excerptOf(std::string_view text)
{
    constexpr qsizetype most = 80;
    const QString line = QString::fromUtf8(text.data(), qsizetype(text.size())).simplified();
    return line.size() > most ? line.first(most - 1) + u'…' : line;
}

QList<RepairFinding> findingsOf(const std::string &source, const RepairRequest &request, const repair::Repair &repair,
                                const repair::Twin *twin)
{
    const TextPositions before(source), after(repair.text);
    QList<RepairFinding> findings;
    for (const repair::Finding &finding : repair.findings)
        findings.append({.rule = finding.rule, .count = finding.count});
    for (const repair::RulePlaces &found : repair::findPlaces(source, repair, request.rules, twin)) {
        const auto finding = std::ranges::find(findings, found.rule, &RepairFinding::rule);
        finding->hasEffect = found.hasEffect;
        for (const repair::Place &place : found.places) {
            const std::string_view shown =
                place.before.isEmpty() ? place.after.of(repair.text) : place.before.of(source);
            finding->places.append({.before = before.rangeOf(place.before.begin, place.before.end),
                                    .after = after.rangeOf(place.after.begin, place.after.end),
                                    .line = before.lineAt(place.before.begin),
                                    .excerpt = excerptOf(shown)});
        }
    }
    return findings;
}

} // namespace

RepairPreview previewRepair(const RepairRequest &request)
{
    const rst::Engine engine(rst::Dialect::Sphinx);
    const std::string source = request.text.toStdString();
    const repair::Twin *const twin = request.twins ? request.twins->find(source) : nullptr;
    RepairPreview preview;
    preview.repair = repair::repairPost(source, engine, request.rules, twin);
    preview.text = QString::fromStdString(preview.repair.text);
    preview.before =
        renderPost({.revision = 1, .text = request.text, .path = request.path, .blog = request.blog}, engine);
    preview.after =
        renderPost({.revision = 1, .text = preview.text, .path = request.path, .blog = request.blog}, engine);
    const std::string name = request.path.isEmpty() ? "post.rst" : request.path.toStdString();
    preview.difference = QString::fromStdString(publish::unifiedDiff(source, preview.repair.text, name, name));
    preview.findings = findingsOf(source, request, preview.repair, twin);
    if (twin != nullptr && preview.repair.state == repair::Repair::State::Repaired) {
        preview.paragraphs = repair::pairParagraphs(source, preview.repair.text, *twin, engine);
        const TextPositions positions(preview.repair.text);
        for (const repair::TwinParagraph &paragraph : preview.paragraphs)
            preview.paragraphPlaces.append(positions.rangeOf(paragraph.place.begin, paragraph.place.end));
    }
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

QString twinLine(const RepairPreview &preview)
{
    if (!preview.repair.twin)
        return {};
    const repair::TwinMatch &twin = *preview.repair.twin;
    const QString path = QString::fromStdString(twin.path);
    const int percent = int(twin.match * 100);
    if (preview.paragraphs.empty())
        return RepairSentences::tr("%1 is another text (%2 % alike); nothing is taken from it").arg(path).arg(percent);
    const auto differing = std::ranges::count_if(preview.paragraphs, [](const repair::TwinParagraph &paragraph) {
        return paragraph.state != repair::TwinParagraph::State::Alike;
    });
    QString line = RepairSentences::tr("%1, %2 % alike, %n paragraph(s) with other words", nullptr, int(differing))
                       .arg(path)
                       .arg(percent);
    if (!twin.missingPictures.empty())
        line +=
            RepairSentences::tr("; %n picture(s) of it are missing here", nullptr, int(twin.missingPictures.size()));
    return line;
}

ReadTwins readTwins(const QString &path)
{
    auto twins = std::make_shared<repair::TwinIndex>();
    const std::vector<std::string> problems = repair::addTwins(*twins, path.toStdString());
    return {.twins = std::move(twins),
            .problem = problems.empty() ? QString() : QString::fromStdString(problems.front())};
}

} // namespace session

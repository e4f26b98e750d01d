// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/post_problems.h"

#include "session/blog.h"

#include "archive/archive_findings.h"
#include "post/ablog_traps.h"
#include "post/legacy_findings.h"
#include "post/metadata_findings.h"
#include "post/prose_findings.h"
#include "post/referred_targets.h"
#include "post/source_range.h"
#include "post/template_slots.h"
#include "rst/diagnostics/worth_telling.h"
#include "rst/document/node_ref.h"

#include <algorithm>

namespace session {

namespace {

Severity severityOf(rst::Level level)
{
    switch (level) {
    case rst::Level::Info: return Severity::Info;
    case rst::Level::Warning: return Severity::Warning;
    case rst::Level::Error: return Severity::Error;
    case rst::Level::Severe: return Severity::Severe;
    }
    Q_UNREACHABLE_RETURN({});
}

Problem problemOf(const rst::Diagnostic &diagnostic, const rst::Document &document, const TextPositions &positions)
{
    std::size_t begin = positions.lineBegin(int(diagnostic.line));
    std::size_t end = positions.lineEnd(int(diagnostic.line));
    if (const auto marked = post::sourceRange(document, diagnostic.span); marked && !diagnostic.span.isEmpty()) {
        begin = marked->begin;
        end = marked->end;
    }
    Problem problem{.severity = severityOf(diagnostic.level),
                    .range = positions.rangeOf(begin, end),
                    .line = positions.lineAt(begin),
                    .column = positions.columnAt(begin),
                    .formal = QString::fromStdString(diagnostic.message)};
    problem.plain = plainWords(diagnostic.kind, problem.formal);
    problem.kind = diagnostic.kind;
    return problem;
}

Problem problemOf(const post::Finding &finding, const TextPositions &positions)
{
    const auto severity = [&finding]() -> Severity {
        if (finding.rule == "template.slot")
            return Severity::Unfilled;
        switch (finding.severity) {
        case post::Severity::Hint: return Severity::Info;
        case post::Severity::LooksWrong: return Severity::LooksWrong;
        case post::Severity::Warning: return Severity::Warning;
        case post::Severity::Error: return Severity::Error;
        }
        Q_UNREACHABLE_RETURN({});
    };
    return {.severity = severity(),
            .range = positions.rangeOf(finding.range.begin, finding.range.end),
            .line = positions.lineAt(finding.range.begin),
            .column = positions.columnAt(finding.range.begin),
            .plain = QString::fromStdString(finding.text),
            .rule = finding.rule,
            .replacement =
                finding.replacement.transform([](const std::string &text) { return QString::fromStdString(text); })};
}

/// Whether it tells of a picture that waits for the post's file.
bool isOfHeldPicture(const rst::Diagnostic &diagnostic, const QStringList &held)
{
    if (held.isEmpty() || diagnostic.kind != rst::DiagnosticKind::SphinxImageNotReadable)
        return false;
    const QString message = QString::fromStdString(diagnostic.message);
    const auto begin = std::max(message.lastIndexOf(u'/'), message.lastIndexOf(u' ')) + 1;
    return held.contains(message.sliced(begin));
}

} // namespace

std::vector<Problem> postProblems(const ReadPost &post, const TextPositions &positions, const RenderRequest &request,
                                  const post::DateTime &today)
{
    const auto &[source, publication, posts] = post;
    const post::BlogConfig &blog = *request.blog;
    const Prose &prose = request.prose;
    std::vector<Problem> problems;
    if (std::string computed = post::computedSettings(blog.site); !computed.empty())
        problems.push_back(problemOf(
            post::Finding{.severity = post::Severity::Hint, .rule = "conf.computed", .text = std::move(computed)},
            positions));
    for (const post::Finding &finding : post::metadataFindings(source, publication.document, posts, blog, today))
        problems.push_back(problemOf(finding, positions));
    for (const post::Finding &finding : post::legacyFindings(source, publication.document))
        problems.push_back(problemOf(finding, positions));
    if (request.known) {
        const std::string place = archive::pathWithin(blog.root, request.path.toStdString());
        for (const post::Finding &finding :
             archive::archiveFindings(source, publication.document, posts, *request.known, place, blog, today))
            problems.push_back(problemOf(finding, positions));
    }
    if (prose.isChecked) {
        for (const post::Finding &finding : post::proseFindings(source, publication.document, posts, blog, today)) {
            if (prose.unwanted.contains(QString::fromUtf8(finding.rule.data(), qsizetype(finding.rule.size()))))
                continue;
            problems.push_back(problemOf(finding, positions));
        }
    }
    const post::ReferredTargets referred(publication.document);
    for (const rst::Diagnostic &diagnostic : publication.diagnostics) {
        // A picture that is still to be named is not missing; that it is to be named is told already.
        if (rst::isWorthTelling(diagnostic) && post::templateSlots(diagnostic.message).empty() &&
            !referred.contradict(diagnostic) && !isOfHeldPicture(diagnostic, request.held))
            problems.push_back(problemOf(diagnostic, publication.document, positions));
    }
    std::ranges::stable_sort(problems, {}, [](const Problem &problem) { return problem.range.begin; });
    return problems;
}

std::vector<Problem> postProblems(const RenderRequest &request, const rst::Engine &engine)
{
    const std::string source = request.text.toStdString();
    rst::Settings settings;
    const rst::Publication publication = publishRequest(request, source, settings, engine);
    const post::DateTime today = post::today();
    const std::vector<post::PostMetadata> posts = post::readPosts(publication.document, *request.blog, today);
    return postProblems({source, publication, posts}, TextPositions(source), request, today);
}

} // namespace session

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/batch.h"
#include "cli/streams.h"
#include "cli/today_option.h"
#include "cli/verbs.h"
#include "post/myst_metadata.h"
#include "post/post_metadata.h"
#include "post/sphinx_settings.h"
#include "rst/engine.h"

namespace cli {

namespace {

constexpr std::string_view metadataDialects[] = {"sphinx"};
constexpr Option metadataOptions[] = {
    {.name = "dialect",
     .value = "DIALECT",
     .help = "posts are known to Sphinx with ABlog only (sphinx)",
     .choices = metadataDialects},
    {.name = "today",
     .value = "DATE",
     .help = "what |today| says, and where dates take their missing parts from (today)"},
    {.name = "batch", .help = "answer {\"id\", \"input\"} lines with {\"id\", \"posts\", \"diagnostics\"} lines"},
};

Json jsonOf(const post::ExcerptPart &part)
{
    return part.isImage ? Json{{"image", part.text}} : Json(part.text);
}

Json textOrNull(const std::string &text)
{
    return text.empty() ? Json() : Json(text);
}

Json jsonOf(const post::PostMetadata &post)
{
    const bool isDated = hasDate(post.date);
    Json json;
    json["kind"] = post.isDraft ? "draft" : "post";
    json["section"] = post.section;
    json["date"] = isDated ? Json(post::isoDate(post.date.value)) : Json();
    json["update"] = isDated ? Json(post::isoDate(post.updated)) : Json();
    json["title"] = post.title;
    json["tags"] = post.tags;
    json["author"] = post.author;
    json["category"] = post.category;
    json["location"] = post.location;
    json["language"] = post.language;
    json["excerpt"] = Json::array();
    for (const post::ExcerptPart &part : post.excerpt)
        json["excerpt"].push_back(jsonOf(part));
    json["redirect"] = post.redirect;
    json["nocomments"] = post.noComments;
    json["exclude"] = post.exclude;
    json["canonical_link"] = textOrNull(post.canonicalLink);
    json["external_link"] = textOrNull(post.externalLink);
    return json;
}

/// The level as Sphinx' log calls it.
std::string_view sphinxLevel(rst::Level level)
{
    return level == rst::Level::Severe ? "CRITICAL" : rst::levelName(level);
}

Json answer(std::string_view source, const rst::Engine &engine, const post::BlogConfig &config,
            const post::DateTime &today, const std::filesystem::path &file)
{
    const rst::Publication publication = engine.publish(source, post::sphinxSettings(config, today, file));
    Json reply;
    reply["diagnostics"] = Json::array();
    for (const rst::Diagnostic &diagnostic : publication.diagnostics) {
        if (diagnostic.level < rst::Level::Warning)
            continue;
        reply["diagnostics"].push_back({{"line", diagnostic.line == 0 ? Json() : Json(diagnostic.line)},
                                        {"level", sphinxLevel(diagnostic.level)},
                                        {"message", diagnostic.message.substr(0, diagnostic.message.find('\n'))}});
    }
    reply["posts"] = Json::array();
    for (const post::PostMetadata &post : post::readPosts(publication.document, config, today, post::today()))
        reply["posts"].push_back(jsonOf(post));
    return reply;
}

ExitCode runMetadata(const Arguments &arguments)
{
    const auto today = todayFrom(arguments);
    if (!today)
        return wrongUse(today.error());
    const rst::Engine engine(rst::Dialect::Sphinx);
    if (arguments.has("batch")) {
        const post::BlogConfig config;
        answerBatch([&](const Json &request) { return answer(textOf(request, "input"), engine, config, *today, {}); });
        return ExitCode::Done;
    }
    if (arguments.operands().empty())
        return wrongUse("“metadata” needs a FILE, or - for standard input.");
    const std::string_view path = arguments.operands().front();
    const auto source = readInput(path);
    if (!source)
        return wrongUse(source.error());
    const auto config = post::findBlogConfig(path == "-" ? "." : path);
    if (!config)
        return wrongUse(config.error());
    const std::string text = post::isMarkdownName(path) ? post::mystAsRst(*source) : *source;
    writeOut(dump(answer(text, engine, *config, *today, path == "-" ? "" : path), 2) + '\n');
    return ExitCode::Done;
}

} // namespace

const Verb metadataVerb = {
    .name = "metadata",
    .operands = "FILE|-",
    .summary = "Says which posts ABlog finds in a document, and what it knows of them.",
    .details = "A post of the future is a draft by the clock, whatever --today says.",
    .options = metadataOptions,
    .maxOperands = 1,
    .run = runMetadata,
};

} // namespace cli

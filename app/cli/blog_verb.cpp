// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/batch.h"
#include "cli/streams.h"
#include "cli/today_option.h"
#include "cli/verbs.h"
#include "post/site.h"

#include <format>

namespace cli {

namespace {

constexpr std::string_view builders[] = {"html", "dirhtml"};
constexpr Option blogOptions[] = {
    {.name = "builder", .value = "BUILDER", .help = "how the site's addresses are made (html)", .choices = builders},
    {.name = "pages", .help = "print the article of every document instead"},
    {.name = "today", .value = "DATE", .help = "the day of the build (today)"},
};

Json jsonOf(const post::Site &site, const post::Site::Post &post, std::string_view listPage)
{
    Json json;
    json["docname"] = site.docnameOf(post);
    json["section"] = post.metadata.section;
    json["title"] = post.metadata.title;
    json["kind"] = post.metadata.isDraft ? "draft" : "post";
    json["excerpt"] = site.excerpt(post, listPage);
    json["card"] = site.card(post);
    json["listing"] = site.listing(post, listPage);
    json["entry"] = post.metadata.isDraft ? Json() : Json(site.feedEntry(post));
    return json;
}

ExitCode runBlog(const Arguments &arguments)
{
    const auto today = todayFrom(arguments);
    if (!today)
        return wrongUse(today.error());
    const rst::UriStyle style = arguments.value("builder") == "dirhtml" ? rst::UriStyle::Dirhtml : rst::UriStyle::Html;
    const auto site = post::Site::read(std::filesystem::path(arguments.operands().front()), style, *today);
    if (!site)
        return wrongUse(site.error());
    for (const std::string &problem : site->problems())
        writeError(std::format("broadside-cli: {}\n", problem));
    if (arguments.has("pages")) {
        for (const post::Site::Document &document : site->documents())
            writeOut(dump({{"docname", document.docname}, {"html", site->page(document)}}) + '\n');
        return ExitCode::Done;
    }
    const std::string &blogPath = site->config().site.blogPath;
    for (const post::Site::Post &post : site->posts())
        writeOut(dump(jsonOf(*site, post, post.metadata.isDraft ? blogPath + "/drafts" : blogPath)) + '\n');
    return ExitCode::Done;
}

} // namespace

const Verb blogVerb = {
    .name = "blog",
    .operands = "FOLDER",
    .summary = "Prints what lists and feeds of a blog show of each post: excerpt, card and feed entry.",
    .details = "One line of JSON for each post. Nothing is run: conf.py is only read.",
    .options = blogOptions,
    .minOperands = 1,
    .maxOperands = 1,
    .run = runBlog,
};

} // namespace cli

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/batch.h"
#include "cli/known_blogs.h"
#include "cli/streams.h"
#include "cli/verbs.h"
#include "post/site.h"
#include "post/site_page.h"
#include "post/sphinx_settings.h"
#include "rst/engine.h"
#include "rst/sphinx/sphinx_html_writer.h"
#include "rst/writers/rst_writer.h"
#include "rst/writers/writer.h"

#include <algorithm>
#include <filesystem>
#include <format>

namespace cli {

namespace {

constexpr std::string_view renderDialects[] = {"docutils", "sphinx"};
constexpr std::string_view renderFormats[] = {"html", "pseudoxml", "messages", "rst"};
constexpr Option renderOptions[] = {
    {.name = "dialect",
     .value = "DIALECT",
     .help = "whose language the source is in (docutils)",
     .choices = renderDialects},
    {.name = "to", .value = "FORMAT", .help = "what to print (html)", .choices = renderFormats},
    {.name = "batch", .help = "answer {\"id\", \"input\"} lines with {\"id\", \"output\"} lines"},
    {.name = "site",
     .help = "read the whole blog first, so that links to other documents and lists of posts are there"},
};

/// The messages as a JSON array, in the order of issue.
Json messagesOf(const std::vector<rst::Diagnostic> &diagnostics)
{
    Json messages = Json::array();
    for (const rst::Diagnostic &diagnostic : diagnostics) {
        Json &message = messages.emplace_back();
        message["level"] = int(diagnostic.level);
        message["line"] = diagnostic.line == 0 ? Json() : Json(diagnostic.line);
        message["text"] = diagnostic.message;
    }
    return messages;
}

/// One document in the format asked for: text, or the array of messages.
Json rendered(const rst::Engine &engine, rst::Settings settings, std::string_view source, std::string_view format,
              const post::PageSurroundings &surroundings)
{
    const rst::Publication publication = settings.dialect == rst::Dialect::Sphinx
                                             ? post::publishPage(engine, source, settings, surroundings)
                                             : engine.publish(source, settings);
    if (format == "messages")
        return messagesOf(publication.diagnostics);
    if (format == "pseudoxml")
        return rst::writePseudoXml(publication.document);
    if (format == "rst")
        return rst::writeRst(publication.document);
    if (settings.dialect == rst::Dialect::Sphinx)
        return rst::writeSphinxHtml(publication.document, settings);
    return rst::writeHtml(publication.document);
}

/// How to read a file, or a text that comes from nowhere, with an empty path.
rst::Settings settingsFor(rst::Dialect dialect, const post::PageSurroundings &surroundings, std::string_view path)
{
    if (dialect == rst::Dialect::Docutils)
        return {};
    return post::sphinxSettings(surroundings.config, surroundings.clock, path);
}

/// The article of a document as its whole site has it.
ExitCode renderInSite(std::string_view path)
{
    const auto site = post::Site::read(std::filesystem::path(path), rst::UriStyle::Html, post::today());
    if (!site)
        return wrongUse(site.error());
    std::error_code error;
    const auto document = std::ranges::find_if(site->documents(), [&](const post::Site::Document &known) {
        return std::filesystem::equivalent(known.file, path, error);
    });
    if (document == site->documents().end())
        return wrongUse(std::format("{} is no document of its blog.", path));
    writeOut(site->page(*document));
    return ExitCode::Done;
}

ExitCode runRender(const Arguments &arguments)
{
    const rst::Engine engine(arguments.value("dialect") == "sphinx" ? rst::Dialect::Sphinx : rst::Dialect::Docutils);
    const std::string_view format = arguments.value("to", "html");
    if (format == "rst" && engine.dialect() == rst::Dialect::Sphinx)
        return wrongUse("“--to rst” writes what docutils knows, not Sphinx’ own; leave “--dialect sphinx” out.");
    if (arguments.has("batch")) {
        const post::BlogConfig config;
        const post::PageSurroundings surroundings{.config = config, .clock = post::today()};
        const rst::Settings settings = settingsFor(engine.dialect(), surroundings, {});
        answerBatch([&](const Json &request) {
            return Json{{"output", rendered(engine, settings, textOf(request, "input"), format, surroundings)}};
        });
        return ExitCode::Done;
    }
    if (arguments.operands().empty())
        return wrongUse("“render” needs a FILE, or - for standard input.");
    const std::string_view path = arguments.operands().front();
    if (arguments.has("site"))
        return renderInSite(path);
    const auto source = readInput(path);
    if (!source)
        return wrongUse(source.error());
    const std::string_view file = path == "-" ? std::string_view() : path;
    const post::BlogConfig config =
        file.empty() ? post::BlogConfig() : post::findBlogConfig(file).value_or(post::BlogConfig());
    post::PageSurroundings surroundings{.config = config, .clock = post::today()};
    if (engine.dialect() == rst::Dialect::Sphinx)
        surroundings.site = siteAround(path, config, surroundings.clock);
    const Json output =
        rendered(engine, settingsFor(engine.dialect(), surroundings, file), *source, format, surroundings);
    writeOut(output.is_string() ? output.get<std::string>() : dump(output) + '\n');
    return ExitCode::Done;
}

} // namespace

const Verb renderVerb = {
    .name = "render",
    .operands = "FILE|-",
    .summary = "Prints a document as HTML, as pseudo-XML, as reStructuredText in one form, or the messages about it.",
    .details = "The exit status is 0 for any document, however broken.",
    .options = renderOptions,
    .maxOperands = 1,
    .run = runRender,
};

} // namespace cli

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/engine.h"

#include "rst/diagnostics/reporter.h"
#include "rst/parser/block_parser.h"
#include "rst/parser/inline_parser.h"
#include "rst/references/target_table.h"
#include "rst/sphinx/document_outline.h"
#include "rst/sphinx/prolog.h"
#include "rst/sphinx/sphinx_dialect.h"
#include "rst/sphinx/sphinx_environment.h"
#include "rst/text/unicode.h"
#include "rst/text/utf8.h"
#include "rst/transforms/transform.h"
#include "rst/writers/writer.h"

#include <algorithm>
#include <optional>

namespace rst {

namespace {

std::vector<LabelledPlace> labelsOf(const Document &document, const SphinxEnvironment &environment)
{
    std::vector<LabelledPlace> labels;
    labels.reserve(environment.labels.size() + environment.anonymousLabels.size());
    for (const auto &[label, place] : environment.labels)
        labels.push_back({.label = label, .id = std::string(place.id), .title = std::string(place.title)});
    for (const auto &[label, id] : environment.anonymousLabels) {
        if (!environment.labels.contains(label))
            labels.push_back({.label = label, .id = std::string(id)});
    }
    const auto add = [&labels](std::string type, const std::string &name, std::string_view id) {
        labels.push_back({.type = std::move(type), .label = name, .id = std::string(id)});
    };
    for (const auto &[key, id] : environment.objects)
        add(key.first, key.second, id);
    for (const auto &[name, id] : environment.terms)
        add(std::string(sphinx::foldedTerm), name, id);
    for (const auto &[key, id] : environment.programOptions)
        add(sphinx::typeOfOption(key.first), key.second, id);
    for (const auto &[label, id] : environment.citations)
        add("citation", label, id);
    for (const auto &[label, number] : environment.equations)
        labels.push_back({.type = "equation", .label = label, .title = std::to_string(number)});
    for (const std::string &path : environment.images.paths())
        add(std::string(sphinx::pictureFile), path, {});
    for (const OutlineItem &item : outlineOf(document))
        add(std::string(sphinx::outlineItem), writtenItem(item), {});
    return labels;
}

/// Whether a site does not want to be told (`sphinx.util.logging.is_suppressed_warning`). Sphinx reads docutils' messages off
/// docutils' output, and gives them a type of their own.
bool isSuppressed(const Diagnostic &diagnostic, const std::vector<std::string> &types)
{
    const std::string_view full = diagnostic.subtype.empty() ? "docutils" : diagnostic.subtype;
    const std::string_view type = full.substr(0, full.find('.'));
    return std::ranges::any_of(types, [&](std::string_view suppressed) {
        return suppressed == type || suppressed == full ||
               (suppressed.ends_with(".*") && suppressed.substr(0, suppressed.size() - 2) == type);
    });
}

} // namespace

Engine::Engine(Dialect dialect)
    : m_dialect(dialect)
    , m_directives(dialect == Dialect::Sphinx ? sphinxDirectives() : standardDirectives())
    , m_roles(dialect == Dialect::Sphinx ? sphinxRoles() : standardRoles())
{
    m_directives.finish();
}

Publication Engine::publish(std::string_view source) const
{
    Settings settings;
    settings.dialect = m_dialect;
    return publish(source, settings);
}

Publication Engine::publish(std::string_view source, const Settings &settings) const
{
    Publication result;
    Document &document = result.document;
    std::string repaired;
    if (firstInvalidUtf8(source)) {
        repaired = toValidUtf8(source);
        source = repaired;
    }
    if (source.starts_with("\xef\xbb\xbf")) // a byte order mark is no text
        source.remove_prefix(3);

    Reporter reporter(document, settings.sourcePath, settings.messageLimit);
    TargetTable targets(document, reporter, m_dialect == Dialect::Sphinx ? "id" : "%");
    LineArena lines;
    RoleTable roles = RoleTable::forDocument(m_roles);
    std::optional<SphinxEnvironment> sphinx;
    DirectiveTable extended;
    const DirectiveTable *directives = &m_directives;
    if (m_dialect == Dialect::Sphinx) {
        sphinx.emplace(settings);
        addSettingsRoles(roles, settings.sphinx);
        roles.setDefaultRole(toLower(settings.sphinx.defaultRole)); // one that is unknown changes nothing
        if (haveExtensionDirectives(settings.sphinx.extensions)) {
            extended = m_directives;
            addExtensionDirectives(extended, settings.sphinx.extensions);
            extended.finish();
            directives = &extended;
        }
    }
    ParseContext context{.document = document,
                         .reporter = reporter,
                         .targets = targets,
                         .settings = settings,
                         .lines = lines,
                         .directives = *directives,
                         .roles = roles,
                         .describe = &writePseudoXml};
    InlineParser inlines(context);
    BlockParser blocks(context);
    context.inlines = &inlines;
    context.blocks = &blocks;

    context.sphinx = sphinx ? &*sphinx : nullptr;
    document.setAttribute(Document::root(), AttributeName::Source, document.store(settings.sourcePath));
    const std::span<const Line> sourceLines = document.sources().add(settings.sourcePath, source, settings.tabWidth);
    if (sphinx) {
        const DecoratingLines added = decorating(document, sourceLines, settings.sphinx);
        blocks.parseDocument(sourceLines, {{{.lines = added.epilog, .place = sourceLines.size()},
                                            {.lines = added.prolog, .place = added.prologPlace}}});
    } else {
        blocks.parseDocument(sourceLines);
    }
    applyTransforms({.document = document,
                     .reporter = reporter,
                     .targets = targets,
                     .settings = settings,
                     .sphinx = context.sphinx},
                    sphinx ? sphinxTransforms() : standardTransforms());

    result.diagnostics = std::move(reporter).take();
    if (sphinx) {
        std::erase_if(result.diagnostics, [&settings](const Diagnostic &diagnostic) {
            return isSuppressed(diagnostic, settings.sphinx.suppressedWarnings);
        });
        result.labels = labelsOf(document, *sphinx);
    }
    return result;
}

} // namespace rst

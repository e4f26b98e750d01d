// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/engine.h"

#include "rst/diagnostics/reporter.h"
#include "rst/parser/block_parser.h"
#include "rst/parser/inline_parser.h"
#include "rst/references/target_table.h"
#include "rst/text/utf8.h"
#include "rst/transforms/transform.h"
#include "rst/writers/writer.h"

namespace rst {

Engine::Engine(Dialect dialect)
    : m_dialect(dialect)
    , m_directives(standardDirectives())
    , m_roles(standardRoles())
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
    document.reserve(source.size());
    std::string repaired;
    if (firstInvalidUtf8(source)) {
        repaired = toValidUtf8(source);
        source = repaired;
    }
    if (source.starts_with("\xef\xbb\xbf")) // a byte order mark is no text
        source.remove_prefix(3);

    Reporter reporter(document, settings.sourcePath);
    TargetTable targets(document, reporter, m_dialect == Dialect::Sphinx ? "id" : "%");
    LineArena lines;
    RoleTable roles = m_roles; // the document may define its own
    ParseContext context{.document = document,
                         .reporter = reporter,
                         .targets = targets,
                         .settings = settings,
                         .lines = lines,
                         .directives = m_directives,
                         .roles = roles,
                         .describe = &writePseudoXml};
    InlineParser inlines(context);
    BlockParser blocks(context);
    context.inlines = &inlines;
    context.blocks = &blocks;

    document.setAttribute(Document::root(), AttributeName::Source, document.store(settings.sourcePath));
    blocks.parseDocument(document.sources().add(settings.sourcePath, source, settings.tabWidth));
    applyTransforms({.document = document, .reporter = reporter, .targets = targets, .settings = settings}, standardTransforms());

    result.diagnostics = std::move(reporter).take();
    return result;
}

} // namespace rst

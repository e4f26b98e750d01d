// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "require.h"
#include "rst/engine.h"

#include <expected>
#include <string>
#include <string_view>

namespace fuzz {

/// Settings that open every door the engine has: files to include, references by number, extensions.
inline rst::Settings settingsFor(rst::Dialect dialect)
{
    rst::Settings settings;
    settings.dialect = dialect;
    settings.sourceDateEpoch = 0;
    settings.pepReferences = true;
    settings.rfcReferences = true;
    settings.readFile = [](std::string_view path) -> std::expected<std::string, std::string> {
        if (path.ends_with(".missing"))
            return std::unexpected("No such file.");
        // Whatever is included includes again, and has a title, a target and a table of its own.
        return "Included\n--------\n\n.. _a: b_\n.. include:: " + std::string(path.substr(0, path.size() / 2)) +
               "\n\n=  =\na  b\n=  =\n";
    };
    settings.sphinx.extensions = {"sphinx_design", "sphinxcontrib.youtube", "sphinx.ext.intersphinx",
                                  "sphinx.ext.todo"};
    settings.sphinx.today = "Jan 31, 2026";
    settings.sphinx.permalinks = true;
    return settings;
}

inline rst::Publication publish(rst::Dialect dialect, std::string_view source)
{
    static const rst::Engine engines[] = {rst::Engine(rst::Dialect::Docutils), rst::Engine(rst::Dialect::Sphinx)};
    static const rst::Settings settings[] = {settingsFor(rst::Dialect::Docutils), settingsFor(rst::Dialect::Sphinx)};
    return engines[std::size_t(dialect)].publish(source, settings[std::size_t(dialect)]);
}

} // namespace fuzz

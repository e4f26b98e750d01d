// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/diagnostics/diagnostic.h"
#include "rst/document/document.h"

#include <functional>
#include <set>
#include <string>

namespace post {

/// The targets that links of a document lead to. Docutils counts its own references only: of a label that Sphinx' `:ref:` or
/// `:numref:` leads to, it tells that nobody refers to it.
class ReferredTargets
{
public:
    explicit ReferredTargets(const rst::Document &document);

    /// Whether the message says of one of them that nobody refers to it.
    [[nodiscard]] bool contradict(const rst::Diagnostic &diagnostic) const;

private:
    std::set<std::string, std::less<>> m_names; // and ids: messages have either
};

} // namespace post

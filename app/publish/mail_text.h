// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"

#include <string>
#include <vector>

namespace publish {

/// A document as the text of an e-mail.
struct MailText {
    std::string text = {};                // UTF-8, lines of at most 72 columns but for addresses and literal text
    std::vector<std::string> losses = {}; // what a text cannot show, in plain words
};

/// Writes paragraphs, lists, quotes, tables and literal text as people type them into a mail; links are numbered and stand at
/// the end, pictures are their alternative text and address. `siteUrl` comes before addresses within the site.
[[nodiscard]] MailText writeMailText(const rst::Document &document, const std::string &siteUrl);

} // namespace publish

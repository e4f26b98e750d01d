// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "repair/rule.h"
#include "rst/document/document.h"

#include <string>
#include <vector>

namespace repair {

/// Gives pictures without a description that of the same picture in the twin, and sets pictures of the web that the post
/// lacks behind the block with the words before them. `places` says for each word of `document` which of `twin` it is.
/// Returns the addresses of pictures that the post lacks and that lie beside the twin, which nothing here can fetch.
[[nodiscard]] std::vector<std::string> takeTwinPictures(rst::Document &document, const rst::Document &twin,
                                                        const std::vector<std::size_t> &places,
                                                        const RuleContext &context);

} // namespace repair

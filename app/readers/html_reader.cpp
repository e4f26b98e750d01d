// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "readers/html_reader.h"

#include "readers/gumbo_tree.h"
#include "readers/html_translation.h"

namespace readers {

rst::Document readHtml(std::string_view html)
{
    rst::Document document;
    const GumboTree tree(html);
    TreeBuilder builder(document);
    HtmlTranslation(builder).run(tree.root());
    return document;
}

} // namespace readers

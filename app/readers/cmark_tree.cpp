// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "readers/cmark_tree.h"

#include "rst/text/names.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <utility>

namespace readers {

using rst::NodeKind;

namespace {

struct CmarkParserDeleter {
    void operator()(cmark_parser *parser) const { cmark_parser_free(parser); }
};

cmark_node *parse(std::string_view text, const MarkdownOptions &options)
{
    // The registry of extensions is the library's one global.
    static std::once_flag registered;
    std::call_once(registered, [] { cmark_gfm_core_extensions_ensure_registered(); });
    const std::unique_ptr<cmark_parser, CmarkParserDeleter> parser(
        cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_UNSAFE | (options.footnotes ? CMARK_OPT_FOOTNOTES : 0)));
    for (const char *name : {"table", "strikethrough", "autolink"}) {
        if (!options.autolinks && std::string_view(name) == "autolink")
            continue;
        if (cmark_syntax_extension *extension = cmark_find_syntax_extension(name))
            cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
    cmark_parser_feed(parser.get(), text.data(), text.size());
    return cmark_parser_finish(parser.get());
}

} // namespace

CmarkTree::CmarkTree(std::string_view text, const MarkdownOptions &options) : m_root(parse(text, options))
{
}

CmarkTree::~CmarkTree()
{
    cmark_node_free(m_root);
}

std::string_view viewOf(const char *text)
{
    return text == nullptr ? std::string_view() : std::string_view(text);
}

bool isInline(cmark_node *node)
{
    return (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE;
}

FootnoteLabel footnoteLabel(cmark_node *definition)
{
    const std::string_view written = viewOf(cmark_node_get_literal(definition));
    constexpr std::size_t mostDigits = 4;
    const bool isNumber = !written.empty() && written.size() <= mostDigits && !written.starts_with('0') &&
                          std::ranges::all_of(written, [](char c) { return c >= '0' && c <= '9'; });
    if (isNumber)
        return {.name = std::string(written), .shown = std::string(written), .isNumber = true};
    const std::string name = rst::makeId(written);
    return {.name = name.empty() ? "note" : name};
}

Alert alertOf(cmark_node *quote)
{
    constexpr std::pair<std::string_view, NodeKind> alerts[] = {{"[!NOTE]", NodeKind::Note},
                                                                {"[!TIP]", NodeKind::Tip},
                                                                {"[!IMPORTANT]", NodeKind::Important},
                                                                {"[!WARNING]", NodeKind::Warning},
                                                                {"[!CAUTION]", NodeKind::Caution}};
    cmark_node *paragraph = cmark_node_first_child(quote);
    cmark_node *mark = paragraph == nullptr ? nullptr : cmark_node_first_child(paragraph);
    if (mark == nullptr || cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH)
        return {};
    const cmark_node *after = cmark_node_next(mark);
    const bool isLine = after == nullptr ? cmark_node_next(paragraph) != nullptr
                                         : cmark_node_get_type(cmark_node_next(mark)) == CMARK_NODE_SOFTBREAK;
    const auto alert =
        std::ranges::find(alerts, viewOf(cmark_node_get_literal(mark)), &std::pair<std::string_view, NodeKind>::first);
    return isLine && alert != std::end(alerts) ? Alert{alert->second, mark} : Alert();
}

} // namespace readers

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Typographic quotes in all texts that are no code (`SphinxSmartQuotes`).

#include "rst/parser/escapes.h"
#include "rst/sphinx/smart_quotes.h"
#include "rst/sphinx/sphinx_transforms.h"

#include <algorithm>
#include <vector>

namespace rst::sphinx {
namespace {

/// Whether an element holds text, as docutils' class hierarchy has it: cross-references do not, notes about versions do.
bool isTextElement(NodeRef node)
{
    if (node.is(NodeKind::PendingXref))
        return false;
    return node.is(NodeKind::VersionModified) || node.isA(Category::TextElement);
}

bool isSpecial(NodeRef node)
{
    return node.is(NodeKind::Comment) || node.is(NodeKind::SubstitutionDefinition) || node.is(NodeKind::Target) ||
           node.is(NodeKind::Raw);
}

/// Whether the text in an element stays as it is typed.
bool isLiteral(NodeRef node)
{
    return node.isA(Category::FixedText) || node.is(NodeKind::Literal) || node.is(NodeKind::Math) ||
           node.is(NodeKind::Image) || node.is(NodeKind::Problematic) || node.is(NodeKind::LiteralEmphasis) ||
           node.is(NodeKind::LiteralStrong) || node.is(NodeKind::Manpage) ||
           node.hasAttribute(AttributeName::NotSmartquotable);
}

/// Whether no element between a text and its block is literal.
bool isSmartquotable(NodeRef text, NodeRef block)
{
    for (NodeRef node = text.parent(); node && node != block; node = node.parent()) {
        if (isLiteral(node))
            return false;
    }
    return true;
}

enum class Surroundings : bool { Plain, Literal };

/// Takes the pieces of one block of text through its lesson, in order.
void educateBlock(Document &document, NodeRef block, Surroundings surroundings, const QuotationMarks &marks,
                  const SmartQuotesAction &action)
{
    std::vector<NodeId> pieces;
    for (NodeRef node = block; node; node = node.following(block)) {
        if (node.is(NodeKind::Text) && !node.parent().is(NodeKind::OptionString))
            pieces.push_back(node.id());
    }
    SmartQuotes lesson(marks, action);
    for (const NodeId piece : pieces) {
        const NodeRef node = document[piece];
        if (surroundings == Surroundings::Literal || !isSmartquotable(node, block)) {
            lesson.skip(node.text());
            continue;
        }
        // The source has the escapes: with backslashes, or with NULs when this text was here before.
        const std::string_view raw = node.attribute(AttributeName::Rawsource);
        const bool isEscaped = !raw.empty();
        const std::string educated = lesson.educate(!isEscaped           ? std::string(node.text())
                                                    : raw.contains('\0') ? std::string(raw)
                                                                         : withNulls(raw));
        if (isEscaped) {
            document.setAttribute(piece, AttributeName::Rawsource, document.store(educated));
            document.setText(piece, document.store(withoutNulls(educated)));
        } else if (educated != node.text()) {
            document.setText(piece, document.store(educated));
        }
    }
}

} // namespace

void applySmartQuotes(TransformContext &context)
{
    const SphinxSettings &settings = context.settings.sphinx;
    constexpr std::string_view excluded[] = {"ja", "zh_CN", "zh_TW"}; // smartquotes_excludes
    const QuotationMarks *marks = quotationMarks(settings.language);
    if (!settings.smartQuotes || marks == nullptr || std::ranges::contains(excluded, settings.language))
        return;
    Document &document = context.document;
    const auto action = SmartQuotesAction::from(settings.smartQuotesAction);
    const NodeRef root = document[Document::root()];
    bool isInLiteral = false;
    NodeRef pastLiteral; // where the outermost literal element ends
    for (NodeRef node = root; node; node = node.following(root)) {
        isInLiteral = isInLiteral && node != pastLiteral;
        if (!isInLiteral && isLiteral(node)) {
            isInLiteral = true;
            pastLiteral = node.followingPast(root);
        }
        if (!isTextElement(node) || node.isA(Category::FixedText) || isSpecial(node) || isTextElement(node.parent()))
            continue;
        educateBlock(document, node, isInLiteral ? Surroundings::Literal : Surroundings::Plain, *marks, action);
    }
}

} // namespace rst::sphinx

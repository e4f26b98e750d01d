// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/rules/marks.h"

#include "repair/marked_text.h"
#include "repair/rules/mark_pairing.h"
#include "repair/rules/mark_surroundings.h"

#include <optional>
#include <string_view>

// html2text wrote ** for bold and _ for italic text; the importer made one star of two. It never leaves a blank line in a
// pair on its own, so that pairs that run over paragraphs come from marks around several.

namespace repair {

namespace {

/// The longest texts that are believed where they run over several paragraphs, in words. Word processors wrap whole pages in
/// what looks like bold, never in italic.
constexpr std::size_t longestStrongAcross = 50;
constexpr std::size_t longestEmphasisAcross = 300;
constexpr std::size_t farthestAcross = 12; // texts

/// Joins what is left over in one text with what is left over in a later one, as far as that is believed.
void pairAcross(std::vector<MarkPairing *> &texts, const RuleContext &context, bool isStar)
{
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i] == nullptr || texts[i]->leftOpen() == nullptr)
            continue;
        std::size_t j = i + 1;
        while (j < texts.size() && j - i <= farthestAcross && texts[j] != nullptr && texts[j]->left() == nullptr)
            ++j;
        if (j >= texts.size() || texts[j] == nullptr || texts[j]->left() == nullptr)
            continue;
        const std::size_t begin = texts[i]->leftOpen()->at, end = texts[j]->left()->at;
        std::size_t words = wordsIn(std::string_view(texts[i]->text()).substr(begin)) +
                            wordsIn(std::string_view(texts[j]->text()).substr(0, end));
        for (std::size_t k = i + 1; k < j; ++k)
            words += wordsIn(texts[k]->text());
        const bool isBelieved =
            words < (isStar ? longestStrongAcross : longestEmphasisAcross) && context.may(RuleId::StrongAcross);
        if (isBelieved) {
            context.did(RuleId::StrongAcross);
            texts[i]->settle(MarkToken::What::Open);
            texts[i]->coverFrom(begin);
            for (std::size_t k = i + 1; k < j; ++k)
                texts[k]->cover();
            texts[j]->settle(MarkToken::What::Close);
            texts[j]->coverTo(end);
        } else if (isStar) {
            context.did(RuleId::LongStrong);
            texts[i]->settle(MarkToken::What::Drop);
            texts[j]->settle(MarkToken::What::Drop);
        }
        i = j - 1;
    }
}

/// html2text put a blank behind what was bold or italic, before a comma, too.
void joinPunctuation(std::string &text, const RuleContext &context)
{
    for (std::size_t at = 0; at + 2 < text.size(); ++at) {
        const bool isEnd = text[at] == mark::StrongEnd || text[at] == mark::EmphasisEnd;
        const bool isParted = text[at + 1] == ' ' || text[at + 1] == '\n';
        if (!isEnd || !isParted || !std::string_view(",.;:!?)").contains(text[at + 2]))
            continue;
        context.did(RuleId::MarkSpace);
        const bool isLineEnd = text[at + 1] == '\n';
        text.erase(at + 1, 1);
        if (isLineEnd && at + 2 < text.size() && text[at + 2] == ' ')
            text[at + 2] = '\n'; // the line ends behind it instead
    }
}

} // namespace

void pairMarks(const std::vector<std::string *> &texts, const RuleContext &context)
{
    for (const char character : {'*', '_'}) {
        const bool isStar = character == '*';
        if (!context.may(isStar ? RuleId::Strong : RuleId::Emphasis))
            continue;
        std::vector<std::optional<MarkPairing>> pairings(texts.size());
        std::vector<MarkPairing *> order;
        MarkHistory history;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (texts[i] != nullptr) {
                pairings[i].emplace(*texts[i], character, context);
                pairings[i]->pair(history);
            } else {
                history.isOpen = false;
            }
            order.push_back(pairings[i] ? &*pairings[i] : nullptr);
        }
        pairAcross(order, context, isStar);
        for (MarkPairing *pairing : order) {
            if (pairing == nullptr)
                continue;
            if (MarkToken *alone = pairing->left()) {
                // Within text it may be a sign of its own; at an edge it is a leftover.
                const bool isName = !isStar && alone->what == MarkToken::What::Open && pairing->isWithinLine(*alone);
                const bool isDropped = !isName && context.may(RuleId::StrayMarks);
                alone->what = isDropped ? MarkToken::What::Drop : MarkToken::What::Text;
                if (isDropped)
                    context.did(RuleId::StrayMarks);
            }
            pairing->apply(isStar ? mark::StrongBegin : mark::EmphasisBegin,
                           isStar ? mark::StrongEnd : mark::EmphasisEnd);
        }
    }
    if (!context.may(RuleId::MarkSpace))
        return;
    for (std::string *text : texts) {
        if (text != nullptr)
            joinPunctuation(*text, context);
    }
}

} // namespace repair

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// What Sphinx changes in a tree before it writes a page (sphinx/transforms/post_transforms, builders/html).

#include "rst/sphinx/highlight.h"
#include "rst/sphinx/sphinx_transforms.h"
#include "rst/text/unicode.h"
#include "rst/text/utf8.h"
#include "rst/transforms/tree_editing.h"

#include <algorithm>
#include <array>
#include <format>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rst::sphinx {
namespace {

/// Evaluates what `only` asks for: tags joined by `and`, `or` and `not`, with parentheses. Nothing for what is none.
class TagExpression
{
public:
    TagExpression(std::string_view text, const std::vector<std::string> &tags) : m_rest(trimmed(text)), m_tags(tags) {}

    std::optional<bool> evaluate()
    {
        const std::size_t size = m_rest.size();
        const std::optional<bool> value = either();
        if (constexpr std::string_view unknown = "`?@#$&^\\"; !m_rest.empty() && unknown.contains(m_rest.front()))
            m_error = std::format("unexpected char {} at {}", pythonRepr(m_rest.substr(0, 1)), size - m_rest.size());
        return m_rest.empty() ? value : std::nullopt;
    }
    /// Jinja's words for what is wrong.
    [[nodiscard]] const std::string &error() const { return m_error; }

private:
    static constexpr unsigned deepest = 100;

    std::string_view peek() const
    {
        if (m_rest.starts_with('(') || m_rest.starts_with(')'))
            return m_rest.substr(0, 1);
        std::size_t end = 0;
        while (end < m_rest.size()) {
            const CodePoint next = decodeAt(m_rest, end);
            if (!isAlphanumeric(next.value) && next.value != U'_')
                break;
            end += next.size;
        }
        return m_rest.substr(0, end);
    }
    bool take(std::string_view word)
    {
        if (peek() != word)
            return false;
        m_rest = trimmedLeft(m_rest.substr(word.size()));
        return true;
    }
    std::optional<bool> either()
    {
        std::optional<bool> left = both();
        while (left && take("or")) {
            const std::optional<bool> right = both();
            left = right ? std::optional(*left || *right) : std::nullopt;
        }
        return left;
    }
    std::optional<bool> both()
    {
        std::optional<bool> left = negated();
        while (left && take("and")) {
            const std::optional<bool> right = negated();
            left = right ? std::optional(*left && *right) : std::nullopt;
        }
        return left;
    }
    std::optional<bool> negated()
    {
        bool isNegative = false;
        while (take("not"))
            isNegative = !isNegative;
        const std::optional<bool> value = single();
        return value ? std::optional(*value != isNegative) : std::nullopt;
    }
    std::optional<bool> single()
    {
        if (take("(")) {
            if (++m_depth > deepest)
                return std::nullopt;
            const std::optional<bool> value = either();
            --m_depth;
            return value && take(")") ? value : std::nullopt;
        }
        const std::string_view name = peek();
        if (name.empty() || name == ")") {
            m_error = std::format("unexpected token '{}'", m_rest.empty() ? "end of template" : m_rest.substr(0, 1));
            return std::nullopt;
        }
        take(name);
        return std::ranges::contains(m_tags, name);
    }

    std::string_view m_rest;
    const std::vector<std::string> &m_tags;
    unsigned m_depth = 0;
    std::string m_error = "chunk after expression";
};

} // namespace

void applyOnly(TransformContext &context)
{
    Document &document = context.document;
    for (const NodeId only : transforms::findAll(document, NodeKind::Only)) {
        if (!document[only].parent())
            continue;
        const std::string_view expression = document[only].attribute(AttributeName::Expression);
        TagExpression condition(expression, context.settings.sphinx.tags);
        const std::optional<bool> isShown = condition.evaluate();
        if (!isShown)
            warn<DiagnosticKind::SphinxOnlyExpression>(context.reporter, placeOf(document[only]), {},
                                                       condition.error());
        const std::vector<NodeId> children = transforms::childrenOf(document, only);
        if (isShown.value_or(true) && !children.empty())
            transforms::replaceSelf(document, only, children);
        else
            transforms::replaceSelf(document, only, document.create(NodeKind::Comment));
    }
}

/// An image that is not shown in its own size leads to itself.
void applyScaledImages(TransformContext &context)
{
    Document &document = context.document;
    if (!context.settings.sphinx.linkScaledImages)
        return;
    for (const NodeId image : transforms::findAll(document, NodeKind::Image)) {
        const NodeRef node = document[image];
        const bool isResized = node.hasAttribute(AttributeName::Scale) || node.hasAttribute(AttributeName::Width) ||
                               node.hasAttribute(AttributeName::Height);
        if (!isResized || node.parent().is(NodeKind::Reference) ||
            node.hasItem(AttributeName::Classes, "no-scaled-link"))
            continue;
        const NodeId reference = document.create(NodeKind::Reference, node.span(), node.line());
        document.setAttribute(reference, AttributeName::Internal, "True");
        document.setAttribute(reference, AttributeName::Refuri, node.attribute(AttributeName::Uri));
        transforms::replaceSelf(document, image, reference);
        document.append(reference, image);
    }
}

namespace {

/// What a `highlight` directive says.
struct HighlightSetting {
    std::string_view language = {};
    std::int64_t threshold = std::numeric_limits<std::int64_t>::max();
    bool isForced = false;
};

void highlightBlock(TransformContext &context, NodeId block, const HighlightSetting &setting)
{
    Document &document = context.document;
    if (!document[block].hasAttribute(AttributeName::Language)) {
        document.setAttribute(block, AttributeName::Language, setting.language);
        if (setting.isForced)
            document.setAttribute(block, AttributeName::Force, "True");
    }
    const std::string code = document[block].asText();
    if (!document[block].hasAttribute(AttributeName::Linenos) &&
        std::ranges::count(code, '\n') >= setting.threshold - 1)
        document.setAttribute(block, AttributeName::Linenos, "True");
    const std::string_view language = document[block].attribute(AttributeName::Language);
    const NodeRef text = document[block].firstChild();
    if (text && !text.next() && text.is(NodeKind::Text) && isPythonConsole(code, language))
        document.setText(text.id(), document.store(withoutDoctestFlags(code)));
    if (!isKnownLexer(language))
        warn<DiagnosticKind::SphinxUnknownLexer>(context.reporter, placeOf(document[block]), {}, pythonRepr(language));
}

} // namespace

void applyHighlightLanguage(TransformContext &context)
{
    Document &document = context.document;
    HighlightSetting setting{.language = document.store(context.settings.sphinx.highlightLanguage)};
    const NodeRef root = document[Document::root()];
    for (NodeRef node = root; node; node = node.following(root)) {
        if (node.is(NodeKind::HighlightLang)) {
            setting = {.language = node.attribute(AttributeName::Language),
                       .threshold =
                           node.number(AttributeName::LinenoThreshold, std::numeric_limits<std::int64_t>::max()),
                       .isForced = node.hasAttribute(AttributeName::Force)};
        } else if (node.is(NodeKind::LiteralBlock)) {
            highlightBlock(context, node.id(), setting);
        } else if (node.is(NodeKind::DoctestBlock)) {
            const NodeRef text = node.firstChild();
            if (text && text.is(NodeKind::Text))
                document.setText(text.id(), document.store(withoutDoctestFlags(text.text())));
        } else if (node.is(NodeKind::Literal) && node.hasAttribute(AttributeName::Language) &&
                   !isKnownLexer(node.attribute(AttributeName::Language))) {
            warn<DiagnosticKind::SphinxUnknownLexer>(context.reporter, placeOf(node), {},
                                                     pythonRepr(node.attribute(AttributeName::Language)));
        }
    }
    for (const NodeId directive : transforms::findAll(document, NodeKind::HighlightLang))
        document.detach(directive);
}

namespace {

bool isLineEnd(char c) noexcept
{
    return c == '\n';
}

/// Keys and the separators between them, alternately (`KeyboardTransform.pattern`).
std::vector<std::string_view> keysIn(std::string_view text)
{
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t i = 1; i < text.size();) {
        std::size_t size = 0;
        if (!isLineEnd(text[i - 1])) {
            if (text[i] == '-' || text[i] == '+' || text[i] == '^') {
                size = 1;
            } else {
                while (i + size < text.size() && isSpace(decodeAt(text, i + size).value))
                    size += decodeAt(text, i + size).size;
                if (i + size == text.size() && size > 0)
                    --size; // something must follow
            }
            if (i + size >= text.size() || isLineEnd(text[i + size]))
                size = 0;
        }
        if (size == 0) {
            ++i;
            continue;
        }
        parts.push_back(text.substr(begin, i - begin));
        parts.push_back(text.substr(i, size));
        begin = i = i + size;
        // A separator may stand directly behind another: the key between them is empty.
    }
    parts.push_back(text.substr(begin));
    return parts;
}

bool isTwoWordKey(const std::vector<std::string_view> &parts, std::size_t at)
{
    constexpr std::pair<std::string_view, std::string_view> keys[] = {
        {"caps", "lock"}, {"page", "down"}, {"page", "up"},    {"scroll", "lock"},
        {"num", "lock"},  {"sys", "rq"},    {"back", "space"},
    };
    if (at + 2 >= parts.size() || !trimmed(parts[at + 1]).empty())
        return false;
    return std::ranges::contains(keys, std::pair(toLower(parts[at]), toLower(parts[at + 2])), [](const auto &key) {
        return std::pair(std::string(key.first), std::string(key.second));
    });
}

} // namespace

/// `Ctrl+C` is two keys.
void applyKeyboard(TransformContext &context)
{
    Document &document = context.document;
    for (const NodeId literal : transforms::findAll(document, NodeKind::Literal)) {
        const NodeRef last = document[literal].lastChild();
        if (!last || !document[literal].hasItem(AttributeName::Classes, "kbd"))
            continue;
        const std::string_view text = document.store(last.asText());
        const std::vector<std::string_view> parts = keysIn(text);
        if (parts.size() == 1 || isTwoWordKey(parts, 0))
            continue;
        document.addAttribute(literal, AttributeName::Classes, "compound");
        document.detach(last.id());
        for (std::size_t i = 0; i < parts.size();) {
            const NodeId key = document.append(literal, NodeKind::Literal);
            document.addAttribute(key, AttributeName::Classes, "kbd");
            if (isTwoWordKey(parts, i)) {
                for (std::size_t word = i; word < i + 3; ++word)
                    document.appendText(key, parts[word]);
                i += 3;
            } else {
                document.appendText(key, parts[i++]);
            }
            if (i < parts.size())
                document.appendText(literal, parts[i++]);
        }
    }
}

} // namespace rst::sphinx

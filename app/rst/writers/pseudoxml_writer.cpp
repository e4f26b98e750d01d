// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/writers/writer.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rst {

namespace {

/// How many bytes the line end at `text[at]` takes, where lines end as for Python's `str.splitlines()`; 0 for none.
std::size_t pythonLineEndAt(std::string_view text, std::size_t at)
{
    switch (text[at]) {
    case '\r': return text.substr(at + 1).starts_with('\n') ? 2 : 1;
    case '\n':
    case '\v':
    case '\f':
    case '\x1c':
    case '\x1d':
    case '\x1e': return 1;
    case '\xc2': // U+0085
        return text.substr(at).starts_with("\u0085") ? 2 : 0;
    case '\xe2': // U+2028, U+2029
        return text.substr(at).starts_with("\u2028") || text.substr(at).starts_with("\u2029") ? 3 : 0;
    default: return 0;
    }
}

class PseudoXmlWriter
{
public:
    std::string write(NodeRef root)
    {
        std::size_t depth = 0;
        for (NodeRef node = root; node;) {
            m_indent.resize(depth * 4, ' ');
            if (node.is(NodeKind::Text))
                writeText(node.text());
            else
                writeTag(node);
            if (node.hasChildren()) {
                node = node.firstChild();
                ++depth;
                continue;
            }
            while (node != root && !node.next()) {
                node = node.parent();
                --depth;
            }
            node = node == root ? NodeRef() : node.next();
        }
        return std::move(m_out);
    }

private:
    void writeText(std::string_view text)
    {
        std::size_t begin = 0;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = pythonLineEndAt(text, at);
            if (end != 0) {
                writeLine(text.substr(begin, at - begin));
                begin = at + end;
            }
            at += std::max<std::size_t>(end, 1);
        }
        if (begin < text.size())
            writeLine(text.substr(begin));
    }

    void writeLine(std::string_view line)
    {
        m_out += m_indent;
        m_out += line;
        m_out += '\n';
    }

    void writeTag(NodeRef node)
    {
        m_out += m_indent;
        m_out += '<';
        m_out += node.tag();
        collectAttributes(node);
        for (std::size_t i = 0; i < m_attributes.size(); ++i) {
            const NamedValue &attribute = m_attributes[i];
            const bool isFirst = i == 0 || m_attributes[i - 1].name != attribute.name;
            if (!isFirst && !attribute.isItem)
                continue;
            if (isFirst) {
                m_out += ' ';
                m_out += attribute.name;
                m_out += "=\"";
            } else {
                m_out += ' ';
            }
            writeValue(attribute);
            if (i + 1 == m_attributes.size() || m_attributes[i + 1].name != attribute.name)
                m_out += '"';
        }
        m_out += ">\n";
    }

    /// An attribute that is shown, or one item of a list.
    struct NamedValue {
        std::string_view name = {};
        std::string_view value = {};
        bool isItem = false;
    };

    void collectAttributes(NodeRef node)
    {
        m_attributes.clear();
        for (const Attribute *entry = node.firstAttribute(); entry != nullptr; entry = node.nextAttribute(*entry)) {
            if (const std::string_view name = attributeText(entry->name); !name.empty()) {
                m_attributes.push_back({.name = name, .value = entry->value, .isItem = isListAttribute(entry->name)});
            } else if (entry->name == AttributeName::OtherAttributes) {
                const std::size_t end = entry->value.find('\0');
                m_attributes.push_back({.name = entry->value.substr(0, end), .value = entry->value.substr(end + 1)});
            }
        }
        std::ranges::stable_sort(m_attributes, {}, &NamedValue::name);
    }

    /// Blanks within an item of a list are told from those between items.
    void writeValue(const NamedValue &attribute)
    {
        if (!attribute.isItem) {
            m_out += attribute.value;
            return;
        }
        for (const char character : attribute.value) {
            if (character == ' ' || character == '\\')
                m_out += '\\';
            m_out += character;
        }
    }

    std::string m_out;
    std::string m_indent;
    std::vector<NamedValue> m_attributes; // of the element being written
};

} // namespace

// https://docutils.sourceforge.io/docs/user/config.html#docutils-pseudo-xml-writer
std::string writePseudoXml(const Document &document)
{
    return writePseudoXml(document[Document::root()]);
}

std::string writePseudoXml(NodeRef top)
{
    return PseudoXmlWriter().write(top);
}

} // namespace rst

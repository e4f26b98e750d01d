// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/name_scan.h"

#include "rst/text/names.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {

namespace {

constexpr int longestPhrase = 2000; // characters between backquotes

bool joinsNames(QChar c)
{
    return QStringView(u"-_.:+").contains(c);
}

class NameScan
{
public:
    explicit NameScan(const QString &text) : m_text(text) {}

    [[nodiscard]] std::vector<NamePlace> run() &&
    {
        while (m_at < size()) {
            if (m_at == 0 || m_text[m_at - 1] == u'\n')
                scanLineBegin();
            else
                scanInline();
        }
        return std::move(m_places);
    }

private:
    [[nodiscard]] int size() const { return int(m_text.size()); }
    [[nodiscard]] bool has(int at, QStringView what) const { return QStringView(m_text).sliced(at).startsWith(what); }
    [[nodiscard]] int find(QChar what, int from) const
    {
        const auto found = m_text.indexOf(what, from);
        return found < 0 ? size() : int(found);
    }
    [[nodiscard]] int lineEnd() const { return find(u'\n', m_at); }
    /// Where a backquote closes a phrase that begins at `from`; the text's end where none does.
    [[nodiscard]] int phraseEnd(int from) const
    {
        for (int at = from; at < std::min(size(), from + longestPhrase); ++at) {
            if (m_text[at] == u'\\')
                ++at;
            else if (m_text[at] == u'`')
                return at;
            else if (m_text[at] == u'\n' && at + 1 < size() && m_text[at + 1] == u'\n')
                break;
        }
        return size();
    }

    void add(NameKind kind, TextRange label, TextRange markup, bool isDefinition)
    {
        if (label.begin >= label.end)
            return;
        const std::string written = m_text.sliced(label.begin, label.end - label.begin).remove(u'\\').toStdString();
        m_places.push_back(
            {kind, QString::fromStdString(rst::fullyNormalizeName(written)), label, markup, isDefinition});
    }

    void scanLineBegin();
    void scanExplicitTarget();
    void scanInline();
    void scanPhrase();
    void scanReference(TextRange inner, int begin, int end);
    void scanRole(TextRange inner, QStringView role);
    void scanLabel(int begin, bool isDefinition);
    void scanBars();
    void scanWord();

    const QString &m_text;
    int m_at = 0;
    std::vector<NamePlace> m_places;
};

void NameScan::scanLineBegin()
{
    while (m_at < size() && m_text[m_at] == u' ')
        ++m_at;
    const int begin = m_at;
    if (!has(m_at, u".. ")) {
        if (m_at < size())
            scanInline();
        return;
    }
    m_at += 3;
    if (has(m_at, u"_") && !has(m_at, u"__"))
        scanExplicitTarget();
    else if (has(m_at, u"["))
        scanLabel(begin, true);
    else if (has(m_at, u"|")) {
        const int end = find(u'|', m_at + 1);
        if (end < lineEnd()) {
            add(NameKind::Substitution, {m_at + 1, end}, {begin, end + 1}, true);
            m_at = end + 1;
        }
    }
}

/// `.. _name:`, the cursor at its underscore.
void NameScan::scanExplicitTarget()
{
    const int begin = m_at - 3, line = lineEnd();
    ++m_at;
    if (has(m_at, u"`")) {
        const int end = phraseEnd(m_at + 1);
        if (has(std::min(end, size()), u"`:"))
            add(NameKind::Target, {m_at + 1, end}, {begin, end + 2}, true);
        m_at = std::min(end + 1, size());
        return;
    }
    for (int at = m_at; at < line; ++at) {
        if (m_text[at] == u'\\') {
            ++at;
        } else if (m_text[at] == u':' && (at + 1 == line || m_text[at + 1] == u' ')) {
            add(NameKind::Target, {m_at, at}, {begin, at + 1}, true);
            m_at = at + 1;
            return;
        }
    }
}

void NameScan::scanInline()
{
    const QChar c = m_text[m_at];
    if (c == u'\\')
        m_at = std::min(m_at + 2, size());
    else if (has(m_at, u"``"))
        m_at = std::min(int(std::max<qsizetype>(m_text.indexOf(u"``"_s, m_at + 2), m_at)) + 2, size());
    else if (c == u'`')
        scanPhrase();
    else if (c == u'[')
        scanLabel(m_at, false);
    else if (c == u'|')
        scanBars();
    else if (c.isLetterOrNumber())
        scanWord();
    else
        ++m_at;
}

/// Whatever a backquote begins.
void NameScan::scanPhrase()
{
    const int begin = m_at, end = phraseEnd(m_at + 1);
    if (end == size()) {
        ++m_at;
        return;
    }
    m_at = end + 1;
    const TextRange inner{begin + 1, end};
    const QStringView before = QStringView(m_text).first(begin);
    if (before.endsWith(u':')) {
        const auto colon = before.chopped(1).lastIndexOf(u':');
        if (colon >= 0)
            scanRole(inner, before.sliced(colon + 1, before.size() - colon - 2));
    } else if (before.endsWith(u'_') && (begin < 2 || !m_text[begin - 2].isLetterOrNumber())) {
        add(NameKind::Target, inner, {begin - 1, end + 1}, true);
    } else if (has(m_at, u"_")) {
        m_at += has(m_at, u"__") ? 2 : 1;
        scanReference(inner, begin, m_at);
    }
}

/// What stands between the backquotes of a reference: a name, or words and a name or an address.
void NameScan::scanReference(TextRange inner, int begin, int end)
{
    const bool isAnonymous = has(end - 2, u"__");
    const QStringView phrase = QStringView(m_text).sliced(inner.begin, inner.end - inner.begin);
    const auto open = phrase.endsWith(u'>') ? phrase.lastIndexOf(u'<') : -1;
    if (open < 0) {
        if (!isAnonymous)
            add(NameKind::Target, inner, {begin, end}, false);
        return;
    }
    if (!isAnonymous && open > 0)
        add(NameKind::Target, {inner.begin, inner.begin + int(phrase.first(open).trimmed().size())}, {begin, end},
            true);
    if (phrase.endsWith(u"_>") && !phrase.endsWith(u"\\_>"))
        add(NameKind::Target, {inner.begin + int(open) + 1, inner.end - 2}, {begin, end}, false);
}

/// `:ref:` leads to targets by their names.
void NameScan::scanRole(TextRange inner, QStringView role)
{
    if (role != "ref"_L1 && role != "numref"_L1)
        return;
    const TextRange markup{inner.begin - 2 - int(role.size()) - 1, inner.end + 1};
    const QStringView phrase = QStringView(m_text).sliced(inner.begin, inner.end - inner.begin);
    const auto open = phrase.endsWith(u'>') ? phrase.lastIndexOf(u'<') : -1;
    add(NameKind::Target, open < 0 ? inner : TextRange{inner.begin + int(open) + 1, inner.end - 1}, markup, false);
}

/// `[name]_` and `.. [name]`, the cursor at the bracket. Numbers that docutils gives are no names.
void NameScan::scanLabel(int begin, bool isDefinition)
{
    const int open = m_at, end = find(u']', m_at), line = lineEnd();
    ++m_at;
    if (end >= line || (!isDefinition && !has(end, u"]_")))
        return;
    const TextRange label{open + (has(open + 1, u"#") ? 2 : 1), end};
    if (label.begin >= label.end || !isBareName(QStringView(m_text).sliced(label.begin, label.end - label.begin)))
        return;
    m_at = isDefinition ? end + 1 : end + 2;
    add(NameKind::Note, label, {begin, m_at}, isDefinition);
}

void NameScan::scanBars()
{
    const int begin = m_at, end = find(u'|', m_at + 1);
    ++m_at;
    if (end >= find(u'\n', begin) || end == begin + 1 || m_text[begin + 1].isSpace() || m_text[end - 1].isSpace())
        return;
    add(NameKind::Substitution, {begin + 1, end}, {begin, end + 1}, false);
    m_at = end + 1;
}

/// `name_`.
void NameScan::scanWord()
{
    const int begin = m_at;
    while (m_at < size() && (m_text[m_at].isLetterOrNumber() || joinsNames(m_text[m_at])))
        ++m_at;
    int end = m_at;
    while (end > begin && joinsNames(m_text[end - 1]) && m_text[end - 1] != u'_')
        --end;
    if (!QStringView(m_text).sliced(begin, end - begin).endsWith(u'_'))
        return;
    const TextRange label{begin, end - 1};
    if (isBareName(QStringView(m_text).sliced(label.begin, label.end - label.begin)))
        add(NameKind::Target, label, {begin, end}, false);
}

} // namespace

std::vector<NamePlace> scannedNames(const QString &text)
{
    return NameScan(text).run();
}

bool isBareName(QStringView name)
{
    if (name.isEmpty() || joinsNames(name.front()) || joinsNames(name.back()))
        return false;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (!name[i].isLetterOrNumber() && (!joinsNames(name[i]) || joinsNames(name[i - 1])))
            return false;
    }
    return true;
}

} // namespace session

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/spelling_words.h"

#include "session/rendering.h"

#include "rst/document/node_ref.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace session {

namespace {

/// Whether a node and all below it is nothing that a dictionary knows.
bool isNoProse(rst::NodeRef node)
{
    using enum rst::NodeKind;
    switch (node.kind()) {
    case LiteralBlock:
    case DoctestBlock:
    case MathBlock:
    case Literal:
    case Math:
    case Comment:
    case Raw:
    case Placeholder:
    case SystemMessage:
    case Problematic:
    case Generated:
    case Label:
    case FieldName:
    case OptionGroup:
    case Docinfo:
    case Meta:
    case LiteralStrong:
    case LiteralEmphasis:
    case Manpage:
    case TitleReference: return true;
    case InlineElement: return node.hasItem(rst::AttributeName::Classes, "xref") || node.parent().is(Reference);
    case Reference: {
        const std::string_view address = node.attribute(rst::AttributeName::Refuri);
        const std::string text = node.asText();
        return !address.empty() && (address == text || address == "mailto:" + text); // it stands for itself
    }
    default: return false;
    }
}

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'\u2019';
}

/// A character of a run that may hold words: letters, marks on them, digits and what joins them.
bool isInWord(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'\u00ad';
}

/// Whether a run between blanks is a name of something, such as `setup.py`, `a_b` or `#python`.
bool isTechnical(QStringView run)
{
    for (qsizetype i = 0; i < run.size(); ++i) {
        const QChar c = run[i];
        const bool isInside = i > 0 && i + 1 < run.size();
        if (QStringView(u"@/\\_=<>{}#$%&~^|").contains(c))
            return true;
        if (isInside && (c == u'.' || c == u':') && run[i - 1].isLetterOrNumber() && run[i + 1].isLetterOrNumber())
            return true;
    }
    return false;
}

/// Whether it is of a script that has no dictionaries, for it writes words without spaces.
bool hasNoDictionary(QChar c)
{
    const QChar::Script script = c.script();
    return script == QChar::Script_Han || script == QChar::Script_Hiragana || script == QChar::Script_Katakana;
}

/// Whether it is an abbreviation, or a name like PyPI.
bool isOrdinary(QStringView word)
{
    if (word.size() < 2)
        return false;
    return std::ranges::none_of(word, [](QChar c) { return c.isDigit() || c.isSurrogate() || hasNoDictionary(c); }) &&
           std::ranges::none_of(word.sliced(1), [](QChar c) { return c.isUpper(); });
}

void addWords(std::vector<SpelledWord> &words, QStringView run, int begin)
{
    for (qsizetype i = 0; i < run.size();) {
        if (!isInWord(run[i])) {
            ++i;
            continue;
        }
        qsizetype end = i + 1;
        while (end < run.size() && (isInWord(run[end]) || (isApostrophe(run[end]) && end + 1 < run.size() &&
                                                           run[end + 1].isLetter() && run[end - 1].isLetter())))
            ++end;
        if (const QStringView word = run.sliced(i, end - i); isOrdinary(word)) {
            words.push_back({{begin + int(i), begin + int(end)}, word.toString()});
            words.back().word.replace(u'\u2019', u'\'').remove(u'\u00ad');
        }
        i = end;
    }
}

void addText(std::vector<SpelledWord> &words, const QString &text, TextRange range)
{
    for (qsizetype i = range.begin; i < range.end;) {
        if (text[i].isSpace()) {
            ++i;
            continue;
        }
        qsizetype end = i;
        while (end < range.end && !text[end].isSpace())
            ++end;
        if (const QStringView run = QStringView(text).sliced(i, end - i); !isTechnical(run))
            addWords(words, run, int(i));
        i = end;
    }
}

} // namespace

std::vector<SpelledWord> wordsToSpell(const Rendering &rendering)
{
    const QString text = QString::fromStdString(rendering.source);
    const TextPositions positions(rendering.source);
    std::vector<SpelledWord> words;
    const rst::NodeRef root = rendering.document[rst::Document::root()];
    for (rst::NodeRef node = root; node;) {
        if (isNoProse(node)) {
            node = node.followingPast(root);
            continue;
        }
        if (node.is(rst::NodeKind::Text) && !node.span().isEmpty())
            addText(words, text, textRange(rendering.document, node.span(), positions));
        node = node.following(root);
    }
    // What a substitution stands for is in the tree where it is used as well.
    std::ranges::stable_sort(words, {}, [](const SpelledWord &word) { return word.range.begin; });
    const auto doubled = std::ranges::unique(words, {}, [](const SpelledWord &word) { return word.range.begin; });
    words.erase(doubled.begin(), doubled.end());
    return words;
}

QSet<QString> wordsOfNames(const QStringList &names)
{
    QSet<QString> known;
    for (const QString &name : names) {
        qsizetype begin = 0;
        for (qsizetype i = 0; i <= name.size(); ++i) {
            if (i < name.size() && (isInWord(name[i]) || isApostrophe(name[i])))
                continue;
            if (i > begin)
                known.insert(name.sliced(begin, i - begin).replace(u'\u2019', u'\'').toLower());
            begin = i + 1;
        }
    }
    return known;
}

QStringList namesOf(const Rendering &rendering)
{
    QStringList names;
    for (const auto &[option, value] : rendering.metadata.options.asKeyValueRange()) {
        if (option == "author"_L1 || option == "tags"_L1 || option == "location"_L1 || option == "category"_L1)
            names.append(value);
    }
    return names;
}

QString dictionaryFor(const QString &language, const QString &locale, const QStringList &dictionaries)
{
    const auto named = [](QString name) { return name.replace(u'-', u'_').toLower(); };
    const QString wanted = named(language);
    const QString tongue = wanted.section(u'_', 0, 0);
    const QString here = named(locale).section(u'.', 0, 0);
    const auto find = [&](const QString &name) -> QString {
        const auto found =
            std::ranges::find_if(dictionaries, [&](const QString &known) { return named(known) == name; });
        return found == dictionaries.end() ? QString() : *found;
    };
    QStringList candidates{wanted};
    if (here.section(u'_', 0, 0) == tongue)
        candidates.append(here);
    candidates += {tongue + u"_us"_s, tongue + u'_' + tongue, tongue};
    for (const QString &candidate : std::as_const(candidates)) {
        if (const QString found = find(candidate); !found.isEmpty())
            return found;
    }
    for (const QString &known : dictionaries) {
        if (named(known).section(u'_', 0, 0) == tongue)
            return known;
    }
    return {};
}

} // namespace session

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/references/target_table.h"

#include "rst/settings.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace {

using rst::AttributeName;
using rst::NodeId;
using rst::NodeKind;

class TargetTableTest : public testing::Test
{
protected:
    NodeId element(NodeKind kind, std::string_view name, std::uint32_t line = 0)
    {
        const NodeId node = m_document.append(rst::Document::root(), kind, {}, line);
        if (!name.empty())
            m_document.addAttribute(node, AttributeName::Names, m_document.store(name));
        return node;
    }

    NodeId external(std::string_view name, std::string_view uri)
    {
        const NodeId target = element(NodeKind::Target, name);
        m_document.setAttribute(target, AttributeName::Refuri, uri);
        return target;
    }

    std::string list(NodeId node, AttributeName name) const
    {
        std::string text;
        for (const std::string_view item : m_document[node].items(name))
            text.append(text.empty() ? "" : " ").append(item);
        return text;
    }

    std::string said() const
    {
        std::string text;
        for (const rst::Diagnostic &diagnostic : m_reporter.diagnostics())
            text += std::to_string(diagnostic.line) + " " + std::string(rst::levelName(diagnostic.level)) + " " +
                    diagnostic.message + "\n";
        return text;
    }

    rst::Document m_document;
    rst::Reporter m_reporter{m_document, "<string>", 200'000};
    rst::TargetTable m_targets{m_document, m_reporter};
};

TEST_F(TargetTableTest, IdsComeFromNames)
{
    EXPECT_EQ(m_targets.setId(element(NodeKind::Section, "first steps")), "first-steps");
    EXPECT_EQ(m_targets.setId(element(NodeKind::Section, "first_steps")), "first-steps-1");
    EXPECT_EQ(m_targets.setId(element(NodeKind::Section, "first.steps")), "first-steps-2");
    EXPECT_EQ(m_targets.setId(element(NodeKind::Section, "1.2")), "section-1");
    EXPECT_EQ(m_targets.setId(element(NodeKind::FootnoteReference, "")), "footnote-reference-1");
    EXPECT_EQ(m_targets.setId(element(NodeKind::Section, ""), NodeId::None, "toc-entry"), "toc-entry-1");
}

TEST_F(TargetTableTest, TakenNumbersAreSkipped)
{
    EXPECT_EQ(m_targets.setId(element(NodeKind::Section, "part-1")), "part-1");
    EXPECT_EQ(m_targets.setId(element(NodeKind::Section, "part")), "part");
    EXPECT_EQ(m_targets.setId(element(NodeKind::Section, "Part")), "part-2");
}

TEST_F(TargetTableTest, SphinxNumbersIds)
{
    rst::TargetTable targets(m_document, m_reporter, "id");
    EXPECT_EQ(targets.setId(element(NodeKind::Section, "name")), "name");
    EXPECT_EQ(targets.setId(element(NodeKind::Section, "name")), "id1");
    EXPECT_EQ(targets.setId(element(NodeKind::Footnote, "")), "id2");
}

TEST_F(TargetTableTest, AnIdUsedTwiceIsSevere)
{
    const NodeId first = element(NodeKind::Section, "");
    const NodeId second = element(NodeKind::Section, "");
    m_document.addAttribute(first, AttributeName::Ids, "same");
    m_document.addAttribute(second, AttributeName::Ids, "same");
    m_reporter.setCurrentLine(7);
    m_targets.setId(first);
    m_targets.setId(second, rst::Document::root());
    EXPECT_EQ(said(), "7 SEVERE Duplicate ID: \"same\".\n");
    EXPECT_TRUE(m_document[rst::Document::root()].lastChild().is(NodeKind::SystemMessage));
    EXPECT_EQ(m_targets.byId("same"), first);
}

TEST_F(TargetTableTest, EqualSectionTitlesLoseTheirName)
{
    const NodeId first = element(NodeKind::Section, "name", 3);
    const NodeId second = element(NodeKind::Section, "name", 9);
    m_targets.noteImplicitTarget(first, first);
    m_targets.noteImplicitTarget(second, second);
    EXPECT_EQ(list(first, AttributeName::Names), "");
    EXPECT_EQ(list(first, AttributeName::Dupnames), "name");
    EXPECT_EQ(list(second, AttributeName::Dupnames), "name");
    EXPECT_TRUE(m_targets.byName("name")->id.empty());
    EXPECT_EQ(said(), "9 INFO Duplicate implicit target name: \"name\".\n");
    EXPECT_EQ(list(m_document[second].firstChild().id(), AttributeName::Backrefs), "name-1");
}

TEST_F(TargetTableTest, ExplicitTargetsBeatTitles)
{
    const NodeId title = element(NodeKind::Section, "name");
    const NodeId target = element(NodeKind::Target, "name");
    const NodeId laterTitle = element(NodeKind::Section, "name");
    m_targets.noteImplicitTarget(title);
    m_targets.noteExplicitTarget(target);
    m_targets.noteImplicitTarget(laterTitle);
    EXPECT_EQ(list(title, AttributeName::Dupnames), "name");
    EXPECT_EQ(list(target, AttributeName::Names), "name");
    EXPECT_EQ(list(laterTitle, AttributeName::Dupnames), "name");
    EXPECT_EQ(m_targets.byName("name")->id, "name-1");
    EXPECT_EQ(m_reporter.diagnostics().size(), 2u);
}

TEST_F(TargetTableTest, EqualExplicitTargetsLoseTheirName)
{
    const NodeId first = external("name", "https://example.org/a");
    const NodeId second = external("name", "https://example.org/b");
    m_targets.noteExplicitTarget(first);
    m_targets.noteExplicitTarget(second);
    EXPECT_EQ(list(first, AttributeName::Dupnames), "name");
    EXPECT_EQ(list(second, AttributeName::Dupnames), "name");
    EXPECT_TRUE(m_document[first].isReferenced()) << "or it would be called unreferenced, too";
    EXPECT_EQ(said(), "0 WARNING Duplicate explicit target name: \"name\".\n");
}

TEST_F(TargetTableTest, EqualTargetsOfOneUriAgree)
{
    const NodeId first = external("name", "https://example.org/");
    const NodeId second = external("name", "https://example.org/");
    m_targets.noteExplicitTarget(first);
    m_targets.noteExplicitTarget(second);
    EXPECT_EQ(list(first, AttributeName::Names), "name");
    EXPECT_EQ(list(second, AttributeName::Dupnames), "name");
    EXPECT_EQ(m_targets.byName("name")->id, "name");
    EXPECT_EQ(said(), "0 INFO Duplicate explicit target name: \"name\".\n");
}

TEST_F(TargetTableTest, MessagesTakeTheNearestLine)
{
    const NodeId paragraph = element(NodeKind::Paragraph, "", 12);
    const NodeId inside = m_document.append(paragraph, NodeKind::Target);
    const NodeId nowhere = m_document.create(NodeKind::Target);
    m_reporter.setCurrentLine(40);
    EXPECT_EQ(m_targets.placeOf(inside).line, 12u);
    EXPECT_EQ(m_targets.placeOf(nowhere).line, 40u);
}

TEST_F(TargetTableTest, SubstitutionsPreferTheExactName)
{
    const NodeId upper = element(NodeKind::SubstitutionDefinition, "Name");
    const NodeId lower = element(NodeKind::SubstitutionDefinition, "name");
    m_targets.noteSubstitutionDefinition(upper, "Name");
    m_targets.noteSubstitutionDefinition(lower, "name");
    EXPECT_EQ(m_targets.substitution("Name"), upper);
    EXPECT_EQ(m_targets.substitution("name"), lower);
    EXPECT_EQ(m_targets.substitution("NAME"), lower) << "the last one of whatever case";
    EXPECT_EQ(m_targets.substitution("other"), NodeId::None);
}

TEST_F(TargetTableTest, TheLastSubstitutionDefinitionCounts)
{
    const NodeId first = element(NodeKind::SubstitutionDefinition, "name", 2);
    const NodeId second = element(NodeKind::SubstitutionDefinition, "name", 4);
    m_targets.noteSubstitutionDefinition(first, "name");
    m_targets.noteSubstitutionDefinition(second, "name");
    EXPECT_EQ(m_targets.substitution("name"), second);
    EXPECT_EQ(list(first, AttributeName::Dupnames), "name");
    EXPECT_EQ(said(), "4 ERROR Duplicate substitution definition name: \"name\".\n");
}

TEST_F(TargetTableTest, ManyEqualTargetsTakeLinearTime)
{
    for (int i = 0; i < 100'000; ++i)
        m_targets.noteImplicitTarget(element(NodeKind::Section, "again"));
    EXPECT_EQ(m_reporter.diagnostics().size(), 99'999u);
    EXPECT_NE(m_targets.byId("again-99999"), NodeId::None);
}

} // namespace

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/site_completion.h"

#include "rst/document/node_ref.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

using namespace Qt::StringLiterals;

namespace session {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

bool isSameLetter(char one, char other)
{
    return lower(one) == lower(other);
}

bool holds(std::string_view text, std::string_view part)
{
    return !std::ranges::search(text, part, isSameLetter).empty();
}

/// Collects names by how well they fit. A blog may have very many: nothing is converted that is not offered.
class SiteNames
{
public:
    SiteNames(const CompletionContext &context, std::size_t most)
        : m_typed(context.typed.toStdString())
        , m_closing(context.closing)
        , m_most(most)
    {
    }

    void add(std::string_view name, std::string_view title)
    {
        const bool isBegin =
            name.size() >= m_typed.size() && std::ranges::equal(name.substr(0, m_typed.size()), m_typed, isSameLetter);
        if (isBegin)
            take(m_ranks[0], name, title);
        else if (m_typed.size() > 1 && holds(name, m_typed))
            take(m_ranks[1], name, title);
        else if (m_typed.size() > 1 && holds(title, m_typed))
            take(m_ranks[2], name, title);
    }

    [[nodiscard]] std::vector<Proposal> proposals()
    {
        std::vector<Proposal> all;
        for (std::vector<Proposal> &rank : m_ranks) {
            std::ranges::sort(rank, {}, &Proposal::name);
            std::ranges::move(rank, std::back_inserter(all));
        }
        all.resize(std::min(all.size(), m_most));
        return all;
    }

private:
    void take(std::vector<Proposal> &rank, std::string_view name, std::string_view title)
    {
        if (rank.size() >= m_most || !m_known.insert(std::string(name)).second)
            return;
        const QString text = QString::fromUtf8(name.data(), qsizetype(name.size()));
        rank.push_back({text, text + m_closing, QString::fromUtf8(title.data(), qsizetype(title.size()))});
    }

    std::string m_typed;
    QString m_closing;
    std::size_t m_most;
    std::array<std::vector<Proposal>, 3> m_ranks;
    std::set<std::string> m_known;
};

/// Names as they are written in the post: those of its own folder without a path, all others from the top.
void addDocuments(SiteNames &names, const post::SiteIndex &site, const std::string &own)
{
    const std::string folder = own.substr(0, own.rfind('/') + 1);
    site.eachDocument([&](std::string_view docname, std::string_view title) {
        if (docname == own)
            return;
        const std::string_view within = docname.starts_with(folder) ? docname.substr(folder.size()) : docname;
        const bool isBeside = docname.starts_with(folder) && !within.contains('/');
        names.add(isBeside ? std::string(within) : '/' + std::string(docname), title);
    });
}

void addOwnLabels(SiteNames &names, const Rendering &rendering)
{
    const rst::NodeRef root = rendering.document[rst::Document::root()];
    for (rst::NodeRef node = root; node; node = node.following(root)) {
        if (!node.is(rst::NodeKind::Target))
            continue;
        for (const std::string_view name : node.items(rst::AttributeName::Names))
            names.add(name, {});
        if (const std::string_view id = node.attribute(rst::AttributeName::Refid); !id.empty())
            names.add(id, {});
    }
}

} // namespace

std::vector<Proposal> siteProposals(const CompletionContext &context, const CompletionSources &sources,
                                    std::size_t most)
{
    SiteNames names(context, most);
    const bool wantsDocuments = context.kind != CompletionKind::Label;
    const bool wantsLabels = context.kind != CompletionKind::Document;
    if (sources.site && wantsDocuments)
        addDocuments(names, *sources.site, sources.docname);
    if (sources.site && wantsLabels)
        sources.site->eachLabel(
            [&](std::string_view label, std::string_view title, std::string_view) { names.add(label, title); });
    if (sources.rendering && wantsLabels)
        addOwnLabels(names, *sources.rendering);
    return names.proposals();
}

} // namespace session

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/sphinx/admonition_labels.h"

#include <algorithm>
#include <array>

namespace rst {
namespace {

constexpr std::array kinds{NodeKind::Attention, NodeKind::Caution, NodeKind::Danger, NodeKind::Error,
                           NodeKind::Hint,      NodeKind::Important, NodeKind::Note, NodeKind::SeeAlso,
                           NodeKind::Tip,       NodeKind::Warning};

struct Labels
{
    std::string_view language = {};
    std::array<std::string_view, kinds.size()> texts = {};
};
constexpr Labels all[] = {
    {"en", {"Attention", "Caution", "Danger", "Error", "Hint", "Important", "Note", "See also", "Tip", "Warning"}},
    {"de", {"Achtung", "Vorsicht", "Gefahr", "Fehler", "Hinweis", "Wichtig", "Bemerkung", "Siehe auch", "Tipp", "Warnung"}},
    {"fr", {"Attention", "Prudence", "Danger", "Erreur", "Indication", "Important", "Note", "Voir aussi", "Astuce", "Avertissement"}},
    {"es", {"Atención", "Prudencia", "Peligro", "Error", "Consejo", "Importante", "Nota", "Ver también", "Truco", "Advertencia"}},
};

} // namespace

std::string_view admonitionLabel(NodeKind kind, std::string_view language) noexcept
{
    const auto *const position = std::ranges::find(kinds, kind);
    if (position == kinds.end())
        return {};
    const auto *const found = std::ranges::find(all, language.substr(0, language.find_first_of("-_")), &Labels::language);
    return (found == std::end(all) ? all[0] : *found).texts[std::size_t(position - kinds.begin())];
}

} // namespace rst

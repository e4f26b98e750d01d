// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_renderer.h"
#include "session/rendering.h"

#include <QString>

#include <cstdint>
#include <expected>
#include <optional>
#include <vector>

namespace session {

/// What a name is given to.
enum class NameKind : std::uint8_t { Target, Note, Substitution };

/// One place of the text that gives a name or refers to one.
struct NamePlace {
    NameKind kind = NameKind::Target;
    QString name = {};     // in its normal form: lower case, single blanks
    TextRange label = {};  // the name as written
    TextRange markup = {}; // with what makes it a name: "`the plan`_"
    bool isDefinition = false;

    friend bool operator==(const NamePlace &, const NamePlace &) = default;
};

/// All places where the text has names, in its order: hyperlink targets and references to them, labels of footnotes and
/// citations, substitutions; not in literal text. Headings, which give names as well, are in the outline.
[[nodiscard]] std::vector<NamePlace> namePlaces(const Rendering &rendering);

/// Where a name or link at a position leads.
struct LinkEnd {
    TextRange place = {}; // in the text; empty where it leads elsewhere
    QString address = {}; // empty where it leads into the text
};

[[nodiscard]] std::optional<LinkEnd> linkEndAt(const Rendering &rendering, int position);

/// The name at a position as its author wrote it, with all its places; nothing where there is none.
struct NamedThing {
    QString name = {};
    NameKind kind = NameKind::Target;
    std::vector<NamePlace> places = {};
};

[[nodiscard]] std::optional<NamedThing> namedThingAt(const Rendering &rendering, int position);

/// The changes that give a thing another name everywhere, in the order of the text. They are promised to leave every
/// link where it leads: the text is read again with them, and where anything else came out the error says so in a
/// sentence. `request` is what the rendering was made of.
[[nodiscard]] std::expected<std::vector<TextChange>, QString> renamed(const Rendering &rendering,
                                                                      const NamedThing &thing, const QString &name,
                                                                      const RenderRequest &request,
                                                                      const rst::Engine &engine);

} // namespace session

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Any bytes as a post that is exported: the house's form says what the post says, and is its own house's form; every other
// target is text that a file can hold, and a loss that is proved of one is told. No file is there to be read.

#include "fuzzing.h"
#include "post/post_metadata.h"
#include "publish/article_events.h"
#include "publish/canonical.h"
#include "publish/companion_pictures.h"
#include "publish/export_target.h"
#include "rst/text/utf8.h"

namespace {

constexpr post::DateTime today = {.year = 2026, .month = 3, .day = 9};

void checkHouseForm(std::string_view source, const rst::Engine &engine, const post::BlogConfig &config)
{
    const publish::CanonicalText house = publish::canonicalText(source, engine, config);
    fuzz::require(publish::treeWithoutMessages(house.text, engine) == publish::treeWithoutMessages(source, engine));
    fuzz::require(publish::canonicalText(house.text, engine, config).text == house.text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const rst::Engine engine(rst::Dialect::Sphinx);
    static const post::BlogConfig config;
    const std::string_view source = fuzz::textOf(data, size);
    checkHouseForm(source, engine, config);

    const rst::Publication publication = engine.publish(source);
    const std::vector<post::PostMetadata> posts = post::readPosts(publication.document, config, today);
    const auto metadata = posts.empty() ? std::optional<post::PostMetadata>() : posts.front();
    const publish::CompanionPictures nothing;
    for (const auto &[name, target] : publish::targetNames) {
        if (target == publish::Target::Ablog)
            continue;
        const publish::TargetText text = publish::writeTarget(target, {.source = source,
                                                                       .engine = engine,
                                                                       .config = config,
                                                                       .metadata = metadata,
                                                                       .targetFile = "index.md",
                                                                       .companions = nothing,
                                                                       .today = today});
        fuzz::require(!rst::firstInvalidUtf8(text.bytes));
        fuzz::require(text.companions.empty());
        if (target == publish::Target::Html)
            (void)publish::articleEvents(text.bytes);
    }
    return 0;
}

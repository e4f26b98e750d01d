// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/post_template.h"

#include "post/post_metadata.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <format>

namespace post {

namespace {

constexpr std::string_view electionBody =
    R"(Voting in this year's board election is open. Tell your readers in one sentence who
may vote and until when.

Who can vote
------------

Name the groups of members that may vote, and the day on which they had to be members.

How to vote
-----------

1. Look for the e-mail with your ballot.
2. Read the candidates' statements.
3. Send your vote before the end of the last day, and say in which time zone.

Candidates
----------

* First candidate, with a link to the statement
* Second candidate

Questions go to the address that you give here.
)";

constexpr std::string_view grantsBody =
    R"(Say in two sentences how many grants were given in this period, and what they add up to.

.. list-table:: Grants of this period
   :header-rows: 1

   * - Event
     - Place
     - Amount
   * - Name of the event
     - City, country
     - $1,000

How to apply
------------

Link to the programme's page and name the next day on which applications are looked at.
)";

constexpr std::string_view releaseBody = R"(Version 1.0 is out. Say in one sentence what it brings.

What is new
-----------

* The change that most people will notice
* The next one

How to get it
-------------

.. code-block:: console

   $ python -m pip install --upgrade name

Thanks go to everyone who took part.
)";

constexpr std::string_view colleagueBody = R"(We welcome a new colleague. Give the name, the role and the first day.

.. figure:: portrait.jpg
   :alt: Say what the picture shows
   :width: 50%

   Name of the person

In their own words
------------------

    A few sentences about what they did before and what they look forward to.

How to get in touch
-------------------

Name an address or a place to say hello.
)";

constexpr std::string_view eventBody = R"(Say what happens, where, and on which day.

:When: day, time and time zone
:Where: place, or a link for those who take part from afar
:Cost: what it costs, or that it is free

What to expect
--------------

Describe the programme.

How to take part
----------------

Link to the registration and name its last day.
)";

constexpr PostTemplate templates[] = {
    {.name = "plain", .label = "Plain post", .tags = "", .body = "The first paragraph is what lists and feeds show.\n"},
    {.name = "election", .label = "Board election", .tags = "election, board", .body = electionBody},
    {.name = "grants", .label = "Grants report", .tags = "grants", .body = grantsBody},
    {.name = "release", .label = "Release", .tags = "release", .body = releaseBody},
    {.name = "colleague", .label = "New colleague", .tags = "staff", .body = colleagueBody},
    {.name = "event", .label = "Event", .tags = "event", .body = eventBody},
};

/// All tags once, in the order of mention.
std::string joinedTags(std::initializer_list<std::string_view> lists)
{
    std::vector<std::string> tags;
    for (const std::string_view list : lists) {
        for (std::string &tag : commaList(list)) {
            if (!tag.empty() && std::ranges::find(tags, tag) == tags.end())
                tags.push_back(std::move(tag));
        }
    }
    std::string text;
    for (const std::string &tag : tags)
        text += (text.empty() ? "" : ", ") + tag;
    return text;
}

/// A title as text: what would be markup is escaped.
std::string escapedTitle(std::string_view title)
{
    std::string text;
    for (const char c : title) {
        if (std::string_view("\\*`|_").contains(c))
            text += '\\';
        text += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    }
    text = std::string(rst::trimmed(text));
    // Nor may it begin like a list, a field or explicit markup.
    const std::string_view word = std::string_view(text).substr(0, text.find(' '));
    if (text.find_first_of("-+.:>=~#(") == 0 || word.ends_with('.') || word.ends_with(')'))
        text.insert(0, 1, '\\');
    return text;
}

} // namespace

std::span<const PostTemplate> postTemplates() noexcept
{
    return templates;
}

const PostTemplate *findPostTemplate(std::string_view name) noexcept
{
    const auto found = std::ranges::find(templates, name, &PostTemplate::name);
    return found == std::end(templates) ? nullptr : &*found;
}

std::string newPostText(const PostTemplate &post, const NewPost &wishes, const BlogConfig &config)
{
    std::string text = ".. post::";
    if (wishes.date)
        text += ' ' + formatDate(*wishes.date, config.writtenDateFormat);
    text += '\n';
    const auto houseValue = [&](std::string_view name) {
        const auto found = config.newPost.find(name);
        return found == config.newPost.end() ? std::string_view() : std::string_view(found->second);
    };
    for (const std::string &name : config.optionOrder) {
        const std::string value =
            name == "tags" ? joinedTags({houseValue("tags"), post.tags, wishes.tags}) : std::string(houseValue(name));
        if (!value.empty())
            text += std::format("   :{}: {}\n", name, value);
    }
    std::string title = escapedTitle(wishes.title);
    if (title.empty())
        title = "Untitled";
    text += std::format("\n{}\n{}\n\n{}", title, std::string(rst::columnWidth(title), '='), post.body);
    return text;
}

} // namespace post

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rst {

class SiteNumbers;
class UniqueFileNames;

/// Another document of the site.
struct SiteDocument {
    std::string title = {};
};

/// A line of the table of contents of another document: a heading, or a document that its own table leads to.
struct SiteSection {
    unsigned depth = 1;
    std::string id = {};      // empty for the document itself
    std::string html = {};    // the heading; of a document that is led to, the title it is given there, or nothing
    std::string docname = {}; // of a document that is led to; else empty
};

/// A label in another document (`.. _label:`), with the title it stands for; empty where only links with their own
/// text may lead there.
struct SiteLabel {
    std::string docname = {};
    std::string id = {};
    std::string title = {};
};

/// A page that ABlog makes and that `:ref:` finds by its label: `blog-posts`, `tag-python` and so on.
struct SitePage {
    std::string docname = {};
    std::string title = {};
    bool isFeed = false; // a file below the site's address, not a page
};

/// The kinds of labels that posts have, in ABlog's order.
enum class LabelKind : std::uint8_t { Tag, Author, Category, Location, Language };

/// A label whose page has another name than the label itself: an entry of `blog_authors`, `blog_locations` or
/// `blog_languages`.
struct NamedLabel {
    LabelKind kind = LabelKind::Author;
    std::string label = {};
    std::string name = {};
};

/// Where a post is shown instead of on its own page: in a list of posts, or in a feed. The tree is then that part alone.
struct ShownElsewhere {
    std::string page = {};   // the docname of the page; references lead from there
    std::size_t post = 0;    // which of the document's posts
    bool isWhole = false;    // all of it, not its excerpt
    bool isListItem = false; // without a box of its own: each element gets the excerpt's class
    std::string imageFolder =
        {}; // the address of the folder of pictures, where it is not `_images` as seen from the page
};

/// A date as ABlog reads it.
struct SiteDate {
    int year = 0;
    std::string formatted = {}; // with `post_date_format`
    bool isPublished = true;    // not later than today
};

/// What ABlog adds to `conf.py` (https://ablog.readthedocs.io/en/stable/manual/ablog-configuration-options.html).
struct AblogSettings {
    std::string blogPath = "blog";
    std::string blogTitle = "Blog";
    std::string baseUrl = {};              // blog_baseurl
    std::string dateFormatShort = "%d %B"; // post_date_format_short
    std::vector<NamedLabel> namedLabels = {};
    unsigned autoExcerpt = 1;        // post_auto_excerpt
    unsigned autoImage = 0;          // post_auto_image
    bool alwaysSection = false;      // post_always_section
    bool matchesPostPattern = false; // whether blog_post_pattern has this document
    /// Reads the argument of `post` and `update`. Empty: dates stay as written, and no year is known.
    std::function<std::optional<SiteDate>(std::string_view date)> readDate = {};
    std::optional<ShownElsewhere> shownElsewhere = {};
};

/// A published post, as `postlist` shows it.
struct SitePost {
    struct Label {
        LabelKind kind = LabelKind::Tag;
        std::string label = {};
        SitePage page = {};
    };

    std::string docname = {};
    std::string title = {};
    std::string externalLink = {};
    std::vector<Label> labels = {};
    std::function<std::string(std::string_view format)> formatDate = {};
    /// The HTML of its excerpt in a list on that page.
    std::function<std::string(std::string_view docname)> excerpt = {};
};

/// Colours code: the HTML of each of its lines, in spans with Pygments' classes; nothing leaves it plain. Without the
/// spans the lines are those of the code.
using CodeColours = std::function<std::vector<std::string>(std::string_view code, std::string_view language)>;

/// The numbers of figures, tables and code with captions (conf.py's `numfig` and `numfig_format`).
struct CaptionNumbers {
    bool isOn = false;
    /// Whether tables of contents lead here from the site's root document; elsewhere nothing gets a number. Counts while
    /// nothing more is known of the site (SphinxSettings::numbers).
    bool isReached = true;
    unsigned sectionDepth = 1; // numfig_secnum_depth: how much of a section's number is part of it
    std::string section = "Section %s";
    std::string figure = "Fig. %s";
    std::string table = "Table %s";
    std::string code = "Listing %s";
};

/// Whether headings are labels (sphinx.ext.autosectionlabel). Where no conf.py tells, it is assumed: references find them, but
/// that a label is taken is not told.
enum class SectionLabels : std::uint8_t { None, Assumed, Made };

/// How URIs of pages are made: `a/b.html`, or `a/b/`.
enum class UriStyle : std::uint8_t { Html, Dirhtml };

/// What Sphinx and ABlog know besides the document: `conf.py` and the other documents.
struct SphinxSettings {
    std::string docname = "post";
    std::string sourceFolder = {}; // absolute, without a slash at its end; empty where nothing lies on a disk
    std::string language = "en";
    std::string highlightLanguage = "default";
    std::string version = {};
    std::string release = {};
    std::string today = {};  // as `|today|` prints it; empty for the real one, which the caller must then give
    std::string prolog = {}; // rst_prolog
    std::string epilog = {}; // rst_epilog
    std::vector<std::string> tags = {"html", "format_html", "builder_html"}; // what `only` asks for
    /// extlinks: role name, then URL and caption, both with %s
    struct ExternalLink {
        std::string name = {};
        std::string url = {};
        std::string caption = {};
    };
    std::vector<ExternalLink> externalLinks = {};
    UriStyle uriStyle = UriStyle::Html;
    CaptionNumbers captionNumbers = {};
    bool smartQuotes = true;
    std::string smartQuotesAction = "qDe"; // smartquotes_action
    std::string defaultRole = {};          // default_role; empty for docutils' own
    bool trimFootnoteSpace = false;        // trim_footnote_reference_space
    bool linkScaledImages = true;          // html_scaled_image_link
    bool lineNumberTables = false;         // html_codeblock_linenos_style is "table"
    /// keep_warnings: messages about the source stand on the page. The window, which tells them beside the page, never
    /// shows them there.
    bool keepWarnings = false;
    SectionLabels sectionLabels = SectionLabels::Assumed;
    bool prefixSectionLabels = true; // autosectionlabel_prefix_document
    unsigned sectionLabelDepth = 0;  // autosectionlabel_maxdepth; 0 for no limit
    /// suppress_warnings: types of warnings (`ref`, `ref.*`, `ref.doc`, `docutils`) that are not told.
    std::vector<std::string> suppressedWarnings = {};
    /// The extensions of conf.py that matter here, beside ABlog: `sphinx_design`, `sphinxcontrib.youtube`,
    /// `sphinx.ext.intersphinx`, `sphinx.ext.todo`. What another one defines is unknown.
    std::vector<std::string> extensions = {};
    bool permalinks = false; // html_permalinks: the paragraph signs after titles
    bool keepPlaceholders =
        false; // the window's preview shows unknown directives calmly; `render` prints what Sphinx prints
    CodeColours codeColours = {}; // the window's; empty for plain code
    AblogSettings ablog = {};

    // What the rest of the site has. An empty function knows nothing.

    /// Whether the functions below know all of it. Until they do, no reference is said to lead nowhere.
    bool knowsSite = true;
    std::function<std::optional<SiteDocument>(std::string_view docname)> findDocument = {};
    std::function<std::optional<SiteLabel>(std::string_view label)> findLabel = {};
    /// The document that has a label with a title when Sphinx comes to read this one: the last of those before it.
    std::function<std::optional<std::string>(std::string_view label)> findEarlierLabel = {};
    /// What another document describes or defines, by its type (LabelledPlace::type) and name.
    std::function<std::optional<SiteLabel>(std::string_view type, std::string_view name)> findObject = {};
    std::function<std::optional<SitePage>(std::string_view label)> findPage = {}; // of ABlog, beyond the post's own
    /// The names of the documents that match a pattern (`posts/*`), sorted.
    std::function<std::vector<std::string>(std::string_view pattern)> docnames = {};
    std::function<std::vector<SiteSection>(std::string_view docname)> contentsOf = {};
    /// The published posts, newest first.
    std::function<std::vector<SitePost>()> posts = {};
    /// Whether a file, by its path relative to the source folder, is there for `image` and `download`.
    std::function<bool(std::string_view path)> hasFile = {};
    /// The files of the source folder that a path ending in `.*` means, sorted.
    std::function<std::vector<std::string>(std::string_view path)> filesLike = {};
    /// What the site's image folder calls the pictures of its documents.
    std::shared_ptr<const UniqueFileNames> siteImages = {};
    /// The numbers that the site's tables of contents give.
    std::shared_ptr<const SiteNumbers> numbers = {};
    /// Width and height of an image of the source folder, in pixels.
    std::function<std::optional<std::pair<unsigned, unsigned>>(std::string_view path)> imageSize = {};
};

} // namespace rst

// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// What Sphinx gathers from a document that it has read (sphinx/environment/collectors): metadata, title, downloads. Images are in
// image_collector.cpp.

#include "rst/sphinx/md5.h"
#include "rst/sphinx/sphinx_transforms.h"
#include "rst/transforms/tree_editing.h"

#include <format>

namespace rst::sphinx {
namespace {

/// The field list at the document's beginning leaves the page and becomes its metadata.
void collectMetadata(Document &document)
{
    NodeRef first = document[Document::root()].firstChild();
    while (first && first.isA(Category::PreBibliographic | Category::Invisible))
        first = first.next();
    if (!first || !first.is(NodeKind::Docinfo))
        return;
    const auto add = [&](std::string_view name, std::string_view value) {
        const std::string entry = std::format("{}{}{}", name, '\0', value);
        document.addAttribute(Document::root(), AttributeName::Metadata, document.store(entry));
    };
    for (const NodeRef entry : first.children()) {
        if (entry.is(NodeKind::Authors)) {
            std::string names;
            for (const NodeRef author : entry.children())
                names += (names.empty() ? "" : std::string(1, '\0')) + author.asText();
            add("authors", names);
        } else if (entry.is(NodeKind::Field)) {
            add(entry.firstChild().asText(), entry.lastChild().asText());
        } else {
            add(entry.tag(), entry.asText());
        }
    }
    document.detach(first.id());
}

void collectTitle(Document &document)
{
    const NodeRef root = document[Document::root()];
    for (NodeRef node = root; node; node = node.following(root)) {
        if (node.is(NodeKind::Section)) {
            const std::string title = node.firstChild() ? titleText(node.firstChild()) : std::string();
            document.setAttribute(Document::root(), AttributeName::DocumentTitle, document.store(title));
            return;
        }
    }
    const std::string_view given = root.attribute(AttributeName::Title); // by the directive `title`
    document.setAttribute(Document::root(), AttributeName::DocumentTitle, given.empty() ? "<no title>" : given);
}

std::string_view fileNameOf(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

void collectDownloads(TransformContext &context)
{
    Document &document = context.document;
    const SphinxSettings &settings = context.settings.sphinx;
    for (const NodeId download : transforms::findAll(document, NodeKind::DownloadReference)) {
        const std::string_view target = document[download].attribute(AttributeName::Reftarget);
        if (target.contains("://")) {
            document.setAttribute(download, AttributeName::Refuri, target);
            continue;
        }
        const std::string path = pathInSources(settings.docname, target);
        if (!hasFile(context, path)) {
            warn<DiagnosticKind::SphinxDownloadNotReadable>(context.reporter, placeOf(document[download]),
                                                            "download.not_readable", path);
            continue;
        }
        document.setAttribute(download, AttributeName::Filename,
                              document.store(std::format("{}_downloads/{}/{}", upFrom(settings), md5(path),
                                                         percentEncoded(fileNameOf(path)))));
    }
}

} // namespace

bool hasFile(const TransformContext &context, std::string_view path)
{
    const auto &find = context.settings.sphinx.hasFile;
    return find && find(path);
}

std::string upFrom(const SphinxSettings &settings)
{
    std::string up;
    const std::string &page = settings.ablog.shownElsewhere ? settings.ablog.shownElsewhere->page : settings.docname;
    for (const char c : page)
        up += c == '/' ? "../" : "";
    if (settings.uriStyle == UriStyle::Dirhtml && page != "index" && !page.ends_with("/index"))
        up += "../";
    return up;
}

void applyCollectors(TransformContext &context)
{
    collectMetadata(context.document);
    collectImages(context);
    collectDownloads(context);
    collectTitle(context.document);
}

} // namespace rst::sphinx

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Broadside developers
# SPDX-License-Identifier: MIT
"""Compares what `broadside-cli blog` says of whole blogs with what Sphinx and ABlog made of them.

Usage: blog_test.py BROADSIDE_CLI [CONFORMANCE_FOLDER]; without a folder it is `conformance` in $BROADSIDE_SHARED.

Each blog is a folder with `src/` and `expected.jsonl`: the article of every page, the card in the sidebar of every post, its
item in the list of all posts, and its entry in the feed. The scripts of a comment service are left out of both sides: nothing
here loads anything. Exit status 77 where the blogs are not there.
"""
import importlib.util
import json
import os
import pathlib
import re
import subprocess
import sys

COMMENTS = re.compile(r'<li [^>]*ablog__comments.*?</li>|<div class="ablog__blog_comments.*', re.S)


def scorer(folder):
    spec = importlib.util.spec_from_file_location("score_site", folder / "score_site.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return lambda html: module.serial(module.norm(COMMENTS.sub("", html)))


def page_file(docname, dirhtml):
    if not dirhtml:
        return docname + ".html"
    return docname + ".html" if docname == "index" or docname.endswith("/index") else docname + "/index.html"


def part(html, start):
    """The element that begins with `start`, up to the end of its kind."""
    begin = html.find(start)
    if begin < 0:
        return ""
    depth = 0
    tag = re.match(r"<(\w+)", start).group(1)
    for match in re.finditer(rf"<(/?){tag}\b[^>]*>", html[begin:]):
        depth += -1 if match.group(1) else 1
        if depth == 0:
            return html[begin : begin + match.end()]
    return html[begin:]


def answers(cli, folder, *options):
    done = subprocess.run([cli, "blog", *options, str(folder / "src")], capture_output=True, text=True, timeout=300, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def compare(cli, folder, dirhtml, normal):
    wanted = {record["file"]: record for record in map(json.loads, (folder / "expected.jsonl").open(encoding="utf-8"))}
    builder = ["--builder", "dirhtml" if dirhtml else "html"]
    posts = answers(cli, folder, *builder)
    pages = answers(cli, folder, *builder, "--pages")
    failed = []
    counts = {}

    def check(what, name, expected, actual):
        counts[what] = counts.get(what, 0) + 1
        if expected != actual:
            failed.append(f"{folder.name}: {what} of {name}\n  expected {expected}\n  actual   {actual}")

    for page in pages:
        expected = wanted[page_file(page["docname"], dirhtml)]["body"]
        check("page", page["docname"], normal(COMMENTS.sub("", expected)), normal(page["html"]))
    path = "news" if dirhtml else "blog"
    feed = wanted[f"{path}/atom.xml"]["xml"]
    entries = re.findall(r"  <entry>.*?</entry>\n", feed, re.S)
    ids = {re.search(r"<id>(.*?)</id>", entry).group(1): entry for entry in entries}
    listed = wanted[page_file(path, dirhtml)]["body"]
    drafts = wanted[page_file(path + "/drafts", dirhtml)]["body"]
    items = re.findall(r'<div class="ablog-post section">.*?<hr></div>', listed + drafts, re.S)
    titles = {re.search(r'<h2 class="ablog-post-title"><a [^>]*>(.*?)</a>', item).group(1): item for item in items}
    for post in posts:
        name = post["docname"] + ("#" + post["section"] if post["section"] else "")
        if not post["section"]:
            sidebar = wanted[page_file(post["docname"], dirhtml)]["sidebar"]
            check("card", name, normal(part(sidebar, '<div class="ablog-sidebar-item ablog__postcard">')), normal(post["card"]))
        if items:
            item = titles[post["title"]]
            check("listing", name, normal(item), normal(post["listing"]))
            excerpt = item[item.index('<p class="ablog-post-excerpt">') : item.index('<p class="ablog-post-expand">')]
            check("excerpt", name, normal(excerpt), normal(post["excerpt"]))
        if post["entry"]:
            ident = re.search(r"<id>(.*?)</id>", post["entry"]).group(1)
            if ident in ids or not dirhtml:  # the second blog's feed holds three entries
                check("entry", name, ids.get(ident, ""), post["entry"])
    return counts, failed


def main():
    cli = sys.argv[1]
    shared = pathlib.Path(os.environ.get("BROADSIDE_SHARED", ""))
    conformance = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else shared / "conformance"
    blogs = [conformance / "site" / name for name in ("blog-one", "blog-two")]
    if not all((blog / "expected.jsonl").is_file() for blog in blogs):
        print(f"skipped: there are no blogs in {conformance}")
        return 77
    normal = scorer(conformance)
    passed = 0
    failed = []
    for blog, dirhtml in zip(blogs, (False, True)):
        counts, wrong = compare(cli, blog, dirhtml, normal)
        print(blog.name, counts)
        passed += sum(counts.values()) - len(wrong)
        failed += wrong
    for text in failed:
        print(text)
    print(f"{passed} passed, {len(failed)} failed")
    return 1 if failed or passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Broadside developers
# SPDX-License-Identifier: MIT
"""Fills a folder with a first corpus for the fuzzers: our goldens' inputs, small files of other kinds (settings, feeds, edits
of a form), and the given cases where they are.

seed_corpus.py OUTPUT [SHARED]
"""
import json
import pathlib
import sys


OTHERS = [
    b'[blog]\nposts = "news"\npath = "{year}/{slug}.rst"\nauthors = ["A", "B"]\n[new-post]\nauthor = "A"\n',
    b'extensions = ["ablog", "sphinx.ext.extlinks"]\nblog_title = "News" + """x"""\n'
    b'blog_authors = {"a": ("A B", None)}\nextlinks = {"i": ("https://x/%s", "#%s")}\nrst_prolog = r"x"\n',
    b'title: "A title"\ndate: 2026-03-02\ntags:\n  - one\n  - two\nauthor: [A, B]\ndraft: true\n',
    b"---\ntitle: A\n---\n# Words\n\n* a\n* b `c`\n\n| a | b |\n|---|---|\n| c | d |\n",
    b'<h1>A</h1><p>b <b>c</b> <a href="d">e</a><ul><li>f</ul><table><tr><td>g</table><pre>h</pre><img src=i>',
    b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app"><entry>'
    b'<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#post"/>'
    b'<published>2020-01-02T03:04:05.000-07:00</published><title type="text">A</title><author><name>B</name></author>'
    b'<content type="html">&lt;p&gt;words&lt;/p&gt;</content></entry></feed>',
    b"tags\0one, two\0.. post:: 2026-01-01\n   :tags: a\n   :author: B\n\nTitle\n=====\n\nWords.\n",
    b"date\0" b"2026-02-03\0:blogpost: true\n:date: January 2, 2026\n\nTitle\n=====\n",
    b"Some \\*\\*words\\*\\*, a\n`link <https://example.org/\na-b>`_, !`picture <https://example.org/p.png>`_\n\n\\* a\n\\* b\n\n"
    b"\\> quoted\n\n\\| a \\| b \\|\n\n\0Some **words**, a [link](https://example.org/a-b)\n\n* a\n* b\n\n> quoted\n",
    b"category\0C\0Title\n=====\n\nWords.\n",
    b"a\nb\nc\nd\ne\n\0a\nB\nc\nd\ne\n\0a\nb\nc\nD\nnew\ne",
]


def main():
    output = pathlib.Path(sys.argv[1])
    output.mkdir(parents=True, exist_ok=True)
    count = 0
    for path in (pathlib.Path(__file__).parents[1]).rglob("testdata/**/*.rst"):
        (output / f"golden-{count}").write_bytes(path.read_bytes())
        count += 1
    for text in OTHERS:
        (output / f"other-{count}").write_bytes(text)
        count += 1
    for shared in sys.argv[2:]:
        for path in pathlib.Path(shared).glob("conformance/*/*.jsonl"):
            for line in path.read_text(encoding="utf-8").splitlines():
                text = json.loads(line).get("input", "")
                if len(text) < 4000:
                    (output / f"case-{count}").write_text(text, encoding="utf-8")
                    count += 1
    print(count, "seeds in", output)


if __name__ == "__main__":
    main()

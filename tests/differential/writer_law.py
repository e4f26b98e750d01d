#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Broadside developers
# SPDX-License-Identifier: MIT
"""The law of the reStructuredText writer: what it writes reads back as the same tree.

writer_law.py --cli build/release/bin/broadside-cli [--shared DIR] [--count N] [--seed S] [--show K]

Tried are docutils' own cases in DIR/conformance/docutils, where that is, and N random documents. A sound document has to
keep its tree. Of a faulty one the law asks that from what was written on: the tree that docutils makes of an error need
not be one that any source without the error has. Exit status 1 where a document breaks it.
"""
import argparse
import difflib
import json
import os
import pathlib
import random
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from compare import Engine
from generator import Generator

WARNING = 2
# Depends on how a thing is written, not on what it says.
UNSAID = re.compile(r' (?:ids|backrefs|refid|colwidth)="[^"]*"')
# Columns before the text of a line.
INDENT = re.compile(" *")


def said(tree):
    """The lines of a tree without docutils' messages and without empty comments, which keep apart what would be one. Blanks and
    line ends within a text are alike, and texts side by side are one, but where blanks are preserved."""
    kept = []
    lines = tree.split("\n")
    below = None # what is deeper than this is left out
    preserve = None # and blanks count in what is deeper than this
    for number, line in enumerate(lines):
        indent = INDENT.match(line).end()
        if below is not None and (indent > below or not line.strip()):
            continue
        below = None
        text = line[indent:]
        following = INDENT.match(lines[number + 1]).end() if number + 1 < len(lines) else 0
        if text.startswith("<system_message ") or text.startswith('<section classes="system-messages"'):
            below = indent
            continue
        if preserve is not None and indent <= preserve and text:
            preserve = None
        if text == '<comment xml:space="preserve">' and following <= indent:
            continue
        if preserve is None and not text.startswith("<"):
            kept[-1] = " ".join([kept[-1], *text.split()])
            continue
        if ' xml:space="preserve"' in text:
            preserve = indent
        kept.append(UNSAID.sub("", line))
    return kept


class Law:
    def __init__(self, cli):
        self.engines = {to: Engine(cli, to) for to in ("pseudoxml", "messages", "rst")}

    def read(self, source):
        return said(self.engines["pseudoxml"].render(source))

    def write(self, source):
        return self.engines["rst"].render(source)

    def broken(self, source):
        """-> None, or (the tree before, the tree after, what was written)."""
        written = self.write(source)
        before, after = self.read(source), self.read(written)
        if before == after:
            return None
        if all(message["level"] < WARNING for message in self.engines["messages"].render(source)):
            return before, after, written
        again = self.write(written)
        last = self.read(again)
        return None if after == last else (after, last, again)


def cases(shared):
    for path in sorted(pathlib.Path(shared).glob("conformance/docutils/*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                yield record["id"], record["input"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", required=True)
    parser.add_argument("--shared", default=os.environ.get("BROADSIDE_SHARED", ""))
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--show", type=int, default=5)
    options = parser.parse_args()
    documents = list(cases(options.shared)) if options.shared else []
    if not documents:
        print("no docutils cases here; random documents only")
    documents += [(f"random {number}", Generator(random.Random(f"{options.seed}/{number}")).document())
                  for number in range(options.count)]
    law = Law(options.cli)
    failures = 0
    for name, source in documents:
        found = law.broken(source)
        if found is None:
            continue
        failures += 1
        if failures <= options.show:
            before, after, written = found
            print(f"--- {name}\n{written}\n" + "\n".join(difflib.unified_diff(before, after, "before", "after", lineterm="")))
    print(f"{len(documents)} documents, {failures} break the law")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

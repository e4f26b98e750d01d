#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Broadside developers
# SPDX-License-Identifier: MIT
"""Makes a corpus for engine_bench: pairs of .rst and, through pandoc, .md.

make_corpus.py SHARED OUTPUT

SHARED is the folder with `conformance/docutils` and `legacy/posts`. Written are the docutils specification, all
PEPs as one text, and all real posts as one text, which is what the engine's speed is quoted for.
"""
import json
import pathlib
import subprocess
import sys


def inputs(path):
    with path.open(encoding="utf-8") as lines:
        return {record["id"]: record["input"] for record in map(json.loads, lines)}


def main():
    shared, output = map(pathlib.Path, sys.argv[1:3])
    output.mkdir(parents=True, exist_ok=True)
    documents = inputs(shared / "conformance/docutils/documents.jsonl")
    specification = max((i for i in documents if "ref/" in i), key=lambda i: len(documents[i]))
    corpus = {
        "specification": [documents[specification]],
        "peps": list(inputs(shared / "conformance/docutils/peps.jsonl").values()),
        "posts": [path.read_text(encoding="utf-8") for path in sorted((shared / "legacy/posts").rglob("*.rst"))],
    }
    for name, texts in corpus.items():
        (output / f"{name}.rst").write_text("\n\n".join(texts), encoding="utf-8")
        markdown = [subprocess.run(["pandoc", "-f", "rst", "-t", "gfm"], input=text, capture_output=True, text=True, check=True).stdout for text in texts]
        (output / f"{name}.md").write_text("\n\n".join(markdown), encoding="utf-8")
        print(name, sum(map(len, texts)), "bytes of RST,", sum(map(len, markdown)), "of Markdown")


if __name__ == "__main__":
    main()

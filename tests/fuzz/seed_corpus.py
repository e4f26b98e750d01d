#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Broadside developers
# SPDX-License-Identifier: MIT
"""Fills a folder with a first corpus for the fuzzers: our goldens' inputs, and the given cases where they are.

seed_corpus.py OUTPUT [SHARED]
"""
import json
import pathlib
import sys


def main():
    output = pathlib.Path(sys.argv[1])
    output.mkdir(parents=True, exist_ok=True)
    count = 0
    for path in (pathlib.Path(__file__).parents[1]).rglob("testdata/**/*.rst"):
        (output / f"golden-{count}").write_bytes(path.read_bytes())
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

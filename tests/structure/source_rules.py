#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Broadside developers
"""Checks what every source has to keep to and no compiler tells. Usage: source_rules.py CHECKOUT"""

import sys
from pathlib import Path

TOPS = ("app", "ui", "resources", "tests", "packaging", ".ci")
SUFFIXES = (".h", ".cpp", ".def", ".py", ".sh", ".cmake", ".js", ".css")
# Data of tests, and what tools leave behind.
SKIPPED_FOLDERS = {"testdata", "corpus", "seeds", "__pycache__"}
HEADER = ("SPDX-License-Identifier: ", "SPDX-FileCopyrightText: ")
# From 500 lines on one looks for a second subject; here there is one.
MOST_LINES = 800


def is_script(path):
    with path.open("rb") as file:
        return file.read(2) == b"#!"


def sources(root):
    for top in TOPS:
        for path in sorted((root / top).rglob("*")):
            inner = path.relative_to(root)
            if path.is_file() and not SKIPPED_FOLDERS.intersection(inner.parts):
                if path.suffix in SUFFIXES or path.name == "CMakeLists.txt" or (not path.suffix and is_script(path)):
                    yield inner, path.read_text(encoding="utf-8").splitlines()


def complaints_about(path, lines):
    for tag in HEADER:
        if not any(tag in line for line in lines[:6]):
            yield f"{path}:1: no '{tag.strip()}' in the first lines"
    ours = path.parts[0] in ("app", "ui")
    # A table (.def) has one subject however long it is.
    if ours and path.suffix in (".h", ".cpp") and len(lines) > MOST_LINES:
        yield f"{path}:{MOST_LINES}: {len(lines)} lines; split off its second subject"
    if path.name == "CMakeLists.txt":
        text = "\n".join(lines)
        if ours and "Qt6::" in text and "add_library" in text and "broadside::qt" not in text:
            yield f"{path}:1: uses Qt without broadside::qt"
    if path.suffix == ".h" and not any(line.startswith("#pragma once") for line in lines):
        yield f"{path}:1: no '#pragma once'"


def main():
    root = Path(sys.argv[1]).resolve()
    count = 0
    complaints = []
    for path, lines in sources(root):
        count += 1
        complaints += complaints_about(path, lines)
    if not count:
        sys.exit(f"no sources in {root}")
    print("\n".join(complaints) or f"{count} files keep the rules")
    sys.exit(bool(complaints))


if __name__ == "__main__":
    main()

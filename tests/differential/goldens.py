#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Broadside developers
# SPDX-License-Identifier: MIT
"""Are the engine's goldens true? Compares every tree and page in tests/rst/testdata with what docutils makes of its input.

goldens.py TESTDATA [--update]

With --update it writes docutils' answer into the files. Exit status 77 (a skip) where docutils is not installed.
"""
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))

try:
    import reference
except ImportError:
    print("SKIP: docutils is not installed; packaging/test installs it")
    sys.exit(77)

WRITERS = {".pseudoxml": "pseudoxml", ".html": "html5"}
# What is in another language than docutils'.
OTHER_DIALECTS = {"sphinx", "limits"}
SETTINGS = ".. settings: "


def settings_of(text):
    """What a golden's first line asks for; see tests/rst/golden_settings.h."""
    if not text.startswith(SETTINGS):
        return {}
    pairs = (word.split("=", 1) for word in text.splitlines()[0][len(SETTINGS):].split())
    kinds = {"yes": True, "no": False}
    return {name: value.split(",") if name.startswith("strip_") and value not in kinds else int(value) if value.isdigit() else kinds.get(value, value)
            for name, value in pairs}


def main():
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    folder, update = pathlib.Path(sys.argv[1]).resolve(), "--update" in sys.argv
    wrong = compared = 0
    for source in sorted(folder.rglob("*.rst")):
        if source.parent.name in OTHER_DIALECTS:
            continue
        for suffix, writer in WRITERS.items():
            golden = source.with_suffix(suffix)
            if not golden.exists():
                continue
            compared += 1
            text = source.read_text(encoding="utf-8")
            if (source.parent / "files").is_dir():
                os.chdir(source.parent / "files")
            expected = reference.publish(text, writer, settings_of(text))[0]
            written = golden.read_text(encoding="utf-8")
            if expected.rstrip("\n") == written.rstrip("\n") or suffix == ".html" and expected.split() == written.split():
                continue
            wrong += 1
            print("differs from docutils:", golden)
            if update:
                golden.write_text(expected, encoding="utf-8")
    print(f"{compared} goldens compared, {wrong} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Broadside developers
# SPDX-License-Identifier: MIT
"""Compares random documents of Sphinx' dialect with what Sphinx makes of them.

Usage: compare_site.py BROADSIDE_CLI [--count N] [--seed N] [--sphinx-build PROGRAM]

The documents are mixed from the inputs of the golden tests, in lists, notes and quotes, and `drift` builds and compares
them: one counter too many in one construct shows in the ids of the next. Ends with 1 where anything differs, with 77
where there is no Sphinx.
"""
import argparse
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

GOLDENS = pathlib.Path(__file__).resolve().parent.parent / "rst" / "testdata" / "sphinx"
# These need extensions: ABlog's directives, and sphinx-design, which is shown plainly.
LEFT_OUT = ("post_", "front_", "sections_of_posts", "design_")
CONF = """extensions = ["sphinx.ext.autosectionlabel"]
autosectionlabel_prefix_document = True
html_theme = "basic"
root_doc = "mix"
today = "today"
"""


def indented(text, by):
    return "".join(by + line if line.strip() else line for line in text.splitlines(keepends=True))


def mixed(chance, parts):
    text = "\n\n".join(chance.sample(parts, chance.randint(2, 5)))
    shape = chance.random()
    if shape < 0.2:
        return "* An item.\n\n" + indented(text, "  ")
    if shape < 0.4:
        return ".. note::\n\n" + indented(text, "   ") + "\nAfter it.\n"
    if shape < 0.5:
        return "A quote:\n\n" + indented(text, "   ")
    return text


def compared(cli, program, text):
    """What `drift` says of one document alone in its site."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "conf.py").write_text(CONF, encoding="utf-8")
        (folder / "mix.rst").write_text(text, encoding="utf-8")
        done = subprocess.run([cli, "drift", "--all", "--format", "json", "--sphinx-build", program, name],
                              capture_output=True, text=True)
        if done.returncode not in (0, 1):
            sys.exit(done.stderr)
        return json.loads(done.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cli")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sphinx-build", default="sphinx-build")
    arguments = parser.parse_args()
    program = shutil.which(arguments.sphinx_build)
    if program is None:
        print(f"skipped: there is no {arguments.sphinx_build}")
        return 77
    chance = random.Random(arguments.seed)
    parts = [path.read_text(encoding="utf-8") for path in sorted(GOLDENS.glob("*.rst")) if not path.name.startswith(LEFT_OUT)]
    failed = 0
    for _ in range(arguments.count):  # each in a site of its own: they define the same labels
        text = mixed(chance, parts).replace("<post>", "<mix>")
        page = compared(arguments.cli, program, text)
        if not page["missing"] and not page["differences"]:
            continue
        failed += 1
        if failed <= 5:
            print(f"--- differs:\n{text}\n" + "\n".join(page["differences"][:20]))
    print(f"{arguments.count - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

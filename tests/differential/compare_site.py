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

# Files that the documents take code from.
FILES = {
    "old.py": "import sys\n\n\ndef one():\n    return 1\n\n\ndef two(value):\n    return value\n\n\nclass Three:\n    \"\"\"A class.\"\"\"\n\n    def method(self):\n        pass\n",
    "new.py": "import os\nimport sys\n\n\ndef one():\n    return 1\n\n\ndef two(value, other):\n    return value + other\n\n\nclass Three:\n    \"\"\"A class.\"\"\"\n\n    def method(self):\n        return None\n\n\nprint(one())\n",
    "data.csv": "name,count\n\"a, b\",1\nc,2\n",
    "part.txt": "An *included* paragraph.\n\n.. note:: And a note.\n",
}
# What no golden test has, because it needs files or settings.
MORE = [
    ".. literalinclude:: new.py\n   :diff: old.py\n",
    ".. literalinclude:: new.py\n   :pyobject: two\n   :linenos:\n",
    ".. literalinclude:: new.py\n   :language: python\n   :lines: 1-2, 5-6\n   :emphasize-lines: 2\n",
    ".. literalinclude:: new.py\n   :start-at: def two\n   :end-before: class\n   :dedent: 2\n   :caption:\n",
    ".. literalinclude:: old.py\n   :start-after: import\n   :end-at: return 1\n   :lineno-match:\n   :prepend: # before\n",
    ".. literalinclude:: missing.py\n",
    ".. include:: part.txt\n",
    ".. csv-table:: Of a file\n   :file: data.csv\n   :header-rows: 1\n   :widths: 2 1\n",
    ".. _fig-one:\n\n.. figure:: picture.png\n   :align: center\n\n   The caption with *emphasis*.\n\n   A legend.\n\nSee :numref:`fig-one`, :numref:`Picture %s <fig-one>`, :numref:`{name} is {number} <fig-one>` and :ref:`fig-one`.\n",
    ".. _tab-one:\n\n.. table:: The caption\n   :widths: auto\n\n   ===  ===\n   a    b\n   ===  ===\n   1    2\n   ===  ===\n\nSee :numref:`tab-one` and :numref:`no number <tab-one>`.\n",
    ".. code-block:: c\n   :caption: The listing\n   :name: code-one\n\n   int main(void) { return 0; }\n\nSee :numref:`code-one`, :numref:`missing-one`.\n",
    ".. list-table:: Frozen\n   :header-rows: 1\n   :stub-columns: 1\n   :name: list-one\n\n   * - a\n     - b\n   * - c\n     - .. code-block:: none\n\n          d\n\n:numref:`list-one`\n",
    "Some text [Ref2024]_ and [Other]_.\n\n.. [Ref2024] A citation.\n.. [Other] Another one,\n   with two lines.\n",
    "A |sub| and |release| and |today|.\n\n.. |sub| replace:: substituted *text*\n",
    ".. math:: a^2 + b^2 = c^2\n   :label: pythagoras\n\nAs in :eq:`pythagoras` and :math:`x < y`.\n",
    ".. hlist::\n   :columns: 3\n\n   * one\n   * two\n   * three\n   * four\n",
    ".. versionadded:: 1.2\n   With *text* and\n   more of it.\n\n.. deprecated:: 3.1\n\n.. versionchanged:: 2.0 Only a line.\n\n.. versionremoved:: 4\n",
    ".. topic:: A topic\n   :class: special\n\n   Its text.\n\n.. sidebar:: Aside\n   :subtitle: below\n\n   More.\n",
    ".. container:: one two\n\n   In a container.\n\n.. class:: after\n\nA paragraph with a class.\n",
    ".. rubric:: A rubric\n   :name: the-rubric\n\n.. epigraph::\n\n   Words.\n\n   -- Someone\n\n.. pull-quote::\n\n   More words.\n",
    ".. parsed-literal::\n\n   some *emphasis* and `a link <https://e.org>`_\n\n.. compound::\n\n   One.\n\n   Two.\n",
    ".. image:: picture.png\n   :alt: A picture\n   :width: 50%\n   :target: https://e.org/\n   :align: right\n\n.. image:: https://e.org/remote.png\n   :height: 20px\n   :class: thumb\n",
    ".. raw:: html\n\n   <b>raw</b> &amp; <i>more</i>\n\n.. raw:: latex\n\n   nothing\n",
    ".. highlight:: python\n   :linenothreshold: 2\n\nCode::\n\n   a = 1\n   b = 2\n   c = 3\n\n.. highlight:: none\n\n::\n\n   plain\n",
    ":doc:`mix` :doc:`With text </mix>` :doc:`nowhere` :download:`new.py` :download:`text <missing.bin>` :pep:`8#style` :rfc:`2822`\n",
    ":kbd:`Ctrl+Shift-x` :menuselection:`A --> &B` :guilabel:`&Yes` :abbr:`HTML (a language)` :samp:`x{y}z` :file:`/a/{b}/c` :command:`rm` :term:`nothing`\n",
    ":any:`mix` :any:`nothing-at-all` :envvar:`PATH` :token:`x` :keyword:`if` :option:`--x` :mailheader:`To` :makevar:`CC` :regexp:`a+`\n",
    ".. seealso:: One line.\n\n.. seealso::\n\n   `A link <https://e.org>`_\n      Described.\n\n.. admonition:: With *title*\n   :name: adm\n\n   Text.\n",
    "+-----+-----+\n| a   | b   |\n|     +-----+\n|     | \\*c |\n+=====+=====+\n| d         |\n+-----+-----+\n| - e | f   |\n+-----+-----+\n",
    "1. one\n#. two\n\n   a) inner\n   b) inner\n\n(iv) four\n(v) five\n\nTerm : classifier\n   Definition.\n\n   More.\n\nOther\n   Definition.\n",
    ":field: body\n:Another one: with\n   two lines\n\n-a         option a\n-b FILE    option b\n--long=X   long\n\n>>> print(1)\n1\n",
    "| a line\n|   indented\n| last\n\n----\n\nA \"quote\" -- and 'single' --- with dots... and don't, '80s, ``\"code\"``.\n",
    ".. only:: html\n\n   Only html.\n\n.. only:: latex\n\n   Only latex.\n\n.. todo:: nothing\n\n.. unknown-directive:: x\n\n   content\n",
    ".. glossary::\n\n   one\n   two : B\n      Both.\n\n   three\n      Third, see :term:`one`.\n",
    ".. contents:: Here\n   :local:\n   :depth: 1\n\n.. centered:: Centred *text*\n\n.. codeauthor:: N N <n@e.org>\n",
    "Auto [#]_ and named [#name]_ and again [#name]_ and [*]_ and [7]_.\n\n.. [#] One.\n.. [#name] Two.\n.. [*] Symbol.\n.. [7] Seven.\n",
    ".. index:: pair: one; two\n\nAfter the :index:`index <single: x>` entry. user@e.org and https://e.org/a_b.\n",
]
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


def compared(cli, program, text, settings):
    """What `drift` says of one document alone in its site."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "conf.py").write_text(CONF + settings, encoding="utf-8")
        for file, content in FILES.items():
            (folder / file).write_text(content, encoding="utf-8")
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
    parts = MORE + [path.read_text(encoding="utf-8") for path in sorted(GOLDENS.glob("*.rst")) if not path.name.startswith(LEFT_OUT)]
    failed = 0
    for _ in range(arguments.count):  # each in a site of its own: they define the same labels
        text = mixed(chance, parts).replace("<post>", "<mix>")
        settings = chance.choice(["", "numfig = True\n", "numfig = True\nnumfig_format = {'figure': 'Picture %s:'}\n",
                                  "smartquotes = False\n", "highlight_language = 'c'\n"])
        page = compared(arguments.cli, program, text, settings)
        if not page["missing"] and not page["differences"]:
            continue
        failed += 1
        if failed <= 5:
            print(f"--- differs ({settings.strip()}):\n{text}\n" + "\n".join(page["differences"][:20]))
    print(f"{arguments.count - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

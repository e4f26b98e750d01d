#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Broadside developers
# SPDX-License-Identifier: MIT
"""Does time grow linearly? Renders each kind of hostile text at a size and at twice that size.

growth.py --cli build/release/bin/broadside-cli [--size BYTES] [--only REGEX] [--dialect docutils|sphinx] [--limit SECONDS]

Prints seconds for both sizes, their ratio (2 is linear) and the peak memory as a multiple of the input. Times are the
best of three runs, less the time of an empty document. Exit status 1 where a run fails, takes longer than --limit
seconds a megabyte, or the ratio is above --ratio; before that is said, both are measured again with more runs.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile

LINE = 9000  # below docutils' limit for the length of a line


def repeated(unit, size):
    return unit * max(1, size // len(unit.encode()))


def wrapped(unit, size):
    """`unit` over and over, in lines that docutils accepts."""
    line = repeated(unit, LINE) + "\n"
    return repeated(line, size)


def nested_quotes(size):
    lines, depth, used = [], 0, 0
    while used < size:
        line = " " * depth + "x"
        lines += [line, ""]
        used += len(line) + 2
        depth += 1
    return "\n".join(lines)


def nested_bullets(size):
    lines, depth, used = [], 0, 0
    while used < size:
        line = "  " * depth + "- x"
        lines += [line, ""]
        used += len(line) + 2
        depth += 1
    return "\n".join(lines)


def grid_table(size):
    row = "|" + "|".join(" cell x " for _ in range(20)) + "|\n"
    rule = "+" + "+".join("-" * 8 for _ in range(20)) + "+\n"
    return rule + repeated(row + rule, size)


def wide_grid_table(size):
    columns = size // 40
    return ("+" + "-+" * columns + "\n" + "|" + "x|" * columns + "\n") * 10 + "+" + "-+" * columns + "\n"


def simple_table(size):
    rule = "=====  =====  =====\n"
    return rule + repeated("a      b      c\n", size) + rule


def numbered(pattern, size):
    lines, used, number = [], 0, 0
    while used < size:
        line = pattern.format(number)
        lines.append(line)
        used += len(line) + 1
        number += 1
    return "\n".join(lines) + "\n"


KINDS = {
    "paragraphs": lambda n: repeated("Some words in a paragraph, *emphasised* and ``literal``.\n\n", n),
    "one long line": lambda n: "word " * (n // 5),
    "one long paragraph": lambda n: repeated("word " * 14 + "\n", n),
    "nested quotes": nested_quotes,
    "nested bullets": nested_bullets,
    "bullets in a line": lambda n: repeated("- " * 4000 + "x\n\n", n),
    "unclosed emphasis": lambda n: repeated("*a " * 20 + "\n", n),
    "unclosed strong": lambda n: repeated("**a " * 20 + "\n", n),
    "unclosed literals": lambda n: repeated("``a " * 20 + "\n", n),
    "unclosed interpreted text": lambda n: repeated("`a " * 20 + "\n", n),
    "unclosed roles": lambda n: repeated(":r:`a " * 10 + "\n", n),
    "unclosed substitutions": lambda n: repeated("|a " * 20 + "\n", n),
    "unclosed targets": lambda n: repeated("_`a " * 20 + "\n", n),
    "unclosed footnotes": lambda n: repeated("[a " * 20 + "\n", n),
    "open brackets": lambda n: repeated("([{<" * 15 + "\n", n),
    "angle brackets": lambda n: repeated("`<" * 30 + "\n", n),
    "backslashes": lambda n: repeated("\\" * 60 + "\n", n),
    "underscores": lambda n: repeated("a_ " * 20 + "\n", n),
    "addresses": lambda n: repeated("http://a.b/c_(d) e@f.g " * 3 + "\n", n),
    "colons": lambda n: repeated("a:" * 30 + "\n", n),
    "at signs": lambda n: repeated("a@" * 30 + "\n", n),
    "targets": lambda n: numbered(".. _target{0}: https://example.org/{0}", n),
    "targets and references": lambda n: numbered("target{0}_ is here.\n\n.. _target{0}: https://example.org/{0}\n", n),
    "unknown references": lambda n: numbered("name{0}_ is nowhere.\n", n),
    "one name many targets": lambda n: repeated(".. _same: https://example.org/\n", n),
    "duplicate titles": lambda n: repeated("Title\n=====\n\ntext\n\n", n),
    "chained targets": lambda n: numbered(".. _a{0}:", n),
    "indirect targets": lambda n: "".join(f".. _a{i}: a{i + 1}_\n" for i in range(n // 20)) + ".. _a%d: https://x\n" % (n // 20),
    "anonymous": lambda n: repeated("`a`__ is\n\n__ https://example.org\n\n", n),
    "footnotes": lambda n: repeated("See [#]_.\n\n.. [#] Note.\n\n", n),
    "one footnote many references": lambda n: ".. [#a] Note.\n\n" + repeated("[#a]_ ", n // 2).replace("[#a]_ " * 10, "[#a]_ " * 9 + "[#a]_\n"),
    "symbol footnotes": lambda n: repeated("See [*]_.\n\n.. [*] Note.\n\n", n // 8),
    "citations": lambda n: numbered("See [c{0}]_.\n\n.. [c{0}] Note.\n", n),
    "substitutions": lambda n: numbered("Use |s{0}|.\n\n.. |s{0}| replace:: text\n", n),
    "exploding substitutions": lambda n: "".join(f".. |s{i}| replace:: |s{i + 1}| |s{i + 1}|\n" for i in range(min(40, n // 40))) + ".. |s40| replace:: x\n\n|s0|\n",
    "grid table": grid_table,
    "wide grid table": wide_grid_table,
    "broken grid table": lambda n: grid_table(n)[:-30] + "\n",
    "simple table": simple_table,
    "sections": lambda n: numbered("Section {0}\n-----------\n\ntext\n", n),
    "inconsistent sections": lambda n: repeated("A\n=\n\nB\n-\n\nC\n~\n\nD\n=\n\nE\n~\n\n", n),
    "contents": lambda n: ".. contents::\n\n" + numbered("Section {0}\n-----------\n\ntext\n", n),
    "definition list": lambda n: repeated("term : class\n    definition\n\n", n),
    "field list": lambda n: numbered(":field {0}: body", n),
    "option list": lambda n: repeated("-a, --all=FILE  text\n", n),
    "enumerated list": lambda n: numbered("{0}. item", n),
    "roman list": lambda n: repeated("i. item\n\n", n),
    "line block": lambda n: repeated("| line\n|    deeper\n", n),
    "line block stairs": lambda n: "".join("| " + " " * (i % 300) + "x\n" for i in range(n // 150)),
    "literal blocks": lambda n: repeated("::\n\n    code\n\n", n),
    "directive options": lambda n: ".. image:: a.png\n" + numbered("   :option{0}: x", n),
    "directives": lambda n: repeated(".. note::\n\n   text\n\n", n),
    "nested directives": lambda n: "".join("   " * i + ".. note::\n\n" for i in range(int((n / 1.5) ** 0.5))) ,
    "unknown directives": lambda n: repeated(".. unknown:: x\n\n   text\n\n", n),
    "comments": lambda n: repeated(".. comment\n\n", n),
    "unindents": lambda n: repeated("- item\ntext\n", n),
    "tabs": lambda n: repeated("\ta\tb\n\n", n),
    "quotes for smart quotes": lambda n: repeated("\"'\"' -- ... " * 5 + "\n", n),
    "doctests": lambda n: repeated(">>> 1\n1\n\n", n),
    "csv table": lambda n: ".. csv-table::\n\n" + repeated('   a, "b ""c""", d\n', n),
    "list table": lambda n: ".. list-table::\n\n" + repeated("   * - a\n     - b\n", n),
    "wide characters": lambda n: repeated("日本語 *日本* 日本語。\n", n),
    "labels before sections": lambda n: numbered(".. _label {0}:\n\nSection {0}\n-----------\n\ntext\n", n),
    "label lists": lambda n: numbered(".. _a{0}:\n.. _b{0}:\n.. _c{0}:\n\nSection {0}\n-----------\n", n),
    "one label many times": lambda n: repeated(".. _same:\n\nSection\n-------\n\ntext\n\n", n),
    "references to one label": lambda n: ".. _here:\n\nSection\n-------\n\n" + repeated("See :ref:`here` and :ref:`it <here>`.\n\n", n),
    "references to many labels": lambda n: numbered(".. _l{0}:\n\nSection {0}\n-----------\n\nSee :ref:`l{0}`.\n", n),
    "references to no label": lambda n: numbered("See :ref:`nowhere{0}` and :doc:`none{0}`.\n", n),
    "abbreviations": lambda n: repeated("An :abbr:`AB (a big one)` here.\n\n", n),
    "keyboard roles": lambda n: repeated("Press :kbd:`Ctrl+C` in :menuselection:`File --> &Open` :guilabel:`&Go`.\n\n", n),
    "unreferenced footnotes": lambda n: repeated(".. [#] Note.\n\n", n),
    "glossary": lambda n: ".. glossary::\n\n" + numbered("   term {0}\n      Meaning.\n", n),
    "glossaries": lambda n: numbered(".. glossary::\n\n   term {0}\n      Meaning.\n", n),
    "terms": lambda n: ".. glossary::\n\n" + numbered("   term {0}\n      See :term:`term {0}`, :term:`other {0}`.\n", n),
    "cards": lambda n: repeated(".. card:: Title\n   :link: https://example.org/\n\n   text\n   +++\n   foot\n\n", n),
    "grid": lambda n: ".. grid:: 2\n\n" + repeated("   .. grid-item-card:: Title\n\n      text\n\n", n),
    "grids": lambda n: repeated(".. grid:: 2\n\n   .. grid-item::\n\n      text\n\n", n),
    "tab items": lambda n: ".. tab-set::\n\n" + repeated("   .. tab-item:: Label\n      :sync: key\n\n      text\n\n", n),
    "tab sets": lambda n: repeated(".. tab-set::\n\n   .. tab-item:: A\n\n      text\n\n", n),
    "dropdowns": lambda n: repeated(".. dropdown:: More\n\n   text\n\n", n),
    "buttons": lambda n: repeated(".. button-link:: https://example.org/\n   :color: primary\n\n   Go\n\n", n),
    "toctrees": lambda n: numbered(".. toctree::\n   :maxdepth: 2\n\n   page{0}\n", n),
    "one toctree": lambda n: ".. toctree::\n\n" + numbered("   Title {0} <page{0}>", n),
    "globbed toctrees": lambda n: repeated(".. toctree::\n   :glob:\n\n   *\n\n", n),
    "only": lambda n: repeated(".. only:: html and not (latex or text)\n\n   text\n\n", n),
    "only around sections": lambda n: numbered(".. only:: html\n\n   Section {0}\n   -----------\n\n   text\n", n),
    "index entries": lambda n: numbered(".. index:: single: a{0}; b, pair: c{0}; d\n\ntext :index:`e{0}`\n", n),
    "versions": lambda n: repeated(".. versionadded:: 1.2\n   text\n\n.. deprecated:: 3.4\n\n", n),
    "posts": lambda n: numbered("Section {0}\n-----------\n\n.. post:: 1 Jan 2020\n   :tags: a{0}, b\n\ntext\n", n),
    "updates": lambda n: ".. post:: 1 Jan 2020\n\n" + repeated(".. update:: 2 Jan 2020\n\n   text\n\n", n),
    "post lists": lambda n: ".. post:: 1 Jan 2020\n\n" + repeated(".. postlist:: 5\n   :excerpts:\n\n", n),
    "posts and post lists": lambda n: numbered("Section {0}\n-----------\n\n.. post:: 1 Jan 2020\n\n.. postlist:: 5\n", n),
    "code blocks": lambda n: repeated(".. code-block:: python\n   :linenos:\n   :caption: x\n\n   def f(x):\n       return 1\n\n", n),
    "code": lambda n: ".. code-block:: python\n\n" + repeated("   def f(x): return \"a\" + 'b' # c\n", n),
    "equations": lambda n: numbered(".. math:: a = b\n   :label: eq{0}\n\nSee :eq:`eq{0}`.\n", n),
    "numbered figures": lambda n: numbered(".. _fig{0}:\n\n.. figure:: a.png\n\n   Caption\n\nSee :numref:`fig{0}`.\n", n),
    "productions": lambda n: ".. productionlist::\n" + numbered("   a{0}: `b{0}` | `a{0}`", n),
    "python objects": lambda n: numbered(".. py:function:: f{0}(a: int = 1, *b) -> str\n\n   :param int a: it\n   :returns: :py:func:`f{0}`\n", n),
    "references to python objects": lambda n: ".. py:function:: m.f(a)\n\n" + repeated("See :py:func:`.f` and :py:class:`C`, :any:`m.f`.\n\n", n),
    "program options": lambda n: ".. program:: p\n\n" + numbered(".. option:: --o{0} <x>, -o\n\n   See :option:`--o{0}`.\n", n),
    "horizontal list": lambda n: ".. hlist::\n   :columns: 3\n\n" + repeated("   * a\n", n),
    "seealso": lambda n: repeated(".. seealso:: text\n\n", n),
    "figures": lambda n: repeated(".. figure:: a.png\n   :target: b_\n\n   Caption\n\n   Legend.\n\n", n),
    "role definitions": lambda n: numbered(".. role:: r{0}(strong)\n   :class: c{0}\n\n:r{0}:`x`\n", n),
    "class directives": lambda n: repeated(".. class:: a b\n\ntext\n\n", n),
    "containers": lambda n: repeated(".. container:: a b\n   :name: n\n\n   text\n\n", n),
    "topics and rubrics": lambda n: numbered(".. topic:: Title {0}\n\n   text\n\n.. rubric:: R {0}\n", n),
    "metas": lambda n: numbered(".. meta::\n   :name{0}: x\n", n),
    "target notes": lambda n: ".. target-notes::\n\n" + numbered("`a{0} <https://example.org/{0}>`_\n", n),
    "numbered sections": lambda n: ".. sectnum::\n\n" + numbered("Section {0}\n-----------\n\ntext\n", n),
    "raw": lambda n: repeated(".. raw:: html\n\n   <b>x</b>\n\n", n),
    "replaced pictures": lambda n: numbered("|p{0}| here\n\n.. |p{0}| image:: a{0}.png\n", n),
    "transitions": lambda n: repeated("text\n\n----\n\n", n),
    "inline targets": lambda n: numbered("A _`phrase {0}` here and `phrase {0}`_.\n", n),
    "embedded addresses": lambda n: numbered("A `phrase {0} <https://example.org/{0}>`_ here.\n", n),
    "embedded names": lambda n: numbered("A `phrase {0} <q{0}_>`_ here.\n\n.. _q{0}: https://example.org/{0}\n", n),
    "field list of parameters": lambda n: ".. py:function:: f()\n\n" + numbered("   :param int a{0}: b", n),
    "many contents": lambda n: numbered("Section {0}\n-----------\n\n.. contents::\n", n),
    "many local contents": lambda n: numbered("Section {0}\n-----------\n\n.. contents::\n   :local:\n\nSub {0}\n~~~~~~~~\n", n),
    "many numberings": lambda n: numbered("Section {0}\n-----------\n\n.. sectnum::\n", n),
    "many target notes": lambda n: numbered(".. target-notes::\n\n`a{0} <https://example.org/{0}>`_\n", n),
    "posts and lists by tag": lambda n: numbered("Section {0}\n-----------\n\n.. post:: 1 Jan 2020\n   :tags: a\n\n.. postlist::\n   :tags: a\n", n),
    "posts and excerpts": lambda n: numbered("Section {0}\n-----------\n\n.. post:: 1 Jan 2020\n   :tags: a\n   :excerpt: 1\n\ntext\n\n.. postlist:: 5\n   :tags: a\n   :excerpts:\n", n),
    "terms of one definition": lambda n: ".. glossary::\n\n" + numbered("   term {0}", n) + "      Meaning.\n",
    "control characters": lambda n: repeated("a\x01b\x7f\u0085c\u2028d", n),
}


def measure(command, text, runs=3):
    with tempfile.NamedTemporaryFile("w", suffix=".rst", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        best, memory = None, 0
        for _ in range(runs):
            with open(os.devnull, "w") as sink:
                process = subprocess.Popen(command + [file.name], stdout=sink, stderr=sink)
                _, status, usage = os.wait4(process.pid, 0)
            seconds = usage.ru_utime + usage.ru_stime # of the processor, so that other programs do not count
            if status:
                return None, 0, status
            memory = usage.ru_maxrss * 1024
            best = seconds if best is None else min(best, seconds)
            if best > 5:
                break
        return best, memory, 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", required=True)
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--only", default="")
    parser.add_argument("--dialect", default="docutils")
    parser.add_argument("--limit", type=float, default=1.0)
    parser.add_argument("--ratio", type=float, default=2.3)
    options = parser.parse_args()
    command = [options.cli, "render", "--dialect", options.dialect, "--to", "html"]
    base, base_memory, _ = measure(command, "")
    failed = 0
    print(f"{'kind':32s} {'MB':>6s} {'once s':>8s} {'twice s':>8s} {'ratio':>6s} {'memory':>8s}")
    for name, make in KINDS.items():
        if not re.search(options.only, name):
            continue
        once_text, twice_text = make(options.size // 2), make(options.size)
        once, _, status = measure(command, once_text)
        twice, memory, status2 = measure(command, twice_text)
        if status or status2:
            print(f"{name:32s} FAILED with status {status or status2}")
            failed += 1
            continue
        once, twice = max(once - base, 1e-4), max(twice - base, 1e-4)
        if twice > 0.02 and twice / once > options.ratio:
            again = [measure(command, text, 15)[0] - base for text in (once_text, twice_text)]
            once, twice = min(once, again[0]), min(twice, again[1])
        grows = twice > 0.02 and twice / once > options.ratio
        size = len(twice_text.encode()) / 1e6
        slow = twice > options.limit * max(size, 0.25)
        failed += slow or grows
        print(f"{name:32s} {size:6.2f} {once:8.3f} {twice:8.3f} {twice / once:6.2f} {(memory - base_memory) / 1e6 / size:7.1f}x{'  SLOW' if slow else ''}{'  GROWS' if grows else ''}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

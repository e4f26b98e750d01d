# SPDX-FileCopyrightText: 2026 The Broadside developers
# SPDX-License-Identifier: MIT
"""Every docutils directive with odd arguments, options and content: missing, wrong, given twice, unknown, not allowed."""
import importlib

from docutils.parsers.rst import directives

ARGUMENTS = ("", "a", "a b", "a,\n   b", "html", "a.png", "x(emphasis)", "https://example.org", "*a* `b`_", "1", "a::", ":a: b", "|x|", "\\ ",
             "U+2014 0x41 .. a", "%Y", "c++", "html latex", "a b c d", "emphasis", "x(unknown)", "x (emphasis)", "Title", "日本", "a_", "- a", ".. a")
VALUES = ("", " ", " x", " 1", " 0", " -1", " 50%", " 3em", " left", " top", " auto", " 1 2", " 1, 2", " a_", " `a b`_", " none", " html", " *a*",
          "\n      x", " x\n      y", " x\n\n      y", " \\", " utf-8", " U+41", " é", " a.b", " grid", " 1.5", " 1e3 px", " lazy", " yes",
          " tab", " space", " ;", " ab", " \"", " '", " 5", " 100", " 1 1", " 50, 50", " 0 1", " 10cm", " 1 in", " 1,5", " 5.", " %d", " latin-1", " U+110000",
          " 0x41", " 二", " ２", " x=1", " right", " middle", " entry", " inline", " embed", " rst", " a\\ b", " |x|", " -", " a, b", " \"a\", b", " TOP", " Left")
CONTENTS = ((), ("x",), ("x", "", "y"), ("- a", "- b"), ("* - a", "  - b"), ("a, b", "c, d"), ("===", "a", "==="), ("+-+", "|a|", "+-+"), (":a: b", ":c: d"),
            ("", "x"), ("  x", "y"), (".. note:: z",), ("*a",), ("| a", "|  b"), ("Title", "====="), ("-- x",), ("x", "", "-- y"), ("a, \"b", "c"), ("a; b", "'c'; d"), ("* - a", "* - b"), ("* - a", "  - b", "* - c", "  - d"), ("a", "=", "", "b", "-"), ("a", "  b"),
            ("=  =", "a  b", "=  =", "c  d", "=  ="), ("1. a", "2. b"), (".. image:: a.png",), (".. |x| replace:: y", "", "|x|"), (":class: a",), (":class: a", "", "x"), (".. [1] z",), ("::", "", "  z"))
SURROUNDINGS = ("{}", "{}\ntext", "- item\n\n{:2}", "{}\n\n{}", "A\n=\n\n{}\n\nB\n=\n\nc", ".. |s| {:s}\n\n|s|", "  {:2}", "text\n\n{}\n\ntext [#]_ a_ |s|\n\n.. _a: b\n.. [#] c")


def standard_directives():
    """The class of every standard directive, by its canonical name."""
    found = {}
    for name, (module, class_name) in sorted(directives._directive_registry.items()):
        found[name] = getattr(importlib.import_module(f"docutils.parsers.rst.directives.{module}"), class_name)
    return found


class Variants:
    def __init__(self, random):
        self.random = random
        self.known = standard_directives()

    def option(self, known):
        name = self.random.choice(sorted(known) + ["bogus", "class", "name"])
        if self.random.random() < 0.05:
            name = self.random.choice((name.upper(), name + " x", "*" + name, name[:-1], "", "a:b"))
        return f"   :{name}:{self.random.choice(VALUES)}"

    def directive(self):
        name = self.random.choice(sorted(self.known))
        kind = self.known[name]
        takes = kind.required_arguments + kind.optional_arguments
        argument = self.random.choice(ARGUMENTS) if takes or self.random.random() < 0.3 else ""
        if kind.required_arguments and not argument and self.random.random() < 0.5:
            argument = "a"
        lines = [f".. {name}:: {argument}".rstrip()]
        options = [self.option(kind.option_spec or {}) for _ in range(self.random.choice((0, 0, 1, 1, 1, 2, 3)))]
        if options and self.random.random() < 0.1:
            options.append(self.random.choice(options))
        lines += options
        content = self.random.choice(CONTENTS) if self.random.random() < (0.7 if kind.has_content else 0.3) else ()
        if content:
            lines += [""] * self.random.choice((0, 1, 1, 1, 1)) + ["   " + line if line else line for line in content]
        return "\n".join(lines)

    def document(self):
        surroundings = self.random.choice(SURROUNDINGS) if self.random.random() < 0.5 else "{}"
        text = surroundings
        while "{" in text:
            begin, end = text.index("{"), text.index("}")
            form, directive = text[begin + 1:end], self.directive()
            if form == ":2":
                directive = directive.replace("\n", "\n  ")
            elif form == ":s":
                directive = directive.removeprefix(".. ")
            text = text[:begin] + directive.replace("{", "(") + text[end + 1:]
        return text + "\n"

# SPDX-FileCopyrightText: 2026 The Broadside developers
# SPDX-License-Identifier: MIT
"""Random reStructuredText: grows constructs from a grammar, nests them, then damages some of the result."""
import unicodedata

WORDS = ("ballot grant release fellow board budget café naïve 日本 “quoted” e.g. C++ 3.14 PEP-8 a_b __init__ x*y http:// "
         "https://example.org/a_(b) mailto:vote@example.org news@example.org 'tis rock'n'roll ½ — … \\* \\\\ a\\ b").split()
NAMES = "alpha beta gamma delta Alpha-Beta one.two".split()
ADORNMENTS = "=-~^\"'`#*+.:_"
DIRECTIVES = ("note warning tip admonition topic sidebar rubric epigraph pull-quote compound container parsed-literal code math "
              "image figure table list-table csv-table contents class line-block replace unknown header footer sectnum raw "
              "target-notes role default-role title meta unicode date highlights hint danger attention include restructuredtext-test-directive "
              "sourcecode section-numbering").split()
DOCINFO = ("Author Authors Contact Organization Address Version Revision Status Date Copyright Dedication Abstract Field").split()
DOCINFO_TEXTS = ("A. Name; B. Name", "One, Two", "$Revision: 1.7 $", "$Date: 2026/01/31 12:00:00 $", "$RCSfile: a.txt,v $", "1.0", "*x* y", "", "a@b.org",
                 "- One\n   - Two", "One\n\n   Two", "B. Name", "$Id$")
WIDE = "日本語 한국어 ｆｕｌｌ e\u0301te\u0301 a\u0308 \u00ad 🎉 x\u200by ﬃ".split()
OPTIONS = {
    "image": ["alt: words", "width: 50%", "height: 3em", "scale: 50", "align: left", "target: alpha_", "target: https://example.org", "class: wide", "name: beta", "scale: x", "width: ten"],
    "figure": ["figwidth: 40%", "figclass: framed", "align: center", "alt: x", "width: 20"],
    "code": ["number-lines:", "number-lines: 5", "class: small", "number-lines: x"],
    "math": ["name: gamma", "class: m"],
    "table": ["widths: 10 20", "widths: auto", "align: center", "width: 80%"],
    "list-table": ["header-rows: 1", "stub-columns: 1", "widths: 1 2", "widths: auto", "header-rows: 9"],
    "csv-table": ["header: a, b", "header-rows: 1", "delim: ;", "quote: '", "widths: 2 3", "stub-columns: 1"],
    "sectnum": ["depth: 1", "start: 3", "prefix: A.", "suffix: )"],
    "contents": ["local:", "depth: 1", "backlinks: none", "class: toc", "backlinks: x", "depth: z"],
    "role": ["class: own", "format: html", "language: python", "bogus: 1"],
    "raw": ["class: r", "file: x.html", "url: https://example.org"],
    "include": ["literal:", "code: python"],
    "meta": ["description: words", "keywords lang=en: a, b", "x y=: z", "http-equiv=refresh: 1", "empty:"],
    "line-block": ["class: l", "name: lines"],
    "rubric": ["class: r", "name: rub"],
    "compound": ["class: c", "name: comp"],
    "target-notes": ["class: tn", "name: x"],
    "topic": ["class: t", "name: delta"],
    "sidebar": ["subtitle: under", "class: s"],
    "unicode": ["trim:", "ltrim:", "rtrim:"],
    "default": ["class: extra", "name: alpha", "bogus: 1", "class:"],
}


class Generator:
    def __init__(self, random):
        self.random = random

    def chance(self, probability):
        return self.random.random() < probability

    def pick(self, things):
        return self.random.choice(things)

    # ---- inline

    def words(self, low=1, high=6):
        if self.chance(0.08):
            return " ".join(self.pick(WIDE) for _ in range(self.random.randint(low, max(low, min(high, 3)))))
        return " ".join(self.pick(WORDS) for _ in range(self.random.randint(low, high)))

    def name(self):
        return self.pick(NAMES)

    def inline(self):
        w, n = self.words(1, 3), self.name()
        return self.pick((
            f"*{w}*", f"**{w}**", f"``{w}``", f"`{w}`", f":emphasis:`{w}`", f"`{w}`:strong:", f":sup:`2`", f":pep:`{self.pick(('8', '484', 'x'))}`",
            f":rfc:`{self.pick(('2822', '99#section-1'))}`", f":math:`a^2`", f":code:`{w}`", f":unknown:`{w}`", f"{n}_", f"`{n}`_", f"{n}__", f"`{w}`__",
            f"`{w} <https://example.org/{n}>`_", f"`{w} <https://example.org/{n}>`__", f"`{w} <{n}_>`_", f"_`{w}`", f"|{n}|", f"|{n}|_",
            f"[{self.random.randint(1, 3)}]_", "[#]_", f"[#{n}]_", "[*]_", f"[{n}]_", "*unclosed", "**unclosed", "``unclosed", "`unclosed", "|unclosed", f"({w})",
            f"\"*{w}*\"", f"*{w}*\\ s", f"x\\ *{w}*", f":{n}:`{w}`", f"`{w}`{n}", "_", "__", "``", "**", "|", "`<>`_", f"`<{n}>`_", ":raw:`x`", f"*{w}*{n}"))

    def text(self, low=1, high=5):
        parts = [(self.nested_inline() if self.chance(0.2) else self.inline()) if self.chance(0.3) else self.words() for _ in range(self.random.randint(low, high))]
        return " ".join(parts)

    def wrapped(self, low=1, high=3):
        return [self.text(1, 3) for _ in range(self.random.randint(low, high))]

    def nested_inline(self):
        """Start-strings within start-strings, quotes and brackets around them, and escapes."""
        inner = self.inline() if self.chance(0.7) else self.words(1, 2)
        left, right = self.pick((("*", "*"), ("**", "**"), ("`", "`_"), ("``", "``"), ("|", "|"), ("_`", "`"), ("(", ")"), ("'", "'"), ("“", "”"), ("«", "»"),
                                 ("\\ ", "\\ "), ("<", ">"), ("[", "]_"), (":strong:`", "`"), (":alpha:`", "`"), ("`x <", ">`_"), ("\\", ""), ("", "\\")))
        return left + inner + right

    # ---- blocks: each gives a list of lines

    def indent(self, lines, width):
        return [" " * width + line if line else line for line in lines]

    def paragraph(self, depth):
        lines = self.wrapped()
        if self.chance(0.1):
            lines[-1] += self.pick(("::", " ::"))
            lines += [""] + self.indent([self.words(), "", self.words()] if self.chance(0.5) else [self.words()], 4)
        return lines

    def bullet_list(self, depth):
        marker = self.pick("-*+•")
        lines = []
        for _ in range(self.random.randint(1, 3)):
            body = self.blocks(depth + 1, 1, 2)
            lines += [f"{marker} {body[0]}"] + self.indent(body[1:], 2)
            if self.chance(0.3):
                lines.append("")
        return lines

    def enumerated_list(self, depth):
        form = self.pick(("{}.", "({})", "{})"))
        kind = self.pick(("1", "a", "A", "i", "I", "#"))
        ordinals = {"1": "1 2 3 4 7".split(), "a": "a b c d h".split(), "A": "A B C E".split(), "i": "i ii iii iv".split(), "I": "I II III IV".split(), "#": "####"}[kind]
        lines = []
        for ordinal in ordinals[self.random.randint(0, 1):self.random.randint(2, 4)]:
            head = form.format(ordinal) + " "
            body = self.blocks(depth + 1, 1, 2) if self.chance(0.3) else self.wrapped(1, 2)
            lines += [head + body[0]] + self.indent(body[1:], len(head))
        return lines or [self.text()]

    def definition_list(self, depth):
        lines = []
        for _ in range(self.random.randint(1, 3)):
            term = self.text(1, 2) + (f" : {self.words(1, 2)}" if self.chance(0.3) else "")
            lines += [term] + self.indent(self.blocks(depth + 1, 1, 2), self.pick((2, 4)))
        return lines

    def field_list(self, depth):
        return [line for _ in range(self.random.randint(1, 3)) for line in
                [f":{self.pick(('Author', 'Date', 'field name', 'Version', 'x', 'Abstract', 'Authors', 'a*b*'))}: {self.text(0, 2)}"] +
                (self.indent(self.blocks(depth + 1, 1, 1), 3) if self.chance(0.3) else [])]

    def option_list(self, depth):
        lines = []
        for _ in range(self.random.randint(1, 3)):
            option = self.pick(("-a", "-b FILE", "--long", "--long=VALUE", "-x, --both", "/V", "--opt <a b>", "-f FILE, --file=FILE", "-1", "--a b c"))
            lines += [f"{option}  {self.text(1, 2)}"] if self.chance(0.7) else [option, "    " + self.text(1, 2)]
        return lines

    def line_block(self, depth):
        return [f"|{self.pick((' ', '   ', '     '))}{self.text(1, 2)}" if self.chance(0.8) else "|" for _ in range(self.random.randint(1, 4))]

    def block_quote(self, depth):
        lines = self.indent(self.blocks(depth + 1, 1, 2), self.pick((1, 2, 4)))
        if self.chance(0.3):
            lines += ["", f"   {self.pick(('--', '---', '—'))} {self.words(1, 3)}"]
        return lines

    def literal_block(self, depth):
        if self.chance(0.3):
            return ["::", ""] + [f"> {self.words()}" for _ in range(self.random.randint(1, 3))]
        return ["::", ""] + self.indent([self.words(), "  " + self.words(), "", self.words()], self.pick((1, 3, 4)))

    def doctest_block(self, depth):
        return [">>> 1 + 1", "2"]

    def section(self, depth):
        title = self.text(1, 2)
        character = self.pick(ADORNMENTS[:5]) if self.chance(0.8) else self.pick(ADORNMENTS)
        # Docutils counts columns: two for wide characters, none for combining ones.
        columns = sum((unicodedata.east_asian_width(c) in "WF") + 1 - bool(unicodedata.combining(c)) for c in title)
        length = (columns if self.chance(0.7) else len(title)) + self.pick((0, 0, 0, 0, 2, -2, -40))
        line = character * max(1, length)
        return [line, self.pick(("", " ")) + title, line] if self.chance(0.2) else [title, line]

    def transition(self, depth):
        return [self.pick("-=*~") * self.random.randint(3, 8)]

    def target(self, depth):
        n = self.name()
        return [self.pick((f".. _{n}:", f".. _{n}: https://example.org/{n}", f".. _{n}: {self.name()}_", f".. _`{n}: x`: https://example.org", "__ https://example.org", f".. __: {self.name()}_", f".. _{n}", f".. _{n}:\n   https://example.org/\n   split", f"__ {self.name()}_"))]

    def footnote(self, depth):
        label = self.pick(("1", "2", "#", "#alpha", "*", self.name()))
        body = self.blocks(depth + 1, 1, 2)
        return [f".. [{label}] {body[0]}"] + self.indent(body[1:], 3)

    def docinfo(self, depth):
        return [f":{self.pick(DOCINFO)}: {self.pick(DOCINFO_TEXTS)}".rstrip() for _ in range(self.random.randint(1, 4))]

    def role_definition(self, depth):
        """A role of the document's own, and a use of it."""
        n = self.name()
        base = self.pick(("", "(emphasis)", "(raw)", "(code)", "(math)", "(unknown)", "(alpha)", "(sup)"))
        options = self.pick(([], ["   :format: html"], ["   :class: own"], ["   :language: c"], ["   :class:"]))
        return [f".. role:: {n}{base}"] + options + ["", f"{self.words(1, 2)} :{n}:`{self.words(1, 2)}` and `x`:{n}:"]

    def comment(self, depth):
        return self.pick((["..", ""], [".. " + self.words()], ["..", "   " + self.words(), "   " + self.words()], [".. " + self.words(), "", "   " + self.words()]))

    def substitution(self, depth):
        n = self.name()
        return self.pick(([f".. |{n}| replace:: {self.text(1, 2)}"], [f".. |{n}| image:: a.png"], [f".. |{n}| unicode:: 0xA9 .. comment", "   :trim:"],
                          [f".. |{n}| replace::"], [f".. |{n}| note:: x"], [f".. |{n}|"], [f".. |{n}| replace:: |{self.name()}|"], [f".. |{n}| replace:: {self.inline()}", "   " + self.inline()],
                          [f".. |{n}| image:: b.png", "   :align: " + self.pick(("top", "left", "x")), "   :target: " + self.pick((n + "_", "https://example.org"))],
                          [f".. |{n}| unicode:: " + self.pick(("U+2014", "x2122 text", "0x110000", "&#x41; .. c", "\\u41"))], [f".. |{n} {n}| replace:: x"],
                          [f".. |{n}| replace:: a", "", "   b"], [f".. |{n}| contents::"]))

    def directive(self, depth):
        name = self.pick([d for d in DIRECTIVES if d != "date"])
        argument = {"image": "a.png", "figure": "b.png", "code": "python", "raw": "html", "class": "special", "role": f"{self.name()}(emphasis)",
                    "admonition": "Title", "topic": "Title", "sidebar": "Title", "container": "box"}.get(name, "" if self.chance(0.7) else self.text(1, 2))
        if self.chance(0.1):
            argument = ""
        lines = [f".. {name}:: {argument}".rstrip()]
        if self.chance(0.4):
            for option in self.random.sample(OPTIONS.get(name, OPTIONS["default"]), self.random.randint(1, 2)):
                lines.append("   :" + option)
        if name == "figure" and self.chance(0.6):
            return lines + ["", "   " + self.text(1, 2), ""] + self.indent(self.blocks(depth + 1, 1, 2), 3)
        if name == "meta" and self.chance(0.7):
            return lines[:1] + ["   :" + option for option in self.random.sample(OPTIONS["meta"], 2)]
        if name == "list-table" and self.chance(0.8):
            lines += ["", "   * - a", "     - b", "   * - c", "     - " + self.text(1, 2)]
        elif name == "csv-table" and self.chance(0.8):
            lines += ["", '   a, "b, c"', "   d, e" + self.pick(("", ", f", ' "x')) ]
        elif name == "table" and self.chance(0.8):
            lines += [""] + self.indent(self.simple_table(depth), 3)
        elif self.chance(0.7):
            lines += [""] * self.pick((0, 1, 1, 1)) + self.indent(self.blocks(depth + 1, 1, 2), 3)
        return lines

    def grid_table(self, depth):
        columns = self.random.randint(1, 3)
        widths = [self.random.randint(3, 12) for _ in range(columns)]
        rule = "+" + "+".join("-" * w for w in widths) + "+"
        lines = [rule]
        for row in range(self.random.randint(1, 3)):
            for _ in range(self.random.randint(1, 2)):
                lines.append("|" + "|".join((" " + self.words(1, 2))[:w].ljust(w) for w in widths) + "|")
            separator = rule
            if columns > 1 and self.chance(0.25): # a cell that spans rows or columns
                at = self.random.randrange(columns)
                cells = [("-" * w if i != at else " " * w) for i, w in enumerate(widths)]
                separator = "+" + "+".join(cells) + "+"
                separator = separator.replace("+ ", "| ").replace(" +", " |")
            lines.append(separator.replace("-", "=") if row == 0 and self.chance(0.4) else separator)
        if self.chance(0.2):
            row = self.random.randrange(1, len(lines))
            lines[row] = lines[row][:1] + lines[row][1:-1].replace(self.pick("+|"), self.pick("- |+")) + lines[row][-1:]
        if lines[-1] != rule and self.chance(0.8):
            lines.append(rule)
        if self.chance(0.3): # blocks in a cell
            inner = self.blocks(depth + 2, 1, 2)
            width = max(map(len, inner)) + 2
            return ["+" + "-" * width + "+"] + ["| " + line.ljust(width - 1) + "|" for line in inner] + ["+" + "-" * width + "+"]
        if self.chance(0.2):
            row = self.random.randrange(len(lines))
            column = self.random.randrange(len(lines[row]))
            lines[row] = lines[row][:column] + self.pick(" +-|x") + lines[row][column + 1:]
        return lines

    def simple_table(self, depth):
        widths = [self.random.randint(3, 9) for _ in range(self.random.randint(2, 3))]
        rule = "  ".join("=" * w for w in widths)
        lines = [rule, "  ".join(self.words(1, 1)[:w].ljust(w) for w in widths)]
        if self.chance(0.6):
            lines.append(rule)
        if self.chance(0.3): # a row whose columns are joined
            lines.append(self.words(1, 2))
            lines.append(" ".join("-" * w for w in widths) if self.chance(0.3) else "-" * len(rule) if self.chance(0.5) else "  ".join("-" * w for w in widths))
        for _ in range(self.random.randint(1, 3)):
            cells = [(self.words(1, 1)[:w] if self.chance(0.8) else "").ljust(w) for w in widths]
            lines.append(("  " if self.chance(0.9) else " x").join(cells).rstrip() + (" " + self.words(1, 2) if self.chance(0.3) else ""))
        return lines + [rule] if self.chance(0.9) else lines

    def blocks(self, depth, low, high):
        kinds = [self.paragraph] * 6 + [self.bullet_list, self.enumerated_list, self.definition_list, self.field_list, self.option_list, self.line_block, self.block_quote,
                                       self.literal_block, self.doctest_block, self.target, self.footnote, self.comment, self.substitution, self.directive, self.directive, self.directive,
                                       self.grid_table, self.simple_table, self.role_definition]
        if depth == 0:
            kinds += [self.section] * 5 + [self.transition, self.target, self.footnote, self.substitution]
        elif self.chance(0.03):
            kinds = [self.section, self.transition]
        if depth > 3:
            kinds = [self.paragraph]
        lines = []
        for _ in range(self.random.randint(low, high)):
            block = "\n".join(self.pick(kinds)(depth)).split("\n")
            lines += block
            if not self.chance(0.06):
                lines.append("")
        while len(lines) > 1 and not lines[-1]:
            lines.pop()
        return lines

    def damage(self, lines):
        for _ in range(self.random.randint(1, 3)):
            at = self.random.randrange(len(lines))
            kind = self.random.randrange(12)
            if kind == 0:
                del lines[at]
            elif kind == 1:
                lines.insert(at, "")
            elif kind == 2:
                lines[at] = " " * self.random.randint(1, 4) + lines[at]
            elif kind == 3:
                lines[at] = lines[at].lstrip()
            elif kind == 4 and lines[at]:
                cut = self.random.randrange(len(lines[at]))
                lines[at] = lines[at][:cut] + self.pick("*`_|:.[]<>\\-= ") + lines[at][cut:]
            elif kind == 5 and lines[at]:
                cut = self.random.randrange(len(lines[at]))
                lines[at] = lines[at][:cut] + lines[at][cut + 1:]
            elif kind == 6: # a run of lines moves to the right or the left
                by = self.random.randint(1, 4)
                for i in range(at, min(at + self.random.randint(1, 6), len(lines))):
                    lines[i] = " " * by + lines[i] if by < 3 and lines[i] else lines[i][by - 2:] if lines[i].startswith("  ") else lines[i]
            elif kind == 7: # a run of lines stands twice
                lines[at:at] = lines[at:at + self.random.randint(1, 5)]
            elif kind == 8: # two lines change places
                other = self.random.randrange(len(lines))
                lines[at], lines[other] = lines[other], lines[at]
            elif kind == 9:
                lines[at] = lines[at].replace("    ", "\t", 1)
            elif kind == 10 and at + 1 < len(lines): # two lines become one
                lines[at:at + 2] = [lines[at] + self.pick((" ", "")) + lines[at + 1].lstrip()]
            else:
                lines.insert(at, lines[self.random.randrange(len(lines))])
            if not lines:
                lines.append("x")
        return lines

    def document(self):
        lines = self.blocks(0, 1, 7)
        if self.chance(0.15):
            lines = (["Title", "=====", ""] if self.chance(0.5) else []) + self.docinfo(0) + [""] + lines
        if self.chance(0.4):
            lines = self.damage(lines)
        return "\n".join(lines) + "\n"

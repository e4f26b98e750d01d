#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Broadside developers
# SPDX-License-Identifier: MIT
"""Compares broadside-cli with docutils on random documents and shrinks what differs.

compare.py --cli build/release/bin/broadside-cli [--count N] [--seed S] [--html] [--messages] [--show K] [--directives]

Prints the seed, the share of agreeing documents, and for the first K differing ones a minimal document with both
results. Exit status 1 when less than --at-least percent agree (known differences count as agreement), 77 (a skip)
where docutils is not installed.
"""
import argparse
import difflib
import json
import pathlib
import random
import re
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))

try:
    import reference
except ImportError:
    print("SKIP: docutils is not installed; packaging/test installs it")
    sys.exit(77)

from directive_variants import Variants
from generator import Generator

ANSWER = "docutils: "
KNOWN = pathlib.Path(__file__).with_name("known_differences.txt")


class Engine:
    """One running `broadside-cli render --batch`; started anew when it dies."""

    def __init__(self, cli, to):
        self.command = [cli, "render", "--dialect", "docutils", "--to", to, "--batch"]
        self.process = None

    def render(self, text):
        if self.process is None or self.process.poll() is not None:
            self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        try:
            self.process.stdin.write(json.dumps({"id": "x", "input": text}) + "\n")
            self.process.stdin.flush()
            answer = self.process.stdout.readline()
        except BrokenPipeError:
            answer = ""
        if not answer:
            self.process.wait()
            return f"CRASH: status {self.process.returncode}"
        return json.loads(answer)["output"]


class Comparison:
    def __init__(self, options):
        self.engines = {"pseudoxml": Engine(options.cli, "pseudoxml")}
        if options.html:
            self.engines["html"] = Engine(options.cli, "html")
        if options.messages:
            self.engines["messages"] = Engine(options.cli, "messages")
        self.refused = 0
        self.known = [line for line in KNOWN.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]

    def difference(self, text):
        """-> None, or (what, docutils' answer, ours). None also where docutils itself fails."""
        try:
            tree, messages = reference.publish(text, "pseudoxml")
            expected = {"pseudoxml": tree.rstrip("\n")}
            if "messages" in self.engines:
                expected["messages"] = messages
            if "html" in self.engines:
                expected["html"] = reference.publish(text, "html5")[0].split()
        except Exception: # docutils stumbles over some documents: nothing to agree with
            self.refused += 1
            return None
        for what, engine in self.engines.items():
            got = engine.render(text)
            if isinstance(got, str) and got.startswith("CRASH"):
                return what, "", got
            if what == "pseudoxml":
                got = got.rstrip("\n")
            elif what == "messages":
                got = [(m["level"], m.get("line"), m["text"]) for m in got]
            else:
                got = got.split()
            if got != expected[what]:
                return what, expected[what], got
        return None

    def is_known(self, text):
        found = self.difference(text)
        answer = "\n".join(printable(found[1])) if found else ""
        return any(re.search(line.removeprefix(ANSWER), answer if line.startswith(ANSWER) else text) for line in self.known)

    def shrink(self, text):
        """Takes away lines, then characters, as long as the same kind of difference remains."""
        what = self.difference(text)[0]

        def differs(candidate):
            found = self.difference(candidate)
            return found is not None and found[0] == what

        for units, join in ((lambda t: t.split("\n"), "\n".join), (list, "".join)):
            pieces = units(text)
            size = max(1, len(pieces) // 2)
            while size:
                at = 0
                while at < len(pieces):
                    candidate = pieces[:at] + pieces[at + size:]
                    if differs(join(candidate)):
                        pieces = candidate
                    else:
                        at += size
                size //= 2
            text = join(pieces)
        return text


def printable(answer):
    if isinstance(answer, str):
        return answer.split("\n")
    return [str(item) for item in answer]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", required=True)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--show", type=int, default=5)
    parser.add_argument("--html", action="store_true")
    parser.add_argument("--messages", action="store_true")
    parser.add_argument("--directives", action="store_true", help="directives with odd arguments, options and content instead")
    parser.add_argument("--at-least", type=float, default=99.9)
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else int(time.time())
    print(f"seed {seed}")
    comparison = Comparison(options)
    kind = Variants if options.directives else Generator
    agreeing = known = shown = refused = 0
    for number in range(options.count):
        text = kind(random.Random(f"{seed}/{number}")).document()
        before = comparison.refused
        if comparison.difference(text) is None:
            refused += comparison.refused - before
            agreeing += comparison.refused == before
            continue
        if shown < options.show:
            shown += 1
            small = comparison.shrink(text)
            if comparison.is_known(small):
                known += 1
                shown -= 1
                continue
            what, expected, got = comparison.difference(small)
            print(f"--- document {number}: {what}\n{small}\n" + "\n".join(
                difflib.unified_diff(printable(expected), printable(got), "docutils", "broadside", lineterm="")), flush=True)
        elif comparison.is_known(comparison.shrink(text)):
            known += 1
    compared = options.count - refused
    share = 100 * (agreeing + known) / max(1, compared)
    print(f"{compared} documents: {agreeing} agree, {known} differ as known, {compared - agreeing - known} differ; {share:.3f} %"
          f" ({refused} more make docutils fail)")
    return 0 if share >= options.at_least else 1


if __name__ == "__main__":
    sys.exit(main())

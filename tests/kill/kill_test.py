#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Broadside developers
# SPDX-License-Identifier: MIT
"""Kills a window that a robot types into at random moments, half of the time while it saves after every key, and looks at
what is left: the file and the journal are each a whole state of the text, and together lack no key that is older than the
limit.

kill_test.py TYPING_WINDOW [--runs N] [--limit SECONDS] [--seed N]
"""
import argparse
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

BEGIN = ".. post:: 2026-03-02\n\nA Post\n======\n\n"
TYPED = "".join(f"{i}" + ("\n" if i % 12 == 11 else " ") for i in range(200_000))


def keys_in(text, what):
    """How many of the robot's keys a text holds; it must be nothing but them."""
    if not text.startswith(BEGIN) or not TYPED.startswith(text[len(BEGIN):]):
        sys.exit(f"{what} is torn: …{text[-200:]!r}")
    return len(text) - len(BEGIN)


def run_once(program, keys_between_saves, seconds):
    """Types for a while and kills; gives the keys typed, those lost, and the age of the oldest that is lost."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        post, log = folder / "blog" / "post.rst", folder / "log"
        post.parent.mkdir()
        post.write_text(BEGIN)
        log.touch()
        environment = dict(os.environ, XDG_DATA_HOME=str(folder / "data"), XDG_CONFIG_HOME=str(folder / "config"))
        window = subprocess.Popen([program, post, log, str(keys_between_saves)], env=environment,
                                  stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            deadline = time.monotonic() + 120
            while log.stat().st_size == 0:
                if window.poll() is not None or time.monotonic() > deadline:
                    sys.exit("The window does not start.")
                time.sleep(0.02)
            time.sleep(seconds)
        finally:
            killed = time.monotonic_ns()
            window.send_signal(signal.SIGKILL)
            window.wait()
            try:
                os.killpg(window.pid, signal.SIGKILL)  # the web engine's processes
            except ProcessLookupError:
                pass
        keys = [tuple(map(int, line.split())) for line in log.read_text().splitlines()]
        kept = keys_in(post.read_text(), "the file")
        for journal in (folder / "data").rglob("*.draft"):
            head, text = journal.read_text().split("\n", 1)
            if json.loads(head)["path"] != str(post):
                sys.exit("The journal is another post's.")
            kept = max(kept, keys_in(text, "the journal"))
        lost = [when for when, number in keys if number > kept]
        left_over = len([path for path in post.parent.iterdir() if path != post])
        return len(keys), len(lost), (killed - lost[0]) / 1e9 if lost else 0.0, left_over


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--runs", type=int, default=6)
    parser.add_argument("--limit", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=None)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    typed = lost = late = left = 0
    oldest = 0.0
    for run in range(arguments.runs):
        keys_between_saves = 1 if run % 2 else chance.choice([40, 100, 1_000_000])
        keys, gone, age, left_over = run_once(arguments.program, keys_between_saves, chance.uniform(0.1, 4))
        typed, lost, oldest, left = typed + keys, lost + gone, max(oldest, age), left + left_over
        late += age > arguments.limit
    print(f"{arguments.runs} kills: {typed} keys typed, {lost} lost, the oldest {oldest:.2f} s before the kill; no file "
          f"torn; {left} hidden files left beside posts; {late} kills lost keys older than {arguments.limit:g} s")
    sys.exit(1 if late else 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Broadside developers
"""Runs clang-tidy over the sources of a build that lie in app/. Usage: tidy.py CHECKOUT BUILD CACHE SECONDS

The preset joins sources in dozens, so that the headers, which are most of the work, are read once for all of them. A
dozen still takes many seconds, so what was found clean is remembered in CACHE under the hash of all that clang-tidy read:
its settings, and the source with everything that it includes. What was changed last comes first, and after SECONDS no
more is begun; the next run goes on from there.
"""

import concurrent.futures
import hashlib
import json
import os
import shlex
import subprocess
import sys
import time
from pathlib import Path


def preprocessed(entry):
    """The source as the compiler sees it; comments too, since some of them speak to clang-tidy."""
    words = [word for word in shlex.split(entry["command"]) if not word.endswith("ccache")]
    output = words.index("-o")
    del words[output : output + 2]
    words[words.index("-c")] = "-E"
    return subprocess.run([*words, "-C", "-P"], cwd=entry["directory"], check=True, capture_output=True).stdout


def outcome(entry, settings, build, cache, deadline):
    """What clang-tidy complains of; nothing where the source is clean, None where the time was up."""
    if time.monotonic() > deadline:
        return None
    try:
        key = cache / hashlib.sha256(settings + preprocessed(entry)).hexdigest()
    except subprocess.CalledProcessError as error:
        return error.stderr.decode()
    if key.exists():
        return ""
    # The build is GCC's: it names warnings that Clang does not have, and precompiles headers as Clang cannot read them.
    silent = ["--extra-arg=-Wno-unknown-warning-option", "--extra-arg=-Wno-ignored-gch"]
    command = ["clang-tidy", "-p", build, "--quiet", *silent, entry["file"]]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode:
        return result.stdout or result.stderr
    key.touch()
    return ""


def sources_of(entry):
    """The file itself, or those that the build joined in it."""
    path = Path(entry["file"])
    if "Unity" not in path.parts:
        return [path]
    return [Path(line.split('"')[1]) for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#include")]


def by_age(root, entries):
    """The entries whose files git saw change last come first."""
    log = subprocess.run(
        ["git", "log", "--format=", "--name-only", "-n", "300", "--", "app"],
        cwd=root, check=True, capture_output=True, text=True,
    )  # fmt: skip
    ages = {}
    for age, name in enumerate(log.stdout.split("\n")):
        ages.setdefault(name, age)

    def age(entry):
        return min(ages.get(str(source.relative_to(root)), len(ages)) for source in sources_of(entry))

    return sorted(entries, key=age)


def main():
    root, build, cache = (Path(argument).resolve() for argument in sys.argv[1:4])
    deadline = time.monotonic() + float(sys.argv[4])
    cache.mkdir(parents=True, exist_ok=True)
    settings = (root / ".clang-tidy").read_bytes()
    entries = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    entries = [entry for entry in entries if all(path.is_relative_to(root / "app") for path in sources_of(entry))]
    entries = by_age(root, entries)
    failed = left = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for text in pool.map(lambda entry: outcome(entry, settings, build, cache, deadline), entries):
            if text is None:
                left += 1
            elif text:
                failed += 1
                print(text, flush=True)
    print(f"clang-tidy: {len(entries)} sources, {failed} with complaints, {left} left for the next run")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()

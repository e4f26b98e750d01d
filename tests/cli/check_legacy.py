#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Broadside developers
# SPDX-License-Identifier: MIT
"""Checks every real post, and compares with what a build of the site said. Usage: check_legacy.py CLI

`check` must not crash on any of them, and must give the same messages, as lines, levels and texts, for at least 95 % of
the posts whose messages are known.
"""

import collections
import json
import os
import subprocess
import sys
from pathlib import Path

WANTED = 0.95

cli = sys.argv[1]
shared = Path(os.environ.get("BROADSIDE_SHARED", ""))
posts, known = shared / "legacy" / "posts", shared / "conformance" / "site" / "meta.jsonl"
if not posts.is_dir() or not known.is_file():
    print(f"skipped: {posts} or {known} is not there")
    sys.exit(77)

done = subprocess.run([cli, "check", "--format", "json", "--today", "2024-12-31", posts], capture_output=True, text=True)
if done.returncode not in (0, 1):
    sys.exit(f"check ended with {done.returncode}:\n{done.stderr[-2000:]}")
said = {Path(entry["file"]).relative_to(posts).with_suffix("").as_posix(): entry["messages"] for entry in json.loads(done.stdout)}
files = [path for path in posts.rglob("*.rst") if path.is_file()]
if len(said) != len(files):
    sys.exit(f"{len(files)} posts, but {len(said)} were checked")


def signature(messages):
    return collections.Counter((m["line"], m["level"], m["message"].split("\n")[0]) for m in messages)


# meta.jsonl leaves out documents about which there is nothing to say; posts always are in it.
right = total = 0
for line in known.read_text(encoding="utf-8").splitlines():
    record = json.loads(line)
    name = record["id"].removeprefix("posts/")
    if not record["id"].startswith("posts/") or name not in said:
        continue
    total += 1
    if signature(said[name]) == signature(record["diagnostics"]):
        right += 1
    elif total - right <= 5:
        print(f"{name}\n  expected {sorted(signature(record['diagnostics']).elements(), key=str)}\n  actual   {sorted(signature(said[name]).elements(), key=str)}")
if total == 0:
    sys.exit("no post is both in the archive and in the known messages")
print(f"{len(files)} posts checked; {right} of {total} as in the site's build ({100 * right / total:.1f} %)")
sys.exit(right < WANTED * total)

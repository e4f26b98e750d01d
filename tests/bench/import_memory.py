#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Broadside developers
# SPDX-License-Identifier: MIT
"""Imports a Blogger export of many megabytes, made on the fly, and says how much memory and time that takes.
Usage: import_memory.py BROADSIDE_CLI [MEGABYTES] [CUT]; with CUT the export ends in the middle of a post.
Fails where memory goes beyond 200 MB."""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MOST = 200  # megabytes
SENTENCE = "Words of a long post with &lt;b&gt;bold&lt;/b&gt; and &lt;a href='https://a.example/b'&gt;a link&lt;/a&gt;. "
KIND = "<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#{}'/>"


def entry(number):
    kind = KIND.format("post" if number % 4 == 0 else "comment")
    paragraphs = ("&lt;p&gt;" + SENTENCE * 8 + "&lt;/p&gt;") * 60
    return (
        f"<entry><published>2012-01-31T22:00:00Z</published>{kind}<title>News {number}</title>"
        f"<content type='html'>{paragraphs}</content></entry>\n"
    ).encode()


def main():
    size = (int(sys.argv[2]) if len(sys.argv) > 2 else 500) * 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        command = [sys.argv[1], "import", "blogger", "/dev/stdin", "--output", folder]
        child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        child.stdin.write(b"<feed xmlns='http://www.w3.org/2005/Atom'>")
        written = number = 0
        while written < size:
            data = entry(number)
            child.stdin.write(data)
            written += len(data)
            number += 1
        child.stdin.write(entry(0)[:2000] if len(sys.argv) > 3 else b"</feed>")
        child.stdin.close()
        print(child.stdout.read().decode(), end="")
        child.wait()
        used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
        posts = sum(1 for _ in Path(folder).rglob("*.rst"))
    seconds = time.perf_counter() - begin
    print(f"{written / 1e6:.0f} MB, {posts} posts, {seconds:.1f} s, {used:.0f} MB of memory, exit status {child.returncode}")
    return 0 if used <= MOST and posts == (number + 3) // 4 else 1


if __name__ == "__main__":
    sys.exit(main())

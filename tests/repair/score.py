#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Broadside developers
"""Repairs the posts that lie beside the checkout and scores them against their truth. Usage: score.py BROADSIDE_CLI"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77
LIMITS = ["--min-text", "0.998", "--min-link", "0.995", "--min-image", "0.995", "--min-strong", "0.96", "--min-em", "0.98"]
LIMITS += ["--min-heading", "0.99", "--min-li", "0.987", "--min-quote", "0.995", "--min-code", "1.0", "--min-table", "0.99"]
LIMITS += ["--max-messages", "0", "--max-residue", "20"]


def main():
    shared = Path(os.environ.get("BROADSIDE_SHARED", ""))
    scorer = shared / "conformance" / "repair" / "score_repair.py"
    legacy = shared / "legacy"
    if not scorer.is_file() or not (legacy / "truth.jsonl").is_file():
        print(f"skipped: no scorer and posts in {shared}")
        return SKIPPED
    try:
        import bs4, docutils, lxml  # noqa: F401, E401
    except ImportError as missing:
        print(f"skipped: {missing}")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.argv[1], "repair", "--output", folder, str(legacy / "posts")], check=True)
        arguments = ["--truth", str(legacy / "truth.jsonl"), "--list", str(legacy / "ids.txt"), folder]
        return subprocess.run([sys.executable, str(scorer), *LIMITS, *arguments], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Broadside developers
# SPDX-License-Identifier: MIT
"""Runs a scorer of the conformance cases. Usage: score.py CLI SCORER ARGUMENT...

Arguments that name something in the folder of the cases become paths to it. Ends with 77 where there are no cases.
"""

import os
import subprocess
import sys
from pathlib import Path

cli, scorer, *arguments = sys.argv[1:]
cases = Path(os.environ.get("BROADSIDE_SHARED", "")) / "conformance"
if not (cases / scorer).is_file():
    print(f"skipped: {cases / scorer} is not there")
    sys.exit(77)
paths = [str(cases / word) if "/" in word or (cases / word).exists() else word for word in arguments]
sys.exit(subprocess.run([sys.executable, cases / scorer, "--cli", cli, *paths]).returncode)

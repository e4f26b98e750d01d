#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Broadside developers
"""Checks that the window counts as English does. Usage: plurals.py CHECKOUT [--update]

A sentence with a number (tr() with "%n") has a form for one and a form for more in resources/translations/broadside_en.ts.
--update adds what is missing there, to be filled in by hand.
"""

import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

TRANSLATION = Path("resources/translations/broadside_en.ts")
LUPDATE = shutil.which("lupdate", path="/usr/lib/qt6/bin") or shutil.which("lupdate6") or shutil.which("lupdate")


def update(root, translation):
    # The folders that #include starts from: without them lupdate knows no class of ours by its whole name.
    command = [LUPDATE, "-silent", "-pluralonly", "-no-obsolete", "-locations", "none", "-I", ".", "-I", "app", "app", "ui"]
    subprocess.run([*command, "-ts", translation], cwd=root, check=True, stderr=subprocess.DEVNULL)


def unfinished(translation):
    for message in ElementTree.parse(translation).iter("message"):
        forms = [form.text for form in message.iter("numerusform")]
        if message.find("translation").get("type") or len(forms) != 2 or not all(forms):
            yield message.findtext("source")


def main():
    root = Path(sys.argv[1]).resolve()
    if not LUPDATE:
        print("skipped: Qt's lupdate is not installed")
        sys.exit(77)
    if "--update" in sys.argv:
        update(root, root / TRANSLATION)
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / TRANSLATION.name
        shutil.copy(root / TRANSLATION, copy)
        before = copy.read_text().count("<source>")
        update(root, copy)
        complaints = [f"{TRANSLATION}: no form for one and for more of: {source}" for source in unfinished(copy)]
        if copy.read_text().count("<source>") < before:
            complaints.append(f"{TRANSLATION}: has sentences that the program no longer says; plurals.py --update")
    print("\n".join(complaints) or f"{before} sentences with a number have both forms")
    sys.exit(bool(complaints))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Broadside developers
"""Checks that desktops find the program, its icon and its windows. Usage: desktop_entry.py CHECKOUT

The entry is named in three places that no compiler compares: its own file, the window's code and what is installed
(https://specifications.freedesktop.org/desktop-entry-spec/latest/).
"""

import configparser
import re
import sys
from pathlib import Path

NEEDED = ("Type", "Name", "Comment", "Exec", "Icon", "Categories", "MimeType", "StartupWMClass")


def complaints(root):
    main = (root / "app" / "main.cpp").read_text(encoding="utf-8")
    named = re.search(r'setDesktopFileName\(u"([^"]+)"_s\)', main)
    if not named:
        yield "app/main.cpp sets no name of a desktop entry"
        return
    path = root / "packaging" / "desktop" / f"{named[1]}.desktop"
    if not path.is_file():
        yield f"app/main.cpp names the desktop entry “{named[1]}”, but there is no {path.relative_to(root)}"
        return
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(path, encoding="utf-8")
    entry = parser["Desktop Entry"]
    yield from (f"{path.name} has no {key}" for key in NEEDED if not entry.get(key))
    installed = (root / "packaging" / "cmake" / "Package.cmake").read_text(encoding="utf-8")
    icon = f"resources/icons/{entry.get('Icon')}.svg"
    if not (root / icon).is_file():
        yield f"{path.name} names the icon {entry.get('Icon')}, but there is no {icon}"
    yield from (f"Package.cmake does not install {file}" for file in (icon, str(path.relative_to(root))) if file not in installed)
    program, *arguments = entry.get("Exec", "").split()
    if f"add_executable({program} " not in (root / "app" / "CMakeLists.txt").read_text(encoding="utf-8"):
        yield f"{path.name} starts {program}, which app/ does not build"
    if arguments != ["%F"]:
        yield f"{path.name} does not hand over the files: the window takes paths (%F)"
    name = re.search(r'setApplicationName\(u"([^"]+)"_s\)', main)
    if not name or entry.get("StartupWMClass") != name[1]:
        yield f"{path.name} has another StartupWMClass than the windows have"
    if not entry.get("MimeType", "").endswith(";") or not entry.get("Categories", "").endswith(";"):
        yield f"{path.name}: a list ends with a semicolon"


def main():
    found = list(complaints(Path(sys.argv[1])))
    for complaint in found:
        print(complaint)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

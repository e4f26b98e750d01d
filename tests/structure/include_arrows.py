#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Broadside developers
"""Checks who includes whom, against ARCHITECTURE.md's map. Usage: include_arrows.py CHECKOUT

A wrong arrow between two libraries often does not link; one to a header alone does, since app/ is a shared include
root. This test finds those.
"""

import re
import sys
from pathlib import Path

# Folder -> the folders it may include besides itself. The arrows go inwards, and through: session may name an rst type.
FOLDERS = {
    "rst": [],
    "post": ["rst"],
    "readers": ["rst"],
    "network": [],
    "repair": ["readers", "post", "network", "rst"],
    "archive": ["post", "readers", "rst"],
    "publish": ["post", "readers", "network", "rst"],
    "session": ["archive", "publish", "repair", "post", "readers", "network", "rst"],
    "cli": ["archive", "publish", "repair", "post", "readers", "network", "rst"],
    "ui": ["session", "archive", "publish", "repair", "post", "rst"],
}

# The same inside the engine. A name with a dot is one header: the parser knows what a directive and a role are, and
# none of them by name. sphinx is a dialect: it adds directives, roles, transforms and a writer to docutils' own.
CONTRACTS = ["directives/directive.h", "roles/role.h"]
ENGINE_PARTS = {
    "settings.h": ["text", "sphinx/sphinx_settings.h"],
    "text": [],
    "document": ["text"],
    "diagnostics": ["document", "text"],
    "references": ["document", "diagnostics", "text", "settings.h"],
    "parser": ["document", "diagnostics", "references", "text", "settings.h"] + CONTRACTS,
    "directives": ["document", "diagnostics", "references", "text", "settings.h", "parser", "roles/role.h"],
    "roles": ["document", "diagnostics", "references", "text", "settings.h", "parser"]
    + ["directives/directive.h", "directives/option_converters.h"],
    "transforms": ["document", "diagnostics", "references", "text", "settings.h"],
    # What the RST writer escapes is what the parser would recognise.
    "writers": ["document", "diagnostics", "text", "settings.h", "parser/inline_chars.h", "parser/line_patterns.h"]
    + ["parser/standalone_hyperlink.h"],
    "sphinx": ["document", "diagnostics", "references", "text", "settings.h", "parser", "directives", "roles"]
    + ["transforms", "writers"],
}
KNOWS_ALL = ["engine.h", "engine.cpp", "CMakeLists.txt"]

# The window shows; it neither parses nor writes.
NOT_FOR_UI = re.compile(r"rst/(engine\.h|parser/|directives/|roles/|transforms/|writers/)")

QT = r"Q[A-Z]\w*|Qt\w+/.*|KSyntaxHighlighting/.*|Sonnet/.*|q\w+\.h"
WIDGETS = (
    r"QtWidgets.*|QtWebEngine.*|QWebEngine\w*|Q\w*Widget|QApplication|QMainWindow|Q\w*Dialog|QMessageBox|QAction"
    r"|QPlainTextEdit|QTextEdit|QMenu\w*|Q\w+View"
)

# (where it is forbidden, header, why)
SYSTEM_HEADERS = [
    (r"app/(rst|network|readers|post|publish|repair|archive)/", QT, "has no Qt"),
    (r"app/(session|cli)/", WIDGETS, "has no widgets"),
    # <filesystem> it may have: paths are text too.
    (r"app/rst/", r"fstream|iostream|cstdio", "opens no file"),
    (r"app/", r"regex", "matches by hand; std::regex is slow and recursive"),
    (r"(?!app/readers/.*\.cpp$)", r"cmark-gfm.*|gumbo\.h", "leaves cmark-gfm and gumbo to the .cpp files of the readers"),
]

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')
GENERATED = re.compile(r"(.*/)?(moc_.*|.*\.moc|ui_.*\.h|qrc_.*)$")


def allows(allowed, target):
    return any(target == entry or ("." not in entry and target.startswith(entry + "/")) for entry in allowed)


def engine_complaint(source, target):
    """source and target are relative to app/rst."""
    if source in KNOWS_ALL:
        return None
    part = source.split("/")[0]
    if part not in ENGINE_PARTS:
        return f"'{part}' is no part of the engine that include_arrows.py knows"
    own = target == part or ("." not in part and target.startswith(part + "/"))
    if own or allows(ENGINE_PARTS[part], target):
        return None
    return f"rst/{part} may not include rst/{target}"


def quoted_complaint(root, path, target):
    if GENERATED.match(target):
        return None
    source = path.relative_to(root).as_posix()
    base = root if target.startswith("ui/") else root / "app"
    if not (base / target).is_file():
        if (path.parent / target).is_file():
            return f'"{target}" is to be named from the include root'
        return None if GENERATED.match(target) else f'"{target}" is neither in app/ nor in ui/'
    if source == "app/main.cpp":
        return None
    folder = source.split("/")[0] if source.startswith("ui/") else source.split("/")[1]
    other = target.split("/")[0]
    if folder not in FOLDERS:
        return f"'{folder}' is no folder that include_arrows.py knows"
    if folder == other:
        if folder == "rst":
            return engine_complaint(source.removeprefix("app/rst/"), target.removeprefix("rst/"))
        return None
    if other not in FOLDERS[folder]:
        return f"{folder} may not include {other}"
    if folder == "ui" and NOT_FOR_UI.match(target):
        return f"ui may not include {target}"
    return None


def system_complaint(source, header):
    for where, pattern, why in SYSTEM_HEADERS:
        if re.match(where, source) and re.fullmatch(pattern, header):
            return f"<{header}>: this place {why}"
    return None


def sources(root):
    return sorted(
        path for top in ("app", "ui") for path in (root / top).rglob("*") if path.suffix in (".h", ".cpp", ".def")
    )


def complaints_about(root):
    complaints = []
    for path in sources(root):
        source = path.relative_to(root).as_posix()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            quoted, system = match.groups()
            complaint = quoted_complaint(root, path, quoted) if quoted else system_complaint(source, system)
            if complaint:
                complaints.append(f"{source}:{number}: {complaint}")
    return complaints


def main():
    root = Path(sys.argv[1]).resolve()
    count = len(sources(root))
    if not count:
        sys.exit(f"no sources in {root}")
    complaints = complaints_about(root)
    print("\n".join(complaints) or f"{count} files, every include goes inwards")
    sys.exit(bool(complaints))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Broadside developers
"""A check that never complains looks like one that passes: here it has to complain, and to keep quiet."""

import sys
import tempfile
import unittest
from pathlib import Path

import include_arrows

HEADERS = [
    "app/archive/index.h",
    "app/post/slug.h",
    "app/publish/target.h",
    "app/readers/html/html_reader.h",
    "app/rst/diagnostics/reporter.h",
    "app/rst/directives/directive.h",
    "app/rst/directives/images.h",
    "app/rst/document/document.h",
    "app/rst/engine.h",
    "app/rst/parser/lines.h",
    "app/rst/writers/html_writer.h",
    "app/session/post_session.h",
    "ui/main_window.h",
]


class IncludeArrows(unittest.TestCase):
    def complaints(self, source, include):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder).resolve()
            for header in HEADERS:
                (root / header).parent.mkdir(parents=True, exist_ok=True)
                (root / header).touch()
            (root / source).write_text(f"#include {include}\n", encoding="utf-8")
            return include_arrows.complaints_about(root)

    def test_allowed(self):
        for source, include in [
            ("app/main.cpp", '"ui/main_window.h"'),
            ("app/archive/index.cpp", '"post/slug.h"'),
            ("app/readers/html/html_reader.cpp", "<gumbo.h>"),
            ("app/rst/engine.cpp", '"rst/writers/html_writer.h"'),
            ("app/rst/document/document.cpp", "<vector>"),
            ("app/rst/parser/lines.cpp", '"rst/directives/directive.h"'),
            ("app/session/post_session.cpp", '"rst/engine.h"'),
            ("app/session/post_session.cpp", "<QObject>"),
            ("ui/main_window.cpp", '"main_window.moc"'),
            ("ui/main_window.cpp", '"rst/diagnostics/reporter.h"'),
            ("ui/main_window.cpp", '"session/post_session.h"'),
        ]:
            with self.subTest(source=source, include=include):
                self.assertEqual(self.complaints(source, include), [])

    def test_forbidden(self):
        for source, include in [
            ("app/archive/index.cpp", '"publish/target.h"'),
            ("app/post/slug.cpp", "<QString>"),
            ("app/post/slug.cpp", '"readers/html/html_reader.h"'),
            ("app/readers/html/html_reader.h", "<gumbo.h>"),
            ("app/rst/directives/images.cpp", "<fstream>"),
            ("app/rst/document/document.cpp", '"rst/parser/lines.h"'),
            ("app/rst/document/document.cpp", '"document.h"'),
            ("app/rst/parser/lines.cpp", '"rst/directives/images.h"'),
            ("app/rst/parser/lines.cpp", "<regex>"),
            ("app/rst/writers/html_writer.cpp", '"rst/engine.h"'),
            ("app/rst/writers/html_writer.cpp", '"rst/parser/lines.h"'),
            ("app/session/post_session.cpp", "<QMessageBox>"),
            ("app/session/post_session.cpp", '"ui/main_window.h"'),
            ("ui/main_window.cpp", "<cmark-gfm.h>"),
            ("ui/main_window.cpp", '"rst/engine.h"'),
        ]:
            with self.subTest(source=source, include=include):
                self.assertEqual(len(self.complaints(source, include)), 1)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])

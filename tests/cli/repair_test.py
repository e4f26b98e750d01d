#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Broadside developers
# SPDX-License-Identifier: MIT
"""Drives repair and import of broadside-cli over bad input. Usage: repair_test.py CLI"""

import base64
import http.server
import json
import os
import pty
import re
import subprocess
import sys
import tempfile
import threading
import unittest
from pathlib import Path

CLI = os.path.abspath(sys.argv[1])
HEAD = ".. post:: 2019-05-06\n   :tags: post, legacy-blogger\n\nA Day of Sprints\n================\n\n"
LINE = "*This was originally posted on blogger* `here <https://pyfound.blogspot.com/2019/05/a-day.html>`_.\n\n"
LEGACY = HEAD + LINE + "Come and bring _your own_ ideas.  \n  \n*Everybody* is welcome.\n"
FEED = "<feed xmlns='http://www.w3.org/2005/Atom'>"


def entry(number, html):
    return (
        "<entry><published>2012-01-31T22:00:00.000-08:00</published><category "
        "scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#post'/>"
        f"<title>News {number}</title><content type='html'>{html.replace('&', '&amp;').replace('<', '&lt;')}</content>"
        f"<link rel='alternate' href='https://b.example/2012/01/news-{number}.html'/></entry>"
    )


class Server(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(404 if "gone" in self.path else 200)
        self.send_header("Content-Type", "text/html" if "page" in self.path else "image/png")
        self.end_headers()
        self.wfile.write(b"\x89PNG\r\n\x1a\n" + self.path.encode())

    def log_message(self, *_):
        pass


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name).resolve()

    def write(self, name, text):
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def run_cli(self, *arguments):
        done = subprocess.run([CLI, *map(str, arguments)], capture_output=True, timeout=120)
        done.out, done.err = done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
        return done

    def serve(self):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return f"http://127.0.0.1:{server.server_address[1]}"


class Repair(Case):
    def test_a_folder_with_unreadable_files_is_done_but_for_those(self):
        for number in range(300):
            self.write(f"posts/2019/2019-05-{number}.rst", LEGACY)
        bad = {self.path / f"posts/2019/bad-{name}.rst" for name in ("link", "pipe", "bytes")}
        link, pipe, data = (self.path / f"posts/2019/bad-{name}.rst" for name in ("link", "pipe", "bytes"))
        link.symlink_to("nowhere.rst")
        os.mkfifo(pipe)
        data.write_bytes(LEGACY.encode() + b"\xff\xfe and bytes that are no text\n")
        if os.geteuid() != 0:
            closed = self.write("posts/closed/a.rst", LEGACY).parent
            closed.chmod(0)
            self.addCleanup(closed.chmod, 0o700)
            bad.add(closed)
        done = self.run_cli("repair", "--in-place", self.path / "posts")
        self.assertEqual(done.returncode, 1)
        for name in bad - {data}:
            self.assertEqual(done.err.count(str(name)), 1, f"{name}: {done.err}")
        for number in range(300):
            text = (self.path / f"posts/2019/2019-05-{number}.rst").read_text()
            self.assertIn("**Everybody**", text)
            self.assertTrue(text.endswith("welcome.\n"), text)
        self.assertTrue(data.read_bytes().endswith(b"\xff\xfe and bytes that are no text\n"), "nothing is lost")
        self.assertEqual(list(self.path.rglob("*.part")) + list(self.path.rglob(".*")), [], "nothing is left behind")
        again = self.run_cli("repair", "--in-place", self.path / "posts")
        self.assertIn("0 repaired", again.out)

    def test_a_half_repaired_post_keeps_what_was_done_by_hand(self):
        hand = "The **hand** wrote `this <https://a.example/b>`__ and ``that``.\n"
        post = self.write("p.rst", HEAD + LINE + hand + "\nCome and bring _your own_ ideas.\n\n- one\n- two\n")
        self.assertEqual(self.run_cli("repair", "--in-place", post).returncode, 0)
        text = post.read_text()
        self.assertIn(hand, text)
        self.assertIn("bring *your own* ideas", text)
        self.assertIn("- one\n- two\n", text)

    def test_pictures_are_fetched_only_when_asked(self):
        base = self.serve()
        self.write("blog/conf.py", "project = 'x'\n")
        body = f"![]({base}/Board%20Meeting.png)\n\n![A red door](${base}/a8f7e6d5c4)\n".replace("$", "")
        body += f"\n![]({base}/gone.png)\n\n![]({base}/page.png)\n"
        post = self.write("blog/posts/2019/2019-05-a-day.rst", HEAD + LINE + "Words.\n\n" + body)
        copy = self.run_cli("repair", "--output", self.path / "out", post)
        self.assertEqual(copy.returncode, 0, copy.err)
        self.assertEqual(list(self.path.rglob("*.png")), [])
        self.assertEqual(self.run_cli("repair", "--fetch-images", post).returncode, 2, "where to, is not said")
        done = self.run_cli("repair", "--in-place", "--fetch-images", "--private", "--report", "json", post)
        self.assertEqual(done.returncode, 1, done.err)
        self.assertEqual(done.err.count("picture left: "), 2, done.err)
        pictures = sorted(str(file.relative_to(self.path)) for file in self.path.rglob("*.png"))
        self.assertEqual(
            pictures,
            [
                "blog/_static/2019/2019-05-a-day-board-meeting.png",
                "blog/_static/2019/2019-05-a-day-red-door.png",
            ],
        )
        text = post.read_text()
        self.assertIn("image:: /_static/2019/2019-05-a-day-red-door.png", text)
        self.assertIn(f"image:: {base}/gone.png", text)
        self.assertEqual(len(json.loads(done.out)["posts"][0]["images"]["fetched"]), 2)

    def test_private_networks_are_not_reached(self):
        base = self.serve()
        self.write("blog/conf.py", "")
        post = self.write("blog/posts/2019/a.rst", HEAD + LINE + f"Words.\n\n![]({base}/p.png)\n")
        done = self.run_cli("repair", "--in-place", "--fetch-images", post)
        self.assertEqual(done.returncode, 1)
        self.assertIn("private network", done.err)

    def test_a_terminal_gets_a_progress_bar(self):
        for number in range(20):
            self.write(f"{number}.rst", LEGACY)
        leader, follower = pty.openpty()
        done = subprocess.run([CLI, "repair", str(self.path)], stdout=subprocess.PIPE, stderr=follower, timeout=60)
        os.close(follower)
        shown = everything_from(leader)
        self.assertRegex(shown, r"\[#{40}\] 20 of 20")
        counts = re.findall(r"(\d+) of 20", shown)
        self.assertEqual(counts, sorted(set(counts), key=int))
        self.assertRegex(done.stdout.decode(), re.compile(r"^strong +20 +20 +certain", re.MULTILINE))
        self.assertNotIn("#", self.run_cli("repair", self.path).err)

    def test_twins_give_pictures_back(self):
        post = self.write("p.rst", LEGACY)
        twin = "---\ntitle: A Day of Sprints\n---\n\nCome and bring your own ideas.\n\n"
        twin += "![The hall](https://a.example/hall.png)\n\nEverybody is welcome.\n\n![](./local.png)\n"
        self.write("twins/a-day/index.md", twin)
        done = self.run_cli("repair", "--in-place", "--twins", self.path / "twins", "--report", "json", post)
        self.assertEqual(done.returncode, 0, done.err)
        text = post.read_text()
        self.assertIn("ideas.\n\n.. image:: https://a.example/hall.png\n   :alt: The hall\n\n**Everybody**", text)
        self.assertEqual(json.loads(done.out)["posts"][0]["twin"]["missing-pictures"], ["./local.png"])


def everything_from(terminal):
    shown = b""
    try:
        while part := os.read(terminal, 65536):
            shown += part
    except OSError:  # nobody has the other end any more
        pass
    os.close(terminal)
    return shown.decode()


class Import(Case):
    def read(self, kind, source):
        done = self.run_cli("import", kind, source, "--output", self.path / "out")
        return done, sorted((self.path / "out").rglob("*.rst"))

    def test_pictures_that_a_page_holds_become_files(self):
        png = b"\x89PNG\r\n\x1a\n and more"
        inside = "data:image/png;base64," + base64.b64encode(png).decode()
        page = f"<h1>Doors open</h1><p>Come.</p><p><img alt='The hall' src='{inside}'></p>"
        page += "<p><img alt='Afar' src='http://127.0.0.1:9/x.png'></p>"
        done, posts = self.read("html", self.write("doors.html", page))
        self.assertEqual(done.returncode, 0, done.err)
        text = posts[0].read_text()
        address = re.search(r"image:: (/\S+)\n   :alt: The hall", text)[1]
        self.assertEqual((self.path / "out" / address[1:]).read_bytes(), png)
        self.assertIn("image:: http://127.0.0.1:9/x.png", text)
        none = page.replace(base64.b64encode(png).decode(), base64.b64encode(b"<svg onload='x()'/>").decode())
        done, posts = self.read("html", self.write("doors.html", none))
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.err, "doors.rst: data:image/png… holds no picture")

    def test_an_export_that_is_cut_off_gives_what_is_whole(self):
        text = FEED + entry(1, "<p>One</p>") + entry(2, "<p>Two</p>") + entry(3, "<p>Three</p>")
        for cut in (len(text) - 1, len(text) - 60, len(text) - 300):
            done, posts = self.read("blogger", self.write("e.xml", text[:cut]))
            self.assertEqual(done.returncode, 1)
            self.assertIn("ends in the middle", done.err)
            self.assertGreaterEqual(len(posts), 2)
            self.assertIn("Two", posts[1].read_text())

    def test_entities_do_not_multiply(self):
        laughs = "<!DOCTYPE feed [<!ENTITY a 'ha'>" + "".join(
            f"<!ENTITY {chr(98 + i)} '{('&' + chr(97 + i) + ';') * 10}'>" for i in range(20)
        )
        done, posts = self.read("blogger", self.write("e.xml", laughs + "]>" + FEED + "<entry><title>&u;</title>"))
        self.assertEqual((done.returncode, posts), (1, []))
        self.assertIn("entity", done.err)

    def test_an_external_entity_reads_no_file(self):
        secret = self.write("secret", "PASSWORD")
        text = f"<!DOCTYPE feed [<!ENTITY x SYSTEM 'file://{secret}'>]>" + FEED + "<entry><title>&x;</title></entry></feed>"
        done, posts = self.read("blogger", self.write("e.xml", text))
        self.assertEqual(done.returncode, 1)
        self.assertFalse(any("PASSWORD" in post.read_text() for post in posts))

    def test_hostile_html_becomes_harmless_text(self):
        html = "<p onclick='x()'>A<script>alert(1)</script><iframe src='file:///etc/passwd'></iframe>"
        html += "<a href='javascript:alert(1)'>B</a><img src='javascript:x' onerror='y()'></p>\n.. raw:: html\n\n   <b>C</b>"
        html += "<p>.. include:: /etc/passwd</p><table>" * 3 + "<div>" * 20_000 + "D"
        done, posts = self.read("blogger", self.write("e.xml", FEED + entry(1, html) + "</feed>"))
        self.assertEqual(done.returncode, 0, done.err)
        page = self.run_cli("render", posts[0]).out
        self.assertIn("<p>AB", page)
        for bad in ("alert(1)", "javascript:", "onclick", "onerror", "<iframe", "root:x:"):
            self.assertNotIn(bad, page)
        self.assertIn("D", page)

    def test_ten_thousand_nested_quotes(self):
        done, posts = self.read("markdown", self.write("q.md", ">" * 10_000 + " deep\n"))
        self.assertEqual(done.returncode, 0, done.err)
        self.assertIn("deep", posts[0].read_text())
        legacy = self.write("q.rst", HEAD + LINE + "> " * 10_000 + "deep\n")
        done = self.run_cli("repair", "--in-place", legacy)
        self.assertIn(done.returncode, (0, 1))
        self.assertIn("deep", legacy.read_text())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])

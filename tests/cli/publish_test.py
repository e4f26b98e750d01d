#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Broadside developers
# SPDX-License-Identifier: MIT
"""Drives export, links, hook and check --staged of broadside-cli in real git repositories. Usage: publish_test.py CLI"""

import http.server
import json
import os
import subprocess
import sys
import tempfile
import threading
import unittest
from pathlib import Path

CLI = os.path.abspath(sys.argv[1])
GOOD = ".. post:: 2026-03-01\n   :tags: news\n   :language: en\n\nA Good Post\n===========\n\nWords with *emphasis*.\n"
BAD = GOOD + "\n.. no-such-thing::\n"
NAME = "posts/2026/2026-03-good-post.rst"


class Server(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        picture = self.path.endswith(".png")
        self.send_response(404 if "gone" in self.path else 301 if "moved" in self.path else 200)
        if "moved" in self.path:
            self.send_header("Location", "/here")
        self.send_header("Content-Type", "image/png" if picture else "text/html")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(b"\x89PNG\r\n\x1a\npicture" if picture else b"page")

    do_HEAD = do_GET

    def log_message(self, *_):
        pass


class Publish(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.home = Path(self.folder.name).resolve()
        self.blog = self.home / "blog"
        self.blog.mkdir()
        config = "[user]\n\tname = A Writer\n\temail = writer@example.org\n[init]\n\tdefaultBranch = main\n"
        (self.home / ".gitconfig").write_text(config)
        self.env = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
        self.env |= {"HOME": str(self.home), "GIT_CONFIG_NOSYSTEM": "1", "XDG_CACHE_HOME": str(self.home / "cache")}
        self.env["PATH"] = os.path.dirname(CLI) + ":" + os.environ["PATH"]
        self.write("broadside.toml", "")
        self.git("init", "--quiet")
        self.git("add", ".")
        self.git("commit", "--quiet", "-m", "Begin")

    def tearDown(self):
        self.folder.cleanup()

    def write(self, name, text):
        file = self.blog / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return file

    def run_in(self, *command):
        done = subprocess.run(list(map(str, command)), capture_output=True, cwd=self.blog, env=self.env, timeout=100)
        done.out, done.err = done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
        return done

    def cli(self, *arguments):
        return self.run_in(CLI, *arguments)

    def git(self, *arguments):
        done = self.run_in("git", *arguments)
        self.assertEqual(done.returncode, 0, done.err)
        return done.out

    def serve(self):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return f"http://127.0.0.1:{server.server_port}"

    def test_commits_one_post_on_a_new_branch(self):
        post = self.write("draft.rst", GOOD)
        done = self.cli("export", post, "--commit", "--branch", "posts/good", "--message", "Add a good post")
        self.assertEqual(done.returncode, 0, done.err)
        self.assertEqual(self.git("log", "--format=%s", "posts/good"), "Add a good post\nBegin\n")
        self.assertEqual(self.git("show", "--format=", "--name-status", "posts/good"), f"A\t{NAME}\n")
        self.assertEqual(self.git("show", f"posts/good:{NAME}"), GOOD)
        self.assertFalse((self.blog / NAME).exists())

    def test_replaces_no_version_of_a_branch_that_nobody_has_seen(self):
        post = self.write("draft.rst", GOOD)
        self.assertEqual(self.cli("export", post, "--commit", "--branch", "posts/good").returncode, 0)
        other = self.write("draft.rst", GOOD.replace("emphasis", "other words"))
        done = self.cli("export", other, "--commit", "--branch", "posts/good")
        self.assertEqual(done.returncode, 1)
        self.assertIn("posts/good has another version of this post", done.err)
        self.assertIn("+", done.out)
        self.assertEqual(self.git("show", f"posts/good:{NAME}"), GOOD)
        done = self.cli("export", other, "--commit", "--branch", "posts/good", "--force")
        self.assertEqual(done.returncode, 0, done.err)
        self.assertIn("other words", self.git("show", f"posts/good:{NAME}"))

    def test_takes_the_pictures_beside_a_post_along(self):
        post = self.write("drafts/good.rst", GOOD + "\n.. image:: hall.png\n   :alt: A hall\n")
        self.write("drafts/hall.png", "a picture")
        done = self.cli("export", post)
        self.assertEqual(done.returncode, 0, done.err)
        self.assertIn("ok      picture: drafts/hall.png is taken along, to posts/2026/hall.png.\n", done.err)
        self.assertEqual((self.blog / "posts/2026/hall.png").read_text(), "a picture")
        done = self.cli("export", post, "--commit", "--branch", "posts/good")
        self.assertEqual(done.returncode, 0, done.err)
        self.assertEqual(self.git("show", "posts/good:posts/2026/hall.png"), "a picture")

    def test_replaces_no_picture_of_a_branch_unasked(self):
        post = self.write("drafts/good.rst", GOOD + "\n.. image:: hall.png\n   :alt: A hall\n")
        self.write("drafts/hall.png", "a picture")
        self.assertEqual(self.cli("export", post, "--commit", "--branch", "posts/good").returncode, 0)
        self.write("drafts/hall.png", "another picture")
        done = self.cli("export", post, "--commit", "--branch", "posts/good")
        self.assertEqual(done.returncode, 1)
        self.assertIn("posts/good has another picture posts/2026/hall.png", done.err)
        self.assertEqual(self.git("show", "posts/good:posts/2026/hall.png"), "a picture")
        self.assertEqual(self.cli("export", post, "--commit", "--branch", "posts/good", "--force").returncode, 0)
        self.assertEqual(self.git("show", "posts/good:posts/2026/hall.png"), "another picture")

    def test_pushes_no_post_before_its_day(self):
        self.git("init", "--quiet", "--bare", "../remote.git")
        self.git("remote", "add", "origin", "../remote.git")
        post = self.write("draft.rst", GOOD.replace("2026-03-01", "2999-03-01"))
        done = self.cli("export", post, "--push")
        self.assertEqual(done.returncode, 1)
        self.assertIn("dated in the future", done.err)
        self.assertEqual(self.git("ls-remote", "origin"), "")
        again = self.write("draft.rst", GOOD.replace("2026-03-01", "2999-03-01") + "\nMore.\n")
        done = self.cli("export", again, "--push", "--before-its-day", "--force")
        self.assertEqual(done.returncode, 0, done.err)
        self.assertIn("refs/heads/main", self.git("ls-remote", "origin"))

    def test_exports_what_stands_alone(self):
        post = self.write("draft.rst", GOOD)
        self.assertEqual(self.cli("export", post, "--target", "html").returncode, 0)
        page = (self.blog / "export/good-post.html").read_text()
        self.assertIn("<em>emphasis</em>", page)
        self.assertIn("default-src 'none'", page)
        self.assertEqual(self.cli("export", post, "--target", "email").returncode, 0)
        self.assertIn("Words with _emphasis_.", (self.blog / "export/good-post.txt").read_text())

    def test_hook_checks_what_is_staged(self):
        self.assertEqual(self.cli("hook", "--install").returncode, 0)
        post = self.write(NAME, BAD)
        self.git("add", NAME)
        post.write_text(GOOD)  # mended, but not staged
        done = self.run_in("git", "commit", "-m", "Bad")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("no-such-thing", done.out + done.err)
        done = self.run_in("git", "commit", "-m", "Good", "--only", NAME)
        self.assertEqual(done.returncode, 0, done.out + done.err)
        self.assertEqual(self.cli("hook", "--install").returncode, 0, "its own hook is renewed")
        self.write(".git/hooks/pre-commit", "#!/bin/sh\n")
        self.assertEqual(self.cli("hook", "--install").returncode, 2, "another one is kept")

    def test_sarif_has_the_verdict_of_the_checklist(self):
        posts = {
            "good": GOOD,
            "bad": BAD,
            "warned": GOOD.replace("*emphasis*", "*emphasis"),
            "picture": GOOD + "\n.. image:: gone.png\n",
            "title": ".. post:: 2026-03-01\n\nWords.\n",
            "future": GOOD.replace("2026-03-01", "2999-01-01"),
        }
        for name, text in posts.items():
            post = self.write(f"posts/2026/2026-03-{name}.rst", text)
            failed = self.cli("export", post, "--dry-run").returncode == 1
            sarif = json.loads(self.cli("check", "--checklist", "--format", "sarif", post).out)
            levels = {result["level"] for result in sarif["runs"][0]["results"]}
            self.assertEqual("error" in levels, failed, f"{name}: {levels}")

    def test_links_tells_what_became_of_them(self):
        base = self.serve()
        text = GOOD + f"\n`Here <{base}/here>`_, `moved <{base}/moved>`_, `gone <{base}/gone>`_.\n"
        post = self.write(NAME, text)
        done = self.cli("links", "--private", "--pause", "0", post)
        self.assertEqual(done.returncode, 1, done.err)
        self.assertIn(f"{post}:10: good: {base}/here", done.out)
        self.assertIn(f"MOVED FOR GOOD: {base}/moved has moved for good to {base}/here", done.out)
        self.assertIn(f"BROKEN: {base}/gone", done.out)
        self.assertIn("private network", self.cli("links", "--fresh", "--pause", "0", post).out)

    def test_links_brings_pictures_into_the_blog(self):
        base = self.serve()
        post = self.write(NAME, GOOD + f"\n.. image:: {base}/party.png\n   :alt: People\n")
        done = self.cli("links", "--pictures", "--private", post)
        self.assertEqual(done.returncode, 0, done.err)
        self.assertIn(".. image:: /_static/2026/2026-03-good-post-party.png\n", post.read_text())
        self.assertTrue((self.blog / "_static/2026/2026-03-good-post-party.png").is_file())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])

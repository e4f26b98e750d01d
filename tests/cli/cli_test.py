#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Broadside developers
# SPDX-License-Identifier: MIT
"""Drives broadside-cli as a shell does. Usage: cli_test.py CLI"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CLI = os.path.abspath(sys.argv[1])
GOOD = ".. post:: 2026-03-01\n   :tags: news\n\nA Good Post\n===========\n\nWords with *emphasis*.\n"


def run(*arguments, text="", cwd=None):
    data = text if isinstance(text, bytes) else text.encode()
    done = subprocess.run([CLI, *map(str, arguments)], input=data, capture_output=True, cwd=cwd, timeout=60)
    done.out, done.err = done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
    return done


class Cli(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name).resolve()

    def tearDown(self):
        self.folder.cleanup()

    def write(self, name, text):
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file


class General(Cli):
    def test_version_is_quick(self):
        def computed(command):
            """The processor time of the cheapest of 20 runs, in seconds: on a busy machine the time that passes says nothing."""
            times = []
            for _ in range(20):
                before = resource.getrusage(resource.RUSAGE_CHILDREN)
                subprocess.run(command, stdout=subprocess.DEVNULL)
                after = resource.getrusage(resource.RUSAGE_CHILDREN)
                times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
            return min(times)

        self.assertRegex(run("--version").out, r"^broadside-cli \d+\.\d+")
        if b"__asan_init" in Path(CLI).read_bytes():
            self.skipTest("a sanitized program starts slowly")
        # 10 ms, or twice what a bare Python needs to begin with, where that is more: on a slow machine.
        self.assertLess(computed([CLI, "--version"]), max(0.010, 2 * computed([sys.executable, "-I", "-S", "-c", ""])))

    def test_no_gui_library_is_linked(self):
        libraries = subprocess.run(["ldd", CLI], capture_output=True, text=True).stdout
        self.assertIn("libc.so", libraries)
        self.assertNotRegex(libraries, r"libQt|libX11|libwayland|libGL")

    def test_help(self):
        self.assertIn("render", run("--help").out)
        for verb in ("render", "check", "export", "new", "metadata", "date"):
            done = run(verb, "--help")
            self.assertEqual(done.returncode, 0)
            self.assertIn(f"broadside-cli {verb}", done.out)

    def test_wrong_use_ends_with_2(self):
        for arguments in ((), ("frobnicate",), ("render",), ("render", "--to", "pdf", "-"), ("render", "--what", "-"), ("check",),
                          ("render", "no-such-file.rst"), ("render", self.path), ("new",), ("export",), ("date", "--today", "soon", "x")):
            done = run(*arguments, cwd=self.path)
            self.assertEqual(done.returncode, 2, arguments)
            self.assertTrue(done.err or done.out, arguments)


class Render(Cli):
    def test_formats(self):
        self.assertIn("<emphasis>", run("render", "--to", "pseudoxml", "-", text="*x*\n").out)
        self.assertIn("<em>x</em>", run("render", "-", text="*x*\n").out)
        self.assertEqual(run("render", "--to", "rst", "-", text="T\n*\n.. class:: a\n\n* x\n").out, "T\n=\n\n.. class:: a\n\n* x\n")
        self.assertEqual(run("render", "--to", "rst", "--dialect", "sphinx", "-", text="x\n").returncode, 2)
        messages = json.loads(run("render", "--to", "messages", "-", text="*x\n").out)
        self.assertEqual(messages, [{"level": 2, "line": 1, "text": "Inline emphasis start-string without end-string."}])

    def test_any_bytes_are_fine(self):
        for text in (b"", b"\xff\xfe\x00", b"\0" * 1000, bytes(range(256)) * 10, b"\n" * 1000, b" " * 1000):
            for dialect in ("docutils", "sphinx"):
                for form in ("html", "pseudoxml", "messages"):
                    self.assertEqual(run("render", "--dialect", dialect, "--to", form, "-", text=text).returncode, 0, text[:20])

    def test_batch_answers_line_by_line(self):
        process = subprocess.Popen([CLI, "render", "--to", "html", "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for number, word in enumerate(("one", "two")):
            process.stdin.write(json.dumps({"id": number, "input": word}).encode() + b"\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())  # comes before the next request
            self.assertEqual(answer["id"], number)
            self.assertIn(word, answer["output"])
        process.stdin.write(b"no json\n")
        process.stdin.close()
        self.assertEqual(process.wait(), 0)
        self.assertIn(b"no JSON", process.stderr.read())
        process.stdout.close()
        process.stderr.close()


class Check(Cli):
    def test_good_and_bad(self):
        good = self.write("good.rst", GOOD)
        self.assertEqual(run("check", good).returncode, 0)
        bad = self.write("bad.rst", GOOD + "\nAn *open word.\n")
        done = run("check", bad)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.out, f"{bad}:9:4: WARNING: Inline emphasis start-string without end-string.\n")

    def test_folders(self):
        for name in ("a/one.rst", "a/b/two.rst", ".hidden/three.rst", "four.txt"):
            self.write(name, GOOD + "\n*open\n")
        done = run("check", "--format", "json", self.path)
        self.assertEqual([Path(entry["file"]).name for entry in json.loads(done.out)], ["two.rst", "one.rst"])

    def test_traps_of_the_site(self):
        bad = self.write("bad.rst", GOOD.replace("2026-03-01", "tomorrow"))
        self.assertIn("bad.rst:1:11: ERROR: “tomorrow” is no date", run("check", bad).out)

    def test_leftovers_of_blogger(self):
        old = self.write("old.rst", GOOD + "\n`![ <https://example.org/a.jpg>`_](https://example.org/b.jpg)\n")
        self.assertNotIn("Blogger", run("check", old).out)
        self.assertIn("Markdown left over from Blogger", run("check", "--legacy", old).out)

    def test_prose(self):
        post = self.write("prose.rst", GOOD + "\nIn the the hall.\n")
        self.assertNotIn("twice", run("check", post).out)
        self.assertIn("INFO: “the” stands here twice.", run("check", "--prose", post).out)

    def test_sarif(self):
        bad = self.write("b d.rst", GOOD + "\n*open\n")
        log = json.loads(run("check", "--format", "sarif", bad).out)
        self.assertEqual(log["version"], "2.1.0")
        result = log["runs"][0]["results"][0]
        self.assertEqual(result["level"], "warning")
        location = result["locations"][0]["physicalLocation"]
        self.assertTrue(location["artifactLocation"]["uri"].endswith("b%20d.rst"))
        self.assertEqual(location["region"]["startLine"], 9)

    def test_what_cannot_be_read(self):
        done = run("check", self.write("good.rst", GOOD), self.path / "none.rst")
        self.assertEqual(done.returncode, 2)
        self.assertIn("none.rst", done.err)
        self.assertIn("not UTF-8", run("check", self.write("bytes.rst", GOOD.encode() + b"\xff\n")).out)


class Export(Cli):
    def test_writes_by_the_rule(self):
        draft = self.write("draft.rst", GOOD.replace("=\n\n", "=  \r\n\n"))
        done = run("export", draft, "--output", self.path / "out", "--today", "2026-03-09")
        target = self.path / "out/2026/2026-03-good-post.rst"
        self.assertEqual((done.returncode, done.out), (0, f"{target}\n"), done.err)
        self.assertEqual(target.read_text(), GOOD)

    def test_dry_run_writes_nothing(self):
        draft = self.write("draft.rst", GOOD)
        done = run("export", draft, "--output", self.path / "out", "--dry-run")
        self.assertIn("+A Good Post", done.out)
        self.assertFalse((self.path / "out").exists())

    def test_replaces_nothing_unasked(self):
        draft = self.write("draft.rst", GOOD)
        other = self.write("out/2026/2026-03-good-post.rst", "Other.\n")
        done = run("export", draft, "--output", self.path / "out")
        self.assertEqual(done.returncode, 1)
        self.assertIn("-Other.", done.out)
        self.assertEqual(other.read_text(), "Other.\n")
        self.assertEqual(run("export", draft, "--output", self.path / "out", "--force").returncode, 0)
        self.assertEqual(other.read_text(), GOOD)

    def test_failed_checks_stop_it(self):
        bad = self.write("bad.rst", GOOD.replace("2026-03-01", "some day"))
        done = run("export", bad, "--output", self.path / "out")
        self.assertEqual(done.returncode, 1)
        self.assertFalse((self.path / "out").exists())

    def test_a_blog_has_its_own_rule(self):
        self.write("blog/broadside.toml", '[blog]\nposts = "text"\npath = "{slug}.rst"\n')
        draft = self.write("draft.rst", GOOD)
        done = run("export", draft, "--blog", self.path / "blog")
        self.assertEqual(done.out, f"{self.path / 'blog/text/good-post.rst'}\n", done.err)


class New(Cli):
    def test_templates_are_good_posts(self):
        for name in ("plain", "election", "grants", "release", "colleague", "event"):
            done = run("new", "--title", f"A *{name}* Title 🎉", "--date", "2026-03-01", "--template", name, "--blog", self.path)
            self.assertEqual(done.returncode, 0, done.err)
            file = Path(done.out.strip())
            self.assertEqual(file.parent.name, "2026")
            found = [line for line in run("check", file).out.splitlines() if "not readable" not in line]
            self.assertTrue(found, "nothing is left to fill in")
            self.assertEqual([line for line in found if "is still to be filled in" not in line], [])
            metadata = json.loads(run("metadata", file).out)
            self.assertEqual(metadata["posts"][0]["title"], f"A *{name}* Title 🎉")
            self.assertEqual(run("new", "--title", f"A *{name}* Title", "--date", "2026-03-01", "--blog", self.path).returncode, 2, "is there already")

    def test_a_blog_has_its_own_templates(self):
        self.write("blog/broadside.toml", '[blog]\ntemplates = "forms"\n')
        self.write("blog/forms/minutes.rst", ".. template: Minutes\n   tags: board\n\nMinutes of ⟦day⟧.\n")
        done = run("new", "--title", "X", "--stdout", "--template", "minutes", "--blog", self.path / "blog")
        self.assertTrue(done.out.endswith("X\n=\n\nMinutes of ⟦day⟧.\n"), done.out)
        self.assertIn(":tags: board\n", done.out)
        wrong = run("new", "--title", "X", "--template", "none", "--blog", self.path / "blog")
        self.assertEqual(wrong.returncode, 2)
        self.assertIn("minutes", wrong.err)

    def test_prints_without_a_file(self):
        done = run("new", "--title", "X", "--stdout", "--tags", "a, b", cwd=self.path)
        self.assertTrue(done.out.startswith(".. post::\n   :tags: a, b\n"), done.out)
        self.assertEqual(list(self.path.iterdir()), [])


class Metadata(Cli):
    def test_says_what_ablog_knows(self):
        done = run("metadata", "--today", "2026-03-09", "-", text=GOOD)
        post = json.loads(done.out)["posts"][0]
        self.assertEqual((post["kind"], post["date"], post["title"], post["tags"], post["excerpt"]),
                         ("post", "2026-03-01T00:00:00", "A Good Post", ["news"], ["Words with emphasis."]))
        later = json.loads(run("metadata", "--today", "2999-12-31", "-", text=GOOD.replace("2026-03-01", "2999-03-01")).out)
        self.assertEqual(later["posts"][0]["kind"], "draft", "by the clock, as ABlog decides it")

    def test_reads_markdown(self):
        path = self.path / "post.md"
        path.write_text("---\nblogpost: true\ndate: 2026-03-01\ntags: [a, b]\n---\n# Title\n\nWords.\n", encoding="utf-8")
        post = json.loads(run("metadata", path).out)["posts"][0]
        self.assertEqual((post["date"], post["title"], post["tags"]), ("2026-03-01T00:00:00", "Title", ["a", "b"]))

    def test_prints_what_lists_and_feeds_show(self):
        (self.path / "conf.py").write_text("blog_baseurl = 'https://example.org'\nblog_authors = {'ann': ('Ann A', None)}\n", encoding="utf-8")
        (self.path / "good.rst").write_text(".. post:: 2026-03-01\n   :author: ann\n\nGood\n====\n\nWords.\n", encoding="utf-8")
        (self.path / "index.rst").write_text("Home\n====\n\n.. postlist::\n", encoding="utf-8")
        post = json.loads(run("blog", self.path).out)
        self.assertIn("<p>Words.</p>", post["excerpt"])
        self.assertIn("Ann A", post["card"])
        self.assertIn("<id>https://example.org/good.html</id>", post["entry"])
        home = run("render", "--dialect", "sphinx", "--site", self.path / "index.rst").out
        self.assertIn('<a class="reference internal" href="good.html">Good</a>', home)

    def test_dates(self):
        requests = "".join(json.dumps({"id": i, "format": "%d.%m.%Y", "input": text}) + "\n" for i, text in enumerate(("1.2.2026", "Feb 2026", "never")))
        answers = [json.loads(line) for line in run("date", "--batch", text=requests).out.splitlines()]
        self.assertEqual(answers[0]["date"], "2026-02-01T00:00:00")
        self.assertTrue(answers[1]["depends_on_today"])
        self.assertIn("error", answers[2])


class Archive(Cli):
    """The archive of a blog in a cache of its own."""

    def setUp(self):
        super().setUp()
        self.cache = tempfile.TemporaryDirectory()
        self.before = os.environ.get("XDG_CACHE_HOME")
        os.environ["XDG_CACHE_HOME"] = self.cache.name
        self.write("conf.py", "extensions = ['ablog']\n")
        self.write("posts/good.rst", GOOD)
        self.write("posts/grants & more.rst", GOOD.replace("A Good Post", "Grants pay").replace("2026", "2031"))

    def tearDown(self):
        if self.before is None:
            del os.environ["XDG_CACHE_HOME"]
        else:
            os.environ["XDG_CACHE_HOME"] = self.before
        self.cache.cleanup()
        super().tearDown()

    def test_index_counts_and_reads_once(self):
        done = run("index", self.path, "--format", "json", "--today", "2026-04-01")
        self.assertEqual((done.returncode, done.err), (0, ""))
        counts = json.loads(done.out)
        self.assertEqual((counts["documents"], counts["read"]), (2, 2))
        self.assertEqual((counts["published"], counts["scheduled"]), (1, 1))
        self.assertEqual(json.loads(run("index", self.path, "--format", "json").out)["read"], 0)
        self.assertIn("published: 1\n", run("index", self.path, "--today", "2026-04-01").out)
        # Nothing is written into the blog.
        self.assertEqual(sorted(file.name for file in self.path.iterdir()), ["conf.py", "posts"])

    def test_search_tells_title_place_and_snippet(self):
        done = run("search", self.path, "grants")
        self.assertEqual(done.returncode, 0)
        title, place, snippet = done.out.splitlines()
        self.assertEqual((title, place.strip()), ("Grants pay", f"{self.path}/posts/grants & more.rst:4"))
        self.assertIn("Grants pay", snippet)
        hits = [json.loads(line) for line in run("search", self.path, "--format", "json", "emphasis").out.splitlines()]
        self.assertEqual({hit["path"]: hit["line"] for hit in hits}, {"posts/good.rst": 7, "posts/grants & more.rst": 7})
        self.assertEqual(run("search", self.path, "nowhere").returncode, 1)
        self.assertEqual(run("search", self.path, "emph").returncode, 1)  # only whole words

    def test_check_knows_the_other_posts(self):
        self.write("posts/other.rst", GOOD.replace("A Good Post", "Another").replace("news", "News"))
        self.write("posts/more.rst", GOOD.replace("A Good Post", "More").replace("news", "News"))
        done = run("check", "--archive", "--format", "json", self.path / "posts/good.rst")
        rules = [message["rule"] for message in json.loads(done.out)[0]["messages"]]
        self.assertIn("archive.spelling", rules)
        self.assertNotIn("archive.", run("check", self.path / "posts/good.rst").out)
        self.assertEqual(run("check", "--archive", "--fatal", "error", self.path / "posts/good.rst").returncode, 0)

    def test_links_are_judged_by_the_whole_blog(self):
        links = ":doc:`/posts/good` :ref:`tag-news`\n"
        post = self.write("posts/links.rst", GOOD.replace("Words", links + "\nWords"))
        self.assertEqual(run("check", post).out, "")
        html = run("render", "--dialect", "sphinx", post).out
        self.assertIn('href="good.html"><span class="doc">A Good Post</span>', html)
        self.assertIn('href="../blog/tag/news.html"', html)
        self.write("posts/links.rst", GOOD.replace("Words", ":doc:`/posts/gone`\n\nWords"))
        done = run("check", post)
        self.assertIn("unknown document: '/posts/gone'", done.out)
        self.assertEqual(done.returncode, 1)

    def test_rename_touches_the_name_alone(self):
        self.assertIn("news", GOOD)
        shown = run("rename", self.path, "--from", "news", "--to", "News of us")
        self.assertEqual(shown.returncode, 0, shown.err)
        self.assertIn(":tags: News of us", shown.out)
        self.assertEqual((self.path / "posts/good.rst").read_text(), GOOD, "nothing is written unasked")
        self.assertEqual(run("rename", self.path, "--from", "news", "--to", "News of us", "--write").returncode, 0)
        self.assertEqual((self.path / "posts/good.rst").read_text(), GOOD.replace(":tags: news", ":tags: News of us"))
        self.assertEqual(run("rename", self.path, "--from", "news", "--to", "x", "--write").returncode, 1)
        self.assertEqual(run("rename", self.path, "--from", "a", "--to", "b, c").returncode, 2)

    def test_faults_are_sentences(self):
        self.assertEqual(run("index", self.path / "gone").returncode, 2)
        self.assertEqual(run("search", self.path, "x", "--limit", "many").returncode, 2)
        os.environ["XDG_CACHE_HOME"] = "/proc/nowhere"
        done = run("index", self.path)
        self.assertEqual(done.returncode, 0)
        self.assertIn("made anew each time", done.err)
        self.assertEqual(run("check", self.path / "posts/good.rst").returncode, 0)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])

#!/usr/bin/env python3
"""The command as people and programs meet it: exit statuses, streams, languages, formats. check_cli.py PROGRAM"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()
DONE, SOURCES, USAGE, MACHINE = 0, 1, 2, 3


def run(*arguments, cwd=None, **environment):
    kept = {key: value for key, value in os.environ.items() if not key.startswith("LC_") and key not in {"LANG", "NO_COLOR"}}
    done = subprocess.run([PROGRAM, *map(str, arguments)], cwd=cwd, env=kept | environment, capture_output=True, timeout=120)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


class Command(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="計画 ")
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.plan = self.root / "plan-sources"
        self.plan.mkdir()
        (self.plan / "plan.yaml").write_text("title: 計画\nchapters: [a.yaml]\noutput: 計画.pdf\n", encoding="utf-8")
        self.chapter("小樽の**運河**。")

    def chapter(self, body):
        (self.plan / "a.yaml").write_text(f"kind: text\ntitle: 章\nbody: |\n  {body}\n", encoding="utf-8")

    def test_build_writes_the_pdf_beside_the_plan(self):
        status, out, err = run("build", self.plan)
        self.assertEqual((status, err), (DONE, ""))
        self.assertIn("計画.pdf", out)
        self.assertEqual((self.root / "output" / "計画.pdf").read_bytes()[:5], b"%PDF-")

    def test_without_a_command_it_builds_plan_sources(self):
        status, _, err = run(cwd=self.root)
        self.assertEqual((status, err), (DONE, ""))
        self.assertTrue((self.root / "output" / "計画.pdf").exists())

    def test_check_writes_nothing(self):
        status, _, err = run("check", self.plan)
        self.assertEqual((status, err), (DONE, ""))
        self.assertFalse((self.root / "output" / "計画.pdf").exists())

    def test_problems_of_the_sources_are_status_one_and_write_no_pdf(self):
        self.chapter("小樽の**運河。")
        status, out, err = run("build", self.plan)
        self.assertEqual((status, out), (SOURCES, ""))
        self.assertIn("a.yaml:4:6", err)
        self.assertIn("エラー[K0415]", err)
        self.assertFalse((self.root / "output" / "計画.pdf").exists())
        self.assertEqual(run("check", self.root / "nowhere")[0], SOURCES)

    def test_a_report_of_lines_in_words_and_as_json(self):
        self.chapter("雪の降る町では、" * 30)
        status, out, err = run("check", "--report", "--lang", "en", self.plan)
        self.assertEqual((status, err), (DONE, ""))
        self.assertRegex(out, r"lines set: \d+, of them justified \d+\nsolid .*\(\d+\.\d %\)\n")
        self.assertIn("ベタ組みの行", run("check", "--report", "--lang", "ja", self.plan)[1])
        both = json.loads(run("build", "--report", "--format=json", self.plan)[1])
        self.assertEqual(both["diagnostics"], [])
        lines = both["lines"]
        self.assertGreater(lines["justified"], 5)
        self.assertEqual((lines["loose"], lines["overfull"], lines["hyphens"]), (0, 0, 0))
        for worst in lines["worst"]:
            self.assertTrue(worst["file"].endswith("a.yaml"))
            self.assertEqual((worst["line"], worst["page"]), (4, "1"))

    def test_the_report_says_what_to_do(self):
        self.chapter("雪の町の人とUNQUESTIONABLY123の話を聞いて、記録に残す。" * 3)
        (self.plan / "l.yaml").write_text("extends: a4-report\ntype_area: {chars: 16}\n", encoding="utf-8")
        (self.plan / "plan.yaml").write_text("title: 計画\nchapters: [a.yaml]\nlayout: l.yaml\n", encoding="utf-8")
        arguments = ("check", "--report", self.plan)
        _, out, _ = run(*arguments, "--lang", "ja")
        self.assertRegex(out, r"\n  1ページ  .*a\.yaml:4  字間が\d\.\d\d字ずつ空いています（目立ちます）\n      「")
        self.assertRegex(out, r"→ この行までに\d+字ほど足すか、次の行の頭の「UNQUESTIONABLY123」が上がってくるように削るか")
        _, out, _ = run(*arguments, "--lang", "en")
        self.assertRegex(out, r"→ add about \d+ characters to the paragraph up to here, or take out as many as 'UNQ")
        worst = json.loads(run(*arguments, "--format=json")[1])["lines"]["worst"][0]
        self.assertEqual(worst["next"], "UNQUESTIONABLY123")
        self.assertIn("字ほど足す", worst["advice"])

    def test_short_and_json(self):
        self.chapter("小樽の**運河。")
        _, _, err = run("check", self.plan, "--format=short", "--lang=en")
        self.assertTrue(err.endswith("a.yaml:4:6: error K0415: '**' is not closed\n"), err)
        status, out, err = run("check", self.plan, "--format=json")
        self.assertEqual((status, err), (SOURCES, ""))
        (problem,) = json.loads(out)
        self.assertEqual((problem["code"], problem["line"], problem["column"]), ("K0415", 4, 6))
        self.chapter("小樽。")
        self.assertEqual(json.loads(run("check", self.plan, "--format=json")[1]), [])

    def test_plan_counts_turned_tables_and_leaves_out_notes_that_nothing_calls(self):
        (self.plan / "b.yaml").write_text(
            "種類: 本文\n題名: 次の章\n本文: |\n  雪。\n\n  [表:t]\n\n  [^a]: 注[^b]。\n\n  [^b]: 注[^a]。\n"
            "表:\n  - 名前: t\n    横倒し: true\n    行: [[甲, 乙], [丙, 丁]]\n", encoding="utf-8")
        (self.plan / "c.yaml").write_text("種類: 目次\n題名: 目次\n", encoding="utf-8")
        (self.plan / "plan.yaml").write_text("title: 計画\nchapters: [c.yaml, b.yaml]\nnotes: book-end\n", encoding="utf-8")
        status, out, _ = run("plan", self.plan, "--format=json")
        pages = json.loads(out)["pages"]
        self.assertEqual((status, [page["tables"] for page in pages]), (0, [0, 0, 1]))
        out = run("check", self.plan, "--dump", "pages")[1]
        self.assertIn("次の章", out)
        self.assertEqual(out.count('"注"'), 0)

    def test_plan_prints_a_row_for_each_page(self):
        (self.plan / "b.yaml").write_text("種類: 本文\n題名: 次の章\n本文: |\n  # 節\n  雪。[^a]\n\n  [^a]: 注。\n", encoding="utf-8")
        (self.plan / "l.yaml").write_text("extends: a4-report\ncomposition: {chapter_break: recto}\n", encoding="utf-8")
        (self.plan / "plan.yaml").write_text("title: 計画\nchapters: [a.yaml, b.yaml]\nlayout: l.yaml\n", encoding="utf-8")
        status, out, err = run("plan", self.plan, LANG="ja_JP.UTF-8")
        self.assertEqual((status, err), (DONE, ""))
        self.assertIn("台割（210 × 297 mm）", out)
        rows = out.split("\n")[4:7]
        self.assertRegex(rows[0], r"^ +1  右  第1章　章 ")
        self.assertRegex(rows[1], r"^ +2  左  （白）$")
        self.assertRegex(rows[2], r"^ +3  右  第2章　次の章 +2.1 節 +1 +\d+/33$")
        self.assertIn("全 3 ページ（うち白 1）", out)
        self.assertIn("4 の倍数にするには、あと 1 ページ", out)
        self.assertFalse((self.root / "output" / "計画.pdf").exists())
        status, out, err = run("plan", self.plan, "--format=json", "--signature", "8")
        self.assertEqual((status, err), (DONE, ""))
        plan = json.loads(out)
        self.assertEqual((plan["pages_total"], plan["to_add_for_multiple_of"]), (3, {"4": 1, "8": 5, "16": 13}))
        self.assertEqual([page["blank"] for page in plan["pages"]], [False, True, False])
        self.assertEqual(plan["pages"][2]["heads"], ["2.1 節"])
        self.assertEqual(plan["pages"][2]["signature"], 1)
        self.chapter("小樽の**運河。")
        status, out, err = run("plan", self.plan, "--lang=en")
        self.assertEqual((status, out), (SOURCES, ""))
        self.assertIn("K0415", err)

    def test_usage_is_status_two(self):
        for arguments in (["bulid"], ["build", "--jobs", "x"], ["check", "--dump=nothing"], ["--nothing"], ["build", "--layout"]):
            status, out, err = run(*arguments)
            self.assertEqual((status, out), (USAGE, ""), arguments)
            self.assertIn("--help", err)

    def test_usage_names_the_nearest_word_in_the_readers_language(self):
        self.assertIn("「bulid」は使えません。「build」のことですか。", run("bulid", LANG="ja_JP.UTF-8")[2])
        self.assertIn("'--layuot' is not known. Do you mean '--layout'?", run("build", "--layuot", LANG="en_US.UTF-8")[2])
        self.assertIn("--jobs の値が使えません：1000（範囲は 0 から 256）", run("build", "--jobs", "1000", LANG="ja_JP.UTF-8")[2])

    def test_what_cannot_be_written_is_status_three(self):
        (self.root / "file").write_text("")
        status, _, err = run("build", self.plan, "--output", self.root / "file", "--no-cache")
        self.assertEqual(status, MACHINE)
        self.assertIn("K0901", err)

    def test_help_and_version(self):
        self.assertRegex(run("--version")[1], r"^kumihan \d+\.\d+")
        self.assertIn("PDF を作る", run("--help", LANG="ja_JP.UTF-8")[1])
        self.assertIn("make the PDF", run("--help", LANG="en_US.UTF-8")[1])
        self.assertIn("PDF を作る", run("--help", "--lang", "ja", LANG="en_US.UTF-8")[1])
        self.assertEqual(run("build", "--help")[0], DONE)

    def test_no_colour_into_a_pipe(self):
        self.chapter("小樽の**運河。")
        self.assertNotIn("\x1b", "".join(run("build", self.plan)[1:]))

    def test_schemas_are_json_and_know_every_kind(self):
        status, out, _ = run("schema", "--output", self.root / "schemas")
        self.assertEqual(status, DONE)
        self.assertEqual(len(out.splitlines()), 3)
        for kind in ("plan", "chapter", "layout"):
            text = (self.root / "schemas" / f"{kind}.schema.json").read_text(encoding="utf-8")
            self.assertEqual(json.loads(text)["$schema"], "http://json-schema.org/draft-07/schema#")
            self.assertEqual(run("schema", kind)[1], text)
        self.assertIn("ワークショップ", json.loads(run("schema", "chapter")[1])["properties"]["種類"]["enum"])

    def test_stages_can_be_printed(self):
        for stage in ("document", "layout", "styled", "lines", "pages"):
            status, out, _ = run("check", self.plan, "--dump", stage)
            self.assertEqual(status, DONE)
            self.assertTrue(out, stage)

    def test_two_runs_give_the_same_bytes(self):
        run("build", self.plan, "--jobs", "1")
        first = (self.root / "output" / "計画.pdf").read_bytes()
        run("build", self.plan, "--jobs", "3")
        self.assertEqual(first, (self.root / "output" / "計画.pdf").read_bytes())


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""A plan begun with `kumihan new`, as an editor begins it. check_new.py PROGRAM ROOT

What is written builds at once, without a word of warning, and holds a chapter of every kind; nothing that is there is
written over; the words on the screen say what to do. Photos and chapters are found by names that look the same; a name
that is nearly right is asked about.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unicodedata

program, root = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
templates = root / "plan-sources/templates"
failed = 0


def check(condition, message):
    global failed
    if not condition:
        failed += 1
        print(message)


def run(*arguments, cwd):
    return subprocess.run([str(a) for a in (program, *arguments, "--lang", "ja")], cwd=cwd, capture_output=True, text=True)


def files(folder):
    return {str(f.relative_to(folder)): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


with tempfile.TemporaryDirectory(prefix="新しい 計画 ") as name:
    folder = pathlib.Path(name)
    done = run("new", "私たちの計画", cwd=folder)
    plan = folder / "私たちの計画"
    check(done.returncode == 0 and not done.stderr, f"new: {done.returncode} {done.stderr}")
    check(files(plan) == files(templates), "the plan is not a copy of the templates")
    for word in ("私たちの計画/plan.yaml", "kumihan build 私たちの計画"):
        check(word in done.stdout, f"new does not name {word}")
    check(all(os.access(f, os.W_OK) for f in plan.rglob("*")), "a file may not be written by who asked for it")

    done = run("build", "私たちの計画", cwd=folder)
    check(done.returncode == 0 and not done.stderr, f"the new plan does not build in silence: {done.stderr}")
    check((folder / "output/私たちの計画.pdf").exists(), "no PDF beside the plan")
    for layout in ("a4-report", "b5-booklet"):
        done = run("check", "私たちの計画", "--layout", layout, cwd=folder)
        check(done.returncode == 0 and not done.stderr, f"{layout}: {done.stderr}")
    done = run("build", "私たちの計画/plan.yaml", cwd=folder)
    check(done.returncode == 0, f"named by its plan.yaml: {done.stderr}")

    # A chapter of every kind that the program knows.
    schema = json.loads(subprocess.run([str(program), "schema", "chapter"], capture_output=True, text=True).stdout)
    kinds = {w for w in ("表紙", "挨拶", "目次", "本文", "ワークショップ", "沿革", "寄稿", "アルバム", "奥付")}
    check(all(kind in json.dumps(schema, ensure_ascii=False) for kind in kinds), "the kinds of this test are not the program's")
    texts = "\n".join(f.read_text(encoding="utf-8") for f in plan.glob("[0-9]*.yaml"))
    check(all(f"種類: {kind}\n" in texts for kind in kinds), "a kind of chapter is missing")
    listed = [line.strip()[2:] for line in (plan / "plan.yaml").read_text(encoding="utf-8").splitlines()
              if line.startswith("  - ")]
    check(sorted(listed) == sorted(f.name for f in plan.glob("[0-9]*.yaml")), "chapters and their list differ")

    # What the remarks offer: the vertical essay, the larger text, the readings.
    def uncomment(file, *starts):
        lines = (plan / file).read_text(encoding="utf-8").split("\n")
        taken = [line[2:] if line.startswith(tuple("# " + s for s in starts)) else line for line in lines]
        check(taken != lines, f"{file}: no remark begins with {starts}")
        (plan / file).write_text("\n".join(taken), encoding="utf-8")
    uncomment("40-essay.yaml", "組み方")
    uncomment("our-layout.yaml", "基本版面", "スタイル", "  ")
    uncomment("plan.yaml", "読み:", "  社協", "出力")
    done = run("build", "私たちの計画", cwd=folder)
    check(done.returncode == 0 and "エラー" not in done.stderr, f"with all remarks taken: {done.stderr}")
    check((folder / "output/plan.pdf").exists(), "the PDF's name of the remark is not used")

    # Nothing is written over, and nothing beside what is there.
    before = files(plan)
    done = run("new", "私たちの計画", cwd=folder)
    check(done.returncode == 1 and "K0111" in done.stderr and not done.stdout, f"again: {done.returncode} {done.stderr}")
    check(files(plan) == before, "new touched a plan that was there")
    photos = folder / "写真だけ"
    photos.mkdir()
    shutil.copy(plan / "photos/sample-1.jpg", photos / "会場.jpg")
    done = run("new", "写真だけ", cwd=folder)
    check(done.returncode == 0 and (photos / "会場.jpg").exists(), f"a folder with photos: {done.stderr}")
    one = folder / "章だけ"
    one.mkdir()
    (one / "10-about.yaml").write_text("私の章", encoding="utf-8")
    done = run("new", "章だけ", cwd=folder)
    check(done.returncode == 1 and "10-about.yaml" in done.stderr, f"one chapter is there: {done.stderr}")
    check(files(one) == {"10-about.yaml": "私の章".encode()}, "something was written beside it")
    (folder / "file").write_text("")
    done = run("new", "file", cwd=folder)
    check(done.returncode == 3 and "K0901" in done.stderr, f"over a file: {done.returncode} {done.stderr}")
    done = run("new", cwd=folder)
    check(done.returncode == 2, f"new without a folder: {done.returncode}")

    # Where there is no plan, the way to one is shown.
    (folder / "空").mkdir()
    for where, code in (("空", "K0107"), ("ない", "K0110")):
        done = run("build", where, cwd=folder)
        check(done.returncode == 1 and code in done.stderr and "kumihan new" in done.stderr, f"{where}: {done.stderr}")

    # Names. A Mac writes が as か and a mark of its own.
    decomposed = unicodedata.normalize("NFD", "会議がはじまる.jpg")
    shutil.copy(plan / "photos/sample-1.jpg", plan / "photos" / decomposed)
    (plan / unicodedata.normalize("NFD", "ながい章.yaml")).write_text(
        "種類: 本文\n題名: 名前\n図:\n  - ファイル: photos/会議がはじまる.jpg\n    代替テキスト: 会場\n", encoding="utf-8")
    listing = (plan / "plan.yaml").read_text(encoding="utf-8")
    (plan / "plan.yaml").write_text(listing + "  - ながい章.yaml\n", encoding="utf-8")
    done = run("build", "私たちの計画", cwd=folder)
    check(done.returncode == 0 and "エラー" not in done.stderr, f"names of a Mac: {done.stderr}")
    shutil.copy(plan / "photos/sample-1.jpg", plan / "photos/IMG_1234.JPG")
    for written, meant in (("photos/IMG_1234.jpg", "photos/IMG_1234.JPG"), ("photos\\IMG_1234.JPG", "photos/IMG_1234.JPG"),
                           ("photos¥ＩＭＧ＿１２３４.jpeg", "photos/IMG_1234.JPG"), ("IMG_1234.JPG", "photos/IMG_1234.JPG"),
                           ("C:\\Users\\m\\IMG_1234.png", "photos/IMG_1234.JPG"), ("photos/smaple-1.jpg", "photos/sample-1.jpg"),
                           ("photos/IMG_1235.JPG", None)):
        (plan / "ながい章.yaml").write_text(f"種類: 本文\n題名: 名前\n図:\n  - ファイル: {written}\n    代替テキスト: 会場\n",
                                        encoding="utf-8")
        done = run("check", "私たちの計画", cwd=folder)
        if meant:
            check("K0719" in done.stderr and f"「{meant}」のことですか" in done.stderr, f"{written}: {done.stderr}")
        else:
            check("K0701" in done.stderr, f"{written}: {done.stderr}")

print(f"{failed} problems")
sys.exit(1 if failed else 0)

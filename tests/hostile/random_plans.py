#!/usr/bin/env python3
"""Random plans that mix everything: random_plans.py PROGRAM [--plans N] [--seed S] [--keep FOLDER].

Vertical and horizontal chapters, columns, notes at every place, figures at every place with and without text beside
them, turned, long and wide tables, furigana, in all layouts. Each plan must become a PDF within the time limit, whatever
warnings it gets. Of every PDF qpdf must find nothing wrong, and every letter MARK of the sources, one for each paragraph,
note, list item and cell, must come out of it once. The same seed makes the same plan.
"""

import argparse
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

SECONDS = 20
MARK = "鱈"
TEXT = ("坂の上から港を望むと、雪の屋根が並び、その間を人が行き来しています。「町内会」の人が声をかけ合い、"
        "12,500円の灯油が坂を上ります。")


class Plan:
    def __init__(self, seed, photos):
        self.pick = random.Random(seed)
        self.photos = photos
        self.marks = 0

    def chance(self, share):
        return self.pick.random() < share

    def words(self, length):
        """Text with one mark."""
        self.marks += 1
        return MARK + (TEXT * (length // len(TEXT) + 1))[:length]

    def figure(self, name):
        out = f"  - {{名前: {name}, ファイル: {self.pick.choice(self.photos)}, 代替テキスト: 絵"
        out += f", キャプション: \"{TEXT[:self.pick.randint(3, 50)]}\""
        if self.chance(0.6):
            out += f", 幅: {self.pick.choice(['全幅', '半分', '三分の一', '3/4'])}"
        if self.chance(0.6):
            out += f", 位置: {self.pick.choice(['ここ', '上', '下', '全面', '見開き'])}"
        if self.chance(0.3):
            out += f", 回り込み: {self.pick.choice(['左', '右', '上', '下'])}"
        if self.chance(0.2):
            out += ", 段抜き: true"
        return out + "}"

    def table(self, name):
        columns = self.pick.randint(1, 8)
        out = [f"  - 名前: {name}", "    キャプション: 表"]
        if self.chance(0.3):
            out.append("    横倒し: true")
        out += ["    見出し: [" + ", ".join(["見出し"] * columns) + "]", "    行:"]
        for _ in range(self.pick.choice([2, 5, 30, 60])):
            cells = [self.words(self.pick.choice([0, 2, 8, 60 if self.chance(0.1) else 5])) for _ in range(columns)]
            out.append("      - [" + ", ".join(f'"{cell}"' for cell in cells) + "]")
        return out

    def body(self, uses):
        out, notes, opened = [], [], False
        for _ in range(self.pick.randint(3, 40)):
            kind = self.pick.random()
            if kind < 0.1:
                out.append("#" * self.pick.randint(1, 3) + " 見出し" + (" {段抜き}" if self.chance(0.2) else ""))
            elif kind < 0.2 and uses:
                out.append(uses.pop())
            elif kind < 0.25:
                out.append("[段組み終わり]" if opened else f"[段組み:{self.pick.randint(2, 3)}]")
                opened = not opened
            elif kind < 0.3:
                out.append("\n  ".join("- " + self.words(self.pick.randint(2, 60)) for _ in range(self.pick.randint(1, 6))))
            elif kind < 0.33:
                out.append("> " + self.words(60))
            elif kind < 0.36:
                out.append("[改ページ]")
            else:
                text = self.words(self.pick.randint(5, 400))
                if self.chance(0.3):
                    notes.append(f"[^n{len(notes)}]: " + self.words(self.pick.choice([10, 100, 3000])))
                    text += f"[^n{len(notes) - 1}]"
                if self.chance(0.2):
                    text += "｜小樽《おたる》[割り注の文です]{割注}"
                out.append(text)
        if opened:
            out.append("[段組み終わり]")
        return out + uses + notes

    def chapter(self, number):
        out = [f"種類: {self.pick.choice(['本文', '寄稿', '挨拶'])}", f"題名: 章{number}"]
        if self.chance(0.4):
            out.append("組み方: 縦組み")
        if self.chance(0.5):
            out.append(f"段数: {self.pick.randint(1, 3)}")
        if self.chance(0.4):
            out.append(f"注の位置: {self.pick.choice(['脚注', '後注', '巻末', '傍注'])}")
        if self.chance(0.3):
            out.append(f"数字: {self.pick.choice(['漢数字', '位取り'])}")
        figures = [f"f{number}x{i}" for i in range(self.pick.randint(0, 5))]
        tables = [f"t{number}x{i}" for i in range(self.pick.randint(0, 3))]
        if figures:
            out += ["図:"] + [self.figure(name) for name in figures]
        if tables:
            out.append("表:")
            for name in tables:
                out += self.table(name)
        uses = [f"[図:{name}]" for name in figures] + [f"[表:{name}]" for name in tables]
        self.pick.shuffle(uses)
        out.append("本文: |")
        for block in self.body(uses):
            out += ["  " + block, ""]
        return "\n".join(out) + "\n"

    def write(self, folder):
        names = [f"c{i}.yaml" for i in range(self.pick.randint(1, 3))]
        for i, name in enumerate(names):
            (folder / name).write_text(self.chapter(i), encoding="utf-8")
        plan = f"題名: 試し\n発行日: 2026-11\n出力: t.pdf\n章: [{', '.join(names)}]\n"
        plan += f"レイアウト: {self.pick.choice(['a4-report', 'b5-booklet', 'a5-vertical'])}\n"
        if self.chance(0.2):
            plan += "組み方: 縦組み\n"
        if self.chance(0.2):
            plan += "総ルビ: true\n読み: {小樽: お|たる, 町内会: ちょうないかい}\n"
        (folder / "plan.yaml").write_text(plan, encoding="utf-8")


def problem_of(program, folder, cache, marks):
    """What is wrong with this plan's run; empty: nothing."""
    command = [program, "build", str(folder), "--output", str(folder / "out"), "--cache", str(cache), "--format", "short"]
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return f"no end after {SECONDS} s"
    if run.returncode != 0:
        return f"status {run.returncode}: {run.stderr[-400:]}"
    pdf = next((folder / "out").glob("*.pdf"))
    checked = subprocess.run(["qpdf", "--check", str(pdf)], capture_output=True, text=True)
    if checked.returncode != 0:
        return "qpdf: " + checked.stdout[-300:] + checked.stderr[-300:]
    text = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True).stdout
    if text.count(MARK) != marks:
        return f"{marks} marks in the sources, {text.count(MARK)} in the PDF"
    return ""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--plans", type=int, default=25)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=pathlib.Path, help="where plans that failed are copied to")
    given = parser.parse_args()
    photos = sorted((pathlib.Path(__file__).resolve().parents[2] / "plan-sources/photos").glob("*.jpg"))[:6]
    failed = 0
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        for seed in range(given.seed, given.seed + given.plans):
            folder = work / f"p{seed}"
            folder.mkdir()
            for photo in photos:
                shutil.copy(photo, folder / photo.name)
            plan = Plan(seed, [photo.name for photo in photos])
            plan.write(folder)
            problem = problem_of(given.program, folder, work / "cache", plan.marks)
            if problem:
                failed += 1
                print(f"plan {seed}: {problem}")
                if given.keep:
                    shutil.copytree(folder, given.keep / folder.name, dirs_exist_ok=True)
            shutil.rmtree(folder)
    print(f"{given.plans} plans, {failed} failed")
    return 1 if failed or not photos else 0


if __name__ == "__main__":
    sys.exit(main())

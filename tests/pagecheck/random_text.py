#!/usr/bin/env python3
"""Random Japanese text through the compiler and the checker: random_text.py PROGRAM [--characters N] [--seed S].

Makes plans of random text (prose, runs of punctuation, Latin, figures, units, addresses, readings, dots, notes, lists,
quotations, heads, photos with text beside them), in horizontal and vertical lines, one to three columns, both layouts; compiles each (about 25,000
characters) and judges its pages. The same seed gives the same plans. Prints the findings by name, and each finding's
page in a plan that `--keep FOLDER` leaves there. Over-stretched lines are counted where a search over all breaks finds none
that are better (better_breaks.py), and refused elsewhere. Exit status 0: no crash, no error, no finding (but see --allow).
"""
import argparse
import glob
import multiprocessing
import os
import random
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from collections import Counter

from better_breaks import Judge
from model import Options
from pagecheck import findings

CHUNK = 25000
KANJI = ("一二三四五六七八九十百千万人口手足目耳山川田木林森雨雪風花草虫犬猫鳥魚町村市道駅港橋坂石段病院介護福祉計画"
         "地域住民会議話合意見付箋模造紙役員職場電話相談支援暮家族学校生徒春夏秋冬朝昼夜時間今日明年月週曜前後左右上下"
         "東西南北大小長短高低新古明暗白黒赤青黄金銀銅鉄水火土空海島湖池岸波音声歌絵字文章本紙筆記録報告書評価調査研究")
HIRAGANA = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんがぎぐげござじずぜぞだでどばびぶべぼぱぴぷぺぽ"
KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンガギグゲゴザジズゼゾダデドバビブベボ"
SMALL = ["きゃ", "しゅ", "ちょ", "っと", "って", "にゅ", "りょ"]
WORDS = ["の", "は", "が", "を", "に", "で", "と", "から", "まで", "よりも", "という", "ということ", "です", "ます", "でした", "ません", "ある",
         "いる", "する", "なる", "こと", "もの", "ところ", "だけ", "ほど", "くらい", "など", "また", "そして", "しかし", "さらに", "けれども"]
LATIN = ["PDF", "Unicode", "ICT", "NPO", "the", "best", "way", "care", "planning", "e-mail", "A4", "SDGs", "Wi-Fi", "community",
         "social", "worker", "Otaru", "x", "No", "internationalization", "QOL", "AED", "and/or", "don't"]
UNITS = ["km", "cm", "kg", "ml", "GB", "m", "℃", "％", "%", "円", "人", "年", "月", "日", "回", "枚"]
MARKS = ["」「", "）（", "』『", "。」", "、「", "。「", "「「", "」」", "』」", "「『", "）、", "」。", "、（", "）。", "・「", "」・", "！？", "！」", "？」", "！！",
         "……", "――", "」――", "。……", "……。", "――「", "（「", "」）", "〔", "〕", "【", "】", "・・", "〜", "：", "；", "…", "、……", "」、「", "」（", "）「"]
URLS = ["https://www.example.jp/", "https://example.org/a/b/c?id=12345&lang=ja#top", "http://example.com/very/long/path/to/a/document/index.html",
        "info@example.jp", "https://example.jp/2019/06/15/workshop-report_final.pdf"]


class Writer:
    def __init__(self, rng, vertical=False):
        self.rng = rng
        self.vertical = vertical
        self.notes = []
        self.tables = []
        self.photos = []
        self.with_tables = True

    def one(self, members):
        return members[self.rng.randrange(len(members))]

    def some(self, members, low, high):
        return "".join(self.one(members) for _ in range(self.rng.randint(low, high)))

    def kanji(self, low=1, high=4):
        return self.some(KANJI, low, high)

    def number(self):
        r = self.rng
        return self.one([str(r.randint(0, 9)), str(r.randint(10, 99)), str(r.randint(100, 2999)), f"{r.randint(1000, 999999):,}",
                         f"{r.randint(0, 99)}.{r.randint(0, 99)}", f"{r.randint(1, 12)}/{r.randint(1, 31)}"])

    def ruby(self):
        r = self.rng
        base = self.kanji(1, 4)
        if r.random() < 0.4 and len(base) > 1:
            return "{" + base + "|" + "|".join(self.some(HIRAGANA, 1, 3) for _ in base) + "}"
        return "｜" + base + "《" + self.some(HIRAGANA, 1, min(9, 3 * len(base))) + "》"

    def balanced(self, depth=0):
        opening, closing = self.one(["「」", "『』", "（）", "〔〕", "【】", "〈〉"])
        return opening + self.phrase(depth + 1) + self.one(["", "", "。", "！", "？", "……"]) + closing

    def token(self, depth):
        r = self.rng.random()
        if r < 0.30:
            return self.kanji()
        if r < 0.56:
            return self.one(WORDS)
        if r < 0.64:
            return self.some(HIRAGANA, 1, 4)
        if r < 0.70:
            return self.some(KATAKANA, 2, 5) + self.one(["", "ー", "ーション", "ッ", "ト"])
        if r < 0.73:
            return self.one(SMALL)
        if r < 0.78:
            return self.one(["", " "]) + self.one(LATIN) + self.one(["", " "])
        if r < 0.82:
            return self.number() + self.one(["", "", " "]) + self.one(UNITS)
        if r < 0.85 and depth < 2:
            return self.balanced(depth)
        if r < 0.875:
            return self.one(MARKS)
        if r < 0.905:
            return self.ruby()
        if r < 0.915:
            return "《《" + self.kanji(1, 3) + self.one(WORDS) + "》》"
        if r < 0.925:
            return "**" + self.kanji(2, 5) + "**"
        if r < 0.93:
            return self.one(["人々", "時々刻々", "いすゞ", "こゝろ", "国々の", "〇", "※", "①", "㈱", "髙", "﨑"])
        if r < 0.934:
            return self.one(URLS)
        if r < 0.94:
            return " ".join(self.one(LATIN) for _ in range(self.rng.randint(2, 9)))
        return self.kanji(1, 2)

    def phrase(self, depth=0):
        return "".join(self.token(depth) for _ in range(self.rng.randint(1, 9)))

    def sentence(self):
        parts = [self.phrase() for _ in range(self.rng.randint(1, 4))]
        text = "、".join(parts) + self.one(["。", "。", "。", "。", "！", "？", "！　", "？　", "……。", "。」"][:8])
        if self.rng.random() < 0.05:
            self.notes.append(None)
            text = text[:-1] + f"[^n{len(self.notes)}]" + text[-1]
        return text

    def paragraph(self):
        start = self.one([self.kanji(1, 3), self.one(WORDS), "「" + self.kanji(2, 3) + "」", self.some(HIRAGANA, 2, 3)])
        return start + "".join(self.sentence() for _ in range(self.rng.randint(1, 7)))

    def chapter(self, characters, index):
        lines, total = [], 0
        while total < characters:
            r = self.rng.random()
            if r < 0.05:
                block = [f"{'#' * self.rng.randint(1, 3)} " + self.kanji(2, 6) + self.one(WORDS) + self.kanji(2, 5)]
                block += ["", self.paragraph()]
            elif r < 0.10:
                block = ["- " + self.sentence() for _ in range(self.rng.randint(2, 5))]
            elif r < 0.13:
                block = [f"{i + 1}. " + self.sentence() for i in range(self.rng.randint(2, 5))]
            elif r < 0.16:
                block = ["> " + self.paragraph()]
            elif r < 0.17:
                block = ["- " + self.sentence(), "  - " + self.sentence(), "  - " + self.sentence(), "- " + self.sentence()]
            elif r < 0.18 and self.with_tables:
                self.tables.append(self.table())
                block = [f"[表:tab-{index}-{len(self.tables)}]"]
            elif r < 0.20:
                self.photos.append(self.one(["none", "top", "bottom"] if self.vertical else ["none", "left", "right"]))
                block = [f"[図:fig-{index}-{len(self.photos)}]", "", self.paragraph(), "", self.paragraph()]
            else:
                block = [self.paragraph()]
            lines += block + [""]
            total += sum(len(b) for b in block)
        for i in range(len(self.notes)):
            lines += [f"[^n{i + 1}]: " + self.kanji(1, 2) + self.sentence_without_note()]
        self.notes = []
        return "\n".join("  " + line if line else "" for line in lines)

    def table(self):
        """Rows of cells; a cell is a word, a number, or a sentence."""
        columns = self.rng.randint(2, 3)

        def cell():
            r = self.rng.random()
            text = self.number() + self.one(UNITS) if r < 0.3 else self.kanji(1, 6) if r < 0.6 else self.kanji() + self.phrase()
            return '"' + text.replace("\\", "").replace('"', "") + '"'
        rows = [", ".join(cell() for _ in range(columns)) for _ in range(self.rng.randint(2, 8))]
        return self.kanji(2, 8), ", ".join(f'"{self.kanji(2, 4)}"' for _ in range(columns)), rows

    def table_keys(self, index):
        if not self.tables:
            return ""
        text = "表:\n"
        for number, (caption, head, rows) in enumerate(self.tables, 1):
            text += f"  - 名前: tab-{index}-{number}\n    キャプション: {caption}\n    見出し: [{head}]\n    行:\n"
            text += "".join(f"      - [{row}]\n" for row in rows)
        return text

    def photo_keys(self, index):
        if not self.photos:
            return ""
        text = "図:\n"
        for number, wrap in enumerate(self.photos, 1):
            text += (f"  - ファイル: {self.one(['wide', 'tall'])}.png\n    名前: fig-{index}-{number}\n    代替テキスト: 絵。\n"
                     f"    幅: {self.one(['半分', '三分の一'])}\n    回り込み: {wrap}\n")
            if self.rng.random() < 0.6:
                text += f"    キャプション: {self.kanji(2, 8)}{self.one(WORDS)}{self.kanji(2, 8)}\n"
        return text

    def sentence_without_note(self):
        return "、".join(self.phrase() for _ in range(self.rng.randint(1, 3))) + "。"


def grey_png(path, width, height):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = zlib.compress((b"\0" + b"\xc8" * width) * height, 1)
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
                   + chunk(b"IDAT", rows) + chunk(b"IEND", b""))


def make_plan(folder, seed, characters):
    rng = random.Random(seed)
    grey_png(os.path.join(folder, "wide.png"), 1800, 1200)
    grey_png(os.path.join(folder, "tall.png"), 1200, 1500)
    names, layout = [], ["a4-report", "b5-booklet"][seed % 2]
    shares = 4
    for index in range(shares):
        vertical = index % 2 == 1
        writer = Writer(rng, vertical)
        keys = ["種類: 本文", f"題名: {writer.kanji(3, 6)}", "組み方: 縦組み" if vertical else "組み方: 横組み"]
        columns = [1, 1, 2, 2 if not vertical else 3][index]
        # A table that is taller than a tier (段) of vertical text runs into the next one: README.md.
        writer.with_tables = columns == 1 and not vertical
        if columns > 1:
            keys.append(f"段数: {columns}")
        name = f"{index + 1:02}.yaml"
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            text = writer.chapter(characters // shares, index)
            file.write("\n".join(keys) + "\n本文: |\n" + text + "\n" + writer.table_keys(index) + writer.photo_keys(index))
        names.append(name)
    with open(os.path.join(folder, "plan.yaml"), "w", encoding="utf-8") as file:
        file.write(f"題名: 乱文{seed}\n発行者: 検査\n発行日: 2026-11\nレイアウト: {layout}\n出力: random.pdf\n章:\n" +
                   "".join(f"  - {name}\n" for name in names))


def judged(program, folder, found):
    """The findings without the over-stretched lines that no other breaks would help."""
    if all(each.kind != "over-stretched" for each in found):
        return found
    printed = subprocess.run([program, "build", folder, "--lang", "en", "--jobs", "1", "--dump", "breaks"],
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.decode()
    judge, refused = Judge(printed), []
    for each in found:
        verdict = judge.verdict(each) if each.kind == "over-stretched" else "?"
        if verdict:
            each.measured += "" if verdict == "?" else f" [{verdict}]"
            refused.append(each)
    return refused


def run(job):
    program, seed, characters, keep = job
    folder = os.path.join(keep, f"plan-{seed}") if keep else tempfile.mkdtemp(prefix="random-text-")
    os.makedirs(folder, exist_ok=True)
    try:
        make_plan(folder, seed, characters)
        built = subprocess.run([program, "build", folder, "--output", os.path.join(folder, "out"), "--lang", "en", "--jobs", "1"],
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        said = built.stdout.decode("utf-8", "replace")
        if built.returncode != 0:
            return seed, f"exit status {built.returncode}\n{said[-3000:]}", [], (0, 0, 0, 0)
        found, model = findings(glob.glob(os.path.join(folder, "out", "*.pdf"))[0], Options())
        refused = judged(program, folder, found)
        return seed, "", refused, (len(found) - len(refused), model.left_widows, len(model.pages),
                                   sum(len(b.lines) for b in model.blocks))
    finally:
        if not keep:
            shutil.rmtree(folder)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--characters", type=int, default=50000, help="of text in all; 10000000 is the long run")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", help="folder for the plans and PDFs")
    parser.add_argument("--allow", action="append", default=[], metavar="NAME",
                        help="a kind of finding that is counted and printed but does not fail the run")
    parser.add_argument("--most", type=int, default=8, help="findings of a kind printed")
    given = parser.parse_args()
    for each in ("mutool", "qpdf"):
        if shutil.which(each) is None:
            print(f"skipped: {each} is not installed")
            return 77
    plans = max(1, -(-given.characters // CHUNK))
    jobs = [(given.program, given.seed + i, min(CHUNK, given.characters), given.keep) for i in range(plans)]
    counts, printed, failed, sums = Counter(), Counter(), 0, [0, 0, 0, 0]
    with multiprocessing.Pool(given.jobs) as pool:
        for seed, problem, found, numbers in pool.imap_unordered(run, jobs):
            sums = [a + b for a, b in zip(sums, numbers)]
            if problem:
                failed += 1
                print(f"plan {seed}: {problem}", flush=True)
            for each in found:
                counts[each.kind] += 1
                if printed[each.kind] < given.most:
                    printed[each.kind] += 1
                    print(f"plan {seed}: {each}", flush=True)
    excused, left_widows, pages, lines = sums
    print(f"{plans} plans, {plans * min(CHUNK, given.characters)} characters, {pages} pages, {lines} lines: {failed} failed, "
          f"{sum(counts.values())} findings" + "".join(f", {kind} {n}" for kind, n in counts.most_common()) +
          f"; {excused} lines opened further than ¼ em where no breaks are better, {left_widows} short last lines at a column's "
          "head that would cost a page")
    return 1 if failed or any(kind not in given.allow for kind in counts) else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Vertical text in the order of reading, as other programs extract it: check_vertical.py PROGRAM. Needs qpdf, pdftotext, mutool.

Long chapters in one tier and in two, lines close together and wide apart, with heads, turned words, tate-chu-yoko, signs
of notes, readings. Poppler and MuPDF are asked; PDFium, which Debian does not have, is reckoned: of strings that begin
within half an em of one height it takes the left one first, whatever the order they are drawn in (cpdf_textpage.cpp,
ProcessTextObject), so no string may be drawn behind another one to its right that it would be taken before.
Readings are katakana, of which the text has none; where they come out is up to the viewer, white space too.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

for each in ("qpdf", "pdftotext", "mutool"):
    if not shutil.which(each):
        print(f"skipped: no {each}")
        sys.exit(77)
from pdf_file import PdfFile

PROGRAM = sys.argv[1]
failures = []

SENTENCES = ["雪の朝に坂を上る。", "Unicodeで書かれた名前を読む。", "平成30年、365日のことだった。", "2019年の話である。",
             "{運河|うんが}まで歩く。", "「誰に聞けばよいのか」と言う。", "12,500円と3.14とを比べる。", "{小樽|おたる}と{銭函|ぜにばこ}のあいだ。",
             "km と書く。", "長い長い冬のあいだ、向かいの人がこちらの分まで寄せてくれた。", "本当ですか!!……――そうです。", "the best way of all と読む。",
             "印を付ける[^NOTE]。"]
NOTE = "注の文である。"


def katakana(text):
    return re.sub("[ぁ-ゖ]", lambda m: chr(ord(m[0]) + 0x60), text)


def chapter(paragraphs):
    """The body as it is typed, and as it is read; heads among it, notes behind it."""
    typed, read, notes, at = [], [], 0, 0
    for paragraph in range(paragraphs):
        sentences = []
        for _ in range(1 + paragraph % 5):
            sentences.append(SENTENCES[at % len(SENTENCES)])
            at += 1 + paragraph % 3
        text = "".join(sentences)
        for _ in range(text.count("^NOTE")):
            notes += 1
            text = text.replace("^NOTE", f"^n{notes}", 1)
        typed.append(re.sub(r"\|([ぁ-ゖ]+)\}", lambda m: "|" + katakana(m[1]) + "}", text))
        text = re.sub(r"\{(.+?)\|.+?\}", r"\1", text)
        read.append(re.sub(r"\[\^n(\d+)\]", r"\1)", text))
    typed += [f"[^n{n}]: {NOTE}" for n in range(1, notes + 1)]
    return "\n\n".join(typed), "".join(read), notes


def build(folder, name, layout, tiers):
    sources = folder / name
    sources.mkdir()
    typed, read, notes = chapter(150)
    (sources / "l.yaml").write_text(f"extends: {layout}\nrunning_heads: {{shown: false}}\n", encoding="utf-8")
    (sources / "plan.yaml").write_text("title: 見本\noutput: out.pdf\nwriting: vertical\nlayout: l.yaml\nchapters: [a.yaml]\n", encoding="utf-8")
    lines = "".join(f"  {line}\n" if line else "\n" for line in typed.split("\n"))
    (sources / "a.yaml").write_text(f"kind: text\ntitle: 章の題\ncolumns: {tiers}\nbody: |\n{lines}", encoding="utf-8")
    done = subprocess.run([PROGRAM, "build", sources, "--output", sources, "--no-cache"], capture_output=True, text=True)
    if done.returncode != 0:
        print(done.stderr)
        sys.exit(1)
    return sources / "out.pdf", read, notes


def squeezed(text):
    return re.sub(r"[\s\u200b]", "", text)


def extracted(command):
    """The text of each page without its number, which is its first line or its last, and without readings."""
    pages = subprocess.run(command, capture_output=True).stdout.decode("utf-8", "replace").split("\f")[:-1]
    texts = []
    for n, page in enumerate(pages, 1):
        lines = [line.strip() for line in page.split("\n") if line.strip()]
        for at in (0, -1):
            if lines and lines[at] == str(n):
                del lines[at]
                break
        texts.append(re.sub("[ァ-ヶー]", "", squeezed("".join(lines))))
    return texts


def first_difference(wanted, got):
    at = next((i for i, (a, b) in enumerate(zip(wanted, got)) if a != b), min(len(wanted), len(got)))
    return f"at {at}: wanted …{wanted[max(0, at - 12):at + 12]}…, got …{got[max(0, at - 12):at + 12]}…"


def strings_of(page):
    """Of each string: the glyphs that are not blank, and the place where the string begins."""
    strings = {}
    for glyph in page.glyphs():
        strings.setdefault(glyph.string, []).append(glyph)
    return [(s[0], [g for g in s if g.text.strip()]) for s in strings.values() if any(g.text.strip() for g in s)]


def taken_out_of_turn(page):
    wrong = []
    strings = strings_of(page)
    for (a, shown_a), (b, shown_b) in zip(strings, strings[1:]):
        widest = max(shown_a[-1].size, b.size)
        if not (a.vertical or b.vertical):
            continue
        if b.x < a.x - 0.01 and abs(b.y - a.y) <= widest / 2:
            wrong.append(("".join(g.text for g in shown_a)[:10], "".join(g.text for g in shown_b)[:10]))
    return wrong


with tempfile.TemporaryDirectory(prefix="kumihan-vertical-") as folder:
    folder = pathlib.Path(folder)
    for layout in ("a5-vertical", "b5-booklet"):
        for tiers in (1, 2):
            name = f"{layout}-{tiers}"
            path, read, notes = build(folder, name, layout, tiers)
            notes_wanted = "注" + "".join(f"{n}){NOTE}" for n in range(1, notes + 1))
            wanted = squeezed("第一章章の題" if layout == "a5-vertical" else "第1章章の題") + squeezed(read)
            for program, command in (("pdftotext", ["pdftotext", path, "-"]),
                                     ("pdftotext -raw", ["pdftotext", "-raw", path, "-"]),
                                     ("mutool", ["mutool", "draw", "-q", "-F", "txt", path])):
                texts = extracted(command)
                # Where the text ends and the notes begin, which block comes first is Poppler's guess, in two tiers.
                first = next(n for n, text in enumerate(texts) if NOTE in text)
                body, last = "".join(texts[:first]), "".join(texts[first:])
                if body != wanted[:len(body)]:
                    failures.append(f"{name}: {program} {first_difference(wanted, body)}")
                if len(body) < len(wanted) * 3 / 4:
                    failures.append(f"{name}: {program}: the notes begin early, on page {first + 1}")
                if sorted(last) != sorted(wanted[len(body):] + notes_wanted):
                    failures.append(f"{name}: {program}: letters lost or doubled where the text ends")
                if (tiers == 1 or program != "pdftotext") and body + last != wanted + notes_wanted:
                    failures.append(f"{name}: {program} {first_difference(wanted + notes_wanted, body + last)}")
            pages = PdfFile(path).pages
            if len(pages) < 4:
                failures.append(f"{name}: {len(pages)} pages, too few to tell")
            for page in pages:
                for before, after in taken_out_of_turn(page):
                    failures.append(f"{name}: page {page.index + 1}: PDFium would take {after} before {before}")

for failure in failures[:40]:
    print("FAILED", failure)
print(f"{len(failures)} failures")
sys.exit(1 if failures else 0)

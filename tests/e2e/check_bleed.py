#!/usr/bin/env python3
"""Pictures that bleed, the boxes of the pages, crop marks, joined cells over pages, and columns read one after the other.
check_bleed.py PROGRAM

A picture out to the edges reaches the bleed on the three outer sides and ends at the spine, on right-hand and left-hand
pages, in books bound on the left and on the right; the halves of a spread meet there. Read from the file itself
(pdf_file.py, with qpdf). Exit status 77: no qpdf.
"""
import json
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

if not shutil.which("qpdf"):
    print("skipped: no qpdf")
    sys.exit(77)
from pdf_file import PdfFile

PROGRAM = sys.argv[1]
MM = 72 / 25.4
BLEED, MARKS = 3 * MM, 12 * MM
failures = []


def check(holds, what):
    if not holds:
        failures.append(what)


def near(a, b):
    return abs(a - b) < 0.02


def png(width, height):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = (b"\0" + bytes(x * 255 // width for x in range(width))) * height
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def build(folder, name, layout, chapter, plan=""):
    sources = folder / name
    sources.mkdir()
    (sources / "plan.yaml").write_text(f"title: 見本\noutput: out.pdf\nchapters: [a.yaml]\nlayout: l.yaml\n{plan}", encoding="utf-8")
    (sources / "l.yaml").write_text(f"extends: b5-booklet\n{layout}", encoding="utf-8")
    (sources / "a.yaml").write_text(f"kind: text\ntitle: 章\n{chapter}", encoding="utf-8")
    # Over a spread of 257 + 2 × 3 mm 1200 pixels are 115.9 to the inch; over one page, cut to its shape, the same.
    (sources / "p.png").write_bytes(png(1700, 1200))
    done = subprocess.run([PROGRAM, "build", sources, "--output", sources, "--no-cache", "--format=json"], capture_output=True)
    check(done.returncode == 0, f"{name}: exit {done.returncode}\n{done.stdout.decode()}")
    return sources / "out.pdf", json.loads(done.stdout)


def picture(page):
    found = [box for mark in page.marks for _, box in mark.images]
    return found[0] if len(found) == 1 else None


def spans(box, first, last):
    """Whether a picture lies between two places across the page."""
    return box and near(box[0], first) and near(box[0] + box[2], last)


FIGURES = """figures:
  - {file: p.png, id: one, alt: 雪, place: page, bleed: true}
  - {file: p.png, id: two, alt: 雪, place: page, bleed: true}
  - {file: p.png, id: both, alt: 雪, place: spread}
body: |
  雪の朝。

  [図:one]

  [図:two]

  [図:both]
"""


def check_bleed(folder, name, plan, right_bound):
    path, said = build(folder, name, "page: {bleed: 3mm, marks: true}\n", FIGURES, plan)
    pdf = PdfFile(path)
    width, height = pdf.pages[0].width, pdf.pages[0].height
    check(near(width, 182 * MM) and near(height, 257 * MM), f"{name}: trim {width} × {height}")
    for page in pdf.pages:
        boxes = {key: page.entry[key] for key in ("/MediaBox", "/BleedBox", "/TrimBox")}
        for key, around in (("/TrimBox", 0), ("/BleedBox", BLEED), ("/MediaBox", BLEED + MARKS)):
            at = BLEED + MARKS - around
            check(all(map(near, boxes[key], (at, at, at + width + 2 * around, at + height + 2 * around))),
                  f"{name}: page {page.index + 1}: {key} {boxes[key]}")
        # The marks: thin, black, outside the bleed.
        thin = [box for mark in page.marks if mark.artifact for box in mark.boxes if min(box[2:]) < 0.1 * MM + 0.01]
        check(len(thin) == 24, f"{name}: page {page.index + 1}: {len(thin)} crop marks")
        for x, y, w, h in thin:
            outside = (x + w <= -BLEED + 0.15 or x >= width + BLEED - 0.15 or y + h <= -BLEED + 0.15 or y >= height + BLEED - 0.15)
            check(outside, f"{name}: page {page.index + 1}: a crop mark at {x:.1f}, {y:.1f} lies within the bleed")
    shown = [page for page in pdf.pages if picture(page)]
    check(len(shown) == 4, f"{name}: {len(shown)} pages with a picture")
    for page in shown:
        box = picture(page)
        right_hand = (page.index % 2 == 0) != right_bound
        check(near(box[1], -BLEED) and near(box[1] + box[3], height + BLEED), f"{name}: page {page.index + 1}: height {box}")
        wanted = (0, width + BLEED) if right_hand else (-BLEED, width)
        check(spans(box, *wanted), f"{name}: page {page.index + 1}: {box}, not from {wanted[0]:.2f} to {wanted[1]:.2f}")
        check(len(page.glyphs()) == 0, f"{name}: page {page.index + 1}: text on a picture")
    coarse = [one for one in said if one["code"] == "K0708"]
    check(len(coarse) == 1 and "115 ppi" in coarse[0]["message"], f"{name}: {coarse}")


def check_joined(folder):
    rows = ", ".join(f"[{'東部' if n == 1 else '^'}, 地区{n}, 一行]" for n in range(1, 60))
    path, _ = build(folder, "joined", "tables: {joined: （つづき）}\n", f"tables:\n  - {{id: t, rows: [{rows}]}}\nbody: |\n  [表:t]\n")
    pdf = PdfFile(path)
    for page in pdf.pages:
        said = [mark.text() for mark in page.marks if "東部" in mark.text()]
        read = [mark.text() for mark in page.marks if "東部" in mark.text() and not mark.artifact]
        check(said == ["東部" if page.index == 0 else "東部（つづき）"], f"joined: page {page.index + 1} says {said}")
        check(read == (["東部"] if page.index == 0 else []), f"joined: page {page.index + 1}: {read} is read")
    check(len(pdf.pages) > 1, "joined: one page")


def check_columns(folder):
    if not shutil.which("pdftotext"):
        print("pdftotext is not there: columns are not checked")
        return
    text = "".join(f"雪の朝に道を空ける人が、{n}番めの家の前で手を止めて、となりの人とあいさつをしました。" for n in range(90))
    path, _ = build(folder, "columns", "", f"columns: 2\nbody: |\n  {text}\n")
    commands = [["pdftotext", path, "-"], ["pdftotext", "-raw", path, "-"]]
    if shutil.which("mutool"):
        commands.append(["mutool", "draw", "-q", "-F", "txt", path])
    for command in commands:
        found = subprocess.run(command, capture_output=True).stdout.decode("utf-8", "replace")
        found = "".join(found.split())
        numbers = [int(n) for n in re.findall(r"、(\d+)番めの家", found)]
        check(numbers == sorted(numbers) and len(numbers) > 85,  # one may be parted by a folio
              f"columns, {command[0]} {command[1]}: read in the order {numbers}")


with tempfile.TemporaryDirectory(prefix="kumihan-bleed-") as work:
    work = pathlib.Path(work)
    check_bleed(work, "left-bound", "", False)
    check_bleed(work, "right-bound", "writing: vertical\n", True)
    check_joined(work)
    check_columns(work)
for failure in failures:
    print("FAILED", failure)
print("bleed:", len(failures), "failed")
sys.exit(1 if failures else 0)

#!/usr/bin/env python3
"""Poppler and MuPDF draw the same pages. check_pixels.py PROGRAM PLAN LAYOUT

What extracts rightly can still be drawn wrongly: a glyph that only one of them finds, a font cut badly, a picture upside
down. At 144 dpi the grey of tiles of 8 pixels (4 pt) is compared. Measured on the sample: pages differ by 0.7 to 1.8 of
255 in the mean; the worst tile outside pictures by 36 (thin rules, edges); one exchanged kanji makes a tile of 55.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

from pdf_file import PdfFile

MEAN, TILE, PICTURE_TILE = 3.0, 45.0, 75.0
SIDE, DPI = 8, 144

program, plan, layout = sys.argv[1:4]
for each in ("pdftoppm", "mutool", "qpdf"):
    if shutil.which(each) is None:
        print(f"skipped: {each} is not installed")
        sys.exit(77)


def grey(path):
    data = open(path, "rb").read()
    found = re.match(rb"P5\s+(?:#[^\n]*\n)*(\d+)\s+(\d+)\s+(\d+)\s", data)
    return int(found[1]), int(found[2]), data[found.end():]


def tiles(picture):
    width, height, data = picture
    result = []
    for top in range(0, height - SIDE + 1, SIDE):
        columns = [sum(c) for c in zip(*(data[y * width:(y + 1) * width] for y in range(top, top + SIDE)))]
        result.append([sum(columns[x:x + SIDE]) / SIDE ** 2 for x in range(0, width - SIDE + 1, SIDE)])
    return result


def draw(folder, path, pages):
    """Both programs at the same time; page number -> two pictures."""
    listed = ",".join(str(p) for p in pages)
    mutool = subprocess.Popen(["mutool", "draw", "-q", "-r", str(DPI), "-c", "gray", "-o", f"{folder}/m%d.pgm", path, listed],
                              stderr=subprocess.DEVNULL)
    for page in pages:
        subprocess.run(["pdftoppm", "-gray", "-r", str(DPI), "-f", str(page), "-l", str(page), "-singlefile", path,
                        f"{folder}/p{page}"], check=True)
    if mutool.wait() != 0:
        print("mutool failed")
        sys.exit(1)
    return {page: (grey(f"{folder}/p{page}.pgm"), grey(f"{folder}/m{page}.pgm")) for page in pages}


with tempfile.TemporaryDirectory() as folder:
    subprocess.run([program, "build", plan, "--layout", layout, "--output", folder], check=True, stdout=subprocess.DEVNULL)
    (name,) = (n for n in os.listdir(folder) if n.endswith(".pdf"))
    path = os.path.join(folder, name)
    pdf = PdfFile(path)
    count = len(pdf.pages)
    pages = sorted({1, 2, 4, count - 2, count} | set(range(7, count, 6)))
    failed = 0
    for number, (one, two) in draw(folder, path, pages).items():
        if abs(one[0] - two[0]) > 1 or abs(one[1] - two[1]) > 1:
            print(f"page {number}: {one[0]} × {one[1]} and {two[0]} × {two[1]} pixels")
            failed += 1
            continue
        pictures = [box for mark in pdf.pages[number - 1].marks for _, box in mark.images]
        total, area, worst = 0.0, 0, (0.0, "")
        unit = 72 / DPI * SIDE
        for row, (a, b) in enumerate(zip(tiles(one), tiles(two))):
            for column, (x, y) in enumerate(zip(a, b)):
                difference = abs(x - y)
                total += difference
                area += 1
                inside = any(left - unit <= column * unit <= left + width and top - unit <= row * unit <= top + height
                             for left, top, width, height in pictures)
                share = difference / (PICTURE_TILE if inside else TILE)
                worst = max(worst, (share, f"{difference:.1f} at {column * unit:.0f},{row * unit:.0f}pt"
                                           + (" in a picture" if inside else "")))
        if total / area > MEAN or worst[0] > 1:
            failed += 1
            print(f"page {number}: mean {total / area:.2f}, worst tile {worst[1]}")
    blank = [n for n in pages if not pdf.pages[n - 1].all_glyphs and not any(m.images for m in pdf.pages[n - 1].marks)]
    print(f"{layout}: {len(pages)} pages of {count} compared ({len(blank)} of them blank), {failed} differ")
    sys.exit(1 if failed or len(pages) - len(blank) < 12 else 0)

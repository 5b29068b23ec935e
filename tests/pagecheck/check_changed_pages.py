#!/usr/bin/env python3
"""Changes glyphs of a compiled book and asks whether the checker sees each change: check_changed_pages.py PROGRAM PLAN,
where PLAN is a folder or "random": a plan of random text (random_text.py), half of it vertical.

Every third body line of the book is changed in one way or another (moved, closed up, opened, another character), in
horizontal and vertical lines; each change must be found by name on its line. Programs: qpdf, mutool; 77 without them.
"""
import glob
import os
import shutil
import subprocess
import sys
import tempfile

from characters import JAPANESE, PUNCTUATION, WESTERN, space
from model import gap, solid_gaps
from pagecheck import findings
from random_text import make_plan


class Changer:
    """Chooses lines of a clean book, and moves their glyphs in another reading of the same file."""

    def __init__(self, model):
        self.model = model
        self.where = {id(g): (p, i) for p, page in enumerate(model.pages) for i, g in enumerate(page.glyphs)}
        self.moves = []      # (page, index, along vector, points) or (page, index, name, value)
        self.wanted = []     # (kind, page, glyph places that the finding may name)

    def shift(self, glyphs, axis, points):
        for g in glyphs:
            self.moves.append(self.where[id(g)] + (axis, points))

    def set(self, glyph, name, value):
        self.moves.append(self.where[id(glyph)] + (name, value))

    def apply(self, pages):
        for page, index, what, value in self.moves:
            g = pages[page].glyphs[index]
            if isinstance(what, tuple):
                g.x, g.y = g.x + what[0] * value, g.y + what[1] * value
            else:
                setattr(g, what, value)


def line_glyphs(line, start=0):
    return [c.glyph for c in line.cells[start:]]


def tighten(changer, block, line):
    """The line ends a third of an em early."""
    along = block.axes[0]
    places = [a for _, _, a in solid_gaps(line)]
    cells = line.cells
    done = 0
    for cell in cells:
        done += any(cell is p for p in places)
        changer.shift([cell.glyph], along, -0.34 * line.size * done / len(places))
    return "ragged"


def widen(changer, block, line):
    """The line ends a fifth of an em late."""
    along = block.axes[0]
    first, last = line.cells[0].start, line.cells[-1].start
    for cell in line.cells:
        changer.shift([cell.glyph], along, 0.2 * line.size * (cell.start - first) / (last - first))
    return "overfull"


def lower(changer, block, line):
    changer.shift(line_glyphs(line), block.axes[1], 0.8)
    return "off-grid"


def stop_first(changer, block, line):
    changer.set(line.cells[0].glyph, "char", "。")
    return "line-start"


def bracket_last(changer, block, line):
    changer.set(line.cells[-1].glyph, "char", "「")
    return "line-end"


def no_glyph(changer, block, line):
    changer.set(line.cells[len(line.cells) // 2].glyph, "index", 0)
    return "missing-glyph"


def onto(changer, block, line):
    changer.shift([line.cells[len(line.cells) // 2].glyph], block.axes[0], -0.75 * line.size)
    return "overlap"


def hole(changer, block, line):
    changer.shift(line_glyphs(line, line.cells.index(solid_gaps(line)[3][2])), block.axes[0], 0.45 * line.size)
    return "over-stretched"


def close_quarter(changer, block, line):
    for at, (a, b) in enumerate(zip(line.cells, line.cells[1:])):
        if a.kind in JAPANESE and b.kind in WESTERN and not a.raised and not b.raised and not b.small:
            changer.shift(line_glyphs(line, at + 1), block.axes[0], -gap(a, b) * line.size)
            return "quarter-em-missing"
    return None


def open_quarter(changer, block, line):
    for at, (a, b) in enumerate(zip(line.cells, line.cells[1:])):
        if b.kind in JAPANESE and a.kind in WESTERN and not a.raised and not b.raised and not a.small:
            changer.shift(line_glyphs(line, at + 1), block.axes[0], 0.4 * line.size)
            return "quarter-em-doubled"
    return None


def open_pair(changer, block, line):
    for at, (a, b) in enumerate(zip(line.cells, line.cells[1:])):
        if a.kind in PUNCTUATION and b.kind in PUNCTUATION and not b.blank:
            opened = (space(a.kind, b.kind) or 0) + 0.5     # the line may have reduced it before
            changer.shift(line_glyphs(line, at + 1), block.axes[0], (opened - gap(a, b)) * line.size)
            return "pair-unsqueezed"
    return None


def close_stop(changer, block, line):
    for at, (a, b) in enumerate(zip(line.cells, line.cells[1:])):
        if a.kind == 6 and b.kind in JAPANESE and not b.blank:
            changer.shift(line_glyphs(line, at + 1), block.axes[0], -0.4 * line.size)
            return "pair-tight"
    return None


WAYS = [tighten, widen, lower, stop_first, bracket_last, no_glyph, onto, hole, close_quarter, open_quarter, open_pair,
        close_stop]


def change_book(model):
    changer, number, times = Changer(model), 0, dict.fromkeys(WAYS, 0)
    for block in model.blocks:
        if not model.is_body(block):
            continue
        for at, line in enumerate(block.lines):
            number += 1
            if number % 3 or at == 0 or at + 1 == len(block.lines) or len(line.cells) < 12 or any(c.ruby for c in line.cells):
                continue
            # A lone line of a list has no other to tell its measure once its own end has been moved.
            if block.within("L") and sum(each.part == line.part for each in block.lines[:-1]) < 2:
                continue
            if len(solid_gaps(line)) < 6 or line.cells[0].kind not in JAPANESE or line.cells[-1].kind not in JAPANESE:
                continue
            middle = line.cells[len(line.cells) // 2 - 1:len(line.cells) // 2 + 1]
            if any(c.kind not in JAPANESE for c in middle):
                continue
            # The way that was used least so far, if the line has what it changes.
            for way in sorted(WAYS, key=lambda w: times[w]):
                kind = way(changer, block, line)
                if kind:
                    times[way] += 1
                    break
            changer.wanted.append((kind, line.page, [changer.where[id(c.glyph)] for c in line.cells], line.text()))
        for ruby in block.rubies:
            if ruby.text and ruby.cells:
                changer.shift(ruby.text, block.axes[0], 2.2 * ruby.cells[0].size * len(ruby.cells))
                changer.wanted.append(("ruby-base", ruby.text[0].page, [changer.where[id(g)] for g in ruby.text],
                                       "".join(g.char for g in ruby.text)))
    return changer


def main():
    program, plan = sys.argv[1:3]
    for each in ("mutool", "qpdf"):
        if shutil.which(each) is None:
            print(f"skipped: {each} is not installed")
            return 77
    with tempfile.TemporaryDirectory(prefix="pagecheck-") as folder:
        out = os.path.join(folder, "out")
        if plan == "random":
            plan = os.path.join(folder, "plan")
            os.mkdir(plan)
            make_plan(plan, 2, 25000)
        subprocess.run([program, "build", plan, "--output", out, "--lang", "en"], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        path = glob.glob(os.path.join(out, "*.pdf"))[0]
        _, model = findings(path)
        changer = change_book(model)
        found, changed = findings(path, change=changer.apply)
    missed, counts = [], {}
    for kind, page, places, text in changer.wanted:
        at = {(round(changed.pages[p].glyphs[i].x, 3), round(changed.pages[p].glyphs[i].y, 3)) for p, i in places}
        seen = any(f.kind == kind and f.page == page + 1 and (round(f.x, 3), round(f.y, 3)) in at for f in found)
        total, good = counts.get(kind, (0, 0))
        counts[kind] = (total + 1, good + seen)
        if not seen:
            missed.append(f"page {page + 1}: {kind} was not found: {text}")
    print("\n".join(missed))
    print(", ".join(f"{kind} {good} of {total}" for kind, (total, good) in sorted(counts.items())))
    return 1 if missed or len(changer.wanted) < 40 else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Judges the composition of a finished, tagged PDF: pagecheck.py [options] FILE.pdf. See README.md beside it.

Exit status: 0 nothing found (or only accepted findings), 1 findings, 2 the file cannot be read.
"""
import argparse
import sys

from check_lines import check_lines
from check_pages import check_pages
from model import Model, Options
from structure import Unreadable
from drawn import UnreadableTrace

KINDS = ("line-start", "line-end", "divided", "pair-unsqueezed", "pair-tight", "quarter-em-missing", "quarter-em-doubled",
         "ragged", "over-stretched", "off-grid", "widow", "widow-column", "stranded-head", "overfull", "overlap", "overlap-dot", "missing-glyph", "unsaid",
         "ruby-base", "ruby-overhang", "ruby-crossing", "note-page", "caption-order")


def findings(path, options=None, change=None):
    model = Model(path, options, change)
    check_lines(model)
    check_pages(model)
    return sorted(model.findings, key=lambda f: (f.page, f.y, f.x, f.kind)), model


def read_accepted(path):
    """Lines of "kind: part of the text: reason"; # starts a remark."""
    rows = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                kind, text, reason = (part.strip() for part in line.split("|", 2))
                assert kind in KINDS and text and reason, line
                rows.append((kind, text))
    return rows


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pdf")
    parser.add_argument("--accepted", help="file of findings that are known and why")
    parser.add_argument("--very-strict", action="store_true", help="small kana, ー and 々 may not start a line")
    parser.add_argument("--hang", action="store_true", help="。 and 、 may hang beyond the measure")
    parser.add_argument("--most", type=int, default=60, help="findings printed")
    given = parser.parse_args()
    try:
        found, model = findings(given.pdf, Options(given.very_strict, given.hang))
    except (Unreadable, UnreadableTrace) as error:
        print(f"{given.pdf}: {error}")
        return 2
    accepted = read_accepted(given.accepted) if given.accepted else []
    bare = [(f, f.text.replace("⟨", "").replace("⟩", "")) for f in found]
    left = [f for f, text in bare if not any(f.kind == kind and part in text for kind, part in accepted)]
    for each in left[:given.most]:
        print(each)
    if len(left) > given.most:
        print(f"… and {len(left) - given.most} more")
    lines = sum(len(b.lines) for b in model.blocks)
    print(f"{len(model.pages)} pages, {lines} lines in {len(model.blocks)} blocks, "
          f"{sum(len(p.glyphs) for p in model.pages)} glyphs: {len(left)} findings, {len(found) - len(left)} accepted")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())

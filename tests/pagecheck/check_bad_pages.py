#!/usr/bin/env python3
"""Proves the page checker: a good book without findings, and for each kind of finding books that differ in one thing.

check_bad_pages.py [NAME]. Each book is written twice, in horizontal and in vertical lines; NAME keeps its files.
"""
import multiprocessing
import os
import shutil
import sys
import tempfile

from pagecheck import KINDS, findings
from paper import Item, Node, Paper, fill, set_line

# Plain paragraphs: how each line begins; kanji fill it to its measure. The last line of each stays short.
PLAIN = ["組版は、「文字」を", "これは「例」「例」で、", "昭和9年とABCの間", "次の（注）。その", "五つ目・六つ目に", "かなと漢字の",
         "雪、坂、海。そして", "まちの「声」を", "表1の9年に", "ある日、ある", "最後の前の", "おわりである。"]


class Book:
    """A good book; the tests change its parts before it is written."""

    def __init__(self, vertical):
        self.paper = Paper(vertical)
        self.paper.pages = 5
        self.changes = {}     # (paragraph, line) -> what is different there
        self.parts = {}       # name -> Node
        self.head_slot, self.head_lines = (1, 3), ["二つ目の見出し"]
        self.note_page = 1
        self.rubies = [(3, "かんじ", 0.0, 0.0)]   # of B's second line: first letter, reading, moved along and across
        self.columns = 1
        self.slots = {}       # paragraph -> lines of its page, where it has more than others
        self.starts = {"A": (0, 2), "B": (0, 6), "C": (0, 9), "D": (1, 4), "E": (2, 0), "F": (3, 0), "G": (4, 0)}
        self.texts = {"A": PLAIN[:3] + PLAIN[-1:], "B": [PLAIN[3], "五つの漢字学校に", PLAIN[-1]], "C": PLAIN[4:8] + PLAIN[-1:],
                      "D": PLAIN[:4] + PLAIN[-1:], "E": PLAIN, "F": PLAIN[::-1][1:] + PLAIN[-1:], "G": PLAIN}

    def line(self, name, number, text, last, page, slot, indent):
        paper, given = self.paper, self.changes.get((name, number), {})
        size = paper.size
        width = given.get("width", paper.measure / size) - indent
        gaps, text, tail = given.get("gaps", {}), given.get("text", text), given.get("tail", "")
        extra = given.get("extra", 0.0)
        if not last:
            text, extra = fill(text, width, gaps, given.get("stretch", 0.0), tail)
        column, slot = divmod(slot, self.slots.get(name, paper.lines))
        items = set_line(text, (indent + 24 * column) * size, paper.slot(slot) + given.get("shift", 0.0), size, page, gaps, extra)
        if "then" in given:
            given["then"](items)
        return items

    def paragraph(self, name, kind="P"):
        page, slot = self.starts[name]
        lines = []
        for number, text in enumerate(self.texts[name]):
            if slot >= self.columns * self.slots.get(name, self.paper.lines):
                page, slot = page + 1, 0
            lines.append(self.line(name, number, text, number + 1 == len(self.texts[name]), page, slot, 0 if number else 1))
            slot += 1
        return Node(kind, lines)

    def build(self):
        paper, tree = self.paper, self.paper.tree
        tree.add("H1", set_line("はじめに", 0, paper.slot(0), 14, 0))
        for name in "ABCDEFG":
            if name == "D":
                page, slot = self.head_slot
                node = tree.add("H2")
                for i, text in enumerate(self.head_lines):
                    node.kids.append(set_line(text, 0, paper.slot(slot + i), 12, page))
            node = self.paragraph(name)
            self.parts[name] = node
            tree.kids.append(node)
            if name == "B":
                self.ruby(node, 1)
            if name == "D":
                self.note(node)
        return self

    def ruby(self, node, number):
        """Gives pairs of signs of a line their readings, centred on them."""
        line, size, parts, done = node.kids[number], self.paper.size / 2, [], 0
        for at, text, along, across in self.rubies:
            base = line[at:at + 2]
            start = (base[0].along + base[1].along + base[1].size) / 2 - len(text) * size / 2 + along
            off = -(self.paper.size * 0.75 if self.paper.vertical else self.paper.size * 0.88 + 0.12 * size) + across
            reading = [Item(c, start + i * size, base[0].across + off, size, base[0].page) for i, c in enumerate(text)]
            parts += [line[done:at], Node("Ruby", [Node("RB", [base]), Node("RT", [reading])])]
            done = at + 2
        node.kids[number:number + 1] = parts + [line[done:]]

    def note(self, node):
        paper = self.paper
        line = node.kids[1]
        small = 6.0
        mark = line[5]
        raised = mark.across - 0.35 * paper.size
        marks = [Item("1", mark.along, raised, small, mark.page), Item(")", mark.along + small / 2, raised, small, mark.page)]
        # The mark takes the place of one sign; the two digits of it are as wide as 0.6 of the sign.
        rest = line[6:]
        shift = mark.size - small
        for item in rest:
            item.along -= shift
        spread(rest, shift)
        node.kids[1:2] = [line[:5], Node("Reference", [marks]), rest]
        note = Node("Note")
        paper.tree.kids.append(note)
        note.add("Lbl", set_line("1)", 0, paper.slot(11), 8, self.note_page))
        note.add("P", set_line("ここは注である。", 16, paper.slot(11), 8, self.note_page))


def spread(items, width):
    """Moves the items so that the last stands `width` further on, evenly over the places of solid text."""
    from paper import stage3
    places = [stage3(a.char, b.char) for a, b in zip(items, items[1:])]
    total, done = sum(places), 0
    items[0].along += 0
    for item, opens in zip(items[1:], places):
        done += opens
        item.along += width * done / total


def line(name, number, **given):
    def change(book):
        book.changes[(name, number)] = given
    return change


def put(**values):
    def change(book):
        for key, value in values.items():
            setattr(book, key, value)
    return change


def move(at, along=0.0, across=0.0):
    def then(items):
        items[at].along += along
        items[at].across += across
    return then


def replace(at, **values):
    def then(items):
        for key, value in values.items():
            setattr(items[at], key, value)
    return then


def raise_last(count):
    """The mark of a note at the line's end."""
    def then(items):
        for item in items[-count:]:
            item.across -= 0.35 * item.size
            item.size *= 0.6
    return then


def cells(*places):
    """縦中横 in vertical lines; the same letters in horizontal ones."""
    def then(items):
        for at in places:
            items[at].upright = True
    return then


def after(change):
    """A change of the finished tree."""
    def wrapped(book):
        book.late = change
    return wrapped


def page_shift(page, points):
    def change(book):
        book.paper.shift[page] = points
    return change


def two_columns(change=None):
    """A second column beside the first (below it in vertical writing), 4 em from it."""
    def wrapped(book):
        book.columns = 2
        if book.paper.vertical:
            book.paper.height += 240
        else:
            book.paper.width += 240
        if change:
            change(book)
    return wrapped


def head_at_column_foot(book):
    book.head_slot, book.starts["D"] = (1, 11), (1, 12)
    book.note_page = 5
    book.paper.pages = 6


def longer_last(book):
    """The last line of C alone at the head of page 2."""
    book.texts["C"] = PLAIN[4:7] + PLAIN[-1:]


def full_end(book):
    """The same, and on the last page both columns are full."""
    longer_last(book)
    book.texts["G"] = PLAIN[:-1] + PLAIN


def head_at_foot(book):
    """C ends one line higher, and the second head stands on the last line of its page."""
    book.texts["C"] = PLAIN[4:6] + PLAIN[-1:]
    book.starts["C"] = (0, 8)
    book.texts["B"] = PLAIN[3:4] + PLAIN[-1:]
    book.head_slot = (0, 11)
    book.starts["D"] = (1, 0)


def dot_on_reading(book):
    def late(b):
        ruby = next(kid for kid in b.parts["B"].kids if isinstance(kid, Node))
        first = ruby.kids[1].kids[0][0]
        b.paper.tree.add("Span", [Item("﹅", first.along + 1, first.across, first.size, first.page)])
    book.late = late


def table(*cells):
    """On a page of its own: a row of cells, each (its lines, where they begin in em)."""
    def late(book):
        row = book.paper.tree.add("Table").add("TR")
        for lines, at in cells:
            cell = row.add("TD")
            for k, text in enumerate(lines):
                cell.kids.append(set_line(text, at * 8, book.paper.slot(k), 8, 5))

    def change(book):
        book.paper.pages = 6
        book.late = late
    return change


def captions(*places):
    """On pages of their own: captions, each (page behind the others, slot, where it begins in em, what it says)."""
    def late(book):
        for page, slot, at, text in places:
            holder = book.paper.tree.add("Figure").add("Caption")
            holder.kids.append(set_line(text, at * 8, book.paper.slot(slot), 8, 5 + page))

    def change(book):
        book.paper.pages = 6 + max(place[0] for place in places)
        book.late = late
    return change


def head_on_two(book):
    book.head_lines = ["二つ目の見出しは", "長い"]
    book.paper.pages = 6
    book.late = lambda b: [setattr(i, "page", 5) for i in b.heads[-1]]


BAD = [
    # name, kind that must be found, other kinds that may be, what is done
    ("full stop starts a line", "line-start", (), line("E", 2, text="。昭和9年と")),
    ("closing bracket starts a line", "line-start", (), line("F", 3, text="」まちの声")),
    ("middle dot starts a line", "line-start", (), line("F", 3, text="・まちの声")),
    ("exclamation starts a line", "line-start", (), line("G", 4, text="！五つ目")),
    ("opening bracket ends a line", "line-end", (), line("E", 3, tail="「")),
    ("dash divided", "divided", (), lambda b: (line("E", 3, tail="―")(b), line("E", 4, text="―五つ目")(b))),
    ("number divided", "divided", (), lambda b: (line("E", 3, tail="20")(b),
                                                 line("E", 4, text="12五つ目")(b))),
    ("brackets unsqueezed", "pair-unsqueezed", (), line("E", 1, gaps={6: 1.0})),
    ("comma and bracket unsqueezed", "pair-unsqueezed", (), line("E", 0, gaps={4: 1.0})),
    ("stop and bracket unsqueezed", "pair-unsqueezed", (), line("E", 3, gaps={5: 0.5})),
    ("bracket after a stop squeezed", "pair-tight", (), line("E", 3, text="次のこと。「その", gaps={5: 0.0})),
    ("stop runs into the next letter", "pair-tight", (), line("E", 6, gaps={6: 0.0})),
    ("quarter em missing before a digit", "quarter-em-missing", (), line("E", 2, gaps={2: 0.0})),
    ("quarter em missing after a word", "quarter-em-missing", (), line("E", 2, gaps={8: 0.0})),
    ("quarter em missing after 縦中横", "quarter-em-missing", (), line("E", 11, text="おわりの日ABと日。", gaps={5: 0.0}, then=cells(4))),
    ("quarter em missing before 縦中横", "quarter-em-missing", (), line("E", 11, text="おわりのAB日と。", gaps={6: 0.0}, then=cells(6))),
    ("hole after 縦中横", "quarter-em-doubled", (), line("E", 11, text="おわりの日ABと日。", gaps={5: 0.8}, then=cells(4))),
    ("quarter em and a space", "quarter-em-doubled", (), line("E", 2, gaps={5: 0.58})),
    ("line short of its measure", "ragged", (), line("E", 5, width=19.7)),
    ("line a letter short", "ragged", (), line("E", 5, width=19.0, stretch=0.02)),
    ("line in two-line paragraph short", "ragged", (), lambda b: (b.texts.update(B=PLAIN[5:6] + PLAIN[-1:]),
                                                                   put(rubies=[])(b), line("B", 0, width=19.6)(b))),
    ("line opened too far", "over-stretched", (), line("E", 5, stretch=0.3)),
    ("last line opened", "over-stretched", (), line("E", 11, extra=0.1)),
    ("hole in a line", "over-stretched", (), line("E", 5, gaps={4: 0.8})),
    ("line off the grid", "off-grid", (), line("E", 5, shift=1.0)),
    ("facing page does not register", "off-grid", ("overfull",), page_shift(3, 4.0)),
    ("last line alone at a page's head", "widow", (), longer_last),
    ("last line alone at a column's head", "widow-column", (), two_columns(longer_last)),
    ("head at a column's foot", "stranded-head", ("note-page",), two_columns(head_at_column_foot)),
    ("head at a page's foot", "stranded-head", (), head_at_foot),
    ("head on two pages", "stranded-head", (), head_on_two),
    ("line beyond its measure", "overfull", (), line("E", 5, width=21.0)),
    ("line of a cell runs into the next", "overfull", ("overlap",), table((["島役話究", "島役話究だけが", "五木紙年", "次の本"], 0), (["年調", "東"], 6))),
    ("last line beyond the type area", "overfull", (), line("E", 11, text="おわりである。" + "山" * 14)),
    ("line below the type area", "overfull", (), lambda b: (b.texts.update(F=PLAIN + PLAIN[-1:]), b.slots.update(F=13))),
    ("glyph beyond the page", "overfull", (), line("E", 11, text="おわりである。" + "山" * 20)),
    ("letters over each other", "overlap", ("over-stretched",), line("E", 11, then=move(3, along=-5))),
    ("two lines over each other", "overlap", ("off-grid",), line("E", 11, shift=-12.0)),
    ("reading over a letter's dot", "overlap-dot", (), dot_on_reading),
    ("glyph 0", "missing-glyph", (), line("E", 5, then=replace(2, code=0))),
    ("replacement character", "unsaid", (), line("E", 5, then=replace(2, says="\ufffd"))),
    ("ruby beside the wrong letters", "ruby-base", ("ruby-overhang",), put(rubies=[(3, "かんじ", 25.0, 0.0)])),
    ("ruby on another line", "ruby-base", (), put(rubies=[(3, "かんじ", 0.0, 34.0)])),
    ("ruby reaches over kanji", "ruby-overhang", (), put(rubies=[(3, "かんじのよ", 0.0, 0.0)])),
    ("ruby far beyond its base", "ruby-overhang", (), put(rubies=[(3, "かんじのよみかたで", 0.0, 0.0)])),
    ("two readings cross", "ruby-crossing", ("ruby-overhang", "overlap"),
     put(rubies=[(3, "かんじのよ", 0.0, 0.0), (5, "がっこうのよ", 0.0, 0.0)])),
    ("table before the one with a lower number", "caption-order", (), captions((0, 0, 0, "表1-2橋の数"), (1, 0, 0, "表1-1坂の数"))),
    ("figure above the one with a lower number", "caption-order", (), captions((0, 1, 0, "図1-10坂の数"), (0, 4, 2, "図1-9橋の数"))),
    ("figure beside the one with a lower number", "caption-order", (), captions((0, 1, 0, "図3橋の数"), (0, 1, 9, "図2坂の数"))),
    ("note on another page", "note-page", (), lambda b: (put(note_page=5)(b), setattr(b.paper, "pages", 6))),
]

GOOD = [
    ("as it is", None),
    ("line ends half an em before the measure after a comma", line("E", 5, width=19.5, tail="、")),
    ("line ends with half an em of punctuation", line("E", 5, width=19.5, tail="」")),
    ("two columns", two_columns()),
    ("stretched a little", line("E", 5, stretch=0.15)),
    ("日本語 and Latin at an eighth", line("E", 2, gaps={2: 0.125, 3: 0.125})),
    ("日本語 and Latin at a half", line("E", 2, gaps={2: 0.5, 3: 0.5})),
    ("the author's own line break", line("E", 5, text="ここで改行する", width=8)),
    ("an address after a percent sign stays short", lambda b: (line("E", 5, text="16%http://a.b/2019/", width=9.94)(b),
                                                               line("E", 6, text="123456789012345678901234567890年")(b))),
    ("縦中横 and Latin at a quarter", line("E", 11, text="おわりの日ABと日。", then=cells(4, 8))),
    ("縦中横 and Latin at an eighth", line("E", 2, gaps={2: 0.125, 3: 0.125}, then=cells(1, 3))),
    ("lines within addresses tell no measure", lambda b: (line("A", 1, text="http://a.b/2019/06/15/c/", width=12)(b),
                                                          line("A", 2, text="document_final/index.htm", width=12)(b))),
    ("captions in the order of their numbers", captions((0, 1, 0, "図1-9　4つの坂"), (0, 4, 2, "図1-10橋"), (0, 4, 12, "図1-11町"), (1, 2, 0, "図2-1海"),
                                                        (0, 6, 0, "表2-1坂"), (1, 1, 0, "表2-2橋"))),
    ("last line alone at a column's head, the chapter's last page full", two_columns(full_end)),
    ("a note's mark behind a mark tells no measure", lambda b: (line("A", 0, width=19.5, tail="、")(b), line("A", 2, tail="、")(b),
                                                               line("A", 1, tail="！1)", width=19.8, then=raise_last(2))(b))),
    ("cells are ragged", table((["島役話究だ", "五木紙年", "島役話究", "次の"], 0), (["年調", "東"], 6))),
    ("ruby as long as its base", put(rubies=[(3, "かんじよ", 0.0, 0.0)])),
    ("ruby over kana", lambda b: (line("B", 1, text="五つの漢字のこと")(b), put(rubies=[(3, "かんじのよ", 0.0, 0.0)])(b))),
]


def kinds_of(change, vertical, folder, name):
    book = Book(vertical)
    if change:
        change(book)
    book.build()
    book.heads = [kid for node in book.paper.tree.kids if node.kind == "H2" for kid in node.kids]
    if hasattr(book, "late"):
        book.late(book)
    path = os.path.join(folder, f"{name.replace(' ', '-').replace('/', '')}-{'v' if vertical else 'h'}.pdf")
    book.paper.write(path)
    found, _ = findings(path)
    return found


def judge(case):
    vertical, number, folder = case
    side = "vertical" if vertical else "horizontal"
    if number < len(GOOD):
        name, change = GOOD[number]
        return [f"{side}, good book “{name}”: {f}" for f in kinds_of(change, vertical, folder, name)]
    name, kind, others, change = BAD[number - len(GOOD)]
    found = kinds_of(change, vertical, folder, name)
    wrong = [f"{side}, “{name}” ({kind}): also {f}" for f in found if f.kind != kind and f.kind not in others]
    if kind not in {f.kind for f in found}:
        wrong.append(f"{side}, “{name}”: {kind} was not found")
    return wrong


def main():
    keep = sys.argv[1] if len(sys.argv) > 1 else None
    for program in ("mutool", "qpdf"):
        if shutil.which(program) is None:
            print(f"skipped: {program} is not installed")
            return 77
    folder = tempfile.mkdtemp(prefix="pagecheck-")
    cases = [(vertical, i, folder) for vertical in (False, True) for i in range(len(GOOD) + len(BAD))]
    with multiprocessing.Pool(min(4, os.cpu_count() or 1)) as pool:
        wrong = [problem for problems in pool.map(judge, cases) for problem in problems]
    untested = set(KINDS) - {kind for _, kind, _, _ in BAD}
    wrong += [f"no bad page for {kind}" for kind in sorted(untested)]
    if keep is None:
        shutil.rmtree(folder)
    else:
        print(folder)
    print("\n".join(wrong) if wrong else f"{len(cases)} books judged as they should be")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

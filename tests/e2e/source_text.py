"""What a plan says, taken from `kumihan build --dump=document`: pieces of text in the order of the chapter, each with the
pattern its printed form must have. Words that the layout adds (numbers, 特色, 開催日時 …) are named here, so that whatever
else the PDF says is found to be too much."""
import re
from dataclasses import dataclass

# What stands in for a reference or a note mark within a text of the dump.
ATOM = "￼"

NUMBER_WORD = r"(?:第\d+章|図\d+(?:-\d+)?|表\d+(?:-\d+)?|\d+(?:\.\d+)*|「?{title}」?)"


@dataclass
class Piece:
    kind: str      # paragraph, heading, caption, cell, note …
    text: str      # as in the dump, references as ATOM
    pattern: str   # regular expression of the printed text without any spaces
    line: int      # in the dump


@dataclass
class Chapter:
    kind: str
    file: str
    sequences: list  # lists of Pieces; each list is printed in its order
    ruby: list       # (base, [readings]) in order
    depth: int = 0


def squeeze(text):
    """Without spaces of any width and line ends: what is compared."""
    return re.sub(r"[\s\u3000]", "", text)


def read_dump(text):
    """Returns (document fields, [Chapter])."""
    rows = []
    for number, row in enumerate(text.splitlines(), 1):
        rows.append((number, (len(row) - len(row.lstrip())) // 2, row.strip()))
    fields = {}
    chapters = []
    at = 0
    while at < len(rows) and not rows[at][2].startswith("chapter "):
        name, value = split(rows[at][2])
        fields[name] = value
        at += 1
    while at < len(rows):
        end = at + 1
        while end < len(rows) and rows[end][1] > rows[at][1]:
            end += 1
        words = rows[at][2].split(" ")
        chapters.append(read_chapter(words[1], words[2], rows[at + 1:end], rows[at][1] + 1))
        at = end
    return fields, chapters


def split(row):
    """`name words 「value」` -> (name words, value); value None where there is none."""
    opened = row.find("「")
    if opened < 0 or not row.endswith("」"):
        return row, None
    return row[:opened].strip(), unescape(row[opened + 1:-1])


def unescape(text):
    return re.sub(r"\\(n|t|x[0-9a-f]{2}|\\)", lambda m: {"n": "\n", "t": "\t", "\\": "\\"}.get(m[1], ""), text)


def read_chapter(kind, file, rows, depth):
    chapter = Chapter(kind, file, [], [])
    main, notes = [], []
    group = summary = None
    in_note = in_table = False
    at = 0
    while at < len(rows):
        number, level, row = rows[at]
        name, value = split(row)
        marks = []
        next_at = at + 1
        while next_at < len(rows) and rows[next_at][1] > level and re.match(r"\d+(-\d+)? ", rows[next_at][2]):
            marks.append(rows[next_at][2])
            next_at += 1
        first = name.split(" ")[0]
        if level == depth:
            group = summary = None
            in_note = first == "note"
            in_table = first == "table"
        if first == "note" or (level > depth and in_note):
            target = notes
        elif group is not None:
            target = group
        elif summary is not None:
            target = summary
        else:
            target = main
        if first == "group" and level == depth:
            group = []
            chapter.sequences.append(group)
            target = group
        if first == "summary" and level == depth:
            summary = []
            chapter.sequences.append(summary)
        if in_table and first == "paragraph":
            first = "cell"  # the text of one
        if value is not None:
            add(chapter, target, kind, first, name, value, marks, number)
        at = next_at
    chapter.sequences += [main, notes]
    return chapter


def add(chapter, target, kind, first, name, value, marks, number):
    pattern = printed(value, marks)
    for mark in marks:
        found = re.match(r"(\d+)-(\d+) ruby (.*)", mark)
        if found:
            base = value.encode()[int(found[1]):int(found[2])].decode()
            chapter.ruby.append((base, re.findall("「(.*?)」", found[3])))

    def piece(what, regex, text=value):
        return Piece(what, text, regex, number)

    alone = chapter.sequences.append  # a sequence of one: its place is not that of the text around it
    if first in ("paragraph", "lead"):
        target.append(piece(first, pattern))
    elif first == "title":
        if kind != "cover":
            target.append(piece("title", r"(?:第\d+章)?(?:第\d+回ワークショップ)?" + pattern))
    elif first == "heading":
        target.append(piece("heading", r"(?:\d+(?:\.\d+)*)?" + pattern))
    elif first == "group":
        target.append(piece("heading", pattern + r"(?:（\d+名）)?"))
    elif first == "feature":
        target.append(piece("paragraph", "(?:特色)?" + pattern))
    elif first == "opinion":
        target.append(piece("paragraph", pattern))
    elif first == "caption":
        alone([piece("caption", r"(?:(?:図|表)\d+(?:-\d+)?)?" + pattern + r"(?:（[^（）]*）)?")])
    elif first in ("cell", "theme", "venue", "time", "organizer", "facilitator", "head", "table-note"):
        alone([piece("cell", (r".{0,30}" if first == "time" else "") + pattern)])
    elif first == "participants":
        alone([piece("cell", pattern + "名?")])
    elif first == "program":
        time = name.split(" ", 1)[1] if " " in name else ""
        rows = [piece("cell", re.escape(squeeze(time)), time)] if time else []
        alone(rows + [piece("cell", pattern)])
    elif first == "event":
        words = name.split(" ")
        if len(words) > 2:
            pattern = "(?:［" + re.escape(words[2]) + "］)" + pattern
        alone([piece("cell", pattern)])
    elif first == "item":
        label = name.split(" ", 1)[1]
        alone([piece("cell", re.escape(squeeze(label)), label), piece("cell", pattern)])
    elif first == "role" and kind == "foreword":
        target_end = [piece("paragraph", ".{0,40}?" + pattern + ".{0,40}")]
        alone(target_end)


def printed(value, marks):
    """The pattern of a text: references and note marks as what may stand for them, everything else as it is."""
    atoms = {}
    for mark in marks:
        found = re.match(r"(\d+) (reference|note|break)(.*)", mark)
        if found:
            atoms[int(found[1])] = (found[2], found[3])
    result, offset = "", 0
    for character in value:
        if character == ATOM and offset in atoms:
            kind, rest = atoms[offset]
            if kind == "reference":
                form = rest.rsplit(" ", 1)[1]
                result += {"number": r"(?:第\d+章|図\d+(?:-\d+)?|表\d+(?:-\d+)?|\d+(?:\.\d+)*|「[^「」]{1,60}」)",
                           "page": r"[0-9ivxlc]+ページ", "title": r".{1,60}?"}[form]
            elif kind == "note":
                result += r"\d+\)"
        else:
            result += re.escape(squeeze(character))
        offset += len(character.encode())
    return result

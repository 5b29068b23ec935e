#!/usr/bin/env python3
"""Problems of layouts, fonts, photos, composition and output, each from a case of its own. check_codes.py PROGRAM ROOT

A line that must be reported ends in `##error[K0504] 12-17`: severity, code, first column and the one after the last,
counted in characters, or … where it is on a later line. What a case reports beyond its marks, or fails to report,
fails. `nowhere` lists what has no place. The codes of the sources (K01 to K04) have their cases in
tests/golden/diagnostics; together they must be all that codes.inc names, but for the few under UNREACHABLE.
"""
import json
import os
import pathlib
import random
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

PROGRAM, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
ONLY = sys.argv[3:]
FONTS = ROOT / "fonts"
DONE, SOURCES, MACHINE = 0, 1, 3

UNREACHABLE = {
    "K0903": "libharu would have to fail while it writes, which it does for want of memory only",
    "K0904": "the PDF would have to be larger than 2 GiB",
    "K0999": "says that the program is wrong",
    "K0717": "needs a libvips without a decoder for JPEG, PNG, WebP or HEIC",
}
ELSEWHERE = {"K0110", "K0111"}  # check_new.py
CASES = []


class Case:
    def __init__(self, name, status, files, nowhere=(), arguments=(), prepare=None, program=None, wrapper=()):
        self.name, self.status, self.files, self.nowhere = name, status, files, nowhere
        self.arguments, self.prepare, self.program, self.wrapper = arguments, prepare, program, wrapper
        CASES.append(self)


def layout(name, text, files=None, status=SOURCES, **options):
    Case(name, status, {"plan.yaml": "title: 計画\nchapters: [a.yaml]\nlayout: l.yaml\n",
                        "a.yaml": "kind: text\ntitle: 章\nbody: 雪の朝。\n", "l.yaml": text, **(files or {})}, **options)


def chapter(name, body, more="", status=DONE, files=None, lay=None, **options):
    lines = "".join(f"  {line}\n" if line else "\n" for line in body.split("\n"))
    plan = "title: 計画\nchapters: [a.yaml]\n" + ("layout: l.yaml\n" if lay else "")
    Case(name, status, {"plan.yaml": plan, "a.yaml": f"kind: text\ntitle: 章\n{more}body: |\n{lines}", **(files or {}),
                        **({"l.yaml": lay} if lay else {})}, **options)


def photo(name, file, data, mark="", status=SOURCES, more="", **options):
    files = {} if data is None else {file: data}
    chapter(name, "[図:f]", f"figures:\n  - file: {file}{mark}\n    id: f\n    alt: 雪\n{more}", status, files, **options)


def png(width, height, rows=None):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    if rows is None:
        grey = random.Random(width)
        rows = b"".join(b"\0" + grey.randbytes(width) for _ in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def font_with_a_torn_outline_table():
    """names-serif.otf, whose CFF table has lost its index of shapes: it opens, and cannot be cut down."""
    data = bytearray((FONTS / "names-serif.otf").read_bytes())
    for i in range(struct.unpack(">H", data[4:6])[0]):
        tag, _, offset, _ = struct.unpack(">4sIII", data[12 + 16 * i:28 + 16 * i])
        if tag == b"CFF ":
            data[offset + 1000:offset + 1200] = b"\xff" * 200
    return bytes(data)


def sample_jpeg():
    return next((ROOT / "plan-sources/photos").glob("canal*.jpg")).read_bytes()


def damaged_jpeg():
    data = bytearray(sample_jpeg())
    for at in range(len(data) // 2, len(data) // 2 + 4000, 7):
        data[at] = 0x55 if data[at] != 0xFF and data[at - 1] != 0xFF else data[at]
    return bytes(data)


def restricted_font():
    """BIZ UDMincho with the embedding permission of OS/2 taken away (fsType 2)."""
    data = bytearray((FONTS / "BIZUDMincho_400Regular.ttf").read_bytes())
    for i in range(struct.unpack(">H", data[4:6])[0]):
        tag, _, offset, _ = struct.unpack(">4sIII", data[12 + 16 * i:28 + 16 * i])
        if tag == b"OS/2":
            data[offset + 8:offset + 10] = b"\0\2"
    return bytes(data)


# ---- K01 files of the disk

Case("chapter-is-a-folder", SOURCES, {"plan.yaml": "title: 計画\nchapters:\n  - a.yaml  ##error[K0102] 5-11\n"},
     prepare=lambda plan: (plan / "a.yaml").mkdir())
Case("chapter-too-big", SOURCES, {"plan.yaml": "title: 計画\nchapters:\n  - a.yaml  ##error[K0103] 5-11\n", "a.yaml": b""},
     prepare=lambda plan: os.truncate(plan / "a.yaml", 9 << 20))
Case("layout-outside-the-plan", SOURCES, {"plan.yaml": "title: 計画\nchapters: [a.yaml]\nlayout: ../l.yaml  ##error[K0105] 9-18\n",
                                          "a.yaml": "kind: text\ntitle: 章\n"})

# ---- K05 layouts

Case("layout-missing", SOURCES, {"plan.yaml": "title: 計画\nchapters: [a.yaml]\nlayout: a4-repotr  ##error[K0501] 9-18\n",
                                 "a.yaml": "kind: text\ntitle: 章\n"})
layout("layout-number", "extends: a4-report\ncontents:\n  leader_gap: 半分  ##error[K0306] 15-17\n")
layout("layout-extends-itself", "extends: l.yaml  ##error[K0502] 10-16\n")
layout("layout-tab-stop", "extends: a4-report\nstyles:\n  body:\n    tabs: [12, 24右, 雪]  ##error[K0521] 21-22\n")
layout("layout-length-without-unit", "extends: a4-report\nfigures:\n  before: 12  ##error[K0504] 11-13\n"
       "  after: 3尺  ##error[K0504] 10-12\n")
layout("layout-length-out-of-range", "extends: a4-report\nfigures:\n  before: -900pt  ##error[K0503] 11-17\n"
       "type_area: {size: 1pt}  ##error[K0503] 19-22\nstyles:\n  body: {size: 0pt}  ##error[K0503] 16-19\n")
layout("layout-colour", "extends: a4-report\npalette:\n  ink: \"#12345g\"  ##error[K0505] 8-17\n"
       "decoration:\n  accent: 群青  ##error[K0505] 11-13\n")
layout("layout-area-larger-than-page", "extends: a4-report\ntype_area:\n  chars: 80  ##error[K0506] 3-…\n  lines: 33\n")
layout("layout-font-name-unknown", "extends: a4-report\nstyles:\n  body: {font: minchou}  ##error[K0507] 9-24\n")
layout("side-notes-wider-than-the-margin", "extends: a4-report\nnotes: {side_width: 60mm}  ##error[K0520] 8-26\n")

# ---- K06 fonts and glyphs

layout("font-missing", "extends: a4-report\nfonts:\n  mincho: {japanese: 無い.ttf}  ##error[K0601] 22-28\n")
layout("font-is-none", "extends: a4-report\nfonts:\n  mincho: {japanese: f.ttf}  ##error[K0602] 22-27\n",
       {"f.ttf": random.Random(1).randbytes(5000)})
layout("font-cut-short", "extends: a4-report\nfonts:\n  mincho: {japanese: f.ttf}  ##error[K0602] 22-27\n",
       {"f.ttf": (FONTS / "BIZUDMincho_400Regular.ttf").read_bytes()[:40_000]})
layout("font-not-to-be-embedded", "extends: a4-report\nfonts:\n  mincho: {japanese: f.ttf}  ##error[K0605] 22-27\n",
       {"f.ttf": restricted_font()})
chapter("glyph-missing", "ヒエログリフの𓀀は出ない。  ##warning[K0603] 10-11")
chapter("glyphs-missing", "挨拶は\uc548\ub155 \ud558\uc138\uc694です。  ##warning[K0603] 6-12")
chapter("right-to-left", "挨拶は\u0645\u0631\u062d\u0628\u0627です。  ##warning[K0609] 6-11")
chapter("glyph-missing-write", "５０章は\u216Cと書く。  ##warning[K0606] 7-8")
chapter("emoji-missing", "星の\U0001F546は無い。  ##warning[K0607] 5-6")
chapter("private-use", "外字の\uE000は無い。  ##warning[K0608] 6-7")
chapter("variant-missing", "小\U000E01EFの異体字は無い。  ##warning[K0604] 3-5")

# The whole word would leave two ems to seventeen characters, so patterns are asked for.
chapter("hyphenation-missing", "雪" * 17 + "standardization" + "雪" * 10,
        lay="extends: a4-report\ntype_area: {chars: 20}\n", nowhere=["hint[K0612]"],
        wrapper=("env", "XDG_DATA_DIRS=/nowhere"))

# ---- K07 photos

photo("photo-missing", "p.jpg", None, "  ##error[K0701] 11-16")
chapter("photo-missing-near", "[図:f]", "figures:\n  - file: p.jpg  ##error[K0719] 11-16\n    id: f\n    alt: 雪\n",
        SOURCES, {"p.JPG": sample_jpeg()})
photo("photo-broken", "p.png", png(1200, 900).replace(struct.pack(">II", 1200, 900), struct.pack(">II", 1201, 900)), "  ##error[K0702] 11-16")
photo("photo-truncated", "p.png", png(1200, 900)[:-600], "  ##error[K0703] 11-16")
photo("photo-empty", "p.jpg", b"", "  ##error[K0704] 11-16")
photo("photo-too-many-pixels", "p.png", png(50_000, 50_000, rows=b"\0" * 5000),
      "  ##error[K0705] 11-16")
photo("photo-misnamed", "p.jpg", png(1200, 900), "  ##warning[K0706] 11-16", DONE)
photo("photo-of-no-kind", "p.jpg", random.Random(2).randbytes(3000), "  ##error[K0707] 11-16")
photo("photo-coarse", "p.png", png(120, 90), "  ##warning[K0708] 11-16", DONE)
chapter("photo-without-words", "[図:f]", "figures:\n  - file: p.png  ##warning[K0709] 11-16\n    id: f\n", DONE,
        {"p.png": png(1200, 900)})
photo("photo-is-a-document", "p.jpg", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(300), "  ##error[K0710] 11-16")
photo("photo-of-an-old-kind", "p.bmp", b"BM" + struct.pack("<IHHI", 1000, 0, 0, 54) + struct.pack("<IiiHH", 40, 9, 9, 1, 24)
      + bytes(960), "  ##error[K0711] 11-16")
photo("photo-is-a-folder", "p.jpg", None, "  ##error[K0712] 11-16", prepare=lambda plan: (plan / "p.jpg").mkdir())
photo("photo-file-too-big", "p.jpg", b"\xff\xd8\xff\xe0", "  ##error[K0714] 11-16",
      prepare=lambda plan: os.truncate(plan / "p.jpg", 3 << 30))
photo("photo-damaged", "p.jpg", damaged_jpeg(), "  ##warning[K0715] 11-16", DONE)
photo("cache-not-writable", "p.png", png(1200, 900), "", DONE, nowhere=["warning[K0718]"], arguments=["--cache", "plan.yaml"])
if shutil.which("setpriv"):
    # Root may read everything; without its capabilities it is like anyone.
    plain = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if os.geteuid() == 0 else ()
    photo("photo-not-readable", "p.png", png(1200, 900), "  ##error[K0713] 11-16", wrapper=plain,
          prepare=lambda plan: (plan / "p.png").chmod(0))
    Case("chapter-not-readable", SOURCES, {"plan.yaml": "title: 計画\nchapters:\n  - a.yaml  ##error[K0104] 5-11\n",
                                           "a.yaml": "kind: text\ntitle: 章\n"}, wrapper=plain,
         prepare=lambda plan: (plan / "a.yaml").chmod(0))


def program_alone(folder):
    """The program without the module that reads photos, as after a copy of this one file."""
    alone = folder / "alone" / "bin"
    alone.mkdir(parents=True)
    shutil.copy(PROGRAM, alone / "kumihan")
    return alone / "kumihan"


photo("photo-module-missing", "p.png", png(1200, 900), "  ##error[K0716] 11-16", program=program_alone,
      arguments=["--no-cache"])

# ---- K08 composition

chapter("line-overfull", "「" * 120 + "  ##warning[K0801] 3-123")
chapter("line-stretched", "雪" * 15 + "「" * 60 + "雪" * 30 + "  ##warning[K0802] 3-18")
chapter("table-cells-too-long", "[表:t]", "tables:\n  - id: t  ##warning[K0806] 5-…\n    rows:\n      - ["
        + ", ".join(["小樽"] * 60) + "]\n")
Case("side-notes-without-a-column", DONE,
     {"plan.yaml": "title: 計画  ##warning[K0821] 1-…\nchapters: [a.yaml]\nnotes: side\n",
      "a.yaml": "kind: text\ntitle: 章\nbody: |\n  雪[^a]。\n\n  [^a]: 注。\n"})
chapter("side-note-beyond-its-page", "雪[^a]。\n\n朝[^b]。\n\n[改ページ]\n\n春。\n\n[^a]: " + "雪" * 140 + "\n[^b]: " + "朝" * 140 +
        "  ##warning[K0820] 9-149", "notes: side\n", lay="extends: a4-report\nnotes: {side_width: 18mm, side_gap: 4mm}\n")
chapter("row-taller-than-the-page", "[表:t]", "tables:\n  - id: t  ##warning[K0832] 5-…\n    rows:\n      - [\""
        + "長い語です。" * 900 + "\", 二]\n")
Case("facts-taller-than-the-page", DONE, {
    "plan.yaml": "title: 計画\nchapters: [a.yaml]\n",
    "a.yaml": "kind: workshop  ##warning[K0803] 1-…\ntitle: 章\ntheme: " + "長い語です。" * 900 + "\n"})
chapter("table-look-unknown", "[表:t]", "tables:\n  - id: t\n    look: 金色  ##error[K0531] 11-13\n    rows:\n      - [甲]\n",
        status=SOURCES)

# Against the way the pages turn: lines of 8 characters, 12 on a page.
Case("vertical-piece-of-many-pages", DONE, {
    "plan.yaml": "title: 計画\nchapters: [a.yaml]\nlayout: l.yaml\n",
    "l.yaml": "extends: a4-report\nvertical: {chars: 8, lines: 12, tiers: 1}\n",
    "a.yaml": "kind: text\nwriting: vertical\ntitle: 章  ##warning[K0807] 8-9\nbody: |\n  " + "雪の朝に坂を上る。" * 40 + "\n"})
Case("horizontal-piece-of-many-pages", DONE, {
    "plan.yaml": "title: 計画\nchapters: [a.yaml]\nlayout: l.yaml\nwriting: vertical\n",
    "l.yaml": "extends: a4-report\ntype_area: {chars: 10, lines: 12}\n",
    "a.yaml": "kind: text\nwriting: horizontal\ntitle: 章  ##warning[K0808] 8-9\nbody: |\n  " + "雪の朝に坂を上る。" * 40 + "\n"})


def figures(name, body, *kinds, more="", **options):
    """A chapter with figures a, b, c …, all of one square picture; `kinds`: the fields of each, with its mark."""
    lines = "".join(f"  - file: p.png{mark}\n    id: {'abcd'[i]}\n    alt: 雪\n" + "".join(f"    {field}\n" for field in fields)
                    for i, (mark, *fields) in enumerate(kinds))
    chapter(name, body, f"{more}figures:\n{lines}", files={"p.png": png(2600, 2600, (b"\0" + b"\x80" * 2600) * 2600)}, **options)


LONG = "雪の朝、玄関の戸を開けると、道がもう空いていることがあります。" * 12
figures("figures-wait-for-each-other", "[図:a]\n[図:b]\n[図:c]\n[図:d]  ##see 3-8", [""], [""], [""], ["  ##hint[K0840] 11-16"])
figures("figure-here-behind-one-that-waits", "[図:a]\n[図:b]\n[図:c]  ##see 3-8", [""], [""], ["  ##hint[K0841] 11-16", "place: here"])
figures("figure-larger-than-the-page", "雪。\n\n[図:a]  ##see 3-8", ["  ##warning[K0804] 11-16", "caption: " + "雪の朝。" * 900])
figures("spread-after-a-left-hand-page", "雪。\n\n[改ページ]\n\n雪。\n\n[図:a]", ["  ##hint[K0842] 11-16", "place: spread"])
figures("no-room-beside-a-photo", f"[図:a]\n\n{LONG}", ["  ##hint[K0843] 11-16", "wrap: left", "width: 3/4"])
figures("left-of-vertical-lines", f"[図:a]\n\n{LONG}", ["  ##hint[K0844] 11-16", "wrap: left"], more="writing: vertical\n")
figures("bleed-among-vertical-lines", "雪。\n\n[図:a]", ["  ##hint[K0846] 11-16", "bleed: true", "place: top"], more="writing: vertical\n")
chapter("long-captions-in-a-group", "雪。\n\n[写真:g]", "photo_groups:\n  - id: g  ##hint[K0847] 5-…\n    photos:\n" +
        f"      - file: p.png\n        alt: 雪\n        caption: {'雪の朝、戸を開けると道が空いています。' * 8}\n" * 8, files={"p.png": png(2600, 2600, (b"\0" + b"\x80" * 2600) * 2600)})
figures("no-text-beside-a-photo", "雪。\n\n[図:a]", ["  ##hint[K0845] 11-16", "wrap: left"])

# Front matter in roman numerals: viii is wide and ix is narrow. The heading stands on page viii while its page is printed
# as ix; printed as viii, the line before it becomes two and pushes it over to ix. No number is right.
front = "\n\n[改ページ]\n\n".join(["雪。"] * 7) + "\n\n[改ページ]\n\n" + "雪。\n\n" * 7 + "雪" * 14 + "[[t|ページ]]。\n\n# 節 {#t}\n\n雪の朝。"
Case("page-numbers-never-settle", DONE, {
    "plan.yaml": "title: 計画  ##warning[K0805] 1-…\nchapters: [f.yaml]\nlayout: l.yaml\n",
    "l.yaml": "extends: a4-report\ntype_area: {chars: 20, lines: 12}\nfolios: {front: roman}\n",
    "f.yaml": "kind: foreword\ntitle: 挨拶\nbody: |\n" + "".join(f"  {line}\n" if line else "\n" for line in front.split("\n"))})

chapter("ruby-over-small-print", "雪。\n\n{雪|ゆき}の朝。  ##warning[K0830] 4-5",
        lay="extends: a4-report\nstyles: {body: {size: 6pt}}\n")
Case("words-without-a-reading", DONE, {
    "plan.yaml": "title: 計画  ##warning[K0831] 1-…\nchapters: [a.yaml]\nreadings: {雪: ゆき, 朝: あさ}\n",
    "a.yaml": "kind: text\ntitle: 雪\nbody: 雪の朝、除雪の人。\n"}, arguments=["--furigana"])

# ---- K09 output

layout("font-not-embeddable", "extends: a4-report\nfonts: {mincho: {japanese: f.otf, fallback: BIZUDMincho_400Regular.ttf}}\n",
       {"f.otf": font_with_a_torn_outline_table(), "a.yaml": "kind: text\ntitle: 章\nbody: 葛\U000E0100飾。\n"}, MACHINE,
       nowhere=["error[K0905]"])
Case("output-is-no-folder", MACHINE, {"plan.yaml": "title: 計画\nchapters: [a.yaml]\n", "a.yaml": "kind: text\ntitle: 章\n"},
     nowhere=["error[K0901]"], arguments=["--output", "plan.yaml", "--no-cache"])
Case("disk-full", MACHINE, {"plan.yaml": "title: 計画\nchapters: [a.yaml]\noutput: t.pdf\n", "a.yaml": "kind: text\ntitle: 章\n"},
     nowhere=["error[K0902]"], arguments=["--no-cache"],
     prepare=lambda plan: ((plan.parent / "out").mkdir(), (plan.parent / "out/t.pdf").symlink_to("/dev/full")))


MARK = re.compile(r"##(error|warning|hint)\[(K\d{4})\] (\d+)-(\d+|…)")
SEE = re.compile(r"##see (\d+)-(\d+)")  # a second place that a message names


def run(case):
    with tempfile.TemporaryDirectory(prefix="kumihan-code-") as folder:
        folder = pathlib.Path(folder)
        plan = folder / "plan"
        plan.mkdir()
        wanted, wanted_too = set(), set()
        for name, content in case.files.items():
            if isinstance(content, str):
                for number, line in enumerate(content.split("\n"), 1):
                    for found in MARK.finditer(line):
                        wanted.add((f"{found[1]}[{found[2]}]", name, number, int(found[3]), -1 if found[4] == "…" else int(found[4])))
                    for found in SEE.finditer(line):
                        wanted_too.add((name, number, int(found[1]), int(found[2])))
                content = re.sub(r"\s*##.*$", "", content, flags=re.M).encode()
            (plan / name).write_bytes(content)
        if case.prepare:
            case.prepare(plan)
        program = case.program(folder) if case.program else PROGRAM
        arguments = [plan / a if a == "plan.yaml" else a for a in case.arguments]
        command = [*case.wrapper, program, "build", plan, "--format=json", *arguments]
        if "--output" not in case.arguments:
            command += ["--output", folder / "out"]
        done = subprocess.run(command, capture_output=True, cwd=folder)
        try:
            said = json.loads(done.stdout)
        except ValueError:
            return {}, [f"no JSON: status {done.returncode} {done.stdout[:300]} {done.stderr[:300]}"]
        finally:
            for path in plan.iterdir():
                if path.is_file() and not path.is_symlink():
                    path.chmod(0o644)
        found, nowhere = set(), []
        for one in said:
            key = f"{one['severity']}[{one['code']}]"
            if one.get("file"):
                found.add((key, pathlib.Path(one["file"]).name, one["line"], one["column"],
                           one["end_column"] if one["end_line"] == one["line"] else -1))
            else:
                nowhere.append(key)
        too = {(pathlib.Path(label["file"]).name, label["line"], label["column"], label["end_column"])
               for one in said for label in one.get("labels", [])}
        problems = [f"not named as well: {one}" for one in sorted(wanted_too - too)]
        if done.returncode != case.status:
            problems.append(f"status {done.returncode}, not {case.status}")
        for one in sorted(wanted - found):
            problems.append(f"not reported: {one}")
        for one in sorted(found - wanted):
            message = next(s["message"] for s in said if s["code"] in one[0])
            problems.append(f"not expected: {one}: {message}")
        if sorted(nowhere) != sorted(case.nowhere):
            problems.append(f"without a place: {nowhere}, not {list(case.nowhere)}")
        return {one["code"] for one in said}, problems


produced, failed = set(), 0
for case in CASES:
    if ONLY and case.name not in ONLY:
        continue
    codes, problems = run(case)
    produced |= codes
    failed += bool(problems)
    for problem in problems:
        print(f"FAILED {case.name}: {problem}")
if not ONLY:
    for path in (ROOT / "tests/golden/diagnostics").glob("*.expected.txt"):
        produced |= set(re.findall(r"K\d{4}", path.read_text(encoding="utf-8")))
    named = {f"K{int(n):04}" for n in re.findall(r"^KUMIHAN_CODE\(\s*\w+,\s*(\d+)", (ROOT / "src/diag/codes.inc").read_text(), re.M)}
    for code in sorted(named - produced - set(UNREACHABLE) - ELSEWHERE):
        failed += 1
        print(f"FAILED no case produces {code}")
    for code in sorted(set(UNREACHABLE) & produced):
        failed += 1
        print(f"FAILED {code} can be reached: take it off the list")
print(f"{len(CASES)} cases, {failed} failed")
sys.exit(1 if failed else 0)

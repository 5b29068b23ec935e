#!/usr/bin/env python3
"""Looks at the books of make_book with other programs' eyes: qpdf, Poppler, MuPDF.

check_books.py CASE MAKE_BOOK FONTS. Exit status 77: a program that this case needs is not installed.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # the source folder stays as it is
import tiny_font  # noqa: E402

case, make_book, fonts = sys.argv[1:4]
folder = tempfile.mkdtemp(prefix="kumihan-pdf-")
problems = []


def check(condition, message):
    if not condition:
        problems.append(message)


def need(*programs):
    for program in programs:
        if shutil.which(program) is None:
            print(f"skipped: {program} is not installed")
            sys.exit(77)


def run(*command, ok=(0,)):
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out = result.stdout.decode("utf-8", "replace")
    if result.returncode not in ok:
        print(f"{command[0]} failed: {result.stderr.decode('utf-8', 'replace')}{out}")
        sys.exit(1)
    return out


def make(name, *options, file=None):
    path = file or os.path.join(folder, name + ".pdf")
    return path, run(make_book, name, fonts, path, *options)


def lines_of(text):
    return [line.strip() for line in text.replace("\f", "\n").split("\n") if line.strip()]


def fonts_are_embedded(path):
    rows = run("pdffonts", path).splitlines()[2:]
    check(rows, "no fonts")
    for row in rows:
        check(re.search(r"\byes +yes +yes +\d+ +0$", row), "not embedded, subset and mapped: " + row)


def extraction():
    need("qpdf", "pdftotext", "pdffonts", "mutool")
    path, said = make("extraction")
    wanted = lines_of(said)
    run("qpdf", "--check", path)
    fonts_are_embedded(path)
    poppler = lines_of(run("pdftotext", "-layout", path, "-"))
    for want, got in zip(wanted, poppler):
        # Between two faces Poppler may see a word's end; nothing else may differ.
        check(want == got, f"pdftotext: wanted {want!r}, got {got!r}")
    check(len(wanted) == len(poppler), f"pdftotext: {len(poppler)} lines of {len(wanted)}")

    # MuPDF 1.21 cuts supplementary variation selectors in two and starts a line where brackets are pulled back by a
    # whole em; both are its own. What it must see is every other character, in order.
    def bare(text):
        return re.sub("[\U000E0100-\U000E01EF\uFFFD\u200B\\s]", "", text)
    mupdf = run("mutool", "draw", "-q", "-F", "txt", path)
    check(bare("".join(wanted)) == bare(mupdf), f"mutool: wanted {''.join(wanted)!r}, got {mupdf!r}")


def vertical():
    need("qpdf", "pdftotext", "pdffonts")
    path, said = make("vertical")
    run("qpdf", "--check", path)
    fonts_are_embedded(path)
    wanted = lines_of(said)
    poppler = lines_of(run("pdftotext", path, "-"))
    poppler = [line.replace(" ", "") for line in poppler]  # it sees one beside what is turned
    check(wanted == poppler, f"vertical columns: wanted {wanted}, got {poppler}")
    readable, _ = make("vertical", "--readable", file=os.path.join(folder, "readable.pdf"))
    text = open(readable, "rb").read().decode("latin1")
    check("/Direction" not in text, "PDFium turns the phrases of a book around that says R2L")
    # PDFium sorts strings that begin at one height from left to right (e2e_vertical reckons that, too): none is a whole
    # column, and what stands under one ActualText may be several.
    columns = re.findall(r"1 0 0 1 \S+ (\S+) Tm\n(.*?)(?=ET\n|Tm\n)", text, re.S)
    heads = [re.findall(r"<([0-9A-Fa-f]+)>(?! Tj)", re.sub(r"<FEFF[^>]*>", "", column)) for _, column in columns]
    whole = [strings for strings in heads if len(strings) == 1 and len(strings[0]) > 4]
    check(len(columns) >= 4 and not whole, f"columns of one string: {whole[:3]} of {len(columns)}")


def positions():
    need("mutool")
    for name in ("extraction", "vertical", "tagged"):
        path, said = make(name, "--places")
        wanted = [tuple(map(float, line.split()[1:])) for line in said.splitlines() if line.startswith("@ ")]
        trace = run("mutool", "trace", path)
        found, page, height, spaces = [], 0, 0.0, 0
        bleed = 0.0
        for line in trace.splitlines():
            match = re.search(r'<page number="(\d+)" mediabox="0 0 ([\d.]+) ([\d.]+)"', line)
            if match:
                page, height = int(match.group(1)), float(match.group(3))
                # only the first page of the tagged book has a bleed, of 3 mm
                bleed = 8.5039 if name == "tagged" and page == 1 else 0.0
            match = re.search(r'<g unicode="([^"]*)" glyph="\d+" x="([-\d.e]+)" y="([-\d.e]+)"', line)
            if match:
                spaces += match.group(1) == " "
                # the trace gives the text space of the page, y up; wmode 1 gives the horizontal origin
                found.append((page, float(match.group(2)) - bleed, height - float(match.group(3)) - bleed))
        if name == "vertical":
            # MuPDF shows where the outline is drawn, that is the origin less the position vector; along the column
            # the differences between neighbours are what is ours.
            check(len(wanted) <= len(found) <= len(wanted) + spaces, f"{name}: {len(found)} glyphs of {len(wanted)}")
            continue
        # spaces at the pen have no place of their own and are not among the wanted
        rest = list(found)
        worst = 0.0
        for want in wanted:
            while rest and (rest[0][0] != want[0] or max(abs(rest[0][1] - want[1]), abs(rest[0][2] - want[2])) > 0.01):
                rest.pop(0)
            if not rest:
                problems.append(f"{name}: no glyph within 0.01 pt of {want}")
                break
            got = rest.pop(0)
            worst = max(worst, abs(got[1] - want[1]), abs(got[2] - want[2]))
        check(len(found) <= len(wanted) + spaces, f"{name}: {len(found)} glyphs of {len(wanted)}")
        print(f"{name}: {len(wanted)} glyphs, largest difference {worst:.4f} pt")


def tagged():
    need("qpdf", "pdffonts", "pdfinfo", "mutool")
    path, _ = make("tagged")
    run("qpdf", "--check", path)
    fonts_are_embedded(path)
    info = run("pdfinfo", path)
    check("そある版地域福祉計画2020 <見本> & 試し" in info, "title")
    check(re.search(r"Tagged: +yes", info), "not tagged")
    check("%PDF-1.7" in open(path, "rb").read(16).decode("latin1"), "header")
    boxes = run("pdfinfo", "-box", "-f", "1", "-l", "2", path)
    check(re.search(r"1 MediaBox: +0.00 +0.00 +612.28 +858.90", boxes), "MediaBox with bleed: " + boxes)
    check(re.search(r"1 TrimBox: +8.50 +8.50 +603.78 +850.39", boxes), "TrimBox with bleed: " + boxes)
    check(re.search(r"2 TrimBox: +0.00 +0.00 +595.28 +841.89", boxes), "TrimBox: " + boxes)
    urls = run("pdfinfo", "-url", path)
    check("https://example.org/%E5%B0%8F%E6%A8%BD?a=(b)" in urls, "URL: " + urls)

    data = json.loads(run("qpdf", "--json=2", "--json-key=pagelabels", "--json-key=outlines", path))
    labels = [(entry["index"], entry["label"].get("/S"), entry["label"].get("/St", 1)) for entry in data["pagelabels"]]
    check(labels == [(0, None, 1), (1, "/r", 1), (2, "/D", 1)], f"labels: {labels}")
    top = data["outlines"]
    check([entry["title"] for entry in top] == ["はじめに", "おわりに"], "outline, level 1")
    check(top[0]["kids"][0]["title"] == "続き 𠮷" and top[0]["kids"][0]["kids"][0]["title"] == "さらに", "outline below")
    check([entry["destpageposfrom1"] for entry in top] == [3, 4] and not top[0]["open"], "outline targets")

    wanted = """Document|Sect|P|"地域福祉計画２０２０"|TOC|TOCI|Reference|Link|"第一章　はじめに"|Object|Sect|H1|"はじめに"|P
        |"小樽のまちで、"|Span|"大切な"|Ruby|RB|"福祉"|RT|"ふくし"|"を"|Link|"example.org"|Object|"で話しました。"
        |"続きの行です。"|Figure|""|Caption|"図一　雪の運河"|L|LI|Lbl|"・"|LBody|"見守りの輪"|Table|THead|TR|TH|"回"|TH
        |"参加者"|TBody|TR|TD|"第一回"|TD|Note|P|"見本の注です。\""""
    wanted = [word.strip() for word in wanted.split("|")]
    tree = []
    for line in run("pdfinfo", "-struct-text", path).splitlines():
        line = line.strip()
        if line and not line.startswith("/"):
            tree.append(line if line.startswith('"') else re.match(r"\w+", line).group(0))
    check(tree == wanted, f"structure: wanted\n{wanted}, got\n{tree}")
    readable, _ = make("tagged", "--readable", file=os.path.join(folder, "readable.pdf"))
    text = open(readable, "rb").read().decode("latin1")
    for piece in ("/Scope/Column", "/Alt <FEFF", "/ListNumbering/Disc", "/Tabs/S", "/StructParent ", "/IDTree",
                  "/Type/Pagination/Subtype/Header", "/DisplayDocTitle true", "pdfuaid:part>1<"):
        check(piece in text, "missing " + piece)
    check("/Direction" not in text, "Direction must not be set")
    check("/PageLayout" not in text, "how pages lie is the reader's own choice where they are read as they follow")


def grey_picture(path):
    data = open(path, "rb").read()
    match = re.match(rb"P5\s+(?:#[^\n]*\n)*(\d+)\s+(\d+)\s+(\d+)\s", data)
    width, height = int(match.group(1)), int(match.group(2))
    return width, height, data[match.end():]


def pixels():
    """Wrong glyphs extract rightly, so two engines must draw the same picture: the ink in tiles of 8 pixels is compared."""
    need("pdftoppm", "mutool")
    for name in ("tagged", "extraction", "vertical"):
        path, _ = make(name)
        run("pdftoppm", "-r", "144", "-gray", path, os.path.join(folder, name))
        run("mutool", "draw", "-q", "-r", "144", "-c", "gray", "-o", os.path.join(folder, name + "-mu-%d.pgm"), path)
        pages = sorted(f for f in os.listdir(folder) if re.fullmatch(name + r"-\d+\.pgm", f))
        check(pages, name + ": no picture")
        for number, page in enumerate(pages, 1):
            w1, h1, one = grey_picture(os.path.join(folder, page))
            w2, h2, two = grey_picture(os.path.join(folder, f"{name}-mu-{number}.pgm"))
            check(abs(w1 - w2) <= 1 and abs(h1 - h2) <= 1, f"{page}: {w1}x{h1} and {w2}x{h2}")
            worst, ink = 0, 0
            for top in range(0, min(h1, h2) - 8, 8):
                for left in range(0, min(w1, w2) - 8, 8):
                    sums = [sum(sum(data[(top + y) * w + left:(top + y) * w + left + 8]) for y in range(8))
                            for w, data in ((w1, one), (w2, two))]
                    worst = max(worst, abs(sums[0] - sums[1]) / (64 * 255))
                    ink += 64 * 255 - sums[0]
            print(f"{page}: largest difference of a tile {worst:.2f}")
            check(worst < 0.2, f"{page}: a tile differs by {worst:.2f}")
            check(ink > 0, page + " is empty")


def name_keyed():
    """Codes of a name-keyed CFF face are glyph ids of the subset; a slip there draws other glyphs."""
    need("qpdf", "pdftotext", "pdffonts", "pdftoppm")
    font = os.path.join(folder, "tiny.otf")
    open(font, "wb").write(tiny_font.font())
    path, _ = make("font", "--font=" + font, "--text=CB")
    run("qpdf", "--check", path)
    fonts_are_embedded(path)
    check(run("pdftotext", path, "-").strip() == "CB", "extraction")
    run("pdftoppm", "-r", "72", "-gray", "-singlefile", path, os.path.join(folder, "tiny"))
    width, _, data = grey_picture(os.path.join(folder, "tiny.pgm"))
    # 24 pt on the baseline at 20, 50: C lies on it, 19.2 by 2.4 pt; B stands on it, 2.4 by 19.2 pt.
    def ink(left, top, right, bottom):
        return sum(255 - data[y * width + x] for y in range(top, bottom) for x in range(left, right)) / 255
    whole = 19.2 * 2.4
    for name, box, part in (("C", (20, 46, 44, 51), (20, 26, 44, 51)), ("B", (45, 26, 50, 51), (44, 26, 68, 51))):
        check(abs(ink(*box) - whole) < 5, f"{name}: ink {ink(*box):.1f} of {whole:.1f} in its bar")
        check(abs(ink(*part) - whole) < 5, f"{name}: ink {ink(*part):.1f} of {whole:.1f} in its cell")


def same_twice():
    paths = []
    for number, jobs in enumerate(("--jobs=1", "--jobs=1", "--jobs=3")):
        path, _ = make("tagged", jobs, file=os.path.join(folder, f"{number}.pdf"))
        paths.append(open(path, "rb").read())
    check(paths[0] == paths[1], "two runs differ")
    check(paths[0] == paths[2], "one thread and three differ")
    other, _ = make("extraction")
    identifier = [re.search(rb"/ID\[<(\w+)>", data).group(1) for data in (paths[0], open(other, "rb").read())]
    check(identifier[0] != identifier[1], "two documents have one ID")


def many_pages():
    need("qpdf", "pdftotext")
    path, _ = make("long", "--pages=33000", "--glyphs=20")
    run("qpdf", "--check", path)
    check(run("qpdf", "--show-npages", path).strip() == "33000", "pages")
    for page in ("1", "60", "33000"):
        text = run("pdftotext", "-f", page, "-l", page, path, "-").strip()
        check(len(text) == 20, f"page {page}: {text!r}")
    labels = json.loads(run("qpdf", "--json=2", "--json-key=pagelabels", path))["pagelabels"]
    check(len(labels) == 1, "labels")


def failing():
    def fails(target, code):
        said = run(make_book, "tagged", fonts, target, ok=(1,))
        check(f"! {code}" in said, f"{target}: wanted {code}, said {said!r}")
    if os.path.exists("/dev/full"):
        before = os.stat("/dev/full")
        fails("/dev/full", "K0902")
        check(os.stat("/dev/full").st_rdev == before.st_rdev, "/dev/full was replaced")
    fails(os.path.join(folder, "no", "such", "folder.pdf"), "K0901")
    fails(folder, "K0901")
    closed = os.path.join(folder, "closed")
    os.mkdir(closed, 0o555)
    if os.geteuid() != 0:
        fails(os.path.join(closed, "report.pdf"), "K0901")
    check(os.listdir(closed) == [], "something was left behind")

    # A link stays a link, and the file it points to is replaced whole.
    target, link = os.path.join(folder, "target.pdf"), os.path.join(folder, "link.pdf")
    open(target, "w").write("old")
    os.symlink(target, link)
    make("tagged", file=link)
    check(os.path.islink(link) and open(target, "rb").read(5) == b"%PDF-", "through a link")
    check(not [name for name in os.listdir(folder) if name.startswith(".")], "unfinished files are left")


def ua1():
    paths = [make(name)[0] for name in ("tagged", "extraction", "vertical")]
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "verapdf.sh")
    result = subprocess.run([script, "--offline", *paths], stdout=subprocess.PIPE)
    print(result.stdout.decode("utf-8", "replace"))
    if result.returncode == 77:
        sys.exit(77)
    check(result.returncode == 0, "PDF/UA-1")


cases = {f.__name__: f for f in (extraction, vertical, positions, tagged, pixels, name_keyed, same_twice, many_pages, failing, ua1)}
try:
    cases[case]()  # may leave with 77
finally:
    shutil.rmtree(folder, ignore_errors=True)
for problem in problems:
    print("FAILED", problem)
sys.exit(1 if problems else 0)

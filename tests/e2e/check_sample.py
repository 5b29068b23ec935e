#!/usr/bin/env python3
"""The whole sample in one layout, built and then looked at from outside.

check_sample.py PROGRAM PLAN LAYOUT. Every check reads the finished PDF; what should be in it comes from
`--dump=document` (the authors' words) and `--dump=layout` (the designer's measures). Programs: qpdf, poppler-utils,
mupdf-tools; exit status 77 where one is missing.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

from pdf_file import Element, PdfFile, text_string
from source_text import read_dump, squeeze

program, plan, layout = sys.argv[1:4]
problems = []


def check(condition, message):
    if not condition:
        problems.append(message)


def run(*command, ok=(0,), **options):
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
    out = result.stdout.decode("utf-8", "replace")
    if result.returncode not in ok:
        print(f"{command[0]} failed ({result.returncode}): {result.stderr.decode('utf-8', 'replace')}{out}")
        sys.exit(1)
    return out, result.stderr.decode("utf-8", "replace")


def need(*programs):
    for each in programs:
        if shutil.which(each) is None:
            print(f"skipped: {each} is not installed")
            sys.exit(77)


class Area:
    """The type area of the layout and the pages it is on."""

    def __init__(self, text):
        found = re.search(r"type area (\d+) x (\d+)  size ([\d.]+)  pitch ([\d.]+)  top ([\d.]+)  gutter ([\d.]+)  = ([\d.]+) x",
                          text)
        self.chars, self.lines = int(found[1]), int(found[2])
        self.size, self.pitch, self.top, self.gutter, self.width = (float(found[i]) for i in range(3, 8))

    def left(self, page):
        # The first page is a right-hand one; the gutter is on its left.
        return self.gutter if page.index % 2 == 0 else page.width - self.gutter - self.width


OPENING = "‘“（〔［｛〈《「『【｟〘〖«〝"
CLOSING = "’”）〕］｝〉》」』】｠〙〗»〟"
STOPS = "。．、，"
HALF_AT_END = CLOSING + STOPS
# Never at a line's head at the level `strict` of both layouts (japanese-composition.md 4.2); small kana, ー and 々 may.
NOT_AT_START = CLOSING + STOPS + "‐〜゠–！？‼⁇⁈⁉・：；ヽヾゝゞ〻"
NOT_AT_END = OPENING
BLOCKS = {"P", "H1", "H2", "H3", "H4", "Title", "Caption", "Lbl", "LBody", "TOCI", "TD", "TH"}
INLINE = {"Span", "Strong", "Em", "Link", "Reference", "Ruby", "RB", "RT", "Note", "Code"}


def leaves(element):
    """Blocks that hold text themselves, in the order of the structure tree: what a screen reader speaks one by one."""
    for kid in element.kids:
        if isinstance(kid, Element):
            if kid.kind in INLINE and kid.kind != "Note":
                continue
            if any(not isinstance(k, Element) or k.kind in INLINE for k in kid.kids) and kid.kind in BLOCKS:
                yield kid
                for each in kid.kids:
                    if isinstance(each, Element) and each.kind == "Note":
                        yield from leaves(each)
            else:
                yield from leaves(kid)


def lines_of(element):
    """A block's glyphs by lines; ruby left out, raised note marks on their line."""
    lines = []
    for glyph in element.glyphs(skip=("RT", "Note")):
        if lines:
            first = lines[-1][0]
            if first.page == glyph.page and abs(first.y - glyph.y) < 0.6 * max(first.size, glyph.size):
                lines[-1].append(glyph)
                continue
        lines.append([glyph])
    return lines


def built():
    folder = tempfile.mkdtemp(prefix="kumihan-sample-")
    out, err = run(program, "build", plan, "--layout", layout, "--output", folder)
    check(err == "", f"building says: {err}")
    found = re.match(r"(.*\.pdf)  (\d+) ページ", out)
    check(found, f"building prints: {out}")
    return folder, found[1], int(found[2])


def structure_holds_the_words(pdf, tree, chapters, fields):
    """Paragraph by paragraph in the order of the tree: nothing lost, doubled, exchanged or added."""
    (document,) = tree.kids
    sections = [kid for kid in document.kids if isinstance(kid, Element)]
    check([s.kind for s in sections] == ["Sect"] * len(sections), "the Document holds more than Sect")
    check(len(sections) == len(chapters), f"{len(sections)} Sect for {len(chapters)} chapters")
    for section, chapter in zip(sections, chapters):
        found = [(squeeze(leaf.text(skip=("RT", "Note"))), leaf) for leaf in leaves(section)]
        used = [False] * len(found)
        for sequence in sorted(chapter.sequences, key=len, reverse=True):
            at = 0
            for piece in sequence:
                hit = next((i for i in range(at, len(found))
                            if not used[i] and re.fullmatch(piece.pattern, found[i][0])), None)
                if hit is None and chapter.kind == "essay" and piece.kind == "caption":
                    # The author's line above the portrait says who it is; there the words must be.
                    check(any(re.search(piece.pattern, text) for text, _ in found), f"{chapter.file}: {piece.text} is lost")
                    continue
                if hit is None:
                    start = next((f for f, _ in found if f[:8] == squeeze(piece.text)[:8]), "")
                    check(False, f"{chapter.file}: {piece.kind} is not in the PDF (dump line {piece.line}): "
                                 f"{piece.text[:60]!r}; like it: {start[:80]!r}")
                    continue
                used[hit] = True
                at = hit
        for (text, leaf), taken in zip(found, used):
            if not taken and text:
                check(added_by_the_program(text, chapter, fields), f"{chapter.file}: the PDF says more than the source: "
                                                                     f"{leaf.kind} {text[:80]!r}")
        spoken = []
        for ruby in (e for e in section.walk() if e.kind == "Ruby"):
            base = "".join(k.text() for k in ruby.kids if k.kind == "RB")
            spoken.append((base, squeeze("".join(k.text() for k in ruby.kids if k.kind == "RT"))))
        check(sorted(spoken) == sorted((base, squeeze("".join(parts))) for base, parts in chapter.ruby),
              f"{chapter.file}: ruby differs: {spoken} {chapter.ruby}")


DATE = r"(?:(?:明治|大正|昭和|平成|令和)(?:元|\d+)年|\d{4}年)(?:[(（][^()（）]*[)）])?(?:\d+月)?(?:\d+日)?(?:[(（][日月火水木金土][)）])?"
WORDS = {
    "cover": ["版", "刷"], "contents": [],
    "workshop": ["テーマ", "開催日時", "開催日", "時間", "会場", "主催", "進行", "参加者", "参加者数", "プログラム", "特色",
                 "意見", "全体のまとめ"],
    "history": ["年月日", "できごと", "区分"], "essay": ["寄稿"],
    "colophon": ["書名", "発行日", "編集", "発行"],
}


def added_by_the_program(text, chapter, fields):
    if re.fullmatch(DATE, text) or re.fullmatch(r"\d+[.)]|[•・‐]", text):
        return True
    if text in WORDS.get(chapter.kind, []):
        return True
    if chapter.kind in ("text", "history") and text in ("",):
        return True
    if chapter.kind == "cover":
        return True  # all of it comes from plan.yaml and is checked by `fields` below
    if chapter.kind == "contents":
        return True  # checked with its page numbers
    if chapter.kind in ("colophon", "foreword"):
        known = [squeeze(value) for value in fields.values() if value]
        return any(text == value or re.fullmatch(DATE + re.escape(squeeze(fields.get("edition") or "")) +
                                                 re.escape(squeeze(fields.get("printing") or "")) + "発行?", text)
                   for value in known)
    if chapter.kind == "essay":
        return len(text) < 60  # role, name and term on their lines
    return bool(re.fullmatch(r"[\d:：〜～－-]+", text))


def other_programs_read_the_same(pdf, path):
    """pdftotext -raw and mutool read the characters of the content in its order; only spaces may differ."""
    for name, command in (("pdftotext", ["pdftotext", "-raw", path, "-"]),
                          ("mutool", ["mutool", "draw", "-q", "-F", "txt", path])):
        pages = run(*command)[0].split("\f")
        pages = pages[:-1] if pages and not squeeze(pages[-1]) else pages
        check(len(pages) == len(pdf.pages), f"{name}: {len(pages)} pages")
        for page, text in zip(pdf.pages, pages):
            # Behind 縦中横 stands a sign without width: the cell is as wide as one.
            want, got = squeeze(page.text()), squeeze(text).replace("\u200b", "")
            if want != got:
                at = next((i for i, (a, b) in enumerate(zip(want, got)) if a != b), min(len(want), len(got)))
                check(False, f"{name}, page {page.index + 1}: wanted …{want[max(0, at - 8):at + 12]!r}, "
                             f"got …{got[max(0, at - 8):at + 12]!r}")


def characters_are_plain(pdf):
    """ToUnicode maps, read directly: poppler normalises radicals and would hide them."""
    for ref, font in pdf.fonts().items():
        check(font.to_unicode, f"font {font.name}: no ToUnicode map")
        for code, text in font.to_unicode.items():
            for c in text:
                number = ord(c)
                bad = (0x2E80 <= number <= 0x2FDF or 0xFE10 <= number <= 0xFE1F or 0xFE30 <= number <= 0xFE4F
                       or 0xE000 <= number <= 0xF8FF or 0xF900 <= number <= 0xFAFF and number not in KEPT
                       or number in (0, 0xFFFD, 0xFFFE, 0xFFFF) or 0xD800 <= number <= 0xDFFF)
                check(not bad, f"font {font.name}: code {code:04X} says U+{number:04X}")
    for page in pdf.pages:
        for glyph in page.all_glyphs:
            check("�" not in glyph.text, f"page {page.index + 1}: a glyph of {glyph.font} has no text")
        for actual, under in page.actual_texts:
            under = under.replace("\u200b", "")
            check(actual in (under, under.replace(" ", "")) or not actual.strip(),
                  f"page {page.index + 1}: ActualText {actual!r} over {under!r}")
    check(any("小樽" in page.text() for page in pdf.pages), "小樽 is not found")


# Compatibility ideographs that are letters in their own right (Unicode 15, 23.2): names use them.
KEPT = {0xFA0E, 0xFA0F, 0xFA11, 0xFA13, 0xFA14, 0xFA1F, 0xFA21, 0xFA23, 0xFA24, 0xFA27, 0xFA28, 0xFA29}


def fonts_are_embedded(path):
    rows = run("pdffonts", path)[0].splitlines()[2:]
    check(rows, "no fonts")
    for row in rows:
        check(re.search(r"\byes +yes +yes +\d+ +0$", row), "not embedded, subset and mapped: " + row)


def labels_are_the_printed_folios(pdf):
    printed = 0
    edges = {0: set(), 1: set()}
    for page in pdf.pages:
        for mark in page.marks:
            if mark.artifact and "/Footer" in mark.properties and mark.glyphs:
                printed += 1
                # At one distance from the fore-edge, on pages of vertical lines too: the left edge of left-hand pages.
                edges[page.index % 2].add(round(mark.glyphs[0].x))
                check(mark.text() == page.label, f"page {page.index + 1}: prints {mark.text()!r}, label {page.label!r}")
    check(printed > len(pdf.pages) * 0.8, f"folios on {printed} of {len(pdf.pages)} pages")
    check(max(edges[1]) - min(edges[1]) <= 1, f"folios of left-hand pages begin at {sorted(edges[1])}")
    check(len({page.label for page in pdf.pages}) == len(pdf.pages), "two pages have one label")


def headings(tree):
    """(level, text, page, y) of the headings of the tree, in order."""
    for element in tree.walk():
        if re.fullmatch("H[1-6]", element.kind):
            glyph = next(element.glyphs(), None)
            if glyph:
                yield int(element.kind[1]), bare_title(element.text(skip=("RT", "Note"))), glyph.page, glyph.y


def bare_title(text):
    """A heading's words and number; 第1回ワークショップ stands above a title on its page and after it in the contents."""
    return re.sub(r"第\d+回ワークショップ", "", squeeze(text))


def bookmarks(pdf, tree):
    heads = [h for h in headings(tree)]
    at = 0
    for level, title, page in pdf.outline:
        hit = next((i for i in range(at, len(heads)) if heads[i][1] == bare_title(title)), None)
        check(hit is not None, f"bookmark {title!r} is no heading, or stands out of order")
        if hit is not None:
            check(heads[hit][2] + 1 == page, f"bookmark {title!r} opens page {page}, the heading is on {heads[hit][2] + 1}")
            at = hit + 1
    return heads


def every_heading_has_a_bookmark(pdf, chapters):
    titles = [squeeze(title) for _, title, _ in pdf.outline]
    for chapter in chapters:
        for sequence in chapter.sequences:
            for piece in sequence:
                if piece.kind in ("title", "heading"):
                    check(any(re.fullmatch(piece.pattern, title) for title in titles),
                          f"{chapter.file}: no bookmark for {piece.text!r}")


def contents_name_the_right_pages(pdf, tree, heads):
    """Folio of each entry = label of the page where its heading stands; every entry is a link to that page."""
    entries = 0
    captions = [(squeeze(e.text(skip=("RT",))), next(e.glyphs()).page) for e in tree.walk()
                if e.kind == "Caption" and next(e.glyphs(), None)]
    last = -1
    for item in (e for e in tree.walk() if e.kind == "TOCI"):
        text = squeeze(item.text())
        glyphs = list(item.glyphs())
        found = re.fullmatch(r"(.*?)([0-9]+|[ivxlc]+)", text)
        # The folio is what is set at the right edge: the last run of the entry.
        folio = "".join(g.text for g in glyphs[-len(text):] if g.mark == glyphs[-1].mark)
        folio = re.search(r"[0-9]+$|[ivxlc]+$", squeeze(folio))[0] if found else ""
        title = bare_title(text[:len(text) - len(folio)])
        entries += 1
        places = [h[2] for h in heads if h[1] == title]
        if not places:  # an essay's author stands after its title
            longest = max((h for h in heads if h[0] == 1 and title.startswith(h[1])), key=lambda h: len(h[1]), default=None)
            places = [longest[2]] if longest else []
        if not places:
            places = [page for caption, page in captions if caption.startswith(title.rstrip("…。"))]
        check(places, f"contents: no heading {title!r}")
        check(any(pdf.pages[p].label == folio for p in places),
              f"contents: {title!r} is said to be on {folio}, it is on {[pdf.pages[p].label for p in places]}")
        for ref in (k for e in item.walk() for k in e.kids if isinstance(k, str)):
            link = pdf.value(ref)
            target = destination(pdf, link)
            check(target is not None and target in places, f"contents: the link of {title!r} goes to page {target}")
    check(entries > 20, f"contents: {entries} entries")


def destination(pdf, link):
    target = link.get("/Dest")
    if target is None:
        action = pdf.value(link.get("/A", {}))
        target = action.get("/D") if action.get("/S") == "/GoTo" else None
    target = pdf.value(target)
    return pdf.page_of_ref.get(target[0]) if isinstance(target, list) else None


def lines_end_at_the_measure(pdf, tree, area):
    """Every justified body line within 0.05 pt of its measure, every body baseline on the grid, no prohibited edge."""
    tolerance = 0.05
    judged = on_grid = edges = 0
    quoted = {id(e) for quote in tree.walk() if quote.kind == "BlockQuote" for e in quote.walk()}
    for element in tree.walk():
        if element.kind not in ("P", "LBody", "H1", "H2", "H3", "Caption", "TD", "TH"):
            continue
        if not any(not isinstance(k, Element) for k in element.kids) and element.kind != "P":
            continue
        lines = lines_of(element)
        if any(glyph.vertical for line in lines for glyph in line):
            continue  # columns of vertical lines: the page checker judges them
        for i, line in enumerate(lines):
            text = "".join(g.text for g in line).strip()
            if not text:
                continue
            page = pdf.pages[line[0].page]
            where = f"page {page.index + 1}: {text[:40]!r}"
            if len(lines) > 1:
                edges += 1
                check(i == 0 or text[0] not in NOT_AT_START, f"{where} begins a line with {text[0]}")
                check(i + 1 == len(lines) or text[-1] not in NOT_AT_END, f"{where} ends a line with {text[-1]}")
            body = element.kind == "P" and any(abs(g.size - area.size) < 0.01 for g in line) and grid_font(pdf, page, line, area)
            if not body:
                continue
            on_grid += 1
            baseline = next(g.y for g in line if abs(g.size - area.size) < 0.01)
            slot = (baseline - area.top - 0.88 * area.size) / area.pitch
            check(abs(slot - round(slot)) * area.pitch < tolerance, f"{where} is off the grid ({slot:.3f} slots)")
            check(-0.01 < slot < area.lines - 0.5, f"{where} is outside the type area")
            if i + 1 == len(lines) or broken_by_hand(lines, i):
                continue
            judged += 1
            edge = area.left(page) + area.width - (area.size if id(element) in quoted else 0)
            last = max((g for g in line if g.text.strip()), key=lambda g: g.x)
            over = last.x + last.advance - edge
            # The space within a closing bracket or stop may be kept, given up, or kept in part at the line's end.
            allowed = 0.5 * last.size if last.text in HALF_AT_END else 0
            check(-tolerance < over < allowed + tolerance, f"{where} ends {over:.3f}pt off its measure")
    check(on_grid > 500, f"only {on_grid} lines of body text found")
    check(judged > 400, f"only {judged} justified lines found")
    check(edges > 400, f"only {edges} line edges found")


def grid_font(pdf, page, line, area):
    """Body text is set in the body's face; captions and labels of the same size are not."""
    return "Mincho" in pdf.font(pdf.value(pdf.value(page.entry["/Resources"])["/Font"])[
        next(g for g in line if abs(g.size - area.size) < 0.01).font]).name


forced = set()


def broken_by_hand(lines, i):
    """Lines before an inline line break are not justified: the source says where they are."""
    end = squeeze("".join(g.text for line in lines[:i + 1] for g in line))
    return any(end.endswith(squeeze(before)) for before in forced)


def note_forced_breaks(dump):
    rows = dump.splitlines()
    for i, row in enumerate(rows):
        found = re.match(r"\s*(\d+) break$", row)
        if not found:
            continue
        above = next(r for r in reversed(rows[:i]) if "「" in r and not re.match(r"\s*\d+(-\d+)? ", r))
        text = above[above.index("「") + 1:above.rindex("」")].encode()[:int(found[1])].decode()
        forced.add(text.split("￼")[-1][-20:])


def pictures_carry_no_metadata(pdf, path):
    """Nothing but the picture: no EXIF, XMP, comments, thumbnails, profiles with names, in any stream or in the file."""
    count = 0
    for ref, entry, data in pdf.streams():
        if entry.get("/Subtype") == "/XML":
            check(b"GPS" not in data and b"exif" not in data.lower(), f"XMP of the document speaks of a photo ({ref})")
            continue
        for sign in (b"Exif\0", b"http://ns.adobe.com/xap", b"Photoshop 3.0", b"GPSLatitude", b"JFXX", b"MPF\0", b"<?xpacket"):
            check(sign not in data, f"stream {ref} holds {sign!r}")
        if entry.get("/Filter") == "/DCTDecode" or data[:3] == b"\xff\xd8\xff":
            count += 1
            check("/Metadata" not in entry, f"picture {ref} has an XMP stream")
            for marker in jpeg_markers(data):
                check(marker in ALLOWED_MARKERS, f"picture {ref} has a segment FF{marker:02X}")
    check(count >= 20, f"{count} JPEG pictures")
    whole = open(path, "rb").read()
    for sign in (b"Exif\0", b"GPSLatitude", b"Photoshop 3.0"):
        check(sign not in whole, f"the file holds {sign!r}")


# Tables, frames, scans, and Adobe's colour transform (APP14); JFIF (APP0) says nothing but the resolution.
ALLOWED_MARKERS = set(range(0xC0, 0xD0)) | {0xDA, 0xDB, 0xDD, 0xD8, 0xD9, 0xE0, 0xEE}


def jpeg_markers(data):
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        yield marker
        if marker == 0xDA:
            # Entropy-coded data up to the next marker that is neither stuffing nor a restart.
            at += 2 + int.from_bytes(data[at + 2:at + 4], "big")
            while at + 1 < len(data) and not (data[at] == 0xFF and data[at + 1] not in (0, *range(0xD0, 0xD8))):
                at += 1
            if at + 1 < len(data) and data[at + 1] == 0xD9:
                return
            continue
        at += 2 + int.from_bytes(data[at + 2:at + 4], "big")


def catalog(pdf, fields):
    root = pdf.root
    check(text_string(root.get("/Lang", "u:")) == "ja", "the language is not ja")
    check(pdf.value(root.get("/MarkInfo", {})).get("/Marked") is True, "not marked as tagged")
    check(pdf.value(root.get("/ViewerPreferences", {})).get("/DisplayDocTitle") is True, "the title is not displayed")
    # The foreword is set vertically over facing pages and read from the right one.
    check(root.get("/PageLayout") == "/TwoPageRight", f"pages are laid out as {root.get('/PageLayout')}")
    info = pdf.value(pdf.trailer["/Info"])
    check(text_string(info["/Title"]).startswith(fields["document"]), f"Info says {info.get('/Title')}")
    xmp = pdf.stream(root["/Metadata"]).decode("utf-8")
    check(fields["document"] in xmp and "pdfuaid:part" in xmp, "the XMP lacks the title or PDF/UA")
    for page in pdf.pages:
        if page.entry.get("/Annots"):
            check(page.entry.get("/Tabs") == "/S", f"page {page.index + 1}: links are not in the order of the structure")


def figures_have_alternatives(pdf, tree):
    count = 0
    for figure in (e for e in tree.walk() if e.kind == "Figure"):
        count += 1
        check(figure.entry.get("/Alt", "u:") != "u:", f"figure {figure.ref} has no alternative text")
        check(any(mark.images for mark in figure.marks()), f"figure {figure.ref} holds no picture")
    pictures = sum(len(mark.images) for page in pdf.pages for mark in page.marks)
    check(count == pictures and count >= 25, f"{count} figures, {pictures} pictures")


def main():
    need("qpdf", "pdffonts", "pdftotext", "mutool")
    folder, path, said_pages = built()
    try:
        checked = run("qpdf", "--check", path)[0]
        check("No syntax or stream encoding errors found" in checked, checked)
        pdf = PdfFile(path)
        check(len(pdf.pages) == said_pages and said_pages >= 57, f"{len(pdf.pages)} pages, said {said_pages}")
        dump = run(program, "build", plan, "--dump=document")[0]
        fields, chapters = read_dump(dump)
        note_forced_breaks(dump)
        area = Area(run(program, "build", plan, "--layout", layout, "--dump=layout")[0])
        tree = pdf.structure()
        structure_holds_the_words(pdf, tree, chapters, fields)
        other_programs_read_the_same(pdf, path)
        characters_are_plain(pdf)
        fonts_are_embedded(path)
        labels_are_the_printed_folios(pdf)
        heads = bookmarks(pdf, tree)
        every_heading_has_a_bookmark(pdf, chapters)
        contents_name_the_right_pages(pdf, tree, heads)
        lines_end_at_the_measure(pdf, tree, area)
        pictures_carry_no_metadata(pdf, path)
        figures_have_alternatives(pdf, tree)
        catalog(pdf, fields)
    finally:
        shutil.rmtree(folder)
    for problem in problems[:60]:
        print(problem)
    if len(problems) > 60:
        print(f"… and {len(problems) - 60} more")
    print(f"{layout}: {len(pdf.pages)} pages, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    sys.exit(main())

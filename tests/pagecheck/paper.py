"""Writes small tagged PDFs whose every glyph is placed by the test: horizontal (Identity-H) or vertical (Identity-V).

Places are logical: `along` a line and `across` the lines, in points from the type area's first corner. A line's place
across is its baseline in horizontal writing and its axis in vertical. The font is made here (CFF, Adobe TN 5176 and
5177): a square for each full-width sign, half of one for each Western sign.
"""
import struct
from dataclasses import dataclass, field

from characters import body, class_of, expand_stage, space

HALF = 0.5
WESTERN_WIDTHS = {"%": 0.94}


def is_wide(char):
    return not char.isascii()


@dataclass
class Item:
    char: str
    along: float       # start of the body
    across: float
    size: float
    page: int
    code: int = None   # None: by the character
    says: str = None   # what ToUnicode says, if not the character
    upright: bool = False  # a Western sign that stands upright in a vertical line (縦中横)
    gap: float = 0.0   # em before it, for a look only


@dataclass
class Node:
    kind: str
    kids: list = field(default_factory=list)    # Nodes, or lists of Items (one marked-content sequence per page of it)
    attributes: str = ""

    def add(self, kind, *kids):
        node = Node(kind, list(kids))
        self.kids.append(node)
        return node


def width_of(char):
    kind = class_of(char, is_wide(char))
    inner = body(kind, is_wide(char))
    return inner[1] - inner[0] if inner else advance(char)


def advance(char):
    return 1.0 if is_wide(char) else WESTERN_WIDTHS.get(char, HALF)


def natural(before, after):
    return space(class_of(before, is_wide(before)), class_of(after, is_wide(after))) or 0.0


FILLER = "山川空海木石花鳥風月草雲星池岩道村町谷島"


def fill(text, width, gaps=(), stretch=0.0, tail=""):
    """Adds kanji before the tail until one more would not fit; (text, extra em for each place of solid text)."""
    gaps = dict(gaps)

    def length(t):
        return sum(width_of(c) for c in t) + sum(gaps.get(i + 1, natural(a, b)) for i, (a, b) in enumerate(zip(t, t[1:])))

    def places(t):
        return sum(stage3(a, b) for i, (a, b) in enumerate(zip(t, t[1:])) if i + 1 not in gaps)
    at = 0
    while length(text + FILLER[at % 20] + tail) + stretch * places(text + tail) <= width + 1e-6:
        text += FILLER[at % 20]
        at += 1
    text += tail
    return text, (width - length(text)) / max(1, places(text))


def stage3(before, after):
    a, b = class_of(before, is_wide(before)), class_of(after, is_wide(after))
    return expand_stage(a, b) == 3 and space(a, b) == 0


def set_line(text, along, across, size, page, gaps=(), extra=0.0):
    gaps, items, at = dict(gaps), [], along
    for i, char in enumerate(text):
        if i:
            at += (gaps.get(i, natural(text[i - 1], char)) + (extra if stage3(text[i - 1], char) and i not in gaps else 0)) * size
        items.append(Item(char, at, across, size, page))
        at += width_of(char) * size
    return items


class Paper:
    def __init__(self, vertical, size=10.0, chars=20, lines=12, pitch=17.0):
        self.vertical, self.size, self.pitch, self.lines = vertical, size, pitch, lines
        self.measure = chars * size
        self.margin = 40.0
        depth = lines * pitch
        self.width, self.height = self.measure + 2 * self.margin, depth + 2 * self.margin
        if vertical:
            self.width, self.height = self.height, self.width
        self.tree = Node("Document")
        self.pages = 1
        self.rules = []          # (page, x, y, width, height) from the left and bottom
        self.shift = {}          # page -> points across that all of it is moved by

    def slot(self, number):
        return (number + 0.5) * self.pitch

    def point(self, along, across, page):
        across += self.shift.get(page, 0)
        if self.vertical:
            return self.width - self.margin - across, self.height - self.margin - along
        return self.margin + along, self.height - self.margin - across

    # Writing

    def write(self, path):
        codes, widths, says = {}, {0: 1.0}, {}

        def code_of(item):
            if item.code is not None:
                return item.code
            key = (item.char, item.says)
            if key not in codes:
                codes[key] = len(codes) + 1
                widths[codes[key]] = advance(item.char)
                says[codes[key]] = item.says or item.char
            return codes[key]

        contents = [[] for _ in range(self.pages)]
        counts = [0] * self.pages
        objects = []

        def new(data=None):
            objects.append(data)
            return len(objects)

        catalog, tree_root, pages_ref = new(), new(), new()
        page_refs = [new() for _ in range(self.pages)]

        def element(node, parent):
            ref = new()
            kids = []
            for kid in node.kids:
                if isinstance(kid, Node):
                    kids.append(f"{element(kid, ref)} 0 R")
                    continue
                for page in sorted({i.page for i in kid}):
                    mcid, counts[page] = counts[page], counts[page] + 1
                    shown = "".join(self.show(i, code_of(i)) for i in kid if i.page == page)
                    contents[page].append(f"/{node.kind} <</MCID {mcid}>> BDC\nBT\n{shown}ET\nEMC\n")
                    kids.append(f"<</Type /MCR /Pg {page_refs[page]} 0 R /MCID {mcid}>>")
            objects[ref - 1] = (f"<</Type /StructElem /S /{node.kind} /P {parent} 0 R {node.attributes}"
                                f"/K [{' '.join(kids)}]>>").encode()
            return ref

        top = element(self.tree, tree_root)
        file, described, descendant, to_unicode, across_font, down_font = (new() for _ in range(6))
        data = cff([widths[i] for i in range(len(widths))])
        objects[file - 1] = stream(data, "/Subtype /CIDFontType0C")
        objects[described - 1] = (f"<</Type /FontDescriptor /FontName /Test /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 "
                                  f"/Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 /FontFile3 {file} 0 R>>").encode()
        listed = " ".join(f"{i} [{round(w * 1000)}]" for i, w in widths.items())
        objects[descendant - 1] = (f"<</Type /Font /Subtype /CIDFontType0 /BaseFont /Test /CIDSystemInfo <</Registry (Adobe) "
                                   f"/Ordering (Identity) /Supplement 0>> /FontDescriptor {described} 0 R /DW 1000 "
                                   f"/W [{listed}]>>").encode()
        rows = "".join(f"<{code:04x}> <{text.encode('utf-16-be').hex()}>\n" for code, text in says.items())
        objects[to_unicode - 1] = stream(
            ("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange "
             f"<0000> <ffff> endcodespacerange {len(says)} beginbfchar\n{rows}endbfchar endcmap end end").encode())
        for ref, encoding in ((across_font, "Identity-H"), (down_font, "Identity-V")):
            objects[ref - 1] = (f"<</Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /{encoding} /DescendantFonts "
                                f"[{descendant} 0 R] /ToUnicode {to_unicode} 0 R>>").encode()
        for page, ref in enumerate(page_refs):
            for _, x, y, w, h in (r for r in self.rules if r[0] == page):
                contents[page].append(f"/Artifact BMC {x} {y} {w} {h} re f EMC\n")
            body_ref = new(stream("".join(contents[page]).encode()))
            objects[ref - 1] = (f"<</Type /Page /Parent {pages_ref} 0 R /MediaBox [0 0 {self.width} {self.height}] /Contents "
                                f"{body_ref} 0 R /Resources <</Font <</H {across_font} 0 R /V {down_font} 0 R>>>>>>").encode()
        objects[catalog - 1] = f"<</Type /Catalog /Pages {pages_ref} 0 R /StructTreeRoot {tree_root} 0 R>>".encode()
        objects[tree_root - 1] = f"<</Type /StructTreeRoot /K [{top} 0 R]>>".encode()
        objects[pages_ref - 1] = (f"<</Type /Pages /Count {self.pages} /Kids "
                                  f"[{' '.join(f'{r} 0 R' for r in page_refs)}]>>").encode()
        out, places = b"%PDF-1.7\n", []
        for number, data in enumerate(objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n" % number + data + b"\nendobj\n"
        table = b"".join(b"%010d 00000 n \n" % at for at in places)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
        out += b"trailer <</Size %d /Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, catalog, out.rfind(b"xref\n0"))
        with open(path, "wb") as file_out:
            file_out.write(out)

    def show(self, item, code):
        s, wide = item.size, is_wide(item.char)
        kind = class_of(item.char, wide)
        inner = body(kind, wide)
        along = item.along - (inner[0] * s if inner else 0)
        if self.vertical and item.upright:
            # A cell of 縦中横: along is the em's start, across shifted by the test.
            x, y = self.point(along + 0.88 * s, item.across, item.page)
            return f"/H {s} Tf 1 0 0 1 {x:.3f} {y:.3f} Tm <{code:04x}> Tj\n"
        if self.vertical and wide:
            x, y = self.point(along, item.across, item.page)
            return f"/V {s} Tf 1 0 0 1 {x:.3f} {y:.3f} Tm <{code:04x}> Tj\n"
        if self.vertical:
            x, y = self.point(along, item.across + 0.38 * s, item.page)
            return f"/H {s} Tf 0 -1 1 0 {x:.3f} {y:.3f} Tm <{code:04x}> Tj\n"
        x, y = self.point(along, item.across, item.page)
        return f"/H {s} Tf 1 0 0 1 {x:.3f} {y:.3f} Tm <{code:04x}> Tj\n"


def stream(data, extra=""):
    return f"<</Length {len(data)} {extra}>>\nstream\n".encode() + data + b"\nendstream"


def index(items):
    if not items:
        return struct.pack(">H", 0)
    offsets, at = [], 1
    for item in items:
        offsets.append(at)
        at += len(item)
    offsets.append(at)
    return struct.pack(">HB", len(items), 4) + b"".join(struct.pack(">I", o) for o in offsets) + b"".join(items)


def number(value):
    return struct.pack(">Bh", 28, value)


def cff(widths):
    """A name-keyed CFF font; glyph i has the advance widths[i] em. Names are the first standard strings."""
    assert len(widths) < 390, "more glyphs than standard strings"

    def glyph(width):
        w = round(width * 1000)
        box = w - 160
        return (number(w) + number(80) + number(-40) + bytes([21]) + number(box) + number(840) + number(-box) + bytes([6, 14]))
    names, strings, subrs = index([b"Test"]), index([]), index([])
    header = bytes([1, 0, 4, 4])
    charset = bytes([0]) + b"".join(struct.pack(">H", i) for i in range(1, len(widths)))
    glyphs = index([glyph(w) for w in widths])
    private = number(1000) + bytes([20]) + number(0) + bytes([21])

    def top(charset_at, glyphs_at, private_at):
        def offset(value):
            return struct.pack(">Bi", 29, value)
        return index([offset(charset_at) + bytes([15]) + offset(glyphs_at) + bytes([17]) + offset(len(private))
                      + offset(private_at) + bytes([18])])
    start = len(header) + len(names) + len(top(0, 0, 0)) + len(strings) + len(subrs)
    return (header + names + top(start, start + len(charset), start + len(charset) + len(glyphs)) + strings + subrs + charset
            + glyphs + private)

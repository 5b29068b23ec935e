"""A finished PDF as values: pages, glyphs with their places, the structure tree, fonts and pictures.

Reads the objects through `qpdf --json=2` and runs the content streams itself, so that every place and every character
comes from the file and not from a viewer's idea of it. Operators that kumihan does not write are refused: whoever adds
one to the writer adds it here, and says what it means for the places.
"""
import base64
import json
import re
import subprocess
from dataclasses import dataclass, field


@dataclass
class Glyph:
    text: str        # by the font's ToUnicode map and ActualText
    x: float         # origin, from the left of the page
    y: float         # origin, from the top of the page
    advance: float   # of the font's widths, in points
    size: float
    font: str        # resource name
    page: int        # index
    mark: int        # index of the marked-content sequence on its page
    vertical: bool = False
    string: int = 0  # index of the Tj or TJ on its page


@dataclass
class Mark:
    """One marked-content sequence."""
    tag: str
    mcid: int | None
    properties: str
    artifact: bool
    page: int
    glyphs: list = field(default_factory=list)
    boxes: list = field(default_factory=list)  # rectangles filled, paths: (x, y, width, height) from the top left
    images: list = field(default_factory=list)

    def text(self):
        return "".join(g.text for g in self.glyphs)


@dataclass
class Element:
    """A node of the structure tree; kids are Elements, Marks, or references of annotations ("n 0 R")."""
    kind: str
    entry: dict
    kids: list = field(default_factory=list)

    def walk(self):
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def marks(self, skip=()):
        for kid in self.kids:
            if isinstance(kid, Mark):
                yield kid
            elif isinstance(kid, Element) and kid.kind not in skip:
                yield from kid.marks(skip)

    def glyphs(self, skip=()):
        for mark in self.marks(skip):
            yield from mark.glyphs

    def text(self, skip=()):
        return "".join(g.text for g in self.glyphs(skip))


class Font:
    def __init__(self, pdf, ref):
        entry = pdf.value(ref)
        assert entry["/Subtype"] == "/Type0" and entry["/Encoding"] in ("/Identity-H", "/Identity-V"), entry
        self.vertical = entry["/Encoding"] == "/Identity-V"
        descendant = pdf.value(pdf.value(entry["/DescendantFonts"])[0])
        self.name = entry["/BaseFont"]
        self.default_width = descendant.get("/DW", 1000)
        self.widths = {}
        listed = pdf.value(descendant.get("/W", []))
        at = 0
        while at < len(listed):
            if isinstance(listed[at + 1], list):
                for i, width in enumerate(listed[at + 1]):
                    self.widths[listed[at] + i] = width
                at += 2
            else:
                for code in range(listed[at], listed[at + 1] + 1):
                    self.widths[code] = listed[at + 2]
                at += 3
        self.down = descendant.get("/DW2", [880, -1000])[1]
        self.downs = {}
        listed = pdf.value(descendant.get("/W2", []))
        at = 0
        while at < len(listed):
            if isinstance(listed[at + 1], list):
                for i in range(0, len(listed[at + 1]), 3):
                    self.downs[listed[at] + i // 3] = listed[at + 1][i]
                at += 2
            else:
                for code in range(listed[at], listed[at + 1] + 1):
                    self.downs[code] = listed[at + 2]
                at += 5
        self.to_unicode = read_cmap(pdf.stream(entry["/ToUnicode"]).decode("latin-1"))


def read_cmap(text):
    """code -> characters, from bfchar and bfrange."""
    result = {}

    def characters(digits):
        return bytes.fromhex(digits).decode("utf-16-be")

    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.S):
        for code, value in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            result[int(code, 16)] = characters(value)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.S):
        for first, last, value in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[0-9A-Fa-f]+>|\[[^\]]*\])", block):
            codes = range(int(first, 16), int(last, 16) + 1)
            if value[0] == "[":
                for code, each in zip(codes, re.findall(r"<([0-9A-Fa-f]+)>", value)):
                    result[code] = characters(each)
            else:
                start = characters(value[1:-1])
                for i, code in enumerate(codes):
                    result[code] = start[:-1] + chr(ord(start[-1]) + i)
    return result


TOKEN = re.compile(rb"\((?:\\.|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|\[|\]|/[^\s<>\[\]()/%]*|[-+]?[0-9]*\.?[0-9]+"
                   rb"|[A-Za-z'\"*]+[0-9]*\*?", re.S)
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}

PATH_ENDS = {"f", "f*", "S", "s", "B", "B*", "b", "b*", "n"}
WITHOUT_PLACE = {"g", "rg", "k", "G", "RG", "K", "w", "J", "j", "M", "d", "i", "ri", "gs", "W", "W*", "h"}


def multiply(a, b):
    return (a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3],
            a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
            a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5])


class Page:
    def __init__(self, pdf, index, ref, label):
        self.index, self.ref, self.label = index, ref, label
        self.entry = pdf.value(ref)
        box = pdf.value(self.entry.get("/TrimBox", self.entry["/MediaBox"]))
        self.width, self.height = box[2] - box[0], box[3] - box[1]
        self.left, self.top = box[0], box[3]
        self.marks = []       # in content order, artifacts too
        self.by_mcid = {}
        self.actual_texts = []  # (ActualText, what the glyphs under it say)
        self._run(pdf)

    def glyphs(self):
        """All glyphs in content order."""
        return self.all_glyphs

    def text(self):
        return "".join(g.text for g in self.all_glyphs)

    def _run(self, pdf):
        contents = self.entry["/Contents"]
        data = b"\n".join(pdf.stream(ref) for ref in (contents if isinstance(contents, list) else [contents]))
        resources = pdf.value(self.entry["/Resources"])
        fonts = pdf.value(resources.get("/Font", {}))
        images = pdf.value(resources.get("/XObject", {}))
        self.all_glyphs = []
        stack, saved, matrix = [], [], (1, 0, 0, 1, 0, 0)
        line = text_matrix = (1, 0, 0, 1, 0, 0)
        font = font_name = None
        size = rise = spacing = 0.0
        scale = 1.0
        operands, arrays = [], []
        path = []
        strings = 0

        def place(x, y):
            return (matrix[0] * x + matrix[2] * y + matrix[4] - self.left,
                    self.top - (matrix[1] * x + matrix[3] * y + matrix[5]))

        def owner():
            for mark in reversed(stack):
                if mark is not None:
                    return mark
            return None

        def show(token):
            nonlocal text_matrix
            data = string_bytes(token)
            assert len(data) % 2 == 0, token
            for at in range(0, len(data), 2):
                code = data[at] << 8 | data[at + 1]
                width = font.widths.get(code, font.default_width) / 1000
                total = multiply(text_matrix, matrix)
                mark = owner()
                # A turned run (a vertical line) keeps its size; only the scale along the line counts for the advance.
                length = (total[0] ** 2 + total[1] ** 2) ** 0.5
                glyph = Glyph(font.to_unicode.get(code, "�"), total[4] + rise * total[2] - self.left,
                              self.top - total[5] - rise * total[3], width * size * scale * length, size, font_name,
                              self.index, mark.number if mark else -1, font.vertical, strings)
                self.all_glyphs.append(glyph)
                if mark:
                    mark.glyphs.append(glyph)
                for span in spans:
                    span.append(glyph)
                move(font.downs.get(code, font.down) / 1000 * size + spacing if font.vertical
                     else (width * size + spacing) * scale)

        def move(by):
            nonlocal text_matrix
            text_matrix = multiply((1, 0, 0, 1, 0, by) if font.vertical else (1, 0, 0, 1, by, 0), text_matrix)

        def replace(glyphs, actual):
            # A space that keeps other programs from seeing one where there is a gap says nothing itself.
            if actual == "".join(g.text for g in glyphs if g.text != " "):
                for glyph in glyphs:
                    glyph.text = "" if glyph.text == " " else glyph.text
                return
            for i, glyph in enumerate(glyphs):
                glyph.text = "" if i else actual

        spans = []
        for token in TOKEN.findall(data):
            if token in (b"[", b"<<"):
                arrays.append((token, operands))
                operands = []
            elif token in (b"]", b">>"):
                kind, outer = arrays.pop()
                outer.append(operands if kind == b"[" else ("dict", operands))
                operands = outer
            elif token[:1] in b"<(/" or re.match(rb"[-+.0-9]", token):
                operands.append(token)
            else:
                name = token.decode()
                if name in ("BDC", "BMC"):
                    tag = operands[0].decode()[1:]
                    properties = operands[1][1] if name == "BDC" else []
                    shown = b" ".join(p if isinstance(p, bytes) else b"?" for p in properties)
                    named = {properties[i]: properties[i + 1] for i in range(0, len(properties) - 1, 2)
                             if isinstance(properties[i], bytes)}
                    if b"/MCID" in named or tag == "Artifact":
                        mcid = int(named[b"/MCID"]) if b"/MCID" in named else None
                        mark = Mark(tag, mcid, shown.decode("latin-1"), tag == "Artifact", self.index)
                        mark.number = len(self.marks)
                        self.marks.append(mark)
                        if mcid is not None:
                            assert mcid not in self.by_mcid, f"page {self.index + 1}: MCID {mcid} twice"
                            self.by_mcid[mcid] = mark
                        assert owner() is None, f"page {self.index + 1}: marked content {tag} inside another"
                        stack.append(mark)
                    else:
                        stack.append(None)
                    if b"/ActualText" in named:
                        spans.append([pdf_string(named[b"/ActualText"])])
                        spans[-1].append(len(stack))
                elif name == "EMC":
                    if spans and spans[-1][1] == len(stack):
                        actual, _, *under = spans.pop()
                        self.actual_texts.append((actual, "".join(g.text for g in under)))
                        replace(under, actual)
                    stack.pop()
                elif name == "q":
                    saved.append((matrix, font, font_name, size, rise, spacing, scale))
                elif name == "Q":
                    matrix, font, font_name, size, rise, spacing, scale = saved.pop()
                elif name == "cm":
                    matrix = multiply(tuple(float(o) for o in operands), matrix)
                elif name == "BT":
                    line = text_matrix = (1, 0, 0, 1, 0, 0)
                elif name == "ET":
                    pass
                elif name == "Tf":
                    font_name, size = operands[0].decode(), float(operands[1])
                    font = pdf.font(fonts[font_name])
                elif name == "Td":
                    line = text_matrix = multiply((1, 0, 0, 1, float(operands[0]), float(operands[1])), line)
                elif name == "Tm":
                    line = text_matrix = tuple(float(o) for o in operands)
                elif name == "Ts":
                    rise = float(operands[0])
                elif name == "Tc":
                    spacing = float(operands[0])
                elif name == "Tz":
                    scale = float(operands[0]) / 100
                elif name == "Tr":
                    pass
                elif name == "Tj":
                    strings += 1
                    show(operands[0])
                elif name == "TJ":
                    strings += 1
                    for part in operands[0]:
                        if part[:1] in (b"<", b"("):
                            show(part)
                        else:
                            move(-float(part) / 1000 * size * (1 if font.vertical else scale))
                elif name == "re":
                    x, y, w, h = (float(o) for o in operands)
                    path += [place(x, y), place(x + w, y + h)]
                elif name in ("m", "l", "c", "v", "y"):
                    numbers = [float(o) for o in operands]
                    path += [place(numbers[i], numbers[i + 1]) for i in range(0, len(numbers), 2)]
                elif name in PATH_ENDS:
                    if path and name != "n":
                        xs, ys = [p[0] for p in path], [p[1] for p in path]
                        mark = owner()
                        assert mark, f"page {self.index + 1}: a path outside marked content"
                        mark.boxes.append((min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)))
                    path = []
                elif name == "Do":
                    x0, y0 = place(0, 0)
                    x1, y1 = place(1, 1)
                    mark = owner()
                    assert mark, f"page {self.index + 1}: a picture outside marked content"
                    mark.images.append((images[operands[0].decode()], (min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))))
                elif name not in WITHOUT_PLACE:
                    raise AssertionError(f"page {self.index + 1}: operator {name} is not known to this reader")
                operands = []
        assert not stack, f"page {self.index + 1}: marked content is not closed"
        for glyph in self.all_glyphs:
            assert glyph.mark >= 0, f"page {self.index + 1}: text outside marked content: {glyph.text}"


class PdfFile:
    def __init__(self, path):
        run = subprocess.run(["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert run.returncode == 0, run.stderr.decode("utf-8", "replace")
        read = json.loads(run.stdout)
        self.objects = read["qpdf"][1]
        self._fonts = {}
        self.trailer = self.objects["trailer"]["value"]
        self.root = self.value(self.trailer["/Root"])
        labels = read.get("pagelabels", [])
        refs = [page["object"] for page in read["pages"]]
        self.page_of_ref = {ref: i for i, ref in enumerate(refs)}
        self.pages = [Page(self, i, ref, label) for i, (ref, label) in
                      enumerate(zip(refs, self._labels(labels, len(refs))))]
        self.outline = [row for top in read["outlines"] for row in self._outline(top, 1)]

    def value(self, thing):
        while isinstance(thing, str) and re.fullmatch(r"\d+ \d+ R", thing):
            entry = self.objects["obj:" + thing]
            thing = entry["value"] if "value" in entry else entry["stream"]["dict"]
        return thing

    def stream(self, ref):
        return base64.b64decode(self.objects["obj:" + ref]["stream"]["data"])

    def streams(self):
        """(reference, dictionary, bytes) of all streams; Flate is undone, DCT is as it stands in the file."""
        for name, entry in self.objects.items():
            if "stream" in entry:
                yield name[4:], entry["stream"]["dict"], base64.b64decode(entry["stream"].get("data", ""))

    def font(self, ref):
        if ref not in self._fonts:
            self._fonts[ref] = Font(self, ref)
        return self._fonts[ref]

    def fonts(self):
        return {ref: self.font(ref) for page in self.pages
                for ref in self.value(self.value(page.entry["/Resources"]).get("/Font", {})).values()}

    @staticmethod
    def _labels(ranges, count):
        result, style, prefix, first, at = [], None, "", 1, 0
        starts = {r["index"]: r["label"] for r in ranges}
        for i in range(count):
            if i in starts:
                entry = starts[i]
                style, first, at = entry.get("/S"), entry.get("/St", 1), i
                prefix = entry.get("/P", "u:")[2:]
            number = first + i - at
            result.append(prefix + {None: "", "/D": str(number), "/r": roman(number), "/R": roman(number).upper()}[style])
        return result

    def _outline(self, entry, level):
        yield level, entry["title"], entry.get("destpageposfrom1")
        for kid in entry.get("kids", []):
            yield from self._outline(kid, level + 1)

    def structure(self):
        """The Document element. Every kid's parent entry is checked on the way."""
        top = self.value(self.root["/StructTreeRoot"])
        kids = top["/K"] if isinstance(top["/K"], list) else [top["/K"]]
        return Element("Root", top, [self._element(kid, self.root["/StructTreeRoot"], None) for kid in kids])

    def _element(self, ref, parent, page):
        entry = self.value(ref)
        assert entry["/P"] == parent, f"element {ref}: its parent is {entry['/P']}, not {parent}"
        page = entry.get("/Pg", page)
        element = Element(entry["/S"][1:], entry)
        element.ref = ref
        kids = entry.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            if isinstance(kid, int):
                element.kids.append(self.pages[self.page_of_ref[page]].by_mcid[kid])
            elif isinstance(kid, dict) and kid.get("/Type") == "/MCR":
                element.kids.append(self.pages[self.page_of_ref[kid.get("/Pg", page)]].by_mcid[kid["/MCID"]])
            elif isinstance(kid, dict) and kid.get("/Type") == "/OBJR":
                element.kids.append(kid["/Obj"])
            else:
                element.kids.append(self._element(kid, ref, page))
        return element


def string_bytes(token):
    """The bytes of <hexadecimal> or (literal)."""
    if token[:1] == b"<":
        return bytes.fromhex(token[1:-1].decode())

    def escaped(found):
        if found[1].isdigit():
            return bytes([int(found[1], 8)])
        return ESCAPES.get(found[1], found[1])
    return re.sub(rb"\\([0-7]{1,3}|.)", escaped, token[1:-1], flags=re.S)


def pdf_string(token):
    """A text string of a content stream: UTF-16 with its mark, or Latin letters in parentheses."""
    data = string_bytes(token)
    return data[2:].decode("utf-16-be") if data[:2] == b"\xfe\xff" else data.decode("latin-1")


def roman(number):
    result = ""
    for value, sign in ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
                        (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value:
            result, number = result + sign, number - value
    return result


def text_string(value):
    """A text string of the JSON: u:… or b:…"""
    return value[2:] if value.startswith("u:") else bytes.fromhex(value[2:]).decode("utf-8", "replace")

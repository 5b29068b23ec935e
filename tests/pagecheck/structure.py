"""The structure tree of a finished PDF and, per page, which marked-content sequence each glyph stands in.

Input: a path. Output: Element (kind, kids), where a kid is an Element or a (page, mcid) pair; and per page the order in
which the content shows codes, so that the n-th glyph another engine reports can be given to its sequence. No place and
no size is read here: those come from drawn.py. Reads the objects through `qpdf --json=2`.
"""
import base64
import json
import re
import subprocess
from dataclasses import dataclass, field


@dataclass
class Element:
    kind: str
    kids: list = field(default_factory=list)
    attributes: dict = field(default_factory=dict)


@dataclass
class Shown:
    """One code that the content shows."""
    mark: tuple      # (page, mcid), or None for an artifact
    font: str        # reference of the font's object
    code: int


class Unreadable(Exception):
    pass


TOKEN = re.compile(rb"\((?:\\.|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|\[|\]|/[^\s<>\[\]()/%]*"
                   rb"|[-+]?[0-9.]+|[A-Za-z'\"*][A-Za-z0-9'\"*]*|%[^\r\n]*", re.S)
ESCAPED = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.S)
PLAIN = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}


def string_bytes(token):
    if token[:1] == b"<":
        digits = re.sub(rb"\s", b"", token[1:-1])
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return ESCAPED.sub(lambda m: bytes([int(m[1], 8) & 255]) if m[1].isdigit() else PLAIN.get(m[1], m[1]), token[1:-1])


class Document:
    def __init__(self, path):
        run = subprocess.run(["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if run.returncode not in (0, 3):
            raise Unreadable(run.stderr.decode("utf-8", "replace"))
        read = json.loads(run.stdout)
        self.objects = read["qpdf"][1]
        self.root = self.value(self.value(self.objects["trailer"]["value"])["/Root"])
        self.pages = [page["object"] for page in read["pages"]]
        self.page_of = {ref: i for i, ref in enumerate(self.pages)}
        self._vertical = {}

    def value(self, thing):
        while isinstance(thing, str) and re.fullmatch(r"\d+ \d+ R", thing):
            entry = self.objects.get("obj:" + thing)
            if entry is None:
                return None
            thing = entry["value"] if "value" in entry else entry["stream"]["dict"]
        return thing

    def stream(self, ref):
        return base64.b64decode(self.objects["obj:" + ref]["stream"].get("data", ""))

    def boxes(self, page):
        """(the box that viewers show, the trim) of a page, each left, bottom, right, top."""
        def inherited(key):
            at = self.value(self.pages[page])
            while at is not None:
                if key in at:
                    return [float(v) for v in self.value(at[key])]
                at = self.value(at.get("/Parent"))
            return None
        shown = inherited("/CropBox") or inherited("/MediaBox")
        return shown, inherited("/TrimBox") or shown

    def structure(self):
        top = self.value(self.root.get("/StructTreeRoot"))
        if top is None:
            raise Unreadable("the PDF has no structure tree")
        root = Element("Root")
        for kid in as_list(self.value(top.get("/K"))):
            self._add(root, kid, None)
        return root

    def _add(self, parent, kid, page):
        if isinstance(kid, int):
            parent.kids.append((page, kid))
            return
        entry = self.value(kid)
        if entry is None:
            return
        if entry.get("/Type") == "/OBJR":
            return
        page = self.page_of.get(entry.get("/Pg"), page)
        if entry.get("/Type") == "/MCR":
            parent.kids.append((page, entry["/MCID"]))
            return
        attributes = {}
        for each in as_list(self.value(entry.get("/A"))):
            each = self.value(each)
            if isinstance(each, dict):
                attributes.update(each)
        element = Element(entry["/S"][1:], attributes=attributes)
        parent.kids.append(element)
        for each in as_list(self.value(entry.get("/K"))):
            self._add(element, each, page)

    def vertical(self, font):
        """(code -> advance, code -> position of the vertical origin over the horizontal one), in em, or None.

        The second is what the page subtracts to find where a glyph's vertical origin stands (PDF 32000-1, 9.7.4.3).
        """
        if font not in self._vertical:
            entry = self.value(font) or {}
            if not str(self.value(entry.get("/Encoding", ""))).endswith("-V"):
                self._vertical[font] = None
            else:
                below = self.value(as_list(self.value(entry["/DescendantFonts"]))[0])
                self._vertical[font] = VerticalMetrics(self, below)
        return self._vertical[font]

    def shown(self, page):
        """The codes that the page shows, in the order of the content."""
        entry = self.value(self.pages[page])
        contents = self.value(entry.get("/Contents"))
        refs = contents if isinstance(contents, list) else [entry["/Contents"]] if contents is not None else []
        data = b"\n".join(self.stream(ref) for ref in refs)
        found = []
        self._run(data, self.value(entry.get("/Resources")) or {}, page, [], found, 0)
        return found

    def _run(self, data, resources, page, stack, found, depth):
        fonts = self.value(resources.get("/Font")) or {}
        forms = self.value(resources.get("/XObject")) or {}
        font, width, saved = None, 2, []
        operands = []

        def owner():
            for each in reversed(stack):
                if each is not False:
                    return each
            return None

        def show(token):
            codes = string_bytes(token)
            mark = owner()
            for at in range(0, len(codes) - width + 1, width):
                found.append(Shown(mark, font, int.from_bytes(codes[at:at + width], "big")))

        for token in TOKEN.findall(data):
            first = token[:1]
            if first == b"%":
                continue
            if first in b"(<[]>/+-.0123456789":
                operands.append(token)
                continue
            if token in (b"Tj", b"TJ", b"'", b'"'):
                for each in operands:
                    if each[:1] == b"(" or (each[:1] == b"<" and each != b"<<"):
                        show(each)
            elif token == b"Tf":
                font = fonts.get(operands[-2].decode())
                width = 2 if (self.value(font) or {}).get("/Subtype") == "/Type0" else 1
            elif token == b"q":
                saved.append((font, width))
            elif token == b"Q" and saved:
                font, width = saved.pop()
            elif token in (b"BDC", b"BMC"):
                mark = False
                if b"/MCID" in operands:
                    mark = (page, int(operands[operands.index(b"/MCID") + 1]))
                elif operands and operands[0] == b"/Artifact":
                    mark = None
                stack.append(mark)
            elif token == b"EMC" and stack:
                stack.pop()
            elif token == b"Do" and depth < 8:
                ref = forms.get(operands[-1].decode())
                form = self.value(ref)
                if form and form.get("/Subtype") == "/Form":
                    self._run(self.stream(ref), self.value(form.get("/Resources")) or resources, page, stack, found,
                              depth + 1)
            operands = []


class VerticalMetrics:
    def __init__(self, document, font):
        self.default_y, self.default_advance = ([v / 1000 for v in document.value(font.get("/DW2", [880, -1000]))])
        self.default_width = document.value(font.get("/DW", 1000)) / 1000
        self.widths, self.rows = {}, {}
        listed = document.value(font.get("/W", []))
        for first, last, values in ranges(listed, document, 1):
            for i, code in enumerate(range(first, last + 1)):
                self.widths[code] = values[i if len(values) > 1 else 0] / 1000
        for first, last, values in ranges(document.value(font.get("/W2", [])), document, 3):
            for i, code in enumerate(range(first, last + 1)):
                at = 3 * i if len(values) > 3 else 0
                self.rows[code] = [v / 1000 for v in values[at:at + 3]]

    def of(self, code):
        """(advance down, x of the vertical origin, y of it), in em."""
        if code in self.rows:
            advance, x, y = self.rows[code]
            return -advance, x, y
        return -self.default_advance, self.widths.get(code, self.default_width) / 2, self.default_y


def ranges(listed, document, group):
    at = 0
    while at + 1 < len(listed):
        second = document.value(listed[at + 1])
        if isinstance(second, list):
            yield listed[at], listed[at] + len(second) // group - 1, second
            at += 2
        else:
            yield listed[at], second, listed[at + 2:at + 2 + group]
            at += 2 + group


def as_list(value):
    return value if isinstance(value, list) else [] if value is None else [value]

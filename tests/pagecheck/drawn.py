"""Glyphs, rules and pictures of a finished PDF as MuPDF draws them (`mutool trace`), in points from the top left.

MuPDF reports each glyph's horizontal origin (for vertical writing it has already subtracted the vertical origin),
the text matrix, the glyph's index in the embedded font and its Unicode value. It takes no notice of ActualText, and the
spaces that a trace holds are those that the file shows: none is made up (unlike its `stext`).
"""
import html
import re
import subprocess
from dataclasses import dataclass, field


class Glyph:
    __slots__ = ("page", "char", "index", "x", "y", "ax", "ay", "ux", "uy", "advance", "size", "font", "vertical",
                 "mark", "down")

    def __init__(self, page, char, index, x, y, axes, advance, font, vertical):
        self.page, self.char, self.index, self.x, self.y = page, char, index, x, y
        # (ax, ay): one em along the glyph's own line; (ux, uy): one em towards the glyph's own top.
        self.ax, self.ay, self.ux, self.uy = axes
        self.size = (abs(self.ax * self.uy - self.ay * self.ux)) ** 0.5
        self.advance = advance   # of the embedded font, in em, along (ax, ay)
        self.font, self.vertical = font, vertical
        self.mark = None
        self.down = None         # vertical writing: (advance, x, y of the vertical origin), in em


@dataclass
class TracedPage:
    width: float
    height: float
    glyphs: list = field(default_factory=list)
    boxes: list = field(default_factory=list)    # rules and tints: (x0, y0, x1, y1)
    images: list = field(default_factory=list)


class UnreadableTrace(Exception):
    pass


NUMBER = re.compile(r"[-+.\deE]+")
LINE = re.compile(r"<(g|span|fill_\w+|stroke_\w+|clip_\w+|ignore_text|page|moveto|lineto|curveto)\s([^>]*)>")
VALUE = re.compile(r'(\w+)="([^"]*)"')


def numbers(text):
    return [float(n) for n in NUMBER.findall(text)]


# MuPDF 1.21 writes the halves of a code point beyond U+FFFF apart where a glyph says more than one (邉 with its selector,
# emoji with their joiners).
def with_halves(output):
    try:
        return output.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return output.decode("utf-8", "replace")


def join_halves(glyphs):
    for glyph in glyphs:
        if any("\ud800" <= c <= "\udfff" for c in glyph.char):
            glyph.char = glyph.char.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def trace(path):
    run = subprocess.run(["mutool", "trace", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if run.returncode != 0:
        raise UnreadableTrace(run.stderr.decode("utf-8", "replace"))
    pages, page = [], None
    transform = (1, 0, 0, 1, 0, 0)
    axes, font, vertical, path_points = None, "", False, None
    for name, rest in LINE.findall(with_halves(run.stdout)):
        if name == "g":
            values = dict(VALUE.findall(rest))
            if values.get("glyph", "-1") == "-1":
                # A further character of the glyph before (one glyph, several Unicode values).
                page.glyphs[-1].char += character(values["unicode"])
                continue
            x, y = float(values["x"]), float(values["y"])
            a, b, c, d, e, f = transform
            page.glyphs.append(Glyph(len(pages) - 1, character(values["unicode"]),
                                     0 if values["glyph"] in ("0", ".notdef") else 1,
                                     a * x + c * y + e, b * x + d * y + f, axes, float(values.get("adv", 0)), font, vertical))
        elif name == "span":
            values = dict(VALUE.findall(rest))
            m = numbers(values["trm"])
            a, b, c, d = transform[:4]
            axes = (m[0] * a + m[1] * c, m[0] * b + m[1] * d, m[2] * a + m[3] * c, m[2] * b + m[3] * d)
            font, vertical = values["font"], values["wmode"] == "1"
        elif name == "page":
            box = numbers(dict(VALUE.findall(rest))["mediabox"])
            page = TracedPage(box[2] - box[0], box[3] - box[1])
            pages.append(page)
        elif name in ("moveto", "lineto", "curveto"):
            if path_points is not None:
                values = numbers(" ".join(v for _, v in VALUE.findall(rest)))
                for i in range(0, len(values) - 1, 2):
                    a, b, c, d, e, f = transform
                    x, y = a * values[i] + c * values[i + 1] + e, b * values[i] + d * values[i + 1] + f
                    path_points[:] = [min(path_points[0], x), min(path_points[1], y),
                                      max(path_points[2], x), max(path_points[3], y)]
        else:
            values = dict(VALUE.findall(rest))
            transform = numbers(values["transform"]) if "transform" in values else transform
            path_points = None
            if name in ("fill_path", "stroke_path"):
                path_points = [1e9, 1e9, -1e9, -1e9]
                page.boxes.append(path_points)
            elif name in ("fill_image", "fill_image_mask", "fill_shade"):
                a, b, c, d, e, f = transform
                xs, ys = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
                page.images.append((min(xs), min(ys), max(xs), max(ys)))
    for page in pages:
        join_halves(page.glyphs)
    return pages


def character(text):
    return html.unescape(text)

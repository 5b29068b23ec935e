"""Blocks of the structure tree and their lines, in logical axes.

Input: Document (tags) and the traced pages (places). Output: Page with Blocks; a Block has Lines of Cells. `along` grows
in the reading direction of a line, `across` from one line to the next: right and down in horizontal writing, down and
left in vertical. A line's place across is its baseline (horizontal) or its axis (vertical).
"""
import math
import re
from collections import Counter
from dataclasses import dataclass, field

from characters import BLANK, JAPANESE, body, class_of
from structure import Element, Unreadable

INLINE = {"Span", "Strong", "Em", "Link", "Reference", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Code", "Quote",
          "BibEntry", "Annot", "Sub"}
HEADS = {"H", "H1", "H2", "H3", "H4", "H5", "H6"}


@dataclass
class Cell:
    """One glyph, or the glyphs of a 縦中横, on a line."""
    char: str
    kind: int            # JLReq class
    start: float         # of the body, along
    end: float
    size: float
    across: float
    glyph: object
    blank: str = ""      # blank glyphs (spaces) that stand before it
    raised: bool = False  # a note mark, superior or inferior
    ruby: object = None  # the ruby pair it is the base of
    wide: bool = False   # a full-width glyph whose em box is start … end but for punctuation
    small: str = ""      # "WT" in a warichu


@dataclass
class Line:
    page: int
    cells: list
    across: float = 0.0
    size: float = 0.0
    part: int = 0        # lines of a block on one page, in one column
    reading_end: float = -1e9  # where a reading over its last letters ends

    def text(self):
        return "".join(c.blank + c.char for c in self.cells)

    @property
    def start(self):
        return min(c.start for c in self.cells)

    @property
    def end(self):
        return max(c.end for c in self.cells)

    @property
    def edge(self):
        """Where the line ends for the measure: a reading longer than its base ends there in its place (9.6)."""
        return max(self.end, self.reading_end)


@dataclass
class Ruby:
    base: list = field(default_factory=list)    # glyphs
    text: list = field(default_factory=list)
    cells: list = field(default_factory=list)   # the base's cells
    word: object = None                         # the Ruby element; a compound has several pairs


@dataclass
class Block:
    kind: str
    path: tuple          # kinds of the elements around it
    number: int
    runs: list = field(default_factory=list)    # (glyph, role: "", "RT", "WT", "Ref", ruby)
    rubies: list = field(default_factory=list)
    parents: tuple = ()  # the elements around it, outermost first
    axes: tuple = ()     # ((ax, ay), (bx, by)) of along and across
    vertical: bool = False
    lines: list = field(default_factory=list)
    style: tuple = ()
    after_head: bool = False

    def text(self):
        return "".join(line.text() for line in self.lines)

    def within(self, *kinds):
        return self.kind in kinds or any(k in kinds for k in self.path)


def read_blocks(document, pages):
    """Blocks in reading order; glyphs outside of the tree keep mark None."""
    by_mark = {}
    for number, page in enumerate(pages):
        shown = document.shown(number)
        if len(shown) != len(page.glyphs):
            raise Unreadable(f"page {number + 1}: the content shows {len(shown)} codes, MuPDF draws {len(page.glyphs)}")
        for code, glyph in zip(shown, page.glyphs):
            glyph.mark = code.mark
            if glyph.vertical:
                metrics = document.vertical(code.font)
                glyph.down = metrics.of(code.code) if metrics else (1.0, 0.5, 0.88)
            if code.mark is not None:
                by_mark.setdefault(code.mark, []).append(glyph)
    blocks = []
    _walk(document.structure(), (), (), by_mark, blocks)
    for block in blocks:
        set_axes(block)
        block.lines = make_lines(block)
        block.style = style_of(block)
    return [b for b in blocks if b.lines]


def _walk(element, path, parents, by_mark, blocks):
    inline_here = any(not isinstance(k, Element) or k.kind in INLINE for k in element.kids)
    block = None
    if inline_here:
        block = Block(element.kind, path, len(blocks), parents=parents + (element,))
        blocks.append(block)
    for kid in element.kids:
        if not isinstance(kid, Element):
            block.runs += [(g, "", None) for g in by_mark.get(kid, [])]
        elif kid.kind in INLINE:
            _inline(kid, "", None, block, by_mark, blocks, path + (element.kind,), parents + (element,))
        else:
            _walk(kid, path + (element.kind,), parents + (element,), by_mark, blocks)


def _inline(element, role, ruby, block, by_mark, blocks, path, parents, outer=()):
    if element.kind == "Ruby":
        # A reading on each side: the base of one holds the other with its base.
        outer, ruby = outer + ((ruby,) if ruby is not None else ()), None
    if element.kind in ("RT", "RP", "WT"):
        role = element.kind
    if element.kind == "Reference":
        role = "Ref"
    for kid in element.kids:
        if not isinstance(kid, Element):
            glyphs = by_mark.get(kid, [])
            if role == "RT" and ruby is not None:
                ruby.text += glyphs
            elif ruby is not None and role != "RP":
                for each in outer + (ruby,):
                    each.base += glyphs
            block.runs += [(g, role, ruby) for g in glyphs]
        elif kid.kind in INLINE:
            if element.kind == "Ruby" and kid.kind == "RB":
                ruby = Ruby(word=element)
                block.rubies.append(ruby)
            _inline(kid, role, ruby, block, by_mark, blocks, path, parents, outer)
        else:
            _walk(kid, path, parents, by_mark, blocks)


def unit(x, y):
    """The direction alone: glyphs may be squeezed (縦中横)."""
    length = (x * x + y * y) ** 0.5
    x, y = x / length, y / length
    return (round(x), round(y)) if abs(x * y) < 0.02 else (round(x, 3), round(y, 3))


def set_axes(block):
    glyphs = [g for g, role, _ in block.runs if role != "RT" and g.size > 0.01]
    if not glyphs:
        block.axes = ((1, 0), (0, 1))
        return
    upright = [g for g in glyphs if g.vertical]
    block.vertical = bool(upright)
    if upright:
        g = upright[0]
        along = unit(-g.ux, -g.uy)
        block.axes = (along, unit(-g.ax, -g.ay))
    else:
        directions = Counter((unit(g.ax, g.ay), unit(-g.ux, -g.uy)) for g in glyphs)
        block.axes = directions.most_common(1)[0][0]


def is_wide(glyph):
    """Fills (nearly) an em. A percent sign and an ellipsis of a Western font do so without being Japanese signs."""
    western = glyph.char[:1].isascii() and not glyph.char[:1].isalnum() or glyph.char[:1] in "…‥"
    return glyph.advance >= (0.99 if western else 0.85)


def place(glyph, block):
    """(start, end of the advance along; place across; wide) of one glyph; None: it stands in a 縦中横."""
    (lx, ly), (cx, cy) = block.axes
    along, across = glyph.x * lx + glyph.y * ly, glyph.x * cx + glyph.y * cy
    if glyph.vertical:
        advance, ox, oy = glyph.down
        x, y = glyph.x + ox * glyph.ax + oy * glyph.ux, glyph.y + ox * glyph.ay + oy * glyph.uy
        start = x * lx + y * ly
        return start, start + advance * math.hypot(glyph.ux, glyph.uy), x * cx + y * cy, advance >= 0.85
    direction = (glyph.ax * lx + glyph.ay * ly) / math.hypot(glyph.ax, glyph.ay)
    if direction > 0.9:
        scale = abs(glyph.ax * lx + glyph.ay * ly)
        if block.vertical:
            across -= 0.38 * glyph.size   # a turned glyph's optical centre stands on the axis
        return along, along + glyph.advance * scale, across, is_wide(glyph)
    return None


def make_cells(block):
    cells, blank, group = [], "", []
    (lx, ly), (cx, cy) = block.axes

    def flush():
        if not group:
            return
        # An upright group in a vertical line (縦中横): its cell is an em around the glyphs' em boxes.
        along = [g.x * lx + g.y * ly for g, *_ in group]
        size = max(abs(g.ux * lx + g.uy * ly) for g, *_ in group)
        sides = [g.x * cx + g.y * cy for g, *_ in group]
        sides += [s + (g.ax * cx + g.ay * cy) * g.advance for s, (g, *_) in zip(sides, group)]
        middle = sum(along) / len(along) - 0.38 * size
        cells.append(Cell("".join(g.char for g, *_ in group), 30, middle - size / 2, middle + size / 2, size,
                          (min(sides) + max(sides)) / 2, group[0][0], group[0][1], ruby=group[0][2]))
        group.clear()

    for glyph, role, ruby in block.runs:
        if role in ("RT", "RP") or glyph.size <= 0.01:
            continue
        found = place(glyph, block)
        if found is None:
            if not glyph.char.strip(" \u3000\u00a0"):
                continue
            if group and abs((glyph.y - group[-1][0].y) * ly + (glyph.x - group[-1][0].x) * lx) > 0.4 * glyph.size:
                flush()
            group.append((glyph, blank, ruby))
            blank = ""
            continue
        flush()
        if glyph.vertical and glyph.char == "\u200b":
            continue    # the further signs of a 縦中横, for which the first speaks
        start, end, across, wide = found
        kind = class_of(glyph.char, wide)
        if kind == 19 and not glyph.vertical and glyph.char[:1].isascii():
            kind = 24 if glyph.char[:1].isdigit() else 27
        if glyph.vertical and len(glyph.char) > 1 and kind in (4, 19):
            kind = 30    # 縦中横 in one glyph
        if kind == BLANK:
            if glyph.char == "\u3000" or (glyph.char in " \u00a0"):
                blank += glyph.char
            continue
        inner = body(kind, wide)
        if inner:
            # Part of the glyph's em: the advance of the font is the em of the glyph here.
            unit_length = end - start
            start, end = start + inner[0] * unit_length, start + inner[1] * unit_length
        size = math.hypot(glyph.ux, glyph.uy)
        cells.append(Cell(glyph.char, kind, start, end, size, across, glyph, blank, ruby=ruby, wide=wide,
                          small="WT" if role == "WT" else "Ref" if role == "Ref" else ""))
        blank = ""
    flush()
    return cells


def starts_column(before, after):
    return (after.page != before.page or after.across < before.across - 0.1
            or abs(after.across - before.across) < 0.1 and after.start > before.end)


def make_lines(block):
    cells = make_cells(block)
    if not cells:
        return []
    lines, current = [], []
    top = max(Counter(round(c.size, 2) for c in cells if c.small != "WT" or all(d.small == "WT" for d in cells)).items(), key=lambda each: (each[1], each[0]))[0]
    anchor = None
    for cell in cells:
        new = False
        if current:
            before = current[-1]
            # Raised and lowered signs stay within the line; the next line is at least an em away.
            step = cell.across - anchor
            new = (cell.glyph.page != before.glyph.page or abs(step) > 0.75 * top
                   or (cell.start < before.start - 1.01 * top and cell.small != "WT")
                   # The next column at the same height: the line ended where the one before it did.
                   or (lines and cell.start > before.end + 2 * top and lines[-1][-1].glyph.page == before.glyph.page
                       and abs(lines[-1][-1].end - before.end) < 0.6 * top))
        if new:
            lines.append(current)
            current = []
        if not current or all(c.size < 0.8 * top or c.kind == 30 for c in current):
            anchor = cell.across
        current.append(cell)
    lines.append(current)
    result = []
    for each in lines:
        line = Line(each[0].glyph.page, each)
        sizes = Counter()
        for c in each:
            sizes[round(c.size, 2)] += 2 if c.kind in JAPANESE else 1
        line.size = max(sizes.items(), key=lambda s: (s[1], s[0]))[0]
        if any(abs(c.size - top) < 0.01 for c in each):
            line.size = top
        main = sorted(c.across for c in each if abs(c.size - line.size) < 0.01 and c.kind != 30)
        main = main or sorted(c.across for c in each)
        line.across = main[len(main) // 2]
        for c in each:
            c.raised = c.size < 0.85 * line.size and abs(c.across - line.across) > 0.1 * line.size
        if result:
            line.part = result[-1].part + starts_column(result[-1], line)
        result.append(line)
    for ruby in block.rubies:
        base = {id(g) for g in ruby.base}
        ruby.cells = [c for line in result for c in line.cells if id(c.glyph) in base]
        for page, across, _, end, _ in reading_parts(block, ruby):
            for line in result:
                last = line.cells[-1]
                if any(last is c for c in ruby.cells) and line.page == page and abs(across - last.across) < 1.4 * last.size:
                    line.reading_end = max(line.reading_end, end)
    return result


def reading_parts(block, ruby):
    """A reading by its lines: (page, across, start, end, size)."""
    parts = []
    for g in ruby.text:
        found = place(g, block)
        if found is None or class_of(g.char, found[3]) == BLANK:
            continue
        start, end, across, _ = found
        if parts and parts[-1][0] == g.page and abs(parts[-1][1] - across) < 0.3 * g.size:
            page, at, first, last, size = parts[-1]
            parts[-1] = (page, at, min(first, start), max(last, end), size)
        else:
            parts.append((g.page, across, start, end, g.size))
    return parts


def style_of(block):
    """What the block looks like: direction, family, size. Blocks of one style are set by the same rules."""
    votes = Counter()
    for line in block.lines:
        for c in line.cells:
            votes[(re.sub(r"^[A-Z]{6}\+", "", c.glyph.font), round(c.size, 1))] += 3 if c.kind in JAPANESE else 1
    return (block.vertical,) + (votes.most_common(1)[0][0] if votes else ("", 0))

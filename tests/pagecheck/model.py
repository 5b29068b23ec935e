"""What the finished PDF says about its own layout: body styles, measures, grid, and which styles are justified.

Everything here is derived from places on the pages and from tags; nothing is told by the compiler or the layout file.
"""
from collections import Counter, defaultdict
from dataclasses import dataclass

from characters import AMBIGUOUS, PUNCTUATION, expand_stage, space
from drawn import trace
from lines import HEADS, read_blocks
from structure import Document

# Blocks of running text; what stands in these elements is set apart from the grid of the body.
FLOW = {"P", "LBody", "BlockQuote"}
APART = ("Table", "TD", "TH", "Caption", "Note", "Figure", "TOC", "TOCI", "Aside", "Formula")
NEVER_JUSTIFIED = HEADS | {"Title", "TOCI", "Lbl", "TH", "Figure"}


@dataclass
class Options:
    very_strict: bool = False   # small kana, ー and 々 may not start a line
    hang: bool = False          # 。 and 、 may hang beyond the measure


@dataclass
class Finding:
    kind: str
    page: int       # from 1
    x: float        # points from the left and top of the page
    y: float
    text: str
    measured: str
    # Of an over-stretched line: all of it, what it is opened by beyond stage 3 (em), and whether between words
    line: str = ""
    excess: float = None
    words: bool = False

    def __str__(self):
        return f"page {self.page} ({self.x:.1f}, {self.y:.1f}) {self.kind}: {self.measured}: {self.text}"


def gap(before, after):
    """Space between two bodies in em of the Japanese one."""
    japanese = [c.size for c in (before, after) if c.kind not in (24, 25, 27, 99)]
    return (after.start - before.end) / (min(japanese) if japanese else max(before.size, after.size))


def solid_gaps(line):
    """(gap, cell before, cell after) of all places that solid text opens at stage 3 only."""
    result = []
    for before, after in zip(line.cells, line.cells[1:]):
        if (not after.blank and not before.raised and not after.raised and not before.small
                and not after.small and abs(before.size - after.size) < 0.01 and not (before.ruby or after.ruby)
                and 99 not in (before.kind, after.kind) and expand_stage(before.kind, after.kind) == 3
                and space(before.kind, after.kind) == 0):
            result.append((gap(before, after), before, after))
    return result


def opens(line):
    """Some place of the line could have been opened: a space that has a width, or what JLReq's table lets open."""
    return any(b.blank and gap(a, b) > 0.01 or (a.ruby is None or a.ruby is not b.ruby) and expand_stage(a.kind, b.kind) > 0
               and AMBIGUOUS not in (a.kind, b.kind) for a, b in zip(line.cells, line.cells[1:]))


def last_letter(line):
    """Marks of notes left aside."""
    return next((c for c in reversed(line.cells) if not c.raised), line.cells[-1])


def tells_measure(line):
    """The space after a mark may stay at the end; a line within a long word ends where it ends."""
    return last_letter(line).kind not in PUNCTUATION | {4} and opens(line)


def middle(values):
    values = sorted(values)
    return values[len(values) // 2] if values else 0.0


class Model:
    def __init__(self, path, options=None, change=None):
        """change: what a test does to the drawn pages before they are judged."""
        self.options = options or Options()
        self.pages = trace(path)
        if change:
            change(self.pages)
        self.document = Document(path)
        self.blocks = read_blocks(self.document, self.pages)
        self.findings = []
        self.areas = None    # for check_pages
        self.left_widows = 0  # short last lines at a column's head that would cost a page
        self._body_styles()
        self._measures()
        self._justified()
        self._grids()

    def report(self, kind, line, cell, measured, text=None, excess=None, words=False):
        at = line.cells.index(cell) if cell in line.cells else 0
        around = text or "".join(c.char for c in line.cells[max(0, at - 8):at]) + "⟨" + cell.char + "⟩" + \
            "".join(c.char for c in line.cells[at + 1:at + 9])
        self.findings.append(Finding(kind, line.page + 1, cell.glyph.x, cell.glyph.y, around, measured,
                                     line.text() if excess is not None else "", excess, words))

    # Pages that mirror each other have their own places along the lines.
    def key(self, block, page):
        return block.axes, page % 2, round(self.pages[page].width), round(self.pages[page].height)

    def _body_styles(self):
        votes = defaultdict(Counter)
        for block in self.blocks:
            if block.kind in FLOW and not block.within(*APART):
                votes[block.axes][block.style] += sum(len(line.cells) for line in block.lines if len(block.lines) > 1)
        # The style of most text in each direction: one in horizontal writing, one in vertical.
        self.body = {axes: count.most_common(1)[0][0] for axes, count in votes.items() if count.total()}

    def is_body(self, block):
        return (block.kind in FLOW and block.style == self.body.get(block.axes) and not block.within(*APART))

    def inner_lines(self, block):
        return block.lines[:-1]

    def _measures(self):
        self.ends, self.column_ends = defaultdict(Counter), defaultdict(Counter)
        for block in self.blocks:
            if block.kind in NEVER_JUSTIFIED:
                continue
            for at, line in enumerate(block.lines):
                key = self.key(block, line.page)
                if at + 1 < len(block.lines) and tells_measure(line):
                    self.ends[key][round(line.edge, 1)] += 1
                    self.column_ends[self.column(block, line)][round(line.edge, 1)] += 1

    def column(self, block, line):
        """Blocks of one style whose lines start at one place share a measure: a list, the cells of a column."""
        start = min(each.start for each in block.lines if each.part == line.part)
        return self.key(block, line.page) + (block.style, block.path[-2:] + (block.kind,), round(start))

    def known_end(self, key, end):
        """How often lines on such pages end here."""
        return sum(self.ends[key].get(round(end + d, 1), 0) for d in (-0.1, 0, 0.1))

    def slack(self, line):
        """How far before the measure the last body may end: the space after punctuation is not seen at the edge."""
        last = last_letter(line)
        return {2: 0.5, 6: 0.5, 7: 0.5, 5: 0.25, 4: 1.0}.get(last.kind, 0.0) * last.size

    def flush(self, line, measure):
        tolerance = 0.03 * line.size
        last = line.cells[-1]
        if line.edge > measure + tolerance:
            return self.options.hang and last.kind in (6, 7) and line.edge < measure + 0.5 * last.size + tolerance
        short = measure - line.edge
        return short <= self.slack(line) + tolerance

    def measure(self, block, line):
        """Where the line should end: most inner lines of its block on this page do; if too few, lines of such pages."""
        key = self.key(block, line.page)
        own, inner = Counter(), [each for each in self.inner_lines(block) if each.part == line.part]
        for each in inner:
            own[round(each.edge, 1)] += tells_measure(each)
        if own:
            # What most lines agree with, the space after punctuation counted; then what other blocks do.
            agree = {end: sum(self.flush(each, end) for each in inner) for end, n in own.items() if n}
            best = max(agree, key=lambda end: (agree[end], own[end], self.known_end(key, end), end), default=None)
            if best is not None and agree[best] == 1 and self.is_body(block) and not block.within("BlockQuote", "L"):
                # One line alone is judged by what many others say, if that is close to where it ends.
                usual = max((end for end in self.ends[key] if abs(end - best) < 0.5 * line.size),
                            key=lambda end: self.known_end(key, end), default=best)
                if self.known_end(key, usual) > 10 * self.known_end(key, best):
                    return usual
            if best is not None and (agree[best] > 1 or self.known_end(key, best) > 1):
                return self.beside_picture(block, line, best, [end for end in self.ends[key] if self.known_end(key, end) > 1])
        column = self.column_ends[self.column(block, line)]
        near = [end for end, n in column.items() if n >= 2 and line.edge - 0.5 < end < line.edge + 2.5 * line.size]
        if not near and self.is_body(block) and not block.within("BlockQuote", "L"):
            near = [end for end, n in self.ends[key].items() if n >= 2 and line.edge - 0.5 < end < line.edge + 2.5 * line.size]
        return max(near, key=lambda end: (column.get(end, 0), self.known_end(key, end))) if near else None

    def beside_picture(self, block, line, measure, ends):
        """Most lines of the block may stand beside a picture (回り込み): the others end where such lines do elsewhere."""
        if self.flush(line, measure) or line.edge < measure:
            return measure
        lx, ly = block.axes[0]
        for x0, y0, x1, y1 in self.pages[line.page].images:
            along = sorted((x0 * lx + y0 * ly, x1 * lx + y1 * ly))
            wider = [end for end in ends if along[0] > measure - 0.5 * line.size and along[0] < end
                     and (self.flush(line, end) or line.edge < end and not opens(line))]
            if wider:
                return max(wider)
        return measure

    def _justified(self):
        """Body styles are; others if most of their inner lines are flush (three of five at least)."""
        counts = defaultdict(lambda: [0, 0])
        for block in self.blocks:
            if block.kind in NEVER_JUSTIFIED or block.within("TH"):
                continue
            for line in self.inner_lines(block):
                measure = self.measure(block, line)
                if measure is not None:
                    counts[block.style][0] += 1
                    counts[block.style][1] += self.flush(line, measure)
        bodies = set(self.body.values())
        self.justified_styles = {s for s, (n, flush) in counts.items() if s in bodies or n >= 3 and flush >= 0.6 * n}

    def is_justified(self, block):
        align = block_align(block)
        if align:
            return align == "/Justify"
        if block.kind in NEVER_JUSTIFIED or block.within("TH") or block.within(*HEADS):
            return False
        return block.style in self.justified_styles

    def _grids(self):
        """direction -> [(pitch, {side: phase})], the pitch of most lines first. Lines in columns may stand closer than
        those of the other pages; each grid has a fair number of the lines that follow each other."""
        self.grid = {}
        for axes, style in self.body.items():
            blocks = [block for block in self.blocks if block.axes == axes and self.is_body(block)]
            steps = Counter(round(step, 1) for block in blocks for step in line_steps(block))
            self.grid[axes] = []
            for rough, count in steps.most_common():
                if count < max(12, 0.02 * steps.total()) and self.grid[axes]:
                    break
                if any(abs(rough - known) < 0.25 for known, _ in self.grid[axes]):
                    continue
                pitch = middle([step for block in blocks for step in line_steps(block) if abs(step - rough) < 0.11])
                places = defaultdict(Counter)
                for block in blocks:
                    own = list(line_steps(block))
                    if own and abs(Counter(round(step, 1) for step in own).most_common(1)[0][0] - pitch) > 0.25:
                        continue
                    if not own and self.grid[axes]:
                        continue
                    for line in block.lines:
                        places[self.side(block, line.page)][round(line.across % pitch, 1)] += 1
                self.grid[axes].append((pitch, {side: phase(count, pitch) for side, count in places.items()}))

    def side(self, block, page):
        """Horizontal lines register on all pages of a size; vertical ones on all pages of a side."""
        size = round(self.pages[page].width), round(self.pages[page].height)
        return size + ((page % 2,) if block.vertical else ())


def line_steps(block):
    """From line to line on one page."""
    for before, after in zip(block.lines, block.lines[1:]):
        if before.page == after.page and after.across > before.across:
            yield after.across - before.across


def phase(count, pitch):
    best = max(count, key=lambda v: sum(count.get(round((v + d) % pitch, 1), 0) for d in (-0.1, 0, 0.1)))
    return best


def block_align(block):
    for element in reversed(block.parents):
        if "/TextAlign" in element.attributes:
            return element.attributes["/TextAlign"]
    return None


def off_phase(across, phase_, pitch):
    """Distance to the nearest line of the grid."""
    rest = (across - phase_) % pitch
    return min(rest, pitch - rest)

"""Checks within and between the lines of a block: kinsoku, punctuation, 和欧間, flush ends, stretching."""
import re

from characters import (AMBIGUOUS, JAPANESE, LETTERS, NOT_AT_END, NOT_AT_HEAD, NOT_AT_HEAD_VERY_STRICT, PUNCTUATION, WESTERN,
                        WESTERN_NOT_AT_END, WESTERN_NOT_AT_HEAD, expand_stage, least, space)
from model import gap, middle, opens, solid_gaps

QUARTER = 0.25       # the most a gap in solid text may open (5.2, stage 3)
TOLERANCE = 0.03     # em; places in a PDF are rounded to about 0.001 em


def check_lines(model):
    for block in model.blocks:
        if block.within("Figure", "Formula"):
            continue
        for before, after in zip(block.lines, block.lines[1:]):
            check_break(model, block, before, after)
        for at, line in enumerate(block.lines):
            stretch = check_stretch(model, block, at, line)
            check_pairs(model, block, line, stretch, at + 1 < len(block.lines))
        if model.is_justified(block):
            check_flush(model, block)


def check_break(model, block, before, after):
    last, first = before.cells[-1], after.cells[0]
    forbidden = NOT_AT_HEAD_VERY_STRICT if model.options.very_strict else NOT_AT_HEAD
    japanese = first.kind not in (24, 27, AMBIGUOUS)
    if "\u3000" in first.blank:
        pass    # the line begins with an em that the author typed
    elif japanese and first.char in forbidden or first.char in WESTERN_NOT_AT_HEAD - set(".!?") and not after.cells[0].blank:
        model.report("line-start", after, first, f"「{first.char}」 may not start a line")
    if (last.kind not in (24, 27, AMBIGUOUS) and last.char in NOT_AT_END) or last.char in WESTERN_NOT_AT_END:
        model.report("line-end", before, last, f"「{last.char}」 may not end a line")
    if last.kind == 8 and first.kind == 8 and last.char == first.char and not first.blank:
        model.report("divided", after, first, f"「{last.char}{first.char}」 stands on two lines")
    if last.kind == 24 and first.kind == 24 and not first.blank:
        tail = western_tail(before.cells)
        run = tail + "|" + western_tail(after.cells[::-1])[::-1]
        if len(tail) < len(before.cells) and re.fullmatch(r"[0-9][0-9,.]*\|[0-9,.]*[0-9]", run):
            model.report("divided", after, first, f"the number {run} stands on two lines")


def western_tail(cells):
    text = ""
    for cell in reversed(cells):
        if cell.kind not in (24, 27, AMBIGUOUS):
            break
        text = cell.char + text
        if cell.blank:
            break
    return text


def check_stretch(model, block, at, line):
    """Reports a line that is opened too far; gives what stage 4 may add at its places."""
    gaps = solid_gaps(line)
    if not gaps:
        words = [gap(a, b) for a, b in zip(line.cells, line.cells[1:]) if b.blank and a.kind in WESTERN and b.kind in WESTERN]
        return 1.08 * max([0.25] + [w - 0.5 for w in words])
    values = [g for g, _, _ in gaps]
    usual = middle(values)
    inner = at + 1 < len(block.lines)
    even = max(values) - min(values) < 0.02
    widest = max(gaps, key=lambda g: g[0])
    if not inner and len(block.lines) == 1 and even:
        pass    # letterspaced, or fitted to a width (字取り, 均等割り)
    elif not inner and usual > TOLERANCE and len(block.lines) > 1 and len(values) > 2 and model.is_body(block):
        model.report("over-stretched", line, widest[1], f"a last line is opened by {usual:.3f} em")
    elif inner and widest[0] > QUARTER + 0.01:
        many = sum(v > QUARTER + 0.01 for v in values)
        # One wide place in a line that is else set solid is a tab or a word fitted to a width, if the line is not justified.
        if many > 1 or model.is_justified(block) or widest[0] < 0.6:
            model.report("over-stretched", line, widest[1], f"{widest[0]:.3f} em between letters ({many} places), ¼ at most",
                         excess=widest[0] - QUARTER)
    elif not inner and widest[0] > usual + 0.05 and not tabular(line):
        model.report("over-stretched", line, widest[1], f"{widest[0]:.3f} em in one place of a line at its natural width")
    return max(0.0, usual - QUARTER)


def tabular(line):
    """Tabs, columns of a roster or words set to a width stand in it: a place of more than 0.6 em beside no mark."""
    return any(gap(a, b) > 0.6 and not {a.kind, b.kind} & (PUNCTUATION | {4}) for a, b in zip(line.cells, line.cells[1:]))


def mostly_western(block):
    kinds = [c.kind for line in block.lines for c in line.cells]
    return sum(k in WESTERN for k in kinds) > 8 * sum(k in JAPANESE for k in kinds)


def check_pairs(model, block, line, stretch, inner):
    typed = None
    for before, after in zip(line.cells, line.cells[1:]):
        if before.raised or after.raised or before.small or after.small or "\u3000" in after.blank:
            continue
        natural = space(before.kind, after.kind)
        if natural is None:
            continue
        open_ = gap(before, after)
        if open_ < -2 or 30 in (before.kind, after.kind) and not {before.kind, after.kind} & WESTERN:
            continue
        if not inner and open_ > 1 and not {before.kind, after.kind} & PUNCTUATION:
            continue     # a tab
        both = before.kind in PUNCTUATION | {3, 4, 8} and after.kind in PUNCTUATION | {3, 4, 8}
        one = before.kind in PUNCTUATION or after.kind in PUNCTUATION
        ruby = before.ruby is not None or after.ruby is not None
        if one:
            extra = stretch if expand_stage(before.kind, after.kind) == 4 else 0
            # A typed space keeps its own width (⅓; ½ at most, ¾ in Western text) beside that of the punctuation.
            # Long words alone on a line are opened by 0.05 em, and marks after them with them.
            if after.blank and typed is None:
                typed = 0.75 if mostly_western(block) else 0.5
            most = natural + (typed if after.blank else 0) + extra + TOLERANCE + 0.03
            name = "".join((before.char, after.char))
            if open_ > most and not ruby:
                kind = "pair-unsqueezed" if both else "over-stretched"
                stretched = kind == "over-stretched" and inner
                model.report(kind, line, after, f"{open_:.3f} em inside 「{name}」, {natural} at most",
                             excess=open_ - natural - (typed if after.blank else 0) if stretched else None)
            elif open_ < least(before.kind, after.kind) - TOLERANCE:
                model.report("pair-tight", line, after, f"{open_:.3f} em inside 「{name}」, "
                                                        f"{least(before.kind, after.kind)} at least")
        elif before.kind in LETTERS and after.kind in WESTERN or before.kind in WESTERN and after.kind in LETTERS:
            if open_ < 0.125 - 0.02:
                model.report("quarter-em-missing", line, after, f"{open_:.3f} em between 「{before.char}」 and "
                                                                f"「{after.char}」, ⅛ at least")
            elif open_ > 0.5 + stretch + 0.02 and not ruby and not (after.blank and before.char.isdigit() and after.char.isdigit()):
                few = len(solid_gaps(line)) < 2   # nothing else in the line could have opened
                model.report("over-stretched" if few and inner else "quarter-em-doubled", line, after, f"{open_:.3f} em between 「{before.char}」 and "
                                                                f"「{after.char}」, ½ at most",
                             excess=open_ - 0.5 if few and inner else None)
        elif before.kind in WESTERN and after.kind in WESTERN and after.blank and open_ > 0.75 + 0.01:
            model.report("over-stretched", line, after, f"{open_:.3f} em between Western words", excess=open_ - 0.5 if inner else None,
                         words=True)


def check_flush(model, block):
    for line, after in zip(block.lines, block.lines[1:]):
        measure = model.measure(block, line)
        if measure is None or model.flush(line, measure):
            continue
        last = line.cells[-1]
        short = measure - line.edge
        if block.within("TD") and middle([g for g, _, _ in solid_gaps(line)]) < 0.015:
            # Narrow cells are set ragged: nothing in the line is opened, and the longest may be the only one of its length.
            if line.edge > next_cell(model, block, line):
                model.report("overfull", line, last, "ends in the next cell of its row")
        elif short < 0:
            model.report("overfull", line, last, f"ends {-short / line.size:.3f} em beyond its measure")
        elif not opens(line):
            continue     # one long word, broken where it must be: short rather than torn
        elif not forced(model, line, after, short) and not obstacle(model, block, line, measure):
            model.report("ragged", line, last, f"ends {short / line.size:.3f} em before its measure")


def next_cell(model, block, line):
    """Where the text of the cell behind this one begins."""
    row = next((p for p in block.parents if p.kind == "TR"), None)
    starts = [each.start for other in model.blocks if other is not block and any(p is row for p in other.parents)
              for each in other.lines if each.page == line.page and each.start > line.start + line.size]
    return min(starts, default=1e9)


def forced(model, line, after, short):
    """The next unit would have found room and nothing is opened: the author broke the line."""
    values = [g for g, _, _ in solid_gaps(line)]
    if values and middle(values) > 0.015:
        return False
    unit = next_unit(after)
    natural = space(line.cells[-1].kind, after.cells[0].kind) or 0
    return short >= unit + natural * line.size + 0.02 * line.size


def next_unit(line):
    """Width of what stands before the first place where the line may break."""
    cells = line.cells
    at = 0
    while at + 1 < len(cells):
        before, after = cells[at], cells[at + 1]
        joined = (after.char in NOT_AT_HEAD or before.char in NOT_AT_END or after.raised
                  or before.kind in (24, 27, AMBIGUOUS) and after.kind in (24, 27, AMBIGUOUS) and not after.blank
                  or before.kind == after.kind == 8 or before.kind == 12 or after.kind == 13
                  or before.ruby is not None and before.ruby is after.ruby)
        if not joined:
            break
        at += 1
    return cells[at].end - cells[0].start


def obstacle(model, block, line, measure):
    """A picture, a box or other text stands between the line's end and its measure (回り込み)."""
    (lx, ly), (cx, cy) = block.axes
    page = model.pages[line.page]
    low, high = line.across - 0.8 * line.size, line.across + 0.1 * line.size
    if block.vertical:
        low, high = line.across - 0.5 * line.size, line.across + 0.5 * line.size

    def stands(box):
        x0, y0, x1, y1 = box
        along = sorted((x0 * lx + y0 * ly, x1 * lx + y1 * ly))
        across = sorted((x0 * cx + y0 * cy, x1 * cx + y1 * cy))
        return (along[0] < measure and along[1] > line.end and along[0] > line.end - line.size
                and across[0] < high + 1.5 * line.size and across[1] > low - 1.5 * line.size)

    if any(stands(box) for box in page.images):
        return True
    own = {id(c.glyph) for each in block.lines for c in each.cells}
    return any(stands((g.x, g.y - g.size, g.x + g.size, g.y)) for g in page.glyphs
               if id(g) not in own and g.mark is not None and g.char.strip() and g.size > 0.6 * line.size)

"""Checks of pages: grid, widows, heads, overfull, overlaps, missing glyphs, ruby, notes, order of captions."""
import re
from collections import defaultdict

from characters import BLANK, body, class_of
from lines import HEADS, reading_parts, starts_column
from model import Finding, off_phase


def check_pages(model):
    check_grid(model)
    check_widows(model)
    check_heads(model)
    check_area(model)
    check_overlaps(model)
    check_missing(model)
    check_ruby(model)
    check_notes(model)
    check_captions(model)


def check_grid(model):
    for block in model.blocks:
        if not model.is_body(block) or not model.grid.get(block.axes):
            continue
        for line in block.lines:
            if line.size < 0.9 * block.style[2]:
                continue     # a note mark alone on its line
            side = model.side(block, line.page)
            grids = [(off_phase(line.across, phases[side], pitch), pitch) for pitch, phases in model.grid[block.axes]
                     if side in phases]
            if not grids:
                continue
            off, pitch = min(grids, key=lambda grid: grid[0] / grid[1])
            if off > 0.012 * pitch + 0.05:
                model.report("off-grid", line, line.cells[0], f"{off:.2f} pt off the lines of the page (pitch {pitch:.2f} pt)",
                             text=line.text()[:20])


def check_widows(model):
    for block in model.blocks:
        if not model.is_body(block) or len(block.lines) < 2:
            continue
        before, last = block.lines[-2], block.lines[-1]
        if not starts_column(before, last):
            continue
        measure = model.measure(block, before) or before.end
        half = last.start + 0.5 * (measure - before.start)
        if last.page == before.page:
            if last.end < half and chapter_is_full(model, block):
                model.left_widows += 1
            elif last.end < half:
                model.report("widow-column", last, last.cells[0], "the last line of a paragraph alone at the head of a column",
                             text=last.text()[:20])
        elif heads_column(model, block, last, measure):
            model.report("widow", last, last.cells[0], "the last line of a paragraph alone at the head of a page",
                         text=last.text()[:20])
        elif last.end < half:
            # Below a picture a long last line passes; a short one does not.
            model.report("widow", last, last.cells[0], "a short last line is the first text of a page",
                         text=last.text()[:20])


def chapter_is_full(model, block):
    """The last column of the chapter's last page has room for two lines at most: one line more in this column, and what
    that pushes on in the columns behind it, would need a page more."""
    if model.areas is None:
        model.areas = type_areas(model)
    _, ceilings, floors = model.areas
    at = model.blocks.index(block)
    heads = [k for k, each in enumerate(model.blocks) if each.kind == "H1"]
    chapter = model.blocks[max([k for k in heads if k <= at], default=0):min([k for k in heads if k > at], default=None)]
    last = max(line.page for each in chapter for line in each.lines)
    side = (block.axes, model.side(block, last))
    lines = [line for each in chapter if each.axes == block.axes for line in each.lines]
    if side not in ceilings or block.axes not in floors:
        return False
    columns = [lines[:1]]
    for before, line in zip(lines, lines[1:]):
        if line.page != before.page or line.across < before.across - 0.1:
            columns.append([])
        columns[-1].append(line)
    begin = max((min(line.start for line in column) for column in columns if len(column) > 3), default=0)
    begin = max(begin, block.lines[-1].start)
    ends = [line.across for column in columns if min(line.start for line in column) > begin - 6 * block.style[2]
            for line in column if line.page == last]
    pitch = model.grid[block.axes][0][0]
    return bool(ends) and max(ends) - ceilings[side] + 2 * pitch > floors[block.axes] - 1.5


def heads_column(model, block, line, measure):
    """No text and no picture of the page stands before the line in its column."""
    end = max(line.end, measure)
    (lx, ly), (cx, cy) = block.axes
    page = model.pages[line.page]
    for x0, y0, x1, y1 in page.images:
        along, across = sorted((x0 * lx + y0 * ly, x1 * lx + y1 * ly)), sorted((x0 * cx + y0 * cy, x1 * cx + y1 * cy))
        if across[1] < line.across and along[0] < end and along[1] > line.start:
            return False
    for g in page.glyphs:
        if g.mark is not None and g.x * cx + g.y * cy < line.across - line.size:
            if line.start - line.size < g.x * lx + g.y * ly < end:
                return False
    return True


def check_heads(model):
    flow = []
    for block in model.blocks:
        # Footnotes are no part of the text after a head; notes that follow a head of their own are.
        if block.kind != "Lbl" and not block.within("TOC", "TOCI"):
            if not block.within("Note") or flow and (flow[-1].kind in HEADS or flow[-1].within("Note") and flow[-1].after_head):
                block.after_head = bool(flow) and block.within("Note")
                flow.append(block)
    for at, block in enumerate(flow):
        if block.kind not in HEADS or block.within("Table", "Figure"):
            continue
        last = block.lines[-1]
        # A figure or a table that moved to another page is passed over: the text goes on without it.
        after = next((b for b in flow[at + 1:] if not b.within("Caption", "Figure", "Table") or b.lines[0].page == last.page), None)
        if after is None:
            continue
        first = after.lines[0]
        alone = all(b is block or b.lines[0].page != last.page and b.lines[-1].page != last.page for b in flow)
        column = (after.axes == block.axes and not after.within("Caption", "Figure") and first.page == last.page
                  and first.across < last.across - 0.1 and first.start > max(last.end, last.start + 6 * last.size))
        if (first.page != last.page and not alone) or column:
            model.report("stranded-head", last, last.cells[0], f"a head ({block.kind}) is the last thing on its page or column",
                         text=last.text()[:20])
        if any(line.page != last.page for line in block.lines):
            model.report("stranded-head", block.lines[0], block.lines[0].cells[0], "a head stands on two pages",
                         text=block.text()[:20])


def check_area(model):
    ends = {}
    for key, count in model.ends.items():
        often = [end for end, n in count.items() if n >= 3]
        if often:
            ends[key] = max(often)
    pages_with_body, ceilings, floors = type_areas(model)
    for block in model.blocks:
        if block.within("Figure"):
            continue
        aside = block.within("Note", "Lbl")
        for line in block.lines:
            page = model.pages[line.page]
            for c in line.cells:
                g = c.glyph
                left, top, right, bottom = em_box(g)
                if left < -0.5 or top < -0.5 or right > page.width + 0.5 or bottom > page.height + 0.5:
                    model.report("overfull", line, c, "a glyph stands beyond the edge of the page")
                    break
            key = model.key(block, line.page)
            if (line.page, block.axes) not in pages_with_body or aside:
                continue
            last = line.cells[-1]
            over = line.end - ends.get(key, 1e9)
            limit = 0.55 * last.size if model.options.hang and last.kind in (6, 7) else 0.05 * last.size
            # A line that starts beyond stands in a column of its own, of which the pages show too few lines to know it.
            if over > limit and line.start < ends[key] and not (model.is_justified(block) and line is not block.lines[-1]):
                model.report("overfull", line, last, f"ends {over / last.size:.3f} em beyond the type area")
            if model.is_body(block):
                floor = floors.get(block.axes)
                below = line.across - ceilings[(block.axes, model.side(block, line.page))] - (floor or 1e9)
                if below > 1.5:
                    model.report("overfull", line, line.cells[0], f"{below:.1f} pt below the last line of other pages",
                                 text=line.text()[:20])


def type_areas(model):
    """Pages with body text by direction; across of its first lines by direction and side; how far below them the last
    lines of full pages stand, by direction."""
    pages_with_body, ceilings, floors = set(), {}, {}
    rows = defaultdict(lambda: defaultdict(set))
    bodies = [(b, line, (b.axes, model.side(b, line.page))) for b in model.blocks if model.is_body(b) for line in b.lines]
    for block, line, side in bodies:
        pages_with_body.add((line.page, block.axes))
        ceilings[side] = min(ceilings.get(side, 1e9), line.across)
    for block, line, side in bodies:
        rows[block.axes][round(line.across - ceilings[side])].add(line.page)
    for axes, depths in rows.items():
        often = [depth for depth, pages in depths.items() if len(pages) >= 3]
        if often:
            # Not a foot if many pages go on below it.
            deeper = {page for depth, pages in depths.items() if depth > max(often) + 1.5 for page in pages}
            if len(deeper) <= max(1, len(depths[max(often)]) // 5):
                floors[axes] = max(max(often), note_floor(model, axes, ceilings))
    return pages_with_body, ceilings, floors


def note_floor(model, axes, ceilings):
    """Notes stand at the foot of their pages: where those of three pages end, the type area does."""
    ends, depths = {}, defaultdict(set)
    for block in model.blocks:
        if block.axes == axes and block.within("Note") and block.kind != "Lbl":
            for line in block.lines:
                side = (axes, model.side(block, line.page))
                if side in ceilings:
                    ends[line.page] = max(ends.get(line.page, 0), line.across - ceilings[side])
    for page, depth in ends.items():
        depths[round(depth)].add(page)
    return max((depth for depth, pages in depths.items() if len(pages) >= 3), default=0)


def em_box(g, shrink=0.0):
    """(left, top, right, bottom) of the glyph's body, in page axes; shrunk at each side by a share of the em."""
    wide = g.advance >= 0.85 or g.vertical
    kind = class_of(g.char, wide)
    start, end = 0.0, g.down[0] if g.vertical else g.advance
    low, high = (-0.12, 0.88) if wide else (0.0, 0.5)
    inner = body(kind, wide)
    if g.vertical:
        # Along the line is down: from the vertical origin.
        _, ox, oy = g.down
        high = oy - (inner[0] if inner else 0) * end
        low = oy - (inner[1] if inner else 1) * end
        start, end = max(0.0, ox - 0.5), min(2 * ox, ox + 0.5)    # the signs of a 縦中横 are narrow
    elif inner:
        start, end = inner[0] * g.advance, inner[1] * g.advance
    width, height = end - start, high - low
    start, end = start + shrink * width, end - shrink * width
    low, high = low + shrink * height, high - shrink * height
    xs = [g.x + a * g.ax + b * g.ux for a in (start, end) for b in (low, high)]
    ys = [g.y + a * g.ay + b * g.uy for a in (start, end) for b in (low, high)]
    return min(xs), min(ys), max(xs), max(ys)


JOINED = set("—―─…‥⸺⸻〳〴〵゙゚̀́̂̃̈")


def check_overlaps(model):
    cell = 24.0
    for number, page in enumerate(model.pages):
        buckets = defaultdict(list)
        boxes = []
        for g in page.glyphs:
            if g.size <= 0 or not g.char.strip(" \u3000\u00a0") or g.char in JOINED or g.vertical and g.char == "\u200b" or (g.advance < 0.05 and not g.vertical):
                continue
            if class_of(g.char, True) == BLANK:
                continue
            box = em_box(g, 0.15)
            at = len(boxes)
            boxes.append((box, g))
            for i in range(int(box[0] // cell), int(box[2] // cell) + 1):
                for j in range(int(box[1] // cell), int(box[3] // cell) + 1):
                    buckets[(i, j)].append(at)
        seen = set()
        for members in buckets.values():
            for k, one in enumerate(members):
                a = boxes[one][0]
                for two in members[k + 1:]:
                    b = boxes[two][0]
                    w = min(a[2], b[2]) - max(a[0], b[0])
                    h = min(a[3], b[3]) - max(a[1], b[1])
                    if w > 0.2 and h > 0.2 and (one, two) not in seen:
                        seen.add((one, two))
                        first, second = boxes[one][1], boxes[two][1]
                        # A reading over a letter that has its own dot.
                        dots = len({first.char, second.char} & set("﹅﹆•●○◎")) == 1
                        model.findings.append(Finding("overlap-dot" if dots else "overlap", number + 1, second.x, second.y, near(page, second),
                                                      f"「{first.char}」 and 「{second.char}」 lie over each other by "
                                                      f"{w:.1f} × {h:.1f} pt"))


def near(page, glyph):
    at = page.glyphs.index(glyph)
    return "".join(g.char for g in page.glyphs[max(0, at - 6):at + 7])


def check_missing(model):
    for number, page in enumerate(model.pages):
        for g in page.glyphs:
            if g.index == 0:
                model.findings.append(Finding("missing-glyph", number + 1, g.x, g.y, near(page, g), "glyph 0 (.notdef)"))
            elif g.char in ("", "\ufffd"):
                # Of several characters for one glyph MuPDF 1.21 gives U+FFFD twice for each beyond U+FFFF: not counted.
                model.findings.append(Finding("unsaid", number + 1, g.x, g.y, near(page, g), "no character (U+FFFD)"))


def check_ruby(model):
    texts = defaultdict(list)   # (page, axes) -> [(across, start, end, size, ruby)]
    for block in model.blocks:
        for ruby in block.rubies:
            for part in reading_parts(block, ruby):
                check_ruby_part(model, block, ruby, part)
                texts[(part[0], block.axes)].append(part[1:] + (ruby, block))
    for (page, axes), parts in texts.items():
        parts.sort(key=lambda p: (round(p[0], 0), p[1]))
        for one, two in zip(parts, parts[1:]):
            if abs(one[0] - two[0]) < 0.3 * one[3] and min(one[2], two[2]) - max(one[1], two[1]) > 0.05 * one[3]:
                g = two[4].text[0]
                model.findings.append(Finding("ruby-crossing", page + 1, g.x, g.y, ruby_text(one[4]) + ruby_text(two[4]),
                                              f"two readings cross by {(min(one[2], two[2]) - max(one[1], two[1])) / one[3]:.2f} em of theirs"))


def ruby_text(ruby):
    return "".join(c.char for c in ruby.cells) + "(" + "".join(g.char for g in ruby.text) + ")"


def check_ruby_part(model, block, ruby, part):
    page, across, start, end, size = part
    near_line = None
    for line in block.lines:
        if line.page == page:
            cells = [c for c in line.cells if any(c is each for each in ruby.cells)]
            if cells and abs(across - cells[0].across) < 1.4 * cells[0].size:
                near_line, base = line, cells
    g = ruby.text[0]

    def report(kind, measured):
        model.findings.append(Finding(kind, page + 1, g.x, g.y, ruby_text(ruby), measured))

    if near_line is None:
        report("ruby-base", "no base of this reading stands on the line beside it")
        return
    first, last = min(c.start for c in base), max(c.end for c in base)
    middle = (start + end) / 2
    if not first - 0.02 * size <= middle <= last + 0.02 * size:
        report("ruby-base", f"the reading's centre stands {max(first - middle, middle - last) / size:.2f} of its em outside its base")
        return
    for side in (-1, 1):
        at = near_line.cells.index(base[0] if side < 0 else base[-1]) + side
        if not 0 <= at < len(near_line.cells):
            continue
        other = near_line.cells[at]
        reach = (other.end - start if side < 0 else end - other.start) / size
        if reach > 1.05:
            report("ruby-overhang", f"the reading reaches {reach:.2f} of its em over 「{other.char}」, 1 at most")
        elif other.kind in (19, 9, 12, 13) and reach > 0.12 and not same_word(block, ruby, other):
            report("ruby-overhang", f"the reading reaches {reach:.2f} of its em over 「{other.char}」")


def same_word(block, ruby, other):
    """Readings of a compound may reach over its other characters (jukugo ruby)."""
    return other.ruby is not None and other.ruby.word is ruby.word


def check_notes(model):
    """A note whose element follows the paragraph of its mark is a footnote: both start on one page."""
    marks = []
    for block in model.blocks:
        in_note = "Note" in block.path or block.kind == "Note"
        if not in_note:
            for line in block.lines:
                text, first = "", None
                for c in line.cells + [None]:
                    if c is not None and c.small == "Ref" and c.raised:
                        first = first or c
                        text += c.char
                    elif first:
                        marks.append((text, line, first, block))
                        text, first = "", None
    by_block = defaultdict(list)
    for text, line, cell, block in marks:
        by_block[block.number].append((text, line, cell))
    last_flow, seen_notes = None, set()
    for block in model.blocks:
        note = next((p for p in block.parents if p.kind == "Note"), None)
        if note is None:
            last_flow = block
            continue
        if id(note) in seen_notes or last_flow is None:
            continue
        seen_notes.add(id(note))
        label = block.text().strip() if block.kind == "Lbl" else ""
        same = [m for m in by_block[last_flow.number] if bare(m[0]) == bare(label)] if label else by_block[last_flow.number]
        if same and same[0][1].page != block.lines[0].page:
            text, line, cell = same[0]
            model.report("note-page", line, cell, f"its note stands on page {block.lines[0].page + 1}")


def bare(text):
    return text.strip("()（）[]〔〕*※ 　.")


NUMBERED = re.compile(r"(図|表|写真|Fig\.?|Figure|Table)\s*(\d+(?:[-‐–.．]\d+)*)")


def check_captions(model):
    """Figures among figures and tables among tables stand in the order of their numbers, through the pages and on each."""
    series, seen = defaultdict(list), set()
    for block in model.blocks:
        caption = next((p for p in block.parents if p.kind == "Caption"), block)
        if not block.within("Caption") or id(caption) in seen:
            continue
        seen.add(id(caption))
        found = NUMBERED.match(block.lines[0].text())
        if found:
            numbers = tuple(int(n) for n in re.split(r"[-‐–.．]", found[2]))
            series[found[1]].append((numbers, block.lines[0]))
    horizontal = sum(not block.vertical for block in model.blocks if model.is_body(block)) * 2 > sum(map(model.is_body, model.blocks))
    for captions in series.values():
        captions.sort(key=lambda each: each[0])
        for (one, first), (two, second) in zip(captions, captions[1:]):
            if horizontal and first.page == second.page + 1 and second.page % 2 and set(ways_of(model, second)) == {True}:
                continue    # a vertical piece in a left-bound book: the right page of a spread is read first
            if one < two and (second.page < first.page or second.page == first.page and stands_before(model, second, first)):
                model.report("caption-order", first, first.cells[0], "stands behind " + second.text()[:8], text=first.text()[:20])


def stands_before(model, one, two):
    """On their page, where that can be told: side by side, or one above the other."""
    def box(line):
        corners = [em_box(c.glyph) for c in line.cells]
        return min(c[0] for c in corners), min(c[1] for c in corners), max(c[2] for c in corners), max(c[3] for c in corners)
    a, b = box(one), box(two)
    if min(a[2], b[2]) > max(a[0], b[0]):
        return a[1] < b[1]
    # Captions among vertical lines lie across them: the text of the page tells which way it runs.
    ways = ways_of(model, one)
    if any(c.glyph.vertical for c in one.cells):
        ways = {True}
    elif not ways and not any(block.vertical for block in model.blocks):
        ways = {False}
    if len(ways) == 1 and min(a[3], b[3]) > max(a[1], b[1]):
        return a[0] > b[0] if True in ways else a[0] < b[0]
    return False


def ways_of(model, line):
    """Which ways the text runs on the page of a line: {True} for vertical."""
    return {block.vertical for block in model.blocks
            if block.lines[0].page == line.page and not block.within("Table", "Figure", "Caption")}

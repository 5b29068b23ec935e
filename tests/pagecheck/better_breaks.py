"""Is an over-stretched line avoidable? A second search over all breaks, which shares no code with the compiler.

`kumihan build --dump breaks` prints what the lines of a paragraph were chosen from (src/line/breakable.h): widths, spaces
and how far each gives way, places where a line may end, rooms. The judge here

- looks with the checker's own tables for places where a line should be allowed to end and is not,
- finds among all ways to break the paragraph the one whose widest opening is the smallest, then the next widest (a
  shortest path with the openings themselves as its length; JLReq 3.8.3 and 3.8.4 a-d as arithmetic),
- compares it with the lines on the page: those measured between glyphs, and those whose ends the print names.

An opening is what stage 4 adds to each place of a line, in em. A line with no place that may open counts by what it
lacks; one that sticks out is worse than any opening.
"""
import json
import math
import re

from characters import NOT_AT_HEAD, OPENING, class_of

# Quantised to 1/64 em by the compiler, ±0.01 em by the measurement
TOLERANCE = 0.03
OVERFULL = 1000.0
NO, EMERGENCY, LAST_RESORT, ALLOWED, FORCED = range(5)
SEPARATORS = set("/?&=#.-_~:;+@")
MARKS = set("。、，．")
PARTED = ("planning", "community", "internationalization")  # that any hyphenation parts; bestbest is none


class Paragraph:
    def __init__(self, printed):
        self.bytes = printed["text"].encode()
        self.text = printed["text"]
        self.western, self.hang, self.end = printed["western"], printed["hang"], printed["end"]
        self.rooms, self.ruby, self.head, self.chosen = (printed[k] for k in ("rooms", "ruby", "head", "lines"))
        self.boxes = [Box(*values) for values in printed["boxes"]]
        for box in self.boxes:
            box.char = self.bytes[box.first:box.behind].decode("utf-8", "replace")
        self.sums = [(0, 0, 0, 0)]  # natural, shrink, stretch, places of all boxes before
        for box in self.boxes:
            natural, shrink, stretch, places = self.sums[-1]
            self.sums.append((natural + box.width + box.natural, shrink + box.shrink, stretch + box.stretch,
                              places + (box.expand != 0)))
        self.emergency = self.long_words()

    def long_words(self):
        """A word that no line holds may be parted anywhere."""
        result, start, room = set(), 0, min(self.rooms[:2])
        for at, box in enumerate(self.boxes):
            if box.at in (ALLOWED, FORCED) or at + 1 == len(self.boxes):
                width = self.sums[at][0] - self.sums[at][1] - self.sums[start][0] + self.sums[start][1] + box.width
                if width + self.head_of(start) > room:
                    result |= {k for k in range(start, at) if self.boxes[k].at in (EMERGENCY, LAST_RESORT)}
                start = at + 1
        return result

    def head_of(self, first):
        return self.head if first == 0 else self.boxes[first - 1].line_head

    def may_end(self, last):
        return self.boxes[last].at >= LAST_RESORT or last in self.emergency or last + 1 == len(self.boxes)

    def final(self, last):
        return last + 1 == len(self.boxes) or self.boxes[last].at == FORCED

    def opening(self, first, last, room):
        """Of the line [first, last] in em: 0 where stages 1 to 3 fill it, None where it is too long."""
        a, b, box = self.sums[first], self.sums[last], self.boxes[last]
        natural = b[0] - a[0] + box.width + box.end_extra + self.head_of(first)
        ways = {"continuous": [(natural, box.end_space)], "solid": [(natural, 0)], "half": [(natural + box.end_space, 0)],
                "half-or-solid": [(natural, 0)] + [(natural + box.end_space, 0)] * (natural + box.end_space <= room)}[self.end]
        if self.hang and not self.western and box.char in MARKS and last > first and 2 * box.width == box.em:
            ways.append((natural - box.width, 0))
        found = []
        for width, may_stay in ways:
            if width > room:
                if width - room <= b[1] - a[1]:
                    found.append(0.0)
            elif self.final(last):
                found.append(0.0)
            else:
                found.append(self.opened(first, last, max(0, room - width - may_stay)))
        return min(found, default=None)

    def opened(self, first, last, need):
        a, b, em = self.sums[first], self.sums[last], self.boxes[first].em
        need -= b[2] - a[2]
        if need <= 0:
            return 0.0
        places, letters = b[3] - a[3], last - first
        if places == 0:
            if self.within_address(last):  # an address alone may stay short
                return 0.0
            return 0.0 if need * 20 <= em * letters else need / em
        return need / places / em

    def within_address(self, last):
        box = self.boxes[last]
        if box.at != ALLOWED or box.char not in SEPARATORS or not self.bytes[box.behind:box.behind + 1].isalnum():
            return False
        word = next(w.group() for w in re.finditer(rb"[!-~]+", self.bytes) if w.start() <= box.first < w.end())
        return is_address(word.decode())

    def room(self, line):
        return self.rooms[min(line, len(self.rooms) - 1)]

    def best(self):
        """Openings of the best way, the widest first."""
        rest = len(self.rooms) - 1
        reached = {(0, 0): ()}
        ends = [k for k in range(len(self.boxes)) if self.may_end(k)]
        for first in range(len(self.boxes)):
            for line in range(rest + 1):
                so_far = reached.get((first, line))
                if so_far is None:
                    continue
                to, any_fits = min(line + 1, rest), False
                for last in (k for k in ends if k >= first):
                    room = self.room(line)
                    opening = self.opening(first, last, room)
                    if opening is None:
                        least = self.sums[last][0] - self.sums[last][1] - self.sums[first][0] + self.sums[first][1]
                        if least + self.head_of(first) > room + 4 * self.boxes[first].em:
                            if not any_fits:
                                self.reach(reached, (last + 1, to), so_far, OVERFULL)
                            break
                        continue
                    any_fits = True
                    self.reach(reached, (last + 1, to), so_far, opening)
                    if self.boxes[last].at == FORCED:
                        break
        return min((reached[k] for k in reached if k[0] == len(self.boxes)), default=(OVERFULL,))

    @staticmethod
    def reach(reached, key, so_far, opening):
        way = tuple(sorted(so_far + ((opening,) if opening > 0 else ()), reverse=True))
        if key not in reached or way < reached[key]:
            reached[key] = way

    def lines(self):
        """(text without blanks, opening) of the lines chosen. A hyphen says the rest of its word, the rest nothing."""
        first, result, said = 0, [], 0
        for line, last in enumerate(self.chosen):
            until = self.boxes[last + 1].first if last + 1 < len(self.boxes) else len(self.bytes)
            text = self.bytes[self.boxes[first].first:until].decode("utf-8", "replace")[said:]
            said = 0
            if self.boxes[last].hyphen:
                rest = re.match(r"[A-Za-z\u00c0-\u024f]*", self.bytes[until:].decode("utf-8", "replace")).group()
                text, said = text + rest, len(rest)
            opening = self.opening(first, last, self.room(line))
            result.append((bare(text), OVERFULL if opening is None else opening))
            first = last + 1
        return result

    def missing_breaks(self):
        """Places where the checker's tables allow a line to end and the print does not."""
        result = []
        for at, (before, after) in enumerate(zip(self.boxes, self.boxes[1:])):
            if before.at >= LAST_RESORT or before.behind != after.first:
                continue
            marks = [(begin, end, parts) for begin, end, parts in self.ruby if begin < before.behind < end]
            kinds = {class_of(before.char, True), class_of(after.char, True)}
            if kinds <= {15, 16, 19} and all(parts > 1 for _, _, parts in marks) and not narrow(before) and not narrow(after):
                if after.char[0] not in NOT_AT_HEAD and before.char[0] not in OPENING and not "゛゜" in after.char:
                    result.append(f"{before.char}|{after.char}")
        for word in re.finditer(r"(?<![!-~])[a-z]{8,}(?![!-~])", self.text):
            if any(part in word.group() for part in PARTED) and not self.parts_within(*word.span()):
                result.append(word.group())
        for word in re.finditer(r"https?://[!-~]+", self.text):
            if not self.parts_within(*word.span()):
                result.append(word.group())
        return result

    def parts_within(self, begin, end):
        begin, end = len(self.text[:begin].encode()), len(self.text[:end].encode())
        return any(box.at >= LAST_RESORT for box in self.boxes if begin < box.behind < end)


class Box:
    def __init__(self, first, behind, width, em, natural, shrink, expand, stretch, at, end_space, end_extra, line_head, hyphen):
        self.first, self.behind, self.width, self.em, self.natural = first, behind, width, em, natural
        self.shrink, self.expand, self.stretch, self.at = shrink, expand, stretch if expand in (1, 2, 3) else 0, at
        self.end_space, self.end_extra, self.line_head, self.hyphen = end_space, end_extra, line_head, hyphen


def is_address(word):
    """Words like and/or and Wi-Fi may part, but are opened like others."""
    dots = "." in word
    return "://" in word or word.startswith("www.") or "@" in word and dots or "/" in word and dots and len(word) > 8


def narrow(box):
    return box.char.isascii() or 2 * box.width <= box.em


def bare(text):
    return re.sub(r"[\s\u00ad\u200b\u2028\u2029\u2060\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef-]", "", text)


def read(printed):
    """All paragraphs of `--dump breaks`."""
    decoder, at, result = json.JSONDecoder(), 0, []
    while at < len(printed):
        value, at = decoder.raw_decode(printed, at)
        result.append(Paragraph(value))
        while at < len(printed) and printed[at].isspace():
            at += 1
    return result


class Judge:
    def __init__(self, printed):
        self.by_line, self.verdicts = {}, {}
        for paragraph in read(printed):
            for text, opening in paragraph.lines():
                self.by_line.setdefault(text, []).append((paragraph, opening))

    def verdict(self, finding):
        """Of an over-stretched line: "" where no other breaks are better, else why it is not excused."""
        if finding.excess is None:
            return "not a matter of breaks"
        known = self.by_line.get(bare(finding.line))
        if not known:
            return "no paragraph with this line in the print"
        paragraph, opening = max(known, key=lambda one: one[1])
        measured = finding.excess - (0.25 if paragraph.western and finding.words else 0)
        if measured > opening + TOLERANCE:
            return f"opened by {measured:.3f} em on the page, {opening:.3f} em by arithmetic"
        if id(paragraph) not in self.verdicts:
            self.verdicts[id(paragraph)] = judge(paragraph)
        return self.verdicts[id(paragraph)]


def judge(paragraph):
    missing = paragraph.missing_breaks()
    if missing:
        return "a line should be allowed to end within " + ", ".join(missing[:3])
    best = paragraph.best()
    chosen = sorted((opening for _, opening in paragraph.lines() if opening > 0), reverse=True)
    for at, opening in enumerate(chosen):
        other = best[at] if at < len(best) else 0.0
        if opening > other + TOLERANCE:
            return f"opened by {opening:.3f} em, {other:.3f} em with other breaks"
        if opening < other - TOLERANCE:
            # What the ways owe to rounding before this one decides which of them counts as the smaller.
            if any(mine > best[k] for k, mine in enumerate(chosen[:at])):
                return ""
            return f"the search is wrong: {other:.3f} em, the page has {opening:.3f} em"
        if math.ceil(64 * opening) < math.ceil(64 * other):
            return ""    # the compiler counts in 1/64 em, and so far the way on the page is the better one
    return ""

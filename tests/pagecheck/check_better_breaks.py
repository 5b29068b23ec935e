#!/usr/bin/env python3
"""Does the judge of over-stretched lines find the better break, and the one that is missing? Paragraphs reckoned by hand.

An em is 100. Letters are one em wide and open by ¼; nothing gives way. Nine letters in rooms of 450: lines of 4, 4 and 1
open three places by 0.5 / 3 each, which stage 3 can do.
"""
import itertools
import json
import random
import sys

from better_breaks import ALLOWED, FORCED, NO, OVERFULL, Judge, Paragraph, judge
from model import Finding

LETTER = dict(width=100, em=100, natural=0, shrink=0, expand=3, stretch=25, at=ALLOWED, end_space=0, end_extra=0, head=0, hyphen=0)


def paragraph(text, rooms, chosen, changes=()):
    """changes: {number of the box: {what: value}}."""
    boxes, at = [], 0
    for number, char in enumerate(text):
        values = dict(LETTER, **dict(changes).get(number, {}))
        boxes.append([at, at + len(char.encode())] + list(values.values()))
        at += len(char.encode())
    return {"text": text, "western": False, "justified": True, "hang": False, "end": "continuous", "rooms": rooms, "ruby": [],
            "boxes": boxes, "head": 0, "lines": chosen}


def brute(p):
    """The best openings of all ways, one after the other."""
    places = [k for k in range(len(p.boxes) - 1) if p.may_end(k)]
    best = (OVERFULL,)
    for count in range(len(places) + 1):
        for ends in itertools.combinations(places, count):
            first, openings = 0, []
            for line, last in enumerate(ends + (len(p.boxes) - 1,)):
                openings.append(p.opening(first, last, p.room(line)))
                first = last + 1
            if None not in openings and not any(p.boxes[k].at == FORCED and k not in ends for k in places):
                best = min(best, tuple(sorted((o for o in openings if o > 0), reverse=True)))
    return best


def main():
    failed = []

    def check(name, got, wanted):
        if got != wanted:
            failed.append(f"{name}: {got!r}, not {wanted!r}")

    nine = "雪の町に人が住むよ"
    check("filled by stage 3", Paragraph(paragraph(nine, [450, 450], [3, 7, 8])).best(), ())
    # No break behind the fourth letter: three letters open by (150 - 50) / 2 places, five do not fit.
    no_fourth = {3: {"at": NO}}
    check("one place forbidden", Paragraph(paragraph(nine, [450, 450], [2, 6, 8], no_fourth.items())).best(), (0.5,))
    # Four of four would be better than three of seven: a hole of a whole em each that need not be.
    worse = paragraph("雪の町に人が住む", [400, 400], [1, 5, 7])
    check("avoidable", judge(Paragraph(worse))[:9], "opened by")
    check("forbidden without a reason", judge(Paragraph(paragraph(nine, [450, 450], [2, 6, 8], {3: {"at": NO}, 4: {"at": NO}}.items()))),
          "a line should be allowed to end within に|人, 人|が")
    # The same within a word with one reading over it: no line may end there.
    whole = paragraph(nine, [450, 450], [2, 6, 8], no_fourth.items())
    whole["ruby"] = [[9, 15, 1]]
    check("a group reading", judge(Paragraph(whole)), "")
    # As measured on the page: the print must explain the line that is there.

    one = Judge(json.dumps(whole))
    line = Finding("over-stretched", 1, 0, 0, "", "", line="雪の町", excess=0.5)
    check("explained", one.verdict(line), "")
    line.excess = 0.6
    check("opened further than the print says", one.verdict(line)[:9], "opened by")
    line.line = "雪の町の"
    check("another line", one.verdict(line)[:12], "no paragraph")

    # A line within an address stays short (4.4); other words that part at their signs lack what they lack.
    for text, last, lacks in (("and/or", 3, 2.5), ("16cmWi-Fi", 6, 1.0), ("http://a.jp/b", 11, 0.0), ("info@a.jp", 6, 0.0)):
        word = {n: {"width": 50 if last < 9 else 25, "expand": 0} for n in range(len(text))}
        check(f"{text} parted", Paragraph(paragraph(text, [450, 450], [], word.items())).opening(0, last, 450), lacks)

    solid = {n: {"at": NO} for n in range(13)}
    check("a long word in one piece", Paragraph(paragraph("communitybest", [2000, 2000], [12], solid.items())).missing_breaks(),
          ["communitybest"])
    check("two short words", Paragraph(paragraph("bestbest", [2000, 2000], [7], solid.items())).missing_breaks(), [])
    # A hyphen says the rest of its word on the line before, and nothing else of what follows.
    parted = Paragraph(paragraph("planningけれどもand", [400, 900], [3, 14], {3: {"hyphen": 1}}.items()))
    check("the rest of a word", [text for text, _ in parted.lines()], ["planning", "けれどもand"])

    # The compiler counts in 1/64 em: of ways that are nearly the same by their widest opening the next decides.
    def judged(chosen, best_way):
        class Given:
            missing_breaks, lines, best = (lambda _: []), (lambda _: [("", o) for o in chosen]), (lambda _: best_way)
        return judge(Given())
    check("nearly the same", judged((0.0875, 0.0208), (0.0833, 0.0750)), "")
    check("better by a sixty-fourth", judged((0.1559, 0.1114, 0.0390), (0.1557, 0.1312)), "")
    check("better than the best", judged((0.0833, 0.0208), (0.0833, 0.0750))[:19], "the search is wrong")
    check("worse than the best", judged((0.1875, 0.0208), (0.0833, 0.0750))[:9], "opened by")

    # The shortest path against all ways.
    rng = random.Random(3)
    for round_ in range(300):
        text = "".join(rng.choice("雪の町に人が住むよ") for _ in range(rng.randint(2, 11)))
        changes = {n: {"at": rng.choice((NO, ALLOWED, ALLOWED)), "width": rng.choice((50, 100, 180)), "expand": rng.choice((0, 3, 4)),
                       "shrink": rng.choice((0, 0, 50)), "end_space": rng.choice((0, 50)), "head": rng.choice((0, 0, 30))}
                   for n in range(len(text))}
        p = Paragraph(paragraph(text, [rng.choice((250, 330, 420)) for _ in range(rng.randint(2, 4))], [], changes.items()))
        wanted = brute(p)
        if wanted != (OVERFULL,):
            check(f"random {round_}", [round(o, 6) for o in p.best()], [round(o, 6) for o in wanted])
    print("\n".join(failed) or "ok")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

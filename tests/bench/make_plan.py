#!/usr/bin/env python3
"""Makes the plans that the benchmark builds: the same seed gives the same bytes on every machine.

    make_plan.py novel  FOLDER    prose of about 217 A5 pages: chapters of 20 pages, dialogue, ruby
    make_plan.py long   FOLDER    a report of about 1,000 A4 pages: chapters, sections, contents of depth 2, notes
    make_plan.py sample FOLDER    plan-sources as it stands (a copy, so that nothing beside it is touched)

Beside the plan stands `text.txt`, what floor.cpp shapes: one paragraph a line, `body<TAB>…`, `heading<TAB>…` or
`ruby<TAB>…`, without markup.
"""

import argparse
import math
import pathlib
import shutil
import sys

import words

HERE = pathlib.Path(__file__).resolve().parent
MASK = (1 << 64) - 1
# The kanji of JIS X 0208 level 1: the long tail that names and titles of books bring into any long text.
LEVEL_1 = [bytes([0xA0 + row, 0xA0 + cell]).decode("euc_jp") for row in range(16, 47) for cell in range(1, 95)]


class Dice:
    """splitmix64; Python's own generator may draw differently in another version."""

    def __init__(self, seed):
        self.state = seed & MASK

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, limit):
        return self.next() % limit

    def chance(self, percent):
        return self.below(1000) < percent * 10

    def pick(self, values):
        return values[self.below(len(values))]

    def shuffled(self, values):
        values = list(values)
        for i in range(len(values) - 1, 0, -1):
            j = self.below(i + 1)
            values[i], values[j] = values[j], values[i]
        return values


class Writer:
    """Text with markup in `source`, without it in `plain`; readings apart."""

    def __init__(self, dice, ruby_percent):
        self.dice = dice
        self.ruby_percent = ruby_percent
        self.tail = dice.shuffled(LEVEL_1)
        self.readings = []

    def ruby(self, pair):
        """A word with markup if chance gives it its reading."""
        word, reading = pair
        if all("\u4e00" <= c <= "\u9fff" for c in word) and self.dice.chance(self.ruby_percent):
            self.readings.append(reading)
            return f"｜{word}《{reading}》"
        return word

    def rare(self):
        # Squared, so that the first of the tail come often and the last seldom, as in real text.
        index = self.dice.below(1 << 20) / (1 << 20)
        return self.tail[int(index * index * len(self.tail))]

    def title_of_book(self):
        return f"『{self.rare()}{self.rare()}{self.dice.pick(words.TITLE_ENDS)}』"

    def number(self):
        d = self.dice
        return d.pick([f"{d.below(88) + 12}", f"{d.below(9) + 1}", f"{d.below(40) + 1980}年", f"午後{d.below(9) + 1}時",
                       f"{d.below(12) + 1}月{d.below(28) + 1}日", f"{(d.below(90) + 10) * 100:,}円", f"{d.below(900) / 10}%",
                       f"第{d.below(20) + 1}回", f"{d.below(60) + 2}人", f"平成{d.below(29) + 2}年"])

    def thing(self):
        d = self.dice
        kind = d.below(20)
        if kind < 12:
            return self.ruby(d.pick(words.THINGS))
        if kind < 17:
            return d.pick(words.KATAKANA)
        if kind < 18:
            return d.pick(words.LATIN)
        return self.title_of_book()

    def person(self):
        return self.ruby(self.dice.pick(words.NAMES)) + "さん" if self.dice.chance(40) else self.dice.pick(words.PEOPLE)

    def place(self):
        return self.ruby(self.dice.pick(words.PLACES))

    # ---- the novel ----------------------------------------------------------------------------------------------

    def narrated(self):
        d = self.dice
        take, move = d.pick(words.TAKING), d.pick(words.MOVING)
        kind = d.below(13)
        if kind == 0:
            return f"{d.pick(words.TIMES)}、{self.person()}は{self.place()}で{d.pick(words.ADJECTIVES)}{self.thing()}を{take[0]}。"
        if kind == 1:
            return f"{self.person()}は{self.thing()}を{take[1]}、{d.pick(words.ADVERBS)}{self.place()}まで{move[0]}。"
        if kind == 2:
            return f"{d.pick(words.LINKS)}{d.pick(words.SCENES)}。"
        if kind == 3:
            return f"{self.place()}から{self.place()}へ向かう道で、{self.person()}が{d.pick(words.ADVERBS)}{move[0]}。"
        if kind == 4:
            return f"{d.pick(words.ADJECTIVES)}{self.thing()}が{self.number()}、{self.place()}に残っていた。"
        if kind == 5:
            return f"{d.pick(words.LINKS)}{self.person()}が{take[2]}のは、{d.pick(words.ADJECTIVES)}{self.thing()}だけだった。"
        if kind == 6:
            return f"{self.person()}（{self.thing()}を{take[2]}のがうまい）は{d.pick(words.TIMES)}、{self.place()}に{move[0]}。"
        if kind == 7:
            return f"{self.number()}のことだった。{d.pick(words.SCENES)}。"
        if kind == 8:
            return f"{self.thing()}と{self.thing()}を{take[1]}、{self.person()}は……{d.pick(words.ADVERBS)}{move[0]}。"
        if kind == 9:
            return f"{self.title_of_book()}という本を、{self.person()}は{self.place()}で{take[0]}。"
        if kind == 10:
            return f"{d.pick(words.SCENES)}――{self.person()}はそう思いながら、{self.thing()}を{take[0]}。"
        if kind == 11:
            return f"なぜ{self.person()}は{self.place()}に{move[2]}のだろう。{d.pick(words.SCENES)}。"
        return f"「{d.pick(words.SAYINGS)}」{d.pick(words.SAYS)}のは{self.person()}で、{d.pick(words.SCENES)}。"

    def spoken(self):
        d = self.dice
        text = d.pick(words.SAYINGS)
        kind = d.below(8)
        if kind == 0:
            text += "……。" + d.pick(words.SAYINGS)
        elif kind == 1:
            text = f"{self.person()}、{text}" + d.pick(["！", "？", "。", ""])
            text = text.removesuffix("。")
        elif kind == 2:
            text += f"。{self.place()}の{self.thing()}を{d.pick(words.TAKING)[2]}から、{d.pick(words.SAYINGS)}"
        elif kind == 3:
            text = f"{self.title_of_book()}の話ですか。" + text
        elif kind == 4:
            text += f"。{self.number()}に、{self.place()}で"
        elif kind == 5:
            text += "？　" + d.pick(words.SAYINGS)
        return f"「{text}」"

    def novel_paragraphs(self):
        d = self.dice
        if d.chance(30):
            return [[self.spoken()] for _ in range(1 + d.below(5))]
        return [[self.narrated() for _ in range(2 + d.below(5))]]

    # ---- the report ---------------------------------------------------------------------------------------------

    def reported(self):
        d = self.dice
        topic, actor = self.ruby(d.pick(words.TOPICS)), d.pick(words.ACTORS)
        kind = d.below(9)
        if kind == 0:
            return f"{topic}については、{actor}と{d.pick(words.ACTORS)}が協力して{d.pick(words.DEEDS)}{d.pick(words.JUDGED)}。"
        if kind == 1:
            return f"{d.below(40) + 1980}年の調査では、回答のあった{d.below(900) + 60}人のうち{d.below(900) / 10}%が{topic}を課題に挙げた。"
        if kind == 2:
            return f"{d.pick(words.LINKS)}{actor}は{self.place()}の周辺で{d.pick(words.DEEDS)}{d.pick(words.JUDGED)}。"
        if kind == 3:
            return f"ある参加者は「{d.pick(words.SAYINGS)}」と話し、{topic}をめぐる議論は午後{d.below(9) + 1}時まで続いた。"
        if kind == 4:
            return f"**{topic}**とは、暮らしの困りごとを{actor}だけに任せず、地域で{d.pick(words.DEEDS)}考え方をいう。"
        if kind == 5:
            return f"{topic}と{self.ruby(d.pick(words.TOPICS))}は切り離せない（{self.title_of_book()}、{d.below(38) + 1980}）。"
        if kind == 6:
            return f"具体的には、{self.thing()}や{self.thing()}を使い、{self.place()}ごとに{d.pick(words.DEEDS)}{d.pick(words.JUDGED)}。"
        if kind == 7:
            return f"{d.pick(words.TIMES)}、{self.person()}は{self.place()}を訪ね、{d.pick(words.ADJECTIVES)}{self.thing()}を{d.pick(words.TAKING)[0]}。"
        return f"{d.pick(words.LINKS)}{topic}の{d.pick(words.LATIN)}に{actor}が参加し、{d.pick(words.DEEDS)}{d.pick(words.JUDGED)}。"

    def heading(self):
        d = self.dice
        topic, deed = d.pick(words.TOPICS)[0], d.pick(words.DEEDS)
        return d.pick([f"{topic}のこれまで", f"{topic}を支える{d.pick(words.ACTORS)}", f"{deed}ために", f"{topic}と{d.pick(words.PLACES)[0]}",
                       f"{topic}についての{d.below(8) + 2}つの提案"])


def plain(text):
    """Without markup: what is set on the line."""
    out = []
    for c in text.replace("**", ""):
        if c == "｜":
            continue
        out.append(c)
    text = "".join(out)
    while "《" in text:
        before, _, rest = text.partition("《")
        text = before + rest.partition("》")[2]
    return text


def lines_of(text, chars):
    width = sum(0.5 if c < "\u0100" else 1.0 for c in text) + 1
    return math.ceil(width * 1.004 / chars)


class Plan:
    def __init__(self, folder, heads):
        self.folder = folder
        self.heads = heads
        self.chapters = []
        self.text = []
        folder.mkdir(parents=True, exist_ok=True)

    def add(self, name, lines):
        (self.folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        self.chapters.append(name)

    def close(self):
        lines = [f"{key}: {value}" for key, value in self.heads.items()]
        lines += ["chapters:"] + [f"  - {name}" for name in self.chapters]
        (self.folder / "plan.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
        (self.folder / "text.txt").write_text("\n".join(self.text) + "\n", encoding="utf-8")


def note_text(plan, writer, kind, text):
    plan.text.append(f"{kind}\t{text}")
    plan.text += [f"ruby\t{reading}" for reading in writer.readings]
    writer.readings = []


def write_novel(folder, pages):
    chars, lines_per_page, opening, pages_per_chapter = 40, 30, 8, 20
    writer = Writer(Dice(2020), ruby_percent=29)
    plan = Plan(folder, {"title": "坂の町の帳面", "publisher": "kumihan", "date": "2021-11", "layout": "a5-prose.yaml",
                         "output": "novel.pdf"})
    shutil.copy(HERE / "a5-prose.yaml", folder / "a5-prose.yaml")
    for number, first in enumerate(range(0, pages, pages_per_chapter), 1):
        title = f"{writer.dice.pick(words.ADJECTIVES)}{writer.dice.pick(words.THINGS)[0]}"
        out = ["kind: text", f"id: ch{number}", f"title: {title}", "body: |"]
        note_text(plan, writer, "heading", f"第{number}章{title}")
        room = min(pages_per_chapter, pages - first) * lines_per_page - opening - lines_per_page // 2
        while room > 0:
            for paragraph in writer.novel_paragraphs():
                out += [f"  {sentence}" for sentence in paragraph] + [""]
                text = plain("".join(paragraph))
                room -= lines_of(text, chars)
                note_text(plan, writer, "body", text)
        plan.add(f"{number:02}.yaml", out)
    plan.close()


def write_long(folder, pages):
    # Of the 33 lines of a page, notes, kept heads and the ends of sections leave about 31 to the text.
    chars, lines_per_page, opening, chapters = 37, 31, 8, 24
    writer = Writer(Dice(1000), ruby_percent=19)
    d = writer.dice
    plan = Plan(folder, {"title": "地域福祉の記録", "publisher": "kumihan", "date": "2021-11", "layout": "a4-report",
                         "output": "long.pdf"})
    plan.add("00.yaml", ["kind: contents", "title: 目次", "depth: 2"])
    contents_pages = 11
    lines_left = (pages - contents_pages) * lines_per_page
    for number in range(1, chapters + 1):
        title = writer.heading()
        out = ["kind: text", f"id: ch{number}", f"title: {title}", "body: |"]
        heads = [f"第{number}章{title}"]
        room = lines_left // (chapters - number + 1)
        lines_left -= room
        room -= opening + lines_per_page // 2
        section = 0
        while room > 0:
            section += 1
            head = writer.heading()
            heads.append(f"{number}.{section}{head}")
            out += [f"  # {head} {{#s{number}-{section}}}", ""]
            room -= 4
            for part in range(3):
                if part:
                    head = writer.heading()
                    note_text(plan, writer, "heading", head)
                    out += [f"  ## {head}", ""]
                    room -= 2
                for index in range(4 + d.below(3)):
                    sentences = [writer.reported() for _ in range(3 + d.below(4))]
                    text = plain("".join(sentences))
                    if part == 1 and index == 0:
                        # A reference backwards and a note: what a report of this length has in every section.
                        sentences[-1] = sentences[-1][:-1] + f"[^{section}]。"
                        target = 1 + d.below(number)
                        sentences.append(f"あわせて[[ch{target}]]（[[ch{target}|page]]）を見てほしい。")
                        text += f"{section}あわせて第{target}章（100ページ）を見てほしい。"
                        room -= 2
                    out += [f"  {sentence}" for sentence in sentences] + [""]
                    room -= lines_of(text, chars)
                    note_text(plan, writer, "body", text)
            note = writer.reported().replace("**", "")
            out += [f"  [^{section}]: {note}", ""]
            note_text(plan, writer, "note", f"{section}{plain(note)}")
        # Heads stand on their page and, numbered, in the contents.
        plan.text += [f"heading\t{head}" for head in heads] + [f"contents\t{head}100" for head in heads]
        plan.add(f"{number:02}.yaml", out)
    plan.close()


def copy_sample(folder):
    source = HERE.parent.parent / "plan-sources"
    shutil.copytree(source, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__", "drawings"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=["novel", "long", "sample"])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--pages", type=int, help="pages to aim at (217 and 1,000)")
    arguments = parser.parse_args()
    if arguments.kind == "novel":
        write_novel(arguments.folder, arguments.pages or 217)
    elif arguments.kind == "long":
        write_long(arguments.folder, arguments.pages or 1000)
    else:
        copy_sample(arguments.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())

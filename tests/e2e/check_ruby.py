#!/usr/bin/env python3
"""Ruby, warichu and their kin in a finished PDF. check_ruby.py PROGRAM

Read from the file itself (pdf_file.py, with qpdf) and, where it is there, through pdftotext: the nesting of tags by ISO
32000-1 14.8.4.4.4, text that reads on without its readings, readings over their bases, and the same grid with and without
ruby. Exit status 77: no qpdf.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

if not shutil.which("qpdf"):
    print("skipped: no qpdf")
    sys.exit(77)
from pdf_file import Element, Mark, PdfFile

PROGRAM = sys.argv[1]
failures = []


def check(holds, what):
    if not holds:
        failures.append(what)


def build(folder, name, body, more="", plan="", arguments=()):
    sources = folder / name
    sources.mkdir()
    (sources / "plan.yaml").write_text(f"title: 見本\noutput: out.pdf\nchapters: [a.yaml]\n{plan}", encoding="utf-8")
    lines = "".join(f"  {line}\n" if line else "\n" for line in body.split("\n"))
    (sources / "a.yaml").write_text(f"kind: text\ntitle: 章\n{more}body: |\n{lines}", encoding="utf-8")
    done = subprocess.run([PROGRAM, "build", sources, "--output", sources, "--no-cache", *arguments], capture_output=True, text=True)
    check(done.returncode == 0, f"{name}: exit {done.returncode}\n{done.stderr}")
    (pdf,) = sources.glob("*.pdf")
    return pdf


def elements(pdf, kind):
    return [e for e in pdf.structure().walk() if e.kind == kind]


def kinds(element):
    return [kid.kind for kid in element.kids if isinstance(kid, Element)]


def baselines(pdf, size):
    """Of the body's letters, page by page, from the top."""
    return [sorted({round(g.y, 2) for g in page.glyphs() if abs(g.size - size) < 0.01}) for page in pdf.pages]


RUBY = "小樽の{運河|うん|が}と{五月雨|さみだれ}、{小樽|お|たる||OTARU}の町、鰊[春告魚とも書く魚]{割注}漁。面積は8km^{2}です。"
PLAIN = "小樽の運河と五月雨、小樽の町、鰊漁。面積は8km2です。"

with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    for mode in ("", "writing: vertical\ncolumns: 1\n"):
        name = "vertical" if mode else "horizontal"
        path = build(folder, name, RUBY, mode)
        pdf = PdfFile(path)

        rubies = elements(pdf, "Ruby")
        check(len(rubies) == 4, f"{name}: {len(rubies)} Ruby elements, not 4")
        for ruby in rubies:
            check(kinds(ruby) == ["RB", "RT"], f"{name}: a Ruby holds {kinds(ruby)}")
            check(not any(isinstance(kid, Mark) for kid in ruby.kids), f"{name}: a Ruby holds text of its own")
        found = sorted((r.kids[0].text(skip=("RT",)), r.kids[1].text()) for r in rubies if kinds(r) == ["RB", "RT"])
        check(found == sorted([("運河", "うんが"), ("五月雨", "さみだれ"), ("小樽", "おたる"), ("小樽", "OTARU")]), f"{name}: {found}")
        notes = elements(pdf, "Warichu")
        check([kinds(n) for n in notes] == [["WP", "WT", "WP"]], f"{name}: Warichu {[kinds(n) for n in notes]}")
        check([n.text() for n in notes] == ["（春告魚とも書く魚）"], f"{name}: {[n.text() for n in notes]}")
        (paragraph,) = [e for e in elements(pdf, "P") if "五月雨" in e.text()]
        check(paragraph.text(skip=("RT",)) == "小樽の運河と五月雨、小樽の町、鰊（春告魚とも書く魚）漁。面積は8km2です。",
              f"{name}: the paragraph reads {paragraph.text(skip=('RT',))}")

        # Each reading stands over its base: the middles of both lie within half a letter of each other along the line.
        for ruby in rubies:
            if kinds(ruby) != ["RB", "RT"]:
                continue
            base, reading = list(ruby.kids[0].glyphs(skip=("RT",))), list(ruby.kids[1].glyphs())
            along = (lambda g: g.y + g.size / 2) if mode else (lambda g: g.x + g.advance / 2)
            if mode and reading[0].text.isascii():
                continue  # turned: its glyphs have their advance on the other axis
            middle = [(along(glyphs[0]) + along(glyphs[-1])) / 2 for glyphs in (base, reading)]
            check(abs(middle[0] - middle[1]) < base[0].size / 2, f"{name}: {ruby.text()} is {middle[1] - middle[0]:.2f} pt off its base")
            check(abs(reading[0].size - base[0].size / 2) < 0.4, f"{name}: ruby of {reading[0].size} pt over {base[0].size} pt")

        if shutil.which("pdftotext") and not mode:
            text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True).stdout
            for words in ("小樽の運河と五月雨、小樽の町",):
                check(words in text.replace("\n", ""), f"{name}: pdftotext does not find {words}")

    # 9.8: lines stand where they stand without ruby, the first of a page too.
    many = "\n\n".join(["{湊|みなと}の{小樽|お|たる||OTARU}、《《点》》と[線]{傍線}、鰊[春告魚]{割注}。" * 3] * 20)
    with_ruby, without = PdfFile(build(folder, "with", many)), PdfFile(build(folder, "without", "\n\n".join(["湊の小樽、点と線、鰊（春告魚）。" * 3] * 20)))
    for a, b in zip(baselines(with_ruby, 12), baselines(without, 12)):
        check(a[:2] == b[:2], f"the first lines of a page stand at {a[:2]}, without ruby at {b[:2]}")
        steps = {round(y - x, 1) for x, y in zip(a, a[1:])}
        check(all(abs(step / 21 - round(step / 21)) < 0.02 for step in steps), f"lines off the grid of 21 pt: {steps}")

    # The plan's readings, and a furigana edition with its list.
    plain = "小樽と港町。小樽と港町。"
    first = PdfFile(build(folder, "first", plain, plan="readings: {小樽: お|たる}\n"))
    check(len(elements(first, "Ruby")) == 1, "the first occurrence only")
    edition = build(folder, "edition", plain, plan="readings: {小樽: お|たる}\n", arguments=["--furigana", "--lang", "ja"])
    check(edition.name == "out-furigana.pdf", f"the edition is called {edition.name}")
    check(len(elements(PdfFile(edition), "Ruby")) == 2, "every occurrence in a furigana edition")
    words = (edition.parent / "out-furigana-readings.yaml").read_text(encoding="utf-8")
    check('  港町: "" # 2 回、a.yaml:4:6' in words, f"the list of words says:\n{words}")

print("\n".join(failures) or "ruby: tags, text, places and editions as they must be")
sys.exit(bool(failures))

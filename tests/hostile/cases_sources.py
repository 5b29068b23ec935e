"""Plans and chapters: too deep, too big, not text, not files, outside the plan, and honest but enormous.

Lines: the usual plan.yaml is title, output, chapters, so its first chapter stands in line 4 (5 with allow_folders).
"""

import os

from harness import Case, usual_plan

DONE, SOURCES = 0, 1
CHAPTER = "kind: text\ntitle: 章\n"  # a body follows in line 3, its text in line 4


def body(text):
    return CHAPTER + "body: |\n" + "".join(f"  {line}\n" if line else "\n" for line in text.split("\n"))


def alias_bomb():
    lines = ["kind: text", "title: 章", "l0: &l0 [笑, 笑, 笑, 笑, 笑, 笑, 笑, 笑, 笑, 笑]"]
    for level in range(1, 10):
        lines.append(f"l{level}: &l{level} [" + ", ".join([f"*l{level - 1}"] * 10) + "]")
    return "\n".join(lines) + "\n"


def text_bomb():  # one long text, named again and again
    return f"kind: text\ntitle: &t {'笑' * 100_000}\nlead: [" + ", ".join(["*t"] * 5000) + "]\n"


def nested_lists(levels):
    return body("\n".join("  " * level + f"- 段{level}" for level in range(levels)))


def table(rows):
    return CHAPTER + "tables:\n  - id: t\n    head: [番号, 事項]\n    rows:\n" + "".join(
        f"      - [{row}, 冬の坂道の除雪]\n" for row in range(rows)) + "body: |\n  [表:t]\n"


def notes(count):
    text = "\n\n".join(f"雪かきの話をした[^{n}]。" for n in range(count))
    return body(text + "\n\n" + "\n".join(f"[^{n}]: 注の文。" for n in range(count)))


def link_to(target):
    return lambda path: os.symlink(target, path)


def big_scalar(path):
    with open(path, "wb") as file:
        file.write((CHAPTER + "body: |\n  ").encode())
        for _ in range(100):
            file.write(b"a" * (1 << 20))


def named(name, problem, plan=None, **files):
    return Case(name, SOURCES, problem, chapters=(files.pop("chapter"),), plan=plan, **files)


CASES = [
    # ---- YAML
    Case("alias bomb", SOURCES, ("error", "K0205", "a.yaml", None), files={"a.yaml": alias_bomb()}),
    Case("alias bomb of text", SOURCES, ("error", "K0205", "a.yaml", 3), files={"a.yaml": text_bomb()}),
    Case("alias bomb in plan.yaml", SOURCES, ("error", "K0205", "plan.yaml", None), plan=alias_bomb()),
    Case("alias to itself", SOURCES, ("error", "K0205", "a.yaml", 3), files={"a.yaml": CHAPTER + "lead: &x [*x]\n"}),
    Case("10,000 brackets", SOURCES, ("error", "K0204", "a.yaml", 3),
         files={"a.yaml": CHAPTER + "lead: " + "[" * 10_000 + "]" * 10_000 + "\n"}),
    Case("10,000 open braces", SOURCES, ("error", "K0204", "a.yaml", 3),
         files={"a.yaml": CHAPTER + "lead: " + "{a: " * 10_000 + "\n"}),
    Case("10,000 dashes", SOURCES, ("error", "K0204", "a.yaml", 4),
         files={"a.yaml": CHAPTER + "lead:\n  " + "- " * 10_000 + "x\n"}),
    Case("1,500 levels of indentation", SOURCES, ("error", "K0204", "a.yaml", None),
         files={"a.yaml": CHAPTER + "lead:\n" + "".join(" " * n + "a:\n" for n in range(1, 1500))}),
    Case("scalar of 100 MB", SOURCES, ("error", "K0103", "plan.yaml", 4), files={"a.yaml": big_scalar}),
    Case("bad UTF-8", SOURCES, ("error", "K0201", "a.yaml", 4),
         files={"a.yaml": (CHAPTER + "body: |\n  ").encode() + "小樽".encode("shift_jis") + b"\n"}),
    Case("cut within a character", SOURCES, ("error", "K0201", "a.yaml", 4),
         files={"a.yaml": body("小樽").encode().rstrip(b"\n")[:-1]}),
    Case("NUL bytes", SOURCES, ("error", "K0202", "a.yaml", 4), files={"a.yaml": body("雪\0\0坂")}),
    Case("NUL byte in a file name", SOURCES, ("error", "K0202", "plan.yaml", 4),
         plan='title: 試験\noutput: t.pdf\nchapters:\n  - "a.yaml\\0b"\n', files={"a.yaml": body("雪")}),
    # 0x0A and 0x0D end a line each before the first byte that is no UTF-8, 0x80.
    Case("random bytes", SOURCES, ("error", "K0201", "a.yaml", 3),
         files={"a.yaml": b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 40}),
    Case("empty plan", SOURCES, plan=""),
    Case("empty chapter", SOURCES, files={"a.yaml": ""}),
    Case("chapter of comments alone", SOURCES, files={"a.yaml": "# なにもない\n" * 1000}),
    Case("plan.yaml that is a list", SOURCES, plan="- a\n- b\n"),
    # ---- files
    Case("no plan", SOURCES, ("error", "K0107", None, None), prepare=lambda f: (f / "plan/plan.yaml").unlink()),
    Case("folder as plan.yaml", SOURCES, ("error", "K0102", None, None),
         prepare=lambda f: ((f / "plan/plan.yaml").unlink(), (f / "plan/plan.yaml").mkdir())),
    Case("pipe as plan.yaml", SOURCES, ("error", "K0102", None, None),
         prepare=lambda f: ((f / "plan/plan.yaml").unlink(), os.mkfifo(f / "plan/plan.yaml"))),
    Case("folder as chapter", SOURCES, ("error", "K0102", "plan.yaml", 4), files={"a.yaml": lambda p: p.mkdir()}),
    Case("pipe as chapter", SOURCES, ("error", "K0102", "plan.yaml", 4), files={"a.yaml": os.mkfifo}),
    Case("device as chapter", SOURCES, ("error", "K0105", "plan.yaml", 4), chapters=("/dev/zero",)),
    Case("device in an allowed folder", SOURCES, ("error", "K0102", "plan.yaml", 5),
         plan=usual_plan(["/dev/zero"], ["/dev"])),
    Case("link to a device", SOURCES, ("error", "K0105", "plan.yaml", 4), files={"a.yaml": link_to("/dev/zero")}),
    Case("link out of the plan", SOURCES, ("error", "K0105", "plan.yaml", 4), files={"a.yaml": link_to("/etc/passwd")}),
    Case("linked folder out of the plan", SOURCES, ("error", "K0105", "plan.yaml", 4), chapters=("inside/passwd",),
         files={"inside": link_to("/etc")}),
    Case("CSV: link to a device", SOURCES, ("error", "K0105", "a.yaml", 4),
         files={"a.yaml": CHAPTER + "tables:\n  - file: t.csv\n", "t.csv": link_to("/dev/zero")}),
    Case("CSV: a folder", SOURCES, ("error", "K0102", "a.yaml", 4),
         files={"a.yaml": CHAPTER + "tables:\n  - file: t\n", "t/x.csv": "甲\n"}),
    Case("CSV: 10 MB", SOURCES, ("error", "K0103", "a.yaml", 4),
         files={"a.yaml": CHAPTER + "tables:\n  - file: t.csv\n", "t.csv": "x\n" * 5_000_000}),
    Case("CSV: a million commas", SOURCES, ("error", "K0339", "t.csv", 1),
         files={"a.yaml": CHAPTER + "tables:\n  - file: t.csv\n", "t.csv": "," * 1_000_000 + "x"}),
    Case("CSV: a million quotes", SOURCES, ("error", "K0337", "t.csv", 1),
         files={"a.yaml": CHAPTER + "tables:\n  - file: t.csv\n", "t.csv": '"' * 1_000_001}),
    Case("CSV: no text at all", SOURCES, None,
         files={"a.yaml": CHAPTER + "tables:\n  - file: t.csv\n", "t.csv": bytes(range(256)) * 1000}),
    Case("CSV: 5,000 rows of 20 columns", DONE,
         files={"a.yaml": CHAPTER + "tables:\n  - file: t.csv\n", "t.csv": (",".join(["雪"] * 20) + "\n") * 5_000}),
    Case("CSV: one cell of a megabyte", DONE, ("warning", "K0832", None, None),
         files={"a.yaml": CHAPTER + "tables:\n  - file: t.csv\n    head_rows: 0\n", "t.csv": "雪" * 350_000}),
    Case("link to itself", SOURCES, ("error", "K0101", "plan.yaml", 4), files={"a.yaml": link_to("a.yaml")}),
    Case("path upwards", SOURCES, ("error", "K0105", "plan.yaml", 4), chapters=("../" * 20 + "etc/passwd",)),
    Case("name of 10,000 letters", SOURCES, ("error", "K0101", "plan.yaml", 4), chapters=("a" * 10_000,)),
    Case("path of 100,000 folders", SOURCES, ("error", "K0101", "plan.yaml", 4), chapters=("a/" * 100_000 + "b",)),
    Case("output upwards", SOURCES, ("error", "K0105", "plan.yaml", 2),
         plan="title: 試験\noutput: ../../t.pdf\nchapters: [a.yaml]\n", files={"a.yaml": body("雪")}),
    # A layout's name is one word or a path that ends in .yaml; this is neither, and is not looked for.
    Case("layout upwards", SOURCES, ("error", "K0501", "plan.yaml", 2),
         plan="title: 試験\nlayout: ../../../../../../etc/passwd\noutput: t.pdf\nchapters: [a.yaml]\n",
         files={"a.yaml": body("雪")}),
    Case("same chapter 10,000 times", SOURCES, ("error", "K0106", "plan.yaml", 5), chapters=("a.yaml",) * 10_000,
         files={"a.yaml": body("雪")}),
    # ---- honest, but enormous
    Case("list 100 deep", SOURCES, ("error", "K0424", "a.yaml", None), files={"a.yaml": nested_lists(100)}),
    Case("quote 1,000 deep", SOURCES, ("error", "K0424", "a.yaml", 4), files={"a.yaml": body("> " * 1000 + "雪")}),
    Case("paragraph of 1 MB without a space", DONE, files={"a.yaml": body("雪の坂を登る。" * (2**20 // 21))}),
    Case("paragraph of 1 MB without a break", DONE, files={"a.yaml": body("坂" * (2**20 // 3))}),
    Case("word of 100,000 letters", DONE, files={"a.yaml": body("snow" * 25_000)}),
    Case("50,000 marks that never close", SOURCES, ("error", "K0415", "a.yaml", None),
         files={"a.yaml": body("**《《{雪|[[[" * 5000)}),
    Case("100,000 opening brackets", DONE, files={"a.yaml": body("「" * 100_000)}),
    Case("ruby of 130 characters over one", DONE, files={"a.yaml": body("雪の{坂|" + "さ" * 130 + "}を登る。" + "坂" * 40)}),
    Case("ruby of one character over 130", DONE, ("warning", "K0801", "a.yaml", None),
         files={"a.yaml": body("{" + "坂" * 130 + "|さか}")}),
    Case("10,000 words with long readings", DONE, files={"a.yaml": body("{橋梁境界|きょうきょう|りょう|きょうきょう|か}" * 10_000)}),
    Case("ruby within ruby, empty, not closed", SOURCES, ("error", "K0418", "a.yaml", 4),
         files={"a.yaml": body("{{坂|さか}|さか}{坂|}{坂||}{坂|||}｜坂《｜坂《さか》》{坂|さか《《{坂")}),
    Case("20,000 brackets with braces", DONE, files={"a.yaml": body("[坂]{" * 20_000)}),
    Case("20,000 styles within each other", DONE, files={"a.yaml": body("[坂" * 20_000 + "]{傍線}" * 20_000)}),
    Case("warichu of 100,000 characters", DONE, files={"a.yaml": body("".join("[" + "坂の上の雪、" * 100 + "]{割注}" for _ in range(160)))}),
    Case("warichu of one word longer than the line", DONE, files={"a.yaml": body("[" + "snow" * 200 + "]{割注}坂[a]{割注}[ ]{割注}")}),
    Case("100,000 scripts", DONE, files={"a.yaml": body("x_{i}^{2}" * 100_000)}),
    Case("50,000 combining marks on one letter", DONE, files={"a.yaml": body("e" + "\u0301" * 50_000)}),
    Case("20,000 bidirectional controls", DONE, files={"a.yaml": body("\u202e\u2067雪" * 20_000)}),
    Case("table of 5,000 rows", DONE, files={"a.yaml": table(5000)}),
    Case("cell taller than the page", DONE, ("warning", "K0832", "a.yaml", None),
         files={"a.yaml": CHAPTER + "tables:\n  - id: t\n    rows:\n      - [" + "雪" * 20_000 + "]\nbody: |\n  [表:t]\n"}),
    Case("10,000 footnotes", DONE, files={"a.yaml": notes(10_000)}),
    Case("footnote longer than a page", DONE,
         files={"a.yaml": body("雪[^1]\n\n[^1]: " + "長い注。" * 5000)}),
    Case("2,000 headings in a row", DONE,
         files={"a.yaml": body("\n\n".join("#" * (1 + n % 3) + f" 見出し{n}" for n in range(2000)))}),
    Case("2,000 page breaks", DONE, files={"a.yaml": body("\n\n".join(["[改ページ]"] * 2000))}),
    # What grew with the square of the length: 2.7 GB of link targets, ICU's search for phrases.
    Case("address of 200,000 letters", DONE, files={"a.yaml": body("https://example.org/" + "a/b-c" * 40_000)}, seconds=5),
    Case("heading of 100,000 letters", DONE, ("warning", "K0803", "a.yaml", 4),
         files={"a.yaml": body("# " + "長い見出し" * 20_000 + "\n\n雪。")}, seconds=5),
    Case("title of 10,000 letters", DONE, files={"a.yaml": "kind: text\ntitle: " + "題" * 10_000 + "\nbody: 雪\n"}),
]

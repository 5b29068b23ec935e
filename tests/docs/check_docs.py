#!/usr/bin/env python3
"""check_docs.py KUMIHAN ROOT: the guides name every key of the three schemas, and what they show exists.

What the program knows comes from `kumihan schema plan|chapter|layout`, so that a key added to a table of fields and
forgotten in the guide fails here. Further: pictures and files that the guides link to are there, and the links of
their tables of contents lead to a heading; the chapters and layouts that they show compile without a word, and the
messages that they quote are the program's.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import unquote

PLAN_GUIDE = "plan-sources/README.md"
LAYOUT_GUIDE = "layouts/README.md"
GUIDES = {"plan": PLAN_GUIDE, "chapter": PLAN_GUIDE, "layout": LAYOUT_GUIDE}
LINKED = ["README.md", "README.ja.md", PLAN_GUIDE, LAYOUT_GUIDE]


def words_of(schema):
    """Keys of all objects, and the words that a key may have as its value."""
    keys, values = set(), set()

    def walk(node):
        if isinstance(node, dict):
            properties = node.get("properties")
            if isinstance(properties, dict):
                keys.update(properties)
            choices = node.get("enum", [])
            if True not in choices:  # the words for true and false are no keys' own
                values.update(choice for choice in choices if isinstance(choice, str))
            for child in node.values():
                walk(child)
        elif isinstance(node, list):
            for child in node:
                walk(child)

    walk(schema)
    return keys, values


def named(word, text):
    """Whether the word stands in the text by itself, not within a longer one."""
    letters = r"[0-9A-Za-z_\-]" if re.fullmatch(r"[\w\-/]+", word, re.ASCII) else r"[ぁ-んァ-ヶー一-龠]"
    return re.search(rf"(?<!{letters}){re.escape(word)}(?!{letters})", text) is not None


def anchor_of(heading):
    """The name by which the web view of the repository links to a heading."""
    plain = re.sub(r"[`*]", "", heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")


def broken_links(guide, text):
    prose = re.sub(r"```.*?```", "", text, flags=re.S)
    anchors = {anchor_of(line.lstrip("#")) for line in prose.splitlines() if line.startswith("#")}
    prose = re.sub(r"`[^`\n]*`", "", prose)
    for target in re.findall(r'\]\(([^)\s]+)\)|src="([^"]+)"', prose):
        target = target[0] or target[1]
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = unquote(target).partition("#")
        if path and not (guide.parent / path).exists():
            yield f"links to {path}, which is not there"
        if not path and anchor not in anchors:
            yield f"links to #{anchor}, but has no such heading"


def silent(program, root, plan, files):
    """What the program says about a plan of these files, with the sample's photos beside them."""
    with tempfile.TemporaryDirectory(prefix="kumihan-docs-") as folder:
        folder = Path(folder)
        (folder / "photos").symlink_to((root / "plan-sources/photos").resolve())
        (folder / "plan.yaml").write_text(f"題名: 計画\n使ってよいフォルダー: [{json.dumps(str(root.resolve()))}]\n{plan}",
                                          encoding="utf-8")
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
        done = subprocess.run([program, "check", folder, "--lang", "ja", "--no-cache"], capture_output=True, text=True)
        return done.stderr


def examples(program, root):
    """The whole chapters of the editors' guide, the whole layouts of the designers'."""
    blocks = {guide: re.findall(r"^ *```yaml\n(.*?)^ *```", (root / guide).read_text(encoding="utf-8"), re.S | re.M)
              for guide in (PLAN_GUIDE, LAYOUT_GUIDE)}
    chapters = [block for block in blocks[PLAN_GUIDE] if block.startswith("種類:")]
    layouts = [re.sub(r"^   ", "", block, flags=re.M) for block in blocks[LAYOUT_GUIDE] if re.search(r"^ *もと:", block, re.M)]
    if len(chapters) < 9 or len(layouts) < 2:
        yield f"the guides show {len(chapters)} chapters and {len(layouts)} layouts: are they still found?"
    for chapter in chapters:
        said = silent(program, root, "章: [a.yaml]\n", {"a.yaml": chapter})
        if said:
            yield f"{PLAN_GUIDE}: an example does not compile in silence:\n{chapter}{said}"
    for layout in layouts:
        said = silent(program, root, "レイアウト: our.yaml\n章: [a.yaml]\n",
                      {"our.yaml": layout, "a.yaml": "種類: 本文\n題名: 章\n本文: 雪の朝。\n"})
        if said:
            yield f"{LAYOUT_GUIDE}: an example does not compile in silence:\n{layout}{said}"


def quoted_messages(root):
    """The middle column of the guide's table of mistakes: words of codes.inc with values in their places."""
    messages = re.findall(r"^KUMIHAN_CODE\(\w+, \d+, \w+, \"((?:[^\"\\]|\\.)*)\"", (root / "src/diag/codes.inc").read_text(encoding="utf-8"), re.M)
    patterns = [re.compile(re.sub(r"\\{\d\\}", ".+", re.escape(message.replace('\\"', '"')))) for message in messages]
    text = (root / PLAN_GUIDE).read_text(encoding="utf-8")
    table = text[text.index("| したこと | 出る言葉 | 直し方 |"):].split("\n\n")[0].split("\n")[2:]
    for row in table:
        said = re.split(r"(?<!\\)\|", row)[2].strip().removesuffix("、など")
        if not any(pattern.fullmatch(said) for pattern in patterns):
            yield f"{PLAN_GUIDE}: no message of the program reads 「{said}」"


def main():
    if len(sys.argv) != 3:
        print("usage: check_docs.py KUMIHAN ROOT", file=sys.stderr)
        return 2
    program, root = sys.argv[1], Path(sys.argv[2])
    problems = []
    checked = 0
    for kind, guide in GUIDES.items():
        schema = json.loads(subprocess.run([program, "schema", kind], check=True, stdout=subprocess.PIPE).stdout)
        text = (root / guide).read_text(encoding="utf-8")
        keys, values = words_of(schema)
        if not keys:
            problems.append(f"the schema of {kind} has no keys")
        checked += len(keys) + len(values)
        problems += [f"{guide}: the key {key} of `kumihan schema {kind}` is not explained"
                     for key in sorted(keys) if not named(key, text)]
        problems += [f"{guide}: the value {value} of `kumihan schema {kind}` is not explained"
                     for value in sorted(values) if not named(value, text)]
    for name in LINKED:
        guide = root / name
        problems += [f"{name}: {problem}" for problem in broken_links(guide, guide.read_text(encoding="utf-8"))]
    problems += examples(program, root)
    problems += quoted_messages(root)
    for problem in problems:
        print(problem)
    print(f"{checked} keys and values, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

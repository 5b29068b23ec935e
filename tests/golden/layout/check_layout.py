"""Layout goldens: <topic>/<case>/ holds a tiny plan and the dump it must give.

    check_layout.py KUMIHAN [--update] [CASE …]

The first line of a case's expected.txt names the dump ("stage lines", "stage pages", "stage styled"); what follows is
the dump itself. The comment at the head of chapter.yaml says why the dump must look so: read a new dump against it
before it is kept, --update only writes it. A case that prints any message fails, because a warning is not its point.
"""
import difflib
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent
STAGES = {"stage lines", "stage pages", "stage styled"}
# Where the fonts stand differs from machine to machine; their names do not.
FONT_FOLDER = re.compile(r"^( +text \S+  )[^「\n]*/(?=[^/「\n]+\.(?:ttf|otf) )", re.MULTILINE)


def dump(program, case, stage, scratch):
    run = subprocess.run(
        [program, "build", str(case), "--dump=" + stage.split()[1], "--no-cache", "--lang", "en",
         "--format", "short", "--output", scratch],
        capture_output=True, text=True, encoding="utf-8", timeout=60)
    if run.returncode != 0 or run.stderr:
        return None, f"exit status {run.returncode}\n{run.stderr}"
    return stage + "\n" + FONT_FOLDER.sub(r"\1", run.stdout), ""


def main(arguments):
    update = "--update" in arguments
    names = [a for a in arguments if a != "--update"]
    if not names:
        print(__doc__)
        return 2
    program, wanted = str(pathlib.Path(names[0]).resolve()), set(names[1:])
    cases = sorted(p.parent for p in ROOT.glob("*/*/chapter.yaml"))
    if wanted:
        cases = [c for c in cases if c.name in wanted]
    if not cases:
        print("no such case")
        return 2
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        for case in cases:
            name = case.relative_to(ROOT).as_posix()
            kept = case / "expected.txt"
            expected = kept.read_text(encoding="utf-8") if kept.exists() else ""
            stage = expected.split("\n", 1)[0]
            if stage not in STAGES:
                print(f"{name}: expected.txt must begin with one of {sorted(STAGES)}")
                failed += 1
                continue
            if "# why: " not in (case / "chapter.yaml").read_text(encoding="utf-8").split("\n", 1)[0]:
                print(f"{name}: chapter.yaml must begin with a comment '# why: …'")
                failed += 1
                continue
            actual, problem = dump(program, case, stage, scratch)
            if actual is None:
                print(f"{name}: {problem}")
                failed += 1
            elif actual != expected:
                if update:
                    kept.write_text(actual, encoding="utf-8", newline="\n")
                    print(f"{name}: written")
                    continue
                failed += 1
                sys.stdout.writelines(difflib.unified_diff(
                    expected.splitlines(keepends=True), actual.splitlines(keepends=True),
                    name + "/expected.txt", name + " now"))
    print(f"{len(cases)} cases, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))

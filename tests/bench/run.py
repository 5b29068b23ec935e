#!/usr/bin/env python3
"""Measures the compiler on fixed inputs and prints the tables of README.md.

    tests/bench/run.py [--build build] [--rounds 7] [--cases sample-cold,sample-warm,novel,long] [--update]

Rounds take all cases in turn, and the floor right after the build that it is compared with, so that a slow minute of
the machine falls on both. One more round before them warms the page cache and is not counted.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CASES = {"sample-cold": "sample", "sample-warm": "sample", "novel": "novel", "long": "long"}
TITLES = {"sample-cold": "sample, cold photo cache", "sample-warm": "sample, warm photo cache",
          "novel": "prose, A5", "long": "report, A4, with contents"}
MARKS = ("<!-- figures: run.py --update -->", "<!-- end of figures -->")


def run(command, environment, log):
    """Wall seconds, user + system seconds, peak bytes of one process; its words go to `log`."""
    with open(log, "wb") as out:
        actions = [(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, out.fileno(), 2)]
        begin = time.perf_counter()
        child = os.posix_spawn(command[0], command, environment, file_actions=actions)
        _, status, usage = os.wait4(child, 0)
        wall = time.perf_counter() - begin
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{' '.join(command)}:\n{pathlib.Path(log).read_text(errors='replace')[-3000:]}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def touch_memory(size=512 << 20):
    """A virtual machine may give memory back to its host, which then takes milliseconds for every first touch: more than the
    compiler needs for the page that it sets there. What another process touched just before is there still."""
    subprocess.run([sys.executable, "-c", f"b'1' * {size}"], check=True)


def stages_of(log):
    """Seconds per stage from what --timings prints: a name, then a number with its unit, on each line."""
    stages = {}
    for line in pathlib.Path(log).read_text(encoding="utf-8").splitlines():
        match = re.fullmatch(r"\s*([\w() -]+?)[ :\t]+([\d.]+)\s*(ms|s)\b.*", line)
        if match:
            stages[match.group(1)] = float(match.group(2)) / (1000 if match.group(3) == "ms" else 1)
    return stages


def page_contents(pdf, out):
    """The content streams of all pages, inflated by qpdf, each after its length. Gives the number of pages."""
    qdf = subprocess.run(["qpdf", "--qdf", "--no-warn", str(pdf), "-"], stdout=subprocess.PIPE, check=True).stdout
    pages = 0
    with open(out, "wb") as file:
        at = 0
        while (at := qdf.find(b"%% Contents for page ", at)) >= 0:
            begin = qdf.index(b"stream\n", at) + len(b"stream\n")
            end = qdf.index(b"\nendstream\nendobj", begin)
            file.write((end - begin).to_bytes(4, "little") + qdf[begin:end])
            pages += 1
            at = end
    return pages


class Case:
    def __init__(self, name, work, arguments):
        self.name = name
        self.plan = work / CASES[name]
        self.cache = work / "cache"
        self.output = work / "output" / name
        self.log = work / f"{name}.log"
        self.contents = work / f"{name}.contents"
        self.kumihan = str(arguments.build / "kumihan")
        self.floor_program = str(arguments.build / "tests/bench/floor")
        self.jobs = arguments.jobs
        self.pages = 0
        self.times, self.floors, self.stages = [], [], []
        if not self.plan.exists():
            subprocess.run([sys.executable, HERE / "make_plan.py", CASES[name], self.plan], check=True)
        self.output.mkdir(parents=True)

    @property
    def prose(self):
        return (self.plan / "text.txt").exists()

    def build(self, count):
        if self.name == "sample-cold":
            shutil.rmtree(self.cache, ignore_errors=True)
        command = [self.kumihan, "build", str(self.plan), f"--output={self.output}", f"--cache={self.cache}", "--timings"]
        if self.jobs:
            command.append(f"--jobs={self.jobs}")
        touch_memory()
        measured = run(command, dict(os.environ, LANG="C.UTF-8"), self.log)
        if count:
            self.times.append(measured)
            self.stages.append(stages_of(self.log))

    def floor(self, count):
        if not self.pages:
            self.pages = page_contents(next(self.output.glob("*.pdf")), self.contents)
        if not self.prose:
            return
        printed = subprocess.run([self.floor_program, self.plan / "text.txt", self.contents, ROOT / "fonts"], check=True,
                                 stdout=subprocess.PIPE).stdout
        if count:
            self.floors.append(json.loads(printed))

    def median(self, index):
        return statistics.median(measured[index] for measured in self.times)

    def floor_median(self, key):
        return statistics.median(floor[key] for floor in self.floors)

    # Of the pairs that ran one after the other, not of the medians.
    def ratio(self):
        return statistics.median(t[0] / f["total"] for t, f in zip(self.times, self.floors))

    def work_ratio(self):
        return statistics.median(t[1] / f["running"] for t, f in zip(self.times, self.floors))


def goals(case):
    """What issue 2 asks for, and whether it is kept."""
    out = []
    if case.prose:
        out.append(("≤ 2.5 × floor", case.ratio() <= 2.5))
    if case.name == "sample-warm":
        out.append(("≤ 0.25 s", case.median(0) <= 0.25))
    if case.name == "novel":
        out.append(("≤ 150 MB", max(t[2] for t in case.times) <= 150e6))
    return ", ".join(f"{words}: {'kept' if kept else 'missed'}" for words, kept in out) or "–"


def tables(cases):
    lines = ["| case | pages | time | user + system | peak memory | pages/s | floor | time / floor | work / floor | goals |",
             "|---|--:|--:|--:|--:|--:|--:|--:|--:|---|"]
    for case in cases:
        floor = f"{case.floor_median('total') * 1000:.1f} ms | {case.ratio():.2f} | {case.work_ratio():.2f}" if case.floors else "– | – | –"
        wall = case.median(0)
        lines.append(f"| {TITLES[case.name]} | {case.pages:,} | {wall * 1000:.0f} ms | {case.median(1) * 1000:.0f} ms "
                     f"| {max(t[2] for t in case.times) / 1e6:.0f} MB | {case.pages / wall:,.0f} | {floor} | {goals(case)} |")

    names = list(dict.fromkeys(name for case in cases for stages in case.stages for name in stages))
    lines += ["", "Milliseconds per stage (wall, median):", "", "| stage | " + " | ".join(TITLES[c.name] for c in cases) + " |",
              "|---|" + "--:|" * len(cases)]
    for name in names:
        cells = [[stages[name] for stages in case.stages if name in stages] for case in cases]
        lines.append(f"| {name} | " + " | ".join(f"{statistics.median(c) * 1000:.1f}" if c else "–" for c in cells) + " |")

    prose = [case for case in cases if case.floors]
    if prose:
        lines += ["", "The floor, in milliseconds (one thread):", "", "| part | " + " | ".join(TITLES[c.name] for c in prose) + " |",
                  "|---|" + "--:|" * len(prose)]
        sizes = {"shape": ("glyphs", "{:,} glyphs"), "subset": ("subset_bytes", "{:,} bytes"), "deflate": ("content_bytes", "{:,} bytes")}
        for part, (size, form) in sizes.items():
            cells = (f"{c.floor_median(part) * 1000:.1f} ({form.format(c.floors[0][size])})" for c in prose)
            lines.append(f"| {part} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def update(text):
    readme = HERE / "README.md"
    before, _, rest = readme.read_text(encoding="utf-8").partition(MARKS[0])
    after = rest.partition(MARKS[1])[2]
    readme.write_text(f"{before}{MARKS[0]}\n{text}\n{MARKS[1]}{after}", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build", help="CMake's folder (KUMIHAN_BENCH=ON)")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--cases", default=",".join(CASES), help="names, with commas between")
    parser.add_argument("--jobs", type=int, default=0, help="threads of the compiler; 0: its own choice")
    parser.add_argument("--update", action="store_true", help="write the tables into README.md")
    arguments = parser.parse_args()
    arguments.build = arguments.build.resolve()
    unknown = set(arguments.cases.split(",")) - set(CASES)
    if unknown:
        parser.error(f"no such case: {', '.join(sorted(unknown))}")

    with tempfile.TemporaryDirectory(prefix="kumihan-bench-") as folder:
        cases = [Case(name, pathlib.Path(folder), arguments) for name in arguments.cases.split(",")]
        for round_number in range(arguments.rounds + 1):
            for case in cases:
                case.build(round_number > 0)
                case.floor(round_number > 0)
        text = tables(cases)
    print(text)
    if arguments.update:
        update(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())

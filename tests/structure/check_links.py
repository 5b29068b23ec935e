#!/usr/bin/env python3
"""Every library of a stage says whose functions it calls: what it leaves undefined is defined in a library of its USES.
A linker that happens to meet the archives in a lucky order hides what is missing.

    check_links.py SOURCES BUILD
"""

import collections
import pathlib
import re
import subprocess
import sys


def symbols(archive: pathlib.Path) -> tuple[set[str], set[str]]:
    """Those it defines for others, and those it needs."""
    defined, needed = set(), set()
    listing = subprocess.run(["nm", "--format=posix", archive], check=True, capture_output=True, text=True).stdout
    for line in listing.splitlines():
        fields = line.split()
        if len(fields) < 2 or len(fields[1]) != 1:
            continue
        name, kind = fields[0], fields[1]
        if kind in "Uv":
            needed.add(name)
        elif kind.isupper() or kind in "uw":
            defined.add(name)
    return defined, needed - defined


def main(sources: pathlib.Path, build: pathlib.Path) -> int:
    uses = {}
    for lists in sources.glob("*/CMakeLists.txt"):
        stage = lists.parent.name
        found = re.search(r"\bUSES\s+([^)]*)\)", lists.read_text(encoding="utf-8"))
        words = re.split(r"\bLIBRARIES\b", found.group(1))[0].split() if found else []
        uses[stage] = set(words)
    archives = {path.parent.name: path for path in build.glob("*/libkumihan_*.a") if path.parent.name in uses}
    if len(archives) < 15:
        print(f"only {len(archives)} libraries in {build}")
        return 1
    defined, needed = {}, {}
    for stage, path in archives.items():
        defined[stage], needed[stage] = symbols(path)
    homes = collections.defaultdict(set)
    for stage, names in defined.items():
        for name in names:
            homes[name].add(stage)
    bad = []
    for stage in sorted(archives):
        reached, todo = {stage}, [stage]
        while todo:
            for other in uses[todo.pop()] - reached:
                reached.add(other)
                todo.append(other)
        for name in sorted(needed[stage]):
            if homes[name] and not homes[name] & reached:
                bad.append(f"{stage} calls {name} of {', '.join(sorted(homes[name]))}, which is not among its USES")
    for line in bad:
        print(line)
    print(f"{len(bad)} calls of libraries that are not named")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])))

#!/usr/bin/env python3
"""The walls between the stages: a file includes its own folder and folders before it in the order of src/README.md,
and each third party is met only where it belongs."""

import pathlib
import re
import sys

ORDER = ["base", "source", "diag", "yaml", "document", "spec", "style", "text", "font", "image", "shape", "para", "line",
         "flow", "page", "pdf", "dump", "driver", "start", "cli"]
# pdf and dump stand side by side: neither may include the other.
SIDE_BY_SIDE = [{"pdf", "dump"}]
THIRD_PARTIES = {
    r"yaml-cpp/": {"yaml"},
    r"hb(-[a-z]+)?\.h|ft2build\.h|freetype/": {"font", "shape", "pdf"},
    r"hpdf[a-z_]*\.h": {"pdf"},
    r"vips/": {"image"},
    r"CLI/": {"cli"},
    r"hyphen\.h": {"para"},
    r"unicode/": {"source", "document", "shape", "para", "text"},
}


def main(root: pathlib.Path) -> int:
    bad = []
    haru_files = set()
    vips_files = set()
    hyphen_files = set()
    for file in sorted(root.rglob("*")):
        if file.suffix not in {".h", ".cpp", ".inc"}:
            continue
        stage = file.relative_to(root).parts[0]
        if stage not in ORDER:
            bad.append(f"{file}: folder {stage} is not in the order")
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
            if not match:
                continue
            target = match.group(2)
            where = f"{file.relative_to(root)}:{number}"
            if match.group(1) == '"':
                other = target.split("/")[0]
                if other not in ORDER or "/" not in target:
                    bad.append(f"{where}: \"{target}\" does not name a stage's folder")
                elif ORDER.index(other) > ORDER.index(stage):
                    bad.append(f"{where}: {stage} must not include {other}")
                elif any({stage, other} == pair for pair in SIDE_BY_SIDE):
                    bad.append(f"{where}: {stage} and {other} must not see each other")
                elif not (root / target).exists():
                    bad.append(f"{where}: {target} does not exist")
                continue
            for pattern, allowed in THIRD_PARTIES.items():
                if re.match(pattern, target) and stage not in allowed:
                    bad.append(f"{where}: <{target}> belongs to {', '.join(sorted(allowed))}")
            if re.match(r"hpdf", target):
                haru_files.add(file.name)
            if re.match(r"vips/", target):
                vips_files.add(file.name)
            if target == "hyphen.h":
                hyphen_files.add(file.name)
    if len(haru_files) > 1:
        bad.append(f"libharu is met in more than one file: {sorted(haru_files)}")
    if len(vips_files) > 1:
        bad.append(f"libvips is met in more than one file: {sorted(vips_files)}")
    if len(hyphen_files) > 1:
        bad.append(f"libhyphen is met in more than one file: {sorted(hyphen_files)}")
    for line in bad:
        print(line)
    print(f"{len(bad)} breaches of the include order")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))

#!/usr/bin/env python3
"""Makes names-serif.otf and names-sans.otf: kanji shapes of personal and place names.

Input:  the Noto CJK collections of Debian 12 (packages fonts-noto-cjk and fonts-noto-cjk-extra,
        1:20220127+repack1-1) and the BIZ UD files in this folder.
Output: two small OpenType fonts that hold every kanji of which BIZ UD lacks a variant
        (an ideographic variation sequence that changes the glyph), plus U+20BB7 (the "upper earth" yoshi).
Invariant: the same inputs and the same tools give the same bytes. The committed files were made with
        Debian 12 (bookworm): hb-subset (HarfBuzz) 6.0.0, fontTools 4.38.0.

Run it so on Debian 12:
    apt-get install fonts-noto-cjk fonts-noto-cjk-extra libharfbuzz-bin python3-fonttools
    fonts/make-name-subsets.py            # writes beside itself
    fonts/make-name-subsets.py --check    # makes them again elsewhere and compares
Without installing the big packages: `apt-get download` them, unpack with `dpkg -x FILE FOLDER`, and give
--noto-folder FOLDER/usr/share/fonts/opentype/noto.
"""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile

from fontTools.ttLib import TTFont, newTable

# U+E0100..U+E01EF select a variant of the kanji before them (VS17..VS256).
SELECTORS = range(0xE0100, 0xE01F0)
# Part of the surname Yoshida as many people write it; no BIZ UD file has it.
EXTRA_BASES = {0x20BB7}
JAPANESE_FACE = 0

RECIPES = (
    {
        "output": "names-serif.otf",
        "noto": "NotoSerifCJK-Medium.ttc",
        "noto_sha256": "2634efc3fc7e92496adffe7f454164e0eb7491b92eb2eaa3e3bd0cfcfa203c19",
        "body": "BIZUDMincho_400Regular.ttf",
        "family": "Kumihan Names Serif",
        "style": "Medium",
        "origin": "Noto Serif CJK JP Medium 2.001",
    },
    {
        "output": "names-sans.otf",
        "noto": "NotoSansCJK-Regular.ttc",
        "noto_sha256": "b76b0433203017ca80401b2ee0dd69350349871c4b19d504c34dbdd80541690a",
        "body": "BIZUDGothic_400Regular.ttf",
        "family": "Kumihan Names Sans",
        "style": "Regular",
        "origin": "Noto Sans CJK JP Regular 2.004",
    },
)


def variation_sequences(font):
    """(base, selector) -> glyph name, or None where the sequence shows the base's own glyph."""
    result = {}
    for table in font["cmap"].tables:
        if table.format != 14:
            continue
        for selector, entries in table.uvsDict.items():
            for base, glyph in entries:
                result[base, selector] = glyph
    return result


def wanted_sequences(noto, body):
    """Sequences that change the glyph in Noto and that the body face does not know at all."""
    characters = noto.getBestCmap()
    known = variation_sequences(body)
    return {
        (base, selector)
        for (base, selector), glyph in variation_sequences(noto).items()
        if selector in SELECTORS
        and glyph is not None
        and glyph != characters.get(base)
        and (base, selector) not in known
    }


def rename(font, recipe, licence_names):
    """The licence asks modified versions to be marked; "Noto" is a trademark and must not stay."""
    family, style, origin = recipe["family"], recipe["style"], recipe["origin"]
    postscript = family.replace(" ", "") + "-" + style
    full = family if style == "Regular" else f"{family} {style}"
    copyright_line = licence_names[0]
    texts = {
        0: copyright_line,
        1: full,
        2: "Regular",
        3: f"{postscript};modified subset of {origin}",
        4: full,
        5: f"{licence_names[5]}; modified subset",
        6: postscript,
        8: licence_names[8],
        9: licence_names[9],
        10: f"Modified Version: a subset of {origin}, renamed. Made by fonts/make-name-subsets.py of Kumihan.",
        13: licence_names[13],
        14: licence_names[14],
    }
    if style != "Regular":
        texts[16] = family
        texts[17] = style
    names = newTable("name")
    names.names = []
    for number, text in texts.items():
        names.setName(text, number, 3, 1, 0x409)
    font["name"] = names

    compact = font["CFF "].cff
    old = compact.fontNames[0]
    compact.fontNames = [postscript]
    top = compact[0]
    top.FullName = full
    top.FamilyName = family
    top.Notice = f"{copyright_line} Modified Version: a subset of {origin}, renamed."
    for part in top.FDArray:
        part.FontName = part.FontName.replace(old, postscript)
    font["OS/2"].achVendID = "NONE"


def make(recipe, noto_folder, body_folder, output_folder):
    """Writes one font; returns (path, sequences it adds)."""
    noto_path = os.path.join(noto_folder, recipe["noto"])
    with open(noto_path, "rb") as stream:
        digest = hashlib.sha256(stream.read()).hexdigest()
    if digest != recipe["noto_sha256"]:
        print(f"note: {recipe['noto']} is not the version of Debian 12; the result will differ", file=sys.stderr)

    noto = TTFont(noto_path, fontNumber=JAPANESE_FACE, lazy=True)
    body = TTFont(os.path.join(body_folder, recipe["body"]), lazy=True)
    wanted = wanted_sequences(noto, body)
    bases = {base for base, _ in wanted} | EXTRA_BASES
    licence_names = {n: noto["name"].getDebugName(n) for n in (0, 5, 8, 9, 13, 14)}

    output_path = os.path.join(output_folder, recipe["output"])
    with tempfile.TemporaryDirectory() as scratch:
        list_path = os.path.join(scratch, "unicodes.txt")
        cut_path = os.path.join(scratch, "cut.otf")
        with open(list_path, "w", encoding="ascii") as stream:
            for code in sorted(bases) + list(SELECTORS):
                stream.write(f"{code:04X}\n")
        subprocess.run(
            [
                "hb-subset",
                f"--font-file={noto_path}",
                f"--face-index={JAPANESE_FACE}",
                f"--unicodes-file={list_path}",
                "--layout-features=vert",
                "--no-hinting",
                "--desubroutinize",
                f"--output-file={cut_path}",
            ],
            check=True,
        )
        font = TTFont(cut_path, recalcTimestamp=False, recalcBBoxes=False)
        rename(font, recipe, licence_names)
        font.save(output_path, reorderTables=None)

    made = TTFont(output_path)
    missing = wanted - set(variation_sequences(made))
    lost = {base for base in bases if base not in made.getBestCmap()}
    if missing or lost:
        sys.exit(f"{recipe['output']}: {len(missing)} sequences and {len(lost)} characters were lost")
    return output_path, len(wanted)


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description="Makes the two fonts of kanji variants used in names.")
    parser.add_argument("--noto-folder", default="/usr/share/fonts/opentype/noto", help="folder of the Noto CJK .ttc files")
    parser.add_argument("--output", default=here, help="folder to write to (default: beside this script)")
    parser.add_argument("--check", action="store_true", help="write nothing; say whether the files here come out again")
    arguments = parser.parse_args()

    different = 0
    with tempfile.TemporaryDirectory() as scratch:
        for recipe in RECIPES:
            folder = scratch if arguments.check else arguments.output
            path, count = make(recipe, arguments.noto_folder, here, folder)
            with open(path, "rb") as stream:
                data = stream.read()
            line = f"{recipe['output']}: {len(data)} bytes, {count} variation sequences, sha256 {hashlib.sha256(data).hexdigest()}"
            if arguments.check:
                with open(os.path.join(here, recipe["output"]), "rb") as stream:
                    same = stream.read() == data
                different += not same
                line += ", identical" if same else ", DIFFERENT"
            print(line)
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())

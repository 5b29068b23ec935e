"""Draws the illustrations of the sample report.

usage: python3 draw.py [--out FOLDER] [--list] [NAME ...]
Without names, all pictures are drawn. Needs rsvg-convert, ImageMagick and the BIZ UDGothic font.
"""

import argparse
import os
import sys
import tempfile

from canvas import Canvas
from press import font_environment, press
from scenes import SCENES

HERE = os.path.dirname(os.path.abspath(__file__))
MARK = "見本図版"


def mark(c):
    """The small sign that tells that this is a sample picture and no photo."""
    size = 21
    x, y = c.w - 24, c.h - 24
    width = size * (len(MARK) + 0.9)
    c.rect(x - width, y - size * 1.2, width, size * 1.62, "#161f33", rx=size * 0.3, op=0.42)
    c.text(x - width / 2, y - size * 0.05, size, MARK, "#f8f4ea", bold=False, op=0.95)


def main():
    parser = argparse.ArgumentParser(description="Draws the illustrations of the sample report.")
    parser.add_argument("--out", default=os.path.join(HERE, "..", "photos"))
    parser.add_argument("--fonts", default=os.path.join(HERE, "..", "..", "fonts"))
    parser.add_argument("--list", action="store_true", help="list names and sizes, draw nothing")
    parser.add_argument("names", nargs="*")
    args = parser.parse_args()
    unknown = [name for name in args.names if name not in SCENES]
    if unknown:
        sys.exit("unknown picture: " + ", ".join(unknown))
    if args.list:
        for name, (width, height, _, _) in SCENES.items():
            print("%s.jpg %dx%d" % (name, width, height))
        return
    os.makedirs(args.out, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        env = font_environment(work, os.path.abspath(args.fonts))
        for i, name in enumerate(args.names or SCENES):
            width, height, view, scene = SCENES[name]
            c = Canvas(view[0], view[1], name)
            scene(c)
            mark(c)
            target = os.path.join(args.out, name + ".jpg")
            quality = press(c.svg(), target, width, height, work, env)
            print("%-20s %dx%d  %4d KB  q%d" % (
                name, width, height, os.path.getsize(target) // 1024, quality), flush=True)


if __name__ == "__main__":
    main()

"""From an SVG scene to a JPEG with the look of a print.

Input: SVG text, size in pixels. Output: a JPEG file without metadata. The steps are a slight
wobble of all edges (a hand-cut block is never quite straight), paper grain, a faint mottling of the
ink, then JPEG. The noise comes from a seeded generator, so the same scene gives the same file with
the same versions of rsvg-convert and ImageMagick.
"""

import os
import random
import subprocess

QUALITY = 86
MAX_BYTES = 300 * 1024
MAX_BYTES_HERO = 440 * 1024


def _noise(path, width, height, seed):
    with open(path, "wb") as out:
        out.write(b"P5\n%d %d\n255\n" % (width, height))
        out.write(random.Random(seed).randbytes(width * height))


def _run(*command, env=None):
    subprocess.run([str(part) for part in command], check=True, env=env)


def font_environment(work, font_folder):
    """A fontconfig set-up that sees the fonts of this project first, then those of the system."""
    config = os.path.join(work, "fonts.conf")
    with open(config, "w", encoding="utf-8") as out:
        out.write('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>')
        out.write("<dir>%s</dir><dir>/usr/share/fonts</dir>" % font_folder)
        out.write("<cachedir>%s</cachedir></fontconfig>" % os.path.join(work, "font-cache"))
    return dict(os.environ, FONTCONFIG_FILE=config)


def plates(work, width, height):
    """The wobble and grain plates for one size; made once and kept in the work folder."""
    wobble = os.path.join(work, "wobble-%dx%d.png" % (width, height))
    grain = os.path.join(work, "grain-%dx%d.png" % (width, height))
    if not os.path.exists(grain):
        raw = os.path.join(work, "noise.pgm")
        _noise(raw, width // 8, height // 8, 3)
        _run("convert", raw, "-blur", "0x1.1", "-resize", "%dx%d!" % (width, height),
             "-normalize", wobble)
        _noise(raw, width, height, 5)
        fine = os.path.join(work, "fine.png")
        _run("convert", raw, "-blur", "0x%.2f" % (width / 1600), "-normalize", "-level",
             "-250%,350%", fine)
        _noise(raw, width // 16, height // 16, 7)
        _run("convert", fine, "(", raw, "-blur", "0x2", "-resize", "%dx%d!" % (width, height),
             "-normalize", "-level", "-110%,210%", ")", "-compose", "overlay", "-composite", grain)
    return wobble, grain


def press(svg, target, width, height, work, env):
    """Renders, prints and packs one picture; lowers the JPEG quality only if the size demands it."""
    source = os.path.join(work, "scene.svg")
    plain = os.path.join(work, "scene.png")
    with open(source, "w", encoding="utf-8") as out:
        out.write(svg)
    _run("rsvg-convert", "--unlimited", "-w", width, "-h", height, source, "-o", plain, env=env)
    wobble, grain = plates(work, width, height)
    pressed = os.path.join(work, "pressed.mpc")
    _run("convert", plain, "-background", "white", "-alpha", "remove", "-alpha", "off", wobble,
         "-define", "compose:args=3x3", "-compose", "displace", "-composite", grain,
         "-compose", "softlight", "-composite", "-modulate", "101,90", pressed)
    limit = MAX_BYTES_HERO if width > 2400 else MAX_BYTES
    for quality in range(QUALITY, 60, -3):
        _run("convert", pressed, "-strip", "-sampling-factor", "4:2:0", "-interlace", "none",
             "-define", "jpeg:optimize-coding=true", "-units", "PixelsPerInch", "-density", "300",
             "-quality", quality, target)
        if os.path.getsize(target) <= limit:
            return quality
    return quality

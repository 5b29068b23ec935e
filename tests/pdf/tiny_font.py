"""A name-keyed CFF font of four glyphs, built from the specifications (Adobe TN 5176 and 5177, OpenType 1.9).

A is a filled square, B an upright bar, C a lying bar; units per em 1000, all advances 1000.
"""
import struct


def index(items):
    if not items:
        return struct.pack(">H", 0)
    offsets, at = [], 1
    for item in items:
        offsets.append(at)
        at += len(item)
    offsets.append(at)
    return struct.pack(">HB", len(items), 2) + b"".join(struct.pack(">H", o) for o in offsets) + b"".join(items)


def number(value):
    return struct.pack(">Bh", 28, value)


def rectangle(x, y, width, height):
    # width of the glyph is the default; rmoveto, hlineto (alternating), endchar
    return (number(x) + number(y) + bytes([21]) + number(width) + number(height) + number(-width) + bytes([6])
            + bytes([14]))


def cff():
    header = bytes([1, 0, 4, 2])
    names = index([b"TinyNamed"])
    strings = index([])
    subrs = index([])
    charset = bytes([0]) + struct.pack(">HHH", 34, 35, 36)  # SIDs of A, B, C
    glyphs = index([bytes([14]), rectangle(100, 0, 800, 800), rectangle(100, 0, 100, 800), rectangle(100, 0, 800, 100)])
    private = number(1000) + bytes([20]) + number(0) + bytes([21])  # defaultWidthX, nominalWidthX

    def top(charset_at, glyphs_at, private_at):
        def offset(value):
            return struct.pack(">Bi", 29, value)
        return index([offset(charset_at) + bytes([15]) + offset(glyphs_at) + bytes([17])
                      + offset(len(private)) + offset(private_at) + bytes([18])])
    start = len(header) + len(names) + len(top(0, 0, 0)) + len(strings) + len(subrs)
    dict_ = top(start, start + len(charset), start + len(charset) + len(glyphs))
    return header + names + dict_ + strings + subrs + charset + glyphs + private


def font():
    count = 4
    tables = {
        b"CFF ": cff(),
        b"OS/2": struct.pack(">HhHHH11h10B4I4sHHHhhhHH2IhhHHH", 4, 1000, 400, 5, 0, *([0] * 11), *([0] * 10), 0, 0, 0, 0,
                             b"TEST", 64, 65, 67, 800, -200, 0, 800, 200, 0, 0, 500, 800, 0, 32, 0),
        b"cmap": struct.pack(">HHHHI", 0, 1, 3, 1, 12)
        + struct.pack(">HHHHHHHHHHHHhhHH", 4, 32, 0, 4, 4, 1, 0, 67, 0xFFFF, 0, 65, 0xFFFF, -64, 1, 0, 0),
        b"head": struct.pack(">IIIIHHqqhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 3, 1000, 0, 0, 0, -200, 1000, 800, 0,
                             8, 2, 0, 0),
        b"hhea": struct.pack(">IhhhHhhhhhhhhhhhH", 0x10000, 800, -200, 0, 1000, 0, 0, 900, 1, 0, 0, 0, 0, 0, 0, 0, count),
        b"hmtx": struct.pack(">Hh", 1000, 100) * count,
        b"maxp": struct.pack(">IH", 0x5000, count),
        b"name": struct.pack(">HHH6H", 0, 1, 18, 3, 1, 0x409, 6, 18, 0) + "TinyNamed".encode("utf-16-be"),
        b"post": struct.pack(">IIhhIIIII", 0x30000, 0, -100, 50, 0, 0, 0, 0, 0),
    }
    out = b"OTTO" + struct.pack(">HHHH", len(tables), 128, 3, len(tables) * 16 - 128)
    at, bodies = 12 + 16 * len(tables), b""
    for tag in sorted(tables):
        body = tables[tag]
        padded = body + b"\0" * (-len(body) % 4)
        checksum = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        out += tag + struct.pack(">III", checksum, at, len(body))
        bodies += padded
        at += len(padded)
    return out + bodies

"""Photos: what a phone, a mail program or a malicious sender makes of them. Every one must be named with the line of
the chapter that asks for it; with --draft the report is still built.

The chapter is `kind, title, figures, - file`, so the photo stands in line 4.
"""

import os
import struct
import zlib

from harness import Case, usual_plan

DONE, SOURCES = 0, 1


def chapter(file):
    return f'kind: text\ntitle: 章\nfigures:\n  - file: "{file}"\n    id: f\n    alt: 試験\nbody: |\n  [図:f]\n'


def png(width, height, rows=b""):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def good_png(size=64):
    return png(size, size, (b"\0" + b"\x80\x90\xa0" * size) * size)


def jpeg_head(width, height):
    """A JPEG as far as its frame header: what a copy that broke off at once leaves."""
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    table = b"\0" + bytes([1] * 64)
    return (b"\xff\xd8" + b"\xff\xdb" + struct.pack(">H", 2 + len(table)) + table +
            b"\xff\xc0" + struct.pack(">H", 2 + len(frame)) + frame)


def webp_head(width, height):
    data = struct.pack("<I", 0x10)[:1] + b"\0\0\0" + struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]
    chunk = b"VP8X" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", 4 + len(chunk)) + b"WEBP" + chunk


def sparse(path):  # 4 GB that take no room on the disk
    with open(path, "wb") as file:
        file.write(b"\xff\xd8\xff\xe0")
        file.truncate(4 << 30)


def pair(name, problem, content, file="p.jpg"):
    """The same photo twice: refused, and with --draft the report built all the same."""
    files = {"a.yaml": chapter(file)}
    if content is not None:
        files[file] = content
    severity, code = problem
    place = (severity, code, "a.yaml", 4)
    draft = ("warning", code, "a.yaml", 4)
    return [Case(name, SOURCES if severity == "error" else DONE, place, files=files),
            Case(name + ", draft", DONE, draft, files=files, arguments=("--draft",))]


CASES = [case for two in [
    pair("no photo", ("error", "K0701"), None),
    pair("empty photo", ("error", "K0704"), b""),
    pair("text named .jpg", ("error", "K0710"), "これは写真ではありません。\n" * 100),
    pair("noise named .jpg", ("error", "K0707"), bytes(range(256)) * 100),
    pair("PDF named .jpg", ("error", "K0710"), b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"),
    pair("folder as photo", ("error", "K0712"), lambda path: path.mkdir()),
    pair("pipe as photo", ("error", "K0712"), os.mkfifo),
    pair("JPEG cut in its header", ("error", "K0703"), jpeg_head(640, 480)[:40]),
    pair("JPEG without picture data", ("error", "K0703"), jpeg_head(640, 480)),
    pair("PNG of 60000 × 60000", ("error", "K0705"), png(60_000, 60_000), "p.png"),
    pair("JPEG of 65500 × 65500", ("error", "K0705"), jpeg_head(65_500, 65_500) + b"\xff\xda\0\x08\x01\x01\0\0\x3f\0" +
         b"\0" * 1000 + b"\xff\xd9"),
    # More than the 2^31 - 1 that PNG allows is no PNG.
    pair("PNG of 4294967295 × 4294967295", ("error", "K0705"), png(2**32 - 1, 2**32 - 1), "p.png"),
    pair("PNG without rows", ("error", "K0702"), png(100, 100), "p.png"),
    pair("PNG misnamed", ("warning", "K0706"), good_png()),
    pair("photo of 4 GB", ("error", "K0714"), sparse),
] for case in two] + [
    Case("device as photo", SOURCES, ("error", "K0105", "a.yaml", 4), files={"a.yaml": chapter("/dev/zero")}),
    Case("device as photo in an allowed folder", SOURCES, ("error", "K0712", "a.yaml", 4),
         plan=usual_plan(["a.yaml"], ["/dev"]), files={"a.yaml": chapter("/dev/zero")}),
    Case("photo linked out of the plan", SOURCES, ("error", "K0105", "a.yaml", 4),
         files={"a.yaml": chapter("p.jpg"), "p.jpg": lambda path: os.symlink("/etc/passwd", path)}),
    Case("photo upwards", SOURCES, ("error", "K0105", "a.yaml", 4), files={"a.yaml": chapter("../../etc/passwd")}),
    Case("photo upwards is no placeholder", SOURCES, ("error", "K0105", "a.yaml", 4),
         files={"a.yaml": chapter("../../etc/passwd")}, arguments=("--draft",)),
    Case("WebP of 16384 × 16384", SOURCES, files={"a.yaml": chapter("p.webp"), "p.webp": webp_head(16_384, 16_384)}),
    Case("2,000 missing photos", SOURCES, ("error", "K0701", "a.yaml", 4),
         files={"a.yaml": "kind: text\ntitle: 章\nfigures:\n" + "".join(
             f"  - file: p{n}.jpg\n    alt: 試験\n" for n in range(2000)) + "body: 雪\n"}),
]

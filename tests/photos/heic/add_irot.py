"""Adds a rotation property (irot, ISO/IEC 23008-12 6.5.10) to the first item of a small HEIC file, as phones write it.

usage: add_irot.py IN OUT QUARTERS   (quarters of a turn, anticlockwise)
"""
import struct
import sys


def boxes(data, begin, end):
    while begin < end:
        size, kind = struct.unpack_from(">I4s", data, begin)
        yield kind, begin, begin + size
        begin += size


def find(data, begin, end, kind):
    return next((b, e) for k, b, e in boxes(data, begin, end) if k == kind)


def grow(data, begin, by):
    struct.pack_into(">I", data, begin, struct.unpack_from(">I", data, begin)[0] + by)


def main(source, target, quarters):
    data = bytearray(open(source, "rb").read())
    meta, meta_end = find(data, 0, len(data), b"meta")
    iprp, iprp_end = find(data, meta + 12, meta_end, b"iprp")
    ipco, ipco_end = find(data, iprp + 8, iprp_end, b"ipco")
    ipma, ipma_end = find(data, iprp + 8, iprp_end, b"ipma")
    iloc, _ = find(data, meta + 12, meta_end, b"iloc")

    # ipma of version 0, flags 0: entry count 4, then item id 2, association count 1, associations of 1 byte
    assert data[ipma + 8:ipma + 12] == b"\0\0\0\0" and struct.unpack_from(">I", data, ipma + 12)[0] >= 1
    properties = sum(1 for _ in boxes(data, ipco + 8, ipco_end))
    count = data[ipma + 18]
    irot = struct.pack(">I4sB", 9, b"irot", quarters)
    added = len(irot) + 1

    # iloc of version 1 (or 0), offsets of 4 bytes, no base: every extent moves with the data behind the meta box
    version = data[iloc + 8]
    sizes = struct.unpack_from(">H", data, iloc + 12)[0]
    offset_size, length_size, base_size, index_size = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15, sizes & 15
    assert offset_size == 4 and version in (0, 1)
    at = iloc + 16
    for _ in range(struct.unpack_from(">H", data, iloc + 14)[0]):
        at += 2 + (2 if version else 0) + 2 + base_size
        extents = struct.unpack_from(">H", data, at)[0]
        at += 2
        for _ in range(extents):
            at += index_size if version else 0
            grow(data, at, added)
            at += offset_size + length_size

    data[ipma + 18] = count + 1
    data.insert(ipma + 19 + count, 0x80 | (properties + 1))  # essential
    grow(data, ipma, 1)
    data[ipco_end:ipco_end] = irot  # ipco stands before ipma, so the insertion above stays right
    grow(data, ipco, len(irot))
    grow(data, iprp, added)
    grow(data, meta, added)
    open(target, "wb").write(data)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))

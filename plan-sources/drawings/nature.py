"""Air, land, water, snow, trees: the things that make depth."""

import math

import palette as p
from canvas import points_d, smooth_d


def sky(c, *stops, bottom=None):
    c.rect(-10, -10, c.w + 20, (bottom or c.h) + 20, c.down(0, bottom or c.h, *stops))


def glow(c, x, y, r, colour=p.GLOW, op=0.8):
    """Light around a lamp."""
    c.circle(x, y, r, c.rad(x, y, r, (0, colour, op), (0.25, colour, op * 0.45), (1, colour, 0)))


def snowfall(c, count, top=0, bottom=None, size=(1.5, 6), colour="#ffffff", op=(0.35, 0.95)):
    """Flakes in three depths; the near ones are larger and softer."""
    bottom = bottom or c.h
    r = c.rng
    for i in range(count):
        depth = r.random() ** 2.2
        radius = size[0] + (size[1] - size[0]) * depth
        c.ellipse(r.uniform(0, c.w), r.uniform(top, bottom), radius, radius * r.uniform(0.9, 1.15),
                  colour, op=op[0] + (op[1] - op[0]) * r.random(), blur=0)
    for i in range(max(4, count // 22)):
        radius = size[1] * r.uniform(1.5, 2.6)
        c.circle(r.uniform(0, c.w), r.uniform(top, bottom), radius, colour, op=0.35, blur=radius * 0.3)


def ridge(c, x0, x1, y, rise, steps, rough=0.5):
    """Points of a skyline by midpoint noise."""
    values = [c.rng.uniform(-1, 1) for _ in range(steps + 1)]
    fine = [c.rng.uniform(-1, 1) for _ in range(steps * 3 + 1)]
    out = []
    for i in range(steps * 3 + 1):
        t = i / 3
        a = int(t)
        f = t - a
        f = f * f * (3 - 2 * f)
        b = min(a + 1, steps)
        v = values[a] * (1 - f) + values[b] * f + fine[i] * 0.18 * rough
        out.append((x0 + (x1 - x0) * i / (steps * 3), y - rise * (0.5 + 0.5 * v)))
    return out


def hills(c, y, rise, steps, fill, bottom, x0=-20, x1=None, rough=0.5, taper=""):
    """A range of hills; taper names the ends ("l", "r") that run out to the level y."""
    pts = ridge(c, x0, x1 if x1 is not None else c.w + 20, y, rise, steps, rough)
    last = len(pts) - 1
    for i, (px, py) in enumerate(pts):
        k = 1.0
        if "l" in taper:
            k *= min(1, i / (last * 0.45))
        if "r" in taper:
            k *= min(1, (last - i) / (last * 0.45))
        pts[i] = (px, y - (y - py) * (k * k * (3 - 2 * k)))
    edge = smooth_d(pts, False)
    c.path(edge + "L%d %dL%d %dZ" % (pts[-1][0], bottom, pts[0][0], bottom), fill)
    return pts


def cloud(c, x, y, w, h, fill, op=1.0, flat=0.5, blur=0):
    """A heaped cloud with a flat base."""
    r = c.rng
    puffs = 6
    pts = [(x - w / 2, y)]
    for i in range(puffs * 2 + 1):
        t = i / (puffs * 2)
        env = math.sin(math.pi * (0.06 + 0.88 * t)) ** 0.8
        bump = (1.0 if i % 2 else 0.78) * r.uniform(0.85, 1.1)
        pts.append((x - w / 2 + w * t, y - h * env * bump))
    pts.append((x + w / 2, y))
    d = smooth_d(pts, False) + "Q%d %d %d %dZ" % (x, y + h * flat * 0.4, x - w / 2, y)
    c.path(d, fill, op=op, blur=blur)


def cumulus(c, x, y, w, h, tones, puffs=90):
    """A towering summer cloud built of puffs, dark below to bright above; y is its base."""
    r = c.rng
    clip = c.clip("M%.0f %.0fH%.0fV%.0fH%.0fZ" % (x - w, y, x + w, y - h * 1.5, x - w))
    with c.group(clip=clip):
        for level, tone in enumerate(tones):
            for i in range(puffs):
                t = r.uniform(-1, 1)
                reach = h * (1 - abs(t) ** 1.5) * (0.8 + 0.2 * math.sin(t * 7 + w))
                py = y - reach * r.random() ** 0.8 * (1 - level * 0.02) - level * h * 0.02
                rr = h * r.uniform(0.08, 0.17) * (1 - level * 0.13)
                shift = -level * h * 0.012
                c.ellipse(x + t * w / 2 + shift, py - (level / len(tones)) * h * 0.05, rr * 1.15, rr, tone, op=0.9)


def streak(c, x, y, w, h, fill, op=1.0, blur=0):
    """A thin lens: a flat cloud, a ripple, a light on water."""
    c.path("M%.1f %.1fQ%.1f %.1f %.1f %.1fQ%.1f %.1f %.1f %.1fZ" % (
        x - w / 2, y, x, y - h, x + w / 2, y, x, y + h, x - w / 2, y), fill, op=op, blur=blur)


def ripples(c, x0, x1, y0, y1, count, colours, op=(0.15, 0.5), near=90, far=14):
    """Horizontal ripples, longer and thicker to the front."""
    r = c.rng
    for i in range(count):
        t = r.random() ** 0.8
        y = y0 + (y1 - y0) * t
        w = (far + (near - far) * t) * r.uniform(0.5, 1.7)
        streak(c, r.uniform(x0, x1), y, w, 0.6 + 2.6 * t, r.choice(colours), r.uniform(*op))


def light_column(c, x, y0, y1, width, colour, op=0.8, count=26):
    """The broken reflection of a lamp on water."""
    r = c.rng
    c.path(points_d([(x - width * 0.25, y0), (x + width * 0.25, y0), (x + width * 0.6, y1),
                     (x - width * 0.6, y1)]),
           c.down(y0, y1, (0, colour, op * 0.4), (1, colour, 0)), blur=width * 0.12)
    for i in range(count):
        t = (i + r.random()) / count
        y = y0 + (y1 - y0) * t
        w = width * (0.5 + 0.9 * t) * r.uniform(0.5, 1.2)
        streak(c, x + r.uniform(-0.22, 0.22) * width * (0.5 + t), y, w, 1.2 + 2.4 * t, colour,
               op * (1 - t) ** 0.9)


def bare_tree(c, x, y, height, colour=p.BARK, snow=None, spread=0.5, depth=6, lean=0.0):
    """A winter tree; snow lies on the upper side of the branches."""
    r = c.rng
    branches = []

    def grow(px, py, angle, length, width, level):
        ex, ey = px + math.cos(angle) * length, py + math.sin(angle) * length
        branches.append((px, py, ex, ey, width))
        if level == 0 or width < 0.7:
            return
        kids = 2 if level < depth else 3
        for k in range(kids):
            turn = (k - (kids - 1) / 2) * spread * r.uniform(0.8, 1.3) + r.uniform(-0.14, 0.14)
            grow(ex, ey, angle + turn, length * r.uniform(0.66, 0.84), width * 0.66, level - 1)

    grow(x, y, -math.pi / 2 + lean, height * 0.29, height * 0.036, depth)
    for px, py, ex, ey, w in branches:
        c.limb([(px, py), (ex, ey)], [w * 0.5, w * 0.36], colour)
    if snow:
        for px, py, ex, ey, w in branches:
            if abs(ex - px) > abs(ey - py) * 0.35:
                c.line([(px, py - w * 0.45), (ex, ey - w * 0.4)], snow, max(0.9, w * 0.42))


def conifer(c, x, y, height, colour=p.FOREST, snow=None, tiers=6):
    r = c.rng
    c.rect(x - height * 0.02, y - height * 0.12, height * 0.04, height * 0.12, p.BARK)
    for i in range(tiers):
        t = i / tiers
        base = y - height * (0.08 + 0.72 * t)
        top = base - height * (0.34 - 0.08 * t)
        half = height * 0.25 * (1 - t * 0.82) * r.uniform(0.92, 1.08)
        d = "M%.1f %.1fQ%.1f %.1f %.1f %.1fQ%.1f %.1f %.1f %.1fQ%.1f %.1f %.1f %.1fZ" % (
            x, top, x - half * 0.35, base - height * 0.08, x - half, base,
            x, base + height * 0.045, x + half, base, x + half * 0.35, base - height * 0.08, x, top)
        c.path(d, c.across(x - half, x + half, p.light(colour, 0.12), p.dark(colour, 0.25)))
        if snow:
            c.path("M%.1f %.1fQ%.1f %.1f %.1f %.1fQ%.1f %.1f %.1f %.1fQ%.1f %.1f %.1f %.1fZ" % (
                x, top, x - half * 0.35, base - height * 0.08, x - half * 0.95, base - 1,
                x - half * 0.25, base - height * 0.05, x + half * 0.1, base - height * 0.075,
                x + half * 0.15, top + height * 0.1, x, top), snow, op=0.92)


def leafy(c, x, y, height, colours, trunk=p.BARK, puffs=26, wide=0.55, lit=(-0.5, -0.7), size=1.0):
    """A broad-leaved tree of soft clumps, lit from one side; colours from dark to light."""
    r = c.rng
    c.path("M%.1f %.1fQ%.1f %.1f %.1f %.1fL%.1f %.1fQ%.1f %.1f %.1f %.1fZ" % (
        x - height * 0.05, y, x - height * 0.02, y - height * 0.12, x - height * 0.018, y - height * 0.6,
        x + height * 0.018, y - height * 0.6, x + height * 0.024, y - height * 0.12, x + height * 0.055, y),
           c.across(x - height * 0.04, x + height * 0.04, p.light(trunk, 0.15), trunk, p.dark(trunk, 0.3)))
    for side, up in ((-1, 0.30), (1, 0.36), (-1, 0.42)):
        c.limb([(x, y - height * up), (x + side * height * 0.17, y - height * (up + 0.2))],
               [height * 0.016, height * 0.007], trunk)
    blobs = []
    for i in range(puffs):
        a = r.uniform(0, 2 * math.pi)
        d = math.sqrt(r.random())
        bx, by = math.cos(a) * d * wide * 0.8, math.sin(a) * d * 0.34
        blobs.append((bx * lit[0] + by * lit[1] + r.uniform(-0.16, 0.16), bx, by,
                      r.uniform(0.1, 0.17) * size))
    blobs.sort()
    for i, (key, bx, by, br) in enumerate(blobs):
        tone = colours[min(len(colours) - 1, int(len(colours) * i / len(blobs)))]
        clump(c, x + bx * height * 0.62, y - height * 0.66 + by * height * 0.85, br * height, tone,
              0.94)


def clump(c, x, y, radius, fill, op=1.0):
    """A lumpy disc of leaves or blossom."""
    r = c.rng
    count = 11
    pts = []
    for i in range(count):
        a = 2 * math.pi * i / count
        d = radius * r.uniform(0.8, 1.12)
        pts.append((x + math.cos(a) * d, y + math.sin(a) * d * 0.86))
    c.smooth(pts, fill, op=op)


def snow_bank(c, points, bottom, top=p.SNOW, shade=p.MIST, crest=True):
    """Snow with a smooth upper edge, lit above and blue below."""
    ymin = min(y for _, y in points)
    edge = smooth_d(points, False)
    c.path(edge + "L%.1f %.1fL%.1f %.1fZ" % (points[-1][0], bottom, points[0][0], bottom),
           c.down(ymin, bottom, top, shade))
    if crest:
        c.path(edge, None, stroke="#ffffff", sw=2.5, op=0.55)


def footprints(c, points, size, colour, op=0.5):
    """Prints along a line, smaller in the distance; points are (x, y, scale)."""
    for i, (x, y, s) in enumerate(points):
        side = 1 if i % 2 else -1
        c.ellipse(x + side * size * s * 0.8, y, size * s * 0.62, size * s * 0.3, colour, op=op)


def grass(c, x0, x1, y, count, height, colours):
    r = c.rng
    for i in range(count):
        x = r.uniform(x0, x1)
        h = height * r.uniform(0.4, 1.1)
        lean = r.uniform(-0.5, 0.5) * h
        yy = y(x) if callable(y) else y
        c.path("M%.1f %.1fQ%.1f %.1f %.1f %.1fQ%.1f %.1f %.1f %.1fZ" % (
            x - h * 0.06, yy, x, yy - h * 0.5, x + lean, yy - h, x + h * 0.04, yy - h * 0.5,
            x + h * 0.07, yy), r.choice(colours))

"""Buildings, lamps and other things of the street."""

import math

import palette as p
from nature import glow


class Plane:
    """A vertical or level plane in one-point perspective.

    (u, v): u is the depth (0 at the picture, growing away), v runs from point a (v=0) to b (v=1),
    both taken at depth 0.
    """

    def __init__(self, vanish, a, b):
        self.vanish, self.a, self.b = vanish, a, b

    def __call__(self, u, v):
        vx, vy = self.vanish
        x = self.a[0] + (self.b[0] - self.a[0]) * v
        y = self.a[1] + (self.b[1] - self.a[1]) * v
        return vx + (x - vx) / (1 + u), vy + (y - vy) / (1 + u)

    def quad(self, u0, u1, v0, v1):
        return [self(u0, v0), self(u1, v0), self(u1, v1), self(u0, v1)]


def gas_lamp(c, x, y, height, lit=True, snow=True, reach=1.0):
    """A gas lamp on a post; (x, y) is the foot."""
    s = height
    post = p.INK
    if lit:
        glow(c, x, y - s * 0.9, s * 0.75 * reach, p.GLOW, 0.85)
    c.poly([(x - s * 0.035, y), (x + s * 0.035, y), (x + s * 0.022, y - s * 0.14),
            (x - s * 0.022, y - s * 0.14)], post)
    c.rect(x - s * 0.011, y - s * 0.82, s * 0.022, s * 0.7, post)
    for at, w in ((0.15, 0.028), (0.3, 0.018), (0.78, 0.02)):
        c.rect(x - s * w, y - s * at, s * w * 2, s * 0.014, post, rx=s * 0.005)
    c.line([(x - s * 0.07, y - s * 0.75), (x + s * 0.07, y - s * 0.75)], post, s * 0.01)
    glass = c.down(y - s * 0.96, y - s * 0.82, "#fff3cf", p.LAMP) if lit else p.STEEL
    c.poly([(x - s * 0.032, y - s * 0.82), (x + s * 0.032, y - s * 0.82), (x + s * 0.055, y - s * 0.95),
            (x - s * 0.055, y - s * 0.95)], glass, stroke=post, sw=s * 0.008)
    c.poly([(x - s * 0.065, y - s * 0.95), (x + s * 0.065, y - s * 0.95), (x + s * 0.02, y - s * 1.0),
            (x - s * 0.02, y - s * 1.0)], post)
    c.circle(x, y - s * 1.01, s * 0.012, post)
    if snow:
        c.path("M%.1f %.1fQ%.1f %.1f %.1f %.1fQ%.1f %.1f %.1f %.1fZ" % (
            x - s * 0.068, y - s * 0.952, x, y - s * 1.075, x + s * 0.068, y - s * 0.952,
            x, y - s * 0.965, x - s * 0.068, y - s * 0.952), p.SNOW)


def pane(c, x, y, w, h, lit=None, frame=p.WALNUT, bars=(1, 1), curtain=None, sill=None):
    """A window seen straight on. lit: None for dark glass, or a colour."""
    t = max(2.0, min(w, h) * 0.07)
    c.rect(x - t, y - t, w + 2 * t, h + 2 * t, frame, rx=t * 0.3)
    if lit:
        c.rect(x, y, w, h, c.down(y, y + h, p.light(lit, 0.45), lit))
    else:
        c.rect(x, y, w, h, c.lin(x, y, x + w, y + h, p.SLATE, p.INDIGO))
        c.poly([(x + w * 0.15, y), (x + w * 0.45, y), (x + w * 0.2, y + h), (x, y + h * 0.9), (x, y + h * 0.5)],
               "#ffffff", op=0.10)
    if curtain:
        c.path("M%.1f %.1fH%.1fQ%.1f %.1f %.1f %.1fZ" % (
            x, y, x + w * 0.34, x + w * 0.28, y + h * 0.7, x, y + h), curtain, op=0.75)
        c.path("M%.1f %.1fH%.1fQ%.1f %.1f %.1f %.1fZ" % (
            x + w, y, x + w * 0.66, x + w * 0.72, y + h * 0.7, x + w, y + h), curtain, op=0.75)
    for i in range(bars[0]):
        bx = x + w * (i + 1) / (bars[0] + 1)
        c.rect(bx - t * 0.35, y, t * 0.7, h, frame)
    for i in range(bars[1]):
        by = y + h * (i + 1) / (bars[1] + 1)
        c.rect(x, by - t * 0.35, w, t * 0.7, frame)
    if sill:
        c.rect(x - t * 2, y + h + t * 0.6, w + t * 4, t * 1.3, sill, rx=t * 0.5)


def courses(c, x, y, w, h, row, colour, op=0.35, brick=2.4, keep=0.5, sw=1.6):
    """A hint of masonry: some bricks or stones of a wall, not all of them."""
    r = c.rng
    rows = int(h / row)
    for i in range(rows):
        shift = (i % 2) * row * brick / 2
        for k in range(-1, int(w / (row * brick)) + 1):
            if r.random() > keep:
                continue
            bx = x + k * row * brick + shift
            x0, x1 = max(x, bx), min(x + w, bx + row * brick)
            if x1 - x0 < row * 0.4:
                continue
            c.rect(x0 + sw, y + i * row + sw, x1 - x0 - 2 * sw, row - 2 * sw, colour, rx=1.2,
                   op=op * r.uniform(0.3, 1.0))


def roof_snow(c, pts, thick, colour=p.SNOW, shade=p.MIST):
    """Snow on a roof line: pts is the upper edge from left to right."""
    lower = [(x, y + thick * (0.25 if i in (0, len(pts) - 1) else 0.35)) for i, (x, y) in enumerate(pts)]
    upper = [(x, y - thick * (0.35 if i in (0, len(pts) - 1) else 0.8)) for i, (x, y) in enumerate(pts)]
    first, last = pts[0], pts[-1]
    d = "M%.1f %.1f" % (first[0] - thick * 0.2, first[1] + thick * 0.25)
    d += "Q%.1f %.1f %.1f %.1f" % (first[0] - thick * 0.35, upper[0][1], upper[0][0] + thick * 0.25,
                                   upper[0][1] - thick * 0.3)
    for x, y in upper[1:-1]:
        d += "L%.1f %.1f" % (x, y)
    d += "L%.1f %.1f" % (last[0] - thick * 0.25, upper[-1][1] - thick * 0.3)
    d += "Q%.1f %.1f %.1f %.1f" % (last[0] + thick * 0.35, upper[-1][1], last[0] + thick * 0.2,
                                   last[1] + thick * 0.25)
    for x, y in reversed(lower[1:-1]):
        d += "L%.1f %.1f" % (x, y)
    ymin = min(y for _, y in upper)
    c.path(d + "Z", c.down(ymin, max(y for _, y in pts) + thick * 0.5, colour, colour, shade))


def house(c, x, y, w, h, wall, roof, kind="gable", snow=0.0, lit=None, door=None,
          windows=2, floors=2, frame=p.WALNUT, snow_tones=(p.SNOW, p.PALE)):
    """A house front; (x, y) is the lower left corner, h the height of the walls."""
    top = y - h
    c.rect(x, top, w, h, c.across(x, x + w, p.light(wall, 0.10), wall, p.dark(wall, 0.16)))
    lines = int(h / 11)
    for i in range(1, lines):
        c.line([(x, top + h * i / lines), (x + w, top + h * i / lines)], p.dark(wall, 0.35), 0.8, op=0.25)
    over = w * 0.06
    if kind == "gable":
        peak = top - w * 0.42
        c.poly([(x, top + 1), (x + w / 2, peak), (x + w, top + 1)],
               c.across(x, x + w, p.light(wall, 0.08), p.dark(wall, 0.16)))
        t = w * 0.045
        c.poly([(x - over, top + over * 0.8), (x + w / 2, peak - t), (x + w + over, top + over * 0.8),
                (x + w + over, top + over * 0.8 + t), (x + w / 2, peak + t * 0.6),
                (x - over, top + over * 0.8 + t)], roof)
        if snow:
            roof_snow(c, [(x - over, top + over * 0.8), (x + w / 2, peak - t), (x + w + over, top + over * 0.8)],
                      snow, snow_tones[0], snow_tones[1])
    elif kind == "side":
        rise = h * 0.42
        c.poly([(x - over, top + 3), (x + w * 0.1, top - rise), (x + w * 0.9, top - rise),
                (x + w + over, top + 3)], c.down(top - rise, top, p.light(roof, 0.12), roof))
        for k in range(1, 9):
            t = k / 9
            c.line([(x + w * (0.1 + 0.8 * t), top - rise),
                    (x - over + (w + 2 * over) * t, top + 2)], p.dark(roof, 0.3), 1.0, op=0.4)
        if snow:
            c.path("M%.1f %.1fQ%.1f %.1f %.1f %.1fL%.1f %.1fQ%.1f %.1f %.1f %.1fQ%.1f %.1f %.1f %.1fZ" % (
                x - over - 2, top + 3, x + w * 0.02, top - rise * 0.9, x + w * 0.1, top - rise - snow,
                x + w * 0.9, top - rise - snow, x + w * 0.99, top - rise * 0.9, x + w + over + 2, top + 3,
                x + w * 0.5, top + snow * 0.55, x - over - 2, top + 3),
                   c.down(top - rise - snow, top + snow, *snow_tones))
    else:
        c.rect(x - over * 0.6, top - h * 0.07, w + over * 1.2, h * 0.09, roof)
        if snow:
            roof_snow(c, [(x - over * 0.6, top - h * 0.07), (x + w + over * 0.6, top - h * 0.07)], snow,
                      *snow_tones)
    r = c.rng
    ww, wh = w / (windows * 2.1), h / floors * 0.42
    for f in range(floors):
        for k in range(windows):
            wx = x + w * (k + 0.5) / windows - ww / 2
            wy = top + h * (f + 0.24) / floors
            if door and f == floors - 1 and k == windows - 1:
                c.rect(wx, wy, ww * 0.9, y - wy, door)
                c.rect(wx + ww * 0.12, wy + wh * 0.15, ww * 0.66, wh * 0.7, lit or p.SLATE, op=0.9)
                continue
            on = lit if lit and r.random() < 0.7 else None
            pane(c, wx, wy, ww, wh, on, frame, (1, 0))
            if snow:
                c.rect(wx - 4, wy + wh + 2, ww + 8, snow * 0.22 + 2, snow_tones[0], rx=3)


def chimney(c, x, y, w, h, colour=p.BRICK, snow=True):
    c.rect(x, y - h, w, h, c.across(x, x + w, colour, p.dark(colour, 0.3)))
    c.rect(x - w * 0.15, y - h, w * 1.3, w * 0.25, p.dark(colour, 0.25))
    if snow:
        c.path("M%.1f %.1fQ%.1f %.1f %.1f %.1fZ" % (
            x - w * 0.2, y - h, x + w / 2, y - h - w * 0.7, x + w * 1.2, y - h), p.SNOW)


def noren(c, x, y, w, h, colour, pieces=4):
    """A shop curtain on a rod."""
    c.rect(x - w * 0.03, y - 5, w * 1.06, 7, p.WALNUT, rx=3)
    gap = w * 0.012
    each = (w - gap * (pieces - 1)) / pieces
    for i in range(pieces):
        x0 = x + i * (each + gap)
        sway = each * 0.03 * (1 if i % 2 else -1)
        c.path("M%.1f %.1fH%.1fL%.1f %.1fQ%.1f %.1f %.1f %.1fZ" % (
            x0, y, x0 + each, x0 + each + sway, y + h, x0 + each / 2, y + h * 1.04, x0 + sway, y + h),
               c.down(y, y + h, colour, p.light(colour, 0.14)))


def bunting(c, x0, y0, x1, y1, sag, colours, size=26, count=12):
    """Small flags on a line."""
    pts = []
    for i in range(count + 1):
        t = i / count
        pts.append((x0 + (x1 - x0) * t, y0 + (y1 - y0) * t + sag * math.sin(math.pi * t)))
    c.line(pts, p.BARK, 2, curve=True)
    for i in range(count):
        (ax, ay), (bx, by) = pts[i], pts[i + 1]
        mx, my = (ax + bx) / 2, (ay + by) / 2
        a = math.atan2(by - ay, bx - ax)
        dx, dy = math.cos(a) * size * 0.45, math.sin(a) * size * 0.45
        c.poly([(mx - dx, my - dy), (mx + dx, my + dy), (mx - dy * 0.4, my + size)],
               colours[i % len(colours)])


def bollard_chain(c, points, height, colour=p.INK):
    """Posts with hanging chains; points are (x, y, scale)."""
    for i in range(len(points) - 1):
        (x0, y0, s0), (x1, y1, s1) = points[i], points[i + 1]
        c.path("M%.1f %.1fQ%.1f %.1f %.1f %.1f" % (
            x0, y0 - height * s0 * 0.85, (x0 + x1) / 2, (y0 + y1) / 2 - height * (s0 + s1) * 0.22,
            x1, y1 - height * s1 * 0.85), None, stroke=colour, sw=max(1.2, 3.5 * s1))
    for x, y, s in points:
        w = height * s * 0.13
        c.rect(x - w, y - height * s, 2 * w, height * s, colour, rx=w * 0.5)
        c.ellipse(x, y - height * s, w * 1.35, w * 0.9, p.SNOW)

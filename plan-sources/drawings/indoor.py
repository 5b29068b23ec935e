"""Things of the room: windows, tables, paper, sticky notes, cups; and people seen from above."""

import math

import palette as p
from canvas import n
from nature import glow

NOTES = ["#f2cf6b", "#e9a893", "#a9bb7f", "#9db6c9", "#f3dfa6", "#d9a0a0"]


def sticky(c, x, y, size, colour, turn=0.0, lines=3, shadow=True, ink=p.NAVY):
    """A square note, centre (x, y), with a lifted corner and strokes for writing."""
    with c.at(x, y, turn=turn):
        h = size / 2
        if shadow:
            c.path("M%s %sL%s %sL%s %sL%s %sZ" % tuple(n(v) for v in (
                -h + 3, -h + 6, h + 3, -h + 6, h + size * 0.06, h + size * 0.07, -h + 4, h + size * 0.04)),
                p.INK, op=0.22, blur=max(1.2, size * 0.025))
        c.path("M%s %sH%sV%sQ%s %s %s %sH%sZ" % tuple(n(v) for v in (
            -h, -h, h, h * 0.72, h * 0.98, h, h * 0.7, h, -h)),
            c.lin(-h, -h, h, h, p.light(colour, 0.25), colour, p.dark(colour, 0.1)))
        r = c.rng
        for i in range(lines):
            y0 = -h * 0.5 + i * size * 0.72 / max(1, lines)
            scribble(c, -h * 0.72, y0, size * r.uniform(0.45, 0.72), size * 0.09, ink, max(1.2, size * 0.026))


def scribble(c, x, y, width, height, colour, sw, op=0.85):
    """A line of writing that says nothing: waves with gaps, as seen from too far to read."""
    r = c.rng
    end = x + width
    while x < end - height * 0.5:
        w = min(end - x, height * r.uniform(1.2, 3.6))
        steps = max(2, int(w / (height * 0.42)))
        pts = [(x + w * i / steps, y + height * r.uniform(-0.2, 0.2)) for i in range(steps + 1)]
        c.line(pts, colour, sw, curve=True, op=op)
        x += w + height * r.uniform(0.5, 0.8)


def paper(c, x, y, w, h, turn=0.0, rows=8, colour="#faf6ea", chart=False, title=True, shadow=True):
    """A printed sheet, centre (x, y)."""
    with c.at(x, y, turn=turn):
        if shadow:
            c.rect(-w / 2 + 4, -h / 2 + 7, w, h, p.INK, op=0.2, blur=4)
        c.rect(-w / 2, -h / 2, w, h, c.lin(-w / 2, -h / 2, w / 2, h / 2, p.light(colour, 0.4), colour))
        left, top = -w * 0.38, -h * 0.4
        if title:
            c.rect(left, top, w * 0.46, h * 0.035, p.NAVY, rx=2)
        body = 0.62 if not chart else 0.3
        for i in range(rows):
            y0 = top + h * 0.1 + i * h * body / rows
            c.rect(left, y0, w * (0.76 if i % 4 != 3 else 0.5), max(1.5, h * 0.011), p.STEEL, op=0.8)
        if chart:
            base = h * 0.38
            for i, v in enumerate((0.12, 0.2, 0.16, 0.27, 0.23)):
                c.rect(left + i * w * 0.155, base - h * v, w * 0.1, h * v, (p.SLATE, p.OCHRE, p.BRICK, p.MOSS, p.SLATE)[i])
            c.line([(left, base), (left + w * 0.78, base)], p.INK, 1.5)


def pen(c, x, y, length, colour, turn=0.0):
    """A pen lying on the table; the tip points to the left before turning."""
    with c.at(x, y, turn=turn):
        t = length * 0.045
        c.rect(-length * 0.4 + 3, -t + 5, length * 0.9, t * 2, p.INK, op=0.2, blur=3)
        c.poly([(-length * 0.5, 0), (-length * 0.38, -t * 0.8), (-length * 0.38, t * 0.8)], p.INK)
        c.rect(-length * 0.38, -t, length * 0.88, t * 2, c.down(-t, t, p.light(colour, 0.35), colour, p.dark(colour, 0.3)), rx=t * 0.5)
        c.rect(length * 0.2, -t, length * 0.3, t * 2, p.dark(colour, 0.35), rx=t * 0.5)


def mug_above(c, x, y, r, colour, drink="#7a4f30", handle=0.0):
    c.ellipse(x + r * 0.16, y + r * 0.22, r * 1.08, r * 1.05, p.INK, op=0.25, blur=r * 0.1)
    hx, hy = x + math.cos(handle) * r * 1.22, y + math.sin(handle) * r * 1.22
    c.circle(hx, hy, r * 0.32, None, stroke=p.dark(colour, 0.12), sw=r * 0.2)
    c.circle(x, y, r, c.lin(x - r, y - r, x + r, y + r, p.light(colour, 0.3), p.dark(colour, 0.18)))
    c.circle(x, y, r * 0.84, p.dark(colour, 0.35))
    c.circle(x, y, r * 0.8, c.lin(x - r, y - r, x + r, y + r, p.light(drink, 0.18), drink))
    c.path("M%s %sA%s %s 0 0 1 %s %s" % tuple(n(v) for v in (
        x - r * 0.58, y - r * 0.1, r * 0.6, r * 0.6, x - r * 0.05, y - r * 0.58)), None, stroke="#ffffff", sw=r * 0.07, op=0.45)


def mug_side(c, x, y, s, colour, steam=True):
    """A mug from the side, its bottom at y, about s wide."""
    c.ellipse(x + s * 0.1, y, s * 0.66, s * 0.09, p.INK, op=0.3, blur=4)
    c.path("M%s %sq%s %s %s %sq%s %s %s %s" % tuple(n(v) for v in (
        x + s * 0.42, y - s * 0.72, s * 0.42, -s * 0.04, s * 0.36, s * 0.26, -s * 0.02, s * 0.26, -s * 0.4, s * 0.24)),
        None, stroke=p.dark(colour, 0.15), sw=s * 0.11)
    c.path("M%s %sL%s %sQ%s %s %s %sH%sQ%s %s %s %sL%s %sZ" % tuple(n(v) for v in (
        x - s * 0.5, y - s * 0.95, x - s * 0.44, y - s * 0.1, x - s * 0.42, y, x - s * 0.3, y, x + s * 0.3,
        x + s * 0.42, y, x + s * 0.44, y - s * 0.1, x + s * 0.5, y - s * 0.95)),
        c.across(x - s * 0.5, x + s * 0.5, p.light(colour, 0.25), colour, p.dark(colour, 0.25)))
    c.ellipse(x, y - s * 0.95, s * 0.5, s * 0.1, p.light(colour, 0.35))
    c.ellipse(x, y - s * 0.94, s * 0.43, s * 0.075, "#6b4a35")
    if steam:
        for k in (-0.16, 0.12):
            c.path("M%s %sq%s %s 0 %sq%s %s %s %s" % tuple(n(v) for v in (
                x + k * s, y - s * 1.08, s * 0.22, -s * 0.22, -s * 0.42, -s * 0.2, -s * 0.2, s * 0.06, -s * 0.46)),
                None, stroke="#ffffff", sw=s * 0.07, op=0.4, blur=2)


def plant(c, x, y, s, pot=p.BRICK, leaves=(p.FOREST, p.PINE, p.MOSS)):
    """A pot plant with upright leaves; y is the floor."""
    r = c.rng
    for i in range(17):
        a = math.radians(-90 + r.uniform(-62, 62))
        length = s * r.uniform(0.6, 1.0)
        bx, by = x + r.uniform(-0.08, 0.08) * s, y - s * 0.32
        tx, ty = bx + math.cos(a) * length, by + math.sin(a) * length
        mx, my = (bx + tx) / 2, (by + ty) / 2
        w = s * r.uniform(0.07, 0.11)
        dx, dy = -math.sin(a) * w, math.cos(a) * w
        c.path("M%s %sQ%s %s %s %sQ%s %s %s %sZ" % tuple(n(v) for v in (
            bx, by, mx + dx, my + dy, tx, ty, mx - dx, my - dy, bx, by)), leaves[i % len(leaves)])
    c.path("M%s %sH%sL%s %sH%sZ" % tuple(n(v) for v in (
        x - s * 0.24, y - s * 0.4, x + s * 0.24, x + s * 0.17, y, x - s * 0.17)),
        c.across(x - s * 0.24, x + s * 0.24, p.light(pot, 0.15), p.dark(pot, 0.25)))
    c.rect(x - s * 0.26, y - s * 0.42, s * 0.52, s * 0.08, p.dark(pot, 0.1), rx=3)


def pendant(c, x, y, s, colour=p.INDIGO, reach=3.4):
    """A hanging lamp; (x, y) is the middle of its lower edge."""
    c.line([(x, -10), (x, y - s * 0.6)], p.INK, 3)
    glow(c, x, y + s * 0.2, s * reach, p.GLOW, 0.55)
    c.path("M%s %sQ%s %s %s %sQ%s %s %s %sZ" % tuple(n(v) for v in (
        x - s * 0.6, y, x - s * 0.5, y - s * 0.6, x, y - s * 0.62, x + s * 0.5, y - s * 0.6, x + s * 0.6, y)),
        c.across(x - s * 0.6, x + s * 0.6, p.light(colour, 0.15), colour, p.dark(colour, 0.3)))
    c.ellipse(x, y, s * 0.6, s * 0.1, "#fff0c4")


def view_window(c, x, y, w, h, scene, frame="#e9dfca", mullions=(1,), rail=None):
    """A window with a view: scene(c, x, y, w, h) draws the outside."""
    c.rect(x - 16, y - 16, w + 32, h + 32, p.dark(frame, 0.18), rx=3)
    with c.group(clip=c.clip("M%s %sh%sv%sh%sZ" % (n(x), n(y), n(w), n(h), n(-w)))):
        scene(c, x, y, w, h)
        c.poly([(x + w * 0.1, y), (x + w * 0.34, y), (x + w * 0.1, y + h), (x - w * 0.1, y + h)], "#ffffff", op=0.12)
    for m in mullions:
        c.rect(x + w * m - 7, y, 14, h, frame)
    if rail:
        c.rect(x, y + h * rail - 6, w, 12, frame)
    c.rect(x - 16, y - 16, w + 32, 16, frame)
    c.rect(x - 16, y - 16, 16, h + 32, frame)
    c.rect(x + w, y - 16, 16, h + 32, p.dark(frame, 0.1))
    c.rect(x - 34, y + h, w + 68, 24, p.light(frame, 0.2), rx=4)


def floor_light(c, pts, op=0.35):
    """A patch of daylight on the floor."""
    c.poly(pts, "#fff3cf", op=op, blur=6)


def chair_front(c, x, y, s, colour=p.OAK):
    """Chair seen from the front, drawn before the sitter; y is the floor."""
    for dx in (-0.16, 0.16):
        c.rect(x + dx * s - s * 0.014, y - s * 0.3, s * 0.028, s * 0.3, p.dark(colour, 0.45))
    c.rect(x - s * 0.155, y - s * 0.56, s * 0.31, s * 0.2, p.dark(colour, 0.1), rx=s * 0.03)
    c.rect(x - s * 0.175, y - s * 0.31, s * 0.35, s * 0.045, p.light(colour, 0.15), rx=s * 0.02)


def chair_back(c, x, y, s, colour=p.OAK):
    """Chair seen from behind, drawn after the sitter."""
    for dx in (-0.145, 0.145):
        c.rect(x + dx * s - s * 0.015, y - s * 0.45, s * 0.03, s * 0.45, p.dark(colour, 0.45))
    c.rect(x - s * 0.165, y - s * 0.47, s * 0.33, s * 0.115,
           c.down(y - s * 0.47, y - s * 0.35, p.light(colour, 0.12), colour), rx=s * 0.025)
    c.rect(x - s * 0.165, y - s * 0.285, s * 0.33, s * 0.04, p.dark(colour, 0.2), rx=s * 0.015)


def chair_side(c, x, y, s, colour=p.OAK, flip=False):
    """Chair from the side, its back at the left; drawn before the sitter."""
    k = -1 if flip else 1
    c.line([(x - k * s * 0.11, y), (x - k * s * 0.12, y - s * 0.28), (x - k * s * 0.15, y - s * 0.52)],
           p.dark(colour, 0.4), s * 0.026)
    c.line([(x + k * s * 0.11, y), (x + k * s * 0.1, y - s * 0.26)], p.dark(colour, 0.4), s * 0.026)
    c.line([(x - k * s * 0.12, y - s * 0.255), (x + k * s * 0.13, y - s * 0.255)], colour, s * 0.04)
    c.line([(x - k * s * 0.142, y - s * 0.42), (x - k * s * 0.15, y - s * 0.52)], colour, s * 0.045)


def person_above(c, x, y, s, angle, lk, hands, head_shift=0.0):
    """A person at a table seen from above, looking along `angle` (degrees, 0 = to the right).

    hands: two points in own units (forward, sideways); the shoulders are about 1 unit apart.
    """
    with c.at(x, y, s, turn=angle):
        coat = lk["coat"]
        c.ellipse(-0.02, 0.05, 0.36, 0.62, p.INK, op=0.25, blur=0.06)
        c.ellipse(-0.04, 0, 0.3, 0.58, c.lin(0, -0.58, 0, 0.58, p.light(coat, 0.1), p.dark(coat, 0.2)))
        for i, (hx, hy) in enumerate(hands):
            side = -1 if i == 0 else 1
            sx, sy = 0.0, side * 0.44
            ex, ey = hx * 0.4, (sy + hy) * 0.5 + side * 0.14
            wx, wy = ex + (hx - ex) * 0.84, ey + (hy - ey) * 0.84
            c.limb([(sx, sy + 0.03), (ex, ey + 0.04), (wx, wy + 0.05)], [0.17, 0.14, 0.1], p.INK, op=0.2)
            c.limb([(sx, sy), (ex, ey), (wx, wy)], [0.165, 0.128, 0.095],
                   c.lin(sx, sy, hx, hy, coat, p.light(coat, 0.1)))
            hand_above(c, wx, wy, hx, hy, 0.085, lk["skin"], side)
        hair = lk["hair"]
        hx = 0.08 + head_shift
        if lk["style"] in ("bob", "long"):
            c.ellipse(hx - 0.03, 0, 0.27, 0.29, p.dark(hair, 0.15))
        c.ellipse(hx + 0.06, 0, 0.22, 0.2, lk["skin"])
        c.ellipse(hx, 0, 0.235, 0.235, c.rad(hx - 0.05, -0.08, 0.34, p.light(hair, 0.25), hair))
        if lk["style"] == "thin":
            c.ellipse(hx + 0.03, 0, 0.17, 0.15, p.mix(lk["skin"], p.SKIN_SHADE, 0.4))
        if lk["style"] == "bun":
            c.ellipse(hx - 0.2, 0, 0.11, 0.11, p.light(hair, 0.12))
        if lk["style"] in ("short", "bob", "long"):
            c.path("M%s -0.02Q%s -0.06 %s -0.17" % (n(hx + 0.17), n(hx), n(hx - 0.12)), None, stroke=p.light(hair, 0.35), sw=0.018, op=0.7)


def hand_above(c, wx, wy, hx, hy, r, skin, side):
    """A resting hand from above: palm, four fingers, thumb."""
    a = math.atan2(hy - wy, hx - wx)
    ux, uy = math.cos(a), math.sin(a)
    vx, vy = -uy, ux
    shade = p.mix(skin, p.SKIN_SHADE, 0.8)

    def at(f, t):
        return (hx + ux * f * r + vx * t * r, hy + uy * f * r + vy * t * r)

    c.limb([(wx, wy), at(-0.2, 0)], [r * 0.75, r * 0.8], shade)
    c.limb([at(-0.3, -side * 0.7), at(0.7, -side * 1.35)], [r * 0.34, r * 0.26], shade)
    for i, t in enumerate((-0.66, -0.22, 0.22, 0.66)):
        reach = (1.55, 1.8, 1.72, 1.4)[i if side > 0 else 3 - i]
        c.limb([at(0.2, t), at(reach, t * 1.12)], [r * 0.25, r * 0.21], shade)
        c.limb([at(0.2, t), at(reach - 0.05, t * 1.12)], [r * 0.2, r * 0.17], skin)
    c.limb([at(-0.25, -0.3), at(0.35, 0), at(-0.25, 0.3)], [r * 0.6, r * 0.66, r * 0.6], skin)

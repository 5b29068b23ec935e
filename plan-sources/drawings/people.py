"""Simplified people: no faces, readable by posture, clothes and hair.

A figure stands 100 units high, feet at (0, 0), y downwards. A pose gives the joints, a look gives the
clothes. `turn` is where the head looks: 0 to us, +1 to the right, -1 to the left; view 'back' shows
the back of the head.
"""

import math

import palette as p
from canvas import n, points_d, smooth_d

STAND = dict(
    view="front", turn=0.0, neck=(0, -82), hip=(0, -50), head=(0, -92),
    shoulder=10.4, width=7.6, hem=8.6, coat=7.0, skirt=False, sit=False,
    elbows=((-11.8, -65), (11.8, -65)), hands=((-11, -49), (11, -49)),
    knees=((-4.0, -26), (4.0, -26)), feet=((-4.6, -2), (4.6, -2)), arm_front=(True, True),
)
SIDE = dict(STAND, turn=1.0, shoulder=4.0, width=5.9, hem=6.6, head=(1.6, -92),
            elbows=((-1, -65), (-2, -65)), hands=((3, -51), (2, -51)),
            knees=((-3, -26), (4, -26)), feet=((-7, -2.5), (6, -2.5)), arm_front=(False, True))
WALK = dict(SIDE, knees=((-4, -27), (7, -28)), feet=((-13, -4), (8, -2.5)),
            elbows=((5, -66), (-6, -65)), hands=((10, -54), (-8, -51)))
SIT = dict(STAND, neck=(0, -60), hip=(0, -29), head=(0, -70), coat=2, sit=True,
           elbows=((-12, -43.5), (12, -43.5)), hands=((-4.5, -32), (4.5, -32)),
           knees=((-6, -25), (6, -25)), feet=((-5.6, -2), (5.6, -2)))
SIT_SIDE = dict(SIDE, neck=(0.5, -60), hip=(-1, -28), head=(2.8, -69.5), coat=3,
                elbows=((3, -43), (1, -42)), hands=((14, -34), (13, -33)),
                knees=((17, -29), (18, -28)), feet=((17, -2.5), (19, -2.5)))
SIT_BACK = dict(SIT, view="back", sit=False, arm_front=(False, False), hands=((-5, -34), (5, -34)))


def pose(base, **changes):
    return dict(base, **changes)


def mirrored(q):
    """The same pose looking the other way."""
    flip = lambda pt: (-pt[0], pt[1])
    swap = lambda pair: (flip(pair[1]), flip(pair[0]))
    out = dict(q, turn=-q["turn"], neck=flip(q["neck"]), hip=flip(q["hip"]), head=flip(q["head"]))
    for key in ("elbows", "hands", "knees", "feet"):
        out[key] = swap(q[key])
    out["arm_front"] = (q["arm_front"][1], q["arm_front"][0])
    return out


LOOK = dict(coat=p.NAVY, legs=p.INDIGO, shoes=p.BARK, hair=p.HAIR, style="short", skin=p.SKIN,
            scarf=None, hat=None, gloves=None, apron=None, collar=None, bag=None, sleeves=None)


def look(**changes):
    return dict(LOOK, **changes)


CLOTHES = [
    (p.NAVY, p.TAUPE), (p.BRICK, p.INDIGO), (p.MOSS, p.BARK), (p.OCHRE, p.NAVY), (p.SLATE, p.INDIGO),
    (p.PINE, p.TAUPE), (p.CREAM, p.NAVY), (p.ROSE, p.INDIGO), (p.STEEL, p.BARK), (p.INDIGO, p.STONE),
]
HEADS = [
    (p.HAIR, "short"), (p.HAIR_BROWN, "bob"), (p.HAIR_GREY, "short"), (p.HAIR, "bun"),
    (p.HAIR_WHITE, "bob"), (p.HAIR_BROWN, "long"), (p.HAIR, "bob"), (p.HAIR_WHITE, "thin"),
]


def crowd_look(rng, **changes):
    """Some ordinary clothes by chance."""
    coat, legs = rng.choice(CLOTHES)
    hair, style = rng.choice(HEADS)
    return look(coat=coat, legs=legs, hair=hair, style=style, **changes)


def _arc(cx, cy, rx, ry, a0, a1, steps=14):
    out = []
    for i in range(steps + 1):
        a = math.radians(a0 + (a1 - a0) * i / steps)
        out.append((cx + rx * math.cos(a), cy + ry * math.sin(a)))
    return out


def head(c, x, y, r, lk, turn=0.0, view="front"):
    """A head of half-height r with its hair, hat and so on; no features."""
    rx = r * 0.84
    hair, style, skin = lk["hair"], lk["style"], lk["skin"]
    shade = p.mix(skin, p.SKIN_SHADE, 0.75)
    flip = -1 if turn < 0 else 1
    t = abs(turn)

    def pts(raw):
        return [(x + px * r * flip, y + py * r) for px, py in raw]

    back_x = x - flip * t * r * 0.2
    if style == "bun" and view != "back":
        c.circle(x - flip * t * r * 0.95, y - r * (1.05 - 0.75 * t), r * 0.42, hair)
    if style == "long":
        c.smooth(pts([(-0.98 - 0.05 * t, -0.2), (-1.1, 0.9), (-0.9, 1.75), (-0.1, 1.8),
                      (0.9 - 0.75 * t, 1.7 - 0.2 * t), (1.06 - 0.7 * t, 0.8), (0.95 - 0.6 * t, -0.3),
                      (0, -0.9)]), hair)
    if style == "bob":
        c.smooth(pts([(-0.98 - 0.06 * t, -0.3), (-1.12, 0.45), (-0.96, 1.0), (-0.2, 1.02),
                      (0.96 - 0.85 * t, 1.0), (1.1 - 0.85 * t, 0.4), (0.98 - 0.6 * t, -0.3),
                      (0, -0.95)]), hair)
    if view == "back":
        c.ellipse(x, y, rx, r, shade)
        if style in ("short", "bun", "thin"):
            for side in (-1, 1):
                c.ellipse(x + side * rx * 1.02, y + r * 0.18, r * 0.13, r * 0.22, skin)
        if style == "thin":
            c.ellipse(x, y, rx, r, c.down(y - r, y + r, skin, shade))
            c.path("M%s %sQ%s %s %s %sL%s %sQ%s %s %s %sZ" % tuple(n(v) for v in (
                x - rx * 1.04, y, x, y + r * 0.35, x + rx * 1.04, y, x + rx * 0.72, y + r * 0.68,
                x, y + r * 0.86, x - rx * 0.72, y + r * 0.68)), hair)
        else:
            tone = c.down(y - r, y + r, p.light(hair, 0.16), hair)
            if style in ("short", "bun"):
                top = _arc(x, y, rx * 1.07, r * 1.06, 138, 402, 24)
                c.path(points_d(top, False) + "Q%s %s %s %sZ" % (
                    n(x), n(y + r * 1.16), n(top[0][0]), n(top[0][1])), tone)
            else:
                drop = 1.75 if style == "long" else 1.05
                c.smooth(pts([(0, -1.07), (0.8, -0.7), (0.98, 0.1), (1.05, drop * 0.8),
                              (0.8, drop), (0, drop * 1.04), (-0.8, drop), (-1.05, drop * 0.8),
                              (-0.98, 0.1), (-0.8, -0.7)]), tone)
            if style == "bun":
                c.circle(x, y - r * 0.3, r * 0.44, p.dark(hair, 0.4))
                c.circle(x, y - r * 0.34, r * 0.43, p.light(hair, 0.14))
    else:
        if t < 0.8 and style in ("short", "bun", "thin"):
            for side in (-1, 1):
                if t > 0.25 and side * flip < 0:
                    continue
                c.ellipse(x + side * rx * 1.0 - flip * t * r * 0.3, y + r * 0.12, r * 0.14, r * 0.2,
                          shade)
        c.ellipse(x, y, rx, r, c.across(x - rx, x + rx, skin, (0.55, skin), shade))
        if style == "thin":
            for side in (-1, 1):
                if side * flip > 0 and t > 0.5:
                    continue
                c.ellipse(x + side * rx * (0.92 - 0.1 * t), y - r * 0.05, r * 0.2, r * 0.4, hair)
            if t > 0.5:
                c.smooth(pts([(-0.2, -0.15), (-0.75, -0.35), (-0.92, 0.1), (-0.72, 0.6),
                              (-0.3, 0.35)]), hair)
        else:
            # Hair cap: outer arc from the far side over the crown, inner edge is the fringe.
            a_left = 180 - 10 - 42 * t      # nape when in profile
            a_right = 360 + 10 - 52 * t     # forehead when in profile
            outer = _arc(0, 0, 0.84 * 1.08, 1.07, a_left, a_right, 22)
            if style == "short":
                inner = [(0.80 - 0.28 * t, -0.28 - 0.2 * t), (0.3 - 0.1 * t, -0.52 + 0.1 * t),
                         (-0.3 + 0.25 * t, -0.45 + 0.3 * t), (-0.72 + 0.55 * t, -0.15 + 0.25 * t),
                         (-0.78 + 0.45 * t, 0.1 + 0.35 * t)]
            else:
                inner = [(0.80 - 0.25 * t, -0.12 - 0.2 * t), (0.45 - 0.1 * t, -0.42 + 0.1 * t),
                         (-0.1 + 0.15 * t, -0.4 + 0.15 * t), (-0.62 + 0.45 * t, -0.08 + 0.1 * t),
                         (-0.76 + 0.6 * t, 0.35 + 0.35 * t)]
            c.path(_cap(pts(outer), pts(inner)),
                   c.lin(back_x, y - r, x, y + r, p.light(hair, 0.16), hair))
    if lk["hat"]:
        _hat(c, x, y, r, lk["hat"], flip * t)


def _cap(outer, inner):
    edge = smooth_d(inner, False)
    return points_d(outer, False) + "L" + edge[1:] + "Z"


def _hat(c, x, y, r, hat, turn):
    kind, colour = hat
    if kind == "knit":
        c.path("M%s %sC%s %s %s %s %s %sZ" % tuple(n(v) for v in (
            x - r * 0.98, y - r * 0.2, x - r * 1.0, y - r * 1.75, x + r * 1.0, y - r * 1.75,
            x + r * 0.98, y - r * 0.2)), c.across(x - r, x + r, p.light(colour, 0.1), p.dark(colour, 0.15)))
        c.rect(x - r * 1.02, y - r * 0.5, r * 2.04, r * 0.42, p.dark(colour, 0.2), rx=r * 0.18)
        c.circle(x - turn * r * 0.2, y - r * 1.45, r * 0.3, p.light(colour, 0.3))
    elif kind == "scarf":  # 三角巾
        c.path("M%s %sC%s %s %s %s %s %sQ%s %s %s %sZ" % tuple(n(v) for v in (
            x - r * 0.98, y - r * 0.12, x - r * 1.0, y - r * 1.45, x + r * 1.0, y - r * 1.45,
            x + r * 0.98, y - r * 0.12, x, y - r * 0.62, x - r * 0.98, y - r * 0.12)), colour)
    elif kind == "cap":
        c.path("M%s %sC%s %s %s %s %s %sZ" % tuple(n(v) for v in (
            x - r * 0.95, y - r * 0.25, x - r * 0.95, y - r * 1.4, x + r * 0.95, y - r * 1.4,
            x + r * 0.95, y - r * 0.25)), colour)
        c.limb([(x, y - r * 0.3), (x + turn * r * 1.5, y - r * 0.28)], [r * 0.12, r * 0.1],
               p.dark(colour, 0.2))
    elif kind == "hood":
        c.ellipse(x - turn * r * 0.25, y - r * 0.05, r * 1.12, r * 1.25, colour)
        c.ellipse(x + turn * r * 0.3, y + r * 0.1, r * 0.66, r * 0.82, p.mix(p.SKIN, p.SKIN_SHADE, 0.4))


def _axis(q):
    (nx, ny), (hx, hy) = q["neck"], q["hip"]
    length = math.hypot(nx - hx, ny - hy) or 1
    up = ((nx - hx) / length, (ny - hy) / length)
    right = (-up[1], up[0])
    return up, right, length


def figure(c, x, y, height, q, lk, flip=False, legs=True):
    """Draws one figure with the feet at (x, y); height is that of a standing grown-up (100 units)."""
    if flip:
        q = mirrored(q)
    s = height / 100.0
    with c.at(x, y, s):
        _figure(c, q, lk, legs)


def _hand(c, elbow, hand, skin):
    """A mitten-like hand that continues the forearm."""
    dx, dy = hand[0] - elbow[0], hand[1] - elbow[1]
    d = math.hypot(dx, dy) or 1
    ux, uy = dx / d, dy / d
    c.limb([(hand[0] - ux * 1.6, hand[1] - uy * 1.6), hand, (hand[0] + ux * 2.2, hand[1] + uy * 2.2)],
           [1.7, 2.1, 1.5], skin)


def _shoe(c, x, y, toe, colour):
    """A shoe with a flat sole; toe is the length to the front."""
    back = -2.6 if abs(toe) < 3 else -2.9 * (1 if toe > 0 else -1)
    front = 2.6 if abs(toe) < 3 else toe
    c.path("M%s %sL%s %sQ%s %s %s %sL%s %sQ%s %s %s %sZ" % tuple(n(v) for v in (
        x + back, y + 2, x + back * 0.95, y - 2.2, x + back * 0.1, y - 3.4, x + front * 0.35, y - 2.4,
        x + front * 0.8, y - 0.7, x + front * 1.25, y + 0.2, x + front * 1.15, y + 2)), colour)


def _figure(c, q, lk, legs):
    up, right, length = _axis(q)
    hx, hy = q["hip"]
    coat = lk["coat"]
    side = q["shoulder"] < 7
    back = q["view"] == "back"

    def on(along, across):
        return (hx + up[0] * along + right[0] * across, hy + up[1] * along + right[1] * across)

    cloth = c.across(hx - 11, hx + 11, p.light(coat, 0.12), (0.5, coat), p.dark(coat, 0.25))
    sleeve = lk["sleeves"] or coat
    near = c.across(hx - 14, hx + 14, p.light(sleeve, 0.10), (0.45, sleeve), p.dark(sleeve, 0.3))
    if side:
        shoulders = (on(length - 6, 1.0), on(length - 6, -0.4))
    else:
        shoulders = (on(length - 5.8, -q["shoulder"] + 2.7), on(length - 5.8, q["shoulder"] - 2.7))

    def arm(i, shade, edge):
        e, h = q["elbows"][i], q["hands"][i]
        wrist = (e[0] + (h[0] - e[0]) * 0.9, e[1] + (h[1] - e[1]) * 0.9)
        _hand(c, e, h, lk["gloves"] or lk["skin"])
        if edge:
            c.limb([shoulders[i], e, wrist], [3.4, 3.08, 2.6], p.dark(sleeve, 0.42), op=0.45)
        c.limb([shoulders[i], e, wrist], [3.2, 2.85, 2.35], shade)

    def leg(i):
        k, f = q["knees"][i], q["feet"][i]
        top = on(1, (-3.7 if i == 0 else 3.7) * (0.25 if side else 1))
        tone = p.dark(lk["legs"], 0.3 if (side and i == 0) else 0.06)
        toe = 6.5 * (1 if q["turn"] > 0 else -1) if side else 2.0
        _shoe(c, f[0], f[1], toe, p.dark(lk["shoes"], 0.25 if i == 0 else 0))
        thigh, knee = (5.0, 4.4) if q["sit"] else (4.6, 3.6)
        fill = tone
        if q["sit"]:
            fill = c.down(k[1] - 6, k[1] + 10, p.light(tone, 0.12), tone)
        c.limb([top, k, (f[0], f[1] - 2.4)], [thigh, knee, 2.6], fill)

    for i in (0, 1):
        if not q["arm_front"][i]:
            arm(i, p.dark(sleeve, 0.3), False)
    if legs and not q["sit"]:
        leg(0)
        leg(1)
    w, sh, hem = q["width"], q["shoulder"], q["hem"]
    down = -q["coat"]
    if side:
        sh = 5.0
    left = [on(length + 1.2, -2.5), on(length - 1.2, -sh * 0.55), on(length - 3.4, -sh * 0.93),
            on(length - 9, -sh * 0.97), on(length * 0.42, -w), on(down * 0.4, -hem), on(down, -hem)]
    body = left + [
        on(down, hem), on(down * 0.4, hem), on(length * 0.42, w), on(length - 9, sh * 0.97),
        on(length - 3.4, sh * 0.93), on(length - 1.2, sh * 0.55), on(length + 1.2, 2.5)]
    c.limb([on(length - 2, 0), q["head"]], [2.7, 2.5], p.mix(lk["skin"], p.SKIN_SHADE, 0.85))
    if q["skirt"]:
        drop = q["skirt"]
        c.poly([on(6, -w), on(6, w), on(-drop, w + 4), on(-drop, -w - 4)],
               c.across(hx - 12, hx + 12, lk["legs"], p.dark(lk["legs"], 0.25)))
    c.path(_body_d(body), cloth)
    if not side and not back and not lk["apron"] and q["coat"] > 5:
        shift = q["turn"] * 2.5
        c.line([on(length - 5, shift), on(down, shift)], p.dark(coat, 0.4), 0.45, op=0.7)
    if not side and not back:
        c.poly([on(length + 1.6, -2.7), on(length - 3.8, q["turn"] * 1.5), on(length + 1.6, 2.7)],
               lk["collar"] or p.mix(lk["skin"], p.SKIN_SHADE, 0.6))
        if lk["collar"]:
            c.poly([on(length + 1.6, -2), on(length - 1.4, q["turn"] * 1.2), on(length + 1.6, 2)],
                   p.mix(lk["skin"], p.SKIN_SHADE, 0.6))
    if legs and q["sit"]:
        leg(0)
        leg(1)
    if lk["apron"]:
        ap = lk["apron"]
        half = 0.62 if side else 1.0
        bias = (2.2 if q["turn"] > 0 else -2.2) if side else 0
        if back:
            c.line([on(length * 0.4, -w), on(length * 0.4, w)], ap, 1.3)
        else:
            c.poly([on(length - 9, bias - w * 0.55 * half), on(length - 9, bias + w * 0.55 * half),
                    on(length * 0.42, bias + w * half), on(down - 7, bias + w * 1.1 * half),
                    on(down - 7, bias - w * 1.1 * half), on(length * 0.42, bias - w * half)],
                   c.across(hx - 10, hx + 10, ap, p.dark(ap, 0.14)))
            for k in (-1, 1):
                c.line([on(length - 8.8, bias + k * w * 0.5 * half), on(length + 0.2, k * 2.9)], ap, 1.2)
            c.line([on(length * 0.42, bias - w * half), on(length * 0.42, bias + w * half)],
                   p.dark(ap, 0.25), 0.5)
    if lk["scarf"]:
        c.limb([on(length + 0.4, -3.2), on(length + 0.4, 3.2)], [2.3, 2.3], lk["scarf"])
        if not back and not side:
            c.limb([on(length - 1, 2), on(length - 11, 2.6)], [1.6, 1.9], p.dark(lk["scarf"], 0.15))
    hxx, hyy = q["head"]
    head(c, hxx, hyy, 7.7, lk, q["turn"], q["view"])
    for i in (0, 1):
        if q["arm_front"][i]:
            arm(i, near if not side else sleeve, True)
    if lk["bag"]:
        h = q["hands"][1]
        c.line([(h[0] - 2.5, h[1] + 5), h, (h[0] + 2.5, h[1] + 5)], p.BARK, 0.9)
        c.rect(h[0] - 5, h[1] + 4.5, 10, 9.5, lk["bag"], rx=1.2)


def _body_d(points):
    """Smooth along both sides, straight along the hem (the two middle points)."""
    half = len(points) // 2
    a, b = smooth_d(points[:half], False), smooth_d(points[half:], False)
    return a + "L" + b[1:] + "Z"


def bust_back(c, x, y, size, lk, lean=0):
    """Head and shoulders from behind, for foreground silhouettes; (x, y) is the base of the neck."""
    s = size / 100.0
    with c.at(x, y, s, turn=lean):
        coat = lk["coat"]
        c.path("M-105 190C-110 80 -92 36 -52 20C-26 10 -22 4 -20 -14L20 -14C22 4 26 10 52 20"
               "C92 36 110 80 105 190Z", c.across(-110, 110, p.light(coat, 0.12), (0.5, coat),
                                                   p.dark(coat, 0.25)))
        c.limb([(0, 6), (0, -30)], [21, 21], p.mix(lk["skin"], p.SKIN_SHADE, 0.8))
        if lk["scarf"]:
            c.limb([(-26, 2), (26, 2)], [17, 17], lk["scarf"])
        if lk["collar"]:
            c.path("M-34 18Q0 -10 34 18Q0 8 -34 18Z", lk["collar"])
        head(c, 0, -66, 55, lk, 0, "back")

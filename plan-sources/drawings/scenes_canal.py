"""The canal in snow and at dusk."""

import palette as p
from canvas import points_d
from nature import bare_tree, glow, hills, light_column, ripples, sky, snow_bank, snowfall, streak
from people import STAND, WALK, figure, look, pose
from town import Plane, bollard_chain, courses, gas_lamp, pane


def _warehouse(c, wall, u0, u1, eave, peak, tone, snow, lit, rng, roof=p.INDIGO):
    """One gable-ended warehouse on the wall plane from depth u0 to u1."""
    def mid(t):
        # Perspective middle: equal steps of 1/(1+u) are equal steps on the picture, so steps in u
        # would crowd to the front; interpolate in u to keep the true proportions.
        return u0 + (u1 - u0) * t
    body = [wall(u0, 0), wall(u0, eave), wall(mid(0.5), peak), wall(u1, eave), wall(u1, 0)]
    x0, x1 = body[0][0], body[-1][0]
    far = min(0.62, u0 * 0.085)
    col = p.haze(tone, far, p.STEEL)
    c.poly(body, c.across(x0, x1, p.light(col, 0.10), p.dark(col, 0.16)))
    # Stone courses, fewer in the distance.
    rows = 15
    for i in range(rows):
        v0, v1 = eave * i / rows, eave * (i + 1) / rows
        blocks = 9
        for k in range(blocks):
            if rng.random() < 0.5 + far:
                continue
            t0 = (k + (0.5 if i % 2 else 0)) / blocks
            t1 = min(1, t0 + 1 / blocks)
            q = wall.quad(mid(t0), mid(t1), v0 + 0.004, v1 - 0.004)
            c.poly(q, rng.choice([p.dark(col, 0.3), p.light(col, 0.25)]), op=rng.uniform(0.08, 0.3))
    # Openings: a big door and shuttered windows in two rows.
    for t, v, w, h, kind in ((0.2, 0.42, 0.1, 0.17, "w"), (0.5, 0.42, 0.1, 0.17, "w"),
                             (0.8, 0.42, 0.1, 0.17, "w"), (0.5, 0.74, 0.09, 0.13, "w"),
                             (0.2, 0.1, 0.1, 0.19, "w"), (0.8, 0.1, 0.1, 0.19, "w"),
                             (0.5, 0.0, 0.15, 0.31, "d")):
        v, h = v * eave, h * eave
        t0, t1 = mid(t - w / 2), mid(t + w / 2)
        frame = wall.quad(mid(t - w * 0.66), mid(t + w * 0.66), v - 0.012, v + h + 0.016)
        c.poly(frame, p.dark(col, 0.45))
        on = lit and rng.random() < 0.62
        if kind == "d":
            on = lit
        q = wall.quad(t0, t1, v, v + h)
        if on:
            c.poly(q, c.down(q[2][1], q[0][1], "#ffeab8", p.LAMP, p.OCHRE))
        else:
            c.poly(q, p.haze(p.INDIGO, far * 0.8, p.SLATE))
        m = mid(t)
        c.line([wall(m, v), wall(m, v + h)], p.dark(col, 0.55), max(1, 5 / (1 + u0)))
        c.line([wall(t0, v + h * 0.5), wall(t1, v + h * 0.5)], p.dark(col, 0.55), max(1, 4 / (1 + u0)))
        if snow:
            a, b = wall(mid(t - w * 0.7), v - 0.012), wall(mid(t + w * 0.7), v - 0.012)
            c.line([a, b], p.SNOW, max(1.5, 9 / (1 + u0)))
    # Roof edge with snow.
    e = 0.02
    for a, b in ((wall(u0 - 0.01, eave - 0.01), wall(mid(0.5), peak)),
                 (wall(mid(0.5), peak), wall(u1 + 0.01, eave - 0.01))):
        c.line([a, b], p.haze(roof, far, p.STEEL), max(2, 26 / (1 + u0)))
    if snow:
        top = [wall(u0 - 0.012, eave + e), wall(mid(0.5), peak + e * 1.6), wall(u1 + 0.012, eave + e)]
        c.line(top, p.haze(p.SNOW, far * 0.5, p.MIST), max(3, 40 / (1 + u0)))


def canal_snow(c):
    """Cover picture: stone warehouses, water, snow promenade with lamps going away to the hill."""
    vp = (1130, 742)
    sky(c, (0, "#26385a"), (0.3, "#4d6788"), (0.55, "#94a6b6"), (0.75, "#d9c9b4"), bottom=760)
    for i in range(9):
        streak(c, c.rng.uniform(200, 2300), c.rng.uniform(60, 480), c.rng.uniform(500, 1100), 26,
               p.MIST, 0.16, blur=14)
    hills(c, 720, 360, 5, c.down(400, 760, "#7e93a9", "#b7bfc4"), 800)
    hills(c, 745, 190, 7, c.down(560, 780, "#566e8b", "#98a5b0"), 800)
    # Houses on the far slope.
    for i in range(46):
        x, y = c.rng.uniform(980, 2400), c.rng.uniform(655, 742)
        w = c.rng.uniform(14, 30)
        c.rect(x, y, w, w * 0.75, p.haze(p.SLATE, 0.3))
        c.poly([(x - 3, y + 1), (x + w / 2, y - w * 0.45), (x + w + 3, y + 1)], p.PALE)
        if c.rng.random() < 0.5:
            c.rect(x + w * 0.3, y + w * 0.25, w * 0.25, w * 0.22, p.LAMP)
    # Water.
    left_base, right_edge = (-420, 1250), (1560, 1800)
    water = Plane(vp, left_base, right_edge)
    c.poly([vp, water(0, 0), (-420, 1900), right_edge],
           c.down(742, 1600, "#8d9cab", (0.25, "#4d6585"), (0.6, "#2d4062"), "#1d2a48"))
    # Right side: street bank with wall and trees (behind the promenade).
    bank = Plane(vp, (3700, 1420), (3700, 250))
    c.poly([vp, bank(0, 0), bank(0, 0.42)], c.across(1130, 2500, "#8a97a2", "#54657b"))
    for i in range(150):
        u = 1.0 / c.rng.uniform(0.08, 1.0) - 0.9
        v = c.rng.uniform(0.02, 0.38)
        du = 0.05 * (1 + u)
        c.poly(bank.quad(u, u + du, v, v + 0.045), p.dark(p.SLATE, 0.25), op=0.3)
    c.poly([vp, bank(0, 0.40), bank(0, 0.50)], c.across(1130, 2400, p.PALE, p.SNOW))
    for u, h in ((6.2, 300), (3.8, 420), (2.3, 620), (1.25, 880)):
        x, y = bank(u, 0.44)
        bare_tree(c, x, y + 8, h * 1.0, p.haze(p.BARK, min(0.5, u * 0.075), p.SLATE), p.SNOW, depth=6, lean=-0.04)
    # Promenade.
    prom = Plane(vp, right_edge, (3700, 1420))
    edge_l, edge_r = prom(0, 0), prom(0, 1)
    c.poly([vp, edge_l, (3700, 2000), edge_r], c.lin(1130, 742, 2100, 1600, "#cfd3d4", "#f1ede4", "#dfe3e4"))
    quay = Plane(vp, right_edge, (1560, 2050))
    c.poly([vp, quay(0, 0), quay(0, 1)], c.down(742, 1600, "#74808c", "#3b4659"))
    for i in range(70):
        u = 1.0 / c.rng.uniform(0.1, 1.0) - 0.95
        c.poly(quay.quad(u, u + 0.06 * (1 + u), *sorted((c.rng.uniform(0, 1), c.rng.uniform(0, 1)))),
               p.INK, op=0.12)
    # Trodden path.
    c.poly([prom(40, 0.4), prom(40, 0.6), prom(0, 0.66), prom(0, 0.3)], "#b9c3cc", op=0.55, blur=5)
    for i in range(90):
        u = 1.0 / c.rng.uniform(0.07, 1.0) - 0.85
        x, y = prom(u, c.rng.uniform(0.32, 0.62))
        c.ellipse(x, y, 20 / (1 + u), 7 / (1 + u), "#8ea0b2", op=0.5)
    # Warehouses at the left, far ones first.
    wall = Plane(vp, (-420, 1235), (-420, -560))
    units = []
    u = 0.0
    for i, (length, eave, rise, tone) in enumerate((
            (0.42, 0.62, 0.2, "#8d8171"), (0.5, 0.66, 0.22, "#9a8f80"), (0.62, 0.56, 0.2, "#8a5b4a"),
            (0.8, 0.64, 0.22, "#978b7b"), (1.1, 0.6, 0.2, "#857a6e"), (1.6, 0.66, 0.2, "#8f8375"),
            (2.4, 0.58, 0.2, "#96705f"), (4.0, 0.6, 0.2, "#8d8171"))):
        units.append((u, u + length * 0.86, eave, eave + rise, tone))
        u += length * 0.86
    for u0, u1, eave, peak, tone in reversed(units):
        _warehouse(c, wall, u0, u1, eave, peak, tone, True, True, c.rng)
    # Quay ledge under the warehouses with snow, then reflections.
    c.poly([vp, wall(0, 0.03), (-420, 1290)], p.PALE)
    c.poly([vp, (-420, 1290), (-420, 1345)], "#35425a")
    mirror = Plane(vp, (-420, 1330), (-420, 2700))
    clip = c.clip(points_d([vp, (-420, 1330), (-420, 1900), right_edge]))
    with c.group(clip=clip):
        for u0, u1, eave, peak, tone in reversed(units):
            m = (u0 + u1) / 2
            c.poly([mirror(u0, 0), mirror(u0, eave), mirror(m, peak), mirror(u1, eave), mirror(u1, 0)],
                   p.mix(tone, p.INDIGO, 0.66), op=0.85, blur=4)
            for t in (0.2, 0.5, 0.8):
                if c.rng.random() < 0.8:
                    x, y = mirror(u0 + (u1 - u0) * t, 0.06)
                    x2, y2 = mirror(u0 + (u1 - u0) * t, 0.5)
                    light_column(c, x, y, y2, 62 / (1 + u0), p.LAMP, 0.95, 24)
        ripples(c, -100, 1500, 800, 1600, 170, ["#a9b6c2", "#c8c4bd", "#6d84a0", p.INK], (0.1, 0.42), 150, 16)
        for u in (0.72, 1.35, 2.3, 3.8):
            x, y = prom(u, 0.04)
            light_column(c, x - 260 / (1 + u), y + 60 / (1 + u), y + 760 / (1 + u), 84 / (1 + u),
                         p.GLOW, 0.95, 26)
    for u in (0.62, 1.35, 2.3):
        x, y = prom(u, 0.2)
        c.ellipse(x, y, 340 / (1 + u), 74 / (1 + u),
                  c.rad(x, y, 340 / (1 + u), (0, p.GLOW, 0.55), (1, p.GLOW, 0)))
    # Lamps and chain along the promenade edge, people, near snow.
    posts = []
    for u in (7.2, 5.6, 4.4, 3.5, 2.75, 2.15, 1.65, 1.22, 0.86, 0.55, 0.28):
        x, y = prom(u, 0.035)
        posts.append((x, y, 1 / (1 + u)))
    for u in (5.2, 3.8, 2.3):
        x, y = prom(u, 0.07)
        gas_lamp(c, x, y, 830 / (1 + u))
    figure(c, *prom(3.3, 0.72), 560 / 4.3, WALK, look(coat=p.BRICK, legs=p.INDIGO), flip=True)
    x, y = prom(2.05, 0.5)
    figure(c, x - 26, y, 182, pose(STAND, view="back", coat=22, arm_front=(True, True)),
           look(coat=p.INDIGO, legs=p.BARK, scarf=p.BRICK, hat=("knit", p.OCHRE)))
    figure(c, x + 36, y + 4, 172, pose(STAND, view="back", coat=20),
           look(coat=p.MOSS, legs=p.INDIGO, hair=p.HAIR_GREY, hat=("knit", p.CREAM)))
    bollard_chain(c, posts, 118)
    x, y = prom(1.35, 0.07)
    gas_lamp(c, x, y, 400)
    x, y = prom(0.62, 0.075)
    gas_lamp(c, x, y, 640)
    snow_bank(c, [(1500, 1650), (1640, 1570), (1800, 1560), (1960, 1570), (2120, 1520), (2280, 1440),
                  (2420, 1400)], 1700, "#fbf8f1", "#c3ced7")
    snowfall(c, 420, size=(1.6, 6.5))


def _front(c, x, w, base, eave, peak, tone, lit):
    """One warehouse seen straight on across the water."""
    c.poly([(x, base), (x, base - eave), (x + w / 2, base - peak), (x + w, base - eave), (x + w, base)],
           c.across(x, x + w, p.light(tone, 0.12), tone, p.dark(tone, 0.2)))
    courses(c, x, base - eave, w, eave, 23, p.dark(tone, 0.35), 0.3, 2.2, 0.45)
    courses(c, x + w * 0.25, base - peak + (peak - eave) * 0.5, w * 0.5, (peak - eave) * 0.5, 23,
            p.dark(tone, 0.35), 0.25, 2.2, 0.4)
    for t in (0.1, 0.25, 0.4, 0.6, 0.75, 0.9):
        for v in (0.60, 0.15):
            ww, wh = w * 0.05, eave * 0.25
            wx, wy = x + w * t - ww / 2, base - eave * v - wh
            on = p.LAMP if lit and c.rng.random() < 0.66 else None
            for s in (-1, 1):
                c.rect(wx + ww / 2 + s * ww * 0.82 - ww * 0.26, wy - 3, ww * 0.52, wh + 6, p.dark(tone, 0.62), rx=2)
            pane(c, wx, wy, ww, wh, on, p.dark(tone, 0.5), (1, 2))
            c.path("M%.1f %.1fQ%.1f %.1f %.1f %.1fZ" % (wx - 6, wy, wx + ww / 2, wy - 22, wx + ww + 6, wy),
                   p.dark(tone, 0.5))
    for v, size in ((0.30, 1.0), (0.62, 0.72)):
        ww, wh = w * 0.055 * size, (peak - eave) * 0.3 * size
        pane(c, x + w * 0.5 - ww / 2, base - eave - (peak - eave) * v - wh * 0.5, ww, wh,
             p.LAMP if lit and size == 1 else None, p.dark(tone, 0.5), (1, 1))
    c.rect(x + w * 0.45, base - eave * 0.47, w * 0.1, eave * 0.47, p.dark(tone, 0.62))
    c.rect(x + w * 0.465, base - eave * 0.42, w * 0.07, eave * 0.42,
           c.down(base - eave * 0.42, base, "#ffeab8", p.OCHRE))
    c.rect(x + w * 0.498, base - eave * 0.42, w * 0.004, eave * 0.42, p.dark(tone, 0.5))
    # Ivy that has climbed one corner.
    for i in range(26):
        c.circle(x + w * 0.97 - c.rng.random() ** 2 * w * 0.14, base - c.rng.random() * eave * 0.95,
                 c.rng.uniform(5, 13), c.rng.choice([p.PINE, p.MOSS, p.FOREST]), op=0.8)
    c.line([(x - 14, base - eave + 6), (x + w / 2, base - peak), (x + w + 14, base - eave + 6)], p.INK, 20)
    c.line([(x - 14, base - eave - 3), (x + w / 2, base - peak - 9), (x + w + 14, base - eave - 3)],
           p.mix(p.ROSE, p.SLATE, 0.45), 4)


def canal_dusk(c):
    """The row of warehouses across still water after sunset."""
    sky(c, (0, "#2b3d63"), (0.35, "#5f6f93"), (0.62, "#c08f88"), (0.85, "#eebf8a"), (1, "#f6d9a4"), bottom=860)
    for i in range(12):
        streak(c, c.rng.uniform(0, 2400), c.rng.uniform(90, 520), c.rng.uniform(400, 1000),
               c.rng.uniform(8, 20), c.rng.choice(["#e9a98c", "#f3c9a0", "#6d7796"]), 0.35, blur=5)
    hills(c, 760, 210, 5, c.down(560, 840, "#5b6886", "#a08d92"), 860)
    base = 880
    row = ((-330, 800, 420, 610, "#746a62"), (505, 590, 360, 500, "#7d4c3f"), (1130, 830, 440, 640, "#7f746a"),
           (1995, 700, 390, 560, "#82523f"))

    def build():
        c.rng.seed("row")
        for x, w, eave, peak, tone in row:
            _front(c, x, w, base, eave, peak, tone, True)
        c.rect(-20, base - 12, 2440, 34, "#4b4a52")
        c.rect(-20, base - 14, 2440, 6, "#8c8078")

    build()
    water = points_d([(-10, 902), (2410, 902), (2410, 1610), (-10, 1610)])
    with c.group(clip=c.clip(water)):
        c.path(water, c.down(900, 1600, "#efc594", (0.2, "#c98f80"), (0.5, "#66688a"), "#233356"))
        with c.group("matrix(1 0 0 -1.02 0 1816)", op=0.62, blur=5):
            build()
        c.path(water, c.down(900, 1600, (0, p.INDIGO, 0.28), (0.5, p.INDIGO, 0.35), (1, p.INK, 0.6)))
        c.rng.seed("water")
        ripples(c, -50, 2450, 915, 1600, 330, ["#f0c79a", "#d8a592", "#2c3b60", "#8e8aa2"], (0.12, 0.5), 240, 40)
        for x in (70, 300, 800, 950, 1545, 1850, 2345):
            light_column(c, x, 915, 1390, 40, p.GLOW, 0.75, 26)
    # A moored boat.
    with c.at(1850, 1215):
        c.ellipse(0, 40, 270, 24, p.INK, op=0.4, blur=8)
        c.path("M-250 -16Q-200 48 -130 52H160Q230 44 268 -34Q120 4 -20 2Q-150 0 -250 -16Z",
               c.down(-30, 52, "#46566f", p.INK))
        c.path("M-250 -16Q-150 2 -20 4Q120 6 268 -34Q130 -8 -20 -10Q-150 -10 -250 -16Z", "#c9a27f")
        c.rect(-70, -92, 150, 90, c.across(-70, 80, "#d9cdb8", "#9b9189"), rx=6)
        c.rect(-88, -104, 186, 16, p.BRICK, rx=5)
        for k in range(3):
            c.rect(-52 + k * 44, -74, 30, 34, p.LAMP, rx=2)
        c.line([(0, -104), (0, -230)], p.INK, 5)
        c.line([(0, -222), (250, -36)], p.INK, 2)
        glow(c, 0, -232, 46, p.GLOW, 0.9)
        c.circle(0, -232, 7, "#fff3cf")
    light_column(c, 1850, 1280, 1450, 34, p.GLOW, 0.6, 14)
    # Near quay with railing, lamp, and a couple looking over the water.
    c.poly([(-10, 1500), (2410, 1452), (2410, 1610), (-10, 1610)], c.down(1450, 1600, "#5f5a60", "#2b2e3d"))
    c.poly([(-10, 1496), (2410, 1448), (2410, 1468), (-10, 1518)], "#9c8577")
    for i in range(14):
        x = 40 + i * 182
        c.rect(x - 7, 1330, 14, 190 - i * 3.2, p.INK, rx=4)
        c.ellipse(x, 1328, 13, 8, p.INK)
    for y in (1352, 1418):
        c.line([(-10, y + 4), (2410, y - 2)], p.INK, 8)
    figure(c, 600, 1588, 470, pose(STAND, view="back", coat=16, turn=0.2),
           look(coat="#3a4a6b", legs=p.INK, hair=p.HAIR))
    figure(c, 752, 1584, 436, pose(STAND, view="back", coat=4, skirt=30),
           look(coat="#a8604c", legs="#3c3a4a", hair=p.HAIR_BROWN, style="bob"))
    gas_lamp(c, 1120, 1540, 1010, snow=False)
    for k in range(9):
        # Willow leaves hanging into the picture at the upper left.
        x = -30 + k * 62
        drop = 260 + 240 * c.rng.random() - k * 18
        pts = [(x, -20), (x + 24, drop * 0.4), (x + 8, drop)]
        c.line(pts, p.FOREST, 3, curve=True)
        for j in range(int(drop / 15)):
            t = j / (drop / 15)
            lx, ly = x + 24 * (1 - (2 * t - 1) ** 2) * 0.9, -20 + (drop + 20) * t
            s = 1 if j % 2 else -1
            c.path("M%.1f %.1fq%.1f 8 %.1f 34q%.1f -14 %.1f -34Z" % (lx, ly, 17 * s, 15 * s, -17 * s, -15 * s),
                   c.rng.choice([p.FOREST, "#3d4f45", p.PINE]))

"""Talking and learning together."""

import math

import palette as p
from canvas import smooth_d
from indoor import (NOTES, chair_back, chair_front, chair_side, floor_light, mug_above, mug_side, paper, pen, pendant,
                    person_above, plant, scribble, sticky, view_window)
from nature import clump, conifer, glow, leafy, streak
from people import SIT, SIT_BACK, SIT_SIDE, STAND, bust_back, crowd_look, figure, look, pose


def wood_top(c, x, y, w, h, plank, tone=p.OAK):
    """A table top of planks seen from above."""
    c.rect(x, y, w, h, tone)
    k = 0
    yy = y
    while yy < y + h:
        hh = min(plank, y + h - yy)
        shade = p.mix(tone, c.rng.choice([p.WOOD, p.CREAM, p.WALNUT]), c.rng.uniform(0.04, 0.2))
        c.rect(x, yy, w, hh, shade)
        for i in range(7):
            gy = yy + hh * c.rng.uniform(0.1, 0.9)
            gx = x + w * c.rng.uniform(-0.1, 0.8)
            gw = w * c.rng.uniform(0.2, 0.6)
            c.path("M%.0f %.0fq%.0f %.0f %.0f 0" % (gx, gy, gw / 2, c.rng.uniform(-9, 9), gw), None, stroke=p.dark(shade, 0.35), sw=1.6, op=0.25)
        c.line([(x, yy), (x + w, yy)], p.dark(tone, 0.45), 2.5, op=0.5)
        yy += plank
        k += 1


def meeting_table(c):
    """From above: papers, notes, cups and many hands."""
    c.rect(-10, -10, 2420, 1620, c.lin(0, 0, 2400, 1600, "#7d8794", "#5d6674"))
    for k in range(13):
        c.line([(k * 200, -10), (k * 200, 1610)], p.INK, 2, op=0.12)
        c.line([(-10, k * 200), (2410, k * 200)], p.INK, 2, op=0.12)
    c.rect(345, 318, 1730, 1000, p.INK, rx=24, op=0.4, blur=22)
    with c.group(clip=c.clip("M344 290H2056Q2080 290 2080 314V1276Q2080 1300 2056 1300H344Q320 1300 320 1276V314Q320 290 344 290Z")):
        wood_top(c, 320, 290, 1760, 1010, 126, "#d2ab7b")
        c.poly([(320, 290), (1100, 290), (320, 1100)], "#fff1cc", op=0.25, blur=30)
    # The large sheet in the middle.
    with c.at(1190, 800, turn=-2):
        c.rect(-408, -262, 830, 540, p.INK, op=0.2, blur=8)
        c.rect(-415, -270, 830, 540, "#f8f3e6")
        c.path("M-300 -40C-330 -190 -120 -220 -90 -110C-40 20 -250 110 -300 -40Z", None, stroke=p.BRICK, sw=6, op=0.8)
        c.path("M20 -120C60 -240 330 -220 330 -100C330 30 60 40 20 -120Z", None, stroke=p.SLATE, sw=6, op=0.8)
        c.path("M-90 150C-60 40 210 50 220 150C220 250 -110 260 -90 150Z", None, stroke=p.MOSS, sw=6, op=0.8)
        c.path("M-96 -70Q-20 -20 -10 60M120 20Q110 60 90 76", None, stroke=p.TAUPE, sw=5, dash="16 12")
        for x, y, col in ((-255, -90, 0), (-170, -120, 0), (-205, -20, 4), (95, -130, 3), (185, -150, 3), (265, -90, 3), (150, -50, 4),
                          (-20, 140, 2), (75, 170, 2), (155, 130, 2), (20, 210, 4), (-340, 190, 1), (330, 200, 5)):
            sticky(c, x, y, 72, NOTES[col], c.rng.uniform(-9, 9), 3)
    # People around: long sides and short sides.
    sides = [
        (620, 232, 90, look(coat=p.NAVY, hair=p.HAIR), ((0.95, -0.36), (1.02, 0.3)), 0.02),
        (1190, 222, 90, look(coat=p.BRICK, hair=p.HAIR_BROWN, style="bob"), ((1.0, -0.22), (1.42, 0.2)), 0.05),
        (1760, 236, 90, look(coat=p.CREAM, hair=p.HAIR_GREY), ((0.9, -0.3), (0.98, 0.34)), 0.0),
        (600, 1372, -90, look(coat=p.MOSS, hair=p.HAIR, style="bun"), ((1.0, -0.34), (0.92, 0.3)), 0.04),
        (1210, 1384, -90, look(coat=p.OCHRE, hair=p.HAIR_WHITE, style="bob"), ((1.34, -0.1), (0.98, 0.36)), 0.06),
        (1790, 1368, -90, look(coat=p.SLATE, hair=p.HAIR), ((0.94, -0.3), (1.04, 0.26)), 0.02),
        (244, 800, 0, look(coat=p.PINE, hair=p.HAIR_GREY, style="thin"), ((1.02, -0.34), (0.98, 0.32)), 0.0),
        (2156, 800, 180, look(coat=p.ROSE, hair=p.HAIR_BROWN, style="long"), ((1.0, -0.3), (1.3, 0.24)), 0.04),
    ]
    for x, y, a in ((620, 130, 0), (1190, 120, 0), (1760, 134, 0), (600, 1474, 0), (1210, 1486, 0), (1790, 1470, 0), (140, 800, 90), (2260, 800, 90)):
        with c.at(x, y, turn=a):
            c.rect(-110, -44, 220, 88, p.WALNUT, rx=26)
    for x, y, w, h, t, ch in ((650, 470, 150, 206, 6, True), (1750, 470, 150, 206, -8, False), (620, 1120, 150, 206, -5, False), (1780, 1130, 150, 206, 4, True),
                              (470, 790, 206, 150, 3, False), (1925, 830, 206, 150, -6, False)):
        paper(c, x, y, w, h, t, 7, chart=ch)
    for x, y, col, h in ((830, 400, p.BRICK, 0.4), (1420, 392, p.SNOW, 2.6), (1940, 560, p.NAVY, 1.2), (450, 1080, p.OCHRE, 3.6), (820, 1210, p.SNOW, 5.6),
                         (1560, 1214, p.MOSS, 0.3), (440, 560, p.SNOW, 2.0)):
        mug_above(c, x, y, 44, col, "#8d6a3c" if col in (p.BRICK, p.OCHRE) else "#6d7b45" if col == p.MOSS else "#7a4f30", h)
    for x, y, col, t in ((980, 480, p.BRICK, 24), (1560, 500, p.NAVY, -30), (1000, 1150, p.MOSS, 12), (2000, 1050, p.BRICK, 80)):
        pen(c, x, y, 130, col, t)
    for k in range(3):
        sticky(c, 1330 + k * 5, 1150 - k * 6, 84, NOTES[(0, 3, 1)[k]], 8, 0)
    for x, y, a, lk, hands, shift in sides:
        person_above(c, x, y, 250, a, lk, hands, shift)


def sticky_wall(c):
    """Large sheets on a wall with notes in groups; a hand adds one more."""
    c.rect(-10, -10, 2420, 1620, c.lin(0, 0, 2400, 1600, "#e6dcc8", "#cfc3ad"))
    floor_light(c, [(-50, 200), (900, -50), (1500, -50), (300, 1650), (-50, 1650)], 0.4)
    sheets = ((110, 130, 1030, 1340, -0.8), (1240, 110, 1050, 1330, 0.7))
    for x, y, w, h, turn in sheets:
        with c.at(x + w / 2, y + h / 2, turn=turn):
            c.rect(-w / 2 + 10, -h / 2 + 16, w, h, p.INK, op=0.25, blur=14)
            c.rect(-w / 2, -h / 2, w, h, c.lin(-w / 2, -h / 2, w / 2, h / 2, "#fdfaf1", "#efe8d8"))
            for f in (0.33, 0.66):
                c.line([(-w / 2, -h / 2 + h * f), (w / 2, -h / 2 + h * f)], p.STONE, 2, op=0.35)
                c.line([(-w / 2 + w * f, -h / 2), (-w / 2 + w * f, h / 2)], p.STONE, 2, op=0.35)
            for cx, cy in ((-w / 2, -h / 2), (w / 2, -h / 2), (-w / 2, h / 2), (w / 2, h / 2)):
                with c.at(cx, cy, turn=45 if cx * cy < 0 else -45):
                    c.rect(-58, -17, 116, 34, "#b7c4a3", op=0.85)
    groups = (
        (370, 440, 240, 170, 0, p.BRICK, 6), (880, 420, 190, 170, 3, p.SLATE, 5), (400, 850, 230, 180, 2, p.MOSS, 6),
        (860, 900, 200, 200, 1, p.AMBER, 5), (600, 1270, 340, 120, 4, p.NAVY, 6),
        (1510, 410, 220, 170, 3, p.SLATE, 6), (2020, 430, 200, 190, 1, p.BRICK, 5), (1560, 870, 250, 180, 0, p.AMBER, 7),
        (2040, 880, 190, 170, 2, p.MOSS, 5), (1750, 1250, 330, 130, 5, p.NAVY, 5),
    )
    for x, y, rx, ry, tone, ink, count in groups:
        pts = []
        for i in range(12):
            a = 2 * math.pi * i / 12
            pts.append((x + math.cos(a) * rx * c.rng.uniform(0.97, 1.07), y + math.sin(a) * ry * c.rng.uniform(0.97, 1.07)))
        c.path(smooth_d(pts), ink, op=0.07)
        c.path(smooth_d(pts), None, stroke=ink, sw=7, op=0.75)
        # A label on the line.
        c.rect(x - 92, y - ry - 32, 184, 56, "#fdfaf1", rx=8)
        scribble(c, x - 74, y - ry - 2, 150, 30, ink, 6)
        cols = 3
        for i in range(count):
            col, row = i % cols, i // cols
            rows = math.ceil(count / cols)
            in_row = min(cols, count - row * cols)
            sx = x + (col - (in_row - 1) / 2) * min(rx * 0.58, 134) + c.rng.uniform(-9, 9)
            sy = y + 14 + (row - (rows - 1) / 2) * min(ry * 0.92, 132) + c.rng.uniform(-9, 9)
            tone_i = tone if c.rng.random() < 0.7 else c.rng.randrange(len(NOTES))
            sticky(c, sx, sy, 112, NOTES[tone_i], c.rng.uniform(-7, 7), 3)
    for a, b in (((590, 500), (690, 480)), ((380, 620), (390, 660)), ((640, 900), (660, 910)), ((1740, 480), (1810, 480)), ((1560, 590), (1560, 680)),
                 ((1810, 890), (1850, 890)), ((620, 1090), (610, 1140)), ((1690, 1060), (1720, 1110))):
        c.path("M%d %dQ%d %d %d %d" % (*a, (a[0] + b[0]) / 2 + 6, (a[1] + b[1]) / 2 - 16, *b), None, stroke=p.TAUPE, sw=6)
        ang = math.atan2(b[1] - a[1], b[0] - a[0])
        for s in (-0.5, 0.5):
            c.line([b, (b[0] - 20 * math.cos(ang + s), b[1] - 20 * math.sin(ang + s))], p.TAUPE, 6)
    # An arm from the lower right puts a note on the sheet.
    sticky(c, 1330, 1120, 122, NOTES[0], -5, 3)
    skin, shade = p.SKIN, p.mix(p.SKIN, p.SKIN_SHADE, 0.75)
    c.limb([(2000, 1720), (1620, 1440), (1466, 1262)], [150, 104, 64], p.INK, op=0.2, blur=16)
    c.limb([(1530, 1332), (1474, 1276)], [52, 50], shade)
    for pts, r in (([(1440, 1262), (1392, 1196), (1378, 1160)], (27, 23, 20)), ([(1424, 1268), (1372, 1214), (1350, 1176)], (27, 24, 20)),
                   ([(1412, 1282), (1362, 1240), (1338, 1210)], (26, 22, 19)), ([(1410, 1300), (1366, 1268), (1342, 1246)], (23, 20, 17))):
        c.limb(pts, [q + 3 for q in r], shade)
        c.limb(pts, r, skin)
    c.limb([(1506, 1306), (1440, 1288)], [54, 48], skin)
    c.limb([(1462, 1248), (1440, 1190), (1412, 1152)], [30, 24, 19], shade)
    c.limb([(1464, 1250), (1442, 1190), (1413, 1153)], [26, 21, 17], skin)
    with c.at(1524, 1324, turn=42.5):
        # Sleeve with a shirt cuff, drawn along the forearm.
        c.path("M-14 -66Q-22 0 -14 66L26 72Q18 0 26 -72Z", c.down(-66, 66, "#fffaf0", "#cfc8ba"))
        c.path("M18 -74Q8 0 18 74L560 190Q640 -10 560 -150Z", c.down(-120, 150, p.light(p.NAVY, 0.16), p.NAVY, p.INDIGO))
        c.path("M90 -60Q120 -20 104 20M150 10Q176 50 160 90M240 -70Q262 -40 250 -10", None, stroke=p.INK, sw=5, op=0.35)


def outside_spring(c, x, y, w, h):
    c.rect(x, y, w, h, c.down(y, y + h, "#b9d0da", "#eef0df"))
    c.path("M%d %dQ%d %d %d %dV%dH%dZ" % (x, y + h * 0.66, x + w * 0.45, y + h * 0.46, x + w, y + h * 0.64, y + h, x), "#b3c2ad")
    c.path("M%d %dQ%d %d %d %dV%dH%dZ" % (x, y + h * 0.74, x + w * 0.6, y + h * 0.66, x + w, y + h * 0.76, y + h, x), "#a3b382")
    step = h * 0.2
    spots = int(w / step)
    for i in range(spots + 1):
        for back in (1, 0):
            tx = x + i * step + c.rng.uniform(-0.4, 0.4) * step + back * step * 0.5
            size = h * c.rng.uniform(0.3, 0.44) * (0.8 if back else 1)
            tones = ["#7f9369", "#93a578", "#a9b88a", "#bdc99b"] if back else ["#5f7a4a", "#76904f", "#8fa45c", "#a9b870"]
            leafy(c, tx, y + h * (0.86 if back else 0.99), size, tones, "#7d6a55", 26, 0.62, size=0.62)


def outside_snow(c, x, y, w, h):
    c.rect(x, y, w, h, c.down(y, y + h, "#a9bccb", "#e6e4da"))
    c.path("M%d %dQ%d %d %d %dV%dH%dZ" % (x, y + h * 0.55, x + w * 0.4, y + h * 0.34, x + w, y + h * 0.56, y + h, x), "#c3ced6")
    for i in range(9):
        conifer(c, x + w * c.rng.random(), y + h * c.rng.uniform(0.66, 0.82), h * c.rng.uniform(0.16, 0.28), "#5d7480", "#e9edec", tiers=5)
    c.path("M%d %dQ%d %d %d %dV%dH%dZ" % (x, y + h * 0.8, x + w * 0.6, y + h * 0.7, x + w, y + h * 0.82, y + h, x), "#f3f1ea")
    for i in range(40):
        c.circle(x + w * c.rng.random(), y + h * c.rng.random(), c.rng.uniform(1.5, 4.5), "#ffffff", op=0.9)


def outside_dusk(c, x, y, w, h):
    c.rect(x, y, w, h, c.down(y, y + h, "#2c3b60", "#6a7396", "#d9a88c"))
    c.rect(x, y + h * 0.76, w, h * 0.3, "#33415f")
    for i in range(40):
        bx, by = x + w * c.rng.random(), y + h * c.rng.uniform(0.7, 0.97)
        bw = c.rng.uniform(12, 34)
        c.rect(bx, by, bw, bw, "#2a3653")
        c.rect(bx + bw * 0.3, by + bw * 0.2, bw * 0.3, bw * 0.3, p.LAMP)


def room(c, wall=("#efe4cf", "#dfd0b4"), floor=("#c79d6d", "#99714b"), line=930):
    c.rect(-10, -10, c.w + 20, line + 20, c.down(0, line, *wall))
    c.rect(-10, line, c.w + 20, c.h - line + 20, c.down(line, c.h, *floor))
    for k in range(12):
        y = line + (c.h - line) * (k / 12) ** 1.7
        c.line([(-10, y), (c.w + 10, y)], p.dark(floor[1], 0.3), 1 + 2 * k / 12, op=0.3)
    for k in range(-6, 19):
        xx = c.w / 2 + (k - 6) * c.w * 0.075
        c.line([(xx, line), (c.w / 2 + (xx - c.w / 2) * 2.6, c.h)], p.dark(floor[1], 0.3), 1.8, op=0.22)
    c.rect(-10, line - 26, c.w + 20, 28, p.light(floor[0], 0.15))


def chair_circle(c):
    """Chairs in a circle in a bright room."""
    room(c, line=760)
    for x in (150, 900, 1650):
        view_window(c, x, 130, 600, 440, outside_spring, mullions=(0.5,))
    for x in (150, 900, 1650):
        floor_light(c, [(x + 40, 800), (x + 560, 800), (x + 300 + (x - 600) * 0.2, 1500), (x - 420 + (x - 600) * 0.2, 1500)], 0.2)
    plant(c, 90, 800, 330)
    plant(c, 2310, 800, 300, p.SLATE)
    # Rug under the circle.
    c.ellipse(1200, 1170, 900, 300, "#7d8f9e", op=0.55)
    c.ellipse(1200, 1170, 820, 262, "#a5b1b6", op=0.6)
    c.ellipse(1200, 1170, 560, 170, "#c3c6bd", op=0.6)
    # Back row (facing us).
    back = ((800, 930, -0.0, p.NAVY, p.HAIR, "short"), (1075, 900, 0.2, p.CREAM, p.HAIR_BROWN, "bob"), (1345, 900, -0.3, p.BRICK, p.HAIR_WHITE, "bun"), (1620, 930, -0.3, p.MOSS, p.HAIR, "short"))
    for i, (x, y, turn, coat, hair, style) in enumerate(back):
        c.ellipse(x, y + 2, 90, 12, p.INK, op=0.3, blur=5)
        chair_front(c, x, y, 440)
        q = pose(SIT, turn=turn)
        if i == 1:
            q = pose(q, elbows=((-13, -46), (14, -47)), hands=((-9, -33), (15, -58)))
        if i == 3:
            q = pose(q, hands=((-2, -36), (4, -36)))
        figure(c, x, y, 440, q, look(coat=coat, legs=(p.TAUPE, p.NAVY, "#5c4a55", p.BARK)[i], hair=hair, style=style, collar=p.SNOW if i == 0 else None))
    # Sides.
    for x, y, flip, coat, hair, style, s in ((440, 1060, False, p.OCHRE, p.HAIR_GREY, "short", 480), (1960, 1060, True, p.SLATE, p.HAIR_BROWN, "long", 480),
                                              (330, 1290, False, p.ROSE, p.HAIR, "bob", 540), (2075, 1290, True, p.PINE, p.HAIR_GREY, "thin", 540)):
        c.ellipse(x, y + 2, 120, 14, p.INK, op=0.3, blur=6)
        chair_side(c, x, y, s, p.OAK, flip)
        q = pose(SIT_SIDE, hands=((10, -36), (12, -35))) if s == 480 else SIT_SIDE
        figure(c, x, y, s, q, look(coat=coat, legs=p.INDIGO if flip else p.BARK, hair=hair, style=style), flip=flip)
    # Front row from behind.
    for x, y, coat, hair, style in ((720, 1500, p.INDIGO, p.HAIR_BROWN, "bun"), (1200, 1540, p.MOSS, p.HAIR_GREY, "short"), (1680, 1500, p.BRICK, p.HAIR, "bob")):
        c.ellipse(x, y + 4, 150, 18, p.INK, op=0.32, blur=8)
        figure(c, x, y, 640, pose(SIT_BACK, coat=3), look(coat=coat, legs=p.INK, hair=hair, style=style))
        chair_back(c, x, y, 640)


def presenter_wall(c):
    """Upright: someone reports to the others in front of the large sheet."""
    room(c, ("#e9dcc4", "#d8c7a8"), ("#b98e62", "#8a6545"), 1500)
    glow(c, 900, 480, 1000, "#fff3cf", 0.6)
    for x in (420, 1180):
        pendant(c, x, 150, 150, p.INDIGO, 2.6)
    # Sheet on a movable board.
    c.rect(520, 330, 960, 1010, p.INK, op=0.25, blur=14)
    c.rect(490, 300, 980, 1030, p.WALNUT, rx=8)
    c.rect(510, 320, 940, 990, c.lin(510, 320, 1450, 1310, "#fdfaf1", "#ece3d0"))
    c.rect(560, 1330, 22, 260, p.BARK)
    c.rect(1380, 1330, 22, 260, p.BARK)
    c.rect(520, 1584, 100, 18, p.BARK, rx=6)
    c.rect(1340, 1584, 100, 18, p.BARK, rx=6)
    scribble(c, 760, 390, 440, 50, p.NAVY, 10)
    c.line([(740, 430), (1220, 424)], p.BRICK, 8)
    for x, y, rx, ry, tone, ink, count in ((1130, 570, 240, 120, 0, p.BRICK, 3), (1210, 860, 190, 130, 3, p.SLATE, 4), (1000, 1130, 250, 120, 2, p.MOSS, 3), (880, 800, 0, 0, 1, None, 0)):
        if count == 0:
            continue
        c.ellipse(x, y, rx, ry, ink, op=0.08)
        c.ellipse(x, y, rx, ry, None, stroke=ink, sw=7, op=0.8)
        for i in range(count):
            sticky(c, x + (i - (count - 1) / 2) * 104, y + c.rng.uniform(-16, 16), 92, NOTES[tone], c.rng.uniform(-8, 8), 3)
    c.path("M1150 690Q1170 710 1180 728M1130 970Q1090 1000 1060 1010", None, stroke=p.TAUPE, sw=7)
    # The speaker.
    c.ellipse(560, 1700, 190, 24, p.INK, op=0.3, blur=8)
    figure(c, 560, 1700, 1080, pose(STAND, turn=0.55, elbows=((-11.8, -65), (15, -68)), hands=((-3, -56), (27, -77)), skirt=24, coat=4),
           look(coat=p.NAVY, legs=p.TAUPE, hair=p.HAIR_BROWN, style="bob", collar=p.SNOW, shoes=p.INK))
    paper(c, 522, 1085, 92, 124, -14, 5, shadow=False)
    # Listeners in front, from behind.
    for x, y, size, lk in ((170, 1880, 236, look(coat=p.MOSS, hair=p.HAIR, style="short")), (1030, 1900, 250, look(coat=p.BRICK, hair=p.HAIR_GREY, style="short", collar=None)),
                           (1420, 1870, 240, look(coat=p.SLATE, hair=p.HAIR, style="bun")), (620, 2030, 290, look(coat=p.OCHRE, hair=p.HAIR_BROWN, style="long"))):
        bust_back(c, x, y, size, lk)


def group_work(c):
    """A wide hall with round tables."""
    room(c, ("#e9e0cd", "#d9ccb1"), ("#a7adab", "#7c858c"), 560)
    for k in range(5):
        view_window(c, 90 + k * 470, 110, 360, 330, outside_spring, mullions=(0.5,))
    for x in (330, 930, 1530, 2130):
        pendant(c, x, 96, 110, p.BRICK if x in (930, 2130) else p.INDIGO, 2.4)

    def table(x, y, s, seed, tone):
        r = c.rng
        r.seed(seed)
        chair = p.OAK
        looks = [crowd_look(r) for _ in range(7)]
        # Far side, facing us.
        for i, dx in enumerate((-0.62, 0.0, 0.62)):
            px, py = x + dx * s * 0.78, y + s * (0.02 - 0.10 * (1 - abs(dx)))
            chair_front(c, px, py, s * 0.98, chair)
            q = pose(SIT, turn=r.uniform(-0.7, 0.7), elbows=((-13, -44), (13, -44)), hands=((-6, -37), (7, -37)))
            if r.random() < 0.4:
                q = pose(q, hands=((-6, -37), (12, -56)), elbows=((-13, -44), (16, -44)))
            figure(c, px, py, s * 0.98, q, looks[i])
        for flip, dx, k in ((False, -0.92, 3), (True, 0.92, 4)):
            px, py = x + dx * s, y + s * 0.2
            chair_side(c, px, py, s * 1.04, chair, flip)
            figure(c, px, py, s * 1.04, pose(SIT_SIDE, elbows=((5, -45), (4, -44)), hands=((16, -40), (15, -39))), looks[k], flip=flip)
        c.ellipse(x, y + s * 0.3, s * 0.8, s * 0.1, p.INK, op=0.3, blur=10)
        c.poly([(x - s * 0.06, y - s * 0.3), (x + s * 0.06, y - s * 0.3), (x + s * 0.09, y + s * 0.28), (x - s * 0.09, y + s * 0.28)], p.BARK)
        c.ellipse(x, y + s * 0.27, s * 0.3, s * 0.06, p.BARK)
        c.ellipse(x, y - s * 0.28, s * 0.78, s * 0.2, p.WALNUT)
        c.ellipse(x, y - s * 0.31, s * 0.78, s * 0.2, c.across(x - s * 0.78, x + s * 0.78, "#ecd2a6", "#c99e6c"))
        # Sheet and notes on the table.
        c.poly([(x - s * 0.44, y - s * 0.37), (x + s * 0.42, y - s * 0.37), (x + s * 0.5, y - s * 0.22), (x - s * 0.5, y - s * 0.22)], "#fbf7ec")
        for i in range(13):
            nx, ny = x + r.uniform(-0.4, 0.38) * s, y - s * r.uniform(0.235, 0.36)
            w = s * 0.05
            c.poly([(nx, ny), (nx + w, ny - 1), (nx + w * 1.1, ny + w * 0.36), (nx - w * 0.06, ny + w * 0.4)], r.choice(NOTES))
        for dx in (-0.6, 0.6, 0.3):
            mx, my = x + dx * s, y - s * (0.31 if dx != 0.3 else 0.19)
            c.path("M%.1f %.1fh%.1fl%.1f %.1fh%.1fZ" % (mx, my - s * 0.065, s * 0.055, -s * 0.008, s * 0.065, -s * 0.039), r.choice([p.SNOW, p.BRICK, p.NAVY]))
        # Near side from behind.
        for i, dx in enumerate((-0.42, 0.42)):
            px, py = x + dx * s, y + s * 0.48
            figure(c, px, py, s * 1.12, pose(SIT_BACK, elbows=((-12.5, -44), (12.5, -44)), hands=((-6, -37), (6, -37)), turn=0.0), looks[5 + i])
            chair_back(c, px, py, s * 1.12, chair)

    for x, y, s, seed in ((420, 760, 230, 3), (1120, 740, 220, 8), (1830, 760, 230, 12)):
        table(x, y, s, seed, p.OAK)
    # A facilitator walks between the tables.
    c.ellipse(1480, 930, 60, 9, p.INK, op=0.3, blur=4)
    figure(c, 1480, 930, 340, pose(STAND, turn=0.5, elbows=((-11.5, -65), (13, -65)), hands=((-4, -56), (7, -57))), look(coat=p.INDIGO, legs=p.TAUPE, hair=p.HAIR, style="bun", collar=p.SNOW))
    c.rect(1462, 730, 46, 34, p.SNOW, rx=2)
    for x, y, s, seed in ((600, 1190, 420, 23), (1790, 1200, 430, 31)):
        table(x, y, s, seed, p.OAK)
    # The edge of the nearest table, as if we sat there.
    c.ellipse(1190, 1700, 900, 236, p.INK, op=0.35, blur=18)
    c.ellipse(1190, 1706, 880, 230, p.WALNUT)
    c.ellipse(1190, 1690, 880, 228, c.down(1462, 1610, "#ecd2a6", "#c99e6c"))
    c.poly([(760, 1520), (1500, 1508), (1640, 1640), (640, 1640)], "#fbf7ec")
    for x, y, col in ((850, 1560, 0), (980, 1544, 3), (1110, 1566, 2), (1270, 1540, 1), (1400, 1566, 0), (1030, 1606, 4), (1210, 1610, 3)):
        c.poly([(x, y), (x + 82, y - 2), (x + 90, y + 36), (x - 6, y + 38)], NOTES[col])
        scribble(c, x + 10, y + 12, 60, 8, p.NAVY, 2.5)
    mug_side(c, 1620, 1560, 74, p.BRICK)
    mug_side(c, 640, 1580, 74, p.SNOW)
    pen(c, 1510, 1590, 120, p.NAVY, -24)


def online_meeting(c):
    """Night desk: a laptop with a grid of participants, a mug, a lamp."""
    c.rect(-10, -10, 2420, 1620, c.lin(0, 0, 2400, 1100, "#27334f", "#3d4763", "#5b4f58"))
    view_window(c, 150, 90, 700, 700, outside_dusk, frame="#4a4757", mullions=(0.5,), rail=0.5)
    snow_x = [(c.rng.uniform(160, 840), c.rng.uniform(100, 780), c.rng.uniform(2, 6)) for _ in range(70)]
    for x, y, r in snow_x:
        c.circle(x, y, r, "#ffffff", op=0.75)
    c.path("M60 40H300Q280 420 200 860H60Z", c.across(60, 300, "#6b5a63", "#4c4653"))
    c.path("M940 40H720Q740 420 800 860H940Z", c.across(720, 940, "#5a4f5c", "#3f3c4c"))
    # Shelf at the right with books.
    c.rect(1700, 330, 720, 26, "#7a5a45")
    x = 1730
    while x < 2380:
        w, h = c.rng.uniform(22, 50), c.rng.uniform(130, 210)
        c.rect(x, 330 - h, w, h, p.mix(c.rng.choice([p.BRICK, p.SLATE, p.OCHRE, p.MOSS, p.CREAM, p.NAVY]), p.INDIGO, 0.35), rx=3)
        x += w + 3
    # Desk.
    c.poly([(-10, 1090), (2410, 1060), (2410, 1610), (-10, 1610)], c.lin(0, 1060, 1800, 1600, "#6d4f3c", "#a5774e", "#5c4334"))
    for i in range(30):
        streak(c, c.rng.uniform(0, 2400), c.rng.uniform(1090, 1590), c.rng.uniform(200, 700), 3, "#3f2e27", 0.25)
    # Lamp.
    glow(c, 2040, 700, 900, p.GLOW, 0.75)
    c.ellipse(2060, 1140, 170, 30, p.INDIGO)
    c.line([(2060, 1130), (2150, 820), (1960, 620)], p.INDIGO, 18)
    c.path("M1850 720L1930 560Q1990 540 2040 600L1990 760Q1900 780 1850 720Z", c.lin(1850, 560, 2040, 760, p.SLATE, p.INDIGO))
    c.ellipse(1918, 742, 76, 30, "#fff3cf")
    c.path("M1850 740L1990 760L2330 1240H1360Z", "#ffe9b0", op=0.16, blur=20)
    # Laptop.
    c.path("M560 1330L1720 1330L1860 1440H420Z", p.INK, op=0.4, blur=16)
    c.poly([(640, 1240), (1640, 1240), (1800, 1410), (480, 1410)], c.down(1240, 1410, "#9aa3ab", "#c9cdcd"))
    c.poly([(480, 1410), (1800, 1410), (1790, 1432), (492, 1432)], "#6d7680")
    for r in range(5):
        y0 = 1256 + r * 20
        k = (y0 - 1240) / 170
        x0, x1 = 690 - 120 * k, 1590 + 120 * k
        c.line([(x0, y0 + 8), (x1, y0 + 8)], "#3b4453", 15, cap="butt", dash="52 7")
    c.poly([(1010, 1362), (1270, 1362), (1290, 1402), (990, 1402)], "#b3b9bc")
    c.rect(600, 520, 1080, 722, "#2c3342", rx=26)
    c.rect(628, 548, 1024, 654, "#121a2b", rx=6)
    glow(c, 1140, 870, 860, "#dfe9f2", 0.16)
    grid_x, grid_y, tw, th, gap = 640, 560, 326, 200, 11
    walls = ["#d8c6a5", "#a9b8c2", "#c7a58c", "#b7c09a", "#e3d6bd", "#8fa0b3", "#d0b9a2", "#b5a99b", "#9fb0a6"]
    styles = [(p.HAIR, "short", p.NAVY), (p.HAIR_BROWN, "bob", p.BRICK), (p.HAIR_GREY, "short", p.MOSS), (p.HAIR, "bun", p.CREAM), (p.HAIR_WHITE, "bob", p.ROSE),
              (p.HAIR, "short", p.SLATE), (p.HAIR_BROWN, "long", p.OCHRE), (p.HAIR_WHITE, "thin", p.INDIGO), (p.HAIR, "bob", p.PINE)]
    for i in range(9):
        x = grid_x + (i % 3) * (tw + gap)
        y = grid_y + (i // 3) * (th + gap)
        with c.group(clip=c.clip("M%d %dh%dv%dh-%dZ" % (x, y, tw, th, tw))):
            c.rect(x, y, tw, th, c.lin(x, y, x + tw, y + th, p.light(walls[i], 0.15), p.dark(walls[i], 0.15)))
            if i % 3 == 0:
                c.rect(x + 210, y + 20, 90, 76, "#dfe8ea")
                c.rect(x + 252, y + 20, 5, 76, p.SNOW)
            elif i % 3 == 1:
                for k in range(6):
                    c.rect(x + 14 + k * 17, y + 50, 13, 52, (p.BRICK, p.SLATE, p.OCHRE, p.MOSS, p.NAVY, p.CREAM)[k])
                c.rect(x + 8, y + 102, 116, 7, p.WALNUT)
            else:
                clump(c, x + 290, y + 100, 40, p.MOSS)
                clump(c, x + 262, y + 130, 30, p.PINE)
            hair, style, coat = styles[i]
            figure(c, x + tw / 2 + c.rng.uniform(-16, 16), y + 505, 470, pose(STAND, turn=c.rng.uniform(-0.35, 0.35), elbows=((-12, -64), (16, -66)) if i == 4 else STAND["elbows"],
                                                                          hands=((-11, -49), (18, -84)) if i == 4 else STAND["hands"]),
                   look(coat=coat, hair=hair, style=style, collar=p.SNOW if i in (0, 5, 7) else None))
            c.rect(x + 8, y + th - 30, 78, 21, "#121a2b", rx=4, op=0.55)
            c.rect(x + 17, y + th - 22, 56, 6, p.SNOW, rx=3)
        if i == 4:
            c.rect(x - 1, y - 1, tw + 2, th + 2, None, stroke=p.LAMP, sw=7)
    c.rect(628, 1184, 1024, 18, "#121a2b")
    c.circle(1140, 535, 5, "#6d7680")
    # Mug, notebook, pen, glasses.
    mug_side(c, 1990, 1420, 190, p.BRICK)
    with c.at(290, 1400, turn=-7):
        c.poly([(-230, -60), (190, -60), (250, 110), (-270, 110)], p.INK, op=0.35, blur=8)
        c.poly([(-230, -70), (-20, -66), (-8, 96), (-280, 96)], "#f3ead6")
        c.poly([(-20, -66), (190, -70), (256, 96), (-8, 96)], "#fbf5e6")
        for k in range(6):
            scribble(c, 6 + k * 2, -42 + k * 23, 150 + k * 7, 12, p.NAVY, 3, 0.7)
            c.line([(-218 - k * 7, -42 + k * 23), (-40 + k, -42 + k * 23)], p.STEEL, 2, op=0.5)
    pen(c, 470, 1500, 240, p.NAVY, 24)

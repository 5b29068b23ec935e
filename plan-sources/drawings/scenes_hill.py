"""The hill town: view of the harbour, the steep street, the ferry."""

import math

import palette as p
from canvas import smooth_d
from nature import (
    bare_tree, clump, cloud, conifer, footprints, glow, grass, hills, leafy, ripples, sky,
    snowfall, streak)
from people import STAND, WALK, figure, look, pose
from town import house

ROOFS = [p.BRICK, p.SLATE, p.INDIGO, "#8b5a48", p.PINE, "#6d7f93", p.RUST, "#7f8a92"]
WALLS = [p.CREAM, "#d9d3c4", "#c8cfd0", "#e3d2b4", "#b9a894", "#d4c0a6", "#aebac0"]


def ship(c, x, y, s, hull=p.INDIGO):
    """A small freighter with the waterline at y."""
    with c.at(x, y, s):
        c.path("M-100 -24L104 -30L88 0H-86Z", hull)
        c.path("M-97 -18L100 -22L96 -14L-94 -10Z", p.BRICK)
        c.rect(-78, -58, 46, 34, p.SNOW)
        c.rect(-70, -72, 28, 16, p.PALE)
        c.rect(-62, -88, 12, 18, p.BRICK)
        c.line([(40, -28), (40, -74), (4, -34)], p.INK, 2.5)
        c.line([(-100, 2), (96, 2)], "#ffffff", 2.5, op=0.6)


def gull(c, x, y, s, colour=p.SNOW, tilt=0):
    with c.at(x, y, s, turn=tilt):
        c.path("M-34 -14Q-18 -22 0 0Q18 -22 36 -12Q18 -12 4 8Q0 12 -5 8Q-16 -10 -34 -14Z", colour)
        c.path("M-34 -14Q-26 -19 -18 -15ZM36 -12Q28 -18 20 -14Z", p.SLATE)


def hill_harbour(c):
    """A street falls to the harbour; roofs, breakwater, mountains across the bay."""
    sky(c, (0, "#7f9fbf"), (0.5, "#c3d3da"), (1, "#f4e6cc"), bottom=640)
    for x, y, w, h in ((420, 330, 700, 150), (1180, 250, 520, 95), (1980, 360, 820, 170), (1500, 420, 420, 70)):
        cloud(c, x, y, w, h, c.down(y - h, y, "#fbf6ea", "#d9dfe0"), 0.95)
    hills(c, 560, 170, 6, c.down(380, 610, "#8aa2b8", "#c0cdd3"), 640)
    hills(c, 590, 90, 9, c.down(490, 620, "#6f8ca6", "#a9bcc6"), 640)
    c.rect(-10, 600, 2420, 420, c.down(600, 1000, "#b4c6cd", (0.3, "#6d93ad"), "#4a7494"))
    ripples(c, 0, 2400, 612, 950, 240, ["#dfe8e6", "#3f6688", "#f4e8cf"], (0.15, 0.5), 70, 14)
    for i in range(60):
        streak(c, c.rng.gauss(1560, 150), c.rng.uniform(606, 800), c.rng.uniform(20, 90), 2.5, "#fff3d4", 0.6)
    # Breakwaters with small lights, ships.
    for pts in (((150, 728), (900, 700), (1060, 722)), ((2400, 690), (1500, 684), (1300, 706))):
        c.line(pts, "#56697c", 13)
        c.line([(x, y - 6) for x, y in pts], "#c9cdc9", 6)
    for x, y, col in ((1062, 716, p.BRICK), (1300, 700, p.SNOW)):
        c.poly([(x - 8, y), (x + 8, y), (x + 5, y - 52), (x - 5, y - 52)], col)
        c.rect(x - 7, y - 64, 14, 12, p.INK, rx=2)
    ship(c, 690, 655, 0.72)
    ship(c, 1890, 800, 1.25, p.RUST)
    c.path("M1120 648l18 -60l30 60Z", p.SNOW)
    for x, y, s in ((1440, 760, 0.4), (1160, 830, 0.5), (420, 800, 0.5)):
        ship(c, x, y, s, p.PINE)
    # Harbour front: quay, sheds, cranes.
    c.poly([(-10, 880), (700, 862), (760, 905), (1700, 890), (1740, 858), (2410, 866), (2410, 1010), (-10, 1010)],
           "#b8b0a0")
    for x, w, h, col in ((40, 190, 52, "#8b5a48"), (260, 230, 44, p.SLATE), (520, 130, 60, "#a89d8c"), (830, 260, 46, "#8b5a48"),
                         (1120, 160, 40, p.STEEL), (1320, 240, 50, "#9b7361"), (1790, 200, 58, p.SLATE), (2030, 280, 46, "#a89d8c")):
        y = 930
        c.rect(x, y - h, w, h, c.across(x, x + w, p.light(col, 0.2), col))
        for k in range(int(w / 55)):
            gx = x + k * w / int(w / 55)
            gw = w / int(w / 55)
            c.poly([(gx - 3, y - h), (gx + gw / 2, y - h - gw * 0.42), (gx + gw + 3, y - h)], p.dark(col, 0.35))
    for x, s in ((1600, 1.0), (1680, 0.9)):
        c.line([(x - 24 * s, 900), (x - 6 * s, 770), (x + 24 * s, 900)], p.BRICK, 7)
        c.line([(x - 60 * s, 790), (x + 110 * s, 742)], p.BRICK, 7)
        c.line([(x - 6 * s, 770), (x, 730), (x + 105 * s, 742)], p.BRICK, 3)
    # Town: rows of houses from far to near, with trees between; the street is kept free.
    def street(y):
        t = (y - 930) / (1600 - 930)
        centre = 1235 + 40 * math.sin(t * 2.4) - 60 * t
        return centre, 16 + 300 * t ** 1.55

    rows = 13
    for i in range(rows):
        t = i / (rows - 1)
        y = 965 + 690 * t ** 1.45
        size = 54 + 200 * t ** 1.25
        air = 0.42 * (1 - t)
        ground = p.haze("#8d9a63", air, "#c3c9b4")
        edge = [(-20, y - size * 0.1), (600, y + size * 0.12), (1235, y + size * 0.2), (1850, y + size * 0.1), (2420, y - size * 0.2)]
        c.path(smooth_d(edge, False) + "L2420 1700L-20 1700Z", ground)
        x = -size * c.rng.uniform(0.2, 0.8)
        while x < 2420:
            w = size * c.rng.uniform(0.85, 1.35)
            centre, half = street(y)
            if x + w > centre - half - size * 0.12 and x < centre + half + size * 0.12:
                x = centre + half + size * c.rng.uniform(0.13, 0.25)
                continue
            if c.rng.random() < 0.2:
                clump(c, x + size * 0.3, y - size * 0.25, size * 0.36, p.haze(c.rng.choice([p.MOSS, p.PINE, "#7f9158"]), air))
                clump(c, x + size * 0.55, y - size * 0.12, size * 0.28, p.haze(p.LEAF, air))
                x += size * 0.75
                continue
            wall = p.haze(c.rng.choice(WALLS), air * 0.8, "#cfd6d6")
            roof = p.haze(c.rng.choice(ROOFS), air, "#b9c3c8")
            sag = y + size * 0.12 - abs(x - 1235) / 1235 * size * 0.12
            house(c, x, sag + size * 0.2, w, size * c.rng.uniform(0.7, 0.95), wall, roof,
                  c.rng.choice(["gable", "side", "side", "flat"]), windows=c.rng.choice([2, 3]),
                  frame=p.haze(p.WALNUT, air))
            x += w + size * c.rng.uniform(0.06, 0.3)
        if i % 3 == 1:
            for k in range(3):
                leafy(c, c.rng.uniform(0, 2400) if abs(c.rng.random()) else 0, y + size * 0.2, size * 1.25,
                      [p.haze(p.PINE, air), p.haze(p.MOSS, air), p.haze(p.LEAF, air)], puffs=12)
    # The street over the houses' feet.
    left, right = [], []
    for k in range(26):
        y = 935 + (1610 - 935) * k / 25
        centre, half = street(y)
        left.append((centre - half, y))
        right.append((centre + half, y))
    c.path(smooth_d(left, False) + "L" + smooth_d(right[::-1], False)[1:] + "Z",
           c.down(930, 1600, "#c8c6bb", (0.6, "#a7a69f"), "#8f8f8c"))
    for k in range(22):
        y = 960 + 640 * (k / 21) ** 1.6
        centre, half = street(y)
        c.line([(centre - half * 0.98, y), (centre + half * 0.98, y + 2)], "#6f7275", 1 + 2.4 * k / 21, op=0.35)
    for side in (left, right):
        c.path(smooth_d(side, False), None, stroke="#e2dccb", sw=7)
    centre, half = street(1210)
    figure(c, centre - 24, 1240, 104, pose(WALK), look(coat=p.BRICK, legs=p.INDIGO, style="bob", hair=p.HAIR_BROWN), flip=True)
    figure(c, centre + 62, 1300, 128, pose(STAND, view="back"), look(coat=p.SNOW, legs=p.NAVY, bag=p.OCHRE))
    # Foreground: wall, railing and a tree that frame the view.
    c.path("M-20 1610V1330Q200 1330 430 1420Q620 1500 720 1620Z", c.down(1330, 1610, "#79805a", "#4b5740"))
    c.path("M2420 1610V1290Q2180 1330 1990 1440Q1870 1520 1800 1620Z", c.down(1290, 1610, "#717c55", "#44513c"))
    grass(c, 0, 430, lambda x: 1340 + 90 * (x / 430) ** 1.5, 120, 46, [p.MOSS, p.LEAF, p.PINE])
    grass(c, 2000, 2400, lambda x: 1440 - 120 * ((x - 2000) / 400) ** 0.7, 120, 46, [p.MOSS, p.LEAF, p.PINE])
    leafy(c, 2370, 1530, 1500, ["#2f4038", "#394c3d", "#465b40", "#5a6d45", p.MOSS, "#8a9a5c", "#a3ad6c"],
          puffs=230, wide=0.62, size=0.42)
    for x, y, s, a in ((860, 430, 1.1, -8), (980, 500, 0.8, 12), (1640, 350, 0.9, 4), (700, 560, 0.55, 0)):
        gull(c, x, y, s, p.SNOW, a)


def slope_walk(c):
    """Upright: an elderly person with a stick and a helper climb a snowy street."""
    sky(c, (0, "#8fa3b6"), (0.55, "#ccd3d4"), (1, "#f3e3c6"), bottom=900)
    hills(c, 760, 240, 4, c.down(520, 820, "#93a6b6", "#c5cdd0"), 900)
    for i in range(40):
        conifer(c, c.rng.uniform(-20, 1620), c.rng.uniform(720, 790), c.rng.uniform(40, 80), "#6a8090", tiers=4)
    c.path("M-20 800Q400 780 800 860Q1200 780 1620 800V2150H-20Z", c.down(790, 1500, "#e9e6dd", "#d3dbdf"))
    # Houses on both sides, climbing towards the middle of the picture.
    for x, y, w, h, kind, wall, roof in (
            (560, 880, 150, 130, "gable", "#cdbfa8", p.SLATE), (930, 880, 140, 120, "side", "#b9a894", p.BRICK),
            (370, 950, 220, 200, "side", "#d8cdb8", p.INDIGO), (1060, 960, 230, 210, "gable", "#aebac0", "#7f8a92"),
            (110, 1080, 330, 330, "gable", "#c2a98a", p.RUST), (1240, 1110, 380, 340, "side", "#dccfb6", p.SLATE),
            (-260, 1330, 470, 520, "side", "#9fb0ba", p.INDIGO), (1420, 1400, 520, 560, "gable", "#b98a6c", p.BRICK)):
        house(c, x, y, w, h, wall, roof, kind, snow=w * 0.085, lit=p.LAMP, windows=2, floors=2)
    # Poles and wires.
    for x, y, h in ((1130, 1130, 620), (1010, 960, 360), (925, 880, 210)):
        c.poly([(x - h * 0.012, y), (x + h * 0.012, y), (x + h * 0.008, y - h), (x - h * 0.008, y - h)], "#5d5a58")
        for k in (0.93, 0.84):
            c.rect(x - h * 0.11, y - h * k, h * 0.22, h * 0.018, "#5d5a58")
            c.rect(x - h * 0.11, y - h * k - h * 0.015, h * 0.22, h * 0.014, p.SNOW)
    for a, b, d in (((1062, 552), (970, 625), (-40, 60)), ((1198, 552), (1050, 625), (1660, 180)), ((1062, 610), (970, 658), (-40, 260)),
                    ((1198, 610), (1050, 658), (1660, 330))):
        c.path("M%d %dQ%d %d %d %d" % (*b, (a[0] + b[0]) // 2, (a[1] + b[1]) // 2 + 14, *a), None, stroke="#4d4f57", sw=2)
        c.path("M%d %dQ%d %d %d %d" % (*a, (a[0] + d[0]) // 2, (a[1] + d[1]) // 2 + 90, *d), None, stroke="#4d4f57", sw=3)
    # The street: a long bright wedge; banks on both sides.
    c.path("M740 872L905 872Q1000 1120 1230 1480Q1400 1760 1640 2000V2160H-40V1960Q260 1680 430 1440Q640 1130 740 872Z",
           c.down(870, 2133, "#f5ead6", (0.4, "#e4e6e3"), "#c3d0d9"))
    for i in range(16):
        y = 930 + 1150 * (i / 15) ** 1.3
        half = 70 + 620 * ((y - 870) / 1260) ** 1.1
        streak(c, 815 + c.rng.uniform(-0.5, 0.5) * half, y, half * c.rng.uniform(0.4, 1.0), 3 + 8 * i / 15,
               "#a9bac7", 0.35)
    for dx in (-0.3, 0.32):
        pts = []
        for i in range(12):
            y = 890 + 1280 * (i / 11) ** 1.4
            half = 70 + 620 * ((y - 870) / 1260) ** 1.1
            pts.append((815 + half * dx * 1.3 + c.rng.uniform(-6, 6), y))
        c.path(smooth_d(pts, False), None, stroke="#b4c3ce", sw=22, op=0.4)
    c.path("M742 868Q650 1130 440 1440Q270 1690 -40 1960V1440Q120 1430 240 1370Q420 1290 742 868Z", c.lin(200, 1300, 330, 1700, "#fbf7ee", "#b9c7d1"))
    c.path("M903 868Q1000 1120 1240 1480Q1400 1730 1660 1990V1420Q1480 1390 1380 1330Q1180 1190 903 868Z",
           c.lin(1150, 1100, 1450, 1700, "#fffaf0", "#dbe1e3"))
    c.path("M903 868Q1000 1120 1240 1480Q1400 1730 1660 1990V1900Q1440 1660 1290 1440Q1060 1120 903 868Z", "#aebfcb", op=0.55)
    bare_tree(c, 250, 1430, 980, p.BARK, p.SNOW, lean=0.06)
    # Handrail along the left side.
    rail = [(760, 930), (660, 1110), (520, 1330), (330, 1590), (60, 1880)]
    for i, (x, y) in enumerate(rail):
        h = 40 + 58 * i
        c.rect(x - 4 - i, y - h, 8 + 2 * i, h + 14, "#5c6470", rx=3)
    c.line([(x, y - 40 - 58 * i) for i, (x, y) in enumerate(rail)], "#5c6470", 11, curve=True)
    footprints(c, [(800 + 20 * math.sin(k), 2120 - 31 * k, 1.5 - 0.045 * k) for k in range(12)], 17, "#8fa5b6", 0.6)
    footprints(c, [(1010 + 14 * math.sin(k * 2), 2120 - 31 * k, 1.5 - 0.045 * k) for k in range(12)], 17, "#8fa5b6", 0.6)
    # Shadows and the two.
    c.path("M740 1776Q1000 1770 1420 1890Q1450 1930 1330 1926Q1000 1850 740 1800Z", "#7d96ab", op=0.4, blur=7)
    c.path("M930 1776Q1200 1770 1600 1880V1930Q1200 1840 930 1796Z", "#7d96ab", op=0.4, blur=7)
    elder = pose(STAND, view="back", neck=(3, -77), hip=(0, -48), head=(6.5, -84.5), coat=16,
                 elbows=((-11, -61), (13, -61)), hands=((-14, -46), (15, -45)), knees=((-3.5, -25), (4, -26)), feet=((-5, -2), (5, -4)), turn=0.3)
    figure(c, 800, 1780, 560, elder, look(coat=p.BRICK, legs=p.BARK, hair=p.HAIR_WHITE, style="bob", hat=("knit", p.CREAM),
                                            scarf=p.OCHRE, gloves=p.INDIGO, shoes=p.INK))
    c.line([(716, 1520), (706, 1784)], p.WALNUT, 11)
    c.path("M718 1526q-34 -10 -36 14", None, stroke=p.WALNUT, sw=11)
    helper = pose(STAND, view="back", head=(-2.5, -92), elbows=((-13, -66), (12, -64)), hands=((-23, -56), (12, -49)), coat=14,
                  knees=((-4, -27), (5, -27)), feet=((-4, -2), (7, -5)))
    figure(c, 985, 1776, 620, helper, look(coat=p.NAVY, legs=p.INK, hair=p.HAIR, style="bun", scarf=p.SNOW, gloves=p.BRICK, shoes=p.INK, bag=None))
    c.path("M946 1400L1010 1390L1022 1500L952 1504Z", p.OCHRE)
    c.path("M946 1400Q980 1340 1010 1390", None, stroke=p.OCHRE, sw=8)
    snowfall(c, 240, size=(2, 7))


def harbour_ferry(c):
    """Morning: the ferry at the quay, cranes behind, two people with luggage."""
    sky(c, (0, "#6f8fb0"), (0.45, "#b5c6cf"), (0.8, "#f3dcb6"), (1, "#f8e6c6"), bottom=760)
    glow(c, 560, 640, 620, "#fff0c8", 0.9)
    c.circle(560, 640, 54, "#fff6dc")
    for x, y, w, h in ((1500, 250, 1100, 60), (500, 180, 900, 46), (2000, 420, 700, 50), (300, 380, 520, 34)):
        streak(c, x, y, w, h * 0.5, "#f8eeda", 0.75, blur=3)
        for k in range(5):
            streak(c, x + c.rng.uniform(-0.4, 0.4) * w, y + c.rng.uniform(-30, 34), w * c.rng.uniform(0.2, 0.5),
                   h * 0.24, c.rng.choice(["#9fb1bf", "#f3ddba", "#fbf3e2"]), 0.5, blur=3)
    hills(c, 700, 170, 6, c.down(540, 740, "#8ca0b3", "#c7c9c3"), 780)
    hills(c, 730, 90, 8, c.down(650, 760, "#6d859c", "#a6afb2"), 780, x0=-20, x1=1500)
    c.rect(-10, 760, 2420, 860, c.down(760, 1600, "#e9d6b4", (0.12, "#a9bcc4"), (0.45, "#5d84a1"), "#34597c"))
    for i in range(90):
        t = c.rng.random()
        streak(c, 560 + c.rng.gauss(0, 40 + 130 * t), 768 + 560 * t, 40 + 120 * t, 2 + 4 * t, "#fff2cd", 0.7 * (1 - t * 0.6))
    ripples(c, 0, 2400, 775, 1420, 280, ["#dbe4e4", "#2f5576", "#f3e3c0"], (0.12, 0.45), 200, 30)
    # Far quay with cranes.
    c.rect(-10, 744, 1250, 30, "#69717a")
    for x, w, h in ((40, 180, 60), (240, 120, 44), (690, 200, 54), (920, 150, 70)):
        c.rect(x, 744 - h, w, h, c.across(x, x + w, "#9aa3a8", "#6f7c89"))
        c.poly([(x - 6, 744 - h), (x + w / 2, 744 - h - 26), (x + w + 6, 744 - h)], "#566576")
    for x, s, col in ((180, 1.0, "#8d4a3c"), (400, 1.15, "#a8523d"), (850, 0.9, "#8d4a3c")):
        y = 748
        for dx in (-44, 44):
            c.line([(x + dx * s, y), (x + dx * 0.6 * s, y - 250 * s)], col, 11 * s)
        c.line([(x - 40 * s, y - 110 * s), (x + 40 * s, y - 110 * s)], col, 8 * s)
        c.line([(x - 34 * s, y - 110 * s), (x + 30 * s, y - 240 * s)], col, 5 * s)
        c.rect(x - 34 * s, y - 280 * s, 70 * s, 40 * s, p.dark(col, 0.15), rx=3)
        c.line([(x - 120 * s, y - 262 * s), (x + 210 * s, y - 330 * s)], col, 11 * s)
        c.line([(x, y - 280 * s), (x + 10 * s, y - 390 * s)], col, 8 * s)
        c.line([(x + 10 * s, y - 390 * s), (x + 200 * s, y - 330 * s)], col, 3)
        c.line([(x + 10 * s, y - 390 * s), (x - 114 * s, y - 264 * s)], col, 3)
        c.line([(x + 180 * s, y - 324 * s), (x + 180 * s, y - 200 * s)], p.INK, 2)
    # The ferry.
    c.path("M980 1080Q1500 1110 2420 1100V1180Q1500 1200 1010 1150Z", "#1f3a58", op=0.5, blur=10)
    hull = "M930 812Q1010 830 1100 836H2420V1106H1120Q1020 1090 990 1000Q975 900 930 812Z"
    c.path(hull, c.down(812, 1106, "#fbf7ec", (0.55, "#e8e6dd"), (0.56, p.NAVY), p.INDIGO))
    c.path("M965 905Q1010 925 1100 930H2420V946H1100Q1010 942 970 920Z", p.BRICK)
    for k in range(17):
        c.ellipse(1210 + k * 72, 885, 13, 13, c.lin(0, 870, 0, 900, p.SLATE, p.INDIGO))
    c.poly([(1130, 836), (1180, 742), (2420, 742), (2420, 836)], c.down(742, 836, "#ffffff", "#e4e4de"))
    c.poly([(1250, 742), (1290, 658), (2420, 658), (2420, 742)], c.down(658, 742, "#fdfaf2", "#dfe1dd"))
    c.poly([(1290, 658), (1322, 580), (1640, 580), (1650, 658)], c.down(580, 658, "#ffffff", "#e4e4de"))
    c.poly([(1318, 604), (1326, 582), (1640, 582), (1642, 616), (1314, 616)], p.INDIGO)
    for y, x0 in ((775, 1215), (690, 1330)):
        for k in range(22):
            x = x0 + k * 58
            c.rect(x, y, 36, 28, c.lin(x, y, x + 36, y + 28, "#86a0b5", p.NAVY), rx=5)
    for y in (742, 658):
        c.line([(1190, y - 22), (2420, y - 22)], "#9fb0ba", 3)
        for k in range(40):
            c.line([(1200 + k * 34, y - 22), (1200 + k * 34, y)], "#9fb0ba", 2)
    for k in range(4):
        x = 1720 + k * 150
        c.rect(x, 622, 104, 32, p.BRICK if k % 2 == 0 else "#b9603f", rx=15)
        c.rect(x, 622, 104, 12, p.SNOW, rx=6)
    c.poly([(1960, 660), (1990, 430), (2170, 430), (2190, 660)], c.across(1960, 2190, "#f6f1e4", "#c8cdcc"))
    c.poly([(1977, 520), (1983, 470), (2174, 470), (2179, 520)], p.BRICK)
    c.poly([(1983, 470), (1990, 430), (2170, 430), (2174, 470)], p.INDIGO)
    cloud(c, 2260, 400, 260, 90, "#d9d5cb", 0.55, blur=8)
    c.line([(1450, 580), (1450, 440)], p.SLATE, 7)
    c.line([(1420, 490), (1480, 490)], p.SLATE, 4)
    c.path("M1450 446L1120 820", None, stroke="#7f8f9c", sw=2)
    c.ellipse(1075, 905, 14, 20, p.SLATE)
    # Quay in front.
    c.poly([(-10, 1400), (2410, 1270), (2410, 1610), (-10, 1610)], c.down(1270, 1600, "#b3a998", "#7d776f"))
    c.poly([(-10, 1400), (2410, 1270), (2410, 1306), (-10, 1440)], "#d2c7b3")
    for k in range(14):
        x = k * 190
        c.line([(x, 1440 - x * 0.055), (x - 60, 1610)], "#6b665f", 2.5, op=0.5)
    for x, y in ((300, 1420), (1500, 1352)):
        c.ellipse(x + 30, y + 58, 110, 20, p.INK, op=0.3, blur=5)
        c.path("M%d %dv-66q-26 -4 -24 -22q30 -26 104 -4q14 18 -16 26v66q-30 20 -64 0Z" % (x, y + 54), c.across(x - 20, x + 80, "#4a566b", p.INK))
    c.path("M1520 1330Q1330 1290 1180 1090Q1120 1010 1080 910", None, stroke="#d8c39b", sw=9)
    c.path("M620 1560L760 1555L1010 1590L800 1600Z", p.INK, op=0.28, blur=6)
    figure(c, 640, 1560, 430, pose(STAND, view="back", coat=14, turn=0.3, elbows=((-12, -65), (14, -66)), hands=((-12, -50), (15, -52))),
           look(coat=p.OCHRE, legs=p.INDIGO, hair=p.HAIR_BROWN, style="long"))
    c.rect(700, 1440, 92, 124, c.across(700, 792, "#a8523d", p.RUST), rx=10)
    c.line([(718, 1440), (718, 1356), (774, 1356), (774, 1440)], p.INK, 6)
    for x in (716, 776):
        c.circle(x, 1568, 10, p.INK)
    figure(c, 890, 1575, 452, pose(STAND, view="back", elbows=((-13, -66), (12, -78)), hands=((-11, -51), (20, -92)), coat=10),
           look(coat=p.SLATE, legs=p.INK, hair=p.HAIR))
    for x, y, s, a in ((1020, 560, 1.4, -10), (880, 470, 1.0, 8), (1180, 420, 0.8, 0), (250, 520, 0.9, -6), (2280, 240, 1.2, 10), (1640, 330, 0.9, -4)):
        gull(c, x, y, s, p.SNOW, a)

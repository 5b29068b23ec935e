"""Sea and hill through the year: lighthouse, herring house, cherry trees, an evening by the sea."""

import math

import palette as p
from nature import (clump, cumulus, glow, grass, hills, leafy, ripples, sky, streak)
from people import SIT_BACK, STAND, WALK, figure, look, pose
from scenes_hill import gull, ship
from town import pane


def lighthouse_summer(c):
    """A red and white lighthouse on its cape above the summer sea."""
    sky(c, (0, "#4f82b0"), (0.6, "#a8c8d8"), (1, "#eef0dd"), bottom=860)
    cumulus(c, 620, 856, 1050, 470, ["#a9c0cf", "#c3d3db", "#dfe7e8", "#f3f3ec", "#fffdf6"], 120)
    cumulus(c, 1240, 856, 700, 210, ["#b3c8d4", "#d3dfe3", "#eef0ea", "#fffdf6"], 60)
    cumulus(c, 60, 856, 560, 250, ["#b3c8d4", "#d3dfe3", "#eef0ea", "#fffdf6"], 60)
    hills(c, 852, 74, 5, "#7f9fb5", 880, x0=-20, x1=980, taper="r")
    c.rect(-10, 850, 2420, 770, c.down(850, 1500, "#8db7c8", (0.25, "#4d8aae"), (0.7, "#2c6590"), "#214f78"))
    ripples(c, 0, 2400, 862, 1500, 330, ["#d8eaec", "#2a5a84", "#f3f0dc"], (0.12, 0.5), 200, 20)
    for i in range(80):
        streak(c, c.rng.gauss(520, 180), c.rng.uniform(858, 1100), c.rng.uniform(20, 90), 2.4, "#fffbe9", 0.6)
    with c.at(520, 1010):
        c.path("M-120 -12Q0 8 130 -22L104 34H-86Z", c.down(-20, 34, p.SNOW, "#b5bfc2"))
        c.path("M-116 2Q0 20 124 -4L120 6Q0 32 -108 14Z", p.BRICK)
        c.rect(-30, -56, 76, 50, p.SNOW, rx=4)
        c.rect(-20, -46, 24, 20, p.NAVY, rx=2)
        c.rect(12, -46, 24, 20, p.NAVY, rx=2)
        c.line([(8, -56), (8, -130)], p.INK, 4)
        streak(c, 0, 40, 320, 7, "#eef4f2", 0.7)
    c.path("M200 905l34 -120l62 120Z", p.SNOW)
    c.path("M214 908h92l-16 18h-62Z", p.RUST)
    # The cape: layered cliffs, green top.
    c.path("M1180 1130Q1300 1010 1480 960Q1700 900 1900 905Q2200 900 2420 860V1640H1040Q1060 1400 1120 1260Z",
           c.lin(1180, 950, 1700, 1600, "#b5a184", "#6f6252"))
    for i in range(46):
        # Upright faces of the rock, each with a lit and a shaded side.
        x = 1130 + 1200 * (i / 46) + c.rng.uniform(-16, 16)
        y = 1120 + 0.12 * (x - 1130) + c.rng.uniform(-10, 60)
        h, w = c.rng.uniform(120, 330), c.rng.uniform(16, 44)
        lean = -0.16 * h * max(0, (1500 - x) / 400)
        tone = c.rng.choice(["#8c7b63", "#5e5445", "#c9b697", "#776853"])
        c.path("M%.0f %.0fl%.0f %.0fl%.0f %.0fl%.0f %.0fZ" % (x, y, w, c.rng.uniform(-8, 12), lean - w * 0.3, h, -w * 0.5, c.rng.uniform(-30, 10)),
               tone, op=0.38)
    c.path("M1180 1130Q1300 1010 1480 960Q1700 900 1900 905Q2200 900 2420 860V1330Q2100 1180 1800 1150Q1500 1080 1180 1130Z",
           c.lin(1300, 920, 2000, 1300, "#a9b56c", "#66784a"))
    c.path("M1300 1100Q1500 990 1760 960Q1840 950 1860 935", None, stroke="#d9c9a3", sw=16)
    for i in range(10):
        streak(c, 1090 + c.rng.uniform(-70, 60), 1330 + i * 24, c.rng.uniform(80, 260), 9, "#f2f6f2", 0.75)
    # Lighthouse.
    x, base, top = 1900, 930, 300
    c.ellipse(2010, 936, 210, 22, "#4d5c3a", op=0.5, blur=6)
    bands = 5
    for i in range(bands):
        y0, y1 = base - (base - top) * i / bands, base - (base - top) * (i + 1) / bands
        w0, w1 = 78 - 26 * i / bands, 78 - 26 * (i + 1) / bands
        col = p.BRICK if i % 2 else p.SNOW
        c.poly([(x - w0, y0), (x + w0, y0), (x + w1, y1), (x - w1, y1)], c.across(x - 80, x + 80, p.light(col, 0.3), (0.45, col), p.dark(col, 0.35)))
    for y in (560, 780):
        c.rect(x - 14, y, 26, 46, p.INDIGO, rx=12)
    c.path("M%d %dv-70q26 -34 52 0v70Z" % (x - 26, base), p.INDIGO)
    c.rect(x - 76, top - 14, 152, 20, p.INDIGO, rx=3)
    for k in range(9):
        c.line([(x - 70 + k * 17.5, top - 14), (x - 70 + k * 17.5, top - 52)], p.INDIGO, 4)
    c.line([(x - 74, top - 52), (x + 74, top - 52)], p.INDIGO, 6)
    c.rect(x - 40, top - 104, 80, 92, c.across(x - 40, x + 40, "#fff3cf", "#d9a957"))
    for k in (-20, 0, 20):
        c.rect(x + k - 2, top - 104, 4, 92, p.INDIGO)
    c.path("M%d %dQ%d %d %d %dZ" % (x - 50, top - 104, x, top - 200, x + 50, top - 104), p.BRICK)
    c.line([(x, top - 150), (x, top - 206)], p.INDIGO, 5)
    # Keeper's house.
    c.rect(2060, 806, 230, 120, c.across(2060, 2290, p.CREAM, "#cdbf9f"))
    c.poly([(2040, 812), (2090, 740), (2260, 740), (2312, 812)], p.RUST)
    for k in range(3):
        pane(c, 2084 + k * 68, 840, 38, 44, None, p.WALNUT, (1, 0))
    for px, py, h, col in ((1600, 1010, 84, p.BRICK), (1650, 1004, 78, p.NAVY)):
        figure(c, px, py, h, pose(STAND, view="back"), look(coat=col, legs=p.CREAM if col == p.NAVY else p.INDIGO, hat=("cap", p.CREAM)))
    # Foreground meadow with yellow day lilies.
    c.path("M-20 1480Q400 1360 900 1430Q1500 1500 2420 1330V1640H-20Z", c.down(1360, 1600, "#7f9152", "#4b5f3a"))
    grass(c, -10, 2410, lambda gx: 1452 + 40 * math.sin(gx / 500) + c.rng.uniform(0, 130), 520, 96, [p.MOSS, p.LEAF, p.PINE, "#b5bd7c"])
    for i in range(46):
        fx, fy = c.rng.uniform(0, 2400), c.rng.uniform(1385, 1560)
        s = 0.7 + (fy - 1385) / 175 * 0.7
        c.line([(fx, fy), (fx + 4, fy + 90 * s)], p.PINE, 3.4 * s)
        tone = c.rng.choice([p.LAMP, "#e9a93f", "#f7d98a"])
        tilt = c.rng.uniform(-30, 30)
        for k in range(5):
            with c.at(fx, fy, s * 1.25, turn=tilt + (k - 2) * 34):
                c.path("M0 4C-11 -8 -8 -26 0 -34C8 -26 11 -8 0 4Z", tone if k % 2 else p.mix(tone, p.AMBER, 0.25))
    for gx, gy, s, a in ((1180, 330, 1.5, -10), (1350, 470, 1.0, 8), (900, 240, 0.9, 4), (1520, 250, 0.7, -4)):
        gull(c, gx, gy, s, p.SNOW, a)


def herring_house(c):
    """A large wooden house of the herring days above the sea, in autumn."""
    sky(c, (0, "#7f97ad"), (0.6, "#cfd3cb"), (1, "#f4e2bd"), bottom=820)
    for x, y, w in ((400, 220, 900), (1600, 160, 1100), (2100, 360, 700), (900, 400, 600)):
        for k in range(5):
            streak(c, x + c.rng.uniform(-200, 200), y + k * 18, w * c.rng.uniform(0.4, 1), 13, "#f6eeda", 0.5, blur=5)
    hills(c, 760, 130, 5, c.down(620, 800, "#8ea0ae", "#b9bfb9"), 860, x0=900, x1=2700)
    c.rect(-10, 780, 2420, 300, c.down(780, 1060, "#c3cdc8", (0.3, "#7f9fae"), "#53788f"))
    ripples(c, 0, 2400, 790, 1060, 200, ["#e9ece3", "#4a6e86", "#f7e7c4"], (0.15, 0.5), 110, 20)
    ship(c, 2120, 860, 0.7)
    # The hill.
    c.path("M-20 1000Q300 940 700 960Q1500 960 2420 1040V1640H-20Z", c.down(940, 1600, "#a5a266", "#6f7348"))
    # House: stone base, lattice wall, white band, roof with smoke vent.
    x0, x1, base = 330, 1830, 1090
    c.poly([(x0 - 60, base + 60), (x0 - 40, base), (x1 + 40, base + 6), (x1 + 70, base + 80)], "#8b8274")
    for i in range(70):
        c.ellipse(c.rng.uniform(x0 - 40, x1 + 50), base + c.rng.uniform(8, 64), c.rng.uniform(16, 40), c.rng.uniform(9, 17), c.rng.choice(["#a39a8b", "#6d665b", "#b7ae9d"]), op=0.7)
    wall_top = 800
    c.rect(x0, wall_top, x1 - x0, base - wall_top, c.across(x0, x1, "#8a6346", "#6b4a35", "#553a2b"))
    c.rect(x0, wall_top, x1 - x0, 86, c.across(x0, x1, "#f3ead6", "#d8ccb4"))
    for k in range(19):
        bx = x0 + (x1 - x0) * k / 18
        c.rect(bx - 8, wall_top, 16, base - wall_top, p.BARK)
    for y in (wall_top, wall_top + 84, base - 40):
        c.rect(x0 - 8, y, x1 - x0 + 16, 15, p.BARK)
    for k in range(18):
        bx = x0 + (x1 - x0) * k / 18 + 12
        bw = (x1 - x0) / 18 - 24
        if k in (8, 9):
            continue
        lit = k in (4, 5, 12, 13)
        c.rect(bx, wall_top + 104, bw, 138, c.down(900, 1050, "#f8dfa5", "#d9a75a") if lit else "#3b3230")
        for j in range(6):
            c.rect(bx + bw * j / 6 + 2, wall_top + 104, 4, 138, p.WALNUT)
        c.rect(bx, wall_top + 168, bw, 5, p.WALNUT)
    c.rect(x0 + 640, wall_top - 34, 220, base - wall_top + 34, "#3a2c26")
    c.rect(x0 + 660, wall_top + 60, 180, base - wall_top - 60, c.down(860, 1090, "#f3cf87", "#a86f3c"))
    c.poly([(x0 + 570, wall_top - 6), (x0 + 750, wall_top - 116), (x0 + 930, wall_top - 6)], "#4a3a33")
    c.line([(x0 + 556, wall_top), (x0 + 750, wall_top - 126), (x0 + 944, wall_top)], "#7d3b2e", 20)
    c.rect(x0 + 664, wall_top + 62, 172, 70, p.INDIGO)
    for k in range(3):
        c.rect(x0 + 666 + k * 58, wall_top + 62, 54, 74, p.NAVY)
        c.circle(x0 + 693 + k * 58, wall_top + 96, 14, p.SNOW, op=0.85)
    # Great roof.
    roof = [(x0 - 110, wall_top + 14), (x0 + 200, 470), (x1 - 200, 470), (x1 + 110, wall_top + 14)]
    c.poly(roof, c.down(470, 814, "#a8553f", "#733526"))
    for k in range(1, 44):
        t = k / 44
        c.line([(x0 + 200 + (x1 - x0 - 400) * t, 472), (x0 - 110 + (x1 - x0 + 220) * t, wall_top + 12)], "#5c2a20", 3, op=0.45)
    for k in range(1, 7):
        y = 470 + (wall_top + 14 - 470) * k / 7
        d = 310 * k / 7
        c.line([(x0 + 200 - d, y), (x1 - 200 + d, y)], "#5c2a20", 2, op=0.3)
    c.rect(x0 + 180, 452, x1 - x0 - 360, 30, p.BARK, rx=8)
    c.poly([(x0 + 570, wall_top - 6), (x0 + 750, wall_top - 116), (x0 + 930, wall_top - 6)], c.down(690, 800, "#efe4cc", "#cfc0a2"))
    for k in range(7):
        rise = 104 * (1 - abs(k - 3) / 3.4) - 6
        c.rect(x0 + 600 + k * 50 - 5, wall_top - 6 - rise, 10, rise, p.BARK)
    c.line([(x0 + 540, wall_top + 6), (x0 + 750, wall_top - 130), (x0 + 960, wall_top + 6)], "#66301f", 22)
    vx0, vx1 = x0 + 560, x0 + 940
    c.rect(vx0, 330, vx1 - vx0, 130, c.across(vx0, vx1, "#f0e6d0", "#cbbd9f"))
    for k in range(7):
        c.rect(vx0 + 8 + k * 54, 346, 42, 80, c.down(346, 430, "#f8dfa5", "#c99a55"))
        for j in range(3):
            c.rect(vx0 + 8 + k * 54 + j * 14 + 8, 346, 3.4, 80, p.WALNUT)
    c.poly([(vx0 - 60, 342), (vx0 + 60, 240), (vx1 - 60, 240), (vx1 + 60, 342)], c.down(240, 342, "#a8553f", "#733526"))
    c.rect(vx0 + 44, 228, vx1 - vx0 - 88, 22, p.BARK, rx=6)
    # A storehouse with white walls at the right, boats and nets.
    c.rect(1960, 880, 300, 250, c.across(1960, 2260, p.CREAM, "#c9bda2"))
    c.rect(1960, 1040, 300, 90, "#3f4048")
    for k in range(6):
        c.line([(1960 + k * 50, 1130), (2010 + k * 50, 1040)], "#d8d2c4", 4)
        c.line([(2010 + k * 50, 1130), (1960 + k * 50, 1040)], "#d8d2c4", 4)
    c.poly([(1930, 890), (2110, 760), (2290, 890)], "#4a4a52")
    c.poly([(1990, 880), (2110, 795), (2230, 880)], c.across(1990, 2230, p.CREAM, "#c9bda2"))
    c.rect(2076, 920, 68, 74, "#3f4048")
    leafy(c, 150, 1100, 760, ["#7a4a2c", "#9a5a33", "#b9743a", "#d59f4b", "#e3b867"], puffs=90, size=0.6)
    # Path and visitors.
    c.path("M1020 1100Q1090 1160 1000 1260Q880 1400 980 1620H1500Q1300 1420 1290 1260Q1280 1150 1160 1100Z", c.down(1100, 1600, "#d8c8a2", "#b9a57c"))
    figure(c, 1090, 1360, 250, pose(WALK), look(coat=p.OCHRE, legs=p.INDIGO, style="bob", hair=p.HAIR_GREY), flip=True)
    figure(c, 1200, 1400, 270, pose(STAND, view="back", coat=12), look(coat=p.NAVY, legs=p.BARK, bag=p.RUST))
    with c.at(1830, 1330, 1.15):
        c.ellipse(0, 52, 280, 22, "#3f4329", op=0.5, blur=6)
        c.path("M-270 -40Q-200 50 -120 54H170Q250 44 290 -66Q130 -6 0 -6Q-160 -6 -270 -40Z", c.down(-40, 54, "#9a6f4a", "#4f3829"))
        c.path("M-270 -40Q-160 -4 0 -4Q130 -4 290 -66Q130 -26 0 -22Q-160 -20 -270 -40Z", "#c79b6a")
        for k in range(3):
            c.line([(-230 + 8 * k, -20 + 20 * k), (270 - 18 * k, -28 + 22 * k)], p.BARK, 3, op=0.5)
    # Pampas grass.
    for i in range(120):
        gx = c.rng.choice([c.rng.uniform(-20, 860), c.rng.uniform(1500, 2420)])
        gy = c.rng.uniform(1560, 1640)
        h = c.rng.uniform(170, 360)
        lean = c.rng.uniform(20, 110)
        tone = c.rng.choice(["#c9b578", "#a39a5c", "#8b8a50", "#d8c48a"])
        c.path("M%.0f %.0fQ%.0f %.0f %.0f %.0f" % (gx, gy, gx + lean * 0.2, gy - h * 0.6, gx + lean, gy - h), None, stroke=tone, sw=4)
        if i % 2 == 0:
            ex, ey = gx + lean, gy - h
            for k in range(6):
                c.path("M%.0f %.0fq%.0f %.0f %.0f %.0f" % (ex - k * 2, ey + k * 6, 20 + k * 2, -26 + k * 5, 54, -8 + k * 12), None,
                       stroke=c.rng.choice(["#f5e9cc", "#ead6ad", "#fbf3df"]), sw=5, op=0.9)


def cherry_park(c):
    """Cherry trees on the hill; the harbour lies below in spring haze."""
    sky(c, (0, "#a9c3d4"), (0.6, "#dbe3df"), (1, "#f7ead2"), bottom=700)
    hills(c, 600, 150, 5, c.down(440, 640, "#9fb6c6", "#cdd6d6"), 680)
    c.rect(-10, 640, 2420, 240, c.down(640, 880, "#c5d6db", "#7fa3b8"))
    ripples(c, 0, 2400, 650, 860, 130, ["#eef2ec", "#6a92ac"], (0.2, 0.5), 80, 18)
    c.line([(300, 742), (1100, 722), (1240, 738)], "#7f93a3", 10)
    ship(c, 820, 690, 0.6)
    ship(c, 1420, 790, 0.8, p.RUST)
    c.rect(-10, 862, 2420, 200, c.down(862, 1040, "#b8bfae", "#a3b184"))
    for i in range(230):
        x, y = c.rng.uniform(-20, 2420), 850 + 120 * (i / 230)
        w = 26 + (y - 835) * 0.34
        col = p.haze(c.rng.choice([p.CREAM, "#c8cfd0", "#d4c0a6"]), 0.25)
        c.rect(x, y, w, w * 0.7, col)
        c.poly([(x - 4, y + 1), (x + w / 2, y - w * 0.4), (x + w + 4, y + 1)], p.haze(c.rng.choice([p.BRICK, p.SLATE, p.INDIGO, p.RUST]), 0.35))
    for i in range(60):
        clump(c, c.rng.uniform(0, 2400), c.rng.uniform(900, 1000), c.rng.uniform(20, 46), p.haze(c.rng.choice([p.LEAF, p.MOSS, p.BLOSSOM]), 0.25))
    c.path("M-20 1040Q600 960 1250 1010Q1900 1050 2420 980V1640H-20Z", c.down(970, 1600, "#a9b677", "#6f8150"))
    c.path("M1420 1620Q1330 1350 1500 1210Q1640 1100 2000 1060Q2200 1040 2420 1050V1100Q2100 1100 1880 1180Q1640 1270 1900 1620Z",
           c.down(1040, 1600, "#e6d6b4", "#cdb78d"))
    # Fence at the edge of the hill.
    for k in range(16):
        x = 20 + k * 96
        c.rect(x, 960 + 20 * math.sin(k * 0.3), 12, 92, p.WALNUT, rx=3)
    c.line([(x, 985 + 20 * math.sin((x - 20) / 96 * 0.3)) for x in range(0, 1500, 60)], p.WOOD, 10)
    # Bench with two people.
    c.ellipse(860, 1330, 330, 26, "#55683c", op=0.5, blur=6)
    figure(c, 730, 1336, 500, pose(SIT_BACK, turn=0.3), look(coat=p.SLATE, legs=p.INK, hair=p.HAIR_GREY, hat=("cap", p.INDIGO)))
    figure(c, 930, 1336, 470, pose(SIT_BACK), look(coat=p.ROSE, legs=p.BARK, hair=p.HAIR_WHITE, style="bun", scarf=p.CREAM))
    for x in (590, 1090):
        c.rect(x, 1110, 20, 228, p.BARK)
    for y in (1110, 1146, 1182):
        c.rect(560, y, 590, 22, c.across(560, 1150, p.OAK, p.WOOD), rx=4)
    c.rect(550, 1216, 610, 20, p.WOOD, rx=4)
    # Distant walkers.
    figure(c, 1660, 1215, 230, WALK, look(coat=p.OCHRE, legs=p.NAVY, hair=p.HAIR_BROWN, style="long"))
    figure(c, 1740, 1205, 150, pose(WALK, head=(1.4, -88)), look(coat=p.BRICK, legs=p.INDIGO, hat=("cap", p.OCHRE)))
    # Trees: trunks lean in from both sides, blossom canopies above.
    for x, y in ((2190, 1420), (150, 1480)):
        c.path("M%d %dQ%d %d %d %dQ%d %d %d %dQ%d %d %d %dZ" % (
            x - 130, y + 76, x - 70, y + 20, x - 58, y - 100, x, y - 20, x + 62, y - 100, x + 70, y + 20, x + 140, y + 76), p.BARK)
        c.ellipse(x, y + 74, 190, 20, "#55683c", op=0.6, blur=5)
    for pts, radii in ((((2190, 1420), (2120, 1120), (2150, 820), (1990, 520)), (70, 52, 40, 22)),
                       (((2140, 900), (2300, 640), (2380, 420)), (34, 24, 14)),
                       (((2125, 1060), (1900, 820), (1640, 640)), (26, 20, 8)),
                       (((150, 1480), (210, 1150), (160, 800), (330, 480)), (74, 54, 42, 20)),
                       (((180, 960), (420, 700), (760, 560)), (28, 20, 8)), (((170, 850), (20, 560), (-40, 420)), (30, 22, 14))):
        c.limb(pts, radii, p.BARK)
        c.limb([(x - r * 0.3, y) for (x, y), r in zip(pts, radii)], [r * 0.4 for r in radii], "#6b5547", op=0.6)
    tones = ["#c98f8b", "#d9a49d", "#e6bbb2", "#f0cfc6", "#f9e4dc"]
    areas = ((2050, 330, 640, 330), (2300, 520, 380, 240), (1700, 560, 260, 120), (240, 300, 620, 330), (700, 480, 260, 110), (60, 560, 230, 200), (820, 130, 420, 150), (1560, 110, 420, 150))
    for level, tone in enumerate(tones):
        for ax, ay, aw, ah in areas:
            for k in range(int(aw * ah / 2600)):
                a, d = c.rng.uniform(0, 2 * math.pi), math.sqrt(c.rng.random())
                shift = (level - 2) * 16
                clump(c, ax + math.cos(a) * d * aw * 0.62 - shift * 0.5, ay + math.sin(a) * d * ah * 0.66 - shift, c.rng.uniform(17, 44) * (1.15 - level * 0.12),
                      tone, 0.86)
    for i in range(170):
        x, y = c.rng.uniform(0, 2400), c.rng.uniform(500, 1600)
        with c.at(x, y, c.rng.uniform(0.7, 1.6), turn=c.rng.uniform(0, 360)):
            c.path("M0 -6Q7 -4 5 4Q0 8 -5 4Q-7 -4 0 -6Z", c.rng.choice(["#f6d9d0", "#efc4ba", "#fbebe5"]), op=0.95)
    for i in range(110):
        streak(c, c.rng.uniform(0, 2400), c.rng.uniform(1300, 1600), c.rng.uniform(14, 40), 4, "#f3cfc5", 0.7)
    grass(c, -10, 2410, lambda gx: 1590 + c.rng.uniform(-60, 20), 210, 50, [p.MOSS, p.LEAF, p.PINE])


def sea_farewell(c):
    """Back views in a row before the evening sea."""
    sky(c, (0, "#44587f"), (0.4, "#9a8c9c"), (0.72, "#e9a980"), (1, "#fbdca0"), bottom=800)
    for i in range(26):
        streak(c, c.rng.uniform(-100, 2500), c.rng.uniform(120, 640), c.rng.uniform(300, 1100), c.rng.uniform(8, 22),
               c.rng.choice(["#f6c79a", "#e39c80", "#6b6f8e", "#fbe0b4"]), 0.4, blur=5)
    glow(c, 1320, 760, 760, "#fff0c2", 0.95)
    c.circle(1320, 752, 86, "#fff6d8")
    hills(c, 800, 110, 4, c.down(700, 800, "#7b7a92", "#b79a94"), 820, x0=-20, x1=860, taper="r")
    hills(c, 800, 90, 4, c.down(700, 800, "#7b7a92", "#b79a94"), 820, x0=1760, x1=2700, taper="l")
    c.rect(-10, 800, 2420, 520, c.down(800, 1320, "#f6d29c", (0.2, "#c99c90"), (0.55, "#6a7393"), "#3b4a70"))
    for i in range(150):
        t = c.rng.random()
        streak(c, 1320 + c.rng.gauss(0, 46 + 170 * t), 806 + 480 * t, 50 + 150 * t, 2 + 4.4 * t, "#fff2c9", 0.85 * (1 - t * 0.5))
    ripples(c, 0, 2400, 812, 1310, 260, ["#fbe3b6", "#3f4d74", "#d9a893"], (0.15, 0.5), 190, 24)
    ship(c, 620, 830, 0.6, "#4a4d66")
    c.line([(1800, 822), (2150, 814), (2420, 816)], "#5a5c76", 14)
    c.rect(1796, 764, 18, 58, "#8d4a3c")
    # The pier.
    c.path("M-20 1300L2420 1288V1640H-20Z", c.down(1288, 1600, "#b9a08e", "#6d6266"))
    c.rect(-20, 1284, 2460, 22, "#e3cba6")
    for k in range(15):
        x = -60 + k * 180
        c.line([(x + (1200 - x) * 0.1, 1306), (x - (1200 - x) * 0.14, 1620)], "#5d5257", 3, op=0.5)
    c.line([(-20, 1440), (2420, 1434)], "#5d5257", 3, op=0.4)
    group = ((300, 470, p.SLATE, p.INK, p.HAIR, "short"), (470, 436, p.BRICK, p.BARK, p.HAIR_BROWN, "bob"), (640, 452, p.MOSS, p.INDIGO, p.HAIR_GREY, "short"),
             (800, 410, p.OCHRE, "#5c4a55", p.HAIR_WHITE, "bun"), (985, 476, p.NAVY, p.TAUPE, p.HAIR, "short"), (1165, 440, p.CREAM, p.NAVY, p.HAIR_BROWN, "long"),
             (1400, 470, p.PINE, p.BARK, p.HAIR_BROWN, "short"), (1580, 428, p.ROSE, p.INDIGO, p.HAIR, "bun"), (1750, 462, p.INDIGO, p.STONE, p.HAIR_WHITE, "thin"),
             (1930, 436, "#8a6f86", p.INK, p.HAIR, "bob"), (2105, 470, p.STEEL, p.BARK, p.HAIR, "short"))
    for i, (x, h, coat, legs, hair, style) in enumerate(group):
        y = 1440 + 34 * math.sin(i * 1.7) + 40
        c.path("M%d %dQ%d %d %d %dL%d %dQ%d %d %d %dZ" % (
            x - 22, y, x - 30 + (x - 1320) * 0.05, y + 90, x - 46 + (x - 1320) * 0.16, 1640, x + 56 + (x - 1320) * 0.16, 1640,
            x + 34 + (x - 1320) * 0.05, y + 90, x + 24, y), "#3f3a4a", op=0.42, blur=4)
    for i, (x, h, coat, legs, hair, style) in enumerate(group):
        y = 1440 + 34 * math.sin(i * 1.7) + 40
        q = pose(STAND, view="back", coat=(8, 14, 6)[i % 3], turn=0.3)
        if style in ("bun", "long") or i == 9:
            q = pose(q, skirt=24)
        if i == 4:
            q = pose(q, elbows=((-12, -66), (15, -84)), hands=((-11, -50), (21, -101)))
        if i in (7, 8):
            s = 1 if i == 7 else -1
            q = pose(q, hands=((-11, -49), (18, -47)) if s > 0 else ((-17, -46), (11, -49)))
        figure(c, x, y, h, q, look(coat=p.mix(coat, "#6a4a52", 0.16), legs=legs, hair=hair, style=style, scarf=(None, p.CREAM, None, p.BRICK)[i % 4]))
    figure(c, 1275, 1478, 300, pose(STAND, view="back", head=(0, -87), coat=8), look(coat=p.BRICK, legs=p.INDIGO, hair=p.HAIR))
    for gx, gy, s, a in ((980, 420, 1.3, -8), (1110, 340, 0.9, 8), (1640, 460, 1.0, 0), (480, 300, 0.8, 5)):
        gull(c, gx, gy, s, "#fbeed6", a)

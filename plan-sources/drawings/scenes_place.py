"""Places of everyday help: clinic, community centre, market, street-corner cafe."""

import math

import palette as p
from nature import clump, cloud, glow, grass, hills, leafy, sky
from people import SIDE, SIT_SIDE, STAND, WALK, figure, look, pose
from town import bunting, courses, noren, pane


def wheelchair(c, x, y, s, flip=False, back_only=False):
    """A wheelchair from the side; (x, y) on the ground under the seat, facing right."""
    with c.at(x, y, -s if flip else s, s):
        steel = "#59636f"
        if not back_only:
            c.line([(-12, -52), (-11, -28), (10, -28), (16, -8), (22, -6)], steel, 2.2)
            c.line([(-18, -53), (-11, -52)], steel, 2.6)
            c.line([(-10, -40), (7, -40), (8, -28)], steel, 1.8)
            c.circle(14, -5, 5, None, stroke=p.INK, sw=2)
            c.circle(-4, -15, 15, None, stroke=p.INK, sw=2.4)
            c.circle(-4, -15, 11.6, None, stroke="#9aa6b0", sw=0.9)
            for k in range(8):
                a = math.pi * k / 4
                c.line([(-4, -15), (-4 + 14 * math.cos(a), -15 + 14 * math.sin(a))], "#9aa6b0", 0.5)
            c.circle(-4, -15, 2, steel)


def clinic_entrance(c):
    """The entrance of a hospital on a bright autumn day."""
    sky(c, (0, "#7fa6c4"), (0.7, "#cfdfe2"), (1, "#f3ead3"), bottom=900)
    for x, y, w, h in ((380, 250, 620, 110), (2050, 180, 560, 90)):
        cloud(c, x, y, w, h, c.down(y - h, y, "#fdf9ee", "#cfdde2"), 0.9)
    hills(c, 860, 260, 4, c.down(560, 860, "#8ba08f", "#b7c2ae"), 1000)
    c.rect(-10, 990, 2420, 160, "#93a184")
    for i in range(30):
        clump(c, c.rng.uniform(-20, 420), c.rng.uniform(960, 1110), c.rng.uniform(40, 70), c.rng.choice(["#8c9a63", "#a3a35f", "#7a8c5c"]))
    # Main block.
    c.rect(330, 260, 1750, 860, c.across(330, 2080, "#f6efe0", "#e3dac7", "#c9c3b6"))
    c.rect(330, 260, 1750, 30, "#b7b1a6")
    c.rect(1990, 420, 430, 700, c.across(1990, 2420, "#d8cfbd", "#b3ac9f"))
    for row in range(2):
        y = 350 + row * 230
        c.rect(330, y + 168, 1750, 10, "#cfc6b4")
        for k in range(9):
            x = 392 + k * 188
            c.rect(x - 7, y - 7, 144, 144, "#8f979b", rx=3)
            c.rect(x, y, 130, 130, c.lin(x, y, x + 130, y + 130, "#a7c0cd", "#5d7d96"))
            c.poly([(x + 10, y), (x + 60, y), (x + 20, y + 130), (x, y + 130), (x, y + 30)], "#ffffff", op=0.16)
            c.rect(x, y, 130, 46 if (k * 7 + row * 3) % 4 else 84, "#f3ead6", op=0.8)
            c.rect(x + 62, y, 6, 130, "#8f979b")
    for row in range(2):
        for k in range(3):
            pane(c, 2060 + k * 120, 500 + row * 220, 76, 110, None, "#8f979b", (1, 0))
    # Entrance: glass front, warm inside.
    gx0, gx1, gy0, gy1 = 760, 1640, 790, 1120
    c.rect(gx0 - 20, gy0 - 20, gx1 - gx0 + 40, gy1 - gy0 + 20, "#6d7780")
    c.rect(gx0, gy0, gx1 - gx0, gy1 - gy0, c.down(gy0, gy1, "#ffeec4", "#f3cf8e", "#caa268"))
    c.rect(gx0 + 60, 900, 240, 110, "#a5774e", op=0.7)
    c.rect(gx0 + 50, 890, 260, 20, "#6b4a35", op=0.7)
    figure(c, gx0 + 120, 1010, 180, pose(STAND), look(coat=p.SNOW, hair=p.HAIR_BROWN, style="bun"), legs=False)
    c.rect(gx0 + 50, 930, 260, 90, "#b98a5c", op=0.95)
    for k in range(3):
        c.rect(1390 + k * 74, 1010, 60, 70, "#7d927c", rx=8, op=0.9)
    clump(c, 1330, 960, 44, p.MOSS, 0.9)
    c.rect(1312, 990, 36, 60, "#a8523d", op=0.9)
    for k in range(7):
        x = gx0 + (gx1 - gx0) * k / 6
        c.rect(x - 7, gy0, 14, gy1 - gy0, "#6d7780")
    c.rect(gx0, 868, gx1 - gx0, 10, "#6d7780")
    for k in range(6):
        x = gx0 + (gx1 - gx0) * k / 6
        c.poly([(x + 20, gy0), (x + 70, gy0), (x + 30, gy1), (x + 10, gy1)], "#ffffff", op=0.22)
    # Canopy with columns and a leaf sign.
    c.poly([(600, 742), (1800, 742), (1860, 780), (560, 780)], "#8c8375")
    c.rect(540, 690, 1340, 62, c.down(690, 752, "#f8f2e4", "#cfc5b1"))
    c.rect(540, 748, 1340, 12, p.MOSS)
    for x in (620, 1766):
        c.rect(x, 780, 38, 420, c.across(x, x + 38, "#efe6d3", "#a89d8c"))
    c.circle(1210, 600, 74, p.SNOW)
    c.circle(1210, 600, 74, None, stroke=p.MOSS, sw=9)
    c.path("M1210 640C1160 612 1164 572 1188 568C1202 566 1210 580 1210 586C1210 580 1218 566 1232 568C1256 572 1260 612 1210 640Z", p.BRICK)
    # Ground.
    c.path("M-20 1110H2420V1640H-20Z", c.down(1110, 1600, "#d3c8b4", "#a99f91"))
    c.poly([(760, 1120), (1640, 1120), (2080, 1640), (320, 1640)], c.down(1120, 1600, "#eadfc9", "#c9bba2"))
    for k in range(9):
        y = 1140 + 460 * (k / 8) ** 1.5
        c.line([(760 - 440 * (y - 1120) / 520, y), (1640 + 440 * (y - 1120) / 520, y)], "#a89a84", 2.5, op=0.5)
    for k in range(9):
        c.line([(760 + 110 * k, 1120), (320 + 220 * k, 1640)], "#a89a84", 2, op=0.4)
    for k in range(24):
        y = 1150 + 450 * (k / 23) ** 1.3
        s = 0.5 + (y - 1120) / 480
        c.rect(1200 - 17 * s, y, 34 * s, 9 * s, p.OCHRE, op=0.9)
    # Planting beds and trees.
    for x0, x1 in ((-20, 560), (1850, 2420)):
        c.rect(x0, 1150, x1 - x0, 60, "#8c7f70", rx=10)
        for i in range(34):
            clump(c, c.rng.uniform(x0 + 10, x1 - 10), c.rng.uniform(1110, 1160), c.rng.uniform(24, 46), c.rng.choice([p.MOSS, p.PINE, p.LEAF, "#b98a4a"]))
        for i in range(40):
            c.circle(c.rng.uniform(x0 + 20, x1 - 20), c.rng.uniform(1095, 1150), c.rng.uniform(6, 11), c.rng.choice([p.BRICK, p.LAMP, p.SNOW, p.ROSE]))
    leafy(c, 190, 1160, 880, ["#7c5a30", "#a5702f", "#c98f3f", "#d9a94f", "#ecc873"], puffs=110, size=0.55)
    leafy(c, 2270, 1150, 760, ["#3f5440", "#55693f", p.MOSS, "#8a9a5c", "#a9b26c"], puffs=100, size=0.55)
    # A small welfare car.
    with c.at(2010, 1330, 1.3):
        c.ellipse(0, 4, 230, 18, p.INK, op=0.35, blur=6)
        c.path("M-210 -10V-70Q-206 -90 -180 -96L-120 -110L-80 -178Q-70 -192 -50 -192H130Q190 -192 196 -130L206 -40V-10Z", c.down(-190, 0, "#fbf7ec", "#c8c6bf"))
        c.path("M-104 -108L-70 -166Q-64 -176 -50 -176H0V-108Z", "#6d8ba0")
        c.path("M16 -176H120Q168 -176 176 -130L178 -108H16Z", "#5d7d96")
        c.rect(-212, -64, 420, 12, p.MOSS)
        for x in (-130, 118):
            c.circle(x, -8, 36, p.INK)
            c.circle(x, -8, 17, "#9aa3a8")
        c.circle(-198, -52, 10, p.LAMP)
    # People: wheelchair with helper towards the door; others.
    c.ellipse(900, 1466, 210, 20, p.INK, op=0.25, blur=7)
    q = pose(SIT_SIDE, elbows=((4, -43), (2, -42)), hands=((13, -36), (12, -35)))
    figure(c, 770, 1466, 500, pose(WALK, neck=(2, -81), head=(4.6, -90.5), elbows=((11, -67), (8, -66)), hands=((21, -58), (20, -57))),
           look(coat=p.NAVY, legs=p.TAUPE, hair=p.HAIR, style="bun", shoes=p.BARK))
    figure(c, 935, 1456, 480, q, look(coat=p.BRICK, legs=p.BARK, hair=p.HAIR_WHITE, style="bob", scarf=p.CREAM))
    wheelchair(c, 935, 1470, 5.0)
    c.path("M905 1290Q1010 1270 1046 1330L1050 1390Q1000 1372 930 1376Z", p.OCHRE)
    c.path("M930 1330L1040 1340M930 1356L1046 1366", None, stroke=p.BRICK, sw=5, op=0.7)
    c.ellipse(1400, 1240, 120, 12, p.INK, op=0.25, blur=5)
    figure(c, 1370, 1240, 330, pose(STAND, view="back", coat=8), look(coat=p.MOSS, legs=p.INDIGO, hair=p.HAIR_GREY))
    figure(c, 1460, 1236, 306, pose(STAND, view="back", skirt=26), look(coat=p.ROSE, legs="#5c4a55", hair=p.HAIR_BROWN, style="bob", bag=p.RUST))
    figure(c, 640, 1230, 320, pose(STAND, turn=0.6, elbows=((-11.5, -65), (12, -68)), hands=((-10, -50), (20, -72))), look(coat=p.STEEL, legs=p.INDIGO, hair=p.HAIR, apron=None, collar=p.SNOW))
    for i in range(60):
        with c.at(c.rng.uniform(0, 1000), c.rng.uniform(1240, 1600), c.rng.uniform(0.7, 1.5), turn=c.rng.uniform(0, 360)):
            c.path("M-10 0Q0 -9 11 0Q0 8 -10 0Z", c.rng.choice(["#d9a94f", "#b9743a", "#ecc873"]), op=0.9)


def community_centre(c):
    """A two-storey community house among birches in early autumn."""
    sky(c, (0, "#8fb0c6"), (0.6, "#d6e1de"), (1, "#f6ead0"), bottom=900)
    for x, y, w, h in ((1900, 240, 620, 110), (1150, 170, 420, 70)):
        cloud(c, x, y, w, h, c.down(y - h, y, "#fdf9ee", "#d5e0e0"), 0.9)
    hills(c, 820, 330, 4, c.down(460, 850, "#8a9c86", "#b8c0a6"), 1000)
    for i in range(50):
        clump(c, c.rng.uniform(-20, 2420), c.rng.uniform(780, 930), c.rng.uniform(50, 110), c.rng.choice(["#8c9a63", "#a3a35f", "#c9a45a", "#7a8c5c", "#b98a4a"]), 0.9)
    c.rect(-10, 960, 2420, 200, c.down(930, 1140, "#8f9a62", "#a5ad6f"))
    for i in range(44):
        clump(c, c.rng.uniform(-20, 2420), c.rng.uniform(985, 1060), c.rng.uniform(26, 50), c.rng.choice(["#7a8c5c", "#8c9a63", "#6d7d49", "#a3a35f"]))
    # Building: dark timber upper floor on a light ground floor; long low roof.
    c.rect(640, 760, 1260, 380, c.across(640, 1900, "#f6ecd8", "#e2d5bb", "#c6b899"))
    c.rect(700, 470, 1140, 300, c.across(700, 1840, "#a5774e", "#865d3f", "#6b4a35"))
    for k in range(57):
        c.rect(700 + k * 20, 470, 3, 300, p.BARK, op=0.3)
    c.poly([(590, 490), (760, 340), (1790, 340), (1950, 490)], c.down(340, 490, "#6b7c8e", "#43536a"))
    for k in range(1, 26):
        t = k / 26
        c.line([(760 + 1030 * t, 342), (590 + 1360 * t, 488)], p.INK, 2, op=0.25)
    c.rect(580, 484, 1380, 20, p.BARK)
    for k in range(6):
        x = 752 + k * 184
        pane(c, x, 560, 120, 130, "#f3d592" if k in (1, 2, 4) else None, p.BARK, (1, 0), curtain=p.CREAM if k % 2 else None, sill=p.BARK)
    c.poly([(600, 790), (660, 748), (1880, 748), (1940, 790)], "#54657b")
    c.rect(596, 786, 1348, 16, p.BARK)
    for k in range(4):
        x = 690 + k * 132
        pane(c, x, 850, 104, 220, "#f6dda0", p.WALNUT, (1, 1))
    for k in range(3):
        x = 1480 + k * 132
        pane(c, x, 850, 104, 220, "#f6dda0" if k != 1 else None, p.WALNUT, (1, 1))
    # Entrance porch.
    c.rect(1240, 830, 210, 310, c.down(830, 1140, "#ffe9b4", "#e2b56c"))
    c.rect(1340, 830, 9, 310, p.WALNUT)
    c.rect(1236, 830, 10, 310, p.WALNUT)
    c.rect(1444, 830, 10, 310, p.WALNUT)
    c.rect(1236, 920, 216, 8, p.WALNUT)
    c.poly([(1150, 792), (1345, 676), (1540, 792)], c.down(676, 792, "#6b7c8e", "#43536a"))
    c.poly([(1226, 792), (1345, 720), (1464, 792)], "#efe3ca")
    c.rect(1150, 788, 390, 22, p.BARK)
    for x in (1176, 1494):
        c.rect(x, 808, 22, 340, c.across(x, x + 22, p.OAK, p.WALNUT))
    c.rect(1120, 1136, 450, 22, "#b7ab97")
    c.rect(1090, 1156, 510, 22, "#a2977f")
    c.rect(1050, 868, 96, 210, p.OAK, rx=4)
    c.rect(1062, 880, 72, 186, p.CREAM)
    for k in range(4):
        c.rect(1086, 898 + k * 42, 24, 24, p.INDIGO, rx=6, op=0.8)
    # Ground and path.
    c.path("M-20 1130Q1200 1100 2420 1140V1640H-20Z", c.down(1120, 1600, "#a5ad6f", "#71804f"))
    c.path("M1100 1176H1600Q1640 1340 1900 1640H560Q1000 1380 1100 1176Z", c.down(1176, 1640, "#e2d3b2", "#c2ae86"))
    for i in range(70):
        t = c.rng.random() ** 0.7
        y = 1190 + 420 * t
        c.ellipse(1330 - 120 * t + c.rng.uniform(-1, 1) * (220 + 420 * t), y, 20 + 40 * t, 6 + 10 * t, c.rng.choice(["#d2c09a", "#efe2c4", "#b9a57c"]), op=0.5)
    # Notice board and bicycles.
    c.rect(380, 960, 16, 240, p.WALNUT)
    c.rect(630, 960, 16, 240, p.WALNUT)
    c.poly([(350, 950), (513, 900), (676, 950)], "#54657b")
    c.rect(366, 946, 294, 170, p.OAK)
    c.rect(378, 958, 270, 146, "#5f7357")
    for x, y, w, h, col in ((396, 972, 62, 84, p.CREAM), (470, 980, 74, 52, p.LAMP), (556, 970, 70, 92, p.SNOW), (476, 1044, 60, 48, p.BLOSSOM)):
        c.rect(x, y, w, h, col)
        for k in range(3):
            c.rect(x + 9, y + 12 + k * 13, w - 22 + (k % 2) * 6, 4, p.TAUPE, op=0.7)
    for x, col in ((1700, p.BRICK), (1800, p.SLATE)):
        c.circle(x - 62, 1130, 44, None, stroke=p.INK, sw=5)
        c.circle(x + 62, 1130, 44, None, stroke=p.INK, sw=5)
        c.line([(x - 62, 1130), (x - 28, 1066), (x + 40, 1066), (x + 62, 1130)], col, 7)
        c.line([(x - 28, 1066), (x + 6, 1132), (x + 40, 1066)], col, 6)
        c.line([(x - 40, 1046), (x - 16, 1046)], p.BARK, 9)
        c.line([(x + 40, 1066), (x + 34, 1026), (x + 58, 1020)], p.INK, 5)
    # Birches.
    def birch(x, y, h, tones):
        r = c.rng
        c.path("M%.0f %.0fL%.0f %.0fL%.0f %.0fL%.0f %.0fZ" % (x - h * 0.019, y, x - h * 0.008, y - h * 0.93, x + h * 0.008, y - h * 0.93, x + h * 0.019, y),
               c.across(x - h * 0.02, x + h * 0.02, "#fbf7ee", "#b9b4aa"))
        for i in range(22):
            by = y - h * r.uniform(0.03, 0.85)
            c.path("M%.0f %.0fq%.0f 3 %.0f 0q-%.0f 7 -%.0f 0Z" % (x - h * 0.014, by, h * 0.01, h * 0.02, h * 0.01, h * 0.02), p.BARK, op=0.7)
        for i in range(9):
            by = y - h * r.uniform(0.42, 0.85)
            s = r.choice((-1, 1))
            c.line([(x, by), (x + s * h * r.uniform(0.08, 0.17), by - h * r.uniform(0.05, 0.12))], "#8d857b", 3)
        for tone in tones:
            for i in range(34):
                t = r.random()
                clump(c, x + r.gauss(0, 0.085) * h, y - h * (0.42 + 0.6 * t), h * r.uniform(0.018, 0.045), tone, 0.85)
    gold = ["#94783a", "#b58f3f", "#d2a94c", "#e8c873"]
    birch(240, 1210, 1060, gold)
    birch(80, 1280, 1220, gold)
    birch(2080, 1190, 980, ["#6d7d49", "#8a9655", "#b5ac58", "#d9c76d"])
    birch(2300, 1270, 1240, gold)
    # People chatting.
    for x, w in ((1060, 260), (1560, 130), (760, 120)):
        c.ellipse(x, 1392 if x == 1060 else 1290, w, 16, "#4b4a33", op=0.35, blur=6)
    figure(c, 930, 1392, 420, pose(STAND, turn=0.7, elbows=((-11.5, -65), (13, -66)), hands=((-10, -50), (19, -62))), look(coat=p.BRICK, legs=p.INDIGO, hair=p.HAIR_WHITE, style="bob"))
    figure(c, 1070, 1404, 440, pose(STAND, view="back", coat=8), look(coat=p.NAVY, legs=p.TAUPE, hair=p.HAIR_GREY))
    figure(c, 1210, 1390, 424, pose(STAND, turn=-0.7, elbows=((-13, -66), (11.5, -65)), hands=((-8, -56), (5, -55))), look(coat=p.CREAM, legs=p.PINE, hair=p.HAIR, style="bun", apron=None, collar=p.OCHRE))
    figure(c, 1530, 1290, 340, WALK, look(coat=p.MOSS, legs=p.BARK, hair=p.HAIR_BROWN, style="short", bag=None), flip=True)
    figure(c, 1612, 1296, 230, pose(WALK, head=(1.4, -88)), look(coat=p.OCHRE, legs=p.NAVY, hair=p.HAIR), flip=True)
    figure(c, 770, 1290, 350, WALK, look(coat=p.SLATE, legs=p.INK, hair=p.HAIR, style="long"))
    for i in range(90):
        with c.at(c.rng.uniform(0, 2400), c.rng.uniform(1200, 1600), c.rng.uniform(0.6, 1.4), turn=c.rng.uniform(0, 360)):
            c.path("M-10 0Q0 -9 11 0Q0 8 -10 0Z", c.rng.choice(gold), op=0.9)
    grass(c, -10, 2410, lambda gx: 1604 + c.rng.uniform(-50, 10), 160, 46, [p.MOSS, p.LEAF, "#b5ac58"])


def shopping_arcade(c):
    """Upright: a covered market lane with stalls on both sides."""
    vx, vy = 860, 1090
    c.rect(-10, -10, 1620, 2160, c.down(0, 2133, "#c9b597", "#8f7a62"))
    # Roof: glass with ribs going away.
    c.poly([(vx, vy - 90), (-300, -500), (1900, -500)], "#dfe6e2")
    c.path("M-20 -20H1620V300L%d %dL-20 300Z" % (vx, vy - 60), c.down(-20, 700, "#9db4c2", "#f3ecd6"))
    for k in range(11):
        t = k / 10
        c.line([(vx, vy - 60), (-700 + 3000 * t, -420)], "#6f6a62", 7, op=0.8)
    for d in (1.15, 1.5, 2.0, 2.8, 4.2, 6.6):
        c.path("M%.0f %.0fQ%.0f %.0f %.0f %.0f" % (vx - 900 / d, vy - 560 / d, vx, vy - 1400 / d, vx + 900 / d, vy - 560 / d), None, stroke="#5f5a54", sw=34 / d)
    # End of the lane: bright street.
    c.rect(vx - 100, vy - 170, 200, 260, c.down(vy - 170, vy + 90, "#fdf3d6", "#f1dcae"))
    c.poly([(vx - 100, vy - 170), (vx, vy - 230), (vx + 100, vy - 170)], "#efe3c2")
    # Floor.
    c.poly([(vx - 90, vy + 90), (vx + 90, vy + 90), (1620, 2160), (-20, 2160)], c.down(vy, 2133, "#e9d9b6", "#b09a7d", "#8a7766"))
    for k in range(12):
        y = vy + 100 + 1180 * (k / 11) ** 1.8
        c.line([(0, y), (1600, y)], "#7d6b5a", 1 + 3 * k / 11, op=0.3)
    for k in range(-7, 8):
        c.line([(vx + k * 12, vy + 90), (vx + k * 190, 2160)], "#7d6b5a", 2.5, op=0.25)
    # Stalls, far to near, left and right.
    def stall(side, d0, d1, cloth, kind):
        def pt(u, v, d):
            return vx + side * u / d, vy + v / d
        wall = [pt(900, 560, d0), pt(900, -620, d0), pt(900, -620, d1), pt(900, 560, d1)]
        tone = {"fish": "#66809a", "veg": "#93805a", "fruit": "#8d5b48", "tea": "#6d5a4a"}[kind]
        far = min(0.5, 0.09 * d1)
        c.poly(wall, p.haze(tone, far, "#e6d6b2"))
        inner = [pt(900, 200, d0), pt(900, -330, d0), pt(900, -330, d1), pt(900, 200, d1)]
        xs = sorted((inner[0][0], inner[2][0]))
        c.poly(inner, c.across(xs[0], xs[1], "#f6dc9d", "#b98a55"))
        for k in range(3):
            dd0, dd1 = d0 + (d1 - d0) * (k + 0.15) / 3, d0 + (d1 - d0) * (k + 0.85) / 3
            for v in (-250, -120):
                c.poly([pt(898, v, dd0), pt(898, v - 70, dd0), pt(898, v - 70, dd1), pt(898, v, dd1)], c.rng.choice([p.BRICK, p.OCHRE, p.MOSS, p.CREAM, p.SLATE]), op=0.75)
        # Sign board above and awning.
        c.poly([pt(900, -400, d0), pt(900, -560, d0), pt(900, -560, d1), pt(900, -400, d1)], p.haze(cloth, far, "#e6d6b2"))
        for k in range(4):
            dd0, dd1 = d0 + (d1 - d0) * (k + 0.35) / 4.4, d0 + (d1 - d0) * (k + 0.85) / 4.4
            c.poly([pt(898, -445, dd0), pt(898, -515, dd0), pt(898, -515, dd1), pt(898, -445, dd1)], p.CREAM, op=0.9)
        n_str = 6
        for k in range(n_str):
            dd0, dd1 = d0 + (d1 - d0) * k / n_str, d0 + (d1 - d0) * (k + 1) / n_str
            col = cloth if k % 2 else p.CREAM
            c.poly([pt(905, -390, dd0), pt(640, -270, dd0), pt(640, -270, dd1), pt(905, -390, dd1)], p.haze(col, far, "#e6d6b2"))
            c.poly([pt(640, -270, dd0), pt(640, -225, dd0), pt(640, -225, dd1), pt(640, -270, dd1)], p.haze(p.dark(col, 0.12), far, "#e6d6b2"))
        # Counter with goods.
        c.poly([pt(600, 360, d0), pt(600, 560, d0), pt(600, 560, d1), pt(600, 360, d1)], p.haze("#7a5a41", far, "#e6d6b2"))
        c.poly([pt(600, 360, d0), pt(900, 230, d0), pt(900, 230, d1), pt(600, 360, d1)], p.haze({"fish": "#dfe7e8"}.get(kind, "#c9a87c"), far, "#e6d6b2"))
        if d0 > 1:
            c.poly([pt(600, 360, d0), pt(600, 560, d0), pt(900, 560, d0), pt(900, 230, d0)], p.haze("#5f4634", far, "#e6d6b2"))
        goods = {"fish": ["#8fa3b3", "#c9836a", "#5d7389", "#d9c9b0"], "veg": [p.MOSS, p.LEAF, "#c96f3b", p.CREAM, p.PINE],
                 "fruit": [p.BRICK, p.OCHRE, "#d98a3a", p.LEAF], "tea": [p.OCHRE, p.PINE, p.RUST, p.CREAM]}[kind]
        order = []
        count = 44 if d0 < 1 else 30
        for i in range(count):
            dd = d1 - (d1 - d0) * (i + 0.5) / count
            for j in range(4):
                order.append((dd, j, goods[(i // 5 + j) % len(goods)]))
        for dd, j, col in order:
            u, v = 620 + j * 66, 345 - j * 29
            x, y = pt(u, v, dd)
            col = p.haze(p.mix(col, p.CREAM, c.rng.uniform(0, 0.25)), far, "#e6d6b2")
            if kind == "fish":
                with c.at(x, y, 1 / dd, turn=side * c.rng.uniform(12, 26)):
                    c.path("M-44 0Q0 -24 40 -2L58 -14V12L40 4Q0 20 -44 0Z", col)
                    c.path("M-36 4Q0 16 36 3Q0 9 -36 4Z", p.SNOW, op=0.7)
            else:
                c.circle(x, y, 25 / dd, col)
                c.circle(x - 7 / dd, y - 8 / dd, 8 / dd, "#ffffff", op=0.25)
        for k in range(2):
            dd = d0 + (d1 - d0) * (0.3 + 0.45 * k)
            x, y = pt(690, 215, dd)
            c.rect(x - 40 / dd, y - 40 / dd, 80 / dd, 46 / dd, p.SNOW, rx=3)
            c.rect(x - 28 / dd, y - 28 / dd, 56 / dd, 7 / dd, p.BRICK)
            c.rect(x - 28 / dd, y - 14 / dd, 40 / dd, 6 / dd, p.INK)

    left = [(5.0, 7.5, p.BRICK, "tea"), (3.1, 4.8, p.PINE, "veg"), (1.9, 3.0, p.OCHRE, "fruit"), (0.62, 1.8, p.NAVY, "fish")]
    right = [(5.0, 7.5, p.NAVY, "fruit"), (3.1, 4.8, p.OCHRE, "fish"), (1.9, 3.0, p.BRICK, "tea"), (0.62, 1.8, p.MOSS, "veg")]

    def person(u, d, q, lk, flip=False):
        c.ellipse(vx + u / d, vy + 570 / d, 90 / d, 16 / d, p.INK, op=0.25, blur=4)
        figure(c, vx + u / d, vy + 570 / d, 900 / d, q, lk, flip=flip)

    back = pose(STAND, view="back", coat=8)
    for i in range(4):
        stall(-1, *left[i])
        stall(1, *right[i])
        if i == 0:
            person(-130, 6.0, back, look(coat=p.SLATE, legs=p.INK))
            person(160, 5.4, pose(STAND), look(coat=p.OCHRE, legs=p.BARK, hair=p.HAIR_BROWN, style="bob"))
        if i == 1:
            person(-240, 3.6, pose(STAND, turn=-0.6), look(coat=p.BRICK, legs=p.INDIGO, hair=p.HAIR_GREY, bag=p.OCHRE))
            person(30, 3.9, back, look(coat=p.MOSS, legs=p.BARK, hair=p.HAIR, style="bun"))
        if i == 2:
            person(330, 2.2, pose(SIDE, elbows=((6, -66), (4, -65)), hands=((15, -60), (13, -59))), look(coat=p.CREAM, legs=p.NAVY, hair=p.HAIR_BROWN, style="long"))
            person(120, 2.7, pose(WALK, turn=1), look(coat=p.NAVY, legs=p.TAUPE, hair=p.HAIR, bag=None))
            # Shopkeeper behind the counter.
            figure(c, vx - 900 / 2.3 + 60, vy + 560 / 2.3, 860 / 2.3, pose(STAND, turn=0.7), look(coat=p.SNOW, hair=p.HAIR_GREY, hat=("scarf", p.INDIGO), apron=p.NAVY), legs=False)
    for d in (7.0, 4.6, 3.0, 2.05):
        for s in (-1, 1):
            x, y = vx + s * 430 / d, vy - 560 / d
            c.line([(x, y - 130 / d), (x, y)], p.INK, 5 / d)
            glow(c, x, y + 50 / d, 300 / d, p.GLOW, 0.6)
            c.path("M%.1f %.1fQ%.1f %.1f %.1f %.1fZ" % (x - 60 / d, y + 40 / d, x, y - 60 / d, x + 60 / d, y + 40 / d), p.INDIGO)
            c.ellipse(x, y + 44 / d, 40 / d, 16 / d, "#fff4d0")
    person(-470, 1.04, pose(STAND, view="back", coat=10, turn=-0.3), look(coat=p.NAVY, legs=p.BARK, hair=p.HAIR_WHITE, style="bob", bag=p.BRICK, scarf=p.OCHRE))
    person(-185, 0.95, pose(STAND, view="back", coat=6), look(coat=p.PINE, legs=p.TAUPE, hair=p.HAIR, style="short", bag=p.CREAM))


def machi_cafe(c):
    """A wooden cafe stand on a street corner; cups are handed over under the curtain."""
    sky(c, (0, "#86a7bf"), (0.6, "#d3dedb"), (1, "#f6e8cb"), bottom=900)
    hills(c, 640, 220, 4, c.down(440, 700, "#93a79a", "#c1c8b2"), 800)
    # Old brick building at the left, white one at the right, street between.
    c.rect(-20, 130, 700, 1060, c.across(-20, 680, "#8a4a3a", "#a8604a", "#7d4334"))
    courses(c, -20, 130, 700, 1060, 26, p.dark("#8a4a3a", 0.35), 0.35, 2.4, 0.55)
    c.rect(-20, 100, 730, 44, "#cbbd9f")
    c.rect(-20, 560, 710, 22, "#cbbd9f")
    for k in range(3):
        x = 40 + k * 220
        c.path("M%d 460V300Q%d 210 %d 300V460Z" % (x, x + 65, x + 130), "#d8cbae")
        c.path("M%d 448V306Q%d 232 %d 306V448Z" % (x + 14, x + 65, x + 116), c.down(230, 448, "#6f8ca3", "#2f405f"))
        c.rect(x + 62, 270, 6, 180, "#d8cbae")
        c.rect(x - 10, 460, 150, 14, "#cbbd9f")
        pane(c, x + 6, 660, 118, 230, "#f3d592" if k != 1 else None, "#4a372d", (1, 2))
    c.rect(2010, 240, 420, 950, c.across(2010, 2420, "#f1e8d5", "#cfc4ac"))
    c.poly([(1980, 250), (2090, 150), (2420, 150), (2420, 250)], "#54657b")
    for r in range(2):
        for k in range(2):
            pane(c, 2080 + k * 170, 330 + r * 270, 100, 140, None, p.WALNUT, (1, 1), curtain=p.CREAM)
    for i in range(14):
        x = 720 + i * 92
        w = 76
        y = 820 + 20 * math.sin(i)
        house_h = 90 + 50 * c.rng.random()
        c.rect(x, y - house_h, w, house_h + 60, p.haze(c.rng.choice([p.CREAM, "#c8cfd0", "#d4c0a6"]), 0.2))
        c.poly([(x - 6, y - house_h), (x + w / 2, y - house_h - 34), (x + w + 6, y - house_h)], p.haze(c.rng.choice([p.BRICK, p.SLATE, p.INDIGO]), 0.3))
    c.path("M-20 870H2420V1640H-20Z", c.down(870, 1600, "#d8cbb2", "#a3937d"))
    for k in range(9):
        y = 900 + 700 * (k / 8) ** 1.6
        c.line([(-20, y), (2420, y)], "#8c7c68", 1.5 + 2 * k / 8, op=0.35)
    for k in range(-8, 20):
        c.line([(1250 + (k - 6) * 60, 900), (1250 + (k - 6) * 330, 1640)], "#8c7c68", 2, op=0.25)
    leafy(c, 1880, 1150, 900, ["#3f5440", "#55693f", p.MOSS, "#8a9a5c", "#a9b26c"], puffs=130, size=0.52)
    leafy(c, 700, 1120, 620, ["#3f5440", "#5c7044", p.MOSS, "#97a468"], puffs=80, size=0.55)
    # The stand.
    x0, x1, top, counter, base = 860, 1680, 470, 930, 1290
    c.ellipse(1290, base + 4, 520, 34, p.INK, op=0.32, blur=10)
    c.rect(x0 + 30, top, x1 - x0 - 60, counter - top, c.down(top, counter, "#f8dca0", "#c9985c"))
    c.rect(x0 + 60, 620, x1 - x0 - 120, 14, p.WALNUT)
    c.rect(x0 + 60, 760, x1 - x0 - 120, 14, p.WALNUT)
    for y in (620, 760):
        x = x0 + 80
        while x < x1 - 130:
            w = c.rng.uniform(26, 46)
            h = c.rng.uniform(34, 84)
            c.rect(x, y - h, w, h, c.rng.choice([p.CREAM, p.BRICK, p.MOSS, p.SLATE, p.OCHRE, p.SNOW]), rx=7)
            if c.rng.random() < 0.4:
                c.rect(x + 4, y - h * 0.65, w - 8, h * 0.3, p.SNOW, op=0.8)
            x += w + c.rng.uniform(8, 26)
    figure(c, 1130, 1290, 680, pose(STAND, turn=0.35, elbows=((-12, -66), (13, -65)), hands=((-6, -57), (14, -55))),
           look(coat=p.SNOW, hair=p.HAIR, style="bun", apron=p.INDIGO, hat=("scarf", p.BRICK)), legs=False)
    figure(c, 1440, 1290, 700, pose(STAND, turn=0.4, elbows=((-12, -66), (15, -63)), hands=((-10, -53), (25, -58))),
           look(coat=p.OCHRE, hair=p.HAIR_BROWN, style="short", apron=p.PINE), legs=False)
    c.rect(x0, counter, x1 - x0, base - counter, c.across(x0, x1, "#b98a5c", "#9a6f4a", "#7a5539"))
    for k in range(17):
        c.rect(x0 + k * 50, counter, 3, base - counter, p.BARK, op=0.35)
    c.rect(x0 - 30, counter - 18, x1 - x0 + 60, 34, c.down(counter - 18, counter + 16, "#d9b383", "#a5774e"), rx=5)
    for x in (x0, x1 - 28):
        c.rect(x, top - 40, 28, base - top + 40, c.across(x, x + 28, p.OAK, p.WALNUT))
    for k, col in enumerate((p.CREAM, p.LAMP, p.CREAM)):
        x = 1010 + k * 190
        c.line([(x + 75, 960), (x + 75, 1000)], p.BARK, 4)
        c.rect(x, 996, 150, 196, col, rx=6)
        c.rect(x + 12, 1008, 126, 76, (p.BRICK, p.MOSS, p.SLATE)[k], rx=4, op=0.85)
        c.path("M%d 1030h48q4 38 -24 38q-26 0 -24 -38Z" % (x + 51), p.CREAM)
        for j in range(4):
            c.rect(x + 20, 1102 + j * 20, 110 - (j % 2) * 34, 7, p.TAUPE, rx=3, op=0.8)
    # Things on the counter.
    for k in range(4):
        x = 960 + k * 44
        c.path("M%d 862h34l-4 50h-26Z" % x, p.SNOW)
        c.rect(x - 2, 858, 38, 8, p.BRICK, rx=3)
    with c.at(1270, 912):
        c.path("M-46 0Q-60 -70 0 -76Q60 -70 46 0Z", c.across(-50, 50, "#9aa6b0", "#4f5c6a"))
        c.path("M44 -40Q86 -52 78 -74", None, stroke="#66727f", sw=10)
        c.path("M-30 -72Q0 -130 30 -72", None, stroke=p.INK, sw=6)
        c.path("M84 -84q10 -16 0 -30q-8 -12 4 -26", None, stroke="#ffffff", sw=6, op=0.7)
    c.path("M1560 912Q1556 872 1600 872Q1644 872 1640 912Z", "#dcb683")
    for k in range(5):
        c.circle(1572 + k * 14, 872 - (k % 2) * 9, 14, c.rng.choice(["#c98f4f", "#b9743a", "#e2b56c"]))
    # Roof, curtain with the name, bunting, lamps.
    c.poly([(780, 470), (880, 330), (1660, 330), (1760, 470)], c.down(330, 470, p.SLATE, p.NAVY))
    for k in range(1, 14):
        t = k / 14
        c.poly([(880 + 780 * t, 330), (780 + 980 * t, 470), (780 + 980 * (t + 0.036), 470), (880 + 780 * (t + 0.036), 330)], p.CREAM, op=0.85)
    c.rect(770, 464, 1000, 22, p.BARK, rx=4)
    noren(c, 900, 500, 740, 118, p.INDIGO, 5)
    for k, ch in enumerate("まちカフェ"):
        c.text(974 + k * 149, 590, 74, ch, p.CREAM)
    for k in range(7):
        x = 830 + k * 147
        glow(c, x, 512, 90, p.GLOW, 0.55)
        c.circle(x, 506, 12, "#fff3cf")
    bunting(c, 640, 330, 900, 350, 40, [p.BRICK, p.LAMP, p.MOSS, p.CREAM, p.SLATE], 40, 6)
    bunting(c, 1650, 350, 2060, 260, 60, [p.BRICK, p.LAMP, p.MOSS, p.CREAM, p.SLATE], 40, 9)
    # A-board.
    c.poly([(690, 1330), (730, 1080), (850, 1080), (880, 1330)], p.WALNUT)
    c.poly([(712, 1300), (744, 1104), (838, 1104), (860, 1300)], "#37463f")
    c.path("M764 1150h44q8 34 -22 40q-28 -6 -22 -40M808 1158q18 0 10 16", None, stroke=p.CREAM, sw=5)
    for k in range(3):
        c.line([(752 - k * 4, 1226 + k * 24), (830 - (k % 2) * 20, 1226 + k * 24)], p.CREAM, 4, op=0.8)
    # Guests.
    c.ellipse(1790, 1362, 130, 16, p.INK, op=0.3, blur=6)
    figure(c, 1760, 1360, 610, pose(SIDE, turn=-1, elbows=((-10, -66), (-7, -65)), hands=((-22, -62), (-19, -60)), coat=12),
           look(coat=p.BRICK, legs=p.INDIGO, hair=p.HAIR_WHITE, style="bob"))
    c.path("M1604 966h36l-5 52h-26Z", p.SNOW)
    c.rect(1600, 962, 44, 9, p.BRICK, rx=3)
    c.path("M1620 950q8 -12 0 -24q-8 -10 2 -22", None, stroke="#ffffff", sw=5, op=0.8)
    figure(c, 1935, 1376, 640, pose(SIDE, turn=-1, elbows=((-6, -65), (2, -65)), hands=((-14, -58), (-1, -51)), coat=8),
           look(coat=p.SLATE, legs=p.TAUPE, hair=p.HAIR))
    # Round table with guests at the left.
    c.ellipse(400, 1460, 360, 26, p.INK, op=0.28, blur=8)
    figure(c, 190, 1452, 600, pose(SIT_SIDE, elbows=((5, -44), (3, -43)), hands=((16, -41), (14, -40))), look(coat=p.MOSS, legs=p.BARK, hair=p.HAIR_GREY, style="short"))
    c.rect(150, 1280, 74, 14, p.OAK, rx=4)
    for x in (158, 206):
        c.rect(x, 1290, 9, 164, p.WALNUT)
    figure(c, 640, 1456, 590, pose(SIT_SIDE, elbows=((5, -44), (3, -43)), hands=((15, -42), (14, -41))), look(coat=p.ROSE, legs="#5c4a55", hair=p.HAIR_BROWN, style="bun"), flip=True)
    c.rect(606, 1284, 74, 14, p.OAK, rx=4)
    for x in (614, 662):
        c.rect(x, 1294, 9, 164, p.WALNUT)
    c.rect(404, 1216, 16, 236, p.INK)
    c.ellipse(412, 1452, 86, 14, p.INK)
    c.ellipse(412, 1214, 190, 27, p.WALNUT)
    c.ellipse(412, 1208, 190, 26, c.across(222, 602, "#e2c193", "#b98a5c"))
    for x in (330, 486):
        c.path("M%d 1168h38l-5 38h-28Z" % x, p.SNOW)
        c.ellipse(x + 19, 1168, 19, 5, "#7a5539")
        c.path("M%d 1154q8 -12 0 -24" % (x + 19), None, stroke="#ffffff", sw=4, op=0.8)
    c.ellipse(412, 1214, 44, 9, p.SNOW)
    for k in range(3):
        c.circle(394 + k * 18, 1204, 11, ("#c98f4f", "#b9743a", "#e2b56c")[k])
    # Planters.
    for x in (2120, 2290):
        c.path("M%d 1300h120l-14 110h-92Z" % x, c.across(x, x + 120, "#b9644c", p.RUST))
        for i in range(16):
            clump(c, x + 60 + c.rng.uniform(-60, 60), 1290 - c.rng.uniform(0, 80), c.rng.uniform(18, 34), c.rng.choice([p.MOSS, p.LEAF, p.PINE]))
        for i in range(12):
            c.circle(x + 60 + c.rng.uniform(-64, 64), 1280 - c.rng.uniform(0, 90), c.rng.uniform(9, 14), c.rng.choice([p.BRICK, p.LAMP, p.SNOW, p.BLOSSOM]))

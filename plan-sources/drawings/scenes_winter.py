"""Winter life: clearing snow, waiting for the bus, lit windows at night."""

import math

import palette as p
from nature import bare_tree, conifer, footprints, glow, hills, sky, snow_bank, snowfall, streak
from people import SIDE, STAND, WALK, figure, look, pose
from town import chimney, house

SHOVEL = pose(SIDE, hip=(-6, -47), neck=(7, -74), head=(11.5, -83), elbows=((18, -62), (9, -58)),
              hands=((30, -56), (15, -45)), knees=((-8, -25), (6, -27)), feet=((-12, -2), (9, -2)))
PUSH = pose(SIDE, hip=(-10, -46), neck=(5, -72), head=(9.5, -81), elbows=((14, -58), (13, -57)),
            hands=((27, -50), (26, -49)), knees=((-12, -25), (5, -27)), feet=((-24, -3), (3, -2)))
REST = pose(STAND, elbows=((-11, -65), (13, -64)), hands=((5, -56), (9, -57)), turn=-0.4)


def _long_shadow(c, x, y, length, width=26, op=0.35):
    c.path("M%d %dQ%d %d %d %dQ%d %d %d %dZ" % (
        x - width, y - 4, x + length * 0.5, y + length * 0.02, x + length, y + length * 0.14,
        x + length * 0.5, y + length * 0.12 + 16, x - width, y + 8), "#6f8cab", op=op, blur=5)


def snow_shovelling(c):
    """Neighbours clear the way in front of their houses on a clear morning."""
    sky(c, (0, "#86a6c6"), (0.55, "#c9d8df"), (1, "#f8e7c8"), bottom=760)
    glow(c, 260, 330, 620, "#fff1cc", 0.75)
    hills(c, 640, 260, 4, c.down(380, 700, "#9fb2c4", "#d8dddc"), 780)
    for i in range(110):
        x = c.rng.uniform(-20, 2420)
        conifer(c, x, c.rng.uniform(640, 735), c.rng.uniform(60, 130), p.haze(p.FOREST, 0.45, "#9fb2c4"),
                "#e6eaea" if c.rng.random() < 0.7 else None, tiers=4)
    c.rect(-10, 720, 2420, 900, c.down(720, 1600, "#eef0ee", "#dfe6ea"))
    house(c, 180, 960, 560, 350, "#d8c3a0", p.INDIGO, "side", snow=74, lit=None, door=p.RUST, windows=3)
    house(c, 900, 930, 430, 330, "#9fb1bb", p.BRICK, "gable", snow=46, lit=p.LAMP, windows=2)
    house(c, 1560, 960, 600, 360, "#c19a77", "#5f6d7d", "side", snow=76, lit=p.LAMP, door=p.WALNUT, windows=3)
    house(c, 2260, 930, 380, 330, "#d6d6cb", p.PINE, "gable", snow=46, windows=2)
    chimney(c, 560, 520, 40, 80)
    for x, y, h in ((60, 1010, 620), (1420, 960, 470)):
        bare_tree(c, x, y, h, p.BARK, p.SNOW)
    # Deep snow in front of the houses, the cleared way between.
    snow_bank(c, [(-20, 960), (200, 915), (420, 950), (640, 900), (860, 940), (1100, 905), (1330, 945), (1560, 900),
                  (1800, 948), (2050, 905), (2250, 940), (2420, 920)], 1300, "#fdfbf5", "#ccd8e1")
    c.path("M-20 1120Q600 1050 1200 1062Q1800 1050 2420 1100V1620H-20Z", c.down(1050, 1600, "#e4e8e8", "#c3d0da"))
    c.path("M-20 1210Q700 1110 1300 1122Q1900 1115 2420 1180V1380Q1500 1290 -20 1460Z",
           c.down(1110, 1460, "#a9b5bf", "#8e9daa"))
    for i in range(40):
        streak(c, c.rng.uniform(0, 2400), c.rng.uniform(1150, 1370), c.rng.uniform(60, 240), 4, "#dbe2e6", 0.5)
    snow_bank(c, [(-20, 1170), (160, 1075), (330, 1040), (520, 1090), (700, 1130), (860, 1140)], 1190, "#fffdf6", "#b8c8d6")
    snow_bank(c, [(1560, 1140), (1700, 1085), (1890, 1030), (2080, 1010), (2260, 1060), (2420, 1050)], 1190, "#fffdf6", "#b8c8d6")
    # People, back to front.
    _long_shadow(c, 1330, 1180, 330, 20)
    figure(c, 1330, 1182, 330, pose(STAND, elbows=((-12, -66), (12, -65)), hands=((-6, -58), (7, -58)), coat=6, skirt=24, turn=-0.5),
           look(coat=p.ROSE, legs="#6d5a68", hair=p.HAIR_WHITE, style="bun", apron=p.CREAM))
    c.rect(1300, 980, 62, 9, p.WALNUT, rx=3)
    for k in range(3):
        c.rect(1304 + k * 19, 962, 14, 18, p.SNOW, rx=3)
        c.path("M%d 954q6 -10 0 -20q-5 -8 2 -16" % (1311 + k * 19), None, stroke="#ffffff", sw=3, op=0.75)
    _long_shadow(c, 690, 1290, 420)
    figure(c, 690, 1295, 500, SHOVEL, look(coat=p.BRICK, legs=p.INDIGO, hat=("knit", p.OCHRE), gloves=p.INK, scarf=p.SNOW, shoes=p.INK))
    c.line([(758, 1076), (905, 1000)], p.OAK, 12)
    c.poly([(880, 1018), (930, 950), (1010, 942), (960, 1030)], c.lin(880, 1018, 1000, 950, "#7d8c9a", "#566577"))
    c.path("M900 992Q915 925 965 915Q1010 905 1008 950Q985 985 940 1000Z", "#fffdf6")
    for i in range(26):
        a = c.rng.random()
        c.circle(1000 + 190 * a + c.rng.uniform(-20, 20), 930 - 150 * a + 230 * a * a + c.rng.uniform(-22, 22), c.rng.uniform(3, 11) * (1.1 - a * 0.6), "#fffdf6")
    _long_shadow(c, 1560, 1330, 620, 40)
    figure(c, 1520, 1336, 520, PUSH, look(coat=p.MOSS, legs=p.BARK, hat=("knit", p.BRICK), gloves=p.INK, shoes=p.INK, scarf=p.CREAM))
    c.line([(1712, 1262), (1652, 1070), (1680, 1062), (1760, 1250)], p.INK, 9)
    c.path("M1668 1220L1700 1316Q1800 1330 1870 1312L1838 1216Z", c.across(1668, 1870, "#b9583f", "#8a3f30"))
    c.path("M1664 1226Q1690 1120 1770 1116Q1850 1130 1850 1220Q1760 1246 1664 1226Z", c.down(1116, 1240, "#fffdf6", "#d4dfe6"))
    _long_shadow(c, 2140, 1290, 380)
    figure(c, 2120, 1294, 490, REST, look(coat=p.SLATE, legs=p.INK, hair=p.HAIR_GREY, hat=("cap", p.INDIGO), gloves=p.BARK, shoes=p.INK))
    c.line([(2160, 1010), (2170, 1240)], p.OAK, 12)
    c.poly([(2134, 1220), (2208, 1216), (2204, 1300), (2170, 1316), (2138, 1302)], c.down(1216, 1316, "#7d8c9a", "#4d5b6c"))
    c.line([(2140, 1006), (2182, 1004)], p.OAK, 13)
    # A child with a snowman.
    _long_shadow(c, 330, 1330, 260, 40)
    c.circle(300, 1270, 88, c.rad(270, 1240, 120, "#ffffff", "#c5d3de"))
    c.circle(306, 1140, 60, c.rad(286, 1120, 84, "#ffffff", "#cbd8e1"))
    c.path("M256 1104Q306 1070 356 1104L350 1090Q306 1052 262 1090Z", p.BRICK)
    c.rect(268, 1040, 78, 56, p.BRICK, rx=10)
    c.limb([(262, 1186), (350, 1186)], [13, 13], p.OCHRE)
    c.limb([(330, 1190), (336, 1236)], [11, 12], p.AMBER)
    c.line([(222, 1220), (140, 1160)], p.BARK, 7)
    _long_shadow(c, 480, 1370, 260)
    figure(c, 470, 1372, 330, pose(STAND, head=(0, -86), neck=(0, -74), hip=(0, -44), turn=-0.8, elbows=((-16, -64), (11, -58)), hands=((-27, -66), (10, -45)), coat=8, knees=((-4, -24), (4, -24))),
           look(coat=p.OCHRE, legs=p.NAVY, hat=("knit", p.SLATE), scarf=p.BRICK, gloves=p.BRICK, shoes=p.RUST))
    snow_bank(c, [(-20, 1520), (260, 1470), (560, 1480), (900, 1540), (1300, 1560), (1700, 1510), (2100, 1480), (2420, 1430)],
              1650, "#fffdf6", "#c9d6e0")
    footprints(c, [(980 + 62 * k, 1440 - 10 * math.sin(k), 1.1) for k in range(9)], 20, "#7f96ab", 0.5)


def _bus(c):
    """The bus comes towards us: front and the left side in perspective."""
    c.ellipse(640, 1176, 420, 34, p.INK, op=0.35, blur=12)
    c.path("M270 640L560 560V1150L290 1090Z", c.across(270, 560, "#8e9aa4", "#c2c7c6"))
    c.poly([(284, 1000), (560, 1040), (560, 1092), (286, 1044)], p.BRICK)
    for k in range(4):
        t0, t1 = k / 4 + 0.03, (k + 1) / 4 - 0.03
        x0, x1 = 275 + 285 * t0, 275 + 285 * t1
        c.poly([(x0, 690 - 48 * t0), (x1, 690 - 48 * t1), (x1, 842 + 20 * t1), (x0, 842 + 20 * t0)],
               c.down(640, 860, "#fff0c9", p.LAMP))
    c.rect(552, 540, 450, 620, c.across(552, 1002, "#ece5d4", "#c7c6be"), rx=34)
    c.path("M552 1010H1002V1126Q1002 1160 968 1160H586Q552 1160 552 1126Z", c.across(552, 1002, p.BRICK, p.RUST))
    c.rect(590, 640, 374, 260, c.down(640, 900, "#fdeec4", (0.6, "#e9c787"), "#8c8a83"), rx=18)
    c.rect(774, 640, 8, 260, p.INDIGO)
    c.path("M640 900Q650 800 690 796Q730 800 738 900Z", p.INDIGO)
    c.circle(689, 772, 30, p.SKIN_SHADE)
    c.path("M656 768Q660 728 690 728Q720 728 722 768Z", p.INK)
    c.rect(640, 570, 274, 52, p.INK, rx=8)
    for k in range(3):
        c.rect(664 + k * 84, 588, 60, 16, p.LAMP, rx=3)
    c.line([(620, 898), (740, 800)], p.INK, 5)
    c.line([(800, 898), (920, 806)], p.INK, 5)
    for x in (612, 942):
        c.circle(x, 1062, 40, "#fff6da")
        glow(c, x, 1062, 230, "#ffedb8", 0.95)
        c.circle(x, 1062, 26, "#fffdf2")
    c.rect(700, 1050, 154, 30, p.SNOW, rx=4)
    c.rect(600, 1140, 90, 46, p.INK, rx=12)
    c.rect(866, 1140, 90, 46, p.INK, rx=12)
    c.rect(322, 1060, 70, 80, p.INK, rx=26)
    for x, d in ((552, -1), (1002, 1)):
        c.line([(x, 640), (x + d * 46, 664)], p.INK, 7)
        c.rect(x + d * 46 - 17, 660, 34, 92, p.INK, rx=10)
    c.path("M556 556Q770 500 1000 556Q1010 540 990 528Q770 480 566 528Q548 540 556 556Z", p.SNOW)
    c.path("M268 644L556 560L560 540L276 622Z", p.PALE)


def bus_stop_snow(c):
    """Dusk, snow, three people wait under a shelter; the bus with its lights arrives."""
    sky(c, (0, "#3c4f74"), (0.6, "#8391a8"), (1, "#d9c8b2"), bottom=820)
    hills(c, 700, 240, 5, c.down(470, 760, "#64789a", "#9aa4b0"), 860)
    for i in range(26):
        x, y = c.rng.uniform(0, 2400), c.rng.uniform(640, 760)
        w = c.rng.uniform(26, 46)
        c.rect(x, y, w, w * 0.7, "#6c7f97")
        c.poly([(x - 5, y + 1), (x + w / 2, y - w * 0.42), (x + w + 5, y + 1)], "#d5dbdf")
        c.rect(x + w * 0.3, y + w * 0.2, w * 0.24, w * 0.22, p.LAMP)
    house(c, -120, 960, 330, 290, "#6d7c8f", p.INDIGO, "side", snow=44, lit=p.LAMP, windows=2)
    house(c, 1050, 930, 300, 250, "#83807f", p.RUST, "gable", snow=34, lit=p.LAMP, windows=2)
    house(c, 2130, 960, 380, 330, "#7a8699", p.INDIGO, "side", snow=50, lit=p.LAMP, windows=3)
    for x, h in ((240, 520), (1420, 600)):
        c.rect(x - 6, 960 - h, 12, h, "#3e4658")
        c.rect(x - 60, 960 - h + 40, 120, 9, "#3e4658")
        c.rect(x - 60, 960 - h + 33, 120, 8, p.SNOW)
    c.path("M180 490Q800 600 1360 408M1480 408Q1900 520 2420 380", None, stroke="#3e4658", sw=3)
    c.rect(-10, 790, 2420, 830, c.down(790, 1600, "#b9c3cc", "#e2e6e6"))
    snow_bank(c, [(-20, 960), (300, 920), (700, 945), (1000, 915), (1400, 940), (1800, 905), (2420, 930)], 1010, "#eef0ee", "#aebccb")
    # The road with wheel tracks and the light of the bus.
    c.path("M-20 1010H1200Q1500 1130 2420 1250V1420Q1200 1300 -20 1330Z", c.down(1000, 1400, "#8494a5", "#6e7f93"))
    for k in range(4):
        c.path("M-20 %dH600Q1400 %d 2420 %d" % (1130 + 50 * k, 1150 + 56 * k, 1290 + 34 * k), None, stroke="#b7c3cd", sw=10, op=0.35)
    c.path("M560 1100Q900 1120 1500 1330Q1100 1400 500 1330Z", c.rad(760, 1160, 620, (0, "#ffe9b0", 0.75), (1, "#ffe9b0", 0)),
           blur=26)
    _bus(c)
    snow_bank(c, [(-20, 1350), (260, 1300), (600, 1330), (900, 1365), (1200, 1350)], 1640, "#f4f2ec", "#bccad6")
    c.path("M-20 1390Q700 1330 1200 1345Q1900 1350 2420 1380V1620H-20Z", c.down(1340, 1600, "#eef0ee", "#c2ced9"))
    # Shelter with a bench, lit from inside.
    c.poly([(1440, 640), (2280, 590), (2280, 1400), (1440, 1380)], c.lin(1440, 600, 2280, 1400, "#f6d894", "#b98d5a"), op=0.34)
    for x, y0, y1 in ((1450, 640, 1392), (1860, 616, 1400), (2270, 592, 1410)):
        c.rect(x - 12, y0, 24, y1 - y0, p.INDIGO)
    for y in (980, 1260):
        c.line([(1450, y), (2270, y + 6)], p.INDIGO, 8)
    glow(c, 1860, 700, 420, "#ffe7ac", 0.8)
    c.poly([(1560, 1236), (2180, 1242), (2180, 1276), (1560, 1268)], p.OAK)
    for x in (1600, 2130):
        c.rect(x, 1270, 16, 120, p.WALNUT)
    figure(c, 2010, 1392, 620, pose(STAND, neck=(0, -60), hip=(0, -29), head=(0, -69.5), sit=True, coat=2, turn=-0.55,
                                    elbows=((-11, -43.5), (11, -43.5)), hands=((-4, -33), (4, -33)), knees=((-6, -25), (6, -25)),
                                    feet=((-5.6, -2), (5.6, -2))),
           look(coat=p.BRICK, legs=p.BARK, hair=p.HAIR_WHITE, style="bob", hat=("knit", p.CREAM), scarf=p.OCHRE, gloves=p.INDIGO, shoes=p.INK))
    c.line([(2012, 1190), (2000, 1396)], p.WALNUT, 10)
    figure(c, 1700, 1420, 640, pose(SIDE, coat=20, turn=-1, elbows=((1, -65), (2, -65)), hands=((-3, -52), (-1, -51))),
           look(coat=p.NAVY, legs=p.INK, hair=p.HAIR, style="bob", scarf=p.SNOW, shoes=p.INK))
    c.rect(1664, 1086, 92, 74, p.RUST, rx=8)
    c.path("M1672 1090Q1690 1000 1712 880", None, stroke=p.RUST, sw=7)
    figure(c, 1480, 1440, 560, pose(STAND, turn=-0.7, coat=8, elbows=((-11.5, -65), (11.5, -65)), hands=((-6, -55), (6, -55))),
           look(coat=p.MOSS, legs=p.NAVY, hat=("hood", p.MOSS), scarf=None, shoes=p.BARK, gloves=p.OCHRE))
    c.poly([(1390, 628), (2330, 560), (2330, 600), (1390, 662)], p.INDIGO)
    c.path("M1384 632Q1390 560 1470 560L2250 500Q2340 500 2340 566Z", c.down(500, 640, "#fbf8f0", "#c9d4dd"))
    # The stop sign.
    c.rect(1268, 720, 16, 720, p.INDIGO)
    c.circle(1276, 690, 92, p.SNOW)
    c.circle(1276, 690, 92, None, stroke=p.BRICK, sw=10)
    c.rect(1184, 668, 184, 44, p.BRICK)
    for k in range(4):
        c.rect(1216 + k * 32, 682, 22, 16, p.SNOW, rx=3)
    c.rect(1244, 626, 64, 30, p.INDIGO, rx=8)
    c.rect(1250, 632, 52, 12, p.LAMP, rx=2)
    c.rect(1236, 734, 80, 10, p.STEEL, rx=4)
    c.rect(1210, 830, 132, 190, p.SNOW, rx=4)
    for k in range(7):
        c.rect(1224, 848 + k * 23, 104 if k % 3 else 70, 7, p.STEEL if k else p.BRICK, rx=3)
    c.ellipse(1276, 1440, 80, 20, p.SNOW)
    c.path("M1200 628Q1276 560 1352 628Q1276 590 1200 628Z", p.SNOW)
    snow_bank(c, [(-20, 1530), (400, 1500), (900, 1545), (1500, 1530), (2000, 1550), (2420, 1500)], 1650, "#fbf8f1", "#cbd7e0")
    snowfall(c, 420, size=(2, 7))


def night_snow(c):
    """A quarter under deep snow at night; the windows are lit."""
    sky(c, (0, "#131c33"), (0.6, "#2b3c62"), (1, "#5b6f92"), bottom=760)
    for i in range(120):
        c.circle(c.rng.uniform(0, 2400), c.rng.uniform(0, 480), c.rng.uniform(0.8, 2.4), "#f4efdc", op=c.rng.uniform(0.3, 0.9))
    glow(c, 1870, 230, 330, "#e9e3c9", 0.5)
    c.circle(1870, 230, 66, "#f7f0d8")
    hills(c, 640, 330, 4, c.down(330, 700, "#30436a", "#52668c"), 800)
    for i in range(70):
        conifer(c, c.rng.uniform(0, 2400), c.rng.uniform(600, 690), c.rng.uniform(50, 100), "#2c3e62", "#7c8fae", tiers=4)
    hills(c, 700, 90, 6, c.down(620, 800, "#66799c", "#8496b3"), 900)
    walls = ["#44557a", "#58627c", "#6a5a62", "#4d5a74", "#705f5c", "#3e5075"]
    rows = ((760, 92, 0.55), (850, 130, 0.4), (980, 190, 0.26), (1160, 280, 0.12))
    for y, size, air in rows:
        snow_bank(c, [(x, y - 14 + c.rng.uniform(-10, 10)) for x in range(-100, 2600, 240)], y + size * 1.6,
                  p.haze("#b9c6d8", air * 0.5, "#7f92b0"), p.haze("#8da0bc", air * 0.5, "#5f7397"), crest=False)
        x = -c.rng.uniform(0, size)
        while x < 2420:
            w = size * c.rng.uniform(1.0, 1.5)
            wall = p.haze(c.rng.choice(walls), air, "#4a5e86")
            h = size * c.rng.uniform(0.7, 0.95)
            house(c, x, y + size * 0.35, w, h, wall, p.INDIGO, c.rng.choice(["gable", "side", "side"]),
                  snow=size * 0.17, lit=p.LAMP, windows=2, frame=p.INK,
                  snow_tones=(p.haze("#d3dce9", air, "#8195b4"), p.haze("#94a7c4", air, "#6a7fa3")))
            if c.rng.random() < 0.55:
                glow(c, x + w * 0.5, y, size * 0.8, p.LAMP, 0.28)
            x += w + size * c.rng.uniform(0.15, 0.6)
            if c.rng.random() < 0.3:
                conifer(c, x + size * 0.2, y + size * 0.4, size * 1.1, "#2b4150", "#c4d0de")
                x += size * 0.55
    # The near lane.
    snow_bank(c, [(-20, 1290), (300, 1250), (700, 1285), (1100, 1240), (1500, 1290), (1900, 1245), (2420, 1280)], 1700,
              "#b7c5d9", "#6f84a6")
    c.path("M1080 1262Q1240 1330 1100 1440Q960 1530 1010 1620H1560Q1480 1500 1420 1440Q1300 1330 1190 1262Z",
           c.down(1260, 1600, "#8fa3c0", "#a9b9cf"), op=0.9)
    footprints(c, [(1150 + 60 * math.sin(k * 0.5), 1590 - 34 * k, 1.5 - 0.11 * k) for k in range(10)], 20, "#5f7599", 0.8)
    house(c, 60, 1420, 620, 360, "#5d5158", p.INDIGO, "side", snow=92, lit=p.LAMP, windows=3, door=p.RUST, frame=p.INK,
          snow_tones=("#dfe5ee", "#9fb1cb"))
    house(c, 1720, 1440, 560, 400, "#43557b", p.INDIGO, "gable", snow=58, lit=p.LAMP, windows=2, frame=p.INK,
          snow_tones=("#dfe5ee", "#9fb1cb"))
    for x, y, r in ((360, 1200, 420), (2000, 1230, 420)):
        glow(c, x, y, r, p.LAMP, 0.34)
    c.path("M60 1420Q400 1400 700 1440L1000 1560H-20V1430Z", c.rad(380, 1420, 520, (0, "#ffdf9d", 0.55), (1, "#ffdf9d", 0)))
    c.path("M1640 1440H2300L2380 1600H1500Z", c.rad(1990, 1440, 480, (0, "#ffdf9d", 0.5), (1, "#ffdf9d", 0)))
    conifer(c, 1540, 1480, 520, "#23394a", "#d3dce6", tiers=7)
    snow_bank(c, [(-20, 1500), (200, 1430), (480, 1440), (760, 1480), (980, 1580)], 1700, "#c9d5e4", "#7f93b3")
    snow_bank(c, [(1480, 1590), (1660, 1500), (1900, 1460), (2150, 1480), (2420, 1430)], 1700, "#c9d5e4", "#7f93b3")
    c.rect(884, 880, 13, 560, p.INK)
    c.path("M890 900V850Q890 800 950 800H980", None, stroke=p.INK, sw=12)
    glow(c, 990, 826, 420, "#fff0c4", 0.85)
    c.path("M950 806Q990 764 1030 806Z", p.INK)
    c.ellipse(990, 808, 30, 13, "#fff8e0")
    c.path("M946 796Q990 744 1034 796Q990 776 946 796Z", "#e4e9ef")
    c.ellipse(1010, 1470, 330, 66, c.rad(1010, 1470, 330, (0, "#ffeec0", 0.5), (1, "#ffeec0", 0)))
    figure(c, 1190, 1440, 190, pose(WALK), look(coat=p.BRICK, legs=p.INK, hat=("knit", p.OCHRE), scarf=p.SNOW, shoes=p.INK), flip=True)
    snowfall(c, 480, size=(1.6, 6.5), op=(0.3, 0.9))

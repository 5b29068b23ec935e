"""Being together: tea, a shared meal, paper folding, music."""

import math

import palette as p
from indoor import hand_above, view_window
from nature import clump, glow, streak
from people import SIT, STAND, bust_back, figure, look, pose
from scenes_meeting import outside_snow, outside_spring, wood_top

SHADE = p.mix(p.SKIN, p.SKIN_SHADE, 0.8)


def _yunomi(c, x, y, r, glaze, saucer=True):
    c.ellipse(x + r * 0.2, y + r * 0.25, r * 1.5, r * 1.45, p.INK, op=0.22, blur=r * 0.12)
    if saucer:
        c.circle(x, y, r * 1.45, c.rad(x - r * 0.4, y - r * 0.4, r * 2, p.light(p.WOOD, 0.25), p.WALNUT))
        c.circle(x, y, r * 1.12, None, stroke=p.BARK, sw=r * 0.05, op=0.5)
    c.circle(x, y, r, c.lin(x - r, y - r, x + r, y + r, p.light(glaze, 0.35), p.dark(glaze, 0.2)))
    c.circle(x, y, r * 0.82, p.dark(glaze, 0.3))
    c.circle(x, y, r * 0.79, c.rad(x - r * 0.2, y - r * 0.25, r, "#b5bf6d", "#7d8a42"))
    c.path("M%.1f %.1fA%.1f %.1f 0 0 1 %.1f %.1f" % (x - r * 0.56, y - r * 0.08, r * 0.58, r * 0.58, x - r * 0.05, y - r * 0.56), None, stroke="#ffffff",
           sw=r * 0.07, op=0.5)
    for k in range(2):
        c.path("M%.1f %.1fq%.1f %.1f %.1f 0q%.1f %.1f %.1f 0" % (x - r * 0.3 + k * r * 0.2, y + r * (0.2 - k * 0.4), r * 0.12, -r * 0.12, r * 0.24, r * 0.12,
                                                                   r * 0.12, r * 0.24), None, stroke="#ffffff", sw=r * 0.05, op=0.35)


def tea_table(c):
    """Square, from above: tea and sweets on a wooden table."""
    wood_top(c, -10, -10, 1620, 1620, 200, "#b58a5e")
    c.poly([(-10, -10), (1300, -10), (-10, 1200)], "#fff1cc", op=0.32, blur=70)
    # Runner with stitches.
    with c.at(800, 800, turn=24):
        c.rect(-1200, -230, 2400, 476, p.INK, op=0.18, blur=10)
        c.rect(-1200, -240, 2400, 470, c.down(-240, 230, p.NAVY, p.INDIGO))
        for row in range(7):
            y = -200 + row * 62
            c.line([(-1200, y), (1200, y)], p.PALE, 4, dash="16 15", op=0.55)
            for k in range(-19, 20):
                c.line([(k * 62, y - 20), (k * 62, y + 20)], p.PALE, 4, op=0.3, dash="10 9")
    # Big plate of sweets.
    x, y, r = 810, 770, 330
    c.ellipse(x + 16, y + 24, r * 1.03, r * 1.02, p.INK, op=0.3, blur=16)
    c.circle(x, y, r, c.lin(x - r, y - r, x + r, y + r, "#fdfaf2", "#d3d5cf"))
    c.circle(x, y, r * 0.94, None, stroke=p.SLATE, sw=9, op=0.75)
    for k in range(24):
        a = 2 * math.pi * k / 24
        c.circle(x + r * 0.86 * math.cos(a), y + r * 0.86 * math.sin(a), 8, p.SLATE, op=0.6)
    c.circle(x, y, r * 0.76, c.rad(x - 60, y - 60, r, "#fffdf7", "#e6e6df"))

    def dorayaki(px, py, s):
        c.ellipse(px + 6, py + 9, s, s * 0.97, p.INK, op=0.25, blur=6)
        c.circle(px, py, s, "#e3bd84")
        c.circle(px, py, s * 0.9, c.rad(px - s * 0.3, py - s * 0.3, s * 1.4, "#c9853f", "#8f5526"))
        c.path("M%.0f %.0fA%.0f %.0f 0 0 1 %.0f %.0f" % (px - s * 0.6, py - s * 0.1, s * 0.64, s * 0.64, px, py - s * 0.6), None, stroke="#ecc58c", sw=6, op=0.6)

    def daifuku(px, py, s, col):
        c.ellipse(px + 5, py + 8, s, s * 0.97, p.INK, op=0.22, blur=6)
        c.circle(px, py, s, c.rad(px - s * 0.35, py - s * 0.35, s * 1.5, p.light(col, 0.6), col))
        for i in range(14):
            a, d = c.rng.uniform(0, 6.28), s * math.sqrt(c.rng.random()) * 0.8
            c.circle(px + d * math.cos(a), py + d * math.sin(a), 2.4, "#ffffff", op=0.6)

    def dango(px, py, s, turn):
        with c.at(px, py, turn=turn):
            c.line([(-s * 4.6, 0), (s * 2.8, 0)], p.OAK, 9)
            for k, col in enumerate(("#d99a92", "#f6efdf", "#9cab68")):
                c.circle(-s * 1.9 + k * s * 1.9, 6, s, p.INK, op=0.2, blur=5)
                c.circle(-s * 1.9 + k * s * 1.9, 0, s, c.rad(-s * 2.2 + k * s * 1.9, -s * 0.35, s * 1.5, p.light(col, 0.45), col))

    c.path("M640 700Q700 560 850 560Q960 600 940 700Q840 760 640 700Z", p.MOSS)
    c.path("M650 694Q780 640 930 640M760 660Q770 610 800 580M860 648Q880 610 900 600", None, stroke=p.PINE, sw=4, op=0.7)
    dorayaki(680, 830, 84)
    dorayaki(790, 920, 84)
    daifuku(740, 660, 62, "#e3aca2")
    daifuku(870, 640, 62, "#f1ead9")
    daifuku(830, 770, 62, "#b9c286")
    dango(980, 830, 37, 112)
    dango(930, 800, 37, 104)
    # Cups around, a tea pot, small plates, a flower.
    for px, py, glaze in ((330, 390, p.SLATE), (1200, 330, p.BRICK), (1340, 1010, p.MOSS), (1010, 1370, p.NAVY), (300, 1180, p.OCHRE)):
        _yunomi(c, px, py, 104, glaze)
    with c.at(620, 1330, turn=-28):
        c.ellipse(14, 22, 190, 184, p.INK, op=0.28, blur=14)
        c.limb([(140, 0), (330, 0)], [40, 27], c.down(-40, 40, p.light(p.RUST, 0.15), p.dark(p.RUST, 0.25)))
        c.limb([(0, -140), (0, -236)], [44, 22], c.across(-40, 40, p.light(p.RUST, 0.15), p.dark(p.RUST, 0.25)))
        c.circle(0, 0, 178, c.rad(-60, -70, 270, p.light(p.RUST, 0.3), p.RUST, p.dark(p.RUST, 0.35)))
        c.circle(0, 0, 96, None, stroke=p.dark(p.RUST, 0.5), sw=7)
        c.circle(0, 0, 90, c.rad(-30, -34, 130, p.light(p.RUST, 0.22), p.dark(p.RUST, 0.1)))
        c.circle(0, 0, 25, p.dark(p.RUST, 0.4))
        c.circle(-4, -5, 20, p.light(p.RUST, 0.25))
    for px, py in ((1440, 620), (130, 760)):
        c.ellipse(px + 8, py + 12, 116, 112, p.INK, op=0.25, blur=9)
        c.circle(px, py, 112, c.lin(px - 110, py - 110, px + 110, py + 110, "#dfe3da", "#aab3a8"))
        c.circle(px, py, 84, c.rad(px - 20, py - 20, 110, "#f1f1e8", "#cfd3c6"))
    dorayaki(1440, 620, 60)
    daifuku(130, 760, 52, "#e3aca2")
    with c.at(1310, 1360):
        c.ellipse(12, 16, 90, 86, p.INK, op=0.25, blur=9)
        c.circle(0, 0, 84, c.rad(-26, -26, 130, p.STEEL, p.INDIGO))
        for k in range(15):
            a = 2 * math.pi * k / 15
            d = 128 if k % 2 else 104
            c.path("M0 0Q%.0f %.0f %.0f %.0fQ%.0f %.0f 0 0Z" % (
                d * 0.6 * math.cos(a - 0.3), d * 0.6 * math.sin(a - 0.3), d * math.cos(a), d * math.sin(a),
                d * 0.6 * math.cos(a + 0.3), d * 0.6 * math.sin(a + 0.3)), (p.PINE, p.MOSS, p.FOREST)[k % 3])
        for k in range(9):
            a = 2 * math.pi * k / 8 + 0.3
            d = 66 if k < 8 else 0
            clump(c, d * math.cos(a), d * math.sin(a), 37, (p.BLOSSOM, p.CREAM, p.ROSE)[k % 3])
            c.circle(d * math.cos(a), d * math.sin(a), 9, p.LAMP)
    # A hand takes a cup at the lower right edge, another from the left.
    for ax, ay, bx, by, hx, hy, coat, side in ((1760, 1250, 1560, 1110, 1462, 1052, p.BRICK, 1), (-160, 250, 90, 330, 198, 366, p.PINE, -1)):
        angle = math.degrees(math.atan2(hy - by, hx - bx))
        dx, dy = hx - bx, hy - by
        c.limb([(ax, ay + 16), (bx, by + 18), (hx, hy + 14)], [110, 78, 50], p.INK, op=0.2, blur=16)
        c.limb([(bx, by), (hx, hy)], [60, 54], SHADE)
        c.limb([(bx, by - 3), (hx, hy - 3)], [55, 50], p.SKIN)
        hand_above(c, bx + dx * 0.85, by + dy * 0.85, hx, hy, 62, p.SKIN, side)
        with c.at(bx, by, turn=angle):
            c.path("M-2 -80Q10 0 -2 80L34 74Q46 0 34 -74Z", c.down(-80, 80, "#fffaf0", "#d5ccba"))
            c.path("M8 -84Q20 0 8 84L-420 150Q-470 0 -420 -150Z", c.down(-110, 120, p.light(coat, 0.16), coat, p.dark(coat, 0.25)))


def community_kitchen(c):
    """Cooking together for a shared meal."""
    c.rect(-10, -10, 2420, 1620, c.down(0, 1000, "#ece4d0", "#d9ccb0"))
    # Tiles, window, shelf, hood.
    for row in range(7):
        for k in range(31):
            c.rect(-20 + k * 80 + (row % 2) * 40, 420 + row * 62, 77, 59, p.mix("#dfe3da", c.rng.choice(["#c9d3cf", "#eef0e6", "#d3d9cd"]), c.rng.random()), rx=3)
    view_window(c, 170, 80, 620, 310, outside_snow, mullions=(0.5,))
    c.path("M1380 -20H2020L2110 250H1290Z", c.across(1290, 2110, "#aeb6ba", "#dfe2e0", "#8f989e"))
    c.rect(1280, 246, 840, 42, "#77818a")
    glow(c, 1700, 330, 520, "#fff3cf", 0.55)
    c.rect(880, 300, 360, 18, p.WALNUT)
    for k in range(5):
        x = 900 + k * 66
        h = (90, 120, 76, 110, 96)[k]
        c.rect(x, 300 - h, 50, h, (p.BRICK, p.CREAM, p.MOSS, p.SLATE, p.OCHRE)[k], rx=8)
        c.rect(x - 2, 300 - h - 8, 54, 14, p.WALNUT, rx=4)
    c.line([(1320, 400), (2080, 400)], "#6d767e", 8)
    for k in range(6):
        x = 1380 + k * 124
        c.line([(x, 400), (x, 540)], "#8f989e", 8)
        if k % 3 == 0:
            c.path("M%d 540q-34 4 -34 34q34 30 68 0q0 -30 -34 -34Z" % x, "#8f989e")
        elif k % 3 == 1:
            c.rect(x - 26, 530, 52, 66, "#9fa8ad", rx=8)
        else:
            c.ellipse(x, 570, 38, 34, None, stroke="#8f989e", sw=8)
    # People behind the long counter.
    kappogi = "#f4efe3"
    who = (
        (330, 1330, 800, pose(STAND, turn=0.4, head=(1.2, -90.5), elbows=((-14, -64), (13, -62)), hands=((-3, -51), (9, -50))), look(coat=kappogi, hair=p.HAIR_WHITE, hat=("scarf", p.SNOW))),
        (740, 1330, 860, pose(STAND, turn=-0.3, elbows=((-14, -64), (14, -64)), hands=((-6, -51), (4, -52))), look(coat=p.SLATE, hair=p.HAIR, apron=p.OCHRE, hat=("scarf", p.BRICK))),
        (1180, 1330, 800, pose(STAND, turn=0.5, elbows=((-13, -64), (14, -63)), hands=((-4, -52), (11, -52))), look(coat=kappogi, hair=p.HAIR_GREY, style="bun", hat=("scarf", p.BLOSSOM))),
        (1640, 1330, 880, pose(STAND, turn=0.2, elbows=((-13, -66), (14, -68)), hands=((-9, -53), (9, -64))), look(coat=p.MOSS, hair=p.HAIR_BROWN, apron=p.CREAM, hat=("scarf", p.SNOW))),
        (2130, 1330, 780, pose(STAND, turn=-0.6, elbows=((-14, -64), (13, -62)), hands=((-9, -50), (2, -50))), look(coat=kappogi, hair=p.HAIR_BROWN, style="bob", hat=("scarf", p.LAMP))),
    )
    for x, y, h, q, lk in who:
        figure(c, x, y, h, q, lk, legs=False)
    # The ladle of the man at the pot, pots and steam.
    c.poly([(-10, 930), (2410, 930), (2410, 1010), (-10, 1010)], c.down(930, 1010, "#dfe3e2", "#b5bec2"))
    c.rect(-10, 1006, 2420, 620, c.down(1006, 1600, "#a3adb3", "#7a858d"))
    c.rect(-10, 1000, 2420, 16, "#eef0ee")
    for k in range(5):
        x = 40 + k * 480
        c.rect(x, 1060, 440, 470, "#8f9aa1", rx=6)
        c.rect(x + 10, 1070, 420, 450, c.across(x, x + 440, "#b5bec2", "#98a3aa"), rx=4)
        c.rect(x + 130, 1100, 180, 18, "#6d767e", rx=8)
    for x, r, h, col in ((1700, 230, 250, "#b9c0c3"), (2240, 120, 130, p.BRICK)):
        c.ellipse(x, 980, r * 1.05, 26, p.INK, op=0.35, blur=8)
        c.path("M%d %dV%dQ%d %d %d %dT%d %dV%dZ" % (x - r, 978 - h, 960, x - r, 990, x, 990, x + r, 960, 978 - h), c.across(x - r, x + r, p.light(col, 0.4), col, p.dark(col, 0.35)))
        c.ellipse(x, 978 - h, r, r * 0.17, p.dark(col, 0.3))
        c.ellipse(x, 980 - h, r * 0.93, r * 0.14, "#c98f4f")
        for i in range(16):
            a, d = c.rng.uniform(0, 6.28), math.sqrt(c.rng.random())
            c.ellipse(x + math.cos(a) * d * r * 0.8, 980 - h + math.sin(a) * d * r * 0.11, r * 0.07, r * 0.032, c.rng.choice(["#d9843f", p.MOSS, p.CREAM, "#e6c07a"]))
        for s in (-1, 1):
            c.path("M%d %dq%d 4 %d 40" % (x + s * r, 1010 - h, s * 44, s * 6), None, stroke=p.dark(col, 0.3), sw=15)
        for k in range(5):
            sx = x + (k - 2) * r * 0.36
            c.path("M%.0f %.0fq60 -90 0 -180q-50 -90 20 -190" % (sx, 960 - h), None, stroke="#ffffff", sw=34, op=0.28, blur=10)
    c.line([(1718, 760), (1756, 560)], "#8f989e", 14)
    c.limb([(1720, 762), (1738, 768)], [19, 19], p.SKIN)
    # Boards, vegetables, rice balls, bowls.
    for x, w in ((220, 300), (620, 320)):
        c.poly([(x + 20, 936), (x + w - 10, 936), (x + w + 20, 992), (x - 10, 992)], "#d9b685")
        c.rect(x - 10, 992, w + 30, 12, "#a5774e")
    for k in range(9):
        c.circle(270 + k * 19, 950 + (k % 3) * 10, 15, "#d9843f")
        c.circle(270 + k * 19, 949 + (k % 3) * 10, 7, "#ecae6a")
    c.poly([(430, 900), (450, 896), (452, 962), (432, 966)], "#cfd6d9")
    for k in range(7):
        c.path("M%d 962q10 -34 30 -30q16 8 10 34Z" % (650 + k * 24), (p.MOSS, p.LEAF, "#b5c98a")[k % 3])
    c.path("M830 930L930 915L936 935L836 962Z", "#f4f1e6")
    c.path("M926 912q30 -22 44 -16q-6 24 -34 38Z", p.MOSS)
    c.poly([(1010, 940), (1350, 936), (1380, 990), (990, 994)], p.WALNUT)
    for r in range(2):
        for k in range(6):
            x, y = 1040 + k * 54 - r * 8, 946 + r * 34
            c.path("M%d %dl24 -44q4 -6 8 0l24 44q2 8 -8 8h-40q-10 0 -8 -8Z" % (x - 28, y), "#fbf8ef")
            c.rect(x - 12, y - 12, 24, 19, p.INK, rx=2)
    for k in range(4):
        y = 984 - k * 26
        c.path("M1960 %dh150q-6 40 -50 44h-50q-44 -4 -50 -44Z" % (y - 44), c.across(1960, 2110, p.light(p.NAVY, 0.25), p.INDIGO))
        c.ellipse(2035, y - 44, 75, 11, p.SNOW)
    # Near table with trays.
    c.poly([(-10, 1262), (2410, 1236), (2410, 1620), (-10, 1620)], c.down(1236, 1600, "#dcb586", "#a5774e"))
    c.path("M-10 1262L2410 1236V1250L-10 1278Z", "#eed0a4")
    for i in range(14):
        streak(c, c.rng.uniform(0, 2400), c.rng.uniform(1290, 1590), c.rng.uniform(300, 800), 3, "#7a5539", 0.3)
    for k in range(4):
        with c.at(260 + k * 630, 1430 - k * 7, 1.5):
            c.ellipse(10, 40, 200, 44, p.INK, op=0.25, blur=10)
            c.poly([(-166, -46), (166, -46), (200, 62), (-200, 62)], p.RUST)
            c.poly([(-156, -38), (156, -38), (184, 50), (-184, 50)], p.dark(p.RUST, 0.28))
            c.path("M-164 -8Q-150 36 -88 36Q-26 36 -12 -8Z", c.across(-164, -12, p.light(p.NAVY, 0.2), p.INDIGO))
            c.ellipse(-88, -8, 76, 25, p.INDIGO)
            c.ellipse(-88, -9, 66, 19, "#c98f4f")
            for j in range(5):
                c.ellipse(-124 + j * 18, -10 + (j % 2) * 7, 11, 5, (p.MOSS, "#d9843f", p.CREAM, p.MOSS, "#d9843f")[j])
            c.ellipse(84, 12, 86, 27, "#cfd3d0")
            c.ellipse(84, 7, 86, 27, p.SNOW)
            for j in range(2):
                c.path("M%d 10l26 -46q4 -6 8 0l26 46q2 8 -8 8h-44q-10 0 -8 -8Z" % (28 + j * 54), "#fffdf6")
                c.rect(46 + j * 54, -4, 24, 20, p.INK, rx=2)
            c.line([(-150, 44), (-20, 42)], p.BARK, 5)
            c.line([(-148, 51), (-18, 50)], p.BARK, 5)


def _crane(c, x, y, s, col, flip=False):
    """A folded paper crane from the side."""
    with c.at(x, y, -s if flip else s, s):
        c.ellipse(0, 4, 60, 8, p.INK, op=0.25, blur=4)
        c.poly([(-10, -18), (-78, -92), (10, -40)], p.dark(col, 0.22))
        c.poly([(0, -14), (34, -112), (40, -30)], col)
        c.poly([(0, -14), (34, -112), (14, -70)], p.light(col, 0.35))
        c.poly([(-46, -22), (0, -44), (46, -22), (0, 2)], p.light(col, 0.18))
        c.poly([(0, 2), (46, -22), (0, -18)], p.dark(col, 0.15))
        c.poly([(30, -22), (88, -78), (76, -66), (46, -18)], col)
        c.poly([(88, -78), (108, -62), (80, -68)], p.dark(col, 0.25))
        c.poly([(-30, -20), (-92, -66), (-44, -16)], p.light(col, 0.1))


def origami_together(c):
    """Children and elderly people fold paper around a low table."""
    c.rect(-10, -10, 2420, 1620, c.down(0, 900, "#efe6d0", "#ddcfb0"))
    # Paper screens, a garden in the middle.
    for k in range(6):
        x = -60 + k * 430
        c.rect(x, 60, 410, 720, p.WALNUT)
        if k in (2, 3):
            with c.group(clip=c.clip("M%d 76h386v688h-386Z" % (x + 12))):
                outside_spring(c, x + 12, 76, 386, 688)
            c.rect(x + 12, 600, 386, 164, "#c9b48c")
            continue
        c.rect(x + 12, 76, 386, 688, c.down(76, 764, "#fffaec", "#f1e4c6"))
        for j in range(1, 4):
            c.rect(x + 12 + j * 96, 76, 6, 688, p.WOOD)
        for j in range(1, 7):
            c.rect(x + 12, 76 + j * 98, 386, 6, p.WOOD)
    c.rect(-10, 40, 2420, 28, p.BARK)
    # Tatami.
    c.rect(-10, 780, 2420, 840, c.down(780, 1600, "#b9b57c", "#a59f66"))
    for k in range(70):
        y = 784 + 820 * (k / 70) ** 1.3
        c.line([(-10, y), (2410, y)], "#8f8a56", 1.4, op=0.3)
    for a, b in (((-10, 900), (2410, 900)), ((500, 780), (-200, 1610)), ((1200, 780), (1200, 1610)), ((1900, 780), (2600, 1610))):
        c.line([a, b], p.PINE, 16, op=0.8)
    floor_pts = [(820, 790), (1560, 790), (1900, 1610), (500, 1610)]
    c.poly(floor_pts, "#fff3cf", op=0.25, blur=12)
    # Behind the table: elder, child, elder, child.
    back = (
        (560, 1372, 860, pose(STAND, turn=0.4, head=(1.2, -90.5), elbows=((-13, -63), (14, -62)), hands=((-13, -46), (13, -46)), coat=4), look(coat=p.STEEL, hair=p.HAIR_WHITE, style="bun")),
        (960, 1296, 640, pose(STAND, turn=-0.35, head=(-1, -89.5), elbows=((-14, -63), (13, -63)), hands=((-13, -46), (13, -46)), coat=4), look(coat=p.LAMP, hair=p.HAIR, style="bob")),
        (1390, 1384, 880, pose(STAND, turn=-0.3, head=(-1, -90.5), elbows=((-14, -63), (13, -63)), hands=((-13, -46), (13, -46)), coat=4), look(coat=p.MOSS, hair=p.HAIR_GREY, style="short", collar=p.CREAM)),
        (1790, 1290, 620, pose(STAND, turn=-0.5, head=(-1.4, -89.5), elbows=((-14, -63), (13, -62)), hands=((-13, -46), (13, -46)), coat=4), look(coat=p.BRICK, hair=p.HAIR_BROWN, style="short")),
    )
    for x, y, h, q, lk in back:
        figure(c, x, y, h, q, lk, legs=False)
    # Table.
    c.ellipse(1200, 1480, 1050, 70, p.INK, op=0.3, blur=20)
    for x in (330, 1990):
        c.rect(x, 1180, 70, 290, p.BARK, rx=6)
    c.poly([(380, 940), (2020, 940), (2260, 1190), (140, 1190)], c.lin(380, 940, 2000, 1190, "#d9b184", "#a5774e"))
    c.poly([(140, 1190), (2260, 1190), (2256, 1240), (144, 1240)], p.WALNUT)
    for i in range(16):
        streak(c, c.rng.uniform(400, 2000), c.rng.uniform(955, 1180), c.rng.uniform(200, 500), 3, "#7a5539", 0.3)
    # Paper and cranes on the table.
    for x, y, w, col in ((500, 1010, 120, p.BRICK), (700, 1100, 150, p.LAMP), (860, 990, 110, p.SLATE), (1100, 1110, 150, p.BLOSSOM), (1240, 1000, 110, p.MOSS),
                         (1560, 1100, 150, p.NAVY), (1700, 1000, 110, p.OCHRE), (1880, 1090, 140, p.ROSE), (380, 1120, 140, p.MOSS)):
        k = c.rng.uniform(-14, 14)
        c.poly([(x - w / 2 + k, y - w * 0.16), (x + w / 2 + k, y - w * 0.2), (x + w / 2 - k, y + w * 0.2), (x - w / 2 - k, y + w * 0.22)], col)
        c.poly([(x - w / 2 + k, y - w * 0.16), (x + w / 2 + k, y - w * 0.2), (x - w / 2 - k, y + w * 0.22)], "#ffffff", op=0.16)
    for x, y, s, col, f in ((620, 1010, 0.85, p.BLOSSOM, False), (1000, 1050, 0.95, p.BRICK, True), (1330, 1080, 1.0, p.LAMP, False), (1480, 1010, 0.8, p.SNOW, True),
                            (2090, 1100, 1.0, p.SLATE, True), (1090, 1160, 1.1, p.MOSS, False), (1900, 1170, 1.05, p.BRICK, False), (440, 1160, 1.1, p.NAVY, False)):
        _crane(c, x, y, s, col, f)
    # Their forearms lie on the table; each holds a sheet being folded.
    for (x, y, h, q, lk), tone in zip(back, (p.BRICK, p.MOSS, p.NAVY, p.LAMP)):
        k = h / 100
        hx, hy = x + q["turn"] * 26, 1000 if h > 700 else 984
        c.poly([(hx - 46, hy - 22), (hx + 40, hy - 30), (hx + 58, hy + 10), (hx - 36, hy + 16)], tone)
        c.poly([(hx - 46, hy - 22), (hx + 40, hy - 30), (hx - 36, hy + 16)], "#ffffff", op=0.2)
        for side, (ex, ey) in zip((-1, 1), q["elbows"]):
            a = (x + ex * k, y + ey * k)
            b = (hx + side * 62, hy - 6)
            m = ((a[0] + b[0]) / 2 + side * 10, (a[1] + b[1]) / 2)
            c.limb([b, (hx + side * 40, hy - 8)], [2.3 * k, 1.9 * k], lk["skin"])
            c.limb([a, m, b], [3.1 * k, 2.9 * k, 2.5 * k], p.dark(lk["coat"], 0.42), op=0.4)
            c.limb([a, m, b], [2.9 * k, 2.7 * k, 2.3 * k], lk["coat"] if side < 0 else p.dark(lk["coat"], 0.14))
    # Two in front, from behind.
    bust_back(c, 720, 1390, 190, look(coat=p.ROSE, hair=p.HAIR, style="long"))
    bust_back(c, 1690, 1410, 165, look(coat=p.OCHRE, hair=p.HAIR_BROWN, style="short"))
    # A string of cranes hangs at the right.
    for k in range(7):
        _crane(c, 2280, 230 + k * 92, 0.55, (p.BRICK, p.LAMP, p.MOSS, p.SNOW, p.SLATE, p.BLOSSOM, p.OCHRE)[k], k % 2 == 0)
    c.line([(2280, 66), (2280, 800)], p.BARK, 2, op=0.6)


def music_stage(c):
    """A small concert: three players in the light, the listeners in the dark."""
    c.rect(-10, -10, 2420, 1620, c.down(0, 1600, "#20293f", "#2b3350", "#1b2236"))
    # Curtain at the back of the stage.
    for k in range(25):
        x = 300 + k * 72
        c.path("M%d 60Q%d 500 %d 980H%dQ%d 500 %d 60Z" % (x, x - 8, x, x + 74, x + 82, x + 74), c.across(x, x + 74, "#8a3f35", "#5c2a2a", "#7d3b33"))
    c.rect(280, 40, 1840, 40, "#3f2e30")
    for k in range(9):
        x = 300 + k * 202
        c.path("M%d 76Q%d 190 %d 76Z" % (x, x + 101, x + 202), "#6d3330")
    for x in (150, 2110):
        c.path("M%d -10H%dQ%d 600 %d 1120H%dZ" % (x - 170, x + 170, x + 120, x + 160, x - 180), c.across(x - 160, x + 160, "#4a2528", "#74352f", "#3d2026"))
    # Light cones.
    for x, tx, w in ((620, 760, 330), (1200, 1200, 360), (1780, 1660, 330)):
        c.path("M%d 60H%dL%d 1120H%dZ" % (x - 26, x + 26, tx + w, tx - w), c.down(60, 1120, (0, "#ffeeb8", 0.55), (1, "#ffeeb8", 0.10)), blur=14)
        c.rect(x - 44, 10, 88, 66, p.INK, rx=10)
        c.ellipse(x, 76, 38, 12, "#fff6d8")
    # Stage floor.
    c.poly([(330, 960), (2070, 960), (2400, 1180), (0, 1180)], c.down(960, 1180, "#a5774e", "#7d5539"))
    for k in range(13):
        c.line([(330 + 145 * k, 960), (k * 200, 1180)], p.BARK, 2.5, op=0.4)
    for x in (760, 1200, 1660):
        c.ellipse(x, 1090, 270, 50, c.rad(x, 1090, 270, (0, "#fff0bd", 0.7), (1, "#fff0bd", 0)))
    c.rect(-10, 1180, 2420, 70, "#4f382c")
    c.rect(-10, 1176, 2420, 10, "#c99e6c")
    for k in range(12):
        c.circle(100 + k * 200, 1186, 10, "#ffeeb8")
        glow(c, 100 + k * 200, 1186, 70, p.GLOW, 0.5)
    # Piano at the left with its player.
    with c.at(620, 1090):
        c.path("M-300 -250Q-280 -330 -120 -330Q60 -330 100 -250Q150 -200 260 -210V-170H-300Z", c.down(-330, -170, "#2d3442", "#11161f"))
        c.path("M-280 -262Q-240 -500 -60 -520Q80 -510 140 -380L100 -254Z", c.lin(-280, -500, 100, -250, "#3b4456", "#161c28"))
        c.line([(60, -256), (20, -430)], "#5a6476", 5)
        c.rect(-300, -210, 560, 46, "#0f141d")
        c.rect(110, -196, 160, 16, "#f4f1e6")
        for k in range(7):
            c.rect(118 + k * 22, -196, 9, 9, p.INK)
        for x in (-270, 30, 230):
            c.rect(x, -166, 22, 166, "#0f141d")
    c.rect(880, 960, 110, 20, p.BARK, rx=6)
    for x in (892, 966):
        c.rect(x, 976, 12, 116, p.BARK)
    figure(c, 950, 1096, 470, pose(dict(STAND, shoulder=4.0, width=5.9, hem=6.6), turn=-1, neck=(-1, -60), hip=(1, -28), head=(-3.4, -69.5), coat=3, arm_front=(False, True),
                                    elbows=((-6, -46), (-6, -45)), hands=((-17, -45), (-15, -44)), knees=((-16, -29), (-17, -28)), feet=((-17, -2), (-19, -2))),
           look(coat=p.INDIGO, legs=p.INK, hair=p.HAIR, style="bun", shoes=p.INK))
    # Singer in the middle with a microphone.
    figure(c, 1240, 1120, 600, pose(STAND, turn=-0.2, skirt=40, coat=3, elbows=((-13, -64), (13, -66)), hands=((-16, -52), (4.5, -79))),
           look(coat=p.LAMP, legs=p.OCHRE, hair=p.HAIR_BROWN, style="long", shoes=p.BARK))
    c.limb([(1266, 646), (1246, 612)], [7, 8], p.INK)
    c.circle(1243, 606, 13, "#59636f")
    c.rect(1140, 760, 8, 350, "#59636f")
    c.ellipse(1144, 1112, 54, 10, "#59636f")
    # Guitar player at the right, seated.
    c.rect(1620, 950, 130, 18, p.OAK, rx=6)
    for x in (1634, 1724):
        c.rect(x, 966, 12, 140, p.WALNUT)
    figure(c, 1685, 1106, 520, pose(SIT, turn=-0.4, elbows=((-15, -47), (15, -45)), hands=((-19, -44), (6, -38)), knees=((-7, -26), (7, -25)), coat=2),
           look(coat=p.PINE, legs=p.NAVY, hair=p.HAIR_GREY, style="short", collar=p.CREAM, shoes=p.BARK))
    with c.at(1690, 894, turn=-14):
        c.rect(-250, -13, 210, 22, p.BARK, rx=4)
        c.rect(-286, -18, 46, 32, p.BARK, rx=5)
        c.path("M-70 -62Q-100 0 -70 62Q-30 84 0 52Q30 86 88 74Q130 30 124 0Q130 -34 88 -74Q30 -86 0 -52Q-30 -84 -70 -62Z", c.across(-90, 124, "#d9953f", "#a5632b"))
        c.circle(10, 0, 25, p.BARK)
        c.line([(-240, -3), (70, -3)], "#efe6d3", 3)
        c.rect(66, -24, 12, 46, p.BARK)
    c.limb([(1716, 902), (1722, 912)], [13, 11], p.SKIN)
    c.limb([(1574, 890), (1584, 884)], [12, 12], p.SKIN)
    # Notes of light in the air.
    for x, y, s in ((1010, 520, 1.0), (1420, 430, 1.2), (880, 400, 0.8), (1560, 560, 0.9), (1130, 330, 0.7)):
        with c.at(x, y, s, turn=c.rng.uniform(-14, 14)):
            c.ellipse(0, 0, 17, 12, "#ffe9b0", op=0.75)
            c.line([(15, -2), (15, -62)], "#ffe9b0", 5, op=0.75)
            c.path("M15 -62q26 8 24 34", None, stroke="#ffe9b0", sw=5, op=0.75)
    # Audience: two rows of heads from behind, lit at their edges.
    r = c.rng
    tones = [(p.NAVY, p.HAIR, "short"), (p.BRICK, p.HAIR_BROWN, "bob"), (p.MOSS, p.HAIR_GREY, "short"), (p.SLATE, p.HAIR, "bun"), (p.OCHRE, p.HAIR_WHITE, "bob"),
             (p.PINE, p.HAIR_BROWN, "long"), (p.ROSE, p.HAIR, "bob"), (p.STEEL, p.HAIR_GREY, "short"), (p.CREAM, p.HAIR_BROWN, "short")]
    for row, (y, size, step, start) in enumerate(((1390, 130, 236, 60), (1600, 190, 330, -40))):
        for k in range(11):
            x = start + k * step + r.uniform(-18, 18)
            if x > 2480:
                break
            coat, hair, style = tones[(k * 4 + row * 3) % len(tones)]
            dim = 0.55
            lk = look(coat=p.mix(coat, "#1b2236", dim), hair=p.mix(hair, "#1b2236", 0.45), style=style, skin=p.mix(p.SKIN, "#2b3350", 0.45))
            c.ellipse(x, y - size * 0.72, size * 0.5, size * 0.58, "#ffdf9d", op=0.55, blur=size * 0.05)
            bust_back(c, x, y + r.uniform(-8, 12), size, lk)
    c.rect(-10, 1380, 2420, 240, c.down(1380, 1610, (0, "#161c2e", 0), (1, "#161c2e", 0.5)))

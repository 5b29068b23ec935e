"""Close to the table: writing, consulting, the map, the shelf, the office desk."""

import math

import palette as p
from canvas import points_d, smooth_d
from indoor import (
    NOTES, chair_side, floor_light, hand_above, mug_above, mug_side, paper, pen, plant,
    scribble, sticky, view_window)
from nature import clump, streak
from people import SIT_SIDE, figure, look, pose
from scenes_meeting import outside_snow, room, wood_top

SHADE = p.mix(p.SKIN, p.SKIN_SHADE, 0.8)


def sticky_writing(c):
    """Square: a hand writes on a yellow note."""
    wood_top(c, -10, -10, 1620, 1620, 190, "#cda678")
    c.poly([(-10, -10), (1200, -10), (-10, 1300)], "#fff3d0", op=0.35, blur=60)
    # The sheet below and things around.
    with c.at(700, 700, turn=-6):
        c.rect(-640, -520, 1330, 1100, p.INK, op=0.18, blur=14)
        c.rect(-650, -530, 1330, 1100, c.lin(-650, -530, 680, 570, "#fdfaf1", "#eee6d6"))
        c.line([(-650, 20), (680, 20)], p.STONE, 2, op=0.3)
        c.line([(10, -530), (10, 570)], p.STONE, 2, op=0.3)
        c.path("M-560 -420C-300 -500 -60 -440 -70 -300C-80 -150 -420 -130 -540 -200C-620 -250 -640 -390 -560 -420Z", p.BRICK, op=0.06)
        c.path("M-560 -420C-300 -500 -60 -440 -70 -300C-80 -150 -420 -130 -540 -200C-620 -250 -640 -390 -560 -420Z", None, stroke=p.BRICK, sw=8, op=0.7)
    for x, y, col, t in ((190, 330, 1, -10), (385, 300, 1, 4), (570, 330, 0, -7), (1010, 250, 3, 6), (1210, 300, 3, -8), (1030, 445, 2, 3)):
        sticky(c, x, y, 170, NOTES[col], t, 3)
    mug_above(c, 1400, 470, 128, p.BRICK, handle=0.6)
    for k in range(4):
        sticky(c, 250 - k * 4, 760 - k * 7, 190, NOTES[(3, 3, 1, 1)[k]], -9 + k, 0, shadow=k == 0)
    # The note being written.
    sticky(c, 690, 860, 470, "#f6d470", -5, 0)
    with c.at(690, 860, turn=-5):
        for k, w in enumerate((330, 280)):
            scribble(c, -180, -140 + k * 88, w, 46, p.NAVY, 9)
        scribble(c, -180, 36, 150, 46, p.NAVY, 9)
    # Left hand holds the note.
    c.limb([(-120, 1600), (240, 1330), (400, 1160)], [170, 124, 90], p.INK, op=0.2, blur=22)
    c.limb([(120, 1390), (280, 1240), (330, 1180)], [104, 98, 96], SHADE)
    c.limb([(120, 1386), (282, 1234), (332, 1174)], [98, 92, 90], c.lin(120, 1390, 330, 1180, p.SKIN, p.light(p.SKIN, 0.08)))
    hand_above(c, 374, 1125, 392, 1104, 112, p.SKIN, -1)
    with c.at(150, 1356, turn=-42):
        c.path("M6 -124Q20 0 6 124L-44 132Q-30 0 -44 -132Z", c.down(-130, 130, "#fffaf0", "#cfc8ba"))
        c.path("M-34 -136Q-20 0 -34 136L-560 220Q-640 0 -560 -220Z", c.down(-180, 200, p.light(p.NAVY, 0.2), p.NAVY, p.INDIGO))
        c.path("M-120 -96Q-170 -40 -150 40M-230 20Q-262 70 -240 130", None, stroke=p.INK, sw=7, op=0.35)
    # Right hand with the pen.
    c.limb([(1660, 1560), (1240, 1170), (980, 960)], [190, 130, 90], p.INK, op=0.22, blur=24)
    for pts, radii in (([(1190, 1010), (1090, 880), (1000, 868)], [60, 46, 38]), ([(1140, 960), (1020, 840), (920, 846)], [62, 48, 40]),
                       ([(1090, 930), (950, 822), (850, 850)], [60, 48, 38])):
        c.limb(pts, [r + 5 for r in radii], p.dark(SHADE, 0.1))
        c.limb(pts, radii, p.mix(p.SKIN, SHADE, 0.45))
    c.limb([(1330, 1230), (1180, 1080), (1070, 990)], [106, 128, 104], SHADE)
    c.limb([(1330, 1226), (1184, 1072), (1076, 978)], [102, 122, 96], c.lin(1000, 900, 1330, 1250, p.light(p.SKIN, 0.12), p.SKIN))
    # Pen over the hand, then index finger and thumb.
    c.poly([(700, 938), (728, 898), (738, 930)], p.INK)
    c.limb([(744, 908), (1240, 790)], [17, 22], p.INK)
    c.limb([(752, 903), (1240, 786)], [12, 16], c.lin(760, 890, 770, 930, p.light(p.NAVY, 0.35), p.NAVY))
    c.limb([(1120, 818), (1240, 789)], [20, 21], p.BRICK)
    c.limb([(1060, 930), (900, 846), (800, 896)], [66, 50, 38], p.dark(SHADE, 0.08))
    c.limb([(1062, 930), (902, 850), (804, 898)], [60, 44, 32], p.light(p.SKIN, 0.05))
    c.path("M772 886Q790 872 812 880Q806 902 784 908Q772 900 772 886Z", "#f6dcc4", op=0.9)
    c.path("M905 812Q925 824 930 850", None, stroke=SHADE, sw=5, op=0.8)
    c.limb([(1100, 1080), (960, 1030), (842, 938)], [86, 56, 40], p.dark(SHADE, 0.08))
    c.limb([(1104, 1076), (962, 1024), (848, 936)], [80, 50, 34], p.SKIN)
    c.path("M818 924Q832 902 858 912Q860 936 838 950Q820 942 818 924Z", "#f6dcc4", op=0.9)
    c.path("M940 984Q962 994 968 1018", None, stroke=SHADE, sw=5, op=0.8)
    with c.at(1330, 1226, turn=45):
        c.path("M-6 -126Q-20 0 -6 126L44 134Q30 0 44 -134Z", c.down(-130, 130, "#fffaf0", "#cfc8ba"))
        c.path("M34 -138Q20 0 34 138L620 240Q700 0 620 -240Z", c.down(-180, 200, p.light(p.NAVY, 0.2), p.NAVY, p.INDIGO))
        c.path("M120 -100Q170 -40 150 40M230 20Q270 80 240 140M330 -130Q370 -60 350 0", None, stroke=p.INK, sw=7, op=0.35)


def outside_harbour(c, x, y, w, h):
    """Roofs, trees and the bay, as seen from a house on the slope."""
    c.rect(x, y, w, h, c.down(y, y + h * 0.5, "#b3cbd8", "#f0ecd9"))
    c.path("M%d %dQ%d %d %d %dT%d %dV%dH%dZ" % (x, y + h * 0.42, x + w * 0.2, y + h * 0.26, x + w * 0.45, y + h * 0.38, x + w, y + h * 0.32, y + h, x), "#a3b7c4")
    c.rect(x, y + h * 0.44, w, h * 0.6, c.down(y + h * 0.44, y + h * 0.75, "#b9cdd3", "#7d9fb4"))
    for i in range(40):
        streak(c, x + w * c.rng.random(), y + h * c.rng.uniform(0.46, 0.64), c.rng.uniform(20, 80), 2.5, "#eef2ec", 0.6)
    c.line([(x + w * 0.2, y + h * 0.53), (x + w * 0.62, y + h * 0.51)], "#7d909e", 8)
    with c.at(x + w * 0.72, y + h * 0.56, 0.6):
        c.path("M-100 -24L104 -30L88 0H-86Z", p.NAVY)
        c.rect(-78, -58, 46, 34, p.SNOW)
        c.rect(-62, -80, 14, 22, p.BRICK)
    for row in range(4):
        base = y + h * (0.7 + row * 0.105)
        hx = x - 40
        while hx < x + w:
            hw = 58 + row * 22
            if c.rng.random() < 0.3:
                clump(c, hx + hw * 0.4, base, hw * 0.42, c.rng.choice(["#8fa45c", "#76904f", "#a3b07a"]))
                hx += hw * 0.8
                continue
            c.rect(hx, base - hw * 0.1, hw * 0.86, hw, c.rng.choice([p.CREAM, "#d8d2c2", "#cdd3d2"]))
            c.poly([(hx - 5, base - hw * 0.06), (hx + hw * 0.18, base - hw * 0.4), (hx + hw * 0.68, base - hw * 0.4), (hx + hw * 0.92, base - hw * 0.06)],
                   p.haze(c.rng.choice([p.BRICK, p.SLATE, p.NAVY, p.RUST]), 0.25))
            c.rect(hx + hw * 0.16, base + hw * 0.1, hw * 0.2, hw * 0.2, p.SLATE, op=0.7)
            c.rect(hx + hw * 0.5, base + hw * 0.1, hw * 0.2, hw * 0.2, p.SLATE, op=0.7)
            hx += hw * c.rng.uniform(1.0, 1.3)


def consultation_desk(c):
    """Two people at a desk by the window; one speaks, one listens."""
    room(c, ("#ece2cd", "#dccdb0"), ("#a9805a", "#7f5d42"), 1180)
    view_window(c, 620, 120, 1160, 640, outside_harbour, frame="#efe6d3", mullions=(0.333, 0.667))
    c.path("M520 70H700Q690 420 640 800H520Z", c.across(520, 700, "#c9b48f", "#dfceae"), op=0.95)
    c.path("M1880 70H1700Q1710 420 1760 800H1880Z", c.across(1700, 1880, "#dfceae", "#c0aa84"), op=0.95)
    floor_light(c, [(500, 1230), (1500, 1230), (1100, 1610), (-100, 1610)], 0.25)
    # Left: shelf with files; right: partition and plant.
    c.rect(60, 420, 330, 780, c.across(60, 390, p.OAK, p.WOOD))
    for r in range(3):
        c.rect(82, 446 + r * 250, 286, 220, p.WALNUT)
        x = 92
        while x < 340:
            w = c.rng.uniform(24, 44)
            h = c.rng.uniform(150, 200)
            col = c.rng.choice([p.SLATE, p.MOSS, p.BRICK, p.OCHRE, p.CREAM, p.NAVY])
            c.rect(x, 666 + r * 250 - h, w, h, col, rx=3)
            c.rect(x + 5, 666 + r * 250 - h * 0.8, w - 10, h * 0.28, p.SNOW, op=0.85)
            x += w + 3
    c.rect(2040, 360, 300, 380, c.lin(2040, 360, 2340, 740, "#fbf5e8", "#e9dfcb"))
    c.rect(2040, 360, 300, 380, None, stroke=p.WOOD, sw=14)
    c.path("M2090 640Q2160 500 2210 590Q2260 480 2300 640Z", p.SLATE, op=0.8)
    c.circle(2240, 470, 34, p.LAMP)
    plant(c, 2210, 1240, 470, p.SLATE)
    # Chairs, people, desk.
    c.ellipse(1200, 1500, 940, 40, p.INK, op=0.28, blur=14)
    for x, flip in ((520, False), (1880, True)):
        chair_side(c, x, 1490, 1130, p.OAK, flip)
    figure(c, 520, 1490, 1130, pose(SIT_SIDE, neck=(2.5, -60), head=(5.2, -69), elbows=((8, -46), (8, -44)), hands=((24, -44.5), (25, -43)), coat=3),
           look(coat=p.BRICK, legs=p.BARK, hair=p.HAIR_WHITE, style="bob", scarf=p.CREAM))
    figure(c, 1880, 1490, 1150, pose(SIT_SIDE, neck=(2.8, -60), head=(5.6, -69), elbows=((8, -46), (7, -45)), hands=((23, -44.5), (22, -43.5)), coat=3),
           look(coat=p.NAVY, legs=p.TAUPE, hair=p.HAIR, style="bun", shoes=p.INK), flip=True)
    c.poly([(700, 1010), (1700, 1010), (1740, 1062), (660, 1062)], c.across(660, 1740, "#e6c698", "#c99e6c"))
    c.rect(660, 1060, 1080, 34, p.WOOD)
    for x in (720, 1640):
        c.rect(x, 1094, 40, 400, c.across(x, x + 40, p.WOOD, p.WALNUT))
    c.rect(760, 1094, 880, 170, p.WALNUT, op=0.55)
    # Papers, cups, a small flower.
    c.poly([(1010, 1018), (1200, 1018), (1230, 1050), (990, 1050)], "#fdfaf1")
    c.poly([(1220, 1022), (1390, 1020), (1420, 1046), (1236, 1048)], "#f6efdf")
    for k in range(3):
        c.line([(1030 - k * 6, 1026 + k * 8), (1180 + k * 6, 1026 + k * 8)], p.STEEL, 3)
    mug_side(c, 900, 1040, 74, p.SNOW)
    mug_side(c, 1500, 1040, 74, p.MOSS)
    c.path("M1296 1010Q1290 930 1300 890M1306 1010Q1320 940 1336 906M1300 1010Q1276 950 1262 922", None, stroke=p.PINE, sw=6)
    for x, y, col in ((1300, 882, p.BRICK), (1340, 898, p.LAMP), (1258, 914, p.ROSE)):
        clump(c, x, y, 25, col)
        c.circle(x, y, 8, p.CREAM)
    c.path("M1272 960H1336L1326 1024H1282Z", c.across(1272, 1336, "#dfe7e8", "#9db1bd"), op=0.92)
    pen(c, 1190, 1044, 96, p.NAVY, -12)


def district_map(c):
    """Square: a schematic map, districts in tints, coloured pins."""
    wood_top(c, -10, -10, 1620, 1620, 210, "#b98d62")
    with c.at(800, 800, turn=-1.2):
        c.rect(-704, -690, 1430, 1410, p.INK, op=0.35, blur=18)
        c.rect(-715, -705, 1430, 1410, "#f6efdf")
        sheet = "M-685 -675H685V675H-685Z"
        with c.group(clip=c.clip(sheet)):
            c.rect(-700, -700, 1400, 1400, c.lin(-400, 500, 600, -700, "#a9c0cb", "#7fa0b5"))
            for i in range(30):
                x, y = c.rng.uniform(-650, 650), c.rng.uniform(-660, 250)
                c.path("M%.0f %.0fq16 -12 32 0q16 12 32 0" % (x, y), None, stroke="#e3ecec", sw=4, op=0.6)
            coast = [(-720, -420), (-600, -380), (-520, -430), (-430, -330), (-330, -350), (-250, -230), (-120, -250), (-60, -150), (60, -170),
                     (150, -60), (260, -40), (330, 60), (460, 40), (540, 150), (720, 180)]
            land = smooth_d(coast, False) + "L720 720L-720 720Z"
            for k, op in ((56, 0.16), (30, 0.25)):
                c.path(smooth_d(coast, False), None, stroke="#e6f0ef", sw=k, op=op)
            c.path(land, "#efe5cd")
            with c.group(clip=c.clip(land)):
                tints = ["#d9c08c", "#b9c596", "#d7a48e", "#a9bccb", "#e3cf9f", "#c3ad8c", "#b5c6b8", "#d9b7a9"]
                cells = [
                    [(-760, -560), (-470, -520), (-420, -120), (-560, 60), (-760, 40)],
                    [(-470, -520), (-170, -420), (-160, -40), (-300, 40), (-420, -120)],
                    [(-170, -420), (110, -330), (90, 60), (-60, 110), (-160, -40)],
                    [(110, -330), (400, -160), (330, 250), (180, 260), (90, 60)],
                    [(400, -160), (760, 0), (760, 420), (470, 440), (330, 250)],
                    [(-760, 40), (-560, 60), (-420, -120), (-300, 40), (-260, 330), (-480, 460), (-760, 420)],
                    [(-300, 40), (-160, -40), (-60, 110), (90, 60), (180, 260), (60, 470), (-260, 330)],
                    [(180, 260), (330, 250), (470, 440), (760, 420), (760, 740), (60, 740), (60, 470)],
                    [(-760, 420), (-480, 460), (-260, 330), (60, 470), (60, 740), (-760, 740)],
                ]
                for i, cell in enumerate(cells):
                    c.path(points_d(cell), tints[i % len(tints)], op=0.9)
                for cell in cells:
                    c.path(points_d(cell), None, stroke="#f8f2e2", sw=11)
                for cell in cells:
                    c.path(points_d(cell), None, stroke=p.TAUPE, sw=3.5, dash="14 11", op=0.8)
                # Hills as contour lines, a river, roads, the railway along the coast.
                for hx, hy, hr in ((-520, 260, 150), (250, 560, 170), (-120, 620, 130)):
                    for k in range(4):
                        pts = []
                        for a in range(10):
                            ang = 2 * math.pi * a / 10
                            pts.append((hx + math.cos(ang) * hr * (1 - k * 0.24) * (1 + 0.12 * math.sin(a * 2.3 + hx)), hy + math.sin(ang) * hr * 0.7 * (1 - k * 0.24)))
                        c.path(smooth_d(pts), "#76854f" if k == 0 else None, op=0.16 if k == 0 else 1)
                        c.path(smooth_d(pts), None, stroke=p.MOSS, sw=3, op=0.55)
                c.path("M-180 720Q-120 480 -10 380Q90 280 60 120Q40 0 70 -170", None, stroke="#7fa0b5", sw=15)
                c.path("M-720 -280Q-420 -180 -180 -80Q120 60 300 200Q460 300 720 340", None, stroke="#fffaf0", sw=24)
                c.path("M-720 -280Q-420 -180 -180 -80Q120 60 300 200Q460 300 720 340", None, stroke=p.OCHRE, sw=12)
                for d in ("M-300 720Q-330 480 -240 250Q-180 90 -240 -110", "M420 720Q380 560 300 420Q200 300 190 130", "M-720 180Q-400 160 -200 190Q80 220 260 330"):
                    c.path(d, None, stroke="#fffaf0", sw=13)
                c.path("M-720 -350Q-430 -240 -190 -150Q100 -10 330 130Q500 220 720 270", None, stroke=p.INK, sw=9)
                c.path("M-720 -350Q-430 -240 -190 -150Q100 -10 330 130Q500 220 720 270", None, stroke="#f8f2e2", sw=5, dash="16 16", cap="butt")
            c.path(smooth_d(coast, False), None, stroke=p.SLATE, sw=7)
            c.line([(-30, -190), (120, -300), (210, -270)], "#66798a", 13)
            c.line([(330, 30), (350, -150), (270, -220)], "#66798a", 13)
            with c.at(-40, -540, 0.95):
                c.path("M-100 -24L104 -30L88 0H-86Z", p.NAVY)
                c.rect(-78, -58, 46, 34, p.SNOW)
                c.line([(40, -28), (40, -74)], p.INK, 4)
            # Small buildings.
            with c.group(clip=c.clip(land)):
                for i in range(70):
                    x = c.rng.uniform(-640, 640)
                    y = -170 + x * 0.36 + c.rng.uniform(60, 320)
                    c.rect(x, y, 17, 15, p.WALNUT, op=0.4)
        c.path(sheet, None, stroke=p.TAUPE, sw=4, op=0.6)
        # Compass and legend.
        with c.at(540, -540):
            c.circle(0, 0, 82, "#f6efdf", op=0.92)
            c.circle(0, 0, 82, None, stroke=p.SLATE, sw=4)
            c.poly([(0, -74), (20, 0), (-20, 0)], p.BRICK)
            c.poly([(0, 74), (20, 0), (-20, 0)], p.SLATE)
            c.circle(0, 0, 8, "#f6efdf")
        with c.at(470, 545):
            c.rect(-180, -130, 380, 240, "#fdf9ee", op=0.95, rx=8)
            for k, col in enumerate((p.BRICK, p.LAMP, p.MOSS, p.NAVY)):
                c.circle(-140, -88 + k * 52, 17, col)
                c.rect(-104, -95 + k * 52, (230, 180, 260, 150)[k], 13, p.STEEL, rx=6, op=0.8)
    # Pins with threads and notes.
    pins = ((250, 480, p.BRICK), (345, 610, p.LAMP), (520, 560, p.MOSS), (620, 700, p.BRICK), (742, 640, p.NAVY), (860, 780, p.LAMP), (965, 760, p.BRICK),
            (1060, 930, p.MOSS), (1210, 960, p.NAVY), (1330, 1060, p.BRICK), (430, 850, p.NAVY), (300, 980, p.MOSS), (640, 980, p.LAMP), (820, 1040, p.BRICK),
            (560, 1230, p.NAVY), (980, 1180, p.LAMP), (330, 1270, p.BRICK), (780, 1300, p.MOSS))
    sticky(c, 250, 270, 170, NOTES[0], -7, 3)
    sticky(c, 1010, 420, 170, NOTES[3], 6, 3)
    sticky(c, 215, 1400, 170, NOTES[1], 5, 3)
    for a, b in (((330, 330), (345, 590)), ((1020, 500), (965, 740)), ((270, 1330), (330, 1252))):
        c.line([a, b], p.BRICK, 4)
    for x, y, col in pins:
        c.path("M%d %dl46 30" % (x, y), None, stroke=p.INK, sw=10, op=0.3, blur=4)
        c.line([(x, y), (x + 14, y - 46)], "#8d939a", 6)
        c.circle(x + 18, y - 62, 27, c.rad(x + 9, y - 73, 40, p.light(col, 0.55), (0.45, col), p.dark(col, 0.35)))
        c.circle(x + 10, y - 72, 7, "#ffffff", op=0.7)


def bookshelf_reports(c):
    """Square: a shelf with the booklets of the years, one with its cover to us."""
    c.rect(-10, -10, 1620, 1620, c.lin(0, 0, 1600, 1600, "#8a6244", "#5f432f"))
    rows = ((60, 470), (560, 1010), (1100, 1530))
    for top, base in rows:
        c.rect(70, top, 1460, base - top, c.down(top, base, "#3f2e26", "#5a4233"))
        c.rect(70, top, 1460, 60, p.INK, op=0.3, blur=14)
    colours = [p.BRICK, p.NAVY, p.OCHRE, p.MOSS, p.CREAM, p.SLATE, p.RUST, p.PINE, p.STEEL, p.ROSE]

    def spine(x, base, w, h, col, lean=0):
        with c.at(x, base, turn=lean):
            c.rect(0, -h, w, h, c.across(0, w, p.light(col, 0.18), col, p.dark(col, 0.32)), rx=3)
            ink = p.CREAM if sum(p.rgb(col)) < 460 else p.INDIGO
            c.rect(w * 0.22, -h * 0.86, w * 0.56, h * 0.3, ink, op=0.85, rx=2)
            for k in range(3):
                c.rect(w * 0.3 + w * 0.14 * k, -h * 0.82, max(1.5, w * 0.05), h * (0.22 - 0.04 * k), col, op=0.9)
            c.rect(0, -h * 0.14, w, h * 0.025, ink, op=0.7)
            c.circle(w / 2, -h * 0.07, w * 0.16, ink, op=0.75)

    def run(x0, x1, base, hmin, hmax, wmin, wmax, tones=None):
        x = x0
        while x < x1 - wmin:
            w = min(c.rng.uniform(wmin, wmax), x1 - x)
            spine(x, base, w, c.rng.uniform(hmin, hmax), c.rng.choice(tones or colours))
            x += w + 2.5

    run(90, 640, 470, 290, 380, 30, 60)
    spine(668, 470, 46, 350, p.OCHRE, 9)
    for k in range(4):
        c.rect(800, 436 - k * 36, 330 - k * 14, 34, c.down(436 - k * 36, 470 - k * 36, p.light((p.SLATE, p.CREAM, p.BRICK, p.MOSS)[k], 0.15), p.dark((p.SLATE, p.CREAM, p.BRICK, p.MOSS)[k], 0.2)), rx=3)
        c.rect(800, 442 - k * 36, 330 - k * 14, 22, "#f3ead6", op=0.25)
    with c.at(960, 328):
        c.path("M-60 0L-44 -92H44L60 0Z", c.across(-60, 60, "#dfe5e4", "#9fb0ba"))
        for k in range(9):
            a = math.radians(-150 + k * 15)
            c.path("M0 -92Q%.0f %.0f %.0f %.0fQ%.0f %.0f 0 -92Z" % (90 * math.cos(a) - 14, -92 + 90 * math.sin(a), 160 * math.cos(a), -92 + 150 * math.sin(a),
                                                                     90 * math.cos(a) + 18, -92 + 90 * math.sin(a) + 8), (p.PINE, p.MOSS, p.LEAF)[k % 3])
    run(1190, 1520, 470, 280, 380, 30, 60)
    # Middle row: the series of the association in one format, and the cover.
    x = 92
    for k in range(9):
        spine(x, 1010, 52, 400, (p.NAVY, p.SLATE, p.MOSS, p.OCHRE, p.BRICK, p.PINE, p.NAVY, p.STEEL, p.RUST)[k])
        x += 55
    cx, cy, w, h = 800, 1006, 330, 436
    c.path("M640 1010L980 1010L1010 1022L650 1022Z", p.INK, op=0.5, blur=6)
    with c.at(cx - w / 2 + 10, cy - h, turn=0):
        c.rect(8, 6, w, h, p.INK, op=0.45, blur=10)
        c.rect(0, 0, w, h, c.lin(0, 0, w, h, "#fbf5e6", "#e9dec8"), rx=3)
        with c.group(clip=c.clip("M22 120H%dV%dH22Z" % (w - 22, h - 70))):
            c.rect(20, 118, w, h, c.down(118, 330, "#33466a", "#d9c6a8"))
            c.path("M22 250Q120 200 200 240T320 230V400H22Z", "#7f93a8")
            for k in range(4):
                bx = 30 + k * 62
                c.poly([(bx, 330), (bx, 256), (bx + 28, 230), (bx + 56, 256), (bx + 56, 330)], ("#7d6e62", "#8a4f40", "#8d8171", "#7d6e62")[k])
                c.line([(bx - 3, 257), (bx + 28, 229), (bx + 59, 257)], p.SNOW, 8)
                for j in range(2):
                    c.rect(bx + 12 + j * 22, 276, 10, 20, p.LAMP)
            c.rect(20, 330, w, 60, c.down(330, 380, "#3d5173", "#24324f"))
            for k in range(5):
                c.rect(46 + k * 58, 334, 7, 26, p.LAMP, op=0.6)
        c.rect(34, 44, 190, 20, p.NAVY, rx=4)
        c.rect(34, 76, 130, 11, p.BRICK, rx=4)
        c.rect(34, h - 50, 110, 9, p.STEEL, rx=4)
        c.rect(34, h - 32, 160, 9, p.STEEL, rx=4)
        c.rect(0, 0, 13, h, p.INK, op=0.12)
        c.poly([(0, 0), (150, 0), (40, h), (0, h)], "#ffffff", op=0.12)
    run(1010, 1330, 1010, 330, 400, 28, 54)
    with c.at(1430, 1010):
        c.circle(0, -96, 84, c.rad(-20, -120, 130, "#b98a5c", "#6b4a35"))
        c.circle(0, -96, 68, "#fbf5e6")
        for k in range(12):
            a = math.pi * k / 6
            c.line([(54 * math.cos(a), -96 + 54 * math.sin(a)), (61 * math.cos(a), -96 + 61 * math.sin(a))], p.INK, 4)
        c.line([(0, -96), (0, -142)], p.INK, 6)
        c.line([(0, -96), (30, -78)], p.INK, 7)
        c.rect(-50, -16, 100, 16, p.WALNUT, rx=4)
    # Lower row: files and boxes.
    for k, col in enumerate((p.SLATE, p.MOSS, p.OCHRE)):
        x = 92 + k * 172
        c.rect(x, 1200, 162, 330, c.across(x, x + 162, p.light(col, 0.12), p.dark(col, 0.2)), rx=4)
        c.rect(x + 34, 1250, 94, 64, p.SNOW, rx=3)
        c.rect(x + 48, 1270, 66, 8, p.STEEL)
        c.rect(x + 48, 1288, 46, 8, p.STEEL)
        c.circle(x + 81, 1440, 21, p.INK, op=0.6)
    run(620, 1090, 1530, 280, 370, 34, 62)
    c.rect(1120, 1290, 390, 240, c.across(1120, 1510, "#cfae80", "#a07a50"), rx=6)
    for k in range(8):
        c.line([(1120, 1312 + k * 29), (1510, 1312 + k * 29)], "#7d5d3d", 4, op=0.5)
    c.rect(1250, 1340, 130, 60, p.SNOW, rx=4)
    c.rect(1270, 1362, 90, 9, p.STEEL)
    for top, base in rows:
        c.rect(40, base, 1520, 44, c.down(base, base + 44, "#c99e6c", "#94694a"))
    for x in (-10, 1530):
        c.rect(x, -10, 80, 1620, c.across(x, x + 80, "#b98a5c", "#7a5539"))
    c.rect(-10, -10, 1620, 66, "#a5774e")
    c.poly([(-10, -10), (900, -10), (200, 1610), (-10, 1610)], "#ffe9b8", op=0.13, blur=40)


def liaison_desk(c):
    """The office desk: telephone, diary, papers; snow outside."""
    room(c, ("#dcd3c2", "#cbbda3"), ("#8d6a4a", "#6d5038"), 1150)
    view_window(c, 160, 90, 1240, 720, outside_snow, frame="#efe6d3", mullions=(0.5,))
    # Notice board and shelf at the right.
    c.rect(1560, 110, 720, 440, c.lin(1560, 110, 2280, 550, "#c9a273", "#b08757"))
    c.rect(1560, 110, 720, 440, None, stroke=p.WALNUT, sw=16)
    paper(c, 1690, 260, 150, 210, -3, 7, shadow=True)
    with c.at(1900, 300, turn=2):
        c.rect(-110, -140, 220, 280, p.SNOW)
        c.rect(-110, -140, 220, 62, p.BRICK)
        for r in range(4):
            for k in range(6):
                c.rect(-94 + k * 33, -60 + r * 46, 24, 30, p.PALE if (r * 6 + k) % 7 else p.LAMP)
    sticky(c, 2120, 210, 110, NOTES[0], 5, 3)
    sticky(c, 2170, 340, 110, NOTES[2], -6, 3)
    sticky(c, 2070, 440, 110, NOTES[1], 3, 3)
    for x, y in ((1690, 162), (1900, 166), (2120, 162), (2170, 292), (2070, 392)):
        c.circle(x, y, 11, p.NAVY)
    c.rect(1520, 780, 800, 24, p.WALNUT)
    x = 1550
    while x < 2100:
        w, h = c.rng.uniform(36, 56), c.rng.uniform(150, 196)
        col = c.rng.choice([p.SLATE, p.MOSS, p.BRICK, p.OCHRE, p.NAVY])
        c.rect(x, 780 - h, w, h, col, rx=3)
        c.rect(x + 8, 780 - h * 0.85, w - 16, h * 0.35, p.SNOW, op=0.9)
        x += w + 3
    plant(c, 2220, 780, 190, p.BRICK)
    # Desk in front.
    c.poly([(-10, 1040), (2410, 1040), (2410, 1610), (-10, 1610)], c.down(1040, 1600, "#d2aa7a", "#b98a5c", "#8d6543"))
    for i in range(36):
        streak(c, c.rng.uniform(0, 2400), c.rng.uniform(1070, 1590), c.rng.uniform(260, 900), 3, "#7a5539", 0.25)
    c.rect(-10, 1034, 2420, 12, "#e6c698")
    floor_light(c, [(150, 1046), (1300, 1046), (900, 1610), (-300, 1610)], 0.3)
    # Telephone.
    with c.at(470, 1370):
        c.path("M-270 50L-220 -120Q-210 -150 -170 -150H190Q226 -150 236 -116L290 50Q296 84 250 84H-236Q-280 84 -270 50Z", p.INK, op=0.35, blur=12)
        c.path("M-270 30L-220 -130Q-210 -160 -170 -160H190Q226 -160 236 -126L290 30Q296 64 250 64H-236Q-280 64 -270 30Z", c.down(-160, 64, "#f1ead9", "#c9c2b2"))
        c.path("M-30 -120H190L230 0H-40Z", "#59636f")
        c.path("M-16 -110H176L184 -84H-20Z", "#a9c0a6")
        for r in range(4):
            for k in range(3):
                c.rect(-10 + k * 64 - r * 2, -70 + r * 17, 46, 11, p.SNOW, rx=3)
        c.path("M-226 -150Q-258 -196 -214 -212Q-166 -222 -150 -180L-126 -20Q-120 30 -160 40Q-210 46 -222 2Z", p.INK, op=0.25, blur=8)
        c.path("M-236 -164Q-264 -206 -222 -222Q-174 -232 -158 -190L-134 -30Q-128 20 -168 30Q-218 36 -230 -8Z", c.across(-250, -130, p.NAVY, p.INDIGO))
        c.path("M-222 -190Q-206 -206 -184 -196", None, stroke=p.SLATE, sw=9, op=0.8)
        c.path("M-230 20Q-330 90 -300 130Q-260 166 -330 190Q-420 220 -560 180", None, stroke=p.INDIGO, sw=13)
    # Diary, papers, pen stand, mug, lamp.
    with c.at(1180, 1400):
        c.poly([(-340, -130), (330, -130), (420, 130), (-430, 130)], p.INK, op=0.3, blur=12)
        c.poly([(-350, -140), (340, -140), (430, 122), (-440, 122)], p.RUST)
        c.poly([(-330, -134), (-4, -130), (-4, 112), (-416, 112)], c.across(-416, 0, "#fdf9ee", "#e9e0cd"))
        c.poly([(4, -130), (322, -134), (408, 112), (4, 112)], c.across(0, 408, "#e9e0cd", "#fdf9ee"))
        for r in range(5):
            y = -96 + r * 42
            d = (y + 134) / 246 * 84
            c.line([(-320 - d, y), (-14, y)], p.STEEL, 2.5, op=0.7)
            c.line([(14, y), (312 + d, y)], p.STEEL, 2.5, op=0.7)
            if r != 3:
                scribble(c, -300 - d * 0.9, y + 22, 150 + 40 * (r % 2), 17, p.NAVY, 4)
                scribble(c, 40, y + 22, 190 - 50 * (r % 3), 17, p.NAVY, 4)
        c.rect(60, 34, 150, 20, p.LAMP, op=0.6)
        c.path("M-8 -130L-30 190L10 170L40 190L8 -130Z", p.BRICK)
    pen(c, 1560, 1520, 240, p.NAVY, -24)
    for k in range(9):
        y = 1216 - k * 15
        c.poly([(1740 + (k % 3) * 7, y), (2140 + (k % 2) * 9, y), (2180 + (k % 2) * 9, y + 66), (1710 + (k % 3) * 7, y + 66)], ("#fdf9ee", "#efe6d3", "#f8f2e4")[k % 3])
        c.line([(1710 + (k % 3) * 7, y + 66), (2180 + (k % 2) * 9, y + 66)], p.STONE, 3)
    for k in range(5):
        c.line([(1790 - k * 3, 1110 + k * 8), (2060 + k * 2, 1110 + k * 8)], p.STEEL, 4, op=0.7)
    c.rect(1790, 1104, 130, 8, p.NAVY)
    c.ellipse(1040, 1160, 90, 14, p.INK, op=0.3, blur=7)
    c.path("M960 1010H1080L1070 1160H970Z", c.across(960, 1080, p.SLATE, p.INDIGO))
    for x, y, col in ((980, 850, p.BRICK), (1006, 820, p.OCHRE), (1036, 860, p.MOSS), (1060, 836, p.NAVY)):
        c.limb([(1020 + (x - 1020) * 0.6, 1012), (x, y)], [8, 8], col)
    c.ellipse(1020, 1010, 60, 11, p.INK)
    mug_side(c, 2240, 1440, 150, p.MOSS)
    for k in range(3):
        sticky(c, 860 + k * 4, 1250 - k * 5, 120, NOTES[(0, 0, 3)[k]], -8, 2 if k == 2 else 0)

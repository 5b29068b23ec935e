"""Placeholders for the portraits of the contributors: back-lit busts without features."""

import palette as p
from indoor import view_window
from nature import clump, conifer, glow, snowfall, streak
from people import head, look

W, H = 1600, 2133


def _bust(c, lk, build=1.0, turn=0.0, rim="#fff1c9", collar=None, extra=None, over=None):
    """Shoulders, neck and head; light comes from behind, so the edges are bright and the face is soft."""
    with c.group("translate(104 290) scale(0.87)"):
        _bust_parts(c, lk, build, turn, rim, collar, extra)
        if over:
            over(c)


def _bust_parts(c, lk, build, turn, rim, collar, extra):
    coat = lk["coat"]
    cx, neck_y = W / 2, 1400
    shoulders = ("M{0} 2160C{1} 1860 {2} 1700 {3} 1610C{4} 1560 {5} 1520 {6} 1400L{7} 1400C{8} 1520 {9} 1560 {10} 1610"
                 "C{11} 1700 {12} 1860 {13} 2160Z").format(
        *[round(cx + v * build) for v in (-700, -690, -600, -330, -200, -140, -118, 118, 140, 200, 330, 600, 690, 700)])
    # Light from behind: a soft halo and a bright line at the edges.
    c.ellipse(cx, neck_y - 350, 330, 384, rim, op=0.85, blur=24)
    c.path(shoulders, rim, op=0.75, blur=16)
    c.path(shoulders, rim)
    with c.group("translate(0 13)"):
        c.path(shoulders, c.rad(cx, 2140, 980, p.dark(coat, 0.22), (0.65, coat), p.light(coat, 0.14)))
    skin = p.mix(lk["skin"], p.SKIN_SHADE, 0.6)
    if extra:
        with c.group(clip=c.clip(shoulders)):
            extra(c, cx, build)
    with c.at(cx, neck_y - 330):
        c.limb([(0, 250), (0, 386)], [110, 122], p.dark(skin, 0.2))
        if collar:
            collar(c)
        bright = dict(lk, hair=p.light(lk["hair"], 0.6), skin=rim)
        head(c, 0, -9, 330, bright, turn, "front")
        with c.at(0, 0, 0.982):
            head(c, 0, 0, 330, dict(lk, skin=p.mix(lk["skin"], skin, 0.5)), turn, "front")
        # The face is turned from the light: a quiet shade that fades to the edge.
        c.ellipse(turn * 60, 60, 250, 285, c.rad(turn * 60, 60, 285, (0, "#7d5640", 0.34), (0.6, "#7d5640", 0.22), (1, "#7d5640", 0)))


def portrait_1(c):
    """Short hair, dark jacket, at the window."""
    c.rect(-10, -10, W + 20, H + 20, c.lin(0, 0, W, H, "#d9d0bd", "#b5aa98"))

    def outside(cc, x, y, w, h):
        cc.rect(x, y, w, h, cc.down(y, y + h, "#dbe7ea", "#fbf3dc"))
        cc.path("M%d %dQ%d %d %d %dV%dH%dZ" % (x, y + h * 0.7, x + w * 0.5, y + h * 0.52, x + w, y + h * 0.68, y + h, x), "#b9c6ae")
        for i in range(26):
            cc.circle(x + w * cc.rng.random(), y + h * cc.rng.uniform(0.66, 0.98), h * cc.rng.uniform(0.03, 0.08),
                      cc.rng.choice(["#a9b58b", "#c3cca6", "#94a47c", "#d8dfbf"]), op=0.7, blur=7)

    view_window(c, 180, 160, 1240, 1330, outside, frame="#f3ecdc", mullions=(0.5,), rail=0.52)
    glow(c, 800, 900, 1000, "#fff6dc", 0.75)

    def jacket(cc, cx, b):
        cc.poly([(cx - 150, 1500), (cx, 1860), (cx + 150, 1500)], "#f4efe2")
        cc.poly([(cx - 40, 1640), (cx + 40, 1640), (cx + 60, 2160), (cx - 60, 2160)], p.BRICK)
        cc.poly([(cx - 48, 1600), (cx + 48, 1600), (cx + 34, 1670), (cx - 34, 1670)], p.RUST)
        cc.poly([(cx - 170, 1460), (cx - 300, 1600), (cx - 200, 1700), (cx - 250, 1740), (cx - 10, 2160), (cx - 20, 1900)], p.dark(p.NAVY, 0.35))
        cc.poly([(cx + 170, 1460), (cx + 300, 1600), (cx + 200, 1700), (cx + 250, 1740), (cx + 10, 2160), (cx + 20, 1900)], p.dark(p.NAVY, 0.45))

    def collar(cc):
        cc.poly([(-128, 330), (-150, 440), (-20, 560), (0, 520)], "#fbf7ec")
        cc.poly([(128, 330), (150, 440), (20, 560), (0, 520)], "#e3dccd")

    _bust(c, look(coat=p.NAVY, hair=p.HAIR, style="short"), 1.0, 0.0, collar=collar, extra=jacket)


def portrait_2(c):
    """Hair to the shoulders, cardigan, evening light."""
    c.rect(-10, -10, W + 20, H + 20, c.down(0, 1500, "#54618a", "#c58f86", "#f3c58d", "#f8dca6"))
    for i in range(16):
        streak(c, c.rng.uniform(0, W), c.rng.uniform(150, 1150), c.rng.uniform(400, 1100), c.rng.uniform(8, 20), c.rng.choice(["#f6cfa3", "#e3a083", "#7d7c9c"]), 0.4, blur=5)
    c.circle(1080, 1010, 130, "#fff4d3")
    glow(c, 1080, 1010, 900, "#ffeab8", 0.9)
    c.rect(-10, 1200, W + 20, 960, c.down(1200, 1800, "#f0c492", "#8f7f92", "#54618a"))
    for i in range(60):
        t = c.rng.random()
        streak(c, 1080 + c.rng.gauss(0, 70 + 120 * t), 1206 + 500 * t, 60 + 140 * t, 3 + 4 * t, "#fff0c6", 0.7)

    def cardigan(cc, cx, b):
        cc.path("M%d 1480Q%d 1720 %d 1760Q%d 1720 %d 1480Z" % (cx - 190, cx - 110, cx, cx + 110, cx + 190), "#f1e6d2")
        for s in (-1, 1):
            cc.path("M%d 1450Q%d 1720 %d 2160" % (cx + s * 210, cx + s * 150, cx + s * 60), None, stroke=p.dark(p.BRICK, 0.35), sw=42)
        for k in range(3):
            cc.circle(cx - 62 + k * 4, 1880 + k * 110, 20, p.CREAM)

    _bust(c, look(coat=p.BRICK, hair=p.HAIR_BROWN, style="bob"), 0.9, 0.18, rim="#ffe3ad", extra=cardigan)


def portrait_3(c):
    """White hair, glasses, sweater, light of snow."""
    c.rect(-10, -10, W + 20, H + 20, c.down(0, 1700, "#8ea3b7", "#c9d3d8", "#f4efe3"))
    for i in range(20):
        conifer(c, c.rng.uniform(-60, W + 60), c.rng.uniform(1120, 1260), c.rng.uniform(240, 520), p.haze("#5d7480", c.rng.uniform(0.2, 0.6), "#c9d3d8"), "#eef1f0")
    c.path("M-20 1250Q400 1180 800 1230Q1200 1180 1620 1250V2160H-20Z", c.down(1180, 1900, "#f8f5ec", "#cfdae1"))
    glow(c, 800, 900, 1000, "#fffbee", 0.8)
    snowfall(c, 130, size=(3, 10))

    def sweater(cc, cx, b):
        for k in range(13):
            y = 1640 + k * 44
            cc.path("M%d %dQ%d %d %d %d" % (cx - 720, y + 60, cx, y - 60 + k * 4, cx + 720, y + 60), None, stroke=p.dark(p.MOSS, 0.3), sw=7, op=0.4)
        for row in range(2):
            for k in range(-9, 10):
                x, y = cx + k * 76, 1770 + row * 150 + abs(k) * 4
                cc.poly([(x, y - 34), (x + 27, y), (x, y + 34), (x - 27, y)], p.CREAM, op=0.75)

    def collar(cc):
        cc.path("M-140 350Q0 450 140 350L150 440Q0 540 -150 440Z", p.dark(p.MOSS, 0.2))
        for k in range(-6, 7):
            cc.line([(k * 22, 404 - abs(k) * 4), (k * 23, 480 - abs(k) * 5)], p.dark(p.MOSS, 0.45), 5, op=0.5)

    def glasses(cc):
        for s in (-1, 1):
            cc.ellipse(800 + s * 112, 1085, 88, 72, "#ffffff", op=0.22)
            cc.ellipse(800 + s * 112, 1085, 88, 72, None, stroke=p.WALNUT, sw=13)
            cc.line([(800 + s * 198, 1075), (800 + s * 262, 1056)], p.WALNUT, 12)
        cc.path("M776 1078Q800 1056 824 1078", None, stroke=p.WALNUT, sw=12)

    _bust(c, look(coat=p.MOSS, hair=p.HAIR_WHITE, style="short"), 0.96, 0.0, rim="#fffdf4", collar=collar, extra=sweater, over=glasses)


def portrait_4(c):
    """Hair tied back, scarf, among trees in leaf."""
    c.rect(-10, -10, W + 20, H + 20, c.down(0, 2100, "#dfe6c9", "#a9b98a", "#66794f"))
    for layer, (tone, count, size) in enumerate((("#c3cf9f", 30, 130), ("#a3b57c", 34, 110), ("#829960", 34, 90), ("#5f7a4a", 30, 80))):
        for i in range(count):
            side = c.rng.choice((-1, 1))
            x = 800 + side * c.rng.uniform(330 - layer * 10, 860)
            clump(c, x, c.rng.uniform(-50, 1900), size * c.rng.uniform(0.6, 1.2), tone, 0.75)
    for x, w in ((140, 60), (1440, 74)):
        c.poly([(x - w, 2160), (x - w * 0.5, -20), (x + w * 0.5, -20), (x + w, 2160)], c.across(x - w, x + w, "#7d6a55", "#4a3b2f"), op=0.85)
    for i in range(26):
        c.circle(800 + c.rng.gauss(0, 420), c.rng.uniform(80, 1500), c.rng.uniform(20, 66), "#fff8d8", op=c.rng.uniform(0.12, 0.32), blur=6)
    glow(c, 800, 850, 980, "#fffbe0", 0.8)

    def coat(cc, cx, b):
        cc.line([(cx, 1800), (cx, 2160)], p.dark(p.SLATE, 0.4), 9)
        for k in range(2):
            cc.circle(cx + 44, 1900 + k * 140, 21, p.INDIGO)

    def scarf(cc):
        cc.path("M-190 350Q0 300 190 350Q230 440 170 500Q0 560 -170 500Q-230 440 -190 350Z", c.down(330, 540, p.light(p.OCHRE, 0.2), p.AMBER))
        cc.path("M-180 400Q0 480 180 400M-170 450Q0 530 170 450", None, stroke=p.dark(p.AMBER, 0.3), sw=9, op=0.55)
        cc.path("M40 500Q110 520 150 480L190 820L70 840Z", c.down(480, 840, p.OCHRE, p.AMBER))
        for k in range(5):
            cc.line([(78 + k * 24, 838), (76 + k * 25, 884)], p.AMBER, 10)

    _bust(c, look(coat=p.SLATE, hair=p.HAIR, style="bun"), 0.9, -0.2, rim="#fdf6cf", collar=scarf, extra=coat)


def portrait_5(c):
    """Beard, collared coat, before a bookshelf with a lamp."""
    c.rect(-10, -10, W + 20, H + 20, c.down(0, H, "#5a4335", "#3f2f28"))
    for row in range(5):
        base = 330 + row * 380
        x = -20
        while x < W + 20:
            w, h = c.rng.uniform(34, 78), c.rng.uniform(210, 310)
            col = p.mix(c.rng.choice([p.BRICK, p.SLATE, p.OCHRE, p.MOSS, p.NAVY, p.CREAM, p.RUST, p.STEEL]), "#5a4335", 0.3)
            c.rect(x, base - h, w, h, c.across(x, x + w, p.light(col, 0.1), p.dark(col, 0.3)), rx=4)
            c.rect(x + w * 0.25, base - h * 0.85, w * 0.5, h * 0.26, p.light(col, 0.5), op=0.5)
            x += w + 4
        c.rect(-10, base, W + 20, 34, c.down(base, base + 34, "#a57c55", "#6b4a35"))
    glow(c, 800, 900, 1150, "#ffe2a0", 0.95)
    glow(c, 800, 1000, 700, "#fff0c4", 0.8)

    def coat(cc, cx, b):
        cc.poly([(cx - 150, 1500), (cx, 1800), (cx + 150, 1500)], "#e6dcc6")
        cc.line([(cx, 1700), (cx, 2160)], p.dark(p.PINE, 0.45), 10)
        for s in (-1, 1):
            cc.path("M%d 2000H%d" % (cx + s * 260, cx + s * 420), None, stroke=p.dark(p.PINE, 0.45), sw=9)
        for k in range(3):
            cc.circle(cx + 40, 1840 + k * 120, 19, p.WALNUT)

    def collar(cc):
        cc.path("M-132 330Q-180 380 -200 440L-90 560Q-40 470 0 450Q40 470 90 560L200 440Q180 380 132 330Q60 420 0 424Q-60 420 -132 330Z",
                c.across(-200, 200, p.light(p.PINE, 0.12), p.dark(p.PINE, 0.15)))

    def beard(cc):
        cc.path("M548 1090Q556 1290 640 1380Q716 1456 800 1456Q884 1456 960 1380Q1044 1290 1052 1090Q1030 1240 960 1300"
                "Q900 1340 800 1340Q700 1340 640 1300Q570 1240 548 1090Z", cc.down(1090, 1456, p.light(p.HAIR_GREY, 0.1), p.dark(p.HAIR_GREY, 0.1)))

    _bust(c, look(coat=p.PINE, hair=p.HAIR_GREY, style="short"), 1.04, 0.0, rim="#ffe7ae", collar=collar, extra=coat, over=beard)

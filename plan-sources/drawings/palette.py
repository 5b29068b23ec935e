"""The one palette of all illustrations, and colour arithmetic.

Every scene takes its colours from here, so that the pictures stay one family when they stand on
facing pages. The lightness steps are wide enough for the pictures to hold up in grey print.
"""

INK = "#161f33"
INDIGO = "#24324f"
NAVY = "#33466a"
SLATE = "#5a7390"
STEEL = "#8399ae"
MIST = "#b9c7d1"
PALE = "#d8e0e3"
SNOW = "#f5f2ea"
PAPER = "#efe6d3"
CREAM = "#f8efd9"
LAMP = "#f5c768"
GLOW = "#ffe3a3"
OCHRE = "#d59f4b"
AMBER = "#c2802f"
BRICK = "#a8523d"
RUST = "#7d3b2e"
ROSE = "#d98f7e"
BLOSSOM = "#eec4bb"
MOSS = "#76854f"
LEAF = "#97a468"
PINE = "#475a3d"
FOREST = "#2f4038"
STONE = "#a89d8c"
TAUPE = "#7c7166"
WOOD = "#a5774e"
OAK = "#c99e6c"
WALNUT = "#6b4a35"
BARK = "#4a372d"
SKIN = "#e9bf98"
SKIN_SHADE = "#cf9a72"
HAIR = "#2c2726"
HAIR_BROWN = "#4d372c"
HAIR_GREY = "#a3a19c"
HAIR_WHITE = "#dedad2"


def rgb(colour):
    """'#rrggbb' as three integers."""
    return tuple(int(colour[i:i + 2], 16) for i in (1, 3, 5))


def mix(a, b, t):
    """The colour at t (0..1) on the way from a to b."""
    ca, cb = rgb(a), rgb(b)
    return "#%02x%02x%02x" % tuple(
        max(0, min(255, round(x + (y - x) * t))) for x, y in zip(ca, cb))


def dark(colour, t=0.25):
    """Shade: towards ink and not towards black, so that shadows stay blue as on a print."""
    return mix(colour, INK, t)


def light(colour, t=0.25):
    """Tint: towards cream and not towards white, so that lights stay warm."""
    return mix(colour, CREAM, t)


def haze(colour, t, air=MIST):
    """Distance: towards the colour of the air."""
    return mix(colour, air, t)

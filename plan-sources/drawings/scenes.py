"""The list of all pictures: name -> (width, height in pixels, picture units, drawing function)."""

import scenes_canal as canal
import scenes_hill as hill

WIDE = (2400, 1600)
HERO = (3000, 2000)
TALL = (1600, 2133)
SQUARE = (1800, 1800)

SCENES = {
    "canal-snow": HERO + (WIDE, canal.canal_snow),
    "canal-dusk": WIDE + (WIDE, canal.canal_dusk),
    "hill-harbour": HERO + (WIDE, hill.hill_harbour),
    "slope-walk": TALL + (TALL, hill.slope_walk),
    "harbour-ferry": WIDE + (WIDE, hill.harbour_ferry),
}

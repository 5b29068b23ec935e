"""The list of all pictures: name -> (width, height in pixels, picture units, drawing function)."""

import scenes_canal as canal
import scenes_hill as hill
import scenes_season as season
import scenes_winter as winter

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
    "snow-shovelling": WIDE + (WIDE, winter.snow_shovelling),
    "bus-stop-snow": WIDE + (WIDE, winter.bus_stop_snow),
    "night-snow": WIDE + (WIDE, winter.night_snow),
    "lighthouse-summer": WIDE + (WIDE, season.lighthouse_summer),
    "herring-house": WIDE + (WIDE, season.herring_house),
    "cherry-park": WIDE + (WIDE, season.cherry_park),
    "sea-farewell": WIDE + (WIDE, season.sea_farewell),
}

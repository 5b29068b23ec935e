"""The list of all pictures: name -> (width, height in pixels, picture units, drawing function)."""

import scenes_canal as canal
import scenes_hill as hill
import scenes_meeting as meeting
import scenes_place as place
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
    "shopping-arcade": TALL + (TALL, place.shopping_arcade),
    "clinic-entrance": WIDE + (WIDE, place.clinic_entrance),
    "community-centre": WIDE + (WIDE, place.community_centre),
    "machi-cafe": WIDE + (WIDE, place.machi_cafe),
    "lighthouse-summer": WIDE + (WIDE, season.lighthouse_summer),
    "herring-house": WIDE + (WIDE, season.herring_house),
    "cherry-park": WIDE + (WIDE, season.cherry_park),
    "sea-farewell": WIDE + (WIDE, season.sea_farewell),
    "meeting-table": WIDE + (WIDE, meeting.meeting_table),
    "sticky-wall": WIDE + (WIDE, meeting.sticky_wall),
    "chair-circle": WIDE + (WIDE, meeting.chair_circle),
    "presenter-wall": TALL + (TALL, meeting.presenter_wall),
    "group-work": WIDE + (WIDE, meeting.group_work),
    "online-meeting": WIDE + (WIDE, meeting.online_meeting),
}

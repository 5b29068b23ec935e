"""The list of all pictures: name -> (width, height in pixels, picture units, drawing function)."""

import scenes_canal as canal
import scenes_desk as desk
import scenes_hill as hill
import scenes_meeting as meeting
import scenes_place as place
import scenes_portrait as portrait
import scenes_season as season
import scenes_together as together
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
    "sticky-writing": SQUARE + ((1600, 1600), desk.sticky_writing),
    "consultation-desk": WIDE + (WIDE, desk.consultation_desk),
    "district-map": SQUARE + ((1600, 1600), desk.district_map),
    "bookshelf-reports": SQUARE + ((1600, 1600), desk.bookshelf_reports),
    "liaison-desk": WIDE + (WIDE, desk.liaison_desk),
    "tea-table": SQUARE + ((1600, 1600), together.tea_table),
    "community-kitchen": WIDE + (WIDE, together.community_kitchen),
    "origami-together": WIDE + (WIDE, together.origami_together),
    "music-stage": WIDE + (WIDE, together.music_stage),
    "portrait-1": TALL + (TALL, portrait.portrait_1),
    "portrait-2": TALL + (TALL, portrait.portrait_2),
    "portrait-3": TALL + (TALL, portrait.portrait_3),
    "portrait-4": TALL + (TALL, portrait.portrait_4),
    "portrait-5": TALL + (TALL, portrait.portrait_5),
}

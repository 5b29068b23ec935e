#!/usr/bin/env bash
# Makes the pictures of the guides anew from a report that was just built.
#   make_pictures.sh A4.pdf B5.pdf SPECIMEN.pdf
# A4.pdf and B5.pdf: plan-sources/ in the layouts a4-report and b5-booklet; SPECIMEN.pdf: tests/specimen.
# Needs pdftoppm (poppler-utils), mutool (mupdf-tools), convert (imagemagick); writes beside itself and into
# layouts/pictures/. Pages are found by their bookmarks, so that the script survives changes of the text.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
layouts=$here/../../layouts/pictures
if (($# != 3)); then
  echo "usage: make_pictures.sh A4.pdf B5.pdf SPECIMEN.pdf" >&2
  exit 2
fi
a4=$1 b5=$2 specimen=$3
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
mkdir -p "$layouts"

# page_of PDF TITLE: the page that the bookmark with these words points at
page_of() {
  local page
  page=$(mutool show "$1" outline | grep -F -m1 -- "$2" | sed 's/.*#page=\([0-9]*\).*/\1/')
  if [[ -z $page ]]; then
    echo "no bookmark with the words: $2" >&2
    exit 1
  fi
  echo "$page"
}

# page PDF NUMBER WIDTH: one page as a picture of that width; prints its path. Rendered large and reduced, so that
# small characters stay as readable as they can.
page() {
  local out
  out=$work/$(basename -- "$1" .pdf)-$2-$3.png
  pdftoppm -f "$2" -l "$2" -r 144 -png -singlefile "$1" "${out%.png}"
  convert "$out" -filter Lanczos -resize "$3x" "$out"
  echo "$out"
}

finish=(-strip -sampling-factor 4:4:4 -interlace JPEG -quality 80)
edge=(-bordercolor '#c9ced3' -border 1)
ground='#e9ecef'

# leaf OUT PAGE...: pages side by side, a thin edge around each, some ground around all
leaf() {
  local out=$1
  shift
  convert "$@" "${edge[@]}" +append -bordercolor "$ground" -border 10 "$out"
}

# ---- the picture of the README: six pages --------------------------------------------------------------------------
workshop=$(page_of "$a4" '来た道を話す')
left=$((workshop + workshop % 2)) # pages with even numbers stand on the left
album=$(page_of "$a4" '写真でたどる')
width=300
leaf "$work/1.png" "$(page "$a4" 1 $width)"
leaf "$work/2.png" "$(page "$a4" $left $width)" "$(page "$a4" $((left + 1)) $width)"
leaf "$work/3.png" "$(page "$a4" $((left + 2)) $width)" "$(page "$a4" $((left + 3)) $width)"
leaf "$work/4.png" "$(page "$a4" "$album" $width)"
convert \( "$work/1.png" "$work/2.png" +append \) \( "$work/3.png" "$work/4.png" +append \) -append \
  -bordercolor "$ground" -border 10 "${finish[@]}" "$here/report.jpg"

# ---- one picture for each kind of chapter: the upper part of a page ------------------------------------------------
# crop NAME PAGE TOP HEIGHT: in hundredths of the page's height
crop() {
  local picture height
  picture=$(page "$a4" "$2" 560)
  height=$(identify -format %h "$picture")
  convert "$picture" -crop "560x$((height * $4 / 100))+0+$((height * $3 / 100))" +repage "${edge[@]}" \
    "${finish[@]}" "$here/$1.jpg"
}
last=$(pdfinfo "$a4" | sed -n 's/^Pages: *//p')
crop cover 1 0 80
crop contents "$(page_of "$a4" '"目次"')" 7 48
crop text "$(page_of "$a4" 'この計画をつくった理由')" 7 50
crop workshop "$(page_of "$a4" '暮らしの足もと')" 7 65
crop workshop-groups "$(page_of "$a4" 'グループ1　坂道と石段')" 3 45
crop history "$(page_of "$a4" 'そあるの歩み')" 7 68
crop essay "$(page_of "$a4" '連絡という仕事')" 7 45
crop album $((album + 1)) 3 83
crop colophon "$last" 54 36

# The foreword: a vertical piece on a spread, whose first page is the right one
foreword=$(page_of "$a4" 'ごあいさつ')
leaf "$work/f.png" "$(page "$a4" $((foreword - 1)) 350)" "$(page "$a4" "$foreword" 350)"
convert "$work/f.png" "${finish[@]}" "$here/foreword.jpg"

# ---- columns, and a vertical piece that reads from the right page of its spread --------------------------------------
columns=$(page_of "$specimen" '段組み')
upright=$(page_of "$specimen" '左綴じの本の縦組み') # its first page, on the right
leaf "$work/c.png" "$(page "$specimen" "$columns" 330)"
leaf "$work/v.png" "$(page "$specimen" $((upright - 1)) 330)" "$(page "$specimen" "$upright" 330)"
convert -background "$ground" "$work/c.png" "$work/v.png" +append -bordercolor "$ground" -border 10 \
  "${finish[@]}" "$here/columns-and-vertical.jpg"

# ---- both layouts at the same scale --------------------------------------------------------------------------------
a=$(page_of "$a4" 'この計画をつくった理由') b=$(page_of "$b5" 'この計画をつくった理由')
leaf "$work/a.png" "$(page "$a4" "$a" 480)"
leaf "$work/b.png" "$(page "$b5" "$b" $((480 * 182 / 210)))"
convert -background "$ground" -gravity south "$work/a.png" "$work/b.png" +append \
  -bordercolor "$ground" -border 10 "${finish[@]}" "$layouts/a4-and-b5.jpg"

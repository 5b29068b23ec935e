#!/usr/bin/env bash
# Every font file is listed in fonts/SHA256SUMS and unchanged; every licence that fonts/README.md names is there.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../../fonts"

failures=0
complain() {
  echo "fonts: $*"
  failures=$((failures + 1))
}

sha256sum --check --quiet --strict SHA256SUMS || complain "the checksums differ"

listed=$(cut -c 67- SHA256SUMS | sort)
present=$(find . -type f \( -iname '*.ttf' -o -iname '*.otf' -o -iname '*.ttc' \) -printf '%P\n' | sort)
[[ $listed == "$present" ]] || complain "SHA256SUMS does not list just the font files that are there"

while read -r font; do
  row=$(grep -F "\`$font\`" README.md | head -n 1) || { complain "README.md does not name $font"; continue; }
  licence=$(grep -o 'licenses/[a-z0-9-]*\.txt' <<<"$row") || { complain "README.md gives no licence for $font"; continue; }
  grep -q 'SIL OPEN FONT LICENSE Version 1.1' "$licence" || complain "$licence holds no licence text"
done <<<"$present"

((failures == 0))

#!/usr/bin/env bash
# The two commands do what they promise, tried with stand-ins for apt-get, CMake and the compiler:
# they install only what is missing, build only what is not built, and hand arguments on unchanged.
# What only a real system shows is proved by prove-clean-debian.sh.
set -euo pipefail

source_root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
repo="$scratch/報告書 の 仕事/kumihan"
tools=$scratch/tools
calls=$scratch/calls
failures=0

elsewhere=$scratch/elsewhere
mkdir -p "$repo/src/cmake" "$repo/plan-sources" "$tools" "$elsewhere"
cp "$source_root/build-report.sh" "$source_root/run-tests.sh" "$repo/"
cp "$source_root/src/cmake/setup.sh" "$repo/src/cmake/"
touch "$repo/CMakeLists.txt" "$repo/src/line.cpp"

stand_in() {
  printf '#!/bin/bash\n%s\n' "$2" >"$1"
  chmod +x "$1"
}
# Installed is whatever $scratch/installed names; apt-get adds to it.
touch "$scratch/installed"
stand_in "$tools/dpkg-query" "while read -r name; do printf 'installed:%s ' \"\$name\"; done <'$scratch/installed'; exit 1"
stand_in "$tools/apt-get" "echo \"apt-get \$*\" >>'$calls'
  [[ \$* == *install* ]] || exit 0
  [[ ! -e '$scratch/mirror-is-down' ]] || exit 100
  for word in \"\$@\"; do echo \"\$word\" >>'$scratch/installed'; done"
stand_in "$tools/sudo" "echo sudo >>'$calls'; exec \"\$@\""
stand_in "$tools/ccache" true
stand_in "$tools/ninja" true
stand_in "$tools/ctest" "echo \"ctest \$*\""
stand_in "$tools/cmake" "echo \"cmake \$*\" >>'$calls'
  if [[ \$1 == -S ]]; then
    build=\$4
    echo 'CMAKE_HOME_DIRECTORY:INTERNAL=$repo' >\"\$build/CMakeCache.txt\"
    for word in \"\$@\"; do [[ \$word != -D* ]] || echo \"\${word#-D}\" >>\"\$build/CMakeCache.txt\"; done
    touch \"\$build/build.ninja\"
  else
    build=\$2
    [[ ! -e '$scratch/compile-fails' ]] || exit 1
    printf '#!/bin/bash\nprintf \"<%%s>\" \"\$PWD\" \"\$@\"; exit \${KUMIHAN_STATUS-0}\n' >\"\$build/kumihan\"
    chmod +x \"\$build/kumihan\"
  fi"
export PATH=$tools:$PATH

expect() {
  local what=$1 wanted=$2 got=$3
  if [[ $wanted != "$got" ]]; then
    printf '%s\n  wanted: %s\n  got:    %s\n' "$what" "$wanted" "$got"
    failures=$((failures + 1))
  fi
}
counted() { grep -c -- "$1" "$calls" || true; }
run() { # run FOLDER COMMAND... : its standard output, with status when that is not 0
  local status=0
  (cd "$1" && "${@:2}" 2>"$scratch/errors") || status=$?
  ((status == 0)) || printf ' status %s' "$status"
}
forget() { : >"$calls"; }

forget
expect "first run, from elsewhere" "<$repo><build>" "$(run "$elsewhere" "$repo/build-report.sh")"
expect "it installs" 1 "$(counted 'apt-get.* install --no-install-recommends .*libharfbuzz-dev')"
expect "it installs nothing for tests" 0 "$(counted catch2)"
expect "it configures" 1 "$(counted 'cmake -S .* -G Ninja .*-DCMAKE_BUILD_TYPE=Release')"
expect "it compiles the one program" 1 "$(counted 'cmake --build .* --target kumihan')"
expect "it says so in Japanese" 1 "$(grep -c 'Debianのパッケージから入れます' "$scratch/errors")"
expect "and in English" 1 "$(grep -c 'Installing Debian packages' "$scratch/errors")"

forget
expect "second run" "<$repo><build>" "$(run "$elsewhere" "$repo/build-report.sh")"
expect "it calls neither apt-get nor cmake" "" "$(cat "$calls")"
expect "and is silent" "" "$(cat "$scratch/errors")"

sleep 0.02 # file times have a grain
touch "$repo/src/line.cpp"
forget
expect "a changed source" "<$repo><build>" "$(run "$elsewhere" "$repo/build-report.sh")"
expect "it is compiled" 1 "$(counted 'cmake --build')"
expect "and not configured" 0 "$(counted 'cmake -S')"

sed -i '/^libvips-dev$/d' "$scratch/installed"
forget
expect "one package missing" "<$repo><build>" "$(run "$elsewhere" "$repo/build-report.sh")"
expect "only that one is installed" 1 "$(counted 'install --no-install-recommends libvips-dev$')"

forget
expect "options go through" "<$repo><build><--layout><b5-booklet>" "$(run "$elsewhere" "$repo/build-report.sh" --layout b5-booklet)"
expect "a subcommand goes through" "<$repo><schema>" "$(run "$elsewhere" "$repo/build-report.sh" schema)"
expect "so do its options" "<$repo><check><--format=json>" "$(run "$elsewhere" "$repo/build-report.sh" check --format=json)"
expect "--help goes through" "<$repo><--help>" "$(run "$elsewhere" "$repo/build-report.sh" --help)"
expect "empty and spaced arguments stay whole" "<$repo><build><><a b>" "$(run "$elsewhere" "$repo/build-report.sh" '' 'a b')"
mkdir -p "$scratch/机/別の 計画" "$scratch/机/check" "$scratch/机/ja"
expect "a command is no folder of that name" "<$repo><check><--lang><ja>" \
  "$(run "$scratch/机" "$repo/build-report.sh" check --lang ja)"
expect "a folder after a command is one" "<$repo><check><$scratch/机/check>" \
  "$(run "$scratch/机" "$repo/build-report.sh" check check)"
expect "a folder beside the caller" "<$repo><build><$scratch/机/別の 計画>" \
  "$(run "$scratch/机" "$repo/build-report.sh" '別の 計画')"
expect "a folder to be made beside the caller" "<$repo><build><--output=$scratch/机/./out>" \
  "$(run "$scratch/机" "$repo/build-report.sh" --output=./out)"
expect "the compiler's status comes back" "<$repo><build> status 1" \
  "$(KUMIHAN_STATUS=1 run "$elsewhere" "$repo/build-report.sh")"

unset CI
plain="ctest --test-dir $repo/build --output-on-failure -j2"
watched="ctest --test-dir $repo/build-asan --output-on-failure --no-tests=error -j2 -R ^(unit|golden)"
forget
expect "tests" "$plain -R line" "$(run "$elsewhere" "$repo/run-tests.sh" -R line)"
expect "the tests' packages are installed" 1 "$(counted 'apt-get.* install .*catch2')"
expect "and not the others again" 0 "$(counted libharfbuzz-dev)"
expect "it configures once more, with tests" 1 "$(counted 'cmake -S .*-DKUMIHAN_TESTS:BOOL=ON')"
expect "tests with sanitizers" "$watched"$'\n'"$plain" "$(run "$elsewhere" "$repo/run-tests.sh" --sanitize)"
expect "tests in CI" "$watched"$'\n'"$plain" "$(CI=true run "$elsewhere" "$repo/run-tests.sh")"
forget
expect "report after tests" "<$repo><build>" "$(run "$elsewhere" "$repo/build-report.sh")"
expect "the configuration is kept" 0 "$(counted 'cmake -S')"

sed -i "s|=$repo\$|=/somewhere/else|" "$repo/build/CMakeCache.txt"
forget
expect "a copied folder" "<$repo><build>" "$(run "$elsewhere" "$repo/build-report.sh")"
expect "is configured anew" 1 "$(counted 'cmake -S .* -G Ninja')"

rm "$repo/build/kumihan"
touch "$scratch/compile-fails"
expect "a failing compilation" " status 3" "$(run "$elsewhere" "$repo/build-report.sh")"
expect "says what to do" 1 "$(grep -c 'Try this' "$scratch/errors")"
rm "$scratch/compile-fails"

: >"$scratch/installed"
touch "$scratch/mirror-is-down"
forget
expect "no network" " status 3" "$(run "$elsewhere" "$repo/build-report.sh")"
expect "the package lists are renewed before giving up" 1 "$(counted 'apt-get.* update')"
expect "and the line to run by hand is shown" 1 "$(grep -c '^  apt-get install --no-install-recommends g++' "$scratch/errors")"

((failures == 0)) && echo "entry scripts: all as promised"

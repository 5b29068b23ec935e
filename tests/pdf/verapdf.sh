#!/usr/bin/env bash
# Checks PDFs against PDF/UA-1 with veraPDF: verapdf.sh FILE...
# The program comes from Maven by its coordinates, once; it needs Java. Exit status 77: Java or Maven or the program
# cannot be had here, which is said and is no failure. KUMIHAN_VERAPDF may name the program's jar instead.
# Without --offline Maven may use the network; ctest passes --offline, so that a test run downloads nothing.
set -euo pipefail

artifact=org.verapdf.apps:greenfield-apps:1.26.2

skip() {
  echo "skipped: $1"
  exit 77
}

offline=()
if [[ ${1-} == --offline ]]; then
  offline=(--offline)
  shift
fi
(($#)) || { echo "usage: verapdf.sh [--offline] FILE..." >&2; exit 2; }

command -v java >/dev/null || skip "Java is not installed (package default-jre-headless)"
jar=${KUMIHAN_VERAPDF-}
if [[ -z $jar ]]; then
  command -v mvn >/dev/null || skip "Maven is not installed (package maven)"
  IFS=: read -r group name version <<<"$artifact"
  repository=${MAVEN_LOCAL_REPOSITORY:-$HOME/.m2/repository}
  jar=$repository/${group//.//}/$name/$version/$name-$version.jar
  if [[ ! -f $jar ]]; then
    # The jar holds all it needs, and some of what its description asks for is in no public repository.
    mvn -q -B "${offline[@]}" dependency:get -Dartifact="$artifact" -Dtransitive=false >/dev/null 2>&1 ||
      skip "Maven cannot fetch $artifact (run tests/pdf/verapdf.sh FILE once with a network)"
  fi
fi
[[ -f $jar ]] || skip "no $jar"

result=0
for file in "$@"; do
  # The text form: PASS or FAIL, the file, and with -v the clauses that failed.
  report=$(java -cp "$jar" org.verapdf.apps.GreenfieldCliWrapper -f ua1 --format text -v "$file" 2>/dev/null) || true
  printf '%s\n' "$report"
  [[ $report == PASS* ]] || result=1
done
exit "$result"

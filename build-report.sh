#!/usr/bin/env bash
# Builds the compiler if need be, then the report: ./build-report.sh [options and folder for kumihan]
# plan-sources/ -> output/. Installs missing Debian packages first. `./build-report.sh --help` shows the options.
set -euo pipefail

caller_dir=$PWD
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=src/cmake/setup.sh
. "$root/src/cmake/setup.sh"

kumihan_install "${kumihan_build_packages[@]}"
# shellcheck disable=SC2119  # no options: tests need not be built
kumihan_configure
kumihan_make kumihan

# kumihan runs in the repository's folder, so that `plan-sources` and `output` are found from anywhere;
# a path that the caller gave relative to another folder still means what it meant there.
arguments=() previous=''
for argument in "$@"; do
  prefix='' path=$argument
  if [[ $argument == --*=* ]]; then
    prefix=${argument%%=*}= path=${argument#*=}
  fi
  # The first word may be a command, and some options take a word: neither is a path because a file is called so.
  case ${#arguments[@]}:$path:${prefix:-$previous} in
    0:build:* | 0:check:* | 0:schema:* | 0:plan:* | 0:new:* | 0:help:*) is_path=false ;;
    *:--lang | *:--lang= | *:--format | *:--format= | *:--jobs | *:--jobs= | *:-j | *:--dump | *:--dump=) is_path=false ;;
    *) is_path=true ;;
  esac
  if $is_path && [[ $caller_dir != "$root" && -n $path && $path != [-/]* ]] &&
    [[ ${1-} == new || $path == ./* || $path == ../* || $path == . || $path == .. || -e $caller_dir/$path ]]; then
    path=$caller_dir/$path
  fi
  arguments+=("$prefix$path")
  previous=$argument
done

case ${1-} in
  build | check | schema | plan | new | help | --help | -h | --version) ;;
  *) arguments=(build "${arguments[@]}") ;;
esac

cd -- "$root"
exec "$build_dir/kumihan" "${arguments[@]}"

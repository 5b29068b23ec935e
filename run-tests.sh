#!/usr/bin/env bash
# Builds everything and runs all tests: ./run-tests.sh [--sanitize] [options for ctest, such as -R name]
# Installs missing Debian packages first, those of the tests too.
# --sanitize, or CI=true in the environment: before that, the unit and golden tests once more in a build of
# their own (build-asan/) that watches memory and undefined behaviour.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=src/cmake/setup.sh
. "$root/src/cmake/setup.sh"

sanitize=${CI-}
if [[ ${1-} == --sanitize ]]; then
  sanitize=true
  shift
fi

kumihan_install "${kumihan_build_packages[@]}" "${kumihan_test_packages[@]}"
cd -- "$root"

sanitized_status=0
if [[ $sanitize == true ]]; then
  build_dir=$root/build-asan
  # -O1 and line tables only: full debugging information would double the time of this build.
  kumihan_configure -DKUMIHAN_TESTS:BOOL=ON -DKUMIHAN_SANITIZE:STRING=address,undefined \
    -DCMAKE_CXX_FLAGS_RELEASE:STRING='-O1 -g1'
  kumihan_make all
  UBSAN_OPTIONS=print_stacktrace=1 \
    ctest --test-dir "$build_dir" --output-on-failure --no-tests=error -j2 -R '^(unit|golden)' || sanitized_status=$?
  build_dir=$root/build
fi

kumihan_configure -DKUMIHAN_TESTS:BOOL=ON
kumihan_make all
status=0
ctest --test-dir "$build_dir" --output-on-failure -j2 "$@" || status=$?
if ((sanitized_status)); then
  echo "The tests with sanitizers failed; see further up, or: ./run-tests.sh --sanitize" >&2
fi
exit $((status ? status : sanitized_status))

#!/usr/bin/env bash
# Builds everything and runs all tests: ./run-tests.sh [options for ctest, such as -R name]
# Installs missing Debian packages first, those of the tests too.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=src/cmake/setup.sh
. "$root/src/cmake/setup.sh"

kumihan_install "${kumihan_build_packages[@]}" "${kumihan_test_packages[@]}"
kumihan_configure -DKUMIHAN_TESTS:BOOL=ON
kumihan_make all

cd -- "$root"
exec ctest --test-dir "$build_dir" --output-on-failure -j2 "$@"

# shellcheck shell=bash
# shellcheck disable=SC2154,SC2034  # root comes from the caller, who uses the lists
# Sourced by build-report.sh and run-tests.sh; it is not run by itself.
# Input:  $root, the repository's folder (absolute); bash 5.
# Output: functions that install what is missing, configure, and build; messages in Japanese and English.
# Invariant: when all is installed and built, nothing here takes longer than a few hundredths of a second
#            and nothing is printed.

# The only list of Debian packages. The names are the same in Debian 12 and 13.
kumihan_build_packages=(
  g++ cmake ninja-build pkg-config
  libyaml-cpp-dev      # reads YAML
  libharfbuzz-dev      # shapes text, cuts fonts down
  libfreetype-dev      # reads fonts
  libicu-dev           # Japanese calendar, phrase breaks
  libhpdf-dev          # PDF objects (libharu)
  libvips-dev          # photos: JPEG, PNG, WebP, HEIC
  libhyphen-dev hyphen-en-us # parts Western words at line ends
  libdeflate-dev zlib1g-dev
  libmimalloc-dev      # memory for many small values, on several threads
  libxxhash-dev        # names photos and PDFs by content
  nlohmann-json3-dev libcli11-dev
)
kumihan_test_packages=(
  catch2
  qpdf poppler-utils mupdf-tools   # look at the PDF with other programs' eyes
  python3
)

build_dir=$root/build

# Exit status 3 is "the machine" in kumihan too: something to mend outside the sources.
kumihan_stop() {
  printf '%s\n' "" "$@" >&2
  exit 3
}

# kumihan_install PACKAGE... : installs those that are missing, asks no question, says what and why.
kumihan_install() {
  if ! command -v dpkg-query >/dev/null; then
    # Not Debian or its like. CMake says by name what it does not find.
    return 0
  fi
  local installed name missing=()
  installed=" $(dpkg-query --show --showformat='${db:Status-Status}:${Package} ' "$@" 2>/dev/null || true)"
  for name in "$@"; do
    [[ $installed == *" installed:$name "* ]] || missing+=("$name")
  done
  ((${#missing[@]})) || return 0

  local as_root=()
  if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
      kumihan_no_rights "${missing[@]}"
    fi
    as_root=(sudo)
  fi
  echo "必要なソフトウェアをDebianのパッケージから入れます（最初の一度だけです）：" >&2
  echo "Installing Debian packages that kumihan needs (only this first time):" >&2
  echo "  ${missing[*]}" >&2
  if ((EUID != 0)); then
    echo "管理者の権限を使うため、sudoがパスワードをたずねることがあります。" >&2
    echo "This takes administrator rights; sudo may ask for your password." >&2
    sudo true || kumihan_no_rights "${missing[@]}"
  fi

  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y)
  local install=("${apt[@]}" install --no-install-recommends "${missing[@]}")
  # Package lists older than a day may name files that the mirror no longer has.
  if [[ -z $(find /var/lib/apt/lists -maxdepth 1 -name '*_Packages*' -mtime -1 -print -quit 2>/dev/null) ]]; then
    "${apt[@]}" update >&2 || true
    "${install[@]}" >&2 </dev/null && return 0
  else
    "${install[@]}" >&2 </dev/null && return 0
    "${apt[@]}" update >&2 && "${install[@]}" >&2 </dev/null && return 0
  fi
  kumihan_stop \
    "パッケージを入れられませんでした。上のapt-getの知らせを見て、ネットワークにつながっているか確かめてから、もう一度実行してください。" \
    "The packages could not be installed. See what apt-get says above, check the network, and run this again." \
    "  apt-get install --no-install-recommends ${missing[*]}"
}

kumihan_no_rights() {
  kumihan_stop \
    "必要なソフトウェアがありませんが、入れる権限がありません。管理者に次の一行の実行を頼み、その後もう一度実行してください。" \
    "Software is missing and you may not install it. Ask an administrator to run this line, then run this again:" \
    "  apt-get update && apt-get install --no-install-recommends $*"
}

# kumihan_configure OPTION... : makes build/ if it is not there, or was made elsewhere, or without these options.
kumihan_configure() {
  if [[ -e $build_dir && ! -w $build_dir ]]; then
    kumihan_stop \
      "$build_dir に書き込めません。ほかの人（root など）が作ったものなら、消すか、持ち主を変えてください。" \
      "$build_dir is not writable. If someone else (root?) made it, delete it or change its owner:" \
      "  sudo rm -rf '$build_dir'"
  fi
  local cache='' option wanted=1
  if [[ -f $build_dir/build.ninja || -f $build_dir/Makefile ]] && [[ -f $build_dir/CMakeCache.txt ]]; then
    cache=$'\n'$(<"$build_dir/CMakeCache.txt")$'\n'
    if [[ $cache == *$'\n'"CMAKE_HOME_DIRECTORY:INTERNAL=$root"$'\n'* ]]; then
      wanted=0
      for option in "$@"; do
        [[ $cache == *$'\n'"${option#-D}"$'\n'* ]] || wanted=1
      done
    else
      # The folder was moved or copied after it was configured; CMake refuses to go on with old paths.
      rm -rf "$build_dir/CMakeCache.txt" "$build_dir/CMakeFiles" "$build_dir/build.ninja" "$build_dir/Makefile"
      cache=''
    fi
  fi
  ((wanted)) || return 0
  rm -f "$build_dir"/*.current

  local generator=() log=$build_dir/configure.log
  if [[ -z $cache ]] && command -v ninja >/dev/null; then
    generator=(-G Ninja)
  fi
  if command -v ccache >/dev/null; then
    generator+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
  fi
  mkdir -p "$build_dir"
  if ! cmake -S "$root" -B "$build_dir" "${generator[@]}" -DCMAKE_BUILD_TYPE=Release "$@" >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$build_dir/build.ninja" "$build_dir/Makefile" # half a build file must not pass for a whole one
    kumihan_stop \
      "コンパイラを作る準備ができませんでした。上のCMakeの知らせに、足りないものの名前があります。" \
      "The compiler could not be configured. CMake names above what it does not find." \
      "Debian 12 / 13: apt-get install --no-install-recommends ${kumihan_build_packages[*]}"
  fi
}

# Each compilation of this C++ needs up to 0.7 GB: on a small machine fewer at a time are faster than swapping.
kumihan_jobs() {
  local cores kilobytes=0 key value _
  cores=$(nproc 2>/dev/null || echo 2)
  while read -r key value _; do
    if [[ $key == MemAvailable: ]]; then
      kilobytes=$value
      break
    fi
  done </proc/meminfo
  local by_memory=$((kilobytes / 700000))
  if ((kilobytes > 0 && by_memory < cores)); then
    cores=$((by_memory > 0 ? by_memory : 1))
  fi
  echo "$cores"
}

# kumihan_make TARGET : builds it. For `kumihan` alone it is silent when no source is newer than the last build;
# asking ninja would be as quick, but it cannot be silent where CMake watches folders for new files.
kumihan_make() {
  local target=$1 stamp=$build_dir/$1.current
  # The package database counts as a source: an upgraded library may need a new link.
  if [[ $target == kumihan && -x $build_dir/kumihan && -f $stamp ]] &&
    [[ -z $(find "$root/src" "$root/CMakeLists.txt" /var/lib/dpkg/status -newer "$stamp" -print -quit 2>/dev/null) ]]; then
    return 0
  fi
  echo "コンパイラを作っています（最初は数分かかります）。" >&2
  echo "Building the compiler (the first time takes some minutes)." >&2
  # Made before the build: a file saved during it is newer and will be seen the next time.
  : >"$stamp.new"
  if ! cmake --build "$build_dir" --target "$target" --parallel "$(kumihan_jobs)" >&2; then
    kumihan_stop \
      "コンパイラを作れませんでした。原稿の間違いではありません。次のようにしてみてください。" \
      "The compiler could not be built. This is no mistake in your chapters. Try this:" \
      "  1. rm -rf '$build_dir'    (やり直し / start afresh)" \
      "  2. df -h '$root' ; free -h    (空き容量とメモリー / room on the disk and in memory)" \
      "  3. まだだめなら、上の最初の「error:」の行を開発者に送ってください。/ Else send the first line with \"error:\" to the developers."
  fi
  mv "$stamp.new" "$stamp"
}

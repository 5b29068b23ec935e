#!/usr/bin/env bash
# Proves that the two commands work on a Debian system that has nothing but its base packages.
#   sudo tests/systems/prove-clean-debian.sh bookworm|trixie WORKDIR [packages|report|all]
# Input:  the repository that holds this script (its last commit), the package mirror that this machine's apt uses.
# Output: one line per step, "ok" or "FAILED", with the time; logs in WORKDIR; status 0 when all is ok.
#   packages  only: all packages install, CMake configures with tests
#   report    build-report.sh without rights, as a user with sudo, as root; a second run is quick
#   all       the same, and run-tests.sh as the user (default)
# Invariant: nothing outside WORKDIR changes; the systems' mounts vanish with this process.
# Needs root, debootstrap, git, and about 4 GB in WORKDIR.
# shellcheck disable=SC2317  # the functions are called through step
set -euo pipefail

suite=${1-} work=${2-} extent=${3-all}
if [[ ! $suite =~ ^(bookworm|trixie)$ || -z $work || ! $extent =~ ^(packages|report|all)$ ]]; then
  echo "usage: $0 bookworm|trixie WORKDIR [packages|report|all]" >&2
  exit 2
fi
for tool in debootstrap git unshare; do
  command -v "$tool" >/dev/null || { echo "$tool is missing: apt-get install debootstrap git util-linux" >&2; exit 3; }
done
((EUID == 0)) || { echo "run this as root: it makes a system in a folder and enters it" >&2; exit 3; }

# Mounts made in a namespace of our own cannot be left behind, however this ends.
if [[ -z ${KUMIHAN_OWN_MOUNTS-} ]]; then
  KUMIHAN_OWN_MOUNTS=1 exec unshare --mount --propagation private -- bash "$0" "$@"
fi

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
mkdir -p "$work"
work=$(cd -- "$work" && pwd -P)
base=$work/base-$suite
system=$work/system-$suite
# A space and Japanese characters, as on an editor's desk.
place='報告書 の 仕事/そある 計画'
editor=henshu
failures=0

# step NAME COMMAND... : runs it with its output in a log, prints one line.
step() {
  local name=$1 log start status=0
  shift
  log=$work/$suite-$(tr -c 'A-Za-z0-9\n' - <<<"$name").log
  start=$(date +%s.%N)
  # In the background, since inside `||` a failing line in the middle of a function would not stop it.
  "$@" >"$log" 2>&1 </dev/null &
  wait $! || status=$?
  printf '%-9s %-58s %8.2f s' "$suite" "$name" "$(awk -v a="$start" -v b="$(date +%s.%N)" 'BEGIN { print b - a }')"
  if ((status == 0)); then
    echo "  ok"
  else
    echo "  FAILED ($status), see $log"
    tail -n 15 "$log" | sed 's/^/    | /'
    failures=$((failures + 1))
  fi
  return "$status"
}

# The mirror is this machine's own: no address is written here.
mirror_of() {
  # shellcheck disable=SC2016  # apt, not the shell, replaces these names
  apt-get indextargets --format '$(LABEL)|$(REPO_URI)' 'Created-By: Packages' | sed -n "s/^$1|//p" | head -n 1
}

make_base() {
  local mirror security
  mirror=$(mirror_of Debian)
  security=$(mirror_of Debian-Security)
  if [[ -z $mirror ]]; then
    echo "this machine's apt knows no Debian mirror (run apt-get update?)"
    return 1
  fi
  rm -rf "$base.part"
  mkdir -p "$work/cache"
  debootstrap --variant=minbase --include=sudo,ca-certificates --cache-dir="$work/cache" "$suite" "$base.part" "$mirror"
  if [[ -n $security ]]; then
    echo "deb $security $suite-security main" >>"$base.part/etc/apt/sources.list"
  fi
  # What this machine's apt needs to reach the mirror (proxy, certificates, clock) the new system needs too.
  apt-config dump | grep -E '^Acquire::(https?::|Check-Valid-Until|Check-Date)' >"$base.part/etc/apt/apt.conf.d/90host" || true
  cp /etc/resolv.conf "$base.part/etc/resolv.conf"
  cp /etc/hosts "$base.part/etc/hosts"
  if [[ -f /etc/ssl/certs/ca-certificates.crt ]]; then
    cp /etc/ssl/certs/ca-certificates.crt "$base.part/etc/ssl/certs/ca-certificates.crt"
  fi
  chroot "$base.part" useradd --create-home --groups sudo --shell /bin/bash "$editor"
  chroot "$base.part" useradd --create-home --shell /bin/bash guest
  echo '%sudo ALL=(ALL:ALL) NOPASSWD: ALL' >"$base.part/etc/sudoers.d/90proof"
  chmod 440 "$base.part/etc/sudoers.d/90proof"
  mv "$base.part" "$base"
}

leave_system() {
  local folder
  for folder in dev/shm dev/pts proc; do
    mountpoint -q "$system/$folder" && umount "$system/$folder"
  done
  return 0
}

# enter_new_system HOME OWNER : a fresh copy of the base with the repository's last commit in it.
enter_new_system() {
  leave_system
  rm -rf "$system"
  cp -a --reflink=auto "$base" "$system"
  mount -t proc proc "$system/proc"
  mkdir -p "$system/dev/pts" "$system/dev/shm"
  mount -t devpts -o newinstance,ptmxmode=0666 devpts "$system/dev/pts" || mount -t devpts devpts "$system/dev/pts"
  mount -t tmpfs tmpfs "$system/dev/shm"
  mkdir -p "$system$1/$place"
  git -c safe.directory='*' clone -q --no-hardlinks "$root" "$system$1/$place/kumihan"
  chroot "$system" chown -R "$2:" "$1"
}

# in_system USER COMMAND : as after a login on a new machine: no settings of this machine's reach it.
in_system() {
  chroot "$system" env -i HOME="$(chroot "$system" sh -c "echo ~$1")" USER="$1" TERM=dumb \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    "${proxies[@]}" su "$1" -c "$2"
}
proxies=()
for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
  [[ -z ${!name-} ]] || proxies+=("$name=${!name}")
done

has_report() {
  compgen -G "$1/output/*.pdf" >/dev/null || { echo "no PDF in output/"; return 1; }
  local pdf
  for pdf in "$1"/output/*.pdf; do
    [[ $(head -c 5 "$pdf") == %PDF- ]] || { echo "$pdf is no PDF"; return 1; }
    ls -l "$pdf"
  done
}

# Well under a second: half of one, measured inside the system.
is_quick() {
  in_system "$1" "cd /var && s=\$(date +%s%N); '$2/build-report.sh' >/dev/null || exit 1
    t=\$(( (\$(date +%s%N) - s) / 1000000 )); echo second run: \$t ms; [ \$t -lt 500 ]"
}

says_what_to_install() {
  local status=0
  in_system guest "'$1/build-report.sh'" || status=$?
  ((status == 3)) || { echo "status $status instead of 3"; return 1; }
}

finish() {
  leave_system
  if ((failures)); then
    echo "$suite: $failures steps FAILED"
    exit 1
  fi
  echo "$suite: all steps ok"
  exit 0
}
trap leave_system EXIT

[[ -d $base ]] || step "make a clean system" make_base || finish

if [[ $extent == packages ]]; then
  home=~root
  step "copy and clone" enter_new_system "$home" root || finish
  step "install all packages" in_system root "root='$home/$place/kumihan'; . \"\$root/src/cmake/setup.sh\"
    kumihan_install \"\${kumihan_build_packages[@]}\" \"\${kumihan_test_packages[@]}\"" || finish
  step "configure with tests" in_system root "root='$home/$place/kumihan'; . \"\$root/src/cmake/setup.sh\"
    kumihan_configure -DKUMIHAN_TESTS:BOOL=ON" || true
  finish
fi

step "copy and clone for a user without rights" enter_new_system /home/guest guest || finish
step "without rights: says what to install, status 3" says_what_to_install "/home/guest/$place/kumihan" || true

home=/home/$editor
step "copy and clone for a user with sudo" enter_new_system "$home" "$editor" || finish
step "user with sudo: build-report.sh" in_system "$editor" "cd / && '$home/$place/kumihan/build-report.sh'" || true
step "user with sudo: the report is there" has_report "$system$home/$place/kumihan" || true
step "user with sudo: a second run is quick" is_quick "$editor" "$home/$place/kumihan" || true
step "user with sudo: a path relative to the caller's folder" \
  in_system "$editor" "cd '$home/$place' && kumihan/build-report.sh check kumihan/plan-sources" || true
if [[ $extent == all ]]; then
  step "user with sudo: run-tests.sh" in_system "$editor" "cd /var && '$home/$place/kumihan/run-tests.sh'" || true
fi

home=~root
step "copy and clone for root" enter_new_system "$home" root || finish
step "root: build-report.sh" in_system root "cd / && '$home/$place/kumihan/build-report.sh'" || true
step "root: the report is there" has_report "$system$home/$place/kumihan" || true
step "root: a second run is quick" is_quick root "$home/$place/kumihan" || true
finish

#!/bin/sh
# deps.sh - the Debian packages that building or testing needs
#
# usage: deps.sh build|check
#
# Packages that are missing are installed with apt-get, by root or through
# sudo; when neither works they are named, and the status is 1.
set -u

# package, then a command that succeeds where it is there
build_packages='
gcc              command -v "${CC:-cc}"
libc6-dev        test -e /usr/include/stdio.h
pkg-config       command -v pkg-config
libpcre2-dev     pkg-config --exists libpcre2-8
libutf8proc-dev  pkg-config --exists libutf8proc
'
check_packages="$build_packages
bats             command -v bats
jq               command -v jq
mandoc           command -v mandoc
sqlite3          command -v sqlite3
parallel         parallel --version
"

missing() {
	echo "$1" | while read -r package probe; do
		[ -z "$package" ] && continue
		sh -c "$probe" >/dev/null 2>&1 </dev/null || echo "$package"
	done
}

case "${1-}" in
build) wanted=$build_packages ;;
check) wanted=$check_packages ;;
*) echo "usage: deps.sh build|check" >&2; exit 2 ;;
esac

packages=$(missing "$wanted")
[ -z "$packages" ] && exit 0
packages=$(echo $packages)
echo "nf: missing Debian packages: $packages" >&2
as_root=
if [ "$(id -u)" != 0 ]; then
	if ! command -v sudo >/dev/null; then
		echo "nf: as root: apt-get install $packages" >&2
		exit 1
	fi
	as_root=sudo
fi
export DEBIAN_FRONTEND=noninteractive
if ! command -v apt-get >/dev/null ||
    ! { $as_root apt-get install -qq -y $packages >/dev/null 2>&1 ||
	{ $as_root apt-get update -qq &&
	    $as_root apt-get install -qq -y $packages >/dev/null; }; }; then
	echo "nf: could not install them; as root: apt-get install $packages" >&2
	exit 1
fi

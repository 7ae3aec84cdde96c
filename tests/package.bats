#!/usr/bin/env bats
# package.bats - install, completions, Debian packages, the archive

bats_require_minimum_version 1.5.0
load helper

make_quietly() {
	MAKEFLAGS='' make -C "$ROOT" --no-print-directory -s "$@" > /dev/null
}

setup_file() {
	# What the sanitizers build is not for installing.
	[ "${B:-build}" = build ] || return 0
	cd "$BATS_FILE_TMPDIR"
	make_quietly install "DESTDIR=$PWD/root" PREFIX=/opt/nf
}

setup() {
	[ "${B:-build}" = build ] || skip 'not with sanitizers'
	cd "$BATS_TEST_TMPDIR"
}

@test "install: programs, manual and completions, nothing that points to the tree" {
	cd "$BATS_FILE_TMPDIR/root/opt/nf"
	for p in "$BIN"/nf-*; do
		p=${p##*/}
		"bin/$p" --version
		[ -s "share/man/man1/$p.1" ]
		[ -s "share/bash-completion/completions/$p" ]
		[ -s "share/zsh/site-functions/_$p" ]
		[ -s "share/fish/vendor_completions.d/$p.fish" ]
		! readelf -d "bin/$p" | grep -E 'RPATH|RUNPATH'
	done
	! grep -rlF "$ROOT" bin lib include
}

@test "uninstall: leaves no file" {
	make_quietly install "DESTDIR=$PWD/root" PREFIX=/usr
	make_quietly uninstall "DESTDIR=$PWD/root" PREFIX=/usr
	[ -z "$(find root ! -type d)" ]
}

@test "libnf: the program of nf(3) is compiled with pkg-config and finds dates" {
	export PKG_CONFIG_PATH=$BATS_FILE_TMPDIR/root/opt/nf/lib/pkgconfig
	export PKG_CONFIG_SYSROOT_DIR=$BATS_FILE_TMPDIR/root
	flags=$(pkg-config --cflags --libs nf | sed "s|$PKG_CONFIG_SYSROOT_DIR/usr/|/usr/|g")
	cc -Wall -Wextra -Werror -o find-dates "$ROOT/examples/find-dates.c" $flags
	run -0 ./find-dates 'Talks began on July 24, 2024 and ended a week later.'
	[ "${lines[0]}" = 'July 24, 2024 = 2024-07-24' ]
}

@test "libnf: the program in nf(3) is the one in examples" {
	sed -n '/^\.Bd/,/^\.Ed/p' "$ROOT/man/nf.3" | sed -e '/^\.[BE]d/d' -e 's/\\e/\\/g' |
	    unexpand --first-only > a
	sed -n '/^#include <stdio.h>/,$p' "$ROOT/examples/find-dates.c" | cmp - a
}

@test "completion: bash, zsh and fish can read them, and bash completes" {
	dir=$BATS_FILE_TMPDIR/root/opt/nf/share
	for f in "$dir"/bash-completion/completions/*; do bash -n "$f"; done
	! command -v zsh > /dev/null || for f in "$dir"/zsh/site-functions/*; do zsh -n "$f"; done
	! command -v fish > /dev/null || for f in "$dir"/fish/vendor_completions.d/*; do fish -n "$f"; done
	. "$dir/bash-completion/completions/nf-view"
	COMP_WORDS=(nf-view --ti) COMP_CWORD=1
	_nf_view
	[ "${COMPREPLY[*]}" = --timeline ]
	COMP_WORDS=(nf-view --color = al) COMP_CWORD=3
	_nf_view
	[ "${COMPREPLY[*]}" = always ]
}

@test "deb: a package that installs, works and goes without a trace" {
	command -v dpkg-deb > /dev/null || skip 'dpkg-deb is not installed'
	export DPKG_DEB_FLAGS='-Zgzip -z1'
	make_quietly deb
	deb=$(ls "$ROOT"/build/nf_*.deb)
	sum=$(cat "$ROOT"/build/*.deb | sha256sum)
	mkdir -p root/var/lib/dpkg/info root/var/lib/dpkg/updates root/var/lib/dpkg/triggers
	: > root/var/lib/dpkg/status
	dpkg="dpkg --root=$PWD/root --log=/dev/null --force-not-root --force-depends --force-bad-path"
	$dpkg -i "$deb" > log 2>&1
	PATH=$PWD/root/usr/bin:/usr/bin:/bin
	[ "$(command -v nf-clean)" = "$PWD/root/usr/bin/nf-clean" ]
	nf-clean "$ARTICLES"/ferry-*.html | nf-sent | nf-nums > rows
	[ "$(nf-cut -k count -f event rows | grep -c killed)" -ge 2 ]
	$dpkg -P nf > log 2>&1
	[ -z "$(find root/usr ! -type d 2> /dev/null)" ]
	make_quietly deb
	[ "$sum" = "$(cat "$ROOT"/build/*.deb | sha256sum)" ]
}

@test "dist: the same commit gives the same archive" {
	git -C "$ROOT" rev-parse HEAD > /dev/null 2>&1 || skip 'no git here'
	make_quietly dist
	tar -tzf "$ROOT"/build/nf-*.tar.gz | grep '/README.md$'
	[ -n "${SLOW-}" ] || return 0
	cp "$ROOT"/build/nf-*.tar.gz first
	make_quietly dist
	cmp first "$ROOT"/build/nf-*.tar.gz
}

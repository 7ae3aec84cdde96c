#!/bin/sh
# package.sh - makes Debian packages of what make install has put in build/deb/all
#
# usage: B=build VERSION=0.1.0 package.sh     (as make deb does)
#        DPKG_DEB_FLAGS="-Zgzip -z1": quicker, for tests
#
# Two of them: nf has the programs, the manual and the completions, libnf-dev
# the library and its headers. The same commit gives the same bytes.
set -eu
cd "$(dirname "$0")/.."
all=$B/deb/all
arch=$(dpkg --print-architecture)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}
export SOURCE_DATE_EPOCH

take() { # package, path ...: moves them to the root of the package
	root=$B/deb/$1
	shift
	for path; do
		mkdir -p "$root/$(dirname "$path")"
		mv "$all/$path" "$root/$path"
	done
}

# The packages of the libraries that the programs are linked with.
needed() {
	for program in "$B"/deb/nf/usr/bin/*; do
		readelf -d "$program" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p'
	done | sort -u | while read -r library; do
		dpkg -S "*/$library" 2>/dev/null | sed 's/:.*//' | head -n 1
	done | sort -u | paste -s -d , | sed 's/,/, /g'
}

control() { # package, section, depends, description
	root=$B/deb/$1
	size=$(du -ks "$root" | cut -f1)
	mkdir -p "$root/DEBIAN"
	{
		printf 'Package: %s\nVersion: %s\nArchitecture: %s\n' \
		    "$1" "$VERSION" "$arch"
		printf 'Maintainer: The nf authors <nf@localhost>\n'
		printf 'Installed-Size: %s\nSection: %s\nPriority: optional\n' \
		    "$size" "$2"
		[ -z "$3" ] || printf 'Depends: %s\n' "$3"
		printf 'Description: %s\n' "$4"
	} > "$root/DEBIAN/control"
}

documents() { # package: licences and the change log
	doc=$B/deb/$1/usr/share/doc/$1
	mkdir -p "$doc"
	{
		cat LICENSE
		[ ! -e lib/data/README ] || { echo; cat lib/data/README; }
	} > "$doc/copyright"
	printf 'nf (%s) unstable; urgency=low\n\n  * See HISTORY in nf(7).\n\n -- The nf authors <nf@localhost>  %s\n' \
	    "$VERSION" "$(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")" |
	    gzip -9n > "$doc/changelog.gz"
}

build() { # package
	root=$B/deb/$1
	(cd "$root" && find usr -type f | LC_ALL=C sort | xargs md5sum) \
	    > "$B/deb/md5sums"
	mv "$B/deb/md5sums" "$root/DEBIAN/md5sums"
	chmod -R u=rwX,go=rX "$root"
	find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
	dpkg-deb --root-owner-group ${DPKG_DEB_FLAGS:--Zxz} --build "$root" \
	    "$B/$1_${VERSION}_$arch.deb" > /dev/null
	echo "$B/$1_${VERSION}_$arch.deb"
}

[ ! -d "$all/usr/share/man" ] || find "$all/usr/share/man" -type f -exec gzip -9n {} +
strip --strip-unneeded "$all"/usr/bin/*
strip --enable-deterministic-archives --strip-debug "$all"/usr/lib/libnf.a
take nf usr/bin usr/share/man usr/share/bash-completion usr/share/zsh \
    usr/share/fish
mv "$B/deb/nf/usr/share/zsh/site-functions" "$B/deb/nf/usr/share/zsh/vendor-completions"
take libnf-dev usr/lib usr/include
if [ -d "$B/deb/nf/usr/share/man/man3" ]; then
	mkdir -p "$B/deb/libnf-dev/usr/share/man"
	mv "$B/deb/nf/usr/share/man/man3" "$B/deb/libnf-dev/usr/share/man"
fi
documents nf
documents libnf-dev
control nf text "$(needed)" 'facts from news pages, one small program a step
 Strips boilerplate from scraped pages, splits sentences, tags names, dates
 and figures, and writes them as TSV rows for grep, cut, sort, join and awk.'
control libnf-dev libdevel 'libpcre2-dev, libutf8proc-dev' \
    'sentences, names, dates and figures of news text - library
 The steps of nf as C functions: text in, spans out.'
build nf
build libnf-dev

#!/bin/sh
# session.sh - runs the sessions of the manual, README.md and examples/
#
# usage: session.sh check|bless [FILE ...]
#
# A session is a run of lines that begins with "$ COMMAND"; the lines after it,
# up to the next command or the end of the block, are what it prints. "> " goes
# on with the command. Blocks are .Bd -literal ... .Ed in man pages, ``` or
# ```sh blocks in Markdown. "..." on a line of its own stands for any lines.
# All blocks of a file run in one folder, a copy of examples/ at examples/.
# <!-- needs: mlr --> before a block: it is skipped where that is not installed,
# neither as a command nor as a module of Python.
#
# bless writes what the commands print into the file: read the difference
# before you commit it. Output that matches stays as it is. Where "..." stood
# between lines as many lines are kept before and behind it; alone, it is a
# gap that is filled.
set -u
cd "$(dirname "$0")/.." || exit 2
root=$PWD
B=${B:-build}
PATH=$root/$B/bin:$PATH
export PATH LC_ALL=C
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

mode=check
case ${1-} in check | bless) mode=$1 && shift ;; esac
[ $# -gt 0 ] || set -- README.md man/*.[1357] examples/*.md

# The one parser. With split=1 it makes files of each session: NNN.cmd, the
# .raw lines of its output as they stand, .want without mdoc escapes, and .at
# where it stands. Without, it prints the document with NNN.new as output.
parser='
	function undo(s) { # mdoc escapes
		if (!man) return s
		gsub(/\\e/, "\\", s); gsub(/\\-/, "-", s)
		gsub(/\\&/, "", s); gsub(/\\\(aq/, "\x27", s)
		gsub(/\\\(ga/, "`", s); gsub(/\\\(ha/, "^", s)
		gsub(/\\\(ti/, "~", s); gsub(/\\\(dq/, "\"", s)
		return s
	}
	function put(suffix, line) {
		if (split_) print line > (name suffix)
	}
	function output() { # of the session that goes before
		if (name == "" || split_) return
		while ((getline new < (name ".new")) > 0) print new
		name = ""
	}
	function leave() { output(); inside = 0; name = "" }
	function enter() { inside = 1; name = ""; wanted = needs; needs = "" }
	{ line = undo($0) }
	!man && /^<!-- needs: .* -->$/ { needs = $0; gsub(/<!-- needs: | -->/, "", needs) }
	man && /^\.Bd -literal/ { enter() }
	man && /^\.Ed/ { leave() }
	!man && /^ *```/ {
		if (!inside && /^ *```(sh|console)?$/) enter()
		else leave()
		if (!split_) print
		next
	}
	inside && line ~ /^ *\$ / {
		output()
		name = sprintf("%s/%03d", dir, ++n)
		sub(/^ *\$ /, "", line)
		put(".cmd", line)
		put(".at", FILENAME ":" NR)
		if (wanted != "") put(".needs", wanted)
		if (split_) { printf "" > (name ".want"); printf "" > (name ".raw") }
		more = 1
		if (!split_) print
		next
	}
	inside && name != "" && more && line ~ /^ *> / {
		sub(/^ *> /, "", line)
		put(".cmd", line)
		if (!split_) print
		next
	}
	inside && name != "" {
		more = 0
		put(".want", line)
		put(".raw", $0)
		next
	}
	!split_ { print }
'

# Whether .got is what .want says; the lines of both are in w[1..n], g[1..m].
compare='
	function match_from(i, j) {
		for (; i <= n; i++) {
			if (w[i] ~ /^ *\.\.\.$/) {
				for (; j <= m + 1; j++)
					if (match_from(i + 1, j)) return 1
				return 0
			}
			if (j > m || w[i] != g[j]) return 0
			j++
		}
		return j == m + 1
	}
	BEGIN { while ((getline line < want) > 0) w[++n] = line }
	{ g[++m] = $0 }
	END { exit !match_from(1, 1) }
'

# What .got looks like in the document: with a gap where there was one, and
# with mdoc escapes.
shape='
	function show(i, last) {
		for (; i <= last; i++) {
			s = g[i]
			if (man) { gsub(/\\/, "\\e", s); sub(/^[.\x27]/, "\\\\\\&&", s) }
			print s
		}
	}
	BEGIN { while ((getline line < want) > 0) { w[++n] = line
		if (line ~ /^ *\.\.\.$/) { if (!gap) gap = n; last = n } } }
	{ g[++m] = $0 }
	END {
		if (!gap || n == 1 || n - 1 >= m || gap != last) { show(1, m); exit }
		show(1, gap - 1)
		print (man ? "\\&..." : "...")
		show(m - (n - gap) + 1, m)
	}
'

missing() { # case: the first thing that it needs and that is not here
	[ -e "$1.needs" ] || return
	for thing in $(cat "$1.needs"); do
		command -v "$thing" > /dev/null 2>&1 ||
		    python3 -c "import $thing" > /dev/null 2>&1 ||
		    { echo "$thing" && return; }
	done
}

bless() { # file: writes it anew
	for cmd in "$work"/case/*.cmd; do
		case=${cmd%.cmd}
		if [ -e "$case.skipped" ] ||
		    { [ -e "$case.ok" ] && [ "$(cat "$case.want")" != ... ]; }; then
			cp "$case.raw" "$case.new"
		else
			awk -v want="$case.want" -v man="$man" "$shape" "$case.got" \
			    > "$case.new"
			echo "blessed $(cat "$case.at")"
		fi
	done
	awk -v dir="$work/case" -v man="$man" "$parser" "$1" > "$work/new" &&
	    cat "$work/new" > "$1"
}

failed=0
for file; do
	[ -e "$file" ] || continue
	man=
	case $file in *.[1357]) man=1 ;; esac
	rm -rf "${work:?}"/*
	mkdir "$work/dir" "$work/case" && cp -R "$root/examples" "$work/dir"
	awk -v dir="$work/case" -v man="$man" -v split_=1 "$parser" "$file"
	for cmd in "$work"/case/*.cmd; do
		[ -e "$cmd" ] || continue
		case=${cmd%.cmd}
		thing=$(missing "$case")
		if [ "$thing" ]; then
			: > "$case.skipped"
			[ $mode = bless ] ||
			    echo "ok $(cat "$case.at") # skip $thing is not installed"
			continue
		fi
		(cd "$work/dir" && sh "$cmd" > "$case.got" 2>&1 < /dev/null)
		if awk -v want="$case.want" "$compare" "$case.got"; then
			: > "$case.ok"
			[ $mode = bless ] || echo "ok $(cat "$case.at")"
		elif [ $mode = check ]; then
			sed 's/^/# $ /' "$cmd"
			diff -u "$case.want" "$case.got" | sed -e 1,2d -e 's/^/# /' |
			    head -n 40
			echo "not ok $(cat "$case.at")"
			failed=1
		fi
	done
	if [ $mode = bless ] && [ -e "$work/case/001.cmd" ]; then
		bless "$file"
	fi
done
exit $failed

#!/bin/sh
# session.sh - runs the sessions of the manual, README.md and examples/
#
# usage: session.sh [FILE ...]
#
# A session is a run of lines that begins with "$ COMMAND"; the lines after it,
# up to the next command or the end of the block, are what it prints. "> " goes
# on with the command. Blocks are .Bd -literal ... .Ed in man pages, ``` or
# ```sh blocks in Markdown. "..." on a line of its own stands for any lines.
# All blocks of a file run in one folder, a copy of examples/ at examples/.
set -u
cd "$(dirname "$0")/.." || exit 2
root=$PWD
B=${B:-build}
PATH=$root/$B/bin:$PATH
export PATH LC_ALL=C
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
[ $# -gt 0 ] || set -- README.md man/*.[1357] examples/*.md

failed=0
for file; do
	[ -e "$file" ] || continue
	rm -rf "$work"/*
	mkdir "$work/dir" "$work/case" && cp -R "$root/examples" "$work/dir"
	# one file a session: NNN.cmd and NNN.want
	awk -v dir="$work/case" -v man="$(case $file in *.[1357]) echo 1 ;; esac)" '
		function undo(s) { # mdoc escapes
			if (!man) return s
			gsub(/\\e/, "\\", s); gsub(/\\-/, "-", s)
			gsub(/\\&/, "", s); gsub(/\\\(aq/, "\x27", s)
			gsub(/\\\(ga/, "`", s); gsub(/\\\(ha/, "^", s)
			gsub(/\\\(ti/, "~", s); gsub(/\\\(dq/, "\"", s)
			return s
		}
		man && /^\.Bd -literal/ { inside = 1; next }
		man && /^\.Ed/ { inside = 0; name = ""; next }
		!man && /^ *```(sh|console)?$/ && !inside { inside = 1; next }
		!man && /^ *```/ { inside = 0; name = ""; next }
		!inside { next }
		{ line = undo($0) }
		line ~ /^ *\$ / {
			name = sprintf("%s/%03d", dir, ++n)
			sub(/^ *\$ /, "", line)
			print line > (name ".cmd")
			printf "%s:%d", FILENAME, NR > (name ".at")
			printf "" > (name ".want")
			more = 1
			next
		}
		name != "" && more && line ~ /^ *> / {
			sub(/^ *> /, "", line)
			print line > (name ".cmd")
			next
		}
		name != "" { more = 0; print line > (name ".want") }
	' "$file"
	for cmd in "$work"/case/*.cmd; do
		[ -e "$cmd" ] || continue
		case=${cmd%.cmd}
		(cd "$work/dir" && sh "$cmd" > "$case.got" 2>&1 < /dev/null)
		if awk -v want="$case.want" '
			BEGIN { while ((getline line < want) > 0) w[++n] = line }
			{ g[++m] = $0 }
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
			END { exit !match_from(1, 1) }
		' "$case.got"; then
			echo "ok $(cat "$case.at")"
		else
			sed 's/^/# $ /' "$cmd"
			diff -u "$case.want" "$case.got" | sed -e 1,2d -e 's/^/# /' |
			    head -n 40
			echo "not ok $(cat "$case.at")"
			failed=1
		fi
	done
done
exit $failed

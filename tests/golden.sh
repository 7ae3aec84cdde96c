#!/bin/sh
# golden.sh - cases that are two files: what goes in, what comes out
#
# usage: golden.sh check|bless
#
# tests/golden/PROGRAM/NAME.in is given to PROGRAM as standard input, with the
# options in NAME.args; NAME.out is what must come out. bless writes NAME.out
# anew: read the difference before you commit it. RUN is a command that runs
# the programs, as valgrind does: see tests/fault/memcheck.sh.
set -u
cd "$(dirname "$0")/.." || exit 2
B=${B:-build}
failed=0
n=0
for in in tests/golden/*/*.in; do
	[ -e "$in" ] || continue
	case=${in%.in}
	program=$(basename "$(dirname "$in")")
	args=
	[ -e "$case.args" ] && args=$(cat "$case.args")
	if [ "${1-}" = bless ]; then
		eval "$B/bin/$program $args" < "$in" > "$case.out"
		continue
	fi
	n=$((n + 1))
	if eval "${RUN-} $B/bin/$program ${RUN:+--no-sandbox} $args" < "$in" 2>&1 |
	    diff -u "$case.out" - > "$B/golden.diff" 2>&1; then
		echo "ok $n ${case#tests/golden/}"
	else
		head -n 40 "$B/golden.diff" | sed 's/^/# /'
		echo "not ok $n ${case#tests/golden/}"
		failed=1
	fi
done
exit $failed

#!/bin/sh
# memcheck.sh - golden cases, articles and unit tests under valgrind
#
# It sees what the sanitizers do not: a byte that is used and was never set.
# Prints TAP. The sandbox is off, since valgrind does not know its calls.
set -u
cd "$(dirname "$0")/../.." || exit 2
B=${B:-build}
run='valgrind -q --error-exitcode=99 --suppressions=tests/fault/valgrind.supp'
failed=0
n=0

ok() { # status, name
	n=$((n + 1))
	[ "$1" -eq 0 ] && echo "ok $n $2" || { echo "not ok $n $2"; failed=1; }
}

RUN=$run B=$B sh tests/golden.sh check | grep -v '^ok'
[ $? -eq 1 ]
ok $? 'the golden cases'
$B/bin/nf-clean examples/articles/* | $B/bin/nf-sent > "$B/memcheck.in"
$B/bin/nf-ents "$B/memcheck.in" | $B/bin/nf-dates | $B/bin/nf-nums \
    > "$B/memcheck.rows"
for program in nf-clean nf-sent nf-ents nf-dates nf-nums nf-cut nf-view; do
	case $program in
	nf-clean) in=$(ls examples/articles/*) ;;
	nf-sent | nf-ents) in=$B/memcheck.in ;;
	*) in=$B/memcheck.rows ;;
	esac
	# shellcheck disable=SC2086
	for option in -- -uw -ew; do
		[ $program$option = nf-cut-uw ] && continue
		[ $program$option = nf-view-uw ] && option=--html
		[ $program$option = nf-view-ew ] && option=--timeline
		[ $program$option = nf-cut-ew ] && continue
		$run "$B/bin/$program" --no-sandbox $option $in \
		    > /dev/null 2> "$B/memcheck.err" &&
		    [ ! -s "$B/memcheck.err" ]
		status=$?
		head -n 20 "$B/memcheck.err" | sed 's/^/# /'
		ok $status "$program $option"
	done
done
for unit in "$B"/unit/*; do
	[ -x "$unit" ] || continue
	case $unit in
	*/sandbox | *.*) continue ;;
	esac
	$run "$unit" > "$B/memcheck.out" 2> "$B/memcheck.err" &&
	    [ ! -s "$B/memcheck.err" ]
	status=$?
	head -n 20 "$B/memcheck.err" | sed 's/^/# /'
	ok $status "${unit##*/}"
done
echo "1..$n"
exit $failed

#!/bin/sh
# fuzz.sh - runs the fuzz targets one after the other, and counts
#
# usage: fuzz.sh TARGET ...
#
# Each runs for FUZZ_SECONDS. The seeds are tests/fuzz/seeds, our articles and
# the golden cases; a crash stays in build/fuzz/crash-TARGET-*.
set -u
cd "$(dirname "$0")/../.." || exit 2
F=build/fuzz
failed=0
total=0

seeds() { # target
	mkdir -p "$F/seeds/$1"
	case $1 in
	argv-*)
		cp tests/fuzz/seeds/argv/* "$F/seeds/$1"
		for golden in "tests/golden/nf-${1#argv-}"/*.args; do
			[ -e "$golden" ] && { tr ' ' '\n' < "$golden"; echo
			    head -c 2000 "${golden%.args}.in"; } \
			    > "$F/seeds/$1/$(basename "$golden")"
		done ;;
	*)
		# short ones: five lines of an article or of golden cases
		cp tests/fuzz/seeds/text/* "$F/seeds/$1"
		cat examples/articles/* "tests/golden/$1"/*.in \
		    "tests/golden/nf-$1"/*.in 2> /dev/null |
		    cut -c1-300 | split -a 4 -l 5 - "$F/seeds/$1/lines."
		;;
	esac
}

for target; do
	mkdir -p "$F/corpus/$target"
	seeds "$target"
	[ -e "tests/fuzz/${target%%-*}.dict" ] && dict=${target%%-*} || dict=text
	nice "$F/run/$target" -max_total_time="${FUZZ_SECONDS:-30}" \
	    -rss_limit_mb=3000 -timeout=20 -max_len=1000 \
	    -dict="tests/fuzz/$dict.dict" \
	    -artifact_prefix="$F/crash-$target-" -print_final_stats=1 \
	    "$F/corpus/$target" "$F/seeds/$target" > "$F/$target.log" 2>&1
	status=$?
	runs=$(awk '/number_of_executed_units/ { print $2 }' "$F/$target.log")
	total=$((total + ${runs:-0}))
	if [ $status -eq 0 ]; then
		echo "ok $target: $runs executions"
	else
		grep -E 'ERROR|SUMMARY|broken|runtime error' "$F/$target.log" |
		    head -n 4 | sed 's/^/# /'
		echo "not ok $target: ${runs:-0} executions, see $F/$target.log"
		failed=1
	fi
done
echo "# $total executions"
exit $failed

#!/bin/sh
# fuzz.sh - runs the fuzz targets one after the other, and counts
#
# usage: fuzz.sh TARGET ...
#
# Each runs for FUZZ_SECONDS on inputs of up to FUZZ_LENGTH bytes. The seeds are
# tests/fuzz/seeds, our articles and the golden cases; a crash stays in
# build/fuzz/crash-TARGET-*. Each run is a line of build/fuzz/runs.tsv: target,
# executions, edges covered of all edges, seconds.
#
# What makes an execution cheap: targets start once and stay in one process;
# libFuzzer's entropic schedule, which took half of the time of a target with
# many edges, is off, and so is the search for shorter inputs of equal worth;
# ASan keeps little of what was freed, and no stack of who did it (nf-sent in a
# CPU second: 4,300 executions before, 19,000 after).
set -u
cd "$(dirname "$0")/../.." || exit 2
F=build/fuzz
failed=0
total=0
ASAN_OPTIONS=quarantine_size_mb=1:thread_local_quarantine_size_kb=64
ASAN_OPTIONS=$ASAN_OPTIONS:malloc_context_size=0
export ASAN_OPTIONS

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
	    -rss_limit_mb=3000 -timeout=20 -max_len="${FUZZ_LENGTH:-200}" \
	    -entropic=0 -reduce_inputs=0 -reload=0 -detect_leaks=0 \
	    -dict="tests/fuzz/$dict.dict" \
	    -artifact_prefix="$F/crash-$target-" -print_final_stats=1 \
	    "$F/corpus/$target" "$F/seeds/$target" > "$F/$target.log" 2>&1
	status=$?
	runs=$(awk '/number_of_executed_units/ { print $2 }' "$F/$target.log")
	total=$((total + ${runs:-0}))
	edges=$(awk '/INFO: Loaded 1 PC tables/ { gsub(/[^0-9 ]/, ""); all = $2 }
	    match($0, / cov: [0-9]+/) { cov = substr($0, RSTART + 6, RLENGTH - 6) }
	    END { print cov + 0 " of " all + 0 }' "$F/$target.log")
	printf '%s\t%d\t%s\t%d\n' "$target" "${runs:-0}" "$edges" \
	    "${FUZZ_SECONDS:-30}" >> "$F/runs.tsv"
	if [ $status -eq 0 ]; then
		echo "ok $target: $runs executions, $edges edges"
	else
		grep -E 'ERROR|SUMMARY|broken|runtime error' "$F/$target.log" |
		    head -n 4 | sed 's/^/# /'
		echo "not ok $target: ${runs:-0} executions, see $F/$target.log"
		failed=1
	fi
done
echo "# $total executions"
exit $failed

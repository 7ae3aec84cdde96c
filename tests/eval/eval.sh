#!/bin/sh
# eval.sh - how right the programs are, with floors that only rise
#
# Scores the project's own gold in tests/eval/gold (each NAME.sh there prints
# lines "MEASURE FIGURE"), holds the figures against floors.tsv, and, where
# ../shared/eval/nf-eval is, runs that over its sets too.
set -u
cd "$(dirname "$0")/../.." || exit 2
B=${B:-build}
PATH=$PWD/$B/bin:$PATH
LC_ALL=C
export PATH B LC_ALL
failed=0
for part in tests/eval/*.sh; do
	case $part in */eval.sh) continue ;; esac
	sh "$part" || failed=1
done > "$B/eval.out"
awk -F '\t' '
	FNR == NR { floor[$1] = $2; next }
	{
		low = ($1 in floor) && $2 + 0 < floor[$1] + 0
		printf "%s %-44s %7.2f  floor %s\n", low ? "<" : " ", $1, $2,
		    ($1 in floor) ? floor[$1] : "-"
		bad += low
	}
	END { exit bad > 0 }
' tests/eval/floors.tsv "$B/eval.out" || failed=1
if [ -x ../shared/eval/nf-eval ]; then
	../shared/eval/nf-eval --bin "$B/bin"
fi
exit $failed

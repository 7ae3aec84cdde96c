#!/bin/sh
# instructions.sh - the stable gate: instructions per byte, by callgrind
#
# usage: instructions.sh check|record
#
# Counts on the text that vary.awk makes of the articles' own lines, 200 kB,
# and compares with instructions.tsv: more than 10 % above is a failure. Another
# compiler makes other instructions: then nothing is compared.
set -u
cd "$(dirname "$0")/../.." || exit 2
B=${B:-build}
D=$B/bench
mkdir -p "$D"
PATH=$PWD/$B/bin:$PATH
LC_ALL=C
export LC_ALL
table=tests/bench/instructions.tsv
command -v valgrind >/dev/null || { echo 'ok 1 instructions # skip valgrind is not installed'; exit 0; }

compiler="$(${CC:-cc} -dumpfullversion) $(${CC:-cc} -dumpmachine)"
if [ "${1-}" = check ] && ! grep -qFx "# $compiler" "$table"; then
	echo "ok 1 instructions # skip recorded with another compiler than $compiler"
	exit 0
fi

# gold text, not nf-clean's, so that the input does not change with it
sed -e 's/<[^>]*>//g' examples/articles/* > "$D/plain"
$(command -v mawk || command -v awk) -v bytes=200000 -f tests/bench/vary.awk "$D/plain" > "$D/gate"
cat examples/articles/*.html > "$D/gate.html"

# the C library picks by the processor how it copies and searches
GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-AVX512F,-AVX512VL,-AVX512BW
export GLIBC_TUNABLES

count() { # input, command ...
	in=$1
	shift
	valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" < "$in" 2>&1 >/dev/null |
	    awk -v n="$(wc -c < "$in")" '/Collected/ { printf "%.1f", $4 / n }'
}

status=0
n=0
new=$D/instructions.tsv
echo "# $compiler" > "$new"
for p in 'nf-cut -f text' nf-sent nf-dates nf-nums nf-ents 'nf-clean --from=text' 'nf-clean --from=html'; do
	n=$((n + 1))
	in=$D/gate
	[ "$p" = 'nf-clean --from=html' ] && in=$D/gate.html
	# shellcheck disable=SC2086
	got=$(count "$in" $p)
	printf '%s\t%s\n' "$p" "$got" >> "$new"
	was=$(awk -F '\t' -v p="$p" '$1 == p { print $2 }' "$table" 2>/dev/null)
	if awk -v got="$got" -v was="${was:-0}" 'BEGIN { exit !(was == 0 || got <= was * 1.1) }'; then
		echo "ok $n instructions a byte: $p $got (recorded: ${was:--})"
	else
		echo "not ok $n instructions a byte: $p $got, more than 1.1 x $was"
		status=1
	fi
done
[ "${1-}" = record ] && cp "$new" "$table"
exit $status

#!/bin/sh
# bench.sh - what the programs cost, beside what others cost on the same bytes
#
# usage: bench.sh [table|growth|startup|instructions] ...     (all when none)
#
# W is the CPU time of LC_ALL=C.UTF-8 wc -w. Medians of RUNS runs (5); output
# goes into a pipe. The text is made from the project's articles by vary.awk;
# with ../shared beside the project its news text is used as well. The table
# is written to build/bench/table.tsv too.
set -eu
cd "$(dirname "$0")/../.."
B=${B:-build}
RUNS=${RUNS:-5}
MB=${MB:-50}
D=$B/bench
LC_ALL=C
export LC_ALL
PATH=$PWD/$B/bin:$PATH
mkdir -p "$D"
awk=$(command -v mawk || command -v awk)

data() {
	if [ ! -s "$D/text" ]; then
		nf-clean -t examples/articles/* > "$D/lines"
		[ ! -d ../shared/data/ents/train ] || jq -r .text \
		    ../shared/data/ents/train/*.jsonl >> "$D/lines"
		$awk -v bytes=${MB}000000 -f tests/bench/vary.awk "$D/lines" > "$D/text"
		head -c 1000000 "$D/text" > "$D/text1"
	fi
	if [ ! -d "$D/pages" ]; then
		mkdir "$D/pages"
		if [ -d ../shared/data/clean/dev/html ]; then
			for p in ../shared/data/clean/dev/html/*.gz; do
				gzip -dc "$p" > "$D/pages/$(basename "$p" .gz)"
			done
		else
			i=0
			while [ $i -lt 40 ]; do
				i=$((i + 1))
				for p in examples/articles/*.html; do
					cp "$p" "$D/pages/$i-${p##*/}"
				done
			done
		fi
	fi
	[ -s "$D/sents" ] || nf-sent "$D/text" > "$D/sents"
	[ -s "$D/rows" ] || nf-ents "$D/sents" | nf-dates | nf-nums > "$D/rows"
}

# cpu wall peak bytes of a command: cost INPUT COMMAND ...
cost() {
	"$D/measure" "$RUNS" "$@"
}

row() { # name, base CPU, input, command ...
	name=$1 base=$2 in=$3
	shift 3
	cost "$in" "$@" | awk -v name="$name" -v base="$base" -v in_bytes="$(wc -c < "$in")" '
		{ printf "%-34s %9.4f %9.2f %9.1f %9.1f\n", name, $1, $1 / base, in_bytes / $1 / 1e6, $3 / 1024
		  printf "%s\t%.6f\t%.4f\t%.2f\t%d\n", name, $1, $1 / base, in_bytes / $1 / 1e6, $3 >> "'"$D"'/table.tsv" }'
}

heading() {
	printf '\n%-34s %9s %9s %9s %9s\n' "$1" 'CPU s' ratio MB/s 'peak MiB'
}

table() {
	data
	printf 'what\tcpu_s\tratio\tmb_per_s\tpeak_kib\n' > "$D/table.tsv"
	W=$(cost "$D/text" env LC_ALL=C.UTF-8 wc -w | cut -d' ' -f1)
	heading "text, $(($(wc -c < "$D/text") / 1000000)) MB; ratio to wc -w"
	row 'wc -w (C.UTF-8)' "$W" "$D/text" env LC_ALL=C.UTF-8 wc -w
	row cat "$W" "$D/text" cat
	row 'grep -oP of a date grammar' "$W" "$D/text" grep -oPf tests/bench/dates.re
	row 'nf-clean --from=text' "$W" "$D/text" nf-clean --from=text
	for p in nf-sent nf-dates nf-nums nf-ents; do
		row $p "$W" "$D/text" $p
	done
	row 'all five in a pipe' "$W" "$D/text" sh -c \
	    'nf-clean --from=text | nf-sent | nf-ents | nf-dates | nf-nums; wait'
	WR=$(cost "$D/rows" env LC_ALL=C.UTF-8 wc -w | cut -d' ' -f1)
	heading "rows, $(($(wc -c < "$D/rows") / 1000000)) MB; ratio to wc -w"
	row 'nf-cut -k sent -f text' "$WR" "$D/rows" nf-cut -k sent -f text
	row 'nf-sent (passes all)' "$WR" "$D/rows" nf-sent
	cat "$D"/pages/* > "$D/pages.all"
	X=$(cost "$D/pages.all" sh -c "xmllint --html --noout $D/pages/* 2>/dev/null; true" | cut -d' ' -f1)
	heading "HTML, $(ls "$D/pages" | wc -l) pages; ratio to xmllint"
	row 'xmllint --html --noout' "$X" "$D/pages.all" sh -c "xmllint --html --noout $D/pages/* 2>/dev/null; true"
	row nf-clean "$X" "$D/pages.all" sh -c "nf-clean $D/pages/*"
	peers
}

# Public systems that somebody might use instead, where they are installed:
# npm packages in the folder NF_PEERS, Debian's dateparser, w3m, html2text.
peers() {
	heading 'others, first 200 kB of the text; ratio to wc -w'
	head -c 200000 "$D/text" > "$D/small"
	WS=$(cost "$D/small" env LC_ALL=C.UTF-8 wc -w | cut -d' ' -f1)
	for p in nf-sent nf-dates nf-nums nf-ents; do
		row $p "$WS" "$D/small" $p
	done
	if command -v node >/dev/null; then
		for peer in tests/bench/peers/*.js; do
			[ -e "$peer" ] || continue
			NODE_PATH=${NF_PEERS:-/nonexistent}/node_modules
			export NODE_PATH
			node "$peer" < /dev/null > /dev/null 2>&1 || continue
			name=${peer##*/}
			row "${name%.js} (node)" "$WS" "$D/small" node "$peer"
		done
	fi
	for dump in w3m html2text; do
		command -v $dump >/dev/null || continue
		page=examples/articles/ferry-capsizes.html
		case $dump in
		w3m) row 'w3m -dump, one page' "$WS" $page w3m -dump -T text/html ;;
		html2text) row 'html2text, one page' "$WS" $page html2text ;;
		esac
	done
	return 0
}

startup() {
	echo 'On July 24, 2024 Anna Berg paid $5 million in Accra.' > "$D/line"
	printf '\nstart-up on one line: median of 41 runs\n'
	RUNS=41
	for c in 'cat' 'grep -c x' 'jq -R .' nf-cut nf-sent nf-dates nf-nums nf-ents nf-clean; do
		# shellcheck disable=SC2086
		cost "$D/line" $c | awk -v c="$c" '{ printf "%-16s wall %6.2f ms  CPU %6.2f ms  peak %5.1f MiB\n", c, $2 * 1000, $1 * 1000, $3 / 1024 }'
	done
	RUNS=5
}

growth() {
	data
	printf '\ngrowth: CPU ns a byte (of 10 MB of the text: 1.00)\n'
	head -c 10000000 "$D/text" > "$D/g10"
	head -c 1000000 "$D/text" > "$D/g1"
	cat "$D/text" "$D/text" | head -c 100000000 > "$D/g100"
	tr '\n' ' ' < "$D/g100" > "$D/oneline"
	tr -cs 'A-Za-z' '\n' < "$D/g10" | head -n 1000000 > "$D/words"
	{ printf 'doc\tone\t0\t0\t0\t-\t-\tnf=1\n'; head -n 100000 "$D/sents" | awk -F '\t' -v OFS='\t' '{ $2 = "one"; print }'; } > "$D/onedoc"
	awk 'NR <= 10000 { t = substr($0, 1, 200); gsub(/[^ -~]/, "", t); if (t == "") t = "x"
	    printf "doc\td%d\t0\t0\t0\t-\t-\tnf=1\npara\td%d\t1\t0\t%d\t%s\t-\t-\n", NR, NR, length(t), t }' "$D/text" > "$D/tiny"
	RUNS=3
	for p in nf-sent nf-dates nf-nums nf-ents 'nf-clean --from=text'; do
		# shellcheck disable=SC2086
		base=$(cost "$D/g10" $p | awk '{ print $1 / 10000000 }')
		printf '%-22s' "$p"
		for in in g1 g10 g100 oneline words onedoc tiny; do
			# shellcheck disable=SC2086
			cost "$D/$in" $p | awk -v in_name=$in -v base="$base" -v n="$(wc -c < "$D/$in")" \
			    '{ printf " %s %.2f (%.0f MiB)", in_name, $1 / n / base, $3 / 1024 }'
		done
		echo
	done
	RUNS=5
}

[ $# -gt 0 ] || set -- table startup growth
for part; do
	"$part"
done

#!/bin/sh
# bounds.sh - memory and time on inputs that do not end
#
# usage: bounds.sh [stream|line|document|documents|operands] ... (all if none)
#
# SIZE is the megabytes of the endless stream, of the one line and of the one
# document (200); MANY the number of small documents and of operands (100000);
# PROGRAMS the programs. The stream is a block of 10 MB again and again: by
# promise 4 of nf(5), locality, its output must be that of the block again and
# again, to the byte. Each other output must have the rows that it should.
# Prints a table, also to build/bounds/table.tsv; status 1 when a program used
# more than 16 MiB (nf-ents 24), or put out something else.
set -u
cd "$(dirname "$0")/../.." || exit 2
B=${B:-build}
SIZE=${SIZE:-200}
MANY=${MANY:-100000}
PROGRAMS=${PROGRAMS:-nf-clean nf-sent nf-ents nf-dates nf-nums nf-cut}
D=$PWD/$B/bounds
LC_ALL=C
export LC_ALL
PATH=$PWD/$B/bin:$PATH
awk=$(command -v mawk || command -v awk)
blocks=$(((SIZE + 9) / 10))
failed=0
mkdir -p "$D"

# The block: text, and the same as documents of ten paragraphs.
make_block() {
	nf-clean -t examples/articles/* > "$D/lines"
	$awk -v bytes=10000000 -f tests/bench/vary.awk "$D/lines" > "$D/text"
	$awk 'NR % 10 == 1 {
		name = "d" NR; at = n = 0
		printf "doc\t%s\t1\t0\t0\t-\t2024-07-25\tnf=1\n", name
	}
	NF {
		gsub(/[\001-\037]/, " ")
		printf "para\t%s\t%d\t%d\t%d\t%s\t-\trole=text\n", name, ++n,
		    at, at + length, $0
		at += length + 1
	}' "$D/text" > "$D/rows"
	grep -v '^doc' "$D/rows" |
	    $awk -F '\t' -v OFS='\t' '{ $2 = "d"; print }' > "$D/one"
}

again() { # times, file
	$awk -v n="$1" -v f="$2" 'BEGIN { while (n-- > 0) print f }' |
	    xargs cat
}

# What a program makes of standard input; its cost goes to $D/cost.
run() { # program, argument ...
	/usr/bin/time -q -f '%U %S %M %x' -o "$D/cost" "$@"
}

# One row of the table.
report() { # case, program, megabytes, what came out, what should have
	[ "$4" = "$5" ] && right=yes || right=no
	$awk -v case="$1" -v program="$2" -v mb="$3" -v right=$right '{
		limit = program == "nf-ents" ? 24 : 16
		cpu = $1 + $2
		good = right == "yes" && $4 == 0 && $3 <= limit * 1024
		printf "%-10s %-9s %8d %9.1f %8.1f %8.1f   %s\n", case,
		    program, mb, cpu, mb / (cpu ? cpu : 0.01), $3 / 1024,
		    good ? "ok" : right == "no" ? "WRONG OUTPUT" : "FAILED"
		printf "%s\t%s\t%d\t%.2f\t%d\t%s\n", case, program, mb, cpu,
		    $3, good ? "ok" : "failed" >> "'"$D"'/table.tsv"
		exit !good
	}' "$D/cost" || failed=1
}

stream() { # program
	again $blocks "$D/rows" | run "$1" | cksum > "$D/sum"
	"$1" "$D/rows" > "$D/out"
	report stream "$1" $SIZE "$(cat "$D/sum")" \
	    "$(again $blocks "$D/out" | cksum)"
}

# Every program gets as far as the last words.
line() {
	{ again $blocks "$D/text" | tr '\n' ' '; printf '%s' "$last"; } |
	    run "$1" | grep -c "$mark" > "$D/count"
	report line "$1" $SIZE "$(cat "$D/count")" 1
}

document() {
	{
		printf 'doc\td\t1\t0\t0\t-\t2024-07-25\tnf=1\n'
		again $blocks "$D/one"
		printf 'para\td\t1\t0\t%d\t%s\t-\t-\n' ${#last} "$last"
	} | run "$1" | grep -c "$mark" > "$D/count"
	report document "$1" $SIZE "$(cat "$D/count")" 1
}

documents() {
	$awk -v n="$MANY" -v text="$last" 'BEGIN {
		for (i = 1; i <= n; i++)
			printf "doc\td%d\t1\t0\t0\t-\t2024-07-25\tnf=1\npara" \
			    "\td%d\t1\t0\t%d\t%s\t-\t-\n", i, i, length(text),
			    text
	}' > "$D/documents"
	size=$(wc -c < "$D/documents")
	run "$1" < "$D/documents" | wc -l > "$D/count"
	each=$(head -n 2 "$D/documents" | "$1" | wc -l)
	report documents "$1" $((size / 1000000)) "$(cat "$D/count")" \
	    $((each * MANY))
}

operands() {
	mkdir -p "$D/files"
	for i in 0 1 2 3 4 5 6 7 8 9; do
		echo "$last" > "$D/files/$i"
	done
	$awk -v n="$MANY" -v d="$D/files/" \
	    'BEGIN { while (n-- > 0) print d n % 10 }' |
	    run xargs "$1" | wc -l > "$D/count"
	each=$("$1" "$D/files/1" | wc -l)
	report operands "$1" $((MANY * (${#last} + 1) / 1000000)) \
	    "$(cat "$D/count")" $((each * MANY))
}

last='Kofi Annan paid 17 million dollars on July 24, 2024, in Accra.'
mark='Kofi Annan paid 17'
make_block
printf 'case\tprogram\tmb\tcpu_s\tpeak_kib\tresult\n' > "$D/table.tsv"
printf '%-10s %-9s %8s %9s %8s %8s\n' case program MB 'CPU s' MB/s 'peak MiB'
[ $# -gt 0 ] || set -- stream line document documents operands
for case; do
	for program in $PROGRAMS; do
		$case "$program"
	done
done
rm -f "$D/documents" "$D/out"
exit $failed

#!/usr/bin/env bats
# badinput.bats - whatever comes in: exact output, or a message and status 2

bats_require_minimum_version 1.5.0
load helper

FILTERS='nf-clean nf-sent nf-ents nf-dates nf-nums nf-cut nf-view'

# A file of every sort of line that no program would write.
setup() {
	cd "$BATS_TEST_TMPDIR"
}

# without the second that a page or a window costs: kilobytes of memory
peak() { # limit in KiB, command ...
	limit=$1
	shift
	/usr/bin/time -f %M -o peak "$@"
	[ "$(tail -n 1 peak)" -le "$limit" ] || { cat peak; false; }
}

@test "empty input, one newline, one NUL, one byte that is no UTF-8" {
	for f in $FILTERS; do
		run -0 --separate-stderr $f < /dev/null
		[ "$output$stderr" = '' ] || [ $f = nf-view ]
		for bytes in '\n' '\000' '\377' '\r\n' '\t\t\t\t\t\t\t' '\357\273\277' '\303'; do
			printf "$bytes" | $f > out
			[ ! -s out ] || [ "$(tail -c 1 out | od -An -tx1)" = ' 0a' ]
		done
	done
}

@test "a last line without newline, and CRLF, give the same rows" {
	printf 'On July 24, 2024 Anna Berg paid $5.\nIn Accra it rained.\n' > a
	printf 'On July 24, 2024 Anna Berg paid $5.\r\nIn Accra it rained.' > b
	for f in nf-ents nf-dates nf-nums; do
		$f < a | cut -f1,3,6-8 > c
		$f < b | cut -f1,3,6-8 | cmp - c
	done
}

@test "NUL, controls and ill-formed bytes: one byte stays one byte" {
	printf 'Paid \000\001\033[31m$5\177 \377\355\240\200\300\200 in \342\202 Accra.\n' > a
	for f in nf-ents nf-dates nf-nums nf-sent; do
		run -0 $f a
		! printf '%s\n' "$output" | LC_ALL=C tr -d '\011\012\040-\176' | grep -q .
		[[ $output == *'Paid    [31m$5  ?????? in ?? Accra.'* ]] || [ $f = nf-sent ]
	done
}

@test "U+202E, U+0085 and other characters above ASCII pass as they are" {
	printf 'A \342\200\256 b \302\205 c \302\233 d\n' > a
	for f in nf-ents nf-dates nf-nums; do
		[ "$($f a | head -n 1 | cut -f6)" = "$(cat a)" ]
	done
}

@test "nf-view shows a terminal none of them" {
	printf 'sent\td\t1\t0\t17\ta \033[2J\302\233m\342\200\256b\303\277\302\205\t-\t-\n' > a
	for option in --brief --html --timeline; do
		run -0 nf-view $option a
		! LC_ALL=C grep -aqP '\x1b\[2J|\xc2[\x80-\x9f]|\xe2\x80\xae' <<< "$output"
	done
	nf-view a | grep -q 'b.*ÿ'
}

@test "what a page says of itself cannot make attributes, columns or rows" {
	cat > a.html <<-'END'
		<!doctype html><html lang="en|x"><title>Storm|Surge&#9;&#27;[31m hits the coast</title>
		<meta name=author content="Ann|p=1&#9;B&#27;[2J&#10;doc&#9;x"><meta property="og:site_name" content="S|ite&#27;">
		<link rel=canonical href="http://x.org/a|b&#9;c&#10;d">
		<meta property="article:published_time" content="2024-07-25T10:00:00Z">
		<article><h1>Storm|Surge&#9;&#27;[31m hits the coast</h1>
		<p>On Monday the harbour was quiet, and nobody in the town came to look at it, the mayor said.</article>
	END
	run -0 nf-clean a.html
	[ "$(printf '%s\n' "$output" | awk -F '\t' 'NF != 8' | wc -l)" = 0 ]
	[ "$(printf '%s\n' "$output" | grep -c '^doc')" = 1 ]
	! printf '%s\n' "$output" | LC_ALL=C tr -d '\011\012\040-\176' | grep -q .
	[[ ${lines[0]} == *$'\tauthor=Ann p=1 B [2J doc x|by=meta|lang=en x|nf=1|site=S ite|url=http://x.org/a b c d' ]]
}

@test "malformed records are named, copied through, and the status is 2" {
	{
		printf 'para\td\t1\t9\t2\tabc\t-\t-\n'
		printf 'para\td\t1\t0\t99999999999999999999\tabc\t-\t-\n'
		printf 'para\td\t1\t0\t9\tabc\t-\t-\n'
		printf 'para\td\t1\t0\t3\tabc\t\t-\n'
		printf '\td\t1\t0\t3\tabc\t-\t-\n'
	} > a
	for f in nf-clean nf-sent nf-ents nf-dates nf-nums; do
		run -2 --separate-stderr $f a
		[ "$output" = "$(cat a)" ]
		[ "${#stderr_lines[@]}" = 5 ]
		[ "${stderr_lines[0]}" = "$f: a:1: end before start" ]
		[ "${stderr_lines[1]}" = "$f: a:2: number too large" ]
		[ "${stderr_lines[2]}" = "$f: a:3: text is not end - start bytes long" ]
		[ "${stderr_lines[3]}" = "$f: a:4: empty field" ]
		[ "${stderr_lines[4]}" = "$f: a:5: empty field" ]
	done
}

@test "a directory, no such file, no permission: named, the others are worked on" {
	echo 'It costs $5.' > good
	for f in $FILTERS; do
		run -2 --separate-stderr $f . good
		[ "$stderr" = "$f: .: Is a directory" ]
		[ -n "$output" ]
		run -2 --separate-stderr $f good /nonexistent
		[ "$stderr" = "$f: /nonexistent: No such file or directory" ]
		[ -n "$output" ]
	done
}

@test "a full device, a closed output, a closed input: a message, status 2" {
	echo 'It costs $5.' > a
	for f in $FILTERS; do
		[ -e /dev/full ] || skip 'no /dev/full'
		run -2 --separate-stderr bash -c "$f a > /dev/full"
		[ "$stderr" = "$f: standard output: No space left on device" ]
		run -2 --separate-stderr bash -c "$f a >&-"
		[ "$stderr" = "$f: standard output: Bad file descriptor" ]
		run -2 --separate-stderr bash -c "$f <&-"
		[ "$stderr" = "$f: standard input: Bad file descriptor" ]
	done
}

@test "a reader that goes away ends the filter; ignored, it is an error" {
	yes 'On July 24, 2024 Anna Berg paid $5 to 12 men.' | head -n 9000 > a
	for f in nf-sent nf-dates nf-nums nf-cut; do
		set +o pipefail
		{ code=0; $f a || code=$?; echo $code > status; } | head -c 1 > /dev/null
		[ "$(cat status)" = 141 ]
		(trap '' PIPE; { code=0; $f a 2> err || code=$?; echo $code > status; } | head -c 1 > /dev/null)
		[ "$(cat status)" = 2 ]
		[ "$(cat err)" = "$f: standard output: Broken pipe" ]
	done
}

@test "a signal that comes while a write waits: the last row is whole" {
	yes 'On July 24, 2024 Anna Berg paid $5 to 12 men.' | head -n 9000 > a
	mkfifo pipe
	for f in nf-clean nf-sent nf-dates nf-nums nf-cut; do
		for signal in TERM HUP INT; do
			env --default-signal=INT $f a > pipe &
			exec 7< pipe
			head -c 1 <&7 > out # it has begun to write, and the pipe is full
			sleep 0.05
			kill -$signal $!
			cat <&7 >> out
			exec 7<&-
			code=0
			wait $! || code=$?
			[ $code = $((128 + $(kill -l $signal))) ]
			[ "$(tail -c 1 out | od -An -tx1)" = ' 0a' ]
			[ $f = nf-cut ] || awk -F '\t' 'NF != 8 { exit 1 }' out
		done
	done
}

@test "stopped and continued, while it reads and while it writes: the same bytes" {
	yes 'On July 24, 2024 Anna Berg paid $5 to 12 men.' | head -n 3000 > a
	mkfifo in pipe
	for f in nf-clean nf-sent nf-dates nf-nums nf-cut; do
		$f < in > pipe &
		filter=$!
		exec 6> in 7< pipe
		head -c 70000 a >&6
		kill -STOP $filter
		sleep 0.05
		kill -CONT $filter
		tail -c +70001 a >&6 7<&- &
		exec 6>&-
		head -c 1 <&7 > out
		kill -STOP $filter
		sleep 0.05
		kill -CONT $filter
		cat <&7 >> out
		exec 7<&-
		wait
		$f - < a | cmp - out
	done
}

@test "two filters on one FIFO: each writes whole rows" {
	yes 'On July 24, 2024 Anna Berg paid $5 to 12 men.' | head -n 20000 > a
	mkfifo in
	exec 6<> in 7< in
	nf-nums <&7 > b 6>&- &
	nf-nums <&7 > c 6>&- &
	cat a >&6 7<&-
	exec 6>&- 7<&-
	wait
	cat b c | awk -F '\t' 'NF != 8 { exit 1 } $1 == "money" { n++ }
		END { exit n < 15000 }'
}

@test "a file name with control bytes, TAB or newline is blanks in column 2" {
	name=$(printf 'a\tb\033[31m\nc')
	echo 'It costs $5.' > "$name"
	for f in nf-clean nf-sent nf-ents nf-dates nf-nums; do
		run -0 $f "$name"
		[ "$(printf '%s\n' "$output" | awk -F '\t' 'NF != 8' | wc -l)" = 0 ]
		[[ $output == *$'\ta b [31m c\t'* ]]
	done
	run -2 --separate-stderr nf-cut "$(printf 'x\033[2J\ny')"
	[ "$stderr" = 'nf-cut: x [2J y: No such file or directory' ]
}

@test "one line of 4 MB, no end of lines, of blank ones: memory is bounded" {
	[ "${B-}" != build/san ] || skip 'sanitizers take memory'
	yes 'On July 24, 2024 it rained in Accra. ' | tr -d '\n' |
	    head -c 4000000 > line
	{ echo 'On July 24.'; yes '' | head -c 4000000; echo end; } > blank
	yes a | head -c 100000 > short
	for f in nf-clean nf-sent nf-dates nf-nums nf-cut nf-ents; do
		limit=16384
		[ $f != nf-ents ] || limit=24576
		peak $limit $f blank > out
		[ -s out ]
		peak $limit $f short > out
		# every fourth word of it is found
		peak 24576 $f line > out
	done
	[ "$(grep -c '^place.*Accra' out)" = 108108 ]
}

@test "a record above 16 MiB is copied through unanalysed, status 2" {
	{
		printf 'para\td\t1\t0\t3\tabc\t-\t-\nnote\td\t1\t0\t17000000\t'
		head -c 17000000 /dev/zero | tr '\0' x
		printf '\t-\t-\npara\td\t2\t5\t8\tabc\t-\t-\n'
	} > a
	for f in nf-dates nf-sent; do
		status=0
		$f a > out 2> err || status=$?
		[ $status = 2 ]
		[ "$(cat err)" = "$f: a:2: row too long to be analysed" ]
		grep ^note out | cmp - <(grep ^note a)
		[ "$(wc -l < out)" = 3 ]
	done
}

@test "hostile texts: marks, signs and words without end take no time" {
	[ "${B-}" != build/san ] || skip 'sanitizers take time'
	# hostile texts: many marks, many signs, words that never end
	for bytes in '\314\201\314\226' '$' '1,' '(' 'A.' 'a-' '"' '\342\200\231' 'Mr ' 'July '; do
		for f in nf-sent nf-ents nf-dates nf-nums nf-clean; do
			printf "$bytes%.0s" $(seq 1000) > unit
			for i in $(seq 12); do cat unit; done > text
			within 10 $f < text > /dev/null
		done
	done
}

@test "nf-dates --rules, nf-ents -g and -m: a wrong file is an error, never a crash" {
	for bytes in '' '\000' 'x' '(a+)+$\t(a+)+$\t(a+)+$\n' '\377\377\t\n' '\t\t\t\t\t\t\t\n' '[\t[\t[\n'; do
		printf "$bytes" > bad
		for option in '-g bad' '-m bad'; do
			status=0
			within 5 nf-ents $option <<< 'Kofi Annan spoke.' > out 2> err || status=$?
			[ $status = 0 ] || { [ $status = 2 ] && [ -s err ]; }
		done
		if nf-dates --help | grep -q -- --rules; then
			status=0
			printf 'a%.0s' $(seq 40) | within 5 nf-dates --rules=bad > out 2> err || status=$?
			[ $status = 0 ] || { [ $status = 2 ] && [ -s err ]; }
		fi
	done
	printf 'x\t(a+)+$\n' > bad
	run -2 --separate-stderr nf-dates --rules=bad <<< 'On July 1 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab.'
	[ "$stderr" = 'nf-dates: an expression takes too many steps: (a+)+$' ]
	run -2 --separate-stderr nf-ents -m bad <<< 'Kofi Annan spoke.'
}

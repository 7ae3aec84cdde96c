#!/usr/bin/env bats
# frame.bats - what all programs do alike

bats_require_minimum_version 1.5.0
load helper

@test "options: the common ones are there, and the help fits a screen" {
	for f in "$BIN"/nf-*; do
		case $f in *nf-train) continue ;; esac
		run -0 "$f" --help
		[[ ${lines[0]} == "usage: ${f##*/} "* ]]
		[[ ${lines[1]} == example:* ]]
		[ ${#lines[@]} -le 24 ]
		run -0 "$f" --version
		[[ $output == "${f##*/} "[0-9]* ]]
	done
}

@test "options: an unknown one names the nearest, status 2" {
	run -2 --separate-stderr nf-dates --raneges
	[ "$stderr" = 'nf-dates: unknown option --raneges: did you mean --ranges?' ]
	run -2 --separate-stderr nf-dates -Z
	[ "$stderr" = 'nf-dates: unknown option -Z: see --help' ]
}

@test "options: long ones are not abbreviated, -- ends them" {
	run -2 nf-dates --onl < /dev/null
	run -2 --separate-stderr nf-dates -- --only
	[ "$stderr" = 'nf-dates: --only: No such file or directory' ]
}

@test "options may stand after operands" {
	run -0 nf-dates "$ARTICLES/summit.txt" -o
	! grep -q '^para' <<< "$output"
}

@test "-H names the columns, and such a line in the input is dropped" {
	echo 'On July 24, 2024.' | nf-dates -H > "$BATS_TEST_TMPDIR/a"
	[ "$(head -n 1 "$BATS_TEST_TMPDIR/a")" = "$(printf 'kind\tdoc\tn\tstart\tend\ttext\tvalue\tattrs')" ]
	nf-dates -H "$BATS_TEST_TMPDIR/a" | cmp - "$BATS_TEST_TMPDIR/a"
	[ "$(nf-nums "$BATS_TEST_TMPDIR/a" | grep -c ^kind)" = 0 ]
}

@test "-w says why, -o prints own rows only" {
	run -0 nf-dates -ow <<< 'On July 24, 2024.'
	[ ${#lines[@]} = 1 ]
	[[ $output == *'|why='* ]]
}

@test "-e: status 1 when nothing is found, 0 when something is" {
	run -1 nf-dates -e <<< 'Nothing here.'
	run -0 nf-dates -e <<< 'On July 24, 2024.'
	run -0 nf-dates <<< 'Nothing here.'
}

@test "bare text: a para row a line, blank lines leave nothing" {
	run -0 nf-dates < <(printf 'one\n\n \t \n  two\tthree \r\nfour')
	[ "${lines[0]}" = "$(printf 'para\t-\t1\t0\t3\tone\t-\t-')" ]
	[ "${lines[1]}" = "$(printf 'para\t-\t4\t11\t20\ttwo three\t-\t-')" ]
	[ "${lines[2]}" = "$(printf 'para\t-\t5\t23\t27\tfour\t-\t-')" ]
	[ ${#lines[@]} = 3 ]
}

@test "nf-sent: annotations of a para go to the sentence that holds them" {
	printf 'para\tx\t7\t100\t122\tIt rained. Joe left it.\t-\tp=0.5|role=text\n' |
	    sed 's/\t122\t/\t123\t/' > "$BATS_TEST_TMPDIR/in"
	printf 'a\tx\t7\t103\t109\trained\t-\t-\nb\tx\t7\t111\t114\tJoe\t-\t-\n' >> "$BATS_TEST_TMPDIR/in"
	run -0 nf-sent "$BATS_TEST_TMPDIR/in"
	[ "${lines[0]}" = "$(printf 'sent\tx\t1\t100\t110\tIt rained.\t-\tpara=7|role=text')" ]
	[ "${lines[1]}" = "$(printf 'a\tx\t1\t103\t109\trained\t-\t-')" ]
	[ "${lines[2]}" = "$(printf 'sent\tx\t2\t111\t123\tJoe left it.\t-\tpara=7|role=text')" ]
	[ "${lines[3]}" = "$(printf 'b\tx\t2\t111\t114\tJoe\t-\t-')" ]
}

@test "nf-cut: columns, attributes and parts of values by name" {
	printf 'sent\tx\t1\t0\t9\tIt costs.\t-\t-\nmoney\tx\t1\t0\t2\tIt\t5 USD\tmod=>|what=rent\n' > "$BATS_TEST_TMPDIR/in"
	run -0 nf-cut -H -k money,count -f number,unit,what,mod,event,sentence "$BATS_TEST_TMPDIR/in"
	[ "${lines[0]}" = "$(printf 'number\tunit\twhat\tmod\tevent\tsentence')" ]
	[ "${lines[1]}" = "$(printf '5\tUSD\trent\t>\t-\tIt costs.')" ]
	run -2 --separate-stderr nf-cut -f ''
	[ "$stderr" = "nf-cut: --fields: not a valid LIST: ''" ]
}

@test "a file that cannot be read is named, the others are worked on" {
	run -2 --separate-stderr nf-cut -k para -f text /nonexistent "$ARTICLES/football.txt"
	[ "$stderr" = 'nf-cut: /nonexistent: No such file or directory' ]
	[ "${lines[0]}" = SPORT ]
}

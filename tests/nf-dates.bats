#!/usr/bin/env bats
# nf-dates.bats - what nf-dates does beside the golden cases

bats_require_minimum_version 1.5.0
load helper

@test "nf-dates: a text without dates has no row, and status 1 with -e" {
	run -1 nf-dates -e -o <<< 'No one came at first.'
	[ "$output" = '' ]
}

@test "nf-dates: without a date to count from nothing is invented" {
	run -0 nf-dates -o <<< 'He left on Wednesday morning and came back on 30 September.'
	[[ ${lines[0]} == *$'\tXXXX-WXX-3TMO\tanchor=none' ]]
	[[ ${lines[1]} == *$'\tXXXX-09-30\tanchor=none' ]]
}

@test "nf-dates: -d must be a day that exists" {
	run -2 nf-dates -d 2024-02-30 < /dev/null
	run -2 nf-dates --prefer=never < /dev/null
	run -2 nf-dates --week-start=someday < /dev/null
}

@test "nf-dates: --week-start moves last week" {
	run -0 nf-dates -o -d 2024-07-25 --week-start=sunday <<< 'It fell last week.'
	[[ $output == *from=2024-07-14* ]]
}

@test "nf-dates: a doc row with a date that is none leaves it to the text" {
	run -0 nf-dates -A <<-'END'
	doc	a	0	0	0	-	03-02-2009	nf=1
	para	a	1	0	17	February 03, 2009	-	role=text
	END
	[[ $output == $'a\t2009-02-03\t'* ]]
}

@test "nf-dates: -A tells the date of a document and why" {
	run -0 nf-dates -A <<< 'MOSCOW, July 25, 2024 (Reuters) - They met.'
	[ "$output" = $'-\t2024-07-25\tdateline' ]
	run -0 nf-dates -A <<< 'They met in 2024.'
	[ "$output" = $'-\t-\t-' ]
}

@test "nf-dates: a wrong rule is named by file and line" {
	printf '# mine\nbad\t(\n' > "$BATS_TEST_TMPDIR/rules"
	run -2 --separate-stderr nf-dates --rules="$BATS_TEST_TMPDIR/rules" < /dev/null
	[[ $stderr == "nf-dates: $BATS_TEST_TMPDIR/rules:2: "* ]]
}

@test "nf-dates: rules that are slow at many places end with a message" {
	cd "$BATS_TEST_TMPDIR"
	printf 'x\t(a+)+$\n' > rules
	yes 'aaaaaaaaaaaaaaa b' | tr '\n' ' ' | head -c 110000 > text
	run -2 --separate-stderr within 5 nf-dates --rules=rules text
	[ "$stderr" = 'nf-dates: an expression takes too many steps: (a+)+$' ]
	printf 'x\t(*UCP)(a+)+$|\\bDue\\b\t07-04\n' > rules
	echo 'Due by aaaaaaaaaaaa! It is aaaaaaaaaaaaaaa.' > text
	run -0 nf-dates -o --rules=rules text
	[[ $output == *$'\tDue\tXXXX-07-04\t'* ]]
}

@test "nf-dates: hostile texts take linear time" {
	for s in '1 ' '1/' 'the ' 'last ' 'May ' 'two and ' '1:' 'in a ' "'" '2024-' 'July 29, 30, ' '“today” '; do
		yes "$s" | tr -d '\n' | head -c 300000 > "$BATS_TEST_TMPDIR/t"
		within 10 nf-dates "$BATS_TEST_TMPDIR/t" > /dev/null
	done
}

#!/usr/bin/env bats
# nf-nums.bats - what nf-nums does beside the golden cases

bats_require_minimum_version 1.5.0
load helper

@test "nf-nums: a text without figures has no row, and status 1 with -e" {
	run -1 nf-nums -e -o <<< 'No one came at first.'
	[ "$output" = '' ]
}

@test "nf-nums: --dollar takes a currency and nothing else" {
	run -0 nf-nums -o --dollar=CAD <<< 'It cost $5 and US$6.'
	[[ ${lines[0]} == *$'\t5 CAD\t'* ]]
	[[ ${lines[1]} == *$'\t6 USD\t'* ]]
	run -2 nf-nums --dollar=XYZ < /dev/null
}

@test "nf-nums: years come with -y only" {
	run -0 nf-nums -o <<< 'He left in 2011.'
	[ "$output" = '' ]
	run -0 nf-nums -o -y <<< 'He left in 2011.'
	[[ $output == *$'\t2011\t2011\t-' ]]
}

@test "nf-nums: a text of digits, hyphens or qualifiers takes linear time" {
	for s in '1 ' '1-' '1"' 'about 1 and ' 'one of the '; do
		yes "$s" | tr -d '\n' | head -c 1000000 > "$BATS_TEST_TMPDIR/t"
		within 10 nf-nums "$BATS_TEST_TMPDIR/t" > /dev/null
	done
}

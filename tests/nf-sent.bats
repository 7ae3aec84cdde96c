bats_require_minimum_version 1.5.0
load helper

@test "nf-sent: a line of 4 MB costs what two of 2 MB do, in bounded memory" {
	for n in 20000 40000; do
		awk -v n=$n 'BEGIN { while (n--) printf "Nobody (of them said \"no.\" to U.S. troops at 5 p.m. Then 3. it ... rained" }' \
		    > "$BATS_TEST_TMPDIR/$n"
	done
	run -0 within 10 nf-sent "$BATS_TEST_TMPDIR/40000"
	(
		[ "${B-}" = build/san ] || ulimit -v 60000
		nf-sent "$BATS_TEST_TMPDIR/40000" > /dev/null
	)
}

@test "nf-sent: text of signs alone takes linear time" {
	for sign in . '. ' ') ' '(' '?"' ' a.' ' -' '…' ' (a. B' '1. '; do
		yes "$sign" | tr -d '\n' | head -c 1000000 > "$BATS_TEST_TMPDIR/t" || :
		within 10 nf-sent "$BATS_TEST_TMPDIR/t" > /dev/null
	done
}

@test "nf-sent: sentences are numbered through the document and keep role and at" {
	printf 'doc\ta\t0\t0\t0\t-\t-\tnf=1\npara\ta\t1\t0\t9\tOne. Two.\t-\tat=5-20|role=text\ndate\ta\t1\t5\t8\tTwo\t-\t-\npara\ta\t2\t10\t16\tThree.\t-\trole=item\n' \
	    > "$BATS_TEST_TMPDIR/in"
	run -0 nf-sent "$BATS_TEST_TMPDIR/in"
	[ "$output" = "$(printf 'doc\ta\t0\t0\t0\t-\t-\tnf=1\nsent\ta\t1\t0\t4\tOne.\t-\tat=5-20|para=1|role=text\nsent\ta\t2\t5\t9\tTwo.\t-\tat=5-20|para=1|role=text\ndate\ta\t2\t5\t8\tTwo\t-\t-\nsent\ta\t3\t10\t16\tThree.\t-\tpara=2|role=item')" ]
}

@test "nf-train: what it is given twice gives the same model" {
	printf 'One two. Three four.\n\nFive Inc. Six seven.\n' > "$BATS_TEST_TMPDIR/a.txt"
	printf '0\t8\n9\t20\n22\t31\n32\t42\n' > "$BATS_TEST_TMPDIR/a.spans"
	cd "$BATS_TEST_TMPDIR"
	nf-train sent a.txt a.spans > one
	nf-train sent a.txt a.spans > two
	cmp one two
	[ "$(head -c 7 one)" = nfmodel ]
}

@test "nf-train: a model that is none is named, and the status is 2" {
	run -2 --separate-stderr nf-train nothing "$BATS_TEST_FILENAME"
	[ "$stderr" = 'nf-train: nothing: no such model: see --help' ]
}

@test "nf-sent: 448 of the 502 sentence break tests of Unicode 15.0 agree" {
	# nf-sent(1), CAVEATS, tells of the others
	file=/usr/share/unicode/auxiliary/SentenceBreakTest.txt
	grep -qs '^# SentenceBreakTest-15.0.0.txt' $file ||
		skip "unicode-data of version 15.0 is not installed"
	mkdir "$BATS_TEST_TMPDIR/cases"
	cd "$BATS_TEST_TMPDIR"
	LC_ALL=C awk -v dir=cases -f "$ROOT/tests/oracle/sentence_break.awk" $file > expected
	nf-sent cases/* | awk -F '\t' '
		FILENAME == "expected" { all[$0]; next }
		$2 != doc { agree += doc starts in all; doc = $2; starts = "" }
		{ starts = starts " " $4 }
		END { print agree + (doc starts in all) }' expected - > agree
	run -0 cat agree
	# and 16 of blanks alone, which give no row
	[ "$output" = 432 ]
}

@test "nf-sent: a paragraph of hard-wrapped lines is whole wherever it stands" {
	awk 'BEGIN { for (i = 0; i < 30000; i++)
		print "The town council said that the bridge\nwould be closed until the end of the\nyear.\n" }' \
	    > "$BATS_TEST_TMPDIR/t"
	nf-sent -p -t "$BATS_TEST_TMPDIR/t" | sort | uniq -c > "$BATS_TEST_TMPDIR/out"
	run -0 cat "$BATS_TEST_TMPDIR/out"
	[ "$output" = "  30000 The town council said that the bridge would be closed until the end of the year." ]
}

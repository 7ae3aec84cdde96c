#!/usr/bin/env bats
# nf-ents.bats - nf-ents: options, models, and what it takes

bats_require_minimum_version 1.5.0
load helper

@test "nf-ents: a file that is no model is named, and the status is 2" {
	echo 'not a model' > "$BATS_TEST_TMPDIR/m"
	run -2 --separate-stderr nf-ents -m "$BATS_TEST_TMPDIR/m" < /dev/null
	[ "$output" = '' ]
	[ "$stderr" = "nf-ents: $BATS_TEST_TMPDIR/m: not a model" ]
}

@test "nf-ents: a line of a list without a kind is reported, and the status is 2" {
	printf 'A\torg\nB\tcompany\n' > "$BATS_TEST_TMPDIR/l"
	run -2 --separate-stderr nf-ents -g "$BATS_TEST_TMPDIR/l" < /dev/null
	[ "$stderr" = "nf-ents: $BATS_TEST_TMPDIR/l:2: not a name, a TAB and a kind" ]
}

@test "nf-ents -g: a name is found where the model sees none" {
	printf 'qwertz\torg\tQwertz Works\n' > "$BATS_TEST_TMPDIR/l"
	run -0 nf-ents -o -g "$BATS_TEST_TMPDIR/l" <<< 'the qwertz is here'
	[ "$output" = "$(printf 'org\t-\t1\t4\t10\tqwertz\tQwertz Works\tp=0.99')" ]
}

@test "nf-ents: what a document does not say, another one does not teach" {
	printf 'doc\ta\t0\t0\t0\t-\t-\tnf=1\npara\ta\t1\t0\t23\tBashar al-Assad was ill.\t-\t-\n' |
	    sed 's/\t23\t/\t24\t/' > "$BATS_TEST_TMPDIR/a"
	printf 'doc\tb\t0\t0\t0\t-\t-\tnf=1\npara\tb\t1\t0\t14\tAssad was ill.\t-\t-\n' > "$BATS_TEST_TMPDIR/b"
	cat "$BATS_TEST_TMPDIR/a" "$BATS_TEST_TMPDIR/b" | nf-ents > "$BATS_TEST_TMPDIR/both"
	{ nf-ents "$BATS_TEST_TMPDIR/a"; nf-ents "$BATS_TEST_TMPDIR/b"; } > "$BATS_TEST_TMPDIR/each"
	cmp "$BATS_TEST_TMPDIR/both" "$BATS_TEST_TMPDIR/each"
}

@test "nf-ents: names stay when a long text is worked on in parts" {
	i=0
	while [ $i -lt 6000 ]; do
		printf 'Rain fell on KYIV and on the hills. '
		i=$((i + 1))
	done > "$BATS_TEST_TMPDIR/long"
	run -0 sh -c "nf-ents -o '$BATS_TEST_TMPDIR/long' | cut -f7 | sort | uniq -c"
	[ "$(echo $output)" = '6000 Kyiv' ]
}

@test "nf-train ents: a model of the user's own finds what it was taught" {
	i=0
	while [ $i -lt 40 ]; do
		printf 'Yesterday\tO\nZorgon\tB-PER\nVex%s\tI-PER\nwent\tO\nto\tO\nQuuxland\tB-LOC\n.\tO\n\n' $i
		i=$((i + 1))
	done > "$BATS_TEST_TMPDIR/c"
	nf-train ents "$BATS_TEST_TMPDIR/c" > "$BATS_TEST_TMPDIR/m"
	nf-train ents "$BATS_TEST_TMPDIR/c" | cmp - "$BATS_TEST_TMPDIR/m"
	run -0 sh -c "echo 'Yesterday Zorgon Vex7 went to Quuxland.' | nf-ents -o -m '$BATS_TEST_TMPDIR/m' | cut -f1,6"
	[ "$output" = "$(printf 'person\tZorgon Vex7\nplace\tQuuxland')" ]
}

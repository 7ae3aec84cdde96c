#!/usr/bin/env bats
# promises.bats - the promises of nf(5), on real pages and on made streams

bats_require_minimum_version 1.5.0
load helper

setup_file() {
	make_streams "$BATS_FILE_TMPDIR"
	# A stream that no program wrote: unsorted rows, unknown kinds, rows
	# before any unit, malformed ones, bare text between.
	awk 'BEGIN {
		OFS = "\t"; srand(7)
		print "note", "x", 0, 0, 0, "-", "-", "-"
		for (d = 0; d < 20; d++) {
			if (d % 3) print "doc", "d" d, 0, 0, 0, "-", "2024-07-25", "nf=1"
			for (u = 1; u <= 9; u++) {
				t = "On Monday Mr Smith paid $5 million to 12 men in Paris."
				print (u % 2 ? "sent" : "para"), "d" d, u, u * 100, u * 100 + length(t), t, "-", "-"
				for (k = 0; k < 4; k++) {
					s = int(rand() * 40); e = s + 1 + int(rand() * 9)
					print substr("azbmtq", 1 + int(rand() * 6), 1), "d" d, u, u * 100 + s, u * 100 + e, substr(t, s + 1, e - s), "-", "-"
				}
				if (u == 5) print "para", "d" d, u, 9, 2, "abc", "-", "-"
				if (u == 7) print "a bare line of July 4, 2019 with\ta tab"
			}
		}
	}' > "$BATS_FILE_TMPDIR/made"
}

# without what nf-PROGRAM owns
without() {
	case $1 in
	nf-ents) grep -vE '^(person|org|place|norp|misc)	' ;;
	nf-dates) grep -vE '^(date|time|duration|set|range)	' ;;
	nf-nums) grep -vE '^(count|number|money|percent|quantity|age|ratio|fraction|score|ordinal|multiple)	' ;;
	esac
}

@test "transparency: rows of other kinds leave as they came" {
	for f in $ANNOTATORS; do
		$f "$BATS_FILE_TMPDIR/full" | without $f > "$BATS_TEST_TMPDIR/a"
		without $f < "$BATS_FILE_TMPDIR/full" | cmp - "$BATS_TEST_TMPDIR/a"
	done
}

@test "transparency: no row of a made stream is lost" {
	for f in $ANNOTATORS; do
		$f "$BATS_FILE_TMPDIR/made" 2>/dev/null | without $f |
		    grep -v 'a bare line' | sort > "$BATS_TEST_TMPDIR/a"
		without $f < "$BATS_FILE_TMPDIR/made" | grep -v 'a bare line' |
		    sort | cmp - "$BATS_TEST_TMPDIR/a"
	done
}

@test "idempotence: twice is once" {
	for f in $STEPS; do
		for s in full made; do
			$f "$BATS_FILE_TMPDIR/$s" > "$BATS_TEST_TMPDIR/a" 2>/dev/null || [ $s = made ]
			$f "$BATS_TEST_TMPDIR/a" 2>/dev/null | cmp - "$BATS_TEST_TMPDIR/a"
		done
	done
}

@test "order independence: six orders of the annotators, one output" {
	for s in units made; do
		for order in 'ents dates nums' 'ents nums dates' 'dates ents nums' \
		    'dates nums ents' 'nums ents dates' 'nums dates ents'; do
			set -- $order
			nf-$1 "$BATS_FILE_TMPDIR/$s" 2>/dev/null | nf-$2 2>/dev/null |
			    nf-$3 2>/dev/null | cksum
		done | sort -u | wc -l | grep -qx ' *1'
	done
}

@test "locality: a stream cut before a doc row gives the same bytes" {
	cd "$BATS_TEST_TMPDIR"
	awk '/^doc\t/ { n++ } { print > sprintf("part%03d", n) }' "$BATS_FILE_TMPDIR/paras"
	for p in part*; do
		nf-sent $p | nf-ents | nf-dates | nf-nums
	done | cmp - "$BATS_FILE_TMPDIR/full"
}

@test "locality: GNU parallel over blocks gives the same bytes" {
	command -v parallel >/dev/null || skip 'no parallel'
	parallel --will-cite --pipe --recend '\n' --recstart 'doc\t' --block 20k -k \
	    'nf-ents | nf-dates | nf-nums' < "$BATS_FILE_TMPDIR/units" |
	    cmp - "$BATS_FILE_TMPDIR/full"
}

@test "offsets: text is the slice of the document that start and end say" {
	cd "$BATS_TEST_TMPDIR"
	grep -v '^doc' "$BATS_FILE_TMPDIR/full" | cut -f2 | sort -u > docs
	while read -r doc; do
		case $doc in
		*.html) nf-clean --render "$doc" > text ;;
		*) cp "$doc" text ;;
		esac
		LC_ALL=C awk -F '\t' -v doc="$doc" '
			BEGIN { RS = "\001" } FNR == NR { all = $0; RS = "\n"; next }
			$2 == doc && !($1 == "doc" && $5 == 0) {
				slice = substr(all, $4 + 1, $5 - $4)
				gsub(/[\001-\037\177]/, " ", slice)
				if (slice != $6) { print; bad = 1 }
				n++
			}
			END { exit bad || !n }
		' text "$BATS_FILE_TMPDIR/full"
	done < docs
}

@test "shape: eight fields, none empty, one newline at the end" {
	for s in paras units full; do
		awk -F '\t' 'NF != 8 { exit 1 } { for (i = 1; i <= 8; i++) if ($i == "") exit 1 }' \
		    "$BATS_FILE_TMPDIR/$s"
		tail -c 1 "$BATS_FILE_TMPDIR/$s" | od -An -c | grep -q '\\n'
	done
}

@test "canonical order: start ascending, end descending, kind ascending" {
	nf-ents "$BATS_FILE_TMPDIR/made" 2>/dev/null | nf-nums 2>/dev/null |
	    cat - "$BATS_FILE_TMPDIR/full" | awk -F '\t' '
		$1 ~ /^(doc|para|sent|junk)$/ || $6 == "abc" { s = -1; fixed = $6 == "abc" || $1 == "doc"; next }
		fixed { next }
		s >= 0 && ($4 < s || ($4 == s && ($5 > e || ($5 == e && $1 < k)))) { print; exit 1 }
		{ s = $4; e = $5; k = $1 }'
}

@test "determinism: no locale, no time zone, no terminal" {
	page=$ARTICLES/ferry-toll.txt
	for f in $STEPS; do
		LC_ALL=tr_TR.UTF-8 LANG=C TZ=Pacific/Apia TERM=dumb $f "$page" > "$BATS_TEST_TMPDIR/a"
		$f "$page" | cmp - "$BATS_TEST_TMPDIR/a"
	done
}

@test "determinism: one byte at a time or all at once" {
	page=$ARTICLES/ferry-toll.txt
	for f in $STEPS; do
		dd if="$page" bs=1 count=3000 status=none | $f > "$BATS_TEST_TMPDIR/a"
		head -c 3000 "$page" | $f | cmp - "$BATS_TEST_TMPDIR/a"
		dd if="$BATS_FILE_TMPDIR/full" bs=1 count=9000 status=none | $f > "$BATS_TEST_TMPDIR/a" 2>/dev/null || :
		head -c 9000 "$BATS_FILE_TMPDIR/full" | $f 2>/dev/null | cmp - "$BATS_TEST_TMPDIR/a"
	done
}

@test "-u: a line is answered before the next one comes" {
	for f in nf-sent $ANNOTATORS; do
		mkfifo "$BATS_TEST_TMPDIR/$f"
		$f -u < "$BATS_TEST_TMPDIR/$f" > "$BATS_TEST_TMPDIR/$f.out" &
		exec 7> "$BATS_TEST_TMPDIR/$f"
		echo 'On July 24, 2024 Anna Berg paid $5.' >&7
		for i in 1 2 3 4 5 6 7 8 9 10; do
			[ -s "$BATS_TEST_TMPDIR/$f.out" ] && break
			sleep 0.1
		done
		[ -s "$BATS_TEST_TMPDIR/$f.out" ]
		exec 7>&-
		wait
	done
}

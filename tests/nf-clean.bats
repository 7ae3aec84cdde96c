#!/usr/bin/env bats
# nf-clean.bats - what nf-clean does with pages, good and bad

bats_require_minimum_version 1.5.0
load helper

# page TEXT: a small page with an article around the text
page() {
	printf '<html><head><title>A day at sea</title></head><body><nav><a href=/>Home</a></nav><article><h1>A day at sea</h1>'
	for i in 1 2 3 4; do
		printf '<p>The boat number %s left the harbour at dawn, and the people on the pier waved for a long time. It was the first trip of the year.</p>' "$i"
	done
	printf '%s</article><footer>Imprint</footer></body></html>\n' "$1"
}

@test "HTML is known by its first bytes, --from decides otherwise" {
	page > "$BATS_TEST_TMPDIR/a"
	nf-clean "$BATS_TEST_TMPDIR/a" | grep -q $'\tA day at sea\t-\tat='
	! nf-clean --from=text "$BATS_TEST_TMPDIR/a" | grep -q 'at='
	echo 'Not a page at all, but a sentence of prose that is long enough.' |
		nf-clean --from=html --render > "$BATS_TEST_TMPDIR/b"
	grep -qx 'Not a page at all, but .*' "$BATS_TEST_TMPDIR/b"
	run -2 nf-clean --from=pdf
}

@test "offsets of HTML count in what --render prints" {
	page '<p>Caf&eacute; &amp; bar <b>open</b>.</p>' > "$BATS_TEST_TMPDIR/a"
	nf-clean --render "$BATS_TEST_TMPDIR/a" > "$BATS_TEST_TMPDIR/text"
	nf-clean -j "$BATS_TEST_TMPDIR/a" | cut -f 4-6 | grep -v '^0	0' |
		while IFS="$(printf '\t')" read -r start end text; do
			tail -c +$((start + 1)) "$BATS_TEST_TMPDIR/text" |
				head -c $((end - start)) > "$BATS_TEST_TMPDIR/got"
			printf %s "$text" | cmp - "$BATS_TEST_TMPDIR/got"
		done
}

@test "the encoding: UTF-8 when valid, else declared, else windows-1252" {
	accents='<p>Déjà vu: the café was open, and it stayed so for the whole of a long and rainy day in March.</p>'
	page "$accents" > "$BATS_TEST_TMPDIR/utf8"
	sed 's/<head>/<head><meta charset=iso-8859-2>/' "$BATS_TEST_TMPDIR/utf8" > "$BATS_TEST_TMPDIR/wrong"
	iconv -f UTF-8 -t WINDOWS-1252 "$BATS_TEST_TMPDIR/utf8" > "$BATS_TEST_TMPDIR/none"
	sed 's/<head>/<head><meta charset="ISO-8859-1"><meta charset=utf-8>/' "$BATS_TEST_TMPDIR/none" > "$BATS_TEST_TMPDIR/twice"
	iconv -f UTF-8 -t UTF-16 "$BATS_TEST_TMPDIR/utf8" > "$BATS_TEST_TMPDIR/utf16"
	for f in utf8 wrong none twice utf16; do
		nf-clean --render "$BATS_TEST_TMPDIR/$f" | grep -q 'Déjà vu: the café'
	done
	nf-clean --render --charset=latin1 "$BATS_TEST_TMPDIR/none" | grep -q 'Déjà'
	run -2 nf-clean --charset=klingon
}

@test "East Asian pages are decoded though iconv loads its tables late" {
	for e in GB18030 BIG5 SHIFT_JIS EUC-JP; do
		page '<p>中文 is here.</p>' | sed "s/<head>/<head><meta charset=$e>/" |
			iconv -f UTF-8 -t $e > "$BATS_TEST_TMPDIR/$e"
		nf-clean --render "$BATS_TEST_TMPDIR/$e" | grep -q '中文 is here'
	done
}

@test "a text is decoded with --charset only" {
	printf 'D\351j\340 vu, said the man who had been there before, and went home.\n' > "$BATS_TEST_TMPDIR/a"
	nf-clean --render --charset=latin1 "$BATS_TEST_TMPDIR/a" | grep -q 'Déjà vu'
	nf-clean -j "$BATS_TEST_TMPDIR/a" | grep -q 'D?j? vu'
}

@test "a page without text: a doc row and no para" {
	echo '<html><body><script>x</script></body></html>' > "$BATS_TEST_TMPDIR/a"
	[ "$(nf-clean "$BATS_TEST_TMPDIR/a" | cut -f 1)" = doc ]
	run -1 nf-clean -e "$BATS_TEST_TMPDIR/a"
}

@test "binary, cut-off and empty input: rows of the right shape, status 0" {
	head -c 200000 "$BIN/nf-clean" > "$BATS_TEST_TMPDIR/binary"
	page | head -c 300 > "$BATS_TEST_TMPDIR/cut"
	printf '<html>\0\0<p>a\0b' > "$BATS_TEST_TMPDIR/nul"
	: > "$BATS_TEST_TMPDIR/empty"
	for f in binary cut nul empty; do
		for from in auto html text; do
			nf-clean -j --from=$from "$BATS_TEST_TMPDIR/$f" > "$BATS_TEST_TMPDIR/out"
			awk -F '\t' 'NF != 8 { exit 1 } { for (i = 1; i <= 8; i++) if ($i == "") exit 1 }' "$BATS_TEST_TMPDIR/out"
		done
	done
}

@test "hostile pages cost time and memory in line with their size" {
	[ "${B-}" != build/san ] || skip 'sanitizers take memory'
	awk 'BEGIN { for (i = 0; i < 200000; i++) printf "<div>"; print "x" }' > "$BATS_TEST_TMPDIR/deep"
	awk 'BEGIN { printf "<a"; for (i = 0; i < 20000; i++) printf " a%d=%d", i, i; print ">x" }' > "$BATS_TEST_TMPDIR/attrs"
	awk 'BEGIN { for (i = 0; i < 100000; i++) printf "<p>a</b>"; print "" }' > "$BATS_TEST_TMPDIR/short"
	awk 'BEGIN { for (i = 0; i < 100000; i++) printf "<!--<table><"; print "" }' > "$BATS_TEST_TMPDIR/open"
	for f in deep attrs short open; do
		(ulimit -t 5 -v 150000; nf-clean --from=html "$BATS_TEST_TMPDIR/$f" > /dev/null)
	done
}

@test "a page of 8 MB takes three times its size and 8 MiB at most" {
	[ "${B-}" != build/san ] || skip 'sanitizers take memory'
	size=8000000
	yes '<li>a' | head -c $size > "$BATS_TEST_TMPDIR/items"
	yes '<div><div class="a b"><div id=c>x</div></div></div>' | head -c $size > "$BATS_TEST_TMPDIR/nested"
	yes '<div class="story-body"><p>The harbour was quiet on that day, and nobody came to look at it.</p></div>' |
		head -c $size > "$BATS_TEST_TMPDIR/prose"
	for f in items nested prose; do
		for options in -jw --render; do
			/usr/bin/time -f %M -o "$BATS_TEST_TMPDIR/peak" nf-clean --from=html $options "$BATS_TEST_TMPDIR/$f" > /dev/null
			[ "$(cat "$BATS_TEST_TMPDIR/peak")" -le $((size * 3 / 1024 + 8192)) ]
		done
	done
}

@test "a page of 8 MB that is not UTF-8 takes four times its size and 8 MiB at most" {
	[ "${B-}" != build/san ] || skip 'sanitizers take memory'
	size=8000000
	yes "$(printf '<p>The caf\351 was quiet on that day, and nobody came to look at it.</p>')" |
		head -c $size > "$BATS_TEST_TMPDIR/latin"
	yes '<p>The harbour was quiet on that day, and nobody came to look at it.</p>' | head -c $((size / 2)) |
		iconv -t UTF-16 > "$BATS_TEST_TMPDIR/wide"
	for f in latin wide; do
		/usr/bin/time -f %M -o "$BATS_TEST_TMPDIR/peak" nf-clean --from=html -jw "$BATS_TEST_TMPDIR/$f" > /dev/null
		[ "$(cat "$BATS_TEST_TMPDIR/peak")" -le $((size * 4 / 1024 + 8192)) ]
	done
}

@test "a thousand files on the command line" {
	for i in $(seq 1000); do
		echo "The harbour was quiet on day $i, and nobody came to look at it." > "$BATS_TEST_TMPDIR/$i"
	done
	[ "$(cd "$BATS_TEST_TMPDIR" && nf-clean $(seq 1000) | grep -c '^doc')" = 1000 ]
}

@test "--learn and --site: what stands on three pages goes" {
	for i in 1 2 3; do
		printf 'The Post of the island, a paper for all of us who live here by the sea.\nThe story number %d is about a boat that left and did not come back until noon.\n' $i > "$BATS_TEST_TMPDIR/$i"
	done
	nf-clean --learn "$BATS_TEST_TMPDIR"/[123] > "$BATS_TEST_TMPDIR/lines"
	[ "$(wc -l < "$BATS_TEST_TMPDIR/lines")" = 1 ]
	nf-clean -j --site="$BATS_TEST_TMPDIR/lines" "$BATS_TEST_TMPDIR/1" |
		grep -q '^junk.*The Post of the island.*	site	'
	run -2 nf-clean --site="$BATS_TEST_TMPDIR/1" "$BATS_TEST_TMPDIR/1"
}

@test "--roles selects, -t prints text alone" {
	page > "$BATS_TEST_TMPDIR/a"
	[ "$(nf-clean -t --roles=title "$BATS_TEST_TMPDIR/a")" = 'A day at sea' ]
	run -2 nf-clean --roles=text,poem
}

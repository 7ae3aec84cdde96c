#!/usr/bin/env bats
# view.bats - nf-view: pages that are safe, switches that work, colours

bats_require_minimum_version 1.5.0
load helper

MARKS=$BATS_TEST_DIRNAME/golden/nf-view/marks.in

# The page without its style sheet.
page() {
	nf-view --html "$@" | sed '/^<style>$/,/^<\/style>$/d'
}

@test "nf-view --html: what comes from the stream is text" {
	printf 'doc\t<script>x\t0\t0\t0\t</title><script>alert("1")</script>\t"><img src=x>\tauthor=<i>|site=&lt;|url=javascript:alert(1)\n' > "$BATS_TEST_TMPDIR/in"
	printf 'junk\t<script>x\t1\t0\t5\t<b>&x\t<u>\t-\nsent\t<script>x\t1\t6\t9\t<a>\t-\tpara="|role="x\n' >> "$BATS_TEST_TMPDIR/in"
	printf 'a"b\t<script>x\t1\t6\t9\t<a>\t"'"'"'<\tx="|y=<z>\n' >> "$BATS_TEST_TMPDIR/in"
	page "$BATS_TEST_TMPDIR/in" > "$BATS_TEST_TMPDIR/out"
	! grep -E '<(script|img|i|b|u|a)>|<img|javascript:|<z>' "$BATS_TEST_TMPDIR/out"
	grep -qF '&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;' "$BATS_TEST_TMPDIR/out"
	grep -qF 'data-kind="a&quot;b" data-tip="a&quot;b: &quot;&#39;&lt;&#10;x &quot;&#10;y &lt;z&gt;"' "$BATS_TEST_TMPDIR/out"
	grep -qF '<p class="text">' "$BATS_TEST_TMPDIR/out"
}

@test "nf-view --html: one page that asks for nothing from elsewhere" {
	nf-view --html "$MARKS" > "$BATS_TEST_TMPDIR/out"
	! grep -E '<script|<link|@import|url\(|src=|@font-face' "$BATS_TEST_TMPDIR/out"
	grep -qF "default-src 'none'" "$BATS_TEST_TMPDIR/out"
	grep -qF 'color-scheme: light dark' "$BATS_TEST_TMPDIR/out"
}

@test "nf-view --html: marks nest, also where rows cross" {
	page "$MARKS" | grep -oE '</?(mark|p|span|article|section|table|aside|div|nav|ol|li|a|s|small|h1|h3|header|tr|td)[ >]' |
	    awk '{ gsub(/[<> ]/, "") }
		/^\// { if (stack[n--] != substr($0, 2)) { print "bad", $0; exit 1 } next }
		{ stack[++n] = $0 } END { exit n != 0 }'
	page "$MARKS" | grep -q '<mark class="person"[^>]*>Grace <mark class="other"[^>]*>Achieng</mark></mark><mark class="other"[^>]*> said</mark>'
}

@test "nf-view --html: no rows make a page too" {
	run -0 page /dev/null
	[[ $output == *'</html>' ]]
	run -0 nf-view /dev/null
	[ -z "$output" ]
	run -0 nf-view --timeline --html /dev/null
	[[ $output == *'No sentence has a date.'* ]]
}

@test "nf-view --html: Chromium shows every mark, and hides what is switched off" {
	command -v chromium > /dev/null || skip 'chromium is not installed'
	cd "$BATS_TEST_TMPDIR"
	see() { timeout 60 chromium --headless --no-sandbox --disable-gpu --user-data-dir="$PWD/chromium" "$@" 2> /dev/null; }
	nf-view --html "$MARKS" > page.html
	see --dump-dom "file://$PWD/page.html" > dom
	[ "$(grep -o '<mark' dom | wc -l)" = "$(grep -o '<mark' page.html | wc -l)" ]
	[ "$(grep -o '<input' dom | wc -l)" = "$(grep -o '<input' page.html | wc -l)" ]
	# the same page with everything off has the colours of plain text only
	sed 's/ checked>/>/' page.html > off.html
	see --screenshot="$PWD/on.png" "file://$PWD/page.html" > /dev/null
	see --screenshot="$PWD/off.png" "file://$PWD/off.html" > /dev/null
	[ -s on.png ] && [ -s off.png ] && ! cmp -s on.png off.png
}

@test "nf-view --timeline --html: a dot and a line for each moment, in order" {
	run -0 nf-view --timeline --html "${MARKS%marks.in}timeline.in"
	[ "$(grep -c '<circle' <<< "$output")" = 5 ]
	[ "$(grep -c '<li id="m' <<< "$output")" = 5 ]
	[ "$(grep '<h2>' <<< "$output" | tr -d '\n')" = '<h2>0800</h2><h2>1999</h2><h2>2025</h2>' ]
}

@test "nf-view: colour goes to a terminal, not to a file, and NO_COLOR is heard" {
	command -v script > /dev/null || skip 'script is not installed'
	see() { script -qec "TERM=xterm $1 nf-view $2 '$MARKS'" /dev/null < /dev/null; }
	run -0 see '' ''
	[[ $output == *$'\033'* ]]
	run -0 see 'NO_COLOR=1' ''
	[[ $output != *$'\033'* ]]
	run -0 see 'NO_COLOR=1' '--color=always'
	[[ $output == *$'\033'* ]]
	run -0 nf-view "$MARKS"
	[[ $output != *$'\033'* ]]
	run -2 --separate-stderr nf-view --color=blue
	[ "$stderr" = "nf-view: --color: not a valid WHEN: 'blue'" ]
}

@test "nf-view: no text can speak to the terminal" {
	printf 'sent\tx\t1\t0\t11\ta\302\233b\342\200\256c\033[d\t-\t-\n' > "$BATS_TEST_TMPDIR/in"
	nf-view "$BATS_TEST_TMPDIR/in" | LC_ALL=C grep -qF 'a??b???c'
	! nf-view "$BATS_TEST_TMPDIR/in" | LC_ALL=C grep -q "$(printf '\302\233\|\033\|\342\200\256')"
}

@test "nf-view: COLUMNS is the width, -e tells that nothing was marked" {
	COLUMNS=30 nf-view "$MARKS" | grep -qxE '(─){30}'
	run -1 nf-view -e -k nothing "$MARKS"
	run -0 nf-view -e -k place "$MARKS"
}

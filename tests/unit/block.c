/* block - what looks at 64 bytes at once sees what a loop over bytes sees */
#include "block.h"

#include "buf.h"
#include "fake.h"
#include "sentence_scan.h"
#include "sentence_view.h"
#include "unit.h"
#include "utf8.h"

enum { MOST = 300 };

/* A text that is the same on every machine: mostly letters, with signs. */
static struct str
make_text(char bytes[MOST], unsigned seed)
{
	static const char signs[] = ".?!):('-[]\" ,;>&\t\x7f\xc2\xab\xbb"
	    "\xe2\x80\x99\x9c\x9d\xa6\xd8\x9f\xd5\xd6\xf0\x9f\x98\x80"
	    "\xff\xc0\xed\xa0";
	unsigned x = seed * 2654435761u + 1;
	size_t i, n = seed % MOST;

	for (i = 0; i < n; i++) {
		x = x * 1664525u + 1013904223u;
		bytes[i] = x >> 24 < 256 / (1 + seed % 7)
		    ? signs[(x >> 8) % (sizeof signs - 1)]
		    : (char)("aZ"[x >> 9 & 1] + (int)((x >> 10) % 8) *
			      (x >> 9 & 1 ? -1 : 1));
	}
	return (struct str){ bytes, n };
}

static bool
begins_gap(struct str text, size_t at)
{
	unsigned char c = (unsigned char)text.s[at];

	return c && (strchr(".?!):", c) ||
		strchr("\xd6\xd8\xdb\xe0\xe1\xe2\xe3\xef\xf0", c));
}

static bool
is_curly(struct str text, size_t at)
{
	return text.n - at >= 3 && memcmp(text.s + at, "\xe2\x80", 2) == 0 &&
	    (unsigned char)text.s[at + 2] >= 0x98 &&
	    (unsigned char)text.s[at + 2] <= 0x9f;
}

static void
check_scan(struct str text)
{
	struct block_scan scan = { .text = text };
	size_t at = 0;

	while (at < text.n) {
		if (!begins_gap(text, at)) {
			at++;
		} else if (is_curly(text, at)) {
			at += 3;
		} else {
			/* what was given out is not given out again */
			CHECK_SIZE(sentence_scan(&scan, at - at % 2), at);
			at++;
		}
	}
	CHECK_SIZE(sentence_scan(&scan, at), text.n);
}

static void
check_scrub(struct str text)
{
	char bytes[MOST], want[MOST];
	size_t i, length;

	memcpy(bytes, text.s, text.n);
	memcpy(want, text.s, text.n);
	for (i = 0; i < text.n; i += length) {
		uint32_t c = utf8_decode(text, i, &length);

		if (c < ' ' || c == 0x7f)
			want[i] = ' ';
		else if (c == UTF8_BAD && length == 1)
			want[i] = '?';
	}
	utf8_scrub(bytes, text.n);
	CHECK(memcmp(bytes, want, text.n) == 0);
}

static bool
is_letter(struct str text, size_t at)
{
	unsigned char c = (unsigned char)text.s[at];

	return c >= 0x80 ? c != 0xc2 && c != 0xe2 : utf8_is_letter(c);
}

/* The words of the last 240 bytes, byte by byte. */
static void
check_sofar(struct str text)
{
	struct view v = { .text = text, .gap = { .stop = text.n } };
	struct sofar got = view_sofar(&v), want = { 0 };
	size_t i = text.n > 240 ? text.n - 240 : 0;

	while (i < text.n) {
		if (!is_letter(text, i)) {
			char c = text.s[i++];

			want.bracketed = c == '(' || c == '[' ||
			    (want.bracketed && c != ')' && c != ']');
			continue;
		}
		want.words++;
		want.lowers += text.n - i >= 3 &&
		    utf8_is_lower((unsigned char)text.s[i] & 0x7fu) &&
		    (unsigned char)text.s[i] < 0x80 &&
		    text.s[i + 1] >= 'a' && text.s[i + 1] <= 'z' &&
		    text.s[i + 2] >= 'a' && text.s[i + 2] <= 'z';
		while (i < text.n && (is_letter(text, i) ||
			text.s[i] == '\'' || text.s[i] == '-' ||
			text.s[i] == '.'))
			i++;
	}
	CHECK_SIZE(got.words, want.words);
	CHECK_SIZE(got.lowers, want.lowers);
	CHECK_SIZE(got.bracketed, want.bracketed);
}

static void
check_digits(void)
{
	char got[BUF_DIGITS], want[32];
	size_t power, value;
	int k;

	for (power = 1; power; power = power > SIZE_MAX / 10 ? 0 : power * 10)
		for (k = -2; k < 3; k++) {
			value = power + (size_t)k;
			CHECK_STR(((struct str){ got,
				(size_t)(buf_digits(got, value) - got) }),
			    (snprintf(want, sizeof want, "%zu", value), want));
		}
}

int
main(void)
{
	char bytes[MOST];
	unsigned seed;

	TEST("signs, controls and words are seen at each place of a block");
	for (seed = 0; seed < 6000; seed++) {
		struct str text = make_text(bytes, seed);

		check_scan(text);
		check_scrub(text);
		check_sofar(text);
	}
	TEST("numbers are written with all of their digits and no more");
	check_digits();
	return unit_done();
}

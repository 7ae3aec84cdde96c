/* utf8 - well-formed or not, and what becomes of it */
#include "fake.h"
#include "unit.h"
#include "utf8.h"

static const struct {
	const char *text;
	size_t valid; /* length of the well-formed beginning */
	const char *clean;
} texts[] = {
	{ "", 0, "" },
	{ "abc", 3, "abc" },
	{ "a\tb\x7f", 4, "a b " },
	{ "caf\xc3\xa9", 5, "caf\xc3\xa9" },
	{ "\xc3", 0, "?" },
	{ "\x80", 0, "?" },
	{ "\xc0\x80", 0, "??" },             /* overlong NUL */
	{ "\xc1\xbf", 0, "??" },
	{ "\xe0\x9f\xbf", 0, "???" },        /* overlong */
	{ "\xe0\xa0\x80", 3, "\xe0\xa0\x80" },
	{ "\xed\x9f\xbf", 3, "\xed\x9f\xbf" },
	{ "\xed\xa0\x80", 0, "???" },        /* a surrogate */
	{ "\xef\xbf\xbf", 3, "\xef\xbf\xbf" },
	{ "\xf0\x8f\xbf\xbf", 0, "????" },   /* overlong */
	{ "\xf0\x90\x80\x80", 4, "\xf0\x90\x80\x80" },
	{ "\xf4\x8f\xbf\xbf", 4, "\xf4\x8f\xbf\xbf" },
	{ "\xf4\x90\x80\x80", 0, "????" },   /* above U+10FFFF */
	{ "\xf5\x80\x80\x80", 0, "????" },
	{ "ab\xe2\x82", 2, "ab??" },         /* cut */
	{ "ab\xe2\x82z", 2, "ab??z" },
	{ "\xe2\x80\xae\xc2\x85", 5, "\xe2\x80\xae\xc2\x85" },
	{ "twelve bytes and a \x1b[31m red", 28,
	    "twelve bytes and a  [31m red" },
};

static void
check_texts(struct arena *a)
{
	size_t i;

	for (i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct str t = str_of(texts[i].text);

		CHECK_SIZE(utf8_valid(t), texts[i].valid);
		CHECK_STR(utf8_clean(a, t), texts[i].clean);
	}
}

/* What is decoded forwards is decoded backwards, and written again. */
static void
check_points(void)
{
	uint32_t c, back;
	size_t n, length, before;
	char bytes[8] = "x";

	for (c = 0; c < 0x110100; c++) {
		bool bad = c > 0x10ffff || (c >= 0xd800 && c < 0xe000);
		struct str t = { bytes, 1 + utf8_encode(c, bytes + 1) };

		n = t.n - 1;
		back = utf8_before(t, t.n, &before);
		if (utf8_decode(t, 1, &length) != (bad ? UTF8_BAD : c) ||
		    back != (bad ? UTF8_BAD : c) || length != n ||
		    before != n || utf8_valid(t) != t.n) {
			printf("# U+%04X\n", (unsigned)c);
			CHECK(false);
		}
	}
}

static void
check_before(void)
{
	size_t n;

	CHECK_SIZE(utf8_before(STR("\xe2\x82"), 2, &n), UTF8_BAD);
	CHECK_SIZE(n, 1);
	CHECK_SIZE(utf8_before(STR("\x80\x80\x80\x80\x80"), 5, &n), UTF8_BAD);
	CHECK_SIZE(n, 1);
	CHECK_SIZE(utf8_before(STR("\xc3\xa9\xa9"), 3, &n), UTF8_BAD);
	CHECK_SIZE(n, 1);
}

static const struct {
	const char *text, *lower, *fold;
} forms[] = {
	{ "", "", "" },
	{ "ABC", "abc", "abc" },
	{ "\xc3\x89t\xc3\xa9", "\xc3\xa9t\xc3\xa9", "ete" },
	{ "\xc8\xba\xc8\xba\xc8\xba\xc8\xba\xc8\xba\xc8\xba\xc8\xba\xc8\xba"
	  "\xc8\xba",
	    "\xe2\xb1\xa5\xe2\xb1\xa5\xe2\xb1\xa5\xe2\xb1\xa5\xe2\xb1\xa5"
	    "\xe2\xb1\xa5\xe2\xb1\xa5\xe2\xb1\xa5\xe2\xb1\xa5",
	    "\xe2\xb1\xa5\xe2\xb1\xa5\xe2\xb1\xa5\xe2\xb1\xa5\xe2\xb1\xa5"
	    "\xe2\xb1\xa5\xe2\xb1\xa5\xe2\xb1\xa5\xe2\xb1\xa5" },
	{ "O\xe2\x80\x99Neil", "o\xe2\x80\x99neil", "o'neil" },
	{ "A\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff",
	    "a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"
	    "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd",
	    "a??????????" },
};

static void
check_forms(struct arena *a)
{
	size_t i;

	for (i = 0; i < sizeof forms / sizeof *forms; i++) {
		CHECK_STR(utf8_lower(a, str_of(forms[i].text)),
		    forms[i].lower);
		CHECK_STR(utf8_fold(a, str_of(forms[i].text)), forms[i].fold);
	}
	CHECK_STR(utf8_nfc(a, STR("e\xcc\x81")), "\xc3\xa9");
	CHECK_STR(utf8_nfc(a, STR("abc")), "abc");
	/* what room was asked for is kept to, whatever the length */
	for (i = 1; i < 4 << 20; i = i * 5 / 4 + 1) {
		char *bad = arena_bytes(a, i);

		memset(bad, 0xff, i);
		CHECK_SIZE(utf8_lower(a, (struct str){ bad, i }).n, i * 3);
	}
}

int
main(void)
{
	struct arena a;

	arena_init(&a, &os_posix);
	TEST("ill-formed sequences are found as Unicode's table 3-7 has it");
	check_texts(&a);
	TEST("each code point is written, read and read backwards");
	check_points();
	check_before();
	TEST("lower case, folded and composed forms");
	check_forms(&a);
	TEST("classes of ASCII and beyond");
	CHECK(utf8_is_upper('A') && !utf8_is_upper('a') && !utf8_is_upper('@'));
	CHECK(utf8_is_lower('z') && !utf8_is_lower('{') && !utf8_is_lower('Z'));
	CHECK(utf8_is_letter(0xe9) && utf8_is_letter(0x301));
	CHECK(!utf8_is_letter('@') && !utf8_is_letter('['));
	CHECK(utf8_is_upper(0xc9) && utf8_is_lower(0xe9));
	CHECK(utf8_is_digit('0') && utf8_is_digit(0x661));
	CHECK(!utf8_is_digit('a'));
	CHECK(utf8_is_space(' ') && utf8_is_space('\t') && utf8_is_space(0xa0));
	CHECK(utf8_is_space(0x2028) && !utf8_is_space('a'));
	CHECK_SIZE(utf8_to_upper(0xe9), 0xc9);
	CHECK_SIZE(utf8_to_upper('q'), 'Q');
	CHECK_SIZE(utf8_to_lower('Q'), 'q');
	arena_free(&a);
	return unit_done();
}

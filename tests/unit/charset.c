/* charset - encodings of pages */
#include "charset.h"

#include "unit.h"

static struct arena arena;

static const struct {
	const char *label, *bytes, *text; /* no NUL in them */
} cases[] = {
	{ "latin1", "caf\xe9 \x80", "caf\xc3\xa9 \xe2\x82\xac" },
	{ " ISO-8859-2 ", "\xb1", "\xc4\x85" },
	{ "windows-1251", "\xcf\xf3\xf2\xe8\xed",
	    "\xd0\x9f\xd1\x83\xd1\x82\xd0\xb8\xd0\xbd" },
	{ "koi8-r", "\xd0", "\xd0\xbf" },
	{ "cp1253", "\xe1\xd2", "\xce\xb1\xef\xbf\xbd" },
	{ "utf8", "a\xff" "b", "a\xef\xbf\xbd" "b" },
	{ "utf-16le", "\x3d\xd8\x01\xde", "\xf0\x9f\x98\x81" },
	{ "gbk", "\xc4\xe3", "\xe4\xbd\xa0" },
	{ "shift_jis", "\x93\xfa", "\xe6\x97\xa5" },
	{ "euc-kr", "\xb0\xa1", "\xea\xb0\x80" },
};

static const struct {
	const char *page, *label; /* NULL: it declares none */
} declared[] = {
	{ "<meta charset=koi8-r>", "koi8-r" },
	{ "<META http-equiv=x content='text/html; charset = Latin1'>",
	    "windows-1252" },
	{ "<!-- <meta charset=koi8-r> --><meta charset=\"big5\">", "big5" },
	{ "<?xml version='1.0' encoding='ISO-8859-2'?>", "iso-8859-2" },
	{ "<meta charset=utf-16>", "utf-8" },
	{ "<meta charset=klingon><meta charset=euc-jp>", "euc-jp" },
	{ "<meta name=charset", NULL },
	{ "<p>charset=koi8-r", NULL },
};

int
main(void)
{
	size_t i;

	arena_init(&arena, &os_posix);
	TEST("text in each sort of encoding becomes UTF-8");
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct charset *c = charset_find(str_of(cases[i].label));

		CHECK(c != NULL);
		CHECK_STR(charset_convert(&arena, str_of(cases[i].bytes), c),
		    cases[i].text);
	}
	TEST("a page declares an encoding in its first bytes");
	for (i = 0; i < sizeof declared / sizeof *declared; i++) {
		const struct charset *c =
		    charset_declared(str_of(declared[i].page));

		CHECK(!c == !declared[i].label);
		if (c && declared[i].label)
			CHECK_STR(str_of(c->label), declared[i].label);
	}
	TEST("valid UTF-8 wins, a few bad bytes do not matter");
	CHECK_STR(charset_decode(&arena,
	    STR("<meta charset=latin1>caf\xc3\xa9"), NULL),
	    "<meta charset=latin1>caf\xc3\xa9");
	CHECK_STR(charset_decode(&arena, STR("\xe9t\xe9"), NULL),
	    "\xc3\xa9t\xc3\xa9");
	CHECK_STR(charset_decode(&arena, STR("\xfe\xff\0a\0b"), NULL), "ab");
	arena_free(&arena);
	return unit_done();
}

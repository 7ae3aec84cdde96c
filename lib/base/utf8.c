/* utf8 - Unicode text as bytes: validity, code points, classes, case */
#include "utf8.h"

#include <string.h>
#include <utf8proc.h>

#include "block.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* The length of the well-formed sequence at p, of n > 0 bytes; 0 when it is
 * ill-formed. Second bytes of 0xe0, 0xed, 0xf0 and 0xf4 are limited, so that
 * overlong forms, surrogates and what is above U+10FFFF are ill-formed. */
static size_t
sequence(const unsigned char *p, size_t n)
{
	unsigned char low = 0x80, high = 0xbf;
	size_t length, i;

	if (p[0] < 0x80)
		return 1;
	if (p[0] < 0xc2 || p[0] > 0xf4)
		return 0;
	length = p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
	if (n < length)
		return 0;
	switch (p[0]) {
	case 0xe0:
		low = 0xa0;
		break;
	case 0xed:
		high = 0x9f;
		break;
	case 0xf0:
		low = 0x90;
		break;
	case 0xf4:
		high = 0x8f;
		break;
	}
	if (p[1] < low || p[1] > high)
		return 0;
	for (i = 2; i < length; i++)
		if ((p[i] & 0xc0) != 0x80)
			return 0;
	return length;
}

static uint64_t
load(const unsigned char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof word);
	return word;
}

size_t
utf8_valid(struct str text)
{
	const unsigned char *p = (const unsigned char *)text.s;
	size_t i = 0, length;

	while (i < text.n) {
		while (text.n - i >= 8 &&
		    !(load(p + i) & 0x8080808080808080u))
			i += 8;
		if (i == text.n)
			break;
		length = sequence(p + i, text.n - i);
		if (!length)
			break;
		i += length;
	}
	return i;
}

uint32_t
utf8_decode(struct str text, size_t at, size_t *length)
{
	const unsigned char *p = (const unsigned char *)text.s + at;

	*length = sequence(p, text.n - at);
	switch (*length) {
	case 1:
		return p[0];
	case 2:
		return (p[0] & 0x1fu) << 6 | (p[1] & 0x3fu);
	case 3:
		return (p[0] & 0x0fu) << 12 | (p[1] & 0x3fu) << 6 |
		    (p[2] & 0x3fu);
	case 4:
		return (p[0] & 0x07u) << 18 | (p[1] & 0x3fu) << 12 |
		    (p[2] & 0x3fu) << 6 | (p[3] & 0x3fu);
	}
	*length = 1;
	return UTF8_BAD;
}

uint32_t
utf8_before(struct str text, size_t at, size_t *length)
{
	size_t back, n;
	uint32_t c;

	for (back = 1; back <= 4 && back <= at; back++) {
		if (((unsigned char)text.s[at - back] & 0xc0) == 0x80)
			continue;
		c = utf8_decode(str_slice(text, 0, at), at - back, &n);
		if (n != back)
			break;
		*length = n;
		return c;
	}
	*length = 1;
	return UTF8_BAD;
}

size_t
utf8_encode(uint32_t c, char bytes[4])
{
	if (c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
		c = UTF8_BAD;
	return (size_t)utf8proc_encode_char((utf8proc_int32_t)c,
	    (utf8proc_uint8_t *)bytes);
}

/* Which bytes of a block are no visible ASCII and no blank: one more than such
 * a byte is above a blank, also when both are taken as signed. */
#ifdef __SSE2__
static uint64_t
plain_lanes(const char *p)
{
	__m128i more = _mm_add_epi8(_mm_loadu_si128((const void *)p),
	    _mm_set1_epi8(1));

	return (uint64_t)_mm_movemask_epi8(_mm_cmpgt_epi8(more,
	    _mm_set1_epi8(' ')));
}

static uint64_t
unplain(const char *p)
{
	return ~(plain_lanes(p) | plain_lanes(p + 16) << 16 |
	    plain_lanes(p + 32) << 32 | plain_lanes(p + 48) << 48);
}
#else
static uint64_t
unplain(const char *p)
{
	uint64_t bits = 0;
	int i;

	for (i = 0; i < BLOCK; i++)
		bits |= (uint64_t)((unsigned char)(p[i] - ' ') >= 0x5f) << i;
	return bits;
}
#endif

void
utf8_scrub(char *bytes, size_t n)
{
	struct block_scan scan = { .text = { bytes, n } };
	unsigned char *p = (unsigned char *)bytes;
	size_t i, length;

	for (i = 0; (i = block_next(&scan, i, unplain)) < n; i += length) {
		length = sequence(p + i, n - i);
		if (!length)
			p[i] = '?';
		else if (length == 1)
			p[i] = ' ';
		if (!length)
			length = 1;
	}
}

/* The length of the beginning that utf8_scrub would not change. */
static size_t
clean_length(struct str text)
{
	struct block_scan scan = { .text = text };
	const unsigned char *p = (const unsigned char *)text.s;
	size_t i, length;

	for (i = 0; (i = block_next(&scan, i, unplain)) < text.n; i += length) {
		length = sequence(p + i, text.n - i);
		if (length <= 1) /* ill-formed, or a control byte */
			break;
	}
	return i;
}

struct str
utf8_clean(struct arena *a, struct str text)
{
	size_t good = clean_length(text);
	char *copy;

	if (good == text.n)
		return text;
	copy = arena_bytes(a, text.n);
	memcpy(copy, text.s, text.n);
	utf8_scrub(copy + good, text.n - good);
	return (struct str){ copy, text.n };
}

static utf8proc_category_t
category(uint32_t c)
{
	return utf8proc_category((utf8proc_int32_t)c);
}

bool
utf8_is_letter(uint32_t c)
{
	utf8proc_category_t k;

	if (c < 0x80)
		return (c | 32) - 'a' < 26;
	k = category(c);
	return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_ME;
}

bool
utf8_is_upper(uint32_t c)
{
	if (c < 0x80)
		return c - 'A' < 26;
	return category(c) == UTF8PROC_CATEGORY_LU ||
	    category(c) == UTF8PROC_CATEGORY_LT;
}

bool
utf8_is_lower(uint32_t c)
{
	if (c < 0x80)
		return c - 'a' < 26;
	return category(c) == UTF8PROC_CATEGORY_LL;
}

bool
utf8_is_digit(uint32_t c)
{
	if (c < 0x80)
		return c - '0' < 10;
	return category(c) == UTF8PROC_CATEGORY_ND;
}

bool
utf8_is_space(uint32_t c)
{
	utf8proc_category_t k;

	if (c < 0x80)
		return c == ' ' || c - '\t' < 5;
	k = category(c);
	return k == UTF8PROC_CATEGORY_ZS || k == UTF8PROC_CATEGORY_ZL ||
	    k == UTF8PROC_CATEGORY_ZP;
}

size_t
utf8_columns(uint32_t c)
{
	int width;

	if (c < 0x80)
		return c >= ' ' && c < 0x7f;
	width = utf8proc_charwidth((utf8proc_int32_t)c);
	return width > 0 ? (size_t)width : 0;
}

uint32_t
utf8_to_lower(uint32_t c)
{
	if (c < 0x80)
		return c - 'A' < 26 ? c + 32 : c;
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

uint32_t
utf8_to_upper(uint32_t c)
{
	if (c < 0x80)
		return c - 'a' < 26 ? c - 32 : c;
	return (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
}

struct str
utf8_lower(struct arena *a, struct str text)
{
	/* a lower-case form is at most 3 bytes for one of 2, and U+FFFD
	 * takes 3 bytes for an ill-formed one */
	bool good = utf8_valid(text) == text.n;
	char *p = arena_bytes(a, good ? text.n * 3 / 2 + 4 : text.n * 3);
	size_t i, n = 0, length;

	for (i = 0; i < text.n; i += length)
		n += utf8_encode(utf8_to_lower(utf8_decode(text, i, &length)),
		    p + n);
	return (struct str){ p, n };
}

static bool
is_ascii(struct str text)
{
	size_t i;

	for (i = 0; i < text.n; i++)
		if ((unsigned char)text.s[i] >= 0x80)
			return false;
	return true;
}

/* Decomposes into the arena and writes the code points back as UTF-8 in
 * place: utf8proc_map would ask for memory that is not ours. */
static struct str
mapped(struct arena *a, struct str text, int options)
{
	const utf8proc_uint8_t *in;
	utf8proc_ssize_t n, room;
	utf8proc_int32_t *points;

	text = utf8_clean(a, text);
	in = (const utf8proc_uint8_t *)text.s;
	room = utf8proc_decompose(in, (utf8proc_ssize_t)text.n, NULL, 0,
	    (utf8proc_option_t)options);
	if (room < 0)
		return text;
	points = ARENA_ARRAY(a, utf8proc_int32_t, (size_t)room + 1);
	n = utf8proc_decompose(in, (utf8proc_ssize_t)text.n, points, room,
	    (utf8proc_option_t)options);
	if (n >= 0)
		n = utf8proc_reencode(points, n, (utf8proc_option_t)options);
	return n < 0 ? text : (struct str){ (char *)points, (size_t)n };
}

struct str
utf8_fold(struct arena *a, struct str text)
{
	static const struct str curly = STR_INIT("\xe2\x80\x99");
	struct str folded;
	char *p;
	size_t i, n = 0;

	if (is_ascii(text))
		return utf8_lower(a, text);
	folded = mapped(a, text, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
	    UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
	p = arena_bytes(a, folded.n);
	for (i = 0; i < folded.n; i++)
		if (str_starts(str_slice(folded, i, folded.n), curly)) {
			p[n++] = '\'';
			i += 2;
		} else {
			p[n++] = folded.s[i];
		}
	return (struct str){ p, n };
}

struct str
utf8_nfc(struct arena *a, struct str text)
{
	if (is_ascii(text))
		return text;
	return mapped(a, text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

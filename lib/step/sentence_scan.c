/* sentence_scan - the few bytes of a text at which a sentence may end
 *
 * A text is nearly all letters and blanks. It is looked at by 64 bytes at a
 * time, which make a bitmap of the signs among them; nothing is done for the
 * other bytes. That takes one instruction a byte where there is SSE2, a fifth
 * of a memchr(3) for each sign and a loop for the bytes beyond ASCII. */
#include "sentence_scan.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Bytes that may begin a gap. */
static const bool begins[256] = {
	['.'] = true, ['?'] = true, ['!'] = true, [')'] = true, [':'] = true,
	[0xd6] = true, /* Armenian */
	[0xd8] = true, /* Arabic question mark */
	[0xdb] = true, /* Urdu full stop */
	[0xe0] = true, /* danda */
	[0xe1] = true, /* Ethiopic, Burmese, Khmer */
	[0xe2] = true, /* ellipsis, dash, bullets, signs with faces */
	[0xe3] = true, /* ideographic full stop */
	[0xef] = true, /* full-width signs */
	[0xf0] = true, /* emoji */
};

/* Which of 64 bytes begin a gap, and some more that are sorted out later. */
#ifdef __SSE2__
static uint64_t
look_at_sixteen(const char *p)
{
	__m128i v = _mm_loadu_si128((const void *)p);
	/* '!' is ')' without a bit, and ':' is '?' without two */
	__m128i closes = _mm_cmpeq_epi8(_mm_or_si128(v, _mm_set1_epi8(8)),
	    _mm_set1_epi8(')'));
	__m128i asks = _mm_cmpeq_epi8(_mm_or_si128(v, _mm_set1_epi8(5)),
	    _mm_set1_epi8('?'));
	__m128i stops = _mm_cmpeq_epi8(v, _mm_set1_epi8('.'));
	/* of 0xd6 and above the sign bit stays, which is what counts below */
	__m128i beyond = _mm_and_si128(v,
	    _mm_cmpgt_epi8(v, _mm_set1_epi8((char)0xd5)));

	return (uint64_t)_mm_movemask_epi8(_mm_or_si128(
	    _mm_or_si128(closes, asks), _mm_or_si128(stops, beyond)));
}

static uint64_t
look_at(const char *p)
{
	return look_at_sixteen(p) | look_at_sixteen(p + 16) << 16 |
	    look_at_sixteen(p + 32) << 32 | look_at_sixteen(p + 48) << 48;
}
#else
static uint64_t
look_at(const char *p)
{
	uint64_t signs = 0;
	int i;

	for (i = 0; i < BLOCK; i++)
		signs |= (uint64_t)begins[(unsigned char)p[i]] << i;
	return signs;
}
#endif

/* Quotation marks and apostrophes, the most frequent signs beyond ASCII. */
static bool
is_curly(struct str text, size_t at)
{
	const char *p = text.s + at;

	return p[0] == '\xe2' && text.n - at >= 3 && p[1] == '\x80' &&
	    (p[2] & 0xf8) == 0x98;
}

size_t
sentence_scan(struct block_scan *s, size_t from)
{
	for (;;) {
		from = block_next(s, from, look_at);
		if (from == s->text.n)
			return from;
		if (!begins[(unsigned char)s->text.s[from]])
			from++;
		else if (is_curly(s->text, from))
			from += 3;
		else
			return from;
	}
}

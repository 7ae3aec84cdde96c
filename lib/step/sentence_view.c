/* sentence_view - what can be seen from a gap */
#include "sentence_view.h"

#include "block.h"
#include "sentence_byte.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { BACK = 240 }; /* bytes of the sentence so far that are looked at */

void
view_left(const struct sentence_words *w, struct str text,
    const struct gap *g, struct view *v)
{
	size_t end = g->stop;

	v->text = text;
	v->gap = *g;
	while (end > g->begin && text.s[end - 1] == ' ')
		end--;
	sword_before(w, text, g->begin, end, &v->left);
}

/* What the bytes of a block of the sentence so far are, as bitmaps. A word is
 * letters, and apostrophes, hyphens and points behind letters. Beyond ASCII all
 * bytes are letters, but for two that may begin quotation marks. */
struct marks {
	uint64_t letters, withins;
	uint64_t lowers; /* letters a to z */
	uint64_t signs;  /* brackets and quotation marks */
};

#ifdef __SSE2__
static __m128i
among(__m128i v, char first, char last)
{
	__m128i above = _mm_sub_epi8(v, _mm_set1_epi8(first));

	return _mm_cmpeq_epi8(above, _mm_min_epu8(above,
	    _mm_set1_epi8((char)(last - first))));
}

static __m128i
is(__m128i v, char c)
{
	return _mm_cmpeq_epi8(v, _mm_set1_epi8(c));
}

static uint64_t
bits(__m128i lanes, int at)
{
	return (uint64_t)_mm_movemask_epi8(lanes) << at;
}

static struct marks
look_at(const char *p)
{
	const __m128i lower = _mm_set1_epi8(0x20);
	struct marks m = { 0 };
	int i;

	for (i = 0; i < BLOCK; i += 16) {
		__m128i v = _mm_loadu_si128((const void *)(p + i));
		__m128i folded = _mm_or_si128(v, lower);
		__m128i lead = is(folded, (char)0xe2); /* 0xc2 too */
		__m128i brackets = _mm_or_si128(among(v, '(', ')'),
		    _mm_or_si128(is(v, '['), is(v, ']')));

		m.letters |= bits(_mm_or_si128(among(folded, 'a', 'z'),
		    _mm_andnot_si128(lead, v)), i);
		m.withins |= bits(_mm_or_si128(among(v, '-', '.'),
		    is(v, '\'')), i);
		m.lowers |= bits(among(v, 'a', 'z'), i);
		m.signs |= bits(_mm_or_si128(_mm_or_si128(lead, brackets),
		    is(v, '"')), i);
	}
	return m;
}
#else
static struct marks
look_at(const char *p)
{
	struct marks m = { 0 };
	int i;

	for (i = 0; i < BLOCK; i++) {
		unsigned char c = (unsigned char)p[i];
		bool lead = c == 0xc2 || c == 0xe2;

		m.letters |= (uint64_t)(byte_is_letter(c) ||
		    (c >= 0x80 && !lead)) << i;
		m.withins |= (uint64_t)(c == '\'' || c == '-' || c == '.') << i;
		m.lowers |= (uint64_t)byte_is_lower(c) << i;
		m.signs |= (uint64_t)(lead || c == '(' || c == ')' ||
		    c == '[' || c == ']' || c == '"') << i;
	}
	return m;
}
#endif

/* Quotation marks of the sentence so far: a straight one opens or closes by
 * turns, a curly one says which it does. */
static bool
see_quote(const struct view *v, size_t at, bool quoted)
{
	const unsigned char *p = (const unsigned char *)v->text.s + at;

	if (*p == '"')
		return !quoted;
	if (*p == 0xe2 && v->gap.stop - at >= 3 && p[1] == 0x80)
		return p[2] == 0x9c || p[2] == 0x9e ? true
		    : p[2] == 0x9d		    ? false
						    : quoted;
	if (*p == 0xc2 && v->gap.stop - at >= 2 &&
	    (p[1] == 0xab || p[1] == 0xbb))
		return p[1] == 0xab;
	return quoted;
}

static void
see_sign(const struct view *v, size_t at, struct sofar *s)
{
	switch (v->text.s[at]) {
	case '(': case '[':
		s->bracketed = true;
		break;
	case ')': case ']':
		s->bracketed = false;
		break;
	default:
		s->quoted = see_quote(v, at, s->quoted);
	}
}

/* Blocks that overlap by two bytes, so that of each word in the first 62 the
 * first three letters are seen. A run of withins goes on with a word if there
 * is a letter before it; then a one that is added at its beginning clears it.
 * No branch depends on the length of words: they cannot be guessed. */
struct sofar
view_sofar(const struct view *v)
{
	enum { STEP = BLOCK - 2 };
	const uint64_t seen = ((uint64_t)1 << STEP) - 1;
	struct str text = str_slice(v->text, 0, v->gap.stop);
	size_t at = v->gap.begin;
	uint64_t before = 0; /* 1: a word goes on from the block before */
	struct sofar s = { 0 };
	char copy[BLOCK];

	if (text.n - at > BACK)
		at = text.n - BACK;
	for (; at < text.n; at += STEP) {
		struct marks m = look_at(block_at(text, at, copy));
		uint64_t behind = (m.letters << 1 | before) & m.withins;
		uint64_t words = m.letters |
		    (m.withins & ~(m.withins + behind));
		uint64_t begins = m.letters & ~(words << 1 | before) & seen;

		s.words += (unsigned)__builtin_popcountll(begins);
		s.lowers += (unsigned)__builtin_popcountll(begins & m.lowers &
		    m.lowers >> 1 & m.lowers >> 2);
		before = words >> (STEP - 1) & 1;
		for (m.signs &= seen; m.signs; m.signs &= m.signs - 1)
			see_sign(v, at + block_first(m.signs), &s);
	}
	return s;
}

void
view_rest(const struct sentence_words *w, struct view *v)
{
	struct str text = v->text;
	size_t at = v->left.start;

	while (at > v->gap.begin &&
	    ((unsigned char)text.s[at - 1] <= ' ' || text.s[at - 1] == ','))
		at--;
	sword_before(w, text, v->gap.begin, at, &v->left2);
	sword_at(w, text, gap_right(text, &v->gap), &v->right);
	at = v->right.end;
	v->follow = at < text.n ? (unsigned char)text.s[at] : 0;
	if (v->follow == '\'' || v->follow == 0xe2) /* a possessive */
		while (at < text.n && (unsigned char)text.s[at] > ' ')
			at++;
	while (at < text.n && ((unsigned char)text.s[at] <= ' ' ||
		text.s[at] == '.' || text.s[at] == ',' ||
		text.s[at] == '"' || text.s[at] == '('))
		at++;
	sword_at(w, text, at, &v->right2);
}

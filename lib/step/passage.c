/* passage - the stretches of a text that can hold a figure */
#include "passage.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { LONGEST = 8192 }; /* bytes of a passage, about */

static bool
is_letter(unsigned char c)
{
	return (unsigned char)((c | 32) - 'a') < 26;
}

static bool
is_digit(unsigned char c)
{
	return (unsigned char)(c - '0') < 10;
}

void
passage_starts(uint8_t starts[PASSAGE_STARTS])
{
	const struct word *words;
	size_t count, i;

	words = number_list(&count);
	for (i = 0; i < count; i++) {
		const char *s = words[i].text;
		uint32_t bit;

		if (!number_starts(&words[i]) || !s[1] || !s[2])
			continue;
		bit = (uint32_t)(s[0] & 31) << 10 | (uint32_t)(s[1] & 31) << 5 |
		      (uint32_t)(s[2] & 31);
		starts[bit >> 3] |= (uint8_t)(1 << (bit & 7));
	}
}

/* Whether the word at an offset is one that a numeral begins with. */
static bool
is_number(const struct passage_scan *s, struct str text, size_t from)
{
	struct token t = { .start = (uint32_t)from, .type = TOKEN_WORD };
	char lower[16];
	size_t n = 0;

	if (text.n - from < 3 || !passage_may_start(s->starts, text.s + from))
		return false;
	while (
	    from + n < text.n && is_letter((unsigned char)text.s[from + n])) {
		if (n == sizeof lower)
			return false;
		lower[n] = (char)(text.s[from + n] | 32);
		n++;
	}
	t.end = (uint32_t)(from + n);
	t.hash = token_hash((struct str){ lower, n });
	return number_begins(s->r, text, &t);
}

/* Whether a sentence ends with the sign at an offset, as far as numbers need
 * to know: a blank and a capital or a sign follow, and no short word or digit
 * stands before. */
static bool
ends(struct str text, size_t at, size_t start)
{
	const unsigned char *b = (const unsigned char *)text.s;
	size_t next = at + 1, i, letters = 0;

	if (next < text.n && (b[next] == '"' || b[next] == ')'))
		next++;
	if (next + 1 >= text.n || b[next] != ' ')
		return false;
	next++;
	if (b[next] >= 'a' && b[next] <= 'z')
		return false;
	if (b[at] != '.')
		return true;
	for (i = at; i > start && is_letter(b[i - 1]); i--)
		letters++;
	if (letters)
		return letters > 2 && b[i] >= 'a' && !is_digit(b[next]);
	return at > start + 2 && is_digit(b[at - 1]) && is_digit(b[at - 2]) &&
	       is_letter(b[next]);
}

/* Bits of 64 bytes: letters, from which the beginnings of words are seen; what
 * may be a numeral, digits and bytes beyond ASCII; and the signs that may end a
 * sentence. */
struct bits {
	uint64_t letters, marks, ends;
};

#ifdef __SSE2__
/* All ones in each byte that is one of [first, last], of less than 0x80. */
static __m128i
within(__m128i x, int first, int last)
{
	return _mm_cmplt_epi8(_mm_add_epi8(x, _mm_set1_epi8((char)(128 - first))),
	    _mm_set1_epi8((char)(last - first + 1 - 128)));
}

static uint64_t
pack(__m128i x)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(x);
}

/* One instruction looks at sixteen bytes: 1 instruction a byte where the
 * portable way below takes 6. */
static struct bits
look(const unsigned char *b)
{
	struct bits m = { 0, 0, 0 };
	int i;

	for (i = 0; i < 64; i += 16) {
		__m128i x = _mm_loadu_si128((const __m128i *)(const void *)(b + i));
		__m128i low = _mm_or_si128(x, _mm_set1_epi8(0x20));
		__m128i stop = _mm_cmpeq_epi8(x, _mm_set1_epi8('.'));
		__m128i ask = _mm_cmpeq_epi8(x, _mm_set1_epi8('?'));
		__m128i call = _mm_cmpeq_epi8(x, _mm_set1_epi8('!'));

		m.letters |= pack(within(low, 'a', 'z')) << i;
		m.marks |= pack(_mm_or_si128(within(x, '0', '9'), x)) << i;
		m.ends |= pack(_mm_or_si128(_mm_or_si128(stop, ask), call)) << i;
	}
	return m;
}
#else
#define BYTES(c) (0x0101010101010101u * (uint64_t)(c))
#define HIGH	 BYTES(0x80)

/* One bit for each high bit of eight bytes. */
static uint64_t
pack(uint64_t high)
{
	return (high >> 7) * 0x0102040810204080u >> 56;
}

/* The high bit of each byte that is one of [first, last], for bytes below
 * 0x80. */
static uint64_t
between(uint64_t x, unsigned first, unsigned last)
{
	return (x + BYTES(0x80 - first)) & ~(x + BYTES(0x7f - last)) & HIGH;
}

/* Eight bytes, the first in the lowest bits. */
static uint64_t
load(const unsigned char *b)
{
	uint64_t x = 0;
#if defined __BYTE_ORDER__ && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	memcpy(&x, b, sizeof x);
#else
	int k;

	for (k = 7; k >= 0; k--)
		x = x << 8 | b[k];
#endif
	return x;
}

static struct bits
look(const unsigned char *b)
{
	struct bits m = { 0, 0, 0 };
	int i;

	for (i = 0; i < 64; i += 8) {
		uint64_t x = load(b + i), beyond = x & HIGH, low = x & ~HIGH;

		m.letters |=
		    pack(between(low | BYTES(0x20), 'a', 'z') & ~beyond) << i;
		m.marks |= pack(between(low, '0', '9') | beyond) << i;
		m.ends |= pack((between(low, '.', '.') |
				   between(low, '?', '?') |
				   between(low, '!', '!')) & ~beyond)
			  << i;
	}
	return m;
}
#endif

/* What is known of the passage that is being scanned. */
struct scan {
	const struct passage_scan *s;
	struct str text;
	size_t start; /* of the passage                 */
	bool numeral; /* something in it may be a numeral */
};

/* Whether a numeral may begin at a mark: a digit, or the first byte of a
 * fraction sign. */
static bool
is_mark(struct str text, size_t i)
{
	const unsigned char *b = (const unsigned char *)text.s + i;

	return b[0] < 0x80 ||
	       (i + 1 < text.n &&
		   ((b[0] == 0xc2 && b[1] >= 0xbc && b[1] <= 0xbe) ||
		       (b[0] == 0xe2 && b[1] == 0x85)));
}

/* Looks at the bytes of interest among 64 that begin at i. The offset behind
 * the sign that ends a passage with a numeral, or 0. Once there is a numeral
 * nothing but the ends of sentences is looked at. */
static size_t
look_at(struct scan *c, size_t i, const struct bits *m, uint64_t words)
{
	uint64_t todo = m->ends | (c->numeral ? 0 : words | m->marks);

	for (; todo; todo &= todo - 1) {
		uint64_t bit = todo & -todo;
		size_t k = i + (size_t)__builtin_ctzll(todo);

		if (bit & m->ends) {
			if (!ends(c->text, k, c->start))
				continue;
			if (c->numeral)
				return k + 1;
			c->start = k + 1;
		} else if (bit & words ? is_number(c->s, c->text, k)
				       : is_mark(c->text, k)) {
			c->numeral = true;
			todo &= m->ends | bit;
		}
	}
	return 0;
}

/* Where a long passage may be cut: at a blank, or else between characters. */
static size_t
cut_at(struct str text, size_t i)
{
	size_t most = i + LONGEST < text.n ? i + LONGEST : text.n;

	while (i < most && text.s[i] != ' ')
		i++;
	while (i < text.n && ((unsigned char)text.s[i] & 0xc0) == 0x80)
		i++;
	return i;
}

bool
passage_next(
    const struct passage_scan *s, struct str text, size_t *at, size_t *start)
{
	struct scan c = { s, text, *at, s->every };
	unsigned char last[64];
	size_t i, end;
	uint64_t carry = 0;

	for (i = *at; i < text.n; i += 64) {
		const unsigned char *b = (const unsigned char *)text.s + i;
		struct bits m;

		if (i - c.start >= LONGEST) {
			*at = cut_at(text, i);
			if (c.numeral) {
				*start = c.start;
				return true;
			}
			c.start = i = *at;
			carry = 0;
			b = (const unsigned char *)text.s + i;
		}
		if (text.n - i < 64) {
			memset(last, 0, sizeof last);
			memcpy(last, b, text.n - i);
			b = last;
		}
		m = look(b);
		end = look_at(&c, i, &m, m.letters & ~(m.letters << 1 | carry));
		carry = m.letters >> 63;
		if (end) {
			*start = c.start;
			*at = end;
			return true;
		}
	}
	*start = c.start;
	*at = text.n;
	return c.numeral && *start < text.n;
}

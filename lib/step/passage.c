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

/* The bit that stands for the first three letters of a word of three or more,
 * in any case. Four bytes, where there are, are one load. */
static inline uint32_t
start_bit(const char *word, size_t n)
{
	static const unsigned char three[4] = { 31, 31, 31, 0 };
	uint32_t x = 0, mask;

	memcpy(&mask, three, sizeof mask);
	if (n > 3)
		memcpy(&x, word, 4);
	else
		memcpy(&x, word, 3);
	return (x & mask) * 0x9e3779b1u >> 17;
}

void
passage_starts(uint8_t starts[PASSAGE_STARTS])
{
	const struct word *words;
	size_t count, i;

	words = number_list(&count);
	for (i = 0; i < count; i++) {
		struct str s = str_of(words[i].text);
		uint32_t bit;

		if (!number_starts(&words[i]) || s.n < 3)
			continue;
		bit = start_bit(s.s, s.n);
		starts[bit >> 3] |= (uint8_t)(1 << (bit & 7));
	}
}

/* Whether the word at an offset may be one of those, by its beginning. */
static inline bool
may_be_number(const struct passage_scan *s, struct str text, size_t from)
{
	uint32_t bit;

	if (text.n - from < 3)
		return false;
	bit = start_bit(text.s + from, text.n - from);
	return s->starts[bit >> 3] >> (bit & 7) & 1;
}

/* Whether the word at an offset is one that a numeral begins with. */
static bool
is_number(const struct passage_scan *s, struct str text, size_t from)
{
	struct token t = { .start = (uint32_t)from, .type = TOKEN_WORD };
	char lower[16];
	size_t n = 0;

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

/* Sets of bytes among 64, one bit each: letters, from which the beginnings of
 * words are seen; marks, which may be of a numeral: digits and what is beyond
 * ASCII; and the signs that may end a sentence. */

#ifdef __SSE2__
/* Sixteen bytes at once: an instruction a byte for all three sets, where the
 * portable way below takes six. */
enum { WIDTH = 16 };

typedef __m128i bytes;

static bytes
load(const unsigned char *b)
{
	return _mm_loadu_si128((const __m128i *)(const void *)b);
}

/* One bit for each byte with its high bit set. */
static uint64_t
pack(bytes x)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(x);
}

/* All ones in each byte that is one of [first, last], of less than 0x80. */
static bytes
between(bytes x, int first, int last)
{
	x = _mm_add_epi8(x, _mm_set1_epi8((char)(128 - first)));
	return _mm_cmplt_epi8(x, _mm_set1_epi8((char)(last - first - 127)));
}

static uint64_t
letters_in(const unsigned char *b)
{
	return pack(
	    between(_mm_or_si128(load(b), _mm_set1_epi8(0x20)), 'a', 'z'));
}

static uint64_t
marks_in(const unsigned char *b)
{
	bytes x = load(b);

	return pack(_mm_or_si128(between(x, '0', '9'), x));
}

static uint64_t
ends_in(const unsigned char *b)
{
	bytes x = load(b), stop = _mm_cmpeq_epi8(x, _mm_set1_epi8('.'));

	return pack(_mm_or_si128(stop,
	    _mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8('?')),
		_mm_cmpeq_epi8(x, _mm_set1_epi8('!')))));
}
#else
enum { WIDTH = 8 };

typedef uint64_t bytes;

#define BYTES(c) (0x0101010101010101u * (uint64_t)(c))
#define HIGH	 BYTES(0x80)

/* Eight bytes, the first in the lowest bits. */
static bytes
load(const unsigned char *b)
{
	uint64_t x = 0;
	int k;

	for (k = 7; k >= 0; k--)
		x = x << 8 | b[k];
	return x;
}

/* One bit for each high bit of eight bytes. */
static uint64_t
pack(bytes high)
{
	return (high >> 7) * 0x0102040810204080u >> 56;
}

/* The high bit of each byte that is one of [first, last], of less than
 * 0x80. */
static bytes
between(bytes x, unsigned first, unsigned last)
{
	bytes low = x & ~HIGH;

	return (low + BYTES(0x80 - first)) & ~(low + BYTES(0x7f - last)) &
	       HIGH & ~x;
}

static uint64_t
letters_in(const unsigned char *b)
{
	return pack(between(load(b) | BYTES(0x20), 'a', 'z'));
}

static uint64_t
marks_in(const unsigned char *b)
{
	bytes x = load(b);

	return pack(between(x, '0', '9') | (x & HIGH));
}

static uint64_t
ends_in(const unsigned char *b)
{
	bytes x = load(b);

	return pack(between(x, '.', '.') | between(x, '?', '?') |
		    between(x, '!', '!'));
}
#endif

/* The set of 64 bytes from those of parts of them. */
#define EACH(in, b)                                                            \
	(WIDTH == 16 ? in(b) | in((b) + 16) << 16 | in((b) + 32) << 32 |       \
			   in((b) + 48) << 48                                  \
		     : in(b) | in((b) + 8) << 8 | in((b) + 16) << 16 |         \
			   in((b) + 24) << 24 | in((b) + 32) << 32 |           \
			   in((b) + 40) << 40 | in((b) + 48) << 48 |           \
			   in((b) + 56) << 56)

/* What is known of the passage that is being scanned. */
struct scan {
	const struct passage_scan *s;
	struct str text;
	size_t start; /* of the passage                 */
	bool numeral; /* something in it may be a numeral */
	uint64_t carry; /* a letter stands before the next 64 */
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

/* Looks at the bytes of interest among 64 that begin at i and are in b. The
 * offset behind the sign that ends a passage with a numeral, or 0. Once there
 * is a numeral nothing but the ends of sentences is looked at. */
static size_t
look_at(struct scan *c, size_t i, const unsigned char *b)
{
	uint64_t signs = EACH(ends_in, b), todo = signs, words = 0, letters;

	if (!c->numeral) {
		letters = EACH(letters_in, b);
		words = letters & ~(letters << 1 | c->carry);
		c->carry = letters >> 63;
		todo |= words | EACH(marks_in, b);
	}
	for (; todo; todo &= todo - 1) {
		uint64_t bit = todo & -todo;
		size_t k = i + (size_t)__builtin_ctzll(todo);

		if (bit & signs) {
			if (!ends(c->text, k, c->start))
				continue;
			if (c->numeral)
				return k + 1;
			c->start = k + 1;
		} else if (bit & words ? may_be_number(c->s, c->text, k) &&
					     is_number(c->s, c->text, k)
				       : is_mark(c->text, k)) {
			c->numeral = true;
			todo &= signs | bit;
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
	struct scan c = { s, text, *at, s->every, 0 };
	unsigned char last[64];
	size_t i, end;

	for (i = *at; i < text.n; i += 64) {
		const unsigned char *b = (const unsigned char *)text.s + i;

		if (i - c.start >= LONGEST) {
			*at = cut_at(text, i);
			if (c.numeral) {
				*start = c.start;
				return true;
			}
			c.start = i = *at;
			c.carry = 0;
			b = (const unsigned char *)text.s + i;
		}
		if (text.n - i < 64) {
			memset(last, 0, sizeof last);
			memcpy(last, b, text.n - i);
			b = last;
		}
		end = look_at(&c, i, b);
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

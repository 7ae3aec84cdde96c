/* passage - the stretches of a text that can hold a figure */
#include "passage.h"

#include <string.h>

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

/* Bits of 64 bytes: where a word begins, and where something else may be of
 * interest: a digit, a sign that ends sentences, a byte beyond ASCII. */
struct bits {
	uint64_t letters, others;
};

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
	struct bits m = { 0, 0 };
	int i;

	for (i = 0; i < 64; i += 8) {
		uint64_t x = load(b + i), beyond = x & HIGH, low = x & ~HIGH;

		m.letters |=
		    pack(between(low | BYTES(0x20), 'a', 'z') & ~beyond) << i;
		m.others |=
		    pack(between(low, '.', '9') | between(low, '?', '?') |
			 between(low, '!', '!') | beyond)
		    << i;
	}
	return m;
}

/* What is known of the passage that is being scanned. */
struct scan {
	const struct passage_scan *s;
	struct str text;
	size_t start; /* of the passage                 */
	bool numeral; /* something in it may be a numeral */
};

/* Looks at one byte of interest; true when a passage ends behind it. */
static bool
look_at(struct scan *c, size_t i)
{
	const unsigned char *b = (const unsigned char *)c->text.s;

	if (is_digit(b[i])) {
		c->numeral = true;
	} else if (is_letter(b[i])) {
		if (!c->numeral)
			c->numeral = is_number(c->s, c->text, i);
	} else if (b[i] >= 0x80) {
		if (i + 1 < c->text.n &&
		    ((b[i] == 0xc2 && b[i + 1] >= 0xbc && b[i + 1] <= 0xbe) ||
			(b[i] == 0xe2 && b[i + 1] == 0x85)))
			c->numeral = true;
	} else if (b[i] != '/' && ends(c->text, i, c->start)) {
		if (c->numeral)
			return true;
		c->start = i + 1;
	}
	return false;
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
	size_t i;
	uint64_t carry = 0;

	for (i = *at; i < text.n; i += 64) {
		const unsigned char *b = (const unsigned char *)text.s + i;
		struct bits m;
		uint64_t interest;

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
		interest = c.numeral ? m.others
				     : (m.letters & ~(m.letters << 1 | carry)) |
					   m.others;
		carry = m.letters >> 63;
		for (; interest; interest &= interest - 1) {
			size_t k = i + (size_t)__builtin_ctzll(interest);

			if (look_at(&c, k)) {
				*start = c.start;
				*at = k + 1;
				return true;
			}
		}
	}
	*start = c.start;
	*at = text.n;
	return c.numeral && *start < text.n;
}

/* passage - the stretches of a text that can hold a figure
 *
 * The text is looked at in blocks of 64 bytes, each as sets of bits: where
 * words begin, digits, signs that may end a sentence. One load and one bit of
 * a table tell of nearly every word that it is no number word. */
#include "passage.h"

#include <string.h>

#include "bytes.h"

enum {
	LONGEST = 8192,	    /* bytes of a passage, about                 */
	BLOCK = 64,	    /* bytes that are looked at at once          */
	BEYOND = 3	    /* and bytes behind them that a load touches */
};

/* The bit of the table that stands for the first four bytes of a word, in any
 * case. */
static inline uint32_t
start_bit(const unsigned char *word)
{
	uint32_t x;

	memcpy(&x, word, sizeof x);
	return (x & 0x1f1f1f1f) * 0x9e3779b1u >> 17;
}

/* Whether a passage with no other number word can have a numeral that begins
 * with this one. "Several" and "few" are none without a hundred behind. */
static bool
is_trigger(const struct word *w)
{
	return number_starts(w) && strcmp(w->text, "few") != 0 &&
	    strcmp(w->text, "several") != 0;
}

static void
start_add(uint32_t starts[PASSAGE_STARTS], const unsigned char word[4])
{
	uint32_t bit = start_bit(word);

	starts[bit >> 5] |= (uint32_t)1 << (bit & 31);
}

void
passage_starts(uint32_t starts[PASSAGE_STARTS])
{
	const struct word *words;
	unsigned char any[4];
	size_t count, i, n;

	words = number_list(&count);
	for (i = 0; i < count; i++) {
		n = strlen(words[i].text);
		if (!is_trigger(&words[i]) || n < 3)
			continue;
		memcpy(any, words[i].text, sizeof any);
		if (n > 3) {
			start_add(starts, any);
			continue;
		}
		for (any[3] = 0; any[3] < 32; any[3]++) /* ten, ten-, ten. */
			start_add(starts, any);
	}
}

/* Whether the word at an offset is one that a numeral begins with. */
static bool
is_number(const struct passage_scan *s, struct str text, size_t from)
{
	struct token t = { .start = (uint32_t)from };
	const struct word *w;
	char lower[16];
	size_t n = 0;

	while (
	    from + n < text.n && str_is_letter(text.s[from + n])) {
		if (n == sizeof lower)
			return false;
		lower[n] = (char)(text.s[from + n] | 32);
		n++;
	}
	t.end = (uint32_t)(from + n);
	t.hash = token_hash((struct str){ lower, n });
	w = lexicon_token(&s->r->words, text, &t);
	return w && is_trigger(w);
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
	for (i = at; i > start && str_is_letter(b[i - 1]); i--)
		letters++;
	if (letters)
		return letters > 2 && b[i] >= 'a' && !str_is_digit(b[next]);
	return at > start + 2 && str_is_digit(b[at - 1]) &&
	       str_is_digit(b[at - 2]) && str_is_letter(b[next]);
}

/* What is known of the passage that is being scanned. */
struct scan {
	const struct passage_scan *s;
	struct str text;
	size_t start;		/* of the passage                          */
	bool numeral;		/* something in it may be a numeral        */
	uint64_t letter, digit; /* 1: one stands before the next block     */
};

/* Whether a numeral may begin at a mark: at the first digit of a number, or the
 * first byte of a fraction sign. A number that hangs on certain signs, or by a
 * hyphen on a letter, is part of an address or a name, and never a figure:
 * /2022/07, covid-19. */
static bool
is_mark(struct str text, size_t i)
{
	const unsigned char *b = (const unsigned char *)text.s + i;

	if (b[0] >= 0x80)
		return i + 1 < text.n &&
		    ((b[0] == 0xc2 && b[1] >= 0xbc && b[1] <= 0xbe) ||
			(b[0] == 0xe2 && b[1] == 0x85));
	if (!i)
		return true;
	if (b[-1] == '-')
		return i < 2 || !str_is_letter(b[-2]);
	return str_is_digit(b[0]) && !strchr("/#@=&?_%\\", b[-1]);
}

/* The first place among 64 bytes where a numeral may begin, as one bit; 0 if
 * there is none. */
static uint64_t
numeral_in(struct scan *c, size_t i, const unsigned char *b)
{
	uint64_t letters = BYTES_64(bytes_letters, b);
	uint64_t digits = BYTES_64(bytes_digits, b);
	uint64_t words = letters & ~(letters << 1 | c->letter);
	uint64_t marks = digits & ~(digits << 1 | c->digit);
	uint64_t found = 0;

	c->letter = letters >> 63;
	c->digit = digits >> 63;
	marks |= BYTES_64(bytes_beyond, b);
	for (; marks && !found; marks &= marks - 1)
		if (is_mark(c->text, i + (size_t)__builtin_ctzll(marks)))
			found = marks & -marks;
	if (found)
		words &= found - 1;
	for (; words; words &= words - 1) {
		size_t k = (size_t)__builtin_ctzll(words);
		uint32_t bit = start_bit(b + k);

		if (c->s->starts[bit >> 5] >> (bit & 31) & 1 &&
		    is_number(c->s, c->text, i + k))
			return words & -words;
	}
	return found;
}

/* Looks at the 64 bytes at i, which are in b. The offset behind the sign that
 * ends a passage with a numeral, or 0. Once there is a numeral nothing but the
 * ends of sentences is looked at. */
static size_t
look_at(struct scan *c, size_t i, const unsigned char *b)
{
	uint64_t signs = BYTES_64(bytes_ends, b);
	uint64_t found = c->numeral ? 0 : numeral_in(c, i, b);

	for (; signs; signs &= signs - 1) {
		size_t k = i + (size_t)__builtin_ctzll(signs);

		if (found && found < (signs & -signs))
			c->numeral = true;
		if (!ends(c->text, k, c->start))
			continue;
		if (c->numeral)
			return k + 1;
		c->start = k + 1;
	}
	c->numeral |= found != 0;
	return 0;
}

/* Where a passage that is too long at i is cut: behind its last blank, or else
 * between characters. */
static size_t
cut_before(struct str text, size_t start, size_t i)
{
	size_t cut = i;

	while (cut > start && text.s[cut - 1] != ' ')
		cut--;
	if (cut > start)
		return cut;
	for (cut = i; cut > start; cut--)
		if (((unsigned char)text.s[cut] & 0xc0) != 0x80)
			return cut;
	return i;
}

bool
passage_next(
    const struct passage_scan *s, struct str text, size_t *at, size_t *start)
{
	struct scan c = { s, text, *at, s->every, 0, 0 };
	unsigned char last[BLOCK + BEYOND];
	size_t i, end, cut;

	for (i = *at; i < text.n; i += BLOCK) {
		const unsigned char *b = (const unsigned char *)text.s + i;

		if (i - c.start >= LONGEST) {
			cut = cut_before(text, c.start, i);
			if (c.numeral) {
				*start = c.start;
				*at = cut;
				return true;
			}
			c.start = cut;
		}
		if (text.n - i < sizeof last) {
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

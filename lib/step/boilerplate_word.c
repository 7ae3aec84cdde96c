/* boilerplate_word - characters and words, by their bytes */
#include "boilerplate_word.h"

/* The class of the character at the front of a text, and its length. */
enum class
word_class_beyond(const unsigned char *p, size_t n, size_t *length)
{
	size_t want = p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
	unsigned second = n > 1 ? p[1] : 0;

	*length = want < n ? want : n;
	switch (p[0]) {
	case 0xc2:
		return second == 0xa0 ? BLANK : SIGN;
	case 0xc3:
		return second < 0x9f ? CAPITAL : LETTER;
	case 0xce:
		return second < 0xaa ? CAPITAL : LETTER;
	case 0xd0:
		return second < 0xb0 ? CAPITAL : LETTER;
	case 0xd8:
		return second == 0x8c || second == 0x9b || second == 0x9f
		    ? SIGN : LETTER;
	case 0xe2:
		return second < 0xb0 ? SIGN : LETTER;
	case 0xe3:
		return second == 0x80 ? SIGN : CJK;
	case 0xef:
		return second == 0xbc || second == 0xbd ? SIGN : LETTER;
	case 0xf0:
		return second == 0x9f ? SIGN : CJK;
	}
	return p[0] > 0xe3 && p[0] < 0xea ? CJK : LETTER;
}

/* Of ASCII, from 0; what is not named is a SIGN. */
#define BLANKS BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK
#define SIGNS SIGN, SIGN, SIGN, SIGN, SIGN, SIGN, SIGN, SIGN
#define LETTERS LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER
#define CAPITALS CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, \
	CAPITAL, CAPITAL
#define FIGURES FIGURE, FIGURE, FIGURE, FIGURE, FIGURE, FIGURE, FIGURE, FIGURE
const uint8_t word_classes[128] = { BLANKS, BLANKS, BLANKS, BLANKS,
	BLANK, SIGN, SIGN, SIGN, SIGN, SIGN, SIGN, SIGN, SIGNS,
	FIGURES, FIGURE, FIGURE, SIGN, SIGN, SIGN, SIGN, SIGN, SIGN,
	SIGN, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL,
	CAPITALS, CAPITALS, CAPITAL, CAPITAL, CAPITAL, SIGN, SIGN, SIGN, SIGN,
	SIGN, SIGN, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER,
	LETTERS, LETTERS, LETTER, LETTER, LETTER, SIGN, SIGN, SIGN, SIGN,
	BLANK };

/* How many ASCII letters are at the front of n bytes, and these. */
static inline size_t
letters_at(const unsigned char *p, size_t n, uint64_t *letters)
{
	uint64_t x = 0;
	size_t i;

	if (n >= 8)
		return word_letters(word_eight(p), letters);
	for (i = 0; i < n; i++)
		x |= (uint64_t)p[i] << 8 * i;
	return word_letters(x, letters);
}

/* The rest of a word, which is long or has letters beyond ASCII: its end; *hash
 * has its first letters in it, the last eight if it has many. */
size_t
word_rest(struct str s, size_t at, bool letters, uint64_t *hash)
{
	const unsigned char *p = (const unsigned char *)s.s;
	uint64_t x;
	size_t n, length, k;
	enum class c;

	for (;;) {
		for (n = letters ? 8 : 0; n == 8; at += n) {
			n = letters_at(p + at, s.n - at, &x);
			if (n)
				*hash = word_mix(*hash, x);
		}
		if (at == s.n || p[at] < 0x80)
			return at;
		c = word_class_beyond(p + at, s.n - at, &length);
		if (c != LETTER && c != CAPITAL)
			return at;
		for (k = 0; k < length; k++)
			*hash = word_mix(*hash, p[at + k]);
		at += length;
		letters = true;
	}
}

/* The word at an offset: its end, and the hash of it with its ASCII letters in
 * lower case. */
size_t
word_take(struct str s, size_t at, uint32_t *hash)
{
	const unsigned char *p = (const unsigned char *)s.s;
	uint64_t letters, h = 0;
	size_t n = letters_at(p + at, s.n - at, &letters);

	if (n)
		h = word_mix(0, letters);
	at += n;
	if (n == 8 || (at < s.n && p[at] >= 0x80))
		at = word_rest(s, at, n == 8, &h);
	*hash = word_hash(h);
	return at;
}

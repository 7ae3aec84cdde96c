/* token - words, numbers and signs of a text
 *
 * A table of byte classes drives one loop. Letters beyond ASCII ask utf8proc,
 * code point by code point. The hash of a word is made while its end is being
 * sought: FNV-1a (Fowler, Noll, Vo) over the bytes in lower case. */
#include "token.h"

#include <string.h>

#include "bytes.h"
#include "utf8.h"

enum { FNV_BASIS = 0x811c9dc5, FNV_PRIME = 0x01000193 };

enum class { OTHER, BLANK, LOWER, UPPER, DIGIT, BEYOND };

static enum class
classify(unsigned char c)
{
	if (c <= ' ' || c == 0x7f)
		return BLANK;
	if (c >= 0x80)
		return BEYOND;
	if (c >= 'a' && c <= 'z')
		return LOWER;
	if (c >= 'A' && c <= 'Z')
		return UPPER;
	return c >= '0' && c <= '9' ? DIGIT : OTHER;
}

static bool
is_blank(char c)
{
	return (unsigned char)c <= ' ' || c == 0x7f;
}

static inline uint32_t
mix(uint32_t hash, uint32_t byte)
{
	return (hash ^ byte) * FNV_PRIME;
}

uint32_t
token_hash(struct str lower)
{
	uint32_t hash = FNV_BASIS;
	size_t i;

	for (i = 0; i < lower.n; i++)
		hash = mix(hash, (unsigned char)lower.s[i]);
	return hash;
}

/* A step of FNV-1a can be undone: its prime times this is 1, modulo 2^32. */
uint32_t
token_hash_before(uint32_t hash, unsigned char last)
{
	static const uint32_t inverse = 0x359c449b;

	return hash * inverse ^ last;
}

/* Takes a letter beyond ASCII into the token; false if it is none. */
static bool
take_letter(struct token *t, struct str text)
{
	size_t length, i, n;
	uint32_t c = utf8_decode(text, t->end, &length);
	char lower[4];

	if (!utf8_is_letter(c))
		return false;
	if (utf8_is_upper(c))
		t->flags |= t->end == t->start ? TOKEN_UPPER : TOKEN_CAPITALS;
	else
		t->flags |= TOKEN_LOWERS;
	n = utf8_encode(utf8_to_lower(c), lower);
	for (i = 0; i < n; i++)
		t->hash = mix(t->hash, (unsigned char)lower[i]);
	t->end += (uint32_t)length;
	return true;
}

/* An ASCII letter in lower case; 0 for every other byte. */
static const unsigned char lower_of[256] = {
	['A'] = 'a', ['B'] = 'b', ['C'] = 'c', ['D'] = 'd', ['E'] = 'e',
	['F'] = 'f', ['G'] = 'g', ['H'] = 'h', ['I'] = 'i', ['J'] = 'j',
	['K'] = 'k', ['L'] = 'l', ['M'] = 'm', ['N'] = 'n', ['O'] = 'o',
	['P'] = 'p', ['Q'] = 'q', ['R'] = 'r', ['S'] = 's', ['T'] = 't',
	['U'] = 'u', ['V'] = 'v', ['W'] = 'w', ['X'] = 'x', ['Y'] = 'y',
	['Z'] = 'z', ['a'] = 'a', ['b'] = 'b', ['c'] = 'c', ['d'] = 'd',
	['e'] = 'e', ['f'] = 'f', ['g'] = 'g', ['h'] = 'h', ['i'] = 'i',
	['j'] = 'j', ['k'] = 'k', ['l'] = 'l', ['m'] = 'm', ['n'] = 'n',
	['o'] = 'o', ['p'] = 'p', ['q'] = 'q', ['r'] = 'r', ['s'] = 's',
	['t'] = 't', ['u'] = 'u', ['v'] = 'v', ['w'] = 'w', ['x'] = 'x',
	['y'] = 'y', ['z'] = 'z',
};

/* Takes the ASCII letters at the end of the token so far. What is upper and
 * what is lower case among them is gathered in bits: 0x20 of a letter. */
static void
take_ascii(struct token *t, struct str text)
{
	const unsigned char *p = (const unsigned char *)text.s;
	uint32_t at = t->end, hash = t->hash, from;
	unsigned char any = 0, all = 0xff, lower;

	if (at == t->start && at < text.n && (lower = lower_of[p[at]]) != 0) {
		t->flags |= lower == p[at] ? TOKEN_LOWERS : TOKEN_UPPER;
		hash = mix(hash, lower);
		at++;
	}
	from = at;
	for (; at < text.n && (lower = lower_of[p[at]]) != 0; at++) {
		any |= p[at];
		all &= p[at];
		hash = mix(hash, lower);
	}
	if (at > from)
		t->flags |= (any & 0x20 ? TOKEN_LOWERS : 0) |
		    (all & 0x20 ? 0 : TOKEN_CAPITALS);
	t->hash = hash;
	t->end = at;
}

static void
take_letters(struct token *t, struct str text)
{
	do
		take_ascii(t, text);
	while (t->end < text.n && (unsigned char)text.s[t->end] >= 0x80 &&
	    take_letter(t, text));
}

/* The length of an apostrophe, straight or curly, at an offset; or 0. */
static size_t
apostrophe(struct str text, size_t at)
{
	if (at >= text.n)
		return 0;
	if (text.s[at] == '\'')
		return 1;
	if ((unsigned char)text.s[at] != 0xe2)
		return 0;
	return str_starts(str_slice(text, at, text.n), STR("\xe2\x80\x99"))
	    ? 3 : 0;
}

/* The letter behind an offset, if any, in lower case; else 0. */
static uint32_t
letter_at(struct str text, size_t at)
{
	size_t length;
	uint32_t c;

	if (at >= text.n)
		return 0;
	c = utf8_decode(text, at, &length);
	return utf8_is_letter(c) ? utf8_to_lower(c) : 0;
}

/* Whether "'s" and no further letter stands at the offset. */
static bool
possessive(struct str text, size_t at, size_t quote)
{
	return letter_at(text, at + quote) == 's' &&
	    !letter_at(text, at + quote + 1);
}

static void
take_word(struct token *t, struct str text)
{
	size_t quote = apostrophe(text, t->start);

	t->type = TOKEN_WORD;
	if (quote) { /* the possessive itself */
		t->hash = mix(t->hash, '\'');
		t->end += (uint32_t)quote;
		take_letters(t, text);
		return;
	}
	for (;;) {
		take_letters(t, text);
		quote = apostrophe(text, t->end);
		if (!quote || t->end == t->start ||
		    !letter_at(text, t->end + quote) ||
		    possessive(text, t->end, quote))
			return;
		t->hash = mix(t->hash, '\'');
		t->end += (uint32_t)quote;
	}
}

bool
token_take(struct token *t, struct str text, size_t at, uint8_t spaced)
{
	unsigned char byte = (unsigned char)text.s[at];
	size_t length, quote;
	uint32_t c;

	*t = (struct token){ .start = (uint32_t)at, .end = (uint32_t)at,
		.hash = FNV_BASIS, .flags = spaced };
	switch (classify(byte)) {
	case LOWER:
	case UPPER:
		take_word(t, text);
		return true;
	case OTHER:
		if (byte == '\'')
			break;
		t->type = TOKEN_SIGN;
		t->hash = mix(t->hash, byte);
		t->end++;
		return true;
	case DIGIT:
		t->type = TOKEN_NUMBER;
		while (t->end < text.n &&
		    classify((unsigned char)text.s[t->end]) == DIGIT)
			t->hash = mix(t->hash, (unsigned char)text.s[t->end++]);
		return true;
	default:
		break;
	}
	quote = apostrophe(text, t->start);
	if (quote && !(t->flags & TOKEN_SPACED) &&
	    possessive(text, t->start, quote)) {
		take_word(t, text);
		return true;
	}
	c = utf8_decode(text, t->start, &length);
	if (c >= 0x80 && utf8_is_letter(c)) {
		take_word(t, text);
		return true;
	}
	t->end += (uint32_t)length;
	if (c >= 0x80 && utf8_is_space(c))
		return false;
	t->type = TOKEN_SIGN;
	t->hash = token_hash(str_slice(text, t->start, t->end));
	return true;
}

/* Takes a word of ASCII letters alone, shorter than BYTES; false, with nothing
 * taken, for others, and where an apostrophe or a letter beyond ASCII may carry
 * it on. Most tokens are such words: their end and what is upper case among
 * them is seen in sets of bits, and only the hash goes byte by byte. They take
 * 55 instructions each, in take_word 200. */
static inline bool
take_plain(struct token *t, struct str text, size_t at, uint8_t spaced)
{
	const unsigned char *p = (const unsigned char *)text.s + at;
	unsigned char last[BYTES];
	uint32_t hash = FNV_BASIS;
	uint64_t letters, uppers, all;
	size_t n, i;

	if (text.n - at < sizeof last) {
		memset(last, 0, sizeof last);
		memcpy(last, p, text.n - at);
		p = last;
	}
	letters = bytes_letters(p);
	n = (size_t)__builtin_ctzll(~letters);
	if (!n || n == BYTES || p[n] >= 0x80 || p[n] == '\'')
		return false;
	for (i = 0; i < n; i++)
		hash = mix(hash, p[i] | 0x20u);
	all = ((uint64_t)1 << n) - 1;
	uppers = bytes_uppers(p) & all;
	t->start = (uint32_t)at;
	t->end = (uint32_t)(at + n);
	t->hash = hash;
	t->type = TOKEN_WORD;
	t->flags = spaced | TOKEN_LOWERS;
	t->extra = 0;
	if (uppers)
		t->flags = (uint8_t)(spaced | (uppers & 1 ? TOKEN_UPPER : 0) |
		    (uppers != all ? TOKEN_LOWERS : 0) |
		    (uppers > 1 ? TOKEN_CAPITALS : 0));
	return true;
}

struct token *
token_split(struct arena *a, struct str text, size_t *count)
{
	/* English has 5.3 bytes a token; room for more is made at need */
	size_t room = text.n / 4 + 2, n = 0, at = 0;
	struct token *tokens = arena_raw(a, room * sizeof *tokens), *t;
	uint8_t spaced = TOKEN_SPACED;

	for (;;) {
		while (at < text.n && is_blank(text.s[at])) {
			spaced = TOKEN_SPACED;
			at++;
		}
		if (at == text.n)
			break;
		if (n + 2 > room)
			tokens = arena_grow(a, tokens, n, &room,
			    sizeof *tokens);
		t = &tokens[n];
		if (take_plain(t, text, at, spaced) ||
		    token_take(t, text, at, spaced)) {
			spaced = 0;
			n++;
		} else {
			spaced = TOKEN_SPACED;
		}
		at = t->end;
	}
	tokens[n] = (struct token){ 0 };
	*count = n;
	return tokens;
}

/* token - words, numbers and signs of a text
 *
 * The plain word, of ASCII letters alone, is seen in sets of bits and hashed
 * eight bytes at once; all else goes byte by byte, and letters beyond ASCII
 * ask utf8proc. The hash folds case by setting one bit of every byte, which
 * makes some signs alike too: it only has to find, who looks up compares. */
#include "token.h"

#include <string.h>

#include "bytes.h"
#include "utf8.h"

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

/* A hash that is being made, eight bytes a step. */
struct hash {
	uint64_t state;
	size_t n; /* bytes that wait for a step */
	char bytes[8];
};

static const uint64_t CASE = 0x2020202020202020u;
static const uint64_t ODD = 0x9e3779b97f4a7c15u;

static inline uint64_t
step(uint64_t state, uint64_t eight)
{
	state = (state ^ eight) * ODD;
	return state ^ state >> 32;
}

static inline uint32_t
last_step(uint64_t state)
{
	return (uint32_t)(state * ODD >> 32);
}

/* Eight bytes with their case folded, of which those from n on are none. */
static inline uint64_t
folded(const void *from, size_t n)
{
	static const unsigned char masks[16] = { 0xff, 0xff, 0xff, 0xff, 0xff,
		0xff, 0xff, 0xff };
	uint64_t x, mask;

	memcpy(&x, from, sizeof x);
	memcpy(&mask, masks + 8 - n, sizeof mask);
	return (x | CASE) & mask;
}

static void
hash_add(struct hash *h, const char *more, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		h->bytes[h->n++] = more[i];
		if (h->n == sizeof h->bytes) {
			h->state = step(h->state, folded(h->bytes, h->n));
			h->n = 0;
		}
	}
}

static uint32_t
hash_end(const struct hash *h)
{
	return last_step(
	    h->n ? step(h->state, folded(h->bytes, h->n)) : h->state);
}

uint32_t
token_hash(struct str word)
{
	uint64_t state = 0;
	char rest[8] = "";

	for (; word.n >= sizeof rest; word = str_slice(word, 8, word.n))
		state = step(state, folded(word.s, 8));
	if (word.n) {
		memcpy(rest, word.s, word.n);
		state = step(state, folded(rest, word.n));
	}
	return last_step(state);
}

uint32_t
token_hash_learnt(struct str lower)
{
	uint32_t hash = 0x811c9dc5;
	size_t i;

	for (i = 0; i < lower.n; i++)
		hash = (hash ^ (unsigned char)lower.s[i]) * 0x01000193;
	return hash;
}

/* The hash of a word with letters or apostrophes beyond ASCII, as if they were
 * in lower case and straight. */
static uint32_t
hash_beyond(struct str word)
{
	struct hash h = { 0 };
	size_t i, length;
	char lower[4];

	for (i = 0; i < word.n; i += length) {
		uint32_t c = utf8_decode(word, i, &length);

		c = c == 0x2019 ? '\'' : utf8_to_lower(c);
		hash_add(&h, lower, utf8_encode(c, lower));
	}
	return hash_end(&h);
}

/* Takes a letter beyond ASCII into the token; false if it is none. */
static bool
take_letter(struct token *t, struct str text)
{
	size_t length;
	uint32_t c = utf8_decode(text, t->end, &length);

	if (!utf8_is_letter(c))
		return false;
	if (utf8_is_upper(c))
		t->flags |= t->end == t->start ? TOKEN_UPPER : TOKEN_CAPITALS;
	else
		t->flags |= TOKEN_LOWERS;
	t->end += (uint32_t)length;
	return true;
}

/* Takes the ASCII letters at the end of the token so far. */
static void
take_ascii(struct token *t, struct str text)
{
	for (; t->end < text.n; t->end++) {
		enum class c = classify((unsigned char)text.s[t->end]);

		if (c == LOWER)
			t->flags |= TOKEN_LOWERS;
		else if (c == UPPER)
			t->flags |= t->end == t->start ? TOKEN_UPPER
						       : TOKEN_CAPITALS;
		else
			return;
	}
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

/* Sets the end of a word that begins at t->start. */
static void
find_end(struct token *t, struct str text)
{
	size_t quote = apostrophe(text, t->start);

	if (quote) { /* the possessive itself */
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
		t->end += (uint32_t)quote;
	}
}

static void
take_word(struct token *t, struct str text)
{
	struct str word;
	size_t i;

	t->type = TOKEN_WORD;
	find_end(t, text);
	word = str_slice(text, t->start, t->end);
	for (i = 0; i < word.n && (unsigned char)word.s[i] < 0x80; i++)
		;
	t->hash = i < word.n ? hash_beyond(word) : token_hash(word);
}

bool
token_take(struct token *t, struct str text, size_t at, uint8_t spaced)
{
	unsigned char byte = (unsigned char)text.s[at];
	size_t length, quote;
	uint32_t c;

	*t = (struct token){ .start = (uint32_t)at, .end = (uint32_t)at,
		.flags = spaced };
	switch (classify(byte)) {
	case LOWER:
	case UPPER:
		take_word(t, text);
		return true;
	case OTHER:
		if (byte == '\'')
			break;
		t->type = TOKEN_SIGN;
		t->end++;
		t->hash = last_step(
		    step(0, folded((char[8]){ (char)byte }, 1)));
		return true;
	case DIGIT:
		t->type = TOKEN_NUMBER;
		while (t->end < text.n &&
		    classify((unsigned char)text.s[t->end]) == DIGIT)
			t->end++;
		t->hash = token_hash(str_slice(text, at, t->end));
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
 * it on. Most tokens are such words, and only here does it matter what one
 * costs: 50 instructions and no loop whose end a processor has to guess. */
static inline bool
take_plain(struct token *t, struct str text, size_t at, uint8_t spaced)
{
	const unsigned char *p = (const unsigned char *)text.s + at;
	unsigned char last[BYTES];
	uint64_t letters, uppers, all, hash;
	size_t n;

	if (text.n - at < sizeof last) {
		memset(last, 0, sizeof last);
		memcpy(last, p, text.n - at);
		p = last;
	}
	letters = bytes_letters(p);
	n = (size_t)__builtin_ctzll(~letters);
	if (!n || n == BYTES || p[n] >= 0x80 || p[n] == '\'')
		return false;
	hash = step(0, folded(p, n < 8 ? n : 8));
	if (n > 8)
		hash = step(hash, folded(p + 8, n - 8));
	all = ((uint64_t)1 << n) - 1;
	uppers = bytes_uppers(p) & all;
	t->start = (uint32_t)at;
	t->end = (uint32_t)(at + n);
	t->hash = last_step(hash);
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

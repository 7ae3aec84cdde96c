/* boilerplate_word - characters and words, by their bytes
 *
 * Words are not decoded. A byte beyond ASCII is of a letter, unless it begins a
 * character of the blocks that hold punctuation or Chinese and Japanese
 * writing. ASCII letters are taken eight bytes at once: their number, their
 * lower case and their hash cost as much as two letters one by one. */
#ifndef NF_BOILERPLATE_WORD_H
#define NF_BOILERPLATE_WORD_H

#include <string.h>

#include "str.h"

enum class { BLANK, SIGN, LETTER, CAPITAL, FIGURE, CJK };

/* Of ASCII. */
extern const uint8_t word_classes[128];

/* The class of a character beyond ASCII at the front of n bytes, its length in
 * *length. */
enum class word_class_beyond(const unsigned char *p, size_t n, size_t *length);

/* The rest of a word, which is long or has letters beyond ASCII: its end; *hash
 * has its first letters in it, the last eight if there are more. */
size_t word_rest(struct str s, size_t at, bool letters, uint64_t *hash);

/* The word at an offset: its end, and the hash of it with its ASCII letters in
 * lower case. */
size_t word_take(struct str s, size_t at, uint32_t *hash);

static inline enum class
word_class(struct str s, size_t at, size_t *length)
{
	const unsigned char *p = (const unsigned char *)s.s + at;

	*length = 1;
	if (p[0] >= 0x80)
		return word_class_beyond(p, s.n - at, length);
	return (enum class)word_classes[p[0]];
}

#define WORD_BYTES(b) ((uint64_t)0x0101010101010101u * (b))

/* Eight bytes as a little-endian number. */
static inline uint64_t
word_eight(const unsigned char *p)
{
	uint64_t x;

	memcpy(&x, p, sizeof x);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	x = __builtin_bswap64(x);
#endif
	return x;
}

/* How many ASCII letters are at the front of eight bytes; the letters, in
 * lower case. */
static inline size_t
word_letters(uint64_t x, uint64_t *letters)
{
	uint64_t low, others;
	size_t n;

	x |= WORD_BYTES(0x20);
	low = x & WORD_BYTES(0x7f);
	/* the high bit of each byte outside of [a, z] */
	others = (~(low + WORD_BYTES(0x80 - 'a')) |
	    (low + WORD_BYTES(0x7f - 'z')) | x) & WORD_BYTES(0x80);
	*letters = x;
	if (!others)
		return 8;
	n = (size_t)__builtin_ctzll(others) / 8;
	*letters = x & (((uint64_t)1 << 8 * n) - 1);
	return n;
}

static inline uint64_t
word_mix(uint64_t hash, uint64_t x)
{
	hash = (hash ^ x) * 0x9e3779b97f4a7c15u;
	return hash ^ hash >> 32;
}

static inline uint32_t
word_hash(uint64_t mixed)
{
	return (uint32_t)mixed ? (uint32_t)mixed : 1;
}

/* Half of it, where that is enough. */
static inline uint16_t
word_half(uint32_t hash)
{
	return (uint16_t)(hash ^ hash >> 16);
}

/* The word at an offset of a text that has zeros behind it: its end, which is
 * the offset where there is none; its hash, and whether it has a capital. */
static inline size_t
word_end(struct str s, size_t at, uint32_t *hash, bool *capital)
{
	const unsigned char *p = (const unsigned char *)s.s;
	uint64_t letters, h = 0;
	size_t n = word_letters(word_eight(p + at), &letters), length;
	enum class c;

	*capital = !(p[at] & 0x20);
	if (n) {
		h = word_mix(0, letters);
	} else {
		c = word_class(s, at, &length);
		if (c != LETTER && c != CAPITAL)
			return at;
		*capital = c == CAPITAL;
	}
	at += n;
	if (n == 8 || p[at] >= 0x80)
		at = word_rest(s, at, n == 8, &h);
	*hash = word_hash(h);
	return at;
}

#endif

/* block - 64 bytes of a text, of which a bitmap is made
 *
 * Where few bytes of a text matter it is looked at by blocks: a bitmap tells
 * which of 64 bytes matter, bit 0 the first, and nothing is done for the
 * others. With SSE2 it costs an instruction a byte or less. */
#ifndef NF_BLOCK_H
#define NF_BLOCK_H

#include <string.h>

#include "str.h"

enum { BLOCK = 64 };

/* The block that begins at an offset of a text. What is behind its end may not
 * be read: there the block is made in the copy, with blanks. */
static inline const char *
block_at(struct str text, size_t at, char copy[BLOCK])
{
	size_t n = text.n - at;

	if (n >= BLOCK)
		return text.s + at;
	memset(copy, ' ', BLOCK);
	memcpy(copy, text.s + at, n);
	return copy;
}

/* The number of the first byte of a bitmap that is not empty. */
static inline size_t
block_first(uint64_t bits)
{
	return (size_t)__builtin_ctzll(bits);
}

/* A text that is being looked at. */
struct block_scan {
	struct str text;
	size_t ahead;  /* offset of the first byte not yet looked at */
	uint64_t bits; /* those of the block before it that matter, and have
			* not been given out */
};

/* The next byte that matters, at an offset or after; the length of the text
 * for none. No byte is given out twice. A function makes the bitmaps. */
static inline size_t
block_next(struct block_scan *s, size_t from, uint64_t (*look)(const char *))
{
	char copy[BLOCK];
	size_t at;

	do {
		while (!s->bits) {
			if (s->ahead >= s->text.n)
				return s->text.n;
			s->bits = look(block_at(s->text, s->ahead, copy));
			s->ahead += BLOCK;
		}
		at = s->ahead - BLOCK + block_first(s->bits);
		s->bits &= s->bits - 1;
	} while (at < from);
	return at;
}

#endif

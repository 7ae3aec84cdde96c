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

/* A text that is being looked at. */
struct block_scan {
	struct str text;
	size_t ahead;  /* offset of the first byte not yet looked at */
	uint64_t bits; /* those of the block before it that matter, and have
			* not been given out */
};

/* Looks at the next block with a function that makes the bitmap. What is
 * behind the end of the text may not be read: there a copy has blanks. */
static inline void
block_look(struct block_scan *s, uint64_t (*look)(const char *))
{
	size_t n = s->text.n - s->ahead;
	char copy[BLOCK];

	if (n >= BLOCK) {
		s->bits = look(s->text.s + s->ahead);
	} else {
		memset(copy, ' ', BLOCK);
		memcpy(copy, s->text.s + s->ahead, n);
		s->bits = look(copy);
	}
	s->ahead += BLOCK;
}

/* The next byte that matters, at an offset or after; the length of the text
 * for none. No byte is given out twice. */
static inline size_t
block_next(struct block_scan *s, size_t from, uint64_t (*look)(const char *))
{
	size_t at;

	do {
		while (!s->bits) {
			if (s->ahead >= s->text.n)
				return s->text.n;
			block_look(s, look);
		}
		at = s->ahead - BLOCK + (size_t)__builtin_ctzll(s->bits);
		s->bits &= s->bits - 1;
	} while (at < from);
	return at;
}

#endif

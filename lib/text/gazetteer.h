/* gazetteer - what lists and clusters know of words and phrases
 *
 * A phrase is the sequence of its words in lower case; its hash is made word
 * by word, so that a text is looked up without copying. The table holds 41
 * bits of each hash, in open addressing, with 23 bits of knowledge: a slot is
 * one 64-bit word. It is made once, by nf-train, and used in place. */
#ifndef NF_GAZETTEER_H
#define NF_GAZETTEER_H

#include "arena.h"
#include "str.h"

enum gazetteer_bits {
	GAZETTEER_CLASSES = 0x3ff,  /* ten classes, a bit each */
	GAZETTEER_PREFIX = 1 << 10, /* a longer phrase begins so */
	GAZETTEER_CLUSTER = 11,	    /* shift: 1 + cluster of the word, 9 bits */
	GAZETTEER_USUAL = 20,	    /* shift: how it is mostly written, 2 bits:
			 * 0 not known, 1 lower, 2 Title, 3 CAPITALS */
	GAZETTEER_MIXED = 1 << 22,  /* and not seldom otherwise */
	GAZETTEER_BITS = 23
};

struct gazetteer {
	const uint64_t *slots; /* [mask + 1] hash | bits; 0 is free */
	uint64_t mask;
	const uint16_t
	    *paths; /* [512] of clusters, first bit highest; or NULL */
};

/* The hash of a word in lower case, of at most 48 bytes. */
uint64_t gazetteer_word(struct str lower);

/* The hash of a phrase that goes on with a word; a phrase begins with 0. */
uint64_t gazetteer_phrase(uint64_t phrase, uint64_t word);

/* What is known of a phrase, or 0. */
uint32_t gazetteer_find(const struct gazetteer *g, uint64_t phrase);

/* Adds bits to a phrase: the slots must be memory that can be written, and
 * not become full. Whether it is new. */
bool
gazetteer_add(uint64_t *slots, uint64_t mask, uint64_t phrase, uint32_t bits);

#endif

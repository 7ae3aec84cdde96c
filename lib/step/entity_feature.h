/* entity_feature - what the tagger looks at
 *
 * A feature is a 32-bit hash of the name of a template and of what stands
 * there. Those of the first sort depend on one word and its distance from the
 * token (-2 to 2) only: the tagger adds up their weights once per word and
 * keeps the sums, so they cost five additions a token however many there are.
 * Those of the second sort depend on several words, or on the document. */
#ifndef NF_ENTITY_FEATURE_H
#define NF_ENTITY_FEATURE_H

#include "entity_word.h"

enum {
	ENTITY_REACH = 2, /* tokens to each side that are looked at */
	ENTITY_WARM = 2,  /* and that are labelled, of a capital */
	ENTITY_WORD_FEATURES = 64,
	ENTITY_PLACE_FEATURES = 96
};

/* What a document shows of a word, wherever it stands. */
enum entity_seen {
	SEEN_LOWER = 1,	       /* in lower case */
	SEEN_INSIDE = 2,       /* capitalised, not at the start of a sentence */
	SEEN_AFTER_TITLE = 4,  /* after a title or a first name */
	SEEN_AFTER_NAME = 8,   /* after a capitalised word */
	SEEN_BEFORE_NAME = 16, /* before a capitalised word */
	SEEN_AFTER_IN = 32,    /* after in, at, from, near, to */
	SEEN_BEFORE_SAID = 64, /* before said, told ... */
	SEEN_AFTER_THE = 128,
	SEEN_CAPITALS = 256, /* in capitals, in a normal text */
	SEEN_TAIL = 512,     /* before 's */
	SEEN_OFTEN = 1024    /* three times or more */
};

/* A token with all that the features of the second sort need. */
struct entity_place {
	const struct entity_word *word;
	uint16_t begins, inside, ends; /* classes of longer phrases here */
	uint16_t seen;		       /* enum entity_seen */
	uint8_t opens;		       /* first of a sentence */
	uint8_t run;		       /* place in a run of capitalised words:
					  0 none, 1 first, 2 in it, 3 last,
					  4 alone */
	uint32_t run_first, run_last;  /* its tokens */
};

/* The hash of a template and up to three values: a sum of products with large
 * odd numbers, the middle of which times one more (multilinear hashing: Carter
 * and Wegman 1979). The products do not wait for one another. */
static inline uint32_t
entity_hash(uint32_t template, uint32_t a, uint32_t b, uint32_t c)
{
	uint64_t h = template * 0x9e3779b97f4a7c15 + a * 0xbf58476d1ce4e5b9 +
		     b * 0x94d049bb133111eb + c * 0xd6e8feb86659fd93;

	h ^= h >> 32;
	return (uint32_t)(h * 0xff51afd7ed558ccd >> 32);
}

/* Features of the first sort; at is -2 to 2. Returns how many. */
size_t entity_word_features(
    uint32_t *out, const struct entity_word *w, enum entity_case c, int at);

/* Features of the second sort, of token i of count. */
size_t entity_place_features(uint32_t *out, const struct entity_place *places,
    size_t count, size_t i, enum entity_case c);

#endif

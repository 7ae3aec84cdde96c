/* entity_second - what the first labels of a document tell of its names
 *
 * A text is labelled twice. What the first labels say of a word elsewhere in
 * the document, of longer names that it is part of, of the same name, and of
 * the names around it, are features of the second labels (two-stage tagging:
 * Krishnan and Manning 2006). Their weights are learnt from first labels that
 * models gave which had not seen the document (train_ents.c), so that they
 * know how far first labels can be trusted. The sums of the first features are
 * kept, and only what is new is added. */
#ifndef NF_ENTITY_SECOND_H
#define NF_ENTITY_SECOND_H

#include "entity_scan.h"
#include "tagger.h"

enum { ENTITY_SECOND_FEATURES = 64 };

/* How often the first labels of a word's tokens were what. */
struct entity_tally {
	uint32_t lower;	       /* hash of the word; 0: free */
	uint8_t alone[TYPES];  /* a name of one word; 0: none, capitalised */
	uint8_t before[TYPES]; /* in a longer name, not its last word */
	uint8_t last[TYPES];
	uint8_t spelled; /* a bit for each type of the names whose first
			    letters it is */
};

/* The same of names, by hash of all their words. */
struct entity_ballot {
	uint64_t name; /* 0: free */
	uint8_t votes[TYPES];
};

struct entity_second {
	struct arena *arena;
	struct entity_tally *tallies;  /* [tally_mask + 1] */
	struct entity_ballot *ballots; /* [ballot_mask + 1] */
	size_t tally_mask, tally_used, ballot_mask, ballot_used;
};

void entity_second_init(struct entity_second *s, struct arena *a);

/* Counts the labels of tokens from on, count of them, of a text. */
void entity_second_count(struct entity_second *s, const struct entity_text *t,
    size_t from, size_t count, const struct entity_place *places,
    const uint8_t *labels);

/* Features of token i, whose first labels were counted before. */
size_t entity_second_features(uint32_t *out, const struct entity_second *s,
    const struct entity_place *places, const uint8_t *labels, size_t count,
    size_t i, enum entity_case c);

#endif

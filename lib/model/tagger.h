/* tagger - labels for a sequence of tokens, by one linear model
 *
 * Each feature of a token has a row of 16 small weights, one for each label.
 * Their sums, and the weights of moves from label to label, score a path; the
 * best path is found with Viterbi's algorithm (1967). A label is a type of
 * name and a place in it: B begins, I inside, L last, U the only token, X any
 * of these. Types have as many places as there are columns: tagger_labels. */
#ifndef NF_TAGGER_H
#define NF_TAGGER_H

#include "arena.h"
#include "str.h"

enum { TAGGER_LABELS = 16 };

enum tagger_type {
	TYPE_OUTSIDE,
	TYPE_PERSON,
	TYPE_ORG,
	TYPE_PLACE,
	TYPE_NORP,
	TYPE_MISC,
	TYPE_FACILITY,
	TYPES
};

enum tagger_tag { TAG_O, TAG_B, TAG_I, TAG_L, TAG_U, TAG_X };

struct tagger_label {
	uint8_t type; /* enum tagger_type */
	uint8_t tag;  /* enum tagger_tag */
};

extern const struct tagger_label tagger_labels[TAGGER_LABELS];

/* The label of a type and place; where a type has no L or U, its I or B. */
unsigned tagger_label(enum tagger_type type, enum tagger_tag tag);

/* The end of the name that begins at token i. */
size_t tagger_name(const uint8_t *labels, size_t count, size_t i);

/* Whether one label may follow another; whether it may begin, and end. */
bool tagger_move(unsigned from, unsigned to);
bool tagger_begins(unsigned label);
bool tagger_ends(unsigned label);

/* Three rows in a line of the processor's cache. */
struct tagger_bucket {
	int8_t weights[3][TAGGER_LABELS];
	uint32_t tags[3];  /* hash of the feature; 0: free */
	uint8_t scales[3]; /* what the weights are to be multiplied by */
	uint8_t full;	   /* rows of this bucket may stand in the next one */
};

enum { TAGGER_UNIT = 64, TAGGER_PRESENT = 1 << 16 }; /* a weight of 1.0 */

/* One to 9,000,000. */
enum { TAGGER_BEAM = 16 * TAGGER_UNIT };

struct tagger {
	const struct tagger_bucket *buckets; /* [mask + 1] in place */
	uint32_t mask;
	const uint32_t *present; /* [1 << 16] a bit for each feature
				    that may have a row */
	const int16_t *moves;	 /* [17 * 16] from, to; 16: start */
	int16_t beam; /* labels that are so much worse than the best are not
			 gone on with */
};

/* Whether the feature may have weights: most have none, and this bitmap lies
 * nearer to the processor than the rows. */
static inline bool
tagger_has(const struct tagger *t, uint32_t feature)
{
	uint32_t bit = feature >> 11;

	return t->present[bit >> 5] >> (bit & 31) & 1;
}

/* Drops the features that have no weights and asks the memory for the rows of
 * the others; returns how many these are. Between this and tagger_add should
 * lie other work: a row comes from afar. */
size_t tagger_fetch(const struct tagger *t, uint32_t *features, size_t count);

/* Adds the weights of the features to the scores. */
void tagger_add(const struct tagger *t, const uint32_t *features, size_t count,
    int16_t scores[TAGGER_LABELS]);

/* What sums of the first labels are worth where more is added to them. Of many
 * weights that say the same they are too large, by more than twice: with all
 * of it second labels that are wrong would have to be shouted down. */
static inline int16_t
tagger_temper(int score)
{
	return (int16_t)(score * 3 >> 3);
}

/* The best labels of a sequence; scores[i] are the sums for token i. sums is
 * scratch. */
void
tagger_decode(const struct tagger *t, const int16_t (*scores)[TAGGER_LABELS],
    size_t count, int16_t (*sums)[TAGGER_LABELS], uint8_t *labels);

#endif

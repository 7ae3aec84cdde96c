/* tagger_data - labelled sequences that a tagger is to learn from
 *
 * Tokens are added one by one, each after its features; then sequences of the
 * tokens added last. When all are there, train_rows gives numbers to the
 * features that are seen often enough; after that the data do not change, and
 * may be learnt from several times. */
#ifndef NF_TAGGER_DATA_H
#define NF_TAGGER_DATA_H

#include "tagger.h"

enum { TRAIN_CORPORA = 8 };

struct train_sequence {
	uint32_t first, count; /* its tokens */
	uint16_t corpus;
	uint16_t fold; /* 0, or the part that it may be left out with */
};

struct train_data {
	const struct os *os;
	uint32_t *features; /* [feature_count] hashes; later row numbers */
	size_t *starts;	    /* [tokens + 1] first feature of a token */
	uint16_t *allowed;  /* [tokens] a bit for each label it may have */
	int16_t (*base)[TAGGER_LABELS];	  /* [tokens] sums to begin with, in
					     TAGGER_UNIT; or NULL: zeroes */
	struct train_sequence *sequences; /* [count] */
	size_t feature_count, tokens, count;
	size_t feature_room, token_room, base_room, sequence_room;

	/* made by train_rows */
	size_t rows;			 /* 1 + those of features; 0: no row */
	uint32_t *hashes;		 /* [rows] */
	uint32_t *copies[TRAIN_CORPORA]; /* [rows] the copy of a corpus */
	size_t all;			 /* rows and copies */
};

void train_feature(struct train_data *d, uint32_t hash);

/* base: what other weights gave; NULL for all tokens or for none. */
void train_token(struct train_data *d, uint16_t allowed, const int16_t *base);
void train_sequence(
    struct train_data *d, size_t count, unsigned corpus, unsigned fold);

/* Numbers the features that are seen so often; copies: each corpus has rows of
 * its own, too. */
void train_rows(struct train_data *d, unsigned cutoff, bool copies);
void train_free(struct train_data *d);

/* Memory through the seam, that die cannot fail. */
void *train_memory(const struct os *os, size_t count, size_t size);

#endif

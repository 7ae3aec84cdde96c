/* train_tokens - running text made of tokens, for the model of nf-sent
 *
 * Sentences that are cut and labelled for names, but by tokens, are put
 * together to text again. A second copy is made in which names are written
 * with abbreviations, where it is certain how they would be written and where
 * the sentence ends all the same:
 *
 *     ... owned by Norvane . The ...       ... owned by Norvane Inc. The ...
 *     the Norvane chairman Ana Ruiz        the Norvane Inc. Chairman Ana Ruiz
 *     ... to the United States . He        ... to the U.S. He
 *     the United States Senate             the U.S. Senate
 *
 * Labelled text is rich in names and poor in abbreviations; newspapers about
 * business are full of both. */
#ifndef NF_TRAIN_TOKENS_H
#define NF_TRAIN_TOKENS_H

#include "arena.h"
#include "buf.h"
#include "str.h"

struct train_token {
	struct str text, label; /* "Norvane", "B-ORG" */
	bool last;              /* of its sentence */
};

struct train_text {
	struct buf text;
	struct buf ends;   /* of size_t: where sentences end */
	struct buf begins; /* of size_t: where they begin */
};

/* Reads the next document off the front of a .tsv file: its tokens, an array
 * in the arena; NULL at the end. */
struct train_token *train_tokens_read(struct arena *a, struct str *rest,
    size_t *count);

/* Writes the document as text, as it is or with abbreviations; *turn counts
 * through them. */
void train_tokens_write(struct train_text *t, const struct train_token *tokens,
    size_t count, bool abbreviate, unsigned *turn);

#endif

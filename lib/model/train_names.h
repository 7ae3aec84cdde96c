/* train_names - what lists and corpora know of words, before weights are learnt
 *
 * Lists of names (class TAB name), of places and organisations (as in
 * lib/data), word clusters (bits TAB word TAB count), and how each word of the
 * corpora is mostly written. Without any list it is what the model that is
 * built in knows. */
#ifndef NF_TRAIN_NAMES_H
#define NF_TRAIN_NAMES_H

#include "train.h"

enum { NAME_SLOTS = 1 << 18, PLACE_SLOTS = 1 << 16 };

struct knowledge {
	struct arena *arena;
	uint64_t *slots;  /* [NAME_SLOTS] */
	uint64_t *places; /* [PLACE_SLOTS] */
	size_t used;
	uint16_t paths[512]; /* of clusters */
	unsigned types;	     /* a bit for each type that some corpus labels */
	size_t documents;    /* of the first corpus */
};

/* Whether a file is a corpus, and no list. */
bool train_is_corpus(struct str file);

/* Reads all files. */
void train_names(struct knowledge *k, const struct training *t);

#endif

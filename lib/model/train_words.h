/* train_words - counts words in raw text, for the model of nf-sent */
#ifndef NF_TRAIN_WORDS_H
#define NF_TRAIN_WORDS_H

#include "arena.h"
#include "str.h"

/* What was seen of a word. */
struct word_count {
	uint32_t hash;         /* of it in lower case; 0: a free slot */
	uint32_t all, stopped; /* seen; with a full stop behind */
	uint32_t lower, upper; /* seen inside of a sentence */
	uint32_t starts;       /* seen at the beginning of one */
	bool given;            /* it is in a list of given names */
};

struct word_counts {
	struct word_count *words; /* [room] by hash */
	size_t count, room;
};

void word_counts_init(struct word_counts *w, struct arena *a);

/* Counts the words of a text; a newline ends a sentence. */
void word_counts_add(struct word_counts *w, struct arena *a, struct str text);

/* Marks the given names of a list: lines of "first" TAB name. */
void word_counts_names(struct word_counts *w, struct str lines);

/* The array "words" of the model: see sentence_word.h. *slots elements. */
uint32_t *word_counts_table(const struct word_counts *w, struct arena *a,
    size_t *slots);

#endif

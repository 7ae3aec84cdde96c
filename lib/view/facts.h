/* facts - what a document says, each fact once, and how often */
#ifndef NF_FACTS_H
#define NF_FACTS_H

#include "arena.h"
#include "record.h"

struct fact {
	struct str kind;  /* column 1 */
	struct str gloss; /* see kind_gloss; the text of one without value */
	size_t kind_index; /* see kind_find */
	size_t count;     /* how often it was said */
	size_t unit;      /* the anchor of the first time; 0: it has none */
	size_t order;     /* of first mention */
};

struct facts {
	struct arena arena;
	struct fact *list;  /* [count] */
	size_t count, room;
	uint32_t *slots;    /* [slots_count] index + 1 in list; 0: free */
	size_t slots_count; /* a power of two */
	size_t left_out;    /* facts beyond the most that are kept */
};

void facts_init(struct facts *f, const struct os *os);
void facts_add(struct facts *f, const struct record *note, size_t unit);

/* Sorts by kind, then the most frequent first, then by first mention. */
void facts_sort(struct facts *f);

/* Begins anew. */
void facts_reset(struct facts *f);
void facts_free(struct facts *f);

#endif

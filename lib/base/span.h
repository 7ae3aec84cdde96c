/* span - what a step finds: a slice of a text, and what it means */
#ifndef NF_SPAN_H
#define NF_SPAN_H

#include "arena.h"
#include "str.h"

struct span {
	struct span *next;  /* the one found after it */
	const char *kind;   /* "date", "person", ...; "sent" of a sentence */
	size_t unit;        /* number of the text that it lies in, from 0 */
	size_t start, end;  /* its bytes in that text, start < end */
	struct str value;   /* the meaning in normal form; empty for none */
	struct str attrs;   /* "key=value|key=value", keys sorted, or empty */
	const char *rule;   /* the rule or model that made it, for --why */
};

/* A list of spans in the order in which they were found. */
struct spans {
	struct span *first, *last;
	size_t count;
};

/* Adds an empty span to the list. */
struct span *span_add(struct arena *a, struct spans *list, const char *kind,
    size_t unit, size_t start, size_t end);

/* Adds an attribute behind the others: the caller keeps the keys sorted. An
 * empty value adds nothing. What the format cannot hold ('|', TAB, control
 * bytes) becomes a blank. */
void span_attr(struct arena *a, struct span *s, const char *key,
    struct str value);

#endif

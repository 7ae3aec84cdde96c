/* kind - how the kinds of annotations look and what they mean to a reader */
#ifndef NF_KIND_H
#define NF_KIND_H

#include "arena.h"
#include "record.h"
#include "str.h"

enum kind_family {
	KIND_NAMES,
	KIND_TIMES,
	KIND_FIGURES,
	KIND_OTHERS,
	KIND_FAMILIES
};

struct kind {
	const char *name;        /* column 1 */
	enum kind_family family;
	const char *colour;      /* parameters of SGR on a terminal */
};

/* All kinds that the programs of nf write, in the order of a legend. The last
 * one, "other", stands for those that they do not. */
enum { KINDS = 23 };
extern const struct kind kinds[KINDS];

/* The heading of a family. */
extern const char *const kind_families[KIND_FAMILIES];

/* The number of a kind in the table. */
size_t kind_find(struct str name);

/* What a row means, in a few words that a reader understands: the value with
 * its qualifier, its upper end and what happened. "-" of a row that has no
 * value is empty. */
struct str kind_gloss(struct arena *a, const struct record *r);

#endif

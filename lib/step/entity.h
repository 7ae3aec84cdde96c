/* entity - names of persons, organisations and places in a text */
#ifndef NF_ENTITY_H
#define NF_ENTITY_H

#include "entity_model.h"
#include "entity_scan.h"
#include "names.h"
#include "span.h"

enum { ENTITY_PART = 128 << 10 };

struct entity_tagger {
	struct entity_model model;
	struct entity_words words; /* a cache, see entity_scan.h */
	const struct names *names; /* the user's own, or NULL */
	struct arena work;	   /* of one part of a document */
};

/* Makes a tagger over an open model; its tables live in the arena. */
void entity_tagger_init(struct entity_tagger *e, struct arena *forever);

/* The names in the texts of a document, in order. What is longer than
 * ENTITY_PART bytes is worked on in parts, which do not know of each other's
 * names: whole texts, and pieces of a text that is longer by itself. */
struct span *entity_find(struct arena *a, const struct str *texts, size_t count,
    struct entity_tagger *e);

#endif

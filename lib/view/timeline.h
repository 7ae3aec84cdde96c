/* timeline - the dated sentences of all documents in the order of time */
#ifndef NF_TIMELINE_H
#define NF_TIMELINE_H

#include "buf.h"
#include "view.h"

struct moment {
	struct str from, to; /* ISO 8601, half-open; to may be empty */
	struct str label;    /* as people read it */
	int64_t day, end;    /* of from and to, counted from 1970-01-01 */
	struct str sentence;
	struct str doc, title; /* its document */
	size_t number;       /* of the sentence */
};

struct timeline {
	struct moment *list; /* [count] */
	size_t count, room;
	struct str name, title; /* of the document of the last row */
};

void timeline_begin(struct view *v);
void timeline_take(struct view *v, struct stanza *p);

/* In the order of time; what is longer goes before what it holds. */
const struct timeline *timeline_sorted(struct view *v);

#endif

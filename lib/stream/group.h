/* group - a row and the annotations under it, written in canonical order */
#ifndef NF_GROUP_H
#define NF_GROUP_H

#include "window.h"

/* A span that the step has found, at its place in the document. */
struct own {
	const struct span *span;
	size_t row;        /* number of its unit in the window */
	size_t start, end; /* in the document */
	struct str text;   /* clean */
};

struct group {
	struct str doc;          /* name of the document */
	struct str para, sent;   /* columns 1 and 2 of rows made of bare text,
				  * and of sentences: see record_write_framed */
	struct buf *tail;        /* to make columns 7 and 8 in */
	const struct row *rows;  /* [count] a row, then its annotations */
	size_t count;
	const struct own *own;   /* [own_count] of that row */
	size_t own_count;
	size_t *sentences;       /* the last number given out, with .splits */
};

/* Whether the group leaves as it came: all of its lines, in their order. */
bool group_stays(struct filter *f, const struct group *g);

/* Writes the group as the options of the filter want it. */
void group_write(struct filter *f, const struct group *g);

/* Sorts spans by row, then in canonical order. */
void group_sort(struct arena *a, struct own *own, size_t count);

#endif

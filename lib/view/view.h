/* view - a stream as people would rather see it
 *
 * A view takes stanza by stanza and writes what it looks like: in the
 * terminal, as an HTML page, or as a time line in either. */
#ifndef NF_VIEW_H
#define NF_VIEW_H

#include "buf.h"
#include "stanza.h"

struct view {
	struct buf *out;  /* what is to be written */
	bool colour;      /* in the terminal */
	size_t width;     /* columns of the terminal; 0: lines of any length */
	bool brief;       /* labels without values */
	struct arena forever; /* what is kept to the end */
	void *state;      /* of the kind of view */
};

/* A kind of view. */
struct view_class {
	void (*begin)(struct view *v);
	void (*take)(struct view *v, struct stanza *p);
	void (*end)(struct view *v);
};

extern const struct view_class view_terminal, view_html, view_timeline,
    view_timeline_html;

#endif

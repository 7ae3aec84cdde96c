/* window - the rows of a document, held until its step has run
 *
 * A window ends with its document, or where its units hold more than 1 MiB of
 * text. Rows are kept as offsets into the reader's buffer. */
#ifndef NF_WINDOW_H
#define NF_WINDOW_H

#include "filter.h"

enum {
	WINDOW_TEXT = 1 << 20,  /* bytes of unit text in a window */
	WINDOW_ROW = 16 << 20,  /* bytes of the longest row that is analysed */
	WINDOW_CONTEXT = 16     /* units that -u remembers */
};

enum row_class {
	ROW_UNIT,       /* para or sent */
	ROW_PASSED,     /* a unit that the step does not see */
	ROW_BARE,       /* bare text, to be written as a para row */
	ROW_ANNOTATION, /* stands under the unit before it */
	ROW_FIXED,      /* doc, junk, or malformed: stays where it is */
	ROW_GONE        /* a bare line that was joined to the one before */
};

struct row {
	size_t at, length; /* its bytes in the operand, no newline */
	size_t start, end; /* columns 4 and 5 */
	size_t number;     /* column 3 */
	uint32_t text;     /* offset of column 6 in the row; 0 of bare text */
	enum row_class class;
};

/* Column 8 of a unit; empty for none. */
struct str row_attrs(const struct filter *f, const struct row *r);

/* Makes the window of a filter. */
struct window *window_new(struct filter *f);
void window_free(struct filter *f);

/* A document begins: its name is column 2. Ends the one before. */
void window_document(struct filter *f, struct str name);

/* The doc row of the document, once window_document has been called. */
void window_title(struct filter *f, const struct record *doc);

/* Whether the name is that of the document now being read. */
bool window_same(const struct filter *f, struct str name);

/* Adds a row; text is the number of bytes of unit text in it. Runs the step
 * first when the window is full. */
void window_add(struct filter *f, const struct row *r, size_t text);

/* A span that the step has found. */
void window_span(struct filter *f, const struct span *s);

/* Where to cut a text that goes on: behind its last blank, if that is in the
 * second half, else between two code points. */
size_t window_cut(struct str text);

/* Runs the step over what is held, and writes it. */
void window_close(struct filter *f);

/* The same, at the end of the operand: what follows is another document. */
void window_end(struct filter *f);

/* Whether it holds rows, and the offset of the first byte of them. */
bool window_holds(const struct filter *f, size_t *hold);

#endif

/* window - the rows of a document, held until its step has run
 *
 * A window ends with its document, or before a row that would make its text
 * more than 1 MiB or its rows more than 16,384. Annotations do not count, so
 * that each annotator cuts at the same place. Texts that are only split do not
 * influence one another: their window ends after 64 KiB, so that all of it
 * stays in the cache, but never between lines that may be joined. The window
 * keeps copies: what lies between rows costs no memory. */
#ifndef NF_WINDOW_H
#define NF_WINDOW_H

#include "filter.h"

enum {
	WINDOW_TEXT = 1 << 20,  /* bytes of text in a window */
	WINDOW_SPLIT = 64 << 10, /* the same where texts are only split */
	WINDOW_ROWS = 16 << 10, /* rows in it that are no annotations */
	WINDOW_ROW = 16 << 20,  /* bytes of the longest row that is analysed */
	WINDOW_HELD = 32 << 20, /* bytes of all rows, annotations too */
	WINDOW_GAP = 256,       /* bytes between lines that may be joined */
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
	size_t at, length; /* its bytes in the window, no newline */
	size_t start, end; /* columns 4 and 5 */
	size_t number;     /* column 3 */
	uint32_t text;     /* offset of column 6 in the row; 0 of bare text */
	enum row_class class;
};

/* The line of a row, and of a unit column 6, or a bare line itself. */
struct str row_line(const struct filter *f, const struct row *r);
struct str row_text(const struct filter *f, const struct row *r);

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

/* Adds a row, of which at and length are set here; text is the number of
 * bytes of it that count. Runs the step first when the window is full. */
void window_add(struct filter *f, const struct row *r, struct str line,
    size_t text);

/* Whether annotations take more memory than a window may have. */
bool window_full(const struct filter *f);

/* A span that the step has found. */
void window_span(struct filter *f, const struct span *s);

/* Where to cut a text that goes on: behind its last blank, if that is in the
 * second half, else between two code points. */
size_t window_cut(struct str text);

/* Runs the step over what is held, and writes it. */
void window_close(struct filter *f);

/* The same, at the end of the operand: what follows is another document. */
void window_end(struct filter *f);

#endif

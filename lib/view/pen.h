/* pen - running text on a terminal: colours, and lines that fit
 *
 * Text is cut into lines at blanks. A word that is wider than a line stands
 * alone on one and goes over its edge. */
#ifndef NF_PEN_H
#define NF_PEN_H

#include "buf.h"
#include "str.h"

struct pen {
	struct buf *out;
	bool colour;       /* write SGR sequences */
	size_t width;      /* columns of a line; 0: lines of any length */
	size_t indent;     /* columns left free from the second line on */

	/* its own */
	struct buf word;   /* not yet written */
	size_t word_width; /* columns of it */
	size_t column;     /* of the line, that are taken */
	bool blank;        /* there is to be one before the word */
	struct str style;  /* now, and where the word began */
	struct str word_style;
};

void pen_init(struct pen *p, struct buf *out);
void pen_free(struct pen *p);

/* From here on: the parameters of SGR, "" for plain text. */
void pen_style(struct pen *p, struct str style);

void pen_text(struct pen *p, struct str text);

/* Spaces up to a column. */
void pen_column(struct pen *p, size_t column);

/* Ends the line. */
void pen_line(struct pen *p);

/* The columns of a text. */
size_t pen_width(struct str text);

#endif

/* output - one buffer in front of standard output
 *
 * It is written when it is full, when asked for, and at the end; always whole
 * lines, if whole lines are added, and signals that end the program wait for
 * the end of a line. A failed write ends the program with a message and
 * status 2. */
#ifndef NF_OUTPUT_H
#define NF_OUTPUT_H

#include "buf.h"
#include "os.h"
#include "str.h"

struct output {
	const struct os *os;
	struct buf bytes; /* not yet written */
};

void output_init(struct output *o, const struct os *os);
void output_add(struct output *o, struct str text);

/* Adds the text and a newline, which stay together. */
void output_line(struct output *o, struct str text);

/* Writes what a caller has added to o->bytes, if that is much. */
void output_relieve(struct output *o);

/* Writes all of it. */
void output_flush(struct output *o);

/* Writes all, closes standard output and frees the memory. */
void output_close(struct output *o);

#endif

/* filter - the frame that all programs share
 *
 * It reads the command line and the operands, tells rows from bare text, puts
 * rows together to documents, hands each to the command, sorts what comes
 * back under its unit, and writes. It keeps the promises of nf(5); a command
 * is a table of options, one hook, and main.
 *
 * Which hook a command sets says what kind of filter it is:
 *
 *   document  an annotator: gets the units of a document, gives spans with
 *             filter_add. With .splits the spans take the place of para units
 *   page      a cleaner: gets the bytes of a page, gives rows with filter_row
 *   row       a reader at the end of a pipe: gets row by row and writes what
 *             it likes with filter_out */
#ifndef NF_FILTER_H
#define NF_FILTER_H

#include "arena.h"
#include "option.h"
#include "output.h"
#include "progress.h"
#include "reader.h"
#include "record.h"
#include "span.h"

/* The units of a document, or of a window of a long one. */
struct document {
	struct str name;  /* column 2 */
	struct str date;  /* the value of its doc row; empty for none */
	struct str title; /* the text of its doc row; empty for none */
	size_t count;     /* of units; a long unit counts as several */
	const struct str *texts;  /* [count] clean: see utf8_clean */
	const struct str *attrs;  /* [count] the eighth column, or empty */
	const size_t *starts;     /* [count] offset in the document */
};

/* A page, or a window of a long one. */
struct page {
	struct str name;  /* the operand, "-" for standard input */
	struct str bytes; /* as they are */
	size_t offset;    /* of the first byte in the operand */
	size_t line;      /* number of its first line, from 1 */
	bool first, last; /* window of its page */
};

struct filter {
	/* what the command says of itself */
	const char *name;
	const char *purpose;              /* half a line, for --help */
	const char *example;              /* a command line, for --help */
	const char *const *kinds;         /* that it owns; NULL ends */
	const struct option_spec *options;
	void (*start)(struct filter *f);  /* after the options; may be NULL */
	void (*document)(struct filter *f, const struct document *d);
	void (*page)(struct filter *f, const struct page *p);
	void (*row)(struct filter *f, const struct record *r);
	void (*finish)(struct filter *f); /* before the end; may be NULL */

	/* of .document: spans replace para units, by sent units */
	bool splits;

	/* of .splits, for bare text: sets joined[i] where line i of a block
	 * (of lines without a blank one between) goes on from line i - 1;
	 * joined[0] is false. NULL: each line stands alone. */
	void (*join)(struct filter *f, const struct str *lines, size_t count,
	    bool *joined);

	/* of .page: whether a page that begins like this is to come whole;
	 * otherwise it comes in windows of whole lines. NULL: windows. */
	bool (*whole)(struct filter *f, struct str beginning);

	/* what it may use */
	struct arena arena;   /* reset after each document or page */
	struct arena forever; /* never reset */
	const struct os *os;

	/* common options */
	bool only, text, header, unbuffered, why, exit_status, verbose;
	bool help, version, no_sandbox;

	/* the frame's own */
	struct os system; /* what os points to: with the program's name */
	struct output output;
	struct reader reader;
	struct progress progress;
	struct window *window;
	const char *operand; /* as given */
	struct buf name_of;  /* it, as column 2 may hold it */
	bool found;          /* a row of its own kinds has been written */
	bool failed;         /* the status will be 2 */
	size_t documents;    /* worked on, for --verbose */
	size_t bytes;        /* read, for --verbose */
};

/* Runs the program: the return value of main. */
int filter_main(struct filter *f, int argc, char *argv[]);

/* The same on another system: what unit tests and fuzzers call. */
int filter_run(struct filter *f, const struct os *os, int argc, char *argv[]);

/* Of .document: adds a span to the unit that it names. */
void filter_add(struct filter *f, const struct span *s);

/* Of .page: writes a row. Rows of other kinds than "junk" and "doc" count
 * as found. */
void filter_row(struct filter *f, const struct record *r);

/* Of .row and .page: writes text as it is; *found* is for the caller to set. */
void filter_out(struct filter *f, struct str text);

/* Reports something about the operand that is being read; status 2. */
void filter_complain(struct filter *f, size_t line, const char *what);

#endif

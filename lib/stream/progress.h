/* progress - one line on standard error that says how far a long run is
 *
 * It is shown where somebody sees it and nothing else is: on a terminal, when
 * the rows go elsewhere. Without --verbose that is a file only, since a pipe
 * may lead to a pager on the same terminal. The first line comes after two
 * seconds, and the last is wiped away. */
#ifndef NF_PROGRESS_H
#define NF_PROGRESS_H

#include "os.h"

struct progress {
	const struct os *os;
	bool wanted;    /* somebody would see it */
	size_t told;    /* bytes, when the clock was last looked at */
	bool shown;     /* there is a line to wipe away */
	uint64_t began; /* milliseconds of the clock */
	uint64_t next;  /* when to show the next line */
};

void progress_begin(struct progress *p, const struct os *os, bool verbose);

/* To be called now and then, with what has been done so far. */
void progress_show(struct progress *p, size_t documents, size_t bytes);

void progress_end(struct progress *p);

#endif

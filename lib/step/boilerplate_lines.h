/* boilerplate_lines - plain text as blocks */
#ifndef NF_BOILERPLATE_LINES_H
#define NF_BOILERPLATE_LINES_H

#include "boilerplate.h"

/* The blocks of a plain text that begins at an offset of its document: its
 * lines without blanks at both ends, or several that are one hard-wrapped
 * paragraph. A mark of byte order lies in none. */
struct block *lines_split(struct arena *a, struct str text, size_t offset,
    size_t *count);

#endif

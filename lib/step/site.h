/* site - lines that stand on several pages of a site
 *
 * What stands on three pages of one site is its furniture, whatever it looks
 * like: in a test on 34 sites that held for 99.87 % of such lines, and four
 * fifths of all boilerplate were such lines. So nf-clean can be shown some
 * pages of a site first. A list is text: a line of 16 hexadecimal digits for
 * each hash, ascending. */
#ifndef NF_SITE_H
#define NF_SITE_H

#include "boilerplate.h"
#include "buf.h"

enum { SITE_PAGES = 3 };

/* How often each line was seen; zeroed at the start. */
struct site_count {
	struct site_line {
		uint64_t hash;       /* 0: a free slot */
		uint32_t pages;      /* on how many pages it stood */
		uint32_t last;       /* number of the last of them */
	} *lines;                    /* [room] */
	size_t count, room;
};

/* Counts a line (boilerplate_hash of it, 0 for none) of a page; pages are
 * numbered from 1. */
void site_see(struct site_count *c, struct arena *a, uint64_t hash,
    uint32_t page);

/* Writes the list of the lines that stand on SITE_PAGES pages or more. */
void site_write(const struct site_count *c, struct arena *a, struct buf *out);

/* Reads a list; false when it is none. */
bool site_read(struct site *s, struct arena *a, struct str list);

#endif

/* sentence_scan - the few bytes of a text at which a sentence may end */
#ifndef NF_SENTENCE_SCAN_H
#define NF_SENTENCE_SCAN_H

#include "str.h"

struct sentence_scan {
	struct str text;
	size_t ahead;   /* offset of the first byte not yet looked at */
	uint64_t signs; /* which of the 64 before may begin a gap, bit 0 the
			 * first, and have not been given out */
};

void sentence_scan(struct sentence_scan *s, struct str text);

/* The first byte at or after an offset that may begin a gap: one of . ? ! ) :
 * or a byte beyond ASCII that begins such a sign; the length of the text for
 * none. The offset never goes back. */
size_t sentence_scan_next(struct sentence_scan *s, size_t from);

#endif

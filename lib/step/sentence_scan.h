/* sentence_scan - the few bytes of a text at which a sentence may end */
#ifndef NF_SENTENCE_SCAN_H
#define NF_SENTENCE_SCAN_H

#include "block.h"

/* The first byte at or after an offset that may begin a gap: one of . ? ! ) :
 * or a byte beyond ASCII that begins such a sign; the length of the text for
 * none. The offset grows from call to call. */
size_t sentence_scan(struct block_scan *s, size_t from);

#endif

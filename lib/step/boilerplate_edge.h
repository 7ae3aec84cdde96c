/* boilerplate_edge - how a text begins and ends */
#ifndef NF_BOILERPLATE_EDGE_H
#define NF_BOILERPLATE_EDGE_H

#include "boilerplate_measure.h"

/* What the character at an offset is. */
enum edge edge_at(struct str s, size_t at);

/* How a text ends, closing quotation marks and brackets set aside. */
enum edge edge_last(struct str s);

/* The text without a bullet or list number and padding. */
struct str edge_strip(struct str s, bool *bullet);

/* The hash by which a text that is stripped is known. */
uint64_t edge_hash(struct str line);

#endif

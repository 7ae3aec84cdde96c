/* boilerplate_cut - places where something was glued to a text */
#ifndef NF_BOILERPLATE_CUT_H
#define NF_BOILERPLATE_CUT_H

#include "boilerplate_measure.h"

enum { CUTS_MAX = 8 }; /* further ones of a text are not looked for */

/* The offsets, ascending, at which parts of a text begin that may be of
 * another kind than what stands before them; how many. */
size_t cut_find(const struct lexica *x, struct str text, size_t cuts[CUTS_MAX]);

#endif

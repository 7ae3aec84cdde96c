/* sniff - what a file is, by its first bytes */
#ifndef NF_SNIFF_H
#define NF_SNIFF_H

#include "str.h"

/* Whether a page begins like HTML. */
bool sniff_html(struct str beginning);

#endif

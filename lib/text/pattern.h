/* pattern - regular expressions of the user's own, by PCRE2
 *
 * The text is known to be UTF-8, so that PCRE2 need not look. Matching is
 * bounded: a match that starts at a place of a text may take PATTERN_STEPS,
 * and PATTERN_QUICK at all but a number of places that the caller sets.
 * Beyond that the program ends with a message. */
#ifndef NF_PATTERN_H
#define NF_PATTERN_H

#include "arena.h"
#include "str.h"

enum { PATTERN_STEPS = 100000, PATTERN_QUICK = 500 };

struct pattern; /* a compiled expression; lives as long as the program */

/* Compiles an expression (caseless, Unicode classes). NULL: it is wrong, *why
 * says what is, in the arena. */
struct pattern *pattern_make(struct arena *a, struct str expression,
    const char **why);

/* The next match from an offset on; false when there is none. *slow counts
 * down at each place that takes more than PATTERN_QUICK steps. */
bool pattern_find(struct pattern *p, struct str text, size_t from,
    size_t *start, size_t *end, unsigned *slow);

/* What a named group of the last match holds; empty when nothing. */
struct str pattern_group(const struct pattern *p, struct str text,
    const char *name);

#endif

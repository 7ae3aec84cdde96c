/* timex_resolve - the steps of the resolver; not for others
 *
 * Each gives the days of a meaning in r->p and what they are counted from in
 * r->anchor, and is false where they are not known. */
#ifndef NF_TIMEX_RESOLVE_H
#define NF_TIMEX_RESOLVE_H

#include "timex_parts.h"

enum { FARTHEST = 10000 }; /* of a unit, that are counted */

/* named: the days that a year, a month, a weekday, a holiday name; tense is 1
 * for the future, -1 for the past, 0 when the clause does not tell. */
bool resolve_named(struct timeline *line, const struct place *p,
    const struct timex *t, const struct meaning *m, struct resolved *r,
    int tense);

/* counted: ago, in, later, earlier */
bool resolve_counted(struct timeline *line, const struct meaning *m,
    struct resolved *r);

/* The first week of the days in r->p, the last Friday, the week of the day. */
bool resolve_nth(struct timeline *line, const struct meaning *m,
    struct resolved *r);

/* "two weeks after" the days in r->p */
bool resolve_shift(struct timeline *line, const struct meaning *m,
    struct resolved *r);

/* "the first two weeks of" the days in r->p: a duration with its interval */
void resolve_part_of(const struct meaning *m, struct resolved *r);

/* A duration that ends or begins with the document's date. */
void resolve_bounded(struct timeline *line, const struct meaning *m,
    struct resolved *r);

/* From the document's date, if that is known. */
static inline bool
resolve_from_doc(const struct timeline *line, struct resolved *r)
{
	r->anchor = "doc";
	return line->known;
}

static inline struct period
resolve_period(const struct timeline *line, enum unit grain, int64_t day)
{
	return period_of(grain, day, line->o->week_start);
}

static inline struct period
resolve_day(int64_t day)
{
	return (struct period){ UNIT_DAY, day, day + 1 };
}

#endif

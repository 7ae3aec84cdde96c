/* quantity_date - figures that are part of a date or a time
 *
 * What is plain is seen here; the library's recogniser is asked, about some
 * words around a figure, only when the figure could be part of a date. */
#include "figure.h"

enum {
	NEAR = 5, /* tokens around a figure that could make it a date */
	MOST = 24 /* figures of a passage that are asked about        */
};

/* Whether the number, without a sign, is that of a year. */
bool
figure_is_year(const struct passage *p, const struct figure *f)
{
	uint64_t year;

	return f->n.end == f->n.first + 1 && f->n.flags & NUMERAL_DIGITS &&
	       p->t[f->n.first].end - p->t[f->n.first].start == 4 &&
	       decimal_whole(f->n.value, &year) && year >= 1000 && year <= 2100;
}

static bool
is_month(const struct passage *p, size_t i)
{
	return figure_is_upper(p, i) && figure_in(p, i, SET_MONTH);
}

/* A date or a time, as far as one sees without the library's recogniser. */
bool
figure_is_date(const struct passage *p, const struct figure *f)
{
	size_t before = f->first ? f->first - 1 : p->count, behind = f->end;
	bool after = figure_sign(p, before) == '.' && before;
	uint64_t sets;

	if (is_month(p, after ? before - 1 : before) &&
	    !(f->n.flags & (NUMERAL_GROUPED | NUMERAL_POINTED)))
		return true;
	if (figure_is(p, behind, "of"))
		behind++;
	if (is_month(p, behind))
		return true;
	sets = figure_sets(p, f->end);
	return figure_has(sets, SET_CLOCK) ||
	       ((figure_is(p, f->end, "a") || figure_is(p, f->end, "p")) &&
		   figure_sign(p, f->end + 1) == '.' &&
		   figure_is(p, f->end + 2, "m")) ||
	       (f->kind == FIGURE_ORDINAL && figure_has(sets, SET_CENTURY));
}

/* 5:04 */
bool
figure_is_clock(const struct passage *p, const struct figure *f)
{
	size_t i = f->first, j = f->n.end;

	if (str_eq(f->unit, STR("pm")) && figure_touches(p, j) &&
	    decimal_against(&f->low, 13) < 0)
		return true;
	if (i > 1 && figure_sign(p, i - 1) == ':' && figure_touches(p, i) &&
	    figure_touches(p, i - 1) && p->t[i - 2].type == TOKEN_NUMBER)
		return true;
	return figure_sign(p, j) == ':' && figure_touches(p, j) &&
	       figure_touches(p, j + 1) && j + 1 < p->count &&
	       p->t[j + 1].type == TOKEN_NUMBER;
}

/* Whether a number word stands where one of a clock does: at five. */
static bool
is_clock_word(const struct passage *p, const struct figure *f)
{
	if (f->first && figure_in(p, f->first - 1, SET_AT))
		return true;
	return figure_is(p, f->end, "past") || figure_is(p, f->end, "in");
}

/* Whether a figure could be part of a date or time: it counts nothing that
 * stands behind it, or a week or a day. */
static bool
may_date(const struct passage *p, const struct figure *f)
{
	if (f->flags & FIGURE_DROPPED || f->unit.n ||
	    f->kind == FIGURE_MULTIPLE || f->kind == FIGURE_SCORE ||
	    f->kind == FIGURE_RATIO ||
	    (f->n.flags & NUMERAL_POINTED && f->low.point != 2) ||
	    f->kind == FIGURE_FRACTION || f->n.kind == NUMERAL_VAGUE)
		return false;
	if (f->n.kind == NUMERAL_CARDINAL &&
	    (f->n.flags & (NUMERAL_GROUPED | NUMERAL_SCALED) ||
		(decimal_against(&f->n.value, 31) > 0 &&
		    !figure_is_year(p, f))))
		return false;
	if (f->n.kind == NUMERAL_CARDINAL && !(f->n.flags & NUMERAL_DIGITS) &&
	    !f->noun_end && !is_clock_word(p, f))
		return false;
	return f->noun_end == 0 ||
	       figure_class(p, &p->w->unit, f->noun_end - 1) == UNIT_TIME;
}

void
figure_undate(struct passage *p)
{
	size_t i, asked = 0;

	for (i = 0; i < p->n && !p->o->all && asked < MOST; i++) {
		struct figure *f = &p->f[i];
		size_t from = f->first > NEAR ? f->first - NEAR : 0;
		size_t to = f->end + NEAR < p->count ? f->end + NEAR : p->count;
		const struct span *s;

		if (!may_date(p, f) || (p->o->years && figure_is_year(p, f)))
			continue;
		asked++;
		if (!p->w->dates) /* 0.7 ms, which one line should not cost */
			p->w->dates = timex_start(p->w->arena);
		s = timex_spot(
		    p->scratch, p->w->dates, p->text, p->t + from, to - from);
		for (; s; s = s->next)
			if (s->start < p->t[f->end - 1].end &&
			    p->t[f->first].start < s->end) {
				f->flags |= FIGURE_DROPPED;
				f->rule = s->rule;
				break;
			}
	}
}

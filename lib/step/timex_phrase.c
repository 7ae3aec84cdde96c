/* timex_phrase - guards of longer phrases, whose words are common ones */
#include "timex_guard.h"
#include "timex_near.h"

/* "at half three"; but "half five men" is none. */
bool
guard_half_hour(const struct place *p, const struct timex *t)
{
	return guard_hour(p, t) && ((t->m.has & HAS_AMPM) ||
	    near_after(p, t->first, "at until till from") ||
	    (t->first == 0 && t->end == p->count)) &&
	    !near_word(p, t->end);
}

/* What "the first two weeks of" are part of: not of a day, not of "the". */
bool
guard_part_of(const struct place *p, const struct timex *t)
{
	int i;

	if (lexeme_is(p, t->end - 1, WHEN_YYYY) &&
	    lexeme_is(p, t->end, WHEN_COUNTED))
		return false;
	if (t->m.more && t->m.more[0] == 't' && t->m.unit != UNIT_MONTH &&
	    t->m.unit != UNIT_YEAR && t->m.unit != UNIT_QUARTER &&
	    t->m.unit != UNIT_WEEK)
		return false;
	for (i = 0; i < t->m.count; i++)
		if (t->m.durations[i].unit < UNIT_DAY)
			return false;
	return !(t->m.has & (HAS_DAY | HAS_WEEKDAY | HAS_HOLIDAY)) &&
	    !near_inside(p, t);
}

/* "the first two weeks", but not "the first two-week strike". */
bool
guard_first_units(const struct place *p, const struct timex *t)
{
	return lexeme_is(p, t->end - 1, WHEN_UNITS) &&
	    t->m.durations[t->m.count - 1].unit > UNIT_SECOND &&
	    !lexeme_is(p, t->end - 2, WHEN_DASH) &&
	    !lexeme_is(p, t->end, WHEN_DASH);
}

bool
guard_whole_year(const struct place *p, const struct timex *t)
{
	return near_after(p, t->first, "for in");
}

/* "by that time" is the date before, "at that time" hardly one. */
bool
guard_that_time(const struct place *p, const struct timex *t)
{
	return near_after(p, t->first, "by since until till before after");
}

/* "at the moment", but not "at the moment of the crash". */
bool
guard_moment(const struct place *p, const struct timex *t)
{
	return near_after(p, t->first, "at") && (near_sign(p, t->end) ||
	    near_one_of(p, t->end, "and but because although is are"));
}

/* "2013-present" */
bool
guard_to_present(const struct place *p, const struct timex *t)
{
	return t->first > 1 && lexeme_is(p, t->first - 1, WHEN_DASH) &&
	    lexeme_is(p, t->first - 2, WHEN_YYYY) && near_sign(p, t->end);
}

/* "10/1-11/7" is from the one to the other where something says so. */
bool
guard_range_numeric(const struct place *p, const struct timex *t)
{
	struct timex to = *t;
	uint32_t at = t->first + 3; /* what joins the two */

	if (near_text(p, at, "and") && !near_after(p, t->first, "between"))
		return false;
	to.m = t->to;
	return guard_numeric(p, t) && guard_numeric(p, &to) &&
	    ((t->to.has & HAS_YEAR) || near_after(p, t->first, "between") ||
		guard_alone(p, t));
}

/* "last sat" is none in "the court last sat in May". */
bool
guard_rel_weekday(const struct place *p, const struct timex *t)
{
	uint32_t last = t->end - 1;

	return !near_one_of(p, last, "sat sun wed") || near_capital(p, last) ||
	    !near_word(p, t->end);
}

/* "by year's end" */
bool
guard_unit_end(const struct place *p, const struct timex *t)
{
	return t->m.unit >= UNIT_WEEK && t->m.unit <= UNIT_CENTURY &&
	    near_after(p, t->first, "by at before until till through since "
		"towards toward");
}

/* "2016 / 11": all of what stands between two signs. */
bool
guard_month_spaced(const struct place *p, const struct timex *t)
{
	uint32_t year = lexeme_is(p, t->first, WHEN_YYYY) ? t->first
							   : t->end - 1;

	return p->l[year].value >= 1900 && p->l[year].value <= 2100 &&
	    spaced(p, t->end - 1) && near_sign(p, t->end) &&
	    !lexeme_is(p, t->end, WHEN_DASH) && !near_inside(p, t) &&
	    !near_labelled(p, t->first) && (t->first == 0 ||
		(near_word(p, t->first - 1) && !near_name(p, t->first - 1)));
}

/* "two days after that they left", but not "after that attack". */
bool
guard_after_that(const struct place *p, const struct timex *t)
{
	return near_sign(p, t->end) || near_one_of(p, t->end, "he she it they "
		"we i you the a an his her its their was were had and but");
}

/* "end-2014", but not "front-end-2000". */
bool
guard_end_year(const struct place *p, const struct timex *t)
{
	return !near_inside(p, t) && !guard_counts(p, t->end) &&
	    t->m.year >= 1900 && t->m.year <= 2100;
}

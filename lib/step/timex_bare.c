/* timex_bare - guards of bare numerals: hours, days, months of digits
 *
 * "the 15th", "at seven", "4/25" are most often something else; each needs a
 * word before it, or a day beside it. */
#include "timex_guard.h"
#include "timex_near.h"

enum { YEAR_LEAST = 1900, YEAR_MOST = 2100, LATE_DAY = 31, GOLF = 8 };

static const char before_hours[] =
    "at by from to until till before after around about between";

/* A decimal, a score, a time of day go on behind. */
static bool
goes_on(const struct place *p, uint32_t end)
{
	return near_one_of(p, end, ". : , /") && !spaced(p, end) &&
	    lexeme_is(p, end + 1, WHEN_DIGITS) && !spaced(p, end + 1);
}

/* A day, or a part of it, next to a time. */
static bool
beside_day(const struct place *p, uint32_t at)
{
	return lexeme_is(p, at, WHEN_WEEKDAY) || lexeme_is(p, at, WHEN_PART) ||
	    lexeme_is(p, at, WHEN_DEICTIC) || lexeme_is(p, at, WHEN_ORDWORD) ||
	    lexeme_is(p, at, WHEN_SUFFIX);
}

bool
guard_letter(const struct place *p, const struct timex *t)
{
	return guard_hour(p, t) && near_after(p, t->first, before_hours) &&
	    near_sign(p, t->end);
}

/* "five thirty": where a time is told, and nothing counted. */
bool
guard_clock_words(const struct place *p, const struct timex *t)
{
	uint32_t end = t->end;

	if (!near_word(p, t->first) || !guard_hour(p, t) ||
	    lexeme_is(p, end, WHEN_UNIT) || lexeme_is(p, end, WHEN_UNITS) ||
	    lexeme_is(p, end, WHEN_SCALE) || lexeme_is(p, end, WHEN_COUNTED) ||
	    near_one_of(p, end, "% per"))
		return false;
	if (beside_day(p, end) || (t->first > 0 && beside_day(p, t->first - 1)))
		return true;
	return near_after(p, t->first, "at by from until till to") &&
	    (near_sign(p, end) || near_one_of(p, end, "to until till on in"));
}

/* "9.30-4.30 pm" */
bool
guard_span_point(const struct place *p, const struct timex *t)
{
	return guard_hour(p, t) && (t->to.has & (HAS_AMPM | HAS_ZONE)) != 0;
}

/* "EOM" */
bool
guard_capitals(const struct place *p, const struct timex *t)
{
	return !(p->l[t->end - 1].flags & TOKEN_LOWERS) && !near_inside(p, t);
}

bool
guard_rest(const struct place *p, const struct timex *t)
{
	return !near_inside(p, t) && !near_text(p, t->end, "'s");
}

/* "12 noon" */
bool
guard_twelve(const struct place *p, const struct timex *t)
{
	return p->l[t->first].value == 12;
}

/* "at 15h", "Friday 19h"; "for 3h" is a length. */
bool
guard_french(const struct place *p, const struct timex *t)
{
	uint32_t at = t->first;

	if (!guard_hour(p, t) || at == 0)
		return false;
	return near_after(p, at, "at by from until till to") ||
	    beside_day(p, at - 1) || lexeme_is(p, at - 1, WHEN_YYYY) ||
	    (lexeme_is(p, at - 1, WHEN_DASH) && at > 2 &&
		near_text(p, at - 3, "h"));
}

/* "twenty past three" */
bool
guard_past_hour(const struct place *p, const struct timex *t)
{
	return t->m.hour >= 1 && t->m.hour <= 12 &&
	    !lexeme_is(p, t->end, WHEN_COUNTED) && !goes_on(p, t->end);
}

/* An hour before "tonight", "tomorrow morning". */
bool
guard_hour_part(const struct place *p, const struct timex *t)
{
	return (t->m.has & HAS_PART) && t->m.hour >= 1 && t->m.hour <= 12 &&
	    (t->first == 0 || near_after(p, t->first, before_hours)) &&
	    !near_inside(p, t);
}

/* "on 4/25", "4/25 at 4 p.m.", "from 10/1 to 11/7"; 9/11 is a name. */
bool
guard_numeric_short(const struct place *p, const struct timex *t)
{
	uint32_t at = t->first, end = t->end;
	bool dash = lexeme_is(p, at + 1, WHEN_DASH);

	if (!guard_numeric(p, t) || (t->m.a == 9 && t->m.b == 11) ||
	    goes_on(p, end) || near_one_of(p, end, "% of"))
		return false;
	if (at == 0 && end == p->count)
		return true;
	if (near_one_of(p, end, "at between from") &&
	    lexeme_is(p, end + 1, WHEN_HH))
		return true;
	if (near_after(p, at, "on") || (!dash &&
		near_after(p, at, "since until before after")))
		return near_sign(p, end) || near_one_of(p, end, "at and to in");
	if (dash)
		return false;
	if (near_after(p, at, "from"))
		return near_one_of(p, end, "to until till through -");
	if (at > 4 && near_after(p, at, "to until till through and"))
		return near_text(p, at - 3, "/") &&
		    near_one_of(p, at - 5, "from between");
	return near_after(p, at, "between") && near_text(p, end, "and") &&
	    near_text(p, end + 2, "/");
}

/* 3/2015 */
bool
guard_month_slash(const struct place *p, const struct timex *t)
{
	if (near_inside(p, t) || near_labelled(p, t->first))
		return false;
	return guard_alone(p, t) || (t->m.year >= YEAR_LEAST &&
	    t->m.year < YEAR_MOST);
}

/* 2014/10; 2010/11 is two years. */
bool
guard_year_slash(const struct place *p, const struct timex *t)
{
	return !near_inside(p, t) && !near_labelled(p, t->first) &&
	    near_text(p, t->first + 1, "/") && t->m.year >= YEAR_LEAST &&
	    t->m.year < YEAR_MOST && p->l[t->end - 1].end -
		p->l[t->end - 1].start == 2 &&
	    t->m.month != t->m.year % 100 + 1;
}

/* "August 96" */
bool
guard_two_digits(const struct place *p, const struct timex *t)
{
	return t->m.year > LATE_DAY && near_sign(p, t->end) &&
	    !goes_on(p, t->end) && !lexeme_is(p, t->end, WHEN_DASH) &&
	    !near_one_of(p, t->end, "% \xc2\xb0 : $");
}

/* "on the 15th", but not of a golf course. */
bool
guard_bare_day(const struct place *p, const struct timex *t)
{
	uint32_t i;

	if (!guard_suffix(p, t) || near_inside(p, t))
		return false;
	if (lexeme_is(p, t->end - 1, WHEN_ORDWORD) && t->m.day < 10)
		return false;
	if (t->first == 0 && t->end == p->count)
		return true;
	if (!near_after(p, t->first, "on since until till") ||
	    !(near_sign(p, t->end) ||
		near_one_of(p, t->end, "and at from to but or")) ||
	    (lexeme_is(p, t->end, WHEN_DASH) && !spaced(p, t->end)) ||
	    goes_on(p, t->end))
		return false;
	for (i = t->first; i > 0 && t->first - i < GOLF; i--)
		if (near_one_of(p, i - 1, "hole holes green par birdie bogey "
			"eagle tee putt floor amendment"))
			return false;
	return true;
}

/* "the end of month" */
bool
guard_end_of(const struct place *p, const struct timex *t)
{
	(void)p;
	return t->m.unit == UNIT_WEEK || t->m.unit == UNIT_MONTH ||
	    t->m.unit == UNIT_QUARTER || t->m.unit == UNIT_YEAR;
}

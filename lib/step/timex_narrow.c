/* timex_narrow - the interval of "early March", "the end of the year"
 *
 * With TIMEX's mod the value keeps the whole month. Who asks for ranges gets
 * the interval that the words tell of: the first, the middle or the last
 * third, of a week three days, of a morning two hours; "later this year" is
 * what is left of it. */
#include "timex_parts.h"

enum { WEEK_PART = 3, MONTH_PART = 10 };

/* The first day of the nth (0 to 3) third of a period. */
static int64_t
third(const struct period *p, int n)
{
	int64_t months;
	struct date d = calendar_date(p->first);

	if (n == 0)
		return p->first;
	if (n == 3)
		return p->last;
	switch (p->grain) {
	case UNIT_WEEK:
		return n == 1 ? p->first + WEEK_PART : p->last - WEEK_PART;
	case UNIT_MONTH:
		return p->first + n * MONTH_PART;
	case UNIT_DAY:
	case UNIT_WEEKEND:
	case UNIT_NONE:
		return p->first;
	default:
		break;
	}
	months = (calendar_date(p->last).year - d.year) * 12 +
	    calendar_date(p->last).month - d.month;
	return calendar_day(calendar_add_months(d, months * n / 3));
}

/* The first day of the second half. */
static int64_t
middle(const struct period *p)
{
	struct date d = calendar_date(p->first);
	int64_t months = (calendar_date(p->last).year - d.year) * 12 +
	    calendar_date(p->last).month - d.month;

	if (p->grain <= UNIT_MONTH || months % 2)
		return p->first + (p->last - p->first) / 2;
	return calendar_day(calendar_add_months(d, months / 2));
}

/* "late morning", "the early evening": two hours of the six. Night has no
 * thirds that people would agree on. */
static void
narrow_part(struct resolved *r)
{
	static const int starts[] = { [PART_MORNING] = 6,
		[PART_AFTERNOON] = 12, [PART_EVENING] = 18, [PART_NIGHT] = 0 };

	if (r->part > PART_NIGHT || !starts[r->part] ||
	    r->p.grain != UNIT_DAY || r->interval)
		return;
	r->interval = r->moments = true;
	r->begin = r->end = r->p.first;
	r->begin_minute = 60 * (starts[r->part] + (r->mod == MOD_END ? 4
		: r->mod == MOD_MID ? 2 : 0));
	r->end_minute = r->begin_minute + 120;
}

/* The rest of the day, whose time is known. */
static void
rest_of_day(const struct timeline *line, struct resolved *r)
{
	r->interval = r->moments = true;
	r->begin = r->end = line->day;
	r->begin_minute = line->minutes;
	r->end_minute = 24 * 60;
}

void
timex_narrow(const struct timeline *line, const struct timex *t,
    struct resolved *r)
{
	enum effect effect = t->rule->effect;
	bool now = (effect == DO_ABOUT_NOW || effect == DO_REST) &&
	    line->known &&
	    r->p.first <= line->day && line->day < r->p.last;
	int n = r->mod == MOD_START ? 0 : r->mod == MOD_MID ? 1 : 2;

	if (r->mod != MOD_START && r->mod != MOD_MID && r->mod != MOD_END)
		return;
	if (r->clock && r->part)
		narrow_part(r);
	else if (effect == DO_REST && r->p.grain == UNIT_DAY && now &&
	    line->minutes >= 0 && n == 2)
		rest_of_day(line, r);
	if (r->p.grain <= UNIT_DAY || r->p.grain == UNIT_WEEKEND ||
	    r->interval || r->clock || r->ref || r->vague)
		return;
	r->interval = true;
	if (effect == DO_HALF_OF) {
		int64_t half = middle(&r->p);

		r->begin = n == 0 ? r->p.first : half;
		r->end = n == 0 ? half : r->p.last;
		return;
	}
	r->begin = now && n == 2 ? line->day : third(&r->p, now ? 0 : n);
	r->end = now && n == 0 ? line->day : third(&r->p, now ? 3 : n + 1);
	if (r->end <= r->begin) /* earlier this week, on a Monday */
		r->end = r->begin + 1;
}

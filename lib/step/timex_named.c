/* timex_named - the days that a year, a month, a weekday, a holiday name
 *
 * Weekday and day of the month together are a checksum that fixes the year;
 * what the text leaves open is chosen among the times that come round: see
 * timex_resolve. */
#include "timex_guard.h"
#include "timex_near.h"
#include "timex_resolve.h"

enum { PIVOT = 10, YEARS_AROUND = 6, FIRST_SEASON_MONTH = 3, SURE = 60 };

static int64_t
doc_year(const struct timeline *line)
{
	return line->known ? calendar_date(line->day).year : 2025;
}

/* The year around which what comes round each year is sought: that of the date
 * mentioned before for "the following March", else the document's. */
static int64_t
base_year(const struct timeline *line, const struct meaning *m)
{
	bool prev = (m->op == OP_PREL || m->op == OP_THAT) && line->before;

	return calendar_date(prev ? line->prev : line->day).year;
}

/* Whether the text tells of long ago: then what is open is counted from the
 * date mentioned before, not from the document's. */
static bool
narrative(const struct timeline *line)
{
	return line->before && line->far > 2 + 8 * line->near;
}

/* '68 is the latest such year that is not far in the future. */
static int64_t
long_year(const struct timeline *line, int year)
{
	int64_t last = doc_year(line) + PIVOT;
	int64_t y = last - last % 100 + year;

	return y > last ? y - 100 : y;
}

/* The year that an expression names: by number, as "last year", "that
 * year". */
static bool
named_year(struct timeline *line, const struct meaning *m, struct resolved *r,
    int64_t *year)
{
	if (m->has & HAS_ERA) {
		int64_t y = m->has & HAS_YEAR ? m->year : m->a;

		*year = m->era < 0 ? 1 - y : y;
		r->anchor = "abs";
		return true;
	}
	if (m->has & HAS_YEAR) {
		*year = m->has & HAS_SHORT_YEAR ? long_year(line, m->year)
						: m->year;
		r->anchor = "abs";
		return true;
	}
	if (m->op == OP_REL && (m->has & HAS_UNIT) && m->unit == UNIT_YEAR &&
	    resolve_from_doc(line, r)) {
		*year = calendar_date(line->day).year + m->arg;
		return true;
	}
	if (m->op == OP_THAT && !(m->has & HAS_WEEKDAY) &&
	    (!(m->has & HAS_UNIT) || m->unit == UNIT_YEAR) && line->year) {
		*year = line->year;
		r->anchor = "prev";
		return true;
	}
	return false;
}

/* Which of the times that come round each year is meant: first[i] of the year
 * before the document's, its own, and the next. */
static int
choose(const struct timeline *line, const int64_t first[3],
    const int64_t last[3], int direction, bool nearest)
{
	int64_t doc = line->day, back, ahead;
	int i;

	if (direction > 0) {
		for (i = 0; i < 2 && last[i] <= doc; i++)
			;
		return i;
	}
	if (direction < 0 && !nearest) {
		for (i = 2; i > 0 && first[i] > doc; i--)
			;
		return i;
	}
	for (i = 0; i < 2; i++) {
		back = doc >= last[i] ? doc - last[i] + 1 : doc > first[i] ? 0
		    : first[i] - doc;
		ahead = doc > first[i + 1] ? doc - first[i + 1]
					   : first[i + 1] - doc;
		if (back <= ahead)
			return i;
	}
	return 2;
}

/* -1, 0, 1 of "last March", "this March", "next March"; of others as the
 * tense says. */
static int
choose_rel(const struct timeline *line, const struct meaning *m,
    const int64_t first[3], const int64_t last[3], int tense, bool nearest)
{
	int i;

	if (m->op != OP_REL)
		return choose(line, first, last, tense, nearest);
	if (m->arg < 0) {
		for (i = 2; i > 0 && last[i] > line->day; i--)
			;
		return i;
	}
	if (m->arg > 0) {
		for (i = 0; i < 2 && first[i] <= line->day; i++)
			;
		return i;
	}
	if (first[0] <= line->day && line->day < last[0])
		return 0; /* this winter, in February */
	return calendar_date(first[1]).year == calendar_date(line->day).year
	    ? 1 : 0;
}

/* Around the date mentioned before, or the document's: the next such, or the
 * last. */
static int
choose_prev(const struct timeline *line, const struct meaning *m,
    const int64_t first[3])
{
	int64_t from = line->before ? line->prev : line->day;
	int i;

	if (m->arg < 0) {
		for (i = 2; i > 0 && first[i] >= from; i--)
			;
		return i;
	}
	for (i = 0; i < 2 && first[i] <= from - (m->arg == 0); i++)
		;
	return i;
}

/* The same day of the year before or after, where the tense of the clause does
 * not fit the nearest one and that is far. */
static int
fit_tense(const struct timeline *line, const int64_t first[3], int i,
    int tense)
{
	if (tense > 0 && i != 2 && first[i] < line->day - SURE)
		return i + 1;
	if (tense < 0 && i != 0 && first[i] > line->day + SURE)
		return i - 1;
	return i;
}

/* The nearest year whose day is the weekday that the text names; the day
 * itself when there is none. */
static int64_t
check_weekday(const struct meaning *m, int64_t day)
{
	int64_t year = calendar_date(day).year;
	int step;

	for (step = 0; step <= 2 * YEARS_AROUND; step++) {
		int sign = step % 2 ? -1 : 1;
		struct date d = { year + sign * ((step + 1) / 2), m->month,
			m->day };

		if (calendar_valid(d) &&
		    calendar_weekday(calendar_day(d)) == m->weekday)
			return calendar_day(d);
	}
	return day;
}

/* Month and day: with the weekday as a checksum, else the nearest. */
static bool
month_day(struct timeline *line, const struct place *p, const struct timex *t,
    const struct meaning *m, struct resolved *r, int tense)
{
	int64_t year, base, first[3], last[3];
	int i;

	if (named_year(line, m, r, &year)) {
		struct date d = { year, m->month, m->day };

		if (!calendar_valid(d))
			return false;
		r->p = resolve_day(calendar_day(d));
		return true;
	}
	if (m->op == OP_NONE && m->month == 9 && m->day == 11 &&
	    near_one_of(p, t->end, "attacks attack terrorist terror hijackers "
		"hijackings victims tragedy plot")) {
		r->p = resolve_day(calendar_day((struct date){ 2001, 9, 11 }));
		r->anchor = "holiday";
		return true;
	}
	if (m->op == OP_NONE && narrative(line)) {
		struct date d = { line->year ? line->year
			: calendar_date(line->prev).year, m->month, m->day };

		r->anchor = "prev";
		r->p = resolve_day(calendar_day(d));
		return calendar_valid(d);
	}
	if (!resolve_from_doc(line, r))
		return false;
	base = calendar_date(line->day).year;
	for (i = 0; i < 3; i++) {
		struct date d = { base + i - 1, m->month, m->day };

		while (!calendar_valid(d) && d.year < base + 8)
			d.year++;
		first[i] = calendar_day(d);
		last[i] = first[i] + 1;
	}
	i = choose_rel(line, m, first, last,
	    line->o->prefer == TIMEX_TENSE ? 0 : tense, true);
	if (m->op == OP_NONE && line->o->prefer == TIMEX_TENSE)
		i = fit_tense(line, first, i, tense);
	r->p = resolve_day(m->has & HAS_WEEKDAY ? check_weekday(m, first[i])
					      : first[i]);
	return true;
}

static bool
numeric(struct timeline *line, const struct place *p, const struct timex *t,
    const struct meaning *m, struct resolved *r, int tense)
{
	struct meaning n = *m;
	struct date mdy = { 2000, m->a, m->b }, dmy = { 2000, m->b, m->a };
	enum timex_order order = line->o->order ? line->o->order : line->order;
	bool day_first = order == TIMEX_DMY;

	if (!calendar_valid(mdy) || (day_first && calendar_valid(dmy)))
		mdy = dmy;
	n.month = mdy.month;
	n.day = mdy.day;
	n.has |= HAS_MONTH | HAS_DAY;
	r->month = n.month;
	r->day = n.day;
	r->has |= HAS_MONTH | HAS_DAY;
	return month_day(line, p, t, &n, r, tense);
}

static bool
month_only(struct timeline *line, const struct meaning *m, struct resolved *r,
    int tense)
{
	int64_t year, first[3], last[3];
	int i;

	if (!named_year(line, m, r, &year)) {
		if (!resolve_from_doc(line, r))
			return false;
		year = base_year(line, m);
		for (i = 0; i < 3; i++) {
			struct period p = resolve_period(line, UNIT_MONTH,
			    calendar_day((struct date){ year + i - 1, m->month,
				1 }));

			first[i] = p.first;
			last[i] = p.last;
		}
		if (m->op == OP_PREL && line->before) {
			r->anchor = "prev";
			i = choose_prev(line, m, first);
		} else if (m->op == OP_NONE && line->year &&
		    (narrative(line) || (tense <= 0 && line->year < year &&
			line->unit - line->year_unit <= 1))) {
			r->anchor = "prev";
			r->p = resolve_period(line, UNIT_MONTH, calendar_day(
			    (struct date){ line->year, m->month, 1 }));
			return true;
		} else {
			/* in a list of months to come */
			if (!tense && line->before && line->prev >= line->day &&
			    line->prev_unit == line->unit &&
			    line->prev_grain == UNIT_MONTH)
				tense = 1;
			i = choose_rel(line, m, first, last,
			    tense || line->brief ? tense : -1,
			    false);
		}
		r->p = (struct period){ UNIT_MONTH, first[i], last[i] };
		return true;
	}
	r->p = resolve_period(line, UNIT_MONTH,
	    calendar_day((struct date){ year, m->month, 1 }));
	return true;
}

static bool
season(struct timeline *line, const struct meaning *m, struct resolved *r,
    int tense)
{
	int64_t year, first[3], last[3];
	int i, month = FIRST_SEASON_MONTH * m->season;
	bool named = named_year(line, m, r, &year);

	if (!named) {
		if (!resolve_from_doc(line, r))
			return false;
		year = base_year(line, m);
	}
	for (i = 0; i < 3; i++) {
		struct period p = resolve_period(line, UNIT_SEASON,
		    calendar_day((struct date){ year + i - 1, month, 1 }));

		first[i] = p.first;
		last[i] = p.last;
	}
	if (named)
		i = 1;
	else if ((m->op == OP_PREL || m->op == OP_THAT) && line->before) {
		i = choose_prev(line, m, first);
		r->anchor = "prev";
	} else
		i = choose_rel(line, m, first, last, tense, false);
	r->p = (struct period){ UNIT_SEASON, first[i], last[i] };
	return true;
}

/* Quarters and halves of a year. */
static bool
part_of_year(struct timeline *line, const struct meaning *m,
    struct resolved *r, int tense)
{
	bool half = (m->has & HAS_HALF) != 0;
	enum unit grain = half ? UNIT_HALF : UNIT_QUARTER;
	int64_t year, first[3], last[3];
	int i, n = half ? m->half : m->quarter;
	bool named = named_year(line, m, r, &year);

	if (!named && !resolve_from_doc(line, r))
		return false;
	if (!named)
		year = calendar_date(line->day).year;
	for (i = 0; i < 3; i++) {
		struct period p = resolve_period(line, grain, calendar_day(
		    (struct date){ year + i - 1, (n - 1) * (half ? 6 : 3) + 1,
			1 }));

		first[i] = p.first;
		last[i] = p.last;
	}
	i = named || (m->op == OP_REL && half) ? 1
	    : choose(line, first, last, tense, false);
	r->p = (struct period){ grain, first[i], last[i] };
	return true;
}

static bool
weekday(struct timeline *line, const struct meaning *m, struct resolved *r,
    int tense)
{
	int64_t doc = line->day, day, monday;
	int back;

	if ((m->op == OP_PREL || m->op == OP_THAT) && line->before) {
		r->anchor = "prev";
		back = (calendar_weekday(line->prev) - m->weekday + 7) % 7;
		day = line->prev - back;
		if (m->op == OP_PREL && m->arg < 0 && !back)
			day -= 7;
		if (m->op == OP_PREL && m->arg > 0)
			day += 7;
		r->p = resolve_day(day);
		return true;
	}
	if (!resolve_from_doc(line, r))
		return false;
	back = (calendar_weekday(doc) - m->weekday + 7) % 7;
	monday = doc - calendar_weekday(doc) + 1;
	if (m->op == OP_REL && m->count) /* two Fridays ago */
		day = doc - (back ? back : 7) + 7 * (m->arg + 1);
	else if (m->op == OP_REL && (m->has & HAS_UNIT) &&
	    m->unit == UNIT_WEEK)
		day = monday + 7 * m->arg + m->weekday - 1;
	else if (m->op == OP_REL && m->arg < 0)
		day = doc - (back ? back : 7);
	else if (m->op == OP_REL && m->arg > 0)
		day = monday + 7 + m->weekday - 1;
	else if (m->op == OP_REL) {
		day = monday + m->weekday - 1;
		if (day < doc && (tense > 0 || line->brief))
			day += 7; /* the one to come */
	} else if (tense > 0)
		day = doc - back + (back ? 7 : 0);
	else if ((line->o->prefer == TIMEX_NEAREST || line->brief) &&
	    back > 3)
		day = doc - back + 7;
	else
		day = doc - back;
	r->p = resolve_day(day);
	return true;
}

static bool
holiday(struct timeline *line, const struct meaning *m, struct resolved *r,
    int tense)
{
	int64_t year, first[3], last[3];
	bool vague, named;
	int i;

	if (holiday_has_year(m->holiday)) {
		holiday_days(m->holiday, 0, &r->p.first, &r->p.last, &vague);
		r->p = resolve_day(r->p.first);
		r->anchor = "holiday";
		return true;
	}
	named = named_year(line, m, r, &year);
	if (!named && !resolve_from_doc(line, r))
		return false;
	if (!named)
		year = base_year(line, m);
	for (i = 0; i < 3; i++) {
		holiday_days(m->holiday, year + i - 1, &first[i], &last[i],
		    &vague);
		last[i]++;
	}
	if (named)
		i = 1;
	else if (m->op == OP_PREL || m->op == OP_THAT)
		i = choose_prev(line, m, first);
	else
		i = choose_rel(line, m, first, last, tense, false);
	r->p = (struct period){ UNIT_DAY, first[i], last[i] };
	r->vague = vague;
	r->anchor = "holiday";
	return true;
}

static bool
decade(struct timeline *line, const struct meaning *m, struct resolved *r)
{
	int64_t year = m->decade;

	(void)line;
	if (!(m->has & HAS_YEAR))
		year += m->decade < 20 ? 2000 : 1900;
	r->p = resolve_period(line, UNIT_DECADE,
	    calendar_day((struct date){ year, 1, 1 }));
	r->anchor = "abs";
	return true;
}

static bool
century(struct timeline *line, const struct meaning *m, struct resolved *r)
{
	int64_t year = (int64_t)m->century * 100;

	if (m->has & HAS_ERA && m->era < 0)
		year = -year - 99;
	r->p = resolve_period(line, UNIT_CENTURY,
	    calendar_day((struct date){ year, 1, 1 }));
	r->anchor = "abs";
	return true;
}

static bool
plain_year(struct timeline *line, const struct meaning *m, struct resolved *r)
{
	int64_t year;

	if (!named_year(line, m, r, &year))
		return false;
	r->p = resolve_period(line, UNIT_YEAR,
	    calendar_day((struct date){ year, 1, 1 }));
	return true;
}

static int64_t
distance(int64_t a, int64_t b)
{
	return a > b ? a - b : b - a;
}

/* The day of the month, without its month: in the month of the last date. */
static bool
bare_day(struct timeline *line, const struct meaning *m, struct resolved *r,
    int tense)
{
	struct date d;
	int64_t best = 0;
	int i;

	if (!resolve_from_doc(line, r))
		return false;
	if (m->op == OP_REL && m->unit == UNIT_MONTH) {
		struct period p = period_shift(UNIT_MONTH, line->day, m->arg,
		    1);

		r->p = resolve_day(p.first + m->day - 1);
		return p.first + m->day <= p.last;
	}
	for (i = -8; i <= 8; i++) {
		int64_t day;

		d = calendar_date(line->day);
		d.day = 1;
		d = calendar_add_months(d, i);
		d.day = m->day;
		day = calendar_day(d);
		if (!calendar_valid(d) || ((m->has & HAS_WEEKDAY) &&
			calendar_weekday(day) != m->weekday))
			continue;
		if (!best || (m->has & HAS_WEEKDAY && tense <= 0
			    ? distance(day, line->day) <
				distance(best, line->day)
			    : tense > 0 ? best < line->day
					: day <= line->day))
			best = day;
	}
	r->p = resolve_day(best);
	return best != 0;
}

bool
resolve_named(struct timeline *line, const struct place *p,
    const struct timex *t, const struct meaning *m, struct resolved *r,
    int tense)
{
	if (m->op == OP_NUMERIC)
		return numeric(line, p, t, m, r, tense);
	if (m->has & HAS_HOLIDAY)
		return holiday(line, m, r, tense);
	if (m->has & HAS_CENTURY)
		return century(line, m, r);
	if (m->has & HAS_DECADE)
		return decade(line, m, r);
	if (m->has & (HAS_QUARTER | HAS_HALF))
		return part_of_year(line, m, r, tense);
	if (m->has & HAS_SEASON)
		return season(line, m, r, tense);
	if ((m->has & HAS_MONTH) && (m->has & HAS_DAY))
		return month_day(line, p, t, m, r, tense);
	if (m->has & HAS_MONTH)
		return month_only(line, m, r, tense);
	if (m->has & HAS_DAY)
		return bare_day(line, m, r, tense);
	if (m->has & HAS_WEEKDAY)
		return weekday(line, m, r, tense);
	return plain_year(line, m, r);
}

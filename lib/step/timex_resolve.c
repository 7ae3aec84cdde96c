/* timex_resolve - under-specified meanings become dates
 *
 * The expressions of a document come in order. Each is counted from one of
 * three anchors: itself ("24 July 2024"), the document's date ("yesterday",
 * "last month", "Friday"), or the date that was mentioned before ("the day
 * before", "three days later"). Where the text leaves the year, the month or
 * the week open, the tense of the clause decides, then what is the rule in
 * the news: a bare weekday is the last one, the document's own day included;
 * a bare month is past; month and day are the nearest. Weekday and day
 * together are a checksum that fixes the year.
 *
 * What has no anchor stays open: nothing is invented. */
#include "timex_guard.h"
#include "timex_near.h"
#include "timex_parts.h"

enum { PIVOT = 10, YEARS_AROUND = 6, MONTHS = 12, FIRST_SEASON_MONTH = 3,
	FARTHEST = 10000, BRIEF = 3, SURE = 60, SPEECH = 40, SPEECH_DAYS = 3 };

static bool
context(struct timeline *line, struct resolved *r)
{
	r->anchor = "doc";
	return line->known;
}

/* 1 for the future, -1 for the past, 0 for the nearest, when nothing else
 * tells. */
static int
direction(const struct timeline *line, const struct place *p,
    const struct timex *t)
{
	switch (line->o->prefer) {
	case TIMEX_PAST:
		return -1;
	case TIMEX_FUTURE:
		return 1;
	case TIMEX_NEAREST:
		return 0;
	default:
		return guard_tense(p, t);
	}
}

static int64_t
doc_year(const struct timeline *line)
{
	return line->known ? calendar_date(line->day).year : 2025;
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
	if ((m->op == OP_REL || m->op == OP_PREL) && (m->has & HAS_UNIT) &&
	    m->unit == UNIT_YEAR && m->op == OP_REL && context(line, r)) {
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

static struct period
grain_of(const struct timeline *line, enum unit grain, int64_t day)
{
	return period_of(grain, day, line->o->week_start);
}

static struct period
day_period(int64_t day)
{
	return (struct period){ UNIT_DAY, day, day + 1 };
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
	return calendar_date(first[1]).year == calendar_date(line->day).year
	    ? 1 : 0;
}

/* Around the date mentioned before: the next such, or the last. */
static int
choose_prev(const struct timeline *line, const struct meaning *m,
    const int64_t first[3])
{
	int i;

	if (m->arg < 0) {
		for (i = 2; i > 0 && first[i] >= line->prev; i--)
			;
		return i;
	}
	for (i = 0; i < 2 && first[i] <= line->prev - (m->arg == 0); i++)
		;
	return i;
}

/* Month and day: with the weekday as a checksum, else the nearest. */
static bool
month_day(struct timeline *line, const struct place *p, const struct timex *t,
    const struct meaning *m, struct resolved *r, int tense)
{
	int64_t year, base, first[3], last[3];
	int i, sign, step;

	if (named_year(line, m, r, &year)) {
		struct date d = { year, m->month, m->day };

		if (!calendar_valid(d))
			return false;
		r->p = day_period(calendar_day(d));
		return true;
	}
	if (m->op == OP_NONE && m->month == 9 && m->day == 11 &&
	    near_one_of(p, t->end, "attacks attack terrorist terror hijackers "
		"hijackings victims tragedy plot")) {
		r->p = day_period(calendar_day((struct date){ 2001, 9, 11 }));
		r->anchor = "holiday";
		return true;
	}
	if (m->op == OP_NONE && narrative(line)) {
		struct date d = { line->year ? line->year
			: calendar_date(line->prev).year, m->month, m->day };

		r->anchor = "prev";
		r->p = day_period(calendar_day(d));
		return calendar_valid(d);
	}
	if (!context(line, r))
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
	if (m->op == OP_NONE && line->o->prefer == TIMEX_TENSE) {
		/* far from the tense of its clause */
		if (tense > 0 && i < 2 && first[i] < line->day - SURE)
			i++;
		else if (tense < 0 && i > 0 && first[i] > line->day + SURE)
			i--;
	}
	r->p = day_period(first[i]);
	if (!(m->has & HAS_WEEKDAY))
		return true;
	for (step = 0; step <= 2 * YEARS_AROUND; step++) {
		struct date d;

		sign = step % 2 ? -1 : 1;
		d = (struct date){ calendar_date(first[i]).year +
			sign * ((step + 1) / 2), m->month, m->day };
		if (calendar_valid(d) &&
		    calendar_weekday(calendar_day(d)) == m->weekday) {
			r->p = day_period(calendar_day(d));
			return true;
		}
	}
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
		if (!context(line, r))
			return false;
		year = calendar_date(line->day).year;
		for (i = 0; i < 3; i++) {
			struct period p = grain_of(line, UNIT_MONTH,
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
			r->p = grain_of(line, UNIT_MONTH, calendar_day(
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
	r->p = grain_of(line, UNIT_MONTH,
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
		if (!context(line, r))
			return false;
		year = calendar_date(line->day).year;
	}
	for (i = 0; i < 3; i++) {
		struct period p = grain_of(line, UNIT_SEASON,
		    calendar_day((struct date){ year + i - 1, month, 1 }));

		first[i] = p.first;
		last[i] = p.last;
	}
	if (named)
		i = 1;
	else if ((m->op == OP_PREL || m->op == OP_THAT) && line->before)
		i = choose_prev(line, m, first);
	else
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

	if (!named && !context(line, r))
		return false;
	if (!named)
		year = calendar_date(line->day).year;
	for (i = 0; i < 3; i++) {
		struct period p = grain_of(line, grain, calendar_day(
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
		r->p = day_period(day);
		return true;
	}
	if (!context(line, r))
		return false;
	back = (calendar_weekday(doc) - m->weekday + 7) % 7;
	monday = doc - calendar_weekday(doc) + 1;
	if (m->op == OP_REL && (m->has & HAS_UNIT) && m->unit == UNIT_WEEK)
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
	r->p = day_period(day);
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
		r->p = day_period(r->p.first);
		r->anchor = "holiday";
		return true;
	}
	named = named_year(line, m, r, &year);
	if (!named && !context(line, r))
		return false;
	if (!named)
		year = calendar_date(line->day).year;
	for (i = 0; i < 3; i++) {
		holiday_days(m->holiday, year + i - 1, &first[i], &last[i],
		    &vague);
		last[i]++;
	}
	i = named ? 1 : choose_rel(line, m, first, last, tense, false);
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
	r->p = grain_of(line, UNIT_DECADE,
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
	r->p = grain_of(line, UNIT_CENTURY,
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
	r->p = grain_of(line, UNIT_YEAR,
	    calendar_day((struct date){ year, 1, 1 }));
	return true;
}

/* last week, next year, the following month, that day */
static bool
relative_unit(struct timeline *line, const struct meaning *m,
    struct resolved *r, int tense)
{
	enum unit unit = (enum unit)(m->has & HAS_UNIT ? m->unit : UNIT_DAY);
	int64_t from = line->day;

	if (m->op == OP_REL) {
		if (!context(line, r))
			return false;
	} else if (line->before && (line->prev_grain <= unit ||
		!(line->known || line->day_before))) {
		from = line->prev;
		r->anchor = "prev";
	} else if (line->before && line->day_before) {
		from = line->prev_day; /* the day before, not the year's */
		r->anchor = "prev";
	} else if (line->prev_weekday && unit == UNIT_DAY && !line->known) {
		r->weekday = (line->prev_weekday - 1 + m->arg + 7) % 7 + 1;
		r->anchor = "prev";
		return false;
	} else if (!context(line, r)) {
		return false;
	}
	if (unit < UNIT_DAY)
		unit = UNIT_DAY;
	if (unit == UNIT_WEEKEND && m->op == OP_REL && m->arg == 0 &&
	    tense < 0 && calendar_weekday(from) <= (m->more ? 5 : 3))
		from -= 7; /* "took place this weekend", told on a Tuesday */
	r->p = period_shift(unit, from, m->op == OP_THAT ? 0 : m->arg,
	    line->o->week_start);
	if (unit == UNIT_SEASON || unit == UNIT_NIGHT)
		r->p.grain = UNIT_DAY;
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

	if (!context(line, r))
		return false;
	if (m->op == OP_REL && m->unit == UNIT_MONTH) {
		struct period p = period_shift(UNIT_MONTH, line->day, m->arg,
		    1);

		r->p = day_period(p.first + m->day - 1);
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
	r->p = day_period(best);
	return best != 0;
}

/* The day of a speech that a quotation's "today" is in: that of "said on
 * Wednesday" behind it, else a day that was told in full and lies shortly
 * before the document's. */
static bool
speech_day(const struct timeline *line, const struct place *p,
    const struct timex *t, int64_t *day)
{
	uint32_t i, most = t->end + SPEECH < p->count ? t->end + SPEECH
						      : p->count;
	bool said = false;

	for (i = t->end; i < most; i++) {
		const struct word *w = lexeme_entry(p, i, WHEN_WEEKDAY);

		said = said || lexeme_is(p, i, WHEN_REPORT);
		if (said && w) {
			*day = line->day - (calendar_weekday(line->day) -
				w->value + 7) % 7;
			return true;
		}
	}
	if (!line->event)
		return false;
	*day = line->event;
	return true;
}

static bool
deictic(struct timeline *line, const struct place *p, const struct timex *t,
    const struct meaning *m, struct resolved *r)
{
	int64_t from = line->day;

	if (line->quoted && m->arg == 0 && line->known &&
	    speech_day(line, p, t, &from))
		r->anchor = "speech";
	else if (!context(line, r))
		return false;
	r->p = day_period(from + m->arg);
	return true;
}

/* The year-ago quarter, the same period last year: of what was told of in the
 * same sentence, else of the last that is over. */
static bool
year_ago(struct timeline *line, const struct meaning *m, struct resolved *r)
{
	bool before = line->before && line->prev_unit == line->unit &&
	    line->prev_grain >= UNIT_MONTH && line->prev_grain <= UNIT_YEAR;
	enum unit unit = m->nth_unit ? (enum unit)m->nth_unit
	    : before ? line->prev_grain : UNIT_YEAR;
	int64_t day;

	if (before && line->prev_grain == unit) {
		day = line->prev;
		r->anchor = "prev";
	} else if (context(line, r)) {
		day = period_shift(unit, line->day, -(unit >= UNIT_MONTH &&
		    unit < UNIT_YEAR), line->o->week_start).first;
	} else {
		return false;
	}
	r->p = grain_of(line, unit, calendar_day(calendar_add_months(
	    calendar_date(day), -MONTHS)));
	return true;
}

/* The days that the words name, before a count or an ordinal is applied. */
static bool
base_days(struct timeline *line, const struct place *p, const struct timex *t,
    const struct meaning *m, struct resolved *r, int tense)
{
	if (m->op == OP_NUMERIC)
		return numeric(line, p, t, m, r, tense);
	if (m->op == OP_YEAR_AGO)
		return year_ago(line, m, r);
	if (m->op == OP_DEICTIC)
		return deictic(line, p, t, m, r);
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
	if (m->has & (HAS_YEAR | HAS_ERA))
		return plain_year(line, m, r);
	if (m->op == OP_REL || m->op == OP_PREL || m->op == OP_THAT)
		return relative_unit(line, m, r, tense);
	return false;
}

/* All durations added to a day; the finest unit tells the grain. */
static struct period
add_durations(struct timeline *line, const struct meaning *m, int64_t day,
    int sign)
{
	enum unit grain = UNIT_DAY, finest = UNIT_MILLENNIUM;
	int i;

	for (i = 0; i < m->count; i++) {
		day = period_add(day, &m->durations[i], sign, &grain);
		if (grain < finest)
			finest = grain;
	}
	return grain_of(line, finest, day);
}

/* A day so much later, to the day. */
static int64_t
exact_day(const struct meaning *m, int64_t day, int sign)
{
	enum unit grain;
	int i;

	for (i = 0; i < m->count; i++)
		day = period_add(day, &m->durations[i], sign, &grain);
	return day;
}

/* "two weeks after 5 July" is a day. */
static void
shift(struct timeline *line, const struct meaning *m, struct resolved *r)
{
	int64_t day = r->p.first;

	if (r->p.grain != UNIT_DAY || m->nth_unit)
		r->p = add_durations(line, m, day, m->shift);
	else
		r->p = day_period(exact_day(m, day, m->shift));
}

static bool
countable(const struct meaning *m)
{
	int i;

	for (i = 0; i < m->count; i++)
		if (m->durations[i].vague || m->durations[i].milli >
			(int64_t)FARTHEST * MILLI)
			return false;
	return m->count > 0;
}

static bool
clock_unit(const struct meaning *m)
{
	return m->count && m->durations[m->count - 1].unit <= UNIT_HOUR;
}

/* Hours and minutes from the document's own time. */
static bool
clock_count(struct timeline *line, const struct meaning *m,
    struct resolved *r, int sign)
{
	int64_t seconds = 0, at, days;
	int i;

	for (i = 0; i < m->count; i++) {
		static const int lengths[] = { 0, 1, 60, 3600, 86400, 604800 };
		const struct duration *d = &m->durations[i];

		if (d->unit > UNIT_WEEK)
			return false;
		seconds += d->milli * lengths[d->unit] / MILLI;
	}
	at = (int64_t)line->minutes * 60 + sign * seconds;
	days = at / 86400 - (at % 86400 < 0);
	at -= days * 86400;
	r->p = day_period(line->day + days);
	r->clock = true;
	r->hour = (int)(at / 3600);
	r->minute = (int)(at / 60 % 60);
	r->second = (int)(at % 60);
	r->has |= HAS_HOUR | HAS_MINUTE;
	return true;
}

/* ago, in, later, earlier */
static bool
counted(struct timeline *line, const struct meaning *m, struct resolved *r)
{
	bool doc = m->op == OP_AGO || m->op == OP_HENCE;
	int sign = m->op == OP_AGO || m->op == OP_EARLIER ? -1 : 1;
	int64_t from = line->day;

	if (!countable(m)) {
		r->ref = sign < 0 ? "PAST_REF" : "FUTURE_REF";
		r->anchor = "none";
		return true;
	}
	if (!doc && clock_unit(m) && line->minutes < 0) {
		r->kind = "duration"; /* "ten minutes later" */
		r->anchor = "none";
		return false;
	}
	if (!doc && line->before) {
		from = line->prev;
		r->anchor = "prev";
	} else if (!doc && !line->known && line->prev_weekday &&
	    m->durations[0].unit == UNIT_DAY) {
		r->weekday = (int)((line->prev_weekday - 1 + 7 * FARTHEST +
		    sign * m->durations[0].milli / MILLI) % 7) + 1;
		r->anchor = "prev";
		return false;
	} else if (!context(line, r)) {
		return false;
	}
	if (clock_unit(m) && from == line->day && line->minutes >= 0 &&
	    clock_count(line, m, r, sign))
		return true;
	r->p = add_durations(line, m, from, sign);
	if (line->o->ranges && r->p.grain > UNIT_DAY) {
		r->interval = true;
		r->begin = exact_day(m, from, sign);
		r->end = r->begin + 1;
	}
	return true;
}

/* The first week of March, the last Friday of the year, the week of 9/11. */
static bool
nth_in(struct timeline *line, const struct meaning *m, struct resolved *r)
{
	struct period in = r->p, p;
	enum unit unit = (enum unit)m->nth_unit;
	int64_t day;

	if (m->has & HAS_WEEKOF) {
		r->p = grain_of(line, unit, in.first);
		return true;
	}
	if (m->nth_weekday) {
		int shift;

		if (m->ord > 0) {
			shift = (m->nth_weekday - calendar_weekday(in.first) +
			    7) % 7;
			day = in.first + shift + 7 * (int64_t)(m->ord - 1);
		} else {
			shift = (calendar_weekday(in.last - 1) -
			    m->nth_weekday + 7) % 7;
			day = in.last - 1 - shift - 7 * (int64_t)(-m->ord - 1);
		}
		r->p = day_period(day);
		return day >= in.first && day < in.last;
	}
	if (unit == UNIT_WEEK) /* the week that its Thursday is in */
		day = m->ord > 0 ? grain_of(line, unit, in.first + 3).first
				 : grain_of(line, unit, in.last - 4).first;
	else
		day = m->ord > 0 ? in.first : in.last - 1;
	p = period_shift(unit, day, m->ord > 0 ? m->ord - 1 : m->ord + 1,
	    line->o->week_start);
	if (unit == UNIT_WEEKEND && p.first >= in.last && m->ord < 0)
		p = period_shift(unit, p.first, -1, line->o->week_start);
	r->p = p;
	return p.first < in.last && unit < in.grain;
}

/* A duration that ends or begins with the document's date. */
static void
bounded(struct timeline *line, const struct meaning *m, struct resolved *r)
{
	struct meaning n = *m;
	enum unit grain;
	int i, sign = m->op == OP_PASTN ? -1 : 1;

	r->kind = "duration";
	if (!context(line, r) || !countable(&n)) {
		r->anchor = line->known ? "doc" : "none";
		return;
	}
	r->begin = r->end = line->day;
	if (line->minutes >= 0)
		r->begin_minute = r->end_minute = line->minutes;
	for (i = 0; i < n.count; i++) {
		const struct duration *d = &n.durations[i];

		if (d->unit <= UNIT_HOUR && line->minutes >= 0) {
			static const int lengths[] = { 0, 0, 1, 60 };
			int64_t more = d->milli * lengths[d->unit] / MILLI;

			r->moments = true;
			r->begin_minute -= sign < 0 ? more : 0;
			r->end_minute += sign > 0 ? more : 0;
		} else if (sign < 0)
			r->begin = period_add(r->begin, &n.durations[i], -1,
			    &grain);
		else
			r->end = period_add(r->end, &n.durations[i], 1,
			    &grain);
	}
	r->interval = r->end > r->begin || (r->moments &&
	    r->end_minute > r->begin_minute);
	if (line->o->ranges && sign > 0 && !r->moments) {
		r->begin++; /* this day is none of the next */
		r->end++;
	}
}

static void
apply_ampm(const struct meaning *m, struct resolved *r)
{
	if (m->has & HAS_AMPM) {
		if (m->ampm && r->hour < 12)
			r->hour += 12;
		else if (!m->ampm && r->hour == 12)
			r->hour = 0;
		return;
	}
	if (!(m->has & HAS_PART))
		return;
	if (m->part >= PART_AFTERNOON && m->part <= PART_EVENING &&
	    r->hour < 12)
		r->hour += 12;
	if (m->part == PART_NIGHT && r->hour >= 6 && r->hour < 12)
		r->hour += 12;
}

/* The next such time, of this day or of tomorrow. */
static void
next_clock(const struct timeline *line, const struct meaning *m,
    struct resolved *r)
{
	if (r->hour * 60 + r->minute >= line->minutes)
		return;
	if (!(m->has & (HAS_AMPM | HAS_PART | HAS_ZONE)) && r->hour < 12 &&
	    r->hour > 0 && (r->hour + 12) * 60 + r->minute >= line->minutes)
		r->hour += 12;
	else
		r->p = day_period(line->day + 1);
}

/* The time of day, on the day that is known by now. */
static void
time_of_day(struct timeline *line, const struct meaning *m,
    struct resolved *r, bool day)
{
	r->kind = "time";
	r->clock = true;
	r->hour = m->hour;
	r->minute = m->minute;
	r->second = m->second;
	r->zone = m->zone;
	r->part = m->has & HAS_HOUR ? PART_NONE : m->part;
	/* "3 p.m." is told to the hour */
	if (line->o->ranges && !(m->has & HAS_MINUTE))
		r->lasts = 60;
	if (m->has & HAS_HOUR)
		apply_ampm(m, r);
	if (day || r->weekday || (r->has & (HAS_WEEKDAY | HAS_DAY)))
		return;
	if (line->before && line->prev_unit == line->unit &&
	    line->prev_grain == UNIT_DAY) {
		r->p = day_period(line->prev);
		r->anchor = "prev";
	} else if (line->known) {
		r->p = day_period(line->day);
		r->anchor = "doc";
		if (line->o->prefer == TIMEX_FUTURE && line->minutes >= 0 &&
		    (m->has & HAS_HOUR))
			next_clock(line, m, r);
	}
}

/* last night, this morning, that evening, the next morning */
static bool
relative_part(struct timeline *line, const struct meaning *m,
    struct resolved *r)
{
	bool doc = m->op == OP_REL;
	int64_t from = doc ? line->day : line->prev;

	if (m->has & (HAS_UNIT | HAS_WEEKDAY | HAS_MONTH | HAS_HOLIDAY) ||
	    !(m->has & HAS_PART))
		return false;
	if (!doc && m->op != OP_PREL && m->op != OP_THAT)
		return false;
	r->anchor = doc ? "doc" : "prev";
	if (!doc && !line->before) {
		from = line->day;
		r->anchor = "doc";
	}
	if (line->known || (!doc && line->before))
		r->p = day_period(from + (m->op == OP_THAT ? 0 : m->arg));
	return true;
}

/* Remembers what later expressions count from. */
static void
remember(struct timeline *line, const struct meaning *m,
    const struct resolved *r)
{
	if (m->op == OP_YEAR_AGO)
		return; /* another one is of the same year */
	if (r->p.grain != UNIT_NONE && !r->ref && !r->vague) {
		line->before = true;
		line->prev = r->p.first;
		line->prev_grain = r->p.grain;
		if (r->p.grain == UNIT_DAY) {
			line->day_before = true;
			line->prev_day = r->p.first;
		}
		line->prev_unit = line->unit;
		line->prev_weekday = calendar_weekday(r->p.first);
		if (r->p.grain <= UNIT_YEAR && ((m->has & HAS_YEAR) ||
			r->p.grain == UNIT_YEAR)) {
			line->year = calendar_date(r->p.first).year;
			line->year_unit = line->unit;
		}
		if (line->known && (m->op == OP_PREL ||
			((m->has & HAS_YEAR) && (m->has & HAS_DAY))) &&
		    r->p.grain == UNIT_DAY && r->p.first < line->day &&
		    r->p.first >= line->day - SPEECH_DAYS)
			line->event = r->p.first;
		if (line->known && (m->has & HAS_YEAR) &&
		    r->p.first < line->day - 400)
			line->far++;
		else if (line->known && (r->anchor[0] == 'd' ||
			r->p.first >= line->day - 400))
			line->near++;
	} else if (r->weekday && !line->known) {
		line->prev_weekday = r->weekday;
		line->before = false;
	}
}

static bool
is_count(int op)
{
	return op == OP_AGO || op == OP_HENCE || op == OP_LATER ||
	    op == OP_EARLIER;
}

static void
find_days(struct timeline *line, const struct place *p, const struct timex *t,
    const struct meaning *m, struct resolved *r)
{
	int tense = direction(line, p, t);
	bool ok;

	line->brief = line->o->prefer == TIMEX_TENSE && tense == 0 &&
	    p->count - (t->end - t->first) <= BRIEF;

	if (m->has & HAS_FISCAL)
		return;
	if (is_count(m->op)) {
		ok = counted(line, m, r);
	} else if (relative_part(line, m, r)) {
		ok = r->p.grain != UNIT_NONE;
	} else {
		ok = base_days(line, p, t, m, r, tense);
		if (ok && (m->has & (HAS_NTH | HAS_WEEKOF)))
			ok = nth_in(line, m, r);
		if (ok && (m->has & HAS_SHIFT)) {
			ok = countable(m);
			if (ok)
				shift(line, m, r);
		}
	}
	if (!ok && !r->ref)
		r->p.grain = UNIT_NONE;
}

static bool
clock_unit_rel(const struct meaning *m)
{
	return m->op == OP_REL && m->arg != 0 && !m->count &&
	    (m->has & HAS_UNIT) && m->unit >= UNIT_MINUTE &&
	    m->unit <= UNIT_HOUR && !(m->has & (HAS_PART | HAS_NTH));
}

/* Now, to the minute. */
static void
moment(const struct timeline *line, struct resolved *r)
{
	r->anchor = "doc";
	r->interval = r->moments = true;
	r->begin = r->end = line->day;
	r->begin_minute = line->minutes;
	r->end_minute = line->minutes + 1;
}

void
timex_resolve(struct timeline *line, const struct place *p,
    const struct timex *t, const struct meaning *m, struct resolved *r)
{
	*r = (struct resolved){ .kind = "date", .anchor = "none",
		.has = m->has, .mod = m->mod, .weekday = m->has & HAS_WEEKDAY
		    ? m->weekday : 0, .month = m->month, .day = m->day };
	if (clock_unit_rel(m)) { /* the next hour */
		struct meaning n = *m;

		n.op = m->arg < 0 ? OP_PASTN : OP_NEXTN;
		n.durations[0] = (struct duration){ MILLI,
			(enum unit)m->unit, false, false };
		n.count = 1;
		bounded(line, &n, r);
		if (r->interval)
			return;
	}
	switch (m->op) {
	case OP_REF:
		r->ref = m->more;
		if (line->known && line->minutes >= 0 &&
		    near_text(p, t->end - 1, "now"))
			moment(line, r);
		return;
	case OP_SET:
		r->kind = str_ends(lexeme_text(p, t->end - 1), STR("long"))
		    ? "duration" : "set"; /* "the daylong talks" */
		return;
	case OP_DURATION:
		r->kind = "duration";
		return;
	case OP_PASTN:
	case OP_NEXTN:
		bounded(line, m, r);
		return;
	default:
		break;
	}
	find_days(line, p, t, m, r);
	if (r->clock)
		r->kind = "time";
	else if (m->has & (HAS_HOUR | HAS_PART))
		time_of_day(line, m, r, r->p.grain != UNIT_NONE);
	if (r->p.grain == UNIT_NONE && !r->ref)
		r->anchor = "none";
	if (line->o->ranges)
		timex_narrow(line, t, r);
	remember(line, m, r);
}

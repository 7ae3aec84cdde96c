/* timex_counted - days that are counted from others
 *
 * "two weeks ago", "three days later", "the last Friday of" what a name gave,
 * "the past 30 days". */
#include "timex_parts.h"
#include "timex_resolve.h"

enum { FEW = 3 };

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
	return resolve_period(line, finest, day);
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

/* With ranges several and few are counted as three, as in nf-nums. */
static struct meaning
resolve_few(const struct timeline *line, const struct meaning *m)
{
	struct meaning n = *m;
	int i;

	for (i = 0; line->o->ranges && i < n.count; i++)
		if (n.durations[i].vague && !n.durations[i].bare) {
			n.durations[i].vague = false;
			n.durations[i].milli = (int64_t)FEW * MILLI;
		}
	return n;
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

/* "two weeks after 5 July" is a day. */
bool
resolve_shift(struct timeline *line, const struct meaning *m,
    struct resolved *r)
{
	int64_t day = r->p.first;

	if (!countable(m))
		return false;
	if (r->p.grain != UNIT_DAY || m->nth_unit)
		r->p = add_durations(line, m, day, m->shift);
	else
		r->p = resolve_day(exact_day(m, day, m->shift));
	return true;
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
	r->p = resolve_day(line->day + days);
	r->clock = true;
	r->hour = (int)(at / 3600);
	r->minute = (int)(at / 60 % 60);
	r->second = (int)(at % 60);
	r->has |= HAS_HOUR | HAS_MINUTE;
	return true;
}

/* "a few days ago": the value stays PAST_REF, the interval is told about. */
static void
count_few(struct timeline *line, const struct meaning *m, struct resolved *r,
    int sign)
{
	int64_t more = clock_unit(m) ? m->durations[0].milli / MILLI *
	    (m->durations[0].unit == UNIT_HOUR ? 60 : 1) : 0;

	r->anchor = "doc";
	r->interval = true;
	r->begin = exact_day(m, line->day, sign);
	r->end = r->begin + 1;
	r->mod = r->mod ? r->mod : MOD_APPROX;
	if (line->minutes < 0 || !more)
		return;
	r->moments = true;
	r->end = r->begin = line->day;
	r->begin_minute = line->minutes + sign * more;
	r->end_minute = r->begin_minute + 1;
}

/* ago, in, later, earlier */
bool
resolve_counted(struct timeline *line, const struct meaning *m,
    struct resolved *r)
{
	bool doc = m->op == OP_AGO || m->op == OP_HENCE;
	int sign = m->op == OP_AGO || m->op == OP_EARLIER ? -1 : 1;
	int64_t from = line->day;
	struct meaning n = resolve_few(line, m);

	if (!countable(m)) {
		r->ref = sign < 0 ? "PAST_REF" : "FUTURE_REF";
		r->anchor = "none";
		if (doc && line->known && countable(&n))
			count_few(line, &n, r, sign);
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
	} else if (!resolve_from_doc(line, r)) {
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

/* The week or the weekend of a day. That of a feast reaches to it: on Labor
 * Day from Saturday to Monday, on Thanksgiving from Thursday to Sunday. */
static void
week_of(const struct timeline *line, const struct meaning *m,
    struct resolved *r)
{
	struct period in = r->p;
	int weekday = calendar_weekday(in.first);
	bool feast = m->nth_unit == UNIT_WEEKEND && (m->has & HAS_HOLIDAY);

	r->p = resolve_period(line, (enum unit)m->nth_unit,
	    in.first - (feast && weekday <= 2 ? weekday : 0));
	if (!feast || weekday == 3 || weekday >= 6)
		return;
	r->interval = true;
	r->begin = weekday <= 2 ? r->p.first : in.first;
	r->end = weekday <= 2 ? in.first + 1 : r->p.last;
}

/* The first week of March, the last Friday of the year, the week of 9/11. */
bool
resolve_nth(struct timeline *line, const struct meaning *m, struct resolved *r)
{
	struct period in = r->p, p;
	enum unit unit = (enum unit)m->nth_unit;
	int64_t day;

	if (m->has & HAS_WEEKOF) {
		week_of(line, m, r);
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
		r->p = resolve_day(day);
		return day >= in.first && day < in.last;
	}
	if (unit == UNIT_WEEK) /* the week that its Thursday is in */
		day = resolve_period(line, unit,
		    m->ord > 0 ? in.first + 3 : in.last - 4).first;
	else
		day = m->ord > 0 ? in.first : in.last - 1;
	p = period_shift(unit, day, m->ord > 0 ? m->ord - 1 : m->ord + 1,
	    line->o->week_start);
	if (unit == UNIT_WEEKEND && p.first >= in.last && m->ord < 0)
		p = period_shift(unit, p.first, -1, line->o->week_start);
	r->p = p;
	return p.first < in.last && unit < in.grain;
}

/* The first two weeks of July, the last three days of the month. */
void
resolve_part_of(const struct meaning *m, struct resolved *r)
{
	int64_t day;

	if (!countable(m))
		return;
	day = exact_day(m, m->shift > 0 ? r->p.first : r->p.last, m->shift);
	if (day <= r->p.first || day >= r->p.last)
		return; /* more than there is */
	r->interval = true;
	r->begin = m->shift > 0 ? r->p.first : day;
	r->end = m->shift > 0 ? day : r->p.last;
}

/* Whole quarters, as firms report them: those that are over, those to come. */
static void
bound_quarters(const struct timeline *line, int64_t from, int64_t n, int sign,
    struct resolved *r)
{
	struct period p = period_of(UNIT_QUARTER, from, line->o->week_start);

	r->begin = sign < 0 ? period_shift(UNIT_QUARTER, from, -n, 1).first
			    : p.last;
	r->end = sign < 0 ? p.first
			  : period_shift(UNIT_QUARTER, from, n, 1).last;
	r->interval = true;
}

/* Hours, minutes and seconds from the document's own time, to the minute. */
static void
bound_minutes(const struct duration *d, int sign, struct resolved *r)
{
	static const int lengths[] = { 0, 1, 60, 3600 };
	int64_t seconds = d->milli * lengths[d->unit] / MILLI;

	r->moments = true;
	if (sign < 0)
		r->begin_minute -= (seconds + 59) / 60;
	else
		r->end_minute += seconds / 60;
}

/* A duration that ends or begins with the document's date, or with the date
 * that was mentioned before: "the previous two years". */
void
resolve_bounded(struct timeline *line, const struct meaning *m,
    struct resolved *r)
{
	struct meaning n = resolve_few(line, m);
	bool prev = (m->has & HAS_FROM_PREV) && line->before;
	int64_t from = prev ? line->prev : line->day;
	int i, sign = m->op == OP_PASTN ? -1 : 1;
	enum unit grain;

	r->kind = "duration";
	r->anchor = prev ? "prev" : line->known ? "doc" : "none";
	if (!(prev || line->known) || !countable(&n))
		return;
	if (n.durations[0].unit == UNIT_QUARTER) {
		bound_quarters(line, from, n.durations[0].milli / MILLI, sign,
		    r);
		return;
	}
	r->begin = r->end = from;
	if (line->minutes >= 0)
		r->begin_minute = r->end_minute = line->minutes;
	for (i = 0; i < n.count; i++) {
		const struct duration *d = &n.durations[i];

		if (d->unit <= UNIT_HOUR && line->minutes >= 0)
			bound_minutes(d, sign, r);
		else if (sign < 0)
			r->begin = period_add(r->begin, d, -1, &grain);
		else
			r->end = period_add(r->end, d, 1, &grain);
	}
	r->interval = r->moments || r->end > r->begin;
	if (line->o->ranges && sign > 0 && !r->moments) {
		r->begin++; /* this day is none of the next */
		r->end++;
	}
}

/* timex_counted - days that are counted from others
 *
 * "two weeks ago", "three days later", "the last Friday of" what a name gave,
 * "the past 30 days". */
#include "timex_parts.h"
#include "timex_resolve.h"

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

/* ago, in, later, earlier */
bool
resolve_counted(struct timeline *line, const struct meaning *m,
    struct resolved *r)
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

/* The first week of March, the last Friday of the year, the week of 9/11. */
bool
resolve_nth(struct timeline *line, const struct meaning *m, struct resolved *r)
{
	struct period in = r->p, p;
	enum unit unit = (enum unit)m->nth_unit;
	int64_t day;

	if (m->has & HAS_WEEKOF) {
		r->p = resolve_period(line, unit, in.first);
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

/* A duration that ends or begins with the document's date. */
void
resolve_bounded(struct timeline *line, const struct meaning *m,
    struct resolved *r)
{
	struct meaning n = *m;
	enum unit grain;
	int i, sign = m->op == OP_PASTN ? -1 : 1;

	r->kind = "duration";
	if (!resolve_from_doc(line, r) || !countable(&n)) {
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

/* timex_range - two expressions become one, or one with a preposition
 *
 *   between 2011 and 2015   2011/2015          since 2011     2011/..
 *   Aug. 1 to Aug. 9        .../...            until Aug. 3   ../2024-08-03
 *   from 3 to 5 p.m.        T15:00/T17:00      before, after
 *
 * The value holds the last day, the interval ends behind it. What the one
 * side leaves out it takes from the other: the day, am or pm. */
#include "timex_near.h"
#include "timex_parts.h"

enum { MONTHS = 12 };

/* A date or a time, which need not be resolved. */
bool
range_dated(const struct found *f)
{
	return !f->r.ref && f->r.kind[1] != 'u' && f->t.m.op != OP_SET &&
	    f->r.kind[0] != 's';
}

bool
range_is_now(const struct found *f)
{
	return f->r.ref && f->r.ref[1] == 'R' && !f->kind;
}

/* The lexeme behind what joins two expressions, or 0. */
static uint32_t
connector(const struct place *p, uint32_t at, bool between)
{
	if (near_one_of(p, at, "to through thru until untill till ~ til"))
		return at + 1;
	if (lexeme_is(p, at, WHEN_DASH))
		return at + 1;
	if (between && near_text(p, at, "and"))
		return at + 1;
	if (near_text(p, at, "up") && near_text(p, at + 1, "to"))
		return at + 2;
	return 0;
}

/* Whether what joins two expressions is all that stands between them. */
static bool
joined(const struct place *p, const struct found *a, const struct found *b)
{
	bool between = near_after(p, a->t.first, "between") ||
	    (near_after(p, a->t.first, "the") && a->t.first > 1 &&
		near_after(p, a->t.first - 1, "between"));
	uint32_t at = connector(p, a->t.end, between);

	if (at && at < b->t.first && near_one_of(p, at, "the about around"))
		at++;
	return at && at == b->t.first;
}

static bool
pure_time(const struct found *f)
{
	return f->r.clock && !(f->t.m.has & (HAS_DAY | HAS_WEEKDAY |
	    HAS_HOLIDAY)) && f->t.m.op == OP_NONE;
}

/* A time without am or pm takes those of the other side. */
static void
share_half(const struct meaning *from, struct resolved *r, uint32_t has,
    const struct resolved *end)
{
	if ((has & (HAS_AMPM | HAS_PART)) || !(from->has & HAS_AMPM) ||
	    !r->clock)
		return;
	if (from->ampm && r->hour < 12 && r->hour + 12 <= end->hour)
		r->hour += 12;
}

static int64_t
minutes_of(const struct resolved *r)
{
	return r->p.first * 1440 + (r->clock ? r->hour * 60 + r->minute : 0);
}

/* The end comes after the start. */
static void
order(const struct found *a, struct resolved *end)
{
	struct date d;

	if (a->r.p.grain != end->p.grain && (a->r.p.grain == UNIT_NONE ||
		end->p.grain == UNIT_NONE))
		return;
	if (minutes_of(end) >= minutes_of(&a->r))
		return;
	if (end->clock && a->r.p.first == end->p.first) {
		if (end->hour < 12 && end->hour + 12 > a->r.hour &&
		    !(end->has & HAS_AMPM)) {
			end->hour += 12;
		} else {
			end->p.first++;
			end->p.last++;
		}
		return;
	}
	if ((end->has & HAS_WEEKDAY) && end->p.grain == UNIT_DAY) {
		int64_t weeks = (a->r.p.first - end->p.first + 6) / 7;

		end->p.first += 7 * weeks;
		end->p.last += 7 * weeks;
		return;
	}
	if ((end->has & HAS_MONTH) && !(end->has & HAS_YEAR)) {
		d = calendar_date(end->p.first);
		end->p.first = calendar_day(calendar_add_months(d, 12));
		d = calendar_date(end->p.last);
		end->p.last = calendar_day(calendar_add_months(d, 12));
	}
}

/* "from January to April 2015": the one has the year of the other. */
static void
share_year(struct timeline *line, const struct place *p, struct found *to,
    const struct found *from)
{
	const uint32_t year = HAS_YEAR | HAS_SHORT_YEAR | HAS_ERA;

	const struct meaning *m = &from->t.m;
	bool rel = m->op == OP_REL && (m->has & HAS_UNIT) &&
	    m->unit == UNIT_YEAR;

	if ((to->t.m.has & year) || (!(m->has & HAS_YEAR) && !rel) ||
	    !(to->t.m.has & (HAS_MONTH | HAS_QUARTER)) ||
	    to->t.m.op != OP_NONE)
		return;
	if (rel) {
		to->t.m.op = m->op;
		to->t.m.arg = m->arg;
		to->t.m.unit = m->unit;
		to->t.m.has |= HAS_UNIT;
	}
	to->t.m.has |= from->t.m.has & year;
	to->t.m.year = from->t.m.year;
	to->t.m.era = from->t.m.era;
	timex_resolve(line, p, &to->t, &to->t.m, &to->r);
}

static void
move_months(struct period *p, int months)
{
	p->first = calendar_day(calendar_add_months(calendar_date(p->first),
	    months));
	p->last = calendar_day(calendar_add_months(calendar_date(p->last),
	    months));
}

/* Two months of which one has a year, "November to February 2017": the other
 * is in the year before or after when it must. */
static void
part_years(struct found *a, struct found *b, uint32_t has_a, uint32_t has_b)
{
	struct period *p = &a->r.p, *q = &b->r.p;

	if (p->grain == UNIT_NONE || q->grain == UNIT_NONE ||
	    p->first <= q->first)
		return;
	if ((has_b & HAS_MONTH) && !(has_b & HAS_YEAR) &&
	    b->t.m.op != OP_REL)
		move_months(q, MONTHS);
	else if ((has_a & HAS_MONTH) && !(has_a & HAS_YEAR))
		move_months(p, -MONTHS);
}

/* "the end of March" is a point where a range begins or ends: the first of
 * April; the middle of a period is its half, the start its first day. */
static void
to_point(const struct found *f, struct resolved *r)
{
	const struct period *p = &r->p;

	if (!str_eq(str_of(f->t.rule->name), STR("mod-of")) ||
	    p->grain <= UNIT_DAY || !r->interval)
		return;
	if (r->mod == MOD_MID)
		r->begin = p->first + (p->last - p->first) / 2;
	else if (r->mod == MOD_END)
		r->begin = p->last;
	r->end = r->begin;
}

/* Months without a year, "between May and September", told of in August: of
 * the year in which they hold. */
static void
around_doc(const struct timeline *line, const struct found *a,
    struct resolved *from, struct resolved *to)
{
	struct resolved x = *from, y = *to;

	if (!line->known || a->t.m.has != HAS_MONTH || y.has != HAS_MONTH ||
	    a->t.m.op != OP_NONE || a->t.m.mod || y.mod ||
	    x.p.first <= line->day)
		return;
	move_months(&x.p, -MONTHS);
	move_months(&y.p, -MONTHS);
	if (x.p.first <= line->day && line->day < y.p.last) {
		from->p = x.p;
		to->p = y.p;
	}
}

/* False: the end would come before the start. */
static bool
join(struct timeline *line, const struct place *p, struct found *a,
    struct found *b)
{
	uint32_t has_a = a->t.m.has, has_b = b->t.m.has;

	share_year(line, p, a, b);
	share_year(line, p, b, a);
	part_years(a, b, has_a, has_b);
	a->end = b->r;
	if (pure_time(a) && !pure_time(b) && b->r.clock)
		a->r.p = b->r.p;
	else if (a->r.clock && pure_time(b))
		a->end.p = a->r.p;
	share_half(&b->t.m, &a->r, a->t.m.has, &a->end);
	order(a, &a->end);
	if (a->r.p.grain != UNIT_NONE && a->end.p.grain != UNIT_NONE &&
	    minutes_of(&a->end) < minutes_of(&a->r))
		return false;
	around_doc(line, a, &a->r, &a->end);
	to_point(a, &a->r);
	to_point(b, &a->end);
	a->kind = "range";
	a->t.end = b->t.end;
	b->gone = true;
	return true;
}

/* "from 3 to 5 p.m.", "3-4pm": an hour before a time. */
static bool
join_hour(struct timeline *line, const struct place *p, struct found *b,
    uint32_t least)
{
	uint32_t at = b->t.first, hour;
	struct found a;

	if (!b->r.clock || b->r.part || at < least + 2)
		return false;
	if (connector(p, at - 1, true) != at)
		return false;
	hour = at - 2;
	if (!lexeme_is(p, hour, WHEN_HH) || (near_text(p, at - 1, "and") &&
		!near_after(p, hour, "between")) || (hour > 0 &&
		!spaced(p, hour)))
		return false;
	a = *b;
	a.r.hour = p->l[hour].value;
	a.r.minute = 0;
	a.r.has |= HAS_MINUTE;
	if ((b->t.m.has & HAS_AMPM) && b->t.m.ampm && a.r.hour < 12 &&
	    a.r.hour + 12 <= b->r.hour)
		a.r.hour += 12;
	a.end = b->r;
	order(&a, &a.end);
	a.kind = "range";
	a.t.first = hour;
	*b = a;
	(void)line;
	return true;
}

/* Words before a date that leave one end open. */
static const struct {
	const char *words; /* up to three */
	bool start, end;   /* which end is open */
	bool past;         /* the date itself is not part of it */
} openings[] = {
	{ "no later than", true, false, false },
	{ "as late as", true, false, false },
	{ "on or before", true, false, false },
	{ "at or before", true, false, false },
	{ "on or earlier than", true, false, false },
	{ "on or after", false, true, false },
	{ "at or after", false, true, false },
	{ "on or later than", false, true, false },
	{ "as early as", false, true, false },
	{ "starting on", false, true, false },
	{ "starting from", false, true, false },
	{ "starting in", false, true, false },
	{ "starting", false, true, false },
	{ "beginning on", false, true, false },
	{ "beginning in", false, true, false },
	{ "beginning", false, true, false },
	{ "ending on", true, false, false },
	{ "sooner than", true, false, true },
	{ "prior to", true, false, true },
	{ "earlier than", true, false, true },
	{ "later than", false, true, true },
	{ "greater than", false, true, true },
	{ "since", false, true, false },
	{ "after", false, true, true },
	{ "until", true, false, false },
	{ "untill", true, false, false },
	{ "through", true, false, false },
	{ "by", true, false, false },
	{ "till", true, false, false },
	{ "before", true, false, true },
};

/* How many of the words stand right before a place: all, or 0. */
static uint32_t
phrase_before(const struct place *p, uint32_t at, const char *words)
{
	struct str rest = str_of(words);
	uint32_t n = 1, i;
	size_t c;

	for (c = 0; c < rest.n; c++)
		n += rest.s[c] == ' ';
	if (at < n)
		return 0;
	for (i = at - n; i < at; i++)
		if (!str_eq_nocase(lexeme_text(p, i), str_cut(&rest, ' ')))
			return 0;
	return n;
}

/* "by Friday", which is to come: from now on. */
static void
from_now(const struct timeline *line, struct found *f)
{
	if (!line->known || f->r.p.grain == UNIT_NONE ||
	    f->end.p.last <= line->day + (line->minutes < 0))
		return;
	f->open_start = false;
	range_date_now(line, f);
}

/* "from Monday on", "2012 or later". */
static bool
open_behind(const struct place *p, struct found *f, bool from)
{
	uint32_t at = f->t.end;
	bool or = near_text(p, at, "or");

	if (!(from && near_one_of(p, at, "on onward onwards forward")) &&
	    !(or && near_one_of(p, at + 1, "later after earlier before") &&
		near_sign(p, at + 2)))
		return false;
	f->end = f->r;
	f->open_end = !or || near_one_of(p, at + 1, "later after");
	f->open_start = !f->open_end;
	f->kind = "range";
	f->t.end = at + 1 + or;
	return true;
}

/* since, until, before, after one date. */
static void
open_ended(const struct timeline *line, const struct place *p,
    struct found *f, uint32_t least)
{
	uint32_t at = f->t.first, n = 0;
	size_t i, count = sizeof openings / sizeof openings[0];

	/* more than two weeks ago */
	if (f->t.m.mod == MOD_MORE && (f->t.m.op == OP_AGO ||
		((f->t.m.has & HAS_SHIFT) && f->t.m.shift < 0))) {
		f->end = f->r;
		f->end.p.last = f->r.p.first;
		f->open_start = true;
		f->kind = "range";
		return;
	}
	if (open_behind(p, f, at > least && near_after(p, at, "from")))
		return;
	if (at > least && near_after(p, at, "the"))
		at--;
	for (i = 0; i < count && !n; i++)
		n = phrase_before(p, at, openings[i].words);
	if (!n || at - n < least)
		return;
	i--;
	to_point(f, &f->r);
	f->end = f->r;
	f->open_start = openings[i].start;
	f->open_end = openings[i].end;
	if (openings[i].past && !f->r.clock && f->open_start) {
		f->end.p.last = f->r.interval ? f->r.begin : f->r.p.first;
		f->end.interval = false;
	} else if (openings[i].past && !f->r.clock) {
		f->r.p = period_of(f->r.p.grain == UNIT_WEEKEND ? UNIT_DAY
				: f->r.p.grain,
		    f->r.interval ? f->r.end : f->r.p.last, 1);
		f->r.interval = false;
	}
	if (near_text(p, at - n, "by") && n == 1)
		from_now(line, f);
	f->kind = "range";
	f->t.first = at - n;
}

/* "Thursday before 5 p.m.": the day belongs to the time. */
static void
day_before_time(const struct timeline *line, const struct place *p,
    struct found *day, struct found *time)
{
	size_t i;

	if (!pure_time(time) || time->r.part || day->r.clock || day->kind ||
	    day->r.p.grain != UNIT_DAY || time->kind)
		return;
	for (i = 0; i < sizeof openings / sizeof openings[0]; i++) {
		uint32_t n = phrase_before(p, time->t.first,
		    openings[i].words);

		if (!n || time->t.first - n != day->t.end)
			continue;
		time->r.p = day->r.p;
		time->r.anchor = day->r.anchor;
		open_ended(line, p, time, day->t.end);
		time->t.first = day->t.first;
		day->gone = true;
		return;
	}
}

static bool
is_week(const struct found *f)
{
	return f->t.m.op == OP_REL && !f->kind &&
	    f->r.p.grain == UNIT_WEEK && !f->r.interval;
}

/* Whether a range is from one weekday to another. */
static bool
is_weekdays(const struct found *f)
{
	return f->kind && !f->open_start && !f->open_end &&
	    f->t.m.op == OP_NONE && f->t.m.has == HAS_WEEKDAY &&
	    f->r.p.grain == UNIT_DAY && f->end.p.grain == UNIT_DAY &&
	    f->end.p.first - f->r.p.first < 7;
}

static void
move_to_week(struct found *f, const struct found *week)
{
	int64_t move = week->r.p.first - (f->r.p.first -
	    calendar_weekday(f->r.p.first) + 1);

	f->r.p.first += move;
	f->r.p.last += move;
	f->end.p.first += move;
	f->end.p.last += move;
}

/* "next week from Tuesday to Friday" */
static void
days_of_week(const struct place *p, struct found *week, struct found *days)
{
	uint32_t at = week->t.end;

	if (near_text(p, at, ","))
		at++;
	at += near_one_of(p, at, "from between");
	if (!is_week(week) || !is_weekdays(days) || at != days->t.first)
		return;
	move_to_week(days, week);
	days->t.first = week->t.first;
	week->gone = true;
}

/* "from Tuesday to Friday next week" */
static void
week_of_days(const struct place *p, struct found *days, struct found *week)
{
	uint32_t at = days->t.end + near_text(p, days->t.end, "of");

	if (!is_week(week) || !is_weekdays(days) || at != week->t.first)
		return;
	move_to_week(days, week);
	days->t.end = week->t.end;
	week->gone = true;
}

void
timex_join(struct timeline *line, const struct place *p, struct found *list,
    size_t count)
{
	uint32_t least = 0;
	size_t i;

	for (i = 0; i < count; i++) {
		struct found *a = &list[i];
		uint32_t at = a->t.first;

		if (a->gone)
			continue;
		if (i + 1 < count && range_add_length(p, a, &list[i + 1])) {
			i++;
		} else if (i + 1 < count && range_is_now(a) &&
		    near_after(p, at, "between from") &&
		    joined(p, a, &list[i + 1]) && range_dated(&list[i + 1])) {
			range_date_now(line, a);
		} else if (i + 1 < count && range_is_now(&list[i + 1]) &&
		    range_dated(a) &&
		    joined(p, a, &list[i + 1])) {
			range_date_now(line, &list[i + 1]);
		}
		if (range_within(line, p, a))
			continue;
		if (i + 1 < count && range_dated(a) &&
		    range_dated(&list[i + 1]))
			day_before_time(line, p, a, &list[i + 1]);
		if (a->gone)
			continue;
		if (!range_dated(a)) {
			least = a->t.end;
			continue;
		}
		if (a->kind) {
			;
		} else if (a->t.range) {
			order(a, &a->end);
			a->kind = "range";
		} else if (i + 1 < count && range_dated(&list[i + 1]) &&
		    joined(p, a, &list[i + 1])) {
			if (join(line, p, a, &list[i + 1]))
				i++;
		} else if (!join_hour(line, p, a, least)) {
			open_ended(line, p, a, least);
		}
		if (a->kind && i + 1 < count)
			week_of_days(p, a, &list[i + 1]);
		if (a->kind && a != list && a[-1].gone == false)
			days_of_week(p, &a[-1], a);
		at = a->t.first;
		if (a->kind && at > least + 1 && near_after(p, at, "the") &&
		    near_after(p, at - 1, "from between"))
			at = --a->t.first;
		if (a->kind && at > least && near_after(p, at, "from between"))
			a->t.first--;
		least = a->t.end;
	}
}

static struct str
side(struct timeline *line, const struct found *f, const struct resolved *r)
{
	return timex_value(line, &(struct meaning){ .has = f->t.m.has &
		~(uint32_t)HAS_FISCAL }, r);
}

struct str
timex_range_value(struct timeline *line, const struct found *f)
{
	struct resolved end = f->end;
	struct str parts[3] = { STR(".."), STR("/"), STR("..") };

	if (!f->open_start)
		parts[0] = side(line, f, &f->r);
	if (!f->open_end)
		parts[2] = side(line, f, &end);
	return arena_join(line->a, parts, 3);
}

struct str
timex_range_from(struct arena *a, const struct found *f)
{
	return f->open_start ? STR("") : timex_from(a, &f->r);
}

struct str
timex_range_to(struct arena *a, const struct found *f)
{
	struct resolved end = f->end;

	if (f->open_end)
		return STR("");
	if (end.clock && end.part == PART_NONE) /* a time ends when it is */
		return timex_from(a, &end);
	return timex_to(a, &end);
}

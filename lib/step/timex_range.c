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

static bool
dated(const struct found *f)
{
	return f->r.p.grain != UNIT_NONE && !f->r.ref && f->r.kind[1] != 'u' &&
	    f->t.m.op != OP_SET && f->r.kind[0] != 's';
}

/* The lexeme behind what joins two expressions, or 0. */
static uint32_t
connector(const struct place *p, uint32_t at, bool between)
{
	if (near_one_of(p, at, "to through thru until till ~ til"))
		return at + 1 + near_one_of(p, at + 1, "the about around");
	if (lexeme_is(p, at, WHEN_DASH))
		return at + 1;
	if (between && near_text(p, at, "and"))
		return at + 1;
	if (near_text(p, at, "up") && near_text(p, at + 1, "to"))
		return at + 2;
	return 0;
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
	if ((has & HAS_AMPM) || !(from->has & HAS_AMPM) || !r->clock)
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

static void
join(const struct place *p, struct found *a, struct found *b)
{
	a->end = b->r;
	if (pure_time(a) && !pure_time(b) && b->r.clock)
		a->r.p = b->r.p;
	else if (a->r.clock && pure_time(b))
		a->end.p = a->r.p;
	share_half(&b->t.m, &a->r, a->t.m.has, &a->end);
	order(a, &a->end);
	a->kind = "range";
	a->t.end = b->t.end;
	b->gone = true;
	(void)p;
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

/* since, until, before, after one date. */
static void
open_ended(const struct place *p, struct found *f, uint32_t least)
{
	uint32_t at = f->t.first;
	bool clock = f->r.clock;

	if (at <= least)
		return;
	if (near_after(p, at, "the") && at > least + 1)
		at--;
	if (near_after(p, at, "since")) {
		f->open_end = true;
		f->end = f->r;
	} else if (near_after(p, at, "after")) {
		f->open_end = true;
		f->end = f->r;
		if (!clock) {
			f->r.p = period_of(f->r.p.grain == UNIT_WEEKEND
				? UNIT_DAY : f->r.p.grain, f->r.p.last, 1);
		}
	} else if (near_after(p, at, "until till by")) {
		f->open_start = true;
		f->end = f->r;
	} else if (near_after(p, at, "before")) {
		f->open_start = true;
		f->end = f->r;
		if (!clock)
			f->end.p.last = f->r.p.first;
	} else {
		return;
	}
	if (near_after(p, at, "by")) {
		f->open_start = false;
		return;
	}
	f->kind = "range";
	f->t.first = at - 1;
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

		if (!dated(a)) {
			least = a->t.end;
			continue;
		}
		if (a->t.range) {
			a->kind = "range";
		} else if (i + 1 < count && dated(&list[i + 1]) &&
		    connector(p, a->t.end, near_after(p, at, "between")) ==
			list[i + 1].t.first) {
			join(p, a, &list[i + 1]);
			i++;
		} else if (!join_hour(line, p, a, least)) {
			open_ended(p, a, least);
		}
		at = a->t.first;
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

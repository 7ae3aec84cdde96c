/* timex_length - a date and a length make a range
 *
 *   from 2 p.m. for three hours     for 10 days from 18 December
 *   within three days               between now and Friday */
#include "timex_guard.h"
#include "timex_near.h"
#include "timex_parts.h"

/* "from 2 p.m. for three hours", "for 10 days from 18 December": the date and
 * the duration; the range ends that long after it. */
static bool
add_duration(struct found *date, const struct found *length)
{
	const struct meaning *m = &length->t.m;
	enum unit grain;
	int64_t minutes = 0, day = date->r.p.first;
	int i;

	date->end = date->r;
	for (i = 0; i < m->count; i++) {
		static const int lengths[] = { 0, 0, 1, 60 };
		const struct duration *d = &m->durations[i];

		if (d->vague || d->milli > INT64_C(10000) * MILLI)
			return false;
		if (d->unit <= UNIT_HOUR)
			minutes += d->milli * lengths[d->unit] / MILLI;
		else
			day = period_add(day, d, 1, &grain);
	}
	if (minutes && !date->r.clock)
		return false;
	if (!date->r.clock && date->r.p.grain == UNIT_NONE)
		return false;
	minutes += date->r.hour * 60 + date->r.minute;
	if (date->r.clock) {
		day += minutes / 1440;
		date->end.hour = (int)(minutes % 1440 / 60);
		date->end.minute = (int)(minutes % 60);
		if (date->r.p.grain != UNIT_NONE)
			date->end.p = (struct period){ UNIT_DAY, day, day + 1 };
	} else {
		date->end.p = (struct period){ UNIT_DAY, day - 1, day };
	}
	date->kind = "range";
	return true;
}

static bool
is_duration(const struct found *f)
{
	return f->t.m.op == OP_DURATION && f->t.m.count > 0 && !f->kind;
}

/* A date and a duration side by side. */
bool
range_add_length(const struct place *p, struct found *a, struct found *b)
{
	uint32_t at = a->t.end;

	if (range_dated(a) && is_duration(b)) {
		if (!near_text(p, at, "for") || at + 1 != b->t.first ||
		    !add_duration(a, b))
			return false;
		a->t.end = b->t.end;
		b->gone = true;
		return true;
	}
	if (!is_duration(a) || !range_dated(b))
		return false;
	if (near_text(p, at, ","))
		at++;
	if (near_one_of(p, at, "starting beginning"))
		at++;
	if (near_one_of(p, at, "from on at"))
		at++;
	if (at == a->t.end || at != b->t.first || !near_after(p, a->t.first,
		"for") || !add_duration(b, a))
		return false;
	b->t.first = a->t.first - 1;
	*a = *b;
	b->gone = true;
	return true;
}

/* "between now and Friday" */
void
range_date_now(const struct timeline *line, struct found *f)
{
	if (!line->known)
		return;
	f->r.ref = NULL;
	f->r.interval = f->r.moments = false;
	f->r.anchor = "doc";
	f->r.p = (struct period){ UNIT_DAY, line->day, line->day + 1 };
	if (line->minutes >= 0) {
		f->r.clock = true;
		f->r.hour = line->minutes / 60;
		f->r.minute = line->minutes % 60;
	}
}

/* "within three days": from now on. */
bool
range_within(const struct timeline *line, const struct place *p,
    struct found *a)
{
	struct found now = { .r = { .kind = "date" } };
	bool next = a->t.m.op == OP_NEXTN && a->r.interval;

	if (a->kind || !near_after(p, a->t.first, "within") || !line->known ||
	    !(next || is_duration(a)) || guard_tense(p, &a->t) < 0)
		return false;
	if (next) { /* from now on, not from tomorrow */
		a->t.first--;
		a->r.begin -= !a->r.moments;
		a->r.end -= !a->r.moments;
		return true;
	}
	range_date_now(line, &now);
	if (!add_duration(&now, a))
		return false;
	now.t = a->t;
	now.t.first--;
	*a = now;
	return true;
}

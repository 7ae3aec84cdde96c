/* timex_value - dates become TIMEX3
 *
 * A TIMEX3 value is an ISO 8601 date in which X stands for what is not known.
 * With TIMEX_TE3 decades and centuries are spelt as in TempEval-3 (199, 19),
 * with TIMEX_EDTF seasons, quarters and halves as in ISO 8601-2. */
#include "timex_parts.h"

enum { TEXT_MAX = 96 };

struct text {
	char s[TEXT_MAX];
	size_t n;
};

static void
add(struct text *t, const char *s)
{
	while (*s && t->n < TEXT_MAX)
		t->s[t->n++] = *s++;
}

static void
add_number(struct text *t, int64_t value, int width)
{
	char digits[24];
	int n = 0;

	if (value < 0) {
		add(t, "-");
		value = -value;
	}
	do
		digits[n++] = (char)('0' + value % 10);
	while ((value /= 10) || n < width);
	while (n && t->n < TEXT_MAX)
		t->s[t->n++] = digits[--n];
}

static struct str
take(struct arena *a, const struct text *t)
{
	return arena_copy(a, (struct str){ t->s, t->n });
}

static void
add_day(struct text *t, int64_t day)
{
	struct date d = calendar_date(day);

	add_number(t, d.year, 4);
	add(t, "-");
	add_number(t, d.month, 2);
	add(t, "-");
	add_number(t, d.day, 2);
}

/* Of years beyond four digits there is no interval. */
static bool
writable(int64_t day)
{
	enum { FIRST_DAY = -719162, END = 2932897 }; /* of 1 and 9999 */

	return day >= FIRST_DAY && day < END;
}

static void
add_season(struct text *t, struct date d, bool edtf)
{
	static const char *const names[] = { "SP", "SU", "FA", "WI" };
	int n = d.month / 3 - 1;

	add_number(t, d.year, 4);
	add(t, "-");
	if (edtf)
		add_number(t, 21 + n, 2);
	else
		add(t, names[n]);
}

static void
add_week(struct text *t, int64_t day)
{
	int64_t year;
	int week = calendar_week(day + 3, &year);

	add_number(t, year, 4);
	add(t, "-W");
	add_number(t, week, 2);
}

static void
add_period(struct text *t, const struct period *p, enum timex_spelling spell)
{
	struct date d = calendar_date(p->first);
	bool te3 = spell == TIMEX_TE3, edtf = spell == TIMEX_EDTF;

	switch (p->grain) {
	case UNIT_WEEK:
		add_week(t, p->first);
		return;
	case UNIT_WEEKEND:
		add_week(t, p->first - 5);
		add(t, "-WE");
		return;
	case UNIT_MONTH:
		add_number(t, d.year, 4);
		add(t, "-");
		add_number(t, d.month, 2);
		return;
	case UNIT_QUARTER:
	case UNIT_HALF:
		add_number(t, d.year, 4);
		add(t, p->grain == UNIT_QUARTER ? "-Q" : "-H");
		if (edtf) {
			t->n--;
			add_number(t, p->grain == UNIT_QUARTER
				? 33 + (d.month - 1) / 3
				: 40 + (d.month - 1) / 6, 2);
			return;
		}
		add_number(t, (d.month - 1) /
			(p->grain == UNIT_QUARTER ? 3 : 6) + 1, 1);
		return;
	case UNIT_SEASON:
		add_season(t, d, edtf);
		return;
	case UNIT_YEAR:
		add_number(t, d.year, 4);
		return;
	case UNIT_DECADE:
		add_number(t, d.year / 10, 3);
		add(t, te3 ? "" : "X");
		return;
	case UNIT_CENTURY:
		add_number(t, (d.year - (d.year < 0 ? 99 : 0)) / 100, 2);
		add(t, te3 ? "" : "XX");
		return;
	case UNIT_MILLENNIUM:
		add_number(t, d.year / 1000, 1);
		add(t, te3 ? "" : "XXX");
		return;
	default:
		add_day(t, p->first);
	}
}

static void
add_zone(struct text *t, const struct resolved *r)
{
	int zone = r->zone < 0 ? -r->zone : r->zone;

	if (!(r->has & HAS_ZONE))
		return;
	if (!r->zone) {
		add(t, "Z");
		return;
	}
	add(t, r->zone < 0 ? "-" : "+");
	add_number(t, zone / 60, 2);
	add(t, ":");
	add_number(t, zone % 60, 2);
}

static void
add_time(struct text *t, const struct resolved *r)
{
	static const char *const parts[] = { "", "MO", "MI", "AF", "EV", "NI",
		"DT" };

	add(t, "T");
	if (r->part) {
		add(t, parts[r->part]);
		return;
	}
	add_number(t, r->hour, 2);
	add(t, ":");
	add_number(t, r->minute, 2);
	if (r->has & HAS_SECOND) {
		add(t, ":");
		add_number(t, r->second, 2);
	}
	add_zone(t, r);
}

/* What is known of a date that is not resolved. */
static void
add_open(struct text *t, const struct meaning *m, const struct resolved *r)
{
	static const char *const seasons[] = { "", "SP", "SU", "FA", "WI" };

	if (m->has & HAS_FISCAL) {
		add(t, "FY");
		if (m->has & HAS_YEAR)
			add_number(t, m->year, 4);
		else
			add(t, "XXXX");
		return;
	}
	if ((r->has & HAS_MONTH) && r->month) {
		add(t, "XXXX-");
		add_number(t, r->month, 2);
		if ((r->has & HAS_DAY) && r->day) {
			add(t, "-");
			add_number(t, r->day, 2);
		}
	} else if (r->weekday) {
		add(t, "XXXX-WXX-");
		add_number(t, r->weekday, 1);
	} else if (m->has & HAS_DAY) {
		add(t, "XXXX-XX-");
		add_number(t, m->day, 2);
	} else if (m->has & HAS_SEASON) {
		add(t, "XXXX-");
		add(t, seasons[m->season]);
	} else if (m->has & (HAS_QUARTER | HAS_HALF)) {
		add(t, m->has & HAS_HALF ? "XXXX-H" : "XXXX-Q");
		add_number(t, m->has & HAS_HALF ? m->half : m->quarter, 1);
	} else if (m->has & HAS_YEAR) {
		add_number(t, m->year, 4);
	} else if (m->has & HAS_UNIT && m->unit == UNIT_YEAR) {
		add(t, "XXXX");
	} else if (m->has & HAS_UNIT && m->unit == UNIT_MONTH) {
		add(t, "XXXX-XX");
	} else if (m->has & HAS_UNIT && m->unit == UNIT_WEEK) {
		add(t, "XXXX-WXX");
	} else if (m->has & HAS_UNIT && m->unit == UNIT_WEEKEND) {
		add(t, "XXXX-WXX-WE");
	} else if (!r->clock) {
		add(t, "XXXX-XX-XX");
	}
}

static const char *
unit_letters(enum unit unit)
{
	static const char *const letters[] = { "", "S", "M", "H", "D", "W",
		"WE", "M", "Q", "H", "Y", "DE", "CE", "ML", "W", "NI", "SE",
		"BD" };

	return letters[unit];
}

static void
add_amount(struct text *t, const struct duration *d)
{
	int64_t milli = d->unit == UNIT_FORTNIGHT ? 2 * d->milli : d->milli;

	if (d->vague) {
		add(t, "X");
		return;
	}
	add_number(t, milli / MILLI, 1);
	if (milli % MILLI) {
		int64_t rest = milli % MILLI;
		int width = 3;

		while (rest % 10 == 0) {
			rest /= 10;
			width--;
		}
		add(t, ".");
		add_number(t, rest, width);
	}
}

/* P2Y6M, PT1H30M */
static void
add_duration(struct text *t, const struct meaning *m)
{
	bool time = false;
	int i;

	add(t, "P");
	for (i = 0; i < m->count; i++) {
		const struct duration *d = &m->durations[i];

		if (d->unit <= UNIT_HOUR && !time) {
			add(t, "T");
			time = true;
		}
		add_amount(t, d);
		add(t, unit_letters(d->unit));
	}
}

static void
add_set(struct text *t, const struct meaning *m)
{
	static const char *const parts[] = { "", "TMO", "TMI", "TAF", "TEV",
		"TNI", "TDT" };
	static const char *const seasons[] = { "", "SP", "SU", "FA", "WI" };

	if (m->more && m->more[0] == 'P') {
		add(t, m->more);
	} else if (m->has & HAS_WEEKDAY) {
		add(t, "XXXX-WXX-");
		add_number(t, m->weekday, 1);
		add(t, m->has & HAS_PART ? parts[m->part] : "");
	} else if (m->has & HAS_MONTH) {
		add(t, "XXXX-");
		add_number(t, m->month, 2);
	} else if (m->has & HAS_SEASON) {
		add(t, "XXXX-");
		add(t, seasons[m->season]);
	} else if (m->has & HAS_PART) {
		add(t, "XXXX-XX-XX");
		add(t, parts[m->part]);
	} else {
		struct meaning n = *m;

		if (n.count > 1) { /* three times a week */
			n.durations[0] = n.durations[n.count - 1];
			n.count = 1;
		}
		add_duration(t, &n);
	}
}

static int64_t
fiscal_year(const struct timeline *line, const struct meaning *m)
{
	if (!(m->has & HAS_YEAR))
		return line->known ? calendar_date(line->day).year : 0;
	return m->year < 100 ? 2000 + m->year : m->year;
}

struct str
timex_value(struct timeline *line, const struct meaning *m,
    const struct resolved *r)
{
	struct text t = { .n = 0 };

	if (r->ref) {
		add(&t, r->ref);
	} else if (m->op == OP_SET) {
		add_set(&t, m);
	} else if (r->kind[1] == 'u') {
		add_duration(&t, m);
	} else if (m->has & HAS_FISCAL) {
		int64_t year = fiscal_year(line, m);

		add(&t, "FY");
		if (year)
			add_number(&t, year, 4);
		else
			add(&t, "XXXX");
		if (m->has & HAS_QUARTER) {
			add(&t, "-Q");
			add_number(&t, m->quarter, 1);
		}
	} else if (r->vague && r->p.grain && r->p.last - r->p.first > 2) {
		add_number(&t, calendar_date(r->p.first).year, 4);
		add(&t, "-XX-XX");
	} else {
		if (r->p.grain)
			add_period(&t, &r->p, line->o->spelling);
		else
			add_open(&t, m, r);
		if (r->clock)
			add_time(&t, r);
	}
	return take(line->a, &t);
}

static void
add_moment(struct text *t, int64_t day, int64_t minutes)
{
	int64_t more = minutes / 1440 - (minutes % 1440 < 0);

	minutes -= more * 1440;
	add_day(t, day + more);
	add(t, "T");
	add_number(t, minutes / 60, 2);
	add(t, ":");
	add_number(t, minutes % 60, 2);
}

/* Minutes of the day between which a part of it lies. */
static const int part_hours[][2] = { { 0, 24 }, { 6, 12 }, { 12, 13 },
	{ 12, 18 }, { 18, 24 }, { 18, 30 }, { 6, 18 } };

static bool
dated(const struct resolved *r)
{
	return r->p.grain != UNIT_NONE && !r->ref && writable(r->p.first) &&
	    writable(r->p.last);
}

struct str
timex_from(struct arena *a, const struct resolved *r)
{
	struct text t = { .n = 0 };

	if (r->interval && r->moments && writable(r->begin))
		add_moment(&t, r->begin, r->begin_minute);
	else if (r->interval && writable(r->begin))
		add_day(&t, r->begin);
	else if (dated(r) && r->clock)
		add_moment(&t, r->p.first, r->part ? part_hours[r->part][0] * 60
					   : r->hour * 60 + r->minute);
	else if (dated(r))
		add_day(&t, r->p.first);
	return take(a, &t);
}

struct str
timex_to(struct arena *a, const struct resolved *r)
{
	struct text t = { .n = 0 };

	if (r->interval && r->moments && writable(r->end))
		add_moment(&t, r->end, r->end_minute);
	else if (r->interval && writable(r->end))
		add_day(&t, r->end);
	else if (dated(r) && r->clock)
		add_moment(&t, r->p.first, r->part ? part_hours[r->part][1] * 60
					   : r->hour * 60 + r->minute +
		    (r->lasts ? r->lasts : 1));
	else if (dated(r))
		add_day(&t, r->p.last);
	return take(a, &t);
}

const char *
timex_mod(int mod)
{
	static const char *const mods[] = { "", "START", "MID", "END",
		"APPROX", "LESS_THAN", "MORE_THAN", "BEFORE", "AFTER" };

	return mods[mod];
}

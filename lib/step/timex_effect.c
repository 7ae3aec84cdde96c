/* timex_effect - what a rule does beyond binding its words */
#include "timex_parts.h"

static bool
clock_shift(struct meaning *m, int minutes)
{
	int at = m->hour * 60 + minutes;

	if (at < 0)
		at += 12 * 60;
	m->hour = at / 60;
	m->minute = at % 60;
	m->has |= HAS_HOUR | HAS_MINUTE;
	return m->hour <= 24;
}

/* "twenty minutes to five" */
static bool
past_hour(struct meaning *m, int sign)
{
	int64_t minutes = m->count ? m->durations[0].milli / MILLI : 0;

	m->count = 0;
	return minutes > 0 && minutes < 60 &&
	    clock_shift(m, sign * (int)minutes);
}

static bool
quarter(struct meaning *m, int arg)
{
	int n = m->has & HAS_ORD ? m->ord : m->a;

	if (arg == 4) /* the last quarter of 2023 */
		n = m->op == OP_REL && m->arg == -1 && m->unit != UNIT_YEAR
		    ? 4 : 0;
	if (arg == 4)
		m->op = OP_NONE;
	if (n == -1)
		n = 4;
	m->quarter = n;
	m->has |= HAS_QUARTER;
	return n >= 1 && n <= 4;
}

static bool
half_year(struct meaning *m)
{
	m->half = m->has & HAS_ORD ? m->ord : m->a;
	m->has |= HAS_HALF;
	if (!(m->has & HAS_YEAR) && m->op == OP_NONE)
		m->op = OP_REL;
	return m->half == 1 || m->half == 2;
}

static bool
decade(struct meaning *m)
{
	if ((m->has & HAS_SHORT_YEAR) || m->year < 100) {
		m->decade = m->year;
		m->has = HAS_DECADE;
		return m->year % 10 == 0;
	}
	if (m->year % 100 == 0 && m->year != 2000) {
		m->century = m->year / 100;
		m->has = HAS_CENTURY;
		return true;
	}
	m->decade = m->year;
	m->has = HAS_DECADE | HAS_YEAR;
	return m->year % 10 == 0;
}

/* The 12th century is 11XX, and -11XX before Christ. */
static bool
century(struct meaning *m)
{
	m->century = m->ord - 1;
	m->has |= HAS_CENTURY;
	return m->ord >= 1 && m->ord <= 30;
}

/* Two days of one month: each takes from the other what it lacks. */
static bool
share(struct timex *t)
{
	struct meaning *a = &t->m, *b = &t->to;

	if (!(a->has & HAS_MONTH)) {
		a->month = b->month;
		a->has |= b->has & HAS_MONTH;
	}
	if (!(a->has & HAS_YEAR)) {
		a->year = b->year;
		a->has |= b->has & (HAS_YEAR | HAS_SHORT_YEAR);
	}
	if (!(b->has & HAS_MONTH)) {
		b->month = a->month;
		b->has |= a->has & HAS_MONTH;
	}
	if (!(b->has & HAS_YEAR)) {
		b->year = a->year;
		b->has |= a->has & (HAS_YEAR | HAS_SHORT_YEAR);
	}
	if ((b->has & HAS_SHORT_YEAR) && (a->has & HAS_YEAR) &&
	    !(a->has & HAS_SHORT_YEAR)) { /* 2024-25: of one century */
		b->year += a->year / 100 * 100;
		b->has &= ~(uint32_t)HAS_SHORT_YEAR;
	}
	if (a->op == OP_NONE && b->op == OP_REL) { /* the 4th to the 7th of
						     * next month */
		a->op = b->op;
		a->arg = b->arg;
		a->unit = b->unit;
		a->has |= b->has & HAS_UNIT;
	}
	return true;
}

enum { TIME = HAS_HOUR | HAS_MINUTE | HAS_SECOND | HAS_AMPM | HAS_ZONE |
	HAS_UTC | HAS_MIDNIGHT, NOON_HOUR = 12, NIGHT_HOUR = 6 };

static int
minutes(const struct meaning *m, int pm)
{
	return (m->hour % NOON_HOUR + (pm ? NOON_HOUR : 0)) * 60 + m->minute;
}

static void
set_half(struct meaning *m, int pm)
{
	m->ampm = pm;
	m->has |= HAS_AMPM;
}

/* The half of the day that a part of it says; -1 for none. */
static int
half_of(const struct meaning *m)
{
	if (m->has & HAS_AMPM)
		return m->ampm;
	if (!(m->has & HAS_PART) || m->part == PART_DAYTIME)
		return -1;
	if (m->part == PART_MORNING)
		return 0;
	return m->part != PART_NIGHT || m->hour >= NIGHT_HOUR;
}

/* Two times of one day: what the one lacks it takes from the other, so that
 * the start is before the end. */
static bool
span_of(struct timex *t)
{
	struct meaning *a = &t->m, *b = &t->to, day = t->m;
	int half;

	if (day.has & ~(uint32_t)TIME) {
		day.has = (day.has & ~(uint32_t)TIME) | (b->has & TIME);
		day.hour = b->hour;
		day.minute = b->minute;
		day.second = b->second;
		day.zone = b->zone;
		day.ampm = b->ampm;
		*b = day;
	}
	if ((b->has & HAS_ZONE) && !(a->has & HAS_ZONE)) {
		a->zone = b->zone;
		a->has |= b->has & (HAS_ZONE | HAS_UTC);
	}
	if (a->hour > NOON_HOUR || b->hour > NOON_HOUR)
		return true;
	half = half_of(b);
	if (half >= 0 && !(a->has & HAS_AMPM)) {
		set_half(b, half);
		set_half(a, minutes(a, half) <= minutes(b, half) ? half
								  : !half);
	} else if (!(b->has & HAS_AMPM) && (half = half_of(a)) >= 0) {
		set_half(a, half);
		set_half(b, minutes(b, half) >= minutes(a, half) ? half
								  : !half);
	}
	return true;
}

static bool
set_of(struct meaning *m, int times)
{
	m->op = OP_SET;
	if (times)
		m->durations[0].milli = MILLI; /* three times a week */
	if (!m->count && (m->has & HAS_UNIT)) {
		m->durations[0] = (struct duration){ MILLI,
			(enum unit)m->unit, false, false };
		m->count = 1;
	} else if (m->count > 1 && m->durations[0].unit == UNIT_NONE) {
		m->durations[0].unit = m->durations[1].unit;
	} else if (m->count == 1 && m->durations[0].unit == UNIT_NONE) {
		m->durations[0].unit = (enum unit)m->unit;
		m->durations[0].milli = MILLI;
	}
	return true;
}

/* Every other week, every third Monday. */
static bool
set_other(struct meaning *m, int n)
{
	if (!n)
		n = m->ord;
	if (m->has & HAS_UNIT) {
		m->durations[0] = (struct duration){ (int64_t)n * MILLI,
			(enum unit)m->unit, false, false };
		m->count = 1;
	}
	m->has &= ~(uint32_t)HAS_ORD;
	m->op = OP_SET;
	return n > 0;
}

/* "the past weeks": a duration without a number. */
static void
bare_duration(struct meaning *m)
{
	if (m->count == 1 && m->durations[0].unit == UNIT_NONE)
		m->durations[0].unit = (enum unit)m->unit;
	if (m->count || !(m->has & HAS_UNIT))
		return;
	m->durations[0] = (struct duration){ MILLI, (enum unit)m->unit,
		(m->has & HAS_PLURAL) != 0, true };
	m->count = 1;
}

static bool
set_op(struct meaning *m, const struct rule *rule, int op)
{
	switch (op) {
	case OP_PASTN:
	case OP_NEXTN:
		if ((m->op == OP_REL || m->op == OP_PREL) && op == OP_PASTN) {
			if (m->arg == 0)
				return false;
			op = m->arg > 0 ? OP_NEXTN : OP_PASTN;
			if (m->op == OP_PREL)
				m->has |= HAS_FROM_PREV;
		}
		bare_duration(m);
		break;
	case OP_DURATION:
	case OP_WHOLE:
		bare_duration(m);
		break;
	case OP_REL: /* the year-ago quarter */
		m->arg = -1;
		break;
	case OP_PREL:
		if (m->op == OP_NONE) /* the next day; the Monday before */
			m->arg = str_ends(str_of(rule->pattern),
				     STR("before")) ? -1 : 1;
		break;
	default:
		break;
	}
	m->op = op;
	return true;
}

/* Times of day. */
static bool
apply_clock(struct meaning *m, const struct rule *rule)
{
	int arg = rule->arg;

	switch (rule->effect) {
	case DO_PAST:
		return past_hour(m, arg);
	case DO_QUARTER_PAST:
		return clock_shift(m, arg * 15);
	case DO_LETTER:
		m->ampm = arg;
		m->has |= HAS_AMPM;
		return true;
	case DO_NOON:
		m->hour = 12;
		m->minute = 0;
		m->has = HAS_HOUR | HAS_MINUTE;
		return true;
	case DO_HALF_PAST:
		return clock_shift(m, 30);
	default:
		return true;
	}
}

/* Parts of a year, and more than one. */
static bool
apply_years(struct meaning *m, const struct rule *rule)
{
	int arg = rule->arg;

	switch (rule->effect) {
	case DO_TEEN_DECADE:
		m->year = 100 * m->ord + m->decade;
		m->decade = m->year;
		m->has = HAS_DECADE | HAS_YEAR;
		return m->ord >= 10;
	case DO_EARLY_YEAR:
		m->year = m->a;
		m->has |= HAS_YEAR;
		return m->year >= 100 && m->year <= 999;
	case DO_CENTURY:
	case DO_CENTURIES:
		return century(m);
	case DO_DECADE:
		return decade(m);
	case DO_QUARTER:
		return quarter(m, arg);
	case DO_HALFYEAR:
		return half_year(m);
	case DO_FISCAL:
		m->has |= HAS_FISCAL;
		if (arg) {
			m->quarter = m->ord;
			m->has |= HAS_QUARTER;
		}
		return !arg || (m->ord >= 1 && m->ord <= 4);
	default:
		return apply_clock(m, rule);
	}
}

/* Lengths of time, and what is counted by them. */
static bool
apply_length(struct meaning *m, const struct rule *rule)
{
	int arg = rule->arg;
	struct duration *last = &m->durations[m->count ? m->count - 1 : 0];

	switch (rule->effect) {
	case DO_ADD_HALF:
		last->milli += MILLI / 2;
		return true;
	case DO_EITHER:
		m->durations[0] = m->durations[1];
		m->count = 1;
		return true;
	case DO_WORKDAYS:
		last->unit = UNIT_WORKDAY;
		return true;
	case DO_QUARTERS:
		*m = (struct meaning){ .count = 1, .durations = {
			{ 15 * MILLI * (int64_t)arg, UNIT_MINUTE, false,
				false } } };
		return true;
	case DO_WEEKDAYS:
		m->op = OP_REL;
		m->arg = -(int)(last->milli / MILLI);
		return m->arg < 0 && !last->vague && last->milli <
		    1000 * MILLI;
	case DO_PART_OF:
		m->has |= HAS_PART_OF;
		m->shift = arg;
		return m->count > 0;
	default:
		return apply_years(m, rule);
	}
}

/* Counts and ordinals. */
static bool
apply_count(struct meaning *m, const struct rule *rule)
{
	int arg = rule->arg;

	switch (rule->effect) {
	case DO_SHIFT:
		m->has |= HAS_SHIFT;
		m->shift = arg;
		return m->count > 0;
	case DO_UNIT_SHIFT:
		m->has |= HAS_SHIFT;
		m->shift = arg;
		m->durations[0] = (struct duration){ MILLI,
			(enum unit)m->nth_unit, false, false };
		m->count = 1;
		return m->nth_unit >= UNIT_HOUR;
	case DO_BY_UNIT:
		m->op = arg < 0 ? OP_EARLIER : OP_LATER;
		bare_duration(m);
		return m->unit >= UNIT_HOUR;
	case DO_NTH:
		if (m->a && !(m->has & HAS_ORD)) { /* week 27 */
			m->ord = m->a;
			m->nth_unit = UNIT_WEEK;
		}
		m->has |= HAS_NTH;
		return true;
	case DO_LAST_OF:
		m->ord = arg ? -m->ord : -1;
		m->has |= HAS_NTH;
		return true;
	case DO_WEEK_OF:
		m->has |= HAS_WEEKOF;
		m->nth_unit = arg ? UNIT_WEEKEND : UNIT_WEEK;
		return true;
	case DO_SHARE_UNIT:
		m->durations[0].unit = m->durations[1].unit;
		m->count = 1;
		m->op = OP_DURATION;
		return true;
	case DO_AFTER_NEXT:
		m->op = OP_REL;
		m->arg = m->has & HAS_WEEKDAY ? arg : 2 * arg;
		return m->unit == 0 || m->unit >= UNIT_DAY;
	case DO_LATEST:
		m->op = OP_REL;
		m->arg = -1;
		return true;
	default:
		return apply_length(m, rule);
	}
}

bool
timex_apply(struct timex *t, const struct rule *rule)
{
	static const char *const refs[] = { "PRESENT_REF", "PAST_REF",
		"FUTURE_REF" };
	struct meaning *m = &t->m;
	int arg = rule->arg;

	switch (rule->effect) {
	case DO_OP:
		return set_op(m, rule, arg);
	case DO_THIS:
		m->op = OP_REL;
		m->arg = 0;
		return true;
	case DO_MOD:
	case DO_HALF_OF:
		m->mod = arg;
		return true;
	case DO_YEAR_END:
		m->mod = MOD_END;
		m->op = OP_REL;
		m->unit = UNIT_YEAR;
		m->has |= HAS_UNIT;
		return true;
	case DO_REST:
		if (m->op == OP_NONE)
			m->arg = 0;
		m->op = OP_REL;
		m->mod = arg;
		return m->unit >= UNIT_DAY && m->arg == 0;
	case DO_EDGE:
		m->op = OP_REL;
		m->mod = MOD_END;
		return true;
	case DO_REF:
		m->op = OP_REF;
		m->more = refs[arg];
		return true;
	case DO_RANGE:
		t->range = true;
		return share(t);
	case DO_SPAN:
		t->range = true;
		return span_of(t);
	case DO_SHARE:
		return share(t);
	case DO_SET:
		return set_of(m, arg);
	case DO_OTHER:
		return set_other(m, arg);
	case DO_THAT_TIME:
		m->unit = UNIT_NONE;
		m->has |= HAS_UNIT;
		return true;
	case DO_THE_UNIT:
		m->op = OP_REL;
		m->arg = 0;
		m->more = "the";
		return m->unit != UNIT_SECOND && m->unit != UNIT_MINUTE;
	default:
		return apply_count(m, rule);
	}
}

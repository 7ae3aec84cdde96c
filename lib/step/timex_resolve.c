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
#include "timex_resolve.h"
#include "timex_guard.h"
#include "timex_near.h"

enum { MONTHS = 12, BRIEF = 3, SPEECH = 40, SPEECH_DAYS = 3, NEAR = 3,
	STORY_DAYS = 3,
	ZONE_TIME = 8 };

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

/* last week, next year, the following month, that day */
static bool
relative_unit(struct timeline *line, const struct meaning *m,
    struct resolved *r, int tense)
{
	enum unit unit = (enum unit)(m->has & HAS_UNIT ? m->unit : UNIT_DAY);
	int64_t from = line->day;

	if (m->op == OP_REL) {
		if (!resolve_from_doc(line, r))
			return false;
	} else if (m->op == OP_THAT && unit == UNIT_NONE) { /* that time */
		unit = line->prev_grain;
		from = line->prev;
		r->anchor = "prev";
		if (!line->before)
			return false;
	} else if (line->before && (line->prev_grain <= unit ||
		(line->prev_grain == UNIT_SEASON && unit == UNIT_YEAR) ||
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
	} else if (!resolve_from_doc(line, r)) {
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
	else if (!resolve_from_doc(line, r))
		return false;
	r->p = resolve_day(from + m->arg);
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
	} else if (resolve_from_doc(line, r)) {
		day = period_shift(unit, line->day, -(unit >= UNIT_MONTH &&
		    unit < UNIT_YEAR), line->o->week_start).first;
	} else {
		return false;
	}
	r->p = resolve_period(line, unit, calendar_day(calendar_add_months(
	    calendar_date(day), -MONTHS)));
	return true;
}

/* The days that the words name, before a count or an ordinal is applied. */
static bool
base_days(struct timeline *line, const struct place *p, const struct timex *t,
    const struct meaning *m, struct resolved *r, int tense)
{
	uint32_t names = HAS_HOLIDAY | HAS_CENTURY | HAS_DECADE | HAS_QUARTER |
	    HAS_HALF | HAS_SEASON | HAS_MONTH | HAS_DAY | HAS_WEEKDAY |
	    HAS_YEAR | HAS_ERA;

	if (m->op == OP_YEAR_AGO)
		return year_ago(line, m, r);
	if (m->op == OP_DEICTIC)
		return deictic(line, p, t, m, r);
	if (m->op == OP_NUMERIC || (m->has & names))
		return resolve_named(line, p, t, m, r, tense);
	if (m->op == OP_REL || m->op == OP_PREL || m->op == OP_THAT)
		return relative_unit(line, m, r, tense);
	return false;
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
		r->p = resolve_day(line->day + 1);
}

/* Whether the story is of a day shortly before the document's, "said on
 * Tuesday": there what happened at a time without a day happened on it. */
static bool
day_of_story(const struct timeline *line, const struct place *p,
    const struct timex *t)
{
	return line->known && line->o->prefer == TIMEX_TENSE &&
	    line->day_before && line->unit - line->prev_day_unit <= NEAR &&
	    line->prev_day < line->day &&
	    line->prev_day >= line->day - STORY_DAYS && guard_tense(p, t) < 0;
}

/* The weekday behind a time and one of another zone, "6 a.m. (0300 GMT) on
 * Friday", where it belongs to both; NULL for none. */
static const struct word *
weekday_behind(const struct place *p, uint32_t at)
{
	uint32_t most = at + ZONE_TIME;

	if (near_text(p, at, "("))
		while (at < most && !near_text(p, at, ")"))
			at++;
	if (!near_text(p, at, ")"))
		return NULL;
	at += 1 + near_text(p, at + 1, "on");
	return lexeme_is(p, at, WHEN_WEEKDAY)
	    ? lexeme_entry(p, at, WHEN_WEEKDAY) : NULL;
}

/* The time of day, on the day that is known by now. */
static void
time_of_day(struct timeline *line, const struct place *p,
    const struct timex *t, const struct meaning *m, struct resolved *r,
    bool day)
{
	const struct word *weekday;

	r->kind = "time";
	r->clock = true;
	r->hour = m->hour;
	r->minute = m->minute;
	r->second = m->second;
	r->zone = m->zone;
	r->part = m->has & HAS_HOUR ? PART_NONE : m->part;
	/* "3 p.m." is told to the hour */
	if (line->o->ranges && (!(m->has & HAS_MINUTE) ||
		(!m->minute && near_one_of(p, t->end - 1, "noon midday"))))
		r->lasts = 60;
	if (m->has & HAS_HOUR)
		apply_ampm(m, r);
	if (day || r->weekday || (r->has & (HAS_WEEKDAY | HAS_DAY)))
		return;
	weekday = m->has & HAS_HOUR ? weekday_behind(p, t->end) : NULL;
	if (weekday) {
		struct meaning n = { .has = HAS_WEEKDAY,
			.weekday = weekday->value };

		resolve_named(line, p, t, &n, r, direction(line, p, t));
		return;
	}
	if (line->before && line->prev_unit == line->unit &&
	    line->prev_grain == UNIT_DAY) {
		r->p = resolve_day(line->prev);
		r->anchor = "prev";
	} else if (day_of_story(line, p, t)) {
		r->p = resolve_day(line->prev_day);
		r->anchor = "prev";
	} else if (line->known) {
		r->p = resolve_day(line->day);
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
	bool day = line->prev_grain != UNIT_DAY && line->day_before;
	int64_t from = doc ? line->day : day ? line->prev_day : line->prev;

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
		r->p = resolve_day(from + (m->op == OP_THAT ? 0 : m->arg));
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
			line->prev_day_unit = line->unit;
		}
		line->prev_unit = line->unit;
		line->prev_weekday = calendar_weekday(r->p.first);
		if (r->p.grain == UNIT_YEAR || ((m->has & HAS_YEAR) &&
			(r->p.grain < UNIT_YEAR ||
			    r->p.grain == UNIT_SEASON))) {
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

/* Whether the expression has the word "from" in it. */
static bool
said_from(const struct place *p, const struct timex *t)
{
	uint32_t i;

	for (i = t->first; i < t->end; i++)
		if (near_text(p, i, "from"))
			return true;
	return false;
}

static void
find_days(struct timeline *line, const struct place *p, const struct timex *t,
    const struct meaning *m, struct resolved *r)
{
	int tense = direction(line, p, t);
	bool ok;

	if ((m->has & HAS_SHIFT) && (m->has & HAS_WEEKDAY) && m->shift > 0 &&
	    m->op == OP_NONE && said_from(p, t))
		tense = 1; /* "a week from Friday" */
	line->brief = line->o->prefer == TIMEX_TENSE && tense == 0 &&
	    p->count - (t->end - t->first) <= BRIEF;

	if (m->has & HAS_FISCAL)
		return;
	if (is_count(m->op)) {
		ok = resolve_counted(line, m, r);
	} else if (relative_part(line, m, r)) {
		ok = r->p.grain != UNIT_NONE;
	} else {
		ok = base_days(line, p, t, m, r, tense);
		if (ok && (m->has & (HAS_NTH | HAS_WEEKOF)))
			ok = resolve_nth(line, m, r);
		if (ok && (m->has & HAS_SHIFT))
			ok = resolve_shift(line, m, r);
		if (ok && (m->has & HAS_PART_OF))
			resolve_part_of(m, r);
	}
	if (!ok && !r->ref)
		r->p.grain = UNIT_NONE;
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

/* The full year: that of the quarter or the half that was just told of. */
static bool
whole_year(const struct timeline *line, struct resolved *r)
{
	if (!line->before || line->unit - line->prev_unit > 1 ||
	    line->prev_grain < UNIT_QUARTER || line->prev_grain > UNIT_HALF)
		return false;
	r->p = resolve_period(line, UNIT_YEAR, line->prev);
	r->anchor = "prev";
	return true;
}

void
timex_resolve(struct timeline *line, const struct place *p,
    const struct timex *t, const struct meaning *m, struct resolved *r)
{
	*r = (struct resolved){ .kind = "date", .anchor = "none",
		.has = m->has, .mod = m->mod, .weekday = m->has & HAS_WEEKDAY
		    ? m->weekday : 0, .month = m->month, .day = m->day };
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
	case OP_WHOLE:
		if (!whole_year(line, r))
			r->kind = "duration";
		return;
	case OP_DURATION:
		r->kind = "duration";
		return;
	case OP_PASTN:
	case OP_NEXTN:
		resolve_bounded(line, m, r);
		return;
	default:
		break;
	}
	find_days(line, p, t, m, r);
	if (m->has & HAS_PART_OF)
		r->kind = "duration";
	if (r->clock)
		r->kind = "time";
	else if (m->has & (HAS_HOUR | HAS_PART))
		time_of_day(line, p, t, m, r, r->p.grain != UNIT_NONE);
	if (r->p.grain == UNIT_NONE && !r->ref)
		r->anchor = "none";
	if (line->o->ranges)
		timex_narrow(line, t, r);
	remember(line, m, r);
}

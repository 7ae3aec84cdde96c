/* timex_guard - what must stand around a weak match
 *
 * "May", "1984", "the second" or "3:16" are dates only where something says
 * so. A guard looks at the few words before and behind a match. False rows
 * are where taggers are worst, so what is weak and without evidence is
 * refused. */
#include "timex_guard.h"
#include "timex_near.h"

bool
guard_never(const struct place *p, const struct timex *t)
{
	(void)p;
	(void)t;
	return false;
}

/* A length: not "second man", "3 minute" as the end of a score. */
bool
guard_duration(const struct place *p, const struct timex *t)
{
	const struct duration *d = &t->m.durations[t->m.count - 1];
	uint32_t last = t->end - 1;

	if (near_text(p, last, ".")) {
		if (!lexeme_is(p, last - 1, WHEN_ABBR))
			return false;
		last--;
	}
	if (d->milli <= 0 && !d->vague)
		return false;
	if (near_text(p, t->first, "many") && near_after(p, t->first, "as"))
		return false; /* "the third in as many weeks" */
	if (lexeme_is(p, t->first, WHEN_ARTICLE) && t->end - t->first == 2 &&
	    lexeme_is(p, last, WHEN_UNITS))
		return false; /* "a decades-long effort" */
	/* "a second man" */
	if (d->unit == UNIT_SECOND && lexeme_is(p, last, WHEN_UNIT) &&
	    lexeme_is(p, last - 1, WHEN_ARTICLE))
		return false;
	if (d->unit == UNIT_QUARTER && !near_one_of(p, t->end, "ago later in "
		"earlier") && !near_after(p, t->first, "for past last "
		"consecutive next previous following coming upcoming first "
		"final opening closing")) /* of a cake */
		return false;
	if (lexeme_is(p, t->first, WHEN_YYYY) && t->end - t->first == 2 &&
	    lexeme_is(p, last, WHEN_UNIT))
		return false; /* "the 2018 day of" */
	if (d->unit == UNIT_SECOND && near_word(p, t->end) && d->milli == MILLI)
		return false;
	return !near_text(p, t->first, "the");
}

/* Two hours and ten minutes: each unit is smaller than the one before. */
bool
guard_falling(const struct place *p, const struct timex *t)
{
	int i;

	(void)p;
	for (i = 1; i < t->m.count; i++)
		if (t->m.durations[i].unit >= t->m.durations[i - 1].unit)
			return false;
	return true;
}

bool
guard_hour(const struct place *p, const struct timex *t)
{
	(void)p;
	if (t->m.hour > 24 || (t->m.hour == 24 && t->m.minute))
		return false;
	if ((t->m.has & HAS_AMPM) && !(t->m.has & HAS_MINUTE) &&
	    (t->m.hour > 12 || t->m.hour == 0))
		return false;
	return true;
}

bool
guard_letter_zone(const struct place *p, const struct timex *t)
{
	return near_word(p, t->end - 1) || near_text(p, t->end - 1, ")");
}

/* "July 2015" but not "July 2015 people"; "'68" is a year anywhere. */
bool
guard_year_after(const struct place *p, const struct timex *t)
{
	if (lexeme_is(p, t->end, WHEN_COUNTED) && !spaced(p, t->end))
		return false;
	if (near_text(p, t->end, ":") && !spaced(p, t->end) &&
	    lexeme_is(p, t->end + 1, WHEN_MI))
		return false;
	return t->m.year < 2200 || t->m.year < 100;
}

/* Years before the year 1000 and after Christ's birth have an era. */
bool
guard_era(const struct place *p, const struct timex *t)
{
	int value = t->m.a;

	if (value < 1 || value > 20000 || near_inside(p, t))
		return false;
	/* "ad" is a word, and so are others in lower case */
	return !(p->l[t->end - 1].flags & TOKEN_LOWERS) ||
	    !(p->l[t->first].flags & TOKEN_LOWERS);
}

bool
guard_valid(const struct place *p, const struct timex *t)
{
	struct date d = { t->m.has & HAS_YEAR ? t->m.year : 2000, t->m.month,
		t->m.day };

	if (t->m.has & HAS_SHORT_YEAR)
		d.year = 2000; /* a leap year */
	return calendar_valid(d) && !near_inside(p, t) &&
	    !near_labelled(p, t->first);
}

bool
guard_week(const struct place *p, const struct timex *t)
{
	return t->m.ord >= 1 && t->m.ord <= 53 && !near_inside(p, t);
}

/* 5/7/2024 in one order or the other. */
bool
guard_numeric(const struct place *p, const struct timex *t)
{
	struct date mdy = { 2000, t->m.a, t->m.b };
	struct date dmy = { 2000, t->m.b, t->m.a };

	if ((t->m.has & HAS_YEAR) && !(t->m.has & HAS_SHORT_YEAR))
		mdy.year = dmy.year = t->m.year;
	if (!calendar_valid(mdy) && !calendar_valid(dmy))
		return false;
	if (t->first > 1 && lexeme_is(p, t->first - 1, WHEN_DASH) &&
	    lexeme_is(p, t->first - 2, WHEN_YYYY) && (t->m.has & HAS_YEAR))
		return true; /* 5/1/2019-5/7/2020 */
	return !near_inside(p, t) && !near_labelled(p, t->first);
}

/* All of the text, or behind a preposition. */
bool
guard_alone(const struct place *p, const struct timex *t)
{
	if (near_inside(p, t) || near_labelled(p, t->first))
		return false;
	return t->first == 0 ||
	    near_after(p, t->first, "in since until by from before after "
		"to for of during date : (");
}

static bool
strong_lower(const struct place *p, const struct timex *t, uint32_t at)
{
	const struct word *w = lexeme_entry(p, at, WHEN_MONTH);

	(void)t;
	return w && w->more[0] == 's' && !(p->l[at].flags & TOKEN_UPPER);
}

/* The lexeme of the month in a match. */
static uint32_t
month_of(const struct place *p, const struct timex *t)
{
	uint32_t at = t->first;

	while (at < t->end && !lexeme_is(p, at, WHEN_MONTH))
		at++;
	return at;
}

/* What may not stand behind a day of the month: a unit, a colon, a per cent
 * sign, a decimal. */
static bool
counts_on(const struct place *p, uint32_t end)
{
	if (lexeme_is(p, end, WHEN_AMPM) || near_one_of(p, end, "% \xc2\xb0"))
		return true;
	if (end < p->count && !spaced(p, end)) {
		if (near_one_of(p, end, ": . ,") && end + 1 < p->count &&
		    !spaced(p, end + 1) &&
		    lexeme_is(p, end + 1, WHEN_DIGITS))
			return true;
		if (near_text(p, end, "/"))
			return true;
	}
	return false;
}

static bool
day_exists(const struct timex *t)
{
	bool year = (t->m.has & HAS_YEAR) && !(t->m.has & HAS_SHORT_YEAR);

	return calendar_valid((struct date){ year ? t->m.year : 2000,
	    t->m.month, t->m.day });
}

/* "May 5": the day is not the first of something else. */
bool
guard_month_day(const struct place *p, const struct timex *t)
{
	bool year = t->m.has & HAS_YEAR;

	if (!day_exists(t))
		return false;
	if (!year && counts_on(p, t->end) &&
	    !(near_text(p, t->end, ":") && false))
		return false;
	if (!year && strong_lower(p, t, t->first) &&
	    !lexeme_is(p, t->end - 1, WHEN_SUFFIX) &&
	    !lexeme_is(p, t->end - 1, WHEN_ORDWORD) && t->first > 0 &&
	    !near_after(p, t->first, "on of since until till from by before "
		"after between"))
		return false;
	if (!year && near_word(p, t->end - 1) &&
	    !lexeme_is(p, t->end - 1, WHEN_SUFFIX) &&
	    near_word(p, t->end) && !near_one_of(p, t->end, "and at to in for "
		"on from with by as through we i he she they is was"))
		return false;
	return !(t->first > 0 && !spaced(p, t->first) &&
	    near_one_of(p, t->first - 1, "/ _ @ # & $"));
}

bool
guard_month_comma_day(const struct place *p, const struct timex *t)
{
	uint32_t last = t->end - 1;

	return guard_month_day(p, t) && (lexeme_is(p, last, WHEN_SUFFIX) ||
	    lexeme_is(p, last, WHEN_ORDWORD) || (t->m.has & HAS_YEAR));
}

bool
guard_day_month(const struct place *p, const struct timex *t)
{
	uint32_t month = month_of(p, t);
	uint32_t day = t->first + near_text(p, t->first, "the");

	if (!day_exists(t) || near_labelled(p, t->first))
		return false;
	/* "the twenty March protesters" */
	if (!(t->m.has & HAS_YEAR) && (lexeme_is(p, day, WHEN_TEEN) ||
		lexeme_is(p, day, WHEN_TENS)) &&
	    !lexeme_is(p, day + 1, WHEN_ORDWORD) &&
	    !lexeme_is(p, day + 2, WHEN_ORDWORD))
		return false;
	if (strong_lower(p, t, month) && !(t->m.has & HAS_YEAR) &&
	    !lexeme_is(p, month - 1, WHEN_SUFFIX) &&
	    !lexeme_is(p, month - 1, WHEN_WORD) && t->first > 0)
		return false;
	/* "the second March of the year", "one May" */
	if (lexeme_is(p, day, WHEN_ORDWORD) && month == day + 1 &&
	    strong_lower(p, t, month))
		return false;
	if (day > 0 && !spaced(p, day) && near_one_of(p, day - 1,
	    ". , : / _ $") && lexeme_is(p, day, WHEN_DIGITS))
		return false;
	/* "10 March Street": a surname or place */
	return !lexeme_is(p, t->end, WHEN_SUFFIX);
}

/* "the 15th of next month" */
bool
guard_of_month(const struct place *p, const struct timex *t)
{
	(void)p;
	return t->m.unit == UNIT_MONTH;
}

bool
guard_month_year(const struct place *p, const struct timex *t)
{
	if (near_text(p, t->end, ":") && !spaced(p, t->end))
		return false;
	return !strong_lower(p, t, t->first) || t->first == 0 ||
	    (t->m.has & HAS_YEAR);
}

bool
guard_year_month(const struct place *p, const struct timex *t)
{
	if (t->m.has & HAS_DAY)
		return day_exists(t);
	return !lexeme_is(p, t->end, WHEN_DIGITS) && !strong_lower(p, t,
	    month_of(p, t)) && (near_sign(p, t->end) ||
		near_one_of(p, t->end, "and to until")) && !near_inside(p, t);
}

/* 2024-07, but 2010-11 is two years. */
bool
guard_year_dash(const struct place *p, const struct timex *t)
{
	uint32_t last = t->end - 1;

	if (near_one_of(p, t->end, "season campaign academic school financial "
	    "fiscal budget"))
		return false; /* 2008-09 */
	return (p->text.s[p->l[last].start] == '0' ||
	    t->m.month <= t->m.year % 100) &&
	    p->l[last].end - p->l[last].start == 2 && !near_inside(p, t) &&
	    t->m.month > 0;
}

/* Brackets come in pairs. */
bool
guard_bracket(const struct place *p, const struct timex *t)
{
	uint32_t i;
	int open = 0, close = 0;

	for (i = t->first; i < t->end; i++) {
		open += near_text(p, i, "(");
		close += near_text(p, i, ")");
	}
	return open == close;
}

/* A full stop belongs to an abbreviation. */
bool
guard_abbreviated(const struct place *p, const struct timex *t)
{
	uint32_t at = t->end - 2;
	uint32_t n = p->l[at].end - p->l[at].start;

	if (spaced(p, t->end - 1))
		return false;
	return n <= 4 && !near_one_of(p, at, "may june july");
}

bool
guard_suffix(const struct place *p, const struct timex *t)
{
	return lexeme_is(p, t->end - 1, WHEN_SUFFIX) ||
	    (lexeme_is(p, t->end - 1, WHEN_ORDWORD) && near_sign(p, t->end));
}

/* "that may have been": a name in full and in capitals. */
bool
guard_full_name(const struct place *p, const struct timex *t)
{
	uint32_t last = t->end - 1;

	return near_capital(p, last) &&
	    p->l[last].end - p->l[last].start > 3;
}

/* "this January 10, 2022" */
bool
guard_rel_month(const struct place *p, const struct timex *t)
{
	return !lexeme_is(p, t->end, WHEN_DD) && (near_capital(p, t->end - 1) ||
	    p->l[t->end - 1].end - p->l[t->end - 1].start > 5 ||
	    near_after(p, t->end, "in since until by during"));
}

/* A night and an hour are parts of the day; "the next decade" is ten years
 * from now. */
bool
guard_no_night(const struct place *p, const struct timex *t)
{
	(void)p;
	return t->m.unit != UNIT_NIGHT && t->m.unit != UNIT_DECADE &&
	    t->m.unit > UNIT_HOUR;
}

/* "0430 hours"; but "in 2008, hours after" is a year. */
bool
guard_military(const struct place *p, const struct timex *t)
{
	return p->text.s[p->l[t->first].start] == '0' || near_after(p, t->first,
	    "at by from until around about to before after");
}

bool
guard_week_unit(const struct place *p, const struct timex *t)
{
	(void)p;
	return t->m.unit == UNIT_WEEK || t->m.unit == UNIT_NONE;
}

bool
guard_trailing_rel(const struct place *p, const struct timex *t)
{
	return near_one_of(p, t->end - 1, "last next") && near_sign(p, t->end);
}

bool
guard_bc(const struct place *p, const struct timex *t)
{
	(void)p;
	return t->m.a > 0 && t->m.a < 20000;
}

/* Not "the last minute", "this second". */
bool
guard_rel_unit(const struct place *p, const struct timex *t)
{
	if (t->m.unit <= UNIT_HOUR || t->m.unit == UNIT_NIGHT)
		return false;
	if (t->m.unit == UNIT_DAY && t->m.arg < 0)
		return false;
	return !(t->m.unit == UNIT_DAY && near_text(p, t->end, "and"));
}

bool
guard_capital_second(const struct place *p, const struct timex *t)
{
	return near_capital(p, t->end - 1) && !near_capital(p, t->end);
}

bool
guard_quarter(const struct place *p, const struct timex *t)
{
	uint32_t i;

	if ((t->m.has & HAS_ORD) && (t->m.ord > 4 || t->m.ord == 0))
		return false;
	if (near_one_of(p, t->end, "final finals century mile pole of hour"))
		return false;
	for (i = t->first; i < t->end; i++)
		if (near_name(p, i) && !lexeme_is(p, i, WHEN_DIGITS))
			return false;
	return true;
}

/* "the year-ago quarter" */
bool
guard_year_ago(const struct place *p, const struct timex *t)
{
	int unit = t->m.nth_unit ? t->m.nth_unit : t->m.unit;

	(void)p;
	return unit >= UNIT_DAY + !t->m.nth_unit && unit <= UNIT_YEAR &&
	    unit != UNIT_WEEKEND;
}

/* "first-half profit", not the half of a match. */
bool
guard_half_alone(const struct place *p, const struct timex *t)
{
	return guard_half(p, t) && near_one_of(p, t->end, "profit profits net "
	    "results earnings sales revenue revenues loss losses income "
	    "figures output");
}

bool
guard_half(const struct place *p, const struct timex *t)
{
	(void)p;
	return (t->m.has & HAS_ORD ? t->m.ord : t->m.a) >= 1 &&
	    (t->m.has & HAS_ORD ? t->m.ord : t->m.a) <= 2;
}

/* "1930's" is ten years where something says so, else what 1930 had. */
bool
guard_decade(const struct place *p, const struct timex *t)
{
	return !near_one_of(p, t->end - 1, "'s \xe2\x80\x99s") ||
	    near_text(p, t->first, "the") || near_after(p, t->first,
		"the early mid late since in -");
}

/* "last year", but "March 11 this year" are two. */
bool
guard_year_rel(const struct place *p, const struct timex *t)
{
	return near_text(p, t->first, "of") || t->m.arg != 0;
}

/* '80s, but not "in their 80s". */
bool
guard_tens(const struct place *p, const struct timex *t)
{
	uint32_t at = t->first;

	if (near_after(p, at, "his her their my your its our late- mid-"))
		return false;
	while (!lexeme_is(p, at, WHEN_YY))
		at++;
	if (p->l[at].value % 10)
		return false;
	return at > t->first || near_after(p, at, "early mid late '") ||
	    (near_after(p, at, "in") &&
		near_one_of(p, at + 1, "'s \xe2\x80\x99s")) ||
	    (at > 1 && lexeme_is(p, at - 1, WHEN_DASH) &&
		near_text(p, at - 2, "mid")) || t->first == 0 ||
	    (at > 2 && near_after(p, at, "and or") &&
		near_one_of(p, at - 2, "s 's"));
}

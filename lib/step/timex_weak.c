/* timex_weak - guards of expressions that are often something else */
#include "timex_guard.h"
#include "timex_near.h"

enum { MODERN_LEAST = 1700, MODERN_MOST = 2100 };

bool
guard_clock(const struct place *p, const struct timex *t)
{
	uint32_t at = t->first;

	if (near_inside(p, t) || near_labelled(p, at))
		return false;
	if (lexeme_is(p, at, WHEN_NOON) && near_after(p, at, "the") &&
	    near_word(p, t->end))
		return false; /* the midnight oil */
	if (lexeme_is(p, at, WHEN_NOON))
		return !(near_name(p, at) && (near_capital(p, t->end) ||
		    near_name(p, at - 1)));
	if (t->m.has & (HAS_AMPM | HAS_ZONE | HAS_SECOND))
		return true;
	if (near_one_of(p, t->end - 1, "o'clock oclock hours hrs") ||
	    p->l[t->end - 1].end - p->l[t->end - 1].start > 6)
		return true;
	if (!lexeme_is(p, at, WHEN_HH)) /* half past five */
		return true;
	if (!near_text(p, at + 1, ":") && !near_text(p, at + 1, "h"))
		return true;
	if (near_after(p, at, "at by from until till before after since around "
		"about between approximately , ( @ to and -") ||
	    at == 0 || (at > 0 && lexeme_is(p, at - 1, WHEN_DASH)))
		return !(at > 1 && near_text(p, at - 1, "to") &&
		    near_name(p, at - 2)) || true;
	return false;
}

/* The hour that a span ends with: not a decimal, a price, a score. */
bool
guard_span_hour(const struct place *p, const struct timex *t)
{
	const struct meaning *b = &t->to;

	if (!guard_hour(p, t) || b->hour > 24)
		return false;
	if (lexeme_is(p, t->end, WHEN_DASH) && !spaced(p, t->end) &&
	    lexeme_is(p, t->end + 1, WHEN_DIGITS))
		return false; /* until 12-05-2019 */
	return !(near_one_of(p, t->end, ". : ,") && !spaced(p, t->end) &&
	    lexeme_is(p, t->end + 1, WHEN_DIGITS) && !spaced(p, t->end + 1));
}

/* "3 to 5" alone is none. */
bool
guard_span(const struct place *p, const struct timex *t)
{
	uint32_t times = HAS_AMPM | HAS_MINUTE | HAS_PART, has = t->m.has;

	if (near_inside(p, t) || near_labelled(p, t->first))
		return false;
	if ((has | t->to.has) & times)
		return true;
	return (has & (HAS_DAY | HAS_WEEKDAY | HAS_HOLIDAY)) ||
	    t->m.op == OP_DEICTIC || t->m.op == OP_NUMERIC;
}

/* A day with a time. */
bool
guard_day(const struct place *p, const struct timex *t)
{
	uint32_t has = t->m.has & ~(uint32_t)(HAS_PART | HAS_HOUR | HAS_MINUTE |
	    HAS_SECOND | HAS_ZONE | HAS_AMPM | HAS_MIDNIGHT | HAS_UTC);

	if (near_inside(p, t))
		return false;
	if (t->m.more && t->m.more[0] == 't' && t->m.op == OP_REL)
		return false;
	if (has != HAS_WEEKDAY || t->m.op != OP_NONE)
		return true;
	/* "Friday Night Lights" */
	if ((t->m.has & HAS_PART) && near_capital(p, t->end - 1) &&
	    near_capital(p, t->end))
		return false;
	/* "sat at noon", "Sun rise" */
	if (lexeme_is(p, t->first, WHEN_WEEKDAY) &&
	    p->l[t->first].end - p->l[t->first].start <= 3 &&
	    !(p->l[t->first].flags & TOKEN_UPPER))
		return (t->m.has & (HAS_AMPM | HAS_MINUTE)) != 0;
	return true;
}

bool
guard_bare_hour(const struct place *p, const struct timex *t)
{
	uint32_t i;

	if (!guard_hour(p, t) || !guard_day(p, t) || t->m.hour == 0)
		return false;
	if (near_after(p, t->first, "at by from until around about before "
		"after"))
		return true;
	for (i = t->first + 1; i < t->end; i++)
		if (near_text(p, i, "at"))
			return !lexeme_is(p, t->end, WHEN_DIGITS) &&
			    !lexeme_is(p, t->end, WHEN_SUFFIX) &&
			    !lexeme_is(p, t->end, WHEN_DASH);
	return false;
}

/* "in the evening", "at dawn", "overnight". */
bool
guard_part(const struct place *p, const struct timex *t)
{
	uint32_t last = t->end - 1;
	bool the = near_text(p, t->first, "the");

	if (near_name(p, last) || near_inside(p, t) ||
	    lexeme_is(p, t->end, WHEN_MASTHEAD))
		return false;
	if (near_text(p, last, "overnight"))
		return t->first == 0 || !near_after(p, t->first,
		    "an the become became");
	if (last > t->first + the) /* late evening */
		return true;
	if (the)
		return near_after(p, t->first, "in during by until through") &&
		    !near_text(p, t->end, "of");
	if (near_after(p, t->first, "in during") && near_one_of(p, t->end,
	    "trading trade session deals dealings"))
		return true;
	return near_after(p, t->first, "at before after by until since") &&
	    near_one_of(p, last, "dawn dusk night sunrise sunset daybreak "
		"nightfall lunchtime");
}

bool
guard_mod(const struct place *p, const struct timex *t)
{
	uint32_t last = t->end - 1;

	if ((t->m.has & HAS_YEAR) && lexeme_is(p, last, WHEN_YYYY) &&
	    lexeme_is(p, t->end, WHEN_COUNTED))
		return false;
	if (t->m.op == OP_REL && t->m.unit > 0 && t->m.unit <= UNIT_DAY)
		return false;
	if (t->m.mod == MOD_END && near_text(p, t->first, "close") &&
	    near_after(p, t->first, "is was are were"))
		return false;
	/* "the late May Smith" */
	return !(near_capital(p, t->end) && lexeme_is(p, last, WHEN_MONTH) &&
	    near_text(p, t->first, "the"));
}

bool
guard_half_of(const struct place *p, const struct timex *t)
{
	(void)p;
	if (t->m.has & (HAS_DAY | HAS_WEEKDAY))
		return false;
	if (t->m.op == OP_REL && (t->m.unit == UNIT_WEEK ||
		t->m.unit == UNIT_MONTH || t->m.unit == UNIT_DECADE))
		return !t->m.more;
	return (t->m.has & (HAS_MONTH | HAS_DECADE | HAS_CENTURY |
	    HAS_SEASON)) != 0;
}

bool
guard_year_end(const struct place *p, const struct timex *t)
{
	return near_after(p, t->first, "by at the before until through "
	    "calendar");
}

bool
guard_modr(const struct place *p, const struct timex *t)
{
	if (t->m.more && t->m.more[0] == 't')
		return near_text(p, t->first + 1, "in") &&
		    (t->m.unit == UNIT_WEEK || t->m.unit == UNIT_MONTH ||
			t->m.unit == UNIT_YEAR);
	if (t->m.op == OP_REL || t->m.op == OP_DEICTIC || t->m.op == OP_THAT)
		return true;
	(void)p;
	return (t->m.has & (HAS_WEEKDAY | HAS_MONTH | HAS_YEAR)) != 0;
}

bool
guard_back(const struct place *p, const struct timex *t)
{
	return !near_one_of(p, t->end, "to into in from on at with for home "
	    "up down");
}

/* "in two weeks": from now, unless it is told of the past, or is how long
 * nothing was so ("the first time in ten years"). */
bool
guard_in(const struct place *p, const struct timex *t)
{
	uint32_t i, n = 0;

	if (guard_tense(p, t) < 0)
		return false;
	for (i = t->first; i > 0 && n < 8; n++) {
		i--;
		if (near_one_of(p, i, "first most worst biggest largest "
			"highest lowest best deadliest once twice time times "
			"only second third heaviest strongest"))
			return false;
	}
	return true;
}

bool
guard_sentence_end(const struct place *p, const struct timex *t)
{
	return near_sign(p, t->end) && !lexeme_is(p, t->end, WHEN_DASH);
}

/* What something is counted from. */
bool
guard_base(const struct place *p, const struct timex *t)
{
	uint32_t last = t->end - 1;

	if (t->m.more && t->m.more[0] == 't')
		return false;
	if (lexeme_is(p, last, WHEN_YYYY) &&
	    lexeme_is(p, t->end, WHEN_COUNTED))
		return false;
	if (lexeme_is(p, last, WHEN_MONTH) &&
	    !(p->l[last].flags & TOKEN_UPPER) &&
	    lexeme_entry(p, last, WHEN_MONTH)->more[0])
		return false;
	if (t->m.has == (HAS_SEASON | HAS_SHIFT) && near_word(p, t->end))
		return false;
	return !near_inside(p, t);
}

bool
guard_past_unit(const struct place *p, const struct timex *t)
{
	(void)p;
	return t->m.unit > UNIT_MINUTE;
}

/* An amount of money: "$5 a month" belongs to it. */
static bool
money_before(const struct place *p, uint32_t at)
{
	uint32_t i;

	for (i = at; i > 0 && at - i < 5; i--) {
		if (near_one_of(p, i - 1, "$ \xc2\xa3 \xe2\x82\xac usd eur gbp "
			"dollars euros pounds"))
			return true;
		if (!lexeme_is(p, i - 1, WHEN_DIGITS) &&
		    !lexeme_is(p, i - 1, WHEN_SCALE) &&
		    !near_one_of(p, i - 1, ". , bn m"))
			return false;
	}
	return false;
}

/* "300 a day", "15 flights a year" */
static bool
rate(const struct place *p, uint32_t at)
{
	uint32_t end;

	if (at == 0)
		return false;
	if (money_before(p, at))
		return false;
	if (lexeme_is(p, at - 1, WHEN_DIGITS) ||
	    lexeme_is(p, at - 1, WHEN_SCALE) || near_text(p, at - 1, "%") ||
	    lexeme_is(p, at - 1, WHEN_COUNTED))
		return true;
	end = p->l[at - 1].end;
	return near_word(p, at - 1) && at > 1 &&
	    lexeme_is(p, at - 2, WHEN_DIGITS) && p->text.s[end - 1] == 's';
}

bool
guard_plain_duration(const struct place *p, const struct timex *t)
{
	uint32_t at = t->first;

	if (near_inside(p, t) || near_labelled(p, at))
		return false;
	if (lexeme_is(p, at, WHEN_ARTICLE) && t->end - at == 2)
		return !rate(p, at) && !money_before(p, at) &&
		    !(lexeme_is(p, t->end, WHEN_DASH) && near_one_of(p,
			t->end + 1, "long ago earlier"));
	/* "one day" of a tale */
	if (near_text(p, at, "one") && near_text(p, t->end - 1, "day") &&
	    (at == 0 || !near_after(p, at, "for in within after just only "
		"than of")))
		return false;
	return true;
}

bool
guard_units(const struct place *p, const struct timex *t)
{
	int unit = t->m.unit;

	if (unit == UNIT_SECOND || unit == UNIT_QUARTER ||
	    unit == UNIT_WEEKEND || unit == UNIT_NIGHT || near_inside(p, t))
		return false;
	if (near_one_of(p, t->end, "after before") && unit >= UNIT_MINUTE)
		return guard_bare_units(p, t);
	if (near_text(p, t->end, "in") && near_text(p, t->end + 1, "the") &&
	    near_text(p, t->end + 2, "making"))
		return true;
	if (near_text(p, t->end, "of") && unit >= UNIT_DAY &&
	    near_word(p, t->end + 1) && !near_one_of(p, t->end + 1, "the a"))
		return true; /* "months of fighting" */
	if (near_after(p, t->first, "in") && t->first > 1 && near_sign(p,
	    t->end) && near_one_of(p, t->first - 2, "time first best worst "
		"highest lowest largest biggest most"))
		return true; /* "the first time in years" */
	return near_after(p, t->first, "for after within over through last "
	    "took lasted") && !near_text(p, t->end, "-");
}

/* "years ago", "hours later": no count stands before them. */
bool
guard_bare_units(const struct place *p, const struct timex *t)
{
	uint32_t at = t->first;

	if (t->m.unit == UNIT_QUARTER || t->m.unit == UNIT_NIGHT ||
	    near_inside(p, t) || near_after(p, at, "'s so \xe2\x80\x99s the"))
		return false;
	return at == 0 || (!lexeme_is(p, at - 1, WHEN_DIGITS) &&
	    !lexeme_is(p, at - 1, WHEN_DASH) &&
	    !lexeme_is(p, at - 1, WHEN_SCALE));
}

/* "in the weeks before the vote" */
bool
guard_the_units(const struct place *p, const struct timex *t)
{
	return t->m.unit >= UNIT_MINUTE && t->m.unit != UNIT_QUARTER &&
	    near_after(p, t->first, "in for during over within") &&
	    near_one_of(p, t->end, "before after since leading following "
		"preceding");
}

/* "the year ended March 31" */
bool
guard_ended(const struct place *p, const struct timex *t)
{
	return t->m.unit >= UNIT_WEEK && t->m.unit != UNIT_WEEKEND &&
	    near_one_of(p, t->end, "ended ending") &&
	    (lexeme_is(p, t->end + 1, WHEN_WEEKDAY) ||
		lexeme_is(p, t->end + 1, WHEN_MONTH) ||
		lexeme_is(p, t->end + 1, WHEN_DD));
}

bool
guard_all(const struct place *p, const struct timex *t)
{
	return near_text(p, t->first, "all") && !near_text(p, t->end, "of");
}

bool
guard_nth(const struct place *p, const struct timex *t)
{
	int unit = t->m.nth_unit;

	(void)p;
	if (unit == UNIT_SECOND || unit == UNIT_MINUTE)
		return false;
	if (t->m.more && t->m.more[0] == 't' && t->m.unit != UNIT_MONTH &&
	    t->m.unit != UNIT_YEAR && t->m.unit != UNIT_QUARTER)
		return false;
	if (((t->m.has & HAS_MONTH) && unit >= UNIT_MONTH) ||
	    ((t->m.has & HAS_YEAR) && unit >= UNIT_YEAR) ||
	    (t->m.op == OP_REL && (t->m.has & HAS_UNIT) &&
		unit >= t->m.unit))
		return false; /* "last year in September" */
	return t->m.ord <= 366;
}

bool
guard_week_no(const struct place *p, const struct timex *t)
{
	(void)p;
	return (t->m.has & (HAS_YEAR | HAS_UNIT)) != 0 && t->m.a >= 1 &&
	    t->m.a <= 53;
}

bool
guard_freq(const struct place *p, const struct timex *t)
{
	return !near_name(p, t->first) && !(near_capital(p, t->first) &&
	    near_capital(p, t->end)) && !near_inside(p, t);
}

bool
guard_rate(const struct place *p, const struct timex *t)
{
	if (near_text(p, t->first, "per"))
		return t->first > 0;
	return rate(p, t->first);
}

bool
guard_ref(const struct place *p, const struct timex *t)
{
	if (near_name(p, t->first) || near_inside(p, t))
		return false;
	if (lexeme_is(p, t->end, WHEN_DASH) && !spaced(p, t->end))
		return false;
	if (near_text(p, t->first, "soon"))
		return !near_after(p, t->first, "as too how so");
	return !(near_text(p, t->first, "now") &&
	    (near_text(p, t->end, "that") ||
		near_after(p, t->first, "every")));
}

bool
guard_refadj(const struct place *p, const struct timex *t)
{
	return !near_name(p, t->first) && near_word(p, t->end) &&
	    !near_after(p, t->first, "a an most more") && !near_inside(p, t);
}

bool
guard_present(const struct place *p, const struct timex *t)
{
	return near_sign(p, t->end) && near_after(p, t->first,
	    "in for at until to from of and");
}

bool
guard_the_past(const struct place *p, const struct timex *t)
{
	return near_sign(p, t->end) || near_one_of(p, t->end,
	    "and but when as is was");
}

bool
guard_future(const struct place *p, const struct timex *t)
{
	return near_sign(p, t->end) || near_one_of(p, t->end,
	    "and but of for as is to was will with");
}

bool
guard_range(const struct place *p, const struct timex *t)
{
	struct date a = { t->m.has & HAS_YEAR ? t->m.year : 2000, t->m.month,
		t->m.day };
	struct date b = { a.year, t->to.month, t->to.day };

	if (near_inside(p, t))
		return false;
	if (t->m.op == OP_REL && t->m.unit == UNIT_MONTH)
		return t->m.day < t->to.day;
	if (!(t->m.has & HAS_MONTH))
		return false;
	if (t->m.has & HAS_SHORT_YEAR)
		a.year = b.year = 2000;
	if (lexeme_is(p, t->end, WHEN_DIGITS) && !(t->m.has & HAS_YEAR))
		return false;
	if (near_text(p, t->end, ":") && !spaced(p, t->end) &&
	    lexeme_is(p, t->end + 1, WHEN_MI))
		return false;
	return calendar_valid(a) && calendar_valid(b) &&
	    t->m.day < t->to.day;
}

bool
guard_year_range(const struct place *p, const struct timex *t)
{
	return t->to.year > t->m.year && !near_inside(p, t) &&
	    !near_labelled(p, t->first) && !guard_counts(p, t->end) &&
	    t->m.year >= MODERN_LEAST && t->m.year <= MODERN_MOST &&
	    !spaced(p, t->first + 1);
}

/* The month that a shared day has, behind the match. */
static uint32_t
month_behind(const struct place *p, const struct timex *t)
{
	uint32_t at = t->end;

	while (at < t->seen && !lexeme_is(p, at, WHEN_MONTH))
		at++;
	return at;
}

/* "29 and 30 July" */
bool
guard_shared_day(const struct place *p, const struct timex *t)
{
	return (t->to.has & HAS_MONTH) && t->m.day < t->to.day &&
	    calendar_valid((struct date){ 2000, t->to.month, t->to.day }) &&
	    near_capital(p, month_behind(p, t)) && !near_labelled(p, t->first);
}

/* "from September to December 2015" */
bool
guard_shared_month(const struct place *p, const struct timex *t)
{
	return near_capital(p, month_behind(p, t)) &&
	    (t->to.has & HAS_YEAR) && t->m.month <= t->to.month;
}

bool
guard_between(const struct place *p, const struct timex *t)
{
	return near_after(p, t->first, "between from");
}

/* "30 September 420" */
bool
guard_early_year(const struct place *p, const struct timex *t)
{
	return near_sign(p, t->end) && !near_text(p, t->end, ":") &&
	    !near_text(p, t->end, "%");
}

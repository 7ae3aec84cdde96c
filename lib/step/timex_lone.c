/* timex_lone - a year, a month, a weekday, a season or a feast that stands
 * alone: the word before or behind it must say that it is one */
#include "timex_guard.h"
#include "timex_near.h"

enum { YEAR_LEAST = 1000, YEAR_MOST = 2200, MODERN_LEAST = 1700,
	MODERN_MOST = 2100, YEAR_NAMED = 2060 };

static const char before_years[] =
    "in since until till by before after from during through throughout "
    "between around circa early mid late to and or of for about than as "
    "year spring summer autumn fall winter ca c";

/* Whether the lexeme is a year in a list or a range with the one at `at`. */
static bool
year_beside(const struct place *p, uint32_t at, bool before)
{
	if (before)
		return at >= 2 && lexeme_is(p, at - 2, WHEN_YYYY) &&
		    (near_one_of(p, at - 1, ", and or to /") ||
			lexeme_is(p, at - 1, WHEN_DASH));
	return lexeme_is(p, at + 1, WHEN_YYYY) &&
	    (near_one_of(p, at, ", and or to / until through") ||
		lexeme_is(p, at, WHEN_DASH));
}

/* Whether a number of four digits is followed by what it counts. */
bool
guard_counts(const struct place *p, uint32_t end)
{
	if (lexeme_is(p, end, WHEN_COUNTED) || lexeme_is(p, end, WHEN_UNIT) ||
	    lexeme_is(p, end, WHEN_UNITS) || lexeme_is(p, end, WHEN_SCALE))
		return true;
	return near_one_of(p, end, "% $ \xe2\x82\xac \xc2\xb0 \xc2\xa3") ||
	    (lexeme_is(p, end, WHEN_DASH) && !spaced(p, end) &&
		near_word(p, end + 1) && !spaced(p, end + 1) &&
		lexeme_is(p, end + 1, WHEN_COUNTED));
}

/* "2024-13-01" is no date, so 2024 is none. */
static bool
year_of_none(const struct place *p, uint32_t end)
{
	return lexeme_is(p, end, WHEN_DASH) && !spaced(p, end) &&
	    lexeme_is(p, end + 1, WHEN_DIGITS) && !spaced(p, end + 1) &&
	    lexeme_is(p, end + 2, WHEN_DASH) && !spaced(p, end + 2) &&
	    lexeme_is(p, end + 3, WHEN_DIGITS);
}

/* A bare number of four digits. */
static bool
lone_year(const struct place *p, const struct timex *t)
{
	uint32_t at = t->first, end = t->end;
	int year = t->m.year;

	if (near_inside(p, t) && !((lexeme_is(p, end, WHEN_DASH) &&
		year_beside(p, end, false)) || (at > 0 &&
		lexeme_is(p, at - 1, WHEN_DASH) && year_beside(p, at, true))))
		return false;
	if (guard_counts(p, end) || near_labelled(p, at) || year > YEAR_MOST ||
	    year_of_none(p, end))
		return false;
	if (!lexeme_is(p, at, WHEN_YYYY) && !(t->m.has & HAS_SHORT_YEAR))
		return year >= 1100 && year < YEAR_MOST && at > 0 &&
		    near_after(p, at, "in since by until of from year");
	if (t->m.has & HAS_SHORT_YEAR)
		return near_after(p, at, "in since by until from of late early"
		    " class summer spring autumn fall winter before after");
	if (year_beside(p, at, true) || year_beside(p, end, false))
		return year >= YEAR_LEAST;
	if (near_after(p, at, "of for to and or as than about"))
		return year >= MODERN_LEAST && year <= MODERN_MOST;
	if (near_after(p, at, before_years) || (near_text(p, end, "or") &&
		near_one_of(p, end + 1, "later after earlier before") &&
		near_sign(p, end + 2)))
		return true;
	if (year < MODERN_LEAST || year > MODERN_MOST)
		return false;
	if (near_after(p, at, "( ,") || (near_after(p, at, ".") && at > 1 &&
		p->l[at - 2].end - p->l[at - 2].start <= 3))
		return near_one_of(p, end, ") , ; : .") || end == p->count ||
		    lexeme_is(p, end, WHEN_DASH);
	if (near_capital(p, at - 1) && year <= YEAR_NAMED && !near_after(p, at,
	    "boeing airbus windows flight unit") &&
	    (p->l[at - 1].flags & TOKEN_LOWERS) &&
	    (near_capital(p, end) || near_one_of(p, end, "in at on with and to "
		"when for was were is has that who as which 's "
		"\xe2\x80\x99s")))
		return year >= 1900;
	if (near_after(p, at, "the a this that his her its their our my "
		"fiscal 's \xe2\x80\x99s"))
		return near_word(p, end) && !near_one_of(p, end, "is was has "
		    "had in on at by and or but to for with as from") &&
		    (year >= 1900 || p->text.s[p->l[end].end - 1] != 's');
	if (near_after(p, at, "ended began started finished opened entered "
		"closed end begin start finish enter"))
		return year >= 1900 && (near_sign(p, end) || near_one_of(p,
		    end, "with on in at as up down by and having"));
	if (at == 0 && end == p->count)
		return true;
	if (at == 0 || near_after(p, at, ". \" \xe2\x80\x9c , :"))
		return year >= 1800 && (near_one_of(p, end, ", : was saw and")
		    || near_capital(p, end) || lexeme_is(p, end, WHEN_DASH) ||
		    end == p->count);
	/* a proper name with its year: "Brexit 2016", "the Olympics 2012" */
	return year >= 1900 && near_capital(p, at - 1) &&
	    near_sign(p, end) && !near_text(p, end, "'") &&
	    (p->l[at - 1].flags & TOKEN_LOWERS);
}

static const char before_months[] =
    "in since until till by from through throughout during before after last "
    "next of early late mid this for between to every each mid-";

/* What is told of a month: "June sales rose", where June could be a woman. */
static bool
month_figures(const struct place *p, uint32_t at, bool verb)
{
	uint32_t end = at + 1;

	if (!verb && near_after(p, at, "the a its 's their our this "
		"\xe2\x80\x99s") && near_word(p, end) &&
	    !near_capital(p, end) && !near_one_of(p, end, "of on to in and or "
		"for was is has had will would can could from with by at "
		"through against that who which be as said says"))
		return true;
	if (near_one_of(p, end, "retail consumer producer industrial factory "
		"housing auto car new crude home wholesale durable trade"))
		end++;
	return near_one_of(p, end, "sales figures data results output report "
	    "reports numbers election elections inflation unemployment jobs "
	    "orders delivery production exports imports prices profits "
	    "earnings futures contract meeting vote deadline referendum "
	    "summit payrolls deficit surplus starts");
}

/* A bare month. */
static bool
lone_month(const struct place *p, const struct timex *t)
{
	uint32_t at = t->first, end = t->end;
	const struct word *w = lexeme_entry(p, at, WHEN_MONTH);
	bool capital = p->l[at].flags & TOKEN_UPPER;
	bool strong = w->more[0] == 's', name = w->more[0] == 'n';
	bool led = near_after(p, at, before_months);
	uint32_t n = p->l[at].end - p->l[at].start;

	if ((near_inside(p, t) && !(at > 1 &&
		lexeme_is(p, at - 1, WHEN_DASH) &&
		lexeme_is(p, at - 2, WHEN_MONTH))) || near_labelled(p, at))
		return false;
	if (lexeme_is(p, end, WHEN_DIGITS) && p->l[end].value < 100)
		return false; /* February 30 */
	if (near_text(p, end, "'s") && near_capital(p, end + 1) && name)
		return false;
	if (end - at == 2) /* "Sept." */
		return capital && (led || near_sign(p, end));
	if (!capital && (near_after(p, at, "between from")
		? near_one_of(p, end, "and to") &&
		    lexeme_is(p, end + 1, WHEN_MONTH)
		: near_after(p, at, "and to") && at > 1 &&
		    lexeme_is(p, at - 2, WHEN_MONTH)))
		return true;
	if (!capital)
		return near_after(p, at, "in since until during till") &&
		    !near_one_of(p, end, "be of to the") &&
		    (!strong || near_sign(p, end));
	if (at > 0 && lexeme_is(p, at - 1, WHEN_TITLE))
		return false;
	if (at > 0 && near_name(p, at - 1) && (strong || name) && !led)
		return false;
	if (strong || name || n <= 3) {
		if (near_capital(p, end) && !lexeme_is(p, end, WHEN_WEEKDAY) &&
		    !lexeme_is(p, end, WHEN_MONTH))
			return false;
		if (led)
			return !lexeme_is(p, end, WHEN_FUTURE) || !strong;
		if (n >= 3 && month_figures(p, at, strong))
			return true;
		if (at > 1 && lexeme_is(p, at - 2, WHEN_MONTH) &&
		    near_one_of(p, at - 1, "and or to , /"))
			return true;
		if (at > 0 && lexeme_is(p, at - 1, WHEN_DASH) && at > 1 &&
		    lexeme_is(p, at - 2, WHEN_MONTH))
			return true;
		return lexeme_is(p, end + 1, WHEN_MONTH) &&
		    (near_one_of(p, end, "and or to ,") ||
			lexeme_is(p, end, WHEN_DASH));
	}
	return true;
}

/* A bare weekday. */
static bool
lone_weekday(const struct place *p, const struct timex *t)
{
	uint32_t at = t->first, end = t->end;
	const struct word *w = lexeme_entry(p, at, WHEN_WEEKDAY);
	uint32_t n = p->l[at].end - p->l[at].start;

	if (near_inside(p, t))
		return false;
	if (!w)
		return true;
	if (at == 0 && end + near_text(p, end, ".") == p->count)
		return true; /* all of the text: a cell of a table */
	if (n <= 5) { /* an abbreviation */
		if (!(p->l[at].flags & TOKEN_UPPER) || near_capital(p, end))
			return false;
		if (w->more[0] == 's' && !near_text(p, at + 1, "."))
			return near_after(p, at, "on last next since until by")
			    && near_sign(p, end);
		return true;
	}
	if (near_after(p, at, "the a") && near_capital(p, end) &&
	    !lexeme_is(p, end, WHEN_MONTH))
		return false;
	if (near_capital(p, end) && (lexeme_is(p, end, WHEN_MASTHEAD) ||
		(lexeme_is(p, end, WHEN_PART) && near_capital(p, end + 1))))
		return false; /* Sunday Mirror, Saturday Evening Post */
	return !(at > 0 && near_name(p, at - 1) && near_capital(p, end));
}

static bool
lone_season(const struct place *p, const struct timex *t)
{
	uint32_t at = t->end - 1;
	const struct word *w = lexeme_entry(p, at, WHEN_SEASON);
	bool strong = w && w->more[0] == 's', the = at > t->first;

	if (near_capital(p, at) && (near_capital(p, t->end) ||
	    (t->first > 0 && near_name(p, t->first - 1)) || at > 1))
		return false;
	if (near_one_of(p, t->end, "season school break camp home water palace "
		"olympics games sun of"))
		return false;
	if (the)
		return !strong || near_after(p, t->first, "in during since by "
		    "until for through of");
	return near_after(p, t->first, "in during since by until every each "
	    "before after") && !(strong && near_one_of(p, t->end, "of to"));
}

/* What a name hides: "Good Friday Agreement" is one, "Easter Island". */
static bool
lone_holiday(const struct place *p, const struct timex *t)
{
	uint32_t last = t->end - 1;

	if (near_inside(p, t) && !near_text(p, t->first, "9"))
		return false;
	if (lexeme_is(p, last, WHEN_YYYY))
		return true;
	if (!near_capital(p, t->first) && near_one_of(p, t->first, "lent "
		"assumption epiphany pascha tet"))
		return false;
	/* "New Year"; those of others have names of their own */
	if (t->end - t->first == 2 && near_text(p, t->first, "new") &&
	    (!near_capital(p, t->first) ||
		!near_capital(p, last) || near_capital(p, t->end) ||
		(t->first > 0 && near_name(p, t->first - 1))))
		return false;
	if (near_text(p, t->first, "9"))
		return near_sign(p, t->end) || near_after(p, t->first,
		    "of since before after the on during");
	return !near_capital(p, t->end) || !near_one_of(p, t->end,
	    "island islands agreement parade revolution rising carol accords");
}

bool
guard_lone(const struct place *p, const struct timex *t)
{
	uint32_t has = t->m.has & ~(uint32_t)HAS_SHORT_YEAR;

	if (t->m.more && t->m.more[0] == 't' && t->m.op == OP_REL)
		return t->m.unit == UNIT_WEEKEND && near_after(p, t->first,
		    "over during at through throughout on for until by after "
		    "before since");
	if (t->m.op == OP_NONE) {
		if (has == HAS_YEAR && near_text(p, t->first, "the"))
			return true;
		if (has == HAS_YEAR)
			return lone_year(p, t);
		if (has == HAS_MONTH)
			return lone_month(p, t);
		if (has == HAS_SEASON)
			return lone_season(p, t);
		if (has == HAS_WEEKDAY)
			return lone_weekday(p, t);
	}
	if (has & HAS_HOLIDAY)
		return lone_holiday(p, t);
	if (has == HAS_DECADE && t->m.op == OP_NONE &&
	    lexeme_is(p, t->end - 1, WHEN_DECADE))
		return near_text(p, t->first, "the") && !near_after(p, t->first,
		    "his her their in's");
	if (t->m.op == OP_DEICTIC) {
		if (near_name(p, t->first) && (near_capital(p, t->end) ||
			lexeme_is(p, t->end, WHEN_MASTHEAD) ||
			near_name(p, t->first - 1)))
			return false;
		return !(near_name(p, t->first) && near_text(p, t->end, "'s")
		    && near_capital(p, t->end + 1) && false);
	}
	if (near_inside(p, t) && !(has & (HAS_HOUR | HAS_DAY)) &&
	    t->m.op != OP_NUMERIC)
		return false;
	return true;
}


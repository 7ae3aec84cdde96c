/* quantity_guard - numbers that are no figures
 *
 * Names (Boeing 737, Article 5, S-300, Group of Seven), codes (A320, 0883.HK,
 * a telephone number, an address on the net), dates and times, ordinals and
 * ones that count nothing ("no one", "at first"). Each rule is a row of a
 * table; the first that holds drops the figure. With .all only what is part
 * of a date or of another number is dropped. */
#include "figure.h"

/* What a figure is, so that most rules need not be asked. */
enum trait {
	FIGURES = 1, /* written in figures      */
	WORDS = 2,   /* written in words        */
	UNITLESS = 4 /* without unit or currency */
};

struct rule {
	const char *name;
	bool (*holds)(const struct passage *p, const struct figure *f);
	unsigned traits; /* all of which it must have */
};

static const struct token *
token(const struct passage *p, size_t i)
{
	return &p->t[i];
}

/* It hangs on a word: A320, S-300, mid-30s, @5, x=5. */
static bool
glued_before(const struct passage *p, const struct figure *f)
{
	size_t i = f->first;
	uint32_t c;

	if (!i || !figure_touches(p, i) || f->flags & FIGURE_PREFIXED)
		return false;
	if (figure_is_word(p, i - 1))
		return !figure_digits(f) || !figure_is(p, i - 1, "'s");
	c = figure_sign(p, i - 1);
	if (c == '#' || c == '@' || c == '_' || c == '=' || c == '&' ||
	    c == '?' || c == '%' || c == '/' || c == '\\')
		return true;
	if (i < 2 || !figure_touches(p, i - 1))
		return false;
	if (figure_is_hyphen(c) && c != 0x2013 && c != 0x2014)
		return figure_is_word(p, i - 2);
	return c == '.' && figure_is_word(p, i - 2) &&
	       token(p, i - 2)->end - token(p, i - 2)->start < 4;
}

/* A word hangs on it that is no unit: 777F, 20s, one-time, 5-a-side. */
static bool
glued_behind(const struct passage *p, const struct figure *f)
{
	static const char *const tails[] = { "on", "off", "time", "way", "to",
		"sided", "handed", "and", "in", "up", "a", "ever", "something",
		"hand", "class", "rate", "world", "party", "fold", "of", "for",
		"th", "person", "footed", "out", "down", "all", "by" };
	size_t i = f->end, k;

	if (!figure_touches(p, i))
		return false;
	if (figure_is_word(p, i))
		return figure_text(p, i).s[0] != '\'';
	if (!figure_is_hyphen(figure_sign(p, i)) || !figure_touches(p, i + 1))
		return false;
	if (f->n.kind == NUMERAL_ORDINAL || f->n.kind == NUMERAL_FRACTION ||
	    f->n.kind == NUMERAL_VAGUE || f->n.kind == NUMERAL_MULTIPLE)
		return figure_is_word(p, i + 1);
	if (figure_is(p, f->first, "one"))
		return true;
	for (k = 0; k < sizeof tails / sizeof *tails; k++)
		if (figure_is(p, i + 1, tails[k]))
			return true;
	return figure_is_upper(p, i + 1) ||
	       (str_ends(figure_text(p, i + 1), STR("ed")) &&
		   !str_ends(figure_text(p, i + 1), STR("bed")));
}

/* More digits hang on it: 192.168.1.2, 555-0199, 5:04, 24/07/2024. */
static bool
part_of_code(const struct passage *p, const struct figure *f)
{
	size_t i = f->end;
	uint32_t c = figure_sign(p, i);

	if (c && figure_touches(p, i) && figure_touches(p, i + 1) &&
	    i + 1 < p->count && token(p, i + 1)->type == TOKEN_NUMBER &&
	    (c == '.' || c == ':' || c == '/' || c == '_' || c == ',' ||
		figure_is_hyphen(c)))
		return true;
	i = f->first;
	if (i < 2 || !figure_touches(p, i) || !figure_touches(p, i - 1) ||
	    f->flags & FIGURE_PREFIXED)
		return false;
	c = figure_sign(p, i - 1);
	return (c == '.' || c == ':' || c == '/' || c == '-' || c == ',') &&
	       token(p, i - 2)->type == TOKEN_NUMBER;
}

/* The groups of a telephone number: +44 20 7946 0958. */
static bool
part_of_phone(const struct passage *p, const struct figure *f)
{
	size_t i = f->first, groups = 1, from, to;

	if (f->kind == FIGURE_SCORE)
		return false;
	for (from = i; from > 0 && from + 12 > i; from--) {
		uint32_t c = figure_sign(p, from - 1);

		if (token(p, from - 1)->type == TOKEN_NUMBER)
			groups++;
		else if (c != '-' && c != ' ' && c != '(' && c != ')' &&
			 c != '.')
			break;
	}
	if (from && figure_sign(p, from - 1) == '+' && figure_touches(p, from))
		return true;
	for (to = f->n.end; to < p->count && to < i + 12; to++) {
		uint32_t c = figure_sign(p, to);

		if (token(p, to)->type == TOKEN_NUMBER)
			groups++;
		else if (c != '-' && c != '(' && c != ')' && c != '.')
			break;
	}
	if (i && figure_sign(p, i - 1) == '(' &&
	    figure_sign(p, f->end) == ')' && f->end + 1 < p->count &&
	    p->t[f->end + 1].type == TOKEN_NUMBER)
		return true; /* (555) 123-4567 */
	return groups > 3 && !(f->n.flags & NUMERAL_GROUPED);
}

static bool
zero_led(const struct passage *p, const struct figure *f)
{
	(void)p;
	return f->n.flags & NUMERAL_ZERO && !(f->n.flags & NUMERAL_POINTED) &&
	       f->kind != FIGURE_SCORE && f->kind != FIGURE_MONEY;
}

static bool
year(const struct passage *p, const struct figure *f)
{
	const struct word *w;
	uint64_t n;
	size_t edge;

	if (!figure_is_year(p, f) || f->kind == FIGURE_MULTIPLE)
		return false;
	decimal_whole(f->n.value, &n);
	if (f->flags & FIGURE_MADE && f->kind != FIGURE_RATIO)
		return decimal_against(&f->high, 2100) <= 0 &&
		       (n >= 1900 || !figure_is_plural(p, f->end));
	if (figure_class(p, &p->w->noun, f->end) == NOUN_PERSON)
		return false;
	if (!figure_is_plural(p, f->end) && !figure_is_plural(p, f->end + 1))
		return true;
	w = figure_behind(p, &p->w->qualifier, f->first, 5, &edge);
	if (w && w->class != QUALIFIER_NONE)
		return false;
	return n >= 1900;
}

/* A word before it makes it a name: Article 5, page 4, No. 10. */
static bool
numbered(const struct passage *p, const struct figure *f)
{
	size_t at = f->first, edge;
	const struct word *w;
	bool few = !figure_digits(f) && f->n.value.n <= 1;

	if (f->kind == FIGURE_ORDINAL || !at ||
	    f->kind == FIGURE_MULTIPLE || f->n.flags & NUMERAL_SCALED ||
	    f->n.kind == NUMERAL_VAGUE || f->n.kind == NUMERAL_FRACTION)
		return false;
	if (figure_sign(p, at - 1) == 0x2116)
		return true;
	w = figure_behind(p, &p->w->guard, at, 2, &edge);
	if (!w || !*figure_text(p, edge).s)
		return false;
	if (w->class == GUARD_BEFORE)
		return !(f->kind == FIGURE_SCORE) &&
		       (figure_digits(f) || few) &&
		       (figure_is_upper(p, edge) || w->text[1]) &&
		       !(figure_sign(p, at - 1) == '.' &&
			   !figure_is(p, edge, "no") &&
			   !figure_is_upper(p, at) && w->text[1] == '\0');
	if (w->class == GUARD_CAPITAL)
		return figure_is_upper(p, edge) ||
		       (few && !figure_is_plural(p, f->end) &&
			   figure_digits(f));
	return false;
}

/* Of the Group of Seven. */
static bool
of_group(const struct passage *p, const struct figure *f)
{
	size_t at = f->first;

	return at >= 2 && figure_is(p, at - 1, "of") &&
	       (figure_is_upper(p, at - 2) &&
		   (figure_is(p, at - 2, "group") ||
		       figure_is(p, at - 2, "gang")));
}

/* The same as a figure that was dropped: Articles 5 and 6. */
static bool
next_in_list(const struct passage *p, const struct figure *f)
{
	const struct figure *last;
	size_t i;

	if (f == p->f || !figure_is_bare(f))
		return false;
	last = f - 1;
	if (!(last->flags & FIGURE_DROPPED) || !last->rule ||
	    !figure_digits(last) ||
	    !str_eq(str_of(last->rule), STR("numbered")))
		return false;
	for (i = last->end; i < f->first; i++)
		if (!figure_is(p, i, "and") && !figure_is(p, i, "or") &&
		    !figure_is(p, i, "to") && !figure_is(p, i, ",") &&
		    !figure_is_hyphen(figure_sign(p, i)))
			return false;
	return true;
}

/* A name before it: Boeing 737, Windows 10, the Nasdaq 100. */
static bool
named(const struct passage *p, const struct figure *f)
{
	size_t at = f->first;
	int c;

	if (!figure_is_bare(f) || f->kind == FIGURE_ORDINAL || !at ||
	    !figure_is_upper(p, at - 1) || f->flags & FIGURE_MADE)
		return false;
	c = figure_class(p, &p->w->noun, at - 1);
	if ((c == NOUN_STOP || c == NOUN_VERB) &&
	    !(token(p, at - 1)->flags & TOKEN_CAPITALS))
		return false;
	if (f->n.flags & NUMERAL_POINTED && !figure_is_upper(p, at - 1))
		return false;
	if (figure_begins_sentence(p, at - 1) &&
	    !(token(p, at - 1)->flags & TOKEN_CAPITALS) &&
	    figure_class(p, &p->w->event, at - 1))
		return false;
	return !figure_is_plural(p, f->end);
}

/* A number word that is written as a name is: Formula One, the Big Ten. */
static bool
titled(const struct passage *p, const struct figure *f)
{
	size_t i = f->n.first;

	if (!figure_is_upper(p, i) || figure_begins_sentence(p, i))
		return false;
	return figure_is_upper(p, i - 1) || figure_is_upper(p, f->end) ||
	       !figure_is_word(p, f->end);
}

/* Houses and zip codes: 1600 Pennsylvania Avenue. */
static bool
address(const struct passage *p, const struct figure *f)
{
	static const char *const words[] = { "street", "st", "avenue", "ave",
		"road", "rd", "boulevard", "blvd", "drive", "dr", "lane",
		"place", "square", "way", "court", "terrace", "highway",
		"parkway", "plaza" };
	size_t i, k;

	if (!figure_is_bare(f))
		return false;
	for (i = f->end; i < f->end + 4 && figure_is_upper(p, i); i++)
		for (k = 0; k < sizeof words / sizeof *words; k++)
			if (i > f->end && figure_is(p, i, words[k]))
				return true;
	return false;
}

/* Whether a parenthesis is open before a token. */
static bool
opened(const struct passage *p, size_t at)
{
	size_t i;

	for (i = at; i > 0 && i + 20 > at; i--)
		if (figure_sign(p, i - 1) == '(')
			return true;
		else if (figure_sign(p, i - 1) == ')')
			return false;
	return false;
}

/* [12], [2, 3], [8-11] */
static bool
cited(const struct passage *p, const struct figure *f)
{
	size_t i, j;

	for (i = f->first; i > 0 && i + 10 > f->first; i--)
		if (figure_sign(p, i - 1) == '[')
			break;
		else if (p->t[i - 1].type == TOKEN_WORD)
			return false;
	for (j = f->end; j < p->count && j < f->end + 10; j++)
		if (figure_sign(p, j) == ']')
			return i && i + 10 > f->first;
		else if (p->t[j].type == TOKEN_WORD)
			return false;
	return false;
}

/* "1." of a list, "[12]", "(3)". */
static bool
list_number(const struct passage *p, const struct figure *f)
{
	uint32_t before = f->first ? figure_sign(p, f->first - 1) : 0;
	uint32_t behind = figure_sign(p, f->end);

	if (!figure_is_bare(f) || f->n.flags & NUMERAL_POINTED)
		return false;
	if (!f->first && (behind == '.' || behind == ')') &&
	    f->end + 1 < p->count)
		return true;
	if (p->count == f->n.end - f->n.first)
		return true; /* alone: a cell of a table */
	if (behind == ')' && before != '(' && figure_touches(p, f->end) &&
	    f->kind == FIGURE_NUMBER && !opened(p, f->first))
		return true;
	return (before == '(' && behind == ')' && f->n.value.n <= 1 &&
		decimal_against(&f->n.value, 30) < 0 &&
		f->kind == FIGURE_NUMBER);
}

/* Which one, no one. */
static bool
no_one(const struct passage *p, const struct figure *f)
{
	return f->kind == FIGURE_NUMBER && f->first &&
	       figure_is(p, f->n.first, "one") && f->n.end == f->n.first + 1 &&
	       (figure_is(p, f->first - 1, "which") ||
		   figure_is(p, f->first - 1, "no"));
}

static const struct rule always[] = {
	{ "date", figure_is_date, UNITLESS },
	{ "clock", figure_is_clock, 0 },
	{ "pronoun", no_one, WORDS },
};

static const struct rule rules[] = {
	{ "glued", glued_before, 0 },
	{ "glued", glued_behind, UNITLESS },
	{ "code", part_of_code, 0 },
	{ "phone", part_of_phone, FIGURES | UNITLESS },
	{ "zero", zero_led, FIGURES },
	{ "year", year, FIGURES | UNITLESS },
	{ "numbered", numbered, UNITLESS },
	{ "numbered", next_in_list, FIGURES | UNITLESS },
	{ "group", of_group, 0 },
	{ "named", named, FIGURES | UNITLESS },
	{ "titled", titled, WORDS | UNITLESS },
	{ "address", address, FIGURES | UNITLESS },
	{ "list", list_number, FIGURES | UNITLESS },
	{ "list", cited, FIGURES | UNITLESS },
};

/* The first of some rules by which a figure is none; NULL if none holds. */
static const struct rule *
broken(const struct passage *p, const struct figure *f,
    const struct rule *r, size_t count)
{
	const struct rule *end = r + count;
	unsigned traits = (figure_digits(f) ? FIGURES : WORDS) |
	    (f->unit.n ? 0 : UNITLESS);

	for (; r < end; r++)
		if (!(r->traits & ~traits) && r->holds(p, f) &&
		    !(p->o->years && r->holds == year))
			return r;
	return NULL;
}

/* Whether a figure is none; f->rule says why. */
static bool
is_none(const struct passage *p, struct figure *f)
{
	const struct rule *r;
	const char *idle;

	if (f->flags & FIGURE_DROPPED ||
	    broken(p, f, always, sizeof always / sizeof *always))
		return true;
	if (p->o->all)
		return false;
	r = broken(p, f, rules, sizeof rules / sizeof *rules);
	idle = r ? r->name : figure_is_idle(p, f);
	f->rule = idle ? idle : f->rule;
	return idle != NULL;
}

/* A tail that hangs on a hyphen belongs to the figure: 52-seat. */
static void
take_tail(struct passage *p, struct figure *f)
{
	if (f->unit.n || f->kind != FIGURE_NUMBER ||
	    !figure_is_hyphen(figure_sign(p, f->end)) ||
	    !figure_touches(p, f->end) || !figure_touches(p, f->end + 1) ||
	    !figure_is_word(p, f->end + 1))
		return;
	if (figure_is(p, f->end + 1, "plus") ||
	    figure_is(p, f->end + 1, "odd")) { /* 500-plus, 40-odd */
		f->mod = figure_is(p, f->end + 1, "odd") ? "~" : ">";
		f->end += 2;
		return;
	}
	if (!figure_is(p, f->end + 1, "strong")) {
		f->noun = f->end + 1;
		f->noun_end = f->end + 2;
	}
	f->end += 2;
	f->flags |= FIGURE_HYPHEN;
}

void
figure_guard(struct passage *p)
{
	size_t i;

	for (i = 0; i < p->n; i++)
		if (is_none(p, &p->f[i]))
			p->f[i].flags |= FIGURE_DROPPED;
		else
			take_tail(p, &p->f[i]);
}

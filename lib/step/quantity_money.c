/* quantity_money - currencies, before and behind a numeral
 *
 *   money = currency numeral [letter] | numeral [letter] currency
 *
 * Symbols, names with and without nationality, and the codes of ISO 4217 stand
 * in the list currency. Cents behind dollars are added to them. */
#include "figure.h"

static struct str
dollars(const struct passage *p, const struct word *w)
{
	bool bare = *w->text == '$' || str_eq(str_of(w->text), STR("dollar")) ||
		    str_eq(str_of(w->text), STR("cent"));

	if (bare && p->o->dollar)
		return str_of(p->o->dollar);
	return str_of(w->more);
}

static bool
is_capitals(const struct passage *p, size_t i)
{
	return p->t[i].flags & TOKEN_CAPITALS &&
	       !(p->t[i].flags & TOKEN_LOWERS);
}

/* Whether a code is written as one; in lower case when all is asked for. */
static bool
is_code(const struct passage *p, size_t i)
{
	return is_capitals(p, i) || (p->o->all && figure_text(p, i).n == 3);
}

/* The code of an abbreviation, spelled as it must be: Rs, RM. */
static struct str
marked(const struct passage *p, const struct word *w, size_t from, size_t to)
{
	return figure_spelled(str_of(w->more),
	    str_slice(p->text, p->t[from].start, p->t[to - 1].end));
}

/* The code that a word of the list means where it stands. */
static struct str
code_of(const struct passage *p, const struct word *w)
{
	struct str more = str_of(w->more);

	if (w->class == CURRENCY_MARK)
		return str_slice(more, more.n - 3, more.n);
	return dollars(p, w);
}

/* Whether a number is long enough to be no part of a name: COP 27. */
static bool
is_amount(const struct passage *p, size_t at)
{
	struct str s = figure_text(p, at);

	return s.n > 2 || figure_sign(p, at + 1) == '.' ||
	       figure_sign(p, at + 1) == ',';
}

/* The currency before a numeral, and the token that it begins with. */
static const struct word *
currency_before(const struct passage *p, size_t at, size_t *begin)
{
	size_t most, i;
	const struct word *w;

	for (most = 5; most; most = at - *begin - 1) {
		w = figure_behind(p, &p->w->currency, at, most, begin);
		if (!w)
			return NULL;
		i = *begin;
		if (w->class == CURRENCY_SYMBOL) {
			if (i == at - 1 || p->t[i].type != TOKEN_WORD ||
			    p->t[i].flags & TOKEN_UPPER || p->o->all)
				return w;
		} else if (w->class == CURRENCY_CODE) {
			if (is_code(p, i))
				return w;
		} else if (w->class == CURRENCY_CODEWORD) {
			if (is_capitals(p, i) && is_amount(p, at))
				return w;
		} else if (w->class == CURRENCY_MARK) {
			if (marked(p, w, i, at).n &&
			    (w->text[1] || is_amount(p, at)))
				return w;
		} else if (w->class == CURRENCY_NAME &&
			   (p->o->all || at - i > 1) &&
			   !(i && p->t[i - 1].type == TOKEN_NUMBER)) {
			return w;
		}
	}
	return NULL;
}

/* Whether pounds weigh here: ounces, "pounds of meat", a word like "weigh". */
static bool
is_mass(const struct passage *p, const struct figure *f, size_t end)
{
	size_t i = f->first > 12 ? f->first - 12 : 0;

	if (figure_is(p, end, "of") && f->kind != FIGURE_MONEY)
		return true;
	for (; i < p->count && i < end + 8; i++)
		if (figure_class(p, &p->w->noun, i) == NOUN_MASS)
			return true;
	return false;
}

/* The currency behind a numeral, and the token after it. */
static const struct word *
currency_behind(
    const struct passage *p, const struct figure *f, size_t at, size_t *end)
{
	bool touches = figure_touches(p, at);
	size_t most;
	const struct word *w;

	for (most = 6; most; most = *end - at - 1) {
		w = figure_ahead(p, &p->w->currency, at, most, end);
		if (!w)
			return NULL;
		switch (w->class) {
		case CURRENCY_CODE:
			if (is_code(p, at) &&
			    (touches || *end >= p->count ||
				!figure_touches(p, *end) ||
				p->t[*end].type != TOKEN_NUMBER))
				return w;
			break;
		case CURRENCY_CODEWORD:
			if (is_capitals(p, at))
				return w;
			break;
		case CURRENCY_SYMBOL:
			if (touches || *end >= p->count ||
			    p->t[*end].type != TOKEN_NUMBER)
				return w;
			break;
		case CURRENCY_MARK:
			if ((touches || p->o->all || w->text[1]) &&
			    marked(p, w, at, *end).n)
				return w;
			break;
		case CURRENCY_MINOR:
			if (w->text[1] || touches || p->o->all ||
			    (unsigned char)*w->text >= 0x80)
				if (w->text[1] ||
				    !(p->t[at].flags & TOKEN_UPPER))
					return w;
			break;
		default:
			if (str_eq(str_of(w->text), STR("pound")) &&
			    is_mass(p, f, *end))
				return NULL;
			if (p->t[at].flags & TOKEN_UPPER && *end == at + 1 &&
			    !p->o->all && f->n.kind == NUMERAL_ORDINAL)
				return NULL;
			return w;
		}
	}
	return NULL;
}

/* The power of ten of a letter that only money has: $5m, $2t. */
static int
money_letter(const struct passage *p, size_t i)
{
	if (figure_is(p, i, "m"))
		return 6;
	if (figure_is(p, i, "t"))
		return 12;
	return 0;
}

/* Cents behind dollars: [and] numeral [cents]. */
static void
read_cents(struct passage *p, struct figure *f)
{
	size_t at = f->end, end;
	bool joined = figure_is(p, at, "and");
	const struct word *w;
	struct numeral n;

	at += joined;
	if (f->n.flags & NUMERAL_POINTED || f->n.power || at >= p->count ||
	    !number_begins(&p->w->strict, p->text, &p->t[at]) ||
	    !number_read(&p->w->strict, p->text, p->t, p->count, at, &n) ||
	    n.first != at || n.kind != NUMERAL_CARDINAL ||
	    decimal_against(&n.value, 100) >= 0)
		return;
	w = currency_behind(p, f, n.end, &end);
	if (w && w->class == CURRENCY_MINOR) {
		n.value = decimal_shift(n.value, -w->value);
	} else if (p->o->all && !w &&
		   (n.end >= p->count ||
		       (figure_sign(p, n.end) &&
			   !figure_touches(p, n.end + 1)) ||
		       figure_is(p, n.end, "and"))) {
		n.value = decimal_shift(n.value, -2);
		end = n.end;
	} else {
		return;
	}
	f->low = decimal_add(f->low, n.value);
	f->end = end;
}

/* Takes a code with an M before it: 30 MUSD. */
static bool
read_millions(struct passage *p, struct figure *f, size_t at)
{
	struct str s = figure_text(p, at);
	const struct word *w;

	if (s.n != 4 || s.s[0] != 'M')
		return false;
	s = str_slice(s, 1, 4);
	w = lexicon_find(&p->w->currency.list, s,
	    token_hash(
		(struct str){ (char[]){ (char)(s.s[0] | 32),
				  (char)(s.s[1] | 32), (char)(s.s[2] | 32) },
		    3 }));
	if (!w || w->class != CURRENCY_CODE)
		return false;
	f->low = decimal_shift(f->low, 6);
	f->unit = str_of(w->more);
	f->kind = FIGURE_MONEY;
	f->end = at + 1;
	f->rule = "money-code";
	return true;
}

bool
figure_money(struct passage *p, struct figure *f)
{
	size_t begin = f->first, end = f->end, at = f->end;
	const struct word *before = currency_before(p, f->first, &begin);
	const struct word *behind;
	int power = 0;

	if (before && p->n > 1 && begin < p->f[p->n - 2].end)
		before = NULL;
	if (f->n.kind == NUMERAL_ORDINAL)
		return false;
	if (figure_touches(p, at) && p->t[at].type == TOKEN_WORD && !f->n.power)
		power = money_letter(p, at);
	if (!before && power == 12)
		power = 0;
	if (power)
		at++;
	if (figure_is_hyphen(figure_sign(p, at)) && figure_touches(p, at) &&
	    figure_touches(p, at + 1) && figure_is_word(p, at + 1) && !before)
		at++;
	behind = before && before->class != CURRENCY_SYMBOL
		     ? NULL
		     : currency_behind(p, f, at, &end);
	if (before && behind && !str_eq(code_of(p, behind), code_of(p, before)))
		behind = NULL;
	if (!before && !behind)
		return read_millions(p, f, f->end);
	f->kind = FIGURE_MONEY;
	f->rule = before ? "money-before" : "money-behind";
	if (power) {
		f->low = decimal_shift(f->low, power);
		f->high = decimal_shift(f->high, power);
		f->n.power = power;
		f->end++;
	}
	if (before) {
		f->first = begin;
		f->flags |= FIGURE_PREFIXED;
		f->unit = code_of(p, before);
	}
	if (behind) {
		f->end = end;
		f->unit = code_of(p, behind);
		if (behind->class == CURRENCY_MINOR) {
			f->low = decimal_shift(f->low, -behind->value);
			f->high = decimal_shift(f->high, -behind->value);
			f->rule = "money-minor";
			return true;
		}
	}
	read_cents(p, f);
	return true;
}

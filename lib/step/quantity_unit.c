/* quantity_unit - units of measurement and of money, around a numeral
 *
 *   figure  = [currency] numeral [scale letter] [currency | unit] [rate]
 *   unit    = ["square" | "cubic"] name ["squared" | "2" | "²"] ["/" name]
 *   rate    = ("a" | "per" | "/" ...) (name of a time | unit)
 *
 * Names stand in the lists unit and currency with the code that they mean:
 * UCUM, ISO 4217, "%". Abbreviations stand there with the spelling that they
 * must have ("MW" is no "mW"), and short ones, which could be words, must
 * touch the number. */
#include "figure.h"

/* The code of a spelling in a list "MW=MW mW=mW"; empty if it is not there. */
static struct str
spelled(struct str list, struct str spelling)
{
	while (list.n) {
		struct str entry = str_cut(&list, ' '), name;
		size_t equals = entry.n;

		while (equals && entry.s[equals - 1] != '=')
			equals--;
		if (!equals)
			continue;
		name = str_slice(entry, 0, equals - 1);
		if (str_eq(name, spelling))
			return str_slice(entry, equals, entry.n);
	}
	return STR("");
}

static bool
is_dimension(const struct passage *p, size_t i)
{
	static const char *const words[] = { "thick", "long", "wide", "tall",
		"high", "deep", "across", "x", "by" };
	size_t k;

	for (k = 0; k < sizeof words / sizeof *words; k++)
		if (figure_is(p, i, words[k]))
			return true;
	return false;
}

/* Whether C or F against a number is a temperature: 30C, but no Boeing 777F
 * and no 13F filing. */
static bool
is_heat(const struct passage *p, size_t at, size_t end)
{
	static const char *const words[] = { "heat", "heatwave", "weather",
		"temperature", "temperatures", "days", "warming" };
	size_t k;
	int c = figure_class(p, &p->w->noun, end);

	if (at >= 2 && p->t[at - 2].flags & TOKEN_UPPER &&
	    !figure_class(p, &p->w->noun, at - 2) && figure_is_word(p, at - 2))
		return false;
	for (k = 0; k < sizeof words / sizeof *words; k++)
		if (figure_is(p, end, words[k]))
			return true;
	return !figure_is_word(p, end) || c == NOUN_STOP || c == NOUN_VERB;
}

/* Whether a quotation mark closes a quotation: one is open before it. */
static bool
closes(const struct passage *p, size_t at)
{
	size_t i, from = at > 200 ? at - 200 : 0;
	bool open = false;

	for (i = from; i < at; i++)
		if (figure_sign(p, i) == '"')
			open = !open;
	return open;
}

/* Whether a short abbreviation behind a blank is one: "5 m" before a sign, a
 * function word or the end, but not "6.8 in magnitude". */
static bool
is_abbreviation(const struct passage *p, size_t at, size_t end)
{
	struct str s = figure_text(p, at);
	uint32_t next = figure_sign(p, end);
	int c = figure_class(p, &p->w->noun, end);

	if (figure_sign(p, end) == '.' && figure_touches(p, end) &&
	    figure_touches(p, end + 1) && figure_is_word(p, end + 1))
		return false; /* C.P.I. */
	if (s.n == 1 && (s.s[0] == 'C' || s.s[0] == 'F'))
		return figure_touches(p, at) && is_heat(p, at, end);
	if (s.n == 1 && str_index(STR("JNATK"), s.s[0]) < 5)
		return p->o->all;
	if (figure_touches(p, at))
		return true;
	if (is_dimension(p, end) || (p->o->all && figure_is(p, at, "m") &&
	    end < p->count && p->t[end].type == TOKEN_NUMBER))
		return true;
	if (next == '\'' || next == 0x2019 || figure_is_hyphen(next))
		return false;
	if (p->o->all && (end >= p->count || next || figure_is(p, end, "is") ||
	    figure_is(p, end, "or")))
		return true;
	if (s.n == 1 && str_index(STR("mglLtWVN"), s.s[0]) < 8)
		return end >= p->count || next || c == NOUN_STOP;
	return false;
}

/* Whether the abbreviation of an imperial length goes on: 5 ft 2 in. */
static bool
goes_on(const struct passage *p, size_t numeral)
{
	return numeral >= 2 && (figure_is(p, numeral - 1, "ft") ||
	    figure_is(p, numeral - 1, "feet") ||
	    figure_is(p, numeral - 1, "foot"));
}

/* One name of a unit, at a token; its code, and the token after it. */
static struct str
read_name(const struct passage *p, size_t at, size_t numeral, size_t *end,
    int *class)
{
	const struct word *w;
	size_t most;

	for (most = 4; most; most = *end - at - 1) {
		struct str code;

		w = figure_ahead(p, &p->w->unit, at, most, end);
		if (!w)
			return STR("");
		*class = w->class;
		code = str_of(w->more);
		switch (w->class) {
		case UNIT_SYMBOL:
		case UNIT_TIGHT:
			if (!p->o->all && figure_is(p, at, "pm"))
				break;
			code = spelled(code, str_slice(p->text, p->t[at].start,
			    p->t[*end - 1].end));
			if (code.n && (w->class == UNIT_SYMBOL ||
			    is_abbreviation(p, at, *end) ||
			    goes_on(p, numeral)))
				return code;
			break;
		case UNIT_TIGHTPCT:
			if (figure_touches(p, at))
				return code;
			break;
		case UNIT_LOOSE:
		case UNIT_LOOSEPCT:
			if (p->o->all)
				return code;
			break;
		case UNIT_WORD:
			if (!figure_touches(p, at + 1) &&
			    figure_is(p, at, "bar") && p->o->all)
				return code;
			break;
		case UNIT_PER:
			if (at && figure_sign(p, at - 1) == '/')
				return code;
			break;
		case UNIT_MARK:
			if (at && p->t[at - 1].type == TOKEN_NUMBER &&
			    (figure_touches(p, at) || p->o->all) &&
			    !closes(p, at))
				return code;
			break;
		default:
			return code;
		}
	}
	return STR("");
}

/* The power before or behind a unit's name: 0 none, 2 square, 3 cubic. */
static int
power_before(const struct passage *p, size_t at, size_t *end)
{
	*end = at + 1;
	if (figure_is(p, at + 1, ".") && figure_touches(p, at + 1))
		*end = at + 2;
	if (figure_is_hyphen(figure_sign(p, *end)) && figure_touches(p, *end))
		++*end;
	if (figure_is(p, at, "square") || figure_is(p, at, "sq"))
		return 2;
	if (figure_is(p, at, "cubic") || figure_is(p, at, "cu"))
		return 3;
	*end = at;
	return 0;
}

static int
power_behind(const struct passage *p, size_t at, size_t *end)
{
	uint32_t c = figure_sign(p, at);

	*end = at + 1;
	if (figure_is(p, at, "squared"))
		return 2;
	if (figure_is(p, at, "cubed"))
		return 3;
	if (figure_touches(p, at)) {
		size_t i = c == '^' ? at + 1 : at;

		*end = i + 1;
		if (c == 0xb2 || c == 0xb3)
			return c == 0xb2 ? 2 : 3;
		if (figure_touches(p, i) && p->t[i].type == TOKEN_NUMBER &&
		    !(figure_touches(p, i + 1) &&
			p->t[i + 1].type == TOKEN_WORD)) {
			if (figure_is(p, i, "2"))
				return 2;
			if (figure_is(p, i, "3"))
				return 3;
		}
	}
	*end = at;
	return 0;
}

/* The code of a unit to a power. */
static struct str
powered(const struct passage *p, struct str code, int power)
{
	static const struct {
		struct str code, square, cube;
	} special[] = {
		{ STR_INIT("[mi_i]"), STR_INIT("[smi_us]"),
		    STR_INIT("[mi_i]3") },
		{ STR_INIT("[ft_i]"), STR_INIT("[sft_i]"),
		    STR_INIT("[cft_i]") },
		{ STR_INIT("[in_i]"), STR_INIT("[sin_i]"),
		    STR_INIT("[cin_i]") },
		{ STR_INIT("[yd_i]"), STR_INIT("[syd_i]"),
		    STR_INIT("[cyd_i]") },
	};
	size_t i;

	for (i = 0; power && i < sizeof special / sizeof *special; i++)
		if (str_eq(code, special[i].code))
			return power == 2 ? special[i].square
			    : special[i].cube;
	if (!power)
		return code;
	return arena_join(p->scratch, (struct str[]){ code,
	    power == 2 ? STR("2") : STR("3") }, 2);
}

/* A unit with its powers, at a token. */
static struct str
read_unit(const struct passage *p, size_t at, size_t numeral, size_t *end,
    int *class)
{
	size_t name, after;
	int power = power_before(p, at, &name), behind;
	struct str code = read_name(p, name, numeral, end, class);

	if (!code.n)
		return code;
	behind = power_behind(p, *end, &after);
	if (behind && !power && (*class == UNIT_NAME ||
	    *class == UNIT_SYMBOL || *class == UNIT_TIGHT ||
	    *class == UNIT_TIME)) {
		*end = after;
		power = behind;
	}
	if (power && *class == UNIT_TIME && !behind)
		return STR("");
	return powered(p, code, power);
}

/* What stands between a unit and what it is per: "/", "per", "a". */
static size_t
read_per(const struct passage *p, size_t at, bool *strong)
{
	*strong = figure_sign(p, at) == '/' || figure_is(p, at, "per");
	if (*strong || figure_is(p, at, "a") || figure_is(p, at, "an") ||
	    figure_is(p, at, "each") || figure_is(p, at, "every"))
		return at + 1;
	if (figure_is_hyphen(figure_sign(p, at)) &&
	    (figure_is(p, at + 1, "per") || figure_is(p, at + 1, "a")) &&
	    figure_is_hyphen(figure_sign(p, at + 2)) &&
	    figure_touches(p, at)) {
		*strong = figure_is(p, at + 1, "per");
		return at + 3;
	}
	return at;
}

void
figure_rate(struct passage *p, struct figure *f)
{
	bool strong;
	size_t at = read_per(p, f->end, &strong), end = at;
	int class = 0;
	struct str below;

	if (at == f->end || f->kind == FIGURE_PERCENT ||
	    f->kind == FIGURE_DURATION)
		return;
	if (figure_is_word(p, at) && f->kind != FIGURE_MONEY && !strong &&
	    figure_class(p, &p->w->unit, at) != UNIT_TIME)
		return;
	if (p->o->all && !strong && f->kind == FIGURE_QUANTITY &&
	    !str_starts(f->unit, STR("km")) && f->unit.s[0] != 'm' &&
	    !str_starts(f->unit, STR("[mi")))
		return; /* 500 barrels, and a day for itself */
	below = read_unit(p, at, at, &end, &class);
	if (figure_is(p, end, "earlier") || figure_is(p, end, "ago") ||
	    figure_is(p, end, "later") || figure_is(p, end, "before"))
		return;
	if (!below.n || class == UNIT_PERCENT || class == UNIT_WORD ||
	    str_eq(below, STR("{point}")))
		return;
	if (!f->unit.n && !strong && class != UNIT_TIME)
		return;
	f->unit = arena_join(p->scratch, (struct str[]){ f->unit, STR("/"),
	    below }, 3);
	f->end = end;
	f->flags |= FIGURE_RATE;
	if (f->kind == FIGURE_NUMBER || f->kind == FIGURE_MULTIPLE)
		f->kind = FIGURE_QUANTITY;
}

/* Money. */

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
	return spelled(str_of(w->more), str_slice(p->text, p->t[from].start,
	    p->t[to - 1].end));
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
			if (marked(p, w, i, at).n)
				return w;
		} else if (w->class == CURRENCY_NAME &&
		    (p->o->all || at - i > 1) && !(i && p->t[i - 1].type == TOKEN_NUMBER)) {
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
currency_behind(const struct passage *p, const struct figure *f, size_t at,
    size_t *end)
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
			if (is_code(p, at) && (touches || *end >= p->count ||
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
				if (w->text[1] || !(p->t[at].flags &
				    TOKEN_UPPER))
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
	    decimal_compare(n.value, decimal_of(100)) >= 0)
		return;
	w = currency_behind(p, f, n.end, &end);
	if (w && w->class == CURRENCY_MINOR) {
		n.value = decimal_shift(n.value, -w->value);
	} else if (p->o->all && !w && (n.end >= p->count ||
	    (figure_sign(p, n.end) && !figure_touches(p, n.end + 1)) ||
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
	    token_hash((struct str){ (char[]){ (char)(s.s[0] | 32),
		(char)(s.s[1] | 32), (char)(s.s[2] | 32) }, 3 }));
	if (!w || w->class != CURRENCY_CODE)
		return false;
	f->low = decimal_shift(f->low, 6);
	f->unit = str_of(w->more);
	f->kind = FIGURE_MONEY;
	f->end = at + 1;
	f->rule = "money-code";
	return true;
}

static bool
read_money(struct passage *p, struct figure *f)
{
	size_t begin = f->first, end = f->end, at = f->end;
	const struct word *before = currency_before(p, f->first, &begin);
	const struct word *behind;
	int power = 0;

	if (before && p->n > 1 && begin < p->f[p->n - 2].end)
		before = NULL;
	if (f->n.kind == NUMERAL_ORDINAL)
		return false;
	if (figure_touches(p, at) && p->t[at].type == TOKEN_WORD &&
	    !f->n.power)
		power = money_letter(p, at);
	if (!before && power == 12)
		power = 0;
	if (power)
		at++;
	if (figure_is_hyphen(figure_sign(p, at)) && figure_touches(p, at) &&
	    figure_touches(p, at + 1) && figure_is_word(p, at + 1) && !before)
		at++;
	behind = before && before->class != CURRENCY_SYMBOL ? NULL
	    : currency_behind(p, f, at, &end);
	if (before && behind && !str_eq(code_of(p, behind),
	    code_of(p, before)))
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

/* The age that follows a numeral: 17-year-old, 29 years old, 87 yo. */
static bool
read_age(struct passage *p, struct figure *f)
{
	static const struct {
		const char *words;
		struct str unit;
	} forms[] = {
		{ "a", STR_INIT("a") }, { "mo", STR_INIT("mo") },
		{ "wk", STR_INIT("wk") }, { "d", STR_INIT("d") },
	};
	size_t at = f->end, end, i;
	int class;
	struct str unit;

	if (figure_is_hyphen(figure_sign(p, at)))
		at++;
	if (figure_is(p, at, "yo") || (figure_is(p, at, "y") &&
	    figure_sign(p, at + 1) == '/' && figure_is(p, at + 2, "o"))) {
		f->end = figure_is(p, at, "yo") ? at + 1 : at + 3;
		f->unit = STR("a");
		f->kind = FIGURE_AGE;
		f->rule = "age-old";
		return true;
	}
	unit = read_name(p, at, at, &end, &class);
	if (!unit.n || class != UNIT_TIME)
		return false;
	for (i = 0; i < sizeof forms / sizeof *forms; i++)
		if (str_eq(unit, str_of(forms[i].words)))
			break;
	if (i == sizeof forms / sizeof *forms)
		return false;
	at = end;
	if (figure_is_hyphen(figure_sign(p, at)))
		at++;
	if (figure_is(p, at, "old") || figure_is(p, at, "olds"))
		end = at + 1;
	else if (figure_is(p, at, "of") && figure_is(p, at + 1, "age"))
		end = at + 2;
	else
		return false;
	f->end = end;
	f->unit = forms[i].unit;
	f->kind = FIGURE_AGE;
	f->rule = "age-old";
	return true;
}

/* How many of the second unit are one of the first, where texts write one
 * after the other: 5 ft 11 in. */
static uint64_t
smaller(struct str large, struct str small)
{
	static const struct {
		struct str large, small;
		uint32_t times;
	} table[] = {
		{ STR_INIT("[ft_i]"), STR_INIT("[in_i]"), 12 },
		{ STR_INIT("[yd_i]"), STR_INIT("[ft_i]"), 3 },
		{ STR_INIT("[yd_i]"), STR_INIT("[in_i]"), 36 },
		{ STR_INIT("[mi_i]"), STR_INIT("[ft_i]"), 5280 },
		{ STR_INIT("[mi_i]"), STR_INIT("[yd_i]"), 1760 },
		{ STR_INIT("[lb_av]"), STR_INIT("[oz_av]"), 16 },
		{ STR_INIT("[stone_av]"), STR_INIT("[lb_av]"), 14 },
		{ STR_INIT("km"), STR_INIT("m"), 1000 },
		{ STR_INIT("m"), STR_INIT("cm"), 100 },
		{ STR_INIT("m"), STR_INIT("mm"), 1000 },
		{ STR_INIT("cm"), STR_INIT("mm"), 10 },
		{ STR_INIT("kg"), STR_INIT("g"), 1000 },
		{ STR_INIT("L"), STR_INIT("mL"), 1000 },
	};
	size_t i;

	for (i = 0; i < sizeof table / sizeof *table; i++)
		if (str_eq(table[i].large, large) &&
		    str_eq(table[i].small, small))
			return table[i].times;
	return 0;
}

/* Takes a smaller unit with its number behind a larger one. */
static bool
read_smaller(struct passage *p, struct figure *f)
{
	size_t at = f->end, end;
	bool joined = false;
	struct numeral n;
	struct str unit;
	uint64_t times;
	int class;

	if (figure_sign(p, at) == ',' || figure_is(p, at, "and")) {
		joined = true;
		at++;
	}
	if (at >= p->count || !number_begins(&p->w->strict, p->text,
	    &p->t[at]) || !number_read(&p->w->strict, p->text, p->t, p->count,
		at, &n) || n.first != at)
		return false;
	unit = read_unit(p, n.end, n.first, &end, &class);
	times = smaller(f->unit, unit);
	if (!times || (!joined && unit.s[0] != '['))
		return false;
	f->low = decimal_add(decimal_multiply(f->low, decimal_of(times)),
	    n.value);
	f->unit = unit;
	f->end = end;
	f->rule = "unit-composite";
	return true;
}

/* Whether "m" that touches the number is a million: a plural follows. */
static bool
is_million(const struct passage *p, size_t at)
{
	return figure_is(p, at, "m") && figure_touches(p, at) &&
	    !figure_touches(p, at + 1) && (figure_is_plural(p, at + 1) ||
		(figure_is_word(p, at + 1) && figure_is_plural(p, at + 2) &&
		    !figure_class(p, &p->w->noun, at + 1)));
}

static bool
read_quantity(struct passage *p, struct figure *f)
{
	size_t at = f->end, end;
	int class = 0;
	struct str unit;

	if (figure_sign(p, at) == '[' || figure_sign(p, at) == '{') {
		unit = p->o->all ? read_unit(p, at + 1, at, &end, &class)
		    : STR("");
		if (unit.n && figure_sign(p, end) == ']') {
			f->unit = unit;
			f->end = end + 1;
			f->kind = FIGURE_QUANTITY;
			f->rule = "unit-bracket";
		}
		return unit.n;
	}
	if (figure_is_hyphen(figure_sign(p, at)) && !figure_is_word(p, at + 1))
		return false;
	if (figure_is_hyphen(figure_sign(p, at)) && (figure_touches(p, at) ||
	    p->o->all))
		at++;
	unit = read_unit(p, at, f->first, &end, &class);
	if (!unit.n || (figure_touches(p, end) &&
	    p->t[end].type == TOKEN_NUMBER))
		return false;
	f->unit = unit;
	f->end = end;
	f->kind = class == UNIT_PERCENT || class == UNIT_LOOSEPCT ||
	    class == UNIT_TIGHTPCT ? FIGURE_PERCENT
	    : class == UNIT_TIME ? FIGURE_DURATION : FIGURE_QUANTITY;
	f->flags |= at != f->n.end ? FIGURE_HYPHEN : 0;
	f->rule = f->kind == FIGURE_PERCENT ? "percent" : "unit";
	while (f->kind == FIGURE_QUANTITY && read_smaller(p, f))
		;
	return true;
}

/* A degree is one of temperature where the text says which. */
static void
read_below(struct passage *p, struct figure *f)
{
	if (f->kind == FIGURE_QUANTITY && figure_is(p, f->end, "below") &&
	    (figure_is(p, f->end + 1, "zero") ||
		figure_is(p, f->end + 1, "freezing"))) {
		f->low = decimal_negate(f->low);
		f->end += 2;
	}
}

/* Half a mile, a quarter of a percentage point; of ordinals, when all is asked
 * for: a tenth of a gallon. */
static void
measure_part(struct passage *p, struct figure *f)
{
	bool ordinal = f->n.kind == NUMERAL_ORDINAL;
	size_t end = f->end, at = end;

	if (f->unit.n || f->kind == FIGURE_NUMBER || (ordinal && !p->o->all))
		return;
	at += figure_is(p, at, "of");
	at += figure_is(p, at, "a") || figure_is(p, at, "an");
	if (at == end)
		return;
	f->end = at;
	if ((ordinal && !figure_is(p, end, "of")) ||
	    (!read_money(p, f) && !read_quantity(p, f)) ||
	    (ordinal && f->kind == FIGURE_DURATION)) {
		f->end = end;
		f->unit = STR("");
		f->kind = ordinal ? FIGURE_ORDINAL : FIGURE_FRACTION;
		return;
	}
	if (ordinal)
		f->low = decimal_divide(decimal_of(1), f->low);
	f->n.kind = NUMERAL_CARDINAL;
	f->rule = "unit-part";
}

/* "Percent of 10", when all is asked for: the unit stands before. */
static bool
percent_of(struct passage *p, struct figure *f)
{
	size_t edge;
	const struct word *w;

	if (!p->o->all || f->unit.n || f->first < 2 ||
	    !figure_is(p, f->first - 1, "of"))
		return false;
	w = figure_behind(p, &p->w->unit, f->first - 1, 2, &edge);
	if (!w || w->class != UNIT_PERCENT ||
	    (edge && p->t[edge - 1].type == TOKEN_NUMBER) ||
	    (p->n > 1 && edge < p->f[p->n - 2].end))
		return false;
	f->first = edge;
	f->unit = STR("%");
	f->kind = FIGURE_PERCENT;
	f->rule = "percent-of";
	return true;
}

bool
figure_is_unit(const struct passage *p, size_t at)
{
	struct str unit;
	size_t end;
	int class = 0;
	const struct word *w = figure_ahead(p, &p->w->currency, at, 3, &end);

	if (w && (w->class == CURRENCY_NAME ||
	    (w->class == CURRENCY_MINOR && w->text[1])))
		return true;
	unit = read_unit(p, at, at, &end, &class);
	return unit.n && (class == UNIT_NAME || class == UNIT_SYMBOL ||
	    class == UNIT_LOOSE) && unit.s[0] != '{' && unit.n > 1 + (class ==
	    UNIT_SYMBOL) && !str_eq(unit, STR("deg"));
}

/* A number becomes an age in years. */
static void
make_age(struct figure *f, const char *rule)
{
	f->kind = FIGURE_AGE;
	f->unit = STR("a");
	f->rule = rule;
}

/* Whether a comma, or the end of what is said, stands at a token. */
static bool
is_comma(const struct passage *p, size_t i)
{
	return figure_sign(p, i) == ',' && !figure_touches(p, i + 1);
}

void
figure_ages(struct passage *p)
{
	size_t i, at, edge;

	for (i = 0; i < p->n; i++) {
		struct figure *f = &p->f[i];

		if (f->unit.n || f->kind != FIGURE_NUMBER ||
		    f->flags & FIGURE_DROPPED || f->n.kind != NUMERAL_CARDINAL ||
		    decimal_compare(f->low, decimal_of(120)) > 0 || !f->first)
			continue;
		at = f->first;
		if (figure_sign(p, at - 1) == ',' && is_comma(p, f->end) && at > 1 &&
		    figure_is_word(p, at - 2) && f->n.flags & NUMERAL_DIGITS &&
		    !f->low.point && f->low.n &&
		    (p->t[at - 2].flags & TOKEN_UPPER ||
			!figure_is_plural(p, at - 2))) {
			make_age(f, "age-comma");
			continue;
		}
		while (at && (figure_is(p, at - 1, "between") ||
		    figure_is(p, at - 1, "from") || figure_behind(p,
			&p->w->qualifier, at, 4, &edge)))
			at = figure_is(p, at - 1, "between") ||
			    figure_is(p, at - 1, "from") ? at - 1 : edge;
		if (at && (figure_is(p, at - 1, "aged") ||
		    figure_is(p, at - 1, "age") || figure_is(p, at - 1,
			"ages") || (at > 1 && figure_is(p, at - 1, "of") &&
			    figure_is(p, at - 2, "age"))))
			make_age(f, "age-aged");
	}
}

void
figure_measure(struct passage *p, struct figure *f)
{
	if (is_million(p, f->end) && !f->n.power) {
		f->low = decimal_shift(f->low, 6);
		f->n.power = 6;
		f->end++;
	}
	if (f->n.kind == NUMERAL_ORDINAL) {
		measure_part(p, f);
		return;
	}
	if (!read_money(p, f) && !read_age(p, f) && !read_quantity(p, f) &&
	    !percent_of(p, f))
		f->unit = STR("");
	if (f->kind == FIGURE_FRACTION)
		measure_part(p, f);
	figure_rate(p, f);
	read_below(p, f);
}

/* quantity_unit - units of measurement, and rates
 *
 *   unit = ["square" | "cubic"] name ["squared" | "2" | "²"]
 *   rate = ("a" | "per" | "/" ...) (name of a time | unit)
 *
 * Names stand in the list unit with their UCUM code. Abbreviations stand there
 * with the spelling that they must have ("MW" is no "mW"), and short ones,
 * which could be words, must touch the number. */
#include "figure.h"

/* The code of a spelling in a list "MW=MW mW=mW"; empty if it is not there. */
struct str
figure_spelled(struct str list, struct str spelling)
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

/* Whether a short abbreviation may stand behind a blank: 5 ha, 25 bp, but not
 * 5 in. */
static bool
is_spaced(struct str s)
{
	static const char *const never[] = { "in", "ins", "st", "pt", "pm",
		"fm", "gs", "Ma", "Ga", "AU", "ly", "T" };
	size_t k;

	for (k = 0; k < sizeof never / sizeof *never; k++)
		if (str_eq(s, str_of(never[k])))
			return false;
	return true;
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
	if (is_dimension(p, end) ||
	    (p->o->all && figure_is(p, at, "m") && end < p->count &&
		p->t[end].type == TOKEN_NUMBER))
		return true;
	if (next == '\'' || next == 0x2019 || figure_is_hyphen(next))
		return false;
	if (p->o->all && (end >= p->count || next || figure_is(p, end, "is") ||
			     figure_is(p, end, "or")))
		return true;
	if (s.n == 1 ? str_index(STR("mglLtWV"), s.s[0]) < 7 : is_spaced(s))
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
struct str
figure_unit_name(
    const struct passage *p, size_t at, size_t numeral, size_t *end, int *class)
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
			code = figure_spelled(
			    code, str_slice(p->text, p->t[at].start,
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
			return power == 2 ? special[i].square : special[i].cube;
	if (!power)
		return code;
	return arena_join(p->scratch,
	    (struct str[]){ code, power == 2 ? STR("2") : STR("3") }, 2);
}

/* A unit with its powers, at a token. */
struct str
figure_unit(
    const struct passage *p, size_t at, size_t numeral, size_t *end, int *class)
{
	size_t name, after;
	int power = power_before(p, at, &name), behind;
	struct str code;

	if (!figure_begins(p, &p->w->unit, name))
		return STR("");
	code = figure_unit_name(p, name, numeral, end, class);
	if (!code.n)
		return code;
	behind = power_behind(p, *end, &after);
	if (behind && !power &&
	    (*class == UNIT_NAME || *class == UNIT_SYMBOL ||
		*class == UNIT_TIGHT || *class == UNIT_TIME)) {
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
	    figure_is_hyphen(figure_sign(p, at + 2)) && figure_touches(p, at)) {
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
	below = figure_unit(p, at, at, &end, &class);
	if (figure_is(p, end, "earlier") || figure_is(p, end, "ago") ||
	    figure_is(p, end, "later") || figure_is(p, end, "before"))
		return;
	if (!below.n || class == UNIT_PERCENT || class == UNIT_WORD ||
	    str_eq(below, STR("{point}")))
		return;
	if (!f->unit.n && !strong && class != UNIT_TIME)
		return;
	f->unit = arena_join(
	    p->scratch, (struct str[]){ f->unit, STR("/"), below }, 3);
	f->end = end;
	f->flags |= FIGURE_RATE;
	if (f->kind == FIGURE_NUMBER || f->kind == FIGURE_MULTIPLE)
		f->kind = FIGURE_QUANTITY;
}

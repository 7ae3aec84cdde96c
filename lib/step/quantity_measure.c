/* quantity_measure - what a numeral measures: money, an age, or a quantity
 *
 * The first that can be read is taken, then a rate behind it. Imperial lengths
 * and weights of two numbers (5 ft 11 in) become one in the smaller unit. */
#include "figure.h"

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

/* A player's height: 6-foot-9, 5-foot-11-inch. */
static bool
read_height(struct passage *p, struct figure *f)
{
	size_t at = f->end + 1;
	struct decimal inches;

	if (!figure_is_hyphen(figure_sign(p, f->end)) ||
	    !figure_touches(p, f->end) || !figure_touches(p, at) ||
	    p->t[at].type != TOKEN_NUMBER || figure_text(p, at).n > 2)
		return false;
	inches = decimal_digits(figure_text(p, at), 0);
	if (decimal_against(&inches, 12) >= 0)
		return false;
	f->low = decimal_add(decimal_multiply(f->low, decimal_of(12)), inches);
	f->unit = STR("[in_i]");
	f->end = at + 1;
	if (figure_is_hyphen(figure_sign(p, f->end)) &&
	    figure_touches(p, f->end) && figure_is(p, f->end + 1, "inch"))
		f->end += 2;
	f->rule = "unit-composite";
	return true;
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

	if (str_eq(f->unit, STR("[ft_i]")) && f->flags & FIGURE_HYPHEN)
		return read_height(p, f);
	if (figure_sign(p, at) == ',' || figure_is(p, at, "and")) {
		joined = true;
		at++;
	}
	if (at >= p->count ||
	    !number_begins(&p->w->strict, p->text, &p->t[at]) ||
	    !number_read(&p->w->strict, p->text, p->t, p->count, at, &n) ||
	    n.first != at)
		return false;
	unit = figure_unit(p, n.end, n.first, &end, &class);
	times = smaller(f->unit, unit);
	if (!times || (!joined && unit.s[0] != '['))
		return false;
	f->low =
	    decimal_add(decimal_multiply(f->low, decimal_of(times)), n.value);
	f->unit = unit;
	f->end = end;
	f->rule = "unit-composite";
	return true;
}

/* Takes what "and" adds in another unit, when all is asked for: a metre and a
 * foot. */
static bool
read_other(struct passage *p, struct figure *f)
{
	size_t at = f->end + 1, end;
	struct numeral n;
	struct str unit, si, other;
	struct decimal one, more;
	int class;

	if (!p->o->all || !figure_is(p, f->end, "and") || at >= p->count ||
	    !number_begins(&p->w->strict, p->text, &p->t[at]) ||
	    !number_read(&p->w->strict, p->text, p->t, p->count, at, &n) ||
	    n.first != at)
		return false;
	unit = figure_unit(p, n.end, n.first, &end, &class);
	if (!unit.n || str_eq(unit, f->unit) ||
	    !figure_factor(f->unit, &one, &si) ||
	    !figure_factor(unit, &more, &other) || !str_eq(si, other))
		return false;
	f->low = decimal_add(
	    f->low, decimal_divide(decimal_multiply(n.value, more), one));
	f->end = end;
	f->rule = "unit-composite";
	return true;
}

/* Whether "m" that touches the number is a million: a plural follows. */
static bool
is_million(const struct passage *p, size_t at)
{
	return figure_is(p, at, "m") && figure_touches(p, at) &&
	       !figure_touches(p, at + 1) &&
	       (figure_is_plural(p, at + 1) ||
		   (figure_is_word(p, at + 1) && figure_is_plural(p, at + 2) &&
		       !figure_class(p, &p->w->noun, at + 1)));
}

static bool
read_quantity(struct passage *p, struct figure *f)
{
	size_t at = f->end, end;
	int class = 0;
	bool plus = false;
	struct str unit;

	if (figure_sign(p, at) == '[' || figure_sign(p, at) == '{') {
		unit = p->o->all ? figure_unit(p, at + 1, at, &end, &class)
				 : STR("");
		if (unit.n && figure_sign(p, end) == ']') {
			f->unit = unit;
			f->end = end + 1;
			f->kind = FIGURE_QUANTITY;
			f->rule = "unit-bracket";
		}
		return unit.n;
	}
	if (figure_sign(p, at) == '+' && figure_touches(p, at)) {
		at++; /* 92+ kg */
		plus = true;
	}
	if (figure_is_hyphen(figure_sign(p, at)) && !figure_is_word(p, at + 1))
		return false;
	if (figure_is_hyphen(figure_sign(p, at)) &&
	    (figure_touches(p, at) || p->o->all))
		at++;
	unit = figure_unit(p, at, f->first, &end, &class);
	if (class == UNIT_NAME && p->t[at].flags & TOKEN_UPPER &&
	    figure_is_year(p, f) && !p->o->all)
		return false; /* the 2003 Cup */
	if (!unit.n ||
	    (figure_touches(p, end) && p->t[end].type == TOKEN_NUMBER))
		return false;
	f->unit = unit;
	f->end = end;
	f->kind = class == UNIT_PERCENT || class == UNIT_LOOSEPCT ||
			  class == UNIT_TIGHTPCT
		      ? FIGURE_PERCENT
		  : class == UNIT_TIME ? FIGURE_DURATION
				       : FIGURE_QUANTITY;
	f->flags |= at != f->n.end && !plus ? FIGURE_HYPHEN : 0;
	f->mod = plus ? ">=" : f->mod;
	f->rule = f->kind == FIGURE_PERCENT ? "percent" : "unit";
	while (f->kind == FIGURE_QUANTITY &&
	       (read_smaller(p, f) || read_other(p, f)))
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
	    (!figure_money(p, f) && !read_quantity(p, f)) ||
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
	unit = figure_unit(p, at, at, &end, &class);
	return unit.n &&
	       (class == UNIT_NAME || class == UNIT_SYMBOL ||
		   class == UNIT_LOOSE) &&
	       unit.s[0] != '{' && unit.n > 1 + (class == UNIT_SYMBOL) &&
	       !str_eq(unit, STR("deg"));
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
	if (!figure_money(p, f) && !figure_age(p, f) && !read_quantity(p, f) &&
	    !percent_of(p, f))
		f->unit = STR("");
	if (f->kind == FIGURE_FRACTION)
		measure_part(p, f);
	figure_rate(p, f);
	read_below(p, f);
}

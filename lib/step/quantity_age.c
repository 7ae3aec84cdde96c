/* quantity_age - ages: 17-year-old, aged 45, under the age of 18; Ms Li, 45,
 * ...
 */
#include "figure.h"

/* The age that follows a numeral: 17-year-old, 29 years old, 87 yo. */
bool
figure_age(struct passage *p, struct figure *f)
{
	static const struct {
		const char *words;
		struct str unit;
	} forms[] = {
		{ "a", STR_INIT("a") },
		{ "mo", STR_INIT("mo") },
		{ "wk", STR_INIT("wk") },
		{ "d", STR_INIT("d") },
	};
	size_t at = f->end, end, i;
	int class;
	struct str unit;

	if (figure_is_hyphen(figure_sign(p, at)))
		at++;
	if (figure_is(p, at, "yo") ||
	    (figure_is(p, at, "y") && figure_sign(p, at + 1) == '/' &&
		figure_is(p, at + 2, "o"))) {
		f->end = figure_is(p, at, "yo") ? at + 1 : at + 3;
		f->unit = STR("a");
		f->kind = FIGURE_AGE;
		f->rule = "age-old";
		return true;
	}
	if (!figure_begins(p, &p->w->unit, at))
		return false;
	unit = figure_unit_name(p, at, at, &end, &class);
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

/* Where the words before a number begin: between, from, about. */
static size_t
qualified(const struct passage *p, size_t at)
{
	size_t edge;

	while (at)
		if (figure_is(p, at - 1, "between") ||
		    figure_is(p, at - 1, "from"))
			at--;
		else if (figure_behind(p, &p->w->qualifier, at, 4, &edge))
			at = edge;
		else
			break;
	return at;
}

void
figure_ages(struct passage *p)
{
	size_t i, at;

	for (i = 0; i < p->n; i++) {
		struct figure *f = &p->f[i];

		if (f->unit.n || f->kind != FIGURE_NUMBER ||
		    f->flags & FIGURE_DROPPED ||
		    f->n.kind != NUMERAL_CARDINAL ||
		    decimal_against(&f->low, 120) > 0 || !f->first)
			continue;
		at = f->first;
		if (figure_sign(p, at - 1) == ',' && is_comma(p, f->end) &&
		    at > 1 && figure_is_word(p, at - 2) &&
		    f->n.flags & NUMERAL_DIGITS && !f->low.point && f->low.n &&
		    (p->t[at - 2].flags & TOKEN_UPPER ||
			!figure_is_plural(p, at - 2))) {
			make_age(f, "age-comma");
			continue;
		}
		if (i && p->f[i - 1].kind == FIGURE_AGE &&
		    !p->f[i - 1].n.power && p->f[i - 1].end + 1 == at &&
		    (figure_is(p, at - 1, ",") ||
			figure_is(p, at - 1, "and")) &&
		    str_eq(str_of(p->f[i - 1].rule), STR("age-aged"))) {
			make_age(f, "age-aged"); /* aged 12, 9 and 4 */
			continue;
		}
		at = qualified(p, at);
		if (at && (figure_is(p, at - 1, "aged") ||
			      figure_is(p, at - 1, "age") ||
			      figure_is(p, at - 1, "ages") ||
			      (at > 1 && figure_is(p, at - 1, "of") &&
				  figure_is(p, at - 2, "age"))))
			make_age(f, "age-aged");
	}
}

/* quantity_idle - numbers that would be figures, but count nothing
 *
 * "No one", "at first", "in the second half", "24/7", "at 10", half without
 * what it is of. */
#include "figure.h"

enum { ANY = -1 };

/* "One" that counts nothing: no one, one another, this one. */
static bool
pronoun(const struct passage *p, const struct figure *f)
{
	static const char *const never[] = { "another", "way", "hand", "day",
		"thing", "side", "would", "can", "could", "by", "time",
		"morning", "evening", "night", "afternoon", "stage" };
	size_t at = f->first, k;
	int c;

	if (f->n.end != f->n.first + 1 || f->flags & FIGURE_MADE ||
	    !figure_is(p, f->n.first, "one"))
		return false;
	if (at && figure_class(p, &p->w->guard, at - 1) == GUARD_ONE)
		return true;
	for (k = 0; k < sizeof never / sizeof *never; k++)
		if (figure_is(p, f->end, never[k]))
			return true;
	if (at && figure_is(p, at - 1, "at") && figure_is(p, f->end, "point"))
		return true;
	if (figure_is(p, f->end, "of"))
		return false;
	c = figure_class(p, &p->w->noun, f->end);
	return !figure_is_word(p, f->end) || c == NOUN_STOP || c == NOUN_VERB ||
	       figure_is_plural(p, f->end);
}

static bool
zero_word(const struct passage *p, const struct figure *f)
{
	return !f->n.value.n && !figure_digits(f) &&
	       !figure_is_plural(p, f->end);
}

/* 24/7, 50/50. */
static bool
no_fraction(const struct passage *p, const struct figure *f)
{
	return figure_digits(f) && f->n.end == f->n.first + 3 && !f->unit.n &&
	       figure_sign(p, f->n.first + 1) == '/' &&
	       decimal_against(&f->low, 1) >= 0;
}

/* An ordinal that orders nothing: at first, first lady, the second half. */
static bool
idle_ordinal(const struct passage *p, const struct figure *f)
{
	static const char *const never[] = { "half", "quarter", "lady",
		"ladies", "minister", "name", "names", "hand", "thing", "class",
		"degree", "aid", "amendment", "world", "person", "party",
		"thoughts", "gentleman", "estate", "nature", "place", "base",
		"instance" };
	size_t k;
	int c;

	if (f->first && (figure_is(p, f->first - 1, "at") ||
			    figure_is(p, f->first - 1, "every")))
		return true;
	for (k = 0; k < sizeof never / sizeof *never; k++)
		if (figure_is(p, f->end, never[k]))
			return true;
	if (f + 1 < p->f + p->n && f[1].first == f->end &&
	    f[1].kind == FIGURE_DURATION)
		return true; /* the first two hours */
	if (f + 1 < p->f + p->n && f[1].first == f->end + 1 &&
	    f[1].kind == FIGURE_ORDINAL && figure_is(p, f->end, "and"))
		return false; /* his 11th and 12th goals */
	if (figure_is_upper(p, f->end) && f->first &&
	    !figure_begins_sentence(p, f->first) &&
	    (figure_is_upper(p, f->n.first) || figure_digits(f)))
		return true; /* the Third Army, the 2nd Battalion */
	c = figure_class(p, &p->w->noun, f->end);
	return (!figure_is_word(p, f->end) && f->end >= p->count) ||
	       !figure_is_word(p, f->end) || c == NOUN_STOP || c == NOUN_VERB;
}

/* The unit of a price: $4.25 a dozen. */
static bool
priced(const struct passage *p, const struct figure *f)
{
	return f > p->f && f[-1].kind == FIGURE_MONEY &&
	       f[-1].end == f->first && f->n.flags & NUMERAL_ARTICLE;
}

/* "At 10", which is a time unless something stood or closed there. */
static bool
at_hour(const struct passage *p, const struct figure *f)
{
	static const char *const levels[] = { "stood", "stands", "closed",
		"remains", "remained", "ended", "finished", "opened", "traded",
		"stuck", "put" };
	size_t k, at = f->first;

	if (at < 2 || !figure_is(p, at - 1, "at") || !figure_is_bare(f) ||
	    f->n.flags & NUMERAL_POINTED ||
	    figure_is_word(p, f->end) ||
	    decimal_against(&f->low, 12) > 0)
		return false;
	for (k = 0; k < sizeof levels / sizeof *levels; k++)
		if (figure_is(p, at - 2, levels[k]))
			return false;
	return true;
}

static bool
idle_vague(const struct passage *p, const struct figure *f)
{
	if (f->n.kind != NUMERAL_VAGUE || f->unit.n)
		return false;
	if (figure_is(p, f->first, "scores"))
		return !figure_is(p, f->end, "of") &&
		       !figure_is(p, f->end, "more");
	return figure_is(p, f->end, "of") &&
	       figure_class(p, &p->w->unit, f->end + 1) == UNIT_TIME;
}

/* Half and quarter without what they are of. */
static bool
idle_fraction(const struct passage *p, const struct figure *f)
{
	static const char *const of[] = { "of", "the", "a", "its", "their",
		"his", "her", "all", "these", "those", "our", "that" };
	static const char *const before[] = { "by", "than", "about", "nearly",
		"almost", "over", "roughly", "around", "under", "in" };
	size_t k, at = f->first;

	if (f->flags & FIGURE_MADE)
		return false;
	if (figure_digits(f))
		return !figure_is(p, f->end, "of") &&
		       !(f->first && figure_sign(p, f->n.first) > 0x7f);
	if (f->n.end > f->n.first + 1 && !figure_is(p, f->end - 1, "quarter") &&
	    !figure_is(p, f->end - 1, "half"))
		return figure_is(p, f->end, "is") ||
		       figure_is(p, f->end, "was") ||
		       figure_is(p, f->end, "has") ||
		       str_ends(figure_text(p, f->end), STR("ed")) ||
		       (figure_is(p, f->first, "a") &&
			   figure_is_word(p, f->end) &&
			   !figure_class(p, &p->w->noun, f->end));
	if (at && f->n.end == f->n.first + 1 && figure_is_word(p, at - 1)) {
		int c = figure_class(p, &p->w->noun, at - 1);
		size_t edge;

		if (!c && !figure_behind(p, &p->w->qualifier, at, 4, &edge) &&
		    (figure_is(p, f->end - 1, "quarter") ||
			(!str_ends(figure_text(p, at - 1), STR("ing")) &&
			    !str_ends(figure_text(p, at - 1), STR("ed")))))
			return true; /* the southern quarter, the first half */
		if (figure_is(p, at - 1, "the") ||
		    figure_is(p, at - 1, "other") ||
		    figure_is(p, at - 1, "last"))
			return true;
	}
	for (k = 0; k < sizeof of / sizeof *of; k++)
		if (figure_is(p, f->end, of[k]))
			return figure_is(p, f->end - 1, "quarter") && k;
	for (k = 0; at && k < sizeof before / sizeof *before; k++)
		if (figure_is(p, at - 1, before[k]))
			return figure_is(p, at - 1, "in");
	return !figure_is_plural(p, f->end);
}

/* The rules, each for figures of one kind or of any. */
static const struct {
	const char *name;
	bool (*holds)(const struct passage *, const struct figure *);
	int kind; /* enum figure_kind, or ANY */
} rules[] = {
	{ "pronoun", pronoun, FIGURE_NUMBER },
	{ "zero", zero_word, FIGURE_NUMBER },
	{ "fraction", no_fraction, ANY },
	{ "ordinal", idle_ordinal, FIGURE_ORDINAL },
	{ "vague", idle_vague, ANY },
	{ "price", priced, ANY },
	{ "hour", at_hour, FIGURE_NUMBER },
	{ "fraction", idle_fraction, FIGURE_FRACTION },
};

const char *
figure_is_idle(const struct passage *p, const struct figure *f)
{
	size_t k;

	for (k = 0; k < sizeof rules / sizeof *rules; k++)
		if ((rules[k].kind == ANY || rules[k].kind == (int)f->kind) &&
		    rules[k].holds(p, f))
			return rules[k].name;
	return NULL;
}

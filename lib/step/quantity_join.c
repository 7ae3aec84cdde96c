/* quantity_join - figures of two numbers: ranges, scores and ratios
 *
 *   20 to 30   between 20 and 30   $40-50 million   3-5 percent   two or three
 *   3-1
 *   three of the five   one in five   two out of three   one X for every two
 *
 * What stands between two neighbours decides. The first takes the other's
 * unit and scale ("$40-50 million" begins at 40 million), and the second is
 * dropped. Two numbers with one hyphen are a score where the text speaks of
 * winning, or where the first is not the smaller one; else a range. */
#include "figure.h"

static bool
plain(const struct figure *f)
{
	return f->n.kind != NUMERAL_VAGUE && f->n.kind != NUMERAL_MULTIPLE &&
	       !(f->flags & FIGURE_DROPPED) && !(f->flags & FIGURE_MADE);
}

/* Where the words before a figure end, without its qualifier. */
static size_t
before(const struct passage *p, size_t at)
{
	size_t edge;
	const struct word *w;

	while ((w = figure_behind(p, &p->w->qualifier, at, 6, &edge)) != NULL &&
	       w->class != QUALIFIER_AFTER)
		at = edge;
	return at;
}

/* Whether a change is told before a figure: "fell from". */
static bool
changes(const struct passage *p, size_t at)
{
	size_t i;

	for (i = at; i > 0 && i + 6 > at; i--) {
		int c = figure_class(p, &p->w->event, i - 1);

		if (c == EVENT_RISE || c == EVENT_FALL)
			return true;
	}
	return false;
}

/* Whether an article or verb of playing or voting is in the sentence. */
static bool
is_game(const struct passage *p, size_t at)
{
	static const char *const words[] = { "won", "win", "wins", "winning",
		"winner", "beat", "beats", "beating", "beaten", "defeat",
		"defeated", "defeating", "lost", "loss", "lose", "losing",
		"draw", "drew", "drawn", "lead", "leads", "led", "leading",
		"victory", "tie", "tied", "trail", "trailed", "trailing",
		"ahead", "scored", "score", "scoreline", "set", "sets", "voted",
		"vote", "record", "series", "game", "match", "routed", "edged",
		"thumped", "stunned", "final", "season", "half-time",
		"halftime", "overtime", "penalties", "aggregate", "decision",
		"ruled", "goal", "goals" };
	size_t i, k, from = at > 16 ? at - 16 : 0;

	for (i = from; i < p->count && i < at + 12; i++) {
		if (!figure_is_word(p, i) ||
		    figure_apart(p, i < at ? i : at, i < at ? at : i))
			continue;
		for (k = 0; k < sizeof words / sizeof *words; k++)
			if (figure_is(p, i, words[k]))
				return true;
	}
	return false;
}

static bool
is_small(struct decimal d, uint64_t most)
{
	uint64_t whole;

	return decimal_whole(d, &whole) && whole <= most;
}

static bool
is_score(
    const struct passage *p, const struct figure *a, const struct figure *b)
{
	if (a->unit.n || b->unit.n || !is_small(a->low, 300) ||
	    !is_small(b->low, 300) || !(a->n.flags & NUMERAL_DIGITS) ||
	    (a->n.flags | b->n.flags) & (NUMERAL_ZERO | NUMERAL_GROUPED))
		return false;
	if (figure_sign(p, b->end) == '%')
		return false;
	return decimal_compare(a->low, b->low) >= 0
		   ? !figure_is_plural(p, b->end) || is_game(p, a->first)
		   : is_game(p, a->first) && !figure_is_plural(p, b->end);
}

/* Gives the first the unit and scale of the second; false if they differ. */
static bool
align(struct figure *a, const struct figure *b)
{
	struct decimal scaled = decimal_shift(a->low, b->n.power);

	if (a->unit.n && b->unit.n && !str_eq(a->unit, b->unit))
		return false;
	if (a->unit.n && !b->unit.n && !(a->flags & FIGURE_PREFIXED))
		return false;
	if (!a->n.power && b->n.power &&
	    decimal_compare(scaled, decimal_shift(b->low, 1)) <= 0 &&
	    decimal_against(&a->low, 1000) < 0)
		a->low = scaled;
	if (b->unit.n || b->kind == FIGURE_MULTIPLE) {
		a->unit = b->unit;
		a->kind = b->kind;
	}
	return true;
}

static void
make_range(struct figure *a, struct figure *b, const char *rule)
{
	a->high = b->low;
	if (decimal_compare(a->low, a->high) > 0) {
		a->high = a->low;
		a->low = b->low;
	}
	a->end = b->end;
	a->flags |= FIGURE_RANGE | FIGURE_MADE |
		    (b->flags & (FIGURE_HYPHEN | FIGURE_RATE));
	a->mod = "..";
	a->n.power = b->n.power;
	a->rule = rule;
	b->flags |= FIGURE_DROPPED;
}

static void
make_score(struct figure *a, struct figure *b)
{
	a->high = b->low;
	a->end = b->end;
	a->kind = FIGURE_SCORE;
	a->flags |= FIGURE_RANGE | FIGURE_MADE;
	a->mod = ":";
	a->rule = "score";
	b->flags |= FIGURE_DROPPED;
}

static void
make_ratio(struct figure *a, struct figure *b, const char *rule)
{
	a->low = decimal_divide(a->low, b->low);
	a->end = b->end;
	a->kind = FIGURE_RATIO;
	a->flags |= FIGURE_MADE;
	a->rule = rule;
	b->flags |= FIGURE_DROPPED;
}

/* The token behind "to", "and" ... between two figures, when nothing but a
 * qualifier stands there; else 0. */
static size_t
gap(const struct passage *p, const struct figure *a, const struct figure *b)
{
	size_t to = before(p, b->first);

	if (b->kind == FIGURE_ORDINAL && figure_is(p, to - 1, "the"))
		to--;
	if (to <= a->end || to > b->first)
		to = b->first;
	return to;
}

/* A hyphen between two figures: 40-50, 3.5-4.0, 1000 - 5000. */
static bool
join_hyphen(struct passage *p, struct figure *a, struct figure *b)
{
	size_t at = a->end;
	bool spaced = !figure_touches(p, at);
	size_t after = b->n.end, first = a->first;

	if ((figure_is_hyphen(figure_sign(p, after)) &&
		figure_touches(p, after) && after + 1 < p->count &&
		p->t[after + 1].type == TOKEN_NUMBER) ||
	    (first > 1 && figure_touches(p, first) &&
		(figure_sign(p, first - 1) == '-' ||
		    figure_sign(p, first - 1) == '+')))
		return false; /* a telephone number */
	if (figure_touches(p, at) && at == a->first + 1 &&
	    b->end == b->first + 1 && figure_text(p, a->first).n == 3 &&
	    figure_text(p, b->first).n == 4)
		return false; /* 123-4567 */

	if (!figure_is_hyphen(figure_sign(p, at)) ||
	    (at + 1 != b->first && !(p->o->all && gap(p, a, b) == at + 1)))
		return false;
	if (spaced == figure_touches(p, at + 1))
		return false;
	if (spaced && !p->o->all && figure_sign(p, at) == 0x2013 &&
	    is_score(p, a, b) && is_game(p, a->first)) {
		make_score(a, b); /* lost 1 - 2 to England */
		return true;
	}
	if (spaced && !a->unit.n && a->n.end == a->n.first + 1 &&
	    p->t[a->n.first].end - p->t[a->n.first].start == 4)
		return false; /* in 2022 - 24.6 per cent higher */
	if (spaced && !p->o->all && !(a->unit.n && b->unit.n) &&
	    !(figure_sign(p, at) == 0x2013 && b->unit.n))
		return false;
	if (!spaced && is_score(p, a, b)) {
		make_score(a, b);
		return true;
	}
	if (decimal_compare(a->low, decimal_shift(b->low, b->n.power)) > 0 &&
	    !b->unit.n)
		return false;
	if (!align(a, b))
		return false;
	make_range(a, b, "range-hyphen");
	return true;
}

static bool
join_to(struct passage *p, struct figure *a, struct figure *b)
{
	bool own = a->unit.n && b->unit.n && !(b->flags & FIGURE_HYPHEN);
	size_t at = a->end, start;
	bool from;

	if (figure_is_hyphen(figure_sign(p, at)))
		at++;
	if (!(figure_is(p, at, "to") || figure_is(p, at, "through")) ||
	    at + 1 != gap(p, a, b))
		return false;
	start = before(p, a->first);
	from = start && figure_is(p, start - 1, "from");
	if (!from && !a->unit.n && !b->unit.n &&
	    decimal_compare(a->low, b->low) >= 0)
		return false;
	if (own && changes(p, start) && !p->o->all)
		return false;
	if (!align(a, b))
		return false;
	make_range(a, b, "range-to");
	return true;
}

static bool
join_and(struct passage *p, struct figure *a, struct figure *b)
{
	size_t start;
	bool between;

	if (!figure_is(p, a->end, "and"))
		return false;
	start = before(p, a->first);
	if (a->kind == FIGURE_ORDINAL && start &&
	    figure_is(p, start - 1, "the"))
		start--;
	between = start && (figure_is(p, start - 1, "between") ||
			       (p->o->all && figure_is(p, start - 1, "from")));

	if (!between || gap(p, a, b) != a->end + 1 || !align(a, b))
		return false;
	make_range(a, b, "range-between");
	return true;
}

/* Above 30 and below 40; over, when all is asked for: one over three. */
static bool
join_limits(struct passage *p, struct figure *a, struct figure *b)
{
	const struct word *v, *w;
	size_t edge;

	if (!p->o->all)
		return false;
	if (b->first == a->end + 1 && figure_is(p, a->end, "over") &&
	    !a->unit.n && !b->unit.n && b->low.n) {
		make_ratio(a, b, "ratio-over");
		return true;
	}
	v = figure_behind(p, &p->w->qualifier, a->first, 6, &edge);
	w = figure_behind(p, &p->w->qualifier, b->first, 6, &edge);
	if (!v || !w || !figure_is(p, a->end, "and") ||
	    gap(p, a, b) != a->end + 1 ||
	    !((*v->more == '>' && *w->more == '<' &&
		  decimal_compare(a->low, b->low) < 0) ||
		(*v->more == '<' && *w->more == '>' &&
		    decimal_compare(a->low, b->low) > 0)) ||
	    !align(a, b))
		return false;
	make_range(a, b, "range-limits");
	return true;
}

/* Two or three, five or six. */
static bool
join_or(struct passage *p, struct figure *a, struct figure *b)
{
	if (!figure_is(p, a->end, "or") || b->first != a->end + 1 ||
	    a->unit.n || decimal_compare(a->low, b->low) >= 0 ||
	    !is_small(b->low, 100) || p->o->all || !align(a, b))
		return false;
	make_range(a, b, "range-or");
	return true;
}

/* Whether a number could be a year: 2013. */
static bool
is_year(const struct passage *p, const struct figure *f)
{
	uint64_t n;

	return !f->unit.n && f->n.end == f->n.first + 1 &&
	       p->t[f->n.first].end - p->t[f->n.first].start == 4 &&
	       decimal_whole(f->low, &n) && n >= 1900 && n < 2100;
}

/* The token behind "of the", "out of every", "in" ...; 0 if they are not
 * there. */
static size_t
of_which(const struct passage *p, size_t at)
{
	static const char *const after[] = { "the", "its", "their", "his",
		"her", "our", "those", "these", "all", "every", "a", "about",
		"some" };
	size_t k;

	if (figure_is(p, at, "out"))
		at++;
	if (!figure_is(p, at, "of"))
		return 0;
	at++;
	for (k = 0; k < sizeof after / sizeof *after; k++)
		if (figure_is(p, at, after[k]))
			return at + 1;
	return at;
}

static bool
join_of(struct passage *p, struct figure *a, struct figure *b)
{
	size_t at = of_which(p, a->end), end = a->end;

	if (figure_is_hyphen(figure_sign(p, end)) && figure_touches(p, end) &&
	    figure_is(p, end + 1, "of") &&
	    figure_is_hyphen(figure_sign(p, end + 2)))
		at = end + 3; /* 12-of-20 */
	if (at != b->first || a->unit.n || b->unit.n || !b->low.n ||
	    decimal_compare(a->low, b->low) > 0 || a->low.point ||
	    (is_year(p, b) && !figure_is_plural(p, b->end) && !p->o->all))
		return false;
	make_ratio(a, b, "ratio-of");
	return true;
}

static bool
join_in(struct passage *p, struct figure *a, struct figure *b)
{
	size_t at = a->end;

	if (!figure_is(p, at, "in"))
		return false;
	at += figure_is(p, at + 1, "every") ? 2 : 1;
	if (at != b->first || a->unit.n || b->unit.n || a->low.point ||
	    decimal_compare(a->low, b->low) >= 0 ||
	    (decimal_against(&b->low, 1000) > 0 &&
		!(b->n.flags & NUMERAL_GROUPED)))
		return false;
	if (decimal_against(&a->low, 1) != 0 &&
	    !is_small(b->low, 10) && !is_small(a->low, 10))
		return false;
	make_ratio(a, b, "ratio-in");
	return true;
}

/* One civilian for every two: a noun between, which is what is counted. */
static bool
join_every(struct passage *p, struct figure *a, struct figure *b)
{
	size_t i, at = b->first;

	if (at < a->end + 2 || at > a->end + 7 || a->unit.n ||
	    !figure_is(p, at - 1, "every") || !figure_is(p, at - 2, "for"))
		return false;
	for (i = a->end; i < at - 2; i++)
		if (!figure_is_word(p, i) ||
		    figure_class(p, &p->w->noun, i) == NOUN_STOP)
			return false;
	a->noun = a->noun_end = a->end;
	while (a->noun_end < at - 2 &&
	       figure_class(p, &p->w->noun, a->noun_end) != NOUN_VERB)
		a->noun_end++;
	make_ratio(a, b, "ratio-every");
	return true;
}

void
figure_join(struct passage *p)
{
	static bool (*const joins[])(struct passage *, struct figure *,
	    struct figure *) = { join_hyphen, join_to, join_and, join_limits,
		join_or, join_of, join_in, join_every };
	size_t i, k;

	for (i = 0; i + 1 < p->n; i++) {
		bool same;
		struct figure *a = &p->f[i], *b = &p->f[i + 1];

		same = a->n.kind == b->n.kind &&
		       (p->o->all || a->n.kind == NUMERAL_CARDINAL);
		if (!p->o->all && is_year(p, a) && !is_year(p, b))
			continue; /* from 108,000 in 2013 to 59,000 */
		if (a->kind == FIGURE_MULTIPLE && b->kind != FIGURE_MULTIPLE)
			continue; /* 3.5-fold to 7 trillion won */
		if (!same || !plain(a) || !plain(b) || b->first > a->end + 8)
			continue;
		for (k = 0; k < sizeof joins / sizeof *joins; k++)
			if (joins[k](p, a, b))
				break;
	}
}

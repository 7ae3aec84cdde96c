/* quantity_noun - what is counted, without a parser
 *
 * The words behind a figure up to a function word, a verb or a sign are the
 * run. With a number other than one the head is the first word in the run
 * that looks like a plural ("the 15 council members"), else the last one; what
 * stands before the head is kept. "Of the", "of them being" and the like are
 * stepped over. Units are also measured on their left: "a depth of 10km". A
 * number without a noun takes that of the figure before it in the sentence:
 * "four servicemen ..., two of them". */
#include "figure.h"

enum {
	LONGEST = 6, /* words of a noun phrase, about             */
	NEAR = 6,    /* figures, and tokens, that a noun is carried */
	FAR = 60     /* over                                        */
};

static int class(const struct passage *p, size_t i)
{
	return figure_class(p, &p->w->noun, i);
}

/* Whether a token may stand in a run of nouns and adjectives. */
static bool
runs(const struct passage *p, size_t i)
{
	int c = class(p, i);

	if (i < p->count && p->t[i].type == TOKEN_NUMBER) /* COVID-19 */
		return i > 1 && figure_touches(p, i) &&
		       figure_is_hyphen(figure_sign(p, i - 1)) &&
		       figure_is_word(p, i - 2);
	if (figure_is_hyphen(figure_sign(p, i)))
		return figure_touches(p, i) && figure_touches(p, i + 1) &&
		       i + 1 < p->count &&
		       (figure_is_word(p, i + 1) ||
			   (p->t[i + 1].type == TOKEN_NUMBER &&
			       p->t[i - 1].flags & TOKEN_UPPER));
	if (figure_is_word(p, i) && i && figure_touches(p, i) &&
	    figure_is_hyphen(figure_sign(p, i - 1)))
		return true; /* Rwandan-based */
	return figure_is_word(p, i) && c != NOUN_STOP && c != NOUN_VERB &&
	       figure_text(p, i).s[0] != '\'';
}

static size_t
run_end(const struct passage *p, size_t at)
{
	size_t i = at;

	if (class(p, at) == NOUN_VERB && figure_is_plural(p, at + 1) &&
	    (str_ends(figure_text(p, at), STR("ed")) ||
		str_ends(figure_text(p, at), STR("ing"))))
		i++; /* wounded soldiers */
	while (i < at + 2 * LONGEST && runs(p, i))
		i++;
	return i;
}

/* Sets the noun to the head of the run at a token, with what is before it;
 * false if there is none. */
static bool
set_head(const struct passage *p, struct figure *f, size_t at, bool many)
{
	size_t end = run_end(p, at), i, from;

	if (f + 1 < p->f + p->n && f[1].first >= at && f[1].first < end &&
	    !figure_touches(p, f[1].first))
		end = f[1].first; /* 1 percent own half */

	if (end == at || figure_is_hyphen(figure_sign(p, at)))
		return false;
	for (i = at; many && i < end; i++)
		if (figure_is_plural(p, i) &&
		    !figure_is_hyphen(figure_sign(p, i + 1))) {
			bool more = class(p, i) && i + 1 < end &&
				    !str_ends(figure_text(p, i), STR("s")) &&
				    figure_is_plural(p, i + 1) &&
				    str_ends(figure_text(p, i + 1), STR("s"));

			/* crew members, police officers */

			f->noun_end = i + 1 + more;
			break;
		}
	if (!many || i == end) {
		if (many && (end > at + 3 ||
				str_ends(figure_text(p, end - 1), STR("ed")) ||
				str_ends(figure_text(p, end - 1), STR("ing"))))
			return false;
		f->noun_end = end;
		if (f->kind != FIGURE_ORDINAL && !many && end > at + 1 &&
		    !class(p, end - 1) && figure_is_plural(p, end - 1))
			f->noun_end--; /* one party leads: a verb */
	}
	for (from = at; from < f->noun_end && class(p, from) == NOUN_SKIP;)
		from++;
	f->noun = from;
	return from < f->noun_end;
}

static bool
is_one(const struct figure *f)
{
	return decimal_against(&f->low, 1) == 0 &&
	       !(f->flags & FIGURE_RANGE);
}

/* Steps over determiners and figures' friends: the, its, these, other. */
static size_t
skip_determiners(const struct passage *p, size_t i)
{
	static const char *const words[] = { "the", "its", "their", "his",
		"her", "our", "my", "your", "those", "these", "all", "such",
		"a", "an", "some", "any", "more", "other", "additional",
		"further", "most", "few", "many", "several", "'s", "'" };
	size_t k, end;

	for (;; i = end) {
		end = i;
		for (k = 0; k < sizeof words / sizeof *words; k++)
			if (figure_is(p, i, words[k]))
				end = i + 1;
		if (end == i)
			return i;
	}
}

/* "of them", with "being" or the like and a noun behind it. */
static bool
of_them(struct passage *p, struct figure *f)
{
	static const char *const verbs[] = { "being", "were", "are", "was",
		"is" };
	size_t at = f->end + 2, k;
	bool verb = false;

	if (!figure_is(p, f->end, "of") ||
	    !(figure_is(p, f->end + 1, "them") ||
		figure_is(p, f->end + 1, "which") ||
		figure_is(p, f->end + 1, "whom") ||
		figure_is(p, f->end + 1, "those")))
		return false;
	for (k = 0; k < sizeof verbs / sizeof *verbs; k++)
		if (figure_is(p, at, verbs[k]))
			verb = true;
	at += verb;
	if (!runs(p, at) || !set_head(p, f, at, true) ||
	    !figure_is_plural(p, f->noun_end - 1)) {
		f->noun = f->noun_end = 0;
		f->flags |= FIGURE_CARRIED;
	}
	return true;
}

/* The noun before a unit: "a depth of 10km", "winds of up to 140 mph". */
static void
left_head(const struct passage *p, struct figure *f)
{
	size_t at = f->first, edge;

	while (figure_behind(p, &p->w->qualifier, at, 5, &edge))
		at = edge;
	if (at >= 2 && figure_is(p, at - 1, "of") && runs(p, at - 2) &&
	    class(p, at - 2) != NOUN_SKIP) {
		f->noun = at - 2;
		f->noun_end = at - 1;
	}
}

/* What follows a percentage without being what it is of: 5% higher. */
static bool
is_comparison(const struct passage *p, size_t i)
{
	static const char *const words[] = { "higher", "lower", "larger",
		"bigger", "smaller", "faster", "slower", "greater", "stronger",
		"weaker", "cheaper", "better", "worse", "intend", "believe",
		"agree", "disagree", "support", "oppose", "thought", "want",
		"effective", "own", "full", "empty", "lack", "complete",
		"certain", "sure", "accurate", "likely", "annually", "year" };
	size_t k;

	for (k = 0; k < sizeof words / sizeof *words; k++)
		if (figure_is(p, i, words[k]))
			return true;
	return str_ends(figure_text(p, i), STR("ed")) ||
	       str_ends(figure_text(p, i), STR("ly"));
}

/* The boy, 9, ... */
static void
age_head(const struct passage *p, struct figure *f)
{
	size_t at = f->first;

	if (set_head(p, f, f->end, false))
		return;
	f->noun = f->noun_end = 0;
	if (at >= 2 && figure_sign(p, at - 1) == ',' && runs(p, at - 2) &&
	    !(p->t[at - 2].flags & TOKEN_UPPER)) {
		f->noun = at - 2;
		f->noun_end = at - 1;
	}
}

/* Sets the head of "of the X", over a possessor: of the country's banks. */
static bool
head_of(const struct passage *p, struct figure *f, size_t at)
{
	size_t end;
	uint32_t c;

	at = skip_determiners(p, at);
	if (f + 1 < p->f + p->n && f[1].first == at)
		at = f[1].end; /* half of the 1.5 billion people */
	end = run_end(p, at);
	c = figure_sign(p, end);
	if (end > at && end < p->count &&
	    (figure_text(p, end).n < 5 &&
		(figure_is(p, end, "'s") ||
		    figure_is(p, end, "\xe2\x80\x99s"))))
		at = skip_determiners(p, end + 1);
	else if (end > at && (c == '\'' || c == 0x2019) &&
		 figure_touches(p, end) && !figure_touches(p, end + 1))
		at = skip_determiners(p, end + 1);
	if (set_head(p, f, at, true) || set_head(p, f, at, false))
		return true;
	if (!figure_is_event(p, at) || runs(p, at))
		return false;
	f->noun = at; /* 50 of the wounded */
	f->noun_end = at + 1;
	return true;
}

static void
measured_head(struct passage *p, struct figure *f)
{
	size_t at = f->end;

	if (f->kind == FIGURE_QUANTITY && figure_is(p, at, "of") &&
	    figure_is(p, at + 1, "the")) {
		left_head(p, f); /* a radius of 20 km of the dam */
		if (f->noun_end)
			return;
	}
	if (figure_is(p, at, "of")) {
		if (!head_of(p, f, at + 1))
			f->noun = f->noun_end = 0;
		return;
	}
	if (f->kind == FIGURE_PERCENT || f->flags & FIGURE_HYPHEN) {
		if (!is_comparison(p, at) && set_head(p, f, at, false) &&
		    f->noun_end < f->noun + 4)
			return;
		f->noun = f->noun_end = 0;
	}
	if (f->kind != FIGURE_MONEY)
		left_head(p, f);
}

/* Whether "or so", "or more" and the like stand at a token, and where they
 * end. */
static bool
qualified(const struct passage *p, size_t at, size_t *edge)
{
	const struct word *w = figure_ahead(p, &p->w->qualifier, at, 3, edge);

	return w && w->class == QUALIFIER_AFTER;
}

static void
counted_head(struct passage *p, struct figure *f)
{
	size_t at = f->end, edge;
	bool many = !is_one(f) && f->kind != FIGURE_ORDINAL;

	if (f->noun_end || of_them(p, f))
		return;
	if (f->flags & FIGURE_HYPHEN) { /* 30,000-strong force */
		if (!set_head(p, f, at, false))
			f->noun = f->noun_end = 0;
		return;
	}
	if (figure_sign(p, at) == '"' || figure_sign(p, at) == 0x201d)
		at++; /* "dozens upon dozens" of bodies */
	if (figure_is(p, at, "of")) {
		if (!head_of(p, f, at + 1))
			f->noun = f->noun_end = 0;
		return;
	}
	if (qualified(p, f->end, &edge))
		at = edge; /* a dozen or so shops */
	if (f->kind == FIGURE_FRACTION)
		at = skip_determiners(p, at); /* half the ships */
	if (figure_is(p, at, "were") && figure_is_plural(p, at + 1) &&
	    !runs(p, at + 2))
		at++; /* nine were civilians */
	if (f->kind == FIGURE_ORDINAL && f + 1 < p->f + p->n &&
	    f[1].first == f->end && !f[1].unit.n)
		at = f[1].end; /* the first two books */
	else if (f->kind == FIGURE_ORDINAL && f + 1 < p->f + p->n &&
		 f[1].kind == FIGURE_ORDINAL && f[1].first == f->end + 1 &&
		 figure_is(p, f->end, "and"))
		at = f[1].end; /* his 11th and 12th goals */
	if (figure_is(p, at, "more") || figure_is(p, at, "fewer") ||
	    figure_is(p, at, "other") || figure_is(p, at, "additional") ||
	    figure_is(p, at, "such"))
		at++;
	if (f->kind == FIGURE_RATIO || f->kind == FIGURE_FRACTION)
		many = true;
	if (!set_head(p, f, at, many))
		f->noun = f->noun_end = 0;
}

static void
keep_text(struct passage *p, struct figure *f)
{
	if (f->noun_end == f->noun + 1 && figure_is(p, f->noun, "others")) {
		f->noun = f->noun_end = 0;
		f->flags |= FIGURE_CARRIED; /* of whom the text does not say */
		return;
	}
	if (f->noun_end > f->noun)
		f->what = str_slice(
		    p->text, p->t[f->noun].start, p->t[f->noun_end - 1].end);
}

/* The last figure before f in the sentence that counts something. */
static const struct figure *
counted_before(const struct passage *p, const struct figure *f)
{
	const struct figure *g;

	for (g = f; g > p->f && f - g < NEAR;) {
		g--;
		if (g->flags & FIGURE_DROPPED)
			continue;
		if (f->first - g->end > FAR ||
		    figure_apart(p, g->end, f->first))
			return NULL;
		if ((g->kind == FIGURE_NUMBER || g->kind == FIGURE_COUNT ||
			g->kind == FIGURE_RATIO) &&
		    g->what.n)
			return g;
	}
	return NULL;
}

/* "The number of people killed in the accident to 52": what is counted stands
 * before. */
static bool
number_of(struct passage *p, struct figure *f)
{
	static const char *const before[] = { "to", "at", "from", "was", "is",
		"were", "reached", "hit", "exceeded", "passed" };
	size_t at = f->first, edge, i, k;

	while (figure_behind(p, &p->w->qualifier, at, 5, &edge))
		at = edge;
	for (k = 0; at && k < sizeof before / sizeof *before; k++)
		if (figure_is(p, at - 1, before[k]))
			break;
	if (!at || k == sizeof before / sizeof *before)
		return false;
	for (i = at - 1; i > 1 && i + 18 > at; i--) {
		if (!figure_is(p, i - 1, "of") ||
		    !figure_is(p, i - 2, "number"))
			continue;
		if (figure_apart(p, i, at) || !set_head(p, f, i, true) ||
		    !figure_is_plural(p, f->noun_end - 1)) {
			f->noun = f->noun_end = 0;
			return false;
		}
		f->event = figure_event(p, f->noun_end);
		return true;
	}
	return false;
}

static void
carry(struct passage *p, struct figure *f)
{
	const struct figure *g;

	if (f->kind != FIGURE_NUMBER || f->what.n || f->low.point ||
	    figure_is(p, f->end, "others") ||
	    (f->first > 1 && figure_is(p, f->first - 1, "of") &&
		figure_is_word(p, f->first - 2) &&
		class(p, f->first - 2) != NOUN_STOP) ||
	    f->low.below != 1)
		return;
	g = counted_before(p, f);
	if (!g || g->low.point ||
	    (g->noun_end && figure_is_event(p, g->noun_end - 1)) ||
	    (figure_is_victim(p, f) && !figure_is_victim(p, g)))
		return; /* four gunmen attacked, killing 11 */
	f->what = g->what;
	f->flags |= FIGURE_CARRIED;
}

void
figure_name(struct passage *p)
{
	size_t i;

	for (i = 0; i < p->n; i++) {
		struct figure *f = &p->f[i];

		if (f->flags & FIGURE_DROPPED || f->kind == FIGURE_DURATION)
			continue;
		if (f->kind == FIGURE_AGE)
			age_head(p, f);
		else if (f->unit.n)
			measured_head(p, f);
		else if (f->kind != FIGURE_SCORE && f->kind != FIGURE_MULTIPLE)
			counted_head(p, f);
		if (f->kind == FIGURE_NUMBER && !f->unit.n && !f->noun_end &&
		    !(f->flags & FIGURE_CARRIED))
			number_of(p, f);
		keep_text(p, f);
		carry(p, f);
	}
}

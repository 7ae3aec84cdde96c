/* quantity_event - what happened to those who are counted, or to the amount
 *
 * Killed, wounded, displaced, arrested, missing, infected and freed people;
 * amounts that rise or fall. The list event gives each form its places:
 *
 *   before, with an object     "killed 9", "has displaced more than 240,000"
 *   after, with an auxiliary   "12 people were killed", or at once
 *   after, by itself           "six policemen died"
 *   after, as an adjective     "12 dead"
 *   as a noun before           "a death toll of 12"
 *   counted itself             "12 deaths"
 *
 * Members of a list share what stands before or behind it. A rise or fall
 * takes what follows it directly, with "by" and "to" but not "from". */
#include "figure.h"

enum role {
	OBJECT = 1,
	PASSIVE = 2,
	ITSELF = 4,
	ADJECTIVE = 8,
	NOMINAL = 16,
	COUNTED = 32,
	CHANGE = 64
};

static const char *const names[] = {
	[EVENT_ARRESTED] = "arrested",
	[EVENT_DISPLACED] = "displaced",
	[EVENT_FALL] = "fall",
	[EVENT_FREED] = "freed",
	[EVENT_INFECTED] = "infected",
	[EVENT_KILLED] = "killed",
	[EVENT_MISSING] = "missing",
	[EVENT_RISE] = "rise",
	[EVENT_WOUNDED] = "wounded",
};

static const struct word *
event_at(const struct passage *p, size_t i)
{
	return figure_entry(p, &p->w->event, i);
}

/* Where the figure ends with what it counts. */
static size_t
phrase_end(const struct figure *f)
{
	return f->noun_end > f->end ? f->noun_end : f->end;
}

/* Whether a figure is one of people or things. */
static bool
counts(const struct figure *f)
{
	return !(f->flags & FIGURE_DROPPED) &&
	       (f->kind == FIGURE_NUMBER || f->kind == FIGURE_COUNT ||
		   f->kind == FIGURE_AGE || f->kind == FIGURE_RATIO);
}

/* The event in the verb behind a figure: ... were killed. */
static const char *
behind(const struct passage *p, const struct figure *f)
{
	size_t at = phrase_end(f), i, edge;
	bool helped = true, broken = false;
	const struct word *w;

	if (f->flags & FIGURE_CARRIED && figure_is(p, f->end, "of"))
		at = f->end + 2;
	else if (f->flags & FIGURE_CARRIED && figure_is(p, at, "others"))
		at++;
	for (i = at; i < p->count && i < at + 30; i++) {
		uint32_t c = figure_sign(p, i);
		uint64_t sets = figure_sets(p, i);

		if ((c && figure_apart(p, i, i + 1)) || c == ':' || c == ';' ||
		    figure_has(sets, SET_STOP))
			return NULL;
		if (c == ',' || figure_has(sets, SET_AND)) {
			helped = false;
			continue;
		}
		w = figure_ahead(p, &p->w->event, i, 4, &edge);
		if (w && w->class != EVENT_RISE && w->class != EVENT_FALL) {
			if (w->value & ITSELF && !broken)
				return names[w->class];
			if (helped && w->value & (PASSIVE | ADJECTIVE))
				return names[w->class];
			if (w->value & OBJECT)
				return NULL;
		}
		if (figure_has(sets, SET_AUXILIARY)) {
			helped = true;
		} else if (figure_is_word(p, i)) {
			size_t n = figure_text(p, i).n;

			if (helped && !figure_has(sets, SET_ADVERB) &&
			    !str_ends(figure_text(p, i), STR("ly")))
				helped = false;
			if (n && !broken && !figure_has(sets, SET_HAVE) &&
			    figure_class(p, &p->w->noun, i) == NOUN_VERB)
				broken = true;
		}
	}
	return NULL;
}

/* Skips back over what may stand between a verb and its object. */
static size_t
object_start(const struct passage *p, const struct figure *f)
{
	size_t at = f->first, edge;

	for (;;) {
		if (figure_behind(p, &p->w->qualifier, at, 5, &edge))
			at = edge;
		else if (at && figure_in(p, at - 1, SET_DETERMINER))
			at--;
		else
			return at;
	}
}

/* Over the other objects of a verb: killed [a woman and] her two sons. Only
 * where no verb of its own can follow the figure. */
static size_t
list_start(const struct passage *p, const struct figure *f, size_t at)
{
	size_t i, end = phrase_end(f);
	int c = figure_class(p, &p->w->noun, end);

	if (figure_is_word(p, end) && c != NOUN_STOP &&
	    !figure_in(p, end, SET_AND))
		return at + 1;
	for (i = at; i > 0 && i + 8 > at; i--) {
		const struct word *w = event_at(p, i - 1);

		if (w && w->value & OBJECT)
			return i < at ? i : at + 1;
		c = figure_class(p, &p->w->noun, i - 1);
		if (!figure_is_word(p, i - 1) || c == NOUN_VERB ||
		    (c == NOUN_STOP && !figure_in(p, i - 1, SET_PERSONAL)))
			break;
	}
	return at + 1;
}

/* The event in the verb before a figure, whose object starts at a token:
 * killed 9. */
static const char *
before(const struct passage *p, const struct figure *f, size_t at)
{
	const struct word *w;
	size_t edge;

	if (!at)
		return NULL;
	if (figure_in(p, at - 1, SET_AND))
		at = list_start(p, f, at - 1);
	w = figure_behind(p, &p->w->event, at, 4, &edge);
	if (!w || !(w->value & OBJECT) || w->value & CHANGE)
		return NULL;
	if (edge && w->value & PASSIVE && figure_in(p, edge - 1, SET_PASSIVE))
		return NULL;
	return names[w->class];
}

/* A death toll of 12; the death toll rose to 12; left 12 dead. */
static const char *
nominal(const struct passage *p, size_t at)
{
	const struct word *w;
	size_t i;

	for (i = at; i > 0 && i + 8 > at; i--) {
		w = event_at(p, i - 1);
		if (w && w->value & NOMINAL && i < at)
			return names[w->class];
		if (!figure_in(p, i - 1, SET_TOLL))
			return NULL;
	}
	return NULL;
}

bool
figure_is_victim(const struct passage *p, const struct figure *f)
{
	size_t at = object_start(p, f);

	return before(p, f, at) || nominal(p, at);
}

bool
figure_is_event(const struct passage *p, size_t i)
{
	const struct word *w = event_at(p, i);

	return w && w->value & (ADJECTIVE | COUNTED);
}

const char *
figure_event(const struct passage *p, size_t i)
{
	const struct word *w = event_at(p, i);

	return w && !(w->value & CHANGE) ? names[w->class] : NULL;
}

/* The noun that is counted is the event: 12 deaths. */
static const char *
counted(const struct passage *p, const struct figure *f)
{
	const struct word *w;
	size_t i;

	for (i = f->noun; i < f->noun_end; i++) {
		w = event_at(p, i);
		if (w && w->value & (COUNTED | ADJECTIVE))
			return names[w->class];
	}
	return NULL;
}

/* Whether two figures are members of a list: nothing but nouns, a comma and
 * "and" between them. */
static bool
listed(const struct passage *p, const struct figure *a, const struct figure *b)
{
	size_t i, to = object_start(p, b);

	for (i = phrase_end(a); i < to; i++)
		if (!figure_in(p, i, SET_LIST) &&
		    !figure_is_hyphen(figure_sign(p, i)))
			return false;
	return to > phrase_end(a);
}

/* Rise and fall. */

/* Between the verb and the amount: by, to, or another amount. */
static const char *
change(const struct passage *p, const struct figure *f, size_t i)
{
	size_t steps;
	const struct figure *g = f;
	bool noun = f->what.n && !f->unit.n;

	if (f->flags & FIGURE_HYPHEN && f->kind == FIGURE_NUMBER)
		return NULL;
	if (noun && i && !figure_is(p, i - 1, "by") &&
	    !figure_is(p, i - 1, "to"))
		return NULL; /* lost three members */

	if (i && figure_is(p, i - 1, "from") &&
	    !(f->flags & FIGURE_RANGE && f->unit.n))
		return NULL;
	for (steps = 0; i > 0 && steps < 16; steps++) {
		const struct word *w = event_at(p, i - 1);

		if (w && w->value & CHANGE)
			return i > 1 &&
				       (figure_is(p, i - 1, "up") ||
					   figure_is(p, i - 1, "down")) &&
				       figure_in(p, i - 2, SET_PHRASAL)
				   ? NULL
				   : names[w->class];
		if (g > p->f && g[-1].end == i) { /* over a figure */
			g--;
			i = object_start(p, g);
			continue;
		}
		if (g > p->f && g[-1].noun_end == i) {
			i = g[-1].end;
			continue;
		}
		if (!figure_in(p, i - 1, SET_CHANGE) &&
		    !str_ends(figure_text(p, i - 1), STR("ly")))
			return NULL;
		i--;
	}
	return NULL;
}

static bool
changes(const struct figure *f)
{
	return f->kind == FIGURE_MONEY || f->kind == FIGURE_PERCENT ||
	       f->kind == FIGURE_QUANTITY || f->kind == FIGURE_NUMBER ||
	       f->kind == FIGURE_MULTIPLE || f->kind == FIGURE_FRACTION;
}

static const char *
event_of(const struct passage *p, struct figure *f, const struct figure *last)
{
	const char *event;
	size_t at;

	if (f->event)
		return f->event; /* the number of people killed rose to 5 */
	if (f->n.flags & NUMERAL_GROWN)
		return "rise";
	at = object_start(p, f);
	if (counts(f)) {
		event = nominal(p, at);
		if (!event)
			event = counted(p, f);
		if (!event) {
			event = before(p, f, at);
			f->flags |= event ? FIGURE_ACTIVE : 0;
		}
		if (!event)
			event = behind(p, f);
		if (!event && last && last->event && counts(last) &&
		    ((last->flags & FIGURE_ACTIVE && listed(p, last, f)) ||
			figure_is(p, f->end, "of"))) {
			if (listed(p, last, f) ||
			    figure_is(p, f->end + 1, "them")) {
				event = last->event;
				f->flags |= last->flags & FIGURE_ACTIVE;
			}
		}
		if (event)
			return event;
	}
	return changes(f) ? change(p, f, at) : NULL;
}

void
figure_happen(struct passage *p)
{
	const struct figure *last = NULL;
	size_t i;

	for (i = 0; i < p->n; i++) {
		struct figure *f = &p->f[i];

		if (f->flags & FIGURE_DROPPED || f->kind == FIGURE_DURATION)
			continue;
		if (last && figure_apart(p, last->end, f->first))
			last = NULL;
		f->event = event_of(p, f, last);
		if (counts(f))
			last = f;
	}
}

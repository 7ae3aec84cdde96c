/* timex_bind - what a lexeme adds to a meaning
 *
 * Tables say which class of words, or of digits, is which part of a date. */
#include <stddef.h>

#include "timex_parts.h"

/* What a lexeme of these classes says. */
struct binding {
	int class;
	size_t field;
	uint32_t has;
};

#define FIELD(name) offsetof(struct meaning, name)

/* From the list of words. */
static const struct binding word_bindings[] = {
	{ WHEN_MONTH, FIELD(month), HAS_MONTH },
	{ WHEN_WEEKDAY, FIELD(weekday), HAS_WEEKDAY },
	{ WHEN_WEEKDAYS, FIELD(weekday), HAS_WEEKDAY },
	{ WHEN_SEASON, FIELD(season), HAS_SEASON },
	{ WHEN_SEASONS, FIELD(season), HAS_SEASON },
	{ WHEN_PART, FIELD(part), HAS_PART },
	{ WHEN_DECADE, FIELD(decade), HAS_DECADE },
	{ WHEN_TEEN, FIELD(ord), 0 },
	{ WHEN_EDGE, FIELD(unit), HAS_UNIT },
	{ WHEN_ERA, FIELD(era), HAS_ERA },
	{ WHEN_MOD, FIELD(mod), 0 },
	{ WHEN_MODN, FIELD(mod), 0 },
	{ WHEN_MODR, FIELD(mod), 0 },
	{ WHEN_APPROX, FIELD(mod), 0 },
};

/* From digits. */
static const struct binding digit_bindings[] = {
	{ WHEN_DD, FIELD(day), HAS_DAY },
	{ WHEN_MM, FIELD(month), HAS_MONTH },
	{ WHEN_HH, FIELD(hour), HAS_HOUR },
	{ WHEN_YYYY, FIELD(year), HAS_YEAR },
	{ WHEN_YY, FIELD(year), HAS_YEAR | HAS_SHORT_YEAR },
};

static int *
field_of(struct meaning *m, const struct binding *b)
{
	return (int *)(void *)((char *)m + b->field);
}

static void
bind_unit(struct meaning *m, int unit)
{
	if (m->count && m->durations[m->count - 1].unit == UNIT_NONE) {
		m->durations[m->count - 1].unit = (enum unit)unit;
		return;
	}
	m->unit = unit;
	m->has |= HAS_UNIT;
}

static void
bind_relation(struct meaning *m, const struct place *p, uint32_t at,
    const struct set *s)
{
	const struct word *w;

	if (set_has(s, WHEN_REL) && (w = lexeme_entry(p, at, WHEN_REL))) {
		m->op = OP_REL;
		m->arg = w->value;
	} else if (set_has(s, WHEN_PREL) &&
	    (w = lexeme_entry(p, at, WHEN_PREL))) {
		m->op = OP_PREL;
		m->arg = w->value;
	} else if (set_has(s, WHEN_THAT) && lexeme_is(p, at, WHEN_THAT)) {
		m->op = OP_THAT;
	} else if (set_has(s, WHEN_DEICTIC) &&
	    (w = lexeme_entry(p, at, WHEN_DEICTIC))) {
		m->op = OP_DEICTIC;
		m->arg = w->value;
		if (w->more[0]) {
			m->part = PART_NIGHT;
			m->has |= HAS_PART;
		}
	} else if (set_has(s, WHEN_NOON) &&
	    (w = lexeme_entry(p, at, WHEN_NOON))) {
		m->hour = w->value / 60;
		m->minute = 0;
		m->has |= HAS_HOUR | HAS_MINUTE |
		    (m->hour == 24 ? HAS_MIDNIGHT : 0);
	} else if (set_has(s, WHEN_FREQ) &&
	    (w = lexeme_entry(p, at, WHEN_FREQ))) {
		m->op = OP_SET;
		m->more = w->more;
	} else if ((set_has(s, WHEN_REF) &&
	    (w = lexeme_entry(p, at, WHEN_REF))) || (set_has(s, WHEN_REFADJ) &&
	    (w = lexeme_entry(p, at, WHEN_REFADJ)))) {
		m->op = OP_REF;
		m->more = w->more;
	}
}

static void
bind_digits(struct meaning *m, const struct lexeme *l, const struct set *s)
{
	size_t i;

	if (set_has(s, WHEN_DIGITS))
		m->a = l->value;
	if (set_has(s, WHEN_MI)) {
		if (m->has & HAS_MINUTE) {
			m->second = l->value;
			m->has |= HAS_SECOND;
		} else {
			m->minute = l->value;
			m->has |= HAS_MINUTE;
		}
		return;
	}
	if (set_has(s, WHEN_HHMM) || set_has(s, WHEN_HMM)) {
		m->hour = l->value / 100;
		m->minute = l->value % 100;
		m->has |= HAS_HOUR | HAS_MINUTE;
		return;
	}
	for (i = 0; i < sizeof digit_bindings / sizeof digit_bindings[0]; i++)
		if (set_has(s, digit_bindings[i].class)) {
			*field_of(m, &digit_bindings[i]) = l->value;
			m->has |= digit_bindings[i].has;
		}
}

/* Whether the item asked for the word itself. */
static bool
named(const struct set *s)
{
	return (s->bits[0] >> WHEN_NAMED | s->bits[1] | s->bits[2] |
	    s->bits[3]) != 0;
}

/* Takes what a lexeme says for the classes that the item asked for. */
void
timex_bind(struct meaning *m, const struct place *p, uint32_t at,
    const struct set *s)
{
	const struct word *w;
	size_t i;

	if (p->l[at].type == TOKEN_NUMBER) {
		bind_digits(m, &p->l[at], s);
		return;
	}
	for (i = 0; i < sizeof word_bindings / sizeof word_bindings[0]; i++) {
		const struct binding *b = &word_bindings[i];

		if (!set_has(s, b->class) ||
		    !(w = lexeme_entry(p, at, b->class)))
			continue;
		*field_of(m, b) = w->value;
		m->has |= b->has;
		return;
	}
	if (((set_has(s, WHEN_UNIT) || named(s)) &&
	    (w = lexeme_entry(p, at, WHEN_UNIT))) ||
	    ((set_has(s, WHEN_UNITS) || named(s)) &&
		(w = lexeme_entry(p, at, WHEN_UNITS))) ||
	    (set_has(s, WHEN_ABBR) && (w = lexeme_entry(p, at, WHEN_ABBR)))) {
		bind_unit(m, w->value);
		if (w->class == WHEN_UNITS)
			m->has |= HAS_PLURAL;
		return;
	}
	bind_relation(m, p, at, s);
}

/* What an ordinal counts. */
void
timex_bind_nth(struct meaning *m, const struct place *p, uint32_t at)
{
	const struct word *w = lexeme_entry(p, at, WHEN_UNIT);

	if (w) {
		m->nth_unit = w->value;
		return;
	}
	w = lexeme_entry(p, at, WHEN_WEEKDAY);
	m->nth_unit = UNIT_DAY;
	m->nth_weekday = w ? w->value : 0;
}

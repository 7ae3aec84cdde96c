/* entity_part - a name is one name
 *
 * "Wins for Real - Wednesday" has no name that reaches over the dash, and none
 * that is a day of the week.
 *
 * "Moscow, Russia" is two places. Those who labelled our corpora do not agree
 * on it, so the model says now this and now that. Two places have two
 * countries' codes and two canonical names, which is what a reader of the rows
 * can count with. */
#include "entity_mention.h"
#include "utf8.h"

/* The length of what stands between two names at a byte: ", " between places,
 * a dash with blanks between persons, bodies and places; 0 for none.
 * "Washington, D.C." is one. */
static size_t
between(const struct entity_mention *x, struct str text, size_t at)
{
	static const struct str dashes[] = { STR_INIT(" - "), STR_INIT(" -- "),
		STR_INIT(" \xe2\x80\x93 "), STR_INIT(" \xe2\x80\x94 ") };
	struct str rest = str_slice(text, at, x->end);
	size_t i;

	if (text.s[at] == ',')
		return x->type == TYPE_PLACE && rest.n > 2 &&
		    rest.s[1] == ' ' && !str_starts(rest, STR(", D.C")) &&
		    !str_eq(rest, STR(", DC")) ? 2 : 0;
	if (x->type == TYPE_MISC || x->type == TYPE_FACILITY)
		return 0;
	for (i = 0; text.s[at] == ' ' && i < sizeof dashes / sizeof *dashes;
	     i++)
		if (str_starts(rest, dashes[i]) && rest.n > dashes[i].n)
			return dashes[i].n;
	return 0;
}

static void
add_part(struct entity_mentions *m, const struct entity_mention *x,
    size_t start, size_t end)
{
	if (m->count == m->room)
		m->items = arena_grow(
		    m->arena, m->items, m->count, &m->room, sizeof *m->items);
	m->items[m->count] = *x;
	m->items[m->count].start = (uint32_t)start;
	m->items[m->count++].end = (uint32_t)end;
}

/* Whether it is the day or the month alone, which is a date and no name. */
static bool
is_day(struct str name)
{
	static const struct str days[] = { STR_INIT("Monday"),
		STR_INIT("Tuesday"), STR_INIT("Wednesday"),
		STR_INIT("Thursday"), STR_INIT("Friday"), STR_INIT("Saturday"),
		STR_INIT("Sunday"), STR_INIT("January"), STR_INIT("February"),
		STR_INIT("March"), STR_INIT("April"), STR_INIT("May"),
		STR_INIT("June"), STR_INIT("July"), STR_INIT("August"),
		STR_INIT("September"), STR_INIT("October"),
		STR_INIT("November"), STR_INIT("December") };

	return str_is_one_of(name, days, sizeof days / sizeof *days);
}

static bool
begins_name(struct str text, size_t at)
{
	size_t length;

	return !utf8_is_lower(utf8_decode(text, at, &length));
}

void
entity_part(struct entity_mentions *m, const struct entity_scan *s)
{
	struct entity_mentions made = { .arena = m->arena };
	size_t i;

	for (i = 0; i < m->count; i++) {
		const struct entity_mention *x = &m->items[i];
		struct str text = s->texts[x->unit].text;
		size_t start = x->start, at, n;

		if (x->type == TYPE_MISC && !x->listed &&
		    is_day(str_slice(text, start, x->end)))
			continue;
		for (at = start; !x->listed && at < x->end; at++) {
			n = between(x, text, at);
			if (n && at > start) {
				add_part(&made, x, start, at);
				start = at + n;
			}
		}
		if (start == x->start || begins_name(text, start))
			add_part(&made, x, start, x->end);
	}
	*m = made;
}

/* entity_part - "Moscow, Russia" is two places
 *
 * Those who labelled our corpora do not agree on it, so the model says now
 * this and now that. Two places have two countries' codes and two canonical
 * names, which is what a reader of the rows can count with. */
#include "entity_mention.h"

/* Whether a place ends before the comma at a byte, and another begins behind
 * it; "Washington, D.C." is one. */
static bool
parts(struct str text, size_t at, size_t end)
{
	struct str rest;

	if (text.s[at] != ',' || at + 2 >= end || text.s[at + 1] != ' ')
		return false;
	rest = str_slice(text, at + 2, end);
	return !str_starts(rest, STR("D.C")) && !str_eq(rest, STR("DC"));
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

void
entity_part(struct entity_mentions *m, const struct entity_scan *s)
{
	struct entity_mentions made = { .arena = m->arena };
	size_t i;

	for (i = 0; i < m->count; i++) {
		const struct entity_mention *x = &m->items[i];
		struct str text = s->texts[x->unit].text;
		size_t start = x->start, at;

		for (at = start;
		     x->type == TYPE_PLACE && !x->listed && at < x->end; at++)
			if (parts(text, at, x->end)) {
				add_part(&made, x, start, at);
				start = at + 2;
			}
		add_part(&made, x, start, x->end);
	}
	*m = made;
}

/* entity_list - the user's own names win over the model */
#include "entity_mention.h"

static unsigned
type_of(const struct name *name)
{
	static const struct {
		struct str kind;
		unsigned type;
	} kinds[] = { { STR_INIT("person"), TYPE_PERSON },
		{ STR_INIT("org"), TYPE_ORG },
		{ STR_INIT("place"), TYPE_PLACE },
		{ STR_INIT("norp"), TYPE_NORP } };
	size_t i;

	for (i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_eq(kinds[i].kind, name->kind))
			return kinds[i].type;
	return TYPE_MISC;
}

/* Takes over the mentions that end before a place; those that reach into it
 * are dropped. */
static void
take_before(struct entity_mentions *m, const struct entity_mention *old,
    size_t count, size_t *next, size_t start, size_t end)
{
	for (; *next < count && old[*next].start < end; ++*next)
		if (old[*next].end <= start)
			m->items[m->count++] = old[*next];
}

static const struct entity_mention *
copy_of(struct arena *a, const struct entity_mention *old, size_t count)
{
	struct entity_mention *copy =
	    ARENA_ARRAY(a, struct entity_mention, count + 1);
	size_t i;

	for (i = 0; i < count; i++)
		copy[i] = old[i];
	return copy;
}

void
entity_list(struct entity_mentions *m, const struct names *names,
    const struct entity_text *t, size_t unit, size_t from)
{
	struct entity_mentions made = { .arena = m->arena };
	const struct entity_mention *old = NULL;
	size_t count = m->count - from, next = 0, i, length;

	for (i = 0; i < t->count; i += length) {
		const struct name *name = names_find(
		    names, t->text, &t->tokens[i], t->count - i, &length);
		struct entity_mention *x;

		if (!name) {
			length = 1;
			continue;
		}
		x = entity_mention_add(
		    &made, t, unit, i, i + length, type_of(name));
		x->surety = 99;
		x->listed = true;
		x->name = name->value;
		x->attrs = name->attrs;
	}
	if (!made.count)
		return;
	if (count)
		old = copy_of(m->arena, m->items + from, count);
	while (m->room < from + count + made.count)
		m->items = arena_grow(
		    m->arena, m->items, m->count, &m->room, sizeof *m->items);
	m->count = from;
	for (i = 0; i < made.count; i++) {
		take_before(m, old, count, &next, made.items[i].start,
		    made.items[i].end);
		m->items[m->count++] = made.items[i];
	}
	take_before(m, old, count, &next, SIZE_MAX, SIZE_MAX);
}

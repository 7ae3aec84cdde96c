/* span - what a step finds: a slice of a text, and what it means */
#include "span.h"

struct span *
span_add(struct arena *a, struct spans *list, const char *kind, size_t unit,
    size_t start, size_t end)
{
	struct span *s = arena_raw(a, sizeof *s);

	*s = (struct span){ .kind = kind, .unit = unit, .start = start,
		.end = end };
	if (list->last)
		list->last->next = s;
	else
		list->first = s;
	list->last = s;
	list->count++;
	return s;
}

/* What the format cannot hold. */
static bool
is_bad(char c)
{
	return (unsigned char)c < ' ' || c == 0x7f || c == '|';
}

void
span_attr(struct arena *a, struct span *s, const char *key, struct str value)
{
	struct str parts[5] = { s->attrs, STR("|"), str_of(key), STR("="),
		value };
	size_t skip = s->attrs.n ? 0 : 2;
	char *copy;
	size_t i;

	if (!value.n)
		return;
	for (i = 0; i < value.n && !is_bad(value.s[i]); i++)
		;
	if (i < value.n) {
		parts[4].s = copy = arena_bytes(a, value.n);
		for (i = 0; i < value.n; i++)
			copy[i] = is_bad(value.s[i]) ? ' ' : value.s[i];
	}
	s->attrs = arena_join(a, parts + skip, 5 - skip);
}

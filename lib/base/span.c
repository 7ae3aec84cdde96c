/* span - what a step finds: a slice of a text, and what it means */
#include "span.h"

struct span *
span_add(struct arena *a, struct spans *list, const char *kind, size_t unit,
    size_t start, size_t end)
{
	struct span *s = ARENA_NEW(a, struct span);

	s->kind = kind;
	s->unit = unit;
	s->start = start;
	s->end = end;
	if (list->last)
		list->last->next = s;
	else
		list->first = s;
	list->last = s;
	list->count++;
	return s;
}

void
span_attr(struct arena *a, struct span *s, const char *key, struct str value)
{
	size_t i;

	if (!value.n)
		return;
	if (s->attrs.n)
		s->attrs = arena_append(a, s->attrs, STR("|"));
	s->attrs = arena_append(a, s->attrs, str_of(key));
	s->attrs = arena_append(a, s->attrs, STR("="));
	for (i = 0; i < value.n; i++) {
		unsigned char c = (unsigned char)value.s[i];
		bool bad = c < ' ' || c == 0x7f || c == '|';

		s->attrs = arena_append(a, s->attrs,
		    bad ? STR(" ") : str_slice(value, i, i + 1));
	}
}

/* facts - what a document says, each fact once, and how often */
#include "facts.h"

#include "kind.h"
#include "sort.h"

enum { MOST = 1 << 14 }; /* facts of a document that are told apart */

void
facts_init(struct facts *f, const struct os *os)
{
	*f = (struct facts){ .count = 0 };
	arena_init(&f->arena, os);
}

void
facts_reset(struct facts *f)
{
	arena_reset(&f->arena);
	*f = (struct facts){ .arena = f->arena };
}

void
facts_free(struct facts *f)
{
	arena_free(&f->arena);
}

/* The slot of a fact: where it stands, or where it belongs. */
static uint32_t *
find(struct facts *f, struct str kind, struct str gloss)
{
	size_t mask = f->slots_count - 1;
	size_t i = (size_t)(str_hash(gloss) ^ str_hash(kind)) & mask;
	const struct fact *fact;

	for (; f->slots[i]; i = (i + 1) & mask) {
		fact = &f->list[f->slots[i] - 1];
		if (str_eq(fact->gloss, gloss) && str_eq(fact->kind, kind))
			break;
	}
	return &f->slots[i];
}

static void
grow(struct facts *f)
{
	size_t i;

	f->slots_count = f->slots_count ? f->slots_count * 2 : 64;
	f->slots = ARENA_ARRAY(&f->arena, uint32_t, f->slots_count);
	for (i = 0; i < f->count; i++)
		*find(f, f->list[i].kind, f->list[i].gloss) = (uint32_t)i + 1;
}

void
facts_add(struct facts *f, const struct record *note, size_t unit)
{
	struct str gloss = kind_gloss(arena_scratch(&f->arena), note);
	struct fact *fact;
	uint32_t *slot;

	if (!gloss.n)
		gloss = note->text;
	if (f->count * 2 >= f->slots_count)
		grow(f);
	slot = find(f, note->kind, gloss);
	if (*slot) {
		f->list[*slot - 1].count++;
	} else if (f->count == MOST) {
		f->left_out++;
	} else {
		if (f->count == f->room)
			f->list = arena_grow(&f->arena, f->list, f->count,
			    &f->room, sizeof *f->list);
		fact = &f->list[f->count];
		fact->kind = arena_copy(&f->arena, note->kind);
		fact->gloss = arena_copy(&f->arena, gloss);
		fact->kind_index = kind_find(note->kind);
		fact->count = 1;
		fact->unit = unit;
		fact->order = f->count++;
		*slot = (uint32_t)f->count;
	}
	arena_reset(arena_scratch(&f->arena));
}

static int
compare(const void *a, const void *b)
{
	const struct fact *x = a, *y = b;
	int order;

	if (x->kind_index != y->kind_index)
		return x->kind_index < y->kind_index ? -1 : 1;
	order = str_compare(x->kind, y->kind);
	if (order)
		return order;
	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return x->order < y->order ? -1 : 1;
}

void
facts_sort(struct facts *f)
{
	sort_stable(&f->arena, f->list, f->count, sizeof *f->list, compare);
}

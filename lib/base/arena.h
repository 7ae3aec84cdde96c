/* arena - memory that is given back all at once
 *
 * An arena hands out memory from large chunks and takes it back as a whole.
 * Nothing that it gave out is freed alone. When there is no memory the
 * program ends with a message, so no caller looks for NULL. */
#ifndef NF_ARENA_H
#define NF_ARENA_H

#include <stdalign.h>

#include "os.h"
#include "str.h"

struct arena {
	const struct os *os;  /* where chunks come from */
	struct chunk *chunks; /* the newest first */
	char *next, *end;     /* the free part of the newest chunk */
	struct arena *scratch; /* see arena_scratch; NULL until asked for */
};

/* Makes an empty arena; it asks for memory when it is first used. */
void arena_init(struct arena *a, const struct os *os);

/* Memory for n bytes, zeroed, aligned for any type. */
void *arena_alloc(struct arena *a, size_t n);

/* The same, not zeroed; in line, as it is nearly always a sum. */
void *arena_more(struct arena *a, size_t n);
static inline void *
arena_raw(struct arena *a, size_t n)
{
	size_t pad = -(uintptr_t)a->next % alignof(max_align_t);
	size_t room = (size_t)(a->end - a->next);
	char *p = a->next;

	if (!p || room < pad || room - pad < n)
		return arena_more(a, n);
	a->next = p + pad + n;
	return p + pad;
}

/* An array of zeroed elements. A size that overflows ends the program. */
void *arena_array(struct arena *a, size_t count, size_t size);
#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, count) \
	((type *)arena_array((a), (count), sizeof(type)))

/* Room for an array, aligned and not zeroed. What is not written to costs
 * nothing where the system gives out large memory page by page, so the room
 * may be the most that can be needed. */
void *arena_room(struct arena *a, size_t count, size_t size);

/* A copy of an array with the first count elements kept and room for twice
 * as many, the new ones zeroed. *room is the number of elements it has room
 * for, before and after. */
void *arena_grow(struct arena *a, const void *array, size_t count,
    size_t *room, size_t size);

/* Memory for n bytes, not zeroed and not aligned. */
char *arena_bytes(struct arena *a, size_t n);

/* A copy of the text, or of several texts end to end. */
struct str arena_copy(struct arena *a, struct str text);
struct str arena_join(struct arena *a, const struct str *texts, size_t count);

/* Adds to a text that this arena made: in place, when it was the last thing
 * made, else a copy. */
struct str arena_append(struct arena *a, struct str text, struct str more);

/* An arena beside this one for what a step needs for one text only; reset it
 * before use. It lives as long as its owner. */
struct arena *arena_scratch(struct arena *a);

/* Gives everything back but the newest chunk, which is kept for next time. */
void arena_reset(struct arena *a);

/* Gives everything back to the system. */
void arena_free(struct arena *a);

#endif

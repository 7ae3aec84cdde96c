/* arena - memory that is given back all at once */
#include "arena.h"

#include <errno.h>
#include <string.h>

#include "die.h"

enum {
	CHUNK_MIN = 16 << 10, /* the first chunk; each next is twice as large */
	CHUNK_MAX = 1 << 20  /* as long as it is not larger than this */
};

struct chunk {
	struct chunk *older;
	size_t size; /* bytes behind this header */
	max_align_t bytes[];
};

void
arena_init(struct arena *a, const struct os *os)
{
	*a = (struct arena){ .os = os };
}

static void
add_chunk(struct arena *a, size_t n)
{
	size_t size = a->chunks ? a->chunks->size * 2 : CHUNK_MIN;
	struct chunk *c;

	if (size > CHUNK_MAX)
		size = CHUNK_MAX;
	if (size < n)
		size = n;
	if (size > SIZE_MAX - sizeof *c)
		die(a->os, ENOMEM, "memory:");
	c = a->os->resize(a->os->context, NULL, sizeof *c + size);
	if (!c)
		die(a->os, ENOMEM, "memory:");
	c->older = a->chunks;
	c->size = size;
	a->chunks = c;
	a->next = (char *)c->bytes;
	a->end = a->next + size;
}

char *
arena_bytes(struct arena *a, size_t n)
{
	char *p;

	if ((size_t)(a->end - a->next) < n || !a->next)
		add_chunk(a, n);
	p = a->next;
	a->next += n;
	return p;
}

void *
arena_more(struct arena *a, size_t n)
{
	char *p;

	add_chunk(a, n);
	p = a->next;
	a->next += n;
	return p;
}

void *
arena_alloc(struct arena *a, size_t n)
{
	return memset(arena_raw(a, n), 0, n);
}

void *
arena_room(struct arena *a, size_t count, size_t size)
{
	if (count > SIZE_MAX / size)
		die(a->os, ENOMEM, "memory:");
	return arena_raw(a, count * size);
}

void *
arena_array(struct arena *a, size_t count, size_t size)
{
	if (count > SIZE_MAX / size)
		die(a->os, ENOMEM, "memory:");
	return arena_alloc(a, count * size);
}

void *
arena_grow(struct arena *a, const void *array, size_t count, size_t *room,
    size_t size)
{
	size_t used = count * size;
	char *larger;

	if (count > SIZE_MAX / 2 / size)
		die(a->os, ENOMEM, "memory:");
	*room = count < 8 ? 16 : count * 2;
	larger = arena_raw(a, *room * size);
	if (used)
		memcpy(larger, array, used);
	memset(larger + used, 0, *room * size - used);
	return larger;
}

struct str
arena_copy(struct arena *a, struct str text)
{
	char *p = arena_bytes(a, text.n);

	if (text.n)
		memcpy(p, text.s, text.n);
	return (struct str){ p, text.n };
}

struct str
arena_join(struct arena *a, const struct str *texts, size_t count)
{
	struct str all = { NULL, 0 };
	size_t i, n = 0;
	char *p;

	for (i = 0; i < count; i++)
		n += texts[i].n;
	all.s = p = arena_bytes(a, n);
	for (i = 0; i < count; i++) {
		if (texts[i].n)
			memcpy(p + all.n, texts[i].s, texts[i].n);
		all.n += texts[i].n;
	}
	return all;
}

struct str
arena_append(struct arena *a, struct str text, struct str more)
{
	if (text.n && text.s + text.n == a->next &&
	    (size_t)(a->end - a->next) >= more.n) {
		if (more.n)
			memcpy(a->next, more.s, more.n);
		a->next += more.n;
		return (struct str){ text.s, text.n + more.n };
	}
	return arena_join(a, (struct str[]){ text, more }, 2);
}

struct arena *
arena_scratch(struct arena *a)
{
	if (!a->scratch) {
		a->scratch = a->os->resize(a->os->context, NULL,
		    sizeof *a->scratch);
		if (!a->scratch)
			die(a->os, ENOMEM, "memory:");
		arena_init(a->scratch, a->os);
	}
	return a->scratch;
}

static void
release_chunks(struct arena *a, struct chunk *c)
{
	while (c) {
		struct chunk *older = c->older;

		a->os->release(a->os->context, c);
		c = older;
	}
}

void
arena_reset(struct arena *a)
{
	if (!a->chunks)
		return;
	release_chunks(a, a->chunks->older);
	a->chunks->older = NULL;
	a->next = (char *)a->chunks->bytes;
	a->end = a->next + a->chunks->size;
}

void
arena_free(struct arena *a)
{
	release_chunks(a, a->chunks);
	if (a->scratch) {
		arena_free(a->scratch);
		a->os->release(a->os->context, a->scratch);
	}
	arena_init(a, a->os);
}

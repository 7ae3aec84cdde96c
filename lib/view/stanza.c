/* stanza - a structure row and the annotations under it */
#include "stanza.h"

#include <string.h>

#include "sort.h"
#include "utf8.h"

enum { LOOSE = 1000 }; /* notes without a unit that are held */

void
stanza_init(struct stanza *p, const struct os *os,
    void (*take)(void *context, struct stanza *p), void *context)
{
	*p = (struct stanza){ .take = take, .context = context };
	arena_init(&p->arena, os);
}

static int
compare(const void *a, const void *b)
{
	const struct record *note = a;

	return record_order(note->start, note->end, note->kind, b);
}

static void
finish(struct stanza *p)
{
	if (p->open && record_is_unit(p->row.kind))
		sort_stable(&p->arena, p->notes, p->count, sizeof *p->notes,
		    compare);
	if (p->open)
		p->take(p->context, p);
	arena_reset(&p->arena);
	p->row = (struct record){ .kind = { NULL, 0 } };
	p->notes = NULL;
	p->count = p->room = 0;
	p->open = false;
}

/* Whether a terminal or a browser would act on a code point instead of
 * showing it: C1 controls, and marks that turn the direction of writing, by
 * which one text can be made to look like another. */
static bool
is_active(uint32_t c)
{
	return (c >= 0x80 && c < 0xa0) || (c >= 0x202a && c <= 0x202e) ||
	    (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f ||
	    c == 0x2028 || c == 0x2029 || c == 0x061c;
}

/* A copy, as long as the text is. */
static struct str
clean(struct stanza *p, struct str text)
{
	struct str copy = arena_copy(&p->arena, text);
	char *s = (char *)copy.s;
	size_t at, n;

	utf8_scrub(s, copy.n);
	for (at = 0; at < copy.n; at += n) {
		if ((unsigned char)s[at] < 0x80) {
			n = 1;
			continue;
		}
		if (is_active(utf8_decode(copy, at, &n)))
			memset(s + at, '?', n);
	}
	return copy;
}

static struct record
copy(struct stanza *p, const struct record *r)
{
	struct record c = *r;

	c.kind = clean(p, r->kind);
	c.doc = clean(p, r->doc);
	c.text = clean(p, r->text);
	c.value = clean(p, r->value);
	c.attrs = clean(p, r->attrs);
	return c;
}

void
stanza_row(struct stanza *p, const struct record *r)
{
	if (record_is_structure(r->kind)) {
		finish(p);
		p->row = copy(p, r);
		p->doc = p->row.doc;
		p->open = true;
		return;
	}
	if (p->open && (!str_eq(p->doc, r->doc) ||
			   (!p->row.kind.n && p->count == LOOSE)))
		finish(p);
	if (!p->open)
		p->doc = clean(p, r->doc);
	if (p->count == p->room)
		p->notes = arena_grow(&p->arena, p->notes, p->count, &p->room,
		    sizeof *p->notes);
	p->notes[p->count++] = copy(p, r);
	p->open = true;
}

void
stanza_end(struct stanza *p)
{
	finish(p);
	arena_free(&p->arena);
}

bool
stanza_holds(const struct stanza *p, const struct record *note)
{
	const struct record *r = &p->row;

	return record_is_unit(r->kind) && r->text.n == r->end - r->start &&
	    note->start >= r->start && note->start < note->end &&
	    note->end <= r->end;
}

/* The notes that are open at one place, the outermost first. */
struct stack {
	const struct record *notes[STANZA_DEEPEST]; /* [count] */
	size_t count;
};

/* Closes what ends at a place: with it, for a moment, what was opened later
 * and goes on. */
static void
close_at(struct stack *s, const struct stanza_walk *w, size_t place)
{
	size_t first = 0, i, kept;

	while (first < s->count && s->notes[first]->end > place)
		first++;
	for (i = s->count; i-- > first;)
		w->close(w->context, s->notes[i], s->notes[i]->end <= place);
	for (i = kept = first; i < s->count; i++)
		if (s->notes[i]->end > place) {
			s->notes[kept++] = s->notes[i];
			w->open(w->context, s->notes[i]);
		}
	s->count = kept;
}

/* The place where the next note of the stack ends, or the limit. */
static size_t
next_end(const struct stack *s, size_t limit)
{
	size_t i;

	for (i = 0; i < s->count; i++)
		if (s->notes[i]->end < limit)
			limit = s->notes[i]->end;
	return limit;
}

void
stanza_walk(const struct stanza *p, const struct stanza_walk *w)
{
	const struct record *r = &p->row, *note;
	struct stack s = { .count = 0 };
	size_t at = r->start, next, i = 0, end = r->start + r->text.n;

	for (;;) {
		while (i < p->count && (!stanza_holds(p, &p->notes[i]) ||
			p->notes[i].start < at))
			i++;
		note = i < p->count ? &p->notes[i] : NULL;
		next = next_end(&s, note ? note->start : end);
		if (next > at)
			w->text(w->context, str_slice(r->text, at - r->start,
			    next - r->start));
		at = next;
		close_at(&s, w, at);
		if (note && note->start == at) {
			i++;
			if (s.count < STANZA_DEEPEST) {
				s.notes[s.count++] = note;
				w->open(w->context, note);
			}
		}
		if (at == end && !s.count)
			return;
	}
}

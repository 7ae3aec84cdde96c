/* window - the rows of a document, held until its step has run */
#include "window.h"

#include <errno.h>

#include "die.h"
#include "group.h"
#include "utf8.h"

struct window {
	struct buf name, date, title; /* of the document */
	bool open;        /* there is a document */
	size_t sentences; /* numbers given out in it, with .splits */

	struct row *rows; /* [count] */
	size_t count, room;
	struct buf bytes; /* of their lines */
	size_t text;      /* bytes of text that count in them */
	size_t heads;     /* those that are no annotations */

	/* while the step runs */
	size_t *row_of;      /* [units] the row of each text that it gets */
	struct str *text_of; /* [units] */
	struct str *attrs_of; /* [units] of its row */
	size_t *start_of;    /* [units] where it begins in the document */
	size_t first;     /* texts before this one are context only */
	size_t units;
	struct own *own;  /* [owns] what it found */
	size_t owns, own_room;
	bool unsorted;    /* it was not found in order */
	struct buf tail;  /* see struct group */

	/* with -u: the last units of the document */
	struct buf context[WINDOW_CONTEXT];
	size_t context_count; /* all that there were */
};

struct window *
window_new(struct filter *f)
{
	struct window *w = ARENA_NEW(&f->forever, struct window);
	size_t i;

	buf_init(&w->name, f->os);
	buf_init(&w->date, f->os);
	buf_init(&w->title, f->os);
	buf_init(&w->bytes, f->os);
	buf_init(&w->tail, f->os);
	for (i = 0; i < WINDOW_CONTEXT; i++)
		buf_init(&w->context[i], f->os);
	return w;
}

void
window_free(struct filter *f)
{
	struct window *w = f->window;
	size_t i;

	buf_free(&w->name);
	buf_free(&w->date);
	buf_free(&w->title);
	buf_free(&w->bytes);
	buf_free(&w->tail);
	for (i = 0; i < WINDOW_CONTEXT; i++)
		buf_free(&w->context[i]);
	if (w->rows)
		f->os->release(f->os->context, w->rows);
	if (w->own)
		f->os->release(f->os->context, w->own);
}

static void
set(struct buf *b, struct str text)
{
	b->n = 0;
	if (!str_eq(text, STR("-")))
		buf_add(b, text);
}

bool
window_same(const struct filter *f, struct str name)
{
	return f->window->open && str_eq(buf_str(&f->window->name), name);
}

void
window_document(struct filter *f, struct str name)
{
	struct window *w = f->window;

	window_close(f);
	w->name.n = 0;
	buf_add(&w->name, name);
	w->date.n = w->title.n = 0;
	w->sentences = 0;
	w->context_count = 0;
	w->open = true;
	f->documents++;
}

void
window_title(struct filter *f, const struct record *doc)
{
	set(&f->window->date, doc->value);
	set(&f->window->title, doc->text);
}

size_t
window_cut(struct str text)
{
	size_t n = text.n, back;

	while (n > text.n / 2 && text.s[n - 1] != ' ')
		n--;
	if (n > text.n / 2)
		return n;
	for (back = 1; back < 4 && back < text.n; back++) {
		unsigned char c = (unsigned char)text.s[text.n - back];
		size_t length = c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;

		if (c >= 0xc0)
			return back < length ? text.n - back : text.n;
		if (c < 0x80)
			break;
	}
	return text.n;
}

/* Makes an array larger that is used again for each window. */
static void *
grow(struct filter *f, void *array, size_t *room, size_t size)
{
	*room = *room ? *room + *room / 2 : 64;
	array = f->os->resize(f->os->context, array, *room * size);
	if (!array)
		die(f->os, ENOMEM, "memory:");
	return array;
}

/* Whether a row is a bare line that may be joined to the last one. */
static bool
is_next_line(const struct window *w, const struct row *r)
{
	const struct row *last = w->rows + w->count - 1;

	return w->count && last->class == ROW_BARE && r->class == ROW_BARE &&
	    r->number == last->number + 1 &&
	    r->start - last->end <= WINDOW_GAP;
}

/* Whether the window ends before a row that is no annotation. */
static bool
ends_before(const struct filter *f, const struct row *r, size_t text)
{
	const struct window *w = f->window;

	if (w->text + text > WINDOW_TEXT || w->heads == WINDOW_ROWS)
		return true;
	return f->splits && w->text > WINDOW_SPLIT && !is_next_line(w, r);
}

/* Between bare lines that may be joined stand as many blanks as there are
 * bytes between them in the document; all of those are blanks or controls. */
static void
add_gap(struct window *w, const struct row *r)
{
	size_t i;

	if (is_next_line(w, r))
		for (i = w->rows[w->count - 1].end; i < r->start; i++)
			buf_byte(&w->bytes, ' ');
	else if (w->count)
		buf_byte(&w->bytes, '\n');
}

void
window_add(struct filter *f, const struct row *r, struct str line, size_t text)
{
	struct window *w = f->window;
	bool head = r->class != ROW_ANNOTATION;

	if (head && ends_before(f, r, text))
		window_close(f);
	if (w->count == w->room)
		w->rows = grow(f, w->rows, &w->room, sizeof *w->rows);
	add_gap(w, r);
	w->rows[w->count] = *r;
	w->rows[w->count].at = w->bytes.n;
	w->rows[w->count++].length = line.n;
	buf_add(&w->bytes, line);
	if (r->class == ROW_BARE) /* it leaves as a row of ours */
		utf8_scrub(w->bytes.s + w->bytes.n - line.n, line.n);
	w->text += text;
	w->heads += head;
}

bool
window_full(const struct filter *f)
{
	const struct window *w = f->window;

	return w->bytes.n + w->count * sizeof *w->rows > WINDOW_HELD;
}

struct str
row_line(const struct filter *f, const struct row *r)
{
	return str_slice(buf_str(&f->window->bytes), r->at, r->at + r->length);
}

/* Joins the bare lines of a block: rows[from..to). Those that are gone are
 * marked; false when none is. */
static bool
join_block(struct filter *f, size_t from, size_t to)
{
	struct row *rows = f->window->rows, *head = &rows[from];
	struct str *lines = ARENA_ARRAY(&f->arena, struct str, to - from);
	bool *joined = ARENA_ARRAY(&f->arena, bool, to - from);
	size_t i;
	bool any = false;

	for (i = from; i < to; i++)
		lines[i - from] = row_line(f, &rows[i]);
	f->join(f, lines, to - from, joined);
	for (i = from + 1; i < to; i++) {
		if (!joined[i - from]) {
			head = &rows[i];
			continue;
		}
		head->length = rows[i].at + rows[i].length - head->at;
		head->end = rows[i].end;
		rows[i].class = ROW_GONE;
		any = true;
	}
	return any;
}

/* Whether a row is the next line of the document. */
static bool
follows(const struct row *last, const struct row *r)
{
	return r->class == ROW_BARE && r->number == last->number + 1 &&
	    r->start - last->end == r->at - (last->at + last->length);
}

static void
join(struct filter *f)
{
	struct window *w = f->window;
	size_t from, to, i;
	bool any = false;

	for (from = 0; from < w->count; from = to) {
		to = from + 1;
		if (w->rows[from].class != ROW_BARE)
			continue;
		while (to < w->count && follows(&w->rows[to - 1], &w->rows[to]))
			to++;
		if (to - from > 1 && join_block(f, from, to))
			any = true;
	}
	if (!any)
		return;
	for (from = i = 0; i < w->count; i++)
		if (w->rows[i].class != ROW_GONE)
			w->rows[from++] = w->rows[i];
	w->count = from;
}

static void
add_text(struct window *w, size_t row, size_t start, struct str text,
    struct str attrs)
{
	w->row_of[w->units] = row;
	w->start_of[w->units] = start;
	w->attrs_of[w->units] = attrs;
	w->text_of[w->units++] = text;
}

/* Adds the text of a unit: a long one in pieces cut behind a blank. That of a
 * bare line is clean already. */
static void
add_unit(struct filter *f, size_t row)
{
	const struct row *r = &f->window->rows[row];
	struct str text = row_text(f, r), attrs = STR("");
	size_t start = r->start, n;

	if (r->class != ROW_BARE) {
		text = utf8_clean(&f->arena, text);
		attrs = row_attrs(f, r);
	}
	for (; text.n > WINDOW_TEXT; start += n) {
		n = window_cut(str_slice(text, 0, WINDOW_TEXT));
		add_text(f->window, row, start, str_slice(text, 0, n), attrs);
		text = str_slice(text, n, text.n);
	}
	add_text(f->window, row, start, text, attrs);
}

struct str
row_text(const struct filter *f, const struct row *r)
{
	return str_slice(row_line(f, r), r->text,
	    r->text + (r->end - r->start));
}

struct str
row_attrs(const struct filter *f, const struct row *r)
{
	size_t used = r->text + (r->end - r->start) + 1;
	struct str rest;

	if (r->class == ROW_BARE)
		return STR("");
	rest = str_slice(row_line(f, r), used, r->length);
	str_cut(&rest, '\t');
	return str_eq(rest, STR("-")) ? STR("") : rest;
}

static void
collect_units(struct filter *f)
{
	struct window *w = f->window;
	size_t i, k = w->context_count > WINDOW_CONTEXT
	    ? w->context_count - WINDOW_CONTEXT
	    : 0;
	/* a piece of a long unit is longer than half a window */
	size_t most = w->count + w->bytes.n / (WINDOW_TEXT / 2) +
	    WINDOW_CONTEXT;

	w->row_of = arena_room(&f->arena, most, sizeof *w->row_of);
	w->text_of = arena_room(&f->arena, most, sizeof *w->text_of);
	w->attrs_of = arena_room(&f->arena, most, sizeof *w->attrs_of);
	w->start_of = arena_room(&f->arena, most, sizeof *w->start_of);
	w->units = 0;
	for (; k < w->context_count; k++)
		add_text(w, 0, 0, buf_str(&w->context[k % WINDOW_CONTEXT]),
		    STR(""));
	w->first = w->units;
	for (i = 0; i < w->count; i++)
		if (w->rows[i].class == ROW_UNIT ||
		    w->rows[i].class == ROW_BARE)
			add_unit(f, i);
}

void
window_span(struct filter *f, const struct span *s)
{
	struct window *w = f->window;
	struct own *o;

	if (s->unit < w->first)
		return;
	if (w->owns == w->own_room)
		w->own = grow(f, w->own, &w->own_room, sizeof *w->own);
	o = &w->own[w->owns++];
	o->span = s;
	o->row = w->row_of[s->unit];
	o->start = w->start_of[s->unit] + s->start;
	o->end = w->start_of[s->unit] + s->end;
	o->text = str_slice(w->text_of[s->unit], s->start, s->end);
	if (w->owns > 1 && (o[-1].row > o->row ||
		(o[-1].row == o->row && o[-1].start >= o->start)))
		w->unsorted = true;
}

static void
run_step(struct filter *f)
{
	struct window *w = f->window;
	struct document d = { .name = buf_str(&w->name),
		.date = buf_str(&w->date), .title = buf_str(&w->title) };

	w->owns = 0;
	w->unsorted = false;
	collect_units(f);
	if (w->units == w->first)
		return;
	d.count = w->units;
	d.texts = w->text_of;
	d.attrs = w->attrs_of;
	d.starts = w->start_of;
	f->document(f, &d);
	if (w->unsorted)
		group_sort(&f->arena, w->own, w->owns);
}

/* The row at i, the annotations under it, and what was found of it, from *own
 * on. */
static void
gather(const struct window *w, size_t i, size_t *own, struct group *g)
{
	size_t k = *own;

	g->rows = &w->rows[i];
	for (g->count = 1; i + g->count < w->count &&
	    w->rows[i + g->count].class == ROW_ANNOTATION; g->count++)
		;
	g->own = w->owns ? &w->own[k] : NULL;
	while (k < w->owns && w->own[k].row == i)
		k++;
	g->own_count = k - *own;
	*own = k;
}

/* Copies rows that leave as they came: their lines lie end to end. */
static void
copy_rows(struct filter *f, const struct row *first, const struct row *last)
{
	struct row all = *first;

	all.length = last->at + last->length - first->at;
	output_line(&f->output, row_line(f, &all));
}

static void
write_rows(struct filter *f)
{
	enum { MOST = 32 << 10 }; /* bytes that are copied at once */
	struct window *w = f->window;
	struct str name = buf_str(&w->name), tab = STR("\t");
	struct group g = { .doc = name, .sentences = &w->sentences,
		.tail = &w->tail };
	size_t i, from, own = 0;

	g.para = arena_join(&f->arena,
	    (struct str[]){ STR("para\t"), name, tab }, 3);
	g.sent = arena_join(&f->arena,
	    (struct str[]){ STR("sent\t"), name, tab }, 3);
	for (i = from = 0; i < w->count; i += g.count) {
		bool stays;

		gather(w, i, &own, &g);
		stays = group_stays(f, &g);
		if (from < i &&
		    (!stays || w->rows[i].at - w->rows[from].at > MOST)) {
			copy_rows(f, &w->rows[from], &w->rows[i - 1]);
			from = i;
		}
		if (!stays) {
			group_write(f, &g);
			from = i + g.count;
		}
	}
	if (from < i)
		copy_rows(f, &w->rows[from], &w->rows[i - 1]);
}

/* With -u: keeps the texts for the units that come after them. */
static void
remember(struct filter *f)
{
	struct window *w = f->window;
	size_t i;

	for (i = w->first; i < w->units; i++) {
		struct buf *b = &w->context[w->context_count++ %
		    WINDOW_CONTEXT];
		struct str text = w->text_of[i];

		if (text.n > WINDOW_TEXT / 256) {
			text = str_slice(text, 0, WINDOW_TEXT / 256);
			text = str_slice(text, 0, window_cut(text));
		}
		b->n = 0;
		buf_add(b, text);
	}
}

void
window_close(struct filter *f)
{
	struct window *w = f->window;

	if (!w->count)
		return;
	if (f->join)
		join(f);
	run_step(f);
	write_rows(f);
	if (f->unbuffered) {
		remember(f);
		output_flush(&f->output);
	}
	w->count = w->text = w->heads = w->bytes.n = 0;
	arena_reset(&f->arena);
}

void
window_end(struct filter *f)
{
	window_close(f);
	f->window->open = false;
}

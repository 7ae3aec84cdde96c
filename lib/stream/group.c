/* group - a row and the annotations under it, written in canonical order
 *
 * Rows that came in are copied as they are. Where nothing is found and the
 * rows are in order already, a whole group is one copy. */
#include "group.h"

#include "sort.h"
#include "utf8.h"

/* An annotation, found or come in, while its group is being sorted. */
struct item {
	size_t start, end;
	struct str kind;
	const struct own *own; /* NULL: it came in, as line */
	struct str line;       /* with its newline */
};

static struct str
kind_of(const struct filter *f, const struct row *r)
{
	struct str line = row_line(f, r);

	return str_cut(&line, '\t');
}

/* Writes a line that came in. The last line of a file may lack its newline. */
static void
write_line(struct filter *f, struct str line)
{
	output_line(&f->output, line);
}

static struct str
why(struct filter *f, const struct span *s)
{
	struct str rule = str_of(s->rule ? s->rule : "-");

	return f->why ? record_attr_set(&f->arena, s->attrs, STR("why"), rule)
		      : s->attrs;
}

static void
write_own(struct filter *f, const struct group *g, const struct own *o)
{
	struct record r = {
		.kind = str_of(o->span->kind),
		.doc = g->doc,
		.number = g->rows[0].number,
		.start = o->start,
		.end = o->end,
		.text = o->text,
		.value = o->span->value,
		.attrs = why(f, o->span),
	};

	record_write_clean(&f->output.bytes, &r);
	output_relieve(&f->output);
	f->found = true;
}

static int
compare_items(const void *a, const void *b)
{
	const struct item *x = a, *y = b;
	struct record r = { .start = y->start, .end = y->end,
		.kind = y->kind };

	return record_order(x->start, x->end, x->kind, &r);
}

static int
compare_own(const void *a, const void *b)
{
	const struct own *x = a, *y = b;
	struct record r = { .start = y->start, .end = y->end,
		.kind = str_of(y->span->kind) };

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return record_order(x->start, x->end, str_of(x->span->kind), &r);
}

void
group_sort(struct arena *a, struct own *own, size_t count)
{
	sort_stable(a, own, count, sizeof *own, compare_own);
}

/* The number of the first annotation: 1 under a row, 0 before any unit. */
static size_t
first_annotation(const struct group *g)
{
	return g->rows[0].class != ROW_ANNOTATION;
}

/* The row itself; a bare line is made a para row. */
static void
write_head(struct filter *f, const struct group *g)
{
	const struct row *r = &g->rows[0];

	if (f->only || r->class == ROW_ANNOTATION)
		return;
	if (r->class != ROW_BARE) {
		write_line(f, row_line(f, r));
		return;
	}
	record_write_framed(&f->output.bytes, g->para, r->number, r->start,
	    r->end, row_line(f, r), STR("\t-\t-"));
	output_relieve(&f->output);
}

static bool
in_order(const struct filter *f, const struct group *g)
{
	size_t i;

	for (i = first_annotation(g) + 1; i < g->count; i++) {
		const struct row *x = &g->rows[i - 1], *y = &g->rows[i];
		struct record r = { .start = y->start, .end = y->end,
			.kind = kind_of(f, y) };

		if (record_order(x->start, x->end, kind_of(f, x), &r) > 0)
			return false;
	}
	return true;
}

static struct item *
items_of(struct filter *f, const struct group *g, size_t *count)
{
	struct item *items = ARENA_ARRAY(&f->arena, struct item,
	    g->own_count + g->count);
	size_t i, n = 0;

	for (i = 0; i < g->own_count; i++)
		items[n++] = (struct item){ g->own[i].start, g->own[i].end,
			str_of(g->own[i].span->kind), &g->own[i],
			{ NULL, 0 } };
	for (i = first_annotation(g); i < g->count; i++)
		items[n++] = (struct item){ g->rows[i].start, g->rows[i].end,
			kind_of(f, &g->rows[i]), NULL,
			row_line(f, &g->rows[i]) };
	*count = n;
	return items;
}

static void
write_annotations(struct filter *f, const struct group *g)
{
	size_t count, i;
	struct item *items;

	if (!g->own_count && (g->count == 1 || f->only))
		return;
	items = items_of(f, g, &count);
	sort_stable(&f->arena, items, count, sizeof *items, compare_items);
	for (i = 0; i < count; i++)
		if (items[i].own)
			write_own(f, g, items[i].own);
		else if (!f->only)
			write_line(f, items[i].line);
}

/* An annotation of a para comes under a sentence: column 3 is exchanged. */
static void
write_moved(struct filter *f, struct str line, size_t number)
{
	struct buf *b = &f->output.bytes;
	int i;

	for (i = 0; i < 2; i++) {
		buf_add(b, str_cut(&line, '\t'));
		buf_byte(b, '\t');
	}
	str_cut(&line, '\t');
	buf_size(b, number);
	buf_byte(b, '\t');
	buf_add(b, line);
	buf_byte(b, '\n');
	output_relieve(&f->output);
}

/* Adds an attribute that came in. */
static void
add_attr(struct buf *b, const char *key, struct str value)
{
	size_t from;

	if (!value.s)
		return;
	buf_add(b, str_of(key));
	from = b->n;
	buf_add(b, value);
	utf8_scrub(b->s + from, value.n);
}

/* Columns 7 and 8 of a sentence: the number of its para, at and role of it.
 * Those of bare text have the number alone. */
static void
make_tail(struct filter *f, const struct group *g)
{
	struct buf *b = g->tail;
	struct str attrs;

	b->n = 0;
	buf_add(b, STR("\t-\t"));
	if (g->rows[0].class == ROW_BARE) {
		buf_add(b, STR("para="));
		buf_size(b, g->rows[0].number);
		return;
	}
	attrs = row_attrs(f, &g->rows[0]);
	add_attr(b, "at=", record_attr(attrs, STR("at")));
	if (b->n > 3)
		buf_byte(b, '|');
	buf_add(b, STR("para="));
	buf_size(b, g->rows[0].number);
	add_attr(b, "|role=", record_attr(attrs, STR("role")));
}

static void
write_sentence(struct filter *f, const struct group *g, const struct own *o)
{
	const char *rule = o->span->rule ? o->span->rule : "-";
	size_t tail = g->tail->n;

	++*g->sentences;
	f->found = true;
	if (f->text) {
		output_line(&f->output, o->text);
		return;
	}
	if (f->why) {
		buf_add(g->tail, STR("|why="));
		buf_add(g->tail, str_of(rule));
	}
	record_write_framed(&f->output.bytes, g->sent, *g->sentences, o->start,
	    o->end, o->text, buf_str(g->tail));
	g->tail->n = tail;
	output_relieve(&f->output);
}

/* Writes the sentences that take the place of a para. */
static void
write_sentences(struct filter *f, const struct group *g)
{
	size_t i;

	make_tail(f, g);
	for (i = 0; i < g->own_count; i++)
		write_sentence(f, g, &g->own[i]);
}

/* The same, and under each what stood under the para: what starts before the
 * next one begins. */
static void
write_divided(struct filter *f, const struct group *g)
{
	size_t i, k, count;
	struct item *items;
	struct group rows = *g;

	make_tail(f, g);
	rows.own_count = 0;
	items = items_of(f, &rows, &count);
	sort_stable(&f->arena, items, count, sizeof *items, compare_items);
	for (i = k = 0; i < g->own_count; i++) {
		write_sentence(f, g, &g->own[i]);
		for (; k < count && (i + 1 == g->own_count ||
			items[k].start < g->own[i + 1].start); k++)
			write_moved(f, items[k].line, *g->sentences);
	}
}

/* A sentence that came in, alone: it counts as an own row. */
static void
write_passed(struct filter *f, const struct row *r)
{
	f->found = true;
	if (!f->text) {
		write_line(f, row_line(f, r));
		return;
	}
	record_field(&f->output.bytes, row_text(f, r));
	buf_byte(&f->output.bytes, '\n');
	output_relieve(&f->output);
}

bool
group_stays(struct filter *f, const struct group *g)
{
	enum row_class class = g->rows[0].class;

	if (f->text || f->only || g->own_count || class == ROW_BARE)
		return false;
	f->found |= class == ROW_PASSED;
	return in_order(f, g);
}

void
group_write(struct filter *f, const struct group *g)
{
	const struct row *head = &g->rows[0];
	bool unit = head->class == ROW_UNIT || head->class == ROW_BARE;

	if (head->class == ROW_PASSED && (f->text || f->only)) {
		write_passed(f, head);
	} else if (f->splits && unit && g->own_count) {
		if (g->count == 1 || f->only || f->text)
			write_sentences(f, g);
		else
			write_divided(f, g);
	} else if (!f->text) {
		write_head(f, g);
		write_annotations(f, g);
	}
}

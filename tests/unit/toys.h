/* toys - the smallest filter of each sort, for tests of the frame
 *
 * Each checks what the frame promises its hooks: texts are well formed, free
 * of control bytes, and at most 1 MiB long. */
#ifndef NF_TOYS_H
#define NF_TOYS_H

#include "filter.h"
#include "utf8.h"

static size_t toy_broken; /* promises that the frame did not keep */
static size_t toy_units;  /* the most units that came at once */

static inline void
toy_look(const struct document *d)
{
	size_t i, k;

	if (d->count > toy_units)
		toy_units = d->count;
	for (i = 0; i < d->count; i++) {
		toy_broken += d->texts[i].n > 1 << 20;
		toy_broken += utf8_valid(d->texts[i]) != d->texts[i].n;
		for (k = 0; k < d->texts[i].n; k++)
			toy_broken += (unsigned char)d->texts[i].s[k] < ' ';
	}
}

static inline bool
toy_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Tags runs of capitals as "caps". */
static inline void
toy_tag(struct filter *f, const struct document *d)
{
	struct spans found = { NULL, NULL, 0 };
	struct span *s;
	size_t i, from, to;

	toy_look(d);
	for (i = 0; i < d->count; i++)
		for (from = 0; from < d->texts[i].n; from = to) {
			struct str t = d->texts[i];

			to = from + 1;
			if (!toy_upper(t.s[from]))
				continue;
			while (to < t.n && toy_upper(t.s[to]))
				to++;
			s = span_add(&f->arena, &found, "caps", i, from, to);
			s->value = utf8_lower(&f->arena,
			    str_slice(t, from, to));
			span_attr(&f->arena, s, "date", d->date);
			span_attr(&f->arena, s, "title", d->title);
			s->rule = "run";
		}
	for (s = found.first; s; s = s->next)
		filter_add(f, s);
}

/* Ends a sentence behind each full stop. */
static inline void
toy_split(struct filter *f, const struct document *d)
{
	struct spans found = { NULL, NULL, 0 };
	struct span *s;
	size_t i, from, to;

	toy_look(d);
	for (i = 0; i < d->count; i++)
		for (from = 0; from < d->texts[i].n; from = to) {
			struct str t = d->texts[i];

			to = from + 1;
			if (t.s[from] == ' ')
				continue;
			while (to < t.n && t.s[to - 1] != '.')
				to++;
			while (t.s[to - 1] == ' ')
				to--;
			span_add(&f->arena, &found, "sent", i, from, to);
		}
	for (s = found.first; s; s = s->next)
		filter_add(f, s);
}

/* A line that begins in lower case goes on from the one before. */
static inline void
toy_join(struct filter *f, const struct str *lines, size_t count, bool *joined)
{
	size_t i;

	(void)f;
	for (i = 1; i < count; i++)
		joined[i] = lines[i].s[0] >= 'a' && lines[i].s[0] <= 'z';
}

static inline void
toy_row(struct filter *f, const struct record *r)
{
	record_field(&f->output.bytes, r->text);
	buf_byte(&f->output.bytes, '\n');
	output_relieve(&f->output);
	f->found = true;
}

/* One row a window, with the number of its line and its length. */
static inline void
toy_page(struct filter *f, const struct page *p)
{
	struct record r = { STR("para"), p->name, p->line, p->offset,
		p->offset + p->bytes.n, p->bytes, STR("-"), STR("-") };

	filter_row(f, &r);
}

static inline bool
toy_whole(struct filter *f, struct str beginning)
{
	(void)f;
	return str_starts(beginning, STR("<"));
}

static const char *const toy_caps[] = { "caps", NULL };
static const char *const toy_sent[] = { "sent", NULL };

static const struct filter tagger = { .name = "tagger", .purpose = "Tag.",
	.example = "tagger", .kinds = toy_caps, .document = toy_tag };
static const struct filter splitter = { .name = "splitter",
	.purpose = "Split.", .example = "splitter", .kinds = toy_sent,
	.document = toy_split, .join = toy_join, .splits = true };
static const struct filter printer = { .name = "printer",
	.purpose = "Print.", .example = "printer", .row = toy_row };
static const struct filter cleaner = { .name = "cleaner",
	.purpose = "Clean.", .example = "cleaner", .page = toy_page,
	.whole = toy_whole };

#endif

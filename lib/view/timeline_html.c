/* timeline_html - a time line as a page: a chart, and the sentences
 *
 * The axis of the chart is drawn so that a minute of news and a century of
 * history fit on one: the way from one day to the next that is named grows
 * with the logarithm of the time between. So it shows order and clusters, and
 * not lengths. Numbers are integers; the same stream gives the same page. */
#include "markup.h"
#include "timeline.h"

enum {
	WIDTH = 1000,  /* of the chart; the browser scales it */
	EDGE = 24,     /* left free at both sides */
	DOT = 9,       /* from one dot to the one above it */
	HIGHEST = 14,  /* dots over one another; the others are left out */
	BELOW = 46,    /* the axis, and two rows of labels */
	APART = 42     /* two labels, at least */
};

/* Where the moments stand. */
struct chart {
	const struct timeline *t;
	uint64_t *way;   /* [count] from the first moment, not yet scaled */
	size_t *rank;    /* [count] of its dot among those of that day */
	size_t highest;  /* rank, at most HIGHEST - 1 */
};

/* 256 times the logarithm to the base 2, with straight lines between the
 * powers of 2. */
static uint64_t
logarithm(uint64_t n)
{
	uint64_t exponent = 0;

	while (n >> (exponent + 1))
		exponent++;
	return exponent * 256 + (((n << 8) >> exponent) & 255);
}

static void
lay_out(struct chart *c, struct arena *a)
{
	const struct moment *m = c->t->list;
	size_t i;

	c->way = ARENA_ARRAY(a, uint64_t, c->t->count);
	c->rank = ARENA_ARRAY(a, size_t, c->t->count);
	for (i = 1; i < c->t->count; i++) {
		c->way[i] = c->way[i - 1] +
		    logarithm((uint64_t)(m[i].day - m[i - 1].day) + 1);
		if (m[i].day == m[i - 1].day)
			c->rank[i] = c->rank[i - 1] + 1;
		if (c->rank[i] > c->highest && c->rank[i] < HIGHEST)
			c->highest = c->rank[i];
	}
}

static size_t
place(const struct chart *c, size_t i)
{
	uint64_t all = c->way[c->t->count - 1];

	if (!all)
		return WIDTH / 2;
	return EDGE + (size_t)(c->way[i] * (WIDTH - 2 * EDGE) / all);
}

static size_t
axis(const struct chart *c)
{
	return (c->highest + 2) * DOT;
}

static void
put(struct buf *b, struct str before, size_t number, struct str behind)
{
	buf_add(b, before);
	buf_size(b, number);
	buf_add(b, behind);
}

static void
write_label(struct buf *b, size_t x, size_t y, struct str text)
{
	put(b, STR("<text text-anchor=\"middle\" x=\""), x, STR("\" y=\""));
	put(b, STR(""), y, STR("\">"));
	markup_text(b, text);
	MARKUP(b, "</text>\n");
}

/* The years, and below them the days, as far as there is room. */
static void
write_labels(struct buf *b, const struct chart *c)
{
	size_t i, x, year_x = 0, day_x = 0;
	const struct moment *m = c->t->list;
	struct str year, last = { NULL, 0 };

	for (i = 0; i < c->t->count; i++) {
		x = place(c, i);
		year = str_slice(m[i].from, 0, 4);
		if (!str_eq(year, last) && (!year_x || x >= year_x + APART)) {
			write_label(b, x, axis(c) + 18, year);
			year_x = x;
		}
		last = year;
		if (m[i].end == m[i].day + 1 && m[i].from.n >= 10 &&
		    (!day_x || x >= day_x + APART)) {
			write_label(b, x, axis(c) + 34,
			    str_slice(m[i].from, 5, 10));
			day_x = x;
		}
	}
}

/* A stretch of time: a stroke on the axis, up to the last day named in it. */
static void
write_stroke(struct buf *b, const struct chart *c, size_t i)
{
	const struct moment *m = c->t->list;
	size_t x = place(c, i), to, first = i, behind = c->t->count, middle;

	/* The first one may be in it, the one behind is not. */
	while (first + 1 < behind) {
		middle = first + (behind - first) / 2;
		if (m[middle].day < m[i].end)
			first = middle;
		else
			behind = middle;
	}
	to = place(c, first);
	if (to < x + 10)
		to = x + 10;
	put(b, STR("<line class=\"span\" x1=\""), x, STR("\" x2=\""));
	put(b, STR(""), to, STR("\" y1=\""));
	put(b, STR(""), axis(c), STR("\" y2=\""));
	put(b, STR(""), axis(c), STR("\"/>\n"));
}

static void
write_dot(struct buf *b, const struct chart *c, size_t i)
{
	const struct moment *m = &c->t->list[i];

	if (c->rank[i] >= HIGHEST)
		return;
	put(b, STR("<a href=\"#m"), i + 1, STR("\"><circle r=\"3.6\" cx=\""));
	put(b, STR(""), place(c, i), STR("\" cy=\""));
	put(b, STR(""), axis(c) - (c->rank[i] + 1) * DOT, STR("\"><title>"));
	markup_text(b, m->label);
	MARKUP(b, ": ");
	markup_text(b, m->sentence);
	MARKUP(b, "</title></circle></a>\n");
}

static void
write_chart(struct buf *b, const struct chart *c)
{
	size_t i;
	const struct moment *m = c->t->list;

	put(b, STR("<svg class=\"chart\" role=\"img\" aria-label=\"time line\" "
		   "viewBox=\"0 0 1000 "), axis(c) + BELOW, STR("\">\n"));
	put(b, STR("<line x1=\"0\" x2=\"1000\" y1=\""), axis(c),
	    STR("\" y2=\""));
	put(b, STR(""), axis(c), STR("\"/>\n"));
	for (i = 0; i < c->t->count; i++)
		if (m[i].end > m[i].day + 1)
			write_stroke(b, c, i);
	for (i = 0; i < c->t->count; i++)
		write_dot(b, c, i);
	write_labels(b, c);
	MARKUP(b, "</svg>\n");
}

static void
write_moment(struct buf *b, const struct moment *m, size_t i)
{
	put(b, STR("<li id=\"m"), i + 1, STR("\"><span class=\"when\">"));
	markup_text(b, m->label);
	MARKUP(b, "</span><span>");
	markup_text(b, m->sentence);
	MARKUP(b, " <span class=\"where\">");
	if (!str_eq(m->title, STR("-"))) {
		markup_text(b, m->title);
		MARKUP(b, " · ");
	}
	markup_text(b, m->doc);
	put(b, STR(":"), m->number, STR("</span></span></li>\n"));
}

static void
write_list(struct buf *b, const struct timeline *t)
{
	struct str year = { NULL, 0 };
	size_t i;

	for (i = 0; i < t->count; i++) {
		if (i == 0 || !str_starts(t->list[i].from, year)) {
			if (i)
				MARKUP(b, "</ol>\n");
			year = str_slice(t->list[i].from, 0, 4);
			MARKUP(b, "<h2>");
			markup_text(b, year);
			MARKUP(b, "</h2>\n<ol>\n");
		}
		write_moment(b, &t->list[i], i);
	}
	if (t->count)
		MARKUP(b, "</ol>\n");
}

static void
end(struct view *v)
{
	struct chart c = { .t = timeline_sorted(v) };

	markup_page(v->out, STR("Time line"));
	MARKUP(v->out, "<main class=\"times\">\n<h1>Time line</h1>\n");
	if (c.t->count) {
		lay_out(&c, &v->forever);
		write_chart(v->out, &c);
	} else {
		MARKUP(v->out, "<p>No sentence has a date.</p>\n");
	}
	write_list(v->out, c.t);
	MARKUP(v->out, "</main>\n");
	markup_page_end(v->out);
}

const struct view_class view_timeline_html = { timeline_begin, timeline_take,
	end };

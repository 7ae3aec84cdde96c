/* html - a fuzz target: tokens lie end to end in the page; what they mean */
#include <stdlib.h>

#include "charset.h"
#include "html.h"
#include "html_block.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
must(bool what)
{
	if (!what)
		abort();
}

static void
attributes(struct arena *a, const struct html_token *t)
{
	size_t i;

	must(t->count <= HTML_ATTRS_MAX);
	for (i = 0; i < t->count; i++) {
		struct str value = html_value(a, t->attrs[i].value);

		must(utf8_valid(value) == value.n);
		value = html_name(a, t->attrs[i].name);
		must(utf8_valid(value) == value.n);
	}
}

static void
tokens(struct arena *a, struct str page, bool foreign)
{
	struct html_token t;
	struct html h;
	struct str text;
	size_t last = 0;

	html_init(&h, page);
	h.foreign = foreign;
	while (html_next(&h, &t)) {
		must(t.start >= last && t.end > t.start && t.end <= page.n);
		last = t.end;
		if (t.type == HTML_TEXT) {
			text = html_text(a, t.data, t.content);
			must(utf8_valid(text) == text.n);
		}
		if (t.type == HTML_START || t.type == HTML_END)
			attributes(a, &t);
		arena_reset(a);
	}
}

/* The rendered page is well formed, and its blocks are slices of it. */
static void
blocks(struct arena *a, struct str page)
{
	struct html_page *p = html_render(a, page);
	size_t i, last = 0;

	must(utf8_valid(p->text) == p->text.n);
	for (i = 0; i < p->count; i++) {
		must(p->blocks[i].start >= last);
		must(p->blocks[i].end >= p->blocks[i].start);
		must(p->blocks[i].end <= p->text.n);
		last = p->blocks[i].end;
	}
	arena_reset(a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena a, pages;
	struct str page = { (const char *)data, size };

	if (!a.os) {
		arena_init(&a, &os_posix);
		arena_init(&pages, &os_posix);
	}
	page = charset_decode(&pages, page, NULL);
	must(utf8_valid(page) == page.n);
	tokens(&a, page, size % 7 == 0);
	blocks(&a, page);
	arena_reset(&pages);
	return 0;
}

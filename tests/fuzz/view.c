/* view - a fuzz target: rows as people see them
 *
 * The oracle: a page is made of our own tags, each closed where it belongs,
 * whatever the rows say; and a terminal gets no control but our colours. */
#include <stdlib.h>

#include "utf8.h"
#include "view.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
must(bool what)
{
	if (!what)
		abort();
}

static const struct view_class *class;
static struct view view;

static void
take(void *context, struct stanza *s)
{
	(void)context;
	class->take(&view, s);
}

/* The rows of the input through a view. */
static struct str
show(struct str input, const struct view_class *c, struct buf *out)
{
	struct stanza stanza;
	struct record r;
	const char *why;

	class = c;
	out->n = 0;
	view = (struct view){ .out = out, .colour = true,
		.width = input.n % 50, .brief = input.n & 1 };
	arena_init(&view.forever, &os_posix);
	stanza_init(&stanza, &os_posix, take, NULL);
	c->begin(&view);
	while (input.n) {
		why = NULL;
		if (record_parse(&r, str_cut(&input, '\n'), &why) ==
		    RECORD_GOOD)
			stanza_row(&stanza, &r);
	}
	stanza_end(&stanza);
	c->end(&view);
	arena_free(&view.forever);
	return buf_str(out);
}

/* Whether text consists of printable characters, newlines and colours. */
static bool
is_quiet(struct str text)
{
	size_t i, n;
	uint32_t c;

	for (i = 0; i < text.n; i += n) {
		c = utf8_decode(text, i, &n);
		if (c == 033) {
			for (i += 1 + (text.s[i + 1] == '[');
			     text.s[i] != 'm'; i++)
				if ((text.s[i] < '0' || text.s[i] > '9') &&
				    text.s[i] != ';')
					return false;
			n = 1;
		} else if ((c < ' ' && c != '\n') ||
		    (c >= 0x7f && c < 0xa0) || c == 0x202e) {
			return false;
		}
	}
	return true;
}

static bool
is_void(struct str name)
{
	return str_eq(name, STR("meta")) || str_eq(name, STR("input")) ||
	    str_eq(name, STR("line"));
}

static bool
is_ours(struct str name)
{
	const struct str all = STR_INIT(" html head meta title body article aside"
	    " header section table tr td details summary nav ol li a p span s"
	    " mark small h1 h2 h3 div label input main svg line circle text ");
	size_t at;

	for (at = str_find(all, name); at < all.n;
	     at += 1 + str_find(str_slice(all, at + 1, all.n), name))
		if (all.s[at - 1] == ' ' && all.s[at + name.n] == ' ')
			return true;
	return false;
}

/* Whether tags nest, and quotation marks in them close. */
static bool
is_sound(struct str page)
{
	struct str stack[64], tag, name;
	size_t depth = 0, end;
	bool closing;

	while ((end = str_index(page, '<')) < page.n) {
		page = str_slice(page, end + 1, page.n);
		end = str_index(page, '>');
		tag = str_slice(page, 0, end);
		page = str_slice(page, end, page.n);
		closing = str_starts(tag, STR("/"));
		name = str_slice(tag, closing, tag.n);
		name = str_cut(&name, ' ');
		if (str_ends(name, STR("/")))
			name.n--;
		if (!is_ours(name) || str_index(tag, '<') < tag.n)
			return false;
		if (closing) {
			if (!depth || !str_eq(stack[--depth], name))
				return false;
		} else if (!is_void(name)) {
			if (depth == 64)
				return false;
			stack[depth++] = name;
		}
	}
	return depth == 0;
}

/* A page without its head, whose style sheet is no markup. */
static struct str
body(struct str page)
{
	return str_slice(page, str_find(page, STR("<body>")),
	    str_find(page, STR("</html>")));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str input = { (const char *)data, size };
	struct buf out;

	buf_init(&out, &os_posix);
	must(is_quiet(show(input, &view_terminal, &out)));
	must(is_quiet(show(input, &view_timeline, &out)));
	must(is_sound(body(show(input, &view_html, &out))));
	must(is_sound(body(show(input, &view_timeline_html, &out))));
	buf_free(&out);
	return 0;
}

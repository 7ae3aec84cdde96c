/* nf-view - a stream as people would rather see it */
#include "filter.h"
#include "view.h"

enum { KINDS_MAX = 64 };

static struct view view;
static struct stanza stanza;
static const struct view_class *class = &view_terminal;
static bool html, timeline;

static struct str marked[KINDS_MAX]; /* [marked_count] kinds; none: all */
static size_t marked_count;

static enum { AUTO, ALWAYS, NEVER } colour;
static bool fixed_width;

static bool
set_colour(const char *argument)
{
	static const char *const words[] = { "auto", "always", "never" };
	int i;

	for (i = 0; i < 3; i++)
		if (str_eq(str_of(argument), str_of(words[i]))) {
			colour = i == 0 ? AUTO : i == 1 ? ALWAYS : NEVER;
			return true;
		}
	return false;
}

static bool
set_width(const char *argument)
{
	fixed_width = true;
	return str_number(str_of(argument), &view.width) &&
	    view.width <= 10000;
}

static bool
set_kinds(const char *argument)
{
	struct str rest = str_of(argument);

	while (rest.n) {
		if (marked_count == KINDS_MAX)
			return false;
		marked[marked_count++] = str_cut(&rest, ',');
	}
	return marked_count > 0;
}

static bool
is_marked(struct str kind)
{
	size_t i;

	for (i = 0; i < marked_count; i++)
		if (str_eq(kind, marked[i]))
			return true;
	return !marked_count || record_is_structure(kind);
}

static struct str
environment(const struct os *os, const char *name)
{
	const char *value = NULL;

	if (os->environment)
		value = os->environment(os->context, name);
	return str_of(value ? value : "");
}

/* Colour goes to a terminal that has it, unless the user will have none. */
static bool
wants_colour(const struct os *os)
{
	if (colour != AUTO)
		return colour == ALWAYS;
	return os->terminal(os->context, 1) &&
	    !environment(os, "NO_COLOR").n &&
	    !str_eq(environment(os, "TERM"), STR("dumb"));
}

/* The columns of the terminal, also of one behind a pager; else 80. */
static size_t
terminal_width(const struct os *os)
{
	size_t width;
	int fd;

	if (str_number(environment(os, "COLUMNS"), &width) && width > 0)
		return width;
	for (fd = 1; os->columns && fd <= 2; fd++) {
		width = os->columns(os->context, fd);
		if (width)
			return width;
	}
	return 80;
}

static void
take(void *context, struct stanza *p)
{
	(void)context;
	class->take(&view, p);
}

static void
begin(struct filter *f)
{
	class = !html ? timeline ? &view_timeline : &view_terminal
	    : timeline ? &view_timeline_html : &view_html;
	view.out = &f->output.bytes;
	view.colour = wants_colour(f->os);
	if (!fixed_width)
		view.width = terminal_width(f->os);
	arena_init(&view.forever, f->os);
	stanza_init(&stanza, f->os, take, NULL);
	class->begin(&view);
}

static void
row(struct filter *f, const struct record *r)
{
	if (!is_marked(r->kind))
		return;
	f->found |= !record_is_structure(r->kind);
	stanza_row(&stanza, r);
	output_relieve(&f->output);
}

static void
finish(struct filter *f)
{
	(void)f;
	stanza_end(&stanza);
	class->end(&view);
	arena_free(&view.forever);
}

static const struct option_spec options[] = {
	{ 'b', "brief", NULL, "labels without values", NULL, &view.brief },
	{ 'c', "color", "WHEN", "colour: auto, always (for less -R) or never",
	    set_colour, NULL },
	{ 'k', "kinds", "LIST", "mark only these kinds", set_kinds, NULL },
	{ 'W', "width", "N", "columns of a line; 0: as long as they are",
	    set_width, NULL },
	{ 0, "html", NULL, "one HTML page, that needs nothing else", NULL,
	    &html },
	{ 0, "timeline", NULL, "the dated sentences in the order of time",
	    NULL, &timeline },
	{ .name = NULL }
};

int
main(int argc, char *argv[])
{
	static struct filter f = {
		.name = "nf-view",
		.purpose = "Show a stream as people would rather see it.",
		.example = "nf-clean page.html | nf-sent | nf-ents | nf-dates "
			   "| nf-view",
		.options = options,
		.start = begin,
		.row = row,
		.finish = finish,
	};

	return filter_main(&f, argc, argv);
}

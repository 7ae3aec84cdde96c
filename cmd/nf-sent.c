/* nf-sent - split text into sentences */
#include "die.h"
#include "filter.h"
#include "sentence.h"

static struct sentence_splitter splitter;
static bool paragraphs;

static void
begin(struct filter *f)
{
	const char *why;

	if (!sentence_start(&splitter, &f->forever, &why))
		die(f->os, 0, "built with %s", why);
}

static void
sentences(struct filter *f, const struct document *d)
{
	const struct span *s;

	for (s = sentence_find(&f->arena, d->texts, d->count, &splitter); s;
	     s = s->next)
		filter_add(f, s);
}

static void
join(struct filter *f, const struct str *lines, size_t count, bool *joined)
{
	(void)f;
	sentence_join(lines, count, paragraphs, joined);
}

static const struct option_spec options[] = {
	{ 'p', "paragraphs", NULL, "a blank line ends a paragraph, no newline",
	    NULL, &paragraphs },
	{ 0, "informal", NULL, "also end sentences where no sign says so",
	    NULL, &splitter.informal },
	{ .name = NULL }
};

int
main(int argc, char *argv[])
{
	static const char *const kinds[] = { "sent", NULL };
	static struct filter f = {
		.name = "nf-sent",
		.purpose = "Split the text of a stream into sentences.",
		.example = "nf-clean page.html | nf-sent",
		.kinds = kinds,
		.options = options,
		.start = begin,
		.document = sentences,
		.join = join,
		.splits = true,
	};

	return filter_main(&f, argc, argv);
}

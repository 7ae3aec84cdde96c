/* filter - the frame that all programs share */
#include "filter.h"

#include <string.h>

#include "die.h"
#include "operand.h"
#include "window.h"

void
filter_add(struct filter *f, const struct span *s)
{
	window_span(f, s);
}

void
filter_row(struct filter *f, const struct record *r)
{
	if (!str_eq(r->kind, STR("junk")) && !str_eq(r->kind, STR("doc")))
		f->found = true;
	record_write(&f->output.bytes, r);
	output_relieve(&f->output);
}

void
filter_out(struct filter *f, struct str text)
{
	output_add(&f->output, text);
}

void
filter_complain(struct filter *f, size_t line, const char *what)
{
	progress_end(&f->progress);
	warn(f->os, 0, "%s:%z: %s", f->operand, line, what);
	f->failed = true;
}

/* Called before a read that may wait: what is there is to be seen. */
static void
idle(void *context)
{
	struct filter *f = context;

	if (f->unbuffered && f->window)
		window_close(f);
	output_flush(&f->output);
}

/* The options that a filter has in common with the others, by what it is.
 * They point into the filter, so the tables are made at start. */
static const struct option_spec *
common_options(struct filter *f)
{
	const struct option_spec all[] = {
		{ 'o', "only", NULL, "own rows only", NULL, &f->only },
		{ 't', "text", NULL, "text only, no rows", NULL, &f->text },
		{ 'H', "header", NULL, "name the columns in a first line",
		    NULL, &f->header },
		{ 'u', "unbuffered", NULL, "write each unit at once", NULL,
		    &f->unbuffered },
		{ 'w', "why", NULL, "add why=RULE to own rows", NULL,
		    &f->why },
		{ 'e', "exit-status", NULL, "status 1 when nothing is found",
		    NULL, &f->exit_status },
		{ 'v', "verbose", NULL, "progress and a sum on standard error",
		    NULL, &f->verbose },
		{ 'h', "help", NULL, "show this", NULL, &f->help },
		{ 'V', "version", NULL, "show the version", NULL,
		    &f->version },
		{ 0, "no-sandbox", NULL, "give up no rights, to debug", NULL,
		    &f->no_sandbox },
	};
	struct option_spec *table = ARENA_ARRAY(&f->forever,
	    struct option_spec, sizeof all / sizeof *all + 1);
	const char *fit = f->page || f->splits ? "otHuwevhV"
	    : f->row ? "evhV" : "oHuwevhV";
	size_t i, n = 0;

	for (i = 0; i < sizeof all / sizeof *all; i++)
		if (strchr(fit, all[i].letter)) /* 0 fits all */
			table[n++] = all[i];
	return table;
}

static void
show_help(struct filter *f, const struct option_spec *const *tables)
{
	const char *const lines[] = { "usage: ", f->name,
		" [option ...] [file ...]\nexample: ", f->example, "\n\n",
		f->purpose, "\n\n" };
	size_t i;

	for (i = 0; i < sizeof lines / sizeof *lines; i++)
		filter_out(f, str_of(lines[i]));
	option_help(&f->output.bytes, tables);
	filter_out(f, STR("\nThe manual: "));
	filter_out(f, str_of(f->name));
	filter_out(f, STR("(1), the format: nf(5), the toolkit: nf(7)\n"));
}

/* The number of operands, or -1 when there is nothing to do. */
static int
command_line(struct filter *f, int argc, char *argv[])
{
	static const struct option_spec none[] = { { .name = NULL } };
	const struct option_spec *tables[] = {
		f->options ? f->options : none, common_options(f), NULL };
	int count = option_parse(f->os, tables, argc, argv);

	if (f->help) {
		show_help(f, tables);
		return -1;
	}
	if (f->version) {
		filter_out(f, str_of(f->name));
		filter_out(f, STR(" " NF_VERSION "\n"));
		return -1;
	}
	return count;
}

static int
finish(struct filter *f)
{
	output_close(&f->output);
	progress_end(&f->progress);
	if (f->verbose)
		warn(f->os, 0, "%z documents, %z bytes", f->documents,
		    f->bytes);
	reader_free(&f->reader);
	buf_free(&f->name_of);
	if (f->window)
		window_free(f);
	arena_free(&f->arena);
	arena_free(&f->forever);
	if (f->failed)
		return 2;
	return f->exit_status && !f->found;
}

int
filter_run(struct filter *f, const struct os *os, int argc, char *argv[])
{
	static const char standard[] = "-";
	int count, i;

	f->system = *os;
	f->system.name = f->name;
	f->os = &f->system;
	arena_init(&f->arena, f->os);
	arena_init(&f->forever, f->os);
	output_init(&f->output, f->os);
	reader_init(&f->reader, f->os);
	buf_init(&f->name_of, f->os);
	f->reader.idle = idle;
	f->reader.context = f;
	count = command_line(f, argc, argv);
	if (count < 0)
		return finish(f);
	operand_confine(f, SANDBOX_FILES);
	progress_begin(&f->progress, f->os, f->verbose);
	if (f->start)
		f->start(f);
	if (f->document)
		f->window = window_new(f);
	if (f->header && !f->text && !f->row)
		output_add(&f->output, STR(RECORD_HEADER));
	for (i = 1; i <= count; i++)
		operand_run(f, argv[i], i == count);
	if (!count)
		operand_run(f, standard, true);
	if (f->finish)
		f->finish(f);
	return finish(f);
}

int
filter_main(struct filter *f, int argc, char *argv[])
{
	return filter_run(f, &os_posix, argc, argv);
}

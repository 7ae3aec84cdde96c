/* nf-train - learn the models of the filters from labelled data */
#include "buf.h"
#include "die.h"
#include "option.h"
#include "output.h"
#include "reader.h"
#include "train.h"
#include "train_clean.h"
#include "train_ents.h"
#include "train_sent.h"

struct command {
	const char *name;
	const char *files; /* what it is given */
	const char *help;
	struct str (*train)(const struct training *t);
};

/* A new model is a line here and lib/model/train_NAME.{h,c}. */
static const struct command commands[] = {
	{ "clean", "HOST~PAGE.html HOST~PAGE.gold LINES.tsv ...",
	    "what is the text of a page, for nf-clean", train_clean },
	{ "ents", "CORPUS ... [NAMES] [CLUSTERS]", "names, for nf-ents",
	    train_ents },
	{ "sent", "TEXT.txt TEXT.spans ...", "where sentences end, for nf-sent",
	    train_sent },
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static bool help, version, verbose;

static const struct option_spec options[] = {
	{ 'v', "verbose", NULL, "say on standard error what was learnt", NULL,
	    &verbose },
	{ 'h', "help", NULL, "show this", NULL, &help },
	{ 'V', "version", NULL, "show the version", NULL, &version },
	{ .name = NULL }
};

static void
show_help(struct output *o, const struct option_spec *const *tables)
{
	size_t i;

	output_add(o, STR("usage: nf-train MODEL [option ...] file ... "
	    "> MODEL.bin\n\nLearn a model from labelled data.\n\n"));
	for (i = 0; i < COMMANDS; i++) {
		output_add(o, STR("  nf-train "));
		output_add(o, str_of(commands[i].name));
		output_add(o, STR(" "));
		output_add(o, str_of(commands[i].files));
		output_add(o, STR("\n        "));
		output_add(o, str_of(commands[i].help));
		output_add(o, STR("\n"));
	}
	output_add(o, STR("\n"));
	option_help(&o->bytes, tables);
}

static const struct command *
find(const struct os *os, const char *name)
{
	size_t i;

	for (i = 0; i < COMMANDS; i++)
		if (str_eq(str_of(name), str_of(commands[i].name)))
			return &commands[i];
	die(os, 0, "%s: no such model: see --help", name);
}

/* All files, whole: a model is learnt from what fits into memory. */
static void
read_files(struct training *t, size_t count, char *names[])
{
	struct train_file *files = ARENA_ARRAY(t->arena, struct train_file,
	    count);
	size_t i;
	int error;

	for (i = 0; i < count; i++) {
		files[i].name = str_of(names[i]);
		error = reader_file(t->arena, names[i], &files[i].bytes);
		if (error)
			die(t->arena->os, error, "%s:", names[i]);
	}
	t->files = files;
	t->count = count;
}

int
main(int argc, char *argv[])
{
	const struct option_spec *const tables[] = { options, NULL };
	struct os os = os_posix;
	struct arena arena;
	struct output output;
	struct training t = { .arena = &arena };
	int count;

	os.name = "nf-train";
	arena_init(&arena, &os);
	output_init(&output, &os);
	count = option_parse(&os, tables, argc, argv);
	t.verbose = verbose;
	if (help) {
		show_help(&output, tables);
	} else if (version) {
		output_add(&output, STR("nf-train " NF_VERSION "\n"));
	} else if (count < 2) {
		die(&os, 0, "a model and files to learn from, please: "
		    "see --help");
	} else {
		read_files(&t, (size_t)count - 1, argv + 2);
		output_add(&output, find(&os, argv[1])->train(&t));
	}
	output_close(&output);
	arena_free(&arena);
	return 0;
}

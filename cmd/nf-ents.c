/* nf-ents - tag the names of persons, organisations and places */
#include "die.h"
#include "entity.h"
#include "entity_token.h"
#include "filter.h"
#include "model.h"

static struct entity_tagger tagger;
static const char *model_path, *list_path;

static bool
set_list(const char *path)
{
	list_path = path;
	return true;
}

static bool
set_model(const char *path)
{
	model_path = path;
	return true;
}

static const char *const kinds[] = { "misc", "norp", "org", "person", "place",
	NULL };

static void
read_list(struct filter *f)
{
	static struct names names;
	struct str bytes;
	size_t line;
	int error = reader_file(&f->forever, list_path, &bytes);

	if (error)
		die(f->os, error, "%s:", list_path);
	line = names_read(&names, &f->forever, bytes, kinds, entity_join);
	if (line)
		die(f->os, 0, "%s:%z: not a name, a TAB and a kind", list_path,
		    line);
	tagger.names = &names;
}

static void
start(struct filter *f)
{
	struct str bytes = { 0 };
	const char *why;
	int error;

	if (list_path)
		read_list(f);
	if (!model_path) {
		if (!entity_model_builtin(&tagger.model, &why))
			die(f->os, 0, "built with %s", why);
		entity_tagger_init(&tagger, &f->forever);
		return;
	}
	error = reader_file(&f->forever, model_path, &bytes);
	if (error)
		die(f->os, error, "%s:", model_path);
	if (!entity_model_open(
		&tagger.model, model_align(&f->forever, bytes), &why))
		die(f->os, 0, "%s: %s", model_path, why);
	entity_tagger_init(&tagger, &f->forever);
}

static void
ents(struct filter *f, const struct document *d)
{
	const struct span *s;

	for (s = entity_find(&f->arena, d->texts, d->count, &tagger); s;
	     s = s->next)
		filter_add(f, s);
}

static const struct option_spec options[] = {
	{ 'g', "gazetteer", "FILE", "names of your own: name, TAB, kind",
	    set_list, NULL },
	{ 'm', "model", "FILE", "use the model that nf-train made", set_model,
	    NULL },
	{ .name = NULL }
};

int
main(int argc, char *argv[])
{
	static struct filter f = { .name = "nf-ents",
		.purpose = "tag the names of persons, organisations, places",
		.example = "nf-clean page.html | nf-sent | nf-ents",
		.kinds = kinds,
		.options = options,
		.start = start,
		.document = ents };

	return filter_main(&f, argc, argv);
}

/* entity_model - what nf-ents has learnt, in place */
#include "entity_model.h"

#include "model.h"

static bool
power_of_two(size_t n)
{
	return n && !(n & (n - 1));
}

static bool
open_table(const struct model *m, const char *name, struct gazetteer *g)
{
	size_t count;

	g->slots = model_array(m, name, 4, &count);
	g->mask = count / 2 - 1;
	return power_of_two(count / 2);
}

static bool
open_arrays(struct entity_model *m, const struct model *model)
{
	size_t rows, moves, again, paths, present;

	m->tagger.buckets = model_array(model, "rows", 4, &rows);
	m->tagger.moves = model_array(model, "moves", 2, &moves);
	m->tagger.present = model_array(model, "present", 4, &present);
	rows /= sizeof(struct tagger_bucket) / 4;
	m->tagger.mask = (uint32_t)rows - 1;
	m->tagger.beam = TAGGER_BEAM;
	m->second = m->tagger;
	m->second.beam = tagger_temper(TAGGER_BEAM);
	m->second.moves = model_array(model, "again", 2, &again);
	m->gazetteer.paths = model_array(model, "paths", 2, &paths);
	return open_table(model, "names", &m->gazetteer) && paths == 512 &&
	       present == TAGGER_PRESENT &&
	       open_table(model, "places", &m->places) && power_of_two(rows) &&
	       moves == (TAGGER_LABELS + 1) * TAGGER_LABELS && again == moves;
}

bool
entity_model_open(struct entity_model *m, struct str bytes, const char **why)
{
	struct model model;

	if (!model_open(&model, bytes, "ents", why))
		return false;
	*why = "not a model of names";
	return open_arrays(m, &model);
}

extern const char entity_blob[], entity_blob_end[];

/* The sum over six megabytes is not tested: they are part of the program. */
bool
entity_model_builtin(struct entity_model *m, const char **why)
{
	struct str bytes = { entity_blob,
		(size_t)(entity_blob_end - entity_blob) };
	struct model model;

	if (!model_trust(&model, bytes, "ents", why))
		return false;
	*why = "not a model of names";
	return open_arrays(m, &model);
}

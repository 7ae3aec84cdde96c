/* entity_model - what nf-ents has learnt, in place */
#ifndef NF_ENTITY_MODEL_H
#define NF_ENTITY_MODEL_H

#include "gazetteer.h"
#include "str.h"
#include "tagger.h"

struct entity_model {
	struct tagger tagger;	    /* of the first labels */
	struct tagger second;	    /* the same with other moves */
	struct gazetteer gazetteer; /* what features are made of */
	struct gazetteer places;    /* see entity_place_find */
};

/* Opens a model that nf-train made. False: *why says why not. */
bool
entity_model_open(struct entity_model *m, struct str bytes, const char **why);

/* The model that is built in. */
bool entity_model_builtin(struct entity_model *m, const char **why);

#endif

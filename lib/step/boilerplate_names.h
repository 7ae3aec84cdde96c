/* boilerplate_names - what the names of elements' classes tell */
#ifndef NF_BOILERPLATE_NAMES_H
#define NF_BOILERPLATE_NAMES_H

#include "boilerplate_scene.h"

enum {
	NAME_GROUPS = 15, /* of stems, in the order of the features NAMED_* */
	UP_MAX = 24       /* ancestors that are looked at */
};

/* Sums the learnt weights of class names at each node of the page. */
void names_score(struct scene *s);

/* The groups whose stems are in the names of each node. */
void names_group(struct scene *s);

#endif

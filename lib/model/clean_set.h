/* clean_set - labelled pages as examples for nf-clean's model
 *
 * A page is a file GROUP~NAME.html with its gold text in GROUP~NAME.gold; pages
 * of one group (a host) are alike, and are never on both sides of a test. Plain
 * text is a file of lines: GROUP~NAME TAB number TAB label TAB text, where the
 * label is 1 for content, 0 for none, - for a line that is not scored. */
#ifndef NF_CLEAN_SET_H
#define NF_CLEAN_SET_H

#include "train.h"

struct lexica; /* of boilerplate_measure.h */
struct scene;  /* of boilerplate_scene.h */

enum { FOLDS = 5 };

struct clean_doc {
	struct str name;
	struct str bytes;     /* the page, or the text of its lines */
	struct str gold;      /* of a page */
	const char *labels;   /* of a text: [lines] */
	unsigned fold;
	size_t first, count;  /* its pieces among all of the set */
};

struct clean_set {
	struct arena *arena;
	const struct lexica *lexica;
	bool html;
	struct clean_doc *docs; /* [doc_count] */
	size_t doc_count;
	size_t count;           /* of pieces */
	size_t room;
	uint8_t *labels;        /* [count] */
	float *weights;         /* [count] how much a piece counts */
	uint8_t *folds;         /* [count] */
	size_t *word_at;        /* [count + 1] where its slots begin */
	size_t *class_at;
	uint16_t *word_slots, *class_slots;
	size_t word_room, class_room;
	int16_t *features;      /* [count * FEATURES] */
	int8_t *words[FOLDS + 1];   /* learnt without a fold; of all */
	int8_t *classes[FOLDS + 1];
};

/* Reads the pages, or the texts, of the files. */
struct clean_set *clean_set_load(const struct training *t, bool html);

/* Learns the weights of words and class names: for each fold without it, and
 * of all; then the features of all pieces, each page with the weights that
 * were learnt without its fold. */
void clean_set_learn(struct clean_set *s);

/* A page or text of the set as a scene; weights are those of a fold. */
struct scene *clean_set_scene(const struct clean_set *s,
    const struct clean_doc *d, struct arena *a, unsigned fold);

#endif

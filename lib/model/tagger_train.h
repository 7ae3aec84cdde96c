/* tagger_train - learns the weights of a tagger from labelled sequences
 *
 * A conditional random field (Lafferty, McCallum and Pereira 2001): the
 * weights are those under which the given labels are most likely, found by
 * stochastic gradient with a rate for each weight (AdaGrad: Duchi, Hazan and
 * Singer 2011). Three things keep it from learning the data by heart: a ridge
 * pulls all weights towards 0; features are left out at random, so that no
 * weight relies on others being there (Wang and Manning 2013); and a wrong
 * label has to lose by what the mistake costs (softmax-margin: Gimpel and
 * Smith 2010), which also settles how many names are missed for each that is
 * invented. Where a label is not known but some are excluded, the likelihood
 * of all that are left is raised. Each corpus has a copy of the weights beside
 * the shared ones (Daume 2007); those of the target are added to the shared
 * ones at the end.
 *
 * The same data give the same weights, to the bit, on every machine: one
 * thread, a fixed order, and no function of libm. */
#ifndef NF_TAGGER_TRAIN_H
#define NF_TAGGER_TRAIN_H

#include "tagger.h"

enum { TRAIN_CORPORA = 8 };

struct train_sequence {
	uint32_t first, count; /* its tokens */
	uint32_t corpus;
};

struct train_data {
	const struct os *os;
	uint32_t *features; /* [feature_count] hashes; later row numbers */
	size_t *starts;	    /* [tokens + 1] first feature of a token */
	uint16_t *allowed;  /* [tokens] a bit for each label it may have */
	struct train_sequence *sequences; /* [count] */
	size_t feature_count, tokens, count;
	size_t feature_room, token_room, sequence_room;
};

struct train_options {
	unsigned epochs;  /* over the data */
	unsigned average; /* of the last so many epochs */
	unsigned cutoff;  /* features seen less often are left out */
	float rate;	  /* of learning */
	float ridge;	  /* pull towards 0: half the square of each weight
			     costs so much in an epoch */
	float missed;	  /* cost of label 0 where it is wrong, */
	float invented;	  /* of another where 0 is right, */
	float mistaken;	  /* of one for another */
	float drop;	  /* share of features that is left out at random */
	unsigned target;  /* corpus whose weights are added at the end */
	bool verbose;
};

struct train_result {
	size_t rows;
	uint32_t *hashes;		 /* [rows] */
	float (*weights)[TAGGER_LABELS]; /* [rows] */
	float moves[TAGGER_LABELS + 1][TAGGER_LABELS];
};

void train_feature(struct train_data *d, uint32_t hash);
void train_token(struct train_data *d, uint16_t allowed);
void train_sequence(struct train_data *d, size_t count, unsigned corpus);

struct train_result
tagger_train(struct train_data *d, const struct train_options *options);

#endif

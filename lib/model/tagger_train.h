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

#include "tagger_data.h"

struct train_options {
	unsigned epochs;   /* over the data */
	unsigned average;  /* of the last so many epochs */
	float rate;	   /* of learning */
	float ridge;	   /* pull towards 0: half the square of each weight
			      costs so much in an epoch */
	float missed;	   /* cost of label 0 where it is wrong, */
	float invented;	   /* of another where 0 is right, */
	float mistaken;	   /* of one for another */
	float drop;	   /* share of features that is left out at random */
	unsigned target;   /* corpus whose weights are added at the end */
	unsigned left_out; /* the fold that is not learnt from; 0: none */
	const struct train_result *before; /* moves to begin with; or NULL */
	bool verbose;
};

struct train_result {
	const struct os *os;
	size_t rows;
	const uint32_t *hashes;		 /* [rows] the data's */
	float (*weights)[TAGGER_LABELS]; /* [rows] */
	float moves[TAGGER_LABELS + 1][TAGGER_LABELS];
};

struct train_result
tagger_train(const struct train_data *d, const struct train_options *options);

/* The sums of a token's weights, in TAGGER_UNIT. */
void tagger_sums(const struct train_result *r, const struct train_data *d,
    size_t token, int16_t sums[TAGGER_LABELS]);

/* The moves in TAGGER_UNIT, as a tagger has them. */
void tagger_moves(const struct train_result *r,
    int16_t moves[TAGGER_LABELS + 1][TAGGER_LABELS]);

/* Moves all weights to those of another model of the same data, so far. */
void tagger_blend(
    struct train_result *r, const struct train_result *other, float share);

void tagger_forget(struct train_result *r);

#endif

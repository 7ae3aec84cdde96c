/* linear_train - learns a linear model from examples
 *
 * Logistic regression by stochastic descent with AdaGrad. All is double
 * arithmetic in a fixed order, square root and exponential are our own, and
 * weights are rounded at the end: the same examples give the same model. */
#ifndef NF_LINEAR_TRAIN_H
#define NF_LINEAR_TRAIN_H

#include "linear.h"

struct example {
	const uint32_t *features; /* [count] of linear_feature */
	uint32_t count;
	float weight;             /* how much it counts, usually 1 */
	bool yes;
};

struct linear_options {
	unsigned bits;    /* the model has 2^bits weights */
	unsigned epochs;  /* how often all examples are seen */
	double rate;      /* of learning */
	double ridge;     /* pull of all weights towards zero */
	unsigned rare;    /* features seen less often are left out */
};

/* The arrays NAME and NAME.head of a model, for model_write: parts[0..2). */
void linear_train(struct arena *a, const struct example *examples,
    size_t count, const struct linear_options *options, const char *name,
    struct model_part parts[2]);

#endif

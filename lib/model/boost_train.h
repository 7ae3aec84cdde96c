/* boost_train - learns trees from examples (gradient boosting)
 *
 * Friedman, Greedy function approximation (2001), with the second-order gain
 * and the regularised leaves of Chen and Guestrin, XGBoost (2016), and the
 * oblivious trees of Prokhorenkova et al., CatBoost (2018). All arithmetic is
 * in double, in a fixed order, the exponential is our own: the same examples
 * give the same model. */
#ifndef NF_BOOST_TRAIN_H
#define NF_BOOST_TRAIN_H

#include "boost.h"

struct boost_examples {
	const int16_t *features; /* [count * width], a row an example */
	const uint8_t *labels;   /* [count] 0 or 1 */
	const float *weights;    /* [count] 0: not for learning */
	size_t count, width;
};

struct boost_options {
	size_t trees;
	double rate;      /* of learning */
	double ridge;     /* what is added to each leaf's weight */
	unsigned rows;    /* per cent of the examples that a tree sees */
	unsigned columns; /* per cent of the features */
};

/* The trees: BOOST_ROW numbers each. */
uint16_t *boost_train(struct arena *a, const struct boost_examples *e,
    const struct boost_options *o, int32_t *bias);

/* 1 / (1 + exp(-x)) */
double boost_sigmoid(double x);

#endif

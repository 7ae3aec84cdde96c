/* boost - a score as the sum of many small decision trees
 *
 * The trees are oblivious: on one level all nodes ask the same question, so a
 * tree is a handful of questions (feature > threshold?), and the answers as a
 * binary number choose the leaf. There is no branch to mispredict, and a tree
 * is one row of numbers in a file, used in place. */
#ifndef NF_BOOST_H
#define NF_BOOST_H

#include "model.h"

enum {
	BOOST_DEPTH = 6,
	BOOST_LEAVES = 1 << BOOST_DEPTH,
	/* numbers of a tree: features, thresholds, leaves */
	BOOST_ROW = 2 * BOOST_DEPTH + BOOST_LEAVES,
	BOOST_LOGIT = 256,      /* what a score of log-odds 1 is */
	BOOST_FIRST = 40, /* trees after which a clear answer is believed; */
	BOOST_STEP = 20   /* it is asked for again after so many */
};

struct boost {
	const unsigned char *rows; /* [trees * BOOST_ROW] of 2 bytes */
	size_t trees;
	int32_t bias;
};

/* The model whose arrays are called NAME and NAME.head; false when it is not
 * there or asks for a feature that there is not. */
bool boost_open(struct boost *b, const struct model *m, const char *name,
    size_t features);

/* The score of a thing: log-odds, times BOOST_LOGIT. */
int32_t boost_score(const struct boost *b, const int16_t *features);

#endif

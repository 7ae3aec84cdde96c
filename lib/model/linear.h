/* linear - yes or no, by a sum of small weights
 *
 * A thing to be judged is described by binary features ("the word before the
 * stop is Corp.", "the next word is mostly written in lower case"). Each has
 * a number, made by hashing; its weight is the element of that number in an
 * array of int8. Two features may share a weight; among 2^16 weights that
 * costs nothing that can be measured. The sum of the weights is the score:
 * above zero is yes, and score * scale / 65536 are the log-odds. */
#ifndef NF_LINEAR_H
#define NF_LINEAR_H

#include "model.h"

struct linear {
	const int8_t *weights; /* [2^bits] in place */
	uint32_t shift;        /* 32 - bits */
	int32_t bias;
	uint32_t scale;        /* log-odds of a weight of one, times 65536 */
};

/* The model whose arrays are called NAME and NAME.head; false when it is not
 * there or its numbers make no sense. */
bool linear_open(struct linear *l, const struct model *m, const char *name);

/* The number of a feature, before it is cut to the size of the model: of the
 * template that asks and the value that it found. */
static inline uint32_t
linear_feature(uint32_t template, uint32_t value)
{
	uint32_t h = (value ^ template * 0x9e3779b1u) * 0x85ebca6bu;

	return (h ^ h >> 15) * 0xc2b2ae35u;
}

/* The value of two that are asked for together. */
static inline uint32_t
linear_pair(uint32_t x, uint32_t y)
{
	return (x * 0x2545f491u ^ y) * 0x9e3779b1u + (y >> 7);
}

/* The score of a thing with these features. */
int32_t linear_score(const struct linear *l, const uint32_t *features,
    size_t count);

/* The chance of yes in per cent, 1 to 99, by integers alone. */
int linear_percent(const struct linear *l, int32_t score);

#endif

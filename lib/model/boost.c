/* boost - a score as the sum of many small decision trees */
#include "boost.h"

enum { CLEAR = 4 * BOOST_LOGIT };

bool
boost_open(struct boost *b, const struct model *m, const char *name,
    size_t features)
{
	char head_name[MODEL_NAME + 1];
	const unsigned char *head;
	size_t n, count, i, k;

	for (n = 0; name[n] && n + 5 < sizeof head_name; n++)
		head_name[n] = name[n];
	for (k = 0; k < 6; k++)
		head_name[n + k] = ".head"[k];
	head = model_array(m, head_name, 4, &count);
	if (!head || count != 1)
		return false;
	b->bias = (int32_t)model_u32(head);
	b->rows = model_array(m, name, 2, &count);
	b->trees = count / BOOST_ROW;
	if (!b->rows || count % BOOST_ROW)
		return false;
	for (i = 0; i < b->trees; i++)
		for (k = 0; k < BOOST_DEPTH; k++)
			if (model_u16(b->rows + 2 * (i * BOOST_ROW + k)) >=
			    features)
				return false;
	return true;
}

/* The answer to the question of level k, as a bit. Written out for each level
 * it is half the work of a loop. */
#define ANSWER(k) ((size_t)(f[model_u16(row + 2 * (k))] > \
	(int16_t)model_u16(thresholds + 2 * (k))) << (k))

static inline int32_t
tree(const unsigned char *row, const int16_t *f)
{
	const unsigned char *thresholds = row + 2 * BOOST_DEPTH;
	const unsigned char *leaves = thresholds + 2 * BOOST_DEPTH;
	size_t leaf = ANSWER(0) | ANSWER(1) | ANSWER(2) | ANSWER(3) |
	    ANSWER(4) | ANSWER(5);

	_Static_assert(BOOST_DEPTH == 6, "an answer for each level");
	return (int16_t)model_u16(leaves + 2 * leaf);
}

int32_t
boost_score(const struct boost *b, const int16_t *features)
{
	int32_t score = b->bias;
	size_t i;

	for (i = 0; i < b->trees; i++) {
		if (i >= BOOST_FIRST && i % BOOST_STEP == 0 &&
		    (score < -CLEAR || score > CLEAR))
			break;
		score += tree(b->rows + 2 * BOOST_ROW * i, features);
	}
	return score;
}

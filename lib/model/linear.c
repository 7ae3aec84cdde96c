/* linear - yes or no, by a sum of small weights */
#include "linear.h"

#include <string.h>

enum { HEAD_BITS, HEAD_BIAS, HEAD_SCALE, HEAD_FIELDS };

/* Joins "NAME" and ".head" in a buffer for names. */
static void
head_name(char joined[MODEL_NAME + 8], const char *name)
{
	size_t n = strlen(name);

	if (n > MODEL_NAME)
		n = MODEL_NAME;
	memset(joined, 0, MODEL_NAME + 8);
	memcpy(joined, name, n);
	memcpy(joined + n, ".head", 5);
}

bool
linear_open(struct linear *l, const struct model *m, const char *name)
{
	char joined[MODEL_NAME + 8];
	const unsigned char *head;
	size_t weights, fields;
	uint32_t bits;

	head_name(joined, name);
	head = model_array(m, joined, 4, &fields);
	l->weights = model_array(m, name, 1, &weights);
	if (!head || !l->weights || fields != HEAD_FIELDS)
		return false;
	bits = model_u32(head + 4 * HEAD_BITS);
	if (bits < 1 || bits > 28 || weights != (size_t)1 << bits)
		return false;
	l->shift = 32 - bits;
	l->bias = (int32_t)(model_u32(head + 4 * HEAD_BIAS) - (1u << 30));
	l->scale = model_u32(head + 4 * HEAD_SCALE);
	return l->bias < 1 << 24 && l->bias > -(1 << 24);
}

int32_t
linear_score(const struct linear *l, const uint32_t *features, size_t count)
{
	int32_t sum = l->bias;
	size_t i;

	for (i = 0; i < count; i++)
		sum += l->weights[features[i] >> l->shift];
	return sum;
}

int
linear_percent(const struct linear *l, int32_t score)
{
	/* the log-odds, times 1000, above which it is 51, 52 ... per cent */
	static const short steps[] = {
		20, 60, 100, 140, 180, 221, 261, 302, 343, 385, 426, 468,
		511, 554, 597, 641, 686, 731, 777, 824, 871, 920, 969, 1020,
		1072, 1125, 1180, 1237, 1295, 1355, 1418, 1483, 1551, 1621,
		1696, 1774, 1857, 1946, 2041, 2143, 2254, 2376, 2512, 2666,
		2844, 3055, 3317, 3664, 4185
	};
	int64_t odds = (int64_t)score * l->scale * 1000 / 65536;
	int64_t size = odds < 0 ? -odds : odds;
	int above = 0;

	while (above < (int)(sizeof steps / sizeof *steps) &&
	    size >= steps[above])
		above++;
	return odds < 0 ? 50 - above : 50 + above;
}

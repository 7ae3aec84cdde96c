/* linear_train - learns a linear model from examples
 *
 * The model says p = 1 / (1 + exp(-sum)) for the chance of yes. For each
 * example in turn the weights of its features move by the error (yes - p),
 * each at a pace of its own: AdaGrad divides by the root of the squares of
 * all moves so far, so that a rare feature learns from its few examples as
 * much as a frequent one from its many. A ridge pulls weights that are used
 * towards zero. Examples come in an order shuffled anew in each epoch, by a
 * generator of our own. The second half of the epochs is averaged, which
 * takes out the noise of the last examples.
 *
 * At the end the largest weight becomes 127, or the 0.9999 quantile when that
 * is smaller, for single large weights must not take the others' digits. */
#include "linear_train.h"

#include <string.h>

struct learner {
	double *weights; /* [size] */
	double *squares; /* [size] of all moves of a weight */
	double *sums;    /* [size] of the weights after each averaged epoch */
	uint32_t *seen;  /* [size] examples with this feature */
	double bias, bias_squares, bias_sum;
	uint32_t shift;
	size_t size;
	const struct linear_options *options;
};

/* exp(x) for -40 <= x <= 40, by halving and a series. */
static double
exponential(double x)
{
	double term = 1, sum = 1, y = x / 64;
	int i;

	for (i = 1; i < 12; i++) {
		term *= y / i;
		sum += term;
	}
	for (i = 0; i < 6; i++)
		sum *= sum;
	return sum;
}

static double
chance(double sum)
{
	if (sum > 40)
		sum = 40;
	if (sum < -40)
		sum = -40;
	return 1 / (1 + exponential(-sum));
}

/* By Newton's steps from a guess that halves the exponent. */
static double
root(double x)
{
	uint64_t bits;
	double y;
	int i;

	if (x <= 0)
		return 0;
	memcpy(&bits, &x, sizeof bits);
	bits = (bits >> 1) + (UINT64_C(0x3ff) << 51);
	memcpy(&y, &bits, sizeof y);
	for (i = 0; i < 5; i++)
		y = (y + x / y) / 2;
	return y;
}

static uint64_t
next_random(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

static void
shuffle(uint32_t *order, size_t n, uint64_t *state)
{
	size_t i, k;
	uint32_t swap;

	for (i = n; i > 1; i--) {
		k = (size_t)(next_random(state) % i);
		swap = order[i - 1];
		order[i - 1] = order[k];
		order[k] = swap;
	}
}

static void
move(struct learner *l, double *weight, double *squares, double error,
    double ridge)
{
	double slope = error - ridge * *weight;

	*squares += slope * slope;
	*weight += l->options->rate * slope / (1e-6 + root(*squares));
}

static void
learn(struct learner *l, const struct example *e)
{
	double sum = l->bias, error;
	uint32_t i, at;

	for (i = 0; i < e->count; i++)
		sum += l->weights[e->features[i] >> l->shift];
	error = ((e->yes ? 1 : 0) - chance(sum)) * (double)e->weight;
	for (i = 0; i < e->count; i++) {
		at = e->features[i] >> l->shift;
		if (l->seen[at] >= l->options->rare)
			move(l, &l->weights[at], &l->squares[at], error,
			    l->options->ridge);
	}
	move(l, &l->bias, &l->bias_squares, error, 0);
}

static void
run(struct learner *l, struct arena *a, const struct example *examples,
    size_t count)
{
	uint32_t *order = ARENA_ARRAY(a, uint32_t, count);
	uint64_t state = 0x2545f4914f6cdd1du;
	unsigned epoch;
	size_t i;

	for (i = 0; i < count; i++)
		order[i] = (uint32_t)i;
	for (epoch = 0; epoch < l->options->epochs; epoch++) {
		shuffle(order, count, &state);
		for (i = 0; i < count; i++)
			learn(l, &examples[order[i]]);
		if (epoch < l->options->epochs / 2)
			continue;
		for (i = 0; i < l->size; i++)
			l->sums[i] += l->weights[i];
		l->bias_sum += l->bias;
	}
}

static void
count_features(struct learner *l, const struct example *examples, size_t count)
{
	size_t i;
	uint32_t k;

	for (i = 0; i < count; i++)
		for (k = 0; k < examples[i].count; k++)
			l->seen[examples[i].features[k] >> l->shift]++;
}

static double
size_of(double x)
{
	return x < 0 ? -x : x;
}

/* The largest weight that keeps its full digits: all but one in 10,000 of
 * those in use are smaller. Found by halving. */
static double
largest(const struct learner *l)
{
	double low = 0, high = 0;
	size_t used = 0, above, i;
	int round;

	for (i = 0; i < l->size; i++) {
		used += l->sums[i] != 0;
		if (size_of(l->sums[i]) > high)
			high = size_of(l->sums[i]);
	}
	for (round = 0; round < 40; round++) {
		double middle = (low + high) / 2;

		for (above = i = 0; i < l->size; i++)
			above += size_of(l->sums[i]) > middle;
		if (above > used / 10000)
			low = middle;
		else
			high = middle;
	}
	return high > 0 ? high : 1;
}

static int32_t
rounded(double x, double limit)
{
	if (x > limit)
		x = limit;
	if (x < -limit)
		x = -limit;
	return (int32_t)(x < 0 ? x - 0.5 : x + 0.5);
}

static void
learner_init(struct learner *l, struct arena *a,
    const struct linear_options *options)
{
	memset(l, 0, sizeof *l);
	l->options = options;
	l->size = (size_t)1 << options->bits;
	l->shift = 32 - options->bits;
	l->weights = ARENA_ARRAY(a, double, l->size);
	l->squares = ARENA_ARRAY(a, double, l->size);
	l->sums = ARENA_ARRAY(a, double, l->size);
	l->seen = ARENA_ARRAY(a, uint32_t, l->size);
}

void
linear_train(struct arena *a, const struct example *examples, size_t count,
    const struct linear_options *options, const char *name,
    struct model_part parts[2])
{
	struct learner l;
	unsigned averaged = options->epochs - options->epochs / 2;
	int8_t *weights = ARENA_ARRAY(a, int8_t, (size_t)1 << options->bits);
	uint32_t *head = ARENA_ARRAY(a, uint32_t, 3);
	double unit;
	size_t i;

	learner_init(&l, a, options);
	count_features(&l, examples, count);
	run(&l, a, examples, count);
	unit = largest(&l) / 127;
	for (i = 0; i < l.size; i++)
		weights[i] = (int8_t)rounded(l.sums[i] / unit, 127);
	head[0] = options->bits;
	head[1] = (uint32_t)rounded(l.bias_sum / unit, 1 << 20) + (1u << 30);
	head[2] = (uint32_t)(unit / averaged * 65536 + 0.5);
	parts[0] = (struct model_part){ name, 1, weights, l.size };
	parts[1] = (struct model_part){
		arena_join(a, (struct str[]){ str_of(name), STR(".head"),
		    { "", 1 } }, 3).s, 4, head, 3 };
}

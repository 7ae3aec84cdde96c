/* boost_train - learns trees from examples (gradient boosting)
 *
 * Each feature is cut into at most BINS ranges of about equal weight, so that
 * an example is a row of bytes. A tree is grown level by level: for each
 * feature a histogram of gradients by leaf and bin tells what each question
 * would gain over all leaves; the best is taken for the whole level. */
#include "boost_train.h"

#include <string.h>

enum { BINS = 48, SAMPLES = 20000 };

struct sum {
	double g, h; /* of gradients; of second derivatives */
};

struct trainer {
	const struct boost_examples *e;
	const struct boost_options *o;
	struct arena *arena;
	uint8_t *bins;         /* [width * count] by feature */
	int16_t (*limits)[BINS]; /* [width] upper ends of the ranges */
	unsigned *bin_count;   /* [width] */
	double *score;         /* [count] */
	struct sum *gradient;  /* [count] */
	uint8_t *leaf;         /* [count] */
	uint32_t *rows;        /* [row_count] that this tree sees */
	size_t row_count;
	struct sum histogram[BOOST_LEAVES][BINS];
	uint64_t random;
};

double
boost_sigmoid(double x)
{
	double y = x < 0 ? -x : x, r, sum = 1, term = 1;
	int i, n = 0;

	if (y > 40)
		y = 40;
	for (r = y; r > 0.5; n++)
		r /= 2;
	for (i = 1; i < 14; i++) {
		term *= -r / i;
		sum += term;
	}
	for (; n > 0; n--)
		sum *= sum;
	return x < 0 ? sum / (1 + sum) : 1 / (1 + sum);
}

static double
log_of(double x)
{
	double y = 0, s;
	int i;

	for (i = 0; i < 60; i++) { /* Newton on sigmoid's inverse */
		s = boost_sigmoid(y);
		y += (x - s) / (s * (1 - s));
	}
	return y;
}

/* xorshift64 (Marsaglia 2003): a number below limit. */
static uint32_t
draw(struct trainer *t, uint32_t limit)
{
	t->random ^= t->random << 13;
	t->random ^= t->random >> 7;
	t->random ^= t->random << 17;
	return (uint32_t)((t->random >> 32) * limit >> 32);
}

static void
sort(int16_t *values, size_t n)
{
	size_t gap, i, k;

	for (gap = n / 2; gap; gap /= 2)
		for (i = gap; i < n; i++) {
			int16_t v = values[i];

			for (k = i; k >= gap && values[k - gap] > v; k -= gap)
				values[k] = values[k - gap];
			values[k] = v;
		}
}

/* Cuts a feature's range by a sample of its values. */
static void
set_limits(struct trainer *t, size_t feature, int16_t *sample)
{
	size_t step = t->e->count / SAMPLES + 1, i, n = 0;
	unsigned bins = 0;

	for (i = 0; i < t->e->count; i += step)
		if (t->e->weights[i] > 0)
			sample[n++] = t->e->features[i * t->e->width +
			    feature];
	sort(sample, n);
	for (i = 1; i < BINS && n; i++) {
		int16_t v = sample[i * n / BINS];

		/* the last value is no limit: nothing is beyond it */
		if (v < sample[n - 1] &&
		    (!bins || v > t->limits[feature][bins - 1]))
			t->limits[feature][bins++] = v;
	}
	t->bin_count[feature] = bins + 1;
}

static void
make_bins(struct trainer *t)
{
	size_t width = t->e->width, count = t->e->count, f, i;
	int16_t *sample = ARENA_ARRAY(t->arena, int16_t, SAMPLES + 2);

	t->bins = (uint8_t *)arena_bytes(t->arena, width * count);
	t->limits = arena_array(t->arena, width, sizeof *t->limits);
	t->bin_count = ARENA_ARRAY(t->arena, unsigned, width);
	for (f = 0; f < width; f++) {
		set_limits(t, f, sample);
		for (i = 0; i < count; i++) {
			int16_t v = t->e->features[i * width + f];
			unsigned low = 0, high = t->bin_count[f] - 1;

			while (low < high) {
				unsigned middle = (low + high) / 2;

				if (v > t->limits[f][middle])
					low = middle + 1;
				else
					high = middle;
			}
			t->bins[f * count + i] = (uint8_t)low;
		}
	}
}

/* Draws the examples of a tree: one with a small gradient has little to teach,
 * so it is drawn seldom, and counts for those that are not (minimal variance
 * sampling, Ibragimov and Gusev 2019). */
static void
set_gradients(struct trainer *t)
{
	double sum = 0, level, size;
	size_t i, n = 0;

	for (i = 0; i < t->e->count; i++) {
		double w = t->e->weights[i], p;

		if (w <= 0)
			continue;
		n++;
		p = boost_sigmoid(t->score[i]);
		t->gradient[i].g = w * (t->e->labels[i] - p);
		t->gradient[i].h = w * p * (1 - p);
		sum += t->gradient[i].g < 0 ? -t->gradient[i].g
					    : t->gradient[i].g;
	}
	level = sum / ((double)n * t->o->rows / 100) + 1e-12;
	t->row_count = 0;
	for (i = 0; i < t->e->count; i++) {
		if (t->e->weights[i] <= 0)
			continue;
		size = t->gradient[i].g < 0 ? -t->gradient[i].g
					    : t->gradient[i].g;
		size = size / level;
		if (size < 1) {
			if (draw(t, 1 << 20) >= (uint32_t)(size * (1 << 20)))
				continue;
			t->gradient[i].g /= size;
			t->gradient[i].h /= size;
		}
		t->leaf[i] = 0;
		t->rows[t->row_count++] = (uint32_t)i;
	}
}

static double
worth(const struct trainer *t, double g, double h)
{
	return g * g / (h + t->o->ridge);
}

/* The best question about a feature for all leaves of a level: what it gains,
 * and its bin. */
static double
best_cut(struct trainer *t, size_t feature, unsigned level, unsigned *cut)
{
	const uint8_t *bins = t->bins + feature * t->e->count;
	unsigned leaves = 1u << level, n = t->bin_count[feature], b, l;
	struct sum left[BOOST_LEAVES] = { { 0, 0 } }, all[BOOST_LEAVES];
	double best = 0;
	size_t i;

	memset(t->histogram, 0, leaves * sizeof *t->histogram);
	for (i = 0; i < t->row_count; i++) {
		uint32_t r = t->rows[i];
		struct sum *s = &t->histogram[t->leaf[r]][bins[r]];

		s->g += t->gradient[r].g;
		s->h += t->gradient[r].h;
	}
	for (l = 0; l < leaves; l++) {
		all[l] = (struct sum){ 0, 0 };
		for (b = 0; b < n; b++) {
			all[l].g += t->histogram[l][b].g;
			all[l].h += t->histogram[l][b].h;
		}
	}
	for (b = 0; b + 1 < n; b++) {
		double gain = 0;

		for (l = 0; l < leaves; l++) {
			left[l].g += t->histogram[l][b].g;
			left[l].h += t->histogram[l][b].h;
			gain += worth(t, left[l].g, left[l].h) +
			    worth(t, all[l].g - left[l].g,
				all[l].h - left[l].h) -
			    worth(t, all[l].g, all[l].h);
		}
		if (gain > best) {
			best = gain;
			*cut = b;
		}
	}
	return best;
}

/* Asks the best question on a level. */
static void
grow_level(struct trainer *t, unsigned level, uint16_t *row)
{
	size_t f, best_feature = 0, i;
	unsigned cut = 0, best_bin = 0;
	double gain, best = 0;

	for (f = 0; f < t->e->width; f++) {
		if (t->bin_count[f] < 2 || draw(t, 100) >= t->o->columns)
			continue;
		gain = best_cut(t, f, level, &cut);
		if (gain > best) {
			best = gain;
			best_feature = f;
			best_bin = cut;
		}
	}
	row[level] = (uint16_t)best_feature;
	row[BOOST_DEPTH + level] = best > 0
	    ? (uint16_t)t->limits[best_feature][best_bin] : INT16_MAX;
	for (i = 0; best > 0 && i < t->row_count; i++) {
		uint32_t r = t->rows[i];

		if (t->bins[best_feature * t->e->count + r] > best_bin)
			t->leaf[r] |= (uint8_t)(1u << level);
	}
}

static size_t
leaf_of(const uint16_t *row, const int16_t *f)
{
	size_t leaf = 0, k;

	for (k = 0; k < BOOST_DEPTH; k++)
		leaf |= (size_t)(f[row[k]] > (int16_t)row[BOOST_DEPTH + k])
		    << k;
	return leaf;
}

/* The value of each leaf, rounded as the model holds it; then all scores. */
static void
set_leaves(struct trainer *t, uint16_t *row)
{
	struct sum sums[BOOST_LEAVES] = { { 0, 0 } };
	int16_t values[BOOST_LEAVES];
	size_t i, l;

	for (i = 0; i < t->row_count; i++) {
		uint32_t r = t->rows[i];

		sums[t->leaf[r]].g += t->gradient[r].g;
		sums[t->leaf[r]].h += t->gradient[r].h;
	}
	for (l = 0; l < BOOST_LEAVES; l++) {
		double v = t->o->rate * BOOST_LOGIT * sums[l].g /
		    (sums[l].h + t->o->ridge);

		values[l] = (int16_t)(v < 0 ? v - 0.5 : v + 0.5);
		row[2 * BOOST_DEPTH + l] = (uint16_t)values[l];
	}
	for (i = 0; i < t->e->count; i++)
		t->score[i] += values[leaf_of(row, t->e->features +
		    i * t->e->width)] / (double)BOOST_LOGIT;
}

static double
mean_label(const struct boost_examples *e)
{
	double sum = 0, all = 0;
	size_t i;

	for (i = 0; i < e->count; i++) {
		all += e->weights[i];
		sum += e->weights[i] * e->labels[i];
	}
	return all > 0 ? sum / all : 0.5;
}

uint16_t *
boost_train(struct arena *a, const struct boost_examples *e,
    const struct boost_options *o, int32_t *bias)
{
	struct trainer *t = ARENA_NEW(a, struct trainer);
	uint16_t *rows = ARENA_ARRAY(a, uint16_t, o->trees * BOOST_ROW);
	double mean = mean_label(e);
	size_t i;
	unsigned level;

	t->e = e;
	t->o = o;
	t->arena = a;
	t->random = 0x9e3779b97f4a7c15u;
	make_bins(t);
	t->score = ARENA_ARRAY(a, double, e->count);
	t->gradient = ARENA_ARRAY(a, struct sum, e->count);
	t->leaf = ARENA_ARRAY(a, uint8_t, e->count);
	t->rows = ARENA_ARRAY(a, uint32_t, e->count);
	*bias = (int32_t)(log_of(mean < 0.01 ? 0.01 : mean > 0.99 ? 0.99
								   : mean) *
	    BOOST_LOGIT);
	for (i = 0; i < e->count; i++)
		t->score[i] = *bias / (double)BOOST_LOGIT;
	for (i = 0; i < o->trees; i++) {
		uint16_t *row = rows + i * BOOST_ROW;

		set_gradients(t);
		for (level = 0; level < BOOST_DEPTH; level++)
			grow_level(t, level, row);
		set_leaves(t, row);
	}
	return rows;
}

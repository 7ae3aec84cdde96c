/* tagger_train - learns the weights of a tagger from labelled sequences */
#include "tagger_train.h"

#include <errno.h>
#include <string.h>

#include "die.h"
#include "exponential.h"

enum { LABELS = TAGGER_LABELS, LONGEST = 4096, MOST = 512 };

/* ---- data -------------------------------------------------------------- */

static void *
grown(const struct os *os, void *memory, size_t size)
{
	memory = os->resize(os->context, memory, size ? size : 1);
	if (!memory)
		die(os, ENOMEM, "memory:");
	return memory;
}

static void *
zeroed(const struct os *os, size_t count, size_t size)
{
	return memset(grown(os, NULL, count * size), 0, count * size);
}

void
train_feature(struct train_data *d, uint32_t hash)
{
	if (d->feature_count == d->feature_room) {
		d->feature_room = d->feature_room ? d->feature_room * 2 : 4096;
		d->features = grown(
		    d->os, d->features, d->feature_room * sizeof *d->features);
	}
	d->features[d->feature_count++] = hash;
}

void
train_token(struct train_data *d, uint16_t allowed)
{
	if (d->tokens + 1 >= d->token_room) {
		d->token_room = d->token_room ? d->token_room * 2 : 4096;
		d->starts =
		    grown(d->os, d->starts, d->token_room * sizeof *d->starts);
		d->allowed = grown(
		    d->os, d->allowed, d->token_room * sizeof *d->allowed);
	}
	if (!d->tokens)
		d->starts[0] = 0;
	d->allowed[d->tokens++] = allowed;
	d->starts[d->tokens] = d->feature_count;
}

void
train_sequence(struct train_data *d, size_t count, unsigned corpus)
{
	if (d->count == d->sequence_room) {
		d->sequence_room =
		    d->sequence_room ? d->sequence_room * 2 : 256;
		d->sequences = grown(d->os, d->sequences,
		    d->sequence_room * sizeof *d->sequences);
	}
	d->sequences[d->count++] =
	    (struct train_sequence){ (uint32_t)(d->tokens - count),
		    (uint32_t)count, corpus };
}

/* ---- rows -------------------------------------------------------------- */

struct slot {
	uint32_t hash, count, row;
};

struct table {
	struct slot *slots; /* [mask + 1] */
	size_t mask, used;
};

static struct slot *
slot_of(const struct table *t, uint32_t hash)
{
	size_t at = hash * (size_t)0x9e3779b1;

	for (;; at++) {
		struct slot *s = &t->slots[at & t->mask];

		if (!s->count || s->hash == hash)
			return s;
	}
}

static void
grow_table(const struct os *os, struct table *t)
{
	struct table more = { .mask = t->mask ? t->mask * 2 + 1 : 0xfffff };
	size_t i;

	more.slots = zeroed(os, more.mask + 1, sizeof *more.slots);
	more.used = t->used;
	for (i = 0; t->mask && i <= t->mask; i++)
		if (t->slots[i].count)
			*slot_of(&more, t->slots[i].hash) = t->slots[i];
	os->release(os->context, t->slots);
	*t = more;
}

struct learner {
	const struct train_data *data;
	const struct train_options *options;
	size_t rows;			 /* 1 + those shared; 0 is no row */
	uint32_t *hashes;		 /* [rows] */
	uint32_t *copies[TRAIN_CORPORA]; /* [rows] number of the copy */
	size_t all;			 /* rows and copies */
	float (*weights)[LABELS];	 /* [all] */
	float (*squares)[LABELS];	 /* [all] of gradients */
	float (*sums)[LABELS];		 /* [all] of the last epochs */
	/* moves: of each corpus, and shared ones at the end */
	float moves[TRAIN_CORPORA + 1][LABELS + 1][LABELS];
	float move_squares[TRAIN_CORPORA + 1][LABELS + 1][LABELS];
	float move_sums[TRAIN_CORPORA + 1][LABELS + 1][LABELS];
	uint64_t random;

	/* of one sequence */
	float (*scores)[LABELS], (*forward)[LABELS], (*backward)[LABELS];
	float (*marginals)[LABELS], (*targets)[LABELS];
	float edges[LABELS + 1][LABELS], edge_targets[LABELS + 1][LABELS];
	float kernel[LABELS + 1][LABELS], turned[LABELS][LABELS];
	uint32_t (*kept)[MOST]; /* features that were not left out */
	uint16_t *kept_count;
};

/* Counts the features and numbers those that are seen often enough. */
static void
number_rows(struct learner *l, struct train_data *d)
{
	struct table t = { 0 };
	size_t i, k, to = 0;

	grow_table(d->os, &t);
	for (i = 0; i < d->feature_count; i++) {
		struct slot *s = slot_of(&t, d->features[i]);

		if (!s->count) {
			s->hash = d->features[i];
			t.used++;
		}
		s->count++;
		if (t.used * 3 > t.mask * 2)
			grow_table(d->os, &t);
	}
	l->rows = 1;
	l->hashes = grown(d->os, NULL, (t.used + 1) * sizeof *l->hashes);
	for (k = 0; k < d->tokens; k++) {
		size_t begin = d->starts[k];

		d->starts[k] = to;
		for (i = begin; i < d->starts[k + 1]; i++) {
			struct slot *s = slot_of(&t, d->features[i]);

			if (s->count < l->options->cutoff)
				continue;
			if (!s->row) {
				l->hashes[l->rows] = s->hash;
				s->row = (uint32_t)l->rows++;
			}
			d->features[to++] = s->row;
		}
	}
	d->starts[d->tokens] = d->feature_count = to;
	d->os->release(d->os->context, t.slots);
}

/* Gives each corpus its copies of the rows that occur in it. */
static void
number_copies(struct learner *l, const struct train_data *d)
{
	size_t i, k;

	l->all = l->rows;
	for (i = 0; i < d->count; i++) {
		const struct train_sequence *s = &d->sequences[i];
		uint32_t **copy = &l->copies[s->corpus];

		if (!*copy)
			*copy = zeroed(d->os, l->rows, sizeof **copy);
		for (k = d->starts[s->first];
		     k < d->starts[s->first + s->count]; k++)
			if (!(*copy)[d->features[k]])
				(*copy)[d->features[k]] = (uint32_t)l->all++;
	}
}

/* ---- likelihood -------------------------------------------------------- */

static float
dot(const float *a, const float *b)
{
	float part[4] = { 0 };
	size_t i, k;

	for (i = 0; i < LABELS; i += 4)
		for (k = 0; k < 4; k++)
			part[k] += a[i + k] * b[i + k];
	return (part[0] + part[1]) + (part[2] + part[3]);
}

static float
total(const float *a)
{
	static const float ones[LABELS] = { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
		1, 1, 1, 1 };

	return dot(a, ones);
}

static void
scale(float *a, float by)
{
	size_t i;

	for (i = 0; i < LABELS; i++)
		a[i] *= by;
}

/* The matrix of moves of a corpus, as factors. */
static void
make_kernel(struct learner *l, unsigned corpus)
{
	size_t a, b;

	for (a = 0; a <= LABELS; a++)
		for (b = 0; b < LABELS; b++) {
			bool may = a == LABELS
				       ? tagger_begins((unsigned)b)
				       : tagger_move((unsigned)a, (unsigned)b);

			l->kernel[a][b] =
			    may ? exponential(l->moves[TRAIN_CORPORA][a][b] +
					l->moves[corpus][a][b])
				: 0;
			if (a < LABELS)
				l->turned[b][a] = l->kernel[a][b];
		}
}

/* Forward and backward sums over all paths of the allowed labels; then the
 * probability of each label at each token, and of each move in all. False
 * when there is no path. */
static bool
expect(struct learner *l, size_t n, float (*emit)[LABELS],
    float (*marginals)[LABELS], float (*edges)[LABELS])
{
	float(*f)[LABELS] = l->forward, (*b)[LABELS] = l->backward;
	float sum, right[LABELS];
	size_t i, a, k;

	for (k = 0; k < LABELS; k++)
		f[0][k] = l->kernel[LABELS][k] * emit[0][k];
	for (i = 0;; i++) {
		if (i + 1 == n)
			for (k = 0; k < LABELS; k++)
				f[i][k] =
				    tagger_ends((unsigned)k) ? f[i][k] : 0;
		sum = total(f[i]);
		if (!(sum > 0))
			return false;
		scale(f[i], 1 / sum);
		if (i + 1 == n)
			break;
		memset(f[i + 1], 0, sizeof f[i + 1]);
		for (a = 0; a < LABELS; a++)
			for (k = 0; k < LABELS; k++)
				f[i + 1][k] += f[i][a] * l->kernel[a][k];
		for (k = 0; k < LABELS; k++)
			f[i + 1][k] *= emit[i + 1][k];
	}
	for (k = 0; k < LABELS; k++)
		b[n - 1][k] = tagger_ends((unsigned)k) ? 1 : 0;
	for (i = n - 1;; i--) {
		for (k = 0; k < LABELS; k++)
			marginals[i][k] = f[i][k] * b[i][k];
		sum = total(marginals[i]);
		if (!(sum > 0))
			return false;
		scale(marginals[i], 1 / sum);
		if (!i)
			break;
		for (k = 0; k < LABELS; k++)
			right[k] = emit[i][k] * b[i][k];
		memset(b[i - 1], 0, sizeof b[i - 1]);
		for (a = 0; a < LABELS; a++)
			for (k = 0; k < LABELS; k++)
				b[i - 1][k] += right[a] * l->turned[a][k];
		sum = dot(f[i - 1], b[i - 1]);
		for (a = 0; a < LABELS; a++)
			for (k = 0; k < LABELS; k++)
				edges[a][k] += f[i - 1][a] * l->kernel[a][k] *
					       right[k] / sum;
		scale(b[i - 1], 1 / total(b[i - 1]));
	}
	for (k = 0; k < LABELS; k++)
		edges[LABELS][k] += marginals[0][k];
	return true;
}

/* ---- learning ---------------------------------------------------------- */

static uint32_t
draw(struct learner *l)
{
	l->random ^= l->random << 13;
	l->random ^= l->random >> 7;
	l->random ^= l->random << 17;
	return (uint32_t)(l->random >> 32);
}

/* Adds up the weights of a token's features but those left out. */
static void
score_token(struct learner *l, const struct train_sequence *s, size_t i)
{
	const struct train_data *d = l->data;
	const uint32_t *copy = l->copies[s->corpus];
	uint32_t limit = (uint32_t)(l->options->drop * 4294967040.0f);
	size_t k, n = 0, label;
	float *scores = l->scores[i];

	memset(scores, 0, sizeof l->scores[i]);
	for (k = d->starts[s->first + i];
	     k < d->starts[s->first + i + 1] && n < MOST; k++) {
		uint32_t row = d->features[k];
		const float *w = l->weights[row], *v = l->weights[copy[row]];

		if (limit && draw(l) < limit)
			continue;
		l->kept[i][n++] = row;
		for (label = 0; label < LABELS; label++)
			scores[label] += w[label] + v[label];
	}
	l->kept_count[i] = (uint16_t)n;
	scale(scores, 1 / (1 - l->options->drop));
}

/* 1 / sqrt(x), to six digits: a guess from the bits of x, then Newton. */
static float
inverse_root(float x)
{
	union {
		float f;
		uint32_t i;
	} guess = { x };
	float y;

	guess.i = 0x5f3759df - (guess.i >> 1);
	y = guess.f;
	y *= 1.5f - 0.5f * x * y * y;
	y *= 1.5f - 0.5f * x * y * y;
	return y * (1.5f - 0.5f * x * y * y);
}

static void
learn_row(float *w, float *q, const float *g, float rate)
{
	size_t k;

	for (k = 0; k < LABELS; k++) {
		q[k] += g[k] * g[k];
		w[k] += rate * g[k] * inverse_root(q[k] + 1e-6f);
	}
}

static void
learn_token(struct learner *l, const struct train_sequence *s, size_t i)
{
	const uint32_t *copy = l->copies[s->corpus];
	float g[LABELS], most = 0, up = 1 / (1 - l->options->drop);
	size_t k;

	for (k = 0; k < LABELS; k++) {
		g[k] = (l->targets[i][k] - l->marginals[i][k]) * up;
		most = g[k] > most ? g[k] : most;
		most = -g[k] > most ? -g[k] : most;
	}
	if (most < 0.002f)
		return;
	for (k = 0; k < l->kept_count[i]; k++) {
		uint32_t row = l->kept[i][k], other = copy[row];

		learn_row(
		    l->weights[row], l->squares[row], g, l->options->rate);
		learn_row(
		    l->weights[other], l->squares[other], g, l->options->rate);
	}
}

static void
learn_moves(struct learner *l, unsigned corpus)
{
	size_t a, k;

	for (a = 0; a <= LABELS; a++) {
		float g[LABELS];

		for (k = 0; k < LABELS; k++)
			g[k] = l->edge_targets[a][k] - l->edges[a][k];
		learn_row(l->moves[TRAIN_CORPORA][a],
		    l->move_squares[TRAIN_CORPORA][a], g, l->options->rate);
		learn_row(l->moves[corpus][a], l->move_squares[corpus][a], g,
		    l->options->rate);
	}
}

static void
emissions(struct learner *l, size_t n)
{
	size_t i, k;

	for (i = 0; i < n; i++) {
		float top = l->scores[i][0];

		for (k = 1; k < LABELS; k++)
			top = l->scores[i][k] > top ? l->scores[i][k] : top;
		for (k = 0; k < LABELS; k++)
			l->scores[i][k] = exponential(l->scores[i][k] - top);
	}
}

/* Adds to the score of each wrong label what the mistake costs: it has to lose
 * by that much. */
static void
charge(struct learner *l, const struct train_sequence *s, size_t i)
{
	const struct train_options *o = l->options;
	unsigned allowed = l->data->allowed[s->first + i], k;

	for (k = 0; k < LABELS; k++)
		if (!(allowed & 1u << k))
			l->scores[i][k] += k == 0	  ? o->missed
					   : allowed & 1u ? o->invented
							  : o->mistaken;
}

static void
learn_sequence(struct learner *l, const struct train_sequence *s)
{
	size_t i, k, n = s->count;

	for (i = 0; i < n; i++) {
		score_token(l, s, i);
		charge(l, s, i);
	}
	make_kernel(l, s->corpus);
	emissions(l, n);
	memset(l->edges, 0, sizeof l->edges);
	memset(l->edge_targets, 0, sizeof l->edge_targets);
	if (!expect(l, n, l->scores, l->marginals, l->edges))
		return;
	for (i = 0; i < n; i++)
		for (k = 0; k < LABELS; k++)
			if (!(l->data->allowed[s->first + i] & 1u << k))
				l->scores[i][k] = 0;
	if (!expect(l, n, l->scores, l->targets, l->edge_targets))
		return;
	for (i = 0; i < n; i++)
		learn_token(l, s, i);
	learn_moves(l, s->corpus);
}

static void
shuffle(struct learner *l, uint32_t *order, size_t n)
{
	size_t i;

	for (i = n; i > 1; i--) {
		size_t k = draw(l) % i;
		uint32_t other = order[k];

		order[k] = order[i - 1];
		order[i - 1] = other;
	}
}

/* One step of the pull towards 0, for an epoch: a ridge, taken as proximal
 * step in the metric of AdaGrad. What was seldom learnt from is pulled most. */
static void
shrink(struct learner *l)
{
	const struct train_options *o = l->options;
	float *w = (float *)l->weights;
	const float *q = (const float *)l->squares;
	size_t i;

	for (i = 0; i < l->all * LABELS; i++)
		w[i] /= 1 + o->rate * o->ridge * inverse_root(q[i] + 1e-6f);
}

static void
end_epoch(struct learner *l, unsigned epoch)
{
	const struct train_options *o = l->options;
	float *w = (float *)l->weights, *sum = (float *)l->sums;
	float *m = (float *)l->moves, *move_sum = (float *)l->move_sums;
	size_t i, n = sizeof l->moves / sizeof(float);

	shrink(l);
	memset(l->weights[0], 0, sizeof l->weights[0]);
	if (epoch + o->average < o->epochs)
		return;
	for (i = 0; i < l->all * LABELS; i++)
		sum[i] += w[i] / (float)o->average;
	for (i = 0; i < n; i++)
		move_sum[i] += m[i] / (float)o->average;
}

static void
prepare(struct learner *l, const struct os *os)
{
	l->weights = zeroed(os, l->all, sizeof *l->weights);
	l->squares = zeroed(os, l->all, sizeof *l->squares);
	l->sums = zeroed(os, l->all, sizeof *l->sums);
	l->scores = zeroed(os, LONGEST, sizeof *l->scores);
	l->forward = zeroed(os, LONGEST, sizeof *l->forward);
	l->backward = zeroed(os, LONGEST, sizeof *l->backward);
	l->marginals = zeroed(os, LONGEST, sizeof *l->marginals);
	l->targets = zeroed(os, LONGEST, sizeof *l->targets);
	l->kept = zeroed(os, LONGEST, sizeof *l->kept);
	l->kept_count = zeroed(os, LONGEST, sizeof *l->kept_count);
	l->random = 0x243f6a8885a308d3;
}

static struct train_result
result_of(struct learner *l)
{
	const uint32_t *copy = l->copies[l->options->target];
	struct train_result r = {
		.rows = l->rows, .hashes = l->hashes, .weights = l->sums
	};
	size_t i, k;

	for (i = 1; copy && i < l->rows; i++)
		for (k = 0; k < LABELS && copy[i]; k++)
			l->sums[i][k] += l->sums[copy[i]][k];
	for (i = 0; i <= LABELS; i++)
		for (k = 0; k < LABELS; k++)
			r.moves[i][k] = l->move_sums[TRAIN_CORPORA][i][k] +
					l->move_sums[l->options->target][i][k];
	return r;
}

struct train_result
tagger_train(struct train_data *d, const struct train_options *options)
{
	struct learner l;
	uint32_t *order = grown(d->os, NULL, d->count * sizeof *order);
	unsigned epoch;
	size_t i;

	memset(&l, 0, sizeof l);
	l.data = d;
	l.options = options;
	number_rows(&l, d);
	number_copies(&l, d);
	prepare(&l, d->os);
	for (i = 0; i < d->count; i++)
		order[i] = (uint32_t)i;
	if (options->verbose)
		warn(d->os, 0, "%z tokens, %z features, %z rows, %z in all",
		    d->tokens, d->feature_count, l.rows, l.all);
	for (epoch = 0; epoch < options->epochs; epoch++) {
		shuffle(&l, order, d->count);
		for (i = 0; i < d->count; i++)
			if (d->sequences[order[i]].count &&
			    d->sequences[order[i]].count <= LONGEST)
				learn_sequence(&l, &d->sequences[order[i]]);
		end_epoch(&l, epoch);
		if (options->verbose)
			warn(d->os, 0, "epoch %z", (size_t)epoch + 1);
	}
	return result_of(&l);
}

/* tagger_train - learns the weights of a tagger from labelled sequences */
#include "tagger_train.h"

#include <string.h>

#include "die.h"
#include "exponential.h"

enum { LABELS = TAGGER_LABELS, LONGEST = 4096, MOST = 512 };

struct learner {
	const struct train_data *data;
	const struct train_options *options;
	float (*weights)[LABELS]; /* [all] */
	float (*squares)[LABELS]; /* [all] of gradients */
	float (*sums)[LABELS];	  /* [all] of the last epochs */
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

/* Adds a row times a factor. Rows are given as such everywhere, restrict and of
 * known length: then four numbers are worked on at once. */
static void
add_row(float *restrict to, const float *restrict row, float by)
{
	size_t i;

	for (i = 0; i < LABELS; i++)
		to[i] += row[i] * by;
}

static void
add_edges(float *restrict to, const float *restrict row,
    const float *restrict right, float by)
{
	size_t i;

	for (i = 0; i < LABELS; i++)
		to[i] += row[i] * right[i] * by;
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
			add_row(f[i + 1], l->kernel[a], f[i][a]);
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
			add_row(b[i - 1], l->turned[a], right[a]);
		sum = dot(f[i - 1], b[i - 1]);
		for (a = 0; a < LABELS; a++)
			add_edges(
			    edges[a], l->kernel[a], right, f[i - 1][a] / sum);
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
	const uint32_t *copy = l->data->copies[s->corpus];
	uint32_t limit = (uint32_t)(l->options->drop * 4294967040.0f);
	size_t k, n = 0, label;
	float *scores = l->scores[i];

	memset(scores, 0, sizeof l->scores[i]);
	for (k = d->starts[s->first + i];
	     k < d->starts[s->first + i + 1] && n < MOST; k++) {
		uint32_t row = d->features[k];
		const float *w = l->weights[row];
		const float *v = l->weights[copy ? copy[row] : 0];

		if (limit && draw(l) < limit)
			continue;
		l->kept[i][n++] = row;
		add_row(scores, w, 1);
		add_row(scores, v, 1);
	}
	l->kept_count[i] = (uint16_t)n;
	scale(scores, 1 / (1 - l->options->drop));
	for (label = 0; d->base && label < LABELS; label++)
		scores[label] +=
		    (float)d->base[s->first + i][label] / TAGGER_UNIT;
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
learn_row(
    float *restrict w, float *restrict q, const float *restrict g, float rate)
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
	const uint32_t *copy = l->data->copies[s->corpus];
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
		uint32_t row = l->kept[i][k];

		learn_row(
		    l->weights[row], l->squares[row], g, l->options->rate);
		if (copy)
			learn_row(l->weights[copy[row]], l->squares[copy[row]],
			    g, l->options->rate);
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
	size_t i, k;

	for (i = 0; i < l->data->all; i++) {
		float *restrict w = l->weights[i];
		const float *restrict q = l->squares[i];

		for (k = 0; k < LABELS; k++)
			w[k] /=
			    1 + o->rate * o->ridge * inverse_root(q[k] + 1e-6f);
	}
}

static void
end_epoch(struct learner *l, unsigned epoch)
{
	const struct train_options *o = l->options;
	float *m = (float *)l->moves, *move_sum = (float *)l->move_sums;
	size_t i, n = sizeof l->moves / sizeof(float);

	shrink(l);
	memset(l->weights[0], 0, sizeof l->weights[0]);
	if (epoch + o->average < o->epochs)
		return;
	for (i = 0; i < l->data->all; i++)
		add_row(l->sums[i], l->weights[i], 1 / (float)o->average);
	for (i = 0; i < n; i++)
		move_sum[i] += m[i] / (float)o->average;
}

static void
prepare(struct learner *l, const struct os *os)
{
	size_t all = l->data->all, a, b;

	l->weights = train_memory(os, all, sizeof *l->weights);
	l->squares = train_memory(os, all, sizeof *l->squares);
	l->sums = train_memory(os, all, sizeof *l->sums);
	l->scores = train_memory(os, LONGEST, sizeof *l->scores);
	l->forward = train_memory(os, LONGEST, sizeof *l->forward);
	l->backward = train_memory(os, LONGEST, sizeof *l->backward);
	l->marginals = train_memory(os, LONGEST, sizeof *l->marginals);
	l->targets = train_memory(os, LONGEST, sizeof *l->targets);
	l->kept = train_memory(os, LONGEST, sizeof *l->kept);
	l->kept_count = train_memory(os, LONGEST, sizeof *l->kept_count);
	l->random = 0x243f6a8885a308d3;
	for (a = 0; l->options->before && a <= LABELS; a++)
		for (b = 0; b < LABELS; b++)
			l->moves[TRAIN_CORPORA][a][b] =
			    l->options->before->moves[a][b] * 3 / 8;
}

static void
finish(struct learner *l, const struct os *os)
{
	os->release(os->context, l->weights);
	os->release(os->context, l->squares);
	os->release(os->context, l->scores);
	os->release(os->context, l->forward);
	os->release(os->context, l->backward);
	os->release(os->context, l->marginals);
	os->release(os->context, l->targets);
	os->release(os->context, l->kept);
	os->release(os->context, l->kept_count);
}

static struct train_result
result_of(struct learner *l)
{
	const struct train_data *d = l->data;
	const uint32_t *copy = d->copies[l->options->target];
	struct train_result r = { .os = d->os,
		.rows = d->rows,
		.hashes = d->hashes,
		.weights = l->sums };
	size_t i, k;

	for (i = 1; copy && i < d->rows; i++)
		for (k = 0; k < LABELS && copy[i]; k++)
			l->sums[i][k] += l->sums[copy[i]][k];
	for (i = 0; i <= LABELS; i++)
		for (k = 0; k < LABELS; k++)
			r.moves[i][k] = l->move_sums[TRAIN_CORPORA][i][k] +
					l->move_sums[l->options->target][i][k];
	return r;
}

/* Puts the sequences that are learnt from into a list; returns how many. */
static size_t
choose(const struct train_data *d, unsigned left_out, uint32_t *order)
{
	size_t i, n = 0;

	for (i = 0; i < d->count; i++) {
		const struct train_sequence *s = &d->sequences[i];

		if (s->count && s->count <= LONGEST &&
		    (!left_out || s->fold != left_out))
			order[n++] = (uint32_t)i;
	}
	return n;
}

struct train_result
tagger_train(const struct train_data *d, const struct train_options *options)
{
	struct learner l;
	uint32_t *order = train_memory(d->os, d->count, sizeof *order);
	size_t count = choose(d, options->left_out, order), i;
	unsigned epoch;

	memset(&l, 0, sizeof l);
	l.data = d;
	l.options = options;
	prepare(&l, d->os);
	if (options->verbose)
		warn(d->os, 0, "%z tokens, %z features, %z rows, %z in all",
		    d->tokens, d->feature_count, d->rows, d->all);
	for (epoch = 0; epoch < options->epochs; epoch++) {
		shuffle(&l, order, count);
		for (i = 0; i < count; i++)
			learn_sequence(&l, &d->sequences[order[i]]);
		end_epoch(&l, epoch);
	}
	finish(&l, d->os);
	d->os->release(d->os->context, order);
	return result_of(&l);
}

/* ---- what was learnt --------------------------------------------------- */

static int16_t
rounded(float x)
{
	x = x > 16000 ? 16000 : x < -16000 ? -16000 : x;
	return (int16_t)(x < 0 ? x - 0.5f : x + 0.5f);
}

void
tagger_sums(const struct train_result *r, const struct train_data *d,
    size_t token, int16_t sums[LABELS])
{
	float all[LABELS] = { 0 };
	size_t i, k;

	for (i = d->starts[token]; i < d->starts[token + 1]; i++)
		for (k = 0; k < LABELS; k++)
			all[k] += r->weights[d->features[i]][k];
	for (k = 0; k < LABELS; k++)
		sums[k] = rounded(all[k] * TAGGER_UNIT);
}

void
tagger_moves(const struct train_result *r, int16_t moves[LABELS + 1][LABELS])
{
	enum { NEVER = -8000 };
	unsigned a, b;

	for (a = 0; a <= LABELS; a++)
		for (b = 0; b < LABELS; b++) {
			bool may =
			    a == LABELS ? tagger_begins(b) : tagger_move(a, b);

			moves[a][b] =
			    may ? rounded(r->moves[a][b] * TAGGER_UNIT) : NEVER;
		}
}

void
tagger_blend(
    struct train_result *r, const struct train_result *other, float share)
{
	size_t i;

	for (i = 0; i < r->rows; i++) {
		scale(r->weights[i], 1 - share);
		add_row(r->weights[i], other->weights[i], share);
	}
	for (i = 0; i <= LABELS; i++) {
		scale(r->moves[i], 1 - share);
		add_row(r->moves[i], other->moves[i], share);
	}
}

void
tagger_forget(struct train_result *r)
{
	r->os->release(r->os->context, r->weights);
	r->weights = NULL;
}

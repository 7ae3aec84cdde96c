/* tagger - labels for a sequence of tokens, by one linear model */
#include "tagger.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

const struct tagger_label tagger_labels[TAGGER_LABELS] = {
	{ TYPE_OUTSIDE, TAG_O },
	{ TYPE_PERSON, TAG_B },
	{ TYPE_PERSON, TAG_I },
	{ TYPE_PERSON, TAG_L },
	{ TYPE_PERSON, TAG_U },
	{ TYPE_ORG, TAG_B },
	{ TYPE_ORG, TAG_I },
	{ TYPE_ORG, TAG_L },
	{ TYPE_ORG, TAG_U },
	{ TYPE_PLACE, TAG_B },
	{ TYPE_PLACE, TAG_I },
	{ TYPE_PLACE, TAG_U },
	{ TYPE_NORP, TAG_X },
	{ TYPE_FACILITY, TAG_X },
	{ TYPE_MISC, TAG_B },
	{ TYPE_MISC, TAG_I },
};

/* By type and tag; where a type has no such tag, what it has instead. */
static const uint8_t label_table[TYPES][TAG_X] = {
	[TYPE_PERSON] = { 0, 1, 2, 3, 4 },
	[TYPE_ORG] = { 0, 5, 6, 7, 8 },
	[TYPE_PLACE] = { 0, 9, 10, 10, 11 },
	[TYPE_NORP] = { 0, 12, 12, 12, 12 },
	[TYPE_FACILITY] = { 0, 13, 13, 13, 13 },
	[TYPE_MISC] = { 0, 14, 15, 15, 14 },
};

unsigned
tagger_label(enum tagger_type type, enum tagger_tag tag)
{
	return label_table[type][tag];
}

bool
tagger_begins(unsigned label)
{
	enum { NOT = 1 << 2 | 1 << 3 | 1 << 6 | 1 << 7 | 1 << 10 | 1 << 15 };

	return !(NOT >> label & 1);
}

size_t
tagger_name(const uint8_t *labels, size_t count, size_t i)
{
	unsigned label = labels[i++];

	while (i < count &&
	       (!tagger_begins(labels[i]) ||
		   (tagger_labels[label].tag == TAG_X && labels[i] == label)))
		i++;
	return i;
}

/* A type without L may end in I, one without U in B. */
bool
tagger_ends(unsigned label)
{
	enum { NOT = 1 << 1 | 1 << 2 | 1 << 5 | 1 << 6 | 1 << 9 };

	return !(NOT >> label & 1);
}

bool
tagger_move(unsigned from, unsigned to)
{
	const struct tagger_label *a = &tagger_labels[from];
	const struct tagger_label *b = &tagger_labels[to];

	if (tagger_begins(to))
		return tagger_ends(from);
	return a->type == b->type && (a->tag == TAG_B || a->tag == TAG_I);
}

/* Eight numbers that are added and multiplied at once; gcc and clang make of
 * them what the processor has. */
typedef int16_t eight __attribute__((vector_size(16)));

/* Adds the weights of a feature, if it has any, times their scale: those in
 * the low halves of 16 bits to one sum, those in the high halves to the other,
 * as this needs shifts only. Which of the three rows it is cannot be foreseen,
 * so it is computed, not branched on. */
static void
add_row(const struct tagger *t, uint32_t feature, eight sums[2])
{
	uint32_t at = feature;

	for (;; at++) {
		const struct tagger_bucket *b = &t->buckets[at & t->mask];
		size_t k = b->tags[1] == feature ? 1 : 0;

		k = b->tags[2] == feature ? 2 : k;
		if (b->tags[k] == feature) {
			int16_t scale = b->scales[k];
			eight row;

			memcpy(&row, b->weights[k], sizeof row);
			sums[0] += (row << 8 >> 8) * scale;
			sums[1] += (row >> 8) * scale;
			return;
		}
		if (!b->full)
			return;
	}
}

size_t
tagger_fetch(const struct tagger *t, uint32_t *features, size_t count)
{
	size_t i, n = 0;

	for (i = 0; i < count; i++) {
		features[n] = features[i];
		n += tagger_has(t, features[i]);
	}
	for (i = 0; i < n; i++)
		__builtin_prefetch(&t->buckets[features[i] & t->mask]);
	return n;
}

void
tagger_add(const struct tagger *t, const uint32_t *features, size_t count,
    int16_t scores[TAGGER_LABELS])
{
	eight sums[2] = { { 0 }, { 0 } };
	uint16_t low[8], high[8];
	int16_t sum[TAGGER_LABELS];
	uint32_t pairs[8];
	size_t i;

	for (i = 0; i < count; i++)
		add_row(t, features[i], sums);
	/* cppcheck-suppress bufferAccessOutOfBounds ; it takes a vector for an
	 * int */
	memcpy(low, &sums[0], sizeof low);
	memcpy(high, &sums[1], sizeof high);
	for (i = 0; i < 8; i++)
		pairs[i] = low[i] | (uint32_t)high[i] << 16;
	memcpy(sum, pairs, sizeof sum);
	for (i = 0; i < TAGGER_LABELS; i++)
		scores[i] = (int16_t)(scores[i] + sum[i]);
}

/* Of each pair the larger number. */
static eight
larger(eight a, eight b)
{
#ifdef __SSE2__
	/* one instruction, which gcc 12 does not make of the other way */
	return (eight)_mm_max_epi16((__m128i)a, (__m128i)b);
#else
	eight more = a > b;

	return (a & more) | (b & ~more);
#endif
}

/* A bit for each label whose sum is not below the beam; always one for label
 * 0. */
static unsigned
alive(const struct tagger *t, const int16_t *sums)
{
#ifdef __SSE2__
	__m128i limit = _mm_set1_epi16((int16_t)(-t->beam - 1));
	__m128i low = _mm_loadu_si128((const void *)sums);
	__m128i high = _mm_loadu_si128((const void *)(sums + 8));

	low = _mm_cmpgt_epi16(low, limit);
	high = _mm_cmpgt_epi16(high, limit);
	return (unsigned)_mm_movemask_epi8(_mm_packs_epi16(low, high)) | 1u;
#else
	unsigned bits = 1, k;

	for (k = 1; k < TAGGER_LABELS; k++)
		bits |= (unsigned)(sums[k] >= -t->beam) << k;
	return bits;
#endif
}

/* One step: the sum of the best way to each label from those before; the best
 * of those has the sum 0. Few labels are alive: a loop over their bits. */
static void
step(const struct tagger *t, const int16_t *before, const int16_t *scores,
    int16_t *after)
{
	unsigned rest = alive(t, before) & ~1u, k;
	eight best[2], move[2];

	memcpy(move, t->moves, sizeof move);
	best[0] = move[0] + before[0];
	best[1] = move[1] + before[0];
	for (; rest; rest &= rest - 1) {
		k = (unsigned)__builtin_ctz(rest);
		memcpy(move, t->moves + 16 * k, sizeof move);
		best[0] = larger(best[0], move[0] + before[k]);
		best[1] = larger(best[1], move[1] + before[k]);
	}
	memcpy(move, scores, sizeof move);
	best[0] += move[0];
	best[1] += move[1];
	memcpy(after, best, sizeof best);
}

/* The label before, on the best way to a label: found again for the few that
 * are on the best path, which costs less than to keep it for all. */
static unsigned
step_back(const struct tagger *t, const int16_t *before, unsigned to)
{
	unsigned rest = alive(t, before) & ~1u, from = 0, k;
	int16_t best = (int16_t)(before[0] + t->moves[to]);

	for (; rest; rest &= rest - 1) {
		int16_t sum;

		k = (unsigned)__builtin_ctz(rest);
		sum = (int16_t)(before[k] + t->moves[16 * k + to]);
		if (sum > best) {
			best = sum;
			from = k;
		}
	}
	return from;
}

/* The largest of eight numbers. */
static int16_t
top_of(eight v)
{
#ifdef __SSE2__
	__m128i x = (__m128i)v;

	x = _mm_max_epi16(x, _mm_srli_si128(x, 8));
	x = _mm_max_epi16(x, _mm_srli_si128(x, 4));
	x = _mm_max_epi16(x, _mm_srli_si128(x, 2));
	return (int16_t)_mm_extract_epi16(x, 0);
#else
	int16_t top = v[0];
	size_t i;

	for (i = 1; i < 8; i++)
		top = v[i] > top ? v[i] : top;
	return top;
#endif
}

/* Keeps the sums small: the best one becomes 0, none is below the floor. */
static void
level(int16_t *sums)
{
	enum { FLOOR = -12000 };
	const eight floor = { FLOOR, FLOOR, FLOOR, FLOOR, FLOOR, FLOOR, FLOOR,
		FLOOR };
	eight half[2];
	int16_t top;

	memcpy(half, sums, sizeof half);
	top = top_of(larger(half[0], half[1]));
	half[0] = larger(half[0] - top, floor);
	half[1] = larger(half[1] - top, floor);
	memcpy(sums, half, sizeof half);
}

/* The best label to end with. */
static unsigned
last_label(const int16_t *sums)
{
	unsigned best = 0, k;

	for (k = 1; k < TAGGER_LABELS; k++)
		if (tagger_ends(k) && sums[k] > sums[best])
			best = k;
	return best;
}

void
tagger_decode(const struct tagger *t, const int16_t (*scores)[TAGGER_LABELS],
    size_t count, int16_t (*sums)[TAGGER_LABELS], uint8_t *labels)
{
	unsigned best, k;
	size_t i;

	if (!count)
		return;
	for (k = 0; k < TAGGER_LABELS; k++)
		sums[0][k] = (int16_t)(t->moves[16 * 16 + k] + scores[0][k]);
	level(sums[0]);
	for (i = 1; i < count; i++) {
		step(t, sums[i - 1], scores[i], sums[i]);
		level(sums[i]);
	}
	best = last_label(sums[count - 1]);
	for (i = count - 1; i > 0; i--) {
		labels[i] = (uint8_t)best;
		best = step_back(t, sums[i - 1], best);
	}
	labels[0] = (uint8_t)best;
}

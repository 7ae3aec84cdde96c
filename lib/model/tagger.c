/* tagger - labels for a sequence of tokens, by one linear model */
#include "tagger.h"

#include <string.h>

const struct tagger_label tagger_labels[TAGGER_LABELS] = {
	{ TYPE_OUTSIDE, TAG_O },
	{ TYPE_PERSON, TAG_B }, { TYPE_PERSON, TAG_I },
	{ TYPE_PERSON, TAG_L }, { TYPE_PERSON, TAG_U },
	{ TYPE_ORG, TAG_B }, { TYPE_ORG, TAG_I },
	{ TYPE_ORG, TAG_L }, { TYPE_ORG, TAG_U },
	{ TYPE_PLACE, TAG_B }, { TYPE_PLACE, TAG_I }, { TYPE_PLACE, TAG_U },
	{ TYPE_NORP, TAG_X }, { TYPE_FACILITY, TAG_X },
	{ TYPE_MISC, TAG_B }, { TYPE_MISC, TAG_I },
};

static bool
has(unsigned type, unsigned tag)
{
	size_t i;

	for (i = 0; i < TAGGER_LABELS; i++)
		if (tagger_labels[i].type == type && tagger_labels[i].tag == tag)
			return true;
	return false;
}

unsigned
tagger_label(enum tagger_type type, enum tagger_tag tag)
{
	unsigned i;

	if (type == TYPE_OUTSIDE)
		return 0;
	if (has(type, TAG_X))
		tag = TAG_X;
	else if (!has(type, tag))
		tag = tag == TAG_L ? TAG_I : TAG_B;
	for (i = 0; i < TAGGER_LABELS; i++)
		if (tagger_labels[i].type == type && tagger_labels[i].tag == tag)
			return i;
	return 0;
}

bool
tagger_begins(unsigned label)
{
	unsigned tag = tagger_labels[label].tag;

	return tag == TAG_O || tag == TAG_B || tag == TAG_U || tag == TAG_X;
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

bool
tagger_ends(unsigned label)
{
	const struct tagger_label *l = &tagger_labels[label];

	return l->tag == TAG_O || l->tag == TAG_L || l->tag == TAG_U ||
	    l->tag == TAG_X ||
	    (l->tag == TAG_B && !has(l->type, TAG_U)) ||
	    (l->tag == TAG_I && !has(l->type, TAG_L));
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

void
tagger_add(const struct tagger *t, uint32_t feature,
    int16_t scores[TAGGER_LABELS])
{
	uint32_t at = feature;

	for (;; at++) {
		const struct tagger_bucket *b = &t->buckets[at & t->mask];
		size_t i, k;

		for (k = 0; k < 3; k++)
			if (b->tags[k] == feature) {
				int16_t scale = b->scales[k];

				for (i = 0; i < TAGGER_LABELS; i++)
					scores[i] = (int16_t)(scores[i] +
					    b->weights[k][i] * scale);
				return;
			}
		if (!b->full)
			return;
	}
}

/* One step: the best way to each label from those before. */
static void
step(const int16_t *moves, const int16_t *before, const int16_t *scores,
    int16_t *after, uint8_t *back)
{
	int16_t best[TAGGER_LABELS], from[TAGGER_LABELS];
	size_t i, k;

	for (i = 0; i < TAGGER_LABELS; i++) {
		best[i] = (int16_t)(before[0] + moves[i]);
		from[i] = 0;
	}
	for (k = 1; k < TAGGER_LABELS; k++)
		for (i = 0; i < TAGGER_LABELS; i++) {
			int16_t score =
			    (int16_t)(before[k] + moves[16 * k + i]);

			from[i] = score > best[i] ? (int16_t)k : from[i];
			best[i] = score > best[i] ? score : best[i];
		}
	for (i = 0; i < TAGGER_LABELS; i++) {
		after[i] = (int16_t)(best[i] + scores[i]);
		back[i] = (uint8_t)from[i];
	}
}

/* Keeps the sums small: the best one becomes 0, none is below the floor. */
static void
level(int16_t *sums)
{
	enum { FLOOR = -12000 };
	int16_t top = sums[0];
	size_t i;

	for (i = 1; i < TAGGER_LABELS; i++)
		top = sums[i] > top ? sums[i] : top;
	for (i = 0; i < TAGGER_LABELS; i++) {
		int low = sums[i] - top;

		sums[i] = (int16_t)(low < FLOOR ? FLOOR : low);
	}
}

void
tagger_decode(const struct tagger *t, const int16_t (*scores)[TAGGER_LABELS],
    size_t count, uint8_t (*back)[TAGGER_LABELS], uint8_t *labels)
{
	int16_t sums[2][TAGGER_LABELS];
	size_t i;
	unsigned best = 0, k;

	if (!count)
		return;
	for (k = 0; k < TAGGER_LABELS; k++)
		sums[0][k] = (int16_t)(t->moves[16 * 16 + k] + scores[0][k]);
	level(sums[0]);
	for (i = 1; i < count; i++) {
		step(t->moves, sums[(i - 1) & 1], scores[i], sums[i & 1],
		    back[i]);
		level(sums[i & 1]);
	}
	for (k = 0; k < TAGGER_LABELS; k++)
		if (!tagger_ends(k))
			sums[(count - 1) & 1][k] = INT16_MIN;
	for (k = 1; k < TAGGER_LABELS; k++)
		if (sums[(count - 1) & 1][k] > sums[(count - 1) & 1][best])
			best = k;
	for (i = count; i-- > 0;) {
		labels[i] = (uint8_t)best;
		if (i)
			best = back[i][best];
	}
}

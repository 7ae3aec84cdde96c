/* boilerplate_context - what a first look at the page tells about a piece
 *
 * The first model judges each piece by what it and its surroundings look like.
 * The second one also sees how the first judged the neighbours, the rest of
 * the elements that the piece is in, and the page: a paragraph of a comment
 * looks like content, but its element has little of what is content. (Stacked
 * sequential learning, Cohen and Carvalho 2005.) */
#include "boilerplate_scene.h"

enum { ONE = 1000, FAR = 60 };

/* The chance of content, of 1,000: 1 / (1 + exp(-x / 256)), by a table. */
static uint32_t
chance(int32_t score)
{
	/* for x = 0, 64, 128, ... */
	static const uint16_t table[] = { 500, 562, 622, 679, 731, 777, 818,
		852, 881, 905, 924, 940, 953, 963, 971, 977, 982, 986, 989,
		991, 993, 995, 996, 997, 998, 998, 998, 999, 999 };
	uint32_t size = (uint32_t)(score < 0 ? -score : score) / 64;
	uint32_t p;

	if (size >= sizeof table / sizeof *table)
		size = sizeof table / sizeof *table - 1;
	p = table[size];
	return score < 0 ? ONE - p : p;
}

void
context_make(struct scene *s, const int32_t *scores)
{
	struct arena *a = s->arena;
	size_t i, n, last;

	s->first = scores;
	s->likely = ARENA_ARRAY(a, uint64_t, s->count + 1);
	s->last_likely = ARENA_ARRAY(a, uint32_t, s->count + 1);
	s->next_likely = ARENA_ARRAY(a, uint32_t, s->count + 1);
	if (s->html)
		s->node_likely = ARENA_ARRAY(a, uint64_t, s->html->node_count);
	for (i = 0; i < s->count; i++) {
		uint64_t part = (uint64_t)chance(scores[i]) *
		    s->measures[i].words;

		s->likely[i + 1] = s->likely[i] + part;
		if (s->html)
			s->node_likely[s->blocks[s->pieces[i].block].html
				->node] += part;
	}
	for (n = s->html ? s->html->node_count : 0; n-- > 1; )
		s->node_likely[s->html->nodes[n].parent] += s->node_likely[n];
	for (i = 0, last = FAR; i < s->count; i++) {
		s->last_likely[i] = (uint32_t)last;
		last = scores[i] > 0 && s->measures[i].words > 8 ? 1 : last + 1;
	}
	for (i = s->count, last = FAR; i-- > 0; ) {
		s->next_likely[i] = (uint32_t)last;
		last = scores[i] > 0 && s->measures[i].words > 8 ? 1 : last + 1;
	}
}

static int16_t
share(uint64_t part, uint64_t whole)
{
	return whole ? (int16_t)(part / whole) : 0;
}

static int16_t
score_at(const struct scene *s, size_t i)
{
	int32_t score = i < s->count ? s->first[i] : -9999;

	return (int16_t)(score < -9999 ? -9999 : score > 9999 ? 9999 : score);
}

/* The share of content among the words of pieces from and before to. */
static int16_t
near(const struct scene *s, size_t from, size_t to)
{
	if (to > s->count)
		to = s->count;
	if (from >= to)
		return 0;
	return share(s->likely[to] - s->likely[from],
	    s->words[to] - s->words[from]);
}

static void
node_context(const struct scene *s, size_t i, int16_t *f)
{
	static const enum feature shares[] = { FEATURE_UP0_LIKELY,
		FEATURE_UP1_LIKELY, FEATURE_UP2_LIKELY, FEATURE_UP3_LIKELY };
	static const enum feature parts[] = { FEATURE_UP0_PART,
		FEATURE_UP1_PART, FEATURE_UP2_PART, FEATURE_UP3_PART };
	uint32_t node = s->blocks[s->pieces[i].block].html->node;
	uint64_t own = s->likely[i + 1] - s->likely[i], all;
	size_t k;

	all = s->likely[s->count] - own;
	for (k = 0; k < 4; k++) {
		uint64_t others = s->node_likely[node] - own;

		f[shares[k]] = share(others, s->sums[node].words -
		    s->measures[i].words);
		f[parts[k]] = all ? (int16_t)(others * 1000 / all) : 0;
		node = s->html->nodes[node].parent;
	}
}

void
context_features(const struct scene *s, size_t i, int16_t *f)
{
	uint64_t all = s->likely[s->count];

	f[FEATURE_FIRST_SCORE] = score_at(s, i);
	f[FEATURE_M1_FIRST] = score_at(s, i - 1);
	f[FEATURE_M2_FIRST] = score_at(s, i - 2);
	f[FEATURE_M3_FIRST] = score_at(s, i - 3);
	f[FEATURE_P1_FIRST] = score_at(s, i + 1);
	f[FEATURE_P2_FIRST] = score_at(s, i + 2);
	f[FEATURE_P3_FIRST] = score_at(s, i + 3);
	f[FEATURE_LIKELY5_BEFORE] = near(s, i > 5 ? i - 5 : 0, i);
	f[FEATURE_LIKELY5_AFTER] = near(s, i + 1, i + 6);
	f[FEATURE_LIKELY15_BEFORE] = near(s, i > 15 ? i - 15 : 0, i);
	f[FEATURE_LIKELY15_AFTER] = near(s, i + 1, i + 16);
	f[FEATURE_LIKELY_BEFORE] = all ? (int16_t)(s->likely[i] * 1000 / all)
				       : 0;
	f[FEATURE_LIKELY_AFTER] = all ? (int16_t)((all - s->likely[i + 1]) *
	    1000 / all) : 0;
	f[FEATURE_LIKELY_WORDS] = (int16_t)(all / ONE > 30000 ? 30000
							       : all / ONE);
	f[FEATURE_LAST_LIKELY] = (int16_t)(s->last_likely[i] < FAR
	    ? s->last_likely[i] : FAR);
	f[FEATURE_NEXT_LIKELY] = (int16_t)(s->next_likely[i] < FAR
	    ? s->next_likely[i] : FAR);
	if (s->html)
		node_context(s, i, f);
}

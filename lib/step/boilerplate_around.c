/* boilerplate_around - what stands around a piece
 *
 * A line is judged by its company. In a text long lines end with a stop, in a
 * list of teasers they do not; behind "Comments (23)" and "More on this story"
 * even good prose is none of the text, and if so it speaks of other things:
 * its long words are seldom those of the article. */
#include "boilerplate_scene.h"

enum {
	AROUND = 8,       /* pieces before and after that are looked at */
	SCORED = 5,       /* of these, for the words' weights */
	LONG = 8,         /* words of a long piece */
	BRIEF = 6,        /* of a short one, below */
	CUE_WORDS = 20,   /* of a piece that can announce others, below */
	FAR = 60,         /* pieces */
	NEVER = 99,
	TOPICS = 1 << 16  /* hashes of words */
};

/* The words of prose of each run of it: one other piece may stand between. */
static void
measure_runs(struct scene *s)
{
	size_t i, k, end, gap;

	s->own_run = ARENA_ARRAY(s->arena, uint32_t, s->count);
	for (i = 0; i < s->count; i = end) {
		end = i + 1;
		if (s->prose[i + 1] == s->prose[i])
			continue;
		for (k = i, gap = 0; k < s->count && gap < 2; k++) {
			gap = s->prose[k + 1] > s->prose[k] ? 0 : gap + 1;
			if (!gap)
				end = k + 1;
		}
		for (k = i; k < end; k++)
			s->own_run[k] = s->prose[end] - s->prose[i];
	}
}

/* Counts the prose of the best run that has a word. */
static void
gather_topic(struct scene *s)
{
	size_t i, k;

	s->topic = ARENA_ARRAY(s->arena, uint8_t, TOPICS);
	for (i = s->run_start; i < s->run_end; i++) {
		const struct measure *m = &s->measures[i];

		if (!scene_is_prose(s, i))
			continue;
		for (k = 0; k < m->count; k++) {
			uint8_t *n = &s->topic[m->hashes[k]];

			*n = (uint8_t)(*n + (*n < UINT8_MAX));
		}
	}
}

void
around_make(struct scene *s)
{
	measure_runs(s);
	gather_topic(s);
}

/* The share of a piece's long words that prose of the best run, other than
 * itself, has too. */
static int16_t
topic_share(const struct scene *s, size_t i)
{
	const struct measure *m = &s->measures[i];
	bool itself = i >= s->run_start && i < s->run_end &&
	    scene_is_prose(s, i);
	unsigned n = 0, known = 0;
	size_t k;

	for (k = 0; k < m->count; k++)
		if (m->content >> k & 1) {
			n++;
			known += s->topic[m->hashes[k]] > itself;
		}
	return n ? feature_share(known, n) : -1;
}

/* Where the features of one side go. */
struct side {
	enum feature ended, brief, cues, score;
};

static const struct side before = { FEATURE_ENDED_BEFORE,
	FEATURE_SHORT_BEFORE, FEATURE_CUES_BEFORE, FEATURE_SCORE_BEFORE };
static const struct side after = { FEATURE_ENDED_AFTER,
	FEATURE_SHORT_AFTER, FEATURE_CUES_AFTER, FEATURE_SCORE_AFTER };

/* The nearest pieces on one side, at most AROUND. */
static void
side_features(const struct scene *s, size_t i, bool forward,
    const struct side *side, int16_t *f)
{
	int32_t score = 0, scored = 0;
	size_t k, ended = 0, longer = 0, brief = 0, cues = 0;

	for (k = 1; k <= AROUND; k++) {
		size_t j = forward ? i + k : i - k;
		const struct measure *m;

		if (j >= s->count) /* also when it is before the first */
			break;
		m = &s->measures[j];
		longer += m->words >= LONG;
		ended += m->words >= LONG && scene_ends(m);
		brief += m->words < BRIEF;
		cues += m->cued;
		if (k <= SCORED) {
			score += scene_score(s, j);
			scored++;
		}
	}
	f[side->ended] = longer ? feature_share(ended, longer) : -1;
	f[side->brief] = (int16_t)brief;
	f[side->cues] = (int16_t)cues;
	f[side->score] = scored ? feature_clip(score / scored, 30000) : 0;
}

/* Pieces since one with a cue of a class, the piece itself among them. */
static int16_t
since(const struct scene *s, size_t i, enum junk junk)
{
	size_t k;

	for (k = 0; k <= i && k < FAR; k++)
		if (s->measures[i - k].cues[junk] > 1 &&
		    s->measures[i - k].words < CUE_WORDS)
			return (int16_t)k;
	return NEVER;
}

/* Features of a neighbour, in the order of the list from M1_DIGITS on. */
static void
neighbour_looks(const struct measure *m, int16_t *f)
{
	f[0] = feature_digits(m);
	f[1] = feature_share(m->capitals, m->sample);
	f[2] = m->first;
	f[3] = m->bullet;
	f[4] = feature_clip(m->repeats, 20);
}

void
around_features(const struct scene *s, size_t i, int16_t *f)
{
	side_features(s, i, false, &before, f);
	side_features(s, i, true, &after, f);
	f[FEATURE_COMMENTS_SINCE] = since(s, i, JUNK_COMMENTS);
	f[FEATURE_RELATED_SINCE] = since(s, i, JUNK_RELATED);
	f[FEATURE_OWN_RUN] = feature_log16(s->own_run[i]);
	f[FEATURE_TOPIC] = topic_share(s, i);
	if (i > 0)
		neighbour_looks(&s->measures[i - 1], f + FEATURE_M1_DIGITS);
	if (i + 1 < s->count)
		neighbour_looks(&s->measures[i + 1], f + FEATURE_P1_DIGITS);
}

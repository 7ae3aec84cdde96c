/* boilerplate_scene - a page with all that its pieces are judged by: what
 * does not need elements
 *
 * The best run is the idea that works best alone on plain text: a line of
 * prose counts its words, any other line minus ten; the stretch of lines with
 * the largest sum is the article (Kadane's algorithm; as "maximum subsequence"
 * in Pasternack and Roth, WWW 2009). */
#include "boilerplate_scene.h"

#include "html.h"

struct str
scene_text(const struct scene *s, size_t i)
{
	const struct piece *p = &s->pieces[i];

	return str_slice(s->blocks[p->block].text, p->start, p->end);
}

unsigned
scene_linked(const struct scene *s, size_t i)
{
	const struct html_block *h = s->blocks[s->pieces[i].block].html;
	size_t n = s->blocks[s->pieces[i].block].text.n;

	return h && n ? (unsigned)((uint64_t)h->linked * 1000 / n) : 0;
}

bool
scene_ends(const struct measure *m)
{
	return m->last == EDGE_STOP || m->last == EDGE_ASK ||
	    m->last == EDGE_ELLIPSIS || m->last == EDGE_QUOTE;
}

bool
scene_is_prose(const struct scene *s, size_t i)
{
	const struct measure *m = &s->measures[i];

	return (m->words >= 40 || (scene_ends(m) && m->words >= 8)) &&
	    m->stops * 10 >= m->sample && scene_linked(s, i) < 400;
}

/* The stretch with the largest sum of words of prose less a fine for each
 * other piece. */
static void
best_run(const struct scene *s, int64_t fine, size_t *start, size_t *end)
{
	int64_t sum = 0, best = 0;
	size_t i, from = 0;

	*start = *end = 0;
	for (i = 0; i < s->count; i++) {
		if (sum <= 0) {
			sum = 0;
			from = i;
		}
		if (s->prose[i + 1] > s->prose[i] &&
		    !s->measures[i].cue_at_start)
			sum += s->measures[i].words;
		else
			sum -= fine;
		if (sum > best) {
			best = sum;
			*start = from;
			*end = i + 1;
		}
	}
}

static void
sum_up(struct scene *s)
{
	size_t i, last;

	for (i = 0; i < s->count; i++) {
		uint32_t words = s->measures[i].words;

		s->words[i + 1] = s->words[i] + words;
		s->prose[i + 1] = s->prose[i] +
		    (scene_is_prose(s, i) ? words : 0);
	}
	for (i = 0, last = 0; i < s->count; i++) {
		last = s->prose[i + 1] > s->prose[i] ? 0 : last + 1;
		s->last_prose[i] = (uint32_t)last;
	}
	for (i = s->count, last = 0; i-- > 0; ) {
		last = s->prose[i + 1] > s->prose[i] ? 0 : last + 1;
		s->next_prose[i] = (uint32_t)last;
	}
	best_run(s, 10, &s->run_start, &s->run_end);
	best_run(s, 25, &s->run2_start, &s->run2_end);
}

/* Counts pieces with the same text, by a table of their hashes. */
static void
count_repeats(struct scene *s)
{
	struct arena *scratch = arena_scratch(s->arena);
	size_t slots = 16, i, k;
	uint32_t *table;

	while (slots < s->count * 2)
		slots *= 2;
	arena_reset(scratch);
	table = ARENA_ARRAY(scratch, uint32_t, slots);
	for (i = 0; i < s->count; i++) {
		uint64_t hash = s->measures[i].hash;

		if (!hash)
			continue;
		for (k = hash >> 8 & (slots - 1); table[k];
		     k = (k + 1) & (slots - 1))
			if (s->measures[table[k] - 1].hash == hash)
				break;
		if (!table[k])
			table[k] = (uint32_t)i + 1;
		else if (s->measures[table[k] - 1].repeats < 1000)
			s->measures[table[k] - 1].repeats++;
	}
	for (i = 0; i < s->count; i++) {
		uint64_t hash = s->measures[i].hash;

		if (!hash)
			continue;
		for (k = hash >> 8 & (slots - 1);
		     s->measures[table[k] - 1].hash != hash;
		     k = (k + 1) & (slots - 1))
			;
		s->measures[i].repeats = s->measures[table[k] - 1].repeats;
	}
}

/* ---- the title ----------------------------------------------------------- */

/* What the page calls itself: og:title, else its title element. */
static struct str
stated_title(const struct html_page *p)
{
	struct str title = { NULL, 0 };
	size_t i;

	for (i = 0; p && i < p->meta_count; i++) {
		if (str_eq_nocase(p->metas[i].name, STR("og:title")))
			return p->metas[i].content;
		if (!title.n && str_eq(p->metas[i].name, STR("<title>")))
			title = p->metas[i].content;
	}
	return title;
}

/* How many of a piece's first words are among the title's, of 1,000. */
static unsigned
overlap(const struct measure *m, const struct measure *title)
{
	size_t i, k, same = 0;

	for (i = 0; i < m->count; i++)
		for (k = 0; k < title->count; k++)
			if (m->hashes[i] == title->hashes[k]) {
				same++;
				break;
			}
	return m->count ? (unsigned)(same * 1000 / m->count) : 0;
}

/* How much a piece is the title of the page: 0 for not at all. A first-level
 * heading needs less likeness than other pieces, and these must come before
 * the text. */
static unsigned
likeness(const struct scene *s, size_t i, const struct measure *title)
{
	const struct measure *m = &s->measures[i];
	const struct html_block *h = s->blocks[s->pieces[i].block].html;
	unsigned share = s->titled[i], back;

	if (share < 300)
		return 0;
	back = overlap(title, m);
	if (h && s->html->nodes[h->node].element == ELEMENT_H1 && m->words > 1)
		return share + back >= 600 ? share + back + 500 : 0;
	if (m->words < 3 || m->words * 2 < title->words ||
	    m->words > title->words * 2 || share < 700 ||
	    (s->run_end > s->run_start && i > s->run_start + 1) ||
	    m->cues[JUNK_LEGAL])
		return 0;
	return share + back;
}

/* Marks what is like the title; the piece that is most like it is where the
 * page begins. */
static void
find_title(struct scene *s)
{
	struct str stated = stated_title(s->html);
	struct measure title;
	unsigned best = 0, like;
	size_t i;

	s->title = s->count;
	if (!stated.n)
		return;
	measure(s->lexica, html_value(s->arena, stated), 1, &title);
	for (i = 0; i < s->count; i++) {
		s->titled[i] = (uint16_t)overlap(&s->measures[i], &title);
		like = likeness(s, i, &title);
		if (like > best) {
			best = like;
			s->title = i;
		}
	}
}

/* ---- learnt weights of words --------------------------------------------- */

size_t
scene_word_slots(const struct measure *m, uint16_t *slots, size_t max)
{
	size_t i, n = 0;

	for (i = 0; i < m->count && n + 2 < max; i++) {
		slots[n++] = m->hashes[i] & (WORD_SLOTS - 1);
		if (i)
			slots[n++] = (uint16_t)((m->hashes[i - 1] * 40503u +
			    m->hashes[i]) & (WORD_SLOTS - 1));
	}
	if (m->count && n < max)
		slots[n++] = (uint16_t)(m->tail * 30011u + 77) &
		    (WORD_SLOTS - 1);
	if (m->count && n < max)
		slots[n++] = (uint16_t)(m->hashes[0] * 20021u + 7) &
		    (WORD_SLOTS - 1);
	return n;
}


int32_t
scene_score(const struct scene *s, size_t i)
{
	struct word_score *w = &s->word_scores[i];
	uint16_t slots[2 * WORDS_MAX + 2];
	size_t k, n;

	if (w->known || !s->weights.words)
		return w->score;
	n = scene_word_slots(&s->measures[i], slots,
	    sizeof slots / sizeof *slots);
	for (k = 0; k < n; k++)
		w->score += s->weights.words[slots[k]];
	w->known = true;
	return w->score;
}

/* ---- features ------------------------------------------------------------ */

/* 16 * log2(1 + n) */
int16_t
feature_log16(size_t n)
{
	size_t v = n + 1, rest;
	unsigned whole = 63 - (unsigned)__builtin_clzll(v);

	rest = whole >= 4 ? v >> (whole - 4) : v << (4 - whole);
	return (int16_t)(whole * 16 + (rest & 15));
}

int16_t
feature_share(uint64_t part, uint64_t whole)
{
	return (int16_t)(whole ? part * 1000 / whole : 0);
}

int16_t
feature_clip(int64_t value, int64_t limit)
{
	return (int16_t)(value > limit ? limit : value < -limit ? -limit
								 : value);
}

int16_t
feature_digits(const struct measure *m)
{
	return feature_share(m->digits,
	    m->bytes < MEASURED ? m->bytes : MEASURED);
}

static void
own_features(const struct scene *s, size_t i, int16_t *f)
{
	const struct measure *m = &s->measures[i];
	const struct block *b = &s->blocks[s->pieces[i].block];
	const struct block *next = i + 1 < s->count
	    ? &s->blocks[s->pieces[i + 1].block] : NULL;
	int k;

	f[FEATURE_BYTES] = feature_log16(m->bytes);
	f[FEATURE_WORDS] = feature_log16(m->words);
	f[FEATURE_STOPS] = feature_share(m->stops, m->sample);
	f[FEATURE_CAPITALS] = feature_share(m->capitals, m->sample);
	f[FEATURE_DIGITS] = feature_digits(m);
	f[FEATURE_COMMAS] = feature_share(m->commas, m->sample);
	f[FEATURE_LETTERS] = feature_clip(
	    m->sample ? m->letters * 16 / m->sample : 0, 500);
	f[FEATURE_SENTENCES] = (int16_t)m->sentences;
	f[FEATURE_SIGNS] = (int16_t)m->signs;
	f[FEATURE_FIRST] = m->first;
	f[FEATURE_LAST] = m->last;
	f[FEATURE_BULLET] = m->bullet;
	for (k = 0; k < JUNKS; k++)
		f[FEATURE_CUE] = (int16_t)(f[FEATURE_CUE] + m->cues[k]);
	f[FEATURE_CUE_START] = m->cue_at_start != 0;
	f[FEATURE_CUE_CREDIT] = m->cues[JUNK_CREDIT];
	f[FEATURE_REPEATS] = feature_clip(m->repeats, 20);
	if (!s->pieces[i].start)
		f[FEATURE_GAP_BEFORE] = feature_clip(b->gap, 3);
	if (next && next != b)
		f[FEATURE_GAP_AFTER] = feature_clip(next->gap, 3);
	f[FEATURE_WORD_SCORE] = feature_clip(scene_score(s, i), 30000);
	f[FEATURE_TITLE] = (int16_t)s->titled[i];
	f[FEATURE_TITLE_AWAY] = s->title < s->count
	    ? feature_clip((int64_t)i - (int64_t)s->title, 60) : 99;
}

static int16_t
from_run(size_t i, size_t start, size_t end)
{
	if (i < start)
		return feature_clip((int64_t)i - (int64_t)start, 60);
	return i < end ? 0 : feature_clip((int64_t)(i + 1) - (int64_t)end, 60);
}

/* Words of prose in n pieces from i on, or before it. */
static int16_t
near(const struct scene *s, size_t i, size_t n, bool after)
{
	size_t from = after ? i + 1 : i > n ? i - n : 0;
	size_t to = after ? i + 1 + n : i;

	if (to > s->count)
		to = s->count;
	return feature_log16(from < to ? s->prose[to] - s->prose[from] : 0);
}

static void
page_features(const struct scene *s, size_t i, int16_t *f)
{
	uint32_t words = s->words[s->count], prose = s->prose[s->count];

	f[FEATURE_POSITION] = feature_share(i, s->count);
	f[FEATURE_POSITION_WORDS] = feature_share(s->words[i], words);
	f[FEATURE_COUNT] = feature_log16(s->count);
	f[FEATURE_TOTAL] = feature_log16(words);
	f[FEATURE_PROSE_SHARE] = feature_share(prose, words);
	f[FEATURE_RUN] = from_run(i, s->run_start, s->run_end);
	f[FEATURE_RUN2] = from_run(i, s->run2_start, s->run2_end);
	f[FEATURE_RUN_SHARE] = feature_share(s->prose[s->run_end] -
	    s->prose[s->run_start], prose);
	if (i >= s->run_start && i < s->run_end)
		f[FEATURE_RUN_PLACE] = feature_share(i - s->run_start + 1,
		    s->run_end - s->run_start + 1);
	f[FEATURE_NEAR5_BEFORE] = near(s, i, 5, false);
	f[FEATURE_NEAR5_AFTER] = near(s, i, 5, true);
	f[FEATURE_NEAR12_BEFORE] = near(s, i, 12, false);
	f[FEATURE_NEAR12_AFTER] = near(s, i, 12, true);
	f[FEATURE_NEAR30_BEFORE] = near(s, i, 30, false);
	f[FEATURE_NEAR30_AFTER] = near(s, i, 30, true);
	f[FEATURE_LAST_PROSE] = feature_clip(i ? s->last_prose[i - 1] : 60, 60);
	f[FEATURE_NEXT_PROSE] = feature_clip(i + 1 < s->count
	    ? s->next_prose[i + 1] : 60, 60);
}

/* Where the features of each neighbour go; FEATURES: nowhere. */
static const struct {
	int away;
	enum feature words, last, linked, score, stops;
} neighbours[] = {
	{ -3, FEATURE_M3_WORDS, FEATURE_M3_LAST, FEATURE_M3_LINKED, FEATURES,
	    FEATURES },
	{ -2, FEATURE_M2_WORDS, FEATURE_M2_LAST, FEATURE_M2_LINKED,
	    FEATURE_M2_SCORE, FEATURES },
	{ -1, FEATURE_M1_WORDS, FEATURE_M1_LAST, FEATURE_M1_LINKED,
	    FEATURE_M1_SCORE, FEATURE_M1_STOPS },
	{ 1, FEATURE_P1_WORDS, FEATURE_P1_LAST, FEATURE_P1_LINKED,
	    FEATURE_P1_SCORE, FEATURE_P1_STOPS },
	{ 2, FEATURE_P2_WORDS, FEATURE_P2_LAST, FEATURE_P2_LINKED,
	    FEATURE_P2_SCORE, FEATURES },
	{ 3, FEATURE_P3_WORDS, FEATURE_P3_LAST, FEATURE_P3_LINKED, FEATURES,
	    FEATURES },
};

static void
neighbour_features(const struct scene *s, size_t i, int16_t *f)
{
	size_t k;

	for (k = 0; k < sizeof neighbours / sizeof *neighbours; k++) {
		size_t j = i + (size_t)neighbours[k].away;
		const struct measure *m;

		if (j >= s->count) /* also when it is before the first */
			continue;
		m = &s->measures[j];
		f[neighbours[k].words] = feature_log16(m->words);
		f[neighbours[k].last] = m->last;
		f[neighbours[k].linked] = (int16_t)scene_linked(s, j);
		if (neighbours[k].score < FEATURES)
			f[neighbours[k].score] =
			    feature_clip(scene_score(s, j), 30000);
		if (neighbours[k].stops < FEATURES)
			f[neighbours[k].stops] =
			    feature_share(m->stops, m->sample);
	}
}

void
scene_make(struct scene *s)
{
	struct arena *a = s->arena;

	s->word_scores = ARENA_ARRAY(a, struct word_score, s->count);
	s->words = ARENA_ARRAY(a, uint32_t, s->count + 1);
	s->prose = ARENA_ARRAY(a, uint32_t, s->count + 1);
	s->last_prose = arena_room(a, s->count, sizeof *s->last_prose);
	s->next_prose = arena_room(a, s->count, sizeof *s->next_prose);
	s->titled = ARENA_ARRAY(a, uint16_t, s->count + 1);
	count_repeats(s);
	sum_up(s);
	find_title(s);
	around_make(s);
	s->prose_total = s->prose[s->count];
	if (s->html)
		nodes_make(s);
}

void
scene_features(const struct scene *s, size_t i, int16_t f[FEATURES])
{
	int k;

	for (k = 0; k < FEATURES; k++)
		f[k] = 0;
	own_features(s, i, f);
	page_features(s, i, f);
	neighbour_features(s, i, f);
	around_features(s, i, f);
	if (s->html)
		node_features(s, i, f);
}

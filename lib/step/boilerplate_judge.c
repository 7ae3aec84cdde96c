/* boilerplate_judge - from scores of pieces to verdicts
 *
 * Content comes in stretches. So the pieces are not decided one by one: a
 * change between content and the rest costs something, and the cheapest way
 * through the page is found (Viterbi's algorithm with two states). A few rules
 * that a model of single pieces cannot know come after it. */
#include "boilerplate_judge.h"

#include "boilerplate_cut.h"

enum {
	CHANGE = 100,       /* what a change costs, in units of LOGIT */
	APPEALS = 5,        /* pieces between two appeals that are one */
	BY_RULE = 90,       /* confidence of a rule, in per cent */
	BRIEF = 8,          /* words of a piece that is no prose by itself */
	NEAR = 5, FAR = 12, /* pieces around one */
	AMID = 60,          /* words of prose around, amid which it is clear */
	SHORT = 14,         /* words of a piece that one cue decides */
	LEAN = 20,          /* what is added to a score: to lose is worse */
	LEAN_PLAIN = 100,   /* the same of plain text */
	LEAN_STEP = 128,
	LEAN_MAX = 20 + 6 * 128,
	TEXT_MIN = 60,      /* words of prose that are some text */
	LANGUAGE_TEXTS = 104, /* by which a language is told; */
	LANGUAGE_LEAST = 80, /* bytes of each: see measure_language */
	ITEMS = 2,          /* that make a digest */
	ITEM_GAP = 4,       /* short lines between two of them */
	NOTE_LINES = 6,     /* pieces of a short text at most, */
	NOTE_BYTES = 4096,  /* its bytes, */
	NOTE_WORDS = 3,     /* and words of a line in it at least */
	GAP_MAX = 30,       /* pieces of a gap that is filled */
	GAP_SCORE = -2 * LOGIT
};

static const char by_model[] = "model"; /* the rule that is none */

/* ---- pieces -------------------------------------------------------------- */

/* The language of the page: that of its first texts of some length. */
static uint32_t
language(const struct scene *s, size_t count)
{
	struct str texts[LANGUAGE_TEXTS];
	size_t i, n = 0;

	for (i = 0; i < count && n < LANGUAGE_TEXTS; i++)
		if (s->blocks[i].text.n >= LANGUAGE_LEAST)
			texts[n++] = s->blocks[i].text;
	return measure_language(s->lexica, texts, n);
}

void
judge_prepare(struct scene *s, size_t count)
{
	size_t i, k, n, room = count + count / 2 + CUTS_MAX, cuts[CUTS_MAX];
	struct piece *p;
	uint32_t languages;

	s->pieces = arena_room(s->arena, room, sizeof *p);
	for (i = 0; i < count; i++) {
		struct str text = s->blocks[i].text;
		size_t start = 0;

		n = cut_find(s->lexica, text, cuts);
		for (k = 0; k <= n; k++) {
			if (s->count == room)
				s->pieces = arena_grow(s->arena, s->pieces,
				    s->count, &room, sizeof *s->pieces);
			p = &s->pieces[s->count++];
			*p = (struct piece){ .block = (uint32_t)i,
				.start = (uint32_t)start };
			start = k < n ? cuts[k] : text.n;
			p->end = (uint32_t)start;
		}
	}
	languages = language(s, count);
	s->measures = arena_room(s->arena, s->count, sizeof *s->measures);
	for (i = 0; i < s->count; i++)
		measure(s->lexica, scene_text(s, i), languages,
		    &s->measures[i]);
	scene_make(s);
}

/* ---- scores -------------------------------------------------------------- */

static bool
is_plain_prose(const struct measure *m)
{
	return m->words >= 10 && m->stops * 5 >= m->sample && !m->repeats &&
	    !m->cued && (m->last == EDGE_STOP || m->last == EDGE_QUOTE);
}

/* Words of prose in the pieces around one, at most AROUND each way. */
static size_t
prose_before(const struct scene *s, size_t i, size_t around)
{
	return s->prose[i] - s->prose[i > around ? i - around : 0];
}

static size_t
prose_after(const struct scene *s, size_t i, size_t around)
{
	size_t to = i + 1 + around;

	return s->prose[to < s->count ? to : s->count] - s->prose[i + 1];
}

int32_t
judge_clear(const struct scene *s, size_t i)
{
	const struct measure *m = &s->measures[i];

	if (s->html)
		return 0;
	if (m->words < BRIEF)
		return !prose_before(s, i, FAR) && !prose_after(s, i, FAR)
		    ? -CLEAR_SCORE : 0;
	return is_plain_prose(m) && i > s->run_start && i + 1 < s->run_end &&
	    prose_before(s, i, NEAR) >= AMID && prose_after(s, i, NEAR) >= AMID
	    ? CLEAR_SCORE : 0;
}

/* The cheapest way: 1 for content. */
static void
find_way(struct scene *s, const int32_t *scores, int32_t lean)
{
	int64_t keep = 0, drop = 0, to_keep, to_drop;
	struct arena *scratch = arena_scratch(s->arena);
	uint8_t *from;
	size_t i;
	bool state;

	arena_reset(scratch);
	from = ARENA_ARRAY(scratch, uint8_t, s->count + 1);
	for (i = 0; i < s->count; i++) {
		from[i] = (uint8_t)((keep - CHANGE > drop) |
		    (drop - CHANGE > keep) << 1);
		to_keep = keep > drop - CHANGE ? keep : drop - CHANGE;
		to_drop = drop > keep - CHANGE ? drop : keep - CHANGE;
		keep = to_keep + (scores[i] + lean) / 2;
		drop = to_drop - (scores[i] + lean) / 2;
	}
	state = keep > drop;
	for (i = s->count; i-- > 0; ) {
		s->pieces[i].keep = state;
		s->pieces[i].rule = by_model;
		if (state ? from[i] & 2 : from[i] & 1)
			state = !state;
	}
}

/* Whether some text has been found: prose of some length, or most of the best
 * run where that is short. */
static bool
has_text(const struct scene *s)
{
	size_t i, kept = 0;
	size_t run = s->prose[s->run_end] - s->prose[s->run_start];

	for (i = 0; i < s->count; i++)
		if (s->pieces[i].keep)
			kept += s->prose[i + 1] - s->prose[i];
	return kept >= TEXT_MIN || kept * 2 >= run;
}

/* A page of a kind that the model has not seen may be lost as a whole, since
 * all its scores are somewhat low. So, as long as no text has been found, all
 * are raised. */
static void
find_text(struct scene *s, const int32_t *scores)
{
	int32_t lean;

	for (lean = s->html ? LEAN : LEAN_PLAIN; lean <= LEAN_MAX;
	     lean += LEAN_STEP) {
		find_way(s, scores, lean);
		if (has_text(s))
			break;
	}
}

/* The chance of a score's being right about what was decided, in per cent. */
static uint8_t
confidence(int32_t score, bool keep)
{
	/* 100 / (1 + exp(-x)) for x = 0, 1/4, ... */
	static const uint8_t table[] = { 50, 56, 62, 68, 73, 78, 82, 85, 88,
		90, 92, 94, 95, 96, 97, 98, 98, 99 };
	int32_t x = (keep ? score : -score) / (LOGIT / 4);
	unsigned size = x < 0 ? (unsigned)-x : (unsigned)x, p;

	p = size < sizeof table ? table[size] : 99;
	return (uint8_t)(x < 0 ? 100 - p : p);
}

/* The parent of a piece's node; 0 in plain text. */
static uint32_t
parent(const struct scene *s, size_t i)
{
	const struct html_block *h = s->blocks[s->pieces[i].block].html;

	return h ? s->html->nodes[h->node].parent : 0;
}

static bool
fits_gap(const struct scene *s, size_t i, uint32_t node,
    const int32_t *scores)
{
	const struct html_block *h = s->blocks[s->pieces[i].block].html;
	uint32_t up = h->node;
	int k;

	for (k = 0; k < 3 && up && up != node; k++)
		up = s->html->nodes[up].parent;
	return up == node && scores[i] > GAP_SCORE &&
	    scene_linked(s, i) < 500 && !s->measures[i].cue_at_start;
}

/* What stands between two pieces that are kept, in the element that holds
 * both, is kept: lists of names, lines of a poem. */
static void
fill_gaps(struct scene *s, const int32_t *scores)
{
	size_t i, k, last = s->count;

	for (i = 0; s->html && i < s->count; i++) {
		if (!s->pieces[i].keep)
			continue;
		if (last < i && i - last > 1 && i - last <= GAP_MAX &&
		    parent(s, i) == parent(s, last)) {
			for (k = last + 1; k < i; k++)
				if (!fits_gap(s, k, parent(s, i), scores))
					break;
			for (; k == i && last + 1 < i; last++) {
				s->pieces[last + 1].keep = true;
				s->pieces[last + 1].rule = "gap";
			}
		}
		last = i;
	}
}

/* ---- rules --------------------------------------------------------------- */

static void
drop(struct piece *p, enum junk junk, const char *rule)
{
	if (p->keep)
		p->rule = rule;
	p->keep = false;
	p->junk = junk;
}

static void
keep(struct piece *p, const char *rule)
{
	if (!p->keep)
		p->rule = rule;
	p->keep = true;
	p->junk = JUNK_NONE;
}

/* Whether the text is an address of the web and nothing else. */
static bool
is_link(struct str text)
{
	return text.n && (text.s[0] == 'h' || text.s[0] == 'w') &&
	    (str_starts(text, STR("http")) ||
		str_starts(text, STR("www."))) &&
	    str_index(text, ' ') == text.n;
}

/* A short piece that begins with a strong cue is no content, nor is a part
 * that was cut off because of one. */
static void
drop_cues(struct scene *s, const int32_t *scores)
{
	size_t i;

	for (i = 0; i < s->count; i++) {
		const struct measure *m = &s->measures[i];
		struct piece *p = &s->pieces[i];
		bool part = p->end - p->start < s->blocks[p->block].text.n;

		if (m->cue_at_start && (m->words <= SHORT ||
			(part && m->words <= 2 * SHORT)) &&
		    (!s->html || part))
			drop(p, (enum junk)m->cue_at_start, "cue");
		if (m->cues[JUNK_NEWSLETTER] > 1 && m->words <= SHORT &&
		    scores[i] < CLEAR_SCORE)
			drop(p, JUNK_NEWSLETTER, "cue");
		if (is_link(scene_text(s, i)))
			drop(p, JUNK_LINK, "link");
	}
}

static bool
is_appeal(const struct scene *s, size_t i)
{
	const struct measure *m = &s->measures[i];

	return m->cues[JUNK_APPEAL] > 1 && m->words <= 60 &&
	    !(s->html && scene_linked(s, i) == 0 && m->words > 30);
}

/* What stands between two appeals that are near each other is one too. */
static void
drop_appeals(struct scene *s)
{
	size_t i, k, last = s->count;

	for (i = 0; i < s->count; i++) {
		if (!is_appeal(s, i))
			continue;
		for (k = last < s->count && i - last <= APPEALS ? last + 1 : i;
		     k <= i; k++)
			drop(&s->pieces[k], JUNK_APPEAL, "appeal");
		if (last < s->count && i - last <= APPEALS)
			drop(&s->pieces[last], JUNK_APPEAL, "appeal");
		last = i;
	}
}

/* In plain text, a line that stands there twice is furniture. */
static void
drop_repeats(struct scene *s)
{
	size_t i;

	for (i = 0; i < s->count; i++)
		if (s->measures[i].repeats && s->measures[i].words < 30 &&
		    !s->html)
			drop(&s->pieces[i], JUNK_REPEAT, "repeat");
}

static bool
is_headline(const struct scene *s, size_t i)
{
	const struct measure *m = &s->measures[i];

	return m->words >= 3 && m->words <= 20 && m->last != EDGE_STOP &&
	    m->last != EDGE_COLON && m->last != EDGE_COMMA && !m->bullet;
}

/* Whether paragraphs of a plain text have a blank line between them. */
static bool
is_spaced(const struct scene *s)
{
	size_t i, prose = 0, spaced = 0;

	for (i = 1; i < s->count; i++)
		if (s->pieces[i].keep && scene_is_prose(s, i) &&
		    !s->pieces[i].start) {
			prose++;
			spaced += s->blocks[s->pieces[i].block].gap > 0;
		}
	return prose >= 5 && spaced * 10 >= prose * 7;
}

/* The teaser of another article, at the end: where paragraphs stand apart, a
 * headline with its text right below it. */
static void
drop_cards(struct scene *s)
{
	size_t i = s->count;

	if (s->html || !is_spaced(s))
		return;
	for (;;) {
		while (i > 0 && !(s->pieces[i - 1].keep &&
		    scene_is_prose(s, i - 1)))
			i--;
		if (i < 3 || s->blocks[s->pieces[i - 1].block].gap ||
		    !s->blocks[s->pieces[i - 2].block].gap ||
		    !is_headline(s, i - 2))
			break;
		i -= 2;
		drop(&s->pieces[i], JUNK_RELATED, "card");
		drop(&s->pieces[i + 1], JUNK_RELATED, "card");
	}
}

/* Whether nothing but a few short lines stands between two pieces. */
static bool
stand_apart(const struct scene *s, size_t i, size_t k)
{
	size_t between = k - i - 1;

	if (!between || between > ITEM_GAP)
		return false;
	while (++i < k)
		if (s->measures[i].words >= BRIEF)
			return false;
	return true;
}

/* Whether a headline stands before a piece. */
static bool
is_headed(const struct scene *s, size_t i)
{
	return is_headline(s, i - 1) && !s->measures[i - 1].cued;
}

/* The digest: items of a headline and a paragraph, with short lines between
 * them. Where there are some, the next is text, too, and so are all their
 * headlines. */
static void
keep_items(struct scene *s)
{
	size_t i, k, items = 0, last = s->count, heads[ITEMS];

	for (i = 1; !s->html && i < s->count; i++) {
		struct piece *p = &s->pieces[i];
		bool headed, item;

		if (!scene_is_prose(s, i))
			continue;
		headed = is_headed(s, i);
		item = headed && last < i && stand_apart(s, last, i);
		if (item && items >= ITEMS && is_plain_prose(&s->measures[i]))
			keep(p, "item");
		if (!p->keep)
			continue;
		items = item ? items + 1 : 0;
		last = i;
		if (items < ITEMS)
			heads[items] = headed ? i - 1 : i;
		else
			keep(p - 1, "item");
		for (k = 0; items == ITEMS && k < ITEMS; k++)
			keep(&s->pieces[heads[k]], "item");
	}
}

/* A text of a few lines is no dump of a page, but somebody's note: where no
 * text has been found, all is that looks like words and has no cue. */
static void
keep_note(struct scene *s)
{
	size_t i;

	if (s->html || !s->count || s->count > NOTE_LINES ||
	    s->blocks[s->pieces[s->count - 1].block].start > NOTE_BYTES)
		return;
	for (i = 0; i < s->count; i++)
		if (s->pieces[i].keep)
			return;
	for (i = 0; i < s->count; i++) {
		const struct measure *m = &s->measures[i];

		if (!m->cued && m->words >= NOTE_WORDS &&
		    m->letters >= m->words * 2)
			keep(&s->pieces[i], "note");
	}
}

static void
drop_site(struct scene *s, const struct site *site)
{
	size_t i, low, high;

	for (i = 0; site && i < s->count; i++) {
		uint64_t hash = s->measures[i].hash;

		for (low = 0, high = site->count; low < high; ) {
			size_t middle = (low + high) / 2;

			if (site->hashes[middle] < hash)
				low = middle + 1;
			else
				high = middle;
		}
		if (hash && low < site->count && site->hashes[low] == hash)
			drop(&s->pieces[i], JUNK_SITE, "site");
	}
}

/* Says of what was dropped by the model which sort it is. */
static void
name_junk(struct scene *s)
{
	size_t i;
	int k;

	for (i = 0; i < s->count; i++) {
		const struct measure *m = &s->measures[i];
		struct piece *p = &s->pieces[i];

		if (p->keep || p->junk)
			continue;
		p->junk = JUNK_MENU;
		if (scene_is_prose(s, i) || m->words > 8)
			p->junk = JUNK_TEASER;
		for (k = 1; k < JUNKS; k++)
			if (m->cues[k] > m->cues[p->junk] || (m->cues[k] > 1 &&
				m->cue_at_start == k))
				p->junk = (enum junk)k;
	}
}

void
judge_decide(struct scene *s, const int32_t *scores, const struct site *site)
{
	size_t i;

	find_text(s, scores);
	fill_gaps(s, scores);
	drop_cues(s, scores);
	drop_appeals(s);
	drop_repeats(s);
	drop_cards(s);
	keep_items(s);
	keep_note(s);
	drop_site(s, site);
	judge_roles(s);
	name_junk(s);
	for (i = 0; i < s->count; i++)
		s->pieces[i].p = s->pieces[i].rule == by_model
		    ? confidence(scores[i], s->pieces[i].keep) : BY_RULE;
}

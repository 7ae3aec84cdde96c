/* entity_second - what the first labels of a document tell of its names */
#include "entity_second.h"

#include <string.h>

enum { NAME_LONGEST = 12 };

/* ---- tables ------------------------------------------------------------ */

void
entity_second_init(struct entity_second *s, struct arena *a)
{
	*s = (struct entity_second){
		.arena = a, .tally_mask = 511, .ballot_mask = 255
	};
	s->tallies = ARENA_ARRAY(a, struct entity_tally, s->tally_mask + 1);
	s->ballots = ARENA_ARRAY(a, struct entity_ballot, s->ballot_mask + 1);
}

static struct entity_tally *
tally_slot(struct entity_tally *tallies, size_t mask, uint32_t lower)
{
	size_t at = lower;

	while (tallies[at & mask].lower && tallies[at & mask].lower != lower)
		at++;
	return &tallies[at & mask];
}

static struct entity_tally *
tally_of(struct entity_second *s, uint32_t lower)
{
	struct entity_tally *more, *t;
	size_t mask, i;

	lower |= 1;
	if (s->tally_used * 2 > s->tally_mask) {
		mask = s->tally_mask * 2 + 1;
		more = ARENA_ARRAY(s->arena, struct entity_tally, mask + 1);
		for (i = 0; i <= s->tally_mask; i++)
			if (s->tallies[i].lower)
				*tally_slot(more, mask, s->tallies[i].lower) =
				    s->tallies[i];
		s->tallies = more;
		s->tally_mask = mask;
	}
	t = tally_slot(s->tallies, s->tally_mask, lower);
	s->tally_used += !t->lower;
	t->lower = lower;
	return t;
}

static struct entity_ballot *
ballot_slot(struct entity_ballot *ballots, size_t mask, uint64_t name)
{
	size_t at = name;

	while (ballots[at & mask].name && ballots[at & mask].name != name)
		at++;
	return &ballots[at & mask];
}

static struct entity_ballot *
ballot_of(struct entity_second *s, uint64_t name)
{
	struct entity_ballot *more, *b;
	size_t mask, i;

	if (s->ballot_used * 2 > s->ballot_mask) {
		mask = s->ballot_mask * 2 + 1;
		more = ARENA_ARRAY(s->arena, struct entity_ballot, mask + 1);
		for (i = 0; i <= s->ballot_mask; i++)
			if (s->ballots[i].name)
				*ballot_slot(more, mask, s->ballots[i].name) =
				    s->ballots[i];
		s->ballots = more;
		s->ballot_mask = mask;
	}
	b = ballot_slot(s->ballots, s->ballot_mask, name);
	s->ballot_used += !b->name;
	b->name = name;
	return b;
}

/* ---- counting ---------------------------------------------------------- */

static void
count_up(uint8_t *count)
{
	if (*count < 255)
		++*count;
}

/* A full count is not known exactly, and stays. */
static void
count_down(uint8_t *count)
{
	if (*count && *count < 255)
		--*count;
}

static bool
capital(const struct entity_word *w)
{
	return w->class >= CLASS_TITLE && w->class != CLASS_TAIL;
}

static uint64_t
name_hash(const struct entity_place *places, size_t from, size_t end)
{
	uint64_t h = 0;
	size_t i;

	for (i = from; i < end; i++)
		h = gazetteer_phrase(h, places[i].word->word);
	return h ? h : 1;
}

/* The hash, as of a word, of the first letters of the capitalised words of a
 * name: SDF of the Syrian Democratic Forces; 0: there are too few. */
static uint32_t
spelling(const struct entity_text *t, size_t first,
    const struct entity_place *places, size_t from, size_t end)
{
	char letters[NAME_LONGEST];
	uint64_t word;
	size_t i, n = 0;

	for (i = from; i < end && n < NAME_LONGEST; i++) {
		unsigned char c =
		    (unsigned char)t->text.s[t->tokens[first + i].start];

		if (capital(places[i].word) && c >= 'A' && c <= 'Z')
			letters[n++] = (char)(c + 32);
	}
	if (n < 3)
		return 0;
	word = gazetteer_word((struct str){ letters, n });
	return (uint32_t)(word ^ word >> 32);
}

void
entity_second_count(struct entity_second *s, const struct entity_text *t,
    size_t from, size_t count, const struct entity_place *places,
    const uint8_t *labels)
{
	size_t i, k, end;
	uint32_t letters;

	for (i = 0; i < count; i = end) {
		unsigned type = tagger_labels[labels[i]].type;
		const struct entity_word *w = places[i].word;

		end = i + 1;
		if (!type) {
			if (capital(w))
				count_up(&tally_of(s, w->lower)->alone[0]);
			continue;
		}
		end = tagger_name(labels, count, i);
		count_up(&ballot_of(s, name_hash(places, i, end))->votes[type]);
		if (end == i + 1) {
			count_up(&tally_of(s, w->lower)->alone[type]);
			continue;
		}
		for (k = i; k + 1 < end; k++)
			count_up(
			    &tally_of(s, places[k].word->lower)->before[type]);
		count_up(&tally_of(s, places[k].word->lower)->last[type]);
		letters = spelling(t, from, places, i, end);
		if (letters)
			tally_of(s, letters)->spelled |= (uint8_t)(1u << type);
	}
}

/* ---- features ---------------------------------------------------------- */

enum second_template {
	UNSEEN = 3000,
	SHARE,
	BEST,
	BEST_OWN,
	BEST_RUN,
	PARTS,
	SPELLED,
	LABELS,
	PHRASE,
	PHRASE_OWN,
	RUN,
	RUN_OWN,
	NEIGHBOUR,
	LEFT = 3020,
	RIGHT = 3030
};

/* 0 to 5: none, up to a quarter, a half, three quarters, most, all. */
static uint32_t
share(unsigned part, unsigned all)
{
	return part == 0	     ? 0
	       : part == all	     ? 5
	       : part * 4 <= all     ? 1
	       : part * 2 <= all     ? 2
	       : part * 4 <= all * 3 ? 3
				     : 4;
}

static uint32_t
few(unsigned n)
{
	return n < 3 ? n : n < 6 ? 3 : 4;
}

/* The largest of the counts of a tally: its number, and their sum. */
static unsigned
best_of(const struct entity_tally *t, unsigned *all, unsigned *most)
{
	unsigned best = 0, i, k;
	const uint8_t *counts[3] = { t->alone, t->before, t->last };

	*all = *most = 0;
	for (k = 0; k < 3; k++)
		for (i = 0; i < TYPES; i++) {
			*all += counts[k][i];
			if (counts[k][i] > *most) {
				*most = counts[k][i];
				best = k * TYPES + i + 1;
			}
		}
	return best;
}

/* Where token i lies in its name by the first labels: its bounds. */
static void
bounds(
    const uint8_t *labels, size_t count, size_t i, size_t *first, size_t *end)
{
	*first = i;
	while (*first > 0 && *first + NAME_LONGEST > i &&
	       !tagger_begins(labels[*first]))
		--*first;
	while (tagger_labels[labels[*first]].tag == TAG_X && *first > 0 &&
	       labels[*first - 1] == labels[*first])
		--*first;
	*end = tagger_name(labels, count, *first);
}

static size_t
word_features(uint32_t *out, const struct entity_tally *t,
    const struct entity_place *p, unsigned own, uint32_t class)
{
	unsigned all, most, best = best_of(t, &all, &most), i;
	uint32_t begins = 0, ends = 0;
	size_t n = 0;

	if (t->spelled)
		out[n++] = entity_hash(SPELLED, t->spelled, class, 0);
	if (!all) {
		out[n++] = entity_hash(UNSEEN, class, own, p->run);
		return n;
	}
	for (i = 0; i < TYPES; i++) {
		unsigned sum =
		    (unsigned)t->alone[i] + t->before[i] + t->last[i];

		if (t->before[i])
			begins |= 1u << i;
		if (t->last[i])
			ends |= 1u << i;
		if (sum)
			out[n++] = entity_hash(
			    SHARE, i, share(sum, all) * 8 + few(all), class);
	}
	out[n++] = entity_hash(BEST, best, share(most, all), few(all));
	out[n++] = entity_hash(BEST_OWN, best, share(most, all), own);
	out[n++] = entity_hash(BEST_RUN, best, p->run, class);
	if (begins | ends)
		out[n++] = entity_hash(PARTS, begins, ends, own);
	return n;
}

static size_t
name_features(uint32_t *out, const uint8_t votes[TYPES], unsigned own,
    unsigned place, uint32_t template)
{
	unsigned all = 0, most = 0, best = 0, i;

	for (i = 0; i < TYPES; i++) {
		all += votes[i];
		if (votes[i] > most) {
			most = votes[i];
			best = i;
		}
	}
	out[0] =
	    entity_hash(template, best, share(most, all) * 8 + few(all), place);
	out[1] = entity_hash(template + 1, best, share(most, all), own);
	return 2;
}

static uint32_t
next_word(uint32_t words, const struct entity_place *p)
{
	return entity_hash(0, words, p->word->lower, 0);
}

/* The names to the left and right, and the words between. */
static size_t
around_features(uint32_t *out, const struct entity_place *places,
    const uint8_t *labels, size_t count, size_t first, size_t end, unsigned own)
{
	uint32_t between = 0;
	size_t i, n = 0;

	for (i = first; i > 0 && i + 4 > first; i--) {
		unsigned type = tagger_labels[labels[i - 1]].type;

		if (type) {
			out[n++] = entity_hash(LEFT, type, between, own);
			out[n++] = entity_hash(
			    LEFT + 1, type, places[i - 1].word->class, own);
			break;
		}
		between = next_word(between, &places[i - 1]);
	}
	between = 0;
	for (i = end; i < count && i < end + 4; i++) {
		unsigned type = tagger_labels[labels[i]].type;

		if (type) {
			out[n++] = entity_hash(RIGHT, type, between, own);
			out[n++] = entity_hash(
			    RIGHT + 1, type, places[i].word->class, own);
			break;
		}
		between = next_word(between, &places[i]);
	}
	return n;
}

static size_t
neighbour_features(uint32_t *out, const struct entity_second *s,
    const struct entity_place *places, size_t i, unsigned own, uint32_t where)
{
	const struct entity_word *w = places[i].word;
	const struct entity_tally *t;
	unsigned all, most, best;

	if (!capital(w))
		return 0;
	t = tally_slot(s->tallies, s->tally_mask, w->lower | 1);
	best = best_of(t, &all, &most);
	out[0] =
	    entity_hash(NEIGHBOUR, best, share(most, all), own * 2 + where);
	return 1;
}

size_t
entity_second_features(uint32_t *out, const struct entity_second *s,
    const struct entity_place *places, const uint8_t *labels, size_t count,
    size_t i, enum entity_case c)
{
	const struct entity_place *p = &places[i];
	unsigned own = labels[i], type = tagger_labels[own].type;
	unsigned left = i ? labels[i - 1] : 16;
	unsigned right = i + 1 < count ? labels[i + 1] : 16;
	uint32_t class = p->word->class + CLASSES * (uint32_t)c;
	struct entity_tally t = { 0 };
	struct entity_ballot b;
	size_t n = 0, first = i, end = i + 1;

	out[n++] = entity_hash(LABELS, left, own, right);
	if (!type && !capital(p->word))
		return n;
	t = *tally_slot(s->tallies, s->tally_mask, p->word->lower | 1);
	if (type) {
		bounds(labels, count, i, &first, &end);
		b = *ballot_slot(
		    s->ballots, s->ballot_mask, name_hash(places, first, end));
		count_down(&b.votes[type]);
		n += name_features(out + n, b.votes, own, p->run, PHRASE);
		count_down(end == first + 1 ? &t.alone[type]
			   : end == i + 1   ? &t.last[type]
					    : &t.before[type]);
	} else {
		count_down(&t.alone[0]);
	}
	if (p->run && p->run_last - p->run_first < NAME_LONGEST) {
		const struct entity_ballot *r =
		    ballot_slot(s->ballots, s->ballot_mask,
			name_hash(places, p->run_first, p->run_last + 1));

		if (p->run_first != first || p->run_last + 1 != end)
			n += name_features(out + n, r->votes, own, p->run, RUN);
	}
	n += word_features(out + n, &t, p, own, class);
	n += around_features(out + n, places, labels, count, first, end, own);
	if (i)
		n += neighbour_features(out + n, s, places, i - 1, own, 0);
	if (i + 1 < count)
		n += neighbour_features(out + n, s, places, i + 1, own, 1);
	return n;
}

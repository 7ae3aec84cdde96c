/* entity_scan - a document as the tagger sees it */
#include "entity_scan.h"

#include <string.h>

#include "entity_token.h"

enum { CLASS_BIT_FIRST = 1 << 5, CLASS_BIT_TITLE = 1 << 7, PHRASE_LONGEST = 8 };

/* Memory that is not zeroed, so that what is never used costs nothing. */
static void *
unzeroed(struct arena *a, size_t n)
{
	enum { LINE = 64 };
	char *p = arena_bytes(a, n + LINE);

	return p + (LINE - (uintptr_t)p % LINE);
}

void
entity_words_init(
    struct entity_words *w, struct arena *forever, const struct gazetteer *g)
{
	w->gazetteer = g;
	w->slots = ARENA_ARRAY(forever, uint64_t, ENTITY_SLOTS);
	w->entries = unzeroed(forever, ENTITY_KEPT * sizeof *w->entries);
	w->used = 0;
	w->emptied = 1;
}

enum { NUMBER = 0x7fff, AGAIN = 0x8000, KEY = 16 };

/* The slot of a key, or the free one where it belongs. */
static uint64_t *
slot_of(const struct entity_words *w, uint64_t key)
{
	size_t at = key & (ENTITY_SLOTS - 1);

	while (w->slots[at] && (w->slots[at] ^ key) >> KEY)
		at = (at + 1) & (ENTITY_SLOTS - 1);
	return &w->slots[at];
}

/* Puts out what was met once, when a piece more might not fit: half of the
 * words of a text of news are met twice, and these are most of its tokens. At
 * most half of the entries are kept. */
static void
make_room(struct entity_words *w)
{
	size_t i, used = w->used;

	if (used + ENTITY_PIECE < ENTITY_KEPT)
		return;
	for (i = 0; i < ENTITY_SLOTS; i++)
		if (w->slots[i])
			w->entries[w->slots[i] & NUMBER].again =
			    w->slots[i] & AGAIN;
	memset(w->slots, 0, ENTITY_SLOTS * sizeof *w->slots);
	for (i = w->used = 0; i < used && w->used < ENTITY_KEPT / 2; i++) {
		struct entity_entry *e = &w->entries[i];

		if (!e->again)
			continue;
		*slot_of(w, e->key) = e->key >> KEY << KEY | w->used;
		if (i > w->used)
			w->entries[w->used] = *e;
		w->used++;
	}
	w->emptied++;
}

static uint64_t
load(const char *s, size_t n)
{
	uint64_t word = 0;

	memcpy(&word, s, n);
	return word;
}

/* A hash of a token, quickly: eight bytes a step, the last step overlaps. */
static uint64_t
key_of(struct str form, uint64_t sort)
{
	const uint64_t spread = 0x9e3779b97f4a7c15;
	uint64_t h = (form.n * 16 + sort) * spread;
	size_t i = 0;

	for (; i + 8 < form.n; i += 8)
		h = ((h ^ load(form.s + i, 8)) * spread) ^ h >> 29;
	if (form.n >= 8)
		h ^= load(form.s + form.n - 8, 8);
	else if (form.n >= 4)
		h ^= load(form.s, 4) | load(form.s + form.n - 4, 4) << 32;
	else
		h ^= load(form.s, 1) | load(form.s + form.n / 2, 1) << 8 |
		     load(form.s + form.n - 1, 1) << 16;
	h *= spread;
	h ^= h >> 32;
	h *= spread;
	h ^= h >> 29;
	return h | 1 << KEY; /* never that of a free slot */
}

static struct str
form_of(const struct entity_text *t, const struct token *token)
{
	return (
	    struct str){ t->text.s + token->start, token->end - token->start };
}

/* A word that was not kept. */
static struct entity_entry *
entry_new(struct entity_words *w, const struct entity_text *t,
    const struct token *token, uint64_t key)
{
	struct entity_entry *e = &w->entries[w->used++];

	e->summed = 0;
	e->key = key;
	entity_word(&e->word, w->gazetteer, form_of(t, token), token->type,
	    token->flags, t->kind);
	return e;
}

/* Finds the entries of tokens from to before end; their numbers are left in
 * the tokens' hashes. First the slots are asked for, then the entries: they
 * come from afar. */
static void
find_entries(struct entity_words *w, const struct entity_text *t, size_t from,
    size_t end)
{
	uint64_t keys[ENTITY_PIECE], *slot;
	size_t i;

	make_room(w);
	for (i = from; i < end; i++) {
		const struct token *token = &t->tokens[i];
		uint64_t key = key_of(
		    form_of(t, token), token->type + 4 * (uint64_t)t->kind);

		keys[i - from] = key;
		__builtin_prefetch(&w->slots[key & (ENTITY_SLOTS - 1)]);
	}
	for (i = from; i < end; i++) {
		slot = slot_of(w, keys[i - from]);
		if (*slot) {
			*slot |= AGAIN;
		} else {
			*slot = keys[i - from] >> KEY << KEY | w->used;
			entry_new(w, t, &t->tokens[i], keys[i - from]);
		}
		t->tokens[i].hash = (uint32_t)(*slot & NUMBER);
		__builtin_prefetch(&w->entries[t->tokens[i].hash]);
	}
}

static bool
capital(const struct entity_word *w)
{
	return w->class >= CLASS_TITLE && w->class != CLASS_TAIL;
}

static struct entity_sight *
sight_slot(struct entity_sight *sights, size_t mask, uint32_t lower)
{
	size_t at = lower;

	while (sights[at & mask].lower && sights[at & mask].lower != lower)
		at++;
	return &sights[at & mask];
}

static void
grow_sights(struct entity_scan *s)
{
	size_t mask = s->mask ? s->mask * 2 + 1 : 1023, i;
	struct entity_sight *more =
	    ARENA_ARRAY(s->arena, struct entity_sight, mask + 1);

	for (i = 0; s->mask && i <= s->mask; i++)
		if (s->sights[i].lower)
			*sight_slot(more, mask, s->sights[i].lower) =
			    s->sights[i];
	s->sights = more;
	s->mask = mask;
}

static void
note(struct entity_scan *s, const struct entity_word *w, unsigned seen)
{
	struct entity_sight *sight;
	uint32_t lower = w->lower | 1;

	if (s->used * 2 >= s->mask)
		grow_sights(s);
	sight = sight_slot(s->sights, s->mask, lower);
	if (!sight->lower) {
		sight->lower = lower;
		s->used++;
	}
	if (capital(w) && sight->count < 0xffff && ++sight->count >= 3)
		seen |= SEEN_OFTEN;
	sight->seen |= (uint16_t)seen;
}

static const struct entity_sight unseen;

const struct entity_sight *
entity_sight(const struct entity_scan *s, uint32_t lower)
{
	return s->mask ? sight_slot(s->sights, s->mask, lower | 1) : &unseen;
}

/* Whether a sentence may begin behind these words. */
static bool
opens(bool before, const struct entity_word *w)
{
	if (w->role == ROLE_STOP)
		return true;
	return w->role == ROLE_QUOTE ? before : false;
}

/* What one token shows, between its neighbours. */
static unsigned
shows(const struct entity_word *b, const struct entity_word *w,
    const struct entity_word *d, bool open)
{
	unsigned seen = 0;

	if (!capital(w))
		return w->class == CLASS_LOWER ? SEEN_LOWER : 0;
	if (w->class == CLASS_CAPITALS)
		seen |= SEEN_CAPITALS;
	else if (!open)
		seen |= SEEN_INSIDE;
	if (b) {
		if (b->known & (CLASS_BIT_FIRST | CLASS_BIT_TITLE) &&
		    (capital(b) || b->known & CLASS_BIT_TITLE))
			seen |= SEEN_AFTER_TITLE;
		if (capital(b))
			seen |= SEEN_AFTER_NAME;
		if (b->role == ROLE_IN)
			seen |= SEEN_AFTER_IN;
		if (b->role == ROLE_THE)
			seen |= SEEN_AFTER_THE;
	}
	if (d) {
		if (capital(d))
			seen |= SEEN_BEFORE_NAME;
		if (d->role == ROLE_SAID)
			seen |= SEEN_BEFORE_SAID;
		if (d->class == CLASS_TAIL)
			seen |= SEEN_TAIL;
	}
	return seen;
}

/* Notes what tokens from to before end show; *b is the word before them, the
 * one behind them is looked at too. */
static void
watch(struct entity_scan *s, const struct entity_text *t, size_t from,
    size_t end, struct entity_word *before, bool *open)
{
	const struct entity_word *b = from ? before : NULL, *w, *d;
	const struct entity_entry *entries = s->words->entries;
	size_t i;

	find_entries(s->words, t, from, end < t->count ? end + 1 : end);
	w = &entries[t->tokens[from].hash].word;
	for (i = from; i < end; i++, b = w, w = d) {
		d = i + 1 < t->count ? &entries[t->tokens[i + 1].hash].word
				     : NULL;
		if (w->class != CLASS_SIGN && w->class != CLASS_NUMBER)
			note(s, w,
			    t->kind == CASE_NORMAL || w->class == CLASS_LOWER
				? shows(b, w, d, *open)
				: 0);
		*open = opens(*open, w);
	}
	*before = *b;
}

static void
watch_text(struct entity_scan *s, struct entity_text *t)
{
	struct entity_word before;
	bool open = true;
	size_t from, end;

	for (from = 0; from < t->count; from = end) {
		end = from + ENTITY_PIECE - 1 < t->count
			  ? from + ENTITY_PIECE - 1
			  : t->count;
		watch(s, t, from, end, &before, &open);
		if (!from)
			t->emptied = s->words->emptied;
	}
	if (t->emptied != s->words->emptied)
		t->emptied = 0; /* some of the numbers are too old */
}

/* Cuts a text; the array that grew is left, what is kept fits. */
static void
cut(struct arena *a, struct entity_text *t)
{
	struct arena *scratch = arena_scratch(a);
	struct token *tokens;

	arena_reset(scratch);
	tokens = token_split(scratch, t->text, &t->count);
	t->count = entity_join(t->text, tokens, t->count);
	t->tokens = unzeroed(a, (t->count + 1) * sizeof *tokens);
	memcpy(t->tokens, tokens, (t->count + 1) * sizeof *tokens);
	t->labels = unzeroed(a, t->count);
	t->scores = unzeroed(a, t->count * sizeof *t->scores);
}

void
entity_scan(struct entity_scan *s, struct arena *a, struct entity_words *words,
    const struct str *texts, size_t count)
{
	size_t i;

	*s = (struct entity_scan){ .arena = a, .words = words };
	s->texts = ARENA_ARRAY(a, struct entity_text, count + 1);
	s->count = count;
	for (i = 0; i < count; i++) {
		struct entity_text *t = &s->texts[i];

		t->text = texts[i];
		cut(a, t);
		t->kind = entity_case(t->text, t->tokens, t->count);
		watch_text(s, t);
	}
}

/* Marks the phrases of the gazetteer, from two words on, that begin at i. */
static void
mark_phrases(const struct gazetteer *g, struct entity_place *places,
    size_t count, size_t i)
{
	uint64_t phrase = places[i].word->phrase;
	size_t n = 1, k;

	while (i + n < count && n < PHRASE_LONGEST) {
		uint32_t known, classes;

		phrase = gazetteer_phrase(phrase, places[i + n].word->word);
		known = gazetteer_find(g, phrase);
		classes = known & GAZETTEER_CLASSES;
		n++;
		if (classes) {
			places[i].begins |= (uint16_t)classes;
			for (k = i + 1; k + 1 < i + n; k++)
				places[k].inside |= (uint16_t)classes;
			places[i + n - 1].ends |= (uint16_t)classes;
		}
		if (!(known & GAZETTEER_PREFIX))
			return;
	}
}

/* Finds the runs of capitalised words, joined by "of" and the like. */
static void
mark_runs(struct entity_place *places, size_t count)
{
	size_t i, k, last;

	for (i = 0; i < count; i = last + 1) {
		last = i;
		if (!capital(places[i].word))
			continue;
		for (k = i + 1; k < count && k < i + 12; k++) {
			const struct entity_word *w = places[k].word;

			if (capital(w))
				last = k;
			else if (w->role != ROLE_OF &&
				 !(w->role == ROLE_THE &&
				     places[k - 1].word->role == ROLE_OF))
				break;
			else if (k > last + 2)
				break;
		}
		for (k = i; k <= last; k++) {
			places[k].run_first = (uint32_t)i;
			places[k].run_last = (uint32_t)last;
			places[k].run = i == last   ? 4
					: k == i    ? 1
					: k == last ? 3
						    : 2;
		}
	}
}

void
entity_places(struct entity_scan *s, const struct entity_text *t, size_t from,
    size_t end, struct entity_place *places, struct entity_entry **entries)
{
	size_t count = end - from, i;
	bool open = from == 0;

	if (t->emptied != s->words->emptied)
		find_entries(s->words, t, from, end);
	for (i = 0; i < count; i++) {
		entries[i] = &s->words->entries[t->tokens[from + i].hash];
		__builtin_prefetch(entries[i]);
	}
	memset(places, 0, count * sizeof *places);
	for (i = 0; i < count; i++) {
		struct entity_place *p = &places[i];

		p->word = &entries[i]->word;
		p->opens = open;
		open = opens(open, p->word);
		if (p->word->class > CLASS_LOWER)
			p->seen = entity_sight(s, p->word->lower)->seen;
	}
	for (i = 0; i < count; i++)
		if (capital(places[i].word) &&
		    places[i].word->known & GAZETTEER_PREFIX)
			mark_phrases(s->words->gazetteer, places, count, i);
	mark_runs(places, count);
}

void
entity_warm(const struct entity_place *places, size_t count, enum entity_case c,
    bool *warm)
{
	size_t i, k, next = 0;

	memset(warm, c != CASE_NORMAL, count * sizeof *warm);
	for (i = 0; i < count; i++) {
		if (!capital(places[i].word))
			continue;
		k = i >= ENTITY_WARM ? i - ENTITY_WARM : 0;
		for (k = k < next ? next : k; k <= i + ENTITY_WARM && k < count;
		     k++)
			warm[k] = true;
		next = k;
	}
}

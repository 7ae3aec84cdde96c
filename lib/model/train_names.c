/* train_names - what lists and corpora know of words */
#include "train_names.h"

#include <string.h>

#include "corpus.h"
#include "die.h"
#include "entity_mention.h"
#include "entity_model.h"
#include "entity_token.h"

enum { WORD_SLOTS = 1 << 20 };

static const struct str classes[] = { STR_INIT("country"), STR_INIT("capital"),
	STR_INIT("city"), STR_INIT("admin1"), STR_INIT("norp"),
	STR_INIT("first"), STR_INIT("last"), STR_INIT("title"),
	STR_INIT("region"), STR_INIT("organisation") };

static const struct {
	struct str class;
	uint32_t bits;
} place_classes[] = {
	{ STR_INIT("country"), PLACE_COUNTRY },
	{ STR_INIT("city"), PLACE_CITY },
	{ STR_INIT("capital"), PLACE_CITY },
	{ STR_INIT("region"), PLACE_REGION },
	{ STR_INIT("admin1"), PLACE_REGION },
	{ STR_INIT("natural"), PLACE_NATURAL },
	{ STR_INIT("norp"), PLACE_PEOPLE },
};

static uint32_t place_bits(struct str class)
{
	size_t i;

	for (i = 0; i < sizeof place_classes / sizeof *place_classes; i++)
		if (str_eq(class, place_classes[i].class))
			return place_classes[i].bits;
	return 0;
}

/* Places of the list of names that are not among those. */
static void
know_place(struct knowledge *k, struct str class, struct str name)
{
	struct gazetteer g = { k->places, PLACE_SLOTS - 1, NULL };
	uint32_t bits = place_bits(class);

	if (bits && bits != PLACE_PEOPLE && !entity_place_find(&g, name))
		entity_place_add(
		    k->places, PLACE_SLOTS - 1, name, bits, STR("-"));
}

static void
know(struct knowledge *k, uint64_t phrase, uint32_t bits)
{
	if (k->used * 20 > (size_t)NAME_SLOTS * 19)
		die(k->arena->os, 0, "too many names");
	k->used += gazetteer_add(k->slots, NAME_SLOTS - 1, phrase, bits);
}

/* Adds a name, and all its beginnings as such. */
static void
know_name(struct knowledge *k, struct str name, uint32_t bits)
{
	struct arena *scratch = arena_scratch(k->arena);
	struct gazetteer none = { k->slots, NAME_SLOTS - 1, NULL };
	struct token *tokens;
	struct entity_word w;
	uint64_t phrase = 0;
	size_t count, i;

	arena_reset(scratch);
	tokens = token_split(scratch, name, &count);
	count = entity_join(name, tokens, count);
	for (i = 0; i < count; i++) {
		entity_word(&w, &none,
		    str_slice(name, tokens[i].start, tokens[i].end),
		    tokens[i].type, tokens[i].flags, CASE_NORMAL);
		phrase = gazetteer_phrase(phrase, w.word);
		know(k, phrase, i + 1 < count ? GAZETTEER_PREFIX : bits);
	}
}

/* Our own lists: name TAB class TAB 0 TAB country. */
static void
read_places(struct knowledge *k, struct str file)
{
	while (file.n) {
		struct str line = str_cut(&file, '\n');
		struct str name = str_cut(&line, '\t');
		struct str class = str_cut(&line, '\t');

		str_cut(&line, '\t');
		if (str_eq(class, STR("org"))) {
			know_name(k, name, 1u << 9);
			continue;
		}
		entity_place_add(
		    k->places, PLACE_SLOTS - 1, name, place_bits(class), line);
	}
}

static void
read_names(struct knowledge *k, struct str file)
{
	while (file.n) {
		struct str line = str_cut(&file, '\n');
		struct str class = str_cut(&line, '\t');
		size_t i;

		for (i = 0; i < sizeof classes / sizeof *classes; i++)
			if (str_eq(class, classes[i]) && line.n)
				know_name(k, line, 1u << i);
		know_place(k, class, line);
	}
}

/* The bits of a path, the first one highest. */
static uint16_t
path_of(struct str bits)
{
	unsigned path = 0;
	size_t i;

	for (i = 0; i < bits.n && i < 16; i++)
		path |= (bits.s[i] == '1' ? 1u : 0u) << (15 - i);
	return (uint16_t)path;
}

static void
read_clusters(struct knowledge *k, struct str file)
{
	struct str before = { 0 };
	uint32_t number = 0;

	while (file.n) {
		struct str line = str_cut(&file, '\n');
		struct str bits = str_cut(&line, '\t');
		struct str word = str_cut(&line, '\t');

		if (!str_eq(bits, before))
			number++;
		before = bits;
		if (number < 512 && str_eq(bits, before))
			k->paths[number] = path_of(bits);
		if (number < 512 && word.n < ENTITY_LOWER)
			know(k, gazetteer_phrase(0, gazetteer_word(word)),
			    number << GAZETTEER_CLUSTER);
	}
}

/* ---- files ------------------------------------------------------------- */

enum sort { CORPUS, NAMES, CLUSTERS, PLACES };

static enum sort
sort_of(struct str file)
{
	struct str line = str_cut(&file, '\n'), rest;
	size_t i;

	while (line.n == 0 && file.n)
		line = str_cut(&file, '\n');
	if (str_starts(line, STR("#")) || str_starts(line, STR("-DOC")) ||
	    str_starts(line, STR("{")))
		return CORPUS;
	rest = line;
	str_cut(&rest, '\t');
	rest = str_cut(&rest, '\t');
	if (place_bits(rest) || str_eq(rest, STR("org")))
		return PLACES;
	line = str_cut(&line, '\t');
	for (i = 0; i < line.n && (line.s[i] == '0' || line.s[i] == '1'); i++)
		;
	if (line.n && i == line.n)
		return CLUSTERS;
	for (i = 0; i < sizeof classes / sizeof *classes; i++)
		if (str_eq(line, classes[i]))
			return NAMES;
	return CORPUS;
}

/* ---- how words are written --------------------------------------------- */

/* Counts of a word, not at the start of a sentence. */
struct writing {
	uint64_t word;
	uint32_t counts[4]; /* by what GAZETTEER_USUAL says */
};

static struct writing *
writing_of(struct writing *w, uint64_t word)
{
	uint64_t at = word;

	while (w[at & (WORD_SLOTS - 1)].word &&
	       w[at & (WORD_SLOTS - 1)].word != word)
		at++;
	return &w[at & (WORD_SLOTS - 1)];
}

static void
count_text(struct writing *w, struct arena *a, const struct gazetteer *g,
    struct str text)
{
	static const uint8_t usual[CLASSES] = {
		[CLASS_LOWER] = 1, [CLASS_TITLE] = 2, [CLASS_CAPITALS] = 3
	};
	struct entity_word word;
	struct token *tokens;
	bool open = true;
	size_t count, i;

	tokens = token_split(a, text, &count);
	count = entity_join(text, tokens, count);
	if (entity_case(text, tokens, count) != CASE_NORMAL)
		return;
	for (i = 0; i < count; i++) {
		entity_word(&word, g,
		    str_slice(text, tokens[i].start, tokens[i].end),
		    tokens[i].type, tokens[i].flags, CASE_NORMAL);
		if (!open && usual[word.class]) {
			struct writing *x = writing_of(w, word.word);

			x->word = word.word;
			x->counts[usual[word.class]]++;
		}
		open =
		    word.role == ROLE_STOP || (open && word.role == ROLE_QUOTE);
	}
}

/* Most words of a language are written in one way: which, for each that is
 * seen twice or more in the corpora. */
static void
know_writing(struct knowledge *k, const struct writing *w)
{
	size_t i;

	for (i = 0; i < WORD_SLOTS; i++) {
		const uint32_t *c = w[i].counts;
		uint32_t all = c[1] + c[2] + c[3];
		uint32_t usual = c[1] * 2 > all ? 1u : c[3] * 2 > all ? 3u : 2u;

		if (all >= 2 && k->used * 20 < (size_t)NAME_SLOTS * 19)
			know(k, gazetteer_phrase(0, w[i].word),
			    usual << GAZETTEER_USUAL |
				(c[1] * 20 > all && c[1] * 20 < all * 19
					? GAZETTEER_MIXED
					: 0));
	}
}

static void
count_writing(struct knowledge *k, const struct training *t)
{
	struct writing *w = ARENA_ARRAY(t->arena, struct writing, WORD_SLOTS);
	struct gazetteer g = { k->slots, NAME_SLOTS - 1, NULL };
	struct arena a;
	bool first = true;
	size_t i, n;

	arena_init(&a, t->arena->os);
	for (i = 0; i < t->count; i++) {
		struct str file = t->files[i].bytes;
		struct corpus_document d;

		unsigned types = corpus_types(file);

		if (sort_of(file) != CORPUS)
			continue;
		for (;; arena_reset(&a)) {
			if (!corpus_next(&d, &a, &file, types, COPY_PLAIN))
				break;
			k->documents += first;
			k->types |= d.types;
			for (n = 0; n < d.count; n++)
				count_text(w, &a, &g, d.texts[n]);
		}
		first = false;
	}
	arena_free(&a);
	know_writing(k, w);
}

/* ---- all --------------------------------------------------------------- */

/* What the model that is built in knows: for a user who has no lists. */
static void
know_builtin(struct knowledge *k)
{
	struct entity_model m;
	const char *why;
	size_t i;

	if (!entity_model_builtin(&m, &why) ||
	    m.gazetteer.mask != NAME_SLOTS - 1 ||
	    m.places.mask != PLACE_SLOTS - 1)
		return;
	memcpy(k->slots, m.gazetteer.slots, NAME_SLOTS * sizeof *k->slots);
	memcpy(k->places, m.places.slots, PLACE_SLOTS * sizeof *k->places);
	memcpy(k->paths, m.gazetteer.paths, sizeof k->paths);
	for (i = 0; i < NAME_SLOTS; i++)
		k->used += k->slots[i] != 0;
}

/* Reads all lists, the places first. */
static void
read_lists(struct knowledge *k, const struct training *t)
{
	bool none = true;
	size_t i;

	for (i = 0; i < t->count; i++)
		if (sort_of(t->files[i].bytes) != CORPUS)
			none = false;
	if (none)
		know_builtin(k);
	for (i = 0; i < t->count; i++)
		if (sort_of(t->files[i].bytes) == PLACES)
			read_places(k, t->files[i].bytes);
	for (i = 0; i < t->count; i++)
		if (sort_of(t->files[i].bytes) == NAMES)
			read_names(k, t->files[i].bytes);
		else if (sort_of(t->files[i].bytes) == CLUSTERS)
			read_clusters(k, t->files[i].bytes);
}

bool
train_is_corpus(struct str file)
{
	return sort_of(file) == CORPUS;
}

void
train_names(struct knowledge *k, const struct training *t)
{
	k->arena = t->arena;
	k->slots = ARENA_ARRAY(t->arena, uint64_t, NAME_SLOTS);
	k->places = ARENA_ARRAY(t->arena, uint64_t, PLACE_SLOTS);
	read_lists(k, t);
	count_writing(k, t);
}

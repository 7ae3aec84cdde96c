/* train_ents - learns what names look like, for nf-ents */
#include "train_ents.h"

#include <string.h>

#include "corpus.h"
#include "die.h"
#include "entity_mention.h"
#include "entity_model.h"
#include "entity_scan.h"
#include "entity_token.h"
#include "model.h"
#include "tagger_train.h"
#include "utf8.h"
#include <stdlib.h>

/* ---- names and clusters ------------------------------------------------ */

enum { NAME_SLOTS = 1 << 18, WORD_SLOTS = 1 << 20, PLACE_SLOTS = 1 << 16 };

static const struct str classes[] = { STR_INIT("country"),
	STR_INIT("capital"), STR_INIT("city"), STR_INIT("admin1"),
	STR_INIT("norp"), STR_INIT("first"), STR_INIT("last"),
	STR_INIT("title"), STR_INIT("region"), STR_INIT("organisation") };

struct knowledge {
	struct arena *arena;
	uint64_t *slots;  /* [NAME_SLOTS] */
	uint64_t *places; /* [PLACE_SLOTS] */
	size_t used;
	uint16_t paths[512]; /* of clusters */
	unsigned types;      /* a bit for each type that some corpus labels */
};

static const struct {
	struct str class;
	uint32_t bits;
} place_classes[] = {
	{ STR_INIT("country"), PLACE_COUNTRY }, { STR_INIT("city"), PLACE_CITY },
	{ STR_INIT("capital"), PLACE_CITY }, { STR_INIT("region"), PLACE_REGION },
	{ STR_INIT("admin1"), PLACE_REGION },
	{ STR_INIT("natural"), PLACE_NATURAL }, { STR_INIT("norp"), PLACE_PEOPLE },
};

static uint32_t
place_bits(struct str class)
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
		entity_place_add(k->places, PLACE_SLOTS - 1, name, bits,
		    STR("-"));
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
		entity_place_add(k->places, PLACE_SLOTS - 1, name,
		    place_bits(class), line);
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
	static const uint8_t usual[CLASSES] = { [CLASS_LOWER] = 1,
		[CLASS_TITLE] = 2, [CLASS_CAPITALS] = 3 };
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
		open = word.role == ROLE_STOP ||
		    (open && word.role == ROLE_QUOTE);
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
			k->types |= d.types;
			for (n = 0; n < d.count; n++)
				count_text(w, &a, &g, d.texts[n]);
		}
	}
	arena_free(&a);
	know_writing(k, w);
}

/* ---- features ---------------------------------------------------------- */

struct reader {
	const struct training *t;
	struct train_data *data;
	struct arena arena; /* of one document */
	struct entity_words words;
	struct str sets[TRAIN_CORPORA];
	unsigned set_count;
	unsigned types; /* that some corpus labels: others are no names */
};

static unsigned
set_of(struct reader *r, struct str name)
{
	unsigned i;

	for (i = 0; i < r->set_count; i++)
		if (str_eq(r->sets[i], name))
			return i;
	if (r->set_count == TRAIN_CORPORA)
		return TRAIN_CORPORA - 1;
	r->sets[r->set_count] = arena_copy(r->t->arena, name);
	return r->set_count++;
}

/* The labels that a token may have: the given one, and all those of types
 * that the document does not label where it is outside. */
static uint16_t
allowed(unsigned types, unsigned type, unsigned label)
{
	unsigned bits = 1u << label, i;

	for (i = 1; i < TAGGER_LABELS; i++) {
		unsigned other = tagger_labels[i].type;

		if (types & 1u << other)
			continue;
		if (type == TYPE_OUTSIDE ||
		    (type == TYPE_MISC && other == TYPE_NORP) ||
		    (type != TYPE_PERSON && other == TYPE_FACILITY))
			bits |= 1u << i;
	}
	return (uint16_t)bits;
}

/* Labels of the tokens of text number n, from the names of the document. */
static void
gold(const struct corpus_document *d, const struct entity_text *t, size_t n,
    size_t *name, uint16_t *out)
{
	size_t i = 0, k;

	while (i < t->count) {
		const struct corpus_name *x;

		while (*name < d->name_count &&
		    (d->names[*name].text < n ||
			(d->names[*name].text == n &&
			    d->names[*name].end <= t->tokens[i].start)))
			++*name;
		x = &d->names[*name];
		if (*name == d->name_count || x->text != n ||
		    t->tokens[i].start < x->start) {
			out[i++] = allowed(d->types, TYPE_OUTSIDE, 0);
			continue;
		}
		for (k = i; k < t->count && t->tokens[k].start < x->end; k++)
			;
		for (; i < k; i++) {
			bool first = i == 0 || t->tokens[i - 1].start < x->start;
			unsigned tag = first ? (i + 1 == k ? TAG_U : TAG_B)
			    : i + 1 == k     ? TAG_L
					     : TAG_I;

			out[i] = allowed(d->types, x->type,
			    tagger_label(x->type, tag));
		}
	}
}

static void
add_piece(struct reader *r, const struct entity_text *t,
    const struct entity_place *places, struct entity_entry *const *entries,
    size_t count, const uint16_t *labels, unsigned corpus)
{
	bool warm[ENTITY_PIECE];
	uint32_t f[ENTITY_WORD_FEATURES + ENTITY_PLACE_FEATURES];
	size_t i, k, n, run = 0;
	int at;

	entity_warm(places, count, t->kind, warm);
	for (i = 0; i < count; i++) {
		if (!warm[i]) {
			if (run)
				train_sequence(r->data, run, corpus);
			run = 0;
			continue;
		}
		for (at = -ENTITY_REACH; at <= ENTITY_REACH; at++) {
			size_t j = i + (size_t)at;

			if (at < 0 ? i < (size_t)-at : j >= count)
				continue;
			n = entity_word_features(f, &entries[j]->word, t->kind,
			    at);
			for (k = 0; k < n; k++)
				train_feature(r->data, f[k]);
		}
		n = entity_place_features(f, places, count, i, t->kind);
		for (k = 0; k < n; k++)
			train_feature(r->data, f[k]);
		train_token(r->data, labels[i]);
		run++;
	}
	if (run)
		train_sequence(r->data, run, corpus);
}

static void
add_document(struct reader *r, struct corpus_document *d)
{
	static struct entity_place places[ENTITY_PIECE];
	static struct entity_entry *entries[ENTITY_PIECE];
	struct entity_scan s;
	unsigned corpus = set_of(r, d->set);
	size_t i, from, end, name = 0;

	d->types |= ~r->types;
	entity_scan(&s, &r->arena, &r->words, d->texts, d->count);
	for (i = 0; i < d->count; i++) {
		const struct entity_text *t = &s.texts[i];
		uint16_t *labels = ARENA_ARRAY(&r->arena, uint16_t,
		    t->count + 1);

		gold(d, t, i, &name, labels);
		for (from = 0; from < t->count; from = end) {
			end = from + ENTITY_PIECE < t->count
			    ? from + ENTITY_PIECE
			    : t->count;
			entity_places(&s, t, from, end, places, entries);
			add_piece(r, t, places, entries, end - from,
			    labels + from, corpus);
		}
	}
}

/* All documents of a file; of the target some again in other cases. */
static void
add_file(struct reader *r, struct str file, bool target)
{
	unsigned types = corpus_types(file);
	struct corpus_document d;

	while (file.n) {
		struct str again = file;

		arena_reset(&r->arena);
		if (!corpus_next(&d, &r->arena, &file, types, COPY_PLAIN))
			return;
		add_document(r, &d);
		if (!target)
			continue;
		corpus_next(&d, &r->arena, &again, types,
		    str_hash(d.id) % 2 ? COPY_UPPER : COPY_TITLE);
		add_document(r, &d);
	}
}

/* ---- the model --------------------------------------------------------- */

static float
largest(const float *w)
{
	float most = 0;
	size_t i;

	for (i = 0; i < TAGGER_LABELS; i++) {
		most = w[i] > most ? w[i] : most;
		most = -w[i] > most ? -w[i] : most;
	}
	return most;
}

static int
rounded(float x)
{
	return (int)(x < 0 ? x - 0.5f : x + 0.5f);
}

static void
put_row(struct tagger_bucket *buckets, uint32_t mask, uint32_t hash,
    const float *w)
{
	float most = largest(w) * TAGGER_UNIT;
	int scale = 1 + (int)(most / 127.5f), i, k;
	uint32_t at = hash;

	if (scale > 255)
		scale = 255;
	for (;; at++) {
		struct tagger_bucket *b = &buckets[at & mask];

		for (k = 0; k < 3; k++) {
			if (b->scales[k])
				continue;
			b->tags[k] = hash;
			b->scales[k] = (uint8_t)scale;
			for (i = 0; i < TAGGER_LABELS; i++) {
				int v = rounded(w[i] * TAGGER_UNIT /
				    (float)scale);

				b->weights[k][i] = (int8_t)(v > 127 ? 127
					: v < -127		    ? -127
								    : v);
			}
			return;
		}
		b->full = 1;
	}
}

/* The least size of a row to be kept, so that most rows at most are kept. */
static float
threshold(const struct train_result *r, size_t most)
{
	enum { STEPS = 4096 };
	size_t counts[STEPS + 1] = { 0 }, i, sum = 0;

	for (i = 1; i < r->rows; i++) {
		int step = (int)(largest(r->weights[i]) * 512);

		counts[step > STEPS ? STEPS : step]++;
	}
	for (i = STEPS; i > 8; i--) {
		sum += counts[i];
		if (sum > most)
			return (float)(i + 1) / 512;
	}
	return (float)8 / 512;
}

static struct str
write_model(const struct training *t, const struct train_result *r,
    const struct knowledge *k)
{
	enum { BUCKETS = 1 << 16 };
	struct tagger_bucket *buckets =
	    ARENA_ARRAY(t->arena, struct tagger_bucket, BUCKETS);
	int16_t moves[TAGGER_LABELS + 1][TAGGER_LABELS];
	float least = threshold(r, (size_t)BUCKETS * 3 * 9 / 10);
	uint32_t *present = ARENA_ARRAY(t->arena, uint32_t, TAGGER_PRESENT);
	size_t i, n = 0;
	unsigned a, b;

	for (i = 1; i < r->rows; i++)
		if (largest(r->weights[i]) >= least) {
			put_row(buckets, BUCKETS - 1, r->hashes[i],
			    r->weights[i]);
			present[r->hashes[i] >> 16] |=
			    1u << (r->hashes[i] >> 11 & 31);
			n++;
		}
	for (a = 0; a <= TAGGER_LABELS; a++)
		for (b = 0; b < TAGGER_LABELS; b++) {
			bool may = a == TAGGER_LABELS ? tagger_begins(b)
						      : tagger_move(a, b);

			moves[a][b] = (int16_t)(may
			    ? rounded(r->moves[a][b] * TAGGER_UNIT)
			    : -8000);
		}
	train_say(t, "rows kept", n);
	train_say(t, "names and words known", k->used);
	return model_write(t->arena, "ents",
	    (struct model_part[]){
		{ "moves", 2, moves, 17 * 16 },
		{ "names", 4, k->slots, NAME_SLOTS * 2 },
		{ "paths", 2, k->paths, 512 },
		{ "places", 4, k->places, PLACE_SLOTS * 2 },
		{ "present", 4, present, TAGGER_PRESENT },
		{ "rows", 4, buckets, BUCKETS * sizeof *buckets / 4 } },
	    6);
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

static float
env(const char *name, float value)
{
	const char *s = getenv(name);
	return s ? (float)atof(s) : value;
}

struct str
train_ents(const struct training *t)
{
	static const struct train_options plain = { .epochs = 10, .average = 4,
		.cutoff = 2, .rate = 0.1f, .drop = 0.2f };
	struct train_options options = plain;
	struct knowledge k = { .arena = t->arena };
	struct train_data data = { .os = t->arena->os };
	struct reader r = { .t = t, .data = &data };
	struct gazetteer g;
	struct train_result result;
	size_t i;

	options.epochs = (unsigned)env("EPOCHS", 10);
	options.average = (unsigned)env("AVERAGE", 5);
	options.cutoff = (unsigned)env("CUTOFF", 3);
	options.rate = env("RATE", 0.05f);
	options.drop = env("DROP", 0.6f);
	options.decay = env("DECAY", 0);
	options.verbose = t->verbose;
	k.slots = ARENA_ARRAY(t->arena, uint64_t, NAME_SLOTS);
	k.places = ARENA_ARRAY(t->arena, uint64_t, PLACE_SLOTS);
	read_lists(&k, t);
	count_writing(&k, t);
	r.types = k.types;
	g = (struct gazetteer){ k.slots, NAME_SLOTS - 1, k.paths };
	arena_init(&r.arena, t->arena->os);
	entity_words_init(&r.words, t->arena, &g);
	for (i = 0; i < t->count; i++)
		if (sort_of(t->files[i].bytes) == CORPUS)
			add_file(&r, t->files[i].bytes, r.set_count == 0);
	arena_free(&r.arena);
	result = tagger_train(&data, &options);
	return write_model(t, &result, &k);
}

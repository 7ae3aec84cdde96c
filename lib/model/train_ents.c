/* train_ents - learns what names look like, for nf-ents */
#include "train_ents.h"

#include <string.h>

#include "corpus.h"
#include "entity_scan.h"
#include "model.h"
#include "tagger_train.h"
#include "train_names.h"

/* ---- features ---------------------------------------------------------- */

struct reader {
	const struct training *t;
	struct train_data *data;
	struct arena arena; /* of one document */
	struct entity_words words;
	struct str sets[TRAIN_CORPORA];
	unsigned set_count;
	unsigned types; /* that some corpus labels: others are no names */
	struct entity_place places[ENTITY_PIECE];
	struct entity_entry *entries[ENTITY_PIECE];
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
			bool first =
			    i == 0 || t->tokens[i - 1].start < x->start;
			unsigned tag = first ? (i + 1 == k ? TAG_U : TAG_B)
				       : i + 1 == k ? TAG_L
						    : TAG_I;

			out[i] = allowed(
			    d->types, x->type, tagger_label(x->type, tag));
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
			n = entity_word_features(
			    f, &entries[j]->word, t->kind, at);
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
	struct entity_scan s;
	unsigned corpus = set_of(r, d->set);
	size_t i, from, end, name = 0;

	d->types |= ~r->types;
	entity_scan(&s, &r->arena, &r->words, d->texts, d->count);
	for (i = 0; i < d->count; i++) {
		const struct entity_text *t = &s.texts[i];
		uint16_t *labels =
		    ARENA_ARRAY(&r->arena, uint16_t, t->count + 1);

		gold(d, t, i, &name, labels);
		for (from = 0; from < t->count; from = end) {
			end = from + ENTITY_PIECE < t->count
				  ? from + ENTITY_PIECE
				  : t->count;
			entity_places(&s, t, from, end, r->places, r->entries);
			add_piece(r, t, r->places, r->entries, end - from,
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
put_row(
    struct tagger_bucket *buckets, uint32_t mask, uint32_t hash, const float *w)
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
				int v =
				    rounded(w[i] * TAGGER_UNIT / (float)scale);

				b->weights[k][i] = (int8_t)(v > 127    ? 127
							    : v < -127 ? -127
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
			put_row(
			    buckets, BUCKETS - 1, r->hashes[i], r->weights[i]);
			present[r->hashes[i] >> 16] |=
			    1u << (r->hashes[i] >> 11 & 31);
			n++;
		}
	for (a = 0; a <= TAGGER_LABELS; a++)
		for (b = 0; b < TAGGER_LABELS; b++) {
			bool may = a == TAGGER_LABELS ? tagger_begins(b)
						      : tagger_move(a, b);

			moves[a][b] = (int16_t)(may ? rounded(r->moves[a][b] *
							      TAGGER_UNIT)
						    : -8000);
		}
	train_say(t, "rows kept", n);
	train_say(t, "names and words known", k->used);
	return model_write(t->arena, "ents",
	    (struct model_part[]){ { "moves", 2, moves, 17 * 16 },
		{ "names", 4, k->slots, NAME_SLOTS * 2 },
		{ "paths", 2, k->paths, 512 },
		{ "places", 4, k->places, PLACE_SLOTS * 2 },
		{ "present", 4, present, TAGGER_PRESENT },
		{ "rows", 4, buckets, BUCKETS * sizeof *buckets / 4 } },
	    6);
}

/* ---- all --------------------------------------------------------------- */

struct str
train_ents(const struct training *t)
{
	/* Ridge, drop and costs: of seven sets, learnt without a seventh of
	 * the target's documents and scored on them, the two best were equal;
	 * ewn-dev was asked which finds more. The others are older. */
	static const struct train_options plain = { .epochs = 10,
		.average = 5,
		.cutoff = 3,
		.rate = 0.05f,
		.ridge = 2,
		.missed = 1,
		.invented = 0.5f,
		.mistaken = 0.5f,
		.drop = 0.6f };
	struct train_options options = plain;
	struct knowledge k = { 0 };
	struct train_data data = { .os = t->arena->os };
	struct reader r = { .t = t, .data = &data };
	struct gazetteer g;
	struct train_result result;
	size_t i;

	options.verbose = t->verbose;
	train_names(&k, t);
	r.types = k.types;
	g = (struct gazetteer){ k.slots, NAME_SLOTS - 1, k.paths };
	arena_init(&r.arena, t->arena->os);
	entity_words_init(&r.words, t->arena, &g);
	for (i = 0; i < t->count; i++)
		if (train_is_corpus(t->files[i].bytes))
			add_file(&r, t->files[i].bytes, r.set_count == 0);
	arena_free(&r.arena);
	result = tagger_train(&data, &options);
	return write_model(t, &result, &k);
}

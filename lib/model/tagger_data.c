/* tagger_data - labelled sequences, and numbers for their features */
#include "tagger_data.h"

#include <errno.h>
#include <string.h>

#include "die.h"

/* ---- data -------------------------------------------------------------- */

static void *
grown(const struct os *os, void *memory, size_t size)
{
	memory = os->resize(os->context, memory, size ? size : 1);
	if (!memory)
		die(os, ENOMEM, "memory:");
	return memory;
}

void *
train_memory(const struct os *os, size_t count, size_t size)
{
	return memset(grown(os, NULL, count * size), 0, count * size);
}

void
train_feature(struct train_data *d, uint32_t hash)
{
	if (d->feature_count == d->feature_room) {
		d->feature_room = d->feature_room ? d->feature_room * 2 : 4096;
		d->features = grown(
		    d->os, d->features, d->feature_room * sizeof *d->features);
	}
	d->features[d->feature_count++] = hash;
}

void
train_token(struct train_data *d, uint16_t allowed, const int16_t *base)
{
	if (d->tokens + 1 >= d->token_room) {
		d->token_room = d->token_room ? d->token_room * 2 : 4096;
		d->starts =
		    grown(d->os, d->starts, d->token_room * sizeof *d->starts);
		d->allowed = grown(
		    d->os, d->allowed, d->token_room * sizeof *d->allowed);
	}
	if (base && d->tokens >= d->base_room) {
		d->base_room = d->token_room;
		d->base = grown(d->os, d->base, d->base_room * sizeof *d->base);
	}
	if (!d->tokens)
		d->starts[0] = 0;
	if (base)
		memcpy(d->base[d->tokens], base, sizeof *d->base);
	d->allowed[d->tokens++] = allowed;
	d->starts[d->tokens] = d->feature_count;
}

void
train_sequence(
    struct train_data *d, size_t count, unsigned corpus, unsigned fold)
{
	if (d->count == d->sequence_room) {
		d->sequence_room =
		    d->sequence_room ? d->sequence_room * 2 : 256;
		d->sequences = grown(d->os, d->sequences,
		    d->sequence_room * sizeof *d->sequences);
	}
	d->sequences[d->count++] =
	    (struct train_sequence){ (uint32_t)(d->tokens - count),
		    (uint32_t)count, (uint16_t)corpus, (uint16_t)fold };
}

/* ---- rows -------------------------------------------------------------- */

struct slot {
	uint32_t hash, count, row;
};

struct table {
	struct slot *slots; /* [mask + 1] */
	size_t mask, used;
};

static struct slot *
slot_of(const struct table *t, uint32_t hash)
{
	size_t at = hash * (size_t)0x9e3779b1;

	for (;; at++) {
		struct slot *s = &t->slots[at & t->mask];

		if (!s->count || s->hash == hash)
			return s;
	}
}

static void
grow_table(const struct os *os, struct table *t)
{
	struct table more = { .mask = t->mask ? t->mask * 2 + 1 : 0xfffff };
	size_t i;

	more.slots = train_memory(os, more.mask + 1, sizeof *more.slots);
	more.used = t->used;
	for (i = 0; t->mask && i <= t->mask; i++)
		if (t->slots[i].count)
			*slot_of(&more, t->slots[i].hash) = t->slots[i];
	os->release(os->context, t->slots);
	*t = more;
}

/* Counts the features and numbers those that are seen often enough. */
static void
number_rows(struct train_data *d, unsigned cutoff)
{
	struct table t = { 0 };
	size_t i, k, to = 0;

	grow_table(d->os, &t);
	for (i = 0; i < d->feature_count; i++) {
		struct slot *s = slot_of(&t, d->features[i]);

		if (!s->count) {
			s->hash = d->features[i];
			t.used++;
		}
		s->count++;
		if (t.used * 3 > t.mask * 2)
			grow_table(d->os, &t);
	}
	d->rows = 1;
	d->hashes = grown(d->os, NULL, (t.used + 1) * sizeof *d->hashes);
	for (k = 0; k < d->tokens; k++) {
		size_t begin = d->starts[k];

		d->starts[k] = to;
		for (i = begin; i < d->starts[k + 1]; i++) {
			struct slot *s = slot_of(&t, d->features[i]);

			if (s->count < cutoff)
				continue;
			if (!s->row) {
				d->hashes[d->rows] = s->hash;
				s->row = (uint32_t)d->rows++;
			}
			d->features[to++] = s->row;
		}
	}
	d->starts[d->tokens] = d->feature_count = to;
	d->os->release(d->os->context, t.slots);
}

/* Gives each corpus its copies of the rows that occur in it. */
static void
number_copies(struct train_data *d)
{
	size_t i, k;

	for (i = 0; i < d->count; i++) {
		const struct train_sequence *s = &d->sequences[i];
		uint32_t **copy = &d->copies[s->corpus];

		if (!*copy)
			*copy = train_memory(d->os, d->rows, sizeof **copy);
		for (k = d->starts[s->first];
		     k < d->starts[s->first + s->count]; k++)
			if (!(*copy)[d->features[k]])
				(*copy)[d->features[k]] = (uint32_t)d->all++;
	}
}

void
train_rows(struct train_data *d, unsigned cutoff, bool copies)
{
	number_rows(d, cutoff);
	d->all = d->rows;
	if (copies)
		number_copies(d);
}

void
train_free(struct train_data *d)
{
	const struct os *os = d->os;
	size_t i;

	os->release(os->context, d->features);
	os->release(os->context, d->starts);
	os->release(os->context, d->allowed);
	os->release(os->context, d->base);
	os->release(os->context, d->sequences);
	os->release(os->context, d->hashes);
	for (i = 0; i < TRAIN_CORPORA; i++)
		os->release(os->context, d->copies[i]);
	*d = (struct train_data){ .os = os };
}

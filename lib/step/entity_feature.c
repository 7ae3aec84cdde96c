/* entity_feature - what the tagger looks at */
#include "entity_feature.h"

static inline uint32_t
one(uint32_t template, uint32_t a)
{
	return entity_hash(template, a, 0, 0);
}

static inline uint32_t
two(uint32_t template, uint32_t a, uint32_t b)
{
	return entity_hash(template, a, b, 0);
}

static inline uint32_t
three(uint32_t template, uint32_t a, uint32_t b, uint32_t c)
{
	return entity_hash(template, a, b, c);
}

/* Templates of one word: the distance is added, so eight apart. */
enum word_template {
	LOWER = 8,
	FORM = 16,
	SHAPE = 24,
	CLUSTER = 32,
	KNOWN = 64,
	KNOWN_ALL = 72,
	PREFIX = 80,
	SUFFIX = 120,
	LOWER_CLASS = 160,
	CLUSTER_CLASS = 168,
	KNOWN_CLASS = 176,
	LENGTH = 184,
	CLASS = 192,
	BIAS = 200,
	USUAL = 208
};

static uint32_t
cluster_of(const struct entity_word *w)
{
	return w->known >> GAZETTEER_CLUSTER & 511;
}

size_t
entity_word_features(
    uint32_t *out, const struct entity_word *w, enum entity_case c, int at)
{
	uint32_t k = (uint32_t)(at + 2), bits;
	uint32_t class = w->class + CLASSES * (uint32_t)c;
	uint32_t cluster = cluster_of(w), known = w->known & GAZETTEER_CLASSES;
	size_t n = 0, i;

	out[n++] = one(LOWER + k, w->lower);
	out[n++] = one(CLASS + k, class);
	if (at >= -1 && at <= 1)
		out[n++] = two(SHAPE + k, w->shape, (uint32_t)c);
	if (cluster) {
		out[n++] = one(CLUSTER + k, cluster);
		out[n++] = one(CLUSTER + 16 + k, w->path >> 10);
		if (at >= -1 && at <= 1) {
			out[n++] = one(CLUSTER + 8 + k, w->path >> 12);
			out[n++] = one(CLUSTER + 24 + k, w->path >> 7);
			out[n++] = two(CLUSTER_CLASS + k, cluster, class);
		}
	}
	if (known) {
		out[n++] = two(KNOWN_ALL + k, known, w->class);
		for (i = 0, bits = at >= -1 && at <= 1 ? known : 0; bits;
		     i++, bits >>= 1)
			if (bits & 1)
				out[n++] = two(KNOWN + k, (uint32_t)i, class);
	}
	if (at >= -1 && at <= 1 && w->class != CLASS_SIGN) {
		if (w->suffix[2])
			out[n++] = one(SUFFIX + 16 + k, w->suffix[2]);
		if (at && w->suffix[1])
			out[n++] = one(SUFFIX + 8 + k, w->suffix[1]);
	}
	if (at >= -1 && at <= 1)
		out[n++] = three(USUAL + k, w->known >> GAZETTEER_USUAL & 7,
		    w->class, (uint32_t)c);
	if (at)
		return n;
	out[n++] = one(BIAS, 0);
	out[n++] = one(FORM, w->form);
	out[n++] = two(LOWER_CLASS, w->lower, class);
	out[n++] = two(LENGTH, w->length, class);
	for (i = 0; i < ENTITY_AFFIX; i++) {
		if (w->prefix[i])
			out[n++] = two(
			    PREFIX + 8 * (uint32_t)i, w->prefix[i], w->class);
		if (w->suffix[i])
			out[n++] = two(SUFFIX + 40 + 8 * (uint32_t)i,
			    w->suffix[i], w->class);
	}
	return n;
}

/* Templates of places. */
enum place_template {
	PAIR = 1000,
	CLASSES_OF = 1020,
	CLUSTERS = 1040,
	PHRASE = 1060,
	SEEN = 1080,
	RUN = 1100,
	OPENS = 1120,
	TRIPLE = 1140
};

static const struct entity_word nowhere = {
	.lower = 1, .shape = 1, .class = CLASSES
};

static const struct entity_word *
word_at(const struct entity_place *places, size_t count, size_t i, int at)
{
	if (at < 0 ? i < (size_t)-at : i + (size_t)at >= count)
		return &nowhere;
	return places[i + (size_t)at].word;
}

static size_t
phrase_features(uint32_t *out, const struct entity_place *p, int at)
{
	uint32_t k = (uint32_t)(at + 1), i;
	size_t n = 0;

	if (!(p->begins | p->inside | p->ends))
		return 0;
	out[n++] = three(PHRASE + k, p->begins, p->inside, p->ends);
	if (at)
		return n;
	for (i = 0; i < 10; i++) {
		uint32_t bit = 1u << i;
		uint32_t tag = (p->begins & bit ? 1u : 0) |
			       (p->inside & bit ? 2u : 0) |
			       (p->ends & bit ? 4u : 0);

		if (tag)
			out[n++] = three(PHRASE + 4, i, tag, p->word->class);
	}
	return n;
}

static size_t
seen_features(uint32_t *out, const struct entity_place *p, enum entity_case c)
{
	uint32_t class = p->word->class + CLASSES * (uint32_t)c, i;
	size_t n = 0;

	for (i = 0; i < 11; i++)
		if (p->seen & 1u << i)
			out[n++] = two(SEEN, i, class);
	out[n++] = three(SEEN + 1, p->seen & 3u, p->opens, class);
	out[n++] = three(SEEN + 2, p->seen & 0x1cu, p->run, class);
	out[n++] = three(SEEN + 3, p->seen & 0xe0u, p->opens, class);
	return n;
}

static size_t
run_features(
    uint32_t *out, const struct entity_place *places, size_t count, size_t i)
{
	const struct entity_place *p = &places[i];
	uint32_t length = p->run_last - p->run_first + 1;
	const struct entity_word *last, *before, *after;
	size_t n = 0;

	if (!p->run)
		return 0;
	last = places[p->run_last].word;
	before = word_at(places, count, p->run_first, -1);
	after = word_at(places, count, p->run_last, 1);
	if (length > 5)
		length = 5;
	out[n++] = three(RUN, p->run, length, p->word->class);
	if (length > 1) {
		out[n++] = two(RUN + 1, last->lower, p->run);
		out[n++] = two(RUN + 2, cluster_of(last), p->run);
		out[n++] =
		    two(RUN + 3, places[p->run_first].word->lower, p->run);
		out[n++] = two(RUN + 4, last->suffix[2], p->run);
	}
	out[n++] = two(RUN + 5, before->lower, p->run);
	out[n++] = two(RUN + 6, after->lower, p->run);
	out[n++] = three(RUN + 7, before->lower, after->lower, p->run);
	return n;
}

size_t
entity_place_features(uint32_t *out, const struct entity_place *places,
    size_t count, size_t i, enum entity_case c)
{
	const struct entity_place *p = &places[i];
	const struct entity_word *a = word_at(places, count, i, -2);
	const struct entity_word *b = word_at(places, count, i, -1);
	const struct entity_word *w = p->word;
	const struct entity_word *d = word_at(places, count, i, 1);
	const struct entity_word *e = word_at(places, count, i, 2);
	size_t n = 0;

	out[n++] = two(PAIR, b->lower, w->lower);
	out[n++] = two(PAIR + 1, w->lower, d->lower);
	out[n++] = two(PAIR + 3, b->lower, w->shape);
	out[n++] = two(PAIR + 4, w->shape, d->lower);
	out[n++] = three(CLASSES_OF, b->class, w->class, d->class);
	out[n++] = three(CLASSES_OF + 1, a->class * 16u + b->class, w->class,
	    d->class * 16u + e->class);
	if (w->class == CLASS_SIGN || w->class == CLASS_LOWER)
		goto phrases;
	out[n++] = three(PAIR + 2, b->lower, w->class, d->lower);
	out[n++] = three(PAIR + 5, a->lower, b->lower, w->class);
	out[n++] = three(PAIR + 6, d->lower, e->lower, w->class);
	out[n++] = three(CLUSTERS, cluster_of(b), cluster_of(w), w->class);
	out[n++] = three(CLUSTERS + 1, cluster_of(w), cluster_of(d), w->class);
	out[n++] = three(CLUSTERS + 2, cluster_of(b), cluster_of(d), w->class);
	out[n++] = three(CLUSTERS + 3, b->known & GAZETTEER_CLASSES,
	    w->known & GAZETTEER_CLASSES, w->class);
	out[n++] = three(CLUSTERS + 4, w->known & GAZETTEER_CLASSES,
	    d->known & GAZETTEER_CLASSES, w->class);
	out[n++] = three(OPENS, p->opens, w->class, (uint32_t)c);
	if (p->opens)
		out[n++] = three(OPENS + 1, d->lower, w->class, 1);
	out[n++] = three(OPENS + 2, w->known >> GAZETTEER_USUAL & 7, p->opens,
	    (uint32_t)(p->seen & 3u) * 16 + w->class);
	n += seen_features(out + n, p, c);
	n += run_features(out + n, places, count, i);
phrases:
	if (i)
		n += phrase_features(out + n, p - 1, -1);
	n += phrase_features(out + n, p, 0);
	if (i + 1 < count)
		n += phrase_features(out + n, p + 1, 1);
	return n;
}

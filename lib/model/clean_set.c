/* clean_set - labelled pages as examples for nf-clean's model
 *
 * The gold of a page is a text, not a choice of blocks. A piece of four words
 * or more is content when at least half of its runs of four words are in the
 * gold. A shorter one is content when a run of four words that holds it and
 * its neighbours' words is, or when it is a line of the gold.
 *
 * Weights of words and of class names are learnt by logistic regression. What
 * the trees get to see of them must not come from the page itself: hence the
 * folds. */
#include "clean_set.h"

#include <string.h>

#include "boilerplate_judge.h"
#include "boilerplate_lines.h"
#include "boost_train.h"
#include "charset.h"

enum { EPOCHS = 6, GRAM = 4 };

/* ---- gold ---------------------------------------------------------------- */

/* Runs of four words of a gold text, and its lines. */
struct gold {
	uint64_t *slots; /* [mask + 1] */
	uint64_t mask;
	size_t words;
};

static void
gold_add(struct gold *g, uint64_t hash)
{
	uint64_t i = (hash * 0x9e3779b97f4a7c15u) >> 20 & g->mask;

	while (g->slots[i] && g->slots[i] != hash)
		i = (i + 1) & g->mask;
	g->slots[i] = hash;
}

static bool
gold_has(const struct gold *g, uint64_t hash)
{
	uint64_t i = (hash * 0x9e3779b97f4a7c15u) >> 20 & g->mask;

	while (g->slots[i] && g->slots[i] != hash)
		i = (i + 1) & g->mask;
	return g->slots[i] == hash;
}

static void
gold_make(struct gold *g, struct arena *a, struct str text)
{
	uint64_t gram = 0;
	size_t at = 0;
	uint16_t word;
	struct str line;

	for (g->mask = 1024; g->mask < text.n; )
		g->mask *= 2;
	g->slots = ARENA_ARRAY(a, uint64_t, g->mask);
	g->mask--;
	while (measure_next(text, &at, &word)) {
		gram = gram << 16 | word;
		if (++g->words >= GRAM)
			gold_add(g, gram | 1);
	}
	while (text.n) {
		line = str_cut(&text, '\n');
		if (boilerplate_hash(line))
			gold_add(g, ~boilerplate_hash(line));
	}
}

struct words {
	uint16_t *hash; /* [count] of the whole page */
	size_t count, room;
	size_t *at;     /* [pieces + 1] where a piece's words begin */
};

static void
take_words(struct words *w, struct arena *a, const struct scene *s)
{
	size_t i;

	w->at = ARENA_ARRAY(a, size_t, s->count + 1);
	for (i = 0; i < s->count; i++) {
		size_t at = 0;
		uint16_t hash;

		w->at[i] = w->count;
		while (measure_next(scene_text(s, i), &at, &hash)) {
			if (w->count == w->room)
				w->hash = arena_grow(a, w->hash, w->count,
				    &w->room, sizeof *w->hash);
			w->hash[w->count++] = hash;
		}
	}
	w->at[s->count] = w->count;
}

/* The run of four words that begins at one. */
static uint64_t
gram_at(const struct words *w, size_t i)
{
	return (uint64_t)w->hash[i] << 48 | (uint64_t)w->hash[i + 1] << 32 |
	    (uint64_t)w->hash[i + 2] << 16 | w->hash[i + 3] | 1;
}

static bool
is_gold(const struct gold *g, const struct words *w, const struct scene *s,
    size_t piece)
{
	size_t from = w->at[piece], to = w->at[piece + 1], i, found = 0;

	if (to - from >= GRAM) {
		for (i = from; i + GRAM <= to; i++)
			found += gold_has(g, gram_at(w, i));
		return found * 2 >= to - from - GRAM + 1;
	}
	if (to == from)
		return false;
	for (i = to > GRAM ? to - GRAM : 0; i <= from && i + GRAM <= w->count;
	     i++)
		if (gold_has(g, gram_at(w, i)))
			return true;
	return to - from >= 2 &&
	    gold_has(g, ~boilerplate_hash(scene_text(s, piece)));
}

/* ---- loading ------------------------------------------------------------- */

static unsigned
fold_of(struct str name)
{
	return (unsigned)(str_hash(str_slice(name, 0, str_index(name, '~'))) %
	    FOLDS);
}

static struct str
base_name(struct str path)
{
	size_t i = path.n;

	while (i > 0 && path.s[i - 1] != '/')
		i--;
	return str_slice(path, i, path.n);
}

static void
load_pages(struct clean_set *s, const struct training *t)
{
	size_t i;

	s->docs = ARENA_ARRAY(s->arena, struct clean_doc, t->count);
	for (i = 0; i < t->count; i++) {
		struct str name = t->files[i].name, gold;
		const struct train_file *g;

		if (!str_ends(name, STR(".html")))
			continue;
		name.n -= 5;
		gold = arena_join(s->arena, (struct str[]){ name,
		    STR(".gold") }, 2);
		g = train_find(t, gold);
		if (!g)
			continue;
		s->docs[s->doc_count++] = (struct clean_doc){
			.name = base_name(name),
			.bytes = t->files[i].bytes,
			.gold = g->bytes,
			.fold = fold_of(base_name(name)),
		};
	}
}

/* Cuts a file of labelled lines into texts. */
static void
load_lines(struct clean_set *s, struct str bytes)
{
	struct clean_doc *d = NULL;
	char *text = arena_bytes(s->arena, bytes.n + 1);
	char *labels = arena_bytes(s->arena, bytes.n + 1);
	size_t room = s->doc_count;

	while (bytes.n) {
		struct str line = str_cut(&bytes, '\n');
		struct str name = str_cut(&line, '\t');

		str_cut(&line, '\t');
		if (!d || !str_eq(name, d->name)) {
			if (d) {
				text += d->bytes.n;
				labels += strlen(d->labels) + 1;
			}
			if (s->doc_count == room)
				s->docs = arena_grow(s->arena, s->docs,
				    s->doc_count, &room, sizeof *s->docs);
			d = &s->docs[s->doc_count++];
			d->name = name;
			d->fold = fold_of(name);
			d->bytes = (struct str){ text, 0 };
			d->labels = labels;
			labels[0] = '\0';
		}
		labels[strlen(d->labels) + 1] = '\0';
		labels[strlen(d->labels)] = line.n ? line.s[0] : '-';
		line = str_slice(line, 2, line.n);
		memcpy(text + d->bytes.n, line.s, line.n);
		text[d->bytes.n + line.n] = '\n';
		d->bytes.n += line.n + 1;
	}
}

struct scene *
clean_set_scene(const struct clean_set *set, const struct clean_doc *d,
    struct arena *a, unsigned fold)
{
	struct scene *s = ARENA_NEW(a, struct scene);
	struct html_page *p = NULL;
	struct block *blocks;
	size_t count, i;

	s->arena = a;
	s->lexica = set->lexica;
	s->weights.words = set->words[fold];
	s->weights.classes = set->classes[fold];
	if (set->html) {
		p = html_render(a, charset_decode(a, d->bytes, NULL));
		count = p->count;
		blocks = ARENA_ARRAY(a, struct block, count);
		for (i = 0; i < count; i++) {
			blocks[i].text = str_slice(p->text, p->blocks[i].start,
			    p->blocks[i].end);
			blocks[i].start = p->blocks[i].start;
			blocks[i].html = &p->blocks[i];
		}
	} else {
		blocks = lines_split(a, d->bytes, 0, &count);
	}
	s->blocks = blocks;
	s->html = p;
	judge_prepare(s, count);
	return s;
}

static void *
grow_to(struct clean_set *s, void *array, size_t size, size_t room)
{
	void *larger = arena_array(s->arena, room, size);

	if (s->count)
		memcpy(larger, array, s->count * size);
	return larger;
}

static void
make_room(struct clean_set *s)
{
	if (s->count + 1 < s->room)
		return;
	s->room = s->room ? s->room * 2 : 1 << 16;
	s->labels = grow_to(s, s->labels, sizeof *s->labels, s->room);
	s->weights = grow_to(s, s->weights, sizeof *s->weights, s->room);
	s->folds = grow_to(s, s->folds, sizeof *s->folds, s->room);
	s->word_at = grow_to(s, s->word_at, sizeof *s->word_at, s->room);
	s->class_at = grow_to(s, s->class_at, sizeof *s->class_at, s->room);
}

static uint16_t *
add_slots(struct arena *a, uint16_t *all, size_t n, size_t *room,
    const uint16_t *slots, size_t count)
{
	if (n + count > *room) {
		uint16_t *larger;

		*room = (n + count) * 2 + (1 << 18);
		larger = ARENA_ARRAY(a, uint16_t, *room);
		if (n)
			memcpy(larger, all, n * sizeof *all);
		all = larger;
	}
	memcpy(all + n, slots, count * sizeof *slots);
	return all;
}

/* The label of the line that an offset is in; *at and *line are where the
 * last one was found. */
static char
line_label(const struct clean_doc *d, size_t offset, size_t *at, size_t *line)
{
	for (; *at < offset; ++*at)
		*line += d->bytes.s[*at] == '\n';
	return d->labels[*line];
}

static void
add_piece(struct clean_set *set, struct clean_doc *d, const struct scene *s,
    size_t i, bool yes, double weight)
{
	uint16_t slots[300];
	size_t n, k = set->count;

	make_room(set);
	set->labels[k] = yes;
	set->weights[k] = (float)weight;
	set->folds[k] = (uint8_t)d->fold;
	n = scene_word_slots(&s->measures[i], slots, 300);
	set->word_slots = add_slots(set->arena, set->word_slots,
	    set->word_at[k], &set->word_room, slots, n);
	set->word_at[k + 1] = set->word_at[k] + n;
	n = 0;
	if (set->html)
		n = scene_class_slots(s->html,
		    s->blocks[s->pieces[i].block].html->node, slots, 300);
	set->class_slots = add_slots(set->arena, set->class_slots,
	    set->class_at[k], &set->class_room, slots, n);
	set->class_at[k + 1] = set->class_at[k] + n;
	set->count++;
	d->count++;
}

/* A root that is the same on each machine. */
static double
root(double x)
{
	double y = x > 1 ? x : 1;
	int i;

	for (i = 0; i < 40; i++)
		y = (y + x / y) / 2;
	return y;
}

/* What counts is the share of a page's words that is right: long pieces more,
 * but not by their length, and each page alike. */
static void
add_doc(struct clean_set *set, struct clean_doc *d, struct arena *a)
{
	struct scene *s = clean_set_scene(set, d, a, FOLDS);
	struct words words = { NULL, 0, 0, NULL };
	struct gold gold = { NULL, 0, 0 };
	double weight;
	size_t i, at = 0, line = 0;

	d->first = set->count;
	if (set->html) {
		gold_make(&gold, a, d->gold);
		take_words(&words, a, s);
	}
	for (i = 0; i < s->count; i++) {
		double n = s->measures[i].words;
		char label;

		if (set->html) {
			weight = root(n + 2) * 20 / root((double)gold.words +
			    100);
			add_piece(set, d, s, i, is_gold(&gold, &words, s, i),
			    weight);
			continue;
		}
		label = line_label(d, s->blocks[s->pieces[i].block].start,
		    &at, &line);
		add_piece(set, d, s, i, label == '1', label == '-' ? 0 :
		    1 + n / 15);
	}
}

struct clean_set *
clean_set_load(const struct training *t, bool html)
{
	struct clean_set *s = ARENA_NEW(t->arena, struct clean_set);
	struct arena page;
	size_t i;

	s->arena = t->arena;
	s->html = html;
	s->lexica = lexica_make(s->arena);
	if (html)
		load_pages(s, t);
	for (i = 0; !html && i < t->count; i++)
		if (str_ends(t->files[i].name, STR(".tsv")))
			load_lines(s, t->files[i].bytes);
	arena_init(&page, t->arena->os);
	for (i = 0; i < s->doc_count; i++) {
		add_doc(s, &s->docs[i], &page);
		arena_reset(&page);
	}
	arena_free(&page);
	train_say(t, "pages", s->doc_count);
	train_say(t, "pieces", s->count);
	return s;
}

/* ---- weights of words and class names ------------------------------------ */

struct regression {
	const size_t *at;       /* [count + 1] */
	const uint16_t *slots;
	size_t size;            /* of the table */
	double *weights, *squares; /* [size] */
	double bias;
};

static void
see(struct regression *r, const struct clean_set *s, size_t i)
{
	double score = r->bias, g;
	size_t k;

	for (k = r->at[i]; k < r->at[i + 1]; k++)
		score += r->weights[r->slots[k]];
	g = s->weights[i] * (s->labels[i] - boost_sigmoid(score));
	r->bias += 0.002 * g;
	for (k = r->at[i]; k < r->at[i + 1]; k++) {
		double *w = &r->weights[r->slots[k]];
		double step = g - 0.002 * *w;
		double *q = &r->squares[r->slots[k]];

		*q += step * step;
		*w += 0.15 * step / (1e-3 + root(*q + 1e-9));
	}
}

/* Learns a table without a fold (FOLDS: of all), as the model holds it. */
static int8_t *
learn(const struct clean_set *s, const size_t *at, const uint16_t *slots,
    size_t size, unsigned without)
{
	struct regression r = { .at = at, .slots = slots, .size = size };
	int8_t *table = ARENA_ARRAY(s->arena, int8_t, size);
	struct arena a;
	size_t i, epoch;

	arena_init(&a, s->arena->os);
	r.weights = ARENA_ARRAY(&a, double, size);
	r.squares = ARENA_ARRAY(&a, double, size);
	for (epoch = 0; epoch < EPOCHS; epoch++)
		for (i = 0; i < s->count; i++) {
			/* a fixed walk through all, far from page order */
			size_t k = (size_t)((uint64_t)i * 7919 % s->count);

			if (s->folds[k] != without && s->weights[k] > 0)
				see(&r, s, k);
		}
	for (i = 0; i < size; i++) {
		double w = r.weights[i] * WEIGHT_ONE;

		w = w > 127 ? 127 : w < -127 ? -127 : w;
		table[i] = (int8_t)(w < 0 ? w - 0.5 : w + 0.5);
	}
	arena_free(&a);
	return table;
}

void
clean_set_learn(struct clean_set *s)
{
	struct arena page;
	unsigned fold;
	size_t i, k;

	for (fold = 0; fold <= FOLDS; fold++) {
		s->words[fold] = learn(s, s->word_at, s->word_slots,
		    WORD_SLOTS, fold);
		if (s->html)
			s->classes[fold] = learn(s, s->class_at,
			    s->class_slots, CLASS_SLOTS, fold);
	}
	s->features = ARENA_ARRAY(s->arena, int16_t, s->count * FEATURES);
	arena_init(&page, s->arena->os);
	for (i = 0; i < s->doc_count; i++) {
		struct clean_doc *d = &s->docs[i];
		struct scene *scene = clean_set_scene(s, d, &page, d->fold);

		for (k = 0; k < d->count; k++)
			scene_features(scene, k, s->features +
			    (d->first + k) * FEATURES);
		arena_reset(&page);
	}
	arena_free(&page);
}

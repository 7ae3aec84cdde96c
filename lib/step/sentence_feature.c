/* sentence_feature - a gap as the model sees it
 *
 * A feature is a template and what it found: "left word: corp", "class of the
 * left word and share of lower case of the right one: CORP, 7". Words are
 * known by their hashes. What makes the model sure about words that it has
 * never seen in training are the templates without words: shapes, classes,
 * and the figures counted in raw text. */
#include "sentence_feature.h"

#include "linear.h"

struct list {
	uint32_t *features; /* [n] */
	uint32_t template;  /* counts up */
	size_t n;
};

static void
one(struct list *l, uint32_t value)
{
	l->features[l->n++] = linear_feature(++l->template, value);
}

static void
two(struct list *l, uint32_t x, uint32_t y)
{
	one(l, linear_pair(x, y));
}

static void
three(struct list *l, uint32_t x, uint32_t y, uint32_t z)
{
	one(l, linear_pair(linear_pair(x, y), z));
}

/* Steps of a growing size. */
static uint32_t
step(size_t n)
{
	return n < 6 ? (uint32_t)n : n < 9 ? 6 : n < 14 ? 7 : n < 24 ? 8 : 9;
}

static uint32_t
length_of(const struct sword *w)
{
	return step(w->end - w->start);
}

/* The signs at the gap as one number. */
static uint32_t
signs(const struct view *v)
{
	const struct gap *g = &v->gap;

	return (uint32_t)g->terminator | (uint32_t)g->closed << 4 |
	    (uint32_t)g->opened << 8 | (uint32_t)g->apart << 12;
}

/* What the right word is like. */
static uint32_t
looks(const struct view *v)
{
	uint32_t follow = v->follow == '.' ? 1
	    : v->follow == ','		   ? 2
	    : v->follow == ' '		   ? 3
	    : v->follow == '\'' || v->follow == 0xe2 ? 4
					   : 5;

	return v->right.shape | follow << 4;
}

/* Whether all words of a class behave alike, so that what is learnt of one
 * is true of all. */
static bool
is_uniform(uint8_t class)
{
	return class == ABBREVIATION_CORP || class == ABBREVIATION_STATE ||
	    class == ABBREVIATION_COUNTRY || class == ABBREVIATION_MONTH ||
	    class == ABBREVIATION_DAY || class == ABBREVIATION_TITLE ||
	    class == ABBREVIATION_FIRST;
}

size_t
sentence_features(const struct view *v,
    uint32_t features[SENTENCE_FEATURES])
{
	const struct sword *l = &v->left, *r = &v->right;
	const struct sword *k = &v->left2, *s = &v->right2;
	struct list f = { .features = features };
	uint32_t mark = signs(v), look = looks(v);
	uint32_t known = l->class | (uint32_t)l->shape << 5;
	uint32_t counted = r->lower | (uint32_t)r->shape << 3;
	uint32_t word = is_uniform(l->class) ? l->class : l->hash;
	uint32_t sofar = step(v->lowers) | (v->words < 4 ? v->words << 4 : 64);

	one(&f, mark);
	one(&f, word);
	one(&f, known);
	one(&f, l->stopped | (uint32_t)l->shape << 3);
	one(&f, length_of(l) | (uint32_t)l->shape << 4);
	one(&f, r->hash);
	one(&f, look);
	one(&f, counted);
	one(&f, s->shape | (uint32_t)s->lower << 4);
	one(&f, r->class);
	one(&f, k->shape);
	one(&f, k->hash);
	two(&f, mark, look);
	two(&f, mark, l->shape);
	three(&f, mark, r->shape, v->quoted | v->bracketed << 1);
	two(&f, mark, r->hash);
	two(&f, known, look);
	two(&f, known, counted);
	two(&f, known, r->hash);
	two(&f, known, s->shape);
	two(&f, known, sofar);
	two(&f, known, r->class);
	two(&f, known, k->shape);
	three(&f, known, counted, s->shape);
	two(&f, word, r->shape);
	two(&f, word, counted);
	two(&f, word, r->hash);
	two(&f, l->stopped | (uint32_t)l->shape << 3, counted);
	two(&f, l->stopped, look);
	three(&f, length_of(l) | (uint32_t)l->vowel << 4, l->shape,
	    r->shape);
	three(&f, l->shape, k->shape, r->shape);
	two(&f, counted, s->shape | (uint32_t)s->lower << 4);
	three(&f, counted, s->shape, l->class);
	two(&f, r->hash, s->shape);
	three(&f, sofar, r->shape, mark);
	two(&f, sofar, counted);
	three(&f, v->quoted, v->bracketed, r->shape);
	two(&f, l->stopped | (uint32_t)l->class << 3, counted);
	two(&f, known, r->hash == k->hash);
	two(&f, known, (uint32_t)r->starter << 8 | counted);
	three(&f, known, (uint32_t)r->starter << 8 | counted, s->shape);
	three(&f, l->class, r->starter, s->shape);
	three(&f, known, r->starter, k->hash);
	two(&f, mark, (uint32_t)r->starter << 8 | counted);
	one(&f, s->hash);
	two(&f, mark, s->hash);
	three(&f, known, counted, s->shape | (uint32_t)s->lower << 4);
	if (v->gap.terminator == TERMINATOR_NOTHING) {
		uint32_t byte = (unsigned char)v->text.s[v->gap.stop - 1];

		two(&f, byte, look);
		two(&f, byte, sofar);
		three(&f, byte, l->shape, counted);
		two(&f, k->hash, l->hash);
		three(&f, l->shape, r->shape, s->shape);
		three(&f, l->lower | (uint32_t)l->shape << 3, counted,
		    s->shape);
		two(&f, l->lower, counted);
		two(&f, l->hash, s->shape);
	}
	return f.n;
}

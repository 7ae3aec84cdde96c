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

/* What the gap is made of, as numbers that features are put together from. */
struct facts {
	uint32_t mark;    /* the signs */
	uint32_t known;   /* class and shape of the left word */
	uint32_t word;    /* the left word, or its class */
	uint32_t stopped; /* its shape and share of full stops */
	uint32_t look;    /* shape of the right word, and what follows */
	uint32_t counted; /* its shape and share of lower case */
	uint32_t first;   /* the same, and whether it often begins */
	uint32_t next;    /* shape and share of lower case of the one behind */
	uint32_t sofar;   /* length of the sentence so far */
	uint32_t quoted, bracketed; /* 1: it has one that is open */
};

static struct facts
facts_of(const struct view *v)
{
	const struct sword *l = &v->left, *r = &v->right, *s = &v->right2;
	struct sofar sofar = view_sofar(v);
	struct facts x = {
		.mark = signs(v),
		.known = l->class | (uint32_t)l->shape << 5,
		.word = is_uniform(l->class) ? l->class : l->hash,
		.stopped = l->stopped | (uint32_t)l->shape << 3,
		.look = looks(v),
		.counted = r->lower | (uint32_t)r->shape << 3 |
		    (uint32_t)r->given << 7,
		.next = s->shape | (uint32_t)s->lower << 4,
		.sofar = step(sofar.lowers) |
		    (sofar.words < 4 ? sofar.words << 4 : 64),
		.quoted = sofar.quoted,
		.bracketed = sofar.bracketed,
	};

	x.first = (uint32_t)r->starter << 8 | x.counted;
	return x;
}

/* The words one by one. */
static void
single(struct list *f, const struct view *v, const struct facts *x)
{
	const struct sword *l = &v->left, *k = &v->left2;

	one(f, x->mark);
	one(f, x->word);
	one(f, x->known);
	one(f, x->stopped);
	one(f, length_of(l) | (uint32_t)l->shape << 4);
	one(f, v->right.hash);
	one(f, x->look);
	one(f, x->counted);
	one(f, x->next);
	one(f, v->right.class);
	one(f, k->shape);
	one(f, k->hash);
	one(f, v->right2.hash);
}

/* The left word beside others. */
static void
left(struct list *f, const struct view *v, const struct facts *x)
{
	const struct sword *l = &v->left, *r = &v->right;
	const struct sword *k = &v->left2, *s = &v->right2;

	two(f, x->known, x->look);
	two(f, x->known, x->counted);
	two(f, x->known, r->hash);
	two(f, x->known, s->shape);
	two(f, x->known, x->sofar);
	two(f, x->known, r->class);
	two(f, x->known, k->shape);
	two(f, x->known, r->hash == k->hash);
	two(f, x->known, x->first);
	three(f, x->known, x->first, s->shape);
	three(f, x->known, r->starter, k->hash);
	three(f, x->known, x->counted, s->shape);
	three(f, x->known, x->counted, x->next);
	three(f, l->class, r->starter, s->shape);
	two(f, x->word, r->shape);
	two(f, x->word, x->counted);
	two(f, x->word, r->hash);
	two(f, x->stopped, x->counted);
	two(f, l->stopped, x->look);
	two(f, l->stopped | (uint32_t)l->class << 3, x->counted);
	three(f, length_of(l) | (uint32_t)l->vowel << 4, l->shape, r->shape);
	three(f, l->shape, k->shape, r->shape);
}

/* The signs and the right word. */
static void
right(struct list *f, const struct view *v, const struct facts *x)
{
	const struct sword *r = &v->right, *s = &v->right2;

	two(f, x->mark, x->look);
	two(f, x->mark, v->left.shape);
	three(f, x->mark, r->shape, x->quoted + 2 * x->bracketed);
	two(f, x->mark, r->hash);
	two(f, x->mark, s->hash);
	two(f, x->mark, x->first);
	two(f, x->counted, x->next);
	three(f, x->counted, s->shape, v->left.class);
	two(f, r->hash, s->shape);
	three(f, x->sofar, r->shape, x->mark);
	two(f, x->sofar, x->counted);
	three(f, x->quoted, x->bracketed, r->shape);
}

/* Where there is no sign the left word tells more, and the byte at its end. */
static void
without_sign(struct list *f, const struct view *v, const struct facts *x)
{
	uint32_t byte = (unsigned char)v->text.s[v->gap.stop - 1];
	const struct sword *l = &v->left, *r = &v->right, *s = &v->right2;

	two(f, byte, x->look);
	two(f, byte, x->sofar);
	three(f, byte, l->shape, x->counted);
	two(f, v->left2.hash, l->hash);
	three(f, l->shape, r->shape, s->shape);
	three(f, l->lower | (uint32_t)l->shape << 3, x->counted, s->shape);
	two(f, l->lower, x->counted);
	two(f, l->hash, s->shape);
}

size_t
sentence_features(const struct view *v,
    uint32_t features[SENTENCE_FEATURES])
{
	struct list f = { .features = features };
	struct facts x = facts_of(v);

	single(&f, v, &x);
	left(&f, v, &x);
	right(&f, v, &x);
	if (v->gap.terminator == TERMINATOR_NOTHING)
		without_sign(&f, v, &x);
	return f.n;
}

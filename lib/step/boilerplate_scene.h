/* boilerplate_scene - a page with all that its pieces are judged by */
#ifndef NF_BOILERPLATE_SCENE_H
#define NF_BOILERPLATE_SCENE_H

#include "arena.h"
#include "boilerplate.h"
#include "boilerplate_measure.h"

enum feature {
#define FEATURE(name, meaning) FEATURE_##name,
#include "boilerplate_feature_list.h"
#undef FEATURE
	FEATURES
};

/* Hashed weights of words and class names: two tables. */
enum { WORD_SLOTS = 1 << 15, CLASS_SLOTS = 1 << 14, WEIGHT_ONE = 16 };

struct weights {
	const int8_t *words;   /* [WORD_SLOTS], 1 / WEIGHT_ONE each */
	const int8_t *classes; /* [CLASS_SLOTS] */
};

/* A node of the page, and all that is in it. */
struct node_sum {
	uint32_t words, prose; /* words; those of prose       */
	uint32_t bytes, linked;
	uint32_t count;        /* of pieces                   */
	uint32_t alike;        /* hash of element and classes */
	int32_t score, near;   /* of class names: see CLASS_* */
	uint16_t named;        /* groups of stems in class names, a set */
	uint16_t siblings;     /* elements like it in its parent */
	uint32_t siblings_prose; /* words of prose in them */
};

struct scene {
	struct arena *arena;
	const struct lexica *lexica;
	const struct block *blocks;
	const struct html_page *html; /* NULL: plain text */
	struct piece *pieces;         /* [count] */
	struct measure *measures;     /* [count] */
	struct word_score {
		int32_t score;
		bool known;
	} *word_scores;               /* [count] */
	uint32_t *words;              /* [count + 1] words before a piece */
	uint32_t *prose;              /* [count + 1] words of prose before */
	uint32_t *last_prose, *next_prose; /* [count] pieces away */
	uint32_t *own_run;            /* [count] words of the run it is in */
	uint8_t *topic;               /* [TOPICS] see boilerplate_around */
	uint16_t *titled;             /* [count] share of words in title */
	size_t count;
	size_t run_start, run_end;    /* the best run of prose */
	size_t run2_start, run2_end;  /* the stricter one */
	size_t title;                 /* the piece most like the title */
	uint32_t prose_total;         /* words of prose */
	uint32_t root;                /* the innermost node with half of it */
	struct node_sum *sums;        /* [html->node_count] */
	uint32_t *alike, *alike_path; /* [ALIKE] words of prose by hash */
	uint64_t *body;               /* [BODY / 64] hashes of JSON-LD words */
	uint32_t body_words;
	struct str description;
	struct weights weights;       /* NULL pointers: none */
};

/* The text of a piece. */
struct str scene_text(const struct scene *s, size_t i);

/* Whether a text ends as a sentence does. */
bool scene_ends(const struct measure *m);

/* Whether a piece looks like a sentence or more. */
bool scene_is_prose(const struct scene *s, size_t i);

/* Share of a piece's bytes that are links, of 1,000. */
unsigned scene_linked(const struct scene *s, size_t i);

/* The sum of the learnt weights of a piece's words. It is made when it is first
 * asked for: of plain text most pieces are clear without it. */
int32_t scene_score(const struct scene *s, size_t i);

/* Numbers as features: 16 * log2(1 + n); a share of 1,000; between limits; the
 * share of digits in a measured text. */
int16_t feature_log16(size_t n);
int16_t feature_share(uint64_t part, uint64_t whole);
int16_t feature_clip(int64_t value, int64_t limit);
int16_t feature_digits(const struct measure *m);

/* Of elements (boilerplate_nodes), and of what stands around a piece
 * (boilerplate_around): what is made once for a page, and the features. */
void nodes_make(struct scene *s);
void node_features(const struct scene *s, size_t i, int16_t *f);
void around_make(struct scene *s);
void around_features(const struct scene *s, size_t i, int16_t *f);

/* Prepares a page whose pieces are cut and measured. */
void scene_make(struct scene *s);

/* The features of a piece. */
void scene_features(const struct scene *s, size_t i, int16_t f[FEATURES]);

/* The hashes of what the weights are of, for training: at most max. */
size_t scene_word_slots(const struct measure *m, uint16_t *slots, size_t max);
size_t scene_class_slots(const struct html_page *p, uint32_t node,
    uint16_t *slots, size_t max);

#endif

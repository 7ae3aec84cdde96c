/* boilerplate_measure - what the words of a block tell */
#ifndef NF_BOILERPLATE_MEASURE_H
#define NF_BOILERPLATE_MEASURE_H

#include "arena.h"
#include "boilerplate.h"
#include "str.h"

/* How a text ends, and how it begins. */
enum edge {
	EDGE_NONE,
	EDGE_LOWER,
	EDGE_UPPER,
	EDGE_DIGIT,
	EDGE_STOP,     /* . and its like of other scripts      */
	EDGE_ASK,      /* ? !                                  */
	EDGE_COLON,
	EDGE_COMMA,    /* , ;                                  */
	EDGE_QUOTE,    /* a quotation mark, behind no stop     */
	EDGE_BRACKET,
	EDGE_ELLIPSIS,
	EDGE_OTHER
};

enum {
	MEASURED = 200,  /* bytes that stand for the whole */
	WORDS_MAX = 16   /* the first words, kept as features */
};

struct measure {
	uint32_t bytes;    /* of the text, without bullet and padding */
	uint32_t words;    /* a CJK character is half a word          */
	uint32_t letters;  /* in the sample                           */
	uint32_t sample;   /* words in the sample                     */
	uint32_t stops;    /* function words among them               */
	uint32_t capitals; /* words that begin with a capital         */
	uint32_t digits;   /* digits                                  */
	uint32_t commas;
	uint32_t sentences;/* stops followed by a blank and a capital */
	uint32_t signs;    /* | » › · • / and the like                */
	uint8_t first, last; /* enum edge */
	bool bullet;       /* it began with one                       */
	uint8_t cues[JUNKS];   /* the strongest cue of each class     */
	bool cued;             /* one of them is strong               */
	uint8_t cue_at_start;  /* the class of a cue that begins it   */
	uint8_t count;         /* of hashes                           */
	uint16_t hashes[WORDS_MAX]; /* [count] of the first words     */
	uint16_t content;      /* of these, a set: long, no function word */
	uint16_t tail;         /* hash of the last word in the sample */
	uint64_t hash;     /* boilerplate_hash of the text            */
	uint16_t repeats;  /* other pieces on the page with this hash */
};

struct lexica; /* function words and cues */

struct lexica *lexica_make(struct arena *forever);

/* The set of languages that the texts are in: one, or none that we know. */
uint32_t measure_language(const struct lexica *x, const struct str *texts,
    size_t count);

/* Measures a text; function words are those of the languages. */
void measure(const struct lexica *x, struct str text, uint32_t languages,
    struct measure *m);

/* The hash of the next word of a text at or after *at, which moves behind it;
 * false at the end. The same as in a measure. */
bool measure_next(struct str text, size_t *at, uint16_t *hash);

/* Whether a text begins with a word that begins a cue: else no measure of it
 * has a cue at its start. */
bool measure_begins(const struct lexica *x, struct str text);

/* The strength of the strongest cue that a text holds, its class in *junk:
 * the text as a whole is short. */
unsigned measure_cue(const struct lexica *x, struct str text, enum junk *junk);

#endif

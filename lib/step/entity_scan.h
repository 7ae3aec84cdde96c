/* entity_scan - a document as the tagger sees it
 *
 * First all texts are cut into tokens, and what the document shows of each
 * word is noted; then text by text (a long one in pieces) the tokens become
 * places, from which features are made. */
#ifndef NF_ENTITY_SCAN_H
#define NF_ENTITY_SCAN_H

#include "entity_feature.h"
#include "tagger.h"

enum {
	ENTITY_PIECE = 1024, /* tokens that are labelled at once */
	ENTITY_KEPT = 20480, /* words that are kept */
	ENTITY_SLOTS = 32768 /* of the table over them, a power of two */
};

/* A word that is kept, and the sums of the weights of its features: four lines
 * of the processor's cache. */
struct entity_entry {
	_Alignas(64) uint64_t key; /* of its form and case */
	uint32_t summed;	   /* bits of the sums that are made */
	uint32_t again;		   /* while the cache is emptied: it is kept */
	struct entity_word word;
	_Alignas(32) int16_t sums[5][16]; /* by distance from the token, -2
					     to 2 */
};

/* The words met last, of all documents. A cache: what is in it changes the
 * speed and nothing else. When it is full, between pieces, what was met only
 * once is put out. A slot is 48 bits of the key of a word, a bit that is set
 * when the word is met again, and the number of its entry. */
struct entity_words {
	const struct gazetteer *gazetteer;
	uint64_t *slots;	      /* [ENTITY_SLOTS] 0: free */
	struct entity_entry *entries; /* [ENTITY_KEPT] */
	size_t used;
	uint32_t emptied; /* so many times */
};

/* A text of the document. */
struct entity_text {
	struct str text;
	struct token *tokens; /* [count] joined */
	size_t count;
	enum entity_case kind;
	uint32_t emptied; /* the words had been so many times, when the hashes
			     of the tokens became numbers of their entries */

	/* for the tagger: made here, filled by it */
	uint8_t *labels;		  /* [count] */
	int16_t (*scores)[TAGGER_LABELS]; /* [count] */
};

/* What the document shows of a word. */
struct entity_sight {
	uint32_t lower; /* hash of its form in lower case; 0: free */
	uint16_t seen;	/* enum entity_seen */
	uint16_t count;
};

struct entity_scan {
	struct arena *arena;
	struct entity_words *words;
	struct entity_text *texts; /* [count] */
	size_t count;
	struct entity_sight *sights; /* [mask + 1] */
	size_t mask, used;
};

void entity_words_init(
    struct entity_words *w, struct arena *forever, const struct gazetteer *g);

/* Cuts the texts and notes what they show. All memory is the arena's. */
void entity_scan(struct entity_scan *s, struct arena *a,
    struct entity_words *words, const struct str *texts, size_t count);

/* The places of tokens from to before end of a text, at most ENTITY_PIECE.
 * Good until the next call. entries[i] belongs to places[i]. */
void
entity_places(struct entity_scan *s, const struct entity_text *t, size_t from,
    size_t end, struct entity_place *places, struct entity_entry **entries);

/* What the document shows of the word. */
const struct entity_sight *
entity_sight(const struct entity_scan *s, uint32_t lower);

/* Whether a name may be near: places that are not warm are no names. */
void entity_warm(const struct entity_place *places, size_t count,
    enum entity_case c, bool *warm);

#endif

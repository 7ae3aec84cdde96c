/* lexicon - a list of words that is looked up by the hash of a token
 *
 * The lists are TSV files in lib/data; lib/data/gen/words.awk makes each a
 * sorted C array of struct word. The table over them is built at start, in
 * some ten microseconds per thousand words. */
#ifndef NF_LEXICON_H
#define NF_LEXICON_H

#include "arena.h"
#include "str.h"
#include "token.h"

struct word {
	const char *text; /* in lower case */
	int class;        /* what it is, of the list's own enumeration */
	int value;        /* its number, month, length ...: per class */
	const char *more; /* a unit, a code, a name; "" for none */
};

struct lexicon {
	const struct word *words; /* [count]     */
	size_t count;
	uint32_t mask;            /* slots - 1   */
	uint32_t *slots;          /* [mask + 1]  1 + number of a word, 0 free,
				   * and above it half the hash of the word */
};

/* Builds the table; at most 65,534 words, which must outlive it. */
void lexicon_make(struct lexicon *l, struct arena *a, const struct word *words,
    size_t count);

/* The same by another hash than token_hash, for who has that one at hand. */
void lexicon_make_by(struct lexicon *l, struct arena *a,
    const struct word *words, size_t count, uint32_t (*hash_of)(struct str));

/* Whether a word in lower case equals a text in which ASCII letters may be
 * capital and apostrophes curly. */
bool lexicon_is(const char *word, struct str text);

/* The first entry for a word in lower case of the given token_hash, or NULL.
 * Further entries for the same word stand behind it in the list. */
const struct word *lexicon_find(const struct lexicon *l, struct str lower,
    uint32_t hash);

/* The same for a token of a text, in any case. Most tokens are in no list, and
 * most of those end here, at an empty slot. */
static inline const struct word *
lexicon_token(const struct lexicon *l, struct str text, const struct token *t)
{
	if (!l->slots[t->hash & l->mask])
		return NULL;
	return lexicon_find(l,
	    (struct str){ text.s + t->start, t->end - t->start }, t->hash);
}

#endif

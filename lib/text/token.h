/* token - words, numbers and signs of a text
 *
 * The finest cut that the steps need; they join tokens as they see fit
 * (5.3bn is a number, a sign, a number and a word without blanks between).
 *
 *   WORD    a run of letters and marks of any script, with apostrophes inside
 *           (don't, Hawai'i) but without a possessive: "Syria's" is the words
 *           "Syria" and "'s"
 *   NUMBER  a run of ASCII digits
 *   SIGN    any other visible character, one code point
 *
 * Blanks, of ASCII and of Unicode, lie between tokens. */
#ifndef NF_TOKEN_H
#define NF_TOKEN_H

#include "arena.h"
#include "str.h"

enum token_type { TOKEN_WORD = 1, TOKEN_NUMBER, TOKEN_SIGN };

enum token_flags {
	TOKEN_SPACED = 1,  /* a blank, or the beginning, stands before it */
	TOKEN_UPPER = 2,   /* its first letter is upper case */
	TOKEN_LOWERS = 4,  /* it has a lower-case letter */
	TOKEN_CAPITALS = 8 /* it has an upper-case letter after the first */
};

struct token {
	uint32_t start, end; /* its bytes in the text */
	uint32_t hash;       /* token_hash of it in lower case */
	uint8_t type;        /* enum token_type */
	uint8_t flags;       /* enum token_flags */
	uint16_t extra;      /* free for the step: a class, a value */
};

/* The tokens of a well-formed text below 4 GiB: an array in the arena, its
 * length in *count, with one all-zero token behind the last as a sentinel. */
struct token *token_split(struct arena *a, struct str text, size_t *count);

/* Takes the one token at an offset where no ASCII blank is, with spaced among
 * its flags; false when a blank beyond ASCII stands there, up to t->end. */
bool token_take(struct token *t, struct str text, size_t at, uint8_t spaced);

/* The hash of a word that is in lower case already. */
uint32_t token_hash(struct str lower);

/* Another hash, FNV-1a (Fowler, Noll, Vo), of which models are made: it must
 * stay what it is. */
uint32_t token_hash_learnt(struct str lower);

#endif

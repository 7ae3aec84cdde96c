/* names - a user's own list of names, looked up token by token
 *
 * A line is: name TAB kind [TAB canonical [TAB attrs]]; blank lines and lines
 * that begin with # say nothing. A name is found as it is written, whatever
 * blanks stand between its tokens. The list stays where it was read: half a
 * million names take a fifth of a second and 20 MB besides it. */
#ifndef NF_NAMES_H
#define NF_NAMES_H

#include "arena.h"
#include "str.h"
#include "token.h"

struct name {
	uint64_t hash;	  /* of its tokens */
	struct str text;  /* as the list has it */
	struct str kind;  /* person, org ... */
	struct str value; /* canonical; empty: its own text */
	struct str attrs; /* empty: none */
};

struct names {
	struct name *items; /* [count] */
	size_t count, room;
	uint32_t *slots; /* [mask + 1] 1 + number of a name */
	size_t mask;
	uint64_t *begun; /* [1 << 17] bits: some name begins so */
	size_t longest;	 /* tokens of the longest name */
};

/* How the tokens of names and texts are cut: joins those of token_split. */
typedef size_t names_join(struct str text, struct token *tokens, size_t count);

/* Reads a list. 0, or the number of the first line that is wrong: it has no
 * kind, or none of the kinds (NULL ends them). */
size_t names_read(struct names *n, struct arena *forever, struct str bytes,
    const char *const *kinds, names_join *join);

/* The longest name that begins at a token; its tokens in *length. NULL: none
 * does. */
const struct name *names_find(const struct names *n, struct str text,
    const struct token *tokens, size_t count, size_t *length);

#endif

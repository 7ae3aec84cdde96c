/* entity_token - the tokens that the tagger labels
 *
 * Those of token.h, joined where a name needs it: "U.S.", "W.", "Mr.",
 * "al-Assad", "G20", "...", a web address, a handle. Other hyphens stay apart
 * (Kurdish-led is three tokens), so that the name alone can be tagged. */
#ifndef NF_ENTITY_TOKEN_H
#define NF_ENTITY_TOKEN_H

#include "arena.h"
#include "str.h"
#include "token.h"

/* Joins the tokens of a text in place; returns how many there are then. The
 * hash of a joined token is no longer that of its text. */
size_t entity_join(struct str text, struct token *tokens, size_t count);

#endif

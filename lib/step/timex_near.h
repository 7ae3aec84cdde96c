/* timex_near - the words around a match; not for others */
#ifndef NF_TIMEX_NEAR_H
#define NF_TIMEX_NEAR_H

#include "timex_parts.h"

/* Whether the lexeme at a place is one of some words, which blanks separate. */
bool near_one_of(const struct place *p, uint32_t at, const char *words);

/* Whether it is the first of these; there is a lexeme at the place. */
bool near_is(const struct place *p, uint32_t at, const char *words);

/* Whether it is this word. Most often the first letter tells. */
static inline bool
near_text(const struct place *p, uint32_t at, const char *text)
{
	return at < p->count &&
	    (p->text.s[p->l[at].start] | 32) == (*text | 32) &&
	    near_is(p, at, text);
}

/* The same for the lexeme before the place. */
bool near_after(const struct place *p, uint32_t at, const char *words);

bool near_capital(const struct place *p, uint32_t at);
bool near_word(const struct place *p, uint32_t at);

/* A sign, or the end of the text. */
bool near_sign(const struct place *p, uint32_t at);

/* A capital that a sentence does not begin with. */
bool near_name(const struct place *p, uint32_t at);

/* Whether the match touches other letters, digits or signs of an address. */
bool near_inside(const struct place *p, const struct timex *t);

/* Behind a word such as "flight" or "page", or a sign of money. */
bool near_labelled(const struct place *p, uint32_t at);

#endif

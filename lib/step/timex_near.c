/* timex_near - the words around a match */
#include "timex_near.h"

#include <string.h>

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

bool
near_is(const struct place *p, uint32_t at, const char *word)
{
	const char *s = p->text.s + p->l[at].start,
		   *end = p->text.s + p->l[at].end;

	for (; s < end; s++, word++)
		if (lower(*s) != *word)
			return false;
	return !*word || *word == ' ';
}

/* Most lists have few words that begin with the same letter, which the
 * library finds faster than a loop over all of them. */
bool
near_one_of(const struct place *p, uint32_t at, const char *words)
{
	const char *w;
	char first;

	if (at >= p->count)
		return false;
	first = lower(p->text.s[p->l[at].start]);
	if (!first)
		return false;
	for (w = strchr(words, first); w; w = strchr(w + 1, first))
		if ((w == words || w[-1] == ' ') && near_is(p, at, w))
			return true;
	return false;
}

/* The same for the lexeme before a place. */
bool
near_after(const struct place *p, uint32_t at, const char *words)
{
	return at > 0 && near_one_of(p, at - 1, words);
}

bool
near_capital(const struct place *p, uint32_t at)
{
	return at < p->count && p->l[at].type == TOKEN_WORD &&
	    (p->l[at].flags & TOKEN_UPPER);
}

bool
near_word(const struct place *p, uint32_t at)
{
	return at < p->count && p->l[at].type == TOKEN_WORD;
}

bool
near_sign(const struct place *p, uint32_t at)
{
	return at >= p->count || p->l[at].type == TOKEN_SIGN;
}

/* A capital that a sentence does not begin with. */
bool
near_name(const struct place *p, uint32_t at)
{
	return near_capital(p, at) && at > 0 && !near_sign(p, at - 1);
}

/* Whether the match touches other letters, digits or signs of an address. */
bool
near_inside(const struct place *p, const struct timex *t)
{
	uint32_t first = t->first, end = t->end;

	if (first > 0 && !spaced(p, first) &&
	    (p->l[first - 1].type != TOKEN_SIGN ||
		near_one_of(p, first - 1, "/ . _ = @ # & + % : $ \xe2\x82\xac "
		"\xc2\xa3 ~") || (lexeme_is(p, first - 1, WHEN_DASH) &&
		!spaced(p, first - 1) && first > 1)))
		return true;
	if (end < p->count && !spaced(p, end)) {
		if (p->l[end].type == TOKEN_NUMBER)
			return true;
		if (near_one_of(p, end, "/ _ = @ # & %"))
			return true;
		if (near_one_of(p, end, ". : ,") && end + 1 < p->count &&
		    !spaced(p, end + 1) &&
		    p->l[end + 1].type == TOKEN_NUMBER)
			return true;
	}
	return false;
}

/* Behind a word such as "flight" or "page", or a sign of money. */
bool
near_labelled(const struct place *p, uint32_t at)
{
	static const char signs[] = "$ \xc2\xa3 \xe2\x82\xac # \xc2\xa5 "
				    "\xe2\x84\x96 usd eur gbp rs rm";

	return at > 0 && (lexeme_is(p, at - 1, WHEN_LABEL) ||
	    near_one_of(p, at - 1, signs) ||
	    (near_one_of(p, at - 1, ". :") && at > 1 &&
		lexeme_is(p, at - 2, WHEN_LABEL) &&
		near_one_of(p, at - 2, "no vol p pp fig")));
}

/* lexicon - a list of words that is looked up by the hash of a token */
#include "lexicon.h"

#include <string.h>

/* The part of a hash that is kept beside the number of its word. */
static const uint32_t HALF = 0xffff0000;

void
lexicon_make_by(struct lexicon *l, struct arena *a, const struct word *words,
    size_t count, uint32_t (*hash_of)(struct str))
{
	size_t slots = 16, i;

	while (slots < count * 3)
		slots *= 2;
	l->words = words;
	l->count = count;
	l->mask = (uint32_t)slots - 1;
	l->slots = ARENA_ARRAY(a, uint32_t, slots);
	for (i = 0; i < count; i++) {
		uint32_t hash, at;

		if (i && strcmp(words[i].text, words[i - 1].text) == 0)
			continue;
		at = hash = hash_of(str_of(words[i].text));
		while (l->slots[at & l->mask])
			at++;
		l->slots[at & l->mask] = (hash & HALF) | (uint32_t)(i + 1);
	}
}

void
lexicon_make(struct lexicon *l, struct arena *a, const struct word *words,
    size_t count)
{
	lexicon_make_by(l, a, words, count, token_hash);
}

bool
lexicon_is(const char *word, struct str text)
{
	const char *s = text.s, *end = s + text.n;

	for (; s < end; s++, word++) {
		if (*s == *word)
			continue;
		if (*s >= 'A' && *s <= 'Z' && *s + 32 == *word)
			continue;
		if (*word != '\'' || end - s < 3 ||
		    memcmp(s, "\xe2\x80\x99", 3) != 0)
			return false;
		s += 2;
	}
	return !*word;
}

const struct word *
lexicon_find(const struct lexicon *l, struct str lower, uint32_t hash)
{
	uint32_t slot, at = hash;

	for (; (slot = l->slots[at & l->mask]) != 0; at++) {
		const struct word *w = &l->words[(slot & ~HALF) - 1];

		if (!((slot ^ hash) & HALF) && lexicon_is(w->text, lower))
			return w;
	}
	return NULL;
}

/* lexicon - a list of words that is looked up by the hash of a token */
#include "lexicon.h"

#include <string.h>

#include "utf8.h"

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

/* Whether the word equals the text when ASCII case and the form of an
 * apostrophe are folded; beyond ASCII both are in lower case. */
static bool
same(const char *word, struct str text)
{
	size_t i;

	for (i = 0; i < text.n; i++, word++) {
		unsigned char c = (unsigned char)text.s[i];

		if (c >= 'A' && c <= 'Z')
			c += 32;
		if (*word == '\'' && c == 0xe2 && text.n - i >= 3 &&
		    memcmp(text.s + i, "\xe2\x80\x99", 3) == 0)
			i += 2;
		else if ((unsigned char)*word != c)
			return false;
	}
	return !*word;
}

const struct word *
lexicon_find(const struct lexicon *l, struct str lower, uint32_t hash)
{
	uint32_t slot, at = hash;

	for (; (slot = l->slots[at & l->mask]) != 0; at++) {
		const struct word *w = &l->words[(slot & ~HALF) - 1];

		if (!((slot ^ hash) & HALF) && same(w->text, lower))
			return w;
	}
	return NULL;
}

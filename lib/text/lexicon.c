/* lexicon - a list of words that is looked up by the hash of a token */
#include "lexicon.h"

#include <string.h>

#include "utf8.h"

void
lexicon_make(struct lexicon *l, struct arena *a, const struct word *words,
    size_t count)
{
	size_t slots = 16, i;

	while (slots < count * 3)
		slots *= 2;
	l->words = words;
	l->count = count;
	l->mask = (uint32_t)slots - 1;
	l->slots = ARENA_ARRAY(a, uint16_t, slots);
	for (i = 0; i < count; i++) {
		uint32_t at = token_hash(str_of(words[i].text));

		if (i && strcmp(words[i].text, words[i - 1].text) == 0)
			continue;
		while (l->slots[at & l->mask])
			at++;
		l->slots[at & l->mask] = (uint16_t)(i + 1);
	}
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
	uint16_t slot;

	for (; (slot = l->slots[hash & l->mask]) != 0; hash++)
		if (same(l->words[slot - 1].text, lower))
			return &l->words[slot - 1];
	return NULL;
}

const struct word *
lexicon_token(const struct lexicon *l, struct str text, const struct token *t)
{
	return lexicon_find(l, str_slice(text, t->start, t->end), t->hash);
}

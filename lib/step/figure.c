/* figure - tokens and phrases, as the parts of the step quantity see them */
#include "figure.h"

#include <string.h>

#include "utf8.h"

enum { MAX_PHRASE = 64 };

uint32_t
figure_sign_beyond(const struct passage *p, size_t i)
{
	size_t length;

	return utf8_decode(p->text, p->t[i].start, &length);
}

/* The hash of what would be the plural of a word. */
static uint32_t
plural_hash(struct str word)
{
	char plural[64];

	if (word.n >= sizeof plural)
		return token_hash(word);
	memcpy(plural, word.s, word.n);
	plural[word.n] = 's';
	return token_hash((struct str){ plural, word.n + 1 });
}

/* The first and the last word of a phrase as one hash. */
static inline uint32_t
both(uint32_t first, uint32_t last)
{
	return first * 31 + last;
}

static bool
in_word(struct str s, size_t i)
{
	unsigned char c = (unsigned char)s.s[i];

	if (c == '\'') /* 's, o'clock; but not '' */
		return i + 1 < s.n && s.s[i + 1] >= 'a' && s.s[i + 1] <= 'z';
	return (c >= 'a' && c <= 'z') || c >= 0x80;
}

/* The first and the last token of an entry. */
static size_t
first_token(struct str s)
{
	size_t length, i = 0;

	if (!in_word(s, 0) ||
	    (s.s[0] != '\'' && !utf8_is_letter(utf8_decode(s, 0, &length))))
		return utf8_decode(s, 0, &length) ? length : 1;
	while (i < s.n && in_word(s, i))
		i++;
	return i;
}

static size_t
last_token(struct str s)
{
	size_t length, i = s.n;

	if (!in_word(s, s.n - 1) ||
	    !utf8_is_letter(utf8_before(s, s.n, &length)))
		return s.n - (utf8_before(s, s.n, &length) ? length : 1);
	while (i > 0 && in_word(s, i - 1))
		i--;
	return i;
}

/* Whether a set of hashes may have one. */
static inline bool
has_bit(const uint64_t bits[FIGURE_BITS], uint32_t hash)
{
	hash ^= hash >> 15;
	return bits[hash >> 6 & (FIGURE_BITS - 1)] >> (hash & 63) & 1;
}

static void
add_bit(uint64_t bits[FIGURE_BITS], uint32_t hash)
{
	hash ^= hash >> 15;
	bits[hash >> 6 & (FIGURE_BITS - 1)] |= (uint64_t)1 << (hash & 63);
}

void
figure_phrases(struct quantity_words *w, struct phrases *l, int k,
    const struct word *words, size_t count)
{
	size_t i;

	l->first = (uint16_t)(MARK_FIRST << 2 * k);
	l->last = (uint16_t)(MARK_LAST << 2 * k);
	lexicon_make(&l->list, w->arena, words, count);
	for (i = 0; i < count; i++) {
		struct str s = str_of(words[i].text);
		struct str end = str_slice(s, last_token(s), s.n);
		size_t n = first_token(s);
		uint32_t first = token_hash(str_slice(s, 0, n));
		uint32_t last = token_hash(end), many = plural_hash(end);

		w->marks[figure_slot(first)] |= l->first;
		w->marks[figure_slot(last)] |= l->last;
		w->marks[figure_slot(many)] |= l->last;
		if (n == s.n) {
			w->marks[figure_slot(many)] |= l->first;
			continue;
		}
		add_bit(l->both, both(first, last));
		add_bit(l->both, both(first, many));
	}
}

/* Adds a token to a phrase; false when it is too long. */
static bool
add(char phrase[MAX_PHRASE], size_t *n, struct str s, bool blank)
{
	size_t i;

	if (*n + s.n + 1 > MAX_PHRASE)
		return false;
	if (blank && *n && phrase[*n - 1] != ' ')
		phrase[(*n)++] = ' ';
	for (i = 0; i < s.n; i++) {
		char c = s.s[i];

		phrase[(*n)++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
	}
	return true;
}

static const struct word *
find(const struct lexicon *l, const char *phrase, size_t n)
{
	struct str s = { phrase, n };
	const struct word *w = lexicon_find(l, s, token_hash(s));

	if (!w && n > 3 && s.s[n - 1] == 's' && s.s[n - 2] != 's') {
		s.n--;
		w = lexicon_find(l, s, token_hash(s));
	}
	return w;
}

static const struct word *
spell(
    const struct passage *p, const struct phrases *l, size_t from, size_t to)
{
	char phrase[MAX_PHRASE];
	size_t n = 0, i;

	for (i = from; i < to; i++) {
		bool blank = !figure_touches(p, i);

		if (figure_is_hyphen(figure_sign(p, i)) && i > from &&
		    i + 1 < to && figure_touches(p, i) &&
		    figure_touches(p, i + 1)) {
			phrase[n++] = ' ';
			continue;
		}
		if (!add(phrase, &n, figure_text(p, i), blank))
			return NULL;
	}
	return find(&l->list, phrase, n);
}

/* One token need not be spelled out, for it has its hash; and what has no bytes
 * beyond ASCII is found by it exactly when it would be found spelled. */
static const struct word *
find_token(const struct passage *p, const struct phrases *l, size_t i)
{
	const struct word *w = lexicon_token(&l->list, p->text, &p->t[i]);
	struct str s = figure_text(p, i);
	size_t k;

	if (!w && s.n > 3 && (s.s[s.n - 1] | 32) == 's' &&
	    (s.s[s.n - 2] | 32) != 's')
		w = lexicon_find(&l->list, (struct str){ s.s, s.n - 1 },
		    token_hash((struct str){ s.s, s.n - 1 }));
	for (k = 0; w && k < s.n; k++)
		if ((unsigned char)s.s[k] >= 0x80)
			return spell(p, l, i, i + 1);
	return w;
}

/* The same as figure_phrase, whose first word is known to begin one. */
static inline const struct word *
phrase_from(
    const struct passage *p, const struct phrases *l, size_t from, size_t to)
{
	const struct token *last = &p->t[to - 1];

	if (to == from + 1)
		return last->extra & l->last ? find_token(p, l, from) : NULL;
	return has_bit(l->both, both(p->t[from].hash, last->hash))
	    ? spell(p, l, from, to) : NULL;
}

const struct word *
figure_phrase(
    const struct passage *p, const struct phrases *l, size_t from, size_t to)
{
	if (to > p->count || !(p->t[from].extra & l->first))
		return NULL;
	return phrase_from(p, l, from, to);
}

const struct word *
figure_longest(const struct passage *p, const struct phrases *l, size_t from,
    size_t most, size_t *edge)
{
	const struct word *w;
	size_t k;

	for (k = most < p->count - from ? most : p->count - from; k > 0; k--) {
		w = phrase_from(p, l, from, from + k);
		if (w) {
			*edge = from + k;
			return w;
		}
	}
	return NULL;
}

const struct word *
figure_longest_before(const struct passage *p, const struct phrases *l,
    size_t to, size_t most, size_t *edge)
{
	const struct word *w;
	size_t k;

	for (k = most < to ? most : to; k > 0; k--) {
		if (!(p->t[to - k].extra & l->first))
			continue;
		w = phrase_from(p, l, to - k, to);
		if (w) {
			*edge = to - k;
			return w;
		}
	}
	return NULL;
}

bool
figure_apart(const struct passage *p, size_t from, size_t to)
{
	size_t i;

	for (i = from; i < to && i + 1 < p->count; i++) {
		uint32_t c = figure_sign(p, i);

		if ((c == '!' || c == '?') && !figure_touches(p, i + 1))
			return true;
		if (c == '.' && !figure_touches(p, i + 1) &&
		    (p->t[i + 1].flags & TOKEN_UPPER ||
			p->t[i + 1].type != TOKEN_WORD) &&
		    i && p->t[i - 1].end - p->t[i - 1].start > 2)
			return true;
	}
	return false;
}

bool
figure_is_plural(const struct passage *p, size_t i)
{
	struct str s = figure_text(p, i);
	int c;

	if (!figure_is_word(p, i))
		return false;
	c = figure_class(p, &p->w->noun, i);
	if (c)
		return c == NOUN_PLURAL || c == NOUN_PERSON;
	if (s.n < 3 || (s.s[s.n - 1] != 's' && s.s[s.n - 1] != 'S'))
		return false;
	return !str_ends(s, STR("ss")) && !str_ends(s, STR("us")) &&
	       !str_ends(s, STR("is")) && s.s[0] != '\'';
}

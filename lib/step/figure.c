/* figure - tokens and phrases, as the parts of the step quantity see them */
#include "figure.h"

#include <string.h>

#include "utf8.h"

enum { MAX_PHRASE = 64 };

struct str
figure_text(const struct passage *p, size_t i)
{
	if (i >= p->count)
		return STR("");
	return str_slice(p->text, p->t[i].start, p->t[i].end);
}

uint32_t
figure_sign(const struct passage *p, size_t i)
{
	size_t length;

	if (i >= p->count || p->t[i].type != TOKEN_SIGN)
		return 0;
	return utf8_decode(p->text, p->t[i].start, &length);
}

bool
figure_is_word(const struct passage *p, size_t i)
{
	return i < p->count && p->t[i].type == TOKEN_WORD;
}

bool
figure_is(const struct passage *p, size_t i, const char *word)
{
	return i < p->count &&
	    str_eq_nocase(figure_text(p, i), str_of(word));
}

bool
figure_is_hyphen(uint32_t c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2014) || c == 0x2212;
}

bool
figure_touches(const struct passage *p, size_t i)
{
	return i < p->count && !(p->t[i].flags & TOKEN_SPACED);
}

int
figure_class(const struct passage *p, const struct lexicon *l, size_t i)
{
	const struct word *w;

	if (i >= p->count)
		return 0;
	w = lexicon_token(l, p->text, &p->t[i]);
	return w ? w->class : 0;
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

const struct word *
figure_phrase(const struct passage *p, const struct lexicon *l, size_t from,
    size_t to)
{
	char phrase[MAX_PHRASE];
	size_t n = 0, i;

	if (to > p->count)
		return NULL;
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
	return find(l, phrase, n);
}

const struct word *
figure_ahead(const struct passage *p, const struct lexicon *l, size_t from,
    size_t most, size_t *edge)
{
	const struct word *w;
	size_t k;

	for (k = most; k > 0; k--) {
		if (from + k > p->count)
			continue;
		w = figure_phrase(p, l, from, from + k);
		if (w) {
			*edge = from + k;
			return w;
		}
	}
	return NULL;
}

const struct word *
figure_behind(const struct passage *p, const struct lexicon *l, size_t to,
    size_t most, size_t *edge)
{
	const struct word *w;
	size_t k;

	for (k = most < to ? most : to; k > 0; k--) {
		w = figure_phrase(p, l, to - k, to);
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

		if ((c == '!' || c == '?') &&
		    !figure_touches(p, i + 1))
			return true;
		if (c == '.' && !figure_touches(p, i + 1) &&
		    (p->t[i + 1].flags & TOKEN_UPPER ||
			p->t[i + 1].type != TOKEN_WORD) && i &&
		    p->t[i - 1].end - p->t[i - 1].start > 2)
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

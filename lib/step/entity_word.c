/* entity_word - what a token is by itself, whatever stands around it */
#include "entity_word.h"

#include <string.h>

#include "utf8.h"

/* A form in lower case and its shape; both are cut when they are long. */
struct forms {
	char lower[ENTITY_LOWER + 4];
	char shape[16];
	size_t n, shape_n;
	uint8_t at[ENTITY_LOWER + 4]; /* offsets of its code points */
	size_t letters;
};

static char
shape_of(uint32_t c)
{
	if (c < 0x80)
		return (char)(c >= 'A' && c <= 'Z' ? 'X'
		    : c >= 'a' && c <= 'z'         ? 'x'
		    : c >= '0' && c <= '9'         ? 'd'
						   : (char)c);
	return utf8_is_upper(c) ? 'X' : utf8_is_letter(c) ? 'x' : '-';
}

static void
add_shape(struct forms *f, char c)
{
	size_t n = f->shape_n;

	if (n < sizeof f->shape &&
	    !(n >= 2 && f->shape[n - 1] == c && f->shape[n - 2] == c))
		f->shape[f->shape_n++] = c;
}

static uint32_t
plain(uint32_t c)
{
	switch (c) {
	case 0x2018:
	case 0x2019:
	case 0x02bc:
		return '\'';
	case 0x201c:
	case 0x201d:
		return '"';
	case 0x2010:
	case 0x2011:
		return '-';
	case 0x2013:
	case 0x2014:
		return 0x2014;
	}
	return c < 0x80 ? (c >= 'A' && c <= 'Z' ? c + 32 : c)
			: utf8_to_lower(c);
}

static void
read_forms(struct forms *f, struct str form)
{
	size_t at = 0, length;

	f->n = f->shape_n = f->letters = 0;
	while (at < form.n && f->n < ENTITY_LOWER) {
		uint32_t c = utf8_decode(form, at, &length);

		add_shape(f, shape_of(c));
		f->at[f->letters++] = (uint8_t)f->n;
		c = plain(c);
		if (c >= '0' && c <= '9' && form.n > 1)
			c = '0';
		f->n += utf8_encode(c, f->lower + f->n);
		at += length;
	}
	f->at[f->letters] = (uint8_t)f->n;
}

static const struct {
	const char *word;
	uint8_t role;
} roles[] = {
	{ "of", ROLE_OF }, { "for", ROLE_OF }, { "de", ROLE_OF },
	{ "del", ROLE_OF }, { "della", ROLE_OF }, { "di", ROLE_OF },
	{ "da", ROLE_OF }, { "dos", ROLE_OF }, { "du", ROLE_OF },
	{ "des", ROLE_OF }, { "la", ROLE_OF }, { "van", ROLE_OF },
	{ "von", ROLE_OF }, { "der", ROLE_OF }, { "den", ROLE_OF },
	{ "bin", ROLE_OF }, { "ibn", ROLE_OF }, { "al", ROLE_OF },
	{ "el", ROLE_OF }, { "-", ROLE_OF }, { "&", ROLE_OF },
	{ "the", ROLE_THE }, { "in", ROLE_IN }, { "at", ROLE_IN },
	{ "from", ROLE_IN }, { "near", ROLE_IN }, { "to", ROLE_IN },
	{ "into", ROLE_IN }, { "across", ROLE_IN }, { "around", ROLE_IN },
	{ "said", ROLE_SAID }, { "says", ROLE_SAID }, { "told", ROLE_SAID },
	{ "added", ROLE_SAID }, { "wrote", ROLE_SAID }, { "who", ROLE_SAID },
	{ "asked", ROLE_SAID }, { "tweeted", ROLE_SAID }, { ".", ROLE_STOP },
	{ "?", ROLE_STOP }, { "!", ROLE_STOP }, { "...", ROLE_STOP },
	{ ":", ROLE_STOP }, { "\"", ROLE_QUOTE }, { "'", ROLE_QUOTE },
	{ "(", ROLE_QUOTE }, { ")", ROLE_QUOTE }, { "[", ROLE_QUOTE },
	{ "]", ROLE_QUOTE }, { "*", ROLE_QUOTE }, { "''", ROLE_QUOTE },
	{ "\xe2\x80\x94", ROLE_QUOTE }, { "--", ROLE_QUOTE },
	{ "``", ROLE_QUOTE }, { "\xe2\x80\xa2", ROLE_QUOTE },
};

static uint8_t
role_of(struct str lower)
{
	size_t i;

	for (i = 0; i < sizeof roles / sizeof *roles; i++)
		if (str_eq(str_of(roles[i].word), lower))
			return roles[i].role;
	return ROLE_NONE;
}

static uint32_t
hash32(const char *s, size_t n)
{
	uint64_t h = str_hash((struct str){ s, n });

	return (uint32_t)(h ^ h >> 32);
}

enum entity_class
entity_class(struct str form, uint8_t type, uint8_t flags)
{
	unsigned char first = form.n ? (unsigned char)form.s[0] : 0;

	if (type == TOKEN_SIGN)
		return CLASS_SIGN;
	if (type == TOKEN_NUMBER)
		return CLASS_NUMBER;
	if (first == '\'' || (first == 0xe2 && form.n <= 5))
		return CLASS_TAIL;
	if (!(flags & (TOKEN_UPPER | TOKEN_CAPITALS)))
		return CLASS_LOWER;
	if (flags & TOKEN_LOWERS)
		return flags & TOKEN_CAPITALS || !(flags & TOKEN_UPPER)
		    ? CLASS_MIXED
		    : CLASS_TITLE;
	return form.n == 1 || (form.n == 2 && form.s[1] == '.')
	    ? CLASS_LETTER
	    : CLASS_CAPITALS;
}

void
entity_word(struct entity_word *w, const struct gazetteer *g, struct str form,
    uint8_t type, uint8_t flags)
{
	struct forms f;
	size_t i;

	memset(w, 0, sizeof *w);
	read_forms(&f, form);
	w->class = (uint8_t)entity_class(form, type, flags);
	w->length = (uint8_t)f.letters;
	w->word = gazetteer_word((struct str){ f.lower, f.n });
	w->phrase = gazetteer_phrase(0, w->word);
	w->lower = (uint32_t)(w->word ^ w->word >> 32);
	w->form = hash32(form.s, form.n < 64 ? form.n : 64);
	w->shape = hash32(f.shape, f.shape_n);
	w->role = role_of((struct str){ f.lower, f.n });
	w->known = gazetteer_find(g, w->phrase);
	if (w->class == CLASS_SIGN)
		return;
	for (i = 0; i < ENTITY_AFFIX && i + 1 < f.letters; i++) {
		size_t tail = f.at[f.letters - i - 1];

		w->prefix[i] = hash32(f.lower, f.at[i + 1]) | 1;
		w->suffix[i] = hash32(f.lower + tail, f.n - tail) | 1;
	}
}

enum entity_case
entity_case(struct str text, const struct token *tokens, size_t count)
{
	size_t words = 0, long_words = 0, capitals = 0, titles = 0, i;

	(void)text;
	for (i = 0; i < count; i++) {
		const struct token *t = &tokens[i];

		if (t->type != TOKEN_WORD || t->end - t->start < 2)
			continue;
		words++;
		if (!(t->flags & TOKEN_LOWERS))
			capitals++;
		if (t->end - t->start < 4)
			continue;
		long_words++;
		if (t->flags & TOKEN_UPPER)
			titles++;
	}
	if (words >= 2 && capitals * 5 >= words * 4)
		return CASE_UPPER;
	if (long_words >= 3 && titles * 4 >= long_words * 3 && words >= 4)
		return CASE_TITLE;
	return CASE_NORMAL;
}

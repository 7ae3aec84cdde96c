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
		return (char)(c >= 'A' && c <= 'Z'   ? 'X'
			      : c >= 'a' && c <= 'z' ? 'x'
			      : c >= '0' && c <= '9' ? 'd'
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
	struct str word;
	uint8_t role;
} roles[] = {
	{ STR_INIT("of"), ROLE_OF },
	{ STR_INIT("for"), ROLE_OF },
	{ STR_INIT("de"), ROLE_OF },
	{ STR_INIT("del"), ROLE_OF },
	{ STR_INIT("della"), ROLE_OF },
	{ STR_INIT("di"), ROLE_OF },
	{ STR_INIT("da"), ROLE_OF },
	{ STR_INIT("dos"), ROLE_OF },
	{ STR_INIT("du"), ROLE_OF },
	{ STR_INIT("des"), ROLE_OF },
	{ STR_INIT("la"), ROLE_OF },
	{ STR_INIT("van"), ROLE_OF },
	{ STR_INIT("von"), ROLE_OF },
	{ STR_INIT("der"), ROLE_OF },
	{ STR_INIT("den"), ROLE_OF },
	{ STR_INIT("bin"), ROLE_OF },
	{ STR_INIT("ibn"), ROLE_OF },
	{ STR_INIT("al"), ROLE_OF },
	{ STR_INIT("el"), ROLE_OF },
	{ STR_INIT("-"), ROLE_OF },
	{ STR_INIT("&"), ROLE_OF },
	{ STR_INIT("the"), ROLE_THE },
	{ STR_INIT("in"), ROLE_IN },
	{ STR_INIT("at"), ROLE_IN },
	{ STR_INIT("from"), ROLE_IN },
	{ STR_INIT("near"), ROLE_IN },
	{ STR_INIT("to"), ROLE_IN },
	{ STR_INIT("into"), ROLE_IN },
	{ STR_INIT("across"), ROLE_IN },
	{ STR_INIT("around"), ROLE_IN },
	{ STR_INIT("said"), ROLE_SAID },
	{ STR_INIT("says"), ROLE_SAID },
	{ STR_INIT("told"), ROLE_SAID },
	{ STR_INIT("added"), ROLE_SAID },
	{ STR_INIT("wrote"), ROLE_SAID },
	{ STR_INIT("who"), ROLE_SAID },
	{ STR_INIT("asked"), ROLE_SAID },
	{ STR_INIT("tweeted"), ROLE_SAID },
	{ STR_INIT("."), ROLE_STOP },
	{ STR_INIT("?"), ROLE_STOP },
	{ STR_INIT("!"), ROLE_STOP },
	{ STR_INIT("..."), ROLE_STOP },
	{ STR_INIT(":"), ROLE_STOP },
	{ STR_INIT("\""), ROLE_QUOTE },
	{ STR_INIT("'"), ROLE_QUOTE },
	{ STR_INIT("("), ROLE_QUOTE },
	{ STR_INIT(")"), ROLE_QUOTE },
	{ STR_INIT("["), ROLE_QUOTE },
	{ STR_INIT("]"), ROLE_QUOTE },
	{ STR_INIT("*"), ROLE_QUOTE },
	{ STR_INIT("''"), ROLE_QUOTE },
	{ STR_INIT("\xe2\x80\x94"), ROLE_QUOTE },
	{ STR_INIT("--"), ROLE_QUOTE },
	{ STR_INIT("``"), ROLE_QUOTE },
	{ STR_INIT("\xe2\x80\xa2"), ROLE_QUOTE },
};

static uint8_t
role_of(struct str lower)
{
	size_t i;

	if (lower.n > 7)
		return ROLE_NONE;

	for (i = 0; i < sizeof roles / sizeof *roles; i++)
		if (roles[i].word.n == lower.n && str_eq(roles[i].word, lower))
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

/* The form as it is mostly written, in a buffer. */
struct usual {
	char bytes[ENTITY_LOWER + 8];
	size_t n;
};

static void
recase(struct usual *u, const struct forms *f, uint32_t known, uint8_t *flags)
{
	uint32_t usual = known >> GAZETTEER_USUAL & 3, c;
	size_t i, length;

	*flags =
	    (uint8_t)(*flags & ~(TOKEN_UPPER | TOKEN_LOWERS | TOKEN_CAPITALS));
	*flags |= usual == 1   ? TOKEN_LOWERS
		  : usual == 3 ? TOKEN_UPPER | TOKEN_CAPITALS
			       : TOKEN_UPPER | TOKEN_LOWERS;
	u->n = 0;
	for (i = 0; i < f->n && u->n + 4 < sizeof u->bytes; i += length) {
		c = utf8_decode((struct str){ f->lower, f->n }, i, &length);
		if (usual == 3 || (usual != 1 && i == 0))
			c = utf8_to_upper(c);
		u->n += utf8_encode(c, u->bytes + u->n);
	}
}

/* The hashes of the first letters, one to five of them, and of the last ones,
 * read backwards: each goes on from that of one letter less. */
static void
set_affixes(struct entity_word *w, const struct forms *f)
{
	const uint64_t spread = 0x9e3779b97f4a7c15;
	uint64_t head = 0, tail = 0;
	size_t i, k = 0, n = f->n;

	for (i = 0; i < ENTITY_AFFIX && i + 1 < f->letters; i++) {
		while (k < f->at[i + 1])
			head = (head ^ (unsigned char)f->lower[k++]) * spread;
		while (n > f->at[f->letters - i - 1])
			tail = (tail ^ (unsigned char)f->lower[--n]) * spread;
		w->prefix[i] = (uint32_t)(head >> 32) | 1;
		w->suffix[i] = (uint32_t)(tail >> 32) | 1;
	}
}

static bool
to_be_recased(uint8_t type, uint8_t flags, enum entity_case c)
{
	return type == TOKEN_WORD && flags & TOKEN_UPPER &&
	       (c == CASE_UPPER ||
		   (c == CASE_TITLE && !(flags & TOKEN_CAPITALS)));
}

void
entity_word(struct entity_word *w, const struct gazetteer *g, struct str form,
    uint8_t type, uint8_t flags, enum entity_case c)
{
	struct usual u;
	struct forms f;

	memset(w, 0, sizeof *w);
	read_forms(&f, form);
	w->word = gazetteer_word((struct str){ f.lower, f.n });
	w->phrase = gazetteer_phrase(0, w->word);
	w->known = gazetteer_find(g, w->phrase);
	if (g->paths)
		w->path = g->paths[w->known >> GAZETTEER_CLUSTER & 511];
	if (to_be_recased(type, flags, c)) {
		recase(&u, &f, w->known, &flags);
		form = (struct str){ u.bytes, u.n };
		read_forms(&f, form);
	}
	w->role = role_of((struct str){ f.lower, f.n });
	w->class = (uint8_t)entity_class(form, type, flags);
	w->length = (uint8_t)f.letters;
	w->lower = (uint32_t)(w->word ^ w->word >> 32);
	w->form = hash32(form.s, form.n < 64 ? form.n : 64);
	w->shape = hash32(f.shape, f.shape_n);
	if (w->class != CLASS_SIGN)
		set_affixes(w, &f);
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

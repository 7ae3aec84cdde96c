/* entity_token - the tokens that the tagger labels */
#include "entity_token.h"

static const char *const abbreviations[] = { "adm", "brig", "capt", "cmdr",
	"co", "col", "corp", "cpl", "dr", "esq", "fr", "ft", "gen", "gov",
	"hon", "inc", "jr", "lt", "ltd", "maj", "messrs", "mr", "mrs", "ms",
	"mt", "no", "pres", "prof", "rep", "rev", "sen", "sgt", "sr", "st",
	NULL };

/* Arabic articles, and what may stand for them. */
static const char *const articles[] = { "ad", "al", "an", "ar", "as", "ash",
	"at", "az", "el", "ul", NULL };

static const char *const addresses[] = { "ftp", "http", "https", "www", NULL };

static bool
listed(const char *const *list, struct str word)
{
	for (; *list; list++)
		if (str_eq_nocase(str_of(*list), word))
			return true;
	return false;
}

static struct str
text_of(struct str text, const struct token *t)
{
	return str_slice(text, t->start, t->end);
}

/* Whether the token is this sign and stands right behind what is before. */
static bool
tied(struct str text, const struct token *t, char sign)
{
	return t->type == TOKEN_SIGN && !(t->flags & TOKEN_SPACED) &&
	       text.s[t->start] == sign;
}

static bool
tied_word(const struct token *t)
{
	return t->type == TOKEN_WORD && !(t->flags & TOKEN_SPACED);
}

static bool
letter(const struct token *t)
{
	return t->type == TOKEN_WORD && t->end - t->start == 1;
}

/* "U.S.", "W.": letters, each with its stop. A letter alone must be a capital
 * that does not end the text. */
static size_t
initials(struct str text, const struct token *t, size_t count)
{
	size_t n = 0;

	while (n + 1 < count && letter(&t[n]) && tied(text, &t[n + 1], '.') &&
	       (n == 0 || tied_word(&t[n])))
		n += 2;
	if (n >= 2 && n < count && letter(&t[n]) && tied_word(&t[n]) && n >= 4)
		n++;
	if (n == 2 && (!(t->flags & TOKEN_UPPER) || count == 2)) {
		if (count > 2 && letter(&t[2]) && tied_word(&t[2]))
			return 3; /* "U.S" */
		return 1;
	}
	if (n == 2 && letter(&t[2]) && tied_word(&t[2]))
		return 3;
	return n ? n : 1;
}

static size_t
address(struct str text, const struct token *t, size_t count)
{
	size_t n = 1;

	if (count < 2 || !(tied(text, &t[1], ':') || tied(text, &t[1], '.')) ||
	    !listed(addresses, text_of(text, t)))
		return 1;
	while (n < count && !(t[n].flags & TOKEN_SPACED))
		n++;
	return n;
}

/* Letters and digits in a run: G20, 7th, MH17. */
static size_t
mixed(struct str text, const struct token *t, size_t count)
{
	size_t n = 1;

	while (n < count && !(t[n].flags & TOKEN_SPACED) &&
	       t[n].type != TOKEN_SIGN && t[n].type != t[n - 1].type &&
	       text.s[t[n].start] != '\'' && text.s[t[n].start] != '\xe2')
		n++;
	return n;
}

/* How many tokens from here are one. */
static size_t
joined(struct str text, const struct token *t, size_t count)
{
	struct str word = text_of(text, t);
	size_t n;

	if (t->type == TOKEN_SIGN) {
		for (n = 1;
		     n < count && tied(text, &t[n], word.s[0]) && word.n == 1;
		     n++)
			;
		if (n == 1 && word.s[0] == '@' && count > 1 && tied_word(&t[1]))
			return 2;
		return n;
	}
	if (count > 1 && t->type == TOKEN_WORD && word.n <= 6) {
		if (word.n == 1 && tied(text, &t[1], '.'))
			return initials(text, t, count);
		if (tied(text, &t[1], '.') && count > 2 &&
		    listed(abbreviations, word))
			return 2;
		if (tied(text, &t[1], '-') && count > 2 && tied_word(&t[2]) &&
		    listed(articles, word))
			return 3;
		n = address(text, t, count);
		if (n > 1)
			return n;
	}
	return mixed(text, t, count);
}

/* What a token adds to the flags of that which it is joined to: its first
 * letter is no longer the first one. */
static uint8_t
inner_flags(const struct token *t)
{
	return (uint8_t)((t->flags & (TOKEN_LOWERS | TOKEN_CAPITALS)) |
			 (t->flags & TOKEN_UPPER ? TOKEN_CAPITALS : 0));
}

size_t
entity_join(struct str text, struct token *tokens, size_t count)
{
	size_t from = 0, to = 0;

	while (from < count) {
		size_t n = joined(text, &tokens[from], count - from), i;

		tokens[to] = tokens[from];
		for (i = 1; i < n; i++)
			tokens[to].flags |= inner_flags(&tokens[from + i]);
		tokens[to].end = tokens[from + n - 1].end;
		from += n;
		to++;
	}
	tokens[to] = (struct token){ 0 };
	return to;
}

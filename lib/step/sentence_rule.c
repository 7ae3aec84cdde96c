/* sentence_rule - the gaps that need no model
 *
 * Rules are for what is certain, or what no training text shows often enough.
 * Each is a function that knows or does not; the first that knows decides. */
#include "sentence_rule.h"

#include "sentence_byte.h"

/* Whether the bytes at an offset are a word that begins in upper case and
 * goes on in lower case, or "I" or "A"; a quotation mark may open before. */
static bool
begins_plainly(struct str text, size_t at)
{
	if (at < text.n && text.s[at] == '"')
		at++;
	else if (text.n - at > 3 && (unsigned char)text.s[at] == 0xe2 &&
	    (unsigned char)text.s[at + 1] == 0x80 &&
	    (unsigned char)text.s[at + 2] == 0x9c)
		at += 3;
	if (at + 1 >= text.n || !byte_is_upper(text.s[at]))
		return false;
	return byte_is_lower(text.s[at + 1]) || (text.s[at + 1] == ' ' &&
		(text.s[at] == 'I' || text.s[at] == 'A'));
}

/* Whether the word is of those that are no abbreviations. */
static bool
ends_plainly(const struct sword *w)
{
	size_t n = w->end - w->start;

	if (w->class != ABBREVIATION_NONE || !w->vowel)
		return false;
	if (w->shape == SHAPE_LOWER)
		return n >= 3 ? w->stopped < 6 : w->stopped && w->stopped < 4;
	return w->shape == SHAPE_CAPITAL && n >= 4 && w->stopped &&
	    w->stopped < 5;
}

bool
rule_plain(const struct view *v)
{
	const struct gap *g = &v->gap;

	return g->terminator == TERMINATOR_STOP &&
	    (g->closed & GAP_BRACKET) == 0 && g->closers == g->stop + 1 &&
	    g->spaced && !g->apart && ends_plainly(&v->left) &&
	    begins_plainly(v->text, g->next);
}

bool
rule_goes_on(const struct view *v)
{
	const struct gap *g = &v->gap;

	return g->terminator == TERMINATOR_STOP && !g->closed && g->spaced &&
	    (v->left.class != ABBREVIATION_NONE ||
		v->left.shape == SHAPE_ACRONYM) &&
	    v->text.n - g->next >= 3 && byte_is_lower(v->text.s[g->next]) &&
	    byte_is_lower(v->text.s[g->next + 1]) &&
	    byte_is_lower(v->text.s[g->next + 2]);
}

static bool
is_capital(const struct sword *w)
{
	return w->shape == SHAPE_CAPITAL || w->shape == SHAPE_UPPER ||
	    w->shape == SHAPE_MIXED || w->shape == SHAPE_INITIAL;
}

static bool
is_lower(const struct sword *w)
{
	return w->shape == SHAPE_LOWER || w->shape == SHAPE_LETTER;
}

static bool
is_figure(const struct sword *w)
{
	return w->shape == SHAPE_NUMBER || w->shape == SHAPE_ORDINAL;
}

/* Scripts with full stops of their own need no blank. */
static enum verdict
script(const struct view *v)
{
	return v->gap.terminator == TERMINATOR_SCRIPT ? VERDICT_YES
						      : VERDICT_NONE;
}

static enum verdict
bullet(const struct view *v)
{
	return v->gap.terminator == TERMINATOR_BULLET ? VERDICT_YES
						      : VERDICT_NONE;
}

static enum verdict
credit(const struct view *v)
{
	return v->gap.terminator == TERMINATOR_CREDIT ? VERDICT_YES
						      : VERDICT_NONE;
}

/* "difference.Syria's": gap_find has looked closely. */
static enum verdict
missing_blank(const struct view *v)
{
	return v->gap.spaced ? VERDICT_NONE : VERDICT_YES;
}

/* "We won 🎉 Her rival": before a capital only. */
static enum verdict
face(const struct view *v)
{
	if (v->gap.terminator != TERMINATOR_FACE)
		return VERDICT_NONE;
	return is_capital(&v->right) ? VERDICT_YES : VERDICT_NO;
}

/* "But I never--" The call was cut off. */
static enum verdict
broken_off(const struct view *v)
{
	if (v->gap.terminator != TERMINATOR_DASH)
		return VERDICT_NONE;
	return is_capital(&v->right) ? VERDICT_YES : VERDICT_NO;
}

/* Signs alone are no sentence: they belong to what follows. */
static enum verdict
empty(const struct view *v)
{
	return v->left.end == v->left.start && !view_sofar(v).words
	    ? VERDICT_NO
	    : VERDICT_NONE;
}

/* The number of an item at the beginning belongs to it: "2. Open talks." */
static enum verdict
item_number(const struct view *v)
{
	const struct sword *left = &v->left;
	size_t n = left->end - left->start, at = v->gap.begin;
	struct gap g = { .next = at };

	if (v->gap.terminator == TERMINATOR_MARK)
		return VERDICT_NO;
	if (v->gap.terminator != TERMINATOR_STOP ||
	    v->left2.end > v->left2.start || n > 3)
		return VERDICT_NONE;
	if (left->shape != SHAPE_NUMBER && left->shape != SHAPE_LETTER &&
	    left->shape != SHAPE_INITIAL)
		return VERDICT_NONE;
	return gap_right(v->text, &g) == left->start &&
		view_sofar(v).words <= 1
	    ? VERDICT_NO
	    : VERDICT_NONE;
}

/* "[...]" stands for words. */
static enum verdict
elision(const struct view *v)
{
	const struct gap *g = &v->gap;

	if (g->terminator != TERMINATOR_DOTS || !g->stop ||
	    v->text.s[g->stop - 1] != '[')
		return VERDICT_NONE;
	return VERDICT_NO;
}

/* Three dots with blanks between: words are left out, before "I" and lower
 * case at least. Four of them: a sentence has ended too. */
static enum verdict
spaced_dots(const struct view *v)
{
	const struct gap *g = &v->gap;

	if (!gap_is_dotted(v->text, g))
		return VERDICT_NONE;
	if (g->terminator == TERMINATOR_FOUR)
		return is_lower(&v->right) ? VERDICT_NO : VERDICT_YES;
	if (g->terminator == TERMINATOR_DOTS && !g->closed &&
	    (v->right.shape == SHAPE_INITIAL || is_lower(&v->right)))
		return VERDICT_NO;
	return VERDICT_NONE;
}

/* "? she asked", "!' he said", "U.S. troops": the sentence goes on. */
static enum verdict
lower_case(const struct view *v)
{
	const struct sword *left = &v->left;

	if (!is_lower(&v->right) || v->gap.opened & GAP_BULLET)
		return VERDICT_NONE;
	if (v->gap.closed || v->gap.apart || left->class != ABBREVIATION_NONE ||
	    v->gap.terminator == TERMINATOR_DOTS)
		return VERDICT_NO;
	return v->gap.terminator != TERMINATOR_STOP ||
		left->shape == SHAPE_LOWER || left->shape == SHAPE_CAPITAL
	    ? VERDICT_NONE
	    : VERDICT_NO;
}

/* A sign that cannot begin a sentence. */
static enum verdict
going_on(const struct view *v)
{
	if (v->right.end > v->right.start || !v->follow)
		return VERDICT_NONE;
	return v->follow == ',' || v->follow == ';' || v->follow == ':'
	    ? VERDICT_NO
	    : VERDICT_NONE;
}

/* "Mr. Young" is no youth, but "the Lt. Gov. The" ends a sentence. */
static bool
is_address(const struct view *v)
{
	static const char *const forms[] = { "Mr", "Mrs", "Ms", "Dr", "Messrs",
		"Mme", "Prof", "Rev", "Hon" };
	struct str left = str_slice(v->text, v->left.start, v->left.end);
	size_t i;

	for (i = 0; i < sizeof forms / sizeof *forms; i++)
		if (str_eq(left, str_of(forms[i])))
			return true;
	return false;
}

/* "Gen. Haddad", "Rt. Hon. Gwen": a name follows. */
static enum verdict
title(const struct view *v)
{
	if (v->left.class != ABBREVIATION_TITLE &&
	    v->left.class != ABBREVIATION_FIRST)
		return VERDICT_NONE;
	if (v->gap.terminator != TERMINATOR_STOP || v->gap.closed ||
	    is_lower(&v->left) || !is_capital(&v->right))
		return VERDICT_NONE;
	return v->right.lower < 7 || is_capital(&v->right2) || is_address(v)
	    ? VERDICT_NO
	    : VERDICT_NONE;
}

/* "Yahoo! Inc.", "Thos. Cook Jr.": never the first word. */
static enum verdict
suffix(const struct view *v)
{
	size_t n = v->right.end - v->right.start;

	return (v->right.class == ABBREVIATION_CORP ||
		   v->right.class == ABBREVIATION_AFTER) &&
		is_capital(&v->right) && v->follow == '.' &&
		!v->gap.opened && n > 1 && (n > 2 || !is_lower(&v->right2))
	    ? VERDICT_NO
	    : VERDICT_NONE;
}

/* "Mt. Kenley", "ST. LOUIS": a name that begins so, unless it is the end of
 * the name of a street. */
static enum verdict
place(const struct view *v)
{
	return v->left.class == ABBREVIATION_PLACE && is_capital(&v->left) &&
		v->gap.terminator == TERMINATOR_STOP && !v->gap.closed &&
		is_capital(&v->right) && v->right.lower < 5 &&
		!is_capital(&v->left2) && !is_figure(&v->left2)
	    ? VERDICT_NO
	    : VERDICT_NONE;
}

/* "LONDON, Ont. -- Fire": a dateline. */
static enum verdict
dateline(const struct view *v)
{
	return v->gap.opened & GAP_DASH && !v->gap.closed &&
		v->left.class != ABBREVIATION_NONE && view_sofar(v).words < 8
	    ? VERDICT_NO
	    : VERDICT_NONE;
}

/* "e.g. Syria", "vs. Brazil" */
static enum verdict
inside(const struct view *v)
{
	return v->left.class == ABBREVIATION_INSIDE &&
		v->gap.terminator == TERMINATOR_STOP && !v->gap.closed
	    ? VERDICT_NO
	    : VERDICT_NONE;
}

/* "No. 5", "Art. 12", "Jan. 20" */
static enum verdict
figure(const struct view *v)
{
	if (!is_figure(&v->right) || v->gap.closed ||
	    v->gap.terminator != TERMINATOR_STOP)
		return VERDICT_NONE;
	if (str_eq(str_slice(v->text, v->left.start, v->left.end), STR("no")))
		return VERDICT_NONE; /* the answer */
	return v->left.class == ABBREVIATION_NUMBER ||
		v->left.class == ABBREVIATION_MONTH ||
		v->left.class == ABBREVIATION_DAY
	    ? VERDICT_NO
	    : VERDICT_NONE;
}

/* "3 a.m. EDT" */
static enum verdict
zone(const struct view *v)
{
	size_t n = v->right.end - v->right.start;

	return v->left.class == ABBREVIATION_TIME && !v->gap.closed &&
		v->right.shape == SHAPE_UPPER && n <= 4 &&
		v->text.s[v->right.end - 1] == 'T'
	    ? VERDICT_NO
	    : VERDICT_NONE;
}

/* "At 6 a.m. Mr. Cole was awake": too short for a sentence. "He was gone by 7
 * a.m. Mr. Cole had a train": long enough. */
static enum verdict
early(const struct view *v)
{
	unsigned words;

	if (v->left.class != ABBREVIATION_TIME ||
	    v->right.class != ABBREVIATION_TITLE || v->follow != '.')
		return VERDICT_NONE;
	words = view_sofar(v).words;
	return words <= 3 ? VERDICT_NO
	    : words >= 5  ? VERDICT_YES
			  : VERDICT_NONE;
}

/* A word that is hardly ever seen in lower case, or not known. */
static bool
is_name(const struct sword *w)
{
	return is_capital(w) && w->lower <= 2;
}

/* "J. K. Obi", "L.H. Mitchell", "Oscar T. Crosby" */
static enum verdict
initials(const struct view *v)
{
	const struct sword *left = &v->left, *right = &v->right;

	if (v->gap.terminator != TERMINATOR_STOP || v->gap.closed ||
	    v->gap.opened)
		return VERDICT_NONE;
	if (left->shape == SHAPE_ACRONYM)
		return left->class == ABBREVIATION_NONE && is_name(right) &&
			right->shape != SHAPE_INITIAL && left->end -
			    left->start <= 5 &&
			byte_is_upper(v->text.s[left->start])
		    ? VERDICT_NO
		    : VERDICT_NONE;
	if (left->shape != SHAPE_INITIAL)
		return VERDICT_NONE;
	if (right->shape == SHAPE_INITIAL && v->follow == '.')
		return VERDICT_NO;
	if (right->end - right->start < 2 || !is_capital(right))
		return VERDICT_NONE;
	if (is_name(&v->left2) || v->left2.shape == SHAPE_ACRONYM)
		return is_name(right) || !right->starter ? VERDICT_NO
							 : VERDICT_NONE;
	return is_name(right) && is_capital(&v->right2) ? VERDICT_NO
							: VERDICT_NONE;
}

/* "... in the U.S. Howard Mosher says": a given name and a name begin. */
static enum verdict
given(const struct view *v)
{
	return (v->left.class == ABBREVIATION_COUNTRY ||
		   v->left.class == ABBREVIATION_CORP ||
		   v->left.class == ABBREVIATION_STATE) &&
		v->gap.terminator == TERMINATOR_STOP && v->right.given &&
		is_name(&v->right2) && v->follow == ' ' &&
		view_sofar(v).lowers >= 3
	    ? VERDICT_YES
	    : VERDICT_NONE;
}

/* "... the U.S." Officials said: an abbreviation ends a quotation, and a
 * word that has a capital for no other reason follows. */
static enum verdict
quoted(const struct view *v)
{
	return v->gap.terminator == TERMINATOR_STOP &&
		v->gap.closed == GAP_QUOTE && !v->gap.opened &&
		v->right.shape == SHAPE_CAPITAL && v->right.lower >= 6 &&
		!is_capital(&v->right2)
	    ? VERDICT_YES
	    : VERDICT_NONE;
}

/* "iPhone sales fell", "al-Haddad's men": no lower case to speak of. */
static enum verdict
brand(const struct view *v)
{
	return v->right.shape == SHAPE_BRAND &&
		v->left.shape == SHAPE_LOWER && !v->gap.closed &&
		v->left.class == ABBREVIATION_NONE && v->left.stopped < 6
	    ? VERDICT_YES
	    : VERDICT_NONE;
}

/* "z. B.", "a. C.": letters one by one. */
static enum verdict
letters(const struct view *v)
{
	return v->left.shape == SHAPE_LETTER && v->follow == '.' &&
		v->right.end - v->right.start == 1 && !v->gap.closed &&
		v->gap.terminator == TERMINATOR_STOP
	    ? VERDICT_NO
	    : VERDICT_NONE;
}

/* "am 21. Oktober", "10. Luis": ordinals of German, Turkish and others.
 * The words beside them are none that English texts have. */
static enum verdict
ordinal(const struct view *v)
{
	const struct sword *left = &v->left, *right = &v->right;

	if (left->shape != SHAPE_NUMBER || left->end - left->start > 2 ||
	    v->gap.terminator != TERMINATOR_STOP || v->gap.closed ||
	    v->gap.opened || !is_capital(right) ||
	    v->left2.end == v->left2.start)
		return VERDICT_NONE;
	if (v->left2.class == ABBREVIATION_ORDINAL &&
	    (right->lower <= 1 || right->class == ABBREVIATION_ORDINAL))
		return VERDICT_NO;
	return right->lower <= 1 && v->left2.shape == SHAPE_LOWER &&
		!v->left2.lower && !v->left2.stopped
	    ? VERDICT_NO
	    : VERDICT_NONE;
}

/* "el sr. Comey": with a capital it stands behind a name. */
static enum verdict
senor(const struct view *v)
{
	return v->left.class == ABBREVIATION_AFTER &&
		v->left.shape == SHAPE_LOWER && is_capital(&v->right)
	    ? VERDICT_NO
	    : VERDICT_NONE;
}

/* A plain word before, and behind a capital letter beyond ASCII or a sign
 * that opens. */
static enum verdict
foreign(const struct view *v)
{
	const struct sword *left = &v->left;

	if (v->gap.terminator != TERMINATOR_STOP || v->gap.closed ||
	    v->gap.apart || left->shape != SHAPE_LOWER ||
	    left->class != ABBREVIATION_NONE || !left->vowel ||
	    left->end - left->start < 6 || left->stopped > 5 ||
	    v->right.shape != SHAPE_CAPITAL)
		return VERDICT_NONE;
	return ((unsigned char)v->text.s[v->right.start] >= 0xc3 ||
		   v->gap.opened == GAP_QUOTE) &&
		!view_sofar(v).bracketed
	    ? VERDICT_YES
	    : VERDICT_NONE;
}

/* "It weighed 40 t. No one died." */
static enum verdict
unit(const struct view *v)
{
	return v->left.class == ABBREVIATION_UNIT &&
		is_figure(&v->left2) && v->right.shape == SHAPE_CAPITAL &&
		v->right.lower >= 5
	    ? VERDICT_YES
	    : VERDICT_NONE;
}

/* "The site was hacked. www.example.org was down." */
static enum verdict
address(const struct view *v)
{
	return v->right.shape == SHAPE_ADDRESS &&
		v->left.shape == SHAPE_LOWER &&
		v->left.class == ABBREVIATION_NONE && view_sofar(v).lowers > 1
	    ? VERDICT_YES
	    : VERDICT_NONE;
}

static const struct {
	const char *name;
	enum verdict (*judge)(const struct view *v);
} rules[] = {
	{ "script", script },
	{ "bullet", bullet },
	{ "credit", credit },
	{ "empty", empty },
	{ "item-number", item_number },
	{ "missing-blank", missing_blank },
	{ "face", face },
	{ "broken-off", broken_off },
	{ "elision", elision },
	{ "spaced-dots", spaced_dots },
	{ "going-on", going_on },
	{ "lower-case", lower_case },
	{ "title", title },
	{ "suffix", suffix },
	{ "place", place },
	{ "dateline", dateline },
	{ "inside", inside },
	{ "figure", figure },
	{ "zone", zone },
	{ "early", early },
	{ "initials", initials },
	{ "given", given },
	{ "quoted", quoted },
	{ "brand", brand },
	{ "letters", letters },
	{ "ordinal", ordinal },
	{ "senor", senor },
	{ "foreign", foreign },
	{ "unit", unit },
	{ "address", address },
};

enum verdict
rule_judge(const struct view *v, const char **name)
{
	enum verdict verdict = VERDICT_NONE;
	size_t i;

	for (i = 0; i < sizeof rules / sizeof *rules && !verdict; i++) {
		verdict = rules[i].judge(v);
		*name = rules[i].name;
	}
	return verdict;
}

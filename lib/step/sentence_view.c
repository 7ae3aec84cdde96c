/* sentence_view - what can be seen from a gap */
#include "sentence_view.h"

#include "sentence_byte.h"
#include "utf8.h"

enum { BACK = 240 }; /* bytes of the sentence so far that are looked at */

void
view_left(const struct sentence_words *w, struct str text,
    const struct gap *g, struct view *v)
{
	size_t end = g->stop;

	v->text = text;
	v->gap = *g;
	while (end > g->begin && text.s[end - 1] == ' ')
		end--;
	sword_before(w, text, g->begin, end, &v->left);
}

/* What a byte of the sentence so far is; 0 for a blank and the like. */
enum part { LETTER = 1, WITHIN = 2, OPENS = 4, CLOSES = 8, QUOTE = 16 };

/* Beyond ASCII all are letters, but for two that may begin quotation marks. */
#define TEN 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
static const uint8_t parts[256] = {
	['\''] = WITHIN, ['-'] = WITHIN, ['.'] = WITHIN, ['('] = OPENS,
	['['] = OPENS, [')'] = CLOSES, [']'] = CLOSES, ['"'] = QUOTE,
	['A'] = TEN, TEN, 1, 1, 1, 1, 1, 1,
	['a'] = TEN, TEN, 1, 1, 1, 1, 1, 1,
	[0x80] = TEN, TEN, TEN, TEN, TEN, TEN, 1, 1, 1, 1, 1, 1,
	[0xc2] = QUOTE, TEN, TEN, TEN, 1,
	[0xe2] = QUOTE, TEN, TEN, 1, 1, 1, 1, 1, 1, 1, 1, 1
};

/* Quotation marks of the sentence so far. A straight one opens or closes by
 * turns, a curly one says which it does. */
static bool
see_quote(const struct view *v, size_t at, bool quoted)
{
	const unsigned char *p = (const unsigned char *)v->text.s + at;

	if (*p == '"')
		return !quoted;
	if (*p == 0xe2 && v->gap.stop - at >= 3 && p[1] == 0x80)
		return p[2] == 0x9c || p[2] == 0x9e ? true
		    : p[2] == 0x9d		    ? false
						    : quoted;
	if (*p == 0xc2 && v->gap.stop - at >= 2 &&
	    (p[1] == 0xab || p[1] == 0xbb))
		return p[1] == 0xab;
	return quoted;
}

/* Counts the word that begins at an offset; gives the end of it. */
static size_t
see_word(const struct view *v, size_t at, struct sofar *s)
{
	const unsigned char *p = (const unsigned char *)v->text.s;
	size_t stop = v->gap.stop;

	s->words++;
	s->lowers += stop - at > 2 && byte_is_lower(p[at]) &&
	    byte_is_lower(p[at + 1]) && byte_is_lower(p[at + 2]);
	while (at < stop && parts[p[at]] & (LETTER | WITHIN))
		at++;
	return at;
}

struct sofar
view_sofar(const struct view *v)
{
	const unsigned char *p = (const unsigned char *)v->text.s;
	size_t at = v->gap.begin, stop = v->gap.stop;
	struct sofar s = { 0 };

	if (stop - at > BACK)
		at = stop - BACK;
	while (at < stop) {
		switch (parts[p[at]]) {
		case LETTER:
			at = see_word(v, at, &s);
			continue;
		case OPENS:
			s.bracketed = true;
			break;
		case CLOSES:
			s.bracketed = false;
			break;
		case QUOTE:
			s.quoted = see_quote(v, at, s.quoted);
			break;
		}
		at++;
	}
	return s;
}

void
view_rest(const struct sentence_words *w, struct view *v)
{
	struct str text = v->text;
	size_t at = v->left.start;

	while (at > v->gap.begin &&
	    ((unsigned char)text.s[at - 1] <= ' ' || text.s[at - 1] == ','))
		at--;
	sword_before(w, text, v->gap.begin, at, &v->left2);
	sword_at(w, text, gap_right(text, &v->gap), &v->right);
	at = v->right.end;
	v->follow = at < text.n ? (unsigned char)text.s[at] : 0;
	if (v->follow == '\'' || v->follow == 0xe2) /* a possessive */
		while (at < text.n && (unsigned char)text.s[at] > ' ')
			at++;
	while (at < text.n && ((unsigned char)text.s[at] <= ' ' ||
		text.s[at] == '.' || text.s[at] == ',' ||
		text.s[at] == '"' || text.s[at] == '('))
		at++;
	sword_at(w, text, at, &v->right2);
}

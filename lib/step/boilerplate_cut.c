/* boilerplate_cut - places where something was glued to a text
 *
 * When the text of a page is taken out of its elements, neighbours may run
 * together: "... makes all the difference.Syria's President", "... televised
 * remarksImage: A. Smith". Three signs of it are looked for:
 *
 *   - a word in lower case, a full stop (and quotation marks), and a capital
 *     with no blank between: no writer does that, save in addresses;
 *   - a word in lower case with a credit's cue ("Image:") right behind it;
 *   - a last sentence that as a whole is a cue ("Here's the full story.").
 *
 * A cut decides nothing: both parts are judged, and parts of one kind are put
 * together again. */
#include "boilerplate_cut.h"

#include <string.h>

enum {
	TAIL_MAX = 90,    /* bytes of a last sentence that is looked at */
	ADDRESS_MAX = 120 /* bytes before a stop that may be an address */
};

static bool
is_lower(char c)
{
	return (unsigned)(c - 'a') < 26;
}

static bool
is_upper(char c)
{
	return (unsigned)(c - 'A') < 26;
}

/* Bytes of a quotation mark or closing bracket at an offset; 0: none. */
static size_t
quote_length(struct str s, size_t at)
{
	if (at < s.n && (s.s[at] == '"' || s.s[at] == ')'))
		return 1;
	if (str_starts(str_slice(s, at, s.n), STR("\xe2\x80\x9d")) ||
	    str_starts(str_slice(s, at, s.n), STR("\xe2\x80\x99")))
		return 3;
	return 0;
}

/* Whether a new text begins at an offset: a capital and more of a word, or an
 * opening quotation mark. */
static bool
begins(struct str s, size_t at)
{
	if (at + 2 >= s.n)
		return false;
	if (str_starts(str_slice(s, at, s.n), STR("\xe2\x80\x9c")))
		return true;
	return is_upper(s.s[at]) && (is_lower(s.s[at + 1]) ||
	    (s.s[at + 1] == ' ' && (s.s[at] == 'A' || s.s[at] == 'I')) ||
	    (unsigned char)s.s[at + 1] >= 0x80);
}

/* Whether the full stop at an offset ends a word of some length, which is
 * not part of an address. */
static bool
ends_word(struct str s, size_t at)
{
	size_t i = at, letters = 0;

	while (i > 0 && letters < 3 && (is_lower(s.s[i - 1]) ||
	    (unsigned char)s.s[i - 1] >= 0x80 || quote_length(s, i - 1))) {
		letters++;
		i--;
	}
	if (letters < 2)
		return false;
	for (; i > 0 && at - i < ADDRESS_MAX && s.s[i - 1] != ' '; i--)
		if (s.s[i - 1] == '/' || s.s[i - 1] == '@')
			return false;
	return true;
}

/* Where a text begins that is glued to the full stop at an offset; 0: none
 * does. */
static size_t
after_stop(struct str s, size_t at)
{
	size_t next = at + 1, quote;

	while ((quote = quote_length(s, next)) != 0)
		next += quote;
	return begins(s, next) && ends_word(s, at) ? next : 0;
}

/* Whether a credit's cue is glued to a word, at the offset of its colon. */
static size_t
before_colon(const struct lexica *x, struct str s, size_t at)
{
	size_t start = at;
	enum junk junk;

	while (start > 0 && is_lower(s.s[start - 1]) && at - start < 12)
		start--;
	if (start < 2 || !is_upper(s.s[start - 1]) ||
	    !is_lower(s.s[start - 2]))
		return 0;
	start--;
	return measure_cue(x, str_slice(s, start, at + 1), &junk) > 1 &&
	    junk == JUNK_CREDIT ? start : 0;
}

/* Whether the last sentence, from an offset on, is a cue as a whole. */
static bool
is_cue(const struct lexica *x, struct str s, size_t at)
{
	struct measure m;

	if (s.n - at > TAIL_MAX || s.n - at < 3 ||
	    !measure_begins(x, str_slice(s, at, s.n)))
		return false;
	measure(x, str_slice(s, at, s.n), 1, &m);
	return m.cue_at_start && m.cue_at_start != JUNK_CREDIT &&
	    m.cue_at_start != JUNK_TEASER && m.words <= 12;
}

/* Sixteen bytes at once, as gcc and clang have them on every machine. */
typedef uint8_t bytes16 __attribute__((vector_size(16)));

/* Whether there is a full stop, a mark of exclamation or question, or a colon
 * among sixteen bytes. */
static inline bool
has_sign(const char *p)
{
	bytes16 v, found;
	uint64_t half[2];

	memcpy(&v, p, 16);
	found = (bytes16)(v == '.') | (bytes16)(v == '!') |
	    (bytes16)(v == '?') | (bytes16)(v == ':');
	memcpy(half, &found, 16);
	return (half[0] | half[1]) != 0;
}

/* The offset of the next such byte at or after one. */
static size_t
next_sign(struct str s, size_t at)
{
	while (at + 16 <= s.n && !has_sign(s.s + at))
		at += 16;
	while (at < s.n && s.s[at] != '.' && s.s[at] != '!' &&
	    s.s[at] != '?' && s.s[at] != ':')
		at++;
	return at;
}

/* The offset behind the blank that follows a stop, a quotation mark between
 * them or not; 0: no blank does. */
static size_t
next_sentence(struct str s, size_t at)
{
	at++;
	if (s.s[at] == '"' && at + 1 < s.n)
		at++;
	return s.s[at] == ' ' ? at + 1 : 0;
}

size_t
cut_find(const struct lexica *x, struct str text, size_t cuts[CUTS_MAX])
{
	size_t at, cut, next, last = 0, n = 0;

	for (at = next_sign(text, 1); at + 2 < text.n && n < CUTS_MAX - 1;
	     at = next_sign(text, at + 1)) {
		if (text.s[at] == ':') {
			cut = before_colon(x, text, at);
		} else if ((next = next_sentence(text, at)) != 0) {
			last = next;
			continue;
		} else {
			cut = after_stop(text, at);
		}
		if (cut)
			cuts[n++] = cut;
	}
	if (last && (!n || last > cuts[n - 1]) && is_cue(x, text, last))
		cuts[n++] = last;
	return n;
}

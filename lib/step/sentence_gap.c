/* sentence_gap - the places where a sentence may end
 *
 * A text is nearly all letters and blanks. For each of the few signs that may
 * end a sentence the next place is kept, found by memchr(3), which is the
 * fastest search there is; the nearest of them is looked at. Of the bytes
 * beyond ASCII those that begin such a sign are told by a table. */
#include "sentence_gap.h"

#include <string.h>

#include "sentence_byte.h"
#include "utf8.h"

/* Bytes beyond ASCII that may begin a gap. */
static const bool triggers[256] = {
	[0xd6] = true, /* Armenian */
	[0xd8] = true, /* Arabic question mark */
	[0xdb] = true, /* Urdu full stop */
	[0xe0] = true, /* danda */
	[0xe1] = true, /* Ethiopic, Burmese, Khmer */
	[0xe2] = true, /* ellipsis, dash, bullets, signs with faces */
	[0xe3] = true, /* ideographic full stop */
	[0xef] = true, /* full-width signs */
	[0xf0] = true, /* emoji */
};

/* Signs beyond ASCII that end a sentence. */
static const struct {
	char bytes[4];
	uint8_t length, terminator;
} beyond[] = {
	{ "\xd8\x9f", 2, TERMINATOR_QUESTION },     /* ؟ */
	{ "\xdb\x94", 2, TERMINATOR_STOP },         /* ۔ */
	{ "\xd6\x89", 2, TERMINATOR_STOP },         /* Armenian */
	{ "\xe0\xa5\xa4", 3, TERMINATOR_SCRIPT },   /* danda */
	{ "\xe0\xa5\xa5", 3, TERMINATOR_SCRIPT },   /* double danda */
	{ "\xe1\x8d\xa2", 3, TERMINATOR_SCRIPT },   /* Ethiopic */
	{ "\xe1\x8d\xa7", 3, TERMINATOR_SCRIPT },
	{ "\xe1\x81\x8b", 3, TERMINATOR_SCRIPT },   /* Burmese */
	{ "\xe1\x9f\x94", 3, TERMINATOR_SCRIPT },   /* Khmer */
	{ "\xe3\x80\x82", 3, TERMINATOR_SCRIPT },   /* 。 */
	{ "\xef\xbc\x81", 3, TERMINATOR_SCRIPT },   /* full-width ! */
	{ "\xef\xbc\x9f", 3, TERMINATOR_SCRIPT },   /* full-width ? */
	{ "\xef\xbd\xa1", 3, TERMINATOR_SCRIPT },   /* half-width full stop */
	{ "\xe2\x80\xa6", 3, TERMINATOR_DOTS },     /* … */
	{ "\xe2\x80\xbc", 3, TERMINATOR_EXCLAIM },  /* double ! */
	{ "\xe2\x81\x87", 3, TERMINATOR_QUESTION }, /* double ? */
	{ "\xe2\x81\x88", 3, TERMINATOR_EXCLAIM },
	{ "\xe2\x81\x89", 3, TERMINATOR_EXCLAIM },
};

static bool
starts(struct str text, size_t at, const char *bytes, size_t n)
{
	return text.n - at >= n && memcmp(text.s + at, bytes, n) == 0;
}

/* The length of a sign that ends a sentence, 0 for none. */
static size_t
ending(struct str text, size_t at, enum terminator *terminator)
{
	size_t i;

	if (at >= text.n)
		return 0;
	switch (text.s[at]) {
	case '.':
		*terminator = TERMINATOR_STOP;
		return 1;
	case '?':
		*terminator = TERMINATOR_QUESTION;
		return 1;
	case '!':
		*terminator = TERMINATOR_EXCLAIM;
		return 1;
	}
	if (!triggers[(unsigned char)text.s[at]])
		return 0;
	for (i = 0; i < sizeof beyond / sizeof *beyond; i++)
		if (beyond[i].bytes[0] == text.s[at] &&
		    starts(text, at, beyond[i].bytes, beyond[i].length)) {
			*terminator = beyond[i].terminator;
			return beyond[i].length;
		}
	return 0;
}

/* Signs that close, with their kind. An apostrophe before a letter and a
 * straight quotation mark that opens are told apart by what follows. */
static size_t
closing(struct str text, size_t at, uint8_t *kind)
{
	static const struct {
		char bytes[4];
		uint8_t length, kind;
	} signs[] = {
		{ "\xe2\x80\x9d", 3, GAP_QUOTE }, /* ” */
		{ "\xe2\x80\x99", 3, GAP_QUOTE }, /* ’ */
		{ "\xe2\x80\x9c", 3, GAP_QUOTE }, /* “ of German */
		{ "\xe2\x80\xba", 3, GAP_QUOTE }, /* › */
		{ "\xc2\xbb", 2, GAP_QUOTE },     /* » */
		{ "\xc2\xab", 2, GAP_QUOTE },     /* « of German */
		{ "\xe3\x80\x8d", 3, GAP_QUOTE },
		{ "\xe3\x80\x8f", 3, GAP_QUOTE },
		{ "\xe3\x80\x8b", 3, GAP_QUOTE },
		{ "\xef\xbc\x89", 3, GAP_BRACKET },
	};
	size_t i;

	if (at >= text.n)
		return 0;
	switch (text.s[at]) {
	case '"':
		*kind = GAP_QUOTE;
		return 1;
	case '\'':
		*kind = GAP_QUOTE;
		return starts(text, at, "''", 2) ? 2 : 1;
	case ')':
	case ']':
	case '}':
		*kind = GAP_BRACKET;
		return 1;
	}
	if ((unsigned char)text.s[at] < 0x80)
		return 0;
	for (i = 0; i < sizeof signs / sizeof *signs; i++)
		if (signs[i].bytes[0] == text.s[at] &&
		    starts(text, at, signs[i].bytes, signs[i].length)) {
			*kind = signs[i].kind;
			return signs[i].length;
		}
	return 0;
}

static size_t
opening(struct str text, size_t at, uint8_t *kind)
{
	static const struct {
		char bytes[4];
		uint8_t length, kind;
	} signs[] = {
		{ "\xe2\x80\x9c", 3, GAP_QUOTE },  /* “ */
		{ "\xe2\x80\x98", 3, GAP_QUOTE },  /* ‘ */
		{ "\xe2\x80\x9e", 3, GAP_QUOTE },  /* „ */
		{ "\xe2\x80\x9d", 3, GAP_QUOTE },  /* ” of Swedish */
		{ "\xc2\xab", 2, GAP_QUOTE },      /* « */
		{ "\xc2\xbb", 2, GAP_QUOTE },      /* » of German */
		{ "\xe2\x80\x93", 3, GAP_DASH },   /* – */
		{ "\xe2\x80\x94", 3, GAP_DASH },   /* — */
		{ "\xe2\x80\xa2", 3, GAP_BULLET }, /* bullets */
		{ "\xe2\x81\x83", 3, GAP_BULLET },
		{ "\xe2\x97\x8f", 3, GAP_BULLET },
		{ "\xe2\x96\xaa", 3, GAP_BULLET },
		{ "\xe2\x96\xa0", 3, GAP_BULLET },
		{ "\xe2\x97\xa6", 3, GAP_BULLET },
		{ "\xe2\x80\xa3", 3, GAP_BULLET },
		{ "\xc2\xb7", 2, GAP_BULLET },
		{ "\xc2\xbf", 2, 0 },              /* inverted ? */
		{ "\xc2\xa1", 2, 0 },              /* inverted ! */
	};
	size_t i;

	switch (text.s[at]) {
	case '"':
	case '\'':
	case '`':
		*kind = GAP_QUOTE;
		return 1;
	case '(':
	case '[':
	case '{':
		*kind = GAP_BRACKET;
		return 1;
	case '-':
		*kind = GAP_DASH;
		return 1;
	case '*':
		*kind = GAP_BULLET;
		return 1;
	}
	if ((unsigned char)text.s[at] < 0x80)
		return 0;
	for (i = 0; i < sizeof signs / sizeof *signs; i++)
		if (signs[i].bytes[0] == text.s[at] &&
		    starts(text, at, signs[i].bytes, signs[i].length)) {
			*kind = signs[i].kind;
			return signs[i].length;
		}
	return 0;
}

/* The length of blanks at an offset: ASCII, no-break and ideographic. */
static size_t
blanks(struct str text, size_t at)
{
	size_t from = at;

	while (at < text.n && (unsigned char)text.s[at] == ' ')
		at++;
	if (at < text.n && (unsigned char)(text.s[at] - '!') < 0x80 - '!')
		return at - from;
	for (;;) {
		if (at < text.n && (unsigned char)text.s[at] <= ' ')
			at++;
		else if (starts(text, at, "\xc2\xa0", 2))
			at += 2;
		else if (starts(text, at, "\xe3\x80\x80", 3))
			at += 3;
		else if (starts(text, at, "\xe2\x80\xaf", 3))
			at += 3;
		else
			return at - from;
	}
}

size_t
gap_face(struct str text, size_t at)
{
	static const char *const eyes = ":;=8";
	size_t i = at;
	uint32_t c;

	if (at >= text.n || byte_is_letter(text.s[at]))
		return 0;
	if ((unsigned char)text.s[at] >= 0xe2) {
		c = utf8_decode(text, at, &i);
		return (c >= 0x1f300 && c < 0x1fb00) ||
			(c >= 0x2600 && c < 0x27c0) || c == 0x200d ||
			c == 0xfe0f
		    ? i
		    : 0;
	}
	if (text.s[at] == '<' && starts(text, at, "<3", 2))
		return 2;
	if (!strchr(eyes, text.s[i]) || !text.s[i])
		return 0;
	i++;
	if (i < text.n && (text.s[i] == '-' || text.s[i] == '\''))
		i++;
	if (i >= text.n || !text.s[i] || !strchr("()DPp/|]*", text.s[i]))
		return 0;
	while (i + 1 < text.n && text.s[i + 1] == text.s[i])
		i++;
	if (i + 1 < text.n && byte_is_letter(text.s[i + 1]))
		return 0;
	return i + 1 - at;
}

/* Faces behind the end, with blanks before them, belong to the sentence. */
static void
take_faces(struct str text, struct gap *g)
{
	size_t at, n;

	for (at = g->end; (n = gap_face(text, at + blanks(text, at))) != 0;
	     g->end = at)
		at += blanks(text, at) + n;
}

/* Dots with blanks between them: gives the end of the run, and how many. */
static size_t
spaced_dots(struct str text, size_t at, unsigned *count)
{
	size_t end = at + 1, next;

	*count = 1;
	while (end < text.n) {
		next = end + blanks(text, end);
		if (next >= text.n || text.s[next] != '.' || next == end ||
		    next - end > 2 ||
		    (next + 1 < text.n && byte_is_letter(text.s[next + 1])) ||
		    (next + 1 < text.n && byte_is_digit(text.s[next + 1])))
			break;
		end = next + 1;
		++*count;
	}
	return end;
}

/* The run of signs that end, from g->stop on. */
static void
take_terminator(struct str text, struct gap *g)
{
	enum terminator t = TERMINATOR_STOP;
	unsigned dots = 0, count;
	size_t at = g->stop, n;
	bool script = false, exclaim = false, question = false;

	while ((n = ending(text, at, &t)) != 0) {
		if (t == TERMINATOR_STOP) {
			at = spaced_dots(text, at, &count);
			dots += count;
			continue;
		}
		dots += t == TERMINATOR_DOTS ? 3 : 0;
		script |= t == TERMINATOR_SCRIPT;
		exclaim |= t == TERMINATOR_EXCLAIM;
		question |= t == TERMINATOR_QUESTION;
		at += n;
	}
	g->closers = at;
	g->terminator = script ? TERMINATOR_SCRIPT
	    : exclaim	       ? TERMINATOR_EXCLAIM
	    : question	       ? TERMINATOR_QUESTION
	    : dots >= 4	       ? TERMINATOR_FOUR
	    : dots >= 2	       ? TERMINATOR_DOTS
			       : TERMINATOR_STOP;
}

/* Whether a byte may begin a word. */
static bool
is_solid(char c)
{
	return byte_is_letter(c) || (unsigned char)c >= 0xc3;
}

/* The length of a note's number or an elision in brackets, "[12]" "[...]",
 * with a blank before. */
static size_t
note(struct str text, size_t at)
{
	size_t i = at, from;

	if (i < text.n && text.s[i] == ' ')
		i++;
	if (i >= text.n || text.s[i++] != '[')
		return 0;
	from = i;
	if (starts(text, i, "...", 3) || starts(text, i, "\xe2\x80\xa6", 3))
		i += 3;
	else
		while (i < text.n && byte_is_digit(text.s[i]))
			i++;
	if (i == from || i - from > 3 || i >= text.n || text.s[i] != ']')
		return 0;
	return i + 1 - at;
}

/* The signs that close, and where the next visible byte is. */
static void
take_closers(struct str text, struct gap *g)
{
	size_t at = g->closers, n, gone;
	uint8_t kind = 0;

	while ((n = closing(text, at, &kind)) != 0) {
		/* 's, and a quotation mark that opens: .“Xxx */
		if (at + n < text.n && is_solid(text.s[at + n]) &&
		    (text.s[at] == '\'' || starts(text, at, "\xe2\x80\x9c", 3)))
			break;
		g->closed |= kind;
		at += n;
	}
	gone = blanks(text, at);
	if (gone && at == g->closers && starts(text, at + gone, "\xc2\xbb", 2)) {
		at += gone + 2; /* « Oui ? » */
		g->closed |= GAP_QUOTE;
	}
	while ((n = note(text, at)) != 0)
		at += n;
	g->end = at;
	if (g->terminator != TERMINATOR_FACE)
		take_faces(text, g);
	gone = blanks(text, g->end);
	g->spaced = gone > 0;
	g->next = g->end + gone;
}

/* Whether the unspaced stop at the gap could still end a sentence:
 * "difference.Syria's", not "example.com", "4.5", "U.S.A". */
static bool
missing_blank(struct str text, const struct gap *g)
{
	size_t at = g->closers, n = 0;
	const char *p = text.s + g->stop;

	if (g->end > g->closers)
		return byte_is_letter(text.s[g->next]) && (text.s[g->next] & 32) == 0;
	if (g->stop < 2 || !byte_is_lower(p[-1]) || !byte_is_lower(p[-2]))
		return false;
	if (!byte_is_upper(text.s[at]))
		return false;
	for (at++; at < text.n && (byte_is_letter(text.s[at]) ||
		text.s[at] == '\''); at++)
		n += byte_is_lower(text.s[at]);
	if (at < text.n && (text.s[at] == '@' || text.s[at] == '/'))
		return false;
	return n > 0 && !starts(text, g->closers, "Com", 3) &&
	    !starts(text, g->closers, "Net", 3) &&
	    !starts(text, g->closers, "Org", 3);
}

/* Whether a gap that is described is worth a thought. */
static bool
worth(struct str text, const struct gap *g)
{
	if (g->next >= text.n)
		return false;
	return g->spaced || g->terminator == TERMINATOR_SCRIPT ||
	    missing_blank(text, g);
}

/* A sign that ends a sentence at g->stop. */
static bool
ends(struct str text, struct gap *g)
{
	/* the usual: a letter or digit follows, no sentence ends */
	if (g->stop + 1 < text.n &&
	    (byte_is_lower(text.s[g->stop + 1]) ||
		byte_is_digit(text.s[g->stop + 1]))) {
		g->closers = g->stop + 1;
		return false;
	}
	take_terminator(text, g);
	take_closers(text, g);
	return worth(text, g);
}

/* A bracket at g->stop: "1) Xxx 2) Yyy", ":-)". */
static bool
closes(struct str text, struct gap *g)
{
	size_t face, back;

	g->closers = g->stop + 1;
	for (back = 1; back <= 2 && back <= g->stop; back++) {
		face = gap_face(text, g->stop - back);
		if (face > back && (g->stop == back ||
			text.s[g->stop - back - 1] == ' ')) {
			g->stop -= back;
			g->closers = g->stop + face;
			g->terminator = TERMINATOR_FACE;
			take_closers(text, g);
			return worth(text, g);
		}
	}
	g->terminator = TERMINATOR_MARK;
	take_closers(text, g);
	return g->end == g->stop + 1 && g->spaced && g->next < text.n;
}

/* A sign beyond ASCII at g->stop. */
static bool
goes_beyond(struct str text, struct gap *g)
{
	enum terminator t;
	uint8_t kind = 0;
	size_t n, length;

	if (ending(text, g->stop, &t)) {
		take_terminator(text, g);
		take_closers(text, g);
		return worth(text, g);
	}
	utf8_decode(text, g->stop, &length);
	g->closers = g->stop + length;
	if (starts(text, g->stop, "\xe2\x80\x94", 3)) {
		g->terminator = TERMINATOR_DASH;
		take_closers(text, g);
		return (g->closed & GAP_QUOTE) && worth(text, g);
	}
	n = opening(text, g->stop, &kind);
	if (n && kind == GAP_BULLET) {
		if (!g->stop || text.s[g->stop - 1] != ' ')
			return false;
		g->terminator = TERMINATOR_BULLET;
		g->end = g->stop - 1;
		g->spaced = true;
		g->next = g->stop;
		return true;
	}
	for (n = 0; (length = gap_face(text, g->stop + n)) != 0; n += length)
		;
	if (!n)
		return false;
	g->closers = g->stop + n;
	g->terminator = TERMINATOR_FACE;
	take_closers(text, g);
	return g->spaced && worth(text, g);
}

static bool
describe(struct str text, struct gap *g)
{
	g->end = g->next = 0;
	g->closed = g->opened = 0;
	g->spaced = false;
	g->apart = g->stop && text.s[g->stop - 1] == ' ';
	switch (text.s[g->stop]) {
	case '.':
	case '?':
	case '!':
		return ends(text, g);
	case ')':
		return closes(text, g);
	}
	return goes_beyond(text, g);
}

enum { SIGNS = 4, BEYOND = SIGNS }; /* of struct gap_scan */

/* Whether some of n bytes, a multiple of 8, is beyond ASCII. */
static bool
any_beyond(const char *p, size_t n)
{
	uint64_t w, all = 0;
	size_t i;

	for (i = 0; i < n; i += sizeof w) {
		memcpy(&w, p + i, sizeof w);
		all |= w;
	}
	return (all & 0x8080808080808080u) != 0;
}

/* Quotation marks and apostrophes, the most frequent of all: ‘ ’ “ ” */
static bool
is_curly(const char *p)
{
	return p[0] == '\xe2' && p[1] == '\x80' && (p[2] & 0xf8) == 0x98;
}

/* The next byte beyond ASCII that may begin a gap. */
static size_t
next_beyond(struct str text, size_t at)
{
	while (at < text.n) {
		if (text.n - at >= 32 && !any_beyond(text.s + at, 32))
			at += 32;
		else if (text.n - at >= 8 && !any_beyond(text.s + at, 8))
			at += 8;
		else if (!triggers[(unsigned char)text.s[at]])
			at++;
		else if (text.n - at > 3 && is_curly(text.s + at))
			at += 3;
		else
			return at;
	}
	return text.n;
}

static size_t
next_sign(struct str text, int i, size_t at)
{
	static const char signs[SIGNS] = { '.', '?', '!', ')' };
	const char *found;

	if (i == BEYOND)
		return next_beyond(text, at);
	found = at < text.n ? memchr(text.s + at, signs[i], text.n - at)
			    : NULL;
	return found ? (size_t)(found - text.s) : text.n;
}

void
gap_scan(struct gap_scan *s, struct str text)
{
	int i;

	s->text = text;
	for (i = 0; i <= BEYOND; i++)
		s->next[i] = next_sign(text, i, 0);
}

/* The nearest sign at or after an offset. */
static size_t
nearest(struct gap_scan *s, size_t from)
{
	size_t at = s->text.n;
	int i;

	for (i = 0; i <= BEYOND; i++) {
		if (s->next[i] < from)
			s->next[i] = next_sign(s->text, i, from);
		if (s->next[i] < at)
			at = s->next[i];
	}
	return at;
}

bool
gap_next(struct gap_scan *s, size_t from, struct gap *g)
{
	while ((g->stop = nearest(s, from)) < s->text.n) {
		if (describe(s->text, g))
			return true;
		from = g->closers;
	}
	return false;
}

bool
gap_blank(struct str text, size_t from, size_t limit, struct gap *g)
{
	size_t at = from, end = limit < text.n ? limit : text.n;
	const char *found;

	while (at < end && (found = memchr(text.s + at, ' ', end - at))) {
		at = (size_t)(found - text.s);
		*g = (struct gap){ .stop = at, .closers = at, .end = at,
			.next = at + blanks(text, at),
			.terminator = TERMINATOR_NOTHING, .spaced = true };
		at = g->next;
		if (at < text.n && g->stop && !byte_is_lower(text.s[at]))
			return true;
	}
	return false;
}

bool
gap_is_dotted(struct str text, const struct gap *g)
{
	return (g->terminator == TERMINATOR_DOTS ||
		g->terminator == TERMINATOR_FOUR) &&
	    g->closers - g->stop >= 5 && text.s[g->stop] == '.' &&
	    text.s[g->stop + 1] == ' ';
}

size_t
gap_right(struct str text, struct gap *g)
{
	size_t at = g->next, n;
	uint8_t kind = 0;

	while (at < text.n && (n = opening(text, at, &kind)) != 0) {
		g->opened |= kind;
		at += n;
		if (kind == GAP_DASH || kind == GAP_BULLET)
			at += blanks(text, at);
	}
	return at;
}

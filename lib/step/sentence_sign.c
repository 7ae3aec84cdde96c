/* sentence_sign - the signs between sentences */
#include "sentence_sign.h"

#include <string.h>

#include "sentence_byte.h"
#include "utf8.h"

/* A sign beyond ASCII. */
struct sign {
	char bytes[4];
	uint8_t length, kind; /* enum terminator or enum gap_signs */
};

static const struct sign enders[] = {
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

static const struct sign closers[] = {
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

static const struct sign openers[] = {
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

/* The sign of a list that stands at an offset; NULL for none. */
static const struct sign *
find(const struct sign *signs, size_t count, struct str text, size_t at)
{
	const char *p = text.s + at;
	size_t left = text.n - at, i;

	if (left < 2)
		return NULL;
	for (i = 0; i < count; i++)
		if (signs[i].bytes[1] == p[1] && signs[i].bytes[0] == p[0] &&
		    (signs[i].length == 2 ||
			(left > 2 && signs[i].bytes[2] == p[2])))
			return &signs[i];
	return NULL;
}

bool
sign_is(struct str text, size_t at, const char *bytes, size_t n)
{
	return text.n - at >= n && memcmp(text.s + at, bytes, n) == 0;
}

/* The length of a sign that ends a sentence, 0 for none. */
size_t
sign_ends(struct str text, size_t at, enum terminator *terminator)
{
	const struct sign *s;

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
	if ((unsigned char)text.s[at] < 0x80)
		return 0;
	s = find(enders, sizeof enders / sizeof *enders, text, at);
	if (!s)
		return 0;
	*terminator = s->kind;
	return s->length;
}

/* Signs that close, with their kind. An apostrophe before a letter and a
 * straight quotation mark that opens are told apart by what follows. */
size_t
sign_closes(struct str text, size_t at, uint8_t *kind)
{
	const struct sign *s;

	if (at >= text.n)
		return 0;
	switch (text.s[at]) {
	case '"':
		*kind = GAP_QUOTE;
		return 1;
	case '\'':
		*kind = GAP_QUOTE;
		return sign_is(text, at, "''", 2) ? 2 : 1;
	case ')':
	case ']':
	case '}':
		*kind = GAP_BRACKET;
		return 1;
	}
	if ((unsigned char)text.s[at] < 0x80)
		return 0;
	s = find(closers, sizeof closers / sizeof *closers, text, at);
	if (!s)
		return 0;
	*kind = s->kind;
	return s->length;
}

size_t
sign_opens(struct str text, size_t at, uint8_t *kind)
{
	const struct sign *s;

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
	s = find(openers, sizeof openers / sizeof *openers, text, at);
	if (!s)
		return 0;
	*kind = s->kind;
	return s->length;
}

/* The length of blanks at an offset: ASCII, no-break and ideographic. */
size_t
sign_blanks(struct str text, size_t at)
{
	size_t from = at;

	while (at < text.n && (unsigned char)text.s[at] == ' ')
		at++;
	if (at < text.n && (unsigned char)(text.s[at] - '!') < 0x80 - '!')
		return at - from;
	for (;;) {
		if (at < text.n && (unsigned char)text.s[at] <= ' ')
			at++;
		else if (sign_is(text, at, "\xc2\xa0", 2))
			at += 2;
		else if (sign_is(text, at, "\xe3\x80\x80", 3))
			at += 3;
		else if (sign_is(text, at, "\xe2\x80\xaf", 3))
			at += 3;
		else
			return at - from;
	}
}

size_t
sign_face(struct str text, size_t at)
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
	if (text.s[at] == '<' && sign_is(text, at, "<3", 2))
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

/* The length of a note's number or an elision in brackets, "[12]" "[...]",
 * with a blank before. */
size_t
sign_note(struct str text, size_t at)
{
	size_t i = at, from;

	if (i < text.n && text.s[i] == ' ')
		i++;
	if (i >= text.n || text.s[i++] != '[')
		return 0;
	from = i;
	if (sign_is(text, i, "...", 3) || sign_is(text, i, "\xe2\x80\xa6", 3))
		i += 3;
	else
		while (i < text.n && byte_is_digit(text.s[i]))
			i++;
	if (i == from || i - from > 3 || i >= text.n || text.s[i] != ']')
		return 0;
	return i + 1 - at;
}

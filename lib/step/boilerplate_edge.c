/* boilerplate_edge - how a text begins and ends */
#include "boilerplate_edge.h"

#include "boilerplate_word.h"

enum { HASHED = 96 }; /* bytes by which a line is known */

static enum edge
sign_edge(struct str s, size_t at)
{
	static const struct {
		struct str sign;
		enum edge edge;
	} signs[] = { { STR_INIT("\xe3\x80\x82"), EDGE_STOP },
		{ STR_INIT("\xe0\xa5\xa4"), EDGE_STOP },
		{ STR_INIT("\xe2\x80\xa6"), EDGE_ELLIPSIS },
		{ STR_INIT("\xef\xbc\x9f"), EDGE_ASK },
		{ STR_INIT("\xef\xbc\x81"), EDGE_ASK },
		{ STR_INIT("\xd8\x9f"), EDGE_ASK },
		{ STR_INIT("\xe2\x80\x98"), EDGE_QUOTE },
		{ STR_INIT("\xe2\x80\x99"), EDGE_QUOTE },
		{ STR_INIT("\xe2\x80\x9c"), EDGE_QUOTE },
		{ STR_INIT("\xe2\x80\x9d"), EDGE_QUOTE },
		{ STR_INIT("\xe2\x80\x9e"), EDGE_QUOTE },
		{ STR_INIT("\xc2\xab"), EDGE_QUOTE },
		{ STR_INIT("\xc2\xbb"), EDGE_QUOTE },
		{ STR_INIT("\xe3\x80\x8d"), EDGE_QUOTE } };
	size_t i;

	switch (s.s[at]) {
	case '.':
		return EDGE_STOP;
	case '?':
	case '!':
		return EDGE_ASK;
	case ':':
		return EDGE_COLON;
	case ',':
	case ';':
		return EDGE_COMMA;
	case '"':
	case '\'':
		return EDGE_QUOTE;
	case '(':
	case ')':
	case '[':
	case ']':
		return EDGE_BRACKET;
	}
	for (i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_starts(str_slice(s, at, s.n), signs[i].sign))
			return signs[i].edge;
	return EDGE_OTHER;
}

enum edge
edge_at(struct str s, size_t at)
{
	size_t length;

	switch (word_class(s, at, &length)) {
	case CAPITAL:
		return EDGE_UPPER;
	case FIGURE:
		return EDGE_DIGIT;
	case LETTER:
	case CJK:
		return str_starts(str_slice(s, at, s.n), STR("\xe0\xa5\xa4"))
		    ? EDGE_STOP : EDGE_LOWER;
	default:
		return sign_edge(s, at);
	}
}

/* How a text ends, closing quotation marks and brackets set aside. */
enum edge
edge_last(struct str s)
{
	enum edge edge = EDGE_NONE, closing = EDGE_NONE;
	size_t at = s.n;

	while (at > 0) {
		do
			at--;
		while (at > 0 && ((unsigned char)s.s[at] & 0xc0) == 0x80);
		if (s.s[at] == ' ')
			continue;
		edge = edge_at(s, at);
		if (edge != EDGE_QUOTE && edge != EDGE_BRACKET)
			break;
		closing = edge;
	}
	if (closing && edge != EDGE_STOP && edge != EDGE_ASK &&
	    edge != EDGE_ELLIPSIS)
		return closing;
	if (edge == EDGE_STOP && at >= 2 && s.s[at - 1] == '.' &&
	    s.s[at - 2] == '.')
		return EDGE_ELLIPSIS;
	return edge;
}

/* The text without a bullet or list number and padding. */
struct str
edge_strip(struct str s, bool *bullet)
{
	static const struct str bullets[] = { STR_INIT("\xe2\x80\xa2"),
		STR_INIT("\xe2\x80\x93"), STR_INIT("\xe2\x97\xa6"),
		STR_INIT("\xe2\x96\xaa"), STR_INIT("\xc2\xb7"), STR_INIT("*"),
		STR_INIT("+"), STR_INIT("-"), STR_INIT("o "),
		STR_INIT("\xe2\x80\xa3"), STR_INIT("\xe2\x97\x8f"),
		STR_INIT("\xe2\x96\xa1"), STR_INIT("\xe2\x96\xa0") };
	size_t i, n;
	bool plain;

	*bullet = false;
	plain = s.n && (unsigned)((s.s[0] | 32) - 'a') < 26 &&
	    (unsigned char)(s.s[s.n - 1] - '!') < 0x5e &&
	    (s.s[0] != 'o' || s.n < 2 || s.s[1] != ' ');
	if (plain) /* as most texts are: for speed alone */
		return s;
	s = str_trim(s);
	while (str_starts(s, STR("\xc2\xa0")))
		s = str_trim(str_slice(s, 2, s.n));
	while (str_ends(s, STR("\xc2\xa0")))
		s = str_trim(str_slice(s, 0, s.n - 2));
	for (i = 0; i < sizeof bullets / sizeof *bullets; i++) {
		n = bullets[i].n;
		if (s.n > n + 1 && str_starts(s, bullets[i]) &&
		    (s.s[n] == ' ' || bullets[i].s[n - 1] == ' ')) {
			*bullet = true;
			return str_trim(str_slice(s, n, s.n));
		}
	}
	for (n = 0; n < s.n && n < 3 && (unsigned)(s.s[n] - '0') < 10; n++)
		;
	if (n && n + 1 < s.n && s.s[n] == '.' && s.s[n + 1] == ' ') {
		*bullet = true;
		return str_trim(str_slice(s, n + 1, s.n));
	}
	return s;
}

uint64_t
edge_hash(struct str line)
{
	if (line.n <= 2)
		return 0;
	return (str_hash(str_slice(line, 0, HASHED)) +
	    line.n * 0x9e3779b97f4a7c15u) | 1;
}

struct str
boilerplate_strip(struct str text)
{
	bool bullet;

	text = str_trim(text);
	/* a list's number is text, a bullet is not */
	if (text.n && (unsigned)(text.s[0] - '0') < 10)
		return text;
	return edge_strip(text, &bullet);
}

uint64_t
boilerplate_hash(struct str line)
{
	bool bullet;

	return edge_hash(edge_strip(line, &bullet));
}

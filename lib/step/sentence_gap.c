/* sentence_gap - the places where a sentence may end */
#include "sentence_gap.h"

#include <string.h>

#include "sentence_byte.h"
#include "utf8.h"

/* Whether a byte may begin a word. */
static bool
is_solid(char c)
{
	return byte_is_letter(c) || (unsigned char)c >= 0xc3;
}

/* Faces behind the end, with blanks before them, belong to the sentence. */
static void
take_faces(struct str text, struct gap *g)
{
	size_t at, n;

	for (;;) {
		at = g->end + sign_blanks(text, g->end);
		n = sign_face(text, at);
		if (!n)
			return;
		g->end = at + n;
	}
}

/* Dots with blanks between them: gives the end of the run, and how many. */
static size_t
spaced_dots(struct str text, size_t at, unsigned *count)
{
	size_t end = at + 1, next;

	*count = 1;
	while (end < text.n) {
		next = end + sign_blanks(text, end);
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

	while ((n = sign_ends(text, at, &t)) != 0) {
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

/* The signs that close, and where the next visible byte is. */
static void
take_closers(struct str text, struct gap *g)
{
	size_t at = g->closers, n, gone;
	uint8_t kind = 0;

	while ((n = sign_closes(text, at, &kind)) != 0) {
		/* 's, and a quotation mark that opens: .“Xxx */
		if (at + n < text.n && is_solid(text.s[at + n]) &&
		    (text.s[at] == '\'' ||
			sign_is(text, at, "\xe2\x80\x9c", 3)))
			break;
		g->closed |= kind;
		at += n;
	}
	gone = sign_blanks(text, at);
	if (gone && at == g->closers &&
	    sign_is(text, at + gone, "\xc2\xbb", 2)) {
		at += gone + 2; /* « Oui ? » */
		g->closed |= GAP_QUOTE;
	}
	while ((n = sign_note(text, at)) != 0)
		at += n;
	g->end = at;
	if (g->terminator != TERMINATOR_FACE)
		take_faces(text, g);
	gone = sign_blanks(text, g->end);
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
		return byte_is_upper(text.s[g->next]);
	if (g->stop < 2 || !byte_is_lower(p[-1]) || !byte_is_lower(p[-2]))
		return false;
	if (!byte_is_upper(text.s[at]))
		return false;
	for (at++; at < text.n && (byte_is_letter(text.s[at]) ||
		text.s[at] == '\''); at++)
		n += byte_is_lower(text.s[at]);
	if (at < text.n && (text.s[at] == '@' || text.s[at] == '/'))
		return false;
	return n > 0 && !sign_is(text, g->closers, "Com", 3) &&
	    !sign_is(text, g->closers, "Net", 3) &&
	    !sign_is(text, g->closers, "Org", 3);
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

/* The usual: ". Xxx", and what cannot end a sentence: ".xxx", ".5", or a sign
 * at the end of the text. True when that is all there is to say. */
static bool
is_usual(struct str text, struct gap *g, bool *answer)
{
	const char *p = text.s + g->stop + 1;

	g->closers = g->stop + 1;
	*answer = false;
	if (g->closers == text.n || byte_is_lower(*p) || byte_is_digit(*p))
		return true;
	if (text.s[g->stop] != '.' || *p != ' ' || text.n - g->stop < 3 ||
	    !byte_is_letter(p[1]))
		return false;
	g->terminator = TERMINATOR_STOP;
	g->end = g->closers;
	g->next = g->end + 1;
	g->spaced = *answer = true;
	return true;
}

/* A sign that ends a sentence at g->stop. */
static bool
ends(struct str text, struct gap *g)
{
	bool answer;

	if (is_usual(text, g, &answer))
		return answer;
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
		face = sign_face(text, g->stop - back);
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

/* A colon at g->stop: "the old bridge Image: Ann Orr", a caption and to whom
 * the picture belongs, without a sign between them. */
static bool
credits(struct str text, struct gap *g)
{
	static const struct str words[] = { STR_INIT(" Image"),
		STR_INIT(" Images"), STR_INIT(" Photo"), STR_INIT(" Photos"),
		STR_INIT(" Photograph"), STR_INIT(" Picture"),
		STR_INIT(" Video"), STR_INIT(" Credit") };
	struct str before = str_slice(text, 0, g->stop);
	size_t i;

	g->closers = g->stop + 1;
	if (text.n - g->stop < 3 || text.s[g->stop + 1] != ' ' ||
	    !byte_is_upper(text.s[g->stop + 2]))
		return false;
	for (i = 0; i < sizeof words / sizeof *words; i++)
		if (str_ends(before, words[i])) {
			g->terminator = TERMINATOR_CREDIT;
			g->end = g->stop - words[i].n;
			g->next = g->end + 1;
			g->spaced = true;
			return true;
		}
	return false;
}

/* A sign beyond ASCII at g->stop. */
static bool
goes_beyond(struct str text, struct gap *g)
{
	enum terminator t;
	uint8_t kind = 0;
	size_t n, length;

	if (sign_ends(text, g->stop, &t)) {
		take_terminator(text, g);
		take_closers(text, g);
		return worth(text, g);
	}
	utf8_decode(text, g->stop, &length);
	g->closers = g->stop + length;
	if (sign_is(text, g->stop, "\xe2\x80\x94", 3)) {
		g->terminator = TERMINATOR_DASH;
		take_closers(text, g);
		return (g->closed & GAP_QUOTE) && worth(text, g);
	}
	n = sign_opens(text, g->stop, &kind);
	if (n && kind == GAP_BULLET) {
		if (!g->stop || text.s[g->stop - 1] != ' ')
			return false;
		g->terminator = TERMINATOR_BULLET;
		g->end = g->stop - 1;
		g->spaced = true;
		g->next = g->stop;
		return true;
	}
	for (n = 0; (length = sign_face(text, g->stop + n)) != 0; n += length)
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
	case ':':
		return credits(text, g);
	}
	return goes_beyond(text, g);
}

bool
gap_next(struct block_scan *s, size_t from, struct gap *g)
{
	while ((g->stop = sentence_scan(s, from)) < s->text.n) {
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
			.next = at + sign_blanks(text, at),
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

	while (at < text.n && (n = sign_opens(text, at, &kind)) != 0) {
		g->opened |= kind;
		at += n;
		if (kind == GAP_DASH || kind == GAP_BULLET)
			at += sign_blanks(text, at);
	}
	return at;
}

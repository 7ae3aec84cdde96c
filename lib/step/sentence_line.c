/* sentence_line - lines of pages: what belongs together, and what does not */
#include "sentence.h"
#include "sentence_byte.h"
#include "sentence_line.h"

#include <string.h>

static const struct str days[] = { STR_INIT("Monday"), STR_INIT("Tuesday"),
	STR_INIT("Wednesday"), STR_INIT("Thursday"), STR_INIT("Friday"),
	STR_INIT("Saturday"), STR_INIT("Sunday"), { NULL, 0 } };
static const struct str months[] = { STR_INIT("January"),
	STR_INIT("February"), STR_INIT("March"), STR_INIT("April"),
	STR_INIT("May"), STR_INIT("June"), STR_INIT("July"),
	STR_INIT("August"), STR_INIT("September"), STR_INIT("October"),
	STR_INIT("November"), STR_INIT("December"), { NULL, 0 } };

/* Goes past one of the words; false when none of them stands there. Nearly
 * always the first byte tells. */
static bool
skip_word(struct str text, size_t *at, const struct str *words)
{
	if (*at >= text.n)
		return false;
	for (; words->n; words++)
		if (words->s[0] == text.s[*at] &&
		    str_starts(str_slice(text, *at, text.n), *words)) {
			*at += words->n;
			return true;
		}
	return false;
}

/* Goes past a number of so many digits. */
static bool
skip_number(struct str text, size_t *at, size_t least, size_t most)
{
	size_t from = *at;

	while (*at < text.n && byte_is_digit(text.s[*at]))
		++*at;
	return *at - from >= least && *at - from <= most;
}

/* Goes past a blank, with a comma before it or not. */
static bool
skip_blank(struct str text, size_t *at)
{
	if (*at < text.n && text.s[*at] == ',')
		++*at;
	return *at < text.n && text.s[*at] == ' ' && ++*at;
}

size_t
line_date(struct str text, size_t at)
{
	size_t from = at;

	if (!skip_word(text, &at, days) || !skip_blank(text, &at))
		return 0;
	if (skip_word(text, &at, months)) {
		if (!skip_blank(text, &at) || !skip_number(text, &at, 1, 2))
			return 0;
	} else if (!skip_number(text, &at, 1, 2) || !skip_blank(text, &at) ||
	    !skip_word(text, &at, months)) {
		return 0;
	}
	if (!skip_blank(text, &at) || !skip_number(text, &at, 4, 4))
		return 0;
	return at - from;
}

bool
line_begins_well_known(struct str text)
{
	static const char fronts[][4] = { "Mon", "Tue", "Wed", "Thu", "Fri",
		"Sat", "Sun", "Fig", "Tab", "Cha" };
	size_t i;

	if (text.n < 3)
		return false;
	switch (text.s[0]) {
	case 'C': case 'F': case 'M': case 'S': case 'T': case 'W':
		break;
	default:
		return false;
	}
	for (i = 0; i < sizeof fronts / sizeof *fronts; i++)
		if (memcmp(text.s, fronts[i], 3) == 0)
			return true;
	return false;
}

size_t
line_begins_dated(struct str text)
{
	size_t n = line_date(text, 0);

	return n && n + 1 < text.n && text.s[n] == ' ' &&
		byte_is_upper(text.s[n + 1])
	    ? n
	    : 0;
}

size_t
line_begins_numbered(struct str text)
{
	static const struct str words[] = { STR_INIT("Figure "),
		STR_INIT("Table "), STR_INIT("Fig. "), STR_INIT("Chart "),
		{ NULL, 0 } };
	size_t at = 0;

	if (!skip_word(text, &at, words) || !skip_number(text, &at, 1, 2))
		return 0;
	if (at < text.n && text.s[at] == '.' && ++at &&
	    !skip_number(text, &at, 1, 2))
		return 0;
	return at + 2 < text.n && text.s[at] == ' ' &&
		byte_is_upper(text.s[at + 1])
	    ? at
	    : 0;
}

/* Whether the word before an offset asks for a date behind it. */
static bool
asks_for_date(struct str text, size_t at)
{
	static const char *const words[] = { " on", " for", " of", " until",
		" till", " from", " to", " by", " since", " and", " before",
		" after", " or", " through", " than", " is", " was", NULL };
	struct str before = str_slice(text, 0, at - 1);
	size_t i;

	for (i = 0; words[i]; i++)
		if (str_ends(before, str_of(words[i])))
			return true;
	return str_ends(before, STR(",")) || str_ends(before, STR("-"));
}

size_t
line_ends_dated(struct str text)
{
	enum { SHORT = 16, LONG = 34 };
	size_t at;

	if (text.n < LONG || !byte_is_digit(text.s[text.n - 1]))
		return text.n;
	for (at = text.n - LONG; at < text.n - SHORT; at++)
		if (at && text.s[at - 1] == ' ' && byte_is_upper(text.s[at]) &&
		    line_date(text, at) == text.n - at)
			return asks_for_date(text, at) ? text.n : at;
	return text.n;
}

/* Whether a curly quotation mark or apostrophe ends there. */
static bool
curly_before(struct str line, size_t n)
{
	return n >= 3 && line.s[n - 3] == '\xe2' && line.s[n - 2] == '\x80' &&
	    (line.s[n - 1] == '\x9d' || line.s[n - 1] == '\x99');
}

static bool
has_terminator(struct str line)
{
	size_t n = line.n;

	while (n && (line.s[n - 1] == '"' || line.s[n - 1] == '\'' ||
		line.s[n - 1] == ')' || line.s[n - 1] == ']'))
		n--;
	while (curly_before(line, n))
		n -= 3;
	if (!n)
		return false;
	return line.s[n - 1] == '.' || line.s[n - 1] == '?' ||
	    line.s[n - 1] == '!' ||
	    str_ends(str_slice(line, 0, n), STR("\xe2\x80\xa6"));
}

static bool
begins(struct str line, char low)
{
	return line.n && (unsigned char)(line.s[0] - low) < 26;
}

void
sentence_join(const struct str *lines, size_t count, bool paragraphs,
    bool *joined)
{
	bool prose = count > 1 && begins(lines[0], 'A') &&
	    has_terminator(lines[count - 1]);
	size_t i;

	for (i = 1; i < count; i++)
		joined[i] = paragraphs || (prose && begins(lines[i], 'a') &&
		    !has_terminator(lines[i - 1]));
}

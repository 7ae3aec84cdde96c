/* html_reference - character references, and what text in a page means
 *
 * Names are looked up in the standard's list of 2,231 by binary search. All
 * of them are ASCII letters and digits, most end in ";". The longest name
 * that fits counts: that is the whole run of letters and digits when a ";"
 * follows, else the longest beginning among the 106 names without ";", which
 * have at most six characters. So a reference costs a bounded time. */
#include "html.h"

#include <string.h>

#include "utf8.h"

struct word {
	const char *text;
	int class;        /* enum class: code points it stands for */
	int value;        /* the first code point */
	const char *more; /* the second one, as UTF-8 */
};

enum class { ENTITIES_ONE = 1, ENTITIES_TWO };

#include "entities.h"

enum { NAMES = sizeof entities_words / sizeof *entities_words,
	NAME_MAX = 33,   /* bytes of the longest name */
	SHORT_MAX = 6 }; /* of the longest without ";" */

static bool
is_alnum(char c)
{
	return (unsigned)((c | 32) - 'a') < 26 || (unsigned)(c - '0') < 10;
}

static const struct word *
find(struct str name)
{
	size_t low = 0, high = NAMES;

	while (low < high) {
		size_t middle = (low + high) / 2;
		const struct word *w = &entities_words[middle];
		int order = str_compare(name, str_of(w->text));

		if (order == 0)
			return w;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

/* The longest name at the front of the text. */
static const struct word *
longest(struct str text)
{
	const struct word *w = NULL;
	size_t run = 0;

	while (run < text.n && run < NAME_MAX && is_alnum(text.s[run]))
		run++;
	if (run < text.n && text.s[run] == ';')
		w = find(str_slice(text, 0, run + 1));
	for (run = run < SHORT_MAX ? run : SHORT_MAX; !w && run >= 2; run--)
		w = find(str_slice(text, 0, run));
	return w;
}

static size_t
named(struct str text, bool in_attribute, char *meaning, size_t *n)
{
	const struct word *w = longest(str_slice(text, 1, text.n));
	size_t length, more;

	if (!w)
		return 0;
	length = 1 + strlen(w->text);
	if (in_attribute && text.s[length - 1] != ';' && length < text.n &&
	    (text.s[length] == '=' || is_alnum(text.s[length])))
		return 0;
	*n = utf8_encode((uint32_t)w->value, meaning);
	more = strlen(w->more);
	memcpy(meaning + *n, w->more, more);
	*n += more;
	return length;
}

/* Numbers that mean what windows-1252 has there (section 13.2.5.80). */
static const uint16_t windows[32] = { 0x20ac, 0x81, 0x201a, 0x192, 0x201e,
	0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d,
	0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013,
	0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178 };

static unsigned
digit(char c, bool hex)
{
	unsigned d = (unsigned)(c - '0');

	if (d < 10 || !hex)
		return d;
	d = (unsigned)((c | 32) - 'a');
	return d < 6 ? d + 10 : 16;
}

static size_t
numeric(struct str text, char *meaning, size_t *n)
{
	bool hex = text.n > 2 && (text.s[2] | 32) == 'x';
	size_t start = hex ? 3 : 2, at = start;
	uint32_t base = hex ? 16 : 10, c = 0;

	for (; at < text.n && digit(text.s[at], hex) < base; at++)
		if (c <= 0x10ffff)
			c = c * base + digit(text.s[at], hex);
	if (at == start)
		return 0;
	if (c >= 0x80 && c < 0xa0)
		c = windows[c - 0x80];
	*n = utf8_encode(c ? c : UTF8_BAD, meaning);
	return at + (at < text.n && text.s[at] == ';');
}

size_t
html_reference(struct str text, bool in_attribute,
    char meaning[HTML_REFERENCE_MAX], size_t *n)
{
	if (text.n < 2)
		return 0;
	if (text.s[1] == '#')
		return numeric(text, meaning, n);
	return named(text, in_attribute, meaning, n);
}

/* ---- what a slice of the page means -------------------------------------- */

/* How NULs are read: kept in data (the tree drops them), U+FFFD elsewhere. */
struct reading {
	bool references, in_attribute, keeps_nul;
};

/* Whether nothing in the text needs a change. */
static bool
is_plain(struct str raw)
{
	return !raw.n || (!memchr(raw.s, '&', raw.n) &&
	    !memchr(raw.s, '\r', raw.n) && !memchr(raw.s, '\0', raw.n));
}

static struct str
meaning_of(struct arena *a, struct str raw, const struct reading *how)
{
	char *p, bytes[HTML_REFERENCE_MAX];
	size_t at = 0, n = 0, more, length;

	if (is_plain(raw))
		return raw;
	/* a reference is never shorter than two thirds of what it means
	 * ("&nGt;" is six bytes), a NUL becomes three bytes */
	p = arena_bytes(a, raw.n * 3);
	while (at < raw.n) {
		char c = raw.s[at];

		if (c == '&' && how->references &&
		    (length = html_reference(str_slice(raw, at, raw.n),
			how->in_attribute, bytes, &more)) != 0) {
			memcpy(p + n, bytes, more);
			n += more;
			at += length;
			continue;
		}
		at++;
		if (c == '\r') {
			p[n++] = '\n';
			at += at < raw.n && raw.s[at] == '\n';
		} else if (c == '\0' && !how->keeps_nul) {
			n += utf8_encode(UTF8_BAD, p + n);
		} else {
			p[n++] = c;
		}
	}
	return (struct str){ p, n };
}

struct str
html_text(struct arena *a, struct str raw, enum html_content content)
{
	const struct reading how = {
		.references = content == HTML_DATA || content == HTML_RCDATA,
		.keeps_nul = content == HTML_DATA || content == HTML_CDATA,
	};

	return meaning_of(a, raw, &how);
}

struct str
html_value(struct arena *a, struct str raw)
{
	const struct reading how = { .references = true, .in_attribute = true };

	return meaning_of(a, raw, &how);
}

struct str
html_name(struct arena *a, struct str raw)
{
	const struct reading how = { .references = false };
	struct str name = meaning_of(a, raw, &how);
	char *p = arena_bytes(a, name.n);
	size_t i;

	for (i = 0; i < name.n; i++) {
		unsigned char c = (unsigned char)name.s[i];

		p[i] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
	}
	return (struct str){ p, name.n };
}

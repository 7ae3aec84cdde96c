/* charset - bytes of a page in some encoding to UTF-8
 *
 * Why valid UTF-8 wins over what a page declares: of a thousand news pages all
 * were valid UTF-8, and some declared another encoding. Text of some length
 * in another encoding is practically never valid UTF-8 by chance. */
#include "charset.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "die.h"
#include "utf8.h"

/* so that words.awk's rows are struct charset */
#define word charset
#include "charsets.h"
#undef word

enum { CHARSETS = sizeof charsets_words / sizeof *charsets_words,
	PRESCAN = 1024, LABEL_MAX = 32 };

static const struct charset *
find(struct str label)
{
	size_t low = 0, high = CHARSETS;

	while (low < high) {
		size_t middle = (low + high) / 2;
		const struct charset *c = &charsets_words[middle];
		int order = str_compare(label, str_of(c->label));

		if (order == 0)
			return c;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

const struct charset *
charset_find(struct str label)
{
	const struct charset *c;
	char lower[LABEL_MAX];
	size_t i;

	label = str_trim(label);
	if (label.n > sizeof lower)
		return NULL;
	for (i = 0; i < label.n; i++) {
		unsigned char byte = (unsigned char)label.s[i];

		lower[i] = (char)((unsigned)(byte - 'A') < 26 ? byte + 32
							      : byte);
	}
	c = find((struct str){ lower, label.n });
	if (c && c->class == CHARSETS_ALIAS)
		c = find(str_of(c->more));
	return c;
}

/* ---- what a page declares ------------------------------------------------ */

static bool
is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r';
}

static bool
ends_label(char c)
{
	return is_space(c) || c == '"' || c == '\'' || c == ';' || c == '>' ||
	    c == '/' || c == '<';
}

/* The label behind "charset" at the front of a text, or an empty one. */
static struct str
label_after(struct str text)
{
	size_t i = 0, start;

	while (i < text.n && is_space(text.s[i]))
		i++;
	if (i == text.n || text.s[i] != '=')
		return (struct str){ NULL, 0 };
	for (i++; i < text.n && (is_space(text.s[i]) || text.s[i] == '"' ||
		 text.s[i] == '\''); i++)
		;
	start = i;
	while (i < text.n && !ends_label(text.s[i]))
		i++;
	return str_slice(text, start, i);
}

/* The offset behind a meta tag's end, from behind its "<meta". */
static struct str
tag_rest(struct str text)
{
	return str_slice(text, 0, str_index(text, '>'));
}

static bool
at_word(struct str text, size_t at, struct str word)
{
	return str_eq_nocase(str_slice(text, at, at + word.n), word);
}

/* The label that a meta element's attributes give. */
static const struct charset *
meta_charset(struct str attrs)
{
	const struct charset *c;
	size_t i;

	for (i = 0; i + 7 < attrs.n; i++)
		if (at_word(attrs, i, STR("charset")) &&
		    (c = charset_find(label_after(str_slice(attrs, i + 7,
			 attrs.n)))) != NULL)
			return c;
	return NULL;
}

const struct charset *
charset_declared(struct str page)
{
	const struct charset *c = NULL;
	size_t at = 0;

	page = str_slice(page, 0, PRESCAN);
	while (!c && (at += str_index(str_slice(page, at, page.n), '<')) <
	    page.n) {
		struct str rest = str_slice(page, at, page.n);

		if (str_starts(rest, STR("<!--"))) {
			at += 2 + str_find(str_slice(rest, 2, rest.n),
			    STR("-->"));
			continue;
		}
		if (at_word(page, at, STR("<meta")))
			c = meta_charset(tag_rest(str_slice(rest, 5, rest.n)));
		else if (str_starts(rest, STR("<?xml")) &&
		    str_find(tag_rest(rest), STR("encoding")) <
			tag_rest(rest).n)
			c = charset_find(label_after(str_slice(rest,
			    str_find(rest, STR("encoding")) + 8, rest.n)));
		at++;
	}
	/* a page in UTF-16 could not have been read this far */
	if (c && (c->class == CHARSETS_UTF16LE || c->class == CHARSETS_UTF16BE))
		return find(STR("utf-8"));
	return c;
}

/* ---- decoding ------------------------------------------------------------ */

static struct str
from_single(struct arena *a, struct str text, const char *upper)
{
	struct str table = str_of(upper);
	size_t starts[129] = { 0 }, i, n = 0, at = 0, length;
	char *p = arena_bytes(a, text.n * 3);

	for (i = 0; i < 128; i++) {
		utf8_decode(table, at, &length);
		starts[i] = at;
		at += length;
	}
	starts[128] = at;
	for (i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.s[i];

		if (c < 0x80) {
			p[n++] = text.s[i];
			continue;
		}
		length = starts[c - 0x7f] - starts[c - 0x80];
		memcpy(p + n, upper + starts[c - 0x80], length);
		n += length;
	}
	return (struct str){ p, n };
}

static struct str
from_utf16(struct arena *a, struct str text, bool big)
{
	char *p = arena_bytes(a, text.n / 2 * 3 + 3);
	size_t i, n = 0;

	for (i = 0; i + 1 < text.n; i += 2) {
		uint32_t high = (unsigned char)text.s[i + !big];
		uint32_t c = high << 8 | (unsigned char)text.s[i + big];
		uint32_t low;

		if (c >= 0xd800 && c < 0xdc00 && i + 3 < text.n) {
			low = (uint32_t)(unsigned char)text.s[i + 2 + !big]
				<< 8 | (unsigned char)text.s[i + 2 + big];
			if (low >= 0xdc00 && low < 0xe000) {
				c = 0x10000 + ((c - 0xd800) << 10) +
				    (low - 0xdc00);
				i += 2;
			}
		}
		n += utf8_encode(c, p + n);
	}
	if (text.n % 2)
		n += utf8_encode(UTF8_BAD, p + n);
	return (struct str){ p, n };
}

/* Ill-formed bytes become U+FFFD. */
static struct str
from_utf8(struct arena *a, struct str text)
{
	size_t good, n = 0;
	char *p;

	if (utf8_valid(text) == text.n)
		return text;
	p = arena_bytes(a, text.n * 3);
	while (text.n) {
		good = utf8_valid(text);
		if (good)
			memcpy(p + n, text.s, good);
		n += good;
		if (good < text.n)
			n += utf8_encode(UTF8_BAD, p + n);
		text = str_slice(text, good + 1, text.n);
	}
	return (struct str){ p, n };
}

static struct str
from_iconv(struct arena *a, struct str text, const char *name)
{
	iconv_t cd = iconv_open("UTF-8", name);
	size_t left = text.n, room = text.n * 3 + 4;
	char *p, *out, *in = (char *)(uintptr_t)text.s;

	if (cd == (iconv_t)-1) /* no memory, or the system lacks its tables */
		die(a->os, errno, "the encoding %s cannot be read:", name);
	p = out = arena_bytes(a, room);
	while (left && room > 4)
		if (iconv(cd, &in, &left, &out, &room) == (size_t)-1 && left &&
		    room > 4) {
			size_t n = utf8_encode(UTF8_BAD, out);

			out += n;
			room -= n;
			in++;
			left--;
		}
	iconv_close(cd);
	return from_utf8(a, (struct str){ p, (size_t)(out - p) });
}

struct str
charset_convert(struct arena *a, struct str text, const struct charset *from)
{
	switch (from->class) {
	case CHARSETS_SINGLE:
		return from_single(a, text, from->more);
	case CHARSETS_UTF16LE:
	case CHARSETS_UTF16BE:
		return from_utf16(a, text, from->class == CHARSETS_UTF16BE);
	case CHARSETS_ICONV:
		return from_iconv(a, text, from->more);
	}
	return from_utf8(a, text);
}

/* Whether of the characters beyond ASCII at most one in twenty is ill-formed:
 * a page that was cut off, or pasted together, is UTF-8 still. */
static bool
mostly_utf8(struct str page)
{
	size_t good = 0, bad = 0, i, n;

	while (page.n) {
		n = utf8_valid(page);
		for (i = 0; n < page.n && i < n; i++)
			good += (unsigned char)page.s[i] >= 0xc0;
		bad += n < page.n;
		page = str_slice(page, n + 1, page.n);
	}
	return bad * 20 <= good;
}

struct str
charset_decode(struct arena *a, struct str page, const struct charset *given)
{
	if (str_starts(page, STR("\xef\xbb\xbf")))
		return from_utf8(a, page);
	if (str_starts(page, STR("\xff\xfe")))
		return from_utf16(a, str_slice(page, 2, page.n), false);
	if (str_starts(page, STR("\xfe\xff")))
		return from_utf16(a, str_slice(page, 2, page.n), true);
	if (given)
		return charset_convert(a, page, given);
	if (mostly_utf8(page))
		return from_utf8(a, page);
	given = charset_declared(page);
	return charset_convert(a, page,
	    given ? given : find(STR("windows-1252")));
}

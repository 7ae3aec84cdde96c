/* json_scan - strings out of JSON, without reading all of it */
#include "json_scan.h"

#include "utf8.h"

static size_t
skip_space(struct str s, size_t at)
{
	while (at < s.n && (unsigned char)s.s[at] <= ' ')
		at++;
	return at;
}

/* The end of a string whose text begins at an offset. */
static size_t
string_end(struct str s, size_t at)
{
	while (at < s.n && s.s[at] != '"')
		at += s.s[at] == '\\' ? 2 : 1;
	return at < s.n ? at : s.n;
}

/* Four hexadecimal digits; a number above 0xffff if they are none. */
static uint32_t
hex4(struct str s, size_t at)
{
	uint32_t c = 0;
	size_t i;

	if (at + 4 > s.n)
		return UINT32_MAX;
	for (i = at; i < at + 4; i++) {
		unsigned d = (unsigned)(s.s[i] - '0');

		if (d > 9)
			d = (unsigned)((s.s[i] | 32) - 'a') + 10;
		if (d > 15 || ((unsigned)(s.s[i] - '0') > 9 && d < 10))
			return UINT32_MAX;
		c = c << 4 | d;
	}
	return c;
}

/* Writes the character of the escape at an offset; gives its length. */
static size_t
escape(struct str s, size_t at, char *out, size_t *n)
{
	static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
	uint32_t c, low;
	size_t i;

	*n = 1;
	if (at + 1 >= s.n) {
		*n = 0;
		return 1;
	}
	if (s.s[at + 1] == 'u' && (c = hex4(s, at + 2)) <= 0xffff) {
		size_t length = 6;

		if (c >= 0xd800 && c < 0xdc00 && at + 7 < s.n &&
		    s.s[at + 6] == '\\' && s.s[at + 7] == 'u' &&
		    (low = hex4(s, at + 8)) >= 0xdc00 && low < 0xe000) {
			c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
			length = 12;
		}
		*n = utf8_encode(c, out);
		return length;
	}
	*out = s.s[at + 1];
	for (i = 0; from[i]; i++)
		if (from[i] == *out)
			*out = to[i];
	return 2;
}

static struct str
unescape(struct arena *a, struct str s)
{
	char *p;
	size_t at = 0, n = 0, more;

	if (str_index(s, '\\') == s.n)
		return s;
	p = arena_bytes(a, s.n + 4);
	while (at < s.n)
		if (s.s[at] == '\\') {
			at += escape(s, at, p + n, &more);
			n += more;
		} else {
			p[n++] = s.s[at++];
		}
	return (struct str){ p, n };
}

bool
json_scan(struct arena *a, struct str json, struct str key, size_t *at,
    struct str *value)
{
	size_t i, end;

	while (*at < json.n) {
		i = *at + str_find(str_slice(json, *at, json.n), key);
		if (i >= json.n)
			break;
		*at = i + key.n;
		if (i == 0 || json.s[i - 1] != '"' || *at >= json.n ||
		    json.s[*at] != '"')
			continue;
		i = skip_space(json, *at + 1);
		if (i >= json.n || json.s[i] != ':')
			continue;
		i = skip_space(json, i + 1);
		if (i >= json.n || json.s[i] != '"')
			continue;
		end = string_end(json, i + 1);
		*at = end;
		*value = unescape(a, str_slice(json, i + 1, end));
		if (value->n)
			return true;
	}
	return false;
}

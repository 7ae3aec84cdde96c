/* str - views of bytes */
#include "str.h"

#include <string.h>

int
str_compare(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n ? memcmp(a.s, b.s, n) : 0;

	return order ? order : (a.n > b.n) - (a.n < b.n);
}

bool
str_starts(struct str text, struct str prefix)
{
	return text.n >= prefix.n &&
	    str_eq((struct str){ text.s, prefix.n }, prefix);
}

bool
str_ends(struct str text, struct str suffix)
{
	return text.n >= suffix.n &&
	    str_eq(str_slice(text, text.n - suffix.n, text.n), suffix);
}

size_t
str_index(struct str text, char byte)
{
	const char *p = text.n ? memchr(text.s, byte, text.n) : NULL;

	return p ? (size_t)(p - text.s) : text.n;
}

size_t
str_find(struct str text, struct str sought)
{
	size_t at;

	if (sought.n == 0)
		return 0;
	for (at = 0; text.n - at >= sought.n; at++) {
		at += str_index(str_slice(text, at, text.n), sought.s[0]);
		if (text.n - at < sought.n)
			break;
		if (memcmp(text.s + at, sought.s, sought.n) == 0)
			return at;
	}
	return text.n;
}

struct str
str_trim_blanks(struct str text)
{
	size_t start = 0;

	while (text.n && str_is_blank(text.s[text.n - 1]))
		text.n--;
	while (start < text.n && str_is_blank(text.s[start]))
		start++;
	return str_slice(text, start, text.n);
}

struct str
str_cut(struct str *rest, char separator)
{
	size_t at = str_index(*rest, separator);
	struct str head = str_slice(*rest, 0, at);

	*rest = str_slice(*rest, at + 1, rest->n);
	return head;
}

bool
str_number(struct str text, size_t *number)
{
	enum { SAFE = sizeof(size_t) * 12 / 5 }; /* digits that always fit */
	size_t value = 0, i;

	for (i = 0; i < text.n; i++) {
		size_t digit = (size_t)(unsigned char)text.s[i] - '0';

		if (digit > 9 || (i >= SAFE && value > (SIZE_MAX - digit) / 10))
			return false;
		value = value * 10 + digit;
	}
	*number = value;
	return text.n > 0;
}

static unsigned
folded(char c)
{
	unsigned u = (unsigned char)c;

	return u - 'A' < 26 ? u + 32 : u;
}

bool
str_eq_nocase(struct str a, struct str b)
{
	size_t i;

	if (a.n != b.n)
		return false;
	for (i = 0; i < a.n; i++)
		if (folded(a.s[i]) != folded(b.s[i]))
			return false;
	return true;
}

bool
str_is_one_of(struct str text, const struct str *list, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (str_eq_nocase(text, list[i]))
			return true;
	return false;
}

static uint64_t
four(const char *s)
{
	const unsigned char *b = (const unsigned char *)s;

	return b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 |
	       (uint32_t)b[3] << 24;
}

/* The first of n bytes, at most eight, as a little-endian number. Four at a
 * time, which gcc makes one load of; the second four may begin in the first,
 * as equal bytes then meet. */
static uint64_t
little(const char *s, size_t n)
{
	const unsigned char *b = (const unsigned char *)s;

	if (n > 8)
		n = 8;
	if (n >= 4)
		return four(s) | four(s + n - 4) << (8 * (n - 4));
	return b[0] | (uint64_t)b[n / 2] << (8 * (n / 2)) |
	       (uint64_t)b[n - 1] << (8 * (n - 1));
}

/* Eight bytes a step through a multiply and a shift (the mixing of
 * MurmurHash2's 64-bit variant, A. Appleby, public domain), the bytes taken
 * as a little-endian number so that each machine gives the same. */
uint64_t
str_hash(struct str text)
{
	const uint64_t m = 0xc6a4a7935bd1e995u;
	uint64_t h = text.n * m;
	size_t i;

	for (i = 0; i < text.n; i += 8) {
		uint64_t word = little(text.s + i, text.n - i);

		word *= m;
		word ^= word >> 47;
		h = (h ^ (word * m)) * m;
	}
	h ^= h >> 47;
	h *= m;
	return h ^ h >> 47;
}

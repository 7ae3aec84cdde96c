/* str - views of bytes
 *
 * A view does not own its bytes and need not end in NUL. The empty view may
 * have a null pointer. */
#ifndef NF_STR_H
#define NF_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
	const char *s; /* [n] */
	size_t n;      /* bytes */
};

/* A view of a string literal, also in a constant initialiser. */
#define STR(literal) ((struct str)STR_INIT(literal))
#define STR_INIT(literal) { "" literal, sizeof(literal) - 1 }

/* A view of a C string. */
static inline struct str
str_of(const char *s)
{
	return (struct str){ s, strlen(s) };
}

/* In line, as of most texts the length tells, and of a literal it is known. */
static inline bool
str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.s, b.s, a.n) == 0);
}

/* As memcmp(3); a prefix goes before what it begins. */
int str_compare(struct str a, struct str b);

bool str_starts(struct str text, struct str prefix);
bool str_ends(struct str text, struct str suffix);

/* The offset of the first byte, or of the first copy of what is sought;
 * the length of the text when there is none. */
size_t str_index(struct str text, char byte);
size_t str_find(struct str text, struct str sought);

/* The bytes from start to before end; both are cut to the text. */
static inline struct str
str_slice(struct str text, size_t start, size_t end)
{
	if (end > text.n)
		end = text.n;
	if (start > end)
		start = end;
	/* no sum with a null pointer */
	return (struct str){ start ? text.s + start : text.s, end - start };
}

/* An ASCII blank or control byte. */
static inline bool
str_is_blank(char c)
{
	return (unsigned char)c <= ' ' || c == 0x7f;
}

/* An ASCII letter, an ASCII digit; of a byte of either sign. */
static inline bool
str_is_letter(int c)
{
	return (unsigned)((c | 32) - 'a') < 26;
}

static inline bool
str_is_digit(int c)
{
	return (unsigned)(c - '0') < 10;
}

/* Without ASCII blanks and control bytes at both ends; most have none. */
struct str str_trim_blanks(struct str text);
static inline struct str
str_trim(struct str text)
{
	return text.n && !str_is_blank(text.s[0]) &&
		!str_is_blank(text.s[text.n - 1])
	    ? text
	    : str_trim_blanks(text);
}

/* Takes the bytes before the first separator off the front of the rest,
 * and the separator too; all of it when there is no separator. */
struct str str_cut(struct str *rest, char separator);

/* Reads all of the text as a decimal number; false when it is none or too
 * large. */
bool str_number(struct str text, size_t *number);

/* Whether two texts are equal when ASCII case is folded. */
bool str_eq_nocase(struct str a, struct str b);

/* Whether it so equals one of the texts of a list. */
bool str_is_one_of(struct str text, const struct str *list, size_t count);

/* A 64-bit hash of the bytes, the same on every machine. */
uint64_t str_hash(struct str text);

#endif

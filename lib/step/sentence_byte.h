/* sentence_byte - classes of ASCII bytes */
#ifndef NF_SENTENCE_BYTE_H
#define NF_SENTENCE_BYTE_H

#include <stdbool.h>

static inline bool
byte_is_lower(int c)
{
	return c >= 'a' && c <= 'z';
}

static inline bool
byte_is_upper(int c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool
byte_is_letter(int c)
{
	return byte_is_lower(c | 32);
}

static inline bool
byte_is_digit(int c)
{
	return c >= '0' && c <= '9';
}

#endif

/* bytes - which bytes among some are letters, digits, signs: sets of bits
 *
 * A set has one bit for each of BYTES bytes of a text, the first in the lowest
 * bit. With SSE2 sixteen bytes are looked at at once, an instruction a byte
 * for three sets, where the portable way takes six for eight. */
#ifndef NF_BYTES_H
#define NF_BYTES_H

#include <stdint.h>

#ifdef __SSE2__
#include <emmintrin.h>

enum { BYTES = 16 };

typedef __m128i bytes;

static inline bytes
bytes_load(const unsigned char *b)
{
	return _mm_loadu_si128((const __m128i *)(const void *)b);
}

/* One bit for each byte with its high bit set. */
static inline uint64_t
bytes_set(bytes x)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(x);
}

/* The high bit of each byte that is one of [first, last], of less than
 * 0x80. */
static inline bytes
bytes_between(bytes x, int first, int last)
{
	x = _mm_add_epi8(x, _mm_set1_epi8((char)(128 - first)));
	return _mm_cmplt_epi8(x, _mm_set1_epi8((char)(last - first - 127)));
}

static inline bytes
bytes_either(bytes x, bytes y)
{
	return _mm_or_si128(x, y);
}

/* ASCII letters in lower case; other bytes are some other byte. */
static inline bytes
bytes_lower(bytes x)
{
	return _mm_or_si128(x, _mm_set1_epi8(0x20));
}
#else
enum { BYTES = 8 };

typedef uint64_t bytes;

#define BYTES_OF(c)  (0x0101010101010101u * (uint64_t)(c))
#define BYTES_HIGH   BYTES_OF(0x80)

static inline bytes
bytes_load(const unsigned char *b)
{
	uint64_t x = 0;
	int k;

	for (k = 7; k >= 0; k--)
		x = x << 8 | b[k];
	return x;
}

static inline uint64_t
bytes_set(bytes x)
{
	return ((x & BYTES_HIGH) >> 7) * 0x0102040810204080u >> 56;
}

static inline bytes
bytes_between(bytes x, int first, int last)
{
	bytes low = x & ~BYTES_HIGH;

	return (low + BYTES_OF(0x80 - first)) &
	    ~(low + BYTES_OF(0x7f - last)) & BYTES_HIGH & ~x;
}

static inline bytes
bytes_either(bytes x, bytes y)
{
	return x | y;
}

static inline bytes
bytes_lower(bytes x)
{
	return x | BYTES_OF(0x20);
}
#endif

static inline uint64_t
bytes_letters(const unsigned char *b)
{
	return bytes_set(bytes_between(bytes_lower(bytes_load(b)), 'a', 'z'));
}

static inline uint64_t
bytes_uppers(const unsigned char *b)
{
	return bytes_set(bytes_between(bytes_load(b), 'A', 'Z'));
}

static inline uint64_t
bytes_digits(const unsigned char *b)
{
	return bytes_set(bytes_between(bytes_load(b), '0', '9'));
}

/* What is beyond ASCII. */
static inline uint64_t
bytes_beyond(const unsigned char *b)
{
	return bytes_set(bytes_load(b));
}

/* The signs that may end a sentence: . ? ! */
static inline uint64_t
bytes_ends(const unsigned char *b)
{
	bytes x = bytes_load(b);

	return bytes_set(bytes_either(bytes_between(x, '.', '.'),
	    bytes_either(bytes_between(x, '?', '?'),
		bytes_between(x, '!', '!'))));
}

/* The set of 64 bytes from those of parts of them. */
#define BYTES_64(in, b)                                                       \
	(BYTES == 16 ? in(b) | in((b) + 16) << 16 | in((b) + 32) << 32 |      \
		in((b) + 48) << 48                                            \
		     : in(b) | in((b) + 8) << 8 | in((b) + 16) << 16 |        \
		in((b) + 24) << 24 | in((b) + 32) << 32 |                     \
		in((b) + 40) << 40 | in((b) + 48) << 48 | in((b) + 56) << 56)

#endif

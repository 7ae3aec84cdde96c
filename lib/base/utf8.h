/* utf8 - Unicode text as bytes: validity, code points, classes, case
 *
 * ASCII is decided here, the rest by utf8proc. No locale is read. */
#ifndef NF_UTF8_H
#define NF_UTF8_H

#include "arena.h"
#include "str.h"

enum { UTF8_BAD = 0xfffd }; /* what an ill-formed byte decodes to */

/* The length of the longest well-formed beginning of the text (Unicode
 * chapter 3, table 3-7). */
size_t utf8_valid(struct str text);

/* The code point that begins at offset at < text.n, and its length in bytes.
 * An ill-formed byte is UTF8_BAD, of length 1. */
uint32_t utf8_decode(struct str text, size_t at, size_t *length);

/* The code point that ends at offset at > 0, and its length. */
uint32_t utf8_before(struct str text, size_t at, size_t *length);

/* Writes a code point (a surrogate or one that is too large as UTF8_BAD);
 * gives the number of bytes, at most 4. */
size_t utf8_encode(uint32_t c, char bytes[4]);

/* The same text, of the same length, in which each control byte (U+0000 to
 * U+001F, U+007F) is one blank and each ill-formed byte is one '?'. When
 * nothing is to be changed that is the text itself, else a copy. */
struct str utf8_clean(struct arena *a, struct str text);

/* Does the same in place. */
void utf8_scrub(char *bytes, size_t n);

bool utf8_is_letter(uint32_t c); /* L* and M* */
bool utf8_is_upper(uint32_t c);  /* Lu and Lt */
bool utf8_is_lower(uint32_t c);  /* Ll */
bool utf8_is_digit(uint32_t c);  /* Nd */
bool utf8_is_space(uint32_t c);  /* Zs, Zl, Zp, and the ASCII ones */

/* The columns that it takes on a terminal: 0, 1 or 2. */
size_t utf8_columns(uint32_t c);

uint32_t utf8_to_lower(uint32_t c);
uint32_t utf8_to_upper(uint32_t c);

/* A copy in lower case. The offsets of the copy are not those of the text. */
struct str utf8_lower(struct arena *a, struct str text);

/* A copy for comparing names: NFKD without marks, case folded, curly
 * apostrophes straight. */
struct str utf8_fold(struct arena *a, struct str text);

/* A copy in NFC. */
struct str utf8_nfc(struct arena *a, struct str text);

#endif

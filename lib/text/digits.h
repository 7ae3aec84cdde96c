/* digits - numbers written in figures, in every grouping
 *
 *   1234  1,234.56  1.234,56  12,34,567.89  1 234 567  1'234  .08  4.800
 *   1e10  12.32e+14  1.1^23  6.23x10^-4  3/4  2 1/4  3½  ⅔
 *
 * Which sign groups and which points is told by the number itself: of two
 * different signs the last points; a sign that comes twice groups, and so
 * does a comma before three digits. */
#ifndef NF_DIGITS_H
#define NF_DIGITS_H

#include "decimal.h"
#include "token.h"

enum digits_flags {
	DIGITS_GROUPED = 1,  /* thousands are set off  */
	DIGITS_POINTED = 2,  /* it has a decimal point */
	DIGITS_FRACTION = 4, /* 3/4, ½, 3½             */
	DIGITS_POWER = 8,    /* 1e10, 2^10             */
	DIGITS_SPACED = 16,  /* thousands are set off by ASCII blanks */
	DIGITS_ZERO = 32     /* it begins with a zero that says nothing */
};

/* Reads the number that begins at a token. Gives the token after it, or `at`
 * when there is none. */
size_t digits_read(struct str text, const struct token *tokens, size_t count,
    size_t at, struct decimal *value, unsigned *flags);

#endif

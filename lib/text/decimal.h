/* decimal - exact arithmetic on the numbers that texts write
 *
 * A decimal is a whole number of up to 63 digits with a decimal point, over a
 * whole denominator: 2.5 billion is 2500000000, two thirds are 2 over 3, and
 * nothing is ever rounded before it is printed. What does not fit is marked
 * as overflown, and stays so in everything that is made of it. */
#ifndef NF_DECIMAL_H
#define NF_DECIMAL_H

#include "arena.h"
#include "str.h"

enum { DECIMAL_LIMBS = 7 };

struct decimal {
	uint32_t limbs[DECIMAL_LIMBS]; /* [n] nine digits each, lowest first */
	uint8_t n;		       /* limbs used, 0 for zero      */
	bool negative;
	bool overflow;	/* it was too large; it has no value */
	int16_t point;	/* digits behind the decimal point, >= 0 */
	uint64_t below; /* the denominator, 1 to 10^18 */
};

struct decimal decimal_of_large(uint64_t whole);
static inline struct decimal
decimal_of(uint64_t whole)
{
	if (whole >= 1000000000)
		return decimal_of_large(whole);
	return (struct decimal){ .limbs = { (uint32_t)whole }, .n = whole > 0,
		.below = 1 };
}

/* Of digits alone, of which the last `point` stand behind the point. */
struct decimal decimal_digits(struct str digits, size_t point);

struct decimal decimal_add(struct decimal a, struct decimal b);
struct decimal decimal_multiply(struct decimal a, struct decimal b);
struct decimal decimal_divide(struct decimal a, struct decimal b);
struct decimal decimal_negate(struct decimal a);

/* The same with a smaller denominator, where it divides. */
struct decimal decimal_reduce(struct decimal a);

/* Times a power of ten. */
struct decimal decimal_shift(struct decimal a, int power);

/* a to a whole power, which may be negative. */
struct decimal decimal_power(struct decimal a, int power);

/* Less than 0, 0 or more than 0, as a is less than, equal to or more than b.
 * What overflowed is equal to everything. */
int decimal_compare(struct decimal a, struct decimal b);

/* The same with a whole number below 10^9. */
static inline int
decimal_against(const struct decimal *a, uint32_t whole)
{
	if (a->n < 2 && a->below == 1 && !a->point && !a->negative &&
	    !a->overflow)
		return (a->limbs[0] > whole) - (a->limbs[0] < whole);
	return decimal_compare(*a, decimal_of(whole));
}

/* Whether it is a whole number below 2^63, and which. */
bool decimal_whole(struct decimal a, uint64_t *whole);

/* As text: "-" for less than zero, digits, and behind a point as many as there
 * are: no exponent, no grouping, no zeros in front or behind. A fraction that
 * does not end within 40 digits is rounded to six, half up: 2/3 is 0.666667.
 * Empty for what overflowed. */
struct str decimal_text(struct arena *a, struct decimal d);

#endif

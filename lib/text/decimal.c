/* decimal - exact arithmetic on the numbers that texts write
 *
 * Limbs of nine digits keep a product of two within 64 bits, and printing
 * simple. Numbers in texts have one or two limbs, so the school methods are
 * the fastest. Denominators are small (a third, a trillionth), so they stay
 * one machine word, and are divided out digit by digit when printed. */
#include "decimal.h"

#include <string.h>

enum {
	LIMB = 1000000000, /* a limb is less */
	LIMB_DIGITS = 9,
	DIGITS = DECIMAL_LIMBS * LIMB_DIGITS,
	LONGEST = 40, /* digits of a fraction that ends */
	ROUNDED = 6   /* digits of one that does not    */
};

static const uint64_t LARGEST_BELOW = 1000000000000000000u;

static struct decimal
overflow(void)
{
	return (struct decimal){ .below = 1, .overflow = true };
}

/* Takes zeros off the front. */
static void
trim(struct decimal *d)
{
	while (d->n && !d->limbs[d->n - 1])
		d->n--;
	if (!d->n)
		d->negative = false;
}

struct decimal
decimal_of_large(uint64_t whole)
{
	struct decimal d = { .below = 1 };

	for (; whole; whole /= LIMB)
		d.limbs[d.n++] = (uint32_t)(whole % LIMB);
	return d;
}

/* The number times a word, plus a word. */
static void
multiply_word(struct decimal *d, uint32_t times, uint32_t plus)
{
	uint64_t carry = plus;
	int i;

	for (i = 0; i < d->n; i++) {
		carry += (uint64_t)d->limbs[i] * times;
		d->limbs[i] = (uint32_t)(carry % LIMB);
		carry /= LIMB;
	}
	if (!carry)
		return;
	if (d->n == DECIMAL_LIMBS || carry >= LIMB)
		*d = overflow();
	else
		d->limbs[d->n++] = (uint32_t)carry;
}

struct decimal
decimal_digits(struct str digits, size_t point)
{
	struct decimal d = { .below = 1 };
	size_t i, j;

	while (digits.n > point && digits.s[0] == '0')
		digits = str_slice(digits, 1, digits.n);
	while (point && digits.s[digits.n - 1] == '0') {
		digits.n--;
		point--;
	}
	if (digits.n > DIGITS)
		return overflow();
	for (i = digits.n; i > 0;) {
		uint32_t limb = 0;
		size_t first = i > LIMB_DIGITS ? i - LIMB_DIGITS : 0;

		for (j = first; j < i; j++)
			limb = limb * 10 + (uint32_t)(digits.s[j] - '0');
		d.limbs[d.n++] = limb;
		i = first;
	}
	d.point = (int16_t)point;
	trim(&d);
	return d;
}

/* Writes it with more digits behind the point, without a change of value. */
static void
widen(struct decimal *d, int point)
{
	for (; d->point < point && !d->overflow; d->point++)
		multiply_word(d, 10, 0);
}

static int
compare_limbs(const struct decimal *a, const struct decimal *b)
{
	int i;

	if (a->n != b->n)
		return a->n < b->n ? -1 : 1;
	for (i = a->n - 1; i >= 0; i--)
		if (a->limbs[i] != b->limbs[i])
			return a->limbs[i] < b->limbs[i] ? -1 : 1;
	return 0;
}

/* a + b and a - b of whole numbers without signs, a >= b for the second. */
static void
add_limbs(struct decimal *a, const struct decimal *b)
{
	uint32_t carry = 0;
	int i;

	for (i = 0; i < b->n || carry; i++) {
		if (i == DECIMAL_LIMBS) {
			*a = overflow();
			return;
		}
		if (i == a->n)
			a->limbs[a->n++] = 0;
		carry += a->limbs[i] + (i < b->n ? b->limbs[i] : 0);
		a->limbs[i] = carry % LIMB;
		carry /= LIMB;
	}
}

static void
subtract_limbs(struct decimal *a, const struct decimal *b)
{
	uint32_t borrow = 0;
	int i;

	for (i = 0; i < a->n; i++) {
		uint32_t less = borrow + (i < b->n ? b->limbs[i] : 0);

		borrow = a->limbs[i] < less;
		a->limbs[i] += (borrow ? LIMB : 0) - less;
	}
}

/* The numerator times a word of up to 10^18. */
static struct decimal
multiply_below(struct decimal a, uint64_t below)
{
	if (below == 1)
		return a;
	return decimal_multiply(a, decimal_of(below));
}

struct decimal
decimal_add(struct decimal a, struct decimal b)
{
	struct decimal swap;

	if (a.overflow || b.overflow)
		return overflow();
	if (a.below != b.below) {
		uint64_t left = a.below, right = b.below;

		if (left > LARGEST_BELOW / right)
			return overflow();
		a.below = b.below = 1;
		a = multiply_below(a, right);
		b = multiply_below(b, left);
		a.below = b.below = left * right;
	}
	widen(&a, b.point);
	widen(&b, a.point);
	if (a.overflow || b.overflow)
		return overflow();
	if (a.negative == b.negative) {
		add_limbs(&a, &b);
		return a;
	}
	if (compare_limbs(&a, &b) < 0) {
		swap = a;
		a = b;
		b = swap;
	}
	subtract_limbs(&a, &b);
	trim(&a);
	return a;
}

struct decimal
decimal_multiply(struct decimal a, struct decimal b)
{
	struct decimal d = { .below = 1 };
	int i, j;

	if (a.overflow || b.overflow || a.below > LARGEST_BELOW / b.below ||
	    a.n + b.n > DECIMAL_LIMBS + 1 || a.point + b.point > 200)
		return overflow();
	for (i = 0; i < a.n; i++) {
		uint64_t carry = 0;

		for (j = 0; j < b.n || carry; j++) {
			if (i + j == DECIMAL_LIMBS)
				return overflow();
			carry += d.limbs[i + j];
			if (j < b.n)
				carry += (uint64_t)a.limbs[i] * b.limbs[j];
			d.limbs[i + j] = (uint32_t)(carry % LIMB);
			carry /= LIMB;
		}
	}
	d.n = (uint8_t)(a.n + b.n < DECIMAL_LIMBS ? a.n + b.n : DECIMAL_LIMBS);
	d.negative = a.negative != b.negative;
	d.point = (int16_t)(a.point + b.point);
	d.below = a.below * b.below;
	trim(&d);
	return d;
}

struct decimal
decimal_divide(struct decimal a, struct decimal b)
{
	uint64_t whole;

	b = decimal_multiply(b, decimal_of(1));
	if (!b.n || b.overflow)
		return overflow();
	a = decimal_shift(multiply_below(a, b.below), b.point);
	a.negative = a.negative != b.negative;
	b.negative = false;
	b.point = 0;
	b.below = 1;
	if (!decimal_whole(b, &whole) || a.below > LARGEST_BELOW / whole)
		return overflow();
	a.below *= whole;
	return a;
}

struct decimal
decimal_reduce(struct decimal a)
{
	struct decimal d = a;
	uint64_t rest = 0;
	int i;

	if (a.below == 1 || a.below >= LIMB)
		return a;
	for (i = a.n; i-- > 0;) {
		rest = rest * LIMB + a.limbs[i];
		d.limbs[i] = (uint32_t)(rest / a.below);
		rest %= a.below;
	}
	if (rest)
		return a;
	d.below = 1;
	trim(&d);
	return d;
}

struct decimal
decimal_negate(struct decimal a)
{
	a.negative = !a.negative && a.n;
	return a;
}

struct decimal
decimal_shift(struct decimal a, int power)
{
	if (power < 0) {
		a.point = (int16_t)(a.point - power);
		if (a.point > 200)
			return overflow();
		return a;
	}
	for (; power && a.point; power--)
		a.point--;
	for (; power && a.n && !a.overflow; power--)
		multiply_word(&a, 10, 0);
	return a;
}

struct decimal
decimal_power(struct decimal a, int power)
{
	struct decimal d = decimal_of(1);
	int i, times = power < 0 ? -power : power;

	for (i = 0; i < times && !d.overflow; i++)
		d = decimal_multiply(d, a);
	return power < 0 ? decimal_divide(decimal_of(1), d) : d;
}

/* Whether it is whole, not negative and below 10^9, as most are. */
static bool
is_small(const struct decimal *d)
{
	return d->n < 2 && d->below == 1 && !d->point && !d->negative &&
	       !d->overflow;
}

int
decimal_compare(struct decimal a, struct decimal b)
{
	struct decimal d;

	if (is_small(&a) && is_small(&b))
		return (a.limbs[0] > b.limbs[0]) - (a.limbs[0] < b.limbs[0]);
	d = decimal_add(a, decimal_negate(b));

	return d.overflow || !d.n ? 0 : d.negative ? -1 : 1;
}

bool
decimal_whole(struct decimal a, uint64_t *whole)
{
	if (a.overflow || a.negative || a.point || a.below != 1 || a.n > 2)
		return false;
	*whole = 0;
	while (a.n)
		*whole = *whole * LIMB + a.limbs[--a.n];
	return true;
}

/* The digits of the numerator, at least one in front of the point. */
static size_t
write_digits(const struct decimal *d, char digits[DIGITS + 202])
{
	size_t n = 0, least = (size_t)d->point + 1, used = 0, i;
	char all[DIGITS];

	for (i = d->n; i-- > 0;) {
		uint32_t limb = d->limbs[i], unit = LIMB / 10;

		for (; unit; unit /= 10)
			all[used++] = (char)('0' + limb / unit % 10);
	}
	for (i = 0; i < used && all[i] == '0'; i++)
		;
	while (n + (used - i) < least)
		digits[n++] = '0';
	memcpy(digits + n, all + i, used - i);
	return n + used - i;
}

/* Divides the digits by the denominator; adds digits behind the point, which
 * stands before the last *point, until it ends or is long enough. */
static size_t
divide_digits(char *digits, size_t n, size_t *point, uint64_t below)
{
	uint64_t rest = 0;
	size_t i, whole = n - *point;
	bool more = false;

	for (i = 0; i < n || (more && i - whole < LONGEST); i++) {
		rest = rest * 10 + (i < n ? (uint64_t)(digits[i] - '0') : 0);
		digits[i] = (char)('0' + rest / below);
		rest %= below;
		more = rest > 0;
	}
	*point = i - whole;
	if (!more)
		return i;
	n = whole + ROUNDED;
	*point = ROUNDED;
	if (digits[n] < '5')
		return n;
	for (i = n; i-- > 0 && digits[i] == '9';)
		digits[i] = '0';
	digits[i]++; /* there is a zero in front */
	return n;
}

/* The text of a whole number below 10^9. */
static struct str
small_text(struct arena *a, uint32_t whole)
{
	char digits[LIMB_DIGITS], *text;
	size_t i = sizeof digits;

	do {
		digits[--i] = (char)('0' + whole % 10);
		whole /= 10;
	} while (whole);
	text = arena_bytes(a, sizeof digits - i);
	memcpy(text, digits + i, sizeof digits - i);
	return (struct str){ text, sizeof digits - i };
}

struct str
decimal_text(struct arena *a, struct decimal d)
{
	char digits[1 + DIGITS + 202 + LONGEST], *from = digits;
	char *text;
	size_t n, point, whole, used = 0;

	if (is_small(&d))
		return small_text(a, d.n ? d.limbs[0] : 0);
	if (d.overflow || d.point > 200)
		return STR("");
	digits[0] = '0';
	n = 1 + write_digits(&d, digits + 1);
	point = (size_t)d.point;
	if (d.below != 1)
		n = divide_digits(digits, n, &point, d.below);
	while (point && digits[n - 1] == '0') { /* NOLINT: n > point */
		n--;
		point--;
	}
	while (n - point > 1 && *from == '0') { /* NOLINT: n were written */
		from++;
		n--;
	}
	whole = n - point;
	text = arena_bytes(a, n + 2);
	if (d.negative)
		text[used++] = '-';
	memcpy(text + used, from, whole);
	used += whole;
	if (point)
		text[used++] = '.';
	memcpy(text + used, from + whole, point);
	used += point;
	return (struct str){ text, used };
}

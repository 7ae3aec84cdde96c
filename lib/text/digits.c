/* digits - numbers written in figures, in every grouping
 *
 * A number is cut into runs of digits and the signs between them that touch
 * both: 1.234,56 is [1 . 234 , 56]. The longest beginning of the runs that
 * follows one of the systems of grouping is the number; what is left is not
 * part of it: of 192.168.1.2, which groups by no system, 192.168 is read,
 * and it is for the caller to see that more follows.
 *
 * The digits are gathered without their signs in a buffer of fixed size; a
 * number that is longer overflows and has no value. */
#include "digits.h"

#include <string.h>

#include "utf8.h"

enum { MAX_DIGITS = 80, MAX_RUNS = 24 };

struct run {
	size_t token;  /* its NUMBER token                         */
	size_t digits; /* how many                                 */
	uint32_t sign; /* that stands before it: , . ' or a blank  */
};

struct view {
	struct str text;
	const struct token *t;
	size_t count;
};

static struct str
token_text(const struct view *v, size_t i)
{
	return str_slice(v->text, v->t[i].start, v->t[i].end);
}

/* Whether token i is this sign and touches the token before it. */
static bool
touches(const struct view *v, size_t i)
{
	return i < v->count && !(v->t[i].flags & TOKEN_SPACED);
}

static bool
is_number(const struct view *v, size_t i)
{
	return i < v->count && v->t[i].type == TOKEN_NUMBER;
}

/* The character of a SIGN token, else 0. */
static uint32_t
sign(const struct view *v, size_t i)
{
	unsigned char c;
	size_t length;

	if (i >= v->count || v->t[i].type != TOKEN_SIGN)
		return 0;
	c = (unsigned char)v->text.s[v->t[i].start];
	return c < 0x80 ? c : utf8_decode(v->text, v->t[i].start, &length);
}

/* The sign that sets off the run of digits after token i, and the token of
 * that run; 0 when none follows. A blank counts when one stands between. */
static uint32_t
separator(const struct view *v, size_t i, size_t *next)
{
	uint32_t c = sign(v, i + 1);

	if (is_number(v, i + 1)) {
		*next = i + 1;
		return v->t[i + 1].start - v->t[i].end <= 3 ? ' ' : 0;
	}
	if (c == 0x2019)
		c = '\'';
	if ((c == ',' || c == '.' || c == '\'') && touches(v, i + 1) &&
	    touches(v, i + 2) && is_number(v, i + 2)) {
		*next = i + 2;
		return c;
	}
	return 0;
}

static size_t
runs_of(const struct view *v, size_t at, struct run runs[MAX_RUNS])
{
	size_t n = 1, next;

	runs[0] = (struct run){ at, v->t[at].end - v->t[at].start, 0 };
	while (n < MAX_RUNS) {
		uint32_t c = separator(v, runs[n - 1].token, &next);

		if (!c)
			break;
		runs[n++] =
		    (struct run){ next, v->t[next].end - v->t[next].start, c };
	}
	return n;
}

/* How many runs from the first are groups of three (or two and three, as in
 * India: 12,34,567) that one sign sets off. */
static size_t
grouped(const struct run *runs, size_t count)
{
	size_t n = 1, twos = 0;
	uint32_t c = count > 1 ? runs[1].sign : 0;

	if (!c || runs[0].digits > 3)
		return 1;
	while (n < count && runs[n].sign == c &&
	       (runs[n].digits == 3 ||
		   (runs[n].digits == 2 && c == ',' && runs[0].digits <= 2))) {
		twos += runs[n].digits == 2;
		n++;
	}
	if (twos && (twos != n - 2 || runs[n - 1].digits != 3))
		return 1;
	return n < count && runs[n].sign == c && c == ' ' ? 1 : n;
}

/* Gathers the digits of runs [0, whole) and, behind the point, of run whole
 * if it is there. */
static struct decimal
gather(const struct view *v, const struct run *runs, size_t count, size_t point)
{
	char digits[MAX_DIGITS];
	size_t i, n = 0;

	for (i = 0; i < count; i++) {
		struct str s = token_text(v, runs[i].token);

		if (n + s.n > MAX_DIGITS)
			return (struct decimal){ .below = 1, .overflow = true };
		memcpy(digits + n, s.s, s.n);
		n += s.n;
	}
	return decimal_digits((struct str){ digits, n }, point);
}

/* Digits with grouping and decimal point: [at, return). */
static size_t
read_plain(
    const struct view *v, size_t at, struct decimal *value, unsigned *flags)
{
	struct run runs[MAX_RUNS];
	size_t count, n, point = 0;

	if (sign(v, at) == '.') { /* .08 */
		*value = gather(v, &(struct run){ at + 1, 0, 0 }, 1,
		    token_text(v, at + 1).n);
		*flags |= DIGITS_POINTED;
		return at + 2;
	}
	count = runs_of(v, at, runs);
	n = grouped(runs, count);
	if (n == 2 && runs[1].sign == '.' &&
	    (count == 2 || runs[2].sign != ','))
		n = 1; /* 4.800 */
	if (n == 2 && runs[1].sign == ',' && runs[0].digits == 1 &&
	    token_text(v, at).s[0] == '0')
		n = 1; /* 0,125 */
	if (n > 1) {
		*flags |= DIGITS_GROUPED;
		if (runs[1].sign == ' ' &&
		    v->t[runs[1].token].start - v->t[at].end == 1)
			*flags |= DIGITS_SPACED;
	} else if (runs[0].digits > 1 && token_text(v, at).s[0] == '0') {
		*flags |= DIGITS_ZERO;
	}
	if (n < count && (runs[n].sign == '.' || runs[n].sign == ',') &&
	    (n == 1 ? runs[n].sign == '.' || runs[n].digits < 3 ||
			  runs[0].digits > 3 || token_text(v, at).s[0] == '0'
		    : runs[n].sign != runs[1].sign)) {
		bool more = n + 1 < count && runs[n + 1].sign == '.';

		more |= at > 1 && touches(v, at) && sign(v, at - 1) == '.' &&
			touches(v, at - 1) && is_number(v, at - 2);
		if (!more && (n > 1 || runs[n].sign == '.' ||
				 runs[0].digits <= 3)) { /* no 192.168.1.2 */
			point = runs[n++].digits;
			*flags |= DIGITS_POINTED;
		}
	}
	*value = gather(v, runs, n, point);
	return runs[n - 1].token + 1;
}

/* A power at a token, signed: +23 -1 −5. Gives the token after it. */
static size_t
read_power(const struct view *v, size_t at, int *power)
{
	uint32_t c = sign(v, at);
	uint64_t whole;
	bool minus = c == '-' || c == 0x2212;

	if (minus || c == '+') {
		at++;
		if (!touches(v, at))
			return 0;
	}
	if (!is_number(v, at) || token_text(v, at).n > 2)
		return 0;
	decimal_whole(decimal_digits(token_text(v, at), 0), &whole);
	*power = minus ? -(int)whole : (int)whole;
	return at + 1;
}

/* What a number may be raised by: e14, ^23, x10^-4, ×10−5. */
static size_t
read_exponent(const struct view *v, size_t at, struct decimal *value)
{
	struct str word = at < v->count ? token_text(v, at) : STR("");
	size_t end = 0;
	int power;
	uint64_t base;

	if (!touches(v, at) || !touches(v, at + 1))
		return at;
	if (str_eq_nocase(word, STR("e"))) {
		end = read_power(v, at + 1, &power);
		if (end)
			*value = decimal_shift(*value, power);
	} else if (sign(v, at) == '^') {
		end = read_power(v, at + 1, &power);
		if (end)
			*value = decimal_power(*value, power);
	} else if ((str_eq_nocase(word, STR("x")) || sign(v, at) == 0xd7) &&
		   is_number(v, at + 1) && token_text(v, at + 1).n <= 2) {
		size_t next = at + 2;

		decimal_whole(decimal_digits(token_text(v, at + 1), 0), &base);
		if (sign(v, next) == '^')
			next++;
		else if (base != 10 || !sign(v, next))
			return at;
		if (touches(v, at + 2) && touches(v, next))
			end = read_power(v, next, &power);
		if (end)
			*value = decimal_multiply(
			    *value, decimal_power(decimal_of(base), power));
	}
	return end ? end : at;
}

/* ½ and its like. */
static bool
vulgar(uint32_t c, struct decimal *value)
{
	static const struct {
		uint16_t c;
		uint8_t above, below;
	} signs[] = {
		{ 0xbc, 1, 4 },
		{ 0xbd, 1, 2 },
		{ 0xbe, 3, 4 },
		{ 0x2150, 1, 7 },
		{ 0x2151, 1, 9 },
		{ 0x2152, 1, 10 },
		{ 0x2153, 1, 3 },
		{ 0x2154, 2, 3 },
		{ 0x2155, 1, 5 },
		{ 0x2156, 2, 5 },
		{ 0x2157, 3, 5 },
		{ 0x2158, 4, 5 },
		{ 0x2159, 1, 6 },
		{ 0x215a, 5, 6 },
		{ 0x215b, 1, 8 },
		{ 0x215c, 3, 8 },
		{ 0x215d, 5, 8 },
		{ 0x215e, 7, 8 },
	};
	size_t i;

	if (c < 0xbc)
		return false;
	for (i = 0; i < sizeof signs / sizeof *signs; i++)
		if (signs[i].c == c) {
			*value = decimal_divide(decimal_of(signs[i].above),
			    decimal_of(signs[i].below));
			return true;
		}
	return false;
}

/* 3/4 at a token, also 3⁄4; blanks around the stroke only where both sides
 * have them. Gives the token after it, or `at`. */
static size_t
read_fraction(const struct view *v, size_t at, struct decimal *value)
{
	uint32_t c = sign(v, at + 1);
	struct decimal above, below;

	if (!is_number(v, at) || (c != '/' && c != 0x2044) ||
	    !is_number(v, at + 2) || touches(v, at + 1) != touches(v, at + 2) ||
	    token_text(v, at).n > 3 || token_text(v, at + 2).n > 4)
		return at;
	c = sign(v, at + 3);
	if ((c == '/' || c == '.') && touches(v, at + 3) &&
	    is_number(v, at + 4) && touches(v, at + 4))
		return at; /* 1/2/2020 */
	above = decimal_digits(token_text(v, at), 0);
	below = decimal_digits(token_text(v, at + 2), 0);
	if (!below.n)
		return at;
	*value = decimal_divide(above, below);
	return at + 3;
}

/* A whole number before a fraction: 2 1/4, 3½, 3 ½. */
static size_t
read_mixed(
    const struct view *v, size_t at, struct decimal *value, unsigned *flags)
{
	struct decimal part;
	size_t end = at;

	if (at < v->count && vulgar(sign(v, at), &part))
		end = at + 1;
	else if (is_number(v, at) && !touches(v, at))
		end = read_fraction(v, at, &part);
	if (end == at || decimal_compare(part, decimal_of(1)) >= 0)
		return at;
	*value = decimal_add(*value, part);
	*flags |= DIGITS_FRACTION;
	return end;
}

/* Whether a number is nothing but a short run of digits: what follows neither
 * groups, points, divides nor raises. Two of three are. */
static bool
is_alone(const struct view *v, size_t at)
{
	static const struct str idle = STR_INIT(",.)\";:?!%");
	uint32_t c = sign(v, at + 1);

	if (!is_number(v, at) || v->t[at].end - v->t[at].start > 9)
		return false;
	if (at + 1 >= v->count)
		return true;
	if (!c)
		return v->t[at + 1].type == TOKEN_WORD && !touches(v, at + 1);
	return c < 0x80 && str_index(idle, (char)c) < idle.n &&
	       !(touches(v, at + 2) && is_number(v, at + 2));
}

size_t
digits_read(struct str text, const struct token *tokens, size_t count,
    size_t at, struct decimal *value, unsigned *flags)
{
	const struct view v = { text, tokens, count };
	size_t end;

	*flags = 0;
	if (at >= count)
		return at;
	if (is_alone(&v, at)) {
		struct str s = token_text(&v, at);

		if (s.n > 1 && s.s[0] == '0')
			*flags = DIGITS_ZERO;
		*value = decimal_digits(s, 0);
		return at + 1;
	}
	if (vulgar(sign(&v, at), value)) {
		*flags = DIGITS_FRACTION;
		return at + 1;
	}
	if (!is_number(&v, at) &&
	    (sign(&v, at) != '.' || !is_number(&v, at + 1) ||
		!touches(&v, at + 1) ||
		(at && touches(&v, at) && tokens[at - 1].type != TOKEN_SIGN)))
		return at;
	end = read_fraction(&v, at, value);
	if (end != at) {
		*flags = DIGITS_FRACTION;
		return end;
	}
	end = read_plain(&v, at, value, flags);
	at = read_exponent(&v, end, value);
	if (at != end) {
		*flags |= DIGITS_POWER;
		return at;
	}
	return *flags & DIGITS_POINTED ? end
				       : read_mixed(&v, end, value, flags);
}

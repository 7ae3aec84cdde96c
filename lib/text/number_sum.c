/* number_sum - a numeral as a sum of total, hundreds and low: see number.c */
#include "digits.h"
#include "number_parts.h"

struct decimal
number_value(const struct sum *s)
{
	return decimal_add(s->total, decimal_add(s->hundreds, s->low));
}

/* The scale word, or letter, at a token behind figures or number words; the
 * power of ten in *power. */
static bool
scale(const struct view *v, size_t i, bool figures, int *power)
{
	struct word w = number_word(v, i);
	bool capital = i < v->count && v->t[i].flags & TOKEN_UPPER;

	*power = w.value;
	switch (w.class) {
	case NUMWORD_SCALE:
	case NUMWORD_SCALES:
		return true;
	case NUMWORD_SPACED:
		return figures || v->r->loose;
	case NUMWORD_SUFFIX:
		return figures &&
		       (number_touches(v, i) || (v->r->loose && w.value == 3));
	case NUMWORD_BIG:
		return figures && capital && (number_touches(v, i) || *w.more);
	default:
		return false;
	}
}

/* A fraction in words: a half, one third, three-quarters, fifty-four
 * hundredths. Gives the token after it, or `at`. */
size_t
number_fraction(const struct view *v, size_t at, struct decimal *part)
{
	struct word above = number_word(v, at), below;
	uint64_t n = (uint64_t)above.value;
	bool one = above.class == NUMWORD_ARTICLE ||
		   (above.class == NUMWORD_DIGIT && n == 1);
	size_t i = at + 1;

	if (above.class != NUMWORD_ARTICLE && above.class != NUMWORD_DIGIT &&
	    above.class != NUMWORD_TEEN && above.class != NUMWORD_TENS)
		return at;
	if (number_hyphen(number_sign(v, i)) &&
	    (number_touches(v, i) || v->r->loose))
		i++;
	below = number_word(v, i);
	if (above.class == NUMWORD_TENS && below.class == NUMWORD_DIGIT) {
		n += (uint64_t)below.value;
		below = number_word(v, ++i);
	}
	if (below.class == NUMWORD_PARTS ||
	    (one && below.class == NUMWORD_ORDINAL && below.value > 2) ||
	    (one && below.class == NUMWORD_ORDTEEN) ||
	    (one && (below.class == NUMWORD_HALF ||
			below.class == NUMWORD_QUARTER)))
		*part = decimal_divide(
		    decimal_of(n), decimal_of((uint64_t)below.value));
	else if (below.class == NUMWORD_PARTSCALE)
		*part = decimal_shift(decimal_of(n), -below.value);
	else
		return at;
	return n && below.value > 1 ? i + 1 : at;
}

/* The scale or dozen that a fraction is of: half [a] million, a quarter of a
 * million, half a dozen. Gives the token after it, or `at`. */
size_t
number_fraction_of(const struct view *v, size_t at, struct decimal *part)
{
	size_t i = at, end = at;
	struct word w;

	if (number_class(v, i) == NUMWORD_OF)
		i++;
	if (number_hyphen(number_sign(v, i)) && number_touches(v, i))
		i++;
	if (number_class(v, i) == NUMWORD_ARTICLE)
		i++;
	else if (i != at && number_class(v, at) == NUMWORD_OF)
		return at;
	for (w = number_word(v, i);
	     w.class == NUMWORD_SCALE || w.class == NUMWORD_HUNDRED ||
	     w.class == NUMWORD_DOZEN;
	     w = number_word(v, i)) {
		*part = w.class == NUMWORD_DOZEN
			    ? decimal_multiply(*part, decimal_of(12))
			    : decimal_shift(*part, w.value);
		end = ++i;
	}
	return end;
}

/* "point" and the digits after it, in words. */
static size_t
point_words(const struct view *v, size_t at, struct sum *s)
{
	char digits[24];
	size_t n = 0, i = at + 1;

	if (at &&
	    str_eq_nocase(number_token(v, at - 2 < at ? at - 2 : 0), STR("at")))
		return at; /* at one point two men ... */
	while (n + 2 < sizeof digits) {
		struct word w = number_word(v, i);

		if (n && number_hyphen(number_sign(v, i)))
			w = number_word(v, ++i);
		if (number_class(v, i) == NUMWORD_FIGURES) {
			struct str t = number_token(v, i);

			if (n || t.n > 9)
				break;
			s->low = decimal_add(s->low, decimal_digits(t, t.n));
			return i + 1;
		}
		if (w.class == NUMWORD_TENS || w.class == NUMWORD_TEEN) {
			digits[n++] = (char)('0' + w.value / 10);
			if (w.class == NUMWORD_TEEN ||
			    number_class(v, i + 1) != NUMWORD_DIGIT)
				if (!number_hyphen(number_sign(v, i + 1)))
					digits[n++] =
					    (char)('0' + w.value % 10);
		} else if (w.class == NUMWORD_DIGIT) {
			digits[n++] = (char)('0' + w.value);
		} else {
			break;
		}
		i++;
	}
	if (!n)
		return at;
	s->low =
	    decimal_add(s->low, decimal_digits((struct str){ digits, n }, n));
	return i;
}

/* Where the next word stands, behind a blank, a hyphen, "and" or a comma. */
static size_t
joint(const struct view *v, size_t i, int *how)
{
	uint32_t c = number_sign(v, i);

	*how = 0;
	if (number_hyphen(c) && number_class(v, i + 1) == NUMWORD_AND &&
	    number_hyphen(number_sign(v, i + 2))) { /* hundred-and-one */
		*how = '&';
		return i + 3;
	}
	if (number_hyphen(c) && number_class(v, i + 1) != NUMWORD_FIGURES &&
	    ((number_touches(v, i) && number_touches(v, i + 1)) ||
		v->r->loose)) {
		*how = '-';
		return i + 1;
	}
	if (number_class(v, i) == NUMWORD_AND) {
		*how = '&';
		return i + 1;
	}
	if (c == ',' && v->r->loose) {
		*how = ',';
		return i + 1;
	}
	return i;
}

/* Whether units below hundred may follow. */
static bool
small_follows(const struct view *v, const struct sum *s, int c, int how)
{
	switch (s->last) {
	case NUMWORD_NONE:
		return true;
	case NUMWORD_HUNDRED:
		return how != '-';
	case NUMWORD_SCALE:
		if (s->scale < 2 || how == '-')
			return false;
		return v->r->loose || !s->figures;
	case NUMWORD_TENS:
		return c == NUMWORD_DIGIT &&
		       (how == 0 || how == '-' || (how == '&' && v->r->loose));
	case NUMWORD_DIGIT:
		return v->r->loose && how == 0 && c != NUMWORD_DIGIT &&
		       s->low.n && !s->hundreds.n;
	default:
		return false;
	}
}

unsigned
number_flags(unsigned flags)
{
	return (flags & DIGITS_GROUPED ? NUMERAL_GROUPED : 0) |
	       (flags & DIGITS_POINTED ? NUMERAL_POINTED : 0) |
	       (flags & DIGITS_POWER ? NUMERAL_POWER : 0) |
	       (flags & DIGITS_FRACTION ? NUMERAL_MIXED : 0) |
	       (flags & DIGITS_ZERO ? NUMERAL_ZERO : 0) |
	       (flags & DIGITS_SPACED ? NUMERAL_BLANKS : 0);
}

/* Digits: alone, or behind a larger word: 4 thousand 3 hundred and 21. */
static size_t
take_figures(const struct view *v, size_t i, struct sum *s)
{
	struct decimal d;
	unsigned flags;
	size_t end;

	if (s->last != NUMWORD_NONE &&
	    (!v->r->loose ||
		(s->last != NUMWORD_HUNDRED && s->last != NUMWORD_SCALE)))
		return i;
	end = digits_read(v->text, v->t, v->count, i, &d, &flags);
	if (s->last == NUMWORD_HUNDRED &&
	    (number_class(v, end) == NUMWORD_HUNDRED ||
		number_class(v, end) == NUMWORD_SCALE))
		return i; /* 3 hundred and 2 hundred */
	if (end == i ||
	    (s->last != NUMWORD_NONE &&
		decimal_compare(
		    d, decimal_shift(decimal_of(1),
			   s->last == NUMWORD_HUNDRED ? 2 : s->scale)) >= 0))
		return i;
	s->low = d;
	s->figures = true;
	s->last = NUMWORD_FIGURES;
	s->flags |= number_flags(flags);
	return end;
}

static void
take_scale(struct sum *s, int power)
{
	struct decimal d = decimal_add(s->hundreds, s->low);

	if (s->last == NUMWORD_NONE)
		d = decimal_of(1);
	if (power < s->scale)
		s->total = decimal_add(s->total, decimal_shift(d, power));
	else
		s->total = decimal_shift(decimal_add(s->total, d), power);
	s->hundreds = s->low = decimal_of(0);
	s->scale = power;
	s->last = NUMWORD_SCALE;
	s->flags |= NUMERAL_SCALED;
}

/* An ordinal or plural ordinal, which ends the numeral. */
static bool
take_ordinal(struct sum *s, struct word w, int how)
{
	bool small = w.class == NUMWORD_ORDINAL || w.class == NUMWORD_ORDTEEN ||
		     w.class == NUMWORD_ORDTENS;
	struct decimal d;

	if (small && (s->last == NUMWORD_NONE || s->last == NUMWORD_HUNDRED ||
			 s->last == NUMWORD_SCALE ||
			 (s->last == NUMWORD_TENS &&
			     w.class == NUMWORD_ORDINAL && how != '&'))) {
		if (s->last == NUMWORD_NONE && how)
			return false;
		s->low = decimal_add(s->low, decimal_of((uint64_t)w.value));
		return s->ordinal = true;
	}
	if (w.class == NUMWORD_ORDSCALE && !s->figures && how != '&') {
		d = s->last == NUMWORD_NONE ? decimal_of(1) : number_value(s);
		s->total = decimal_shift(d, w.value);
		s->hundreds = s->low = decimal_of(0);
		return s->ordinal = true;
	}
	if (s->last == NUMWORD_NONE || how == '&' || how == ',')
		return false;
	if (w.class == NUMWORD_PARTS && s->last == NUMWORD_TENS &&
	    s->before.n) { /* one hundred thirty-fifths */
		d = decimal_add(s->low, decimal_of((uint64_t)w.value));
		d = decimal_divide(s->before, d);
	} else if (w.class == NUMWORD_PARTS && w.value > 1) {
		d = decimal_divide(
		    number_value(s), decimal_of((uint64_t)w.value));
	} else if (w.class == NUMWORD_PARTSCALE) {
		d = decimal_shift(number_value(s), -w.value);
	} else {
		return false;
	}
	s->total = d;
	s->hundreds = s->low = decimal_of(0);
	s->last = NUMWORD_PARTS;
	return s->parts = true;
}

/* Takes the next word into the sum; gives the token after it, or i. */
static size_t
take(const struct view *v, size_t i, struct sum *s)
{
	int how = 0, power;
	size_t at = s->last == NUMWORD_NONE ? i : joint(v, i, &how), end;
	struct word w = number_word(v, at);

	if (number_class(v, at) == NUMWORD_FIGURES || !w.class) {
		end = take_figures(v, at, s);
		return end == at ? i : end;
	}
	if (w.class == NUMWORD_DIGIT || w.class == NUMWORD_TEEN ||
	    w.class == NUMWORD_TENS) {
		if (!small_follows(v, s, w.class, how))
			return i;
		if (s->last == NUMWORD_DIGIT) { /* one twenty two */
			s->before = number_value(s);
			s->hundreds = decimal_shift(s->low, 2);
			s->low = decimal_of(0);
		} else if (w.class == NUMWORD_TENS) {
			s->before = number_value(s);
		}
		s->low = decimal_add(s->low, decimal_of((uint64_t)w.value));
		s->last = w.class;
		return at + 1;
	}
	if (how == '&' || how == ',')
		return take_ordinal(s, w, 0) ? at + 1 : i;
	if (s->last == NUMWORD_DOZEN || s->last == NUMWORD_PARTS)
		return i;
	if (w.class == NUMWORD_HUNDRED ||
	    (w.class == NUMWORD_MANY && w.value == 100 && v->r->loose)) {
		if (s->hundreds.n || s->last == NUMWORD_HUNDRED ||
		    s->last == NUMWORD_SCALE)
			return i;
		s->hundreds = s->last == NUMWORD_NONE
				  ? decimal_of(100)
				  : decimal_shift(s->low, 2);
		s->low = decimal_of(0);
		s->last = NUMWORD_HUNDRED;
		return at + 1;
	}
	if (w.class == NUMWORD_DOZEN ||
	    (w.class == NUMWORD_MANY && w.value == 12 && v->r->loose)) {
		struct decimal *d = s->low.n ? &s->low : &s->hundreds;

		*d = decimal_multiply(
		    s->last == NUMWORD_NONE ? decimal_of(1) : *d,
		    decimal_of(12));
		s->last = NUMWORD_DOZEN;
		return at + 1;
	}
	if (scale(v, at, s->figures, &power)) {
		take_scale(s, power);
		return at + 1;
	}
	return take_ordinal(s, w, how) ? at + 1 : i;
}

/* The fraction behind a number: and a half, and three fifths; with the scale
 * behind that. Gives the token after it, or `at`. */
static size_t
take_fraction(const struct view *v, size_t at, struct sum *s)
{
	struct decimal part;
	size_t end;
	int power = 0;

	if (number_class(v, at) != NUMWORD_AND || s->last == NUMWORD_PARTS ||
	    s->last == NUMWORD_DOZEN)
		return at;
	end = number_fraction(v, at + 1, &part);
	if (end == at + 1)
		return at;
	if (s->last == NUMWORD_SCALE) {
		if (scale(v, end, false, &power))
			end++;
		s->total = decimal_add(
		    s->total, decimal_shift(part, power ? power : s->scale));
		s->last = NUMWORD_PARTS;
		return end;
	}
	s->low = decimal_add(s->low, part);
	s->flags |= NUMERAL_MIXED;
	if (scale(v, end, s->figures, &power)) {
		take_scale(s, power);
		end++;
	}
	s->last = NUMWORD_PARTS;
	return end;
}

/* All of a number after what it begins with. */
size_t
number_sum(const struct view *v, size_t i, struct sum *s)
{
	size_t end;

	for (;; i = end) {
		end = take_fraction(v, i, s);
		if (end != i)
			continue;
		if (number_class(v, i) == NUMWORD_POINT &&
		    (s->last == NUMWORD_DIGIT || s->last == NUMWORD_TENS ||
			s->last == NUMWORD_TEEN || s->last == NUMWORD_HUNDRED ||
			s->last == NUMWORD_FIGURES)) {
			end = point_words(v, i, s);
			if (end == i)
				break;
			s->last = NUMWORD_FIGURES;
			s->flags |= NUMERAL_POINTED;
			continue;
		}
		end = s->ordinal ? i : take(v, i, s);
		if (end == i)
			break;
	}
	return i;
}

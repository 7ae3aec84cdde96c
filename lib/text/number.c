/* number - the numerals of a text: figures, words, and both together
 *
 * A numeral is read from left to right into a sum of three parts,
 *
 *     two million | three hundred | twenty-one
 *     total         hundreds        low
 *
 * Each word is either allowed behind the last one or ends the numeral. A scale
 * (thousand, lakh) takes hundreds and low into the total; when it is no less
 * than the scale before, it multiplies all so far: "two hundred and two
 * thousand", "three lakh crore". What a plural ordinal follows is divided
 * ("three quarters"), and a fraction behind "and" is added, by its own scale
 * if it has one ("one billion and a half million"), else by that of the number
 * ("three million and a quarter"); a scale behind it takes all ("two and a
 * half billion").
 *
 * Texts are not dictations: without .loose, "and" joins only what news would
 * join, so that of "killed two million and 20 fled" two numerals are read. */
#include "number.h"

#include "digits.h"
#include "utf8.h"

enum numword_class {
	NUMWORD_NONE,
	NUMWORD_AND, NUMWORD_ARTICLE, NUMWORD_BIG, NUMWORD_DIGIT, NUMWORD_DOZEN,
	NUMWORD_GROWN, NUMWORD_HALF, NUMWORD_HUNDRED, NUMWORD_MANY, NUMWORD_MINUS, NUMWORD_OF,
	NUMWORD_ORDINAL, NUMWORD_ORDSCALE, NUMWORD_ORDTEEN, NUMWORD_ORDTENS,
	NUMWORD_OVER, NUMWORD_PAIR, NUMWORD_PARTS, NUMWORD_PARTSCALE, NUMWORD_POINT,
	NUMWORD_QUARTER, NUMWORD_SCALE, NUMWORD_SCALES, NUMWORD_SPACED,
	NUMWORD_SUFFIX, NUMWORD_TEEN, NUMWORD_TENS, NUMWORD_TH, NUMWORD_TIMES,
	NUMWORD_UPON,
	NUMWORD_VAGUE,
	NUMWORD_FIGURES /* no word: digits */
};

#include "numword.h"

/* Where it reads. */
struct view {
	const struct number_reader *r;
	struct str text;
	const struct token *t;
	size_t count;
};

/* A numeral that is being read. */
struct sum {
	struct decimal total, hundreds, low;
	struct decimal before; /* the value before the last tens          */
	int scale;             /* the last power of ten, 99 before any     */
	int last;              /* enum numword_class of the last word       */
	bool figures;          /* it has digits                            */
	bool parts;            /* it is a fraction of plural ordinals      */
	bool ordinal;          /* it ended in an ordinal                   */
	unsigned flags;
};

void
number_start(struct number_reader *r, struct arena *a)
{
	lexicon_make(&r->words, a, numword_words,
	    sizeof numword_words / sizeof *numword_words);
}

const struct word *
number_list(size_t *count)
{
	*count = sizeof numword_words / sizeof *numword_words;
	return numword_words;
}

static struct str
token_text(const struct view *v, size_t i)
{
	return str_slice(v->text, v->t[i].start, v->t[i].end);
}

static bool
touches(const struct view *v, size_t i)
{
	return i < v->count && !(v->t[i].flags & TOKEN_SPACED);
}

static uint32_t
sign(const struct view *v, size_t i)
{
	size_t length;

	if (i >= v->count || v->t[i].type != TOKEN_SIGN)
		return 0;
	return utf8_decode(v->text, v->t[i].start, &length);
}

static bool
is_hyphen(uint32_t c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2014);
}

/* The number word at a token; a class of NUMWORD_NONE if it is none. */
static struct word
word(const struct view *v, size_t i)
{
	static const struct word none = { "", NUMWORD_NONE, 0, "" };
	const struct word *w;

	if (i >= v->count || v->t[i].type == TOKEN_NUMBER)
		return none;
	w = lexicon_token(&v->r->words, v->text, &v->t[i]);
	return w && (!*w->more || v->r->loose) ? *w : none;
}

static int
class(const struct view *v, size_t i)
{
	if (i < v->count && v->t[i].type == TOKEN_NUMBER)
		return NUMWORD_FIGURES;
	return word(v, i).class;
}

static bool
begins(int c)
{
	switch (c) {
	case NUMWORD_DIGIT: case NUMWORD_TEEN: case NUMWORD_TENS:
	case NUMWORD_ORDINAL: case NUMWORD_ORDTEEN: case NUMWORD_ORDTENS:
	case NUMWORD_ORDSCALE: case NUMWORD_MANY: case NUMWORD_SCALES:
	case NUMWORD_HUNDRED: case NUMWORD_SCALE: case NUMWORD_DOZEN:
	case NUMWORD_HALF: case NUMWORD_QUARTER: case NUMWORD_VAGUE:
	case NUMWORD_FIGURES: case NUMWORD_PAIR: case NUMWORD_TIMES:
	case NUMWORD_GROWN:
		return true;
	default:
		return false;
	}
}

bool
number_begins(const struct number_reader *r, struct str text,
    const struct token *t)
{
	const struct word *w;
	unsigned char c;

	if (t->type == TOKEN_NUMBER)
		return true;
	if (t->type == TOKEN_SIGN) {
		c = (unsigned char)text.s[t->start];
		return c == '.' || c == 0xc2 || c == 0xe2;
	}
	w = lexicon_token(&r->words, text, t);
	return w && begins(w->class);
}

static struct decimal
value(const struct sum *s)
{
	return decimal_add(s->total, decimal_add(s->hundreds, s->low));
}

/* The scale word, or letter, at a token behind figures or number words; the
 * power of ten in *power. */
static bool
scale(const struct view *v, size_t i, bool figures, int *power)
{
	struct word w = word(v, i);
	bool capital = i < v->count && v->t[i].flags & TOKEN_UPPER;

	*power = w.value;
	switch (w.class) {
	case NUMWORD_SCALE:
	case NUMWORD_SCALES:
		return true;
	case NUMWORD_SPACED:
		return figures || v->r->loose;
	case NUMWORD_SUFFIX:
		return figures && (touches(v, i) ||
		    (v->r->loose && w.value == 3));
	case NUMWORD_BIG:
		return figures && capital && (touches(v, i) || *w.more);
	default:
		return false;
	}
}

/* A fraction in words: a half, one third, three-quarters, fifty-four
 * hundredths. Gives the token after it, or `at`. */
static size_t
fraction_words(const struct view *v, size_t at, struct decimal *part)
{
	struct word above = word(v, at), below;
	uint64_t n = (uint64_t)above.value;
	bool one = above.class == NUMWORD_ARTICLE ||
	    (above.class == NUMWORD_DIGIT && n == 1);
	size_t i = at + 1;

	if (above.class != NUMWORD_ARTICLE && above.class != NUMWORD_DIGIT &&
	    above.class != NUMWORD_TEEN && above.class != NUMWORD_TENS)
		return at;
	if (is_hyphen(sign(v, i)) && (touches(v, i) || v->r->loose))
		i++;
	below = word(v, i);
	if (above.class == NUMWORD_TENS && below.class == NUMWORD_DIGIT) {
		n += (uint64_t)below.value;
		below = word(v, ++i);
	}
	if (below.class == NUMWORD_PARTS ||
	    (one && below.class == NUMWORD_ORDINAL && below.value > 2) ||
	    (one && below.class == NUMWORD_ORDTEEN) ||
	    (one && (below.class == NUMWORD_HALF ||
		below.class == NUMWORD_QUARTER)))
		*part = decimal_divide(decimal_of(n),
		    decimal_of((uint64_t)below.value));
	else if (below.class == NUMWORD_PARTSCALE)
		*part = decimal_shift(decimal_of(n), -below.value);
	else
		return at;
	return n && below.value > 1 ? i + 1 : at;
}

/* The scale or dozen that a fraction is of: half [a] million, a quarter of a
 * million, half a dozen. Gives the token after it, or `at`. */
static size_t
fraction_of(const struct view *v, size_t at, struct decimal *part)
{
	size_t i = at, end = at;
	struct word w;

	if (class(v, i) == NUMWORD_OF)
		i++;
	if (is_hyphen(sign(v, i)) && touches(v, i))
		i++;
	if (class(v, i) == NUMWORD_ARTICLE)
		i++;
	else if (i != at && class(v, at) == NUMWORD_OF)
		return at;
	for (w = word(v, i); w.class == NUMWORD_SCALE || w.class ==
	    NUMWORD_HUNDRED || w.class == NUMWORD_DOZEN; w = word(v, i)) {
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

	if (at && str_eq_nocase(token_text(v, at - 2 < at ? at - 2 : 0),
	    STR("at")))
		return at; /* at one point two men ... */
	while (n + 2 < sizeof digits) {
		struct word w = word(v, i);

		if (n && is_hyphen(sign(v, i)))
			w = word(v, ++i);
		if (class(v, i) == NUMWORD_FIGURES) {
			struct str t = token_text(v, i);

			if (n || t.n > 9)
				break;
			s->low = decimal_add(s->low,
			    decimal_digits(t, t.n));
			return i + 1;
		}
		if (w.class == NUMWORD_TENS || w.class == NUMWORD_TEEN) {
			digits[n++] = (char)('0' + w.value / 10);
			if (w.class == NUMWORD_TEEN || class(v, i + 1) !=
			    NUMWORD_DIGIT)
				if (!is_hyphen(sign(v, i + 1)))
					digits[n++] = (char)('0' +
					    w.value % 10);
		} else if (w.class == NUMWORD_DIGIT) {
			digits[n++] = (char)('0' + w.value);
		} else {
			break;
		}
		i++;
	}
	if (!n)
		return at;
	s->low = decimal_add(s->low,
	    decimal_digits((struct str){ digits, n }, n));
	return i;
}

/* Where the next word stands, behind a blank, a hyphen, "and" or a comma. */
static size_t
joint(const struct view *v, size_t i, int *how)
{
	uint32_t c = sign(v, i);

	*how = 0;
	if (is_hyphen(c) && class(v, i + 1) == NUMWORD_AND &&
	    is_hyphen(sign(v, i + 2))) { /* hundred-and-one */
		*how = '&';
		return i + 3;
	}
	if (is_hyphen(c) && class(v, i + 1) != NUMWORD_FIGURES &&
	    ((touches(v, i) && touches(v, i + 1)) || v->r->loose)) {
		*how = '-';
		return i + 1;
	}
	if (class(v, i) == NUMWORD_AND) {
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

/* Digits: alone, or behind a larger word: 4 thousand 3 hundred and 21. */
static size_t
take_figures(const struct view *v, size_t i, struct sum *s)
{
	struct decimal d;
	unsigned flags;
	size_t end;

	if (s->last != NUMWORD_NONE &&
	    (!v->r->loose || (s->last != NUMWORD_HUNDRED &&
		s->last != NUMWORD_SCALE)))
		return i;
	end = digits_read(v->text, v->t, v->count, i, &d, &flags);
	if (s->last == NUMWORD_HUNDRED && (class(v, end) == NUMWORD_HUNDRED ||
	    class(v, end) == NUMWORD_SCALE))
		return i; /* 3 hundred and 2 hundred */
	if (end == i || (s->last != NUMWORD_NONE &&
	    decimal_compare(d, decimal_shift(decimal_of(1),
		s->last == NUMWORD_HUNDRED ? 2 : s->scale)) >= 0))
		return i;
	s->low = d;
	s->figures = true;
	s->last = NUMWORD_FIGURES;
	s->flags |= flags & DIGITS_GROUPED ? NUMERAL_GROUPED : 0;
	s->flags |= flags & DIGITS_POINTED ? NUMERAL_POINTED : 0;
	s->flags |= flags & DIGITS_POWER ? NUMERAL_POWER : 0;
	s->flags |= flags & DIGITS_FRACTION ? NUMERAL_MIXED : 0;
	s->flags |= flags & DIGITS_ZERO ? NUMERAL_ZERO : 0;
	s->flags |= flags & DIGITS_SPACED ? NUMERAL_BLANKS : 0;
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
	    (s->last == NUMWORD_TENS && w.class == NUMWORD_ORDINAL &&
		how != '&'))) {
		if (s->last == NUMWORD_NONE && how)
			return false;
		s->low = decimal_add(s->low, decimal_of((uint64_t)w.value));
		return s->ordinal = true;
	}
	if (w.class == NUMWORD_ORDSCALE && !s->figures && how != '&') {
		d = s->last == NUMWORD_NONE ? decimal_of(1) : value(s);
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
		d = decimal_divide(value(s), decimal_of((uint64_t)w.value));
	} else if (w.class == NUMWORD_PARTSCALE) {
		d = decimal_shift(value(s), -w.value);
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
	struct word w = word(v, at);

	if (class(v, at) == NUMWORD_FIGURES || !w.class) {
		end = take_figures(v, at, s);
		return end == at ? i : end;
	}
	if (w.class == NUMWORD_DIGIT || w.class == NUMWORD_TEEN ||
	    w.class == NUMWORD_TENS) {
		if (!small_follows(v, s, w.class, how))
			return i;
		if (s->last == NUMWORD_DIGIT) { /* one twenty two */
			s->before = value(s);
			s->hundreds = decimal_shift(s->low, 2);
			s->low = decimal_of(0);
		} else if (w.class == NUMWORD_TENS) {
			s->before = value(s);
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
		s->hundreds = s->last == NUMWORD_NONE ? decimal_of(100)
		    : decimal_shift(s->low, 2);
		s->low = decimal_of(0);
		s->last = NUMWORD_HUNDRED;
		return at + 1;
	}
	if (w.class == NUMWORD_DOZEN ||
	    (w.class == NUMWORD_MANY && w.value == 12 && v->r->loose)) {
		struct decimal *d = s->low.n ? &s->low : &s->hundreds;

		*d = decimal_multiply(s->last == NUMWORD_NONE ? decimal_of(1)
		    : *d, decimal_of(12));
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

	if (class(v, at) != NUMWORD_AND || s->last == NUMWORD_PARTS ||
	    s->last == NUMWORD_DOZEN)
		return at;
	end = fraction_words(v, at + 1, &part);
	if (end == at + 1)
		return at;
	if (s->last == NUMWORD_SCALE) {
		if (scale(v, end, false, &power))
			end++;
		s->total = decimal_add(s->total,
		    decimal_shift(part, power ? power : s->scale));
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
static size_t
read_sum(const struct view *v, size_t i, struct sum *s)
{
	size_t end;

	for (;; i = end) {
		end = take_fraction(v, i, s);
		if (end != i)
			continue;
		if (class(v, i) == NUMWORD_POINT && (s->last == NUMWORD_DIGIT ||
		    s->last == NUMWORD_TENS || s->last == NUMWORD_TEEN ||
		    s->last == NUMWORD_HUNDRED || s->last == NUMWORD_FIGURES)) {
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

/* Dozens, tens of thousands, dozens upon dozens, thousands and thousands. */
static size_t
read_many(const struct view *v, size_t at, struct numeral *n)
{
	struct word w = word(v, at), next;
	size_t i = at + 1;
	uint32_t c;

	n->value = w.class == NUMWORD_MANY ? decimal_of((uint64_t)w.value)
	    : decimal_shift(decimal_of(1), w.value);
	if ((class(v, i) == NUMWORD_UPON || class(v, i) == NUMWORD_AND) &&
	    str_eq_nocase(token_text(v, at), token_text(v, i + 1 < v->count
	    ? i + 1 : i)))
		i += 2;
	if (class(v, i) == NUMWORD_OF) {
		next = word(v, i + 1);
		if (next.class == NUMWORD_SCALES ||
		    (next.class == NUMWORD_MANY && next.value > w.value)) {
			n->value = next.class == NUMWORD_SCALES
			    ? decimal_shift(n->value, next.value)
			    : decimal_multiply(n->value,
				decimal_of((uint64_t)next.value));
			i += 2;
		}
	}
	if (i == at + 1 && w.class == NUMWORD_MANY && w.value == 10)
		return at; /* tens */
	c = sign(v, i);
	if (c == '-')
		return at;
	n->kind = NUMERAL_VAGUE;
	n->high = decimal_shift(n->value, 1);
	return i;
}

/* Several hundred, a few dozen, a couple of thousand, a couple of. */
static size_t
read_vague(const struct view *v, size_t at, struct numeral *n)
{
	struct word w = word(v, at);
	struct sum s = { .total = decimal_of(0), .hundreds = decimal_of(0),
		.low = decimal_of((uint64_t)w.value),
		.before = decimal_of(0), .scale = 99, .last = NUMWORD_TEEN };
	size_t i = at + 1, end;
	bool couple = w.value == 2;

	if (couple && class(v, i) == NUMWORD_OF)
		i++;
	n->kind = NUMERAL_VAGUE;
	end = read_sum(v, i, &s);
	if (end != i && !s.ordinal && !s.parts) {
		n->value = value(&s);
		return end;
	}
	n->value = decimal_of((uint64_t)w.value);
	if (couple && n->first < at && class(v, at + 1) == NUMWORD_OF)
		return at + 1;
	if (!v->r->loose || w.value != 3 || *token_text(v, at).s == 's')
		return at;
	n->kind = NUMERAL_CARDINAL;
	n->flags |= NUMERAL_LOOSE;
	return at + 1;
}

/* A fraction that stands alone: half, a third, three quarters; and what it is
 * of: half a million, a quarter of a million. */
static size_t
read_fraction(const struct view *v, size_t at, struct numeral *n)
{
	size_t i = fraction_words(v, n->first, &n->value), end;
	int c = class(v, at);

	if (i == n->first || n->first == at) {
		if (c == NUMWORD_HALF || c == NUMWORD_QUARTER) {
			n->value = decimal_divide(decimal_of(1),
			    decimal_of((uint64_t)word(v, at).value));
			i = at + 1;
		} else if (i == n->first) {
			return at;
		}
	}
	end = fraction_of(v, i, &n->value);
	n->kind = end == i ? NUMERAL_FRACTION : NUMERAL_CARDINAL;
	if (end != i)
		n->flags |= NUMERAL_SCALED;
	return end;
}

/* Figures with st, nd, rd or th. */
static size_t
read_th(const struct view *v, size_t at, struct numeral *n)
{
	unsigned flags;
	size_t end;

	if (class(v, at) != NUMWORD_FIGURES)
		return at;
	end = digits_read(v->text, v->t, v->count, at, &n->value, &flags);
	if (class(v, end) != NUMWORD_TH || !touches(v, end) ||
	    flags & DIGITS_POINTED)
		return at;
	n->kind = NUMERAL_ORDINAL;
	n->flags |= NUMERAL_DIGITS;
	return end + 1;
}

static size_t
read_cardinal(const struct view *v, size_t at, struct numeral *n)
{
	struct sum s = { .total = decimal_of(0), .hundreds = decimal_of(0),
		.low = decimal_of(0), .before = decimal_of(0), .scale = 99,
		.last = NUMWORD_NONE };
	int c = class(v, at);
	size_t end;

	if (c == NUMWORD_HUNDRED || c == NUMWORD_SCALE || c == NUMWORD_DOZEN) {
		if (n->first == at && !v->r->loose && (c != NUMWORD_HUNDRED ||
		    class(v, at + 2) != NUMWORD_AND))
			return at;
	}
	end = read_sum(v, at, &s);
	if (end == at)
		return at;
	n->kind = s.ordinal ? NUMERAL_ORDINAL
	    : s.parts ? NUMERAL_FRACTION : NUMERAL_CARDINAL;
	n->value = value(&s);
	if (s.last == NUMWORD_SCALE)
		n->power = s.scale;
	n->flags |= s.flags | (s.figures ? NUMERAL_DIGITS : 0);
	if (s.flags & NUMERAL_MIXED && s.figures && c != NUMWORD_AND &&
	    !(s.flags & NUMERAL_SCALED) && decimal_compare(n->value,
		decimal_of(1)) < 0)
		n->kind = NUMERAL_FRACTION;
	return end;
}

/* The article, or the minus, before a token moves the beginning. */
static void
look_back(const struct view *v, size_t at, struct numeral *n)
{
	int c = class(v, at), before = at ? class(v, at - 1) : 0;
	uint32_t minus = at ? sign(v, at - 1) : 0;

	if (before == NUMWORD_ARTICLE && c != NUMWORD_FIGURES &&
	    c != NUMWORD_DIGIT && c != NUMWORD_TEEN && c != NUMWORD_TENS &&
	    c != NUMWORD_MANY && c != NUMWORD_SCALES) {
		n->first--;
		n->flags |= NUMERAL_ARTICLE;
	} else if (before == NUMWORD_MINUS) {
		n->first--;
		n->flags |= NUMERAL_SIGNED;
	} else if ((minus == '-' || minus == 0x2212 || minus == 0x2013) &&
	    (c == NUMWORD_FIGURES || sign(v, at) == '.') &&
	    (touches(v, at) || v->r->loose) &&
	    (v->t[at - 1].flags & TOKEN_SPACED || (at > 1 &&
		sign(v, at - 2) == '(')) &&
	    (at < 2 || v->t[at - 2].type != TOKEN_NUMBER)) {
		n->first--;
		n->flags |= NUMERAL_SIGNED;
	}
}

bool
number_read(const struct number_reader *r, struct str text,
    const struct token *tokens, size_t count, size_t at, struct numeral *n)
{
	const struct view v = { r, text, tokens, count };
	int c = class(&v, at);

	*n = (struct numeral){ .first = at, .high = decimal_of(0) };
	if (!begins(c) && !sign(&v, at))
		return false;
	look_back(&v, at, n);
	n->end = at;
	if (c == NUMWORD_MANY || c == NUMWORD_SCALES)
		n->end = read_many(&v, at, n);
	else if (c == NUMWORD_VAGUE)
		n->end = read_vague(&v, at, n);
	else if (c == NUMWORD_PAIR) {
		n->end = v.r->loose ? at + 1 : at;
		n->value = decimal_of(2);
		n->kind = NUMERAL_CARDINAL;
	} else if (c == NUMWORD_TIMES || c == NUMWORD_GROWN) {
		n->end = at + 1;
		n->value = decimal_of((uint64_t)word(&v, at).value);
		n->kind = NUMERAL_MULTIPLE;
		n->flags |= c == NUMWORD_GROWN ? NUMERAL_GROWN : 0;
	}
	if (n->end == at && c != NUMWORD_FIGURES)
		n->end = read_fraction(&v, at, n);
	if (n->end == at)
		n->end = read_th(&v, at, n);
	if (n->end == at)
		n->end = read_cardinal(&v, at, n);
	if (n->end == at)
		return false;
	if (n->kind == NUMERAL_ORDINAL && (c == NUMWORD_ORDINAL ||
	    c == NUMWORD_ORDTEEN || c == NUMWORD_ORDTENS)) {
		n->first = at;
		n->flags &= ~(unsigned)NUMERAL_ARTICLE;
	}
	if (n->flags & NUMERAL_SIGNED)
		n->value = decimal_negate(n->value);
	n->value = decimal_reduce(n->value);
	return !n->value.overflow;
}

size_t
number_small(const struct number_reader *r, struct str text,
    const struct token *tokens, size_t count, size_t at, unsigned *value)
{
	struct numeral n;
	uint64_t whole;

	if (at >= count || !number_begins(r, text, &tokens[at]) ||
	    !number_read(r, text, tokens, count, at, &n) || n.first != at ||
	    n.kind != NUMERAL_CARDINAL || !decimal_whole(n.value, &whole) ||
	    whole > 1000000)
		return at;
	*value = (unsigned)whole;
	return n.end;
}

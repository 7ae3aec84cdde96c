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
#include "number_parts.h"
#include "utf8.h"

#include "numword.h"

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

struct str
number_token(const struct view *v, size_t i)
{
	return str_slice(v->text, v->t[i].start, v->t[i].end);
}

bool
number_touches(const struct view *v, size_t i)
{
	return i < v->count && !(v->t[i].flags & TOKEN_SPACED);
}

uint32_t
number_sign(const struct view *v, size_t i)
{
	unsigned char c;
	size_t length;

	if (i >= v->count || v->t[i].type != TOKEN_SIGN)
		return 0;
	c = (unsigned char)v->text.s[v->t[i].start];
	return c < 0x80 ? c : utf8_decode(v->text, v->t[i].start, &length);
}

bool
number_hyphen(uint32_t c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2014);
}

/* The number word at a token, or one of class NUMWORD_NONE. */
static const struct word *
word_at(const struct view *v, size_t i)
{
	static const struct word none = { "", NUMWORD_NONE, 0, "" };
	const struct word *w;

	if (i >= v->count || v->t[i].type == TOKEN_NUMBER)
		return &none;
	w = lexicon_token(&v->r->words, v->text, &v->t[i]);
	return w && (!*w->more || v->r->loose) ? w : &none;
}

struct word
number_word(const struct view *v, size_t i)
{
	return *word_at(v, i);
}

int
number_class(const struct view *v, size_t i)
{
	if (i < v->count && v->t[i].type == TOKEN_NUMBER)
		return NUMWORD_FIGURES;
	return word_at(v, i)->class;
}

static bool
begins(int c)
{
	switch (c) {
	case NUMWORD_DIGIT:
	case NUMWORD_TEEN:
	case NUMWORD_TENS:
	case NUMWORD_ORDINAL:
	case NUMWORD_ORDTEEN:
	case NUMWORD_ORDTENS:
	case NUMWORD_ORDSCALE:
	case NUMWORD_MANY:
	case NUMWORD_SCALES:
	case NUMWORD_HUNDRED:
	case NUMWORD_SCALE:
	case NUMWORD_DOZEN:
	case NUMWORD_HALF:
	case NUMWORD_QUARTER:
	case NUMWORD_VAGUE:
	case NUMWORD_FIGURES:
	case NUMWORD_PAIR:
	case NUMWORD_TIMES:
	case NUMWORD_GROWN:
		return true;
	default:
		return false;
	}
}

bool
number_starts(const struct word *w)
{
	return begins(w->class);
}

bool
number_begins(
    const struct number_reader *r, struct str text, const struct token *t)
{
	const struct word *w;
	unsigned char c, next;

	if (t->type == TOKEN_NUMBER)
		return true;
	if (t->type == TOKEN_SIGN) {
		c = (unsigned char)text.s[t->start];
		next = t->start + 1 < text.n
			   ? (unsigned char)text.s[t->start + 1]
			   : 0;
		return (c == '.' && next >= '0' && next <= '9') ||
		       (c == 0xc2 && next >= 0xbc && next <= 0xbe) ||
		       (c == 0xe2 && next == 0x85); /* .5 ½ ⅔ */
	}
	w = lexicon_token(&r->words, text, t);
	return w && begins(w->class);
}

/* Dozens, tens of thousands, dozens upon dozens, thousands and thousands. */
static size_t
read_many(const struct view *v, size_t at, struct numeral *n)
{
	struct word w = number_word(v, at), next;
	size_t i = at + 1;
	uint32_t c;

	n->value = w.class == NUMWORD_MANY
		       ? decimal_of((uint64_t)w.value)
		       : decimal_shift(decimal_of(1), w.value);
	if ((number_class(v, i) == NUMWORD_UPON ||
		number_class(v, i) == NUMWORD_AND) &&
	    str_eq_nocase(number_token(v, at),
		number_token(v, i + 1 < v->count ? i + 1 : i)))
		i += 2;
	if (number_class(v, i) == NUMWORD_OF) {
		next = number_word(v, i + 1);
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
	c = number_sign(v, i);
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
	struct word w = number_word(v, at);
	struct sum s = { .total = decimal_of(0),
		.hundreds = decimal_of(0),
		.low = decimal_of((uint64_t)w.value),
		.before = decimal_of(0),
		.scale = 99,
		.last = NUMWORD_TEEN };
	size_t i = at + 1, end;
	bool couple = w.value == 2;

	if (couple && number_class(v, i) == NUMWORD_OF)
		i++;
	n->kind = NUMERAL_VAGUE;
	end = number_sum(v, i, &s);
	if (end != i && !s.ordinal && !s.parts) {
		n->value = number_value(&s);
		return end;
	}
	n->value = decimal_of((uint64_t)w.value);
	if (couple && n->first < at && number_class(v, at + 1) == NUMWORD_OF)
		return at + 1;
	if (!v->r->loose || w.value != 3 || *number_token(v, at).s == 's')
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
	size_t i = number_fraction(v, n->first, &n->value), end;
	int c = number_class(v, at);

	if (i == n->first || n->first == at) {
		if (c == NUMWORD_HALF || c == NUMWORD_QUARTER) {
			n->value = decimal_divide(decimal_of(1),
			    decimal_of((uint64_t)number_word(v, at).value));
			i = at + 1;
		} else if (i == n->first) {
			return at;
		}
	}
	end = number_fraction_of(v, i, &n->value);
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

	if (number_class(v, at) != NUMWORD_FIGURES)
		return at;
	end = digits_read(v->text, v->t, v->count, at, &n->value, &flags);
	if (number_class(v, end) != NUMWORD_TH || !number_touches(v, end) ||
	    flags & DIGITS_POINTED)
		return at;
	n->kind = NUMERAL_ORDINAL;
	n->flags |= NUMERAL_DIGITS;
	return end + 1;
}

static size_t
read_cardinal(const struct view *v, size_t at, struct numeral *n)
{
	struct sum s = { .total = decimal_of(0),
		.hundreds = decimal_of(0),
		.low = decimal_of(0),
		.before = decimal_of(0),
		.scale = 99,
		.last = NUMWORD_NONE };
	int c = number_class(v, at);
	size_t end;

	if (c == NUMWORD_HUNDRED || c == NUMWORD_SCALE || c == NUMWORD_DOZEN) {
		if (n->first == at && !v->r->loose &&
		    (c != NUMWORD_HUNDRED ||
			number_class(v, at + 2) != NUMWORD_AND))
			return at;
	}
	end = number_sum(v, at, &s);
	if (end == at)
		return at;
	n->kind = s.ordinal ? NUMERAL_ORDINAL
		  : s.parts ? NUMERAL_FRACTION
			    : NUMERAL_CARDINAL;
	n->value = number_value(&s);
	if (s.last == NUMWORD_SCALE)
		n->power = s.scale;
	n->flags |= s.flags | (s.figures ? NUMERAL_DIGITS : 0);
	if (s.flags & NUMERAL_MIXED && s.figures && c != NUMWORD_AND &&
	    !(s.flags & NUMERAL_SCALED) &&
	    decimal_compare(n->value, decimal_of(1)) < 0)
		n->kind = NUMERAL_FRACTION;
	return end;
}

/* The article, or the minus, before a token moves the beginning. */
static void
look_back(const struct view *v, size_t at, struct numeral *n)
{
	int c = number_class(v, at), before = at ? number_class(v, at - 1) : 0;
	uint32_t minus = at ? number_sign(v, at - 1) : 0;

	if (before == NUMWORD_ARTICLE && c && c != NUMWORD_FIGURES &&
	    c != NUMWORD_DIGIT && c != NUMWORD_TEEN && c != NUMWORD_TENS &&
	    c != NUMWORD_MANY && c != NUMWORD_SCALES) {
		n->first--;
		n->flags |= NUMERAL_ARTICLE;
	} else if (before == NUMWORD_MINUS) {
		n->first--;
		n->flags |= NUMERAL_SIGNED;
	} else if ((minus == '-' || minus == 0x2212 || minus == 0x2013) &&
		   (c == NUMWORD_FIGURES || number_sign(v, at) == '.') &&
		   (number_touches(v, at) || v->r->loose) &&
		   (v->t[at - 1].flags & TOKEN_SPACED ||
		       (at > 1 && number_sign(v, at - 2) == '(')) &&
		   (at < 2 || v->t[at - 2].type != TOKEN_NUMBER)) {
		n->first--;
		n->flags |= NUMERAL_SIGNED;
	}
}

/* Whether a word of this class carries on no numeral of one word or in figures;
 * neither do further figures. */
static bool
is_idle(int c)
{
	return c == NUMWORD_NONE || c == NUMWORD_FIGURES || c == NUMWORD_OF ||
	       c == NUMWORD_ARTICLE;
}

/* Whether nothing at a token carries a numeral on. */
static bool
stops(const struct view *v, size_t i)
{
	int c = number_class(v, i);
	uint32_t sign;

	if (c == NUMWORD_AND)
		return number_class(v, i + 1) == NUMWORD_NONE &&
		       !number_sign(v, i + 1);
	if (!is_idle(c))
		return false;
	sign = number_sign(v, i);
	if (number_hyphen(sign)) /* a 5-year plan */
		return is_idle(number_class(v, i + 1));
	return sign != ',' || !v->r->loose;
}

/* A numeral of one word, or in figures, that nothing carries on: 25, 1,200,
 * seven, third. Four of five are, and this takes a third of the time of the
 * sum. */
static bool
read_simple(const struct view *v, size_t at, int c, struct numeral *n)
{
	int before = at ? number_class(v, at - 1) : 0;
	bool ordinal = c == NUMWORD_ORDINAL || c == NUMWORD_ORDTEEN ||
		       c == NUMWORD_ORDTENS;
	size_t end = at + 1;
	uint32_t minus;
	unsigned flags;

	if ((before == NUMWORD_ARTICLE && ordinal) || before == NUMWORD_MINUS)
		return false;
	if (c == NUMWORD_FIGURES) {
		minus = at ? number_sign(v, at - 1) : 0;
		if (number_hyphen(minus) || minus == 0x2212)
			return false;
		end = digits_read(
		    v->text, v->t, v->count, at, &n->value, &flags);
		if (flags & (DIGITS_FRACTION | DIGITS_POWER) ||
		    n->value.overflow ||
		    !stops(v, end))
			return false;
		n->flags = NUMERAL_DIGITS | number_flags(flags);
	} else {
		if (!stops(v, end))
			return false;
		n->value = decimal_of((uint64_t)number_word(v, at).value);
	}
	n->end = end;
	n->kind = ordinal ? NUMERAL_ORDINAL : NUMERAL_CARDINAL;
	return true;
}

static bool
is_simple(int c)
{
	return c == NUMWORD_FIGURES || c == NUMWORD_DIGIT ||
	       c == NUMWORD_TEEN || c == NUMWORD_TENS || c == NUMWORD_ORDINAL ||
	       c == NUMWORD_ORDTEEN || c == NUMWORD_ORDTENS;
}

bool
number_read(const struct number_reader *r, struct str text,
    const struct token *tokens, size_t count, size_t at, struct numeral *n)
{
	const struct view v = { r, text, tokens, count };
	int c = number_class(&v, at);

	*n = (struct numeral){ .first = at, .high = decimal_of(0) };
	if (is_simple(c) && read_simple(&v, at, c, n))
		return true;
	if (!begins(c) && !number_sign(&v, at))
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
		n->value = decimal_of((uint64_t)number_word(&v, at).value);
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
	if (n->kind == NUMERAL_ORDINAL &&
	    (c == NUMWORD_ORDINAL || c == NUMWORD_ORDTEEN ||
		c == NUMWORD_ORDTENS)) {
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

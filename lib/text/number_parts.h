/* number_parts - what number.c and number_sum.c share; for no one else */
#ifndef NF_NUMBER_PARTS_H
#define NF_NUMBER_PARTS_H

#include "number.h"

/* Classes of the list numword. */
enum numword_class {
	NUMWORD_NONE,
	NUMWORD_AND,
	NUMWORD_ARTICLE,
	NUMWORD_BIG,
	NUMWORD_DIGIT,
	NUMWORD_DOZEN,
	NUMWORD_GROWN,
	NUMWORD_HALF,
	NUMWORD_HUNDRED,
	NUMWORD_MANY,
	NUMWORD_MINUS,
	NUMWORD_OF,
	NUMWORD_ORDINAL,
	NUMWORD_ORDSCALE,
	NUMWORD_ORDTEEN,
	NUMWORD_ORDTENS,
	NUMWORD_OVER,
	NUMWORD_PAIR,
	NUMWORD_PARTS,
	NUMWORD_PARTSCALE,
	NUMWORD_POINT,
	NUMWORD_QUARTER,
	NUMWORD_SCALE,
	NUMWORD_SCALES,
	NUMWORD_SPACED,
	NUMWORD_SUFFIX,
	NUMWORD_TEEN,
	NUMWORD_TENS,
	NUMWORD_TH,
	NUMWORD_TIMES,
	NUMWORD_UPON,
	NUMWORD_VAGUE,
	NUMWORD_FIGURES /* no word: digits */
};

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
	int scale;	       /* the last power of ten, 99 before any     */
	int last;	       /* enum numword_class of the last word       */
	bool figures;	       /* it has digits                            */
	bool parts;	       /* it is a fraction of plural ordinals      */
	bool ordinal;	       /* it ended in an ordinal                   */
	unsigned flags;
};

struct str number_token(const struct view *v, size_t i);
bool number_touches(const struct view *v, size_t i);
uint32_t number_sign(const struct view *v, size_t i);
bool number_hyphen(uint32_t c);

/* The number word at a token; of class NUMWORD_NONE if it is none. */
struct word number_word(const struct view *v, size_t i);

/* Its class; NUMWORD_FIGURES for digits. */
int number_class(const struct view *v, size_t i);

/* A fraction in words: a half, one third, fifty-four hundredths; and the scale
 * that it is of: half [a] million. Gives the token after it, or `at`. */
size_t number_fraction(const struct view *v, size_t at, struct decimal *part);
size_t
number_fraction_of(const struct view *v, size_t at, struct decimal *part);

/* What the flags of digits_read are in a numeral. */
unsigned number_flags(unsigned flags);

/* All of a number after what it begins with; the token after it. */
size_t number_sum(const struct view *v, size_t i, struct sum *s);
struct decimal number_value(const struct sum *s);

#endif

/* number - the numerals of a text: figures, words, and both together
 *
 *   5.3bn   two and a half billion   a hundred and fifty   half a million
 *   16.85 lakh crore   three quarters   12th   twenty-fifth   dozens
 *   tens of thousands   several hundred   a few dozen
 *
 * What a numeral stands for (people, dollars, a date) is not asked here. */
#ifndef NF_NUMBER_H
#define NF_NUMBER_H

#include "decimal.h"
#include "lexicon.h"

enum numeral_kind {
	NUMERAL_CARDINAL = 1,
	NUMERAL_ORDINAL,  /* 12th, twenty-fifth                        */
	NUMERAL_FRACTION, /* a third, three quarters, 3/4, half        */
	NUMERAL_VAGUE,	  /* dozens (12 to 120), several hundred (300) */
	NUMERAL_MULTIPLE  /* twice, tenfold, doubled                   */
};

enum numeral_flags {
	NUMERAL_DIGITS = 1,    /* it begins with figures                     */
	NUMERAL_SCALED = 2,    /* it has a word or letter for a power of ten */
	NUMERAL_GROUPED = 4,   /* thousands are set off                      */
	NUMERAL_POINTED = 8,   /* it has a decimal point                     */
	NUMERAL_ARTICLE = 16,  /* it begins with "a"                         */
	NUMERAL_SIGNED = 32,   /* it begins with a minus                     */
	NUMERAL_POWER = 64,    /* 1e10, 2^10                                 */
	NUMERAL_LOOSE = 128,   /* only read because everything was asked for */
	NUMERAL_MIXED = 256,   /* a whole number with a fraction: 3½         */
	NUMERAL_ZERO = 512,    /* figures that begin with a useless zero     */
	NUMERAL_BLANKS = 1024, /* thousands are set off by ASCII blanks     */
	NUMERAL_GROWN = 2048   /* a multiple that is a verb: doubled         */
};

struct numeral {
	size_t first, end; /* its tokens: [first, end)               */
	struct decimal value;
	struct decimal high; /* of a vague plural: ten times the value */
	enum numeral_kind kind;
	unsigned flags; /* enum numeral_flags                     */
	int power;	/* of the scale that it ends in, or 0     */
};

struct number_reader {
	struct lexicon words;
	bool loose; /* everything that could be a number: "few", "hundred",
		     * "10G", "two over three", "twenty two and 3 fifths" */
};

/* Builds the table of number words. */
void number_start(struct number_reader *r, struct arena *a);

/* The list that it is built from. */
const struct word *number_list(size_t *count);

/* Whether numerals begin with a word of the list. */
bool number_starts(const struct word *w);

/* Whether a numeral can begin at the token: fast, for scanning. */
bool number_begins(
    const struct number_reader *r, struct str text, const struct token *t);

/* Reads the numeral that begins at a token; false if there is none. */
bool number_read(const struct number_reader *r, struct str text,
    const struct token *tokens, size_t count, size_t at, struct numeral *n);

/* The same as a small whole number without article, for counting days and
 * the like: "three", "21", "twenty-one". Gives the token after it, or `at`. */
size_t number_small(const struct number_reader *r, struct str text,
    const struct token *tokens, size_t count, size_t at, unsigned *value);

#endif

/* quantity - the figures of a text: with unit, qualifier, and what is counted
 *
 * A figure is a number that says how much or how many. Numbers that are names,
 * dates, addresses or codes are none. The spans have the kinds count, number,
 * money, percent, quantity, age, ratio, fraction, score, ordinal, multiple;
 * nf(5) says what stands in value and attributes. */
#ifndef NF_QUANTITY_H
#define NF_QUANTITY_H

#include "span.h"

struct quantity_options {
	bool all;	    /* every numeral, durations and years too        */
	bool years;	    /* years as numbers                              */
	bool si;	    /* adds si=, the value in the SI's own units     */
	const char *dollar; /* what "$" and "dollars" mean, or NULL: USD */
	struct quantity_words *words; /* of quantity_words_new */
};

/* Builds the tables that quantity_find uses; once, at start. Those of dates
 * are built in the same arena when a figure first could be one. */
struct quantity_words *quantity_words_new(struct arena *a);

/* The figures of the texts, text by text from left to right. */
struct span *quantity_find(struct arena *a, const struct str *texts,
    size_t count, const struct quantity_options *options);

/* Whether it is a three-letter code of a currency: "CAD". */
bool quantity_is_currency(const char *code);

#endif

/* passage - the stretches of a text that can hold a figure
 *
 * Most of a text has no numeral. One loop over its bytes cuts the text at the
 * ends of sentences (and at a blank where a sentence is very long), and keeps
 * what has a digit, a fraction sign or a word that numerals begin with. Only
 * that is tokenised. */
#ifndef NF_PASSAGE_H
#define NF_PASSAGE_H

#include "number.h"

enum { PASSAGE_STARTS = 1 << 10 }; /* words of a set of bits */

struct passage_scan {
	const struct number_reader *r;
	const uint32_t *starts; /* [PASSAGE_STARTS] see passage_starts */
	bool every;	       /* all passages, with a numeral or without */
};

/* Notes the first four letters of the words that numerals begin with. */
void passage_starts(uint32_t starts[PASSAGE_STARTS]);

/* The first passage that begins at *at or later: [*start, *at). False when
 * there is none. */
bool passage_next(
    const struct passage_scan *s, struct str text, size_t *at, size_t *start);

#endif

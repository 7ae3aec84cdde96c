/* sentence_gap - the places where a sentence may end
 *
 * Between two sentences lie, in this order: the last word, a run of signs
 * that end (. ? ! ... and their like of other scripts), signs that close (a
 * quotation, a bracket), blanks, signs that open, and the first word:
 *
 *     ... he said to the U.S.")  ["The ...
 *                        ^  ^ ^   ^ ^
 *                     stop  |end  | right word
 *                           |     next
 *                        closers */
#ifndef NF_SENTENCE_GAP_H
#define NF_SENTENCE_GAP_H

#include "sentence_scan.h"
#include "sentence_sign.h"

struct gap {
	size_t begin;  /* of the sentence, as far as is known */
	size_t stop;   /* the first sign that ends */
	size_t closers; /* behind the last one */
	size_t end;  /* behind the last one that closes: perhaps a boundary */
	size_t next;   /* the first visible byte after that; text.n for none */
	enum terminator terminator;
	uint8_t closed, opened; /* enum gap_signs */
	bool spaced;   /* a blank stands between end and next */
	bool apart;    /* a blank stands before the first sign that ends */
};

/* The first gap whose signs begin at or after an offset, which never goes
 * back; false for none. What needs no thought is left out: full stops inside
 * of numbers, names of hosts and the like. *begin* is not filled in. */
bool gap_next(struct block_scan *s, size_t from, struct gap *g);

/* The first blank at or after an offset, before the limit, behind which a
 * capital, a figure or a sign that opens stands: a gap without a sign. */
bool gap_blank(struct str text, size_t from, size_t limit, struct gap *g);

/* Where the right word begins: behind the signs that open. */
size_t gap_right(struct str text, struct gap *g);

/* Whether the gap has dots with blanks between them: ". . ." */
bool gap_is_dotted(struct str text, const struct gap *g);

#endif

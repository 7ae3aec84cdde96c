/* sentence_word - what is known of the words beside a possible boundary
 *
 * Three things: how a word is written (its shape), whether it is in the list
 * of abbreviations and in which class, and three figures counted in raw text,
 * which no list can give: how often the word is in lower case inside of
 * sentences ("the" nearly always, "Warner" never), how often it begins one
 * ("however" often, "home" seldom), and how often a full stop follows it
 * ("corp" always, "house" now and then). */
#ifndef NF_SENTENCE_WORD_H
#define NF_SENTENCE_WORD_H

#include "lexicon.h"
#include "model.h"

/* Classes of lib/data/abbreviation.tsv. */
enum abbreviation {
	ABBREVIATION_NONE,
	ABBREVIATION_TITLE,   /* Mr. Gen. Rep.: a name follows               */
	ABBREVIATION_FIRST,   /* Wm. Chas.: a family name follows            */
	ABBREVIATION_CORP,    /* Inc. Co. Ltd.: a name ends                  */
	ABBREVIATION_AFTER,   /* Jr. Ph.D.: stands behind a name             */
	ABBREVIATION_PLACE,   /* St. Mt. Ft.: a name begins                  */
	ABBREVIATION_STREET,  /* Ave. Blvd.: behind the name of a street     */
	ABBREVIATION_STATE,   /* Calif. D.C.: behind the name of a town      */
	ABBREVIATION_COUNTRY, /* U.S. U.N.: a noun, or before one            */
	ABBREVIATION_MONTH,   /* Jan. Sept.                                  */
	ABBREVIATION_DAY,     /* Mon. Tues.                                  */
	ABBREVIATION_TIME,    /* a.m. p.m.                                   */
	ABBREVIATION_ZONE,    /* B.C. A.D.                                   */
	ABBREVIATION_NUMBER,  /* No. p. Art.: a number follows               */
	ABBREVIATION_UNIT,    /* ft. kg.: a number stands before             */
	ABBREVIATION_INSIDE,  /* e.g. i.e. vs. cf.: the sentence goes on     */
	ABBREVIATION_LAST,    /* etc. et al.: often ends a sentence          */
	ABBREVIATION_BRAND,   /* Yahoo! Jeopardy!                            */
	ABBREVIATION_ORDINAL, /* am im vom: a number with a stop follows,
			       * and months: not abbreviations themselves   */
	ABBREVIATION_OTHER    /* dept. approx. est.                          */
};

enum shape {
	SHAPE_NONE,     /* no word                                  */
	SHAPE_LOWER,    /* house                                    */
	SHAPE_CAPITAL,  /* House                                    */
	SHAPE_UPPER,    /* HOUSE                                    */
	SHAPE_MIXED,    /* McDonald, iPhone                         */
	SHAPE_BRAND,    /* iPhone, al-Assad: lower, then a capital  */
	SHAPE_INITIAL,  /* J                                        */
	SHAPE_LETTER,   /* j                                        */
	SHAPE_ACRONYM,  /* U.S  a.m                                 */
	SHAPE_NUMBER,   /* 5  1,200  4.5  5:04                      */
	SHAPE_ORDINAL,  /* a number that letters follow: 5th 12bn   */
	SHAPE_ADDRESS,  /* a URL, host, e-mail address, handle      */
	SHAPE_SCRIPT,   /* letters without case                     */
	SHAPE_SIGN,     /* anything else                            */
	SHAPES
};

struct sword {
	size_t start, end;  /* its bytes in the text; equal: none */
	uint32_t hash;      /* of it in lower case */
	uint8_t shape;      /* enum shape */
	uint8_t class;      /* enum abbreviation */
	uint8_t lower;      /* 0 unknown, 1 never to 7 always in lower case */
	uint8_t stopped;    /* 0 unknown, 1 never to 7 always with a stop */
	uint8_t starter;    /* 0 seldom to 3 often the first of a sentence */
	bool given;         /* it is a given name */
	bool vowel;         /* it has one */
};

struct sentence_words {
	struct lexicon list;          /* of abbreviations */
	const unsigned char *counts;  /* [slots] of 4 bytes: see word_slot */
	size_t mask;                  /* slots - 1; 0: there are none */
};

/* The table of words with counts. A slot holds a mark of the word's hash in
 * its high half, and from the lowest bit on lower (4 bits), stopped (4),
 * starter (4), given (1) and a one, so that no slot in use is zero. A word
 * stands in the first free slot from word_slot(hash) on; WORD_PROBES are
 * tried. */
enum { WORD_PROBES = 6 };

static inline size_t
word_slot(uint32_t hash)
{
	return hash >> 4;
}

static inline uint32_t
word_mark(uint32_t hash)
{
	return (hash * 0x9e3779b1u) >> 16;
}

/* Builds the table of abbreviations. */
void sentence_words_start(struct sentence_words *w, struct arena *a);

/* Uses the array "words" of a model; false when its size makes no sense. */
bool sentence_words_open(struct sentence_words *w, const struct model *m);

/* The word that ends at an offset, back to a blank or sign, but not before
 * the given beginning: what stands before a full stop. */
void sword_before(const struct sentence_words *w, struct str text,
    size_t begin, size_t end, struct sword *word);

/* The word that begins at an offset. */
void sword_at(const struct sentence_words *w, struct str text, size_t start,
    struct sword *word);

#endif

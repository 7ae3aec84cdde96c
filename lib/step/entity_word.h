/* entity_word - what a token is by itself, whatever stands around it */
#ifndef NF_ENTITY_WORD_H
#define NF_ENTITY_WORD_H

#include "gazetteer.h"
#include "str.h"
#include "token.h"

/* How a text is written as a whole: what its capitals are worth. */
enum entity_case { CASE_NORMAL, CASE_TITLE, CASE_UPPER, CASES };

enum entity_class {
	CLASS_SIGN,
	CLASS_NUMBER,	/* begins with a digit */
	CLASS_LOWER,	/* syria */
	CLASS_TITLE,	/* Syria */
	CLASS_LETTER,	/* A, W. */
	CLASS_CAPITALS, /* NATO, U.S. */
	CLASS_MIXED,	/* iPhone, McDonald, al-Assad */
	CLASS_TAIL,	/* 's */
	CLASSES
};

/* Words that tell of their neighbours. */
enum entity_role {
	ROLE_NONE,
	ROLE_OF, /* joins capitalised words to one name: of, for, de, bin */
	ROLE_THE,
	ROLE_IN,   /* in, at, from, near, to */
	ROLE_SAID, /* said, told, added */
	ROLE_STOP, /* ends a sentence: . ? ! */
	ROLE_QUOTE /* may stand between a stop and the next sentence */
};

enum { ENTITY_LOWER = 48, ENTITY_AFFIX = 5, ENTITY_PATHS = 4 };

struct entity_word {
	uint64_t phrase; /* the phrase of this word alone, for the gazetteer */
	uint64_t word;	 /* gazetteer_word of the form in lower case */
	uint32_t lower;	 /* hash of the form in lower case */
	uint32_t form;	 /* hash of it as it is written */
	uint32_t shape;	 /* hash of the form with letters as X x, digits as d */
	uint32_t known;	 /* bits of the gazetteer */
	uint16_t path;	 /* of its cluster in the tree of clusters */
	uint8_t class;	 /* enum entity_class */
	uint8_t length;	 /* letters, at most 255 */
	uint8_t role;	 /* enum entity_role */
	uint32_t suffix[ENTITY_AFFIX]; /* 0: too short */
	uint32_t prefix[ENTITY_AFFIX]; /* asked for once; last, so that the
					  others fill one line of the cache */
};

/* What the token is; flags are those of its token. In a title or a text in
 * capitals a word is taken to be written as it is mostly written elsewhere:
 * "PUTIN LEAVES SYRIA" is read as "Putin leaves Syria". */
void entity_word(struct entity_word *w, const struct gazetteer *g,
    struct str form, uint8_t type, uint8_t flags, enum entity_case c);

/* How the text with these tokens is written. */
enum entity_case
entity_case(struct str text, const struct token *tokens, size_t count);

/* The class of a token from its flags alone. */
enum entity_class entity_class(struct str form, uint8_t type, uint8_t flags);

#endif

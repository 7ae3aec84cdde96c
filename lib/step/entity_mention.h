/* entity_mention - the names of a document, and who is who among them
 *
 * Persons: "Assad", "Mr Assad" and "Bashar Assad" are "Bashar al-Assad" when
 * that is the longest form in the document with the same last name (without
 * accents and the Arabic article) and given names that do not conflict; a last
 * name alone is the one of that name who was mentioned last, unless a title
 * says otherwise. A last name that the tagger took for something else, or
 * missed, is put right. Organisations: "SDF" is the "Syrian Democratic Forces"
 * where the document says so. Places: countries get their common name. */
#ifndef NF_ENTITY_MENTION_H
#define NF_ENTITY_MENTION_H

#include "entity_model.h"
#include "entity_scan.h"
#include "names.h"

enum entity_gender { GENDER_NONE, GENDER_HE, GENDER_SHE };

struct entity_mention {
	uint32_t unit;	     /* the text it lies in */
	uint32_t start, end; /* its bytes there */
	uint32_t key;	     /* hash of its last word, see entity_key */
	uint32_t first_key;  /* hash of its first word */
	uint16_t words;	     /* tokens */
	uint8_t type;	     /* enum tagger_type */
	uint8_t gender;	     /* of a title before it: enum entity_gender */
	uint8_t surety;	     /* per cent */
	bool recovered;	     /* by the alias pass, not the tagger */
	struct str name;     /* canonical; empty: its own text */
	struct str attrs;    /* of the user's list */
	bool listed;	     /* it stands in the user's list */
};

struct entity_mentions {
	struct arena *arena;
	struct entity_mention *items; /* [count] in order */
	size_t count, room;
};

/* The hash of a word of a name: lower case, without accents, without the
 * Arabic article. */
uint32_t entity_key(struct arena *scratch, struct str word);

/* Whether a word begins with the Arabic article: al-Assad. */
bool entity_has_article(struct str word);

/* Adds a mention that lies in tokens first to before end. */
struct entity_mention *
entity_mention_add(struct entity_mentions *m, const struct entity_text *t,
    size_t unit, size_t first, size_t end, unsigned type);

/* Puts the user's names in a text over the mentions from number from on, all
 * of which lie in it. */
void entity_list(struct entity_mentions *m, const struct names *names,
    const struct entity_text *t, size_t unit, size_t from);

/* Lets all mentions of one text vote on its type: the surer ones win. */
void entity_vote(struct entity_mentions *m, const struct entity_scan *s);

/* Whether it is the name of a house that stands for who governs in it. */
bool entity_is_seat(struct str name);

/* FC Barcelona, Nzoia Sugar Ltd.: an organisation. */
void entity_firms(struct entity_mentions *m, const struct entity_scan *s);

/* The Kremlin: a place or an organisation, by the word before. */
void entity_seats(struct entity_mentions *m, const struct entity_scan *s);

/* RIO DE JANEIRO (AP) -: the place that a report is sent from. */
void entity_datelines(struct entity_mentions *m, const struct entity_scan *s,
    const struct gazetteer *places);

/* Makes several names of one with commas or dashes, and none of a weekday. */
void entity_part(struct entity_mentions *m, const struct entity_scan *s);

/* Finds out who is who, and adds what was missed. */
void entity_resolve(struct entity_mentions *m, const struct entity_scan *s,
    const struct gazetteer *places);

/* What is known of a place: enum entity_place_bits, and its country. */
enum entity_place_bits {
	PLACE_COUNTRY = 1,
	PLACE_CITY = 2,
	PLACE_REGION = 4,
	PLACE_NATURAL = 8,
	PLACE_PEOPLE = 16,
	PLACE_COUNTRY_CODE = 5 /* shift: ten bits */
};

uint32_t entity_place_find(const struct gazetteer *places, struct str name);

/* Adds a name: for nf-train. The code may be "-". */
void entity_place_add(uint64_t *slots, uint64_t mask, struct str name,
    uint32_t bits, struct str code);

/* The two letters of the country, or an empty text. */
struct str entity_place_code(struct arena *a, uint32_t bits);

/* KASSALA, as a dateline has it, is Kassala. The text itself when it is not in
 * capitals alone, is as short as an acronym, or has an apostrophe. */
struct str entity_place_calm(struct arena *a, struct str text);

/* The common name of the country with that code. */
struct str entity_country(struct str code);

#endif

/* figure_set - small sets of words that the rules about figures ask for
 *
 * A rule asks whether a word is one of ten or twenty, and many rules ask about
 * the same word. So all sets are one table from words to the sets that each
 * is in, one bit a set: one look-up of the token's hash answers for all of
 * them. (Comparing with word after word was a seventh of nf-nums's time.) */
#include "figure.h"

#include <string.h>

enum { MOST = 20 }; /* words that are spelled out in a row of the table */

static const struct {
	enum figure_set set;
	const char *words[MOST + 1];
} table[] = {
	{ SET_AND, { "and" } },
	{ SET_LIST, { "and", ",", "including" } },
	{ SET_HAVE, { "have", "has", "had" } },
	{ SET_PASSIVE, { "was", "were", "been", "be", "being", "is", "are" } },
	{ SET_AUXILIARY,
	    { "was", "were", "been", "be", "being", "is", "are", "got", "left",
		"feared", "reported", "confirmed", "presumed", "believed" } },
	{ SET_STOP,
	    { "after", "when", "while", "before", "because", "as", "since",
		"if", "that", "but", "although", "where", "whose", "until",
		"amid", "during" } },
	{ SET_ADVERB,
	    { "still", "also", "now", "already", "more", "others", "either",
		"later", "not" } },
	{ SET_DETERMINER,
	    { "a", "an", "the", "another", "some", "all", "his", "her", "its",
		"their" } },
	{ SET_PERSONAL, { "a", "an", "the", "himself", "her", "his" } },
	{ SET_TOLL,
	    { "of", "to", "at", "rose", "risen", "has", "had", "have", "stands",
		"stood", "is", "was", "reached", "passed", "now", "climbed",
		"rises", "jumped", "in", "the" } },
	{ SET_TOLL,
	    { "from", "exceeded", "hit", "by", "rising", "surpassed", "topped",
		"put", "least", "more", "than", "nearly", "about", "over" } },
	{ SET_CHANGE,
	    { "by", "to", "as", "a", "an", "or", "and", "another", "at", "of",
		"further", "sharply", "slightly", "again", "nearly", "from",
		",", "(" } },
	{ SET_MONTH,
	    { "january", "february", "march", "april", "may", "june", "july",
		"august", "september", "october", "november", "december",
		"ramadan" } },
	{ SET_MONTH,
	    { "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep",
		"oct", "nov", "dec" } },
	{ SET_CLOCK, { "am", "pm", "gmt", "o'clock", "bc", "ad" } },
	{ SET_CENTURY, { "century", "centuries" } },
	{ SET_AT,
	    { "at", "by", "until", "till", "past", "to", "from", "around",
		"about", "after", "before", "since" } },
	{ SET_PHRASAL,
	    { "put", "made", "set", "give", "gave", "take", "took", "picked",
		"pick", "close", "closed", "shut", "handed", "walk", "walked",
		"doubling", "turned" } },
};

/* The slot of a hash: its own, or the first free one behind. */
static struct set_slot *
slot_of(struct set_slot *slots, uint32_t hash)
{
	uint32_t at = hash & (FIGURE_SLOTS - 1);

	while (slots[at].word && slots[at].hash != hash)
		at = (at + 1) & (FIGURE_SLOTS - 1);
	return &slots[at];
}

void
figure_sets_start(struct quantity_words *w)
{
	size_t i, k;

	for (i = 0; i < sizeof table / sizeof *table; i++)
		for (k = 0; table[i].words[k]; k++) {
			const char *word = table[i].words[k];
			uint32_t hash = token_hash(str_of(word));
			struct set_slot *s = slot_of(w->sets, hash);

			s->word = word;
			s->hash = hash;
			s->sets |= (uint64_t)1 << table[i].set;
			w->marks[figure_slot(hash)] |= MARK_SET;
		}
}

uint64_t
figure_sets_found(const struct passage *p, size_t i)
{
	const struct set_slot *slots = p->w->sets;
	uint32_t hash = p->t[i].hash, at = hash & (FIGURE_SLOTS - 1);

	while (slots[at].word && slots[at].hash != hash)
		at = (at + 1) & (FIGURE_SLOTS - 1);
	return slots[at].word && lexicon_is(slots[at].word, figure_text(p, i))
		   ? slots[at].sets
		   : 0;
}

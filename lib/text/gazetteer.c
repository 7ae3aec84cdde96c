/* gazetteer - what lists and clusters know of words and phrases */
#include "gazetteer.h"

static const uint64_t spread = 0x9e3779b97f4a7c15;

uint64_t
gazetteer_word(struct str lower)
{
	return str_hash(lower);
}

uint64_t
gazetteer_phrase(uint64_t phrase, uint64_t word)
{
	phrase = (phrase ^ word) * spread;
	phrase ^= phrase >> 29;
	phrase *= 0xbf58476d1ce4e5b9;
	return phrase ^ phrase >> 32;
}

static uint64_t
tag_of(uint64_t phrase)
{
	return phrase & ~(uint64_t)((1 << GAZETTEER_BITS) - 1);
}

uint32_t
gazetteer_find(const struct gazetteer *g, uint64_t phrase)
{
	uint64_t at = phrase & g->mask, slot;

	for (; (slot = g->slots[at]) != 0; at = (at + 1) & g->mask)
		if (tag_of(slot) == tag_of(phrase))
			return (uint32_t)(slot & ((1 << GAZETTEER_BITS) - 1));
	return 0;
}

bool
gazetteer_add(uint64_t *slots, uint64_t mask, uint64_t phrase, uint32_t bits)
{
	uint64_t at = phrase & mask;

	for (; slots[at]; at = (at + 1) & mask)
		if (tag_of(slots[at]) == tag_of(phrase)) {
			slots[at] |= bits;
			return false;
		}
	slots[at] = tag_of(phrase) | bits;
	return true;
}

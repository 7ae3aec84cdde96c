/* entity_vote - one name, one type in a document
 *
 * A name that stands in a document several times mostly means one thing. Each
 * mention votes for its type with what speaks for it, as far as it is surer
 * than a toss; the mentions that are not sure follow the majority. */
#include "entity_mention.h"

enum { SURE = 70, TOSS = 40 };

struct ballot {
	uint64_t name; /* hash of the text; 0: free */
	uint32_t votes[TYPES];
};

static uint64_t
hash_of(const struct entity_scan *s, const struct entity_mention *x)
{
	uint64_t h =
	    str_hash(str_slice(s->texts[x->unit].text, x->start, x->end));

	return h ? h : 1;
}

static struct ballot *
ballot_of(struct ballot *ballots, size_t mask, uint64_t name)
{
	uint64_t at = name;

	while (ballots[at & mask].name && ballots[at & mask].name != name)
		at++;
	return &ballots[at & mask];
}

static unsigned
winner(const struct ballot *b)
{
	unsigned best = 0, i;

	for (i = 1; i < TYPES; i++)
		if (b->votes[i] > b->votes[best])
			best = i;
	return best;
}

void
entity_vote(struct entity_mentions *m, const struct entity_scan *s)
{
	struct ballot *ballots;
	size_t mask = 63, i;

	while (mask < m->count * 2)
		mask = mask * 2 + 1;
	ballots = ARENA_ARRAY(m->arena, struct ballot, mask + 1);
	for (i = 0; i < m->count; i++) {
		const struct entity_mention *x = &m->items[i];
		uint64_t name = hash_of(s, x);
		struct ballot *b = ballot_of(ballots, mask, name);

		b->name = name;
		if (x->surety > TOSS)
			b->votes[x->type] += x->surety - TOSS;
	}
	for (i = 0; i < m->count; i++) {
		struct entity_mention *x = &m->items[i];
		const struct ballot *b =
		    ballot_of(ballots, mask, hash_of(s, x));
		unsigned type = winner(b);

		if (!type || type == x->type || x->listed ||
		    x->surety >= SURE ||
		    b->votes[type] <= b->votes[x->type] + (SURE - TOSS))
			continue;
		x->type = (uint8_t)type;
		x->recovered = true;
	}
}

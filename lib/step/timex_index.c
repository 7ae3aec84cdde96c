/* timex_index - the rules that a lexeme fits into
 *
 * For each sort of lexeme there is a row of bits, one a rule, that says in
 * which rules it can be the first lexeme, in another row the second, and so
 * on. Of the rows of the next few lexemes of a text, the rules that are in
 * all of them remain: seldom more than two or three. Behind a numeral, which
 * may be long, the row of the lexeme that follows it counts. Most sorts are
 * alike in what rules ask for, and share their rows. */
#include "timex_parts.h"

enum { SLOTS = 1024, SHIFT = 54 }; /* 2^10 slots, by the upper bits */

/* What is worked out class by class, before it is joined for each sort. */
struct classes {
	struct rule_set at[LOOK][WHEN_BITS]; /* rules in which it can be */
	struct rule_set goes_on[WHEN_BITS];  /* second, of more than one */
	struct rule_set behind[WHEN_BITS];
	struct set used;                     /* that rules ask for */
	struct set first, alone;             /* see struct fits */
	struct set counts;
	struct {
		struct set set;
		struct fits *fits;
	} made[SLOTS];                       /* rows, by the classes used */
};

/* Classes that are never an expression by themselves. */
static const int never_alone[] = { WHEN_DIGIT, WHEN_TEEN, WHEN_TENS,
	WHEN_ARTICLE, WHEN_HALF, WHEN_FUZZY, WHEN_ANOTHER, WHEN_ORDWORD,
	WHEN_THE, WHEN_DIGITS, WHEN_MI, WHEN_YY, WHEN_HHMM, WHEN_DD, WHEN_HH,
	WHEN_MM, WHEN_SIGN, WHEN_WORD };

static void
mark(struct rule_set *rules, int number)
{
	rules->bits[number / 64] |= (uint64_t)1 << (number % 64);
}

static void
mark_all(struct rule_set *by_class, const struct set *set, int number)
{
	int c;

	for (c = set_next(set, 0); c < WHEN_BITS; c = set_next(set, c + 1))
		mark(&by_class[c], number);
}

static void
add_rule(struct timex_tables *t, struct classes *k, int number)
{
	const struct compiled *c = &t->rules[number];
	enum effect effect = c->rule->effect;
	int i;

	for (i = 0; i < LOOK; i++) {
		mark_all(k->at[i], &c->reach.at[i], number);
		set_join(&k->used, &c->reach.at[i]);
	}
	if (c->lead)
		mark(&t->led[c->lead], number);
	if (c->counts) {
		mark(&t->counted, number);
		mark_all(k->behind, &c->behind, number);
		set_join(&k->used, &c->behind);
		if (c->items[0].kind == ITEM_COUNT)
			set_join(&k->counts, &c->items[0].set);
	}
	if (number >= t->begins[GROUP_TOP + 1])
		return;
	if (effect == DO_RANGE || effect == DO_SPAN)
		t->plain_rules.bits[number / 64] &=
		    ~((uint64_t)1 << (number % 64));
	mark_all(k->goes_on, &c->reach.at[1], number);
	set_join(&k->first, &c->reach.at[0]);
	if (set_has(&c->reach.at[1], 0))
		set_join(&k->alone, &c->reach.at[0]);
}

static void
add_rules(struct timex_tables *t, struct classes *k)
{
	size_t i;
	int g, n;

	for (n = 0; n < RULES_MAX / 64; n++)
		t->plain_rules.bits[n] = ~(uint64_t)0;
	for (g = 0; g < GROUPS; g++)
		for (n = t->begins[g]; n < t->begins[g + 1]; n++) {
			add_rule(t, k, n);
			mark(&t->own[g], n);
		}
	for (i = 0; i < sizeof never_alone / sizeof never_alone[0]; i++)
		set_drop(&k->alone, never_alone[i]);
	for (n = WHEN_NAMED; n < WHEN_BITS; n++)
		set_drop(&k->alone, n);
}

static void
join_rules(struct rule_set *to, const struct rule_set *from)
{
	int i;

	for (i = 0; i < RULES_MAX / 64; i++)
		to->bits[i] |= from->bits[i];
}

static void
join_classes(struct fits *f, const struct classes *k, const struct set *set)
{
	int c, i;

	for (c = set_next(set, 0); c < WHEN_BITS; c = set_next(set, c + 1)) {
		for (i = 0; i < LOOK; i++)
			join_rules(&f->at[i], &k->at[i][c]);
		join_rules(&f->behind, &k->behind[c]);
		if (c) /* which stands for anything */
			join_rules(&f->goes_on, &k->goes_on[c]);
	}
	f->begins = set_meets(set, &k->first);
	f->alone = set_meets(set, &k->alone);
	f->counts = set_meets(set, &k->counts);
}

static void
fit(struct arena *a, struct classes *k, struct sort *sort)
{
	struct set set = sort->set;
	uint64_t hash = 0;
	size_t at;
	int i;

	for (i = 0; i < WHEN_SETS; i++) {
		set.bits[i] &= k->used.bits[i];
		hash = (hash ^ set.bits[i]) * 0x9e3779b97f4a7c15u;
	}
	for (at = hash >> SHIFT; k->made[at].fits; at = (at + 1) % SLOTS)
		if (set_same(&k->made[at].set, &set))
			break;
	if (!k->made[at].fits) {
		k->made[at].set = set;
		k->made[at].fits = ARENA_NEW(a, struct fits);
		join_classes(k->made[at].fits, k, &set);
	}
	sort->fits = k->made[at].fits;
}

void
timex_index(struct arena *a, struct timex_tables *t)
{
	struct classes *k = ARENA_NEW(arena_scratch(a), struct classes);
	size_t i;
	int n, v;

	add_rules(t, k);
	for (i = 0; i <= t->words.count; i++) {
		t->plain[i].set = t->sorts[i].set;
		set_drop(&t->plain[i].set, WHEN_HOLIDAY);
		fit(a, k, &t->sorts[i]);
		fit(a, k, &t->plain[i]);
	}
	for (n = 0; n < 6; n++)
		for (v = 0; v < 100; v++)
			fit(a, k, &t->digits[n][v]);
}

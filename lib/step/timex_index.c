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
	struct set next[2][WHEN_BITS];
	struct rule_set behind[2][WHEN_BITS];
	struct set used;                     /* that rules ask for */
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

/* What a lexeme can be, or anything behind the end of a rule. */
static struct set
reach_at(const struct reach *r, int place)
{
	struct set set = r->at[place];

	if (r->ends & ((2u << place) - 1))
		set_add(&set, 0);
	return set;
}

static void
add_opening(struct timex_tables *t, struct classes *k, int number)
{
	const struct opening *o = &t->openings[number];
	struct set set;
	int i;

	for (i = 0; i < LOOK; i++) {
		set = reach_at(&t->reaches[number], i);
		mark_all(k->at[i], &set, number);
		set_join(&k->used, &set);
	}
	if (o->lead)
		mark(&t->led[o->lead], number);
	if (!o->counts)
		return;
	mark(&t->counted, number);
	set_join(&k->counts, &t->reaches[number].at[0]);
	for (i = 0; i < 2; i++) {
		set = reach_at(&t->behind[number], i);
		mark_all(k->behind[i], &set, number);
		set_join(&k->used, &set);
	}
}

/* Of those of the top, which alone begin expressions. */
static void
add_top(struct timex_tables *t, struct classes *k, int number)
{
	const struct opening *o = &t->openings[number];
	enum effect effect = o->c->rule->effect;
	const struct set *first = &t->reaches[number].at[0];
	struct set second = reach_at(&t->reaches[number], 1);
	int c, i;

	if (effect == DO_RANGE || effect == DO_SPAN)
		t->allowed[false].bits[number / 64] &=
		    ~((uint64_t)1 << (number % 64));
	for (c = set_next(first, 1); c < WHEN_BITS; c = set_next(first, c + 1))
		for (i = effect == DO_RANGE || effect == DO_SPAN; i < 2; i++)
			set_join(&k->next[i][c], &second);
}

/* A class that is never an expression by itself. */
static void
never_lone(struct classes *k, int class)
{
	set_drop(&k->next[false][class], 0);
	set_drop(&k->next[true][class], 0);
}

static void
add_openings(struct timex_tables *t, struct classes *k)
{
	size_t i;
	int g, n;

	for (n = 0; n < OPENINGS_MAX / 64; n++)
		t->allowed[false].bits[n] = t->allowed[true].bits[n] =
		    ~(uint64_t)0;
	for (g = 0; g < GROUPS; g++)
		for (n = t->begins[g]; n < t->ends[g]; n++) {
			add_opening(t, k, n);
			mark(&t->own[g], n);
		}
	for (n = t->begins[GROUP_TOP]; n < t->ends[GROUP_TOP]; n++)
		add_top(t, k, n);
	for (i = 0; i < sizeof never_alone / sizeof never_alone[0]; i++)
		never_lone(k, never_alone[i]);
	for (n = WHEN_NAMED; n < WHEN_BITS; n++)
		never_lone(k, n);
}

static void
join_rules(struct rule_set *to, const struct rule_set *from)
{
	int i;

	for (i = 0; i < OPENINGS_MAX / 64; i++)
		to->bits[i] |= from->bits[i];
}

static void
join_classes(struct fits *f, const struct classes *k, const struct set *set)
{
	int c, i;

	for (c = set_next(set, 0); c < WHEN_BITS; c = set_next(set, c + 1)) {
		for (i = 0; i < LOOK; i++)
			join_rules(&f->at[i], &k->at[i][c]);
		join_rules(&f->behind[0], &k->behind[0][c]);
		join_rules(&f->behind[1], &k->behind[1][c]);
		set_join(&f->next[false], &k->next[false][c]);
		set_join(&f->next[true], &k->next[true][c]);
	}
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

	add_openings(t, k);
	for (i = 0; i <= t->words.count; i++) {
		t->plain[i].set = t->sorts[i].set;
		set_drop(&t->plain[i].set, WHEN_HOLIDAY);
		fit(a, k, &t->sorts[i]);
		if (set_has(&t->sorts[i].set, WHEN_HOLIDAY))
			fit(a, k, &t->plain[i]);
		else
			t->plain[i].fits = t->sorts[i].fits;
	}
	for (n = 0; n < 6; n++)
		for (v = 0; v < 100; v++)
			fit(a, k, &t->digits[n][v]);
}

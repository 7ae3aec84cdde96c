/* timex_compile - the table of patterns becomes sets of classes
 *
 * A pattern is a row of items that are matched from left to right:
 *
 *   MONTH      a lexeme of that class        DAY YEAR COUNT ...  a numeral
 *   of         that very word                <clock>  a rule of that group
 *   A|B        one of several                ,?       may be missing
 *   ~X         no blank before it            !X       X does not follow
 *   ^X         what an ordinal counts
 *   >          what follows is the end of a range
 *   @          the expression ends here; what follows must follow
 *
 * Of each rule, and of each group of rules, it is worked out what the first
 * two lexemes can be; timex_match tries only rules that fit both. */
#include "timex_parts.h"

/* Names of items in capitals: classes, and kinds of their own with the
 * classes that they begin with. */
static const struct {
	const char *name;
	int kind;
	int classes[8]; /* 0 ends */
} names[] = {
	{ "A", ITEM_A, { WHEN_DD } },
	{ "ABBR", ITEM_SET, { WHEN_ABBR } },
	{ "AMPM", ITEM_AMPM, { WHEN_AMPM, WHEN_ARTICLE, -'p' } },
	{ "APPROX", ITEM_SET, { WHEN_APPROX } },
	{ "ARTICLE", ITEM_SET, { WHEN_ARTICLE } },
	{ "B", ITEM_B, { WHEN_DD } },
	{ "COUNT", ITEM_COUNT, { WHEN_DIGITS, WHEN_DIGIT, WHEN_TEEN, WHEN_TENS,
	    WHEN_ARTICLE, WHEN_HALF, WHEN_FUZZY, WHEN_ANOTHER } },
	{ "COUNTED", ITEM_SET, { WHEN_COUNTED } },
	{ "DASH", ITEM_SET, { WHEN_DASH } },
	{ "DAY", ITEM_DAY, { WHEN_DD, WHEN_ORDWORD, WHEN_TENS, WHEN_TEEN } },
	{ "DD", ITEM_SET, { WHEN_DD } },
	{ "DECADE", ITEM_SET, { WHEN_DECADE } },
	{ "DEICTIC", ITEM_SET, { WHEN_DEICTIC } },
	{ "DIGITS", ITEM_SET, { WHEN_DIGITS } },
	{ "EDGE", ITEM_SET, { WHEN_EDGE } },
	{ "ERA", ITEM_SET, { WHEN_ERA } },
	{ "EVERY", ITEM_SET, { WHEN_EVERY } },
	{ "FREQ", ITEM_SET, { WHEN_FREQ } },
	{ "FUZZY", ITEM_SET, { WHEN_FUZZY } },
	{ "HH", ITEM_SET, { WHEN_HH } },
	{ "HHMM", ITEM_SET, { WHEN_HHMM } },
	{ "HMM", ITEM_SET, { WHEN_HMM } },
	{ "HOLIDAY", ITEM_HOLIDAY, { WHEN_HOLIDAY } },
	{ "HOUR", ITEM_HOUR, { WHEN_HH, WHEN_DIGIT, WHEN_TEEN } },
	{ "MI", ITEM_SET, { WHEN_MI } },
	{ "MINUTE", ITEM_MINUTE, { WHEN_TENS, WHEN_TEEN } },
	{ "MM", ITEM_SET, { WHEN_MM } },
	{ "MOD", ITEM_SET, { WHEN_MOD } },
	{ "MODN", ITEM_SET, { WHEN_MODN } },
	{ "MODR", ITEM_SET, { WHEN_MODR } },
	{ "MONTH", ITEM_SET, { WHEN_MONTH } },
	{ "NOON", ITEM_SET, { WHEN_NOON } },
	{ "ORD", ITEM_ORD, { WHEN_DIGITS, WHEN_ORDWORD, WHEN_TENS } },
	{ "PART", ITEM_SET, { WHEN_PART } },
	{ "PREL", ITEM_SET, { WHEN_PREL } },
	{ "REF", ITEM_SET, { WHEN_REF } },
	{ "REFADJ", ITEM_SET, { WHEN_REFADJ } },
	{ "REL", ITEM_SET, { WHEN_REL } },
	{ "SCALE", ITEM_SET, { WHEN_SCALE } },
	{ "SEASON", ITEM_SET, { WHEN_SEASON } },
	{ "SEASONS", ITEM_SET, { WHEN_SEASONS } },
	{ "TEEN", ITEM_SET, { WHEN_TEEN } },
	{ "THAT", ITEM_SET, { WHEN_THAT } },
	{ "TZ", ITEM_TZ, { WHEN_ZONE, -'(', -'+', WHEN_DASH } },
	{ "UNIT", ITEM_SET, { WHEN_UNIT } },
	{ "UNITS", ITEM_SET, { WHEN_UNITS } },
	{ "WEEKDAY", ITEM_SET, { WHEN_WEEKDAY } },
	{ "WEEKDAYS", ITEM_SET, { WHEN_WEEKDAYS } },
	{ "WORKDAY", ITEM_SET, { WHEN_WORKDAY } },
	{ "YEAR", ITEM_YEAR, { WHEN_YYYY, WHEN_DIGIT, WHEN_TEEN, WHEN_TENS,
	    -'\'', -'`' } },
	{ "YY", ITEM_SET, { WHEN_YY } },
	{ "YYYY", ITEM_SET, { WHEN_YYYY } },
};

/* The class of a word that patterns name; it is added to the word's set.
 * Returns 0 for a word that the list does not have. */
static int
name_word(struct timex_tables *t, struct str word, int *next)
{
	const struct word *w = lexicon_find(&t->words, word, token_hash(word));
	struct set *s;
	int c;

	if (!w)
		return 0;
	s = &t->sorts[w - t->words.words + 1].set;
	for (c = WHEN_NAMED; c < *next; c++)
		if (set_has(s, c))
			return c;
	if (*next == WHEN_BITS)
		return 0;
	set_add(s, *next);
	return (*next)++;
}

static bool
compile_name(struct timex_tables *t, struct item *item, struct str name,
    int *next)
{
	size_t i;
	int k, class;

	if (name.s[0] == '<') {
		for (i = 0; i < GROUPS; i++)
			if (str_eq(str_slice(name, 1, name.n - 1),
				str_of(timex_group_names[i]))) {
				item->kind = ITEM_GROUP;
				item->group = (uint8_t)i;
				set_join(&item->set, &t->reach[i].at[0]);
				return true;
			}
		return false;
	}
	if (name.s[0] < 'A' || name.s[0] > 'Z') {
		class = name_word(t, name, next);
		if (class)
			set_add(&item->set, class);
		return class != 0;
	}
	for (i = 0; i < sizeof names / sizeof names[0]; i++) {
		if (!str_eq(name, str_of(names[i].name)))
			continue;
		item->kind = (uint8_t)names[i].kind;
		for (k = 0; k < 8 && names[i].classes[k]; k++) {
			char sign = (char)-names[i].classes[k];

			class = names[i].classes[k];
			if (class == -'`') /* a curly apostrophe */
				class = name_word(t, STR("\xe2\x80\x99"), next);
			else if (class < 0)
				class = name_word(t, (struct str){ &sign, 1 },
				    next);
			set_add(&item->set, class);
		}
		return true;
	}
	return false;
}

/* The next class of a set, from one on; WHEN_BITS for none. */
static int
next_class(const struct set *s, int from)
{
	int w;

	for (w = from / 64; w < WHEN_SETS; w++, from = w * 64) {
		uint64_t bits = s->bits[w] >> (from % 64);

		if (bits)
			return from + __builtin_ctzll(bits);
	}
	return WHEN_BITS;
}

/* Whether an item has words and signs only. */
static bool
says_nothing(const struct set *s)
{
	struct set rest = *s;

	rest.bits[0] &= ~((uint64_t)1 | (uint64_t)1 << WHEN_DASH |
	    (uint64_t)1 << WHEN_ARTICLE);
	return next_class(&rest, 0) >= WHEN_NAMED;
}

/* One item of a pattern. */
static bool
compile_item(struct timex_tables *t, struct item *item, struct str word,
    int *next)
{
	for (; word.n > 1; word = str_slice(word, 1, word.n)) {
		if (word.s[0] == '~')
			item->glued = true;
		else if (word.s[0] == '!')
			item->absent = true;
		else if (word.s[0] == '^')
			item->nth = true;
		else
			break;
	}
	if (word.n > 1 && word.s[word.n - 1] == '?') {
		item->optional = true;
		word.n--;
	}
	while (word.n) {
		struct str name = str_cut(&word, '|');

		if (!name.n || !compile_name(t, item, name, next))
			return false;
	}
	item->plain = says_nothing(&item->set);
	return true;
}

static bool
compile(struct timex_tables *t, struct compiled *c, const struct rule *rule,
    int *next)
{
	struct str rest = str_of(rule->pattern);
	bool second = false;

	c->rule = rule;
	while (rest.n) {
		struct str word = str_cut(&rest, ' ');

		if (str_eq(word, STR(">"))) {
			second = true;
			continue;
		}
		if (str_eq(word, STR("@"))) {
			c->stop = c->count;
			continue;
		}
		if (c->count == ITEMS_MAX ||
		    !compile_item(t, &c->items[c->count], word, next))
			return false;
		c->items[c->count++].second = second;
	}
	return true;
}

/* What can go on an item behind its first lexeme, by its kind. */
static const struct {
	int kind;
	int classes[8]; /* 0 ends */
	const char *words;
} goes_on[] = {
	{ ITEM_COUNT, { WHEN_DIGIT, WHEN_TENS, WHEN_SCALE, WHEN_DASH,
	    WHEN_FUZZY, WHEN_HALF, WHEN_DIGITS, WHEN_ARTICLE },
	    ", . / \xc2\xbd and of good further" },
	{ ITEM_ORD, { WHEN_SUFFIX, WHEN_DASH, WHEN_ORDWORD }, "" },
	{ ITEM_DAY, { WHEN_SUFFIX, WHEN_DASH, WHEN_ORDWORD, WHEN_DIGIT }, "" },
	{ ITEM_YEAR, { WHEN_YY, WHEN_DASH, WHEN_DIGIT, WHEN_TEEN, WHEN_TENS,
	    WHEN_SCALE }, "" },
	{ ITEM_AMPM, { 0 }, ". m" },
	{ ITEM_MINUTE, { WHEN_DASH, WHEN_DIGIT }, "" },
	{ ITEM_TZ, { WHEN_DIGITS, WHEN_DASH, WHEN_ZONE }, "+" },
};

/* Joins what can go on an item to a set; false if it is of one lexeme. */
static bool
item_goes_on(struct timex_tables *t, const struct item *item, struct set *s,
    int *next)
{
	size_t i;
	int k;

	if (item->kind == ITEM_HOLIDAY) {
		set_add(s, 0);
		return true;
	}
	for (i = 0; i < sizeof goes_on / sizeof goes_on[0]; i++) {
		struct str rest = str_of(goes_on[i].words);

		if (goes_on[i].kind != item->kind)
			continue;
		for (k = 0; k < 8 && goes_on[i].classes[k]; k++)
			set_add(s, goes_on[i].classes[k]);
		while (rest.n) {
			int class = name_word(t, str_cut(&rest, ' '), next);

			if (class)
				set_add(s, class);
		}
		return true;
	}
	return false;
}

/* What an item can be, as if it were a group. */
static struct reach
item_reach(struct timex_tables *t, const struct item *item, int *next)
{
	struct reach r = { .ends = 1 << 1 };
	int n;

	if (item->kind == ITEM_GROUP)
		return t->reach[item->group];
	r.at[0] = item->set;
	if (item_goes_on(t, item, &r.at[1], next)) {
		r.ends |= 1 << 2;
		for (n = 2; n < LOOK; n++)
			set_add(&r.at[n], 0);
	}
	return r;
}

/* What the first lexemes of a rule can be. */
static void
rule_reach(struct timex_tables *t, struct compiled *c, int *next)
{
	unsigned at = 1, after; /* bit n: an item can begin n lexemes in */
	int i, k, n;

	for (i = 0; i < c->count; i++, at = after) {
		const struct item *item = &c->items[i];
		struct reach r;

		after = item->absent || item->optional ? at : 0;
		if (item->absent)
			continue;
		r = item_reach(t, item, next);
		for (k = 0; k < LOOK; k++) {
			if (!(at >> k & 1))
				continue;
			for (n = 0; k + n < LOOK; n++)
				set_join(&c->reach.at[k + n], &r.at[n]);
			after |= r.ends << k;
		}
	}
	c->reach.ends = at;
}

/* Classes that are never an expression by themselves. */
static const int never_alone[] = { WHEN_DIGIT, WHEN_TEEN, WHEN_TENS,
	WHEN_ARTICLE, WHEN_HALF, WHEN_FUZZY, WHEN_ANOTHER, WHEN_ORDWORD,
	WHEN_THE, WHEN_DIGITS, WHEN_MI, WHEN_YY, WHEN_HHMM, WHEN_DD, WHEN_HH,
	WHEN_MM, WHEN_SIGN, WHEN_WORD };

static void
index_rule(struct timex_tables *t, int number)
{
	const struct compiled *rule = &t->rules[number];
	uint64_t bit = (uint64_t)1 << (number % 64);
	bool range = rule->rule->effect == DO_RANGE ||
	    rule->rule->effect == DO_SPAN;
	struct reach r = rule->reach;
	int c, k;

	for (k = 1; k < LOOK; k++) /* behind the rule anything can be */
		if (r.ends & ((2u << k) - 1))
			set_add(&r.at[k], 0);
	for (k = 0; k < LOOK; k++)
		for (c = next_class(&r.at[k], 0); c < WHEN_BITS;
		    c = next_class(&r.at[k], c + 1))
			t->by_class[k][c].bits[number / 64] |= bit;
	if (rule->lead)
		t->led[rule->lead].bits[number / 64] |= bit;
	if (number >= t->begins[GROUP_TOP + 1])
		return;
	if (range)
		t->ranges.bits[number / 64] |= bit;
	for (c = next_class(&r.at[0], 1); c < WHEN_BITS;
	    c = next_class(&r.at[0], c + 1)) {
		set_join(&t->second[true][c], &r.at[1]);
		if (!range)
			set_join(&t->second[false][c], &r.at[1]);
	}
}

static void
compile_rule(struct timex_tables *t, int group, int number,
    const struct rule *rule, int *next)
{
	struct compiled *c = &t->rules[number];
	int k;

	if (!compile(t, c, rule, next)) {
		t->broken = rule->pattern;
		*c = (struct compiled){ .rule = rule };
	}
	rule_reach(t, c, next);
	if (c->count && c->items[0].kind == ITEM_GROUP && !c->items[0].optional)
		c->lead = c->items[0].group;
	c->counts = c->count && c->items[0].kind == ITEM_COUNT &&
	    !c->items[0].optional && !c->items[0].absent;
	for (k = 0; k < LOOK; k++)
		set_join(&t->reach[group].at[k], &c->reach.at[k]);
	t->reach[group].ends |= c->reach.ends;
}

static void
never_lone(struct timex_tables *t, int class)
{
	t->second[false][class].bits[0] &= ~(uint64_t)1;
	t->second[true][class].bits[0] &= ~(uint64_t)1;
}

void
timex_compile(struct arena *a, struct timex_tables *t)
{
	int g, i, k, next = WHEN_NAMED;

	for (g = 0; g < GROUPS; g++) {
		for (i = 0; timex_rules[g][i].name; i++)
			;
		t->begins[g + 1] = t->begins[g] + i;
	}
	if (t->begins[GROUPS] > RULES_MAX) {
		t->broken = "too many rules";
		return;
	}
	t->rules = ARENA_ARRAY(a, struct compiled,
	    (size_t)t->begins[GROUPS]);
	for (g = GROUPS - 1; g >= 0; g--) /* the lower groups first */
		for (i = t->begins[g]; i < t->begins[g + 1]; i++)
			compile_rule(t, g, i, &timex_rules[g][i - t->begins[g]],
			    &next);
	for (i = 0; i < t->begins[GROUPS]; i++)
		index_rule(t, i);
	for (i = 0; i < (int)(sizeof never_alone / sizeof never_alone[0]); i++)
		never_lone(t, never_alone[i]);
	for (k = WHEN_NAMED; k < WHEN_BITS; k++)
		never_lone(t, k);
}

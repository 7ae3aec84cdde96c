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
 * lexemes can be, from which timex_index makes what timex_match asks. */
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
	c = set_next(s, WHEN_NAMED);
	if (c < WHEN_BITS)
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
		if (names[i].name[0] != name.s[0] ||
		    !str_eq(name, str_of(names[i].name)))
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

/* Whether an item has words and signs only. */
static bool
says_nothing(const struct set *s)
{
	struct set rest = *s;

	rest.bits[0] &= ~((uint64_t)1 | (uint64_t)1 << WHEN_DASH |
	    (uint64_t)1 << WHEN_ARTICLE);
	return set_next(&rest, 0) >= WHEN_NAMED;
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

/* What the second lexeme of an item can be, the third ..., by its kind. */
static const struct {
	int kind, place;
	int classes[8]; /* 0 ends */
	const char *words;
} goes_on[] = {
	{ ITEM_COUNT, 1, { WHEN_DIGIT, WHEN_TENS, WHEN_SCALE, WHEN_DASH,
	    WHEN_FUZZY, WHEN_HALF, WHEN_DIGITS, WHEN_ARTICLE },
	    ", . / \xc2\xbd and of good further" },
	{ ITEM_ORD, 1, { WHEN_SUFFIX, WHEN_DASH, WHEN_ORDWORD }, "" },
	{ ITEM_ORD, 2, { WHEN_ORDWORD }, "" },
	{ ITEM_DAY, 1, { WHEN_SUFFIX, WHEN_DASH, WHEN_ORDWORD, WHEN_DIGIT },
	    "" },
	{ ITEM_DAY, 2, { WHEN_ORDWORD, WHEN_DIGIT }, "" },
	{ ITEM_YEAR, 1, { WHEN_YY, WHEN_DASH, WHEN_DIGIT, WHEN_TEEN, WHEN_TENS,
	    WHEN_SCALE }, "" },
	{ ITEM_YEAR, 2, { WHEN_DASH, WHEN_DIGIT, WHEN_TEEN, WHEN_TENS,
	    WHEN_SCALE }, "and" },
	{ ITEM_YEAR, 3, { WHEN_DASH, WHEN_DIGIT, WHEN_TEEN, WHEN_TENS,
	    WHEN_SCALE }, "and" },
	{ ITEM_AMPM, 1, { 0 }, ". m" },
	{ ITEM_AMPM, 2, { 0 }, "m" },
	{ ITEM_AMPM, 3, { 0 }, "." },
	{ ITEM_MINUTE, 1, { WHEN_DASH, WHEN_DIGIT }, "" },
	{ ITEM_MINUTE, 2, { WHEN_DIGIT }, "" },
	{ ITEM_TZ, 1, { WHEN_DIGITS, WHEN_DASH, WHEN_ZONE }, "+" },
};

/* What an item is from some lexeme on that may be anything, by its kind. */
static const struct {
	int kind, place;
} endless[] = { { ITEM_COUNT, 2 }, { ITEM_TZ, 2 }, { ITEM_HOLIDAY, 1 } };

static void
add_words(struct timex_tables *t, struct set *s, struct str words, int *next)
{
	while (words.n) {
		int class = name_word(t, str_cut(&words, ' '), next);

		if (class)
			set_add(s, class);
	}
}

/* What an item can be, as if it were a group. */
static struct reach
item_reach(struct timex_tables *t, const struct item *item, int *next)
{
	struct reach r = { .ends = 1 << 1 };
	size_t i;
	int k;

	if (item->kind == ITEM_GROUP)
		return t->reach[item->group];
	r.at[0] = item->set;
	for (i = 0; i < sizeof goes_on / sizeof goes_on[0]; i++) {
		int place = goes_on[i].place;

		if (goes_on[i].kind != item->kind)
			continue;
		r.ends |= 1u << (place + 1);
		for (k = 0; k < 8 && goes_on[i].classes[k]; k++)
			set_add(&r.at[place], goes_on[i].classes[k]);
		add_words(t, &r.at[place], str_of(goes_on[i].words), next);
	}
	for (i = 0; i < sizeof endless / sizeof endless[0]; i++) {
		if (endless[i].kind != item->kind)
			continue;
		for (k = endless[i].place; k < LOOK; k++) {
			set_add(&r.at[k], 0);
			r.ends |= 1u << (k + 1);
		}
	}
	return r;
}

/* What the lexemes of a rule from an item on can be, which is there, or may be
 * missing if it is optional. */
static struct reach
items_reach(struct timex_tables *t, const struct compiled *c, int from,
    bool there, int *next)
{
	unsigned at = 1, after; /* bit n: an item can begin n lexemes in */
	struct reach all = { .ends = 0 };
	int i, k, n;

	for (i = from; i < c->count; i++, at = after) {
		const struct item *item = &c->items[i];
		bool may_miss = item->optional && !(there && i == from);
		struct reach r;

		after = item->absent || may_miss ? at : 0;
		if (item->absent)
			continue;
		r = item_reach(t, item, next);
		for (k = 0; k < LOOK; k++) {
			if (!(at >> k & 1))
				continue;
			for (n = 0; k + n < LOOK; n++)
				set_join(&all.at[k + n], &r.at[n]);
			after |= r.ends << k;
		}
	}
	all.ends = at;
	return all;
}

static void
add_opening(struct timex_tables *t, int group, const struct compiled *c,
    int first, int *next)
{
	const struct item *item = &c->items[first];
	int number = t->ends[group]++, k;
	struct opening *o = &t->openings[number];
	struct reach *r = &t->reaches[number];

	o->c = c;
	o->first = first;
	o->lead = item->kind == ITEM_GROUP ? item->group : 0;
	o->counts = item->kind == ITEM_COUNT;
	*r = items_reach(t, c, first, true, next);
	if (o->counts)
		t->behind[number] = items_reach(t, c, first + 1, false, next);
	for (k = 0; k < LOOK; k++)
		set_join(&t->reach[group].at[k], &r->at[k]);
	t->reach[group].ends |= r->ends;
}

/* A rule, and the ways in which it can begin: with its first item, and where
 * that may be missing, with the second. */
static void
compile_rule(struct timex_tables *t, int group, struct compiled *c,
    const struct rule *rule, int *next)
{
	int first;

	if (!compile(t, c, rule, next)) {
		t->broken = rule->pattern;
		return;
	}
	for (first = 0; first < c->count; first++) {
		if (t->ends[group] == OPENINGS_MAX) {
			t->broken = "too many rules";
			return;
		}
		add_opening(t, group, c, first, next);
		if (!c->items[first].optional)
			break;
	}
}

void
timex_compile(struct arena *a, struct timex_tables *t)
{
	int g, i, next = WHEN_NAMED, end = 0;
	struct compiled *rules;

	t->openings = ARENA_ARRAY(a, struct opening, OPENINGS_MAX);
	t->reaches = ARENA_ARRAY(a, struct reach, OPENINGS_MAX);
	t->behind = ARENA_ARRAY(a, struct reach, OPENINGS_MAX);
	for (g = GROUPS - 1; g >= 0; g--) { /* the lower groups first */
		for (i = 0; timex_rules[g][i].name; i++)
			;
		rules = ARENA_ARRAY(a, struct compiled, (size_t)i);
		t->begins[g] = t->ends[g] = end;
		for (i = 0; timex_rules[g][i].name; i++)
			compile_rule(t, g, &rules[i], &timex_rules[g][i],
			    &next);
		end = t->ends[g];
	}
}

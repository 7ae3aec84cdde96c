/* timex_match - patterns over lexemes, the longest match
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
 * An item that may be missing is taken when it can be; there is no way back,
 * so a pattern costs its length. Groups form layers, each of which uses lower
 * ones only; in a group the longest match counts, then the first rule. At the
 * top the rules are found by what the first lexeme can be and pruned by what
 * the second can be, so that a text costs little where it has no dates. */
#include <stddef.h>

#include "timex_parts.h"

enum item_kind { ITEM_SET, ITEM_COUNT, ITEM_ORD, ITEM_DAY, ITEM_YEAR,
	ITEM_HOUR, ITEM_AMPM, ITEM_TZ, ITEM_HOLIDAY, ITEM_GROUP, ITEM_A,
	ITEM_B, ITEM_MINUTE };

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

/* Whether an item has words and signs only. */
static bool
says_nothing(const struct set *s)
{
	int c;

	for (c = 1; c < WHEN_NAMED; c++)
		if (set_has(s, c) && c != WHEN_DASH && c != WHEN_ARTICLE)
			return false;
	return true;
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
	WHEN_THE, WHEN_DIGITS, WHEN_MI, WHEN_YY, WHEN_HHMM, WHEN_DD, WHEN_HH, WHEN_MM, WHEN_SIGN,
	WHEN_WORD };

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
		for (c = 0; c < WHEN_BITS; c++)
			if (set_has(&r.at[k], c))
				t->by_class[k][c].bits[number / 64] |= bit;
	if (rule->lead)
		t->led[rule->lead].bits[number / 64] |= bit;
	if (number >= t->begins[GROUP_TOP + 1])
		return;
	if (range)
		t->ranges.bits[number / 64] |= bit;
	for (c = 1; c < WHEN_BITS; c++) {
		if (!set_has(&r.at[0], c))
			continue;
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
timex_match_start(struct arena *a, struct timex_tables *t)
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

/* What a lexeme of these classes says. */
struct binding {
	int class;
	size_t field;
	uint32_t has;
};

#define FIELD(name) offsetof(struct meaning, name)

/* From the list of words. */
static const struct binding word_bindings[] = {
	{ WHEN_MONTH, FIELD(month), HAS_MONTH },
	{ WHEN_WEEKDAY, FIELD(weekday), HAS_WEEKDAY },
	{ WHEN_WEEKDAYS, FIELD(weekday), HAS_WEEKDAY },
	{ WHEN_SEASON, FIELD(season), HAS_SEASON },
	{ WHEN_SEASONS, FIELD(season), HAS_SEASON },
	{ WHEN_PART, FIELD(part), HAS_PART },
	{ WHEN_DECADE, FIELD(decade), HAS_DECADE },
	{ WHEN_TEEN, FIELD(ord), 0 },
	{ WHEN_EDGE, FIELD(unit), HAS_UNIT },
	{ WHEN_ERA, FIELD(era), HAS_ERA },
	{ WHEN_MOD, FIELD(mod), 0 },
	{ WHEN_MODN, FIELD(mod), 0 },
	{ WHEN_MODR, FIELD(mod), 0 },
	{ WHEN_APPROX, FIELD(mod), 0 },
};

/* From digits. */
static const struct binding digit_bindings[] = {
	{ WHEN_DD, FIELD(day), HAS_DAY },
	{ WHEN_MM, FIELD(month), HAS_MONTH },
	{ WHEN_HH, FIELD(hour), HAS_HOUR },
	{ WHEN_YYYY, FIELD(year), HAS_YEAR },
	{ WHEN_YY, FIELD(year), HAS_YEAR | HAS_SHORT_YEAR },
};

static int *
field_of(struct meaning *m, const struct binding *b)
{
	return (int *)(void *)((char *)m + b->field);
}

static void
bind_unit(struct meaning *m, int unit)
{
	if (m->count && m->durations[m->count - 1].unit == UNIT_NONE) {
		m->durations[m->count - 1].unit = (enum unit)unit;
		return;
	}
	m->unit = unit;
	m->has |= HAS_UNIT;
}

static void
bind_relation(struct meaning *m, const struct place *p, uint32_t at,
    const struct set *s)
{
	const struct word *w;

	if (set_has(s, WHEN_REL) && (w = lexeme_entry(p, at, WHEN_REL))) {
		m->op = OP_REL;
		m->arg = w->value;
	} else if (set_has(s, WHEN_PREL) &&
	    (w = lexeme_entry(p, at, WHEN_PREL))) {
		m->op = OP_PREL;
		m->arg = w->value;
	} else if (set_has(s, WHEN_THAT) && lexeme_is(p, at, WHEN_THAT)) {
		m->op = OP_THAT;
	} else if (set_has(s, WHEN_DEICTIC) &&
	    (w = lexeme_entry(p, at, WHEN_DEICTIC))) {
		m->op = OP_DEICTIC;
		m->arg = w->value;
		if (w->more[0]) {
			m->part = PART_NIGHT;
			m->has |= HAS_PART;
		}
	} else if (set_has(s, WHEN_NOON) &&
	    (w = lexeme_entry(p, at, WHEN_NOON))) {
		m->hour = w->value / 60;
		m->minute = 0;
		m->has |= HAS_HOUR | HAS_MINUTE |
		    (m->hour == 24 ? HAS_MIDNIGHT : 0);
	} else if (set_has(s, WHEN_FREQ) &&
	    (w = lexeme_entry(p, at, WHEN_FREQ))) {
		m->op = OP_SET;
		m->more = w->more;
	} else if ((set_has(s, WHEN_REF) &&
	    (w = lexeme_entry(p, at, WHEN_REF))) || (set_has(s, WHEN_REFADJ) &&
	    (w = lexeme_entry(p, at, WHEN_REFADJ)))) {
		m->op = OP_REF;
		m->more = w->more;
	}
}

static void
bind_digits(struct meaning *m, const struct lexeme *l, const struct set *s)
{
	size_t i;

	if (set_has(s, WHEN_DIGITS))
		m->a = l->value;
	if (set_has(s, WHEN_MI)) {
		if (m->has & HAS_MINUTE) {
			m->second = l->value;
			m->has |= HAS_SECOND;
		} else {
			m->minute = l->value;
			m->has |= HAS_MINUTE;
		}
		return;
	}
	if (set_has(s, WHEN_HHMM) || set_has(s, WHEN_HMM)) {
		m->hour = l->value / 100;
		m->minute = l->value % 100;
		m->has |= HAS_HOUR | HAS_MINUTE;
		return;
	}
	for (i = 0; i < sizeof digit_bindings / sizeof digit_bindings[0]; i++)
		if (set_has(s, digit_bindings[i].class)) {
			*field_of(m, &digit_bindings[i]) = l->value;
			m->has |= digit_bindings[i].has;
		}
}

/* Whether the item asked for the word itself. */
static bool
named(const struct set *s)
{
	return (s->bits[0] >> WHEN_NAMED | s->bits[1] | s->bits[2] |
	    s->bits[3]) != 0;
}

/* Takes what a lexeme says for the classes that the item asked for. */
static void
bind(struct meaning *m, const struct place *p, uint32_t at,
    const struct set *s)
{
	const struct word *w;
	size_t i;

	if (p->l[at].type == TOKEN_NUMBER) {
		bind_digits(m, &p->l[at], s);
		return;
	}
	for (i = 0; i < sizeof word_bindings / sizeof word_bindings[0]; i++) {
		const struct binding *b = &word_bindings[i];

		if (!set_has(s, b->class) ||
		    !(w = lexeme_entry(p, at, b->class)))
			continue;
		*field_of(m, b) = w->value;
		m->has |= b->has;
		return;
	}
	if (((set_has(s, WHEN_UNIT) || named(s)) &&
	    (w = lexeme_entry(p, at, WHEN_UNIT))) ||
	    ((set_has(s, WHEN_UNITS) || named(s)) &&
		(w = lexeme_entry(p, at, WHEN_UNITS))) ||
	    (set_has(s, WHEN_ABBR) && (w = lexeme_entry(p, at, WHEN_ABBR)))) {
		bind_unit(m, w->value);
		if (w->class == WHEN_UNITS)
			m->has |= HAS_PLURAL;
		return;
	}
	bind_relation(m, p, at, s);
}

/* What an ordinal counts. */
static void
bind_nth(struct meaning *m, const struct place *p, uint32_t at)
{
	const struct word *w = lexeme_entry(p, at, WHEN_UNIT);

	if (w) {
		m->nth_unit = w->value;
		return;
	}
	w = lexeme_entry(p, at, WHEN_WEEKDAY);
	m->nth_unit = UNIT_DAY;
	m->nth_weekday = w ? w->value : 0;
}

/* What the groups matched where a match begins, so that each is tried once
 * there. */
struct memo {
	uint32_t at;
	struct rule_set rules;  /* of all groups, that may begin there */
	struct rule_set left;   /* those not led by a group that failed */
	uint8_t state[GROUPS];  /* 0 not tried, 1 failed, 2 matched */
	uint32_t end[GROUPS];
	struct timex t[GROUPS];
	uint32_t count_at, count_end; /* of the last numeral */
	struct duration count;
};

static bool match_group(const struct place *p, int group, uint32_t at,
    struct timex *t, uint32_t *end);

/* The end of the numeral at a place; each is read once. */
static uint32_t
read_count(const struct place *p, uint32_t at)
{
	struct memo *memo = p->memo;

	if (memo->count_at != at) {
		memo->count_at = at;
		memo->count_end = number_count(p, at, &memo->count);
	}
	return memo->count_end;
}

static uint32_t
match_count(const struct place *p, uint32_t at, struct meaning *m)
{
	uint32_t end = read_count(p, at);

	if (end == at || m->count == DURATIONS_MAX)
		return at;
	m->durations[m->count++] = p->memo->count;
	return end;
}

/* A group, of the date or of the end of the range. */
static uint32_t
match_side(const struct place *p, const struct item *item, uint32_t at,
    struct timex *t)
{
	struct timex side;
	uint32_t end;

	if (!item->second)
		return match_group(p, item->group, at, t, &end) ? end : at;
	side = (struct timex){ .m = t->to, .bound = true };
	if (!match_group(p, item->group, at, &side, &end))
		return at;
	t->to = side.m;
	return end;
}

/* The items that are no plain set. */
static uint32_t
match_special(const struct place *p, const struct item *item, uint32_t at,
    struct timex *t)
{
	struct meaning *m = item->second ? &t->to : &t->m;
	uint32_t end = at, has = 0;

	switch (item->kind) {
	case ITEM_COUNT:
		return match_count(p, at, m);
	case ITEM_ORD:
		end = number_ordinal(p, at, &m->ord);
		has = HAS_ORD;
		break;
	case ITEM_DAY:
		end = number_day(p, at, &m->day);
		has = HAS_DAY;
		break;
	case ITEM_YEAR:
		return number_year(p, at, m);
	case ITEM_HOUR:
		end = number_hour(p, at, &m->hour);
		has = HAS_HOUR;
		break;
	case ITEM_MINUTE:
		end = number_minute(p, at, &m->minute);
		has = HAS_MINUTE;
		break;
	case ITEM_AMPM:
		end = number_ampm(p, at, &m->ampm);
		has = HAS_AMPM;
		break;
	case ITEM_TZ:
		return number_zone(p, at, m);
	case ITEM_HOLIDAY:
		end = holiday_read(p, at, &m->holiday);
		has = HAS_HOLIDAY;
		break;
	case ITEM_A:
		m->a = p->l[at].value;
		m->op = OP_NUMERIC;
		return at + 1;
	case ITEM_B:
		m->b = p->l[at].value;
		return at + 1;
	default:
		return match_side(p, item, at, t);
	}
	if (end != at)
		m->has |= has;
	return end;
}

static bool
is_unit(const struct place *p, uint32_t at)
{
	return lexeme_is(p, at, WHEN_UNIT) || lexeme_is(p, at, WHEN_UNITS);
}

/* Matches one rule; its end in *end. */
static bool
match_rule(const struct place *p, const struct compiled *c, uint32_t at,
    struct timex *t, uint32_t *end)
{
	uint32_t stop = 0;
	int i;

	for (i = 0; i < c->count; i++) {
		const struct item *item = &c->items[i];
		uint32_t next = at;

		if (c->stop == i)
			stop = at;

		if (at < p->count && set_meets(&p->l[at].sort->set, &item->set) &&
		    (!item->glued || !spaced(p, at))) {
			struct set both = item->set;
			int k;

			if (item->absent)
				return false;
			if (item->kind == ITEM_SET && item->plain &&
			    !item->nth && !is_unit(p, at)) {
				next = at + 1;
			} else if (item->kind == ITEM_SET) {
				for (k = 0; k < WHEN_SETS; k++)
					both.bits[k] &= p->l[at].sort->set.bits[k];
				if (item->nth)
					bind_nth(&t->m, p, at);
				else
					bind(item->second ? &t->to : &t->m, p,
					    at, &both);
				next = at + 1;
			} else {
				next = match_special(p, item, at, t);
			}
		}
		if (next == at && !item->optional && !item->absent)
			return false;
		t->bound = t->bound || next != at;
		at = next;
	}
	*end = c->stop ? stop : at;
	t->seen = at;
	/* a rule that only passes on is not told of */
	if (c->count > 1 || c->items[0].kind != ITEM_GROUP)
		t->rule = c->rule;
	return true;
}

/* Keeps the rules in which a lexeme of these classes can be. */
static void
sift(struct rule_set *rules, const struct rule_set *by_class,
    const struct set *set)
{
	struct rule_set all = { { 0 } };
	int w, i;

	for (w = 0; w < WHEN_SETS; w++) {
		uint64_t bits = set->bits[w];

		for (; bits; bits &= bits - 1) {
			int class = w * 64 + __builtin_ctzll(bits);

			for (i = 0; i < RULES_MAX / 64; i++)
				all.bits[i] |= by_class[class].bits[i];
		}
	}
	for (i = 0; i < RULES_MAX / 64; i++)
		rules->bits[i] &= all.bits[i];
}

/* The rules of all groups that may begin here, by what this lexeme and the
 * next two can be. */
static void
find_rules(const struct place *p, uint32_t at, struct rule_set *rules)
{
	const struct timex_tables *t = p->tables;
	int i;

	for (i = 0; i < RULES_MAX / 64; i++)
		rules->bits[i] = p->ranges ? ~(uint64_t)0
					   : ~t->ranges.bits[i];
	for (i = 0; i < LOOK; i++) {
		if (at + (uint32_t)i > p->count)
			break;
		sift(rules, t->by_class[i], &p->l[at + (uint32_t)i].sort->set);
	}
}

/* The next rule of the set from a number on; RULES_MAX for none. */
static int
next_rule(const struct rule_set *rules, int from)
{
	int w = from / 64;
	uint64_t bits;

	if (from >= RULES_MAX)
		return RULES_MAX;
	bits = rules->bits[w] & ~(uint64_t)0 << (from % 64);
	while (!bits) {
		if (++w == RULES_MAX / 64)
			return RULES_MAX;
		bits = rules->bits[w];
	}
	return w * 64 + __builtin_ctzll(bits);
}

/* False when a rule fails behind its first item, as far as is known without
 * a look at the others. */
static bool
goes_on_behind(const struct place *p, const struct compiled *c, uint32_t at,
    bool bound)
{
	const struct memo *memo = p->memo;
	int i;

	if (c->counts) {
		uint32_t end = read_count(p, at);

		if (end == at)
			return false;
		at = end;
	} else if (c->lead && !bound && at == memo->at &&
	    memo->state[c->lead]) {
		at = memo->end[c->lead];
	} else {
		return true;
	}
	for (i = 1; i < c->count; i++) {
		if (c->items[i].absent)
			continue;
		if (set_meets(&p->l[at].sort->set, &c->items[i].set))
			return true;
		if (!c->items[i].optional)
			return false;
	}
	return true;
}

static bool
try_group(const struct place *p, int group, uint32_t at, struct timex *t,
    uint32_t *end)
{
	const struct rule_set *rules = t->bound ? &p->memo->rules
						: &p->memo->left;
	int last = p->tables->begins[group + 1], i;
	struct timex best, trial;
	struct rule_set own;
	uint32_t longest = at, e;

	if (at != p->memo->at) {
		find_rules(p, at, &own);
		rules = &own;
	}
	for (i = next_rule(rules, p->tables->begins[group]); i < last;
	    i = next_rule(rules, i + 1)) {
		const struct compiled *c = &p->tables->rules[i];

		if (!goes_on_behind(p, c, at, t->bound))
			continue;
		trial = *t;
		if (!match_rule(p, c, at, &trial, &e) || e <= longest)
			continue;
		trial.first = at;
		trial.end = e;
		if (!timex_apply(&trial, c->rule) || (c->rule->guard &&
		    !c->rule->guard(p, &trial)))
			continue;
		longest = e;
		best = trial;
	}
	if (longest == at)
		return false;
	*t = best;
	*end = longest;
	return true;
}

/* Whether the second lexeme lets it be one of a group. */
static bool
group_goes_on(const struct place *p, int group, uint32_t at)
{
	const struct reach *r = &p->tables->reach[group];

	return (r->ends & 1 << 1) ||
	    set_meets(&p->l[at + 1].sort->set, &r->at[1]);
}

static void
drop_led(const struct place *p, int group)
{
	const struct rule_set *led = &p->tables->led[group];
	int i;

	for (i = 0; i < RULES_MAX / 64; i++)
		p->memo->left.bits[i] &= ~led->bits[i];
}

static bool
match_group(const struct place *p, int group, uint32_t at, struct timex *t,
    uint32_t *end)
{
	struct memo *m = p->memo;

	if (t->bound || m->at != at)
		return group_goes_on(p, group, at) &&
		    try_group(p, group, at, t, end);
	if (!m->state[group]) {
		m->t[group] = *t;
		m->state[group] = group_goes_on(p, group, at) && try_group(p,
		    group, at, &m->t[group], &m->end[group]) ? 2 : 1;
		if (m->state[group] == 1)
			drop_led(p, group);
	}
	if (m->state[group] == 1)
		return false;
	*t = m->t[group];
	*end = m->end[group];
	return true;
}

bool
timex_match(const struct place *place, uint32_t at, struct timex *best)
{
	struct memo memo;
	struct place here = *place;
	const struct place *p = &here;
	uint32_t longest = at, end;
	struct timex t;
	int i;

	best->seen = at;
	here.memo = &memo;
	memo.at = at;
	memo.count_at = UINT32_MAX;
	find_rules(p, at, &memo.rules);
	for (i = 0; i < GROUPS; i++)
		memo.state[i] = 0;
	memo.left = memo.rules;
	for (i = next_rule(&memo.left, 0); i < p->tables->begins[1];
	    i = next_rule(&memo.left, i + 1)) {
		const struct compiled *c = &p->tables->rules[i];

		if (!goes_on_behind(p, c, at, false))
			continue;
		t = (struct timex){ 0 };
		if (!match_rule(p, c, at, &t, &end) || end < longest ||
		    (end == longest && t.seen <= best->seen))
			continue;
		t.first = at;
		t.end = end;
		if (!timex_apply(&t, c->rule) || (c->rule->guard &&
		    !c->rule->guard(p, &t)))
			continue;
		longest = end;
		*best = t;
	}
	return longest != at;
}
